//! Prove: have a Nitrokey use every key that was put on it, and check the results against the
//! public certificate. Only a real decryption shows that an import was right.

use std::io::{Read, Write};
use std::time::SystemTime;

use openpgp::Cert;
use openpgp::crypto::{SessionKey, Signer as _};
use openpgp::packet::key::{PublicParts, UnspecifiedRole};
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::{Key, PKESK, SKESK};
use openpgp::parse::Parse;
use openpgp::parse::stream::{DecryptionHelper, DecryptorBuilder, MessageStructure, VerificationHelper};
use openpgp::policy::StandardPolicy;
use openpgp::serialize::stream::{Encryptor, LiteralWriter, Message, Recipient};
use openpgp::types::{HashAlgorithm, SignatureType, SymmetricAlgorithm};
use openpgp_card::Card;
use openpgp_card::state::Open;
use secrecy::SecretString;
use sequoia_openpgp as openpgp;

use super::checked_answers::{Unreadable, caught};
use super::error::LONGEST;
use super::find::find;
use super::operate::SlotOf;
use super::personalization::{Expected, public_key};
use super::pins::verify;
use super::{Bus, Doing, Info, NitrokeyError, Pin, Serial, Step, Unproven, read_back};
use crate::language::shown::plain;
use crate::plan::Slot;

/// A Nitrokey that does what its certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Which one.
    pub serial: Serial,
    /// What was shown, a line each, for the owner and the auditor.
    pub shown: Vec<String>,
}

/// Reads back what is on the Nitrokey, and has each slot's key do something real.
///
/// The admin PIN is proven as well if it is given; who proves a spare later need not know it.
///
/// # Errors
/// [`NitrokeyError`]; a wrong PIN says how many tries are left.
pub fn prove(
    bus: &dyn Bus,
    serial: Serial,
    expected: &Expected,
    user: &SecretString,
    admin: Option<&SecretString>,
    doing: &mut dyn FnMut(Doing),
) -> Result<Proof, NitrokeyError> {
    let (card, info) = find(bus, serial)?;
    let reader = info.reader.clone();
    let proven = caught(|| prove_found(card, &info, expected, user, admin, doing));
    proven.map_err(|cause| NitrokeyError::Unreadable { reader, cause })?
}

fn prove_found(
    mut card: Card<Open>,
    info: &Info,
    expected: &Expected,
    user: &SecretString,
    admin: Option<&SecretString>,
    doing: &mut dyn FnMut(Doing),
) -> Result<Proof, NitrokeyError> {
    let serial = info.serial;
    let mut card = card.transaction().map_err(NitrokeyError::from_card(serial, Step::Opening))?;
    doing(Doing::ReadingBack);
    let mut shown = read_back::keys(&mut card, info, expected)?;
    shown.extend(read_back::settings(&mut card, info, expected.settings.as_ref())?);
    if let Some(admin) = admin {
        read_back::pin_rules(info, &[(Pin::User, user), (Pin::Admin, admin)])?;
        verify(&mut card, info, Pin::Admin, admin)?;
        shown.push("admin PIN: accepted".into());
    }
    verify(&mut card, info, Pin::User, user)?;
    shown.push("user PIN: accepted".into());
    let slots = Slot::ALL.into_iter().zip(&expected.slots);
    for (slot, print) in slots.filter_map(|(slot, print)| Some((slot, print.as_ref()?))) {
        doing(Doing::Proving(slot));
        let not = |cause: Unproven| NitrokeyError::NotProven { serial, cause };
        let public = public_key(&expected.cert, print)
            .ok_or_else(|| not(Unproven::NotInCertificate { slot, key: print.to_hex() }))?;
        let mut key = SlotOf { card: &mut card, slot, public: &public, said: None };
        let result = match slot {
            Slot::Signature => signature(&mut key),
            Slot::Decryption => decryption(&mut key, &expected.cert),
            Slot::Authentication => authentication(&mut key),
        };
        result.map_err(|error| {
            pulled_out(serial, &error).unwrap_or_else(|| {
                not(Unproven::Broken { slot, key: print.to_hex(), cause: plain(&error.to_string(), LONGEST) })
            })
        })?;
        shown.push(match slot {
            Slot::Signature => format!("signature by {print}: good"),
            Slot::Decryption => format!("decryption with {print}: the message came back"),
            Slot::Authentication => format!("authentication by {print}: good"),
        });
    }
    shown.push(read_back::tries(&mut card, info, admin.is_some())?);
    Ok(Proof { serial, shown })
}

/// What went wrong with the card itself, as in [`NitrokeyError::from_card`].
fn pulled_out(serial: Serial, error: &anyhow::Error) -> Option<NitrokeyError> {
    match error.downcast_ref()? {
        openpgp_card::Error::Smartcard(carried) => Some(match Unreadable::in_error(carried) {
            Some((cause, reader)) => NitrokeyError::Unreadable { reader, cause },
            None => NitrokeyError::PulledOut { serial, step: Step::Proving },
        }),
        openpgp_card::Error::ResponseLength(0) => {
            Some(NitrokeyError::PulledOut { serial, step: Step::Proving })
        }
        _ => None,
    }
}

fn nonce() -> openpgp::Result<[u8; 64]> {
    let mut nonce = [0; 64];
    openpgp::crypto::random(&mut nonce)?;
    Ok(nonce)
}

/// A binary signature over random bytes, verified with the certificate's key.
fn signature(key: &mut SlotOf<'_, '_>) -> openpgp::Result<()> {
    let message = nonce()?;
    // A signature that is older than its key is none, and a clock that is behind must not make it so.
    let made = key.public.creation_time().max(SystemTime::now());
    let signature = SignatureBuilder::new(SignatureType::Binary)
        .set_hash_algo(hash_for(key.public))
        .set_signature_creation_time(made)?
        .sign_message(key, message)?;
    signature.verify_message(key.public, message)
}

/// A login: the raw signature over a digest, as SSH uses the slot.
fn authentication(key: &mut SlotOf<'_, '_>) -> openpgp::Result<()> {
    let (hash, digest) = (hash_for(key.public), nonce()?);
    let digest = &digest[..hash.digest_size()?];
    let signature = key.sign(hash, digest)?;
    key.public.verify(&signature, hash, digest)
}

/// A card takes a digest as long as the curve's field or shorter (OpenPGP card 3.4 § 7.2.10).
fn hash_for(public: &Key<PublicParts, UnspecifiedRole>) -> HashAlgorithm {
    match public.mpis() {
        openpgp::crypto::mpi::PublicKey::ECDSA { curve, .. } => match curve.field_size() {
            Ok(..=32) => HashAlgorithm::SHA256,
            Ok(..=48) => HashAlgorithm::SHA384,
            _ => HashAlgorithm::SHA512,
        },
        _ => HashAlgorithm::SHA512,
    }
}

/// A message encrypted to the certificate's key comes back.
fn decryption(key: &mut SlotOf<'_, '_>, cert: &Cert) -> openpgp::Result<()> {
    let sent = nonce()?;
    let mut sealed = Vec::new();
    let public = key.public.clone();
    let recipient = Recipient::new(None, public.key_handle(), &public);
    let message = Message::new(&mut sealed);
    let message =
        Encryptor::for_recipients(message, [recipient]).symmetric_algo(SymmetricAlgorithm::AES256).build()?;
    let mut message = LiteralWriter::new(message).build()?;
    message.write_all(&sent)?;
    message.finalize()?;

    let policy = StandardPolicy::new();
    let helper = Helper { key: &mut *key, cert };
    let opened = DecryptorBuilder::from_bytes(&sealed)?.with_policy(&policy, None, helper);
    // sequoia says 'no session key'; what the card said is worth more.
    let mut opened = match opened {
        Ok(opened) => opened,
        Err(e) => return Err(key.said.take().unwrap_or(e)),
    };
    let mut received = Vec::new();
    opened.read_to_end(&mut received)?;
    anyhow::ensure!(received == sent, "another message came back");
    Ok(())
}

struct Helper<'a, 'b, 'c> {
    key: &'a mut SlotOf<'b, 'c>,
    cert: &'a Cert,
}

impl VerificationHelper for Helper<'_, '_, '_> {
    fn get_certs(&mut self, _: &[openpgp::KeyHandle]) -> openpgp::Result<Vec<Cert>> {
        Ok(Vec::new())
    }

    fn check(&mut self, _: MessageStructure<'_>) -> openpgp::Result<()> {
        Ok(())
    }
}

impl DecryptionHelper for Helper<'_, '_, '_> {
    fn decrypt(
        &mut self,
        pkesks: &[PKESK],
        _: &[SKESK],
        algorithm: Option<SymmetricAlgorithm>,
        decrypt: &mut dyn FnMut(Option<SymmetricAlgorithm>, &SessionKey) -> bool,
    ) -> openpgp::Result<Option<Cert>> {
        for pkesk in pkesks {
            if let Some((algorithm, session_key)) = pkesk.decrypt(self.key, algorithm)
                && decrypt(algorithm, &session_key)
            {
                return Ok(Some(self.cert.clone()));
            }
        }
        anyhow::bail!("no session key came back")
    }
}
