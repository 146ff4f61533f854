//! A message around a key: OpenKeychain's backup, or what somebody locked with GnuPG.

use coldspare::openpgp::NoSecretKey;
use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp::crypto::Password;
use sequoia_openpgp::packet::Literal;
use sequoia_openpgp::serialize::stream::{Encryptor, LiteralWriter, Message};
use sequoia_openpgp::types::{DataFormat, SymmetricAlgorithm};

use super::*;

const OPENKEYCHAIN: &str = "openkeychain-like.sec.pgp";

#[test]
fn openkeychains_backup_asks_for_its_code() {
    let answers = Answers { code: Some(CODE), ..Default::default() };
    let (brought, asked) = through(&file(OPENKEYCHAIN), &answers).unwrap();
    assert_eq!(asked, ["code"]);
    let Brought::Identity(cert) = brought else { panic!("{brought:?}") };
    assert_eq!(secrets(&cert), [4, 0]);
}

#[test]
fn the_code_may_be_typed_with_blanks_or_nothing_between() {
    for typed in [CODE.replace('-', " "), CODE.replace('-', ""), format!(" {CODE} ")] {
        let answers = Answers { code: Some(&typed), ..Default::default() };
        assert!(through(&file(OPENKEYCHAIN), &answers).is_ok(), "{typed}");
    }
}

#[test]
fn a_wrong_code_is_told_and_the_right_one_still_taken() {
    let mut opening = Opening::of(&file(OPENKEYCHAIN)).unwrap();
    for wrong in ["", "1234", "1234-5678-9012-3456-7890-1234-5678-9012-3457"] {
        assert!(matches!(opening.code(&word(wrong)), Err(OpenPgpError::Code)));
        assert_eq!(opening.asks(), Some(Question::BackupCode));
    }
    opening.code(&word(CODE)).unwrap();
    assert_eq!(opening.asks(), None);
}

/// In every cipher and with and without compression, as GnuPG writes it.
#[test]
fn what_gnupg_locked_as_a_whole_opens() {
    let gnupg = GnuPg::new().unwrap();
    let key = file("rotated-subkeys.asc");
    for options in [
        &["--cipher-algo", "AES256"][..],
        &["--s2k-digest-algo", "RIPEMD160"],
        &["-z", "0", "--armor"],
        &["--compress-algo", "ZLIB"],
        &["--cipher-algo", "AES192"],
        &["--cipher-algo", "3DES"],
    ] {
        let options =
            [options, &["--pinentry-mode", "loopback", "--passphrase", "around it", "--symmetric"]].concat();
        let message = gnupg.gpg(&options, &key).unwrap();
        let answers = Answers { code: Some("around it"), ..Default::default() };
        let (brought, asked) = through(&message, &answers).unwrap();
        assert_eq!(asked, ["code"], "{options:?}");
        assert!(matches!(brought, Brought::Identity(cert) if secrets(&cert) == [5, 0]));
    }
}

#[test]
fn behind_the_code_the_other_questions_follow() {
    let message = around(&file("two-passphrases.asc"));
    let answers =
        Answers { code: Some(CODE), passphrases: &["alpha alpha", "beta beta"], ..Default::default() };
    let (_, asked) = through(&message, &answers).unwrap();
    assert_eq!(asked.len(), 3, "{asked:?}");
    let two = [file("rotated-subkeys.asc"), file("made-in-2031.asc")].concat();
    let which = identity(&file("made-in-2031.asc")).fingerprint().to_hex();
    let answers = Answers { code: Some(CODE), which: Some(&which), ..Default::default() };
    assert_eq!(through(&around(&two), &answers).unwrap().1, ["code", "which of 2"]);
}

pub(super) fn around(bytes: &[u8]) -> Vec<u8> {
    under(Password::from(CODE), bytes)
}

fn under(password: Password, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let message = Encryptor::with_passwords(Message::new(&mut out), [password]).build().unwrap();
    let mut message = LiteralWriter::new(message).build().unwrap();
    message.write_all(bytes).unwrap();
    message.finalize().unwrap();
    out
}

#[test]
fn what_is_inside_and_no_key_is_told_and_asked_again() {
    let mut opening = Opening::of(&around(b"Dear diary")).unwrap();
    assert!(matches!(opening.code(&word(CODE)), Err(OpenPgpError::NoSecretKey(NoSecretKey::Unreadable(_)))));
    let mut opening = Opening::of(&around(&around(&file("rotated-subkeys.asc")))).unwrap();
    assert!(matches!(opening.code(&word(CODE)), Err(OpenPgpError::NoSecretKey(NoSecretKey::Message))));
    assert_eq!(opening.asks(), Some(Question::BackupCode));
}

/// Each byte of the encrypted data: nothing of it can be changed without being noticed.
#[test]
fn a_message_that_was_changed_is_not_opened() {
    let message = around(&file("made-in-2031.asc"));
    let length = message.len();
    for at in [length - 1, length - 10, length - 30, length / 2, length - 300] {
        let mut changed = message.clone();
        changed[at] ^= 1;
        let mut opening = Opening::of(&changed).unwrap();
        let error = opening.code(&word(CODE)).unwrap_err();
        assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{at}: {error:?}");
    }
    let mut opening = Opening::of(&message[..length - 40]).unwrap();
    assert!(opening.code(&word(CODE)).is_err());
}

/// As a key's own passphrase (RFC 9580 § 3.7: bytes; which, the keyboard decides).
#[test]
fn the_passphrase_around_a_key_may_be_written_in_other_letters_of_the_same_look() {
    for before in ["Zürich".as_bytes(), "Zu\u{308}rich".as_bytes(), b"Z\xFCrich"] {
        let message = under(Password::from(before), &file("made-in-2031.asc"));
        for typed in ["Zürich", "Zu\u{308}rich"] {
            let answers = Answers { code: Some(typed), ..Default::default() };
            assert!(through(&message, &answers).is_ok(), "{before:?} {typed}");
        }
    }
}

/// GnuPG writes a session key of its own where a message has several codes, or a key's owner beside one.
#[test]
fn a_session_key_behind_a_code_is_opened_with_whatever_hash_it_has() {
    for hash in ["RIPEMD160", "SHA224", "SHA512"] {
        let gnupg = GnuPg::new().unwrap();
        let print = gnupg.generate(["ed25519", "cert"], &[["cv25519", "encr"]], None).unwrap().0;
        let options = ["--pinentry-mode", "loopback", "--passphrase", "around it", "--s2k-digest-algo", hash];
        let both = ["--trust-model", "always", "--recipient", &print, "--symmetric", "--encrypt"];
        let message = gnupg.gpg(&[&options[..], &both].concat(), &file("made-in-2031.asc")).unwrap();
        let answers = Answers { code: Some("around it"), ..Default::default() };
        assert!(through(&message, &answers).is_ok(), "{hash}");
    }
}

/// Where whatever is typed leaves it closed, nothing is asked, and no code is called wrong.
#[test]
fn a_message_that_no_code_opens_here_is_called_a_message() {
    let mut closed = Vec::new();
    let gnupg = GnuPg::new().unwrap();
    for cipher in ["TWOFISH", "CAMELLIA256", "BLOWFISH", "CAST5"] {
        let options = ["--pinentry-mode", "loopback", "--passphrase", "around it", "--cipher-algo", cipher];
        let message =
            gnupg.gpg(&[&options[..], &["--symmetric"]].concat(), &file("made-in-2031.asc")).unwrap();
        match Opening::of(&message) {
            Ok(mut opening) => opening.code(&word("around it")).expect(cipher),
            Err(OpenPgpError::NoSecretKey(NoSecretKey::Message)) => closed.push(cipher),
            Err(other) => panic!("{cipher}: {other:?}"),
        }
    }
    assert!(closed.contains(&"TWOFISH"), "{closed:?}");
    // SKESK version 4, AES-256, SHA-256 over salt and count; then data of packet type 9, without its integrity checked.
    let code = [&[0xC3, 13, 4, 9, 3, 8][..], &[7; 8], &[0x60]].concat();
    let message = [&code[..], &[0xC9, 40], &[7; 40]].concat();
    let error = refused(&message);
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Message)), "{error:?}");
}

/// GnuPG writes a session key of its own where there is a recipient, too: what cipher it is for is seen behind the code.
#[test]
#[allow(deprecated)] // What is too old to be made today is not too old to be read.
fn a_session_key_for_a_cipher_that_is_not_known_is_no_wrong_code() {
    let gnupg = GnuPg::new().unwrap();
    let print = gnupg.generate(["ed25519", "cert"], &[["cv25519", "encr"]], None).unwrap().0;
    let both = ["--trust-model", "always", "--recipient", &print, "--symmetric", "--encrypt"];
    for (cipher, known) in [
        ("TWOFISH", SymmetricAlgorithm::Twofish),
        ("CAMELLIA128", SymmetricAlgorithm::Camellia128),
        ("CAMELLIA256", SymmetricAlgorithm::Camellia256),
        ("BLOWFISH", SymmetricAlgorithm::Blowfish),
        ("CAST5", SymmetricAlgorithm::CAST5),
        ("AES", SymmetricAlgorithm::AES128),
        ("3DES", SymmetricAlgorithm::TripleDES),
    ] {
        // Under another cipher than that of the data GnuPG 2.2 writes what it does not read itself.
        let options = ["--pinentry-mode", "loopback", "--passphrase", "around it"];
        let ciphers = ["--cipher-algo", cipher, "--s2k-cipher-algo", cipher];
        let options = [&options[..], &ciphers, &both].concat();
        let message = gnupg.gpg(&options, &file("made-in-2031.asc")).unwrap();
        let mut opening = Opening::of(&message).unwrap();
        match opening.code(&word("around it")) {
            Ok(()) => assert!(known.is_supported(), "{cipher} opens"),
            Err(OpenPgpError::NoSecretKey(NoSecretKey::Message)) => {
                assert!(!known.is_supported(), "{cipher}");
            }
            Err(other) => panic!("{cipher}: {other:?}"),
        }
    }
}

/// Once in a hundred thousand times a wrong code looks like the right one of such a cipher (two bytes stand there twice, RFC
/// 9580 § 5.13.1), so these are always the same bytes: salt, session key and data of nobody, which no code opens.
#[test]
fn a_wrong_code_for_a_session_key_is_called_wrong_whatever_the_cipher() {
    let data = [&[0xD2, 75, 1][..], &[5; 74]].concat();
    for (cipher, length) in [(2, 24), (3, 16), (4, 16), (7, 16), (9, 32), (10, 32), (11, 16), (13, 32)] {
        let session_key = vec![0xA7; length + 1];
        let front = [4, cipher, 3, 10];
        let body = [&front[..], &[7; 8], &[0x60], &session_key].concat();
        let code = [&[0xC3, u8::try_from(body.len()).unwrap()][..], &body].concat();
        let mut opening = Opening::of(&[&code[..], &data].concat()).unwrap();
        for wrong in ["wrong 0", "wrong 1", "wrong 2", "wrong 3"] {
            let told = opening.code(&word(wrong));
            assert!(matches!(told, Err(OpenPgpError::Code)), "cipher {cipher}, {wrong}: {told:?}");
            assert_eq!(opening.asks(), Some(Question::BackupCode));
        }
    }
}

/// What no code opens is seen in front: a hash or a way to hash that is not known, or a cipher that data in RFC 9580's form
/// say themselves (§ 5.3.2, § 5.13.2).
#[test]
fn no_code_is_asked_for_where_it_is_seen_that_none_opens_the_message() {
    let data = [&[0xD2, 41, 1][..], &[7; 40]].concat();
    let newer = |cipher: u8, aead: u8| [&[0xD2, 76, 2, cipher, aead, 6][..], &[5; 72]].concat();
    let old = |hash: u8| [&[0xC3, 13, 4, 9, 3, hash][..], &[7; 8], &[0x60]].concat();
    let strange_s2k = [&[0xC3, 13, 4, 9, 100, 8][..], &[7; 8], &[0x60]].concat();
    let own_cipher = |cipher: u8| [&[0xC3, 46, 4, cipher, 3, 10][..], &[7; 8], &[0x60], &[1; 33]].concat();
    let new = |cipher: u8, aead: u8, nonce: u8| {
        let front = [6, 14 + nonce, cipher, aead, 11, 3, 8];
        let body = [&front[..], &[7; 8], &[0x60], &vec![1; nonce.into()], &[2; 48]].concat();
        [&[0xC3, u8::try_from(body.len()).unwrap()][..], &body].concat()
    };
    for (what, code, data, asks) in [
        ("AES-256", old(8), &data, true),
        ("a hash", old(99), &data, false),
        ("a way to hash", strange_s2k, &data, false),
        ("a session key under AES-256", own_cipher(9), &data, true),
        ("a session key under Twofish", own_cipher(10), &data, true),
        ("a session key under another cipher", own_cipher(110), &data, false),
        ("new, in OCB", new(9, 2, 15), &newer(9, 2), true),
        ("new, another cipher", new(110, 2, 15), &newer(9, 2), false),
        ("new, another mode", new(9, 9, 15), &newer(9, 2), false),
        ("new, data with another cipher", new(9, 2, 15), &newer(110, 2), false),
        ("new, data with Twofish", new(9, 2, 15), &newer(10, 2), false),
        ("new, data in another mode", new(9, 2, 15), &newer(9, 9), false),
        ("data of another version", old(8), &[&[0xD2, 41, 3][..], &[7; 40]].concat(), false),
    ] {
        match Opening::of(&[&code[..], data].concat()) {
            Ok(opening) => {
                assert!(asks, "{what}");
                assert_eq!(opening.asks(), Some(Question::BackupCode), "{what}");
            }
            Err(OpenPgpError::NoSecretKey(NoSecretKey::Message)) => assert!(!asks, "{what}"),
            Err(other) => panic!("{what}: {other:?}"),
        }
    }
}

/// A message with these packets encrypted in it.
fn with_packets(packets: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut message =
        Encryptor::with_passwords(Message::new(&mut out), [Password::from(CODE)]).build().unwrap();
    message.write_all(packets).unwrap();
    message.finalize().unwrap();
    out
}

/// A packet of any type (RFC 9580 § 4.2).
fn packet(tag: u8, body: &[u8]) -> Vec<u8> {
    [&[0xC0 | tag, u8::try_from(body.len()).unwrap()][..], body].concat()
}

/// A marker (RFC 9580 § 5.8), padding (§ 5.14), and what a program need not know (§ 4.3), wherever it stands; nothing else.
#[test]
fn what_is_to_be_ignored_in_a_message_is_ignored() {
    let mut literal = Literal::new(DataFormat::Binary);
    literal.set_body(file("made-in-2031.asc"));
    let literal = Packet::from(literal).to_vec().unwrap();
    let whole = with_packets(&literal);
    let code =
        PacketPile::from_bytes(&whole).unwrap().into_children().next().unwrap().to_vec().unwrap().len();
    let opens = |message: &[u8]| {
        let answers = Answers { code: Some(CODE), ..Default::default() };
        through(message, &answers).is_ok()
    };
    assert!(opens(&whole));
    let ignored = [10, 21].into_iter().chain(40..64).map(|tag| (tag, true));
    let known = [5, 6, 7, 13, 14, 17].into_iter().chain(22..40).map(|tag| (tag, false));
    for (tag, is_ignored) in ignored.chain(known) {
        let other = packet(tag, if tag == 10 { b"PGP" } else { &[b'x'; 40] });
        let beside = [
            with_packets(&[&other[..], &literal].concat()),
            with_packets(&[&literal[..], &other].concat()),
            [&other[..], &whole].concat(),
            [&whole[..code], &other, &whole[code..]].concat(),
            [&whole[..], &other].concat(),
        ];
        for (place, message) in beside.iter().enumerate() {
            assert_eq!(opens(message), is_ignored, "{tag} {place}");
        }
    }
}
