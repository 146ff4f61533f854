//! The certificate: made or imported, kept in memory with its secrets, shown in public.

mod change;
mod counted;
mod decrypt;
mod expiry;
mod export;
mod identity;
mod import;
mod integrity;
mod keys;
mod kinds;
mod lasting;
mod left_out;
mod make;
mod manifest;
mod old_keys;
mod packets;
mod provable;
mod prove;
mod published;
mod reason;
mod revoke;
mod sign;
mod ssh;
mod user_ids;
mod view;
mod words;

pub use decrypt::{Decrypted, MessageError, decrypt};
pub use export::{Subkeys, protected_secret_key, protected_subkeys};
pub use identity::{Carried, Identity, SlotKey};
pub use import::{
    Brought, BroughtUserId, Candidate, Fault, Goes, Inventory, Kept, Mend, Opening, Part, Places, Question,
    Remains, Standing, Unchecked, Uses, inventory,
};
pub use left_out::LeftOut;
pub use make::make;
pub use manifest::{Signed, read_public, read_signed, sign_cleartext};
pub use prove::prove_secrets;
pub use published::Published;
pub use reason::Reason;
pub use revoke::{Named, revocations, revoked};
pub use sign::{CannotSign, Counted, sign_file, signs};
pub use ssh::{replaced_ssh_keys, ssh_public_key};

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
    /// Other user ids.
    UserIds,
    /// Signing the manifest.
    Manifest,
}

impl Making {
    /// All of them.
    pub const ALL: [Making; 13] = [
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
        Making::UserIds,
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
            Making::UserIds => "user ids",
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
    /// There is more in it than in any key.
    #[error("more in it than in any key")]
    TooLarge,
    /// OpenPGP data, but no key.
    #[error("no key in it")]
    Empty,
    /// Without its secret.
    #[error("a public key alone")]
    Public,
    /// Opening it, or trying a passphrase on it, would take more memory or time than there may be.
    #[error("too costly to be opened")]
    Costly,
    /// A key of another version than cards know.
    #[error("key of version {0}, not 4")]
    Version(u8),
    /// A key that was changed on its way here.
    #[error("damaged key")]
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
    #[error("not signed")]
    NotAtAll,
    /// By a key that is not of this certificate, or may not sign.
    #[error("signed by another key")]
    AnotherKey,
    /// Anything else: what the library says.
    #[error("{0}")]
    Other(String),
}

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Its time has not come: so says the clock.
    #[error("made on {made}, clock at {clock}")]
    NotYet {
        /// The day on which it was made, `2026-11-23`.
        made: String,
        /// The day that the clock says.
        clock: String,
    },
    /// Of a later version than cards know.
    #[error("key of version 6, not 4")]
    Version6,
    /// It was revoked.
    #[error("revoked {0}")]
    Revoked(Revoked),
    /// The same, by a revocation certificate that stands beside it in the file, and may never have been published.
    #[error("revocation certificate beside it, made {0}")]
    RevokedBeside(Revoked),
    /// Its primary key is of a kind that cannot sign here, or that GnuPG does not read.
    #[error("primary key of kind {0}")]
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
    #[error("making keys, step `{step}`: {cause}")]
    Make {
        /// What was being done.
        step: Making,
        /// What the library said.
        cause: String,
    },
    /// Not an OpenPGP secret key.
    #[error("no OpenPGP secret key: {0}")]
    NoSecretKey(NoSecretKey),
    /// More than one certificate.
    #[error("{0} keys in one file")]
    Several(usize),
    /// The wrong passphrase, or none for a protected key.
    #[error("wrong passphrase for key {0}")]
    Passphrase(String),
    /// The wrong code.
    #[error("wrong code for this file")]
    Code,
    /// Locked with a cipher or a hash that is not known here.
    #[error("key {key} locked in an unknown way: {how}")]
    Locked {
        /// Fingerprint.
        key: String,
        /// The cipher, or whatever it is.
        how: String,
    },
    /// A public key that is not of the bare key beside it.
    #[error("key {0} not in this file")]
    NotBeside(String),
    /// Only a note that the secret is elsewhere.
    #[error("no secret of key {0} in the file, only a stub")]
    Stub(String),
    /// Subkeys without their primary key.
    #[error("only a stub of primary key {0}, with subkeys")]
    PrimaryElsewhere(String),
    /// The primary key is on a Nitrokey: other subkeys do not help against whoever has that.
    #[error("primary key {key} in the {slot} slot")]
    PrimaryInSlot {
        /// Fingerprint.
        key: String,
        /// The slot.
        slot: Slot,
    },
    /// The only user id that others find the key by.
    #[error("only user id `{0}`")]
    LastUserId(String),
    /// A user id that the key has not, or not any more.
    #[error("no user id `{0}`")]
    NoUserId(String),
    /// Expired, revoked, or bound in a way that is no longer safe.
    #[error("key {key} unusable: {cause}")]
    Unusable {
        /// Fingerprint.
        key: String,
        /// Why.
        cause: Unusable,
    },
    /// A key was chosen for a slot that it is not for.
    #[error("`slots.{slot}` is `{key}`, allowed: {}", allowed.join(", "))]
    Slot {
        /// The slot.
        slot: Slot,
        /// What was chosen.
        key: String,
        /// Fingerprints.
        allowed: Vec<String>,
    },
    /// A manifest that is not signed by the key it should be signed by.
    #[error("bad signature of the manifest: {cause}")]
    BadSignature {
        /// Why.
        cause: NotSigned,
    },
    /// A manifest of a day that has not come: so says the clock.
    #[error("manifest signed on {made}, clock at {clock}")]
    NotYet {
        /// The day on which it was signed, `2026-11-23`.
        made: String,
        /// The day that the clock says.
        clock: String,
    },
    /// The same in a file that is imported.
    #[error("secret of imported key {0} does not fit its public key")]
    Damaged(String),
    /// A key's secret and public parts do not belong together.
    #[error("secret of recovered key {0} does not fit its public key")]
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
