//! Proof that a recovered secret does what its public key says.

use openpgp::Cert;
use openpgp::crypto::mpi::{PublicKey, SecretKeyMaterial as Secret};
use openpgp::crypto::{Decryptor, SessionKey, Signer};
use openpgp::packet::key::SecretKeyMaterial;
use openpgp::types::HashAlgorithm;
use sequoia_openpgp as openpgp;

use super::kinds::computes;
use super::{Identity, OpenPgpError, SlotKey};
use crate::numbers::{fits, primes_prove_themselves};

/// Has every secret key sign or decrypt something, and checks it with the public key.
///
/// # Errors
/// [`OpenPgpError::Broken`] names the first key that does not.
pub fn prove_secrets(identity: &Identity) -> Result<(), OpenPgpError> {
    prove_each(identity.cert())
}

/// The same of a certificate.
pub(super) fn prove_each(cert: &Cert) -> Result<(), OpenPgpError> {
    cert.keys().unencrypted_secret().try_for_each(|key| prove_key(key.key()))
}

/// One key. With one of a kind that the library cannot compute with, Elgamal say, nothing is signed or decrypted: that its
/// secret is its public key's is calculated, if anybody here knows how.
pub(super) fn prove_key(key: &SlotKey) -> Result<(), OpenPgpError> {
    prove_without_primes(key)?;
    let is_proven = if computes(key) { primes(key) } else { is_its_own(key) };
    is_proven.then_some(()).ok_or_else(|| OpenPgpError::Broken(key.fingerprint().to_hex()))
}

/// The same of an RSA key by its d alone: its primes may still have to be found.
pub(super) fn prove_without_primes(key: &SlotKey) -> Result<(), OpenPgpError> {
    let public = key.clone().parts_into_public();
    let prove = || -> openpgp::Result<bool> {
        let mut pair = key.clone().into_keypair()?;
        if public.pk_algo().for_signing() {
            let mut digest = [0u8; 64];
            openpgp::crypto::random(&mut digest)?;
            let signature = pair.sign(HashAlgorithm::SHA512, &digest)?;
            Ok(public.verify(&signature, HashAlgorithm::SHA512, &digest).is_ok())
        } else {
            let session_key = SessionKey::new(32)?;
            let ciphertext = public.encrypt(&session_key)?;
            Ok(pair.decrypt(&ciphertext, Some(session_key.len()))? == session_key)
        }
    };
    match !computes(&public) || is_calculated_with(key) && prove().unwrap_or(false) {
        true => Ok(()),
        false => Err(OpenPgpError::Broken(public.fingerprint().to_hex())),
    }
}

/// Whoever has made an RSA key has no d that is longer than n (RFC 8017 § 3.2); with one that is much longer, a calculation
/// takes as long as somebody wants.
fn is_calculated_with(key: &SlotKey) -> bool {
    let Some(SecretKeyMaterial::Unencrypted(secret)) = key.optional_secret() else { return true };
    secret.map(|secret| match (key.mpis(), secret) {
        (PublicKey::RSA { n, .. }, Secret::RSA { d, .. }) => d.bits() <= 2 * n.bits(),
        _ => true,
    })
}

/// Of what the library does not calculate with.
fn is_its_own(key: &SlotKey) -> bool {
    let Some(SecretKeyMaterial::Unencrypted(secret)) = key.optional_secret() else { return true };
    secret.map(|secret| fits(key.mpis(), secret))
}

/// The library calculates with d alone; what the primes do, a card does, and GnuPG.
fn primes(key: &SlotKey) -> bool {
    let Some(SecretKeyMaterial::Unencrypted(secret)) = key.optional_secret() else { return true };
    secret.map(|secret| primes_prove_themselves(key.mpis(), secret))
}
