//! What can go wrong with a Nitrokey.

use super::{Message, Tell, contents, fingerprint, model, pin, quoted, slot};
use crate::language::Texts;
use crate::nitrokey::{NitrokeyError, Setting, Step, Unproven, Unreadable, Warning};
use crate::plan::Touch;

impl Tell for NitrokeyError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |serial: &crate::nitrokey::Serial| ("serial", serial.to_string().into());
        match self {
            NitrokeyError::NoService(cause) => {
                message("error-nitrokey-no-service", &[("cause", quoted(cause))])
            }
            NitrokeyError::Fault => message("error-nitrokey-fault", &[]),
            NitrokeyError::NotThere { serial } => message("error-nitrokey-not-there", &[named(serial)]),
            NitrokeyError::TwoOfOneSerial { serial } => {
                message("error-nitrokey-two-of-one-serial", &[named(serial)])
            }
            NitrokeyError::PulledOut { serial, step } => message(
                "error-nitrokey-pulled-out",
                &[named(serial), ("step", while_at(*step, texts).into())],
            ),
            NitrokeyError::Unreadable { reader, cause } => message(
                "error-nitrokey-unreadable",
                &[("reader", quoted(reader)), ("cause", unreadable(*cause, texts).into())],
            ),
            NitrokeyError::WrongPin { serial, pin: which, left } => message(
                "error-nitrokey-wrong-pin",
                &[named(serial), ("pin", pin(*which, texts).into()), ("left", (*left).into())],
            ),
            NitrokeyError::LastTry { serial, pin: which } => {
                message("error-nitrokey-last-try", &[named(serial), ("pin", pin(*which, texts).into())])
            }
            NitrokeyError::Blocked { serial, pin: which, on_it } => message(
                "error-nitrokey-blocked",
                &[
                    named(serial),
                    ("pin", pin(*which, texts).into()),
                    ("contents", contents(on_it, texts).join("\n").into()),
                ],
            ),
            NitrokeyError::PinLength { serial, pin: which, min, max, length } => message(
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
                    return message("error-nitrokey-algorithm-unknown", &[named(serial), place]);
                };
                let takes = match &takes[..] {
                    [] => texts.say("told-takes-none", &[]),
                    some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                };
                message(
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
            NitrokeyError::NoTouch { serial } => message("error-nitrokey-no-touch", &[named(serial)]),
            NitrokeyError::TooOld { serial } => message("error-nitrokey-too-old", &[named(serial)]),
            NitrokeyError::Exponent { serial, model: kind, slot: place } => message(
                "error-nitrokey-exponent",
                &[named(serial), ("model", model(*kind, texts).into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::LongExponent { serial, model: kind, slot: place, bits } => message(
                "error-nitrokey-exponent-long",
                &[
                    named(serial),
                    ("model", model(*kind, texts).into()),
                    ("slot", slot(*place, texts).into()),
                    ("bits", (*bits).into()),
                ],
            ),
            NitrokeyError::ShortReader { serial, reader, slot: place } => message(
                "error-nitrokey-short-reader",
                &[named(serial), ("reader", reader.clone().into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::TouchStays { serial } => message("error-nitrokey-touch-stays", &[named(serial)]),
            NitrokeyError::NotCounted { serial, pin: which } => {
                message("error-nitrokey-not-counted", &[named(serial), ("pin", pin(*which, texts).into())])
            }
            NitrokeyError::NoFactoryReset { serial } => {
                message("error-nitrokey-no-factory-reset", &[named(serial)])
            }
            NitrokeyError::MayHaveNoReset { serial } => {
                message("error-nitrokey-may-have-no-reset", &[named(serial)])
            }
            NitrokeyError::NotReset { serial } => message("error-nitrokey-not-reset", &[named(serial)]),
            NitrokeyError::NoImport { serial, model: kind } => {
                message("error-nitrokey-no-import", &[named(serial), ("model", model(*kind, texts).into())])
            }
            NitrokeyError::NotConfirmed { serial } => {
                message("error-nitrokey-not-confirmed", &[named(serial)])
            }
            NitrokeyError::Refused { serial, step, status } => message(
                "error-nitrokey-refused",
                &[named(serial), ("step", while_at(*step, texts).into()), ("cause", quoted(status))],
            ),
            NitrokeyError::Unsuitable { slot: place, cause } => message(
                "error-nitrokey-unsuitable",
                &[("slot", slot(*place, texts).into()), ("cause", quoted(cause))],
            ),
            NitrokeyError::NotProven { serial, cause } => message(
                "error-nitrokey-not-proven",
                &[named(serial), ("cause", difference(cause, texts).into())],
            ),
        }
    }
}

impl Tell for Warning {
    fn tell(&self, texts: &Texts) -> Message {
        match self {
            Warning::OldFirmware(version) => {
                Message::of(texts, "error-nitrokey-old-firmware", &[("firmware", version.to_string().into())])
            }
            Warning::PasswordSafe => Message::of(texts, "error-nitrokey-password-safe", &[]),
            Warning::MayHaveNoReset => Message::of(texts, "error-nitrokey-other-maker", &[]),
            Warning::UnknownAlgorithms => Message::of(texts, "error-nitrokey-unknown-algorithms", &[]),
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
