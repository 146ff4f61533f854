//! Power may fail at any moment: a Nitrokey is pulled out after each single command of being flashed
//! and proven, and the same call finishes the work once it is back. At no moment does it hold a key behind a
//! PIN that everybody knows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use coldspare::backup::Share;
use coldspare::ceremony::{CeremonyError, Recovery};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Bus, Erase, NitrokeyError, Proof, Serial, Unlock};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Role, Touch};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::{LyingBus, VirtualBus};
use secrecy::SecretString;
use virtual_nitrokey::{Config, Fault, Liar, Model, Trait, VirtualNitrokey};

struct Flasher {
    prepared: Prepared,
    pins: Pins,
    start: Unlock,
    stick: tempfile::TempDir,
}

impl Flasher {
    fn new(algorithm: Algorithm, touch: Touch, start: Unlock) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let mut plan = fixtures::plan(algorithm, 2, 3).unwrap();
        plan.public_key_url = Some("https://example.org/ada.asc".into());
        plan.touch = touch;
        let bus = VirtualBus::default();
        let prepared = fixtures::prepare(plan, &bus, &[], stick.path(), &mut |_| ()).unwrap();
        let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
        Flasher { prepared, pins, start, stick }
    }

    /// A later sitting with the same keys: cards and stick bring them back, and nothing else is known.
    fn later(&mut self) {
        let mut recovery =
            Recovery::from_bundle(&Mounted::at(self.stick.path()), &self.prepared.folder).unwrap();
        for share in &self.prepared.sealed.shares()[..2] {
            recovery.add(Share::parse(&share.to_text()).unwrap()).unwrap();
        }
        self.prepared.rehearsed = recovery.recover().unwrap();
    }

    fn flash_and_prove(&mut self, bus: &dyn Bus, erase: &Erase) -> Result<Proof, CeremonyError> {
        let rehearsed = &mut self.prepared.rehearsed;
        let flashed = rehearsed.flash(bus, erase, &Role::Primary, &self.pins, &self.start, &mut |_| ())?;
        rehearsed.prove(bus, &flashed, &self.pins, &mut |_| ())
    }
}

/// A new key that keeps its state in a file, so that it can be looked into without being asked.
struct Card {
    key: VirtualNitrokey,
    bus: VirtualBus,
    erase: Erase,
    serial: Serial,
    folder: tempfile::TempDir,
}

impl Card {
    fn new(model: Model) -> Self {
        Card::numbered(model, 0)
    }

    /// One that does something otherwise.
    fn with(model: Model, traits: &[Trait]) -> Self {
        Card::numbered_with(model, 0, traits)
    }

    /// One that no other has the serial of.
    fn numbered(model: Model, number: u64) -> Self {
        Card::numbered_with(model, number, &[])
    }

    fn numbered_with(model: Model, number: u64, traits: &[Trait]) -> Self {
        let number = 0x0C01 + 0x1_0000 * u32::try_from(number).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let state = Some(folder.path().join("state"));
        let key = VirtualNitrokey::new(Config { model, serial: number, state }).unwrap();
        let key = traits.iter().fold(key, |key, one| key.with(*one));
        let bus = VirtualBus::with(&[&key]);
        let serial = fixtures::serial(&key);
        let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), "0c01").unwrap();
        Card { key, bus, erase, serial, folder }
    }

    /// Whether somebody who finds it now could use a key on it.
    fn is_open_to_everybody(&self) -> bool {
        open_to_everybody(self.key.model(), &self.folder.path().join("state"), self.folder.path())
    }
}

/// Looks into a copy: giving a PIN there costs no try here.
fn open_to_everybody(model: Model, state: &Path, folder: &Path) -> bool {
    let copy: PathBuf = folder.join("copy");
    std::fs::copy(state, &copy).unwrap();
    let key = VirtualNitrokey::new(Config { model, serial: 1, state: Some(copy) }).unwrap();
    let ask = |command: &[u8]| key.transmit(command).unwrap();
    if ask(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0]) != [0x90, 0] {
        // Half reset: nothing is on it.
        return false;
    }
    let related = ask(&[0, 0xCA, 0, 0x6E, 0, 0, 0]);
    let object = |tag: &[u8]| {
        let at = related.windows(tag.len()).position(|window| window == tag).unwrap() + tag.len();
        &related[at..]
    };
    // Key information (OpenPGP card 3.4 § 4.4.3.8), a number and a state for each slot; fingerprints.
    let states = &object(&[0xDE, 6])[..6];
    let keys = states.chunks(2).any(|slot| slot[1] != 0) || object(&[0xC5, 60])[..60].iter().any(|b| *b != 0);
    let verify = |which: u8, pin: &[u8]| {
        ask(&[&[0, 0x20, 0, which, pin.len() as u8], pin].concat()).ends_with(&[0x90, 0])
    };
    keys && (verify(0x81, b"123456") || verify(0x83, b"12345678"))
}

/// How many commands it takes when nothing goes wrong.
fn commands(flasher: &mut Flasher, model: Model, traits: &[Trait]) -> u64 {
    let card = Card::with(model, traits);
    let before = card.key.commands();
    flasher.flash_and_prove(&card.bus, &card.erase).unwrap();
    card.key.commands() - before
}

fn finishes(flasher: &mut Flasher, card: &Card, cut: &str) {
    let proof =
        flasher.flash_and_prove(&card.bus, &card.erase).unwrap_or_else(|e| panic!("after {cut}: {e}"));
    assert_eq!(proof.serial, card.serial);
    let tries = fixtures::info(&card.bus, card.serial).unwrap().tries;
    assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3), "after {cut}");
}

fn every_cut(algorithm: Algorithm, model: Model) {
    every_cut_with(algorithm, model, &[]);
}

fn every_cut_with(algorithm: Algorithm, model: Model, traits: &[Trait]) {
    let touch = if model == Model::Nitrokey3 { Touch::On } else { Touch::Off };
    let mut flasher = Flasher::new(algorithm, touch, Unlock::FactoryReset);
    let all = commands(&mut flasher, model, traits);
    assert!(all > 40, "flashing and proving takes only {all} commands: the count is broken");
    for n in 1..=all {
        // One that this sitting knows nothing of.
        let card = Card::numbered_with(model, n, traits);
        card.key.fault(Fault::CutAfter(n));
        let error =
            flasher.flash_and_prove(&card.bus, &card.erase).expect_err("the key was out, and nobody noticed");
        let text = fixtures::message(&error);
        match error {
            CeremonyError::Nitrokey(
                NitrokeyError::PulledOut { serial: named, .. } | NitrokeyError::NotThere { serial: named },
            ) => assert_eq!(named, card.serial),
            other => panic!("command {n} of {all}: {other:?}"),
        }
        assert!(text.contains("Insert it"), "command {n}: `{text}` does not say what to do");
        // A Start puts its PINs back with each key that it gets: of it, it cannot be asked.
        assert!(model == Model::Start || !card.is_open_to_everybody(), "after command {n} of {all}");
        card.bus.0.plug(card.key.clone());
        finishes(&mut flasher, &card, &format!("command {n}"));
    }
    println!("{algorithm}: each of {all} commands was the last one, and each time the work was finished");
}

/// The class and instruction of each command that it takes when nothing goes wrong.
fn recorded(flasher: &mut Flasher, model: Model) -> Vec<[u8; 2]> {
    let (card, all) = (Card::new(model), Arc::new(Mutex::new(Vec::new())));
    let records = all.clone();
    let recorder = Liar::over(&card.key, move |command, truth| {
        records.lock().unwrap().push([command[0], command[1]]);
        truth(command)
    });
    flasher.flash_and_prove(&LyingBus::with("a reader", recorder), &card.erase).unwrap();
    let all = all.lock().unwrap();
    all.clone()
}

/// The power fails within each command that writes, after `parts` (256ths) of what it writes: a data object is cut in
/// two, and so is a factory reset.
fn every_cut_within(algorithm: Algorithm, model: Model, parts: &[u8]) {
    /// VERIFY (a counter), CHANGE REFERENCE DATA, RESET RETRY COUNTER, PUT DATA, TERMINATE DF, ACTIVATE FILE; of a
    /// command in several parts only the last does something.
    const WRITES: [[u8; 2]; 7] =
        [[0, 0x20], [0, 0x24], [0, 0x2C], [0, 0xDA], [0, 0xDB], [0, 0xE6], [0, 0x44]];
    let mut flasher = Flasher::new(algorithm, Touch::Off, Unlock::FactoryReset);
    let all = recorded(&mut flasher, model);
    let writing: Vec<_> = (1..).zip(&all).filter(|(_, command)| WRITES.contains(command)).collect();
    assert!(writing.len() > 20, "only {} commands write: the count is broken", writing.len());
    let mut number = 0;
    for (n, command) in &writing {
        for part in parts {
            number += 1;
            let card = Card::numbered(model, number);
            card.key.fault(Fault::CutWithin { after: *n, part: *part });
            flasher.flash_and_prove(&card.bus, &card.erase).expect_err("the key was out, and nobody noticed");
            let cut = format!("{part}/256 of command {n}, {command:02X?}");
            assert!(!card.key.is_plugged(), "{cut}");
            assert!(model == Model::Start || !card.is_open_to_everybody(), "{cut}");
            card.bus.0.plug(card.key.clone());
            finishes(&mut flasher, &card, &cut);
        }
    }
    println!("{algorithm} on {model}: {number} cuts within {} commands, each finished", writing.len());
}

/// All of them, or some for every run.
fn parts() -> &'static [u8] {
    if coldspare_tests::all() { &[1, 40, 85, 128, 171, 215, 255] } else { &[85, 200] }
}

#[test]
fn a_start_whose_power_fails_within_a_command_is_finished_with_curve25519() {
    every_cut_within(Algorithm::Curve25519, Model::Start, parts());
}

#[test]
fn a_start_whose_power_fails_within_a_command_is_finished_with_rsa2048() {
    every_cut_within(Algorithm::Rsa2048, Model::Start, &parts()[..1]);
}

#[test]
fn a_nitrokey_3_whose_power_fails_within_a_command_is_finished() {
    every_cut_within(Algorithm::Curve25519, Model::Nitrokey3, parts());
}

#[test]
fn a_pro_whose_power_fails_within_a_command_is_finished() {
    every_cut_within(Algorithm::NistP256, Model::Pro2, parts());
}

#[test]
fn a_nitrokey_pulled_out_after_any_command_is_finished_with_curve25519() {
    every_cut(Algorithm::Curve25519, Model::Nitrokey3);
}

#[test]
fn a_nitrokey_pulled_out_after_any_command_is_finished_with_rsa4096() {
    every_cut(Algorithm::Rsa4096, Model::Nitrokey3);
}

#[test]
fn a_pro_pulled_out_after_any_command_is_finished_with_p256() {
    every_cut(Algorithm::NistP256, Model::Pro2);
}

#[test]
fn a_card_that_says_late_that_it_is_terminated_is_finished_after_any_command() {
    every_cut_with(Algorithm::Curve25519, Model::Nitrokey3, &[Trait::LateTermination]);
}

#[test]
fn a_card_in_a_reader_with_short_commands_is_finished_after_any_command() {
    every_cut_with(Algorithm::NistP256, Model::Pro2, &[Trait::ShortReader]);
}

#[test]
fn a_card_that_takes_short_commands_alone_is_finished_after_any_command() {
    every_cut_with(Algorithm::NistP256, Model::Pro2, &[Trait::ShortCommands]);
}

#[test]
fn a_card_whose_slots_cannot_be_changed_is_finished_after_any_command() {
    every_cut_with(Algorithm::Rsa2048, Model::Pro2, &[Trait::FixedAttributes]);
}

#[test]
fn another_makers_card_is_finished_after_any_command() {
    let traits = [Trait::Maker(0xAFAF), Trait::NoAlgorithmList];
    every_cut_with(Algorithm::Rsa2048, Model::Pro2, &traits);
}

#[test]
fn a_start_pulled_out_after_any_command_is_finished_with_curve25519() {
    every_cut(Algorithm::Curve25519, Model::Start);
}

#[test]
fn keys_are_there_and_everybody_knows_the_pins_is_noticed() {
    let card = Card::new(Model::Nitrokey3);
    assert!(!card.is_open_to_everybody());
    for command in [
        &[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0][..],
        &[0, 0x20, 0, 0x83, 8, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38],
        &[0, 0xDA, 0, 0xC1, 9, 0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7],
        &[0, 0x47, 0x80, 0, 2, 0xB6, 0, 0],
    ] {
        assert!(card.key.transmit(command).unwrap().ends_with(&[0x90, 0]));
    }
    assert!(card.is_open_to_everybody());
}

#[test]
fn a_command_that_fails_or_is_lost_at_any_place_is_told_and_the_next_attempt_finishes() {
    let mut flasher = Flasher::new(Algorithm::Curve25519, Touch::On, Unlock::FactoryReset);
    let all = commands(&mut flasher, Model::Nitrokey3, &[]);
    for n in 1..=all {
        // 6581: memory failure (ISO 7816-4 § 5.6).
        for fault in [Fault::Fail { after: n, status: 0x6581 }, Fault::Drop { after: n }] {
            let card = Card::new(Model::Nitrokey3);
            card.key.fault(fault);
            // Some answers are not needed (a version that cannot be read is not shown), so an error is
            // not owed for each; what is owed is that nothing counts as proven that is not.
            let first = flasher.flash_and_prove(&card.bus, &card.erase);
            card.key.clear_fault();
            match first {
                Ok(proof) => assert_eq!(proof.serial, card.serial),
                Err(error) => assert!(error.to_string().contains(&card.serial.to_string()), "{n}: {error}"),
            }
            finishes(&mut flasher, &card, &format!("command {n}"));
        }
    }
}

/// A card that says that it has no factory reset, and what was given to it as a PIN and was none.
fn without_reset(key: &VirtualNitrokey) -> (LyingBus, Arc<AtomicU64>, Arc<Mutex<Vec<u8>>>) {
    watched(key, Some(0))
}

/// The same of one that says this of its life cycle, or what it always says.
fn watched(key: &VirtualNitrokey, life_cycle: Option<u8>) -> (LyingBus, Arc<AtomicU64>, Arc<Mutex<Vec<u8>>>) {
    let (wrong, last) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(Vec::new())));
    let (counts, keeps) = (wrong.clone(), last.clone());
    let card = Liar::over(key, move |command, truth| {
        *keeps.lock().unwrap() = command[..4].to_vec();
        let mut said = truth(command)?;
        if command[1] == 0x20 && !said.ends_with(&[0x90, 0]) {
            counts.fetch_add(1, Ordering::SeqCst);
        }
        // The life cycle in the historical bytes (OpenPGP card 3.4 § 6), alone and among all that it says.
        match (&command[..4], life_cycle) {
            ([_, 0xCA, 0x5F, 0x52], Some(life_cycle)) => said[7] = life_cycle,
            ([_, 0xCA, 0x00, 0x6E], Some(life_cycle)) => {
                let at = said.windows(3).position(|window| window == [0x5F, 0x52, 10]).unwrap();
                said[at + 3 + 7] = life_cycle;
            }
            _ => {}
        }
        Ok(said)
    });
    (LyingBus::with("a reader", card), wrong, last)
}

#[test]
fn a_card_without_reset_that_was_begun_in_this_sitting_is_finished_without_a_wrong_pin() {
    let old = Unlock::AdminPin(SecretString::from("12345678"));
    let mut flasher = Flasher::new(Algorithm::Curve25519, Touch::On, old);
    let all = {
        let (card, flasher) = (Card::new(Model::Nitrokey3), &mut flasher);
        let (bus, wrong, _) = without_reset(&card.key);
        let before = card.key.commands();
        flasher.flash_and_prove(&bus, &card.erase).unwrap();
        assert_eq!(wrong.load(Ordering::SeqCst), 0);
        card.key.commands() - before
    };
    let mut in_between = 0;
    for n in 1..=all {
        let card = Card::numbered(Model::Nitrokey3, n);
        let (bus, wrong, last) = without_reset(&card.key);
        card.key.fault(Fault::CutAfter(n));
        flasher.flash_and_prove(&bus, &card.erase).expect_err("the key was out, and nobody noticed");
        assert!(!card.is_open_to_everybody(), "after command {n} of {all}");
        let cut = last.lock().unwrap().clone();
        card.key.plug();
        let proof = flasher.flash_and_prove(&bus, &card.erase);
        assert_eq!(proof.unwrap_or_else(|e| panic!("after command {n}: {e}")).serial, card.serial);
        let tries = fixtures::info(&bus, card.serial).unwrap().tries;
        assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3), "after command {n}");
        assert_eq!(wrong.load(Ordering::SeqCst), 0, "after command {n}, {cut:02X?}");
        in_between += u64::from(cut == [0, 0x24, 0, 0x83]);
    }
    assert_eq!(in_between, 1, "the admin PIN was not changed");
}

/// It announces a reset. When it has refused that, it is told, and written by the admin PIN that it has.
#[test]
fn a_card_that_refuses_its_reset_is_finished_after_any_command_without_a_wrong_pin() {
    let mut flasher = Flasher::new(Algorithm::NistP256, Touch::Off, Unlock::FactoryReset);
    let (mut refused, mut all) = (0, None);
    for n in 0.. {
        if all.is_some_and(|all| n > all) {
            break;
        }
        let card = Card::numbered_with(Model::Pro2, n, &[Trait::ResetRefused]);
        let ((bus, wrong, _), before) = (watched(&card.key, None), card.key.commands());
        if n > 0 {
            card.key.fault(Fault::CutAfter(n));
        }
        let mut attempts = 0;
        let proof = loop {
            attempts += 1;
            assert!(attempts < 5, "after command {n}: no end");
            match flasher.flash_and_prove(&bus, &card.erase) {
                Ok(proof) => break proof,
                Err(CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })) => refused += 1,
                Err(CeremonyError::Nitrokey(
                    NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. },
                )) => card.key.plug(),
                Err(error) => panic!("after command {n}: {error}"),
            }
            assert!(!card.is_open_to_everybody(), "after command {n}");
        };
        all.get_or_insert(card.key.commands() - before);
        assert_eq!((proof.serial, wrong.load(Ordering::SeqCst)), (card.serial, 0), "after command {n}");
        let tries = fixtures::info(&card.bus, card.serial).unwrap().tries;
        assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3), "after command {n}");
    }
    println!("cut after each of {all:?} commands, refused {refused} times");
    assert!(all > Some(40) && Some(refused) >= all, "{all:?}, {refused}");
}

#[test]
fn in_a_later_sitting_the_owner_says_which_admin_pin_it_has() {
    let old = Unlock::AdminPin(SecretString::from("12345678"));
    let mut flasher = Flasher::new(Algorithm::Curve25519, Touch::On, old);
    let card = Card::new(Model::Nitrokey3);
    let (bus, wrong, _) = without_reset(&card.key);
    flasher.flash_and_prove(&bus, &card.erase).unwrap();
    flasher.later();
    // The old one is not taken for the new one, and no other is tried behind the owner's back.
    let error = flasher.flash_and_prove(&bus, &card.erase).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::WrongPin { left: 2, .. })), "{error}");
    assert_eq!(wrong.load(Ordering::SeqCst), 1);
    flasher.start = Unlock::NewPin;
    flasher.flash_and_prove(&bus, &card.erase).unwrap();
    assert_eq!(wrong.load(Ordering::SeqCst), 1);
}
