//! Text signed in the clear: the manifest, which `gpg --verify` checks too.
//!
//! It comes from whoever had the stick. So it is taken apart here, line by line, before anything of it is given
//! to a library: a text, and behind it signatures and nothing else. No packet that could unpack to more than it
//! is gets as far as being unpacked.

use std::io::Write;
use std::time::SystemTime;

use openpgp::packet::Signature;
use openpgp::policy::{HashAlgoSecurity, Policy};
use openpgp::serialize::stream::{Message, Signer};
use openpgp::types::{HashAlgorithm, SignatureType};
use openpgp::{Cert, Packet};
use sequoia_openpgp as openpgp;

use super::lasting::A_DAY;
use super::packets::{public, without_data};
use super::view::View;
use super::{Identity, Making, NotSigned, OpenPgpError, at, day};
use crate::limits::FileKind;
use crate::plan::Slot;

/// Whoever signs such a text signs it once.
const SIGNATURES: usize = 8;

const BEGIN: &str = "-----BEGIN PGP SIGNED MESSAGE-----";
const SIGNATURE: &str = "-----BEGIN PGP SIGNATURE-----";
const END: &str = "-----END PGP SIGNATURE-----";

/// A text, and what its signature says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What was signed.
    pub text: String,
    /// When, as the signature says it.
    pub made: SystemTime,
}

impl Signed {
    /// The error to tell if the clock stands before the day on which this was signed. Nothing is wrong with the
    /// text then; most likely the clock is behind.
    pub fn not_yet(&self, now: SystemTime) -> Option<OpenPgpError> {
        (self.made > now + A_DAY).then(|| OpenPgpError::NotYet { made: day(self.made), clock: day(now) })
    }
}

/// Signs `text` (RFC 9580 § 7), at the time `created`: with the key of the signature slot, or, if that is a primary
/// key that only certifies, with whatever key of the identity signs; if there is none, with the primary key after all.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn sign_cleartext(identity: &Identity, text: &str, created: SystemTime) -> Result<Vec<u8>, OpenPgpError> {
    let key = match identity.signing_key() {
        Some(key) => key,
        None => identity.slot_key(Slot::Signature)?,
    };
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

/// A public key that stands beside a backup: one certificate, no secret in it, and nothing else.
///
/// # Errors
/// What the library says.
pub fn read_public(bytes: &[u8]) -> Result<Cert, anyhow::Error> {
    anyhow::ensure!(bytes.len() <= FileKind::PublicKey.bytes(), "it is too large");
    public(bytes)
}

/// The text, if it bears a good signature by `cert`. When it was signed is not compared with any clock:
/// [`Signed::not_yet`] does.
///
/// # Errors
/// [`OpenPgpError::BadSignature`].
pub fn read_signed(cert: &Cert, signed: &[u8]) -> Result<Signed, OpenPgpError> {
    let cause = |e: anyhow::Error| e.downcast().unwrap_or_else(|e| NotSigned::Other(e.to_string()));
    read(cert, signed).map_err(|e| OpenPgpError::BadSignature { cause: cause(e) })
}

fn read(cert: &Cert, signed: &[u8]) -> openpgp::Result<Signed> {
    anyhow::ensure!(signed.len() <= FileKind::Manifest.bytes(), "it is too large");
    let signed = std::str::from_utf8(signed)?;
    let Some((lines, armored)) = take_apart(signed) else { return Err(NotSigned::NotAtAll.into()) };
    let signatures = signatures(armored)?;
    // What is hashed has line ends of its own (§ 7.2); what is returned has the usual ones.
    let (hashed, text) = (lines.join("\r\n"), lines.join("\n"));
    let mut refused = None;
    for signature in &signatures {
        match verify(cert, signature, &hashed) {
            Ok(made) => return Ok(Signed { text, made }),
            Err(error) => refused = Some(error),
        }
    }
    Err(refused.unwrap_or_else(|| NotSigned::NotAtAll.into()))
}

/// The lines of the text as they were signed, and the armored signatures (§ 7.1, § 7.2): no blanks at a line's
/// end, no dashes that only keep it apart from the armor.
fn take_apart<'a>(signed: &'a str) -> Option<(Vec<&'a str>, &'a str)> {
    let at = signed.find(SIGNATURE).filter(|at| signed[..*at].ends_with('\n'))?;
    let (text, armored) = signed.split_at(at);
    let once = |mark| armored.matches(mark).count() == 1;
    let alone = once("-----BEGIN") && once("-----END") && armored.trim_end().ends_with(END);
    let mut lines = text.lines().map(|line| line.trim_end_matches([' ', '\t', '\r']));
    let begins = lines.next() == Some(BEGIN);
    let headers = lines.by_ref().take_while(|line| !line.is_empty()).all(|line| line.starts_with("Hash: "));
    if !alone || !begins || !headers {
        return None;
    }
    let line = |line: &'a str| match line.strip_prefix("- ") {
        Some(escaped) => Some(escaped),
        None => (!line.starts_with('-')).then_some(line),
    };
    Some((lines.map(line).collect::<Option<_>>()?, armored))
}

fn signatures(armored: &str) -> openpgp::Result<Vec<Signature>> {
    let packets = without_data(armored.as_bytes(), SIGNATURES)?;
    let signature = |packet| match packet {
        Packet::Signature(signature) => Ok(signature),
        other => Err(anyhow::anyhow!("there is a {} beside the signature", other.tag())),
    };
    packets.into_iter().map(signature).collect()
}

/// When it was signed, if a key of `cert` did that may sign or certify.
fn verify(cert: &Cert, signature: &Signature, text: &str) -> openpgp::Result<SystemTime> {
    let view = View::lasting(cert);
    anyhow::ensure!(signature.typ() == SignatureType::Text, "it is a signature of another kind");
    view.policy.signature(signature, HashAlgoSecurity::CollisionResistance)?;
    let made = signature.signature_creation_time();
    let made = made.ok_or_else(|| anyhow::anyhow!("the signature has no date"))?;
    let by = signature.get_issuers();
    let keys = cert.keys().with_policy(&view.policy, view.time).supported();
    let mut keys = keys.filter(|key| {
        let named = by.iter().any(|issuer| issuer.aliases(key.key().key_handle()));
        named && (key.for_signing() || key.for_certification())
    });
    let key = keys.next().ok_or(NotSigned::AnotherKey)?;
    signature.verify_message(key.key(), text)?;
    Ok(made)
}
