//! A Nitrokey Start as it is: it has no button and says so of none, keeps its touch settings where no reset gets them,
//! counts PINs of one length alone, and forgets where to write. None of it stops its owner, and what it cannot do is
//! told before anything is erased.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use coldspare::ceremony::{CeremonyError, Meeting};
use coldspare::nitrokey::{
    Bus, Erase, Found, NitrokeyError, PcscBus, Pin, Port, Proof, Serial, Unlock, finish_resets, list, takes,
};
use coldspare::plan::{Algorithm, Plan, Role, Slot, Touch};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::{LyingBus, VirtualBus, pcsc};
use openssl::bn::BigNum;
use openssl::rsa::Rsa;
use sequoia_openpgp::crypto::mpi::{MPI, PublicKey};
use virtual_nitrokey::{Fault, Liar, Model, VirtualNitrokey};

const SELECT: &[u8] = &[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0];
const ADMIN: &[u8] = b"\x00\x20\x00\x83\x0812345678";
const USER: &[u8] = b"\x00\x20\x00\x81\x06123456";
const TERMINATE: &[u8] = &[0, 0xE6, 0, 0];
const ACTIVATE: &[u8] = &[0, 0x44, 0, 0];

fn plan(touch: Touch) -> Plan {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.touch = touch;
    plan
}

/// A backup that was proven, and a Start that is plugged in.
struct Table {
    prepared: Prepared,
    key: VirtualNitrokey,
    bus: VirtualBus,
    serial: Serial,
    erase: Erase,
    _stick: tempfile::TempDir,
}

impl Table {
    fn laid(touch: Touch, key: VirtualNitrokey) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let prepared =
            fixtures::prepare(plan(touch), &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
        let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
        let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), &serial.last_four()).unwrap();
        Table { prepared, key, bus, serial, erase, _stick: stick }
    }

    fn new() -> Self {
        Table::laid(Touch::Off, start())
    }

    /// Another Start, of which nothing is known yet.
    fn another(&mut self, number: u32) {
        self.key = fixtures::key(Model::Start, number).unwrap();
        (self.bus, self.serial) = (VirtualBus::with(&[&self.key]), fixtures::serial(&self.key));
        let info = fixtures::info(&self.bus, self.serial).unwrap();
        self.erase = Erase::confirm(&info, &self.serial.last_four()).unwrap();
    }

    fn written(&mut self, bus: &dyn Bus) -> Result<Proof, CeremonyError> {
        let rehearsed = &mut self.prepared.rehearsed;
        let pins = rehearsed.pins(&Role::Primary, None)?;
        let flashed =
            rehearsed.flash(bus, &self.erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ())?;
        rehearsed.prove(bus, &flashed, &pins, &mut |_| ())
    }

    fn is_written(&mut self) {
        let bus = self.bus.clone();
        let proof = self.written(&bus).unwrap();
        assert!(proof.shown.contains(&"touch: Off, Off, Off".to_owned()), "{:?}", proof.shown);
        let tries = fixtures::info(&bus, self.serial).unwrap().tries;
        assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3));
    }
}

fn start() -> VirtualNitrokey {
    fixtures::key(Model::Start, 0x0A0B_0C01).unwrap()
}

fn tell(key: &VirtualNitrokey, commands: &[&[u8]]) {
    for command in commands {
        let answer = key.transmit(command).unwrap();
        assert!(answer.ends_with(&[0x90, 0]), "{command:02X?} {answer:02X?}");
    }
}

/// What it says to its touch setting for signatures.
fn touch(key: &VirtualNitrokey) -> u8 {
    tell(key, &[SELECT]);
    key.transmit(&[0, 0xCA, 0, 0xD6, 0]).unwrap()[0]
}

#[test]
fn touch_is_refused_for_a_start_when_it_is_met() {
    let key = start();
    let bus = VirtualBus::with(&[&key]);
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    // It says otherwise.
    assert_eq!(touch(&key), 0);
    assert!(!info.touch_button);
    for touch in [Touch::On, Touch::Permanent] {
        let error = Meeting::new(plan(touch)).unwrap().meet(info.clone()).map(drop).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoTouch { .. })), "{error}");
    }
    Meeting::new(plan(Touch::Off)).unwrap().meet(info).unwrap();
}

#[test]
fn touch_is_refused_for_a_start_before_anything_is_erased() {
    let mut table = Table::laid(Touch::On, start());
    tell(&table.key, &[SELECT, ADMIN, b"\x00\xDA\x5F\x50\x04kept"]);
    let bus = table.bus.clone();
    let error = table.written(&bus).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoTouch { .. })), "{error}");
    tell(&table.key, &[SELECT]);
    assert_eq!(table.key.transmit(&[0, 0xCA, 0x5F, 0x50, 0]).unwrap(), b"kept\x90\0");
}

#[test]
fn touch_that_is_on_already_is_turned_off() {
    for on in [1, 2] {
        let mut table = Table::new();
        tell(
            &table.key,
            &[SELECT, ADMIN, &[0, 0xDA, 0, 0xD6, 2, on, 0x20], &[0, 0xDA, 0, 0xD8, 2, on, 0x20]],
        );
        table.is_written();
        assert_eq!(touch(&table.key), 0);
        // Nor does it come back with the power.
        table.key.cycle_power();
        assert_eq!(touch(&table.key), 0);
    }
}

/// A reader that cannot take the power from a card.
struct Always<'a>(&'a VirtualBus);

impl Bus for Always<'_> {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        self.0.ports()
    }
    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        self.0.presence()
    }
    fn power_cycle(&self, _: &str) -> Result<(), NitrokeyError> {
        Ok(())
    }
}

/// What it says counts, and not that it was reset: in such a reader a reset leaves its touch on.
#[test]
fn touch_that_is_on_after_the_reset_is_turned_off() {
    let mut table = Table::new();
    tell(&table.key, &[SELECT, ADMIN, &[0, 0xDA, 0, 0xD6, 2, 1, 0x20]]);
    let bus = table.bus.clone();
    table.written(&Always(&bus)).unwrap();
    assert_eq!(touch(&table.key), 0);
}

#[test]
fn touch_that_stays_permanent_wants_it_pulled_out_before_a_key_is_written() {
    let mut table = Table::new();
    tell(&table.key, &[SELECT, ADMIN, &[0, 0xDA, 0, 0xD6, 2, 2, 0x20]]);
    let bus = table.bus.clone();
    let error = table.written(&Always(&bus)).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::TouchStays { .. })), "{error}");
    assert!(fixtures::message(&error).contains("Pull it out, insert it again"), "{error}");
    let info = fixtures::info(&bus, table.serial).unwrap();
    assert!(info.is_blank() && !info.kdf, "something was written");
    table.key.unplug();
    table.bus.0.plug(table.key.clone());
    // Now it goes, in the same reader.
    table.written(&Always(&bus)).unwrap();
    assert_eq!(touch(&table.key), 0);
}

#[test]
fn a_kdf_do_cut_in_two_at_any_place_does_not_keep_a_start_from_being_written() {
    let mut table = Table::new();
    // At which command the KDF-DO comes.
    let nth = {
        let (seen, sees) = std::sync::mpsc::channel();
        let bus = LyingBus::with(
            "Nitrokey Nitrokey Start 00 00",
            Liar::over(&table.key, move |command, truth| {
                seen.send(command[..4] == [0, 0xDA, 0, 0xF9]).ok();
                truth(command)
            }),
        );
        table.written(&bus).unwrap();
        drop(bus);
        1 + u64::try_from(sees.iter().position(|is| is).unwrap()).unwrap()
    };
    // Of 110 bytes: within its first object, the number of bytes to hash, each salt, before and in both hashes.
    let places = [1, 5, 9, 10, 11, 17, 40, 43, 44, 60, 77, 78, 100, 109];
    let all = coldspare_tests::all().then(|| (1..110).collect::<Vec<_>>());
    for written in all.unwrap_or(places.to_vec()) {
        table.another(u32::try_from(written).unwrap());
        let bus = table.bus.clone();
        let part = u8::try_from((written * 256usize).div_ceil(110)).unwrap();
        table.key.fault(Fault::CutWithin { after: nth, part });
        let error = table.written(&bus).expect_err("the key was out, and nobody noticed");
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::PulledOut { .. })), "{error}");
        table.bus.0.plug(table.key.clone());
        tell(&table.key, &[SELECT]);
        let half = table.key.transmit(&[0, 0xCA, 0, 0xF9, 0]).unwrap();
        assert_eq!((half.len(), half[110 - 1]), (112, 0xFF), "it is not half");
        // It is seen, and not called unreadable.
        assert!(matches!(&list(&bus).unwrap()[..], [Found::Nitrokey(info)] if !info.kdf || written > 76));
        table.is_written();
    }
}

#[test]
fn a_card_that_counts_no_wrong_pin_is_told_and_nothing_is_lost() {
    let mut table = Table::new();
    tell(&table.key, &[SELECT, ADMIN, b"\x00\xDA\x5F\x50\x04kept"]);
    table.key.cycle_power();
    let bus = LyingBus::with(
        "Nitrokey Nitrokey Start 00 00",
        Liar::over(&table.key, |command, truth| match command[1] {
            0x20 => Ok(vec![0x69, 0x85]),
            _ => truth(command),
        }),
    );
    let error = table.written(&bus).unwrap_err();
    assert!(
        matches!(error, CeremonyError::Nitrokey(NitrokeyError::NotCounted { pin: Pin::User, .. })),
        "{error}"
    );
    tell(&table.key, &[SELECT]);
    assert_eq!(table.key.transmit(&[0, 0xCA, 0x5F, 0x50, 0]).unwrap(), b"kept\x90\0");
}

#[test]
fn an_admin_less_start_is_reset_by_its_user_pin() {
    let mut table = Table::new();
    let generate: &[u8] = &[0, 0x47, 0x80, 0, 2, 0xB6, 0, 0];
    let p256: &[u8] = &[0, 0xDA, 0, 0xC1, 9, 0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7];
    tell(&table.key, &[SELECT, ADMIN, p256, generate, USER, b"\x00\x24\x00\x81\x14123456abcdefghijklmn"]);
    table.is_written();
}

#[test]
fn terminated_and_powered_off_it_is_finished_at_the_next_attempt() {
    let mut table = Table::new();
    tell(&table.key, &[SELECT, ADMIN, TERMINATE]);
    table.key.unplug();
    table.bus.0.plug(table.key.clone());
    assert!(matches!(&list(&table.bus).unwrap()[..], [Found::HalfReset { .. }]));
    table.is_written();
}

#[test]
fn a_finished_reset_leaves_a_start_that_can_write() {
    let (key, bus) = {
        let table = Table::new();
        (table.key, table.bus)
    };
    tell(&key, &[SELECT, ADMIN, TERMINATE]);
    key.cycle_power();
    finish_resets(&bus).unwrap();
    tell(&key, &[SELECT, ADMIN, b"\x00\xDA\x5F\x50\x04kept"]);
    // Without that, it could not.
    tell(&key, &[ADMIN, TERMINATE]);
    key.cycle_power();
    assert!(key.transmit(SELECT).unwrap().ends_with(&[0x62, 0x85]));
    tell(&key, &[ACTIVATE, ADMIN]);
    assert_eq!(key.transmit(b"\x00\xDA\x5F\x50\x04lost").unwrap(), [0x65, 0x81]);
}

#[test]
fn firmware_from_before_the_kdf_do_is_refused_when_it_is_met_and_before_anything_is_erased() {
    let mut table = Table::laid(Touch::Off, start().with_firmware_before_kdf());
    let info = fixtures::info(&table.bus, table.serial).unwrap();
    let error = Meeting::new(plan(Touch::Off)).unwrap().meet(info).map(drop).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::TooOld { .. })), "{error}");
    tell(&table.key, &[SELECT, ADMIN, b"\x00\xDA\x5F\x50\x04kept"]);
    let bus = table.bus.clone();
    let error = table.written(&bus).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::TooOld { .. })), "{error}");
    tell(&table.key, &[SELECT]);
    assert_eq!(table.key.transmit(&[0, 0xCA, 0x5F, 0x50, 0]).unwrap(), b"kept\x90\0");
}

#[test]
fn an_rsa_key_with_another_exponent_is_refused_for_a_start_alone() {
    let public = |exponent: u32| {
        let rsa = Rsa::generate_with_e(2048, &BigNum::from_u32(exponent).unwrap()).unwrap();
        PublicKey::RSA { e: MPI::new(&rsa.e().to_vec()), n: MPI::new(&rsa.n().to_vec()) }
    };
    let (usual, other) = (public(65_537), public(17));
    for model in Model::ALL {
        let key = fixtures::key(model, 1).unwrap();
        let info = fixtures::info(&VirtualBus::with(&[&key]), fixtures::serial(&key)).unwrap();
        takes(&info, Slot::Signature, &usual).unwrap();
        match takes(&info, Slot::Signature, &other) {
            Ok(()) => assert_ne!(model, Model::Start),
            Err(NitrokeyError::Exponent { .. }) => assert_eq!(model, Model::Start),
            Err(error) => panic!("{model}: {error}"),
        }
    }
}

/// Over PC/SC, as the program has it: SCardReconnect takes the power, which a mere reset does not.
#[test]
fn a_power_cycle_goes_through_pcsc_and_a_start_is_written_over_it() {
    let name = "a_power_cycle_goes_through_pcsc_and_a_start_is_written_over_it";
    let test = pcsc::test(name, |readers| {
        let mut nitrokey = readers.nitrokey(Model::Start, 0x0A0B_0C01);
        nitrokey.plug(0)?;
        let serial = nitrokey.serial();
        let reader = fixtures::info(&PcscBus, serial)?.reader;
        let touch = |commands: &[&[u8]]| {
            let context = ::pcsc::Context::establish(::pcsc::Scope::User)?;
            let reader = std::ffi::CString::new(reader.clone())?;
            let card = context.connect(&reader, ::pcsc::ShareMode::Shared, ::pcsc::Protocols::ANY)?;
            let mut answer = Vec::new();
            for command in [&[SELECT], commands, &[&[0, 0xCA, 0, 0xD6, 0][..]]].concat() {
                let mut room = [0; 300];
                answer = card.transmit(command, &mut room)?.to_vec();
                anyhow::ensure!(answer.ends_with(&[0x90, 0]), "{command:02X?} {answer:02X?}");
            }
            // As a program that ends does it: a reset.
            anyhow::Ok(answer[0])
        };
        let permanent: &[u8] = &[0, 0xDA, 0, 0xD6, 2, 2, 0x20];
        assert_eq!(touch(&[ADMIN, permanent, TERMINATE, ACTIVATE])?, 2);
        assert_eq!(touch(&[])?, 2);
        PcscBus.power_cycle(&reader)?;
        assert_eq!(touch(&[])?, 0);
        assert_eq!(touch(&[ADMIN, permanent])?, 2);
        let stick = tempfile::tempdir()?;
        let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
        let mut p = fixtures::prepare(plan, &PcscBus, &[serial], stick.path(), &mut |_| ())?;
        let pins = p.rehearsed.pins(&Role::Primary, None)?;
        fixtures::flash_and_prove(&mut p.rehearsed, &PcscBus, serial, &Role::Primary, &pins, &mut |_| ())?;
        assert_eq!(touch(&[])?, 0);
        Ok(())
    });
    test.unwrap();
}
