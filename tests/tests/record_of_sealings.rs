//! The owner's record of one sealed backup says what was done with that one, and nothing that was done in the same sitting
//! with the one before it, or with another one of the same number.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::SystemTime;

use coldspare::backup::Moment;
use coldspare::ceremony::{
    Change, Did, Fingerprint, Journal, Made, PinChoice, Planned, RecordPrinted, Recovery, Sealed, Sheet,
    bundles,
};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::Serial;
use coldspare::openpgp::Reason;
use coldspare::paper::{Paper, Sheets, pdf};
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::paper::Pdf;
use coldspare_tests::screen::plain;
use coldspare_tests::words::said;
use tempfile::TempDir;

const SERIAL: Serial = Serial { manufacturer: 0x000F, number: 0x0A0B_0C01 };

/// After a ceremony; and what its cards have opened.
fn opened() -> (Prepared, Made, TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], dir.path(), &mut |_| ()).unwrap();
    let stick = Mounted::at(dir.path());
    let mut recovery = Recovery::from_bundle(&stick, &bundles(&stick).unwrap()[0]).unwrap();
    for share in &prepared.sealed.shares()[..2] {
        recovery.add(share.clone()).unwrap();
    }
    let made = recovery.recover().unwrap().made().clone();
    (prepared, made, dir)
}

/// For the same cards.
fn sealed(made: &Made) -> Sealed {
    let planned = Planned { sticks: 1, sheets: 0 };
    Sealed::seal(made, made.split().unwrap(), planned, &mut |_| ()).unwrap()
}

/// What stands on its record, in English.
fn record(sealed: &Sealed, journal: &Journal) -> String {
    let texts = Texts::of("en");
    let page = sealed.owners_record(&Sheets { texts: &texts, paper: Paper::A4 }, false, journal);
    plain(&Pdf::of(&pdf(&[page]).unwrap()).unwrap().text(1).unwrap())
}

fn says_proven(sealed: &Sealed, journal: &Journal) -> bool {
    let (texts, text) = (Texts::of("en"), record(sealed, journal));
    let day = texts.day(&Moment::from(SystemTime::now()).day());
    said("record-proven").with("serial", &*SERIAL.to_string()).with("day", &*day).stand_in(&text, &texts)
}

/// What was done besides, as the record says it.
fn says_done(sealed: &Sealed, journal: &Journal) -> Vec<&'static str> {
    let (texts, text) = (Texts::of("en"), record(sealed, journal));
    let all = [
        "record-done-sheet",
        "record-done-slips",
        "record-done-files",
        "record-done-bundle",
        "record-done-spot-check",
    ];
    let rehearsed = text.contains("rehearsed on").then_some("rehearsed");
    all.into_iter().filter(|key| said(key).stand_in(&text, &texts)).chain(rehearsed).collect()
}

/// A Nitrokey is lost, and one is written; then one was stolen as well, and all get new subkeys.
#[test]
fn a_nitrokey_with_the_subkeys_of_before_is_not_proven_on_the_record_of_the_new_ones() {
    let (before, made, _dir) = opened();
    let journal = Journal::default();
    journal.note(Did::written_and_proven(made.identity(), before.sealed.which(), SERIAL, &Role::Primary));
    assert!(says_proven(&before.sealed, &journal));

    let mut renewed = made.clone();
    renewed.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now()).unwrap();
    renewed.renew_pins(PinChoice::Generated).unwrap();
    let next = sealed(&renewed);
    assert!(!says_proven(&next, &journal), "{}", record(&next, &journal));
    assert_eq!(journal.record(&next), RecordPrinted::Not);
    journal.note(Did::printed(&next, Sheet::Record));
    assert_eq!(journal.record(&next), RecordPrinted::WithAll);

    // Written with the new ones, it is; and the record that was printed before lacks that.
    journal.note(Did::written_and_proven(renewed.identity(), next.which(), SERIAL, &Role::Primary));
    assert!(says_proven(&next, &journal));
    assert_eq!(journal.record(&next), RecordPrinted::Before);
    // And that is what is on it now.
    assert!(!says_proven(&before.sealed, &journal));
}

/// Only what is in the backup besides is another one, or where its copies are: what is on the Nitrokey is in it all the same.
#[test]
fn a_nitrokey_with_the_same_keys_is_proven_on_the_record_of_the_next_sealing() {
    let (before, made, _dir) = opened();
    let journal = Journal::default();
    journal.note(Did::written_and_proven(made.identity(), before.sealed.which(), SERIAL, &Role::Primary));
    assert!(says_proven(&sealed(&made), &journal));
}

#[test]
fn a_nitrokey_that_was_written_since_as_something_else_is_not_what_it_was() {
    let (before, made, _dir) = opened();
    let (backup, of) = (before.sealed.which(), Fingerprint::of(made.identity()));
    for since in [
        Did::written_and_proven(made.identity(), backup, SERIAL, &Role::nth(3)),
        Did::ForOldMail { of, backup, serial: SERIAL },
    ] {
        let journal = Journal::default();
        journal.note(Did::written_and_proven(made.identity(), backup, SERIAL, &Role::Primary));
        journal.note(since);
        assert!(!says_proven(&before.sealed, &journal), "{since:?}");
    }
}

/// Sheets, files, bundle, rehearsal and the owner's yes to a spot check are of one sealed backup. The number does not tell:
/// two that were made of the same one have the same.
#[test]
fn what_was_done_with_another_sealing_of_the_set_is_not_said_to_be_done_with_this_one() {
    let (before, made, _dir) = opened();
    let (one, other) = (sealed(&made), sealed(&made));
    assert_eq!(one.which().number, other.which().number);
    let journal = Journal::default();
    for of in [&before.sealed, &other] {
        for sheet in [Sheet::Backup, Sheet::PinSlips, Sheet::Files, Sheet::Record] {
            journal.note(Did::printed(of, sheet));
        }
        journal.note(Did::written(of));
        journal.note(Did::rehearsed(of, true));
        journal.note(Did::SpotCheckIsEnough { backup: of.which() });
    }
    assert_eq!(says_done(&other, &journal).len(), 6, "{}", record(&other, &journal));
    assert_eq!(says_done(&one, &journal), Vec::<&str>::new(), "{}", record(&one, &journal));
    assert_eq!(journal.record(&one), RecordPrinted::Not);
    // The cards are those of the set, whatever is sealed for them.
    (1..=3).for_each(|card| journal.note(Did::printed(&before.sealed, Sheet::Card(card))));
    let texts = Texts::of("en");
    assert!(said("record-done-cards").stand_in(&record(&one, &journal), &texts));
}
