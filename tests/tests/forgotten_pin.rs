//! A user PIN that is forgotten or blocked: a new one is set, by the reset code or the admin PIN, on every model; the
//! keys stay, and no last try is spent.

#![allow(clippy::unwrap_used, clippy::panic)]

use coldspare::nitrokey::{NitrokeyError, Pin, Serial, Sets, set_user_pin};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures::{self, Prepared};
use secrecy::SecretString;
use virtual_nitrokey::{Model, VirtualNitrokey};

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
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Rsa2048, 2, 3).unwrap();
    let mut prepared =
        fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let key = fixtures::key(model, 0x0A0B_0C01).unwrap();
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
        set_user_pin(&self.bus, self.serial, &by, &new.into())
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

#[test]
fn without_a_reset_code_and_with_a_pin_that_it_does_not_take_nothing_is_tried() {
    let key = fixtures::key(Model::Nitrokey3, 0x0A0B_0C02).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let none = set_user_pin(&bus, serial, &code("12345678"), &"271828".into()).unwrap_err();
    assert!(matches!(none, NitrokeyError::Blocked { pin: Pin::ResetCode, .. }), "{none:?}");
    let short = set_user_pin(&bus, serial, &admin("12345678"), &"271".into()).unwrap_err();
    assert!(matches!(short, NitrokeyError::PinLength { pin: Pin::User, length: 3, .. }), "{short:?}");
    let gone =
        set_user_pin(&VirtualBus::default(), serial, &admin("12345678"), &"271828".into()).unwrap_err();
    assert!(matches!(gone, NitrokeyError::NotThere { .. }), "{gone:?}");
}
