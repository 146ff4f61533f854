//! What looking at a key file may cost. Whoever made the file chose how many signatures are in it, on how much, and how long
//! each takes; whoever looks at a certificate looks at all of them many times. What is beyond this is said to be too much:
//! nothing is passed over because there was no time for it.

use openpgp::crypto::mpi::{PublicKey, SecretKeyMaterial as Secret};
use openpgp::packet::Signature;
use openpgp::packet::key::SecretKeyMaterial;
use openpgp::serialize::MarshalInto;
use openpgp::types::Curve;
use sequoia_openpgp as openpgp;

use crate::numbers::{SEARCHES, draws};
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey};

/// So many bytes are hashed in about the time that a hash takes to be begun.
const AT_ONCE: usize = 4096;
/// And so many subpackets are written down for it.
const SUBPACKETS: usize = 64;

/// What may still be done for one file.
pub(super) struct Work {
    /// Hashes of a signature on something: each where it stands and, if it does not belong there, on all else.
    hashes: usize,
    /// Signatures of a key itself that are verified: so many of RSA 4096, or of Ed25519.
    checks: usize,
    /// Those of them that are verified again and again: for the library they are none of its own.
    vain: usize,
    /// Secrets that are proven ([`proof`]): forty of RSA 4096 take some seconds.
    proofs: usize,
    /// Signatures that are made anew, in the same unit: two hundred of RSA 4096 take some seconds.
    signatures: usize,
}

/// What it takes to hash a signature, apart from what it is on.
#[derive(Clone, Copy)]
pub(super) struct Hashed {
    bytes: usize,
    subpackets: usize,
}

impl Hashed {
    /// What a key has signed of itself and something else (RFC 9580 § 5.2.4): itself, that, and what the signature says.
    pub(super) fn of(signature: &Signature, by: &PublicKey) -> Self {
        let area = signature.hashed_area();
        Hashed { bytes: by.serialized_len() + area.serialized_len(), subpackets: area.iter().count() }
    }
}

impl Default for Work {
    fn default() -> Self {
        Work { hashes: 20_000, checks: 10_000, vain: 250, proofs: 26_000, signatures: 26_000 }
    }
}

impl Work {
    /// A signature is hashed, on so many bytes.
    pub(super) fn hash(&mut self, signature: Hashed, bytes: usize) -> Result<(), OpenPgpError> {
        let cost = 1 + (signature.bytes + bytes) / AT_ONCE + signature.subpackets / SUBPACKETS;
        spend(&mut self.hashes, cost)
    }

    /// Two secrets are compared, each of which is encrypted in memory.
    pub(super) fn compare(&mut self) -> Result<(), OpenPgpError> {
        spend(&mut self.hashes, 1)
    }

    /// A signature is verified.
    pub(super) fn check(&mut self, by: &PublicKey) -> Result<(), OpenPgpError> {
        spend(&mut self.checks, weight(by))
    }

    /// And the library counts it among the bad ones.
    pub(super) fn in_vain(&mut self, by: &PublicKey) -> Result<(), OpenPgpError> {
        spend(&mut self.vain, weight(by))
    }
}

impl Work {
    /// A secret is proven.
    pub(super) fn prove(&mut self, of: &PublicKey) -> Result<(), OpenPgpError> {
        spend(&mut self.proofs, proof(of))
    }

    /// One that is open is calculated with once before its numbers are put right and once behind that; what its public
    /// numbers do not say is how long its d is.
    pub(super) fn long(&mut self, key: &SlotKey) -> Result<(), OpenPgpError> {
        spend(&mut self.proofs, 2 * (decryption(key) - of_length(key.mpis())))
    }

    /// So many signatures are made.
    pub(super) fn sign(&mut self, by: &SlotKey, many: usize) -> Result<(), OpenPgpError> {
        spend(&mut self.signatures, many.saturating_mul(decryption(by)))
    }

    /// The primes of an RSA key were searched for.
    pub(super) fn search(&mut self, of: &PublicKey, found: bool) -> Result<(), OpenPgpError> {
        let PublicKey::RSA { e, n } = of else { return Ok(()) };
        // Where there are any, every second try finds them.
        let tries = if found { 2 } else { SEARCHES };
        spend(&mut self.proofs, power(n.bits(), tries * (n.bits() + e.bits()), A_PROOF))
    }
}

fn spend(left: &mut usize, cost: usize) -> Result<(), OpenPgpError> {
    *left = left.checked_sub(cost).ok_or(OpenPgpError::NoSecretKey(NoSecretKey::Costly))?;
    Ok(())
}

/// How much longer a signature takes to be verified than one of RSA 4096 with the usual exponent (17 bits).
fn weight(key: &PublicKey) -> usize {
    match key {
        PublicKey::RSA { e, n } => power(n.bits(), e.bits(), 272),
        PublicKey::DSA { p, q, .. } => power(p.bits(), 2 * q.bits(), 272),
        PublicKey::ECDSA { curve, .. } => match curve {
            Curve::NistP256 => 1,
            Curve::NistP384 | Curve::BrainpoolP256 => 4,
            _ => 8,
        },
        PublicKey::EdDSA { .. } | PublicKey::Ed25519 { .. } => 1,
        _ => 8,
    }
}

/// So many bits of an exponent take as long with a modulus of 1024 bits as the unit of [`proof`].
const A_PROOF: usize = 512;

/// How long it takes to have a secret sign or decrypt, and its primes calculate: in 644ths of an RSA key of 4096 bits.
fn proof(key: &PublicKey) -> usize {
    match key {
        // With n once, and for each number that is drawn with both primes, each of which is half as long.
        PublicKey::RSA { e, n } => {
            let draws = usize::from(draws(n.bits()));
            power(n.bits(), n.bits() + draws * n.bits() / 4 + (1 + draws / 2) * e.bits(), A_PROOF)
        }
        PublicKey::DSA { p, q, .. } => power(p.bits(), 3 * q.bits(), A_PROOF),
        PublicKey::ElGamal { p, .. } => power(p.bits(), p.bits(), A_PROOF),
        _ => 20,
    }
}

/// How long it takes to decrypt something with a secret that is open, or to sign, in the unit of [`proof`].
pub(in crate::openpgp) fn decryption(key: &SlotKey) -> usize {
    let d = match key.secret() {
        SecretKeyMaterial::Unencrypted(secret) => secret.map(|secret| match secret {
            Secret::RSA { d, .. } => d.bits(),
            _ => 0,
        }),
        SecretKeyMaterial::Encrypted(_) => 0,
    };
    match key.mpis() {
        PublicKey::RSA { n, .. } => power(n.bits(), n.bits().max(d), A_PROOF),
        of => of_length(of),
    }
}

/// The same of one whose d is as long as n.
fn of_length(key: &PublicKey) -> usize {
    match key {
        PublicKey::RSA { n, .. } => power(n.bits(), n.bits(), A_PROOF),
        _ => 20,
    }
}

/// A power, measured in one with a modulus of 1024 bits and an exponent of `unit` bits.
fn power(modulus: usize, exponent: usize, unit: usize) -> usize {
    (modulus.div_ceil(1024).pow(2) * exponent).div_ceil(unit)
}
