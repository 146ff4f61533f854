//! What can go wrong with a Nitrokey.

use super::{Tell, Told, contents, fingerprint, model, pin, quoted, slot};
use crate::language::Texts;
use crate::nitrokey::{NitrokeyError, Setting, Step, Unproven, Unreadable, Warning};
use crate::plan::Touch;

impl Tell for NitrokeyError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        let named = |serial: &crate::nitrokey::Serial| ("serial", serial.to_string().into());
        match self {
            NitrokeyError::NoService(cause) => told("error-nitrokey-no-service", &[("cause", quoted(cause))]),
            NitrokeyError::Fault => told("error-nitrokey-fault", &[]),
            NitrokeyError::NotThere { serial } => told("error-nitrokey-not-there", &[named(serial)]),
            NitrokeyError::TwoOfOneSerial { serial } => {
                told("error-nitrokey-two-of-one-serial", &[named(serial)])
            }
            NitrokeyError::PulledOut { serial, step } => {
                told("error-nitrokey-pulled-out", &[named(serial), ("step", while_at(*step, texts).into())])
            }
            NitrokeyError::Unreadable { reader, cause } => told(
                "error-nitrokey-unreadable",
                &[("reader", quoted(reader)), ("cause", unreadable(*cause, texts).into())],
            ),
            NitrokeyError::WrongPin { serial, pin: which, left } => told(
                "error-nitrokey-wrong-pin",
                &[named(serial), ("pin", pin(*which, texts).into()), ("left", (*left).into())],
            ),
            NitrokeyError::LastTry { serial, pin: which } => {
                told("error-nitrokey-last-try", &[named(serial), ("pin", pin(*which, texts).into())])
            }
            NitrokeyError::Blocked { serial, pin: which, on_it } => told(
                "error-nitrokey-blocked",
                &[
                    named(serial),
                    ("pin", pin(*which, texts).into()),
                    ("contents", contents(on_it, texts).join("\n").into()),
                ],
            ),
            NitrokeyError::PinLength { serial, pin: which, min, max, length } => told(
                "error-nitrokey-pin-length",
                &[
                    named(serial),
                    ("pin", pin(*which, texts).into()),
                    ("min", (*min).into()),
                    ("max", (*max).into()),
                    ("length", (*length).into()),
                ],
            ),
            NitrokeyError::Algorithm { serial, model: kind, slot: place, wanted, takes } => {
                let place = ("slot", slot(*place, texts).into());
                let Some(wanted) = wanted else {
                    return told("error-nitrokey-algorithm-unknown", &[named(serial), place]);
                };
                let takes = match &takes[..] {
                    [] => texts.say("told-takes-none", &[]),
                    some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                };
                told(
                    "error-nitrokey-algorithm",
                    &[
                        named(serial),
                        ("model", model(*kind, texts).into()),
                        place,
                        ("wanted", quoted(wanted)),
                        ("takes", takes.into()),
                    ],
                )
            }
            NitrokeyError::NoTouch { serial } => told("error-nitrokey-no-touch", &[named(serial)]),
            NitrokeyError::TooOld { serial } => told("error-nitrokey-too-old", &[named(serial)]),
            NitrokeyError::Exponent { serial, model: kind, slot: place } => told(
                "error-nitrokey-exponent",
                &[named(serial), ("model", model(*kind, texts).into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::LongExponent { serial, model: kind, slot: place, bits } => told(
                "error-nitrokey-exponent-long",
                &[
                    named(serial),
                    ("model", model(*kind, texts).into()),
                    ("slot", slot(*place, texts).into()),
                    ("bits", (*bits).into()),
                ],
            ),
            NitrokeyError::ShortReader { serial, reader, slot: place } => told(
                "error-nitrokey-short-reader",
                &[named(serial), ("reader", reader.clone().into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::TouchStays { serial } => told("error-nitrokey-touch-stays", &[named(serial)]),
            NitrokeyError::NotCounted { serial, pin: which } => {
                told("error-nitrokey-not-counted", &[named(serial), ("pin", pin(*which, texts).into())])
            }
            NitrokeyError::NoFactoryReset { serial } => {
                told("error-nitrokey-no-factory-reset", &[named(serial)])
            }
            NitrokeyError::MayHaveNoReset { serial } => {
                told("error-nitrokey-may-have-no-reset", &[named(serial)])
            }
            NitrokeyError::NotReset { serial } => told("error-nitrokey-not-reset", &[named(serial)]),
            NitrokeyError::NoImport { serial, model: kind } => {
                told("error-nitrokey-no-import", &[named(serial), ("model", model(*kind, texts).into())])
            }
            NitrokeyError::NotConfirmed { serial } => told("error-nitrokey-not-confirmed", &[named(serial)]),
            NitrokeyError::Refused { serial, step, status } => told(
                "error-nitrokey-refused",
                &[named(serial), ("step", while_at(*step, texts).into()), ("cause", quoted(status))],
            ),
            NitrokeyError::Unsuitable { slot: place, cause } => told(
                "error-nitrokey-unsuitable",
                &[("slot", slot(*place, texts).into()), ("cause", quoted(cause))],
            ),
            NitrokeyError::NotProven { serial, cause } => told(
                "error-nitrokey-not-proven",
                &[named(serial), ("cause", difference(cause, texts).into())],
            ),
        }
    }
}

impl Tell for Warning {
    fn tell(&self, texts: &Texts) -> Told {
        match self {
            Warning::OldFirmware(version) => {
                Told::of(texts, "error-nitrokey-old-firmware", &[("firmware", version.to_string().into())])
            }
            Warning::PasswordSafe => Told::of(texts, "error-nitrokey-password-safe", &[]),
            Warning::MayHaveNoReset => Told::of(texts, "error-nitrokey-other-maker", &[]),
            Warning::UnknownAlgorithms => Told::of(texts, "error-nitrokey-unknown-algorithms", &[]),
        }
    }
}

fn while_at(step: Step, texts: &Texts) -> String {
    let key = match step {
        Step::Opening => "told-step-opening",
        Step::CheckingPin => "told-step-checking-pin",
        Step::Resetting => "told-step-resetting",
        Step::PinHashing => "told-step-pin-hashing",
        Step::Importing => "told-step-importing",
        Step::Settings => "told-step-settings",
        Step::SettingPins => "told-step-setting-pins",
        Step::ReadingBack => "told-step-reading-back",
        Step::Proving => "told-step-proving",
        Step::CountingTries => "told-step-counting-tries",
    };
    texts.say(key, &[])
}

fn difference(cause: &Unproven, texts: &Texts) -> String {
    let of = |place| ("slot", slot(place, texts).into());
    let print = |name, key: &str| (name, fingerprint(key).into());
    match cause {
        Unproven::NotInCertificate { slot, key } => {
            texts.say("told-unproven-not-in-certificate", &[of(*slot), print("key", key)])
        }
        Unproven::OtherKey { slot, found: Some(found), expected } => {
            texts.say("told-unproven-other-key", &[of(*slot), print("found", found), print("key", expected)])
        }
        Unproven::OtherKey { slot, found: None, expected } => {
            texts.say("told-unproven-no-key", &[of(*slot), print("key", expected)])
        }
        Unproven::Created { slot } => texts.say("told-unproven-created", &[of(*slot)]),
        Unproven::OtherAlgorithm { slot, found } => {
            texts.say("told-unproven-other-algorithm", &[of(*slot), ("found", quoted(found))])
        }
        Unproven::Broken { slot, key: _, cause } => {
            texts.say("told-unproven-broken", &[of(*slot), ("cause", quoted(cause))])
        }
        Unproven::OtherTouch { slot, found, expected } => {
            let expected = texts.say(
                match expected {
                    Touch::Off => "touch-off",
                    Touch::On => "touch-on",
                    Touch::Permanent => "touch-permanent",
                },
                &[],
            );
            let values = [of(*slot), ("found", quoted(found)), ("expected", expected.into())];
            texts.say("told-unproven-other-touch", &values)
        }
        Unproven::OtherSetting { field, found, expected } => {
            let key = match field {
                Setting::Holder => "told-unproven-other-holder",
                Setting::Language => "told-unproven-other-language",
                Setting::Url => "told-unproven-other-url",
            };
            texts.say(key, &[("found", quoted(found)), ("expected", quoted(expected))])
        }
        Unproven::NoPinHashing => texts.say("told-unproven-no-pin-hashing", &[]),
        Unproven::PinRule { pin: which, longest, length } => {
            let which = pin(*which, texts);
            let values =
                [("pin", which.into()), ("longest", (*longest).into()), ("length", (*length).into())];
            texts.say("told-unproven-pin-rule", &values)
        }
        Unproven::Tries { user, reset_code, admin } => texts.say(
            "told-unproven-tries",
            &[("user", (*user).into()), ("reset", (*reset_code).into()), ("admin", (*admin).into())],
        ),
    }
}

/// Why a card cannot be read.
pub fn unreadable(cause: Unreadable, texts: &Texts) -> String {
    let key = match cause {
        Unreadable::NoStatus => "told-unreadable-no-status",
        Unreadable::Endless => "told-unreadable-endless",
        Unreadable::Nested => "told-unreadable-nested",
        Unreadable::OtherLength => "told-unreadable-other-length",
        Unreadable::Hashing => "told-unreadable-hashing",
        Unreadable::Silent => "told-unreadable-silent",
        Unreadable::Refuses => "told-unreadable-refuses",
        Unreadable::HalfReset => "told-unreadable-half-reset",
        Unreadable::Unforeseen => "told-unreadable-unforeseen",
    };
    texts.say(key, &[])
}
