//! The certificate: made or imported, kept in memory with its secrets, shown in public.

mod counted;
mod expiry;
mod export;
mod identity;
mod import;
mod keys;
mod kinds;
mod lasting;
mod left_out;
mod make;
mod manifest;
mod packets;
mod prove;
mod reason;
mod revoke;
mod ssh;
mod user_ids;
mod view;
mod words;

pub use counted::Counted;
pub use export::protected_secret_key;
pub use identity::{Carried, Identity, SlotKey};
pub use import::{
    Brought, BroughtUserId, Candidate, Fault, Goes, Inventory, Kept, Mend, Opening, Part, Places, Question,
    Remains, Standing, Uses, inventory,
};
pub use left_out::LeftOut;
pub use make::make;
pub use manifest::{Signed, read_public, read_signed, sign_cleartext};
pub use prove::prove_secrets;
pub use reason::Reason;
pub use revoke::{Named, revocations};
pub use ssh::ssh_public_key;

use std::fmt;
use std::time::SystemTime;

use time::OffsetDateTime;

use crate::plan::Slot;

/// What was being done when a library said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// Drawing the keys.
    Keys,
    /// Binding them to the user ids.
    Certificate,
    /// Binding the subkeys.
    Subkeys,
    /// Finding a key for each slot.
    Slots,
    /// Writing the public key down.
    PublicKey,
    /// Writing the secret key down.
    SecretKey,
    /// The same under a passphrase.
    ProtectedSecretKey,
    /// A revocation certificate.
    Revocation,
    /// Signing anew what was signed long ago, or not at all.
    Mended,
    /// Adding a subkey to an imported certificate.
    MissingSubkey,
    /// Putting keys whose passphrase was taken off back into the certificate.
    Passphrase,
    /// Signing the manifest.
    Manifest,
}

impl Making {
    /// All of them.
    pub const ALL: [Making; 12] = [
        Making::Keys,
        Making::Certificate,
        Making::Subkeys,
        Making::Slots,
        Making::PublicKey,
        Making::SecretKey,
        Making::ProtectedSecretKey,
        Making::Revocation,
        Making::Mended,
        Making::MissingSubkey,
        Making::Passphrase,
        Making::Manifest,
    ];
}

impl fmt::Display for Making {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Making::Keys => "keys",
            Making::Certificate => "certificate",
            Making::Subkeys => "subkeys",
            Making::Slots => "slots",
            Making::PublicKey => "public key",
            Making::SecretKey => "secret key",
            Making::ProtectedSecretKey => "secret key under a passphrase",
            Making::Revocation => "revocation",
            Making::Mended => "signatures",
            Making::MissingSubkey => "missing subkey",
            Making::Passphrase => "passphrase",
            Making::Manifest => "signing the manifest",
        })
    }
}

/// Why a file is no secret key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSecretKey {
    /// No OpenPGP data.
    #[error("{0}")]
    Unreadable(String),
    /// OpenPGP data, but no key.
    #[error("no key in it")]
    Empty,
    /// Without its secret.
    #[error("a public key alone")]
    Public,
    /// Trying a passphrase on it would take more memory or time than there may be.
    #[error("a passphrase that costs too much to be tried")]
    Costly,
    /// A key of another version than cards know.
    #[error("a key of version {0}, and Nitrokeys know version 4 alone")]
    Version(u8),
    /// A key that was changed on its way here.
    #[error("a key, and it is damaged")]
    Damaged,
    /// A message that no code opens.
    #[error("a message")]
    Message,
    /// What a stick has beside its public key.
    #[error("a sealed backup of Coldspare")]
    SealedBackup,
    /// A text signed in the clear: the manifest, say.
    #[error("a signed text")]
    SignedText,
    /// A signature alone.
    #[error("a signature alone")]
    Signature,
    /// A revocation certificate.
    #[error("a revocation certificate")]
    Revocation,
    /// A key for SSH.
    #[error("a key for SSH")]
    Ssh,
    /// A key or certificate in the form that web servers and S/MIME have.
    #[error("a key or certificate for S/MIME or TLS")]
    X509,
    /// A file that GnuPG keeps for itself.
    #[error("a file that GnuPG keeps for itself")]
    GnuPgOwn,
}

/// Why a text does not count as signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    /// There is no signature, or not as it has to be.
    #[error("it is not signed")]
    NotAtAll,
    /// By a key that is not of this certificate, or may not sign.
    #[error("it is signed by another key")]
    AnotherKey,
    /// Anything else: what the library says.
    #[error("{0}")]
    Other(String),
}

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Its time has not come: so says the clock.
    #[error(
        "it was made on {made}, and this computer's clock says {clock}. Most likely the clock is behind: set it"
    )]
    NotYet {
        /// The day on which it was made, `2026-11-23`.
        made: String,
        /// The day that the clock says.
        clock: String,
    },
    /// Of a later version than cards know.
    #[error("it is of version 6, and Nitrokeys know version 4 alone")]
    Version6,
    /// It was revoked.
    #[error("it was revoked {0}. Nobody encrypts to it any more, and nobody believes it: make new keys")]
    Revoked(Revoked),
    /// The same, by a revocation certificate that stands beside it in the file, and may never have been published.
    #[error(
        "the file holds a revocation certificate for it as well, made {0}: whoever takes in both ends the key. Write the key to a file without that certificate"
    )]
    RevokedBeside(Revoked),
    /// Its primary key is of a kind that cannot sign here, or that GnuPG does not read.
    #[error(
        "its primary key is of the kind {0}, with which nothing can be signed here, and which GnuPG and Nitrokeys do not know: make new keys"
    )]
    Primary(String),
}

/// When something was revoked, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// The day, `2026-11-23`.
    pub day: String,
    /// The reason that was given.
    pub reason: Reason,
}

impl fmt::Display for Revoked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "on {} ({})", self.day, self.reason.name())
    }
}

/// What can go wrong with a certificate.
#[derive(Debug, thiserror::Error)]
pub enum OpenPgpError {
    /// The library said no where no input was at fault.
    #[error("making the keys, step `{step}`: {cause}. Nothing was written; try again")]
    Make {
        /// What was being done.
        step: Making,
        /// What the library said.
        cause: String,
    },
    /// Not an OpenPGP secret key.
    #[error(
        "importing: this file holds no OpenPGP secret key ({0}). Export it with `gpg --armor --export-secret-keys`"
    )]
    NoSecretKey(NoSecretKey),
    /// More than one certificate.
    #[error("importing: this file holds {0} keys. Export one alone, by its fingerprint")]
    Several(usize),
    /// The wrong passphrase, or none for a protected key.
    #[error(
        "importing: the passphrase does not open key {0}. Type the passphrase that this key has in GnuPG"
    )]
    Passphrase(String),
    /// The wrong code.
    #[error(
        "importing: the code does not open this file. Type the code that the program showed when it wrote it"
    )]
    Code,
    /// Locked with a cipher or a hash that is not known here.
    #[error(
        "importing: key {key} is locked in a way that is not known here ({how}). Change its passphrase in GnuPG, `gpg --change-passphrase`, and export it again"
    )]
    Locked {
        /// Fingerprint.
        key: String,
        /// The cipher, or whatever it is.
        how: String,
    },
    /// A public key that is not of the bare key beside it.
    #[error(
        "importing: key {0} is not in this file. Choose the public key that was made together with it, `gpg --armor --export`"
    )]
    NotBeside(String),
    /// Only a note that the secret is elsewhere.
    #[error(
        "importing: of key {0} the file holds no secret, only a note that it is elsewhere (`sec#`, `sec>`). Export it with `gpg --armor --export-secret-keys` where `gpg --list-secret-keys` shows `sec` without a sign: a key that lives on a Nitrokey alone cannot be exported"
    )]
    Stub(String),
    /// Subkeys without their primary key.
    #[error(
        "importing: of key {0} the file holds subkeys, and of its primary key only a note that it is elsewhere: `gpg --export-secret-subkeys` writes such files. Bring the file that has the primary key, or both in one"
    )]
    PrimaryElsewhere(String),
    /// Expired, revoked, or bound in a way that is no longer safe.
    #[error(
        "importing: key {key} cannot be used: {cause}. Mend it in GnuPG and export it again, or name another key for its slot in the plan"
    )]
    Unusable {
        /// Fingerprint.
        key: String,
        /// Why.
        cause: Unusable,
    },
    /// A key was chosen for a slot that it is not for.
    #[error(
        "the plan's `slots.{slot}` is `{key}`: allowed is one of this certificate's keys that can do this: {}",
        allowed.join(", ")
    )]
    Slot {
        /// The slot.
        slot: Slot,
        /// What was chosen.
        key: String,
        /// Fingerprints.
        allowed: Vec<String>,
    },
    /// A manifest that is not signed by the key it should be signed by.
    #[error("the manifest: its signature is not good ({cause}). Use another copy of the bundle")]
    BadSignature {
        /// Why.
        cause: NotSigned,
    },
    /// A manifest of a day that has not come: so says the clock.
    #[error(
        "the manifest was signed on {made}, and this computer's clock says {clock}. Nothing is wrong with the manifest: most likely the clock is behind. Set it, or go on with the clock as it is"
    )]
    NotYet {
        /// The day on which it was signed, `2026-11-23`.
        made: String,
        /// The day that the clock says.
        clock: String,
    },
    /// The same in a file that is imported.
    #[error(
        "importing: the secret of key {0} does not do what its public key says: the file is damaged. Export it again"
    )]
    Damaged(String),
    /// A key's secret and public parts do not belong together.
    #[error(
        "key {0} was recovered, but it does not do what its public key says. Use another copy of the bundle"
    )]
    Broken(String),
}

/// `2026-11-23`, in UTC.
fn day(time: SystemTime) -> String {
    OffsetDateTime::from(time).date().to_string()
}

/// Names the step in which the library said no.
fn at(step: Making) -> impl Fn(anyhow::Error) -> OpenPgpError {
    move |e| OpenPgpError::Make { step, cause: e.to_string() }
}
