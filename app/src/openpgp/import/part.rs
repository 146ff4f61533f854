//! What each key is that was brought: what it can do, which slots it fits, and what is wrong with it.
//!
//! It is looked at as GnuPG looks at it, not as a stricter library does: a key that its owner uses every day must
//! not be replaced because of how it was bound in 2012.

use std::time::SystemTime;

use openpgp::Cert;
use openpgp::cert::amalgamation::key::SubordinateKeyAmalgamation;
use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::key::{KeyParts, KeyRole, PublicParts, SecretKeyMaterial};
use openpgp::packet::{Key, Signature, Unknown};
use openpgp::types::{Curve, HashAlgorithm, KeyFlags, ReasonForRevocation};
use sequoia_openpgp as openpgp;

use super::super::kinds::{computes, describe, of_later};
use super::super::provable::is_provable;
use super::super::view::View;
use super::super::words::{self, Over};
use super::super::{Revoked, day, expiry};
use crate::numbers::suit_a_card;
use crate::plan::{Algorithm, Slot};

/// What is not as it should be with a key that GnuPG uses all the same. Each is mended with one signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is bound with a hash that is no longer safe, such as SHA-1.
    Hash,
    /// Nothing says what it is for (RFC 9580 § 5.2.3.29): GnuPG takes it for all that its algorithm can do.
    NoFlags,
    /// A subkey that signs and does not say itself that it belongs to its primary key (§ 5.2.1.9).
    NoBackSignature,
    /// Its time is over.
    Expired,
    /// The day stands on the primary key itself: GnuPG believes it there, and gives new days to user ids alone, so that its
    /// owner could never give it another one.
    DayOnKey,
    /// Until when it is valid or what it is for is signed on a photo: that is in no sealed backup.
    OnPhoto,
    /// It is bound for its owner alone (§ 5.2.3.19): nobody else gets it with the public key.
    Local,
}

/// Why a key can go into no slot. It is in the sealed backup all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It was revoked.
    Revoked(Revoked),
    /// No Nitrokey takes keys of its kind.
    Kind,
    /// The file has no secret of it.
    NoSecret,
    /// No signature of the primary key says that it belongs to it.
    Unbound,
    /// It may do nothing that a Nitrokey does.
    Useless,
}

/// What a key may do, by its flags or, where there are none, by its algorithm.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Uses {
    /// Certify.
    pub certify: bool,
    /// Sign.
    pub sign: bool,
    /// Decrypt.
    pub decrypt: bool,
    /// Authenticate.
    pub authenticate: bool,
}

/// One key of what was brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its fingerprint in hexadecimal digits; of a version that is not known here, nothing.
    pub fingerprint: String,
    /// `RSA 3072`, `Ed25519`, …
    pub kind: String,
    /// When it was made.
    pub made: SystemTime,
    /// When it expires, if it does.
    pub expires: Option<SystemTime>,
    /// Whether it is the primary key.
    pub primary: bool,
    /// What it may do.
    pub uses: Uses,
    /// What is to be mended before it is used.
    pub faults: Vec<Fault>,
    /// Why it can go into no slot.
    pub kept: Option<Kept>,
    /// The algorithm, if it is one of a plan's.
    pub algorithm: Option<Algorithm>,
    /// Whether anything can be calculated here with a secret of its kind: of others it is not known whether it is right.
    pub proven: bool,
}

impl Part {
    /// Whether it can go into `slot`: by what it may do, as far as that does not depend on the Nitrokey.
    pub fn fits(&self, slot: Slot) -> bool {
        self.kept.is_none() && self.does(slot)
    }

    /// Whether it may do what `slot` does. Its secret may be elsewhere.
    pub(in crate::openpgp) fn does(&self, slot: Slot) -> bool {
        match slot {
            Slot::Signature => self.uses.sign || self.uses.certify && self.primary,
            Slot::Decryption => self.uses.decrypt,
            Slot::Authentication => self.uses.authenticate,
        }
    }

    /// Whether its owner has revoked it.
    pub(in crate::openpgp) fn is_revoked(&self) -> bool {
        matches!(self.kept, Some(Kept::Revoked(_)))
    }

    /// Whether its time is over.
    pub fn is_expired(&self) -> bool {
        self.faults.contains(&Fault::Expired)
    }
}

/// All keys of a certificate, the primary one first.
pub(in crate::openpgp) fn parts(cert: &Cert, view: &View) -> Vec<Part> {
    let subkeys = cert.keys().subkeys().map(|subkey| of_subkey(cert, &subkey, view));
    std::iter::once(of_primary(cert, view))
        .chain(subkeys)
        .chain(cert.unknowns().filter_map(|unknown| of_unknown(unknown.component())))
        .collect()
}

fn of_primary(cert: &Cert, view: &View) -> Part {
    let primary = cert.primary_key();
    let key = primary.key();
    let valid = cert.with_policy(&view.policy, view.time).ok();
    let valid = valid.as_ref().map(|valid| valid.primary_key());
    // For other programs the main user id alone says it.
    let others = valid.as_ref().map(|valid| valid.key_flags());
    let said = expiry::of_primary(cert, view);
    let own = own_signatures(cert, view);
    let mut faults = Vec::new();
    if own.iter().any(|word| is_weak(word)) {
        faults.push(Fault::Hash);
    }
    // Without a user id nothing is signed yet; what it may do is then said with the first one.
    if others == Some(None) || !own.is_empty() && said.uses.is_none() {
        faults.push(Fault::NoFlags);
    }
    if expiry::on_the_key(cert, view).and_then(words::period).is_some() {
        faults.push(Fault::DayOnKey);
    }
    if said != expiry::without_photos(cert, view) {
        faults.push(Fault::OnPhoto);
    }
    // What it ever said that it may do goes before all that its algorithm can.
    let ever = cert.userids().flat_map(|id| id.self_signatures()).filter(|own| words::flags(own).is_some());
    let ever = || ever.max_by_key(|own| own.signature_creation_time()).and_then(words::flags);
    let mut uses = said.uses.or_else(ever).map_or_else(|| by_algorithm(key), of_flags);
    // It certifies, whatever it says: nothing else could (RFC 9580 § 5.2.3.29), and GnuPG takes it so.
    uses.certify = true;
    // For a slot all have to think so.
    if let Some(others) = others.flatten().map(of_flags) {
        uses.decrypt &= others.decrypt;
        uses.authenticate &= others.authenticate;
    }
    part(key.role_as_unspecified(), key.has_unencrypted_secret(), true, uses, said.until, faults, None, view)
}

fn of_subkey<'a>(cert: &'a Cert, subkey: &SubordinateKeyAmalgamation<'a, PublicParts>, view: &View) -> Part {
    let key = subkey.key();
    let bound = binding(cert, subkey, view);
    let mut faults = Vec::new();
    let (mut uses, mut expires) = (Uses::default(), None);
    if let Some((binding, whole)) = bound {
        let flags = words::flags(binding);
        if is_weak(binding) || binding.embedded_signatures().any(is_weak) {
            faults.push(Fault::Hash);
        }
        if flags.is_none() {
            faults.push(Fault::NoFlags);
        }
        if !whole {
            faults.push(Fault::NoBackSignature);
        }
        if words::newest_is_local(words::of_subkey(cert, subkey)) {
            faults.push(Fault::Local);
        }
        uses = flags.map_or_else(|| by_algorithm(key), of_flags);
        let of_key = words::period(binding).map(|period| key.creation_time() + period);
        expires = [of_key, words::ends(binding)].into_iter().flatten().min();
    }
    // Bound anew afterwards, it is valid again for some programs, and for GnuPG never.
    let by: Vec<_> = subkey.self_revocations().collect();
    let kept = match &by[..] {
        [] => bound.is_none().then_some(Kept::Unbound),
        by => Some(Kept::Revoked(revoked(by))),
    };
    part(key.role_as_unspecified(), key.has_unencrypted_secret(), false, uses, expires, faults, kept, view)
}

#[allow(clippy::too_many_arguments)]
fn part<P: KeyParts>(
    key: &Key<P, openpgp::packet::key::UnspecifiedRole>,
    secret: bool,
    primary: bool,
    uses: Uses,
    expires: Option<SystemTime>,
    mut faults: Vec<Fault>,
    kept: Option<Kept>,
    view: &View,
) -> Part {
    let algorithm = algorithm(key);
    if expires.is_some_and(|expires| expires <= view.time) {
        faults.push(Fault::Expired);
    }
    // What an algorithm cannot do, no flag makes it do.
    let can = by_algorithm(key);
    let uses = Uses {
        certify: uses.certify && can.sign,
        sign: uses.sign && can.sign,
        decrypt: uses.decrypt && can.decrypt,
        authenticate: uses.authenticate && can.sign,
    };
    let idle = !(primary || uses.sign || uses.decrypt || uses.authenticate);
    let kept = match kept {
        // What is not here does not belong to it here either.
        Some(kept) if secret || kept != Kept::Unbound => Some(kept),
        _ if !secret => Some(Kept::NoSecret),
        _ if algorithm.is_none() => Some(Kept::Kind),
        _ => idle.then_some(Kept::Useless),
    };
    Part {
        fingerprint: key.fingerprint().to_hex(),
        kind: describe(key),
        made: key.creation_time(),
        expires,
        primary,
        uses,
        faults,
        kept,
        algorithm,
        proven: is_provable(key),
    }
}

/// A key of a version that the library does not know.
fn of_unknown(unknown: &Unknown) -> Option<Part> {
    let (kind, made, algorithm) = of_later(unknown)?;
    Some(Part {
        fingerprint: String::new(),
        kind,
        made,
        expires: None,
        primary: false,
        uses: Uses { decrypt: algorithm.for_encryption(), ..Uses::default() },
        faults: Vec::new(),
        kept: Some(Kept::Kind),
        algorithm: None,
        proven: false,
    })
}

/// The binding of a subkey that counts, and whether nothing is missing from it: a back signature or not.
pub(super) fn binding<'a>(
    cert: &'a Cert,
    subkey: &SubordinateKeyAmalgamation<'a, PublicParts>,
    view: &View,
) -> Option<(&'a Signature, bool)> {
    let word = words::counting(words::of_subkey(cert, subkey), view, Over::Counts)?;
    Some((word, subkey.self_signatures().any(|whole| whole == word)))
}

/// The signatures of the primary key about itself that count: on each user id that stands, and on the key itself.
fn own_signatures<'a>(cert: &'a Cert, view: &View) -> Vec<&'a Signature> {
    expiry::on_the_key(cert, view).into_iter().chain(expiry::of_names(cert, view)).collect()
}

/// When something was revoked, and why: the first time counts; but once somebody else may have it, that is why.
pub(in crate::openpgp) fn revoked(by: &[&Signature]) -> Revoked {
    let first = by.iter().min_by_key(|signature| signature.signature_creation_time());
    let made = first.and_then(|signature| signature.signature_creation_time());
    let code = |signature: &Signature| signature.reason_for_revocation().map(|(code, _)| code);
    let is_known = |signature: &&&Signature| code(signature) == Some(ReasonForRevocation::KeyCompromised);
    let reason = match by.iter().find(is_known).or(first).and_then(|signature| code(signature)) {
        Some(ReasonForRevocation::KeyCompromised) => super::super::Reason::Compromised,
        Some(ReasonForRevocation::KeySuperseded) => super::super::Reason::Superseded,
        Some(ReasonForRevocation::KeyRetired) => super::super::Reason::Retired,
        _ => super::super::Reason::Unspecified,
    };
    Revoked { day: made.map(day).unwrap_or_default(), reason }
}

/// Hashes with which somebody could have prepared a second text for the same signature, and those that GnuPG does not know.
pub(super) fn is_weak(signature: &Signature) -> bool {
    !matches!(
        signature.hash_algo(),
        HashAlgorithm::SHA224 | HashAlgorithm::SHA256 | HashAlgorithm::SHA384 | HashAlgorithm::SHA512
    )
}

fn of_flags(flags: KeyFlags) -> Uses {
    Uses {
        certify: flags.for_certification(),
        sign: flags.for_signing(),
        decrypt: flags.for_transport_encryption() || flags.for_storage_encryption(),
        authenticate: flags.for_authentication(),
    }
}

/// What GnuPG takes a key for that does not say it.
fn by_algorithm<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> Uses {
    let (sign, decrypt) = match key.mpis() {
        // Some are made for one of both (RFC 9580 § 9.1).
        PublicKey::RSA { .. } => (key.pk_algo().for_signing(), key.pk_algo().for_encryption()),
        PublicKey::ECDH { .. } | PublicKey::ElGamal { .. } => (false, true),
        PublicKey::X25519 { .. } | PublicKey::X448 { .. } => (false, true),
        PublicKey::EdDSA { .. } | PublicKey::ECDSA { .. } | PublicKey::DSA { .. } => (true, false),
        PublicKey::Ed25519 { .. } | PublicKey::Ed448 { .. } => (true, false),
        _ => (true, true),
    };
    // It could authenticate as well; nobody has it do so unless it says that.
    Uses { certify: sign, sign, decrypt, authenticate: false }
}

/// Whether a card can calculate with its secret, as far as that is there.
fn suits_a_card<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> bool {
    let Some(SecretKeyMaterial::Unencrypted(secret)) = key.optional_secret() else { return true };
    secret.map(|secret| suit_a_card(key.mpis(), secret))
}

/// The plan's algorithm that a key is of, if there is one: no Nitrokey takes others. And none gets what was not proven here.
pub(super) fn algorithm<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> Option<Algorithm> {
    if !suits_a_card(key) || !computes(key) {
        return None;
    }
    match key.mpis() {
        // Cards have four bytes for the exponent (OpenPGP card 3.4 § 4.4.3.9).
        PublicKey::RSA { n, e } if e.bits() <= 32 => match n.bits() {
            2048 => Some(Algorithm::Rsa2048),
            3072 => Some(Algorithm::Rsa3072),
            4096 => Some(Algorithm::Rsa4096),
            _ => None,
        },
        PublicKey::EdDSA { curve: Curve::Ed25519, .. } | PublicKey::ECDH { curve: Curve::Cv25519, .. } => {
            Some(Algorithm::Curve25519)
        }
        PublicKey::ECDSA { curve, .. } | PublicKey::ECDH { curve, .. } => match curve {
            Curve::NistP256 => Some(Algorithm::NistP256),
            Curve::NistP384 => Some(Algorithm::NistP384),
            Curve::NistP521 => Some(Algorithm::NistP521),
            Curve::BrainpoolP256 => Some(Algorithm::BrainpoolP256),
            Curve::BrainpoolP384 => Some(Algorithm::BrainpoolP384),
            Curve::BrainpoolP512 => Some(Algorithm::BrainpoolP512),
            _ => None,
        },
        _ => None,
    }
}
