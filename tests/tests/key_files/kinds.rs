//! Keys of kinds with which nothing is calculated here: they are kept, whatever else is with them.

use std::time::{Duration, SystemTime};

use coldspare::openpgp::{Inventory, Kept};
use coldspare::plan::Plan;
use sequoia_openpgp::cert::CertBuilder;
use sequoia_openpgp::crypto::mpi::PublicKey;
use sequoia_openpgp::packet::key::{Key4, SecretParts, SubordinateRole};
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::{Key, Signature};
use sequoia_openpgp::types::{
    HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType, SymmetricAlgorithm,
};

use super::*;

/// What becomes of a subkey.
#[derive(Debug, Clone, Copy, PartialEq)]
enum How {
    Bound,
    Expired,
    Revoked,
    Unbound,
}

/// The owner's key, whose decryption key has another way to wrap a session key (RFC 9580 § 11.5), and the fingerprint of that.
fn with_subkey(hash: HashAlgorithm, cipher: SymmetricAlgorithm, how: How) -> (Cert, String) {
    let made = SystemTime::now() - Duration::from_secs(1000);
    let cert = CertBuilder::new().add_userid("Ada <ada@example.org>").set_creation_time(made);
    let cert = cert.add_signing_subkey().add_transport_encryption_subkey().generate().unwrap().0;
    let of_cert: Key4<SecretParts, SubordinateRole> =
        Key4::generate_ecc(false, sequoia_openpgp::types::Curve::Cv25519).unwrap();
    let PublicKey::ECDH { curve, q, .. } = of_cert.mpis() else { panic!("no ECDH") };
    let public = PublicKey::ECDH { curve: curve.clone(), q: q.clone(), hash, sym: cipher };
    let key = Key4::with_secret(made, of_cert.pk_algo(), public, of_cert.secret().clone()).unwrap();
    let key = Key::from(key);
    let print = key.fingerprint().to_hex();
    let mut packets = vec![Packet::from(key.clone())];
    let mut signer = cert.primary_key().key().clone().parts_into_secret().unwrap().into_keypair().unwrap();
    let mut sign = |signature: SignatureBuilder| -> Signature {
        let signature =
            signature.set_hash_algo(HashAlgorithm::SHA512).set_signature_creation_time(made).unwrap();
        signature.sign_subkey_binding(&mut signer, cert.primary_key().key(), &key).unwrap()
    };
    if how != How::Unbound {
        let binding = SignatureBuilder::new(SignatureType::SubkeyBinding);
        let binding = binding.set_key_flags(KeyFlags::empty().set_transport_encryption()).unwrap();
        let expires = (how == How::Expired).then(|| Duration::from_secs(100));
        packets.push(sign(binding.set_key_validity_period(expires).unwrap()).into());
    }
    if how == How::Revoked {
        let revocation = SignatureBuilder::new(SignatureType::SubkeyRevocation);
        packets.push(
            sign(revocation.set_reason_for_revocation(ReasonForRevocation::KeyRetired, b"").unwrap()).into(),
        );
    }
    (cert.insert_packets(packets).unwrap().0, print)
}

fn inventory(cert: &Cert) -> Inventory {
    Opening::of(&cert.as_tsk().armored().to_vec().unwrap()).unwrap().inventory(SystemTime::now()).unwrap()
}

#[test]
fn a_subkey_with_another_way_to_wrap_session_keys_is_kept_in_the_backup_alone() {
    let ways = [
        // What is hashed is shorter than the key that wraps.
        (HashAlgorithm::SHA1, SymmetricAlgorithm::AES256),
        (HashAlgorithm::SHA1, SymmetricAlgorithm::AES192),
        (HashAlgorithm::SHA224, SymmetricAlgorithm::AES256),
        (HashAlgorithm::RipeMD, SymmetricAlgorithm::AES256),
        (HashAlgorithm::SHA256, SymmetricAlgorithm::Camellia256),
        (HashAlgorithm::SHA256, SymmetricAlgorithm::Twofish),
        (HashAlgorithm::SHA256, SymmetricAlgorithm::Unknown(77)),
        (HashAlgorithm::Unknown(77), SymmetricAlgorithm::AES128),
        (HashAlgorithm::Unknown(77), SymmetricAlgorithm::Unknown(77)),
    ];
    for (hash, cipher) in ways {
        for how in [How::Bound, How::Expired, How::Revoked, How::Unbound] {
            let (cert, print) = with_subkey(hash, cipher, how);
            let inventory = inventory(&cert);
            let kept = inventory.part(&print).unwrap().kept.clone();
            let is_right = match how {
                How::Bound | How::Expired => kept == Some(Kept::Kind),
                How::Revoked => matches!(kept, Some(Kept::Revoked(_))),
                How::Unbound => kept == Some(Kept::Unbound),
            };
            assert!(is_right, "{hash} {cipher} {how:?}: {kept:?}");
            let plan = Plan::new("Ada <ada@example.org>").unwrap();
            let places = inventory.preset(&plan).unwrap();
            assert!(inventory.kept(&places).any(|part| part.fingerprint == print));
            let identity = inventory.identity(&places, &plan, SystemTime::now()).unwrap();
            let sealed = Cert::from_bytes(&identity.secret_armored().unwrap()).unwrap();
            assert!(sealed.keys().secret().any(|key| key.key().fingerprint().to_hex() == print), "{how:?}");
        }
    }
}

/// One that is known takes its place as always, be it another than what GnuPG would have taken.
#[test]
fn a_subkey_with_a_known_one_goes_onto_a_nitrokey() {
    let (cert, print) = with_subkey(HashAlgorithm::SHA512, SymmetricAlgorithm::AES256, How::Bound);
    assert_eq!(inventory(&cert).part(&print).unwrap().kept, None);
}
