//! Proof that a recovered secret does what its public key says.

use openpgp::crypto::{Decryptor, SessionKey, Signer};
use openpgp::types::HashAlgorithm;
use sequoia_openpgp as openpgp;

use super::{Identity, OpenPgpError};

/// Has every secret key sign or decrypt something, and checks it with the public key.
///
/// # Errors
/// [`OpenPgpError::Broken`] names the first key that does not.
pub fn prove_secrets(identity: &Identity) -> Result<(), OpenPgpError> {
    for key in identity.cert().keys().unencrypted_secret() {
        let public = key.key().clone().parts_into_public();
        // Elgamal, say: the library cannot compute with it, and it comes back as it was sealed all the same.
        if !public.pk_algo().is_supported() {
            continue;
        }
        let prove = || -> openpgp::Result<bool> {
            let mut pair = key.key().clone().into_keypair()?;
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
        if !prove().unwrap_or(false) {
            return Err(OpenPgpError::Broken(public.fingerprint().to_hex()));
        }
    }
    Ok(())
}
