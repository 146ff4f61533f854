//! What looking at a key file may cost. Whoever made the file chose how many signatures are in it, on how much, and how long
//! each takes; whoever looks at a certificate looks at all of them many times. What is beyond this is said to be too much:
//! nothing is passed over because there was no time for it.

use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::Key;
use openpgp::packet::key::{PrimaryRole, PublicParts};
use openpgp::types::Curve;
use sequoia_openpgp as openpgp;

use crate::openpgp::{NoSecretKey, OpenPgpError};

/// So many bytes are hashed in about the time that a hash takes to be begun.
const AT_ONCE: usize = 4096;

/// What may still be done for one file.
pub(super) struct Work {
    /// Hashes of a signature on something: each where it stands and, if it does not belong there, on all else.
    hashes: usize,
    /// Signatures of a key itself that are verified: so many of RSA 4096, or of Ed25519.
    checks: usize,
    /// Those of them that looked like its own and are not: these are verified again and again.
    vain: usize,
}

impl Default for Work {
    fn default() -> Self {
        Work { hashes: 20_000, checks: 10_000, vain: 250 }
    }
}

impl Work {
    /// A signature on so many bytes is hashed.
    pub(super) fn hash(&mut self, bytes: usize) -> Result<(), OpenPgpError> {
        spend(&mut self.hashes, 1 + bytes / AT_ONCE)
    }

    /// A signature is verified.
    pub(super) fn check(&mut self, by: &Key<PublicParts, PrimaryRole>) -> Result<(), OpenPgpError> {
        spend(&mut self.checks, weight(by.mpis()))
    }

    /// And it was another's.
    pub(super) fn in_vain(&mut self, by: &Key<PublicParts, PrimaryRole>) -> Result<(), OpenPgpError> {
        spend(&mut self.vain, weight(by.mpis()))
    }
}

fn spend(left: &mut usize, cost: usize) -> Result<(), OpenPgpError> {
    *left = left.checked_sub(cost).ok_or(OpenPgpError::NoSecretKey(NoSecretKey::Costly))?;
    Ok(())
}

/// How much longer a signature takes to be verified than one of RSA 4096 with the usual exponent (17 bits).
fn weight(key: &PublicKey) -> usize {
    // In multiplications of numbers of 1024 bits.
    let power = |modulus: usize, exponent: usize| (modulus.div_ceil(1024).pow(2) * exponent).div_ceil(272);
    match key {
        PublicKey::RSA { e, n } => power(n.bits(), e.bits()),
        PublicKey::DSA { p, q, .. } => power(p.bits(), 2 * q.bits()),
        PublicKey::ECDSA { curve, .. } => match curve {
            Curve::NistP256 => 1,
            Curve::NistP384 | Curve::BrainpoolP256 => 4,
            _ => 8,
        },
        PublicKey::EdDSA { .. } | PublicKey::Ed25519 { .. } => 1,
        _ => 8,
    }
}
