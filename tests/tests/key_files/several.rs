//! Several keys in one file, and one key in several blocks.

use super::*;

const THREE: [&str; 3] = ["rotated-subkeys.asc", "gnupg-default-rsa3072.asc", "uid-latin1.asc"];

fn public(name: &str) -> Vec<u8> {
    identity(&file(name)).strip_secret_key_material().armored().to_vec().unwrap()
}

#[test]
fn several_keys_are_a_choice_and_each_can_be_taken() {
    let armor: Vec<u8> = THREE.iter().flat_map(|name| file(name)).collect();
    let bare: Vec<u8> = THREE.iter().flat_map(|name| binary(&file(name))).collect();
    for bytes in [armor, bare.clone(), armored(Kind::SecretKey, &bare)] {
        let Some(Question::Which(candidates)) = Opening::of(&bytes).unwrap().asks() else { panic!() };
        assert_eq!(candidates.len(), 3);
        assert!(candidates.iter().all(|candidate| candidate.secret));
        assert_eq!(candidates[2].user_ids, ["Jörg Müller <joerg@example.org>"]);
        for (name, candidate) in THREE.iter().zip(&candidates) {
            let mut opening = Opening::of(&bytes).unwrap();
            opening.choose(&candidate.fingerprint).unwrap();
            let Brought::Identity(cert) = opening.open().unwrap() else { panic!() };
            assert_eq!(cert.fingerprint(), identity(&file(name)).fingerprint());
            assert_eq!(cert.primary_key().key().creation_time(), candidate.created);
            nothing_is_lost(&file(name), &cert);
        }
    }
}

#[test]
fn nobody_is_asked_which_if_there_is_one_secret_key_among_public_ones() {
    let bytes = [public(THREE[1]), file(THREE[0]), public(THREE[2])].concat();
    assert_eq!(identity(&bytes).fingerprint(), identity(&file(THREE[0])).fingerprint());
}

#[test]
fn a_public_key_among_several_is_listed_last_and_said_to_be_that_if_chosen() {
    let bytes = [public(THREE[1]), file(THREE[0]), file(THREE[2])].concat();
    let mut opening = Opening::of(&bytes).unwrap();
    let Some(Question::Which(candidates)) = opening.asks() else { panic!() };
    assert_eq!(candidates.iter().map(|one| one.secret).collect::<Vec<_>>(), [true, true, false]);
    let error = opening.choose(&candidates[2].fingerprint).unwrap_err();
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Public)), "{error}");
    assert!(matches!(opening.asks(), Some(Question::Which(_))));
    opening.choose(&candidates[1].fingerprint).unwrap();
}

#[test]
fn the_names_to_choose_from_are_clean_text() {
    for name in ["uid-newline.asc", "uid-escape.asc"] {
        let bytes = [file(name), file(THREE[0])].concat();
        let Some(Question::Which(candidates)) = Opening::of(&bytes).unwrap().asks() else { panic!() };
        let ids: Vec<_> = candidates.iter().flat_map(|one| &one.user_ids).collect();
        assert!(!ids.is_empty() && ids.iter().all(|id| !id.chars().any(char::is_control)), "{ids:?}");
    }
}

/// GPG Keychain, Mailvelope and GPA write both blocks.
#[test]
fn public_and_secret_block_are_one_key_in_any_order() {
    for name in
        ["gnupg-default-rsa3072.asc", "sha1-everywhere.asc", "v5-cv448-subkey.asc", "revoked-user-id.asc"]
    {
        let (secret, whole) = (file(name), identity(&file(name)));
        let public = whole.clone().strip_secret_key_material().armored().to_vec().unwrap();
        for both in [[&public[..], &secret].concat(), [&secret[..], b"Kind regards\n", &public].concat()] {
            let cert = identity(&both);
            assert_eq!(secrets(&cert), secrets(&whole));
            nothing_is_lost(&secret, &cert);
            nothing_is_lost(&public, &cert);
        }
    }
}

/// The public key was renewed after the secret one was exported: what is in either counts.
#[test]
fn what_only_one_of_two_blocks_has_is_kept() {
    let whole = identity(&file("rotated-subkeys.asc"));
    let tsk = whole.as_tsk().to_vec().unwrap();
    let all: Vec<_> = PacketPile::from_bytes(&tsk).unwrap().into_children().collect();
    let newest =
        all.iter().rposition(|packet| packet.tag() == sequoia_openpgp::packet::Tag::SecretSubkey).unwrap();
    let bytes =
        |packets: &[Packet]| packets.iter().flat_map(|packet| packet.to_vec().unwrap()).collect::<Vec<_>>();
    let (before, public) =
        (bytes(&all[..newest]), whole.clone().strip_secret_key_material().to_vec().unwrap());
    for both in [[&before[..], &public].concat(), [&public[..], &before].concat()] {
        let cert = identity(&both);
        assert_eq!(secrets(&cert), [4, 0]);
        nothing_is_lost(&tsk, &cert);
    }
}

/// `--export-secret-subkeys` leaves a note in place of the primary key; with the whole export beside, nothing is missing.
#[test]
fn a_secret_goes_before_a_note_that_it_is_elsewhere_whatever_comes_first() {
    let whole = identity(&file("rotated-subkeys.asc"));
    let primary = whole.fingerprint();
    let subkeys = whole.as_tsk().set_filter(move |key| key.fingerprint() != primary);
    let subkeys = subkeys.emit_secret_key_stubs(true).armored().to_vec().unwrap();
    let error = refused(&subkeys);
    assert!(
        matches!(&error, OpenPgpError::PrimaryElsewhere(key) if *key == whole.fingerprint().to_hex()),
        "{error:?}"
    );
    assert!(fixtures::message(&error).contains("--export-secret-subkeys"));
    let all = file("rotated-subkeys.asc");
    for both in [[&subkeys[..], &all].concat(), [&all[..], &subkeys].concat()] {
        assert_eq!(secrets(&identity(&both)), [5, 0]);
    }
}
