//! Whatever a key is locked with: it opens, or it is said that it cannot be opened here. The passphrase is never called
//! wrong for that.

use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp::crypto::mpi::SecretKeyChecksum;
use sequoia_openpgp::crypto::{Password, S2K};
use sequoia_openpgp::packet::Key;
use sequoia_openpgp::packet::key::{Encrypted, PublicParts, SecretKeyMaterial as Material};
use sequoia_openpgp::types::{AEADAlgorithm, HashAlgorithm, SymmetricAlgorithm};

use super::*;

/// Made by GnuPG 1.4, each with another cipher, hash, checksum or way to derive the key.
#[test]
fn every_lock_that_gnupg_has_opens() {
    let mut files: Vec<_> = fs::read_dir(folder().with_file_name("locked-keys"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert_eq!(files.len(), 17);
    let mut wrong = Vec::new();
    for path in files {
        let bytes = fs::read(&path).unwrap();
        match through(&bytes, &Answers { passphrases: &["pw pw"], ..Default::default() }) {
            Ok((Brought::Identity(cert), _)) if secrets(&cert) == [2, 0] => {}
            other => wrong.push(format!("{}: {other:?}", path.display())),
        }
        let mut opening = Opening::of(&bytes).unwrap();
        assert!(
            matches!(opening.passphrase(&word("pw")), Err(OpenPgpError::Passphrase(_))),
            "{}",
            path.display()
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_gnupg_of_today_locks_opens() {
    let gnupg = GnuPg::new().unwrap();
    let passphrase = word("Äpfel & Zürich");
    gnupg.types(&passphrase).unwrap();
    let subkeys = [["cv25519", "encr"], ["nistp256/ecdsa", "auth"], ["rsa2048", "sign"]];
    let (print, exported) = gnupg.generate(["ed25519", "cert"], &subkeys, Some(&passphrase)).unwrap();
    let cert = unlocked(&exported, &["Äpfel & Zürich"]);
    assert_eq!((cert.fingerprint().to_hex(), secrets(&cert)), (print, [4, 0]));
    nothing_is_lost(&exported, &cert);
}

#[test]
fn a_passphrase_may_be_written_in_other_letters_of_the_same_look() {
    let cert = identity(&file("made-in-2031.asc"));
    let typed = "Zürich";
    for before in ["Zürich".as_bytes(), "Zu\u{308}rich".as_bytes(), b"Z\xFCrich"] {
        let key = cert.primary_key().key().clone().parts_into_secret().unwrap();
        let locked = key.encrypt_secret(&Password::from(before)).unwrap();
        let cert = cert.clone().insert_packets(Packet::from(locked)).unwrap().0;
        assert_eq!(secrets(&unlocked(&cert.as_tsk().to_vec().unwrap(), &[typed])), [1, 0]);
    }
}

#[test]
fn each_key_may_have_its_passphrase_in_any_order_and_after_any_mistakes() {
    for order in [["alpha alpha", "beta beta"], ["beta beta", "alpha alpha"]] {
        let mut opening = Opening::of(&file("two-passphrases.asc")).unwrap();
        for right in order {
            let before = opening.asks();
            let Some(Question::Passphrase { key, opened, locked }) = before.clone() else {
                panic!("{before:?}")
            };
            for wrong in ["", "alpha", "gamma gamma"] {
                let error = opening.passphrase(&word(wrong)).unwrap_err();
                assert!(matches!(error, OpenPgpError::Passphrase(of) if of == key));
                assert_eq!(opening.asks(), before);
            }
            assert_eq!(opened + locked, 3);
            opening.passphrase(&word(right)).unwrap();
            // What is open stays open.
            if let Some(Question::Passphrase { opened: now, .. }) = opening.asks() {
                assert!(now > opened);
            }
        }
        let Brought::Identity(cert) = opening.open().unwrap() else { panic!() };
        assert_eq!(secrets(&cert), [3, 0]);
    }
}

/// Locked with something that does not exist here.
fn locked_with(s2k: S2K, cipher: SymmetricAlgorithm) -> Vec<u8> {
    let cert = identity(&file("rotated-subkeys.asc"));
    let locked = Encrypted::new(s2k, cipher, Some(SecretKeyChecksum::SHA1), vec![7; 80].into());
    let key = cert.primary_key().key().clone().take_secret().0.add_secret(locked.into()).0;
    cert.insert_packets(Packet::from(key)).unwrap().0.as_tsk().to_vec().unwrap()
}

#[test]
fn a_lock_that_is_not_known_here_is_called_that_before_any_passphrase_is_asked() {
    let iterated = |hash| S2K::Iterated { hash, salt: [1; 8], hash_bytes: 65_536 };
    let sha256 = HashAlgorithm::SHA256;
    for (s2k, cipher) in [
        (iterated(sha256), SymmetricAlgorithm::Unknown(77)),
        (iterated(sha256), SymmetricAlgorithm::Private(101)),
        (iterated(HashAlgorithm::Unknown(99)), SymmetricAlgorithm::AES128),
        (S2K::Unknown { tag: 9, parameters: None }, SymmetricAlgorithm::AES128),
        (S2K::Private { tag: 102, parameters: None }, SymmetricAlgorithm::AES128),
        (S2K::Private { tag: 101, parameters: None }, SymmetricAlgorithm::AES128),
    ] {
        let file = locked_with(s2k.clone(), cipher);
        let error = refused(&file);
        assert!(matches!(&error, OpenPgpError::Locked { .. }), "{s2k:?} {cipher}: {error:?}");
        let text = error.to_string();
        assert!(text.contains("not known here") && text.contains("--change-passphrase"), "{text}");
    }
}

/// Newer programs lock so (RFC 9580 § 3.7.2.1), old GnuPG does not.
#[test]
fn locks_of_newer_programs_open() {
    let cert = identity(&file("rotated-subkeys.asc"));
    let argon2 = S2K::Argon2 { salt: [3; 16], t: 1, p: 1, m: 10 };
    let iterated = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [1; 8], hash_bytes: 65_536 };
    for s2k in [argon2, iterated] {
        let (cipher, mode) = (SymmetricAlgorithm::AES256, Some(AEADAlgorithm::OCB));
        let word = Password::from("pw pw");
        let lock = |secret: Material, public: &Key<PublicParts, _>| match secret {
            Material::Unencrypted(open) => {
                Material::from(open.encrypt_with(public, s2k.clone(), cipher, mode, &word).unwrap())
            }
            locked @ Material::Encrypted(_) => locked,
        };
        let mut packets = Vec::new();
        for key in cert.keys().unencrypted_secret() {
            let (public, secret) = key.key().clone().take_secret();
            let locked = lock(secret, &public);
            let locked = public.add_secret(locked).0;
            packets.push(match key.key().fingerprint() == cert.fingerprint() {
                true => Packet::from(locked.role_into_primary()),
                false => Packet::from(locked.role_into_subordinate()),
            });
        }
        let locked = cert.clone().insert_packets(packets).unwrap().0.as_tsk().to_vec().unwrap();
        assert_eq!(secrets(&unlocked(&locked, &["pw pw"])), [5, 0], "{s2k:?}");
    }
}
