//! The certificate: made or imported, kept in memory with its secrets, shown in public.

mod export;
mod identity;
mod import;
mod keys;
mod locked;
mod make;
mod manifest;
mod prove;
mod revoke;
mod ssh;

pub use export::protected_secret_key;
pub use identity::{Identity, SlotKey};
pub use import::import;
pub use make::make;
pub use manifest::{read_signed, sign_cleartext};
pub use prove::prove_secrets;
pub use revoke::{Named, Reason, revocations};
pub use ssh::ssh_public_key;

use crate::plan::Slot;

/// What can go wrong with a certificate.
#[derive(Debug, thiserror::Error)]
pub enum OpenPgpError {
    /// The library said no where no input was at fault.
    #[error("making the keys, step `{step}`: {cause}. Nothing was written; try again")]
    Make {
        /// What was being done.
        step: &'static str,
        /// What the library said.
        cause: String,
    },
    /// Not an OpenPGP secret key.
    #[error(
        "importing: this file holds no OpenPGP secret key ({0}). Export it with `gpg --armor --export-secret-keys`"
    )]
    NoSecretKey(String),
    /// More than one certificate.
    #[error("importing: this file holds {0} keys. Export one alone, by its fingerprint")]
    Several(usize),
    /// The wrong passphrase, or none for a protected key.
    #[error(
        "importing: the passphrase does not open key {0}. Type the passphrase that this key has in GnuPG"
    )]
    Passphrase(String),
    /// Only a note that the secret is elsewhere.
    #[error(
        "importing: of key {0} the file holds no secret, only a note that it is elsewhere (`sec#`, `ssb>`). Export it where the secret is: a key that lives on a Nitrokey alone cannot be exported"
    )]
    Stub(String),
    /// Expired, revoked, or bound in a way that is no longer safe.
    #[error(
        "importing: key {key} cannot be used: {cause}. Mend it in GnuPG and export it again, or name another key for its slot in the plan"
    )]
    Unusable {
        /// Fingerprint.
        key: String,
        /// Why.
        cause: String,
    },
    /// A key was chosen for a slot that it is not for.
    #[error(
        "the plan's `slots.{slot}` is `{key}`: allowed is one of this certificate's keys that can do this: {allowed}"
    )]
    Slot {
        /// The slot.
        slot: Slot,
        /// What was chosen.
        key: String,
        /// Fingerprints.
        allowed: String,
    },
    /// A signature that is not by the key it should be by.
    #[error("{what}: its signature is not good ({cause}). Use another copy of the bundle")]
    BadSignature {
        /// What was signed.
        what: &'static str,
        /// Why.
        cause: String,
    },
    /// A key's secret and public parts do not belong together.
    #[error(
        "key {0} was recovered, but it does not do what its public key says. Use another copy of the bundle"
    )]
    Broken(String),
}

/// Names the step in which the library said no.
fn at(step: &'static str) -> impl Fn(anyhow::Error) -> OpenPgpError {
    move |e| OpenPgpError::Make { step, cause: e.to_string() }
}
