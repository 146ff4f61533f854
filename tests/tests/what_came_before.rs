//! Which sealed backups one was made from: what stands inside counts, every backup that was opened is known to those after
//! it, and only what is known goes from a stick.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use coldspare::backup::{self, Collector, Contents, Gathering, Manifest, Share, bundle, id_of, parts};
use coldspare::ceremony::{
    CeremonyError, Claim, Made, OldCopy, Outside, Planned, Recovery, Rehearsed, Rehearser, Sealed, Split,
    bundles,
};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::{Algorithm, Quorum};
use coldspare_tests::fixtures;
use tempfile::TempDir;

const NEXT: Planned = Planned { sticks: 3, sheets: 0 };

/// The first sealing, on a stick.
fn first() -> (Made, Sealed, TempDir) {
    let stick = tempfile::tempdir().unwrap();
    let made = fixtures::made(fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
    let sealed = fixtures::seal(&made).unwrap();
    sealed.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
    (made, sealed, stick)
}

fn with(mut recovery: Recovery, cards: &[Share]) -> Rehearsed {
    cards[..2].iter().for_each(|share| assert!(recovery.add(share.clone()).is_ok()));
    recovery.recover().unwrap()
}

/// What stands under the bundle's own name, opened.
fn opened(stick: &Path, cards: &[Share]) -> Rehearsed {
    let stick = Mounted::at(stick);
    let there = bundles(&stick).unwrap();
    let name = there.iter().find(|name| !name.ends_with(".old")).unwrap();
    with(Recovery::from_bundle(&stick, name).unwrap(), cards)
}

fn for_the_same(made: &Made) -> Sealed {
    Sealed::seal(made, made.split().unwrap(), NEXT, &mut |_| ()).unwrap()
}

/// The list of the bundle on this stick, changed, and signed by the identity: whoever has the Nitrokey can.
fn list_says(stick: &Path, made: &Made, change: impl FnOnce(&mut Manifest)) -> Manifest {
    let on = Mounted::at(stick);
    let folder = &bundles(&on).unwrap()[0];
    let mut manifest = Recovery::from_bundle(&on, folder).unwrap().manifest().unwrap().clone();
    change(&mut manifest);
    let signed = sign_cleartext(made.identity(), &manifest.to_toml(), SystemTime::now()).unwrap();
    fs::write(stick.join(folder).join(bundle::MANIFEST), signed).unwrap();
    manifest
}

#[test]
fn backups_before_it_that_only_the_list_names_are_told_and_none_of_those_that_come_of_it() {
    let (made, first, stick) = first();
    let second = for_the_same(opened(stick.path(), first.shares()).made());
    let dir = tempfile::tempdir().unwrap();
    second.write(&Mounted::at(dir.path()), &mut |_| ()).unwrap();
    let as_it_is = opened(dir.path(), first.shares());
    assert_eq!(as_it_is.made().contradicted(), None);
    let one = id_of(first.manifest().sealed_backup_sha256);
    assert_eq!(second.manifest().before, [one]);
    // Another one, one more, none.
    for before in [vec![[7; 4]], vec![one, [7; 4]], vec![]] {
        let list = list_says(dir.path(), &made, |list| list.before.clone_from(&before));
        let back = opened(dir.path(), first.shares());
        let told = Outside { set: list.set, number: 2, moment: Some(list.moment) };
        assert_eq!(back.made().contradicted(), Some(told), "{before:?}");
        let third = for_the_same(back.made());
        let two = id_of(second.manifest().sealed_backup_sha256);
        assert_eq!(third.manifest().before, [one, two], "the inside holds");
    }
}

/// A backup that somebody has sealed by hand need not say which one it is.
#[test]
fn one_that_does_not_say_which_sealing_it_is_is_known_to_those_that_come_of_it() {
    let (made, first, stick) = first();
    let shares = first.shares().to_vec();
    let folder = stick.path().join(&bundles(&Mounted::at(stick.path())).unwrap()[0]);
    let mut cards = Gathering::of_set(first.manifest().set);
    shares[..2].iter().for_each(|share| assert!(cards.add(share.clone()).is_ok()));
    let key = cards.join().unwrap();
    let file = folder.join(bundle::SEALED_BACKUP);
    let contents = backup::open(&fs::read(&file).unwrap(), &key).unwrap();
    let by_hand = backup::seal(&Contents { sealing: None, copies: Vec::new(), ..contents }, &key).unwrap();
    fs::write(&file, &by_hand).unwrap();
    let hash = openssl::sha::sha256(&by_hand);
    let list = list_says_of(&folder, &made, first.manifest(), hash);
    let claim =
        Claim::read(&Mounted::at(stick.path()), folder.file_name().unwrap().to_str().unwrap()).unwrap();

    let mut sheet = Collector::default();
    for part in parts(list.set, 1, &by_hand).unwrap() {
        sheet.add(part).unwrap();
    }
    let from_sheet = with(Recovery::from_sheet(&sheet).unwrap(), &shares);
    for back in [opened(stick.path(), &shares), from_sheet] {
        assert!(back.made().sealing().is_none() && back.made().contradicted().is_none());
        let second = for_the_same(back.made());
        assert_eq!((second.manifest().sealing, &second.manifest().before[..]), (2, &[id_of(hash)][..]));

        let dir = tempfile::tempdir().unwrap();
        let written = second.write(&Mounted::at(dir.path()), &mut |_| ()).unwrap();
        let next = Claim::read(&Mounted::at(dir.path()), &written.folder).unwrap();
        assert!(claim.is_older_than(&next) && !next.is_older_than(&claim));
        let back = opened(dir.path(), &shares);
        assert_eq!(back.made().contradicted(), None);
        let third = for_the_same(back.made());
        assert_eq!(third.manifest().before, [hash, second.manifest().sealed_backup_sha256].map(id_of));
        // It makes room for what was made from it, even two sealings later.
        third.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
        fs::write(&file, &by_hand).unwrap();
        list_says_of(&folder, &made, first.manifest(), hash);
        fs::remove_dir_all(folder.with_extension("old")).unwrap();
        // Where its copies are, nobody knows, and for new cards that is said.
        let split = Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
        let others = Sealed::seal(back.made(), split, NEXT, &mut |_| ()).unwrap();
        let unknown = OldCopy::Unknown { set: list.set, sealing: 1 };
        assert!(others.old_copies().contains(&unknown), "{:?}", others.old_copies());
    }
}

/// The list in this folder: as that one, of this sealed backup.
fn list_says_of(folder: &Path, made: &Made, list: &Manifest, sealed_backup_sha256: [u8; 32]) -> Manifest {
    let list = Manifest { sealed_backup_sha256, ..list.clone() };
    let signed = sign_cleartext(made.identity(), &list.to_toml(), SystemTime::now()).unwrap();
    fs::write(folder.join(bundle::MANIFEST), signed).unwrap();
    list
}

/// Between the writing and the rehearsal something else may have come in the place of what is kept.
#[test]
fn what_lies_beside_a_proven_bundle_goes_only_if_it_is_what_that_has_replaced() {
    let (_, first, stick) = first();
    let on = Mounted::at(stick.path());
    let back = opened(stick.path(), first.shares());
    let second = for_the_same(back.made());
    let written = second.write(&on, &mut |_| ()).unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let cards = back.made().cards().unwrap();
    let proven = rehearser.rehearse(back.made(), &second, cards, (&written, &on), &mut |_| ()).unwrap();

    let kept = stick.path().join(format!("{}.old", written.folder)).join(bundle::SEALED_BACKUP);
    let (replaced, other) = (fs::read(&kept).unwrap(), for_the_same(back.made()));
    let sealed = other.files().iter().find(|(name, _)| *name == bundle::SEALED_BACKUP).unwrap();
    fs::write(&kept, &sealed.1).unwrap();
    assert!(matches!(proven.settle(&written, &on), Err(CeremonyError::OtherBackup)));
    assert!(fs::read(&kept).is_ok_and(|there| there == sealed.1), "it is gone");
    fs::write(&kept, &replaced).unwrap();
    proven.settle(&written, &on).unwrap();
    assert!(!kept.exists());
}
