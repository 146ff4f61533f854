//! What a key file brought, once everything in it is open.

use std::collections::HashSet;
use std::fmt;

use openpgp::{Cert, Fingerprint};
use sequoia_openpgp as openpgp;

use super::locked::{Protection, is_real, protection};
use crate::openpgp::SlotKey;

/// What was in the file, every secret of it open (stubs stay stubs).
#[derive(Clone)]
#[allow(clippy::large_enum_variant, reason = "there is one of it, and it is matched on")]
pub enum Brought {
    /// A certificate and its primary key's secret.
    Identity(Cert),
    /// A decryption key alone, and the public certificate whose subkey it is.
    Decryption {
        /// The key, with its secret.
        key: SlotKey,
        /// The certificate, without a secret.
        of: Cert,
    },
}

impl Brought {
    /// Keys that a passphrase protects, and whether each is the primary key.
    pub(super) fn locked(&self) -> Vec<(SlotKey, bool)> {
        let is_locked = |key: &SlotKey| protection(key) == Protection::Locked;
        match self {
            Brought::Identity(cert) => {
                let primary = cert.fingerprint();
                let keys = cert.keys().secret().map(|key| key.key().clone()).filter(is_locked);
                keys.map(|key| (key.fingerprint() == primary, key))
                    .map(|(primary, key)| (key, primary))
                    .collect()
            }
            Brought::Decryption { key, .. } if is_locked(key) => vec![(key.clone(), false)],
            Brought::Decryption { .. } => Vec::new(),
        }
    }

    /// How many are open.
    pub(super) fn opened(&self) -> usize {
        match self {
            Brought::Identity(cert) => cert.keys().unencrypted_secret().count(),
            Brought::Decryption { key, .. } => usize::from(key.has_unencrypted_secret()),
        }
    }

    /// The fingerprints of those whose secrets are in it.
    pub(super) fn secrets(&self) -> HashSet<Fingerprint> {
        match self {
            Brought::Identity(cert) => {
                let secrets = cert.keys().secret().filter(|key| is_real(key.key()));
                secrets.map(|key| key.key().fingerprint()).collect()
            }
            Brought::Decryption { key, .. } => HashSet::from([key.fingerprint()]),
        }
    }
}

impl fmt::Debug for Brought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Brought::Identity(cert) => write!(f, "Identity({})", cert.fingerprint()),
            Brought::Decryption { key, of } => {
                write!(f, "Decryption({} of {})", key.fingerprint(), of.fingerprint())
            }
        }
    }
}
