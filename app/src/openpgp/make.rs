//! Making the certificate: a primary key that certifies, and a subkey for each slot.

use std::thread::ScopedJoinHandle;
use std::time::{Duration, SystemTime};

use openpgp::crypto::KeyPair;
use openpgp::packet::key::{PrimaryRole, PublicParts, SecretParts, SubordinateRole};
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::{Key, Signature, UserID};
use openpgp::types::{
    CompressionAlgorithm, Features, HashAlgorithm, KeyFlags, SignatureType, SymmetricAlgorithm,
};
use openpgp::{Cert, Fingerprint, Packet};
use sequoia_openpgp as openpgp;

use super::keys::{Use, generate};
use super::view::View;
use super::{Identity, Making, OpenPgpError, SlotKey, at};
use crate::plan::{Algorithm, Expiry, Plan, PrimaryKey, Slot};

/// A year of RFC 9580's key lifetimes, in days as calendars have them on average.
const YEAR: Duration = Duration::from_secs(31_556_952);

/// Makes the identity that the plan describes, with `created` as every key's creation time.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn make(plan: &Plan, created: SystemTime) -> Result<Identity, OpenPgpError> {
    let slots: &[Slot] = match plan.primary_key {
        PrimaryKey::Offline => &Slot::ALL,
        PrimaryKey::SignatureSlot => &[Slot::Decryption, Slot::Authentication],
    };
    let created = whole_seconds(created);
    let (primary, subkeys) = generate_all(plan.algorithm, slots, created).map_err(at(Making::Keys))?;
    let cert = certify(plan, primary, created).map_err(at(Making::Certificate))?;
    let cert = subkeys
        .into_iter()
        .zip(slots)
        .try_fold(cert, |cert, (subkey, slot)| bind(cert, subkey, *slot, validity(plan.expiry), created))
        .map_err(at(Making::Subkeys))?;
    let view = View::lasting(&cert);
    Identity::with_slots(cert, None, plan.primary_key, &view)
}

/// Makes a subkey for `slot` and binds it to a certificate that lacks one; its fingerprint as well.
pub(super) fn add_subkey(
    cert: Cert,
    slot: Slot,
    algorithm: Algorithm,
    expiry: Expiry,
    created: SystemTime,
) -> openpgp::Result<(Cert, Fingerprint)> {
    let created = whole_seconds(created);
    let subkey: Key<SecretParts, SubordinateRole> = generate(algorithm, purpose(slot), created)?;
    let print = subkey.fingerprint();
    Ok((bind(cert, subkey, slot, validity(expiry), created)?, print))
}

/// Makes a subkey for each slot, side by side, and binds them; their fingerprints as well, in the order of the slots.
pub(super) fn add_subkeys(
    cert: Cert,
    algorithm: Algorithm,
    expiry: Expiry,
    created: SystemTime,
) -> openpgp::Result<(Cert, [Fingerprint; 3])> {
    let created = whole_seconds(created);
    let subkeys = generate_subkeys(algorithm, &Slot::ALL, created)?;
    let prints = Slot::ALL.map(|slot| subkeys[slot as usize].fingerprint());
    let bound = |cert, (subkey, slot)| bind(cert, subkey, slot, validity(expiry), created);
    Ok((subkeys.into_iter().zip(Slot::ALL).try_fold(cert, bound)?, prints))
}

/// Makes a new primary key by the plan, and binds an older decryption key to it as its subkey.
pub(super) fn around(plan: &Plan, key: &SlotKey, created: SystemTime) -> Result<Cert, OpenPgpError> {
    let created = whole_seconds(created);
    let primary = generate(plan.algorithm, Use::Sign, created).map_err(at(Making::Keys))?;
    let cert = certify(plan, primary, created).map_err(at(Making::Certificate))?;
    let until = validity_from(plan.expiry, key.creation_time(), created);
    bind(cert, key.clone().role_into_subordinate(), Slot::Decryption, until, created)
        .map_err(at(Making::Subkeys))
}

/// OpenPGP's times are whole seconds (RFC 9580 § 3.5).
fn whole_seconds(time: SystemTime) -> SystemTime {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(since.as_secs())
}

/// How long a key is valid from its creation on (RFC 9580 § 5.2.3.13).
fn validity(expiry: Expiry) -> Option<Duration> {
    match expiry {
        Expiry::Never => None,
        Expiry::Years(years) => Some(YEAR * years.into()),
    }
}

/// The same for a key that was made earlier and is to be valid from now on.
pub(super) fn validity_from(expiry: Expiry, made: SystemTime, now: SystemTime) -> Option<Duration> {
    validity(expiry).map(|period| now.duration_since(made).unwrap_or_default() + period)
}

fn purpose(slot: Slot) -> Use {
    match slot {
        Slot::Decryption => Use::Decrypt,
        Slot::Signature | Slot::Authentication => Use::Sign,
    }
}

type Generated = (Key<SecretParts, PrimaryRole>, Vec<Key<SecretParts, SubordinateRole>>);

/// All keys at once, a thread each: RSA primes are searched for side by side.
fn generate_all(algorithm: Algorithm, slots: &[Slot], created: SystemTime) -> openpgp::Result<Generated> {
    std::thread::scope(|scope| {
        let subkeys = scope.spawn(|| generate_subkeys(algorithm, slots, created));
        let primary = generate(algorithm, Use::Sign, created)?;
        Ok((primary, joined(subkeys)?))
    })
}

/// One for each slot.
fn generate_subkeys(
    algorithm: Algorithm,
    slots: &[Slot],
    created: SystemTime,
) -> openpgp::Result<Vec<Key<SecretParts, SubordinateRole>>> {
    std::thread::scope(|scope| {
        let subkeys: Vec<_> = slots
            .iter()
            .map(|slot| scope.spawn(move || generate(algorithm, purpose(*slot), created)))
            .collect();
        subkeys.into_iter().map(joined).collect()
    })
}

fn joined<T>(thread: ScopedJoinHandle<'_, openpgp::Result<T>>) -> openpgp::Result<T> {
    thread.join().map_err(|_| anyhow::anyhow!("a thread ended"))?
}

/// What every self-signature says: no secret of ours depends on a weak hash; SEIPD v1 only,
/// because GnuPG 2.2 and the cards read no more.
fn preferences(
    template: SignatureBuilder,
    created: SystemTime,
    validity: Option<Duration>,
) -> openpgp::Result<SignatureBuilder> {
    template
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_signature_creation_time(created)?
        .set_key_validity_period(validity)?
        .set_features(Features::empty().set_seipdv1())?
        .set_preferred_symmetric_algorithms(vec![SymmetricAlgorithm::AES256, SymmetricAlgorithm::AES128])?
        .set_preferred_hash_algorithms(vec![HashAlgorithm::SHA512, HashAlgorithm::SHA256])?
        .set_preferred_compression_algorithms(vec![
            CompressionAlgorithm::Zlib,
            CompressionAlgorithm::Zip,
            CompressionAlgorithm::Uncompressed,
        ])
}

fn certify(
    plan: &Plan,
    primary: Key<SecretParts, PrimaryRole>,
    created: SystemTime,
) -> openpgp::Result<Cert> {
    let mut signer = primary.clone().into_keypair()?;
    let flags = match plan.primary_key {
        PrimaryKey::Offline => KeyFlags::empty().set_certification(),
        PrimaryKey::SignatureSlot => KeyFlags::empty().set_certification().set_signing(),
    };
    // No direct-key signature: GnuPG believes its expiry before a user id's, and renews only the latter,
    // so that an owner could never give the key a new date.
    let mut cert = Cert::try_from(vec![Packet::from(primary)])?;
    for (i, id) in plan.user_ids.iter().enumerate() {
        let (id, flags, until) = (UserID::from(id.as_str()), flags.clone(), validity(plan.expiry));
        let binding = user_id_binding(&id, &mut signer, &cert, flags, until, i == 0, created)?;
        cert = cert.insert_packets(vec![Packet::from(id), binding.into()])?.0;
    }
    Ok(cert)
}

/// What a primary key signs of a user id, and with it of itself.
pub(super) fn user_id_binding(
    id: &UserID,
    signer: &mut KeyPair,
    cert: &Cert,
    flags: KeyFlags,
    validity: Option<Duration>,
    main: bool,
    created: SystemTime,
) -> openpgp::Result<Signature> {
    let template = SignatureBuilder::new(SignatureType::PositiveCertification);
    let mut template = preferences(template, created, validity)?.set_key_flags(flags)?;
    if main {
        template = template.set_primary_userid(true)?;
    }
    id.bind(signer, cert, template)
}

/// Adds to a subkey's binding that the subkey says itself that it belongs here (RFC 9580 § 5.2.1.9).
pub(super) fn with_back_signature(
    binding: SignatureBuilder,
    back: &mut KeyPair,
    cert: &Cert,
    subkey: &Key<PublicParts, SubordinateRole>,
    created: SystemTime,
) -> openpgp::Result<SignatureBuilder> {
    let signature = SignatureBuilder::new(SignatureType::PrimaryKeyBinding)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_signature_creation_time(created)?
        .sign_primary_key_binding(back, cert.primary_key().key(), subkey)?;
    binding.set_embedded_signature(signature)
}

fn bind(
    cert: Cert,
    subkey: Key<SecretParts, SubordinateRole>,
    slot: Slot,
    validity: Option<Duration>,
    created: SystemTime,
) -> openpgp::Result<Cert> {
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let flags = KeyFlags::empty();
    let flags = match slot {
        Slot::Signature => flags.set_signing(),
        Slot::Decryption => flags.set_transport_encryption().set_storage_encryption(),
        Slot::Authentication => flags.set_authentication(),
    };
    let mut template = SignatureBuilder::new(SignatureType::SubkeyBinding)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_signature_creation_time(created)?
        .set_key_validity_period(validity)?
        .set_key_flags(flags)?;
    if slot != Slot::Decryption {
        // Logging in is signing, and some programs want it there, too; those that do not, pass over it.
        let mut back = subkey.clone().into_keypair()?;
        template = with_back_signature(template, &mut back, &cert, subkey.parts_as_public(), created)?;
    }
    let binding = subkey.bind(&mut signer, &cert, template)?;
    Ok(cert.insert_packets(vec![Packet::from(subkey), binding.into()])?.0)
}
