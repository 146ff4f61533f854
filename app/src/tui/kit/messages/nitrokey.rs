//! What can go wrong with a Nitrokey.

use super::{Message, ToMessage, contents, fingerprint, model, pin, quoted, slot, touch};
use crate::language::Texts;
use crate::nitrokey::{NitrokeyError, Setting, Step, Unproven, Unreadable, Warning};

impl ToMessage for NitrokeyError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |serial: &crate::nitrokey::Serial| ("serial", serial.to_string().into());
        match self {
            NitrokeyError::NoService(cause) => {
                message(pair!("error-nitrokey-no-service"), &[("cause", quoted(cause))])
            }
            NitrokeyError::Fault => message(pair!("error-nitrokey-fault"), &[]),
            NitrokeyError::NotThere { serial } => {
                message(pair!("error-nitrokey-not-there"), &[named(serial)])
            }
            NitrokeyError::TwoOfOneSerial { serial } => {
                message(pair!("error-nitrokey-two-of-one-serial"), &[named(serial)])
            }
            NitrokeyError::PulledOut { serial, step } => message(
                pair!("error-nitrokey-pulled-out"),
                &[named(serial), ("step", while_at(*step, texts).into())],
            ),
            NitrokeyError::Unreadable { reader, cause } => message(
                pair!("error-nitrokey-unreadable"),
                &[("reader", quoted(reader)), ("cause", unreadable(*cause, texts).into())],
            ),
            NitrokeyError::WrongPin { serial, pin: which, left } => message(
                pair!("error-nitrokey-wrong-pin"),
                &[named(serial), ("pin", pin(*which, texts).into()), ("left", (*left).into())],
            ),
            NitrokeyError::LastTry { serial, pin: which } => message(
                pair!("error-nitrokey-last-try"),
                &[named(serial), ("pin", pin(*which, texts).into())],
            ),
            NitrokeyError::Blocked { serial, pin: which, on_it } => message(
                pair!("error-nitrokey-blocked"),
                &[
                    named(serial),
                    ("pin", pin(*which, texts).into()),
                    ("contents", contents(on_it, texts).join("\n").into()),
                ],
            ),
            NitrokeyError::PinLength { serial, pin: which, min, max, length } => message(
                pair!("error-nitrokey-pin-length"),
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
                    return message(pair!("error-nitrokey-algorithm-unknown"), &[named(serial), place]);
                };
                let takes = match &takes[..] {
                    [] => texts.say(key!("takes-none"), &[]),
                    some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                };
                message(
                    pair!("error-nitrokey-algorithm"),
                    &[
                        named(serial),
                        ("model", model(*kind, texts).into()),
                        place,
                        ("wanted", quoted(wanted)),
                        ("takes", takes.into()),
                    ],
                )
            }
            NitrokeyError::NoTouch { serial } => message(pair!("error-nitrokey-no-touch"), &[named(serial)]),
            NitrokeyError::TooOld { serial } => message(pair!("error-nitrokey-too-old"), &[named(serial)]),
            NitrokeyError::Exponent { serial, model: kind, slot: place } => message(
                pair!("error-nitrokey-exponent"),
                &[named(serial), ("model", model(*kind, texts).into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::LongExponent { serial, model: kind, slot: place, bits } => message(
                pair!("error-nitrokey-exponent-long"),
                &[
                    named(serial),
                    ("model", model(*kind, texts).into()),
                    ("slot", slot(*place, texts).into()),
                    ("bits", (*bits).into()),
                ],
            ),
            NitrokeyError::ShortReader { serial, reader, slot: place } => message(
                pair!("error-nitrokey-short-reader"),
                &[named(serial), ("reader", reader.clone().into()), ("slot", slot(*place, texts).into())],
            ),
            NitrokeyError::TouchStays { serial } => {
                message(pair!("error-nitrokey-touch-stays"), &[named(serial)])
            }
            NitrokeyError::SlotTaken { serial, slot: place, found } => message(
                pair!("error-nitrokey-slot-taken"),
                &[named(serial), ("slot", slot(*place, texts).into()), ("found", found.clone().into())],
            ),
            NitrokeyError::NotCounted { serial, pin: which } => message(
                pair!("error-nitrokey-not-counted"),
                &[named(serial), ("pin", pin(*which, texts).into())],
            ),
            NitrokeyError::NoFactoryReset { serial } => {
                message(pair!("error-nitrokey-no-factory-reset"), &[named(serial)])
            }
            NitrokeyError::MayHaveNoReset { serial } => {
                message(pair!("error-nitrokey-may-have-no-reset"), &[named(serial)])
            }
            NitrokeyError::NotReset { serial } => {
                message(pair!("error-nitrokey-not-reset"), &[named(serial)])
            }
            NitrokeyError::NoImport { serial, model: kind } => message(
                pair!("error-nitrokey-no-import"),
                &[named(serial), ("model", model(*kind, texts).into())],
            ),
            NitrokeyError::NotConfirmed { serial } => {
                message(pair!("error-nitrokey-not-confirmed"), &[named(serial)])
            }
            NitrokeyError::Refused { serial, step, status } => message(
                pair!("error-nitrokey-refused"),
                &[named(serial), ("step", while_at(*step, texts).into()), ("cause", quoted(status))],
            ),
            NitrokeyError::Unsuitable { slot: place, cause } => message(
                pair!("error-nitrokey-unsuitable"),
                &[("slot", slot(*place, texts).into()), ("cause", quoted(cause))],
            ),
            NitrokeyError::NotProven { serial, cause } => message(
                pair!("error-nitrokey-not-proven"),
                &[named(serial), ("cause", difference(cause, texts).into())],
            ),
        }
    }
}

impl ToMessage for Warning {
    fn to_message(&self, texts: &Texts) -> Message {
        match self {
            Warning::OldFirmware(version) => Message::of(
                texts,
                pair!("error-nitrokey-old-firmware"),
                &[("firmware", version.to_string().into())],
            ),
            Warning::PasswordSafe => Message::of(texts, pair!("error-nitrokey-password-safe"), &[]),
            Warning::MayHaveNoReset => Message::of(texts, pair!("error-nitrokey-other-maker"), &[]),
            Warning::UnknownAlgorithms => Message::of(texts, pair!("error-nitrokey-unknown-algorithms"), &[]),
        }
    }
}

fn while_at(step: Step, texts: &Texts) -> String {
    let key = match step {
        Step::Opening => key!("while-opening"),
        Step::CheckingPin => key!("while-checking-pin"),
        Step::Resetting => key!("while-resetting"),
        Step::PinHashing => key!("while-pin-hashing"),
        Step::Importing => key!("while-importing"),
        Step::Settings => key!("while-settings"),
        Step::SettingPins => key!("while-setting-pins"),
        Step::ReadingBack => key!("while-reading-back"),
        Step::Proving => key!("while-proving"),
        Step::CountingTries => key!("while-counting-tries"),
    };
    texts.say(key, &[])
}

fn difference(cause: &Unproven, texts: &Texts) -> String {
    let of = |place| ("slot", slot(place, texts).into());
    let print = |name, key: &str| (name, fingerprint(key).into());
    match cause {
        Unproven::NotInCertificate { slot, key } => {
            texts.say(key!("unproven-not-in-certificate"), &[of(*slot), print("key", key)])
        }
        Unproven::OtherKey { slot, found: Some(found), expected } => {
            texts.say(key!("unproven-other-key"), &[of(*slot), print("found", found), print("key", expected)])
        }
        Unproven::OtherKey { slot, found: None, expected } => {
            texts.say(key!("unproven-no-key"), &[of(*slot), print("key", expected)])
        }
        Unproven::NotEmpty { slot, found } => {
            texts.say(key!("unproven-not-empty"), &[of(*slot), print("found", found)])
        }
        Unproven::Created { slot } => texts.say(key!("unproven-created"), &[of(*slot)]),
        Unproven::OtherAlgorithm { slot, found } => {
            texts.say(key!("unproven-other-algorithm"), &[of(*slot), ("found", quoted(found))])
        }
        Unproven::Broken { slot, key: _, cause } => {
            texts.say(key!("unproven-broken"), &[of(*slot), ("cause", quoted(cause))])
        }
        Unproven::OtherTouch { slot, found, expected } => {
            let expected = texts.say(touch(*expected), &[]);
            let values = [of(*slot), ("found", quoted(found)), ("expected", expected.into())];
            texts.say(key!("unproven-other-touch"), &values)
        }
        Unproven::OtherSetting { field, found, expected } => {
            let key = match field {
                Setting::Holder => key!("unproven-other-holder"),
                Setting::Language => key!("unproven-other-language"),
                Setting::Url => key!("unproven-other-url"),
            };
            texts.say(key, &[("found", quoted(found)), ("expected", quoted(expected))])
        }
        Unproven::NoPinHashing => texts.say(key!("unproven-no-pin-hashing"), &[]),
        Unproven::PinRule { pin: which, longest, length } => {
            let which = pin(*which, texts);
            let values =
                [("pin", which.into()), ("longest", (*longest).into()), ("length", (*length).into())];
            texts.say(key!("unproven-pin-rule"), &values)
        }
        Unproven::Tries { user, reset_code, admin } => texts.say(
            key!("unproven-tries"),
            &[("user", (*user).into()), ("reset", (*reset_code).into()), ("admin", (*admin).into())],
        ),
    }
}

/// Why a card cannot be read.
pub fn unreadable(cause: Unreadable, texts: &Texts) -> String {
    let key = match cause {
        Unreadable::NoStatus => key!("unreadable-no-status"),
        Unreadable::Endless => key!("unreadable-endless"),
        Unreadable::Nested => key!("unreadable-nested"),
        Unreadable::OtherLength => key!("unreadable-other-length"),
        Unreadable::Hashing => key!("unreadable-hashing"),
        Unreadable::Silent => key!("unreadable-silent"),
        Unreadable::Refuses => key!("unreadable-refuses"),
        Unreadable::HalfReset => key!("unreadable-half-reset"),
        Unreadable::Unforeseen => key!("unreadable-unforeseen"),
    };
    texts.say(key, &[])
}
