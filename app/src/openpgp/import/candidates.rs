//! Which of the keys of a file can be brought, and why none of them can.

use std::time::SystemTime;

use openpgp::Cert;
use sequoia_openpgp as openpgp;

use super::certificates::Found;
use super::locked::is_real;
use crate::openpgp::{NoSecretKey, OpenPgpError, user_ids};

/// A key among several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// 40 hexadecimal digits.
    pub fingerprint: String,
    /// Clean text.
    pub user_ids: Vec<String>,
    /// When it was made, as it says itself.
    pub created: SystemTime,
    /// Whether its secret is there.
    pub secret: bool,
}

/// Why nothing of this can be brought: a note about a secret is told as that.
pub(super) fn without_secret(found: &[Found]) -> OpenPgpError {
    let mut certs = found.iter().filter_map(Found::cert);
    let whole =
        |cert: &Cert| cert.keys().subkeys().secret().any(|key| is_real(key.key().role_as_unspecified()));
    match certs.find(|cert| cert.is_tsk()) {
        Some(cert) if whole(cert) => OpenPgpError::PrimaryElsewhere(cert.fingerprint().to_hex()),
        Some(stub) => OpenPgpError::Stub(stub.fingerprint().to_hex()),
        None => OpenPgpError::NoSecretKey(NoSecretKey::Public),
    }
}

/// One of them.
pub(super) fn candidate(found: &Found) -> Candidate {
    let (user_ids, created) = match found {
        Found::Bare(bare) => (Vec::new(), bare.key.creation_time()),
        Found::Cert(cert) => {
            // One without the key's own signature anybody can have put there.
            let own = cert.userids().filter(|id| id.self_signatures().next().is_some());
            (own.map(|id| user_ids::text(id.userid())).collect(), cert.primary_key().key().creation_time())
        }
    };
    Candidate { fingerprint: found.fingerprint().to_hex(), user_ids, created, secret: found.is_secret() }
}
