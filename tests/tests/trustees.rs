//! Trustees change, or a card is lost: the same keys are sealed under a new backup key, for new cards. New cards open the
//! new backup, old ones the old, and no mixture of them either; an old card is told by name; and a stick has a backup that
//! opens whenever it is pulled out.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use coldspare::backup::{BackupPart, Collector, Share, bundle, hexadecimal_lines, words};
use coldspare::ceremony::{
    CeremonyError, Made, OldCopy, Planned, ReadBack, Reading, Recovery, Rehearsed, Rehearser, Sealed, Split,
    bundles, check_card,
};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::paper::{Paper, Sheets, pdf};
use coldspare::plan::{Algorithm, PrimaryKey, Quorum, Trustee};
use coldspare_tests::faulty_stick::{Fault, Faulty};
use coldspare_tests::paper::Pdf;
use coldspare_tests::screen::plain;
use coldspare_tests::words::said;
use coldspare_tests::{VirtualBus, fixtures};
use tempfile::TempDir;

const PLANNED: Planned = Planned { sticks: 1, sheets: 0 };
/// Who gets the new cards.
const NEW: [&str; 4] = ["Niels Bohr", "Alan Turing", "Lise Meitner", "Kurt Gödel"];

/// What was there before, and what is sealed for other cards.
struct Changed {
    /// All cards, and the codes of the sheet.
    old: Vec<Share>,
    old_sheet: Vec<BackupPart>,
    old_stick: TempDir,
    sealed: Sealed,
    made: Made,
}

fn only_bundle(stick: &Path) -> Recovery {
    let stick = Mounted::at(stick);
    let [folder] = &bundles(&stick).unwrap()[..] else { panic!("not one bundle") };
    Recovery::from_bundle(&stick, folder).unwrap()
}

fn from_sheet(codes: &[BackupPart]) -> Recovery {
    let mut sheet = Collector::default();
    for code in codes {
        sheet.add(code.clone()).unwrap();
    }
    Recovery::from_sheet(&sheet).unwrap()
}

fn opened(mut recovery: Recovery, cards: &[Share]) -> Result<Rehearsed, CeremonyError> {
    for card in cards {
        recovery.add(card.clone())?;
    }
    recovery.recover()
}

/// The same keys, for other people, any `needed` of `cards`.
fn dealt(opened: &Rehearsed, needed: u8, cards: u8) -> (Made, Sealed) {
    let mut made = opened.made().clone();
    let quorum = Quorum::new(needed.into(), cards.into()).unwrap();
    let trustee = |name: &&str| Trustee { name: (*name).into(), note: String::new() };
    made.change_trustees(quorum, NEW[..cards.into()].iter().map(trustee).collect()).unwrap();
    let sealed = Sealed::seal(&made, Split::of_new_key(quorum).unwrap(), PLANNED, &mut |_| ()).unwrap();
    (made, sealed)
}

fn changed(before: fixtures::Prepared, old_stick: TempDir) -> Changed {
    let (old, needed) = (before.sealed.shares().to_vec(), before.sealed.manifest().quorum.needed());
    let old_sheet = before.sealed.parts().unwrap();
    let opened = opened(only_bundle(old_stick.path()), &old[..needed.into()]).unwrap();
    let (made, sealed) = dealt(&opened, 2, 4);
    Changed { old, old_sheet, old_stick, sealed, made }
}

/// Any two of three cards opened it before, and any two of four others since.
fn of(algorithm: Algorithm) -> Changed {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(algorithm, 2, 3).unwrap();
    changed(fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap(), stick)
}

/// Keys that GnuPG had made.
fn imported() -> Changed {
    let stick = tempfile::tempdir().unwrap();
    let mut plan = fixtures::plan(Algorithm::Rsa2048, 2, 3).unwrap();
    plan.primary_key = PrimaryKey::SignatureSlot;
    let exported = std::fs::read("golden/keys/rsa-with-elgamal.asc").unwrap();
    let before = fixtures::prepare_import(plan, &exported, None, stick.path(), &mut |_| ()).unwrap();
    changed(before, stick)
}

/// What version 1 wrote.
fn golden() -> Changed {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let old: Vec<_> = read("shares.txt").lines().map(|line| Share::parse(line).unwrap()).collect();
    let parts = read("parts.txt");
    let old_sheet: Vec<_> = parts.lines().map(|line| BackupPart::parse(line).unwrap()).collect();
    let opened = opened(from_sheet(&old_sheet), &old[..3]).unwrap();
    let (made, sealed) = dealt(&opened, 2, 4);
    let old_stick = tempfile::tempdir().unwrap();
    let name = bundle::folder(&sealed.manifest().fingerprint);
    std::fs::create_dir(old_stick.path().join(&name)).unwrap();
    for file in std::fs::read_dir(folder.join(&name)).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), old_stick.path().join(&name).join(file.file_name())).unwrap();
    }
    Changed { old, old_sheet, old_stick, sealed, made }
}

/// All cards of a set, `needed` of them at a time: two.
fn pairs(cards: &[Share]) -> impl Iterator<Item = [Share; 2]> {
    let pair = |(at, one): (usize, &Share)| {
        let one = one.clone();
        cards[at + 1..].iter().map(move |other| [one.clone(), other.clone()]).collect::<Vec<_>>()
    };
    cards.iter().enumerate().flat_map(pair).collect::<Vec<_>>().into_iter()
}

/// Typed as words, which say neither set nor number, and told to be of the new set.
fn typed(mut recovery: Recovery, cards: [&Share; 2], quorum: Quorum) -> Result<Rehearsed, CeremonyError> {
    for (card, number) in cards.into_iter().zip([Some(1), Some(2)]) {
        recovery.add_typed(number, Some(quorum), [&*card.y], [])?;
    }
    recovery.recover()
}

fn holds(Changed { old, old_sheet, old_stick, sealed, made }: &Changed) {
    let stick = tempfile::tempdir().unwrap();
    let new_stick = Mounted::at(stick.path());
    let written = sealed.write(&new_stick, &mut |_| ()).unwrap();
    let (new, sheet) = (sealed.shares(), sealed.parts().unwrap());
    // Any of the new cards, from stick and sheet, and the whole rehearsal with two of them.
    for pair in pairs(new) {
        for recovery in [only_bundle(stick.path()), from_sheet(&sheet)] {
            let back = opened(recovery, &pair).unwrap();
            assert_eq!(back.identity().fingerprint(), made.identity().fingerprint());
            assert_eq!(back.plan().trustees[0].name, NEW[0]);
        }
    }
    let mut cards = ReadBack::new(sealed);
    fixtures::scan_all(&mut cards, sealed).unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let bundle = (&written, &new_stick);
    rehearser.rehearse(made, sealed, &cards.finish().unwrap(), bundle, &mut |_| ()).unwrap();
    // One new card and an old one, however they are read, and old ones alone.
    for old in old {
        let other_set = only_bundle(stick.path()).add(old.clone());
        assert!(other_set.is_err(), "{other_set:?}");
        for new in new {
            let quorum = sealed.manifest().quorum;
            let both = typed(only_bundle(stick.path()), [new, old], quorum);
            assert!(matches!(both, Err(CeremonyError::NoCard { .. })), "{both:?}");
            for cards in [[new, old], [old, new]] {
                assert!(typed(from_sheet(&sheet), cards, quorum).is_err());
            }
        }
        let card = Reading::code(&old.to_text());
        assert!(check_card(sealed.manifest(), &card).is_err());
    }
    // What the screen says of the old ones: they still open an old copy. New cards do not.
    let needed = usize::from(old[0].quorum.needed());
    for recovery in [only_bundle(old_stick.path()), from_sheet(old_sheet)] {
        let back = opened(recovery, &old[old.len() - needed..]).unwrap();
        assert_eq!(back.identity().fingerprint(), made.identity().fingerprint());
    }
    for new in new {
        assert!(only_bundle(old_stick.path()).add(new.clone()).is_err());
    }
}

#[test]
fn any_new_cards_open_the_new_backup_and_no_mixture_does_and_old_ones_open_the_old_one() {
    holds(&of(Algorithm::Curve25519));
}

#[test]
fn the_same_with_p_256() {
    holds(&of(Algorithm::NistP256));
}

#[test]
fn the_same_with_rsa_4096() {
    holds(&of(Algorithm::Rsa4096));
}

#[test]
fn the_same_with_keys_of_gnupg_that_were_brought() {
    holds(&imported());
}

#[test]
fn the_same_with_a_backup_of_version_1_from_its_sheet_alone() {
    holds(&golden());
}

/// Two new cards of three and one old one, in every way.
#[test]
fn two_new_cards_and_an_old_one_are_not_three() {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 3, 4).unwrap();
    let before = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let old = before.sealed.shares();
    let (_, sealed) = dealt(&opened(only_bundle(stick.path()), &old[..3]).unwrap(), 3, 4);
    let (quorum, sheet) = (sealed.manifest().quorum, sealed.parts().unwrap());
    for [one, other] in pairs(sealed.shares()) {
        for old in old {
            let mut recovery = from_sheet(&sheet);
            for card in [&one, &other] {
                recovery.add(card.clone()).unwrap();
            }
            recovery.add_typed(None, Some(quorum), [&*old.y], []).unwrap();
            assert!(recovery.recover().is_err());
        }
    }
}

/// Where new cards are read back, the old ones lie beside them.
#[test]
fn an_old_card_is_told_by_its_name_and_its_set_where_new_ones_are_read_back() {
    let Changed { old, sealed, .. } = of(Algorithm::Curve25519);
    let card = &old[1];
    let lines = hexadecimal_lines(&card.y).map(|line| line.to_string()).join("\n");
    let ways =
        [Reading::code(&card.to_text()), Reading::words(&words(&card.y).join(" ")), Reading::digits(&lines)];
    for reading in ways {
        let error = ReadBack::new(&sealed).read_whole(1, &reading).unwrap_err();
        assert!(matches!(error, CeremonyError::OldCard { .. }), "{error:?}");
        let told = fixtures::message(&error);
        for says in ["Alan Turing", &card.set.to_string(), &sealed.manifest().set.to_string()] {
            assert!(told.contains(says), "{told}");
        }
        assert!(ReadBack::handwritten(&sealed).read_whole(1, &reading).is_err());
    }
    assert!(sealed.takes_the_place_of(&card.y) && !sealed.takes_the_place_of(&sealed.shares()[0].y));
}

#[test]
fn what_is_old_is_listed_and_goes_onto_paper_with_a_box_for_each() {
    let Changed { old, sealed, .. } = of(Algorithm::Curve25519);
    let set = old[0].set;
    let all = sealed.old_copies();
    let card = |number: u8, name: &str| OldCopy::Card { set, number, name: Some(name.into()), sheet: true };
    let cards = [card(1, "Grace Hopper"), card(2, "Alan Turing"), card(3, "Emmy Noether")];
    assert_eq!(all[..3], cards);
    assert_eq!(all[3..], [OldCopy::Stick { set, sealing: 1, at: 1, of: 1 }]);
    for code in Texts::languages() {
        let texts = Texts::of(code);
        for paper in [Paper::A4, Paper::Letter, Paper::Receipt80] {
            let pages = sealed.to_destroy(&Sheets { texts: &texts, paper }, &[], &all[..1]);
            assert_eq!(pages.len(), 1, "{code} {paper:?}");
            let text = plain(&Pdf::of(&pdf(&pages).unwrap()).unwrap().text(1).unwrap());
            for old in &all {
                assert!(text.contains(&plain(&old.words(&texts))), "{code}: {text}");
            }
            for key in ["destroy-why", "destroy-paper-text", "destroy-stick-text"] {
                assert!(said(key).stand_in(&text, &texts), "{code}: {key}: {text}");
            }
        }
    }
}

/// Sixteen cards, of two sets, and many sticks.
#[test]
fn a_long_list_goes_over_pages_and_nothing_is_left_out() {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 16).unwrap();
    let before = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let mut back = opened(only_bundle(stick.path()), &before.sealed.shares()[..2]).unwrap();
    let mut sealed = before.sealed;
    for _ in 0..3 {
        let split = Split::of_new_key(back.plan().quorum).unwrap();
        let planned = Planned { sticks: 5, sheets: 3 };
        sealed = Sealed::seal(back.made(), split, planned, &mut |_| ()).unwrap();
        back = opened(from_sheet(&sealed.parts().unwrap()), &sealed.shares()[..2]).unwrap();
    }
    let all = sealed.old_copies();
    assert_eq!(all.len(), 16 + 1 + 2 * (16 + 5 + 1));
    let texts = Texts::of("de");
    let pages = sealed.to_destroy(&Sheets { texts: &texts, paper: Paper::A4 }, &[], &[]);
    assert!(pages.len() > 1);
    let drawn = Pdf::of(&pdf(&pages).unwrap()).unwrap();
    let text: String = (1..=pages.len()).map(|page| plain(&drawn.text(page).unwrap())).collect();
    let sticks = all.iter().filter(|old| matches!(old, OldCopy::Stick { .. })).count();
    assert_eq!(text.matches("Versiegelung 1").count(), sticks + 2, "{text}");
    // A sheet for the same cards takes nobody's place.
    let next = Sealed::seal(back.made(), back.made().split().unwrap(), PLANNED, &mut |_| ()).unwrap();
    assert_eq!(next.old_copies(), []);
    assert!(next.to_destroy(&Sheets { texts: &texts, paper: Paper::A4 }, &[], &[]).is_empty());
}

/// Which of the bundles on a stick these cards open, by their names; any other is refused.
fn open(stick: &Mounted, cards: &[Share]) -> Vec<String> {
    let mut names = Vec::new();
    for folder in bundles(stick).unwrap() {
        let recovery = Recovery::from_bundle(stick, &folder).unwrap();
        if recovery.set() == cards[0].set {
            opened(recovery, &cards[..2]).unwrap();
            names.push(folder);
        } else {
            assert!(opened(recovery, &cards[..2]).is_err());
        }
    }
    names
}

/// At each operation of the stick in turn, until `act` is through without.
fn at_each_operation<T>(
    begin: impl Fn(&Mounted),
    act: impl Fn(&dyn Stick) -> Result<T, CeremonyError>,
    holds: impl Fn(&Mounted, u32),
) {
    for fault in [Fault::Gone, Fault::PowerCut] {
        for n in 1.. {
            let folder = tempfile::tempdir().unwrap();
            let stick = Mounted::at(folder.path());
            begin(&stick);
            match act(&Faulty::at(&stick, fault, n)) {
                Ok(_) => {
                    assert!(n > 4);
                    break;
                }
                Err(CeremonyError::Stick(StickError::Gone { .. })) => holds(&stick, n),
                Err(other) => panic!("operation {n}: {other:?}"),
            }
            act(&stick).map(drop).unwrap();
            holds(&stick, n);
        }
    }
}

/// The old bundle alone, then both, then the new one alone: at every moment there are cards that open one, and which they
/// are stands in its list.
#[test]
fn whenever_the_stick_is_pulled_out_old_cards_open_the_old_bundle_or_new_ones_the_new_one() {
    let Changed { old, old_stick, sealed, made, .. } = of(Algorithm::Curve25519);
    let new = sealed.shares();
    let folder = bundle::folder(&sealed.manifest().fingerprint);
    let kept = format!("{folder}.old");
    let copy = |stick: &Mounted| {
        let (from, to) = (old_stick.path().join(&folder), stick.root().join(&folder));
        std::fs::create_dir(&to).unwrap();
        for file in std::fs::read_dir(from).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    };
    // It is written: the old one opens at every moment, and where the new one is there, it opens as well.
    let write = |stick: &dyn Stick| sealed.write(stick, &mut |_| ());
    at_each_operation(copy, write, |stick, n| {
        let (by_old, by_new) = (open(stick, &old), open(stick, new));
        assert_eq!(by_old.len(), 1, "operation {n}");
        assert!(by_new.is_empty() || (by_new == [&*folder] && by_old == [&*kept]), "operation {n}");
    });
    // It is proven, and what it replaced goes: the new one opens at every moment.
    let proven = {
        let stick = tempfile::tempdir().unwrap();
        write(&Mounted::at(stick.path())).unwrap();
        opened(only_bundle(stick.path()), &new[2..]).unwrap()
    };
    assert_eq!(proven.identity().fingerprint(), made.identity().fingerprint());
    let written = {
        let stick = tempfile::tempdir().unwrap();
        copy(&Mounted::at(stick.path()));
        write(&Mounted::at(stick.path())).unwrap()
    };
    let both = |stick: &Mounted| {
        copy(stick);
        assert!(write(stick).unwrap().keeps);
        assert_eq!((open(stick, &old), open(stick, new)), (vec![kept.clone()], vec![folder.clone()]));
    };
    at_each_operation(
        both,
        |stick| proven.settle(&written, stick),
        |stick, n| {
            assert_eq!(open(stick, new), [&*folder], "operation {n}");
        },
    );
}

/// The power fails before the rehearsal, and somebody begins anew with the old cards: new cards, sealed once more. The old
/// bundle is still the one that is kept.
#[test]
fn whoever_begins_anew_with_the_old_cards_keeps_the_old_bundle_and_not_the_unproven_one() {
    let Changed { old, sealed, .. } = {
        let changed = of(Algorithm::Curve25519);
        changed.sealed.write(&Mounted::at(changed.old_stick.path()), &mut |_| ()).unwrap();
        let stick = Mounted::at(changed.old_stick.path());
        let kept = bundles(&stick).unwrap().into_iter().find(|name| name.ends_with(".old")).unwrap();
        let back = opened(Recovery::from_bundle(&stick, &kept).unwrap(), &changed.old[1..]).unwrap();
        let (_, next) = dealt(&back, 2, 2);
        // Nobody knows whether the other one was rehearsed: the owner says that it goes.
        let Err(CeremonyError::MadeApart(apart)) = next.write(&stick, &mut |_| ()) else {
            panic!("not asked")
        };
        assert_eq!(open(&stick, changed.sealed.shares()).len(), 1);
        assert!(next.write_instead_of(&stick, &[*apart], &mut |_| ()).unwrap().keeps);
        assert_eq!(open(&stick, &changed.old), [&*kept]);
        assert_eq!(open(&stick, next.shares()).len(), 1);
        assert!(open(&stick, changed.sealed.shares()).is_empty());
        changed
    };
    assert_ne!(old[0].set, sealed.manifest().set);
}
