//! What somebody has put into a key does not count as a file of its own: a binary file is not searched for text.

use coldspare::openpgp::NoSecretKey;
use sequoia_openpgp::cert::CertBuilder;
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::signature::subpacket::NotationDataFlags;
use sequoia_openpgp::packet::{Literal, Marker, Trust, UserAttribute, UserID};
use sequoia_openpgp::types::{DataFormat, SignatureType};

use super::messages::around;
use super::*;

fn made(name: &str) -> Cert {
    let cert = CertBuilder::general_purpose(Some(name)).add_signing_subkey();
    cert.generate().unwrap().0
}

/// The owner's key with somebody's certification, in which there is a text.
fn with_a_text(own: &Cert, text: &[u8]) -> Cert {
    let other = made("Mallory <mallory@example.org>");
    let mut signer = other.primary_key().key().clone().parts_into_secret().unwrap().into_keypair().unwrap();
    let says = SignatureBuilder::new(SignatureType::GenericCertification);
    let says = says.add_notation("a@example.org", text, NotationDataFlags::empty(), false).unwrap();
    let name = own.userids().next().unwrap().userid();
    let signature = says.sign_userid_binding(&mut signer, own.primary_key().key(), name).unwrap();
    let cert = own.clone().insert_packets([Packet::from(signature)]).unwrap().0;
    assert_eq!(cert.bad_signatures().count(), 0);
    cert
}

/// What is searched for in a text.
fn texts() -> Vec<Vec<u8>> {
    let key = String::from_utf8(made("Ada <ada@example.org>").as_tsk().armored().to_vec().unwrap()).unwrap();
    let mut texts = vec![format!("\n{key}\n").into_bytes(), key.replace('\n', "\r").into_bytes()];
    for begin in [
        "\n-----BEGIN PGP PRIVATE KEY BLOCK-----\n",
        "\n-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----",
    ] {
        texts.push(begin.into());
    }
    texts
}

/// As GnuPG writes them: packets whose headers are of the old form (RFC 9580 § 4.2.2).
fn in_old_form(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for packet in PacketPile::from_bytes(bytes).unwrap().into_children() {
        let whole = packet.to_vec().unwrap();
        let front = match whole[1] {
            ..192 => 2,
            192..224 => 3,
            _ => 6,
        };
        let body = &whole[front..];
        out.push(0x80 | (whole[0] & 0x3F) << 2 | 1);
        out.extend(u16::try_from(body.len()).unwrap().to_be_bytes());
        out.extend(body);
    }
    out
}

/// What may stand in front of a key in a file.
fn fronts() -> Vec<Vec<u8>> {
    vec![
        Vec::new(),
        Packet::from(Marker::default()).to_vec().unwrap(),
        Packet::from(Trust::from(vec![b'-'; 300])).to_vec().unwrap(),
        // Padding (§ 5.14), in two pieces (§ 4.2.1.4).
        [&[0xD5, 0xE2][..], b"----", &[3], b"---"].concat(),
    ]
}

#[test]
fn a_key_in_a_notation_of_a_binary_key_is_not_taken_in_its_place() {
    let own = made("Ada Lovelace <ada@example.org>");
    let expected = own.fingerprint();
    for text in texts() {
        let with = with_a_text(&own, &text);
        let new = with.as_tsk().to_vec().unwrap();
        for bytes in [in_old_form(&new), new] {
            for front in fronts() {
                let bytes = [&front[..], &bytes].concat();
                assert_eq!(identity(&bytes).fingerprint(), expected, "{front:?}");
                assert_eq!(identity(&[&bytes[..], b"\r\n"].concat()).fingerprint(), expected);
                let answers = Answers { code: Some(CODE), ..Default::default() };
                let (brought, _) = through(&around(&bytes), &answers).unwrap();
                assert!(matches!(brought, Brought::Identity(cert) if cert.fingerprint() == expected));
                // Cut off, it is damaged, and still no text.
                let error = refused(&bytes[..bytes.len() - 3]);
                assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{error:?}");
            }
        }
        assert_eq!(identity(&with.as_tsk().armored().to_vec().unwrap()).fingerprint(), expected);
        let public = with.strip_secret_key_material().to_vec().unwrap();
        let error = refused(&public);
        assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Public)), "{error:?}");
    }
}

/// PowerShell's `>` takes what a program writes for text, an editor puts a mark in front; what is in a packet stays there.
#[test]
fn nor_one_in_a_binary_key_that_was_taken_for_text_on_its_way() {
    let own = made("Ada Lovelace <ada@example.org>");
    for text in &texts()[..2] {
        let bytes = with_a_text(&own, text).as_tsk().to_vec().unwrap();
        let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        let utf_16: Vec<u8> = letters.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for spoiled in [
            letters.clone().into_bytes(),
            [&b"\xFF\xFE"[..], &utf_16[..]].concat(),
            String::from_utf8_lossy(&bytes).into_owned().into_bytes(),
        ] {
            refused(&spoiled);
        }
        // Packets are all there, and nothing else is in front of them.
        for front in ["\n", "\r\n", "\u{FEFF}", "\u{FEFF}\n"] {
            assert_eq!(identity(&[front.as_bytes(), &bytes].concat()).fingerprint(), own.fingerprint());
        }
    }
}

#[test]
fn nor_one_in_a_name_or_a_picture() {
    let own = made("Ada Lovelace <ada@example.org>");
    for text in texts() {
        let jpeg = UserAttribute::new(&[sequoia_openpgp::packet::user_attribute::Subpacket::Unknown(
            100,
            text.clone().into(),
        )]);
        for packet in [Packet::from(UserID::from(text)), Packet::from(jpeg.unwrap())] {
            let bytes = own.clone().insert_packets([packet]).unwrap().0.as_tsk().to_vec().unwrap();
            assert_eq!(identity(&bytes).fingerprint(), own.fingerprint());
        }
    }
}

/// The public key beside a bare one is read in the same way.
#[test]
fn nor_one_in_the_public_key_that_is_given_beside() {
    for text in texts() {
        let mut opening = Opening::of(&file("sk_generated-on-card.gpg")).unwrap();
        let cert = Cert::from_bytes(&file("sk_generated-on-card.public.asc")).unwrap();
        opening.beside([with_a_text(&cert, &text).to_vec().unwrap()]).unwrap();
    }
}

#[test]
fn a_message_in_which_there_is_a_text_is_a_message() {
    for text in texts() {
        let mut literal = Literal::new(DataFormat::Binary);
        literal.set_body(text);
        let error = refused(&Packet::from(literal).to_vec().unwrap());
        assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Message)), "{error:?}");
    }
}

/// A letter whose first bit is set stands at the beginning of many a text (é and £ in Latin-1, a mark of UTF-8 or UTF-16).
#[test]
fn a_text_is_searched_whatever_letter_it_begins_with() {
    let text = file("rotated-subkeys.asc");
    let expected = identity(&text);
    for letter in 0x80..=0xFF {
        for front in
            [&[letter][..], &[letter, letter], &[letter, 0x80], &[letter, b'\n'], &[letter, b' ', b'b']]
        {
            let bytes = [front, b" key:\n", &text].concat();
            assert_eq!(identity(&bytes), expected, "{front:?}");
        }
    }
    for letter in ['é', '£', '\u{A0}', '§', '\u{FEFF}', 'Я', '漢', '🔑'] {
        for many in [1, 2, 50, 200] {
            let front = letter.to_string().repeat(many);
            assert_eq!(identity(&[front.as_bytes(), b"\n", &text].concat()), expected, "{front}");
        }
    }
}
