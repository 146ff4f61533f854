//! The two codes: a share card's and a backup sheet's.

use coldspare::backup::{
    BackupKey, BackupPart, Collector, PART_BYTES, PartError, SetId, Share, ShareError, parts,
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
    fn part()(set in set_id(), of in 1..=255u8)
        (set in Just(set), of in Just(of), number in 1..=of, bytes in prop::collection::vec(any::<u8>(), 1..=PART_BYTES))
        -> BackupPart {
        BackupPart { set, number, of, bytes }
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
        set in "[0-9A-F]{8}|[A-Z0-9]{0,9}", i in "[0-9]{0,4}", m in "[0-9]{0,4}", chunk in "[A-Z2-7]{0,16}",
    ) {
        let text = with_check(&format!("COLDSPARE1:B:{set}:{i}:{m}:{chunk}"));
        match BackupPart::parse(&text) {
            Ok(part) => prop_assert_eq!(part.to_text(), text),
            Err(error) => prop_assert!(matches!(error, PartError::Field(_)), "{error:?}"),
        }
    }

    #[test]
    fn parts_come_in_any_order_with_doubles_and_make_the_backup_again(
        set in set_id(),
        sealed in prop::collection::vec(any::<u8>(), 1..6000),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let all = parts(set, &sealed).unwrap();
        let mut scanned: Vec<BackupPart> = order.iter().map(|i| all[i.index(all.len())].clone()).collect();
        scanned.extend(all.iter().rev().cloned());
        let mut collector = Collector::default();
        for part in scanned {
            let missing = collector.add(BackupPart::parse(&part.to_text()).unwrap()).unwrap();
            prop_assert_eq!(collector.missing().len(), missing);
            prop_assert!(!collector.missing().contains(&part.number));
        }
        prop_assert_eq!(collector.join().unwrap(), sealed);
    }

    #[test]
    fn with_a_part_missing_there_is_no_backup(
        set in set_id(), sealed in prop::collection::vec(any::<u8>(), 501..6000), left_out: prop::sample::Index,
    ) {
        let mut all = parts(set, &sealed).unwrap();
        let left_out = all.remove(left_out.index(all.len()));
        let mut collector = Collector::default();
        all.into_iter().for_each(|part| { collector.add(part).unwrap(); });
        prop_assert_eq!(collector.missing(), [left_out.number]);
        prop_assert!(collector.join().is_none());
    }

    #[test]
    fn two_sheets_are_not_mixed(a in part(), b in part()) {
        let mut collector = Collector::default();
        collector.add(a.clone()).unwrap();
        let added = collector.add(b.clone());
        match (a.set == b.set, a.of == b.of && (a.number != b.number || a.bytes == b.bytes)) {
            (true, true) => prop_assert!(added.is_ok()),
            (true, false) => prop_assert_eq!(added, Err(PartError::Different { number: b.number, set: a.set })),
            (false, _) => {
                let (number, found, expected) = (b.number, b.set, a.set);
                prop_assert_eq!(added, Err(PartError::OtherSet { number, found, expected }));
            }
        }
    }

    #[test]
    fn whatever_else_is_scanned_is_refused(text in "(?s).{0,300}", line in "[A-Z0-9:+ ]{0,200}") {
        for text in [text.as_str(), line.as_str(), &format!("COLDSPARE1:S:{line}"), &format!("COLDSPARE1:B:{text}")] {
            prop_assert!(Share::parse(text).is_err());
            prop_assert!(BackupPart::parse(text).is_err());
        }
    }
}

#[test]
fn a_backup_too_large_for_paper_is_told() {
    let set = BackupKey::from_bytes([1; 32]).set();
    assert_eq!(parts(set, &[0; 255 * PART_BYTES]).unwrap().len(), 255);
    let error = parts(set, &[0; 255 * PART_BYTES + 1]).unwrap_err();
    assert_eq!(error, PartError::TooLarge(127_501));
}
