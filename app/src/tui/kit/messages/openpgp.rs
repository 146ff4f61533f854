//! What can go wrong with the keys.

use super::{Message, Tell, fingerprint, quoted, slot};
use crate::language::Texts;
use crate::openpgp::{Making, NoSecretKey, NotSigned, OpenPgpError, Reason, Revoked, Unusable};

/// How many keys are offered for a slot, so that they fit onto the screen.
const OFFERED: usize = 3;

impl Tell for OpenPgpError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |key: &str| ("key", fingerprint(key).into());
        let day = |name: &'static str, day: &str| (name, texts.day(day).into());
        match self {
            // What the library would have said is this.
            OpenPgpError::Make { step: Making::Slots, cause: _ } => {
                message("error-openpgp-slot-without-key", &[])
            }
            OpenPgpError::Make { step, cause } => message(
                "error-openpgp-make",
                &[("step", texts.say(while_at(*step), &[]).into()), ("cause", quoted(cause))],
            ),
            OpenPgpError::NoSecretKey(NoSecretKey::Unreadable(cause)) => {
                message("error-openpgp-no-secret-key", &[("cause", quoted(cause))])
            }
            OpenPgpError::NoSecretKey(NoSecretKey::Version(version)) => {
                message("error-openpgp-version", &[("version", (*version).into())])
            }
            OpenPgpError::NoSecretKey(other) => message(no_secret_key(other), &[]),
            OpenPgpError::Several(count) => message("error-openpgp-several", &[("count", (*count).into())]),
            OpenPgpError::Code => message("error-openpgp-code", &[]),
            OpenPgpError::Locked { key, how } => {
                message("error-openpgp-locked", &[named(key), ("how", quoted(how))])
            }
            OpenPgpError::NotBeside(key) => message("error-openpgp-not-beside", &[named(key)]),
            OpenPgpError::Passphrase(key) => message("error-openpgp-passphrase", &[named(key)]),
            OpenPgpError::Stub(key) => message("error-openpgp-stub", &[named(key)]),
            OpenPgpError::PrimaryElsewhere(key) => message("error-openpgp-primary-elsewhere", &[named(key)]),
            OpenPgpError::Unusable { key, cause: Unusable::NotYet { made, clock } } => {
                message("error-openpgp-key-not-yet", &[named(key), day("made", made), day("clock", clock)])
            }
            OpenPgpError::NotYet { made, clock } => {
                message("error-openpgp-not-yet", &[day("made", made), day("clock", clock)])
            }
            OpenPgpError::Unusable { key, cause: Unusable::Revoked(Revoked { day: on, reason }) } => {
                let reason = texts.say(reason_of(*reason), &[]);
                message("error-openpgp-revoked", &[named(key), day("day", on), ("reason", reason.into())])
            }
            OpenPgpError::Unusable { key, cause: Unusable::RevokedBeside(Revoked { day: on, reason }) } => {
                let reason = texts.say(reason_of(*reason), &[]);
                let values = [named(key), day("day", on), ("reason", reason.into())];
                message("error-openpgp-revoked-beside", &values)
            }
            OpenPgpError::Unusable { key, cause: Unusable::Version6 } => {
                let cause = texts.say("told-unusable-version-6", &[]);
                message("error-openpgp-unusable", &[named(key), ("cause", cause.into())])
            }
            OpenPgpError::Unusable { key, cause: Unusable::Primary(kind) } => {
                let cause = texts.say("told-unusable-primary", &[("kind", quoted(kind))]);
                message("error-openpgp-unusable", &[named(key), ("cause", cause.into())])
            }
            OpenPgpError::Slot { slot: place, key, allowed } => {
                let place = ("slot", slot(*place, texts).into());
                if allowed.is_empty() {
                    return message("error-openpgp-slot-none", &[place, named(key)]);
                }
                let mut lines: Vec<_> = allowed.iter().take(OFFERED).map(|key| fingerprint(key)).collect();
                if allowed.len() > OFFERED {
                    lines.push("…".into());
                }
                message("error-openpgp-slot", &[place, named(key), ("allowed", lines.join("\n").into())])
            }
            OpenPgpError::BadSignature { cause } => {
                let cause = match cause {
                    NotSigned::NotAtAll => texts.say("told-signed-not", &[]).into(),
                    NotSigned::AnotherKey => texts.say("told-signed-by-another", &[]).into(),
                    NotSigned::Other(cause) => quoted(cause),
                };
                message("error-openpgp-bad-signature", &[("cause", cause)])
            }
            OpenPgpError::Damaged(key) => message("error-openpgp-secret-damaged", &[named(key)]),
            OpenPgpError::Broken(key) => message("error-openpgp-broken", &[named(key)]),
        }
    }
}

/// Why a key was revoked.
pub(in crate::tui) fn reason_of(reason: Reason) -> &'static str {
    match reason {
        Reason::Compromised => "told-revoked-compromised",
        Reason::Superseded => "told-revoked-superseded",
        Reason::Retired => "told-revoked-retired",
        Reason::Unspecified => "told-revoked-unspecified",
    }
}

/// What the file is instead.
fn no_secret_key(what: &NoSecretKey) -> &'static str {
    match what {
        NoSecretKey::Unreadable(_) => "error-openpgp-no-secret-key",
        NoSecretKey::Version(_) => "error-openpgp-version",
        NoSecretKey::Empty => "error-openpgp-no-key",
        NoSecretKey::Public => "error-openpgp-public-key-alone",
        NoSecretKey::Costly => "error-openpgp-costly",
        NoSecretKey::Damaged => "error-openpgp-damaged",
        NoSecretKey::Message => "error-openpgp-message",
        NoSecretKey::SealedBackup => "error-openpgp-sealed-backup",
        NoSecretKey::SignedText => "error-openpgp-signed-text",
        NoSecretKey::Signature => "error-openpgp-signature",
        NoSecretKey::Revocation => "error-openpgp-revocation",
        NoSecretKey::Ssh => "error-openpgp-ssh",
        NoSecretKey::X509 => "error-openpgp-x509",
        NoSecretKey::GnuPgOwn => "error-openpgp-gnupg-own",
    }
}

fn while_at(step: Making) -> &'static str {
    match step {
        Making::Keys => "told-making-keys",
        Making::Certificate => "told-making-certificate",
        Making::Subkeys => "told-making-subkeys",
        Making::Slots => "told-making-slots",
        Making::PublicKey => "told-making-public-key",
        Making::SecretKey => "told-making-secret-key",
        Making::ProtectedSecretKey => "told-making-protected-secret-key",
        Making::Revocation => "told-making-revocation",
        Making::Mended => "told-making-mended",
        Making::MissingSubkey => "told-making-missing-subkey",
        Making::Passphrase => "told-making-passphrase",
        Making::Manifest => "told-making-manifest",
    }
}
