//! An existing secret key, as GnuPG exports it.

mod brought;
mod opening;

pub use brought::Brought;
pub use opening::{Candidate, Opening, Question};

use std::time::SystemTime;

use openpgp::cert::CertParser;
use openpgp::cert::amalgamation::key::PrimaryKey as _;
use openpgp::crypto::{Password, S2K};
use openpgp::packet::Key;
use openpgp::packet::key::{SecretKeyMaterial, SecretParts, UnspecifiedRole};
use openpgp::parse::Parse;
use openpgp::{Cert, Fingerprint};
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

use super::identity::choose;
use super::keys::packet;
use super::lasting::View;
use super::locked::unlock;
use super::{Identity, Making, NoSecretKey, OpenPgpError, Unusable, at, day, make};
use crate::plan::{Plan, Slot};

/// Imports a secret key: RSA or ECC, any subkeys, protected or not. The plan says which key goes
/// into which slot; a slot for which there is no key at all gets a new subkey of the plan's
/// algorithm, so that the three of them are always there.
///
/// # Errors
/// [`OpenPgpError`] says what is missing and how to export it.
pub fn import(
    exported: &[u8],
    passphrase: Option<&SecretString>,
    plan: &Plan,
    now: SystemTime,
) -> Result<Identity, OpenPgpError> {
    let mut cert = read(exported, passphrase)?;
    let view = View::of_today(now);
    usable(&cert, &view)?;
    for slot in Slot::ALL {
        let chosen = plan.slots.as_ref().and_then(|c| c.of(slot));
        if chosen.is_some() {
            continue;
        }
        match choose(&cert, slot, None, plan.primary_key, &view)? {
            Some(key) => alive(&cert, &key, &view)?,
            None => {
                cert = make::add_subkey(cert, slot, plan.algorithm, plan.expiry, now)
                    .map_err(at(Making::MissingSubkey))?;
            }
        }
    }
    let identity = Identity::with_slots(cert, plan.slots.as_ref(), plan.primary_key, &view)?;
    for slot in Slot::ALL {
        identity.slot_key(slot)?;
    }
    Ok(identity)
}

/// The fingerprints of all keys in an export, whatever protects them: to know a Nitrokey that has them already.
/// Empty, if it cannot be read; [`import`] says why.
pub fn fingerprints(exported: &[u8]) -> Vec<String> {
    let certs = CertParser::from_bytes(exported).into_iter().flatten().flatten();
    certs
        .flat_map(|cert| cert.keys().map(|key| key.key().fingerprint().to_hex()).collect::<Vec<_>>())
        .collect()
}

/// A key that has expired is taken only if the plan names it, to read old mail, say. A new one in its
/// place would not read what was written to the old one, so nothing is done in silence.
fn alive(cert: &Cert, fingerprint: &Fingerprint, view: &View) -> Result<(), OpenPgpError> {
    let mut keys = cert.keys().with_policy(&view.policy, view.time);
    let key = keys.find(|k| k.key().fingerprint() == *fingerprint);
    match key.map(|k| k.alive()) {
        Some(Err(_)) => Err(OpenPgpError::Unusable { key: fingerprint.to_hex(), cause: Unusable::NotAlive }),
        _ => Ok(()),
    }
}

/// Whether the certificate as a whole is good today: what was made later than today is told as that, and not
/// as if something were wrong with it.
fn usable(cert: &Cert, view: &View) -> Result<(), OpenPgpError> {
    let key = || cert.fingerprint().to_hex();
    let made = cert.primary_key().key().creation_time();
    if made > view.time {
        let cause = Unusable::NotYet { made: day(made), clock: day(view.time) };
        return Err(OpenPgpError::Unusable { key: key(), cause });
    }
    match cert.with_policy(&view.policy, view.time) {
        Ok(_) => Ok(()),
        Err(e) => Err(OpenPgpError::Unusable { key: key(), cause: Unusable::Policy(e.to_string()) }),
    }
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
