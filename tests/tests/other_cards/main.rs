//! Cards and readers as other makers build them: what a card will refuse is refused before anything is erased, a PIN
//! is blocked only as the last resort, and what a card did is believed when it was read, not when it was asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod brought;
mod crt;
mod every;
mod readme;
mod reset;
mod takes;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use coldspare::backup::Share;
use coldspare::ceremony::{CeremonyError, Flashed, Meeting, Recovery};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Found, NitrokeyError, Serial, Tries, Unlock, Unreadable, Warning, list};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::{LyingBus, VirtualBus};
use secrecy::ExposeSecret as _;
use virtual_nitrokey::{Fault, Liar, Model, Trait, VirtualNitrokey};

/// SmartPGP's number in the AID.
const SMARTPGP: Trait = Trait::Maker(0xAFAF);
/// The admin PIN that a card was given by somebody else; as long as a Start wants it without a KDF-DO.
const FOREIGN: &[u8] = b"87654321876543";

/// A card, alone in its reader, and keys that are to be written on it.
struct Scene {
    key: VirtualNitrokey,
    bus: VirtualBus,
    serial: Serial,
    prepared: Prepared,
    pins: Pins,
    stick: tempfile::TempDir,
}

impl Scene {
    fn new(model: Model, traits: &[Trait]) -> Self {
        Scene::with(Algorithm::NistP256, model, traits)
    }

    fn with(algorithm: Algorithm, model: Model, traits: &[Trait]) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let plan = fixtures::plan(algorithm, 2, 3).unwrap();
        let prepared =
            fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
        let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
        let key = card(model, traits);
        let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
        Scene { key, bus, serial, prepared, pins, stick }
    }

    /// A later sitting with the same keys: cards and stick bring them back, and nothing else is known.
    fn later(mut self) -> Self {
        let folder = &self.prepared.folder;
        let mut recovery = Recovery::from_bundle(&Mounted::at(self.stick.path()), folder).unwrap();
        for share in &self.prepared.sealed.shares()[..2] {
            recovery.add(Share::parse(&share.to_text()).unwrap()).unwrap();
        }
        self.prepared.rehearsed = recovery.recover().unwrap();
        self
    }

    /// The same card in a reader that counts the PINs that were none, until its reset.
    fn counted(&self) -> (LyingBus, Arc<AtomicU64>) {
        let wrong = Arc::new(AtomicU64::new(0));
        let (counts, ended) = (wrong.clone(), AtomicBool::new(false));
        let card = Liar::over(&self.key, move |command, truth| {
            let said = truth(command)?;
            if command[1] == 0xE6 {
                ended.store(true, Ordering::SeqCst);
            }
            if command[1] == 0x20 && !said.ends_with(&[0x90, 0]) && !ended.load(Ordering::SeqCst) {
                counts.fetch_add(1, Ordering::SeqCst);
            }
            Ok(said)
        });
        (LyingBus::with("a reader", card), wrong)
    }

    fn erase(&self) -> Erase {
        Erase::confirm(&fixtures::info(&self.bus, self.serial).unwrap(), &self.serial.last_four()).unwrap()
    }

    fn flash(&mut self, start: &Unlock) -> Result<Flashed, CeremonyError> {
        let erase = self.erase();
        self.flash_as(&erase, start)
    }

    fn flash_as(&mut self, erase: &Erase, start: &Unlock) -> Result<Flashed, CeremonyError> {
        self.prepared.rehearsed.flash(&self.bus, erase, &Role::Primary, &self.pins, start, &mut |_| ())
    }

    /// Writes it in this role, and not one PIN was wrong until its reset.
    fn flash_without_a_wrong_pin(&mut self, role: &Role) -> Flashed {
        let ((bus, wrong), erase, start) = (self.counted(), self.erase(), Unlock::FactoryReset);
        let flashed = self.prepared.rehearsed.flash(&bus, &erase, role, &self.pins, &start, &mut |_| ());
        let flashed = flashed.unwrap();
        assert_eq!(wrong.load(Ordering::SeqCst), 0);
        flashed
    }

    fn prove(&self, flashed: &Flashed) {
        self.prepared.rehearsed.prove(&self.bus, flashed, &self.pins, &mut |_| ()).unwrap();
    }

    fn tries(&self) -> Tries {
        fixtures::info(&self.bus, self.serial).unwrap().tries
    }

    /// Somebody changed its admin PIN before.
    fn owned(self) -> Self {
        select(&self.key);
        let change = [&[0, 0x24, 0, 0x83, 22][..], b"12345678", FOREIGN].concat();
        assert_eq!(self.key.transmit(&change).unwrap(), [0x90, 0]);
        self
    }
}

fn card(model: Model, traits: &[Trait]) -> VirtualNitrokey {
    traits.iter().fold(fixtures::key(model, 0x0A0B_0C01).unwrap(), |key, one| key.with(*one))
}

fn select(key: &VirtualNitrokey) -> Vec<u8> {
    key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0]).unwrap()
}

fn tries(user: u8, reset_code: u8, admin: u8) -> Tries {
    Tries { user, reset_code, admin }
}
