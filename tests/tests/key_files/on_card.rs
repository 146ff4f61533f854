//! `sk_<keyid>.gpg`, the only backup that GnuPG leaves of keys that were made on a card: the decryption key alone.

use super::*;

const FILES: [(&str, &str, &[&str]); 3] = [
    ("sk_generated-on-card-tag5.gpg", "sk_generated-on-card.public.asc", &[]),
    ("sk_generated-on-card.gpg", "sk_generated-on-card.public.asc", &[]),
    ("sk_generated-on-card-rsa.gpg", "sk_generated-on-card-rsa.public.asc", &["backup of the card"]),
];

fn decryption(brought: Brought) -> (coldspare::openpgp::SlotKey, Cert) {
    match brought {
        Brought::Decryption { key, of } => (key, of),
        other @ Brought::Identity(_) => panic!("{other:?}"),
    }
}

#[test]
fn the_key_alone_asks_for_its_public_key() {
    for (name, public, passphrases) in FILES {
        let beside = Some(file(public));
        let (brought, asked) =
            through(&file(name), &Answers { passphrases, beside, ..Default::default() }).unwrap();
        let mut expected = vec!["public key"];
        expected.extend(passphrases.iter().map(|_| "passphrase, 0 open, 1 locked"));
        assert_eq!(asked, expected, "{name}");
        let (key, of) = decryption(brought);
        assert!(key.has_unencrypted_secret() && !of.is_tsk(), "{name}");
        assert!(of.keys().subkeys().any(|subkey| subkey.key().fingerprint() == key.fingerprint()));
        nothing_is_lost(&file(public), &of);
    }
}

#[test]
fn with_its_public_key_in_the_same_file_it_asks_for_nothing_more() {
    for (name, public, passphrases) in FILES {
        let (secret, public) = (file(name), binary(&file(public)));
        let as_armor = [armored(Kind::PublicKey, &public), armored(Kind::SecretKey, &secret)];
        let [first, second] = &as_armor;
        for both in [
            [&public[..], &secret].concat(),
            [&secret[..], &public].concat(),
            [&first[..], b"\n", second].concat(),
            [&second[..], b"\n", first].concat(),
        ] {
            let (brought, asked) = through(&both, &Answers { passphrases, ..Default::default() }).unwrap();
            assert_eq!(asked.len(), passphrases.len(), "{name}: {asked:?}");
            let (key, of) = decryption(brought);
            assert!(key.has_unencrypted_secret() && !of.is_tsk());
        }
    }
}

#[test]
fn another_public_key_is_told_and_the_right_one_still_taken() {
    let mut opening = Opening::of(&file("sk_generated-on-card-tag5.gpg")).unwrap();
    let Some(Question::PublicKey { key }) = opening.asks() else { panic!("{opening:?}") };
    for other in
        [file("sk_generated-on-card-rsa.public.asc"), b"nothing".to_vec(), file("openkeychain-like.sec.pgp")]
    {
        let error = opening.beside([other]).unwrap_err();
        assert!(matches!(&error, OpenPgpError::NotBeside(of) if *of == key), "{error:?}");
        assert!(fixtures::message(&error).contains("--export"));
    }
    opening.beside([file("sk_generated-on-card.public.asc")]).unwrap();
    assert_eq!(opening.asks(), None);
}

/// What `gpg --export-secret-keys` gives of such a key: notes that all of it is on the card.
#[test]
fn notes_about_the_card_do_for_the_public_key() {
    let public = Cert::from_bytes(&file("sk_generated-on-card.public.asc")).unwrap();
    let stubs = public.as_tsk().set_filter(|_| false).emit_secret_key_stubs(true).armored().to_vec().unwrap();
    assert!(matches!(refused(&stubs), OpenPgpError::Stub(key) if key == public.fingerprint().to_hex()));
    let answers = Answers { beside: Some(stubs), ..Default::default() };
    let (_, of) = decryption(through(&file("sk_generated-on-card-tag5.gpg"), &answers).unwrap().0);
    assert!(!of.is_tsk());
}

/// A primary key can stand alone as well, and with its public key it is whole.
#[test]
fn a_primary_key_alone_becomes_whole_with_its_public_key() {
    let cert = identity(&file("rotated-subkeys.asc"));
    let primary = cert.primary_key().key().clone().parts_into_secret().unwrap();
    let alone = Packet::from(primary).to_vec().unwrap();
    let public = cert.clone().strip_secret_key_material().armored().to_vec().unwrap();
    let answers = Answers { beside: Some(public), ..Default::default() };
    match through(&alone, &answers).unwrap() {
        (Brought::Identity(whole), asked) => {
            assert_eq!(asked, ["public key"]);
            assert_eq!((whole.fingerprint(), secrets(&whole)), (cert.fingerprint(), [1, 0]));
        }
        other => panic!("{other:?}"),
    }
}

/// Both halves: the primary key was made at home, its decryption subkey on the card, and its backup lies beside.
#[test]
fn the_backup_of_one_subkey_beside_its_secret_primary_key_is_joined() {
    let cert = identity(&file("gnupg-default-rsa3072.asc"));
    let subkey = cert.keys().subkeys().secret().next().unwrap().key().clone();
    let primary = cert.as_tsk().set_filter(|key| key.fingerprint() == cert.fingerprint()).to_vec().unwrap();
    let alone = Packet::from(subkey.role_into_primary()).to_vec().unwrap();
    let both = [armored(Kind::SecretKey, &primary), armored(Kind::SecretKey, &alone)].concat();
    assert_eq!(secrets(&identity(&both)), [2, 0]);
}
