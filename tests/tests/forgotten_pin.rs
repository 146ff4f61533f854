//! A user PIN that is forgotten or blocked: a new one is set, by the reset code or the admin PIN, on every model; the
//! keys stay, and no last try is spent.

#![allow(clippy::unwrap_used, clippy::panic)]

use coldspare::nitrokey::{LastTry, NitrokeyError, NotSet, Pin, Serial, Sets, UserPinNow, set_user_pin};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Role};
use std::path::Path;
use std::sync::{Arc, Mutex};

use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::{LyingBus, VirtualBus};
use secrecy::SecretString;
use virtual_nitrokey::{Config, Fault, Liar, Model, VirtualNitrokey};

const SERIAL: u32 = 0x0A0B_0C01;

struct Written {
    prepared: Prepared,
    key: VirtualNitrokey,
    bus: VirtualBus,
    serial: Serial,
    pins: Pins,
    _stick: tempfile::TempDir,
}

/// Written and proven. Every model has RSA 2048.
fn written(model: Model) -> Written {
    written_onto(fixtures::key(model, SERIAL).unwrap())
}

fn written_onto(key: VirtualNitrokey) -> Written {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Rsa2048, 2, 3).unwrap();
    let mut prepared =
        fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let pins = Pins { user: "161803".into(), admin: "16180339".into(), reset_code: "33981618".into() };
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())
        .unwrap();
    Written { prepared, key, bus, serial, pins, _stick: stick }
}

impl Written {
    /// Somebody tries what it is not, until no try is left (§ 7.2.2): a PIN, and the hash of one.
    fn block(&self) {
        for _ in 0..3 {
            self.key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0]).unwrap();
            for wrong in [&[b'0'; 6][..], &[b'0'; 32]] {
                let length = u8::try_from(wrong.len()).unwrap();
                self.key.transmit(&[&[0, 0x20, 0, 0x81, length], wrong].concat()).unwrap();
            }
        }
    }

    fn tries(&self) -> (u8, u8, u8) {
        let tries = fixtures::info(&self.bus, self.serial).unwrap().tries;
        (tries.user, tries.reset_code, tries.admin)
    }

    fn set(&self, by: Sets, new: &str) -> Result<(), NitrokeyError> {
        self.set_telling(by, new, LastTry::Kept).map_err(|not_set| not_set.error)
    }

    fn set_with_the_last(&self, by: Sets, new: &str) -> Result<(), NitrokeyError> {
        self.set_telling(by, new, LastTry::Spent).map_err(|not_set| not_set.error)
    }

    fn set_telling(&self, by: Sets, new: &str, last: LastTry) -> Result<(), NotSet> {
        set_user_pin(&self.bus, self.serial, &by, &new.into(), last)
    }

    fn opens_with(&self, user: &str) {
        let proof =
            self.prepared.rehearsed.prove_spare(&self.bus, self.serial, &user.into(), &mut |_| ()).unwrap();
        assert!(proof.shown.iter().any(|line| line.starts_with("decryption")), "{:?}", proof.shown);
    }
}

fn code(text: &str) -> Sets {
    Sets::ResetCode(SecretString::from(text))
}

fn admin(text: &str) -> Sets {
    Sets::AdminPin(SecretString::from(text))
}

#[test]
fn on_every_model_a_blocked_user_pin_is_set_anew_and_the_keys_stay() {
    for model in Model::ALL {
        let written = written(model);
        written.block();
        assert_eq!(written.tries().0, 0, "{model:?}");
        written.set(code("33981618"), "271828").unwrap_or_else(|error| panic!("{model:?}: {error:?}"));
        written.opens_with("271828");
        assert_eq!(written.tries(), (3, 3, 3), "{model:?}");
        written.set(admin("16180339"), "141421").unwrap_or_else(|error| panic!("{model:?}: {error:?}"));
        written.opens_with("141421");
        // Admin PIN and reset code stay what they are.
        written.set(code("33981618"), "161803").unwrap();
        let Pins { user, .. } = &written.pins;
        written.prepared.rehearsed.prove_spare(&written.bus, written.serial, user, &mut |_| ()).unwrap();
    }
}

#[test]
fn a_wrong_code_says_how_many_tries_are_left_and_the_last_one_is_not_spent() {
    for model in Model::ALL {
        let written = written(model);
        for (sets, which) in [(code("00000000"), Pin::ResetCode), (admin("00000000"), Pin::Admin)] {
            for left in [2, 1] {
                let error = written.set(sets.clone(), "271828").unwrap_err();
                let told = matches!(error, NitrokeyError::WrongPin { pin, left: l, .. } if pin == which && l == left);
                assert!(told, "{model:?} {which:?}: {error:?}");
            }
            let error = written.set(sets, "271828").unwrap_err();
            assert!(
                matches!(error, NitrokeyError::LastTry { pin, .. } if pin == which),
                "{model:?}: {error:?}"
            );
        }
        assert_eq!(written.tries(), (3, 1, 1), "{model:?}");
        written.opens_with("161803");
    }
}

/// OpenPGP card 3.4 § 7.2.4: reset code and new PIN are one string, which the card parts where the code that it has ends.
/// A Start gets hashes of one length.
#[test]
fn a_reset_code_that_is_too_long_or_too_short_sets_another_pin_and_that_is_told() {
    for model in Model::ALL {
        let written = written(model);
        for (typed, new, set) in [("339816185", "271828", "5271828"), ("3398161", "8271828", "271828")] {
            let not_set = written.set_telling(code(typed), new, LastTry::Kept).unwrap_err();
            let what = format!("{model:?}: {not_set:?}");
            if model == Model::Start {
                let wrong = matches!(not_set.error, NitrokeyError::WrongPin { pin: Pin::ResetCode, .. });
                assert!(wrong && not_set.has == UserPinNow::Old, "{what}");
                written.opens_with("161803");
                continue;
            }
            let left = matches!(not_set.error, NitrokeyError::WrongPin { pin: Pin::User, left: 2, .. });
            assert!(left && not_set.has == UserPinNow::Another, "{what}");
            written.opens_with(set);
            // The same with the right code sets the new one.
            written.set(code("33981618"), new).unwrap();
            written.opens_with(new);
        }
    }
}

#[test]
fn what_goes_wrong_once_it_may_be_set_leaves_it_uncertain_and_what_goes_wrong_before_does_not() {
    for model in Model::ALL {
        let written = written(model);
        for by in [code("33981618"), admin("16180339")] {
            let mut seen = Vec::new();
            for n in 1.. {
                let before = written.key.commands();
                written.key.fault(Fault::Fail { after: n, status: 0x6F00 });
                let set = written.set_telling(by.clone(), "271828", LastTry::Kept);
                written.key.clear_fault();
                if written.key.commands() - before < n {
                    break;
                }
                // What can be done without is not missed.
                seen.extend(set.err().map(|not_set| not_set.has));
            }
            // First the old one, then for ever nobody knows.
            let before = seen.iter().take_while(|has| **has == UserPinNow::Old).count();
            let after = &seen[before..];
            assert!(before > 5 && after.len() > 3, "{model:?}, {by:?}: {seen:?}");
            assert!(after.iter().all(|has| *has == UserPinNow::OldOrNew), "{model:?}, {by:?}: {seen:?}");
        }
    }
}

#[test]
fn without_a_reset_code_and_with_a_pin_that_it_does_not_take_nothing_is_tried() {
    let key = fixtures::key(Model::Nitrokey3, 0x0A0B_0C02).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let set =
        |bus: &VirtualBus, by: Sets, new: &str| set_user_pin(bus, serial, &by, &new.into(), LastTry::Kept);
    let none = set(&bus, code("12345678"), "271828").unwrap_err();
    assert!(matches!(none.error, NitrokeyError::Blocked { pin: Pin::ResetCode, .. }), "{none:?}");
    let short = set(&bus, admin("12345678"), "271").unwrap_err();
    assert!(matches!(short.error, NitrokeyError::PinLength { pin: Pin::User, length: 3, .. }), "{short:?}");
    let gone = set(&VirtualBus::default(), admin("12345678"), "271828").unwrap_err();
    assert!(matches!(gone.error, NitrokeyError::NotThere { .. }), "{gone:?}");
    assert!([none, short, gone].iter().all(|not_set| not_set.has == UserPinNow::Old));
}

#[test]
fn the_last_try_is_spent_after_a_yes_and_a_right_code_gives_all_of_them_back() {
    for model in Model::ALL {
        let written = written(model);
        for (wrong, right, which) in [
            (code("00000000"), code("33981618"), Pin::ResetCode),
            (admin("00000000"), admin("16180339"), Pin::Admin),
        ] {
            for _ in 0..2 {
                written.set(wrong.clone(), "271828").unwrap_err();
            }
            written.set_with_the_last(right, "271828").unwrap_or_else(|error| panic!("{model:?}: {error:?}"));
            let reset_code = if which == Pin::ResetCode { 3 } else { 0 };
            assert_eq!(written.tries(), (3, reset_code, 3), "{model:?} {which:?}");
            written.opens_with("271828");
            for _ in 0..2 {
                written.set(wrong.clone(), "271828").unwrap_err();
            }
            let error = written.set_with_the_last(wrong.clone(), "271828").unwrap_err();
            let blocked = matches!(&error, NitrokeyError::Blocked { pin, .. } if *pin == which);
            assert!(blocked, "{model:?} {which:?}: {error:?}");
            // None is left to be spent.
            let error = written.set_with_the_last(wrong, "271828").unwrap_err();
            assert!(matches!(error, NitrokeyError::Blocked { .. }), "{model:?} {which:?}: {error:?}");
            if which == Pin::ResetCode {
                // What is left does it as well.
                written.set(admin("16180339"), "271828").unwrap();
                assert_eq!(written.tries(), (3, 0, 3), "{model:?}");
            }
        }
        // All that is written here, but for the user PIN, is gone: that still opens.
        assert_eq!(written.tries(), (3, 0, 0), "{model:?}");
        written.opens_with("271828");
    }
}

/// A Nitrokey as it lay in the drawer, again and again: each time from a copy of its state.
struct Drawer {
    written: Written,
    folder: tempfile::TempDir,
    model: Model,
}

impl Drawer {
    fn new(model: Model) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = Some(folder.path().join("state"));
        let written = written_onto(VirtualNitrokey::new(Config { model, serial: SERIAL, state }).unwrap());
        written.key.unplug();
        Drawer { written, folder, model }
    }

    fn copy(&self, of: &Path, name: &str) -> (VirtualNitrokey, std::path::PathBuf) {
        let state = self.folder.path().join(name);
        std::fs::copy(of, &state).unwrap();
        let config = Config { model: self.model, serial: SERIAL, state: Some(state.clone()) };
        (VirtualNitrokey::new(config).unwrap(), state)
    }

    /// Whether its keys open with this user PIN, looked at in a copy.
    fn opens(&self, state: &Path, user: &str) -> bool {
        let (key, _) = self.copy(state, "looked at");
        let bus = VirtualBus::with(&[&key]);
        let user = SecretString::from(user);
        self.written.prepared.rehearsed.prove_spare(&bus, self.written.serial, &user, &mut |_| ()).is_ok()
    }

    /// Cut off so; then the old user PIN or the new one opens it, that is said, and the same call sets the new one. A
    /// Start whose power fails while it writes opens with neither until then.
    fn cut(&self, by: &Sets, fault: Fault, what: &str) {
        let (key, state) = self.copy(&self.folder.path().join("state"), "cut");
        let (bus, serial) = (VirtualBus::with(&[&key]), self.written.serial);
        key.fault(fault);
        let set = || set_user_pin(&bus, serial, by, &"271828".into(), LastTry::Kept);
        let said = set().unwrap_err();
        let gone = matches!(said.error, NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. });
        assert!(gone, "{what}: {said:?}");
        let (old, new) = (self.opens(&state, "161803"), self.opens(&state, "271828"));
        assert!(old || said.has == UserPinNow::OldOrNew, "{what}: {said:?}");
        let within = matches!(fault, Fault::CutWithin { .. });
        let neither = !old && !new && within && self.model == Model::Start;
        assert!(old != new || neither, "{what}: the old one {old}, the new one {new}");
        bus.0.plug(key.clone());
        set().unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert!(self.opens(&state, "271828"), "{what}");
        let tries = fixtures::info(&bus, serial).unwrap().tries;
        assert_eq!((tries.user, tries.reset_code, tries.admin), (3, 3, 3), "{what}");
    }

    /// What it is told when nothing goes wrong: class and instruction of each command.
    fn commands(&self, by: &Sets) -> Vec<[u8; 2]> {
        let (key, _) = self.copy(&self.folder.path().join("state"), "recorded");
        let all = Arc::new(Mutex::new(Vec::new()));
        let records = all.clone();
        let recorder = Liar::over(&key, move |command, truth| {
            records.lock().unwrap().push([command[0], command[1]]);
            truth(command)
        });
        let bus = LyingBus::with("a reader", recorder);
        set_user_pin(&bus, self.written.serial, by, &"271828".into(), LastTry::Kept).unwrap();
        let all = all.lock().unwrap();
        all.clone()
    }
}

fn every_cut(model: Model) {
    /// VERIFY (a counter), and RESET RETRY COUNTER (§ 7.2.2, § 7.2.4).
    const WRITES: [[u8; 2]; 2] = [[0, 0x20], [0, 0x2C]];
    let drawer = Drawer::new(model);
    for by in [code("33981618"), admin("16180339")] {
        let commands = drawer.commands(&by);
        assert!(commands.len() > 10, "{model:?}: only {} commands: the count is broken", commands.len());
        for (n, command) in (1..).zip(&commands) {
            drawer.cut(&by, Fault::CutAfter(n), &format!("{model:?}, {by:?}, after {n}, {command:02X?}"));
            if WRITES.contains(command) {
                for part in [40, 128, 215] {
                    let what = format!("{model:?}, {by:?}, {part}/256 of {n}, {command:02X?}");
                    drawer.cut(&by, Fault::CutWithin { after: n, part }, &what);
                }
            }
        }
        println!("{model:?}, {by:?}: each of {} commands was the last one", commands.len());
    }
}

#[test]
fn a_nitrokey_3_that_is_pulled_out_at_any_moment_opens_with_the_old_pin_or_the_new_one() {
    every_cut(Model::Nitrokey3);
}

#[test]
fn a_pro_that_is_pulled_out_at_any_moment_opens_with_the_old_pin_or_the_new_one() {
    every_cut(Model::Pro2);
}

#[test]
fn a_start_that_is_pulled_out_at_any_moment_opens_with_the_old_pin_or_the_new_one() {
    every_cut(Model::Start);
}
