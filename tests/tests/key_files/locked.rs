//! Whatever a key is locked with: it opens, or it is said that it cannot be opened here. The passphrase is never called
//! wrong for that.

use coldspare::openpgp::NoSecretKey;
use coldspare_tests::gnupg::GnuPg;
use openssl::hash::MessageDigest;
use openssl::symm::Cipher;
use sequoia_openpgp::crypto::mpi::SecretKeyChecksum;
use sequoia_openpgp::crypto::{Password, S2K};
use sequoia_openpgp::packet::Key;
use sequoia_openpgp::packet::key::{Encrypted, PublicParts, SecretKeyMaterial as Material};
use sequoia_openpgp::packet::key::{SecretParts, UnspecifiedRole};
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
        let text = fixtures::message(&error);
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

type SecretKey = Key<SecretParts, UnspecifiedRole>;

/// An encrypted secret, as whoever locks it with this passphrase makes it (RFC 9580 § 5.5.3).
fn sealed(
    key: &SecretKey,
    s2k: &S2K,
    cipher: SymmetricAlgorithm,
    checksum: SecretKeyChecksum,
    made: &[u8],
) -> SecretKey {
    let (public, secret) = key.clone().take_secret();
    let Material::Unencrypted(open) = secret else { panic!() };
    let mut plain = Vec::new();
    open.map(|numbers| numbers.serialize_with_checksum(&mut plain, checksum)).unwrap();
    let iv = vec![5; cipher.block_size().unwrap()];
    let with = match cipher {
        SymmetricAlgorithm::AES128 => Cipher::aes_128_cfb128(),
        SymmetricAlgorithm::AES192 => Cipher::aes_192_cfb128(),
        SymmetricAlgorithm::AES256 => Cipher::aes_256_cfb128(),
        _ => Cipher::des_ede3_cfb64(),
    };
    let sealed = openssl::symm::encrypt(with, made, Some(&iv), &plain).unwrap();
    let locked = Encrypted::new(s2k.clone(), cipher, Some(checksum), [iv, sealed].concat().into());
    public.add_secret(locked.into()).0
}

/// A certificate whose primary key is this one.
fn around(cert: &Cert, key: SecretKey) -> Vec<u8> {
    let packet = Packet::from(key.role_into_primary());
    cert.clone().insert_packets(packet).unwrap().0.as_tsk().to_vec().unwrap()
}

/// Whether the key is open after this passphrase: by the program, and by the library.
fn both_open(cert: &Cert, key: &SecretKey, passphrase: &str) -> [bool; 2] {
    let mut opening = Opening::of(&around(cert, key.clone())).unwrap();
    let ours = opening.passphrase(&word(passphrase));
    assert!(matches!(ours, Ok(()) | Err(OpenPgpError::Passphrase(_))), "{ours:?}");
    let theirs = key.clone().decrypt_secret(&Password::from(passphrase));
    if ours.is_ok() {
        let Brought::Identity(opened) = opening.open().unwrap() else { panic!() };
        let primary = opened.primary_key().key().clone().role_into_unspecified();
        assert_eq!(Some(primary.parts_into_secret().unwrap()), theirs.as_ref().ok().cloned());
    }
    [ours.is_ok(), theirs.is_ok()]
}

/// What is locked in CFB the program opens by itself: what comes out is what the library makes of it, for the right
/// passphrase, for every other one, and for whatever was changed.
#[test]
#[allow(deprecated)]
fn what_the_library_can_open_opens_here_as_well_and_what_it_refuses_is_refused() {
    let hash = HashAlgorithm::SHA512;
    let long = "x".repeat(1000);
    for name in ["rotated-subkeys.asc", "rsa-exponent-33-bits.asc"] {
        let cert = identity(&file(name));
        let key = cert.primary_key().key().clone().role_into_unspecified().parts_into_secret().unwrap();
        for s2k in [
            S2K::Simple { hash },
            S2K::Salted { hash, salt: [9; 8] },
            S2K::Iterated { hash, salt: [9; 8], hash_bytes: 1024 },
            S2K::Iterated { hash: HashAlgorithm::SHA1, salt: [0; 8], hash_bytes: 65_536 },
            S2K::Iterated { hash, salt: [9; 8], hash_bytes: 65_011_712 },
        ] {
            for cipher in [
                SymmetricAlgorithm::AES128,
                SymmetricAlgorithm::AES192,
                SymmetricAlgorithm::AES256,
                SymmetricAlgorithm::TripleDES,
            ] {
                for right in ["pw pw", "", "Zürich", "nul\0inside", &long] {
                    let made = s2k.derive_key(&Password::from(right), cipher.key_size().unwrap()).unwrap();
                    for checksum in [SecretKeyChecksum::SHA1, SecretKeyChecksum::Sum16] {
                        let locked = sealed(&key, &s2k, cipher, checksum, &made);
                        let of = format!("{name} {s2k:?} {cipher} {checksum:?}");
                        assert_eq!(both_open(&cert, &locked, right), [true; 2], "{of}");
                    }
                    // The maximum takes long; once it is enough.
                    if matches!(s2k, S2K::Iterated { hash_bytes: 65_011_712, .. }) {
                        break;
                    }
                }
            }
        }
        let s2k = S2K::Simple { hash };
        let made = s2k.derive_key(&Password::from("pw pw"), 16).unwrap();
        let locked = sealed(&key, &s2k, SymmetricAlgorithm::AES128, SecretKeyChecksum::SHA1, &made);
        for wrong in ["", "pw", "pw pw ", "PW PW", "pw pw\0"] {
            assert_eq!(both_open(&cert, &locked, wrong), [false; 2], "{wrong:?}");
        }
        let Material::Encrypted(whole) = locked.secret() else { panic!() };
        let sealed = whole.ciphertext().unwrap();
        for at in (0..sealed.len()).step_by(7) {
            let mut changed = sealed.to_vec();
            changed[at] ^= 0x80;
            for changed in [changed, sealed[..at].to_vec(), [sealed, &sealed[..at]].concat()] {
                // Too short for anything is told before; see below.
                if changed.len() <= 16 + 20 {
                    continue;
                }
                let checksum = Some(SecretKeyChecksum::SHA1);
                let changed =
                    Encrypted::new(s2k.clone(), SymmetricAlgorithm::AES128, checksum, changed.into());
                let locked = locked.clone().take_secret().0.add_secret(changed.into()).0;
                let opened = both_open(&cert, &locked, "pw pw");
                assert_eq!(opened[0], opened[1], "{at}");
            }
        }
    }
}

/// Made by GnuPG, RNP and others: one passphrase after the other, on each key of each file.
#[test]
fn all_that_is_locked_in_files_of_others_opens_as_in_the_library() {
    let folders = [folder(), folder().with_file_name("locked-keys")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut counts = [0; 2];
    for path in files.map(|entry| entry.unwrap().path()) {
        let Ok(cert) = Cert::from_bytes(&fs::read(&path).unwrap()) else { continue };
        for key in
            cert.keys().secret().map(|key| key.key().clone()).filter(|key| !key.has_unencrypted_secret())
        {
            for passphrase in ["pw pw", STAPLE, "alpha alpha", "beta beta", "wrong", ""] {
                // Alone, it is asked for its own passphrase.
                let alone = Packet::from(key.clone().role_into_subordinate()).to_vec().unwrap();
                let public = cert.clone().strip_secret_key_material().to_vec().unwrap();
                let primary = key.fingerprint() == cert.fingerprint();
                let theirs = key.clone().decrypt_secret(&Password::from(passphrase));
                let file = match primary {
                    true => cert
                        .clone()
                        .strip_secret_key_material()
                        .insert_packets(Packet::from(key.clone().role_into_primary()))
                        .unwrap()
                        .0
                        .as_tsk()
                        .to_vec()
                        .unwrap(),
                    false => [public, alone].concat(),
                };
                let Ok(mut opening) = Opening::of(&file) else { continue };
                let ours = opening.passphrase(&word(passphrase));
                counts[0] += usize::from(ours.is_ok());
                if let Ok(theirs) = theirs {
                    counts[1] += 1;
                    assert!(ours.is_ok(), "{} {passphrase}", path.display());
                    let ours = match opening.open().unwrap() {
                        Brought::Identity(cert) => {
                            let key = cert.primary_key().key().clone().role_into_unspecified();
                            key.parts_into_secret().unwrap()
                        }
                        Brought::Decryption { key, .. } => key,
                    };
                    assert_eq!(ours, theirs, "{} {passphrase}", path.display());
                }
            }
        }
    }
    // So many of each: none is passed over.
    assert!(counts[0] > counts[1] && counts[1] >= 10, "{counts:?}");
}

/// RFC 9580 § 3.7.1.1: a hash that is shorter than the key is used several times.
#[test]
#[allow(deprecated)]
fn a_hash_that_is_shorter_than_the_key_opens_under_every_cipher() {
    let cert = identity(&file("rotated-subkeys.asc"));
    let key = cert.primary_key().key().clone().role_into_unspecified().parts_into_secret().unwrap();
    let longer = |hash, first: MessageDigest, length: usize| {
        let one = openssl::hash::hash(first, b"pw pw").unwrap();
        let two = openssl::hash::hash(first, b"\0pw pw").unwrap();
        (S2K::Simple { hash }, [&one[..], &two[..]].concat()[..length].to_vec())
    };
    for (cipher, length) in [(SymmetricAlgorithm::TripleDES, 24), (SymmetricAlgorithm::AES256, 32)] {
        for (hash, digest) in [
            (HashAlgorithm::MD5, MessageDigest::md5()),
            (HashAlgorithm::RipeMD, MessageDigest::ripemd160()),
            (HashAlgorithm::SHA1, MessageDigest::sha1()),
            (HashAlgorithm::SHA224, MessageDigest::sha224()),
        ] {
            let (s2k, made) = longer(hash, digest, length);
            let locked = sealed(&key, &s2k, cipher, SecretKeyChecksum::SHA1, &made);
            let opened = unlocked(&around(&cert, locked), &["pw pw"]);
            assert_eq!(secrets(&opened), [5, 0], "{cipher} {hash}");
        }
    }
    // Before there was a byte for it: MD5, and a sum of 16 bits.
    let (_, made) = longer(HashAlgorithm::MD5, MessageDigest::md5(), 32);
    let locked = sealed(&key, &S2K::Implicit, SymmetricAlgorithm::AES256, SecretKeyChecksum::Sum16, &made);
    assert_eq!(secrets(&unlocked(&around(&cert, locked), &["pw pw"])), [5, 0]);
}

/// Whatever is typed, it stays locked; so nothing is asked.
#[test]
#[allow(deprecated)]
fn no_passphrase_is_asked_for_what_none_opens() {
    let cert = identity(&file("rotated-subkeys.asc"));
    let with = |locked: Encrypted| {
        let key = cert.primary_key().key().clone().take_secret().0.add_secret(locked.into()).0;
        cert.clone().insert_packets(Packet::from(key)).unwrap().0.as_tsk().to_vec().unwrap()
    };
    let (cipher, simple) = (SymmetricAlgorithm::AES256, S2K::Simple { hash: HashAlgorithm::SHA256 });
    for (checksum, check) in [(SecretKeyChecksum::SHA1, 20), (SecretKeyChecksum::Sum16, 2)] {
        for length in [0, 1, 15, 16, 16 + check - 1, 16 + check] {
            let locked = Encrypted::new(simple.clone(), cipher, Some(checksum), vec![7; length].into());
            let error = refused(&with(locked));
            assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{length}: {error:?}");
        }
        let locked = Encrypted::new(simple.clone(), cipher, Some(checksum), vec![7; 16 + check + 1].into());
        assert!(Opening::of(&with(locked)).is_ok());
    }
    let sealed = |s2k, length| {
        Encrypted::new_aead(s2k, cipher, AEADAlgorithm::OCB, vec![1; 15].into(), vec![7; length].into())
    };
    let error = refused(&with(sealed(simple.clone(), 16)));
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{error:?}");
    assert!(Opening::of(&with(sealed(simple, 17))).is_ok());
    let argon2 = |t, p, m| S2K::Argon2 { salt: [3; 16], t, p, m };
    for s2k in [
        argon2(0, 1, 10),
        argon2(1, 0, 10),
        argon2(1, 4, 4),
        // The library derives something else of these.
        S2K::Simple { hash: HashAlgorithm::SHA224 },
    ] {
        let error = refused(&with(sealed(s2k.clone(), 50)));
        assert!(matches!(error, OpenPgpError::Locked { .. }), "{s2k:?}: {error:?}");
    }
}

/// A key that comes alone is still the packet that it was: newer programs lock that, too.
#[test]
fn a_bare_key_in_a_lock_of_newer_programs_opens() {
    let key = identity(&file("rotated-subkeys.asc"));
    let subkey = key.keys().subkeys().unencrypted_secret().find(|key| key.key().pk_algo().for_encryption());
    let subkey = subkey.unwrap().key().clone();
    let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [1; 8], hash_bytes: 65_536 };
    let (public, secret) = subkey.role_into_subordinate().take_secret();
    let Material::Unencrypted(open) = secret else { panic!() };
    let mode = Some(AEADAlgorithm::OCB);
    let locked = open.encrypt_with(&public, s2k, SymmetricAlgorithm::AES256, mode, &Password::from("pw pw"));
    let locked = Packet::from(public.add_secret(locked.unwrap().into()).0).to_vec().unwrap();
    let public = key.clone().strip_secret_key_material().to_vec().unwrap();
    for file in [[&locked[..], &public].concat(), [&public[..], &locked].concat()] {
        let answers = Answers { passphrases: &["pw pw"], ..Default::default() };
        let (brought, _) = through(&file, &answers).unwrap();
        assert!(matches!(brought, Brought::Decryption { key, .. } if key.has_unencrypted_secret()));
    }
}
