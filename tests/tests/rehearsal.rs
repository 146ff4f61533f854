//! The rehearsal is given what was read from paper. Who has read too little of it has spot-checked it: that is
//! called so, is no rehearsal from paper, and writes no Nitrokey without the owner's yes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use coldspare::backup::{Gathering, Share, bundle, open, seal, words};
use coldspare::ceremony::{
    CardsProven, CeremonyError, Event, Made, ReadBack, Reading, Ready, Recovery, RehearsalError, Rehearser,
    Sealed, SpotChecked, Written,
};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Unlock};
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::{Algorithm, Role};
use coldspare::tui::messages::ToMessage;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::{VirtualBus, fixtures};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use virtual_nitrokey::Model;

/// A ceremony whose cards are printed: two of three recover.
struct Scene {
    made: Made,
    sealed: Sealed,
    written: Written,
    folder: TempDir,
}

impl Scene {
    fn new() -> Self {
        let made = fixtures::made(fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let sealed = fixtures::seal(&made).unwrap();
        let written = sealed.write(&Mounted::at(folder.path()), &mut |_| ()).unwrap();
        Scene { made, sealed, written, folder }
    }

    /// Reads these cards whole, in this order, and spot-checks the others.
    fn read(&self, whole: &[u8]) -> CardsProven {
        let mut cards = ReadBack::new(&self.sealed);
        for x in whole {
            cards.scanned(&self.share(*x).to_text()).unwrap();
        }
        for x in (1..=3).filter(|x| !whole.contains(x)) {
            fixtures::spot_check(&mut cards, &self.sealed, x).unwrap();
        }
        cards.finish().unwrap()
    }

    fn share(&self, x: u8) -> &Share {
        self.sealed.shares().iter().find(|share| share.x == x).unwrap()
    }

    fn stick(&self) -> Mounted {
        Mounted::at(self.folder.path())
    }

    /// What came of a rehearsal, and which cards it was given.
    fn rehearsal<T>(
        &self,
        rehearse: impl FnOnce(&Rehearser, (&Written, &Mounted), &mut dyn FnMut(Event)) -> Result<T, CeremonyError>,
    ) -> (Result<T, CeremonyError>, Vec<u8>) {
        let mut given = Vec::new();
        let rehearser = Rehearser::new(coldspare_tests::coldspare());
        let rehearsed = rehearse(&rehearser, (&self.written, &self.stick()), &mut |event| {
            if let Event::Rehearsing { cards } = event {
                given = cards;
            }
        });
        (rehearsed, given)
    }

    /// One from paper.
    fn rehearse(&self, cards: &CardsProven) -> (Result<Ready, CeremonyError>, Vec<u8>) {
        let (rehearsed, given) = self.rehearsal(|rehearser, bundle, events| {
            rehearser.rehearse(&self.made, &self.sealed, cards, bundle, events)
        });
        (rehearsed.map(Ready::from), given)
    }

    /// One with the shares as they were printed.
    fn as_printed(&self, cards: &CardsProven) -> (Result<SpotChecked, CeremonyError>, Vec<u8>) {
        self.rehearsal(|rehearser, bundle, events| {
            rehearser.rehearse_as_printed(&self.made, &self.sealed, cards, bundle, events)
        })
    }
}

#[test]
fn a_misprint_that_three_words_do_not_show_is_caught_by_reading_the_card_whole() {
    let scene = Scene::new();
    // The printer made another word of the seventh.
    let mut card = words(&scene.share(1).y);
    card[6] = if card[6] == "zoo" { "zone" } else { "zoo" };
    let mut cards = ReadBack::new(&scene.sealed);
    let mut asked = std::iter::repeat_with(|| cards.quick_check(1).unwrap());
    let asked = asked.find(|asked| !asked.positions().contains(&7)).unwrap();
    let typed = asked.positions().map(|position| card[position - 1]);
    cards.answer(asked, typed).unwrap();
    assert_eq!((cards.how().whole, cards.how().spot_checked), (vec![], vec![1]));
    let whole = cards.read_whole(1, &Reading::words(&card.join(" ")));
    let told =
        |e: &CeremonyError| matches!(e, CeremonyError::Mnemonic(_) | CeremonyError::CardDiffers { .. });
    assert!(whole.as_ref().is_err_and(told), "{whole:?}");
    assert_eq!(cards.how().whole, []);
    // One that is right counts as whole from then on.
    cards.read_whole(1, &Reading::words(&words(&scene.share(1).y).join(" "))).unwrap();
    fixtures::spot_check(&mut cards, &scene.sealed, 1).unwrap();
    assert_eq!((cards.how().whole, cards.how().spot_checked), (vec![1], vec![]));
}

#[test]
fn a_card_that_was_printed_again_is_to_be_read_again() {
    let scene = Scene::new();
    let mut cards = ReadBack::new(&scene.sealed);
    for x in 1..=3 {
        cards.scanned(&scene.share(x).to_text()).unwrap();
    }
    assert!(cards.finish().is_ok());
    cards.printed_again(2);
    assert_eq!(cards.read(), [1, 3]);
    let missing = cards.finish().unwrap_err();
    assert!(matches!(&missing, CeremonyError::CardsMissing { cards } if cards.len() == 1), "{missing}");
    // Three words of the new one are three words of it, whatever was read of the first.
    fixtures::spot_check(&mut cards, &scene.sealed, 2).unwrap();
    assert_eq!((cards.how().whole, cards.how().spot_checked), (vec![1, 3], vec![2]));
    let mut handwritten = cards.rest_handwritten();
    handwritten.printed_again(1);
    assert_eq!(handwritten.read(), [3, 2]);
}

#[test]
fn the_rehearsal_is_given_the_whole_cards_that_were_read_and_no_other() {
    let scene = Scene::new();
    for (whole, given) in [(vec![3, 2], vec![3, 2]), (vec![2, 1], vec![2, 1]), (vec![3, 1, 2], vec![3, 1])] {
        let (rehearsed, cards) = scene.rehearse(&scene.read(&whole));
        assert_eq!(cards, given);
        let ready = rehearsed.unwrap();
        assert_eq!(ready.spot_checked(), None);
        assert_eq!(ready.sealed_backup(), scene.sealed.manifest().sealed_backup_sha256);
    }
}

#[test]
fn with_fewer_whole_cards_than_are_needed_there_is_no_rehearsal_from_paper() {
    let scene = Scene::new();
    for whole in [vec![], vec![3]] {
        let cards = scene.read(&whole);
        let (rehearsed, given) = scene.rehearse(&cards);
        let count = whole.len();
        assert!(
            matches!(rehearsed, Err(CeremonyError::TooFewWhole { whole, needed: 2 }) if whole == count),
            "{rehearsed:?}"
        );
        assert_eq!(given, [], "nothing was rehearsed");
        // As it was printed, the rest is taken; what was read comes first.
        let (spot_checked, given) = scene.as_printed(&cards);
        assert_eq!(given, [&whole[..], &[1, 2]].concat()[..2]);
        assert_eq!(*spot_checked.unwrap().how(), cards.how());
    }
}

#[test]
fn a_spot_check_writes_a_nitrokey_only_after_a_yes_to_what_it_means() {
    let scene = Scene::new();
    let (spot_checked, _) = scene.as_printed(&scene.read(&[]));
    let spot_checked = spot_checked.unwrap();
    for (language, words) in [
        ("en", "nobody has read a whole card back"),
        ("de", "niemand hat eine ganze Karte zurückgelesen"),
        ("fr", "personne n’a relu une carte entière"),
    ] {
        let (warning, _) = spot_checked.warned(&Texts::of(language));
        assert!(warning.contains(words), "{warning}");
    }
    // A yes to another one is none to this.
    let (other, _) = Scene::new().spot_checked_alone();
    let (_, yes_to_other) = other.warned(&Texts::of("en"));
    let (again, _) = scene.as_printed(&scene.read(&[]));
    assert!(matches!(again.unwrap().accept(yes_to_other), Err(CeremonyError::OtherBackup)));

    let (_, yes) = spot_checked.warned(&Texts::of("en"));
    let mut ready = spot_checked.accept(yes).unwrap();
    assert_eq!(ready.spot_checked().unwrap().whole, []);
    let key = fixtures::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let pins = ready.pins(&Role::Primary, None).unwrap();
    let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), &serial.last_four()).unwrap();
    let flashed =
        ready.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ()).unwrap();
    ready.prove(&bus, &flashed, &pins, &mut |_| ()).unwrap();
    // Cards read whole later make it a rehearsal from paper, and what was written stays written.
    let (from_paper, _) = scene.rehearse(&scene.read(&[1, 3]));
    let from_paper = from_paper.unwrap().after(&ready);
    assert_eq!((from_paper.spot_checked(), from_paper.flashed()), (None, &[flashed][..]));
}

impl Scene {
    fn spot_checked_alone(self) -> (SpotChecked, Self) {
        let (spot_checked, _) = self.as_printed(&self.read(&[]));
        (spot_checked.unwrap(), self)
    }
}

/// The evidence is one for a sealed backup, and not for its contents: what a stick holds is this one, or another.
#[test]
fn the_same_contents_sealed_once_more_are_another_sealed_backup() {
    let scene = Scene::new();
    let mut gathering = Gathering::new();
    for share in &scene.sealed.shares()[..2] {
        gathering.add(share.clone()).unwrap();
    }
    let key = gathering.join().unwrap();
    let on_stick = |name: &str| scene.folder.path().join(&scene.written.folder).join(name);
    let contents = open(&fs::read(on_stick(bundle::SEALED_BACKUP)).unwrap(), &key).unwrap();
    // Under the same key, in a bundle that is signed and whole.
    let again = seal(&contents, &key).unwrap();
    let mut manifest = scene.sealed.manifest().clone();
    manifest.sealed_backup_sha256 = Sha256::digest(&again).into();
    let signed = sign_cleartext(scene.made.identity(), &manifest.to_toml(), SystemTime::now()).unwrap();
    fs::write(on_stick(bundle::SEALED_BACKUP), again).unwrap();
    fs::write(on_stick(bundle::MANIFEST), signed).unwrap();
    let mut recovery = Recovery::from_bundle(&scene.stick(), &scene.written.folder).unwrap();
    for share in &scene.sealed.shares()[..2] {
        recovery.add(share.clone()).unwrap();
    }
    assert_eq!(recovery.recover().unwrap().sealed_backup(), manifest.sealed_backup_sha256);
    let (rehearsed, _) = scene.rehearse(&scene.read(&[1, 2]));
    assert!(matches!(rehearsed, Err(CeremonyError::Rehearsal(RehearsalError::Different))), "{rehearsed:?}");
}

#[test]
fn evidence_of_another_sealed_backup_is_refused() {
    let (scene, other) = (Scene::new(), Scene::new());
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let cards = scene.read(&[1, 2]);
    let result =
        rehearser.rehearse(&scene.made, &scene.sealed, &cards, (&other.written, &other.stick()), &mut |_| ());
    assert!(matches!(result, Err(CeremonyError::OtherBackup)), "{result:?}");
    let of_other = other.read(&[1, 2]);
    let result = rehearser.rehearse(
        &scene.made,
        &scene.sealed,
        &of_other,
        (&scene.written, &scene.stick()),
        &mut |_| (),
    );
    assert!(matches!(result, Err(CeremonyError::OtherCeremony { .. })), "{result:?}");
}

/// Whatever keeps the fresh process: the step ends, and can be done again.
#[test]
fn a_rehearsal_whose_process_comes_to_no_end_ends_and_can_be_tried_again() {
    let scene = Scene::new();
    let cards = scene.read(&[1, 2]);
    for does in [
        "exec sleep 600",
        "exec sleep 600 >&- 2>&-",
        "while :; do printf .; sleep 0.05; done",
        "while :; do printf . >&2; sleep 0.05; done",
    ] {
        let program = scene.folder.path().join("endless");
        // Written by another process: what this one has open to be written, by chance in a child as well, nobody starts.
        let make = "printf '#!/bin/sh\n%s\n' \"$1\" > \"$2\" && chmod 700 \"$2\"";
        let made = Command::new("sh").args(["-c", make, "sh", does]).arg(&program).status().unwrap();
        assert!(made.success());
        let rehearser = Rehearser::new(&program).within(Duration::from_millis(300));
        let bundle = (&scene.written, &scene.stick());
        let rehearsed = rehearser.rehearse(&scene.made, &scene.sealed, &cards, bundle, &mut |_| ());
        let Err(error @ CeremonyError::Rehearsal(RehearsalError::NoEnd)) = rehearsed else {
            panic!("{does}: {rehearsed:?}")
        };
        for language in Texts::languages() {
            let (texts, message) = (Texts::of(language), error.to_message(&Texts::of(language)));
            assert!(message.happened.contains(&texts.say(key!("rehearsal-no-end"), &[])), "{message}");
            assert_eq!(message.now, texts.say(key!("error-ceremony-rehearsal.now"), &[]));
        }
    }
    assert!(scene.rehearse(&cards).0.is_ok());
}

#[test]
fn what_was_changed_after_it_was_sealed_is_not_written() {
    let mut scene = Scene::new();
    scene.made.keep("totp-mail", b"never sealed").unwrap();
    let (rehearsed, given) = scene.rehearse(&scene.read(&[1, 2]));
    assert!(matches!(rehearsed, Err(CeremonyError::OtherBackup)), "{rehearsed:?}");
    assert_eq!(given, []);
}

/// A process that waits for its question. Without rights of an administrator, who may look at everybody.
fn waiting(program: &str, arguments: &[&str]) -> Child {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    if rustix::process::geteuid().is_root() {
        command.uid(65_534);
    }
    command.spawn().unwrap()
}

/// Whether other programs of its user are kept out (`proc(5)`: its files are root's then), and whether its
/// memory never comes into a file.
fn is_protected(child: &Child) -> bool {
    let file = |name: &str| format!("/proc/{}/{name}", child.id());
    let limits = fs::read_to_string(file("limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    let no_core = core.split_whitespace().skip(4).take(2).eq(["0", "0"]);
    no_core && fs::metadata(file("environ")).unwrap().uid() == 0
}

#[test]
fn the_fresh_process_protects_itself_before_it_is_given_a_share() {
    let program = coldspare_tests::coldspare();
    let mut child = waiting(program.to_str().unwrap(), &["rehearse", "/nowhere/coldspare-00000000", "en"]);
    let mut other = waiting("cat", &[]);
    // Nothing was written to it yet.
    wait_until("it is protected", || Ok(is_protected(&child))).unwrap();
    assert!(!is_protected(&other), "every process seems to be");
    for child in [&mut child, &mut other] {
        drop(child.stdin.take());
        child.wait().unwrap();
    }
}
