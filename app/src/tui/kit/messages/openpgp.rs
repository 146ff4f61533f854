//! What can go wrong with the keys.

use super::{Message, ToMessage, fingerprint, quoted, slot};
use crate::language::{Key, Pair, Texts};
use crate::openpgp::{CannotSign, Making, NoSecretKey, NotSigned, OpenPgpError, Revoked, Unusable};

/// How many keys are offered for a slot, so that they fit onto the screen.
const OFFERED: usize = 3;

impl ToMessage for OpenPgpError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |key: &str| ("key", fingerprint(key).into());
        let day = |name: &'static str, day: &str| (name, texts.day(day).into());
        match self {
            // What the library would have said is this.
            OpenPgpError::Make { step: Making::Slots, cause: _ } => {
                message(pair!("error-openpgp-slot-without-key"), &[])
            }
            OpenPgpError::Make { step, cause } => message(
                pair!("error-openpgp-make"),
                &[("step", texts.say(while_at(*step), &[]).into()), ("cause", quoted(cause))],
            ),
            OpenPgpError::NoSecretKey(NoSecretKey::Version(version)) => {
                message(pair!("error-openpgp-version"), &[("version", (*version).into())])
            }
            OpenPgpError::NoSecretKey(other) => message(no_secret_key(other), &[]),
            OpenPgpError::Several(count) => {
                message(pair!("error-openpgp-several"), &[("count", (*count).into())])
            }
            OpenPgpError::Code => message(pair!("error-openpgp-code"), &[]),
            OpenPgpError::Locked { key, how } => {
                message(pair!("error-openpgp-locked"), &[named(key), ("how", quoted(how))])
            }
            OpenPgpError::NotBeside(key) => message(pair!("error-openpgp-not-beside"), &[named(key)]),
            OpenPgpError::Passphrase(key) => message(pair!("error-openpgp-passphrase"), &[named(key)]),
            OpenPgpError::Stub(key) => message(pair!("error-openpgp-stub"), &[named(key)]),
            OpenPgpError::PrimaryElsewhere(key) => {
                message(pair!("error-openpgp-primary-elsewhere"), &[named(key)])
            }
            OpenPgpError::Unusable { key, cause: Unusable::NotYet { made, clock } } => message(
                pair!("error-openpgp-key-not-yet"),
                &[named(key), day("made", made), day("clock", clock)],
            ),
            OpenPgpError::NotYet { made, clock } => {
                message(pair!("error-openpgp-not-yet"), &[day("made", made), day("clock", clock)])
            }
            OpenPgpError::Unusable { key, cause: Unusable::Revoked(Revoked { day: on, reason }) } => {
                let reason = texts.say(reason.said(), &[]);
                message(
                    pair!("error-openpgp-revoked"),
                    &[named(key), day("day", on), ("reason", reason.into())],
                )
            }
            OpenPgpError::Unusable { key, cause: Unusable::RevokedBeside(Revoked { day: on, reason }) } => {
                let reason = texts.say(reason.said(), &[]);
                let values = [named(key), day("day", on), ("reason", reason.into())];
                message(pair!("error-openpgp-revoked-beside"), &values)
            }
            OpenPgpError::Unusable { key, cause: Unusable::Version6 } => {
                let cause = texts.say(key!("unusable-version-6"), &[]);
                message(pair!("error-openpgp-unusable"), &[named(key), ("cause", cause.into())])
            }
            OpenPgpError::Unusable { key, cause: Unusable::Primary(kind) } => {
                let cause = texts.say(key!("unusable-primary"), &[("kind", quoted(kind))]);
                message(pair!("error-openpgp-unusable"), &[named(key), ("cause", cause.into())])
            }
            OpenPgpError::Slot { slot: place, key, allowed } => {
                let place = ("slot", slot(*place, texts).into());
                if allowed.is_empty() {
                    return message(pair!("error-openpgp-slot-none"), &[place, named(key)]);
                }
                let mut lines: Vec<_> = allowed.iter().take(OFFERED).map(|key| fingerprint(key)).collect();
                if allowed.len() > OFFERED {
                    lines.push("…".into());
                }
                message(
                    pair!("error-openpgp-slot"),
                    &[place, named(key), ("allowed", lines.join("\n").into())],
                )
            }
            OpenPgpError::BadSignature { cause } => {
                let cause = match cause {
                    NotSigned::NotAtAll => key!("signed-not"),
                    NotSigned::AnotherKey => key!("signed-by-another"),
                    NotSigned::Other(_) => key!("signed-otherwise"),
                };
                let cause = ("cause", texts.say(cause, &[]).into());
                message(pair!("error-openpgp-bad-signature"), &[cause])
            }
            OpenPgpError::PrimaryInSlot { key, slot: place } => {
                let place = ("slot", slot(*place, texts).into());
                message(pair!("error-openpgp-primary-in-slot"), &[named(key), place])
            }
            OpenPgpError::LastUserId(id) => {
                message(pair!("error-openpgp-last-user-id"), &[("id", quoted(id))])
            }
            OpenPgpError::NoUserId(id) => message(pair!("error-openpgp-no-user-id"), &[("id", quoted(id))]),
            OpenPgpError::Damaged(key) => message(pair!("error-openpgp-secret-damaged"), &[named(key)]),
            OpenPgpError::Broken(key) => message(pair!("error-openpgp-broken"), &[named(key)]),
        }
    }
}

/// What the file is instead.
fn no_secret_key(what: &NoSecretKey) -> Pair {
    match what {
        NoSecretKey::Unreadable(_) => pair!("error-openpgp-no-secret-key"),
        NoSecretKey::TooLarge => pair!("error-openpgp-too-large"),
        NoSecretKey::Version(_) => pair!("error-openpgp-version"),
        NoSecretKey::Empty => pair!("error-openpgp-no-key"),
        NoSecretKey::Public => pair!("error-openpgp-public-key-alone"),
        NoSecretKey::Costly => pair!("error-openpgp-costly"),
        NoSecretKey::Damaged => pair!("error-openpgp-damaged"),
        NoSecretKey::Message => pair!("error-openpgp-message"),
        NoSecretKey::SealedBackup => pair!("error-openpgp-sealed-backup"),
        NoSecretKey::SignedText => pair!("error-openpgp-signed-text"),
        NoSecretKey::Signature => pair!("error-openpgp-signature"),
        NoSecretKey::Revocation => pair!("error-openpgp-revocation"),
        NoSecretKey::Ssh => pair!("error-openpgp-ssh"),
        NoSecretKey::X509 => pair!("error-openpgp-x509"),
        NoSecretKey::GnuPgOwn => pair!("error-openpgp-gnupg-own"),
    }
}

fn while_at(step: Making) -> Key {
    match step {
        Making::Keys => key!("while-making-keys"),
        Making::Certificate => key!("while-making-certificate"),
        Making::Subkeys => key!("while-making-subkeys"),
        Making::Slots => key!("while-making-slots"),
        Making::PublicKey => key!("while-making-public-key"),
        Making::SecretKey => key!("while-making-secret-key"),
        Making::ProtectedSecretKey => key!("while-making-protected-secret-key"),
        Making::Revocation => key!("while-making-revocation"),
        Making::Mended => key!("while-making-mended"),
        Making::MissingSubkey => key!("while-making-missing-subkey"),
        Making::Passphrase => key!("while-making-passphrase"),
        Making::UserIds => key!("while-making-user-ids"),
        Making::Manifest => key!("while-making-manifest"),
    }
}

impl ToMessage for CannotSign {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |key: &str| ("key", fingerprint(key).into());
        let day = |name: &'static str, day: &str| (name, texts.day(day).into());
        match self {
            CannotSign::NoKey => message(pair!("error-sign-no-key"), &[]),
            CannotSign::Revoked { key, by: Revoked { day: when, reason: why } } => message(
                pair!("error-sign-revoked"),
                &[named(key), day("day", when), ("reason", texts.say(why.said(), &[]).into())],
            ),
            CannotSign::Expired { key, day: when } => {
                message(pair!("error-sign-expired"), &[named(key), day("day", when)])
            }
            CannotSign::Elsewhere(key) => message(pair!("error-sign-elsewhere"), &[named(key)]),
            CannotSign::Kind { key, kind } => {
                message(pair!("error-sign-kind"), &[named(key), ("kind", quoted(kind))])
            }
            CannotSign::NotYet { made, clock } => {
                message(pair!("error-sign-not-yet"), &[day("made", made), day("clock", clock)])
            }
            CannotSign::Library(cause) => message(pair!("error-sign-library"), &[("cause", quoted(cause))]),
        }
    }
}
