//! What each model says of itself, as an OpenPGP card library understands it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{ADMIN_PIN, command, get, key, put, verify};
use openpgp_card::{
    Card, Error,
    ocard::{
        KeyType, StatusBytes,
        algorithm::{AlgoSimple, AlgorithmAttributes},
        crypto::PublicKeyMaterial,
    },
    state::Open,
};
use secrecy::SecretString;
use virtual_nitrokey::{Model, VirtualNitrokey};

fn card(model: Model) -> Card<Open> {
    Card::new(key(model)).unwrap()
}

/// What it offers for signing, in the card's order.
fn offered(model: Model) -> Vec<String> {
    let mut card = card(model);
    let mut card = card.transaction().unwrap();
    let list = card.algorithm_information().unwrap().expect("algorithm information");
    list.for_keytype(KeyType::Signing).into_iter().map(ToString::to_string).collect()
}

#[test]
fn each_model_has_its_manufacturer_version_and_serial_number() {
    for (model, manufacturer, version) in [
        (Model::Nitrokey3, 0x000F, 0x0304),
        (Model::Nitrokey3SecureElement, 0x000F, 0x0304),
        (Model::Pro1, 0x0005, 0x0201),
        (Model::Pro2, 0x0005, 0x0304),
        (Model::Start, 0xFFFE, 0x0200),
    ] {
        let mut card = card(model);
        let aid = card.transaction().unwrap().application_identifier().unwrap();
        assert_eq!(
            (aid.manufacturer(), aid.version(), aid.serial()),
            (manufacturer, version, 0x0A0B_0C01),
            "{model}"
        );
    }
}

#[test]
fn a_nitrokey_3_offers_what_it_takes() {
    assert_eq!(
        offered(Model::Nitrokey3),
        ["EdDSA (Ed25519)", "ECDSA (NistP256r1)", "RSA 2048", "RSA 3072", "RSA 4096"]
    );
}

#[test]
fn a_secure_element_adds_the_bigger_curves() {
    let offered = offered(Model::Nitrokey3SecureElement);
    assert!(offered.contains(&"ECDSA (NistP384r1)".to_owned()), "{offered:?}");
    assert!(offered.contains(&"ECDSA (NistP521r1)".to_owned()), "{offered:?}");
    assert_eq!(offered.len(), 7);
}

#[test]
fn a_pro_2_offers_no_25519_and_a_start_no_bigger_curves() {
    assert_eq!(
        offered(Model::Pro2),
        [
            "ECDSA (NistP256r1)",
            "RSA 2048",
            "RSA 3072",
            "RSA 4096",
            "ECDSA (NistP384r1)",
            "ECDSA (NistP521r1)"
        ]
    );
    assert_eq!(
        offered(Model::Start),
        ["RSA 2048", "RSA 4096", "ECDSA (NistP256r1)", "ECDSA (Secp256k1)", "EdDSA (Ed25519)"]
    );
}

#[test]
fn only_a_start_offers_secp256k1_and_no_model_brainpool() {
    for model in [Model::Nitrokey3, Model::Nitrokey3SecureElement, Model::Pro2, Model::Start] {
        for algorithm in offered(model) {
            assert!(!algorithm.contains("Brainpool"), "{algorithm}");
            assert!(model == Model::Start || !algorithm.contains("256k1"), "{algorithm}");
        }
    }
}

#[test]
fn the_firmware_itself_lists_what_it_cannot_do() {
    let secp256k1 = [0xC1, 0x07, 0x13, 0x2B, 0x81, 0x04, 0x00, 0x0A, 0xFF];
    let lists = |key: &VirtualNitrokey| {
        // With extended lengths: the list has more than 256 bytes.
        let list = key.transmit(&[0x00, 0xCA, 0x00, 0xFA, 0, 0, 0]).unwrap();
        assert!(list.ends_with(&[0x90, 0x00]));
        list.windows(secp256k1.len()).any(|entry| entry == secp256k1)
    };
    let key = key(Model::Nitrokey3);
    assert!(!lists(&key));
    assert!(lists(&key.with_unfiltered_algorithm_list()));
}

#[test]
fn only_a_nitrokey_3_and_a_start_say_that_they_have_a_button() {
    for model in Model::ALL {
        let says = !matches!(model, Model::Pro1 | Model::Pro2);
        let raw = key(model);
        assert_eq!(verify(&raw, 0x83, ADMIN_PIN), 0x9000);
        for tag in 0xD6..=0xD8 {
            let expected = if says { 0x9000 } else { 0x6A88 };
            assert_eq!(get(&raw, tag).1, expected, "{model} {tag:x}");
            assert_eq!(put(&raw, tag, &[0x00, 0x20]), expected, "{model} {tag:x}");
        }
        let mut card = card(model);
        let mut card = card.transaction().unwrap();
        let flag = card.user_interaction_flag(KeyType::Signing).unwrap();
        assert_eq!(flag.is_some(), says, "{model}");
    }
}

#[test]
fn a_pro_of_the_first_generation_is_an_openpgp_card_2_1() {
    let raw = key(Model::Pro1);
    for missing in [0xFA, 0xF9, 0x7F66, 0x7F74, 0xDE] {
        assert_eq!(get(&raw, missing).1, 0x6A88, "{missing:x}");
    }
    assert_eq!(verify(&raw, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&raw, 0xF9, &[0x81, 0x01, 0x00]), 0x6A88);

    let mut card = card(Model::Pro1);
    let mut card = card.transaction().unwrap();
    let capabilities = card.extended_capabilities().unwrap();
    assert!(capabilities.key_import() && capabilities.algo_attrs_changeable());
    assert!(!capabilities.kdf_do());
    assert_eq!(capabilities.max_len_special_do(), None);
    assert!(card.extended_length_information().unwrap().is_none());
    assert!(matches!(
        card.algorithm_information(),
        Err(Error::CardStatus(StatusBytes::ReferencedDataNotFound))
    ));
    assert!(card.key_information().unwrap().is_none());
    assert_eq!(card.pw_status_bytes().unwrap().pw1_max_len(), 32);
}

#[test]
fn a_pro_of_the_first_generation_refuses_curves() {
    let raw = key(Model::Pro1);
    assert_eq!(verify(&raw, 0x83, ADMIN_PIN), 0x9000);
    let (before, _) = get(&raw, 0xC1);
    let p256 = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
    for (tag, id) in [(0xC1, 0x13), (0xC2, 0x12), (0xC3, 0x13)] {
        assert_eq!(put(&raw, tag, &[&[id][..], &p256].concat()), 0x6A80, "{tag:x}");
    }
    assert_eq!(get(&raw, 0xC1).0, before);
    assert_eq!(put(&raw, 0xC1, &[0x01, 0x10, 0x00, 0x00, 0x20, 0x00]), 0x9000);
}

#[test]
fn a_nitrokey_3_tells_its_firmware_version_to_whoever_selects_the_admin_application() {
    const ADMIN: [u8; 9] = [0xA0, 0x00, 0x00, 0x08, 0x47, 0x00, 0x00, 0x00, 0x01];
    let raw = key(Model::Nitrokey3);
    assert_eq!(command(&raw, [0xA4, 0x04, 0x00], &ADMIN).1, 0x9000);
    let version = (1u32 << 22 | 8 << 6 | 3).to_be_bytes().to_vec();
    assert_eq!(command(&raw, [0x61, 0x00, 0x00], &[]), (version, 0x9000));
    assert_eq!(command(&raw, [0x61, 0x01, 0x00], &[]), (b"v1.8.3".to_vec(), 0x9000));
    assert_eq!(command(&raw, [0x62, 0x00, 0x00], &[]).0[..4], [0x0A, 0x0B, 0x0C, 0x01]);
    // The OpenPGP card is not there until it is selected again.
    assert_eq!(get(&raw, 0x4F).1, 0x6D00);
    assert_eq!(common::select(&raw), 0x9000);
    assert_eq!(get(&raw, 0x4F).1, 0x9000);

    let raw = raw.with_firmware(1, 5, 0);
    assert_eq!(command(&raw, [0xA4, 0x04, 0x00], &ADMIN).1, 0x9000);
    assert_eq!(command(&raw, [0x61, 0x01, 0x00], &[]).0, b"v1.5.0");

    for model in [Model::Pro1, Model::Pro2, Model::Start] {
        assert_eq!(command(&key(model), [0xA4, 0x04, 0x00], &ADMIN).1, 0x6A82, "{model}");
    }
}

/// Every model does what it says, with the lengths and the chaining that it announces.
#[test]
fn every_model_generates_every_key_that_it_offers_but_slow_rsa() {
    for model in Model::ALL {
        let mut card = card(model);
        let mut card = card.transaction().unwrap();
        let algorithms = match model {
            Model::Pro1 => vec![],
            Model::Pro2 => vec![AlgoSimple::NIST256, AlgoSimple::NIST384, AlgoSimple::NIST521],
            Model::Nitrokey3 | Model::Start => vec![AlgoSimple::NIST256, AlgoSimple::Curve25519],
            Model::Nitrokey3SecureElement => {
                vec![AlgoSimple::Curve25519, AlgoSimple::NIST384, AlgoSimple::NIST521]
            }
        };
        for algorithm in algorithms {
            for slot in [KeyType::Signing, KeyType::Decryption, KeyType::Authentication] {
                let pin = SecretString::from("12345678");
                let mut admin = card.as_admin_card(pin).unwrap();
                admin.set_algorithm(slot, algorithm).unwrap();
                let (public, _) = admin.generate_key(|_, _, _| Ok([7; 20].into()), slot).unwrap();
                assert!(matches!(public, PublicKeyMaterial::E(_)), "{model}");
            }
        }
        let attributes = card.algorithm_attributes(KeyType::Signing).unwrap();
        assert_eq!(matches!(attributes, AlgorithmAttributes::Rsa(_)), model == Model::Pro1);
    }
}
