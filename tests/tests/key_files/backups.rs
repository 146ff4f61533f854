//! A backup under a code beside a key: it is asked for where the key is in it alone, and else said to be there.

use coldspare::openpgp::{NoSecretKey, Remains};

use super::messages::around;
use super::*;

fn public(name: &str) -> Vec<u8> {
    identity(&file(name)).strip_secret_key_material().armored().to_vec().unwrap()
}

/// The primary key and its subkeys elsewhere, as GnuPG exports a card's.
fn stub() -> Vec<u8> {
    let cert = identity(&file("primary-here-subkeys-on-card.asc"));
    let packets = cert.as_tsk().to_vec().unwrap();
    let packets = PacketPile::from_bytes(&packets).unwrap().into_children().map(|packet| match packet {
        Packet::SecretKey(key) => Packet::from(key.take_secret().0),
        other => other,
    });
    armored(Kind::SecretKey, &packets.flat_map(|packet| packet.to_vec().unwrap()).collect::<Vec<_>>())
}

fn backup(name: &str) -> Vec<u8> {
    armored(Kind::Message, &around(&file(name)))
}

/// Opens it with the code; and what is said not to be taken over.
fn opened(file: &[u8]) -> (Cert, Remains) {
    let mut opening = Opening::of(file).unwrap();
    assert_eq!(opening.asks(), Some(Question::BackupCode));
    assert!(matches!(opening.code(&word("1234")), Err(OpenPgpError::Code)));
    opening.code(&word(CODE)).unwrap();
    let remains = opening.remains();
    let Brought::Identity(cert) = opening.open().unwrap() else { panic!() };
    (cert, remains)
}

const KEY: &str = "rotated-subkeys.asc";
const OTHER: &str = "uid-latin1.asc";

fn both_ways(first: &[u8], second: &[u8]) -> [Vec<u8>; 2] {
    [[first, b"\n", second].concat(), [second, b"\n", first].concat()]
}

#[test]
fn the_code_is_asked_where_only_the_public_key_stands_beside() {
    for file in both_ways(&public(KEY), &backup(KEY)) {
        assert_eq!(opened(&file), (identity(&super::file(KEY)), Remains::default()));
    }
    for beside in [public(OTHER), stub()] {
        for file in both_ways(&beside, &backup(KEY)) {
            let (cert, remains) = opened(&file);
            assert_eq!(cert, identity(&super::file(KEY)));
            assert_eq!(remains, Remains { public_keys: 1, ..Remains::default() });
        }
    }
}

/// What the public key has that the backup has not yet, belongs to it.
#[test]
fn the_public_key_beside_a_backup_is_joined_with_it() {
    let whole = identity(&file(KEY));
    let less = whole
        .clone()
        .retain_subkeys(|key| key.key().creation_time() == whole.primary_key().key().creation_time());
    assert!(less.keys().count() < whole.keys().count());
    let sealed = armored(Kind::Message, &around(&less.as_tsk().to_vec().unwrap()));
    for file in both_ways(&public(KEY), &sealed) {
        let (cert, remains) = opened(&file);
        assert_eq!(cert.keys().count(), whole.keys().count());
        assert_eq!(
            (cert.keys().secret().count(), remains),
            (less.keys().secret().count(), Remains::default())
        );
    }
}

/// Beside a whole one nothing is asked, and the backup is said to be there.
#[test]
fn a_backup_beside_a_whole_key_is_said_to_be_there() {
    for name in [KEY, OTHER] {
        for file in both_ways(&super::file(KEY), &backup(name)) {
            let opening = Opening::of(&file).unwrap();
            assert_eq!(opening.asks(), None);
            assert_eq!(opening.remains(), Remains { messages: 1, ..Remains::default() });
        }
    }
}

#[test]
fn of_two_backups_one_is_asked_for_and_the_other_said_to_be_there() {
    for file in both_ways(&backup(KEY), &backup(OTHER)) {
        let (cert, remains) = opened(&file);
        assert!([KEY, OTHER].map(|name| identity(&super::file(name))).contains(&cert));
        assert_eq!(remains, Remains { messages: 1, ..Remains::default() });
    }
}

/// In one binary file nothing says where one ends: what stands behind a key or in front of it is no part of it.
#[test]
fn a_message_and_a_key_in_one_binary_file_are_not_taken_apart() {
    let (key, message) = (binary(&file(KEY)), around(&file(OTHER)));
    let error = refused(&[&key[..], &message].concat());
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{error:?}");
    let error = match Opening::of(&[&message[..], &key].concat()) {
        Ok(mut opening) => opening.code(&word(CODE)).unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{error:?}");
}

/// A message that no code opens does not hide that there is a public key alone.
#[test]
fn a_public_key_beside_a_letter_is_a_public_key_alone() {
    let letter = armored(Kind::Message, b"\xCB\x06b\0\0\0\0\0");
    for file in both_ways(&public(KEY), &letter) {
        let error = refused(&file);
        assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Public)), "{error:?}");
    }
}
