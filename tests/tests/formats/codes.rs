//! The two codes: a share card's and a backup sheet's.

use std::collections::BTreeSet;

use coldspare::backup::{
    BackupKey, BackupPart, Collector, Counts, PART_BYTES, PartError, PartField, Sealing, SetId, Share,
    ShareError, parts,
};
use coldspare::plan::Quorum;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{carelessly, config};

fn set_id() -> impl Strategy<Value = SetId> {
    "[0-9A-F]{8}".prop_map(|digits| SetId::parse(&digits).unwrap())
}

fn quorum() -> impl Strategy<Value = Quorum> {
    (2..=16i64).prop_flat_map(|n| (2..=n).prop_map(move |k| Quorum::new(k, n).unwrap()))
}

prop_compose! {
    fn share()(set in set_id(), quorum in quorum())
        (set in Just(set), quorum in Just(quorum), x in 1..=quorum.cards(), y in any::<[u8; 32]>()) -> Share {
        Share { set, quorum, x, y: Zeroizing::new(y) }
    }
}

prop_compose! {
    fn sealing()(set in set_id(), number in 1..=u32::MAX, id in any::<[u8; 4]>()) -> Sealing {
        Sealing { set, number, id }
    }
}

prop_compose! {
    fn part()(sealing in sealing(), needed in 1..=243u8, fives in 1..=PART_BYTES / 5)
        (sealing in Just(sealing), needed in Just(needed), number in 1..=255u8,
            padding in 0..5 * fives, bytes in prop::collection::vec(any::<u8>(), 5 * fives))
        -> BackupPart {
        BackupPart { sealing, number, needed, length: bytes.len() * usize::from(needed) - padding, bytes }
    }
}

/// A place in a text, and a character that is not white space, for that does not count.
fn edit() -> impl Strategy<Value = (prop::sample::Index, char)> {
    (
        any::<prop::sample::Index>(),
        prop_oneof![
            prop::sample::select("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:".chars().collect::<Vec<_>>()),
            any::<char>().prop_filter("white space does not count", |c| !c.is_whitespace()),
        ],
    )
}

/// `text` with that character in another's place, before it, and with the other one missing.
fn edits(text: &str, (at, new): (prop::sample::Index, char)) -> Vec<String> {
    let (before, after) = text.split_at(at.index(text.len()));
    let (old, rest) = after.split_at(1);
    let mut edits = vec![format!("{before}{new}{after}"), format!("{before}{rest}")];
    if !old.eq_ignore_ascii_case(&new.to_string()) {
        edits.push(format!("{before}{new}{rest}"));
    }
    edits
}

/// A line whose check fits, whatever stands in it.
fn with_check(body: &str) -> String {
    format!("{body}:{}", data_encoding::HEXUPPER.encode(&Sha256::digest(body)[..4]))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_share_is_read_as_it_was_printed(share in share(), seed: u64) {
        let text = share.to_text();
        prop_assert!(text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b':'));
        prop_assert_eq!(Share::parse(&text).unwrap(), share.clone());
        prop_assert_eq!(Share::parse(&carelessly(&text, seed)).unwrap(), share);
    }

    #[test]
    fn any_changed_missing_or_added_character_of_a_share_is_noticed(share in share(), edit in edit()) {
        for text in edits(&share.to_text(), edit) {
            prop_assert!(Share::parse(&text).is_err(), "{}", text);
        }
    }

    #[test]
    fn a_share_whose_check_fits_but_whose_numbers_cannot_be_is_refused(
        set in "[0-9A-F]{8}|[0-9A-F]{0,9}|[A-Z0-9]{8}",
        numbers in prop::array::uniform3("[0-9]{1,3}|0[0-9]|\\+1|"),
        y in "[A-Z2-7]{52}|[A-Z0-9=]{0,60}",
    ) {
        let [k, n, x] = &numbers;
        let text = with_check(&format!("COLDSPARE1:S:{set}:{k}:{n}:{x}:{y}"));
        match Share::parse(&text) {
            Ok(share) => {
                let printed = share.to_text();
                prop_assert_eq!(&*printed, &text);
                prop_assert!(share.x <= share.quorum.cards());
            }
            Err(ShareError::Field(_)) => {}
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn a_part_is_read_as_it_was_printed(part in part(), seed: u64) {
        let text = part.to_text();
        prop_assert!(text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b':'));
        prop_assert_eq!(&BackupPart::parse(&text).unwrap(), &part);
        prop_assert_eq!(&BackupPart::parse(&carelessly(&text, seed)).unwrap(), &part);
    }

    #[test]
    fn any_changed_missing_or_added_character_of_a_part_is_noticed(part in part(), edit in edit()) {
        for text in edits(&part.to_text(), edit) {
            prop_assert!(BackupPart::parse(&text).is_err(), "{}", text);
        }
    }

    #[test]
    fn a_part_whose_check_fits_but_whose_numbers_cannot_be_is_refused(
        names in prop::array::uniform2("[0-9A-F]{8}|[A-Z0-9]{0,9}"),
        numbers in prop::array::uniform3("[1-9][0-9]{0,3}|[0-9]{0,4}|\\+1"),
        length in "[1-9][0-9]{0,2}|[0-9]{0,12}",
        chunk in "[A-Z2-7]{8}|[A-Z2-7]{16}|[A-Z2-7]{0,16}",
    ) {
        let ([set, id], [sealing, i, m]) = (names, numbers);
        let text = with_check(&format!("COLDSPARE1:B:{set}:{sealing}:{id}:{i}:{m}:{length}:{chunk}"));
        match BackupPart::parse(&text) {
            Ok(part) => prop_assert_eq!(part.to_text(), text),
            Err(error) => prop_assert!(matches!(error, PartError::Field(_)), "{error:?}"),
        }
    }

    #[test]
    fn parts_come_in_any_order_with_doubles_and_make_the_backup_again(
        set in set_id(),
        number in 1..=u32::MAX,
        sealed in prop::collection::vec(any::<u8>(), 1..20_000),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let all = parts(set, number, &sealed).unwrap();
        let mut scanned: Vec<BackupPart> = order.iter().map(|i| all[i.index(all.len())].clone()).collect();
        scanned.extend(all.iter().rev().cloned());
        let mut collector = Collector::default();
        for (i, part) in scanned.iter().enumerate() {
            let others: BTreeSet<u8> = scanned[..=i].iter().map(|part| part.number).collect();
            let missing = usize::from(part.needed).saturating_sub(others.len());
            prop_assert_eq!(collector.add(BackupPart::parse(&part.to_text()).unwrap()), Ok(missing));
            // From the moment on at which there are enough.
            match missing {
                0 => prop_assert_eq!(collector.join().unwrap(), &*sealed),
                _ => prop_assert_eq!(collector.join(), Err(PartError::TooFew { missing })),
            }
        }
    }

    #[test]
    fn a_forged_part_is_found_as_soon_as_there_is_one_more_than_needed(
        set in set_id(),
        sealed in prop::collection::vec(any::<u8>(), 1..6000),
        order in any::<u64>(),
        forged in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut all = parts(set, 1, &sealed).unwrap();
        let needed = usize::from(all[0].needed);
        let count = all.len();
        // Any of them, in any order.
        all.rotate_left(order as usize % count);
        let bytes = &mut all[forged.index(needed)].bytes;
        let at = at.index(bytes.len());
        bytes[at] ^= 0x55;
        let mut collector = Collector::default();
        all[..needed].iter().for_each(|part| { collector.add(part.clone()).unwrap(); });
        // What is wrong in padding alone does no harm.
        prop_assume!(collector.join() == Err(PartError::Unfit(needed)));
        collector.add(all[needed].clone()).unwrap();
        prop_assert_eq!(collector.join().unwrap(), sealed);
    }

    /// With as many more as there are forged ones, on a single page and on several.
    #[test]
    fn forged_parts_are_found_with_as_many_more_as_there_are_forged_ones(
        set in set_id(),
        length in prop_oneof![2000..3000usize, 14_500..14_851usize],
        places in prop::collection::vec(any::<prop::sample::Index>(), 2),
        order in any::<u64>(),
    ) {
        let sealed = vec![7; length];
        let mut all = parts(set, 1, &sealed).unwrap();
        let (needed, count) = (usize::from(all[0].needed), all.len());
        all.rotate_left(order as usize % count);
        let forged: BTreeSet<usize> = places.iter().map(|at| at.index(needed)).collect();
        forged.iter().for_each(|at| all[*at].bytes[0] ^= 0x55);
        let mut collector = Collector::default();
        all[..needed].iter().for_each(|part| { collector.add(part.clone()).unwrap(); });
        for (more, part) in all[needed..].iter().take(forged.len()).enumerate() {
            prop_assert_eq!(collector.join(), Err(PartError::Unfit(needed + more)));
            collector.add(part.clone()).unwrap();
        }
        prop_assert_eq!(collector.join().unwrap(), sealed);
    }

    #[test]
    fn two_sheets_are_not_mixed(a in part(), b in part()) {
        let mut collector = Collector::default();
        collector.add(a.clone()).unwrap();
        let added = collector.add(b.clone());
        let (number, found, expected) = (b.number, b.sealing.set, a.sealing.set);
        prop_assert_eq!(added, Err(PartError::OtherSet { number, found, expected }));
        prop_assert_eq!((collector.there(), collector.sealing()), (1, Some(a.sealing)));
    }

    #[test]
    fn whatever_else_is_scanned_is_refused(text in "(?s).{0,300}", line in "[A-Z0-9:+ ]{0,200}") {
        for text in [text.as_str(), line.as_str(), &format!("COLDSPARE1:S:{line}"), &format!("COLDSPARE1:B:{text}")] {
            prop_assert!(Share::parse(text).is_err());
            prop_assert!(BackupPart::parse(text).is_err());
        }
    }
}

/// Two codes of nearly the same sheet.
#[test]
fn another_sealing_backup_count_or_length_is_told_apart_and_never_mixed_in() {
    let set = BackupKey::from_bytes([1; 32]).set();
    let all = parts(set, 2, &[7; 2837]).unwrap();
    let (first, second) = (&all[0], &all[1]);
    let number = second.number;
    let changed = |change: &dyn Fn(&mut BackupPart)| {
        let mut collector = Collector::default();
        collector.add(first.clone()).unwrap();
        let mut part = second.clone();
        change(&mut part);
        let error = collector.add(BackupPart::parse(&part.to_text()).unwrap()).unwrap_err();
        // What names this backup too is kept beside the others, and counts for itself.
        let _ = collector.add(first.clone());
        assert_eq!((collector.there(), collector.missing()), (1, 5), "{error}");
        error
    };
    let other_set = BackupKey::from_bytes([2; 32]).set();
    assert_eq!(
        changed(&|part| part.sealing.set = other_set),
        PartError::OtherSet { number, found: other_set, expected: set }
    );
    assert_eq!(
        changed(&|part| part.sealing.number = 3),
        PartError::OtherSealing { number, found: 3, expected: 2 }
    );
    assert_eq!(
        changed(&|part| part.sealing.id[3] ^= 1),
        PartError::OtherBackup {
            number,
            found: {
                let mut id = first.sealing.id;
                id[3] ^= 1;
                id
            },
            expected: first.sealing.id
        }
    );
    let different = PartError::Different { number, set };
    assert_eq!(changed(&|part| part.length -= 1), different);
    assert_eq!(changed(&|part| (part.needed, part.length) = (5, 5 * 475)), different);
    let same_number = changed(&|part| (part.number, part.bytes[0]) = (1, !part.bytes[0]));
    assert_eq!(same_number, PartError::Different { number: 1, set });
}

#[test]
fn a_length_that_does_not_go_with_the_chunks_is_refused() {
    let sealing = Sealing::of(BackupKey::from_bytes([1; 32]).set(), 1, b"");
    let part = |length| BackupPart { sealing, number: 1, needed: 3, length, bytes: vec![0; 50] };
    for (length, good) in [(0, false), (100, false), (101, true), (150, true), (151, false), (8 << 20, false)]
    {
        let read = BackupPart::parse(&part(length).to_text());
        assert_eq!(read, if good { Ok(part(length)) } else { Err(PartError::Field(PartField::Length)) });
    }
}

/// Whoever forges a code makes its check fit.
#[test]
fn each_field_of_a_part_that_cannot_be_is_named() {
    // Of three chunks of 10 bytes, 25 bytes long.
    let good = ["630DCD29", "1", "C298A706", "2", "3", "25", "JRXXGZJAMEQE42LU"];
    let read = |field: usize, value: &str| {
        let mut fields = good;
        fields[field] = value;
        BackupPart::parse(&with_check(&format!("COLDSPARE1:B:{}", fields.join(":"))))
    };
    assert_eq!(read(0, good[0]).map(|part| (part.number, part.needed, part.length)), Ok((2, 3, 25)));
    use PartField::{Content, Count, Length, Number, Sealing, Set};
    for (field, values, named) in [
        (0, &["", "630DCD2", "630DCD290", "630DCD2G"][..], Set),
        (1, &["", "0", "01", "+1", "4294967296"], Sealing),
        (2, &["", "C298A70", "C298A7061", "C298A70600", "C298A70G"], Sealing),
        (3, &["", "0", "02", "256", "-1", "I"], Number),
        (4, &["", "0", "03", "244", "256"], Count),
        // More than two chunks, and no more than three.
        (5, &["", "0", "20", "31", "025", "4294967296"], Length),
        (6, &["", "JRXXGZJAMEQE42L", "JRXXGZJAMEQE42LUJR", "JRXXGZJAMEQE42L1", "JRXXGZJAMEQE42L="], Content),
    ] {
        for value in values {
            assert_eq!(read(field, value), Err(PartError::Field(named)), "{named}: {value}");
        }
    }
    // Numbers that are just possible.
    for (field, value) in [(1, "4294967295"), (3, "255"), (5, "21"), (5, "30")] {
        assert!(read(field, value).is_ok(), "{value}");
    }
    // One byte less than fits into whole letters, and more than a code bears.
    let (six, too_long) = ("A".repeat(10), "A".repeat(888));
    for chunk in [&*six, &too_long] {
        let length = (chunk.len() * 5 / 8).to_string();
        let text = format!("COLDSPARE1:B:{}:1:{}:1:1:{length}:{chunk}", good[0], good[2]);
        assert_eq!(BackupPart::parse(&with_check(&text)), Err(PartError::Field(Content)), "{length}");
    }
    let text = with_check(&format!("COLDSPARE1:B:{}", good.join(":")));
    for wrong in [&text[..text.len() - 1], &text.replace(":25:", ":24:"), &format!("{text}0")] {
        assert_eq!(BackupPart::parse(wrong), Err(PartError::Check), "{wrong}");
    }
    // A field too many or too few.
    for fields in [format!("{}:A", good.join(":")), good[..6].join(":")] {
        let text = with_check(&format!("COLDSPARE1:B:{fields}"));
        assert_eq!(BackupPart::parse(&text), Err(PartError::NotAPart), "{text}");
    }
}

/// Pages are full, and at least three codes of one page may be lost, or one whole page of several.
#[test]
fn every_place_of_every_page_has_a_code_and_enough_of_them_are_spare() {
    let set = BackupKey::from_bytes([1; 32]).set();
    let expected =
        [(2750, 5, 9), (2837, 6, 9), (3300, 6, 9), (3301, 7, 18), (14_600, 27, 36), (14_850, 27, 36)];
    for (length, needed, codes) in expected {
        assert_eq!(Counts::of(length), Ok(Counts { codes, needed }), "{length}");
    }
    for length in (1..=133_650).step_by(97).chain([133_650]) {
        let counts = Counts::of(length).unwrap();
        let (codes, needed) = (usize::from(counts.codes), usize::from(counts.needed));
        assert_eq!((codes % 9, codes / 9), (0, counts.pages()));
        match counts.pages() {
            1 => assert!(codes >= needed + 3, "{length}"),
            pages => assert!(codes - 9 >= needed && pages > counts.pages_needed(), "{length}"),
        }
        assert!(9 * counts.pages_needed() >= needed);
    }
    for length in [1, 549, 550, 551, 2837, 3300, 3301, 14_600, 60_500, 60_501, 133_650] {
        let (all, counts) = (parts(set, 1, &vec![9; length]).unwrap(), Counts::of(length).unwrap());
        assert_eq!(all.len(), usize::from(counts.codes));
        for part in [&all[0], &all[all.len() - 1]] {
            // Version 17 at level L.
            assert!(part.to_text().len() <= 938, "{length}");
            assert_eq!(BackupPart::parse(&part.to_text()).as_ref(), Ok(part), "{length}");
        }
    }
}

#[test]
fn a_backup_too_large_for_paper_is_told() {
    let set = BackupKey::from_bytes([1; 32]).set();
    let largest = parts(set, 1, &[0; 243 * PART_BYTES]).unwrap();
    assert_eq!((largest.len(), largest[0].needed), (252, 243));
    let error = parts(set, 1, &[0; 243 * PART_BYTES + 1]).unwrap_err();
    assert_eq!(error, PartError::TooLarge(133_651));
}
