//! What was opened is sealed again without loss: for the cards that opened it, which stay valid, or for new ones. An old
//! sealing is told from today's, and what a backup says of itself counts more than what lies beside it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use coldspare::backup::{
    BackupPart, Collector, Contents, Copies, GatherError, Manifest, Share, bundle, open, parts,
};
use coldspare::ceremony::{
    CeremonyError, Change, Claim, Journal, Made, Outside, Planned, Recovery, Rehearsed, Rehearser, Sealed,
    Split, bundles,
};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::openpgp::sign_cleartext;
use coldspare::paper::{Paper, Sheets, pdf};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Expiry, Plan, PrimaryKey, Quorum, Role};
use coldspare_tests::faulty_stick::{Fault, Faulty};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::paper::Pdf;
use coldspare_tests::screen::plain;
use coldspare_tests::words::said;
use coldspare_tests::{VirtualBus, all};
use secrecy::ExposeSecret;
use tempfile::TempDir;
use virtual_nitrokey::Model;

/// Where copies of the next sealing are to be.
const NEXT: Planned = Planned { sticks: 3, sheets: 0 };
/// And of the one behind it.
const PLANNED_OTHERWISE: Planned = Planned { sticks: 2, sheets: 0 };

/// After a ceremony: any three of five cards open the backup.
fn before() -> (Prepared, TempDir) {
    let stick = tempfile::tempdir().unwrap();
    let mut plan = fixtures::plan(Algorithm::Curve25519, 3, 5).unwrap();
    plan.user_pin_in_backup = true;
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    (prepared, stick)
}

fn only_bundle(stick: &Path) -> Recovery {
    let stick = Mounted::at(stick);
    Recovery::from_bundle(&stick, &bundles(&stick).unwrap()[0]).unwrap()
}

fn opened<'a>(mut recovery: Recovery, cards: impl IntoIterator<Item = &'a Share>) -> Rehearsed {
    for share in cards {
        recovery.add(share.clone()).unwrap();
    }
    recovery.recover().unwrap()
}

/// The backup from these codes of a sheet.
fn from_sheet(codes: &[BackupPart]) -> Recovery {
    let mut sheet = Collector::default();
    for code in codes {
        sheet.add(code.clone()).unwrap();
    }
    Recovery::from_sheet(&sheet).unwrap()
}

fn seal_for_the_same(made: &Made) -> Sealed {
    Sealed::seal(made, made.split().unwrap(), NEXT, &mut |_| ()).unwrap()
}

fn changed(made: &Made) -> (Made, Pins) {
    let mut made = made.clone();
    let pins = Pins { user: "161803".into(), admin: "16180339".into(), reset_code: "33981618".into() };
    made.change_pins(&Role::Primary, &pins).unwrap();
    (made, pins)
}

#[test]
fn a_changed_pin_is_sealed_for_the_same_cards_rehearsed_with_those_just_read_and_written() {
    let (before, stick) = before();
    let shares = before.sealed.shares();
    let old = opened(only_bundle(stick.path()), [&shares[4], &shares[0], &shares[2]]);
    let (made, pins) = changed(old.made());
    let sealed = seal_for_the_same(&made);
    let (first, second) = (before.sealed.manifest(), sealed.manifest());
    assert_eq!((first.set, 1, 2), (second.set, first.sealing, second.sealing));
    assert_eq!((&first.cards, first.quorum), (&second.cards, second.quorum), "they are the same cards");
    assert_ne!(first.sealed_backup_sha256, second.sealed_backup_sha256);

    let folder = tempfile::tempdir().unwrap();
    let next = Mounted::at(folder.path());
    let written = sealed.write(&next, &mut |_| ()).unwrap();
    let cards = made.cards().unwrap();
    assert_eq!(cards.how().whole, [5, 1, 3], "as they were read");
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let rehearse = |made: &Made, stick: &Mounted| {
        rehearser.rehearse(made, &sealed, cards, (&written, stick), &mut |_| ())
    };
    // What is in no backup is not rehearsed, and the stick of the first sealing is not the second one's.
    let unsealed = rehearse(old.made(), &next);
    assert!(matches!(unsealed, Err(CeremonyError::OtherBackup)), "{unsealed:?}");
    let stale = rehearse(&made, &Mounted::at(stick.path()));
    assert!(matches!(stale, Err(CeremonyError::Rehearsal(_))), "{stale:?}");

    let mut rehearsed = rehearse(&made, &next).unwrap();
    assert_eq!(rehearsed.sealed_backup(), second.sealed_backup_sha256);
    assert_eq!(old.sealed_backup(), first.sealed_backup_sha256);
    let key = fixtures::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let from_backup = rehearsed.pins(&Role::Primary, None).unwrap();
    assert_eq!(from_backup.user.expose_secret(), pins.user.expose_secret());
    fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &Role::Primary, &from_backup, &mut |_| ())
        .unwrap();
    rehearsed.prove_spare(&bus, serial, &"161803".into(), &mut |_| ()).unwrap();
}

#[test]
fn old_cards_open_the_next_sealing_which_says_itself_what_it_is_and_where_copies_were_left() {
    let (before, stick) = before();
    let shares = before.sealed.shares();
    let (made, _) = changed(opened(only_bundle(stick.path()), &shares[..3]).made());
    let sealed = seal_for_the_same(&made);
    let folder = tempfile::tempdir().unwrap();
    sealed.write(&Mounted::at(folder.path()), &mut |_| ()).unwrap();
    // Other cards than those that it was sealed with, and once the codes of its sheet.
    for recovery in [only_bundle(folder.path()), from_sheet(&sealed.parts().unwrap())] {
        assert_eq!(recovery.sealing(), 2);
        let again = opened(recovery, &shares[2..]);
        let inside = again.made().sealing().unwrap();
        assert_eq!((inside.number, inside.set), (2, before.sealed.manifest().set));
        assert!(inside.moment >= before.sealed.manifest().moment);
        assert_eq!(again.made().contradicted(), None);
        let copies = again.made().copies();
        let left: Vec<_> = copies.iter().map(|c| (c.sealing, c.sticks, c.sheets, c.cards.len())).collect();
        assert_eq!(left, [(1, 1, 5, 5), (2, 3, 0, 0)]);
        assert_eq!(copies[0].cards[1], "Alan Turing");
        assert_eq!(seal_for_the_same(again.made()).manifest().sealing, 3);
    }
}

/// Whoever opens a backup compares it with the record among the owner's papers.
#[test]
fn the_owners_record_says_which_sealing_it_is_of() {
    let (before, stick) = before();
    let next = seal_for_the_same(opened(only_bundle(stick.path()), &before.sealed.shares()[..3]).made());
    for code in Texts::languages() {
        let texts = Texts::of(code);
        let sheets = Sheets { texts: &texts, paper: Paper::A4 };
        for (sealed, number) in [(&before.sealed, "1"), (&next, "2")] {
            let page = sealed.owners_record(&sheets, false, &Journal::default());
            let text = plain(&Pdf::of(&pdf(&[page]).unwrap()).unwrap().text(1).unwrap());
            let says = |number| said("record-quorum-text").with("sealing", number).stand_in(&text, &texts);
            assert_eq!(["1", "2"].map(says), ["1", "2"].map(|other| other == number), "{code}: {text}");
        }
    }
}

/// Nobody reads all cards back for it: those that opened the one before were read.
#[test]
fn the_owners_record_says_how_many_cards_were_read_to_seal_again() {
    let (before, stick) = before();
    let shares = before.sealed.shares();
    let next = seal_for_the_same(opened(only_bundle(stick.path()), &shares[..3]).made());
    let other_set = Split::of_new_key(before.sealed.manifest().quorum).unwrap();
    let old = opened(only_bundle(stick.path()), &shares[..3]);
    let others = Sealed::seal(old.made(), other_set, NEXT, &mut |_| ()).unwrap();
    for code in Texts::languages() {
        let texts = Texts::of(code);
        let sheets = Sheets { texts: &texts, paper: Paper::A4 };
        for (sealed, are_read) in [(&before.sealed, false), (&next, true), (&others, false)] {
            let page = sealed.owners_record(&sheets, false, &Journal::default());
            let text = plain(&Pdf::of(&pdf(&[page]).unwrap()).unwrap().text(1).unwrap());
            let opened = said("record-read-opened").with("whole", "3").with("cards", "5");
            assert_eq!(opened.stand_in(&text, &texts), are_read, "{code}: {text}");
            assert_eq!(said("record-read-to-come").stand_in(&text, &texts), !are_read, "{code}: {text}");
        }
    }
}

#[test]
fn under_a_new_key_it_is_the_first_sealing_of_another_set_and_knows_of_the_old_copies() {
    let (before, stick) = before();
    let shares = before.sealed.shares();
    let old = opened(only_bundle(stick.path()), &shares[..3]);
    let split = Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
    let sealed = Sealed::seal(old.made(), split, NEXT, &mut |_| ()).unwrap();
    assert_ne!(sealed.manifest().set, before.sealed.manifest().set);
    assert_eq!((sealed.manifest().sealing, sealed.manifest().quorum.needed()), (1, 2));
    let mut refused = from_sheet(&sealed.parts().unwrap());
    let other = refused.add(shares[0].clone());
    assert!(matches!(other, Err(CeremonyError::Gather(GatherError::OtherSet { .. }))), "{other:?}");
    let new = opened(from_sheet(&sealed.parts().unwrap()), sealed.shares());
    let sets: Vec<_> = new.made().copies().iter().map(|copies| copies.set).collect();
    assert_eq!(sets, [before.sealed.manifest().set, sealed.manifest().set]);
    assert_eq!(new.identity().fingerprint(), before.made.identity().fingerprint());
    // The cards of one set are no evidence for the other.
    let cards = old.made().cards().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let next = Mounted::at(folder.path());
    let written = sealed.write(&next, &mut |_| ()).unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let rehearsed = rehearser.rehearse(old.made(), &sealed, cards, (&written, &next), &mut |_| ());
    assert!(matches!(rehearsed, Err(CeremonyError::OtherCeremony { .. })), "{rehearsed:?}");
}

#[test]
fn what_was_not_opened_has_no_cards_to_be_sealed_for_again() {
    let (before, _stick) = before();
    assert!(matches!(before.made.split(), Err(CeremonyError::NotOpened)));
    assert!(before.made.cards().is_none() && before.made.manifest().is_none());
}

/// Cards 1, 2 and 3 give the same backup key if they are called 3, 2 and 1, and the backup opens; but cards 4 and 5 would
/// be others then, and nobody could check the true ones any more.
#[test]
fn numbers_that_were_typed_wrong_make_no_other_cards() {
    let (before, _stick) = before();
    let shares = before.sealed.shares();
    for numbers in [[Some(3), Some(2), Some(1)], [Some(1), Some(2), Some(3)], [None, None, None]] {
        let mut recovery = from_sheet(&before.sealed.parts().unwrap());
        let quorum = before.sealed.manifest().quorum;
        for (share, number) in shares.iter().zip(numbers) {
            recovery.add_typed(number, Some(quorum), [&*share.y], []).unwrap();
        }
        let again = recovery.recover().unwrap();
        let sealed = seal_for_the_same(again.made());
        assert!(sealed.shares() == shares, "{numbers:?}");
        assert_eq!(sealed.manifest().cards, before.sealed.manifest().cards);
        let mut read = again.made().cards().unwrap().how().whole;
        read.sort_unstable();
        assert_eq!(read, [1, 2, 3], "as they are, and not as they were typed");
    }
}

/// Nothing that was sealed is dropped, however often it is sealed again.
#[test]
fn what_this_version_does_not_know_survives_two_sealings() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/rsa2048");
    let lines = fs::read_to_string(golden.join("shares.txt")).unwrap();
    let shares: Vec<Share> = lines.lines().map(|line| Share::parse(line).unwrap()).collect();
    let digits = fs::read_to_string(golden.join("backup-key.txt")).unwrap();
    let key = data_encoding::HEXLOWER.decode(digits.trim_end().as_bytes()).unwrap().try_into().unwrap();
    let key = coldspare::backup::BackupKey::from_bytes(key);
    let inside = |stick: &Path| -> Contents {
        let folder = &bundles(&Mounted::at(stick)).unwrap()[0];
        open(&fs::read(stick.join(folder).join(bundle::SEALED_BACKUP)).unwrap(), &key).unwrap()
    };
    let first = inside(&golden);
    let needed = usize::from(first.plan.quorum.needed());
    let (mut stick, mut folders) = (golden, Vec::new());
    for number in [3, 4] {
        let made = opened(only_bundle(&stick), &shares[..needed]);
        let folder = tempfile::tempdir().unwrap();
        let sealed = seal_for_the_same(made.made());
        sealed.write(&Mounted::at(folder.path()), &mut |_| ()).unwrap();
        let now = inside(folder.path());
        assert_eq!(now.sealing.unwrap().number, number);
        assert_eq!(now.others, first.others);
        assert!(!now.others.is_empty());
        assert_eq!((&now.vault, &now.revocations), (&first.vault, &first.revocations));
        assert_eq!(now.secret_key, first.secret_key);
        let pins = |contents: &Contents| -> Vec<String> {
            let expose = |key: &coldspare::pins::KeyPins| {
                let user = key.pins.user.as_ref().map(|user| user.expose_secret().to_owned());
                let (admin, reset) = (key.pins.admin.expose_secret(), key.pins.reset_code.expose_secret());
                format!("{} {:?} {admin} {reset} {user:?}", key.role, key.serial)
            };
            contents.pins.iter().map(expose).collect()
        };
        assert_eq!(pins(&now), pins(&first));
        // But for what nobody could know before it was sealed.
        let but_for_ids = |copies: &[Copies]| -> Vec<Copies> {
            copies.iter().map(|copies| Copies { id: None, ..copies.clone() }).collect()
        };
        assert_eq!(but_for_ids(&now.copies[..first.copies.len()]), but_for_ids(&first.copies));
        assert!(now.copies[first.copies.len() - 1].id.is_some());
        stick = folder.path().to_owned();
        folders.push(folder);
    }
}

/// The identity itself signs it: whoever has the Nitrokey can.
fn list_says(stick: &Path, made: &Made, change: impl FnOnce(&mut Manifest)) {
    let folder = &bundles(&Mounted::at(stick)).unwrap()[0];
    let mut manifest = only_bundle(stick).manifest().unwrap().clone();
    change(&mut manifest);
    let signed = sign_cleartext(made.identity(), &manifest.to_toml(), SystemTime::now()).unwrap();
    fs::write(stick.join(folder).join(bundle::MANIFEST), signed).unwrap();
}

#[test]
fn where_inside_and_outside_disagree_it_is_told_and_the_inside_holds() {
    let (before, stick) = before();
    let shares = before.sealed.shares();
    let manifest = before.sealed.manifest().clone();
    let other = opened(only_bundle(stick.path()), &shares[..3]);
    assert_eq!(other.made().contradicted(), None, "as it is, nothing is told");
    let later = coldspare::backup::Moment::parse("2099-01-01T12:00:00Z").unwrap();
    type Change = Box<dyn Fn(&mut Manifest)>;
    let changes: [Change; 3] = [
        Box::new(|manifest| manifest.sealing = 7),
        Box::new(move |manifest| manifest.moment = later),
        // One card that was not read is another one in the list.
        Box::new(|manifest| manifest.cards[4].sha256 = [7; 32]),
    ];
    for change in changes {
        let mut expected = manifest.clone();
        change(&mut expected);
        list_says(stick.path(), &before.made, |listed| *listed = expected.clone());
        let opened = opened(only_bundle(stick.path()), &shares[..3]);
        let told = Outside { set: manifest.set, number: expected.sealing, moment: Some(expected.moment) };
        assert_eq!(opened.made().contradicted(), Some(told));
        let inside = opened.made().sealing().unwrap();
        assert_eq!((inside.number, inside.moment), (1, manifest.moment));
        let next = seal_for_the_same(opened.made());
        assert_eq!(next.manifest().sealing, 2, "the inside holds");
        assert_eq!(next.manifest().cards, manifest.cards, "the inside holds");
    }
    // The codes of a sheet are not signed at all.
    let folder = stick.path().join(&before.folder);
    let sealed = fs::read(folder.join(bundle::SEALED_BACKUP)).unwrap();
    let told = |number: u32| {
        let sheet = from_sheet(&parts(manifest.set, number, &sealed).unwrap());
        opened(sheet, &shares[..3]).made().contradicted()
    };
    assert_eq!(told(1), None);
    assert_eq!(told(9), Some(Outside { set: manifest.set, number: 9, moment: None }));
}

#[test]
fn of_two_bundles_the_older_one_is_known_before_any_card_is_read() {
    let (before, stick) = before();
    let made = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (Mounted::at(stick.path()), Mounted::at(folder.path()));
    seal_for_the_same(made.made()).write(&new, &mut |_| ()).unwrap();
    let [first, second] = [&old, &new].map(|stick| Claim::read(stick, &before.folder).unwrap());
    assert_eq!((first.sealing, second.sealing), (1, 2));
    assert!(first.is_older_than(&second) && !second.is_older_than(&first));
}

/// What was changed in between would be lost with it, also where the one that was opened lies beside it still: on a stick that
/// was not there when the later one was rehearsed, it does.
#[test]
fn a_later_sealing_is_not_replaced_by_what_was_made_of_an_earlier_one() {
    let (before, first) = before();
    let old = opened(only_bundle(first.path()), &before.sealed.shares()[..3]);
    let today = tempfile::tempdir().unwrap();
    let second = seal_for_the_same(&changed(old.made()).0);
    second.write(&Mounted::at(today.path()), &mut |_| ()).unwrap();
    let again = seal_for_the_same(old.made());
    let error = again.write(&Mounted::at(today.path()), &mut |_| ()).unwrap_err();
    assert!(matches!(&error, CeremonyError::MadeApart(apart) if apart.sealing == 2), "{error:?}");
    assert_eq!(bundles(&Mounted::at(today.path())).unwrap().len(), 1, "nothing else was written");
    let there = opened(only_bundle(today.path()), &before.sealed.shares()[2..]);
    assert!(there.made().sealing().is_some_and(|sealing| sealing.number == 2), "and it is as it was");

    second.write(&Mounted::at(first.path()), &mut |_| ()).unwrap();
    let error = again.write(&Mounted::at(first.path()), &mut |_| ()).unwrap_err();
    assert!(matches!(&error, CeremonyError::MadeApart(apart) if apart.sealing == 2), "{error:?}");
    assert_eq!(bundles(&Mounted::at(first.path())).unwrap().len(), 2, "both are there");
}

/// Old cards and an old stick were not destroyed, and somebody takes them for today's: what new cards open stays.
#[test]
fn a_newer_backup_for_new_cards_is_not_replaced_by_what_was_made_of_the_old_ones() {
    let (before, old) = before();
    let back = opened(only_bundle(old.path()), &before.sealed.shares()[..3]);
    let split = || Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
    let new = Sealed::seal(back.made(), split(), NEXT, &mut |_| ()).unwrap();
    let today = tempfile::tempdir().unwrap();
    let stick = Mounted::at(today.path());
    new.write(&stick, &mut |_| ()).unwrap();
    let set = new.manifest().set;
    let newest = || Sealed::seal(back.made(), split(), NEXT, &mut |_| ()).unwrap();
    for again in [seal_for_the_same(back.made()), newest()] {
        let error = again.write(&stick, &mut |_| ()).unwrap_err();
        let is_told = matches!(&error, CeremonyError::MadeApart(apart) if apart.set == set);
        assert!(is_told, "{error:?}");
        assert_eq!(Claim::read(&stick, &before.folder).unwrap().set, set, "and it is as it was");
    }
    // Whoever has just dealt them, and deals others, replaces what is of no use any more.
    newest().after([new.manifest().sealed_backup_sha256]).write(&stick, &mut |_| ()).unwrap();
}

/// Keys that are brought once more may have a backup already, with what only that keeps.
#[test]
fn a_backup_of_keys_that_are_brought_once_more_is_not_replaced_unopened() {
    let exported = fs::read("golden/keys/rsa-with-elgamal.asc").unwrap();
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now()).unwrap();
    let plan = fixtures::plan(Algorithm::Rsa2048, 2, 2).unwrap();
    let plan = Plan { primary_key: PrimaryKey::SignatureSlot, ..plan };
    let sealed = || fixtures::seal(&fixtures::bring(plan.clone(), &inventory).unwrap()).unwrap();
    let [first, second] = [sealed(), sealed()];
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    first.write(&stick, &mut |_| ()).unwrap();
    let error = second.write(&stick, &mut |_| ()).unwrap_err();
    let set = first.manifest().set;
    let is_told = matches!(&error, CeremonyError::MadeApart(apart) if (apart.set, apart.sealing) == (set, 1));
    assert!(is_told, "{error:?}");
    assert_eq!(Claim::read(&stick, &bundles(&stick).unwrap()[0]).unwrap().set, set, "and it is as it was");
    // What was made in the same sitting makes room.
    first.write(&stick, &mut |_| ()).unwrap();
    second.after([first.manifest().sealed_backup_sha256]).write(&stick, &mut |_| ()).unwrap();
}

/// A stick may write something else than it was given. But of what cannot be read nobody knows whether it is newer.
#[test]
fn what_was_made_here_is_written_again_where_it_was_damaged_and_what_cannot_be_read_stays() {
    for is_of_new_cards in [false, true] {
        let (before, folder) = before();
        let back = opened(only_bundle(folder.path()), &before.sealed.shares()[..3]);
        let stick = Mounted::at(folder.path());
        let again = match is_of_new_cards {
            false => seal_for_the_same(back.made()),
            true => {
                let split = Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
                Sealed::seal(back.made(), split, NEXT, &mut |_| ()).unwrap()
            }
        };
        let file = |name: &str| folder.path().join(&before.folder).join(name);
        again.write(&stick, &mut |_| ()).unwrap();
        let mut bytes = fs::read(file(bundle::SEALED_BACKUP)).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(file(bundle::SEALED_BACKUP), bytes).unwrap();
        again.write(&stick, &mut |_| ()).unwrap();
        let whole = fs::read(file(bundle::SEALED_BACKUP)).unwrap();
        assert_eq!(openssl::sha::sha256(&whole), again.manifest().sealed_backup_sha256);
        fs::write(file(bundle::MANIFEST), b"what is this").unwrap();
        assert!(seal_for_the_same(back.made()).write(&stick, &mut |_| ()).is_err());
        assert_eq!(fs::read(file(bundle::SEALED_BACKUP)).unwrap(), whole);
    }
}

/// The power has failed between two names: the newer one stands there alone, and is called the one before.
#[test]
fn a_newer_backup_that_was_put_aside_is_not_removed_for_what_was_made_of_an_older_one() {
    let (before, old) = before();
    let back = opened(only_bundle(old.path()), &before.sealed.shares()[..3]);
    let today = tempfile::tempdir().unwrap();
    let stick = Mounted::at(today.path());
    seal_for_the_same(back.made()).write(&stick, &mut |_| ()).unwrap();
    let aside = format!("{}.old", before.folder);
    fs::rename(today.path().join(&before.folder), today.path().join(&aside)).unwrap();
    let error = seal_for_the_same(back.made()).write(&stick, &mut |_| ()).unwrap_err();
    assert!(matches!(&error, CeremonyError::MadeApart(apart) if apart.sealing == 2), "{error:?}");
    assert_eq!(bundles(&stick).unwrap(), [aside]);
}

/// Of two sets nothing but the moment tells which is newer, and a computer's battery may be empty.
#[test]
fn a_sealing_is_newer_than_the_one_before_it_whatever_the_clock_says() {
    let plan = fixtures::plan(Algorithm::Curve25519, 3, 5).unwrap();
    let tomorrow = SystemTime::now() + std::time::Duration::from_secs(86_400);
    let stick = tempfile::tempdir().unwrap();
    let before = fixtures::prepare_made(fixtures::made_at(plan, tomorrow).unwrap(), stick.path()).unwrap();
    let back = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    let split = Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
    for next in [seal_for_the_same(back.made()), Sealed::seal(back.made(), split, NEXT, &mut |_| ()).unwrap()]
    {
        let again = next.again(back.made(), PLANNED_OTHERWISE, &mut |_| ()).unwrap();
        let moments = [&before.sealed, &next, &again].map(|sealed| sealed.manifest().moment);
        assert!(moments[0] < moments[1] && moments[1] < moments[2], "{moments:?}");
    }
}

#[test]
fn a_nitrokey_with_keys_that_are_newer_than_the_backup_says_that_it_is_not_todays() {
    let (before, stick) = before();
    let backup = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    // Somebody's keys that were made a day later, and one with those of the backup.
    let later = SystemTime::now() + std::time::Duration::from_secs(86_400);
    let [newer, same] = [1, 2].map(|number| fixtures::key(Model::Nitrokey3, number).unwrap());
    let bus = VirtualBus::with(&[&newer, &same]);
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    let made = fixtures::made_at(plan, later).unwrap();
    let other = tempfile::tempdir().unwrap();
    let mut others = fixtures::prepare_made(made, other.path()).unwrap().rehearsed;
    let mut ours = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    for (rehearsed, key) in [(&mut others, &newer), (&mut ours, &same)] {
        let pins = rehearsed.pins(&Role::Primary, None);
        let pins = pins.unwrap_or_else(|_| rehearsed.pins(&Role::Primary, Some(&"161803".into())).unwrap());
        fixtures::flash_and_prove(rehearsed, &bus, fixtures::serial(key), &Role::Primary, &pins, &mut |_| ())
            .unwrap();
    }
    let info = |key| fixtures::info(&bus, fixtures::serial(key)).unwrap();
    let told = backup.newer_key(&info(&newer)).unwrap();
    assert!(told > backup.made().sealing().unwrap().moment);
    assert_eq!(backup.newer_key(&info(&same)), None);
    let blank = fixtures::key(Model::Nitrokey3, 3).unwrap();
    let bus = VirtualBus::with(&[&blank]);
    assert_eq!(backup.newer_key(&fixtures::info(&bus, fixtures::serial(&blank)).unwrap()), None);
}

/// It is an old one still, however late it is sealed again: it has not got these keys.
#[test]
fn an_old_backup_that_is_sealed_again_does_not_silence_the_alarm() {
    let (before, stick) = before();
    let back = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    let key = fixtures::key(Model::Nitrokey3, 1).unwrap();
    let bus = VirtualBus::with(&[&key]);
    // A minute later the subkeys were replaced, and this Nitrokey got them.
    let later = SystemTime::now() + std::time::Duration::from_secs(60);
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    let other = tempfile::tempdir().unwrap();
    let mut others =
        fixtures::prepare_made(fixtures::made_at(plan, later).unwrap(), other.path()).unwrap().rehearsed;
    let pins = others.pins(&Role::Primary, Some(&"161803".into())).unwrap();
    fixtures::flash_and_prove(&mut others, &bus, fixtures::serial(&key), &Role::Primary, &pins, &mut |_| ())
        .unwrap();
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    let told = back.newer_key(&info).unwrap();
    // And a year later the old one was sealed again.
    let mut made = back.made().clone();
    let next_year = later + std::time::Duration::from_secs(365 * 86_400);
    made.change(&Change::Expiry(Expiry::Never), next_year).unwrap();
    let again = Sealed::seal(&made, made.split().unwrap(), NEXT, &mut |_| ()).unwrap();
    let (next, stick) = (again.manifest().moment, tempfile::tempdir().unwrap());
    again.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
    let back = opened(only_bundle(stick.path()), &before.sealed.shares()[..3]);
    assert_eq!(back.newer_key(&info), Some(told), "sealed {next}");
}

#[test]
fn other_copies_are_planned_after_it_was_sealed_and_the_cards_stay_as_they_are() {
    let (before, _stick) = before();
    let again = before.sealed.again(&before.made, NEXT, &mut |_| ()).unwrap();
    assert!(again.shares() == before.sealed.shares());
    assert_eq!((again.manifest().sealing, again.planned()), (2, Some(NEXT)));
    let sheets = [&before.sealed, &again].map(|sealed| sealed.parts().unwrap());
    let mut mixed = Collector::default();
    mixed.add(sheets[0][0].clone()).unwrap();
    let error = mixed.add(sheets[1][1].clone()).unwrap_err().to_string();
    assert!(error.contains("sealing 2") && !error.contains("damaged"), "{error}");
    let opened = opened(from_sheet(&sheets[1]), &again.shares()[..3]);
    let left: Vec<_> = opened.made().copies().iter().map(|c| (c.sealing, c.sticks, c.sheets)).collect();
    assert_eq!(left, [(1, 1, 5), (2, 3, 0)]);
}

/// The keys of each bundle that is listed, by the day until which they are valid: every one opens with these cards.
fn open_until(stick: &Mounted, shares: &[Share]) -> Vec<SystemTime> {
    let one = |folder: String| {
        let back = opened(Recovery::from_bundle(stick, &folder).unwrap(), &shares[..3]);
        back.identity().expires().unwrap()
    };
    bundles(stick).unwrap().into_iter().map(one).collect()
}

/// A stick that loses its power or is pulled out, at each operation in turn, while keys that were prolonged come to it and
/// while what was there before goes: the same once more finishes it. Of these many in every run, and each with
/// `COLDSPARE_TESTS=all`.
#[test]
fn a_stick_has_the_keys_of_before_or_the_prolonged_ones_at_every_moment() {
    let (before, home) = before();
    let shares = before.sealed.shares();
    let mut made = opened(only_bundle(home.path()), &shares[..3]).made().clone();
    made.change(&Change::Expiry(Expiry::Years(5)), SystemTime::now()).unwrap();
    let sealed = seal_for_the_same(&made);
    let proven = {
        let stick = tempfile::tempdir().unwrap();
        sealed.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
        opened(only_bundle(stick.path()), &shares[1..4])
    };
    let [old, new] = [&before.made, &made].map(|made| made.identity().expires().unwrap());
    assert!(new > old);
    for fault in [Fault::Gone, Fault::PowerCut] {
        for n in (1..).step_by(if all() { 1 } else { 3 }) {
            let folder = tempfile::tempdir().unwrap();
            let stick = Mounted::at(folder.path());
            before.sealed.write(&stick, &mut |_| ()).unwrap();
            let act = |stick: &dyn Stick| {
                let written = sealed.write(stick, &mut |_| ())?;
                proven.settle(&written, stick)
            };
            let done = act(&Faulty::at(&stick, fault, n));
            let there = open_until(&stick, shares);
            assert!(!there.is_empty() && there.iter().all(|until| [old, new].contains(until)), "{n}");
            match done {
                Ok(()) => {
                    assert!(n > 10 && there == [new], "{n}: {there:?}");
                    break;
                }
                Err(CeremonyError::Stick(StickError::Gone { .. })) => act(&stick).unwrap(),
                Err(other) => panic!("operation {n}: {other:?}"),
            }
            assert_eq!(open_until(&stick, shares), [new], "operation {n}: not finished");
        }
    }
}
