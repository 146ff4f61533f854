#![allow(clippy::unwrap_used)]

use super::super::decoding::{self, EACH};
use super::*;
use crate::backup::{SetId, field};

/// All codes of a backup, cut into so many chunks of so many bytes.
fn codes(sealed: &[u8], needed: u8, chunk: usize, codes: u8) -> Vec<BackupPart> {
    let sealing = Sealing::of(SetId::parse("0011AABB").unwrap(), 1, sealed);
    let mut padded = sealed.to_vec();
    padded.resize(chunk * usize::from(needed), 0);
    let points: Vec<(u8, &[u8])> = (1..=needed).zip(padded.chunks(chunk)).collect();
    let polynomial = Polynomial::through(&points);
    let code = |number| {
        let (length, bytes) = (sealed.len(), polynomial.at(number));
        BackupPart { sealing, number, needed, length, bytes }
    };
    (1..=codes).map(code).collect()
}

fn collected(codes: &[BackupPart]) -> Collector {
    let mut collector = Collector::default();
    for code in codes {
        collector.add(BackupPart::parse(&code.to_text()).unwrap()).unwrap();
    }
    collector
}

#[test]
fn of_codes_that_are_cut_otherwise_than_ours_none_is_called_forged_and_a_forged_one_is() {
    let sealed: Vec<u8> = (0..1000u16).map(|i| (i % 251) as u8).collect();
    // Two chunks of 500 bytes are ours.
    for (needed, chunk, all) in [(2, 500, 9), (5, 200, 9), (5, 215, 7), (200, 5, 255), (4, 255, 4)] {
        let mut codes = codes(&sealed, needed, chunk, all);
        let collector = collected(&codes);
        assert_eq!(collector.join().unwrap(), sealed, "{needed} of {chunk}");
        assert_eq!(collector.forged(&sealed), BTreeMap::new(), "{needed} of {chunk}");
        codes[1].bytes[0] ^= 1;
        codes[3].bytes[chunk - 1] ^= 1;
        let forged = BTreeMap::from([(2, false), (4, false)]);
        assert_eq!(collected(&codes).forged(&sealed), forged, "{needed} of {chunk}");
    }
    // Of another backup they all are.
    let other = collected(&codes(&sealed, 5, 200, 6));
    assert_eq!(other.forged(&sealed[1..]), (1..=6).map(|number| (number, false)).collect());
}

#[test]
fn forged_codes_are_told_from_what_is_computed_once_and_only_for_backups_of_this_length() {
    let sealed = vec![7; 1000];
    let all = codes(&sealed, 5, 200, 9);
    let mut collector = collected(&all);
    let products = |collector: &Collector| {
        let before = field::PRODUCTS.get();
        (collector.forged(&sealed), field::PRODUCTS.get() - before)
    };
    // The distances of five chunks, and four spare codes of 200 bytes from as many each.
    let once = 5 * 5 + 4 * 5 * 200;
    assert_eq!(products(&collector), (BTreeMap::new(), once));
    for length in 1..1000 {
        let (needed, bytes) = (u8::try_from(length % 243 + 1).unwrap(), vec![1; 550]);
        let number = if length > 500 { 250 } else { 9 };
        let _ = collector.add(BackupPart { length, needed, number, bytes, ..all[0].clone() });
    }
    assert_eq!(products(&collector), (BTreeMap::from([(9, true), (250, false)]), once));
}

#[test]
fn whatever_the_codes_say_of_themselves_forged_ones_are_looked_for_with_so_much_work_and_no_more() {
    const WORK: usize = 1 << 24;
    for (needed, chunk, numbers) in [(128, 5, 100..=255), (128, 550, 120..=255), (20, 5, 1..=255)] {
        let sealed = vec![7; chunk * usize::from(needed)];
        let mut all = codes(&sealed, needed, chunk, 255);
        all.iter_mut().for_each(|code| code.bytes[0] = code.number.wrapping_mul(91));
        all.retain(|code| numbers.contains(&code.number));
        let collector = collected(&all);
        let before = field::PRODUCTS.get();
        assert_eq!(collector.join_within(WORK), Err(PartError::Unfit(all.len())));
        let products = field::PRODUCTS.get() - before;
        assert!((1..=WORK).contains(&products), "{needed} of {chunk} bytes: {products}");
    }
}

#[test]
fn one_forged_code_of_the_largest_sheet_is_within_it_whichever_others_are_lost() {
    let sealing = Sealing::of(SetId::parse("0011AABB").unwrap(), 1, b"");
    let (length, bytes) = (243 * 550, vec![0; 550]);
    // Those that are lost first are chunks, and have to be computed.
    let all =
        (9..=252).map(|number| BackupPart { sealing, number, needed: 243, length, bytes: bytes.clone() });
    let mut collector = Collector::default();
    all.for_each(|code| {
        collector.add(code).unwrap();
    });
    // All chunks that are there come first, and all are left out in turn.
    let cost_of = |sheet: &Vec<&BackupPart>| {
        let ways = choices(sheet, 243).take(1 + 28 + 1 + 244);
        ways.map(|places| CHOSEN + MOST + EACH * places.len().pow(2) + cost(&kept(sheet, places)))
            .sum::<usize>()
    };
    // In either order it is found at the latest when half of them were left out.
    assert!(collector.sheets().iter().map(cost_of).sum::<usize>() / 2 < WORK);
}

/// However they are cut, and whatever they say: of each that is enough the first choice is tried.
#[test]
fn the_first_choice_of_whatever_can_be_kept_is_within_the_work() {
    for needed in 1..=243 {
        // Whose chunks are all to be computed, as far as there are other numbers.
        let missing = needed.min(255 - needed);
        let joined = needed * needed + missing * needed * (550 + 16) + needed * 550;
        for codes in needed..=255 {
            // As many such sheets as there is room for, forwards and backwards.
            let each = decoding::most(codes, needed, 550) + joined + CHOSEN + MOST;
            assert!(2 * MOST * each < WORK * codes, "{needed} of {codes}");
        }
    }
}

/// Whole sheets of whoever forges: each asked for as much work as it could, before the true one was looked at once.
#[test]
fn as_many_forged_sheets_as_can_be_kept_leave_the_true_one_its_first_choice() {
    let sealed: Vec<u8> = (0..27 * 545).map(|i: u32| (i % 251) as u8).collect();
    let mut true_ones = codes(&sealed, 27, 545, 36);
    true_ones[4].bytes[0] ^= 1;
    let mut collector = Collector::default();
    for cut in 0..(MOST - true_ones.len()) / 40 {
        // Of those that are needed for one chunk, one is off in each byte.
        let forged = |number: u8| {
            let (needed, length, byte) = (1, 550 - cut, if number == 7 { 8 } else { 9 });
            BackupPart { number, needed, length, bytes: vec![byte; 550], ..true_ones[0].clone() }
        };
        (1..=40).map(forged).for_each(|code| drop(collector.add(code)));
    }
    true_ones.into_iter().for_each(|code| drop(collector.add(code)));
    assert!(collector.join().is_ok_and(|joined| joined == sealed));
}

/// Of an RSA 4096 sheet, 27 codes and 9 spare ones.
#[test]
fn six_forged_codes_of_36_are_found_wherever_they_stand_and_a_forged_page() {
    let sealed: Vec<u8> = (0..27 * 20).map(|i: u32| (i % 251) as u8).collect();
    let true_ones = codes(&sealed, 27, 20, 36);
    let spread: [&[usize]; 5] = [
        &[6, 7, 15, 16, 24, 25],
        &[3, 12, 21, 30],
        &[0, 1, 2, 33, 34, 35],
        &[26, 27],
        &[8, 9, 10, 11, 12, 13],
    ];
    let pages = [0, 9, 18, 27].map(|from| (from..from + 9).collect::<Vec<usize>>());
    for forged in spread.into_iter().chain(pages.iter().map(Vec::as_slice)) {
        for in_all in [false, true] {
            let mut codes = true_ones.clone();
            for place in forged {
                match in_all {
                    true => codes[*place].bytes.iter_mut().for_each(|byte| *byte ^= 0x41),
                    false => codes[*place].bytes[3] ^= 0x41,
                }
            }
            let collector = collected(&codes);
            assert!(collector.join().is_ok_and(|joined| joined == sealed), "{forged:?}");
            let numbers: Vec<usize> = collector.forged(&sealed).keys().map(|n| usize::from(*n) - 1).collect();
            assert_eq!(numbers, forged);
        }
    }
}
