//! Power may fail at any moment: a Nitrokey is pulled out after each single command of being flashed
//! and proven, and the same call finishes the work once it is back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use coldspare::ceremony::{CeremonyError, Rehearsed};
use coldspare::nitrokey::{Bus, Erase, NitrokeyError, Pins, Proof, Serial, Start};
use coldspare::plan::{Algorithm, Touch};
use coldspare_tests::{VirtualBus, walk};
use virtual_nitrokey::{Fault, Model, VirtualNitrokey};

struct Flasher {
    rehearsed: Rehearsed,
    pins: Pins,
}

impl Flasher {
    fn new(algorithm: Algorithm) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let mut plan = walk::plan(algorithm, 2, 3).unwrap();
        plan.public_key_url = Some("https://example.org/ada.asc".into());
        plan.touch = Touch::On;
        let bus = VirtualBus::default();
        let prepared = walk::prepare(plan, &bus, &[], stick.path(), &mut |_| ()).unwrap();
        let pins = prepared.rehearsed.pins("primary", None).unwrap();
        Flasher { rehearsed: prepared.rehearsed, pins }
    }

    fn flash_and_prove(&mut self, bus: &dyn Bus, erase: &Erase) -> Result<Proof, CeremonyError> {
        let flashed =
            self.rehearsed.flash(bus, erase, "primary", &self.pins, &Start::FactoryReset, &mut |_| ())?;
        self.rehearsed.prove(bus, &flashed, &self.pins, &mut |_| ())
    }
}

fn new_key() -> (VirtualNitrokey, VirtualBus, Serial, Erase) {
    let key = walk::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = walk::serial(&key);
    let erase = Erase::confirm(&walk::info(&bus, serial).unwrap(), "0c01").unwrap();
    (key, bus, serial, erase)
}

/// How many commands it takes when nothing goes wrong.
fn commands(flasher: &mut Flasher) -> u64 {
    let (key, bus, _, erase) = new_key();
    let before = key.commands();
    flasher.flash_and_prove(&bus, &erase).unwrap();
    key.commands() - before
}

fn finishes(flasher: &mut Flasher, bus: &VirtualBus, serial: Serial, erase: &Erase, n: u64) {
    let proof = flasher.flash_and_prove(bus, erase).unwrap_or_else(|e| panic!("after command {n}: {e}"));
    assert_eq!(proof.serial, serial);
    let tries = walk::info(bus, serial).unwrap().tries;
    assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3), "after command {n}");
}

fn every_cut(algorithm: Algorithm) {
    let mut flasher = Flasher::new(algorithm);
    let all = commands(&mut flasher);
    assert!(all > 40, "flashing and proving takes only {all} commands: the count is broken");
    for n in 1..=all {
        let (key, bus, serial, erase) = new_key();
        key.fault(Fault::CutAfter(n));
        let error = flasher.flash_and_prove(&bus, &erase).expect_err("the key was out, and nobody noticed");
        let text = error.to_string();
        match error {
            CeremonyError::Nitrokey(
                NitrokeyError::PulledOut { serial: named, .. } | NitrokeyError::NotThere { serial: named },
            ) => assert_eq!(named, serial),
            other => panic!("command {n} of {all}: {other:?}"),
        }
        assert!(text.contains("Insert it"), "command {n}: `{text}` does not say what to do");
        bus.0.plug(key);
        finishes(&mut flasher, &bus, serial, &erase, n);
    }
    println!("{algorithm}: each of {all} commands was the last one, and each time the work was finished");
}

#[test]
fn a_nitrokey_pulled_out_after_any_command_is_finished_with_curve25519() {
    every_cut(Algorithm::Curve25519);
}

#[test]
fn a_nitrokey_pulled_out_after_any_command_is_finished_with_rsa4096() {
    every_cut(Algorithm::Rsa4096);
}

#[test]
fn a_command_that_fails_or_is_lost_at_any_place_is_told_and_the_next_attempt_finishes() {
    let mut flasher = Flasher::new(Algorithm::Curve25519);
    let all = commands(&mut flasher);
    for n in 1..=all {
        // 6581: memory failure (ISO 7816-4 § 5.6).
        for fault in [Fault::Fail { after: n, status: 0x6581 }, Fault::Drop { after: n }] {
            let (key, bus, serial, erase) = new_key();
            key.fault(fault);
            // Some answers are not needed (a version that cannot be read is not shown), so an error is
            // not owed for each; what is owed is that nothing counts as proven that is not.
            let first = flasher.flash_and_prove(&bus, &erase);
            key.clear_fault();
            match first {
                Ok(proof) => assert_eq!(proof.serial, serial),
                Err(error) => assert!(error.to_string().contains(&serial.to_string()), "{n}: {error}"),
            }
            finishes(&mut flasher, &bus, serial, &erase, n);
        }
    }
}
