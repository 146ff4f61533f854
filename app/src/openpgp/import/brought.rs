//! What a key file brought, once everything in it is open.

use std::fmt;

use openpgp::Cert;
use sequoia_openpgp as openpgp;

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
