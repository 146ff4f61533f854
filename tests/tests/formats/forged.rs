//! Codes that somebody forged, so that they name the same backup as the true ones: more of them than there are of
//! these, cut otherwise, or a whole sheet. Whatever was scanned before, enough true ones give the backup.

use std::collections::{BTreeMap, BTreeSet};

use coldspare::backup::{BackupPart, Collector, PartError, Sealing, SetId, parts};
use coldspare_tests::hostile::GROUND;
use proptest::prelude::*;

use super::config;

/// A code like this one, as a forger may print it.
fn forgery(code: &BackupPart, kind: u8, seed: u8) -> BackupPart {
    let BackupPart { sealing, number, needed, length, mut bytes } = code.clone();
    let made = |number, needed: u8, bytes: Vec<u8>| {
        let length = bytes.len() * usize::from(needed);
        BackupPart { sealing, number, needed, length, bytes }
    };
    match kind {
        // Other content, under its number and under one that the sheet has not.
        0..=3 => {
            bytes[usize::from(seed) % code.bytes.len()] ^= seed | 1;
            BackupPart { sealing, number, needed, length, bytes }
        }
        4..=6 => {
            BackupPart { sealing, number: seed.max(1), needed, length, bytes: vec![seed; code.bytes.len()] }
        }
        // Cut otherwise.
        7 => made(number, 1, bytes),
        8 => made(number, 243, bytes),
        9 => made(seed.max(1), seed.clamp(1, 243), vec![seed; 5]),
        10 => BackupPart { sealing, number, needed, length: length - 1, bytes },
        _ => made(number, needed, vec![seed; 550]),
    }
}

fn scan(collector: &mut Collector, code: &BackupPart) {
    // What a forger cannot print is no forgery.
    if let Ok(code) = BackupPart::parse(&code.to_text()) {
        match collector.add(code) {
            Ok(_) | Err(PartError::Different { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

fn set() -> SetId {
    SetId::parse("0011AABB").unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn enough_true_codes_one_after_the_other_give_the_backup_whatever_was_scanned_before(
        length in prop_oneof![1..600usize, 2000..3300usize, 14_500..14_851usize],
        before in prop::collection::vec((any::<prop::sample::Index>(), 0..15u8, any::<u8>()), 0..60),
        from in any::<prop::sample::Index>(),
    ) {
        let sealed: Vec<u8> = (0..length).map(|i| (i * 7 % 251) as u8).collect();
        let all = parts(set(), 1, &sealed).unwrap();
        let (mut collector, mut forged) = (Collector::default(), BTreeSet::new());
        for (code, kind, seed) in before {
            let code = &all[code.index(all.len())];
            if kind >= 12 {
                scan(&mut collector, code);
                continue;
            }
            let code = forgery(code, kind, seed);
            forged.insert(code.number);
            scan(&mut collector, &code);
        }
        let (from, needed) = (from.index(all.len()), usize::from(all[0].needed));
        for code in all.iter().cycle().skip(from).take(needed) {
            scan(&mut collector, code);
        }
        prop_assert_eq!(collector.missing(), 0);
        prop_assert!(collector.join().unwrap() == sealed);
        for number in collector.forged(&sealed).into_keys() {
            prop_assert!(forged.contains(&number), "code {number} is called forged");
        }
    }

    /// Each code once, whichever of them are forged and in whichever order: of nine on one page as many as there are
    /// spare ones, of 36 on four pages five, or a whole page.
    #[test]
    fn forged_codes_are_found_wherever_they_stand_and_in_whatever_order_they_come(
        (length, order) in prop_oneof![
            (Just(2837usize), Just((0..9).collect::<Vec<usize>>()).prop_shuffle()),
            (14_300..14_851usize, Just((0..36).collect::<Vec<usize>>()).prop_shuffle()),
        ],
        count in 0..=5usize,
        page in prop::option::of(0..4usize),
        is_sorted: bool,
        in_one_byte: bool,
    ) {
        let sealed: Vec<u8> = (0..length).map(|i| (i * 7 % 251) as u8).collect();
        let mut all = parts(set(), 1, &sealed).unwrap();
        prop_assert_eq!(all.len(), order.len());
        let forged: BTreeSet<usize> = match page {
            Some(page) if all.len() == 36 => (9 * page..9 * page + 9).collect(),
            _ => order.iter().copied().take(count.min(if all.len() == 9 { 3 } else { 5 })).collect(),
        };
        for at in &forged {
            match in_one_byte {
                true => all[*at].bytes[3] ^= 0x41,
                false => all[*at].bytes.fill(*at as u8),
            }
        }
        let mut order = order;
        if is_sorted {
            order.sort_unstable();
        } else {
            // As few of them as possible stand together.
            order.rotate_left(2);
        }
        let mut collector = Collector::default();
        order.iter().for_each(|at| scan(&mut collector, &all[*at]));
        prop_assert!(collector.join().is_ok_and(|joined| joined == sealed), "{:?} in {:?}", forged, order);
        let numbers: BTreeSet<usize> =
            collector.forged(&sealed).into_keys().map(|number| usize::from(number) - 1).collect();
        prop_assert_eq!(numbers, forged);
    }
}

/// With more forged codes than can be found, what is told helps: all once more, the pages last that are trusted most.
#[test]
fn what_is_told_where_too_many_are_forged_brings_the_backup() {
    let sealed = vec![7; 14_600];
    let all = parts(set(), 1, &sealed).unwrap();
    let mut seen = all.clone();
    // Two or three on each page.
    [0, 4, 8, 9, 13, 18, 22, 26, 27, 31].iter().for_each(|at: &usize| seen[*at].bytes.fill(9));
    let mut collector = Collector::default();
    seen.iter().for_each(|code| scan(&mut collector, code));
    assert_eq!(collector.join(), Err(PartError::Unfit(36)));
    // Another print of it, of which the last page is forged as well.
    seen[..27].clone_from_slice(&all[..27]);
    for page in [3, 0, 1, 2] {
        seen[9 * page..9 * page + 9].iter().for_each(|code| scan(&mut collector, code));
    }
    assert!(collector.join().unwrap() == sealed);
}

/// Somebody computed until the first 4 bytes of SHA-256, which each code names, were the same.
#[test]
fn a_code_that_was_made_so_that_the_name_fits_does_not_hide_what_the_others_give() {
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let lines = std::fs::read_to_string(golden.join("parts.txt")).unwrap();
    let codes: Vec<BackupPart> = lines.lines().map(|line| BackupPart::parse(line).unwrap()).collect();
    let sealed = std::fs::read(golden.join("coldspare-68F876F4/sealed-backup.pgp")).unwrap();
    let mut collector = Collector::default();
    scan(&mut collector, &BackupPart::parse(GROUND).unwrap());
    codes[..5].iter().for_each(|code| scan(&mut collector, code));
    let made = collector.join().unwrap();
    assert!(made != sealed && made.len() == sealed.len() && collector.others(&made).is_empty());
    // With one code more nobody can tell, but that there are two.
    scan(&mut collector, &codes[6]);
    let first = collector.join().unwrap();
    assert!(first == made || first == sealed);
    assert!(collector.others(&made) == [sealed.clone()] && collector.others(&sealed) == [made]);
    // With two more, only one of them lies on the polynomial of most.
    scan(&mut collector, &codes[7]);
    assert!(collector.join().unwrap() == sealed);
    assert_eq!(collector.forged(&sealed), BTreeMap::from([(6, false)]));
}

/// All its codes fit together, and what they give is not what they name.
#[test]
fn a_whole_forged_sheet_does_not_shut_the_true_one_out_whichever_comes_first() {
    for length in [2837, 14_600] {
        let sealed = vec![7; length];
        let all = parts(set(), 1, &sealed).unwrap();
        let mut forged = parts(set(), 1, &vec![8; length]).unwrap();
        forged.iter_mut().for_each(|code| code.sealing = Sealing::of(set(), 1, &sealed));
        let needed = usize::from(all[0].needed);
        let mut one_by_one = Vec::new();
        for (a, b) in forged.iter().zip(&all) {
            one_by_one.extend([a.clone(), b.clone()]);
        }
        let orders = [
            [&forged[..], &all[..needed]].concat(),
            [&forged[..needed], &all[all.len() - needed..]].concat(),
            [&all[..needed], &forged[..]].concat(),
            one_by_one,
        ];
        for (order, codes) in orders.iter().enumerate() {
            let mut collector = Collector::default();
            codes.iter().for_each(|code| scan(&mut collector, code));
            assert!(collector.join().unwrap() == sealed, "{length} bytes, order {order}");
        }
    }
}

/// Whoever has time to scan them has them named all the same.
#[test]
fn a_thousand_forged_codes_take_no_more_room_than_a_few_and_are_named() {
    let sealed = vec![7; 2837];
    let all = parts(set(), 1, &sealed).unwrap();
    let mut collector = Collector::default();
    for round in 0..3000u16 {
        let mut code = all[0].clone();
        code.bytes[..2].copy_from_slice(&round.to_be_bytes());
        scan(&mut collector, &code);
        scan(&mut collector, &all[1]);
    }
    assert_eq!((collector.there(), collector.missing()), (2, 4));
    all[2..6].iter().for_each(|code| scan(&mut collector, code));
    assert_eq!(collector.join(), Err(PartError::Unfit(6)));
    scan(&mut collector, &all[8]);
    assert!(collector.join().unwrap() == sealed);
    assert_eq!(collector.forged(&sealed), BTreeMap::from([(1, false)]));
    scan(&mut collector, &all[0]);
    assert_eq!(collector.forged(&sealed), BTreeMap::from([(1, true)]));
}
