//! An existing secret key, as GnuPG exports it.

mod brought;
mod inventory;
mod mend;
mod opening;
mod part;
mod places;

pub use brought::Brought;
pub use inventory::Inventory;
pub(super) use mend::computes;
pub use opening::{Candidate, Opening, Question};
pub use part::{Fault, Kept, Part, Uses};
pub use places::{BroughtUserId, Goes, Mend, Places};

use std::time::SystemTime;

use openpgp::Cert;
use openpgp::cert::CertParser;
use openpgp::cert::amalgamation::key::PrimaryKey as _;
use openpgp::crypto::{Password, S2K};
use openpgp::packet::Key;
use openpgp::packet::key::{SecretKeyMaterial, SecretParts, UnspecifiedRole};
use openpgp::parse::Parse;
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

use super::keys::packet;
use super::locked::unlock;
use super::{Making, NoSecretKey, OpenPgpError, Unusable, at};

/// Looks at an exported key.
///
/// # Errors
/// [`OpenPgpError`] says what is missing and how to export it.
pub fn inventory(
    exported: &[u8],
    passphrase: Option<&SecretString>,
    now: SystemTime,
) -> Result<Inventory, OpenPgpError> {
    Inventory::of(Brought::Identity(read(exported, passphrase)?), now)
}

/// The fingerprints of all keys in an export, whatever protects them: to know a Nitrokey that has them already.
/// Empty, if it cannot be read; [`import`] says why.
pub fn fingerprints(exported: &[u8]) -> Vec<String> {
    let certs = CertParser::from_bytes(exported).into_iter().flatten().flatten();
    certs
        .flat_map(|cert| cert.keys().map(|key| key.key().fingerprint().to_hex()).collect::<Vec<_>>())
        .collect()
}

/// Whether a passphrase is tried with more memory and passes than RFC 9580 § 3.7.1.4 recommends where memory is short:
/// 64 MiB, three times. Nothing says that these numbers are the owner's, and GnuPG has no such keys at all.
fn is_costly(s2k: &S2K) -> bool {
    matches!(s2k, S2K::Argon2 { t, p, m, .. } if *t > 3 || *p > 4 || *m > 16)
}

/// Reads one certificate with its secrets and takes their protection off.
pub(super) fn read(exported: &[u8], passphrase: Option<&SecretString>) -> Result<Cert, OpenPgpError> {
    let none = |e: anyhow::Error| OpenPgpError::NoSecretKey(NoSecretKey::Unreadable(e.to_string()));
    let mut certs =
        CertParser::from_bytes(exported).map_err(none)?.collect::<openpgp::Result<Vec<_>>>().map_err(none)?;
    let (Some(mut cert), 0) = (certs.pop(), certs.len()) else {
        return Err(match certs.len() {
            0 => OpenPgpError::NoSecretKey(NoSecretKey::Empty),
            n => OpenPgpError::Several(n + 1),
        });
    };
    if !cert.is_tsk() {
        return Err(OpenPgpError::NoSecretKey(NoSecretKey::Public));
    }
    let mut opened = Vec::new();
    for key in cert.keys().secret() {
        let print = key.key().fingerprint().to_hex();
        if key.key().version() != 4 {
            return Err(OpenPgpError::Unusable { key: print, cause: Unusable::Version6 });
        }
        let secret: Key<SecretParts, UnspecifiedRole> = key.key().clone();
        let locked = match secret.secret() {
            SecretKeyMaterial::Unencrypted(_) => continue,
            SecretKeyMaterial::Encrypted(e) if !e.s2k().is_supported() => continue, // a stub
            SecretKeyMaterial::Encrypted(e) if is_costly(e.s2k()) => {
                return Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly));
            }
            SecretKeyMaterial::Encrypted(_) => secret,
        };
        let password = passphrase.map(|p| Password::from(p.expose_secret()));
        let password = password.ok_or_else(|| OpenPgpError::Passphrase(print.clone()))?;
        let open = unlock(locked, &password).map_err(|_| OpenPgpError::Passphrase(print))?;
        opened.push(packet(open, key.primary()));
    }
    cert = cert.insert_packets(opened).map_err(at(Making::Passphrase))?.0;
    match cert.primary_key().key().has_unencrypted_secret() {
        true => Ok(cert),
        false => Err(OpenPgpError::Stub(cert.fingerprint().to_hex())),
    }
}
