//! Text signed in the clear: the manifest, which `gpg --verify` checks too.

use std::io::{Read, Write};
use std::time::SystemTime;

use openpgp::parse::Parse;
use openpgp::parse::stream::{MessageLayer, MessageStructure, VerificationHelper, VerifierBuilder};
use openpgp::policy::StandardPolicy;
use openpgp::serialize::stream::{Message, Signer};
use openpgp::types::HashAlgorithm;
use openpgp::{Cert, KeyHandle};
use sequoia_openpgp as openpgp;

use super::{Identity, Making, OpenPgpError, at};
use crate::plan::Slot;

/// Signs `text` with the key of the signature slot (RFC 9580 § 7), at the time `created`.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn sign_cleartext(identity: &Identity, text: &str, created: SystemTime) -> Result<Vec<u8>, OpenPgpError> {
    let key = identity.slot_key(Slot::Signature)?;
    let sign = || {
        let mut signed = Vec::new();
        let message = Message::new(&mut signed);
        let signer = Signer::new(message, key.into_keypair()?)?;
        let mut signer =
            signer.hash_algo(HashAlgorithm::SHA512)?.creation_time(created).cleartext().build()?;
        signer.write_all(text.as_bytes())?;
        signer.finalize()?;
        Ok(signed)
    };
    sign().map_err(at(Making::Manifest))
}

/// The text, if it bears a good signature by `cert`.
///
/// # Errors
/// [`OpenPgpError::BadSignature`].
pub fn read_signed(cert: &Cert, signed: &[u8]) -> Result<String, OpenPgpError> {
    let read = || {
        let policy = StandardPolicy::new();
        let mut verifier = VerifierBuilder::from_bytes(signed)?.with_policy(&policy, None, By(cert))?;
        let mut text = String::new();
        verifier.read_to_string(&mut text)?;
        Ok(text)
    };
    read().map_err(|e: anyhow::Error| OpenPgpError::BadSignature { cause: e.to_string() })
}

struct By<'a>(&'a Cert);

impl VerificationHelper for By<'_> {
    fn get_certs(&mut self, _: &[KeyHandle]) -> openpgp::Result<Vec<Cert>> {
        Ok(vec![self.0.clone()])
    }

    fn check(&mut self, structure: MessageStructure<'_>) -> openpgp::Result<()> {
        let [MessageLayer::SignatureGroup { results }] = &structure.into_iter().collect::<Vec<_>>()[..]
        else {
            anyhow::bail!("it is not signed");
        };
        if results.iter().any(Result::is_ok) {
            return Ok(());
        }
        match results.first() {
            Some(Err(e)) => anyhow::bail!("{e}"),
            _ => anyhow::bail!("it is not signed"),
        }
    }
}
