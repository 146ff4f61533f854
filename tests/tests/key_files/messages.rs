//! A message around a key: OpenKeychain's backup, or what somebody locked with GnuPG.

use coldspare::openpgp::NoSecretKey;
use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp::crypto::Password;
use sequoia_openpgp::serialize::stream::{Encryptor, LiteralWriter, Message};

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

fn around(bytes: &[u8]) -> Vec<u8> {
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
