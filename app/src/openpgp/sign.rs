//! A file is signed, in a signature beside it (RFC 9580 § 10.4), as `gpg --detach-sign` does: with the key that GnuPG
//! takes for it. The file is only counted here, piece by piece; nothing of it is understood.

use std::cmp::Reverse;
use std::fmt;
use std::time::SystemTime;

use openpgp::armor::{Kind, Writer};
use openpgp::crypto::hash;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::serialize::Serialize;
use openpgp::types::{HashAlgorithm, SignatureType};
use openpgp::{Cert, Packet};
use openssl::sha::Sha256;
use sequoia_openpgp as openpgp;

use super::import::{Kept, Part, parts, revoked_by};
use super::kinds::computes;
use super::lasting::newest;
use super::packets::without_data;
use super::view::View;
use super::{Identity, Revoked, SlotKey, day};

/// Why nothing is signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotSign {
    /// No key of the identity is for that: it certifies only.
    #[error("no key that signs")]
    NoKey,
    /// The key that GnuPG would take, or the primary key.
    #[error("key {key} revoked {by}")]
    Revoked {
        /// Fingerprint.
        key: String,
        /// When, and why.
        by: Revoked,
    },
    /// The same, and its time is over.
    #[error("key {key} expired on {day}")]
    Expired {
        /// Fingerprint.
        key: String,
        /// The day, `2026-11-23`.
        day: String,
    },
    /// Its secret is not here.
    #[error("no secret of key {0}")]
    Elsewhere(String),
    /// Nothing is calculated here with keys of its kind.
    #[error("key {key} of kind {kind}")]
    Kind {
        /// Fingerprint.
        key: String,
        /// What it is of.
        kind: String,
    },
    /// Something of the identity was signed on a day that has not come: so says the clock.
    #[error("keys of {made}, clock at {clock}")]
    NotYet {
        /// The day, `2026-11-23`.
        made: String,
        /// The day that the clock says.
        clock: String,
    },
    /// The library said no, or what it signed is not what was to be signed.
    #[error("signing: {0}")]
    Library(String),
}

/// A file as far as it was read: how long it is, and what becomes of it when it is shown and when it is signed.
#[derive(Clone)]
pub struct Counted {
    bytes: u64,
    shown: Sha256,
    signed: hash::Context,
}

impl fmt::Debug for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Counted({} bytes)", self.bytes)
    }
}

impl Counted {
    /// Nothing yet.
    ///
    /// # Errors
    /// [`CannotSign::Library`].
    pub fn nothing() -> Result<Self, CannotSign> {
        // No key of another version is in an identity.
        let signed = HashAlgorithm::SHA512.context().map_err(library)?.for_signature(4);
        Ok(Counted { bytes: 0, shown: Sha256::new(), signed })
    }

    /// What comes next in the file.
    pub fn piece(&mut self, piece: &[u8]) {
        self.bytes += piece.len() as u64;
        self.shown.update(piece);
        self.signed.update(piece);
    }

    /// How long it is.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Its SHA-256.
    pub fn sha256(&self) -> [u8; 32] {
        self.shown.clone().finish()
    }
}

/// The fingerprint of the key that signs, as GnuPG takes it (`finish_lookup`): of the subkeys for signing that are valid the
/// newest; only if there is none, the primary key.
///
/// # Errors
/// [`CannotSign`], of the newest one if none will do.
pub fn signs(identity: &Identity, now: SystemTime) -> Result<String, CannotSign> {
    Ok(signer(identity, now)?.fingerprint().to_hex())
}

fn signer(identity: &Identity, now: SystemTime) -> Result<SlotKey, CannotSign> {
    let cert = identity.cert();
    let said = newest(cert);
    if now < said {
        return Err(CannotSign::NotYet { made: day(said), clock: day(now) });
    }
    let parts = parts(cert, &View::lasting(cert));
    let by: Vec<_> = cert.primary_key().self_revocations().collect();
    if !by.is_empty() {
        return Err(CannotSign::Revoked { key: identity.fingerprint(), by: revoked_by(&by) });
    }
    // With it all others fall.
    if let Some(primary) = parts.iter().find(|part| part.primary && part.is_expired()) {
        return Err(expired(primary));
    }
    let mut able: Vec<_> = parts.iter().filter(|part| part.uses.sign).collect();
    able.sort_by_key(|part| (part.primary, Reverse(part.made)));
    let mut why = None;
    for part in able {
        match usable(cert, part) {
            Ok(key) => return Ok(key),
            Err(error) => why = why.or(Some(error)),
        }
    }
    Err(why.unwrap_or(CannotSign::NoKey))
}

/// The key with its secret, if others take for good what it signs today.
fn usable(cert: &Cert, part: &Part) -> Result<SlotKey, CannotSign> {
    let print = || part.fingerprint.clone();
    match &part.kept {
        Some(Kept::Revoked(by)) => return Err(CannotSign::Revoked { key: print(), by: by.clone() }),
        Some(Kept::NoSecret) => return Err(CannotSign::Elsewhere(print())),
        Some(Kept::Unbound | Kept::Useless) => return Err(CannotSign::NoKey),
        // What a Nitrokey does not take may well sign here.
        Some(Kept::Kind) | None => {}
    }
    if part.is_expired() {
        return Err(expired(part));
    }
    let mut keys = cert.keys().unencrypted_secret().map(|key| key.key());
    match keys.find(|key| key.fingerprint().to_hex() == part.fingerprint) {
        None => Err(CannotSign::Elsewhere(print())),
        Some(key) if !computes(key) => Err(CannotSign::Kind { key: print(), kind: part.kind.clone() }),
        Some(key) => Ok(key.clone()),
    }
}

fn expired(part: &Part) -> CannotSign {
    CannotSign::Expired { key: part.fingerprint.clone(), day: part.expires.map(day).unwrap_or_default() }
}

/// The signature in armor, with SHA-512, and by which key it is. It has proven itself: it was read again, and fits this file
/// and the public key.
///
/// # Errors
/// [`CannotSign`].
pub fn sign_file(
    identity: &Identity,
    file: &Counted,
    now: SystemTime,
) -> Result<(Vec<u8>, String), CannotSign> {
    let key = signer(identity, now)?;
    let print = key.fingerprint().to_hex();
    let sign = || {
        let signature = SignatureBuilder::new(SignatureType::Binary)
            .set_signature_creation_time(now)?
            .sign_hash(&mut key.into_keypair()?, file.signed.clone())?;
        let mut writer = Writer::new(Vec::new(), Kind::Signature)?;
        Packet::from(signature).serialize(&mut writer)?;
        Ok(writer.finalize()?)
    };
    let armored: Vec<u8> = sign().map_err(library)?;
    verify_file(&identity.public(), file, &armored).map_err(library)?;
    Ok((armored, print))
}

/// Whether an armored signature is of this file, by a key of `cert`, and nothing else is beside it.
fn verify_file(cert: &Cert, file: &Counted, armored: &[u8]) -> openpgp::Result<()> {
    let packets = without_data(armored, 1)?;
    let [Packet::Signature(signature)] = &packets[..] else { anyhow::bail!("it is no signature") };
    let whole = signature.typ() == SignatureType::Binary && signature.hash_algo() == HashAlgorithm::SHA512;
    anyhow::ensure!(whole, "it is a signature of another kind");
    let by = signature.get_issuers();
    let mut keys = cert.keys().filter(|key| by.iter().any(|issuer| issuer.aliases(key.key().key_handle())));
    let key = keys.next().ok_or_else(|| anyhow::anyhow!("it is by another key"))?;
    signature.verify_hash(key.key(), file.signed.clone())
}

#[allow(clippy::needless_pass_by_value)]
fn library(error: anyhow::Error) -> CannotSign {
    CannotSign::Library(error.to_string())
}
