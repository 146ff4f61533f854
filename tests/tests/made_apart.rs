//! Two backups of the same keys, of which neither was made from the other: each has something that the other one lacks, so
//! none makes room for the other, whatever numbers and clocks say, unless the owner was asked by name.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use coldspare::backup::{Share, bundle};
use coldspare::ceremony::{
    Apart, CeremonyError, Made, Planned, ReadBack, Recovery, Rehearsed, Rehearser, Sealed, Split, bundles,
};
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::{Algorithm, Plan, PrimaryKey, Quorum};
use coldspare_tests::fixtures;
use tempfile::TempDir;

const NEXT: Planned = Planned { sticks: 3, sheets: 0 };

/// The first sealing, on a stick.
fn first() -> (Sealed, TempDir) {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let made = fixtures::made(plan).unwrap();
    let sealed = fixtures::seal(&made).unwrap();
    sealed.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
    (sealed, stick)
}

fn opened_as(stick: &Path, folder: &str, cards: &[Share]) -> Rehearsed {
    let mut recovery = Recovery::from_bundle(&Mounted::at(stick), folder).unwrap();
    cards[..2].iter().for_each(|share| assert!(recovery.add(share.clone()).is_ok()));
    recovery.recover().unwrap()
}

/// What stands under the bundle's own name, opened.
fn opened(stick: &Path, cards: &[Share]) -> Rehearsed {
    let there = bundles(&Mounted::at(stick)).unwrap();
    opened_as(stick, there.iter().find(|name| !name.ends_with(".old")).unwrap(), cards)
}

fn with(made: &Made, name: &str) -> Made {
    let mut made = made.clone();
    made.keep(name, name.as_bytes()).unwrap();
    made
}

fn for_the_same(made: &Made) -> Sealed {
    Sealed::seal(made, made.split().unwrap(), NEXT, &mut |_| ()).unwrap()
}

fn for_new_cards(made: &Made) -> Sealed {
    let split = Split::of_new_key(Quorum::new(2, 2).unwrap()).unwrap();
    Sealed::seal(made, split, NEXT, &mut |_| ()).unwrap()
}

/// It comes to a stick, is rehearsed, and what it has replaced goes.
fn settled(made: &Made, sealed: &Sealed, stick: &Path) {
    let stick = Mounted::at(stick);
    let written = sealed.write(&stick, &mut |_| ()).unwrap();
    let mut read = ReadBack::new(sealed);
    fixtures::scan_all(&mut read, sealed).unwrap();
    let cards = read.finish().unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let proven = rehearser.rehearse(made, sealed, &cards, (&written, &stick), &mut |_| ()).unwrap();
    proven.settle(&written, &stick).unwrap();
}

/// What is on a stick: names, and each sealed backup.
fn there(stick: &Path) -> Vec<(String, Vec<u8>)> {
    let names = bundles(&Mounted::at(stick)).unwrap();
    let sealed = |name: &String| fs::read(stick.join(name).join(bundle::SEALED_BACKUP)).unwrap();
    names.iter().map(|name| (name.clone(), sealed(name))).collect()
}

/// It is not written, and all stays as it was.
fn is_refused(sealed: &Sealed, stick: &Path) {
    let before = there(stick);
    let error = sealed.write(&Mounted::at(stick), &mut |_| ()).unwrap_err();
    assert!(matches!(error, CeremonyError::MadeApart(_)), "{error:?}");
    assert!(there(stick) == before, "it is as it was");
}

/// Only the old stick was at hand, and another one has what was changed before: both are the second sealing of their set.
#[test]
fn of_two_that_were_made_of_one_none_takes_the_place_of_the_other_however_often_it_is_sealed() {
    let (sealed, old) = first();
    let cards = sealed.shares();
    let today = tempfile::tempdir().unwrap();
    let made = opened(old.path(), cards);
    // Both say the same of themselves where the clock does not go on.
    let [one, other] = ["new-subkeys", "something-else"].map(|what| with(made.made(), what));
    let [second, apart] = [&one, &other].map(for_the_same);
    second.write(&Mounted::at(today.path()), &mut |_| ()).unwrap();
    settled(&other, &apart, old.path());
    is_refused(&apart, today.path());
    for _ in 0..3 {
        let back = opened(old.path(), cards);
        let again = with(back.made(), &format!("more-{}", back.made().copies().len()));
        let next = for_the_same(&again);
        is_refused(&next, today.path());
        settled(&again, &next, old.path());
    }
    // And what was made of the one makes no room for the other.
    is_refused(&for_the_same(opened(today.path(), cards).made()), old.path());
    // What was made of it does.
    let back = opened(today.path(), cards);
    settled(back.made(), &for_the_same(back.made()), today.path());
}

/// One for new cards was made of the first as well: also where that lies beside it, nobody knows whether it was rehearsed.
#[test]
fn what_new_cards_open_is_not_removed_by_what_was_made_of_the_one_beside_it() {
    let (sealed, stick) = first();
    let old = opened(stick.path(), sealed.shares());
    let made = with(old.made(), "in-the-new-one");
    let new = for_new_cards(&made);
    let mounted = Mounted::at(stick.path());
    new.write(&mounted, &mut |_| ()).unwrap();
    let kept = there(stick.path()).into_iter().map(|(name, _)| name).find(|name| name.ends_with(".old"));
    let back = opened_as(stick.path(), &kept.unwrap(), sealed.shares());
    for next in
        [for_the_same(back.made()), for_new_cards(back.made()), for_the_same(&with(old.made(), "later"))]
    {
        is_refused(&next, stick.path());
    }
    // Nor one step later, from another stick.
    let other = tempfile::tempdir().unwrap();
    let changed = with(old.made(), "later");
    settled(&changed, &for_the_same(&changed), other.path());
    is_refused(&for_the_same(opened(other.path(), sealed.shares()).made()), stick.path());
    // What was made of the new one takes the place of both.
    let back = opened(stick.path(), new.shares());
    settled(back.made(), &for_the_same(back.made()), stick.path());
    assert_eq!(there(stick.path()).len(), 1);
}

/// Keys were brought twice, and what is kept beside them differs.
#[test]
fn of_two_backups_of_brought_keys_none_is_replaced_by_what_was_made_of_the_other() {
    let exported = fs::read("golden/keys/rsa-with-elgamal.asc").unwrap();
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now()).unwrap();
    let plan = fixtures::plan(Algorithm::Rsa2048, 2, 2).unwrap();
    let plan = Plan { primary_key: PrimaryKey::SignatureSlot, ..plan };
    let [first, second] = ["first", "second"].map(|what| {
        fixtures::seal(&with(&fixtures::bring(plan.clone(), &inventory).unwrap(), what)).unwrap()
    });
    let [one, other] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    first.write(&Mounted::at(one.path()), &mut |_| ()).unwrap();
    second.write(&Mounted::at(other.path()), &mut |_| ()).unwrap();
    is_refused(&second, one.path());
    is_refused(&for_the_same(opened(other.path(), second.shares()).made()), one.path());
    is_refused(&for_the_same(opened(one.path(), first.shares()).made()), other.path());
}

/// Cards were dealt and nothing was rehearsed; they make room if the owner agrees to that one by name, and to no other.
#[test]
fn what_the_owner_agrees_to_goes_and_nothing_else() {
    let (sealed, stick) = first();
    let old = opened(stick.path(), sealed.shares());
    let mounted = Mounted::at(stick.path());
    for_new_cards(old.made()).write(&mounted, &mut |_| ()).unwrap();
    let next = for_new_cards(old.made());
    let apart = |sealed: &Sealed| match sealed.write(&mounted, &mut |_| ()).unwrap_err() {
        CeremonyError::MadeApart(apart) => *apart,
        other => panic!("{other:?}"),
    };
    let agreed = apart(&next);
    assert_eq!((agreed.folder.as_str(), agreed.sealing), (there(stick.path())[0].0.as_str(), 1));
    let written = next.write_instead_of(&mounted, std::slice::from_ref(&agreed), &mut |_| ()).unwrap();
    assert!(written.keeps, "what was opened stays beside it");
    opened_as(stick.path(), &there(stick.path())[1].0, sealed.shares());
    // That was another one.
    let third = for_new_cards(old.made());
    let error = third.write_instead_of(&mounted, &[agreed], &mut |_| ()).unwrap_err();
    let is_next = |apart: &Apart| apart.sealed_backup == next.manifest().sealed_backup_sha256;
    assert!(matches!(&error, CeremonyError::MadeApart(apart) if is_next(apart)), "{error:?}");
}

/// Who writes can do nothing with what is said to a reader: another copy of what lies there is of no use.
#[test]
fn what_nobody_can_tell_stays_and_is_named_with_a_way_out() {
    type Damage = fn(&Path);
    let damages: [Damage; 7] = [
        |folder| fs::write(folder.join(bundle::MANIFEST), b"what is this").unwrap(),
        |folder| fs::remove_file(folder.join(bundle::MANIFEST)).unwrap(),
        |folder| fs::write(folder.join(bundle::PUBLIC_KEY), b"what is this").unwrap(),
        |folder| fs::remove_file(folder.join(bundle::PUBLIC_KEY)).unwrap(),
        |folder| {
            fs::remove_file(folder.join(bundle::SEALED_BACKUP)).unwrap();
            fs::create_dir(folder.join(bundle::SEALED_BACKUP)).unwrap();
        },
        |folder| fs::write(folder.join(bundle::SEALED_BACKUP), vec![0; 9_000_000]).unwrap(),
        |folder| {
            fs::remove_dir_all(folder).unwrap();
            fs::write(folder, b"a file").unwrap();
        },
    ];
    for (at, damage) in damages.iter().enumerate() {
        let (sealed, stick) = first();
        let other = tempfile::tempdir().unwrap();
        let old = opened(stick.path(), sealed.shares());
        settled(old.made(), &for_the_same(old.made()), other.path());
        // It was made of the first, and one that was made of that lies on the first one's stick.
        for_new_cards(old.made()).write(&Mounted::at(stick.path()), &mut |_| ()).unwrap();
        let name = there(stick.path())[0].0.clone();
        let folder = stick.path().join(&name);
        damage(&folder);
        let next = for_the_same(opened(other.path(), sealed.shares()).made());
        let error = next.write(&Mounted::at(stick.path()), &mut |_| ()).unwrap_err();
        assert!(
            matches!(&error, CeremonyError::CannotTell { folder, .. } if *folder == name),
            "{at}: {error:?}"
        );
        assert!(folder.exists(), "{at}");
    }
}
