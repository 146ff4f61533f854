//! Using the keys on a card: sequoia's `Signer` and `Decryptor` over the card's commands.

use anyhow::{anyhow, bail};
use openpgp::crypto::{self, SessionKey, mem::Protected, mpi};
use openpgp::packet::Key;
use openpgp::packet::key::{PublicParts, UnspecifiedRole};
use openpgp::types::{Curve, HashAlgorithm};
use openpgp_card::Card;
use openpgp_card::ocard::crypto::Cryptogram;
use openpgp_card::ocard::crypto::{HashAlgo, SigningAlgo};
use openpgp_card::state::Transaction;
use sequoia_openpgp as openpgp;

use crate::plan::Slot;

/// The key in one slot of an opened card, its PIN given.
pub(super) struct SlotOf<'a, 'b> {
    pub(super) card: &'a mut Card<Transaction<'b>>,
    pub(super) slot: Slot,
    pub(super) public: &'a Key<PublicParts, UnspecifiedRole>,
    /// Why the last decryption failed.
    pub(super) said: Option<anyhow::Error>,
}

impl crypto::Signer for SlotOf<'_, '_> {
    fn public(&self) -> &Key<PublicParts, UnspecifiedRole> {
        self.public
    }

    /// PSO: COMPUTE DIGITAL SIGNATURE (§ 7.2.10) or INTERNAL AUTHENTICATE (§ 7.2.13).
    fn sign(&mut self, hash: HashAlgorithm, digest: &[u8]) -> openpgp::Result<mpi::Signature> {
        let algorithm = match self.public.mpis() {
            mpi::PublicKey::RSA { .. } => SigningAlgo::RSA(match hash {
                HashAlgorithm::SHA256 => HashAlgo::SHA256,
                HashAlgorithm::SHA384 => HashAlgo::SHA384,
                HashAlgorithm::SHA512 => HashAlgo::SHA512,
                other => bail!("no card signs with {other}"),
            }),
            _ => SigningAlgo::ECC,
        };
        let card = self.card.card();
        let signature = match self.slot {
            Slot::Signature => card.signature_for_hash(algorithm, digest)?,
            Slot::Authentication => card.authenticate_for_hash(algorithm, digest)?,
            Slot::Decryption => bail!("the decryption slot does not sign"),
        };
        let (r, s) = signature.split_at(signature.len() / 2);
        Ok(match self.public.mpis() {
            mpi::PublicKey::RSA { .. } => mpi::Signature::RSA { s: mpi::MPI::new(&signature) },
            mpi::PublicKey::EdDSA { .. } => {
                mpi::Signature::EdDSA { r: mpi::MPI::new(r), s: mpi::MPI::new(s) }
            }
            mpi::PublicKey::ECDSA { .. } => {
                mpi::Signature::ECDSA { r: mpi::MPI::new(r), s: mpi::MPI::new(s) }
            }
            other => bail!("{other:?} does not sign"),
        })
    }
}

impl crypto::Decryptor for SlotOf<'_, '_> {
    fn public(&self) -> &Key<PublicParts, UnspecifiedRole> {
        self.public
    }

    /// PSO: DECIPHER (§ 7.2.11).
    fn decrypt(
        &mut self,
        ciphertext: &mpi::Ciphertext,
        plaintext_length: Option<usize>,
    ) -> openpgp::Result<SessionKey> {
        self.decipher(ciphertext, plaintext_length).map_err(|e| {
            let cause = anyhow!("{e}");
            self.said = Some(e);
            cause
        })
    }
}

impl SlotOf<'_, '_> {
    fn decipher(
        &mut self,
        ciphertext: &mpi::Ciphertext,
        plaintext_length: Option<usize>,
    ) -> openpgp::Result<SessionKey> {
        let card = self.card.card();
        match (ciphertext, self.public.mpis()) {
            (mpi::Ciphertext::RSA { c }, mpi::PublicKey::RSA { n, .. }) => {
                let padded = c.value_padded(n.value().len())?;
                Ok(card.decipher(Cryptogram::RSA(&padded))?.into())
            }
            (mpi::Ciphertext::ECDH { e, .. }, mpi::PublicKey::ECDH { curve, .. }) => {
                let point = match (curve, e.value()) {
                    (Curve::Cv25519, [0x40, native @ ..]) => native,
                    (_, point) => point,
                };
                let shared = Protected::from(card.decipher(Cryptogram::ECDH(point))?);
                let size = curve.field_size()?;
                // Some cards answer the whole point, others its x coordinate alone.
                let shared = match (curve, &shared[..]) {
                    (Curve::Cv25519, _) => shared,
                    (_, [0x04, x_and_y @ ..]) if x_and_y.len() == 2 * size => x_and_y[..size].into(),
                    _ => shared,
                };
                crypto::ecdh::decrypt_unwrap(self.public, &shared, ciphertext, plaintext_length)
            }
            _ => Err(anyhow!("this message is not for a key like the one on the card")),
        }
    }
}
