//! A message is decrypted here, without a Nitrokey: by a process of its own, as an enemy's.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{
    Attached, Change, Made, Meeting, Message, MessageReader, PinChoice, ReadingError, decrypting,
};
use coldspare::limits::FileKind;
use coldspare::openpgp::{MessageError, Reason, decrypt};
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa2048};
use coldspare::plan::Slot;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use openssl::bn::BigNum;
use openssl::rsa::{Padding, Rsa};
use sequoia_openpgp::crypto::SessionKey;
use sequoia_openpgp::crypto::mpi::{Ciphertext, PublicKey};
use sequoia_openpgp::packet::key::{Key4, SecretParts, SubordinateRole};
use sequoia_openpgp::packet::pkesk::{PKESK3, PKESK6};
use sequoia_openpgp::packet::{Key, PKESK};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::Serialize;
use sequoia_openpgp::{Cert, Packet};

const TEXT: &str = "what was written before\nin two lines\n";

fn made(algorithm: Algorithm) -> Result<Made> {
    let meeting = Meeting::new(fixtures::plan(algorithm, 2, 3)?)?;
    let yesterday = SystemTime::now() - Duration::from_secs(86_400);
    Ok(Made::make(&meeting, PinChoice::Generated, yesterday, &mut |_| ())?)
}

fn reader() -> MessageReader {
    MessageReader::new(coldspare_tests::coldspare())
}

/// Somebody who writes to this identity.
fn writer(made: &Made, newer: bool) -> Result<(GnuPg, String)> {
    let gnupg = if newer { GnuPg::new()?.on_trixie()? } else { GnuPg::new()? };
    gnupg.import(&made.identity().public_armored()?)?;
    let print = made.identity().fingerprint();
    gnupg.trust(&print)?;
    Ok((gnupg, print))
}

fn lines(message: &Message) -> Vec<&str> {
    message.text.iter().map(|line| line.as_str()).collect()
}

fn why(made: &Made, file: &[u8]) -> MessageError {
    match reader().read(made, file) {
        Ok(_) => panic!("it is read"),
        Err(ReadingError::Message(why)) => why,
        Err(other) => panic!("{other}"),
    }
}

/// Where the packet with the data begins, behind the one with its key, whose length is one byte (RFC 9580 § 4.2).
fn data(message: &[u8]) -> usize {
    2 + usize::from(message[1])
}

#[test]
fn what_was_encrypted_to_a_subkey_that_was_replaced_is_read() -> Result<()> {
    for algorithm in [Curve25519, Rsa2048, NistP256] {
        let mut made = made(algorithm)?;
        let old = made.identity().slot_fingerprint(Slot::Decryption).to_hex();
        let mut sealed = Vec::new();
        for newer in [false, true] {
            let (gnupg, print) = writer(&made, newer)?;
            sealed.push(gnupg.encrypt(&print, TEXT.as_bytes())?);
            let hidden = ["--hidden-recipient", &print, "--encrypt"];
            sealed.push(gnupg.gpg(&hidden, TEXT.as_bytes())?);
            sealed.push(gnupg.gpg(&["--armor", "--recipient", &print, "--encrypt"], TEXT.as_bytes())?);
            // As it stands in a mail that was saved.
            let armored = sealed.last().context("none")?;
            let mail = [b"Dear Ada,\r\n\r\n> ", &armored[..], b"\r\nYours\r\n"].concat();
            sealed.push(mail);
        }
        made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
        ensure!(made.identity().slot_fingerprint(Slot::Decryption).to_hex() != old);
        for file in &sealed {
            let message = reader().read(&made, file)?;
            ensure!(lines(&message) == ["what was written before", "in two lines", ""]);
            ensure!(message.content[..] == *TEXT.as_bytes() && message.parts.is_empty() && !message.longer);
            ensure!(message.key == old, "{}", message.key);
        }
    }
    Ok(())
}

#[test]
fn what_cannot_be_read_is_told() -> Result<()> {
    let (made, another) = (made(Curve25519)?, made(Curve25519)?);
    let (gnupg, print) = writer(&made, false)?;
    let file = gnupg.encrypt(&print, TEXT.as_bytes())?;
    let MessageError::OtherKeys(keys) = why(&another, &file) else { panic!("it says something else") };
    let slot = made.identity().slot_fingerprint(Slot::Decryption).to_hex();
    ensure!(keys.len() == 1 && slot.ends_with(&keys[0]), "{keys:?}, and it is {slot}");
    let word = ["--pinentry-mode", "loopback", "--passphrase", "x", "--symmetric"];
    assert_eq!(why(&made, &gnupg.gpg(&word, b"text")?), MessageError::Passphrase);
    for none in [&b""[..], b"text", &made.identity().public_armored()?, b"\xA3\x01\x5B", &[0xFF; 100]] {
        assert_eq!(why(&made, none), MessageError::None);
    }
    assert_eq!(why(&made, &vec![0; FileKind::EncryptedMessage.bytes() + 1]), MessageError::TooLarge);
    // Some kilobytes that are more than is read.
    let bomb = gnupg.encrypt(&print, &vec![b'0'; FileKind::EncryptedMessage.bytes() + 1])?;
    ensure!(bomb.len() < 100_000);
    assert_eq!(why(&made, &bomb), MessageError::TooLarge);
    let most = gnupg.encrypt(&print, &vec![b'0'; FileKind::EncryptedMessage.bytes()])?;
    let message = reader().read(&made, &most)?;
    ensure!(message.content.len() == FileKind::EncryptedMessage.bytes() && message.longer);
    Ok(())
}

/// Data whose integrity is not checked is refused; and wherever a message is changed or ends, nothing of it is shown.
#[test]
fn nothing_is_shown_of_a_message_that_was_changed() -> Result<()> {
    let made = made(Curve25519)?;
    let (gnupg, print) = writer(&made, false)?;
    let file =
        gnupg.gpg(&["--compress-algo", "none", "--recipient", &print, "--encrypt"], TEXT.as_bytes())?;
    let from = data(&file);
    // § 5.7: a packet of tag 9 without a version.
    let unprotected = [&file[..from], &[0xC9, file[from + 1] - 1], &file[from + 3..]].concat();
    assert_eq!(why(&made, &unprotected), MessageError::NotProtected);
    // What the process does, done here: of all these, a process each takes long.
    let read = |file: &[u8]| -> Result<Vec<u8>> {
        let key = made.identity().secret_armored()?;
        let length = u32::try_from(key.len())?.to_le_bytes();
        let mut answer = Vec::new();
        decrypting(&[&length[..], &key, file].concat()[..], &mut answer)?;
        Ok(answer)
    };
    let shown = |answer: &[u8]| answer.windows(4).any(|window| window == b"what");
    ensure!(shown(&read(&file)?));
    for at in 0..file.len() {
        ensure!(!shown(&read(&file[..at])?), "cut off behind {at} of {}", file.len());
        let mut changed = file.clone();
        changed[at] ^= 1 << (at % 8);
        // Whose key it is, and in front of it, nothing is said by the data.
        ensure!(at < from || !shown(&read(&changed)?), "byte {at} of {} changed", file.len());
    }
    let two = [&file[..], &file[from..]].concat();
    ensure!(!shown(&read(&two)?), "something stands behind it");
    // What cannot be unpacked here, and something open beside it.
    let packed = ["--compress-algo", "bzip2", "--recipient", &print, "--encrypt"];
    let packed = gnupg.gpg(&packed, TEXT.as_bytes())?;
    let open = [b"\xCB\x0Ab\0\0\0\0\0what", &[][..]].concat();
    for beside in [[&packed[..], &open].concat(), [&open[..], &packed].concat()] {
        ensure!(!shown(&read(&beside)?), "what stands beside the data is taken for it");
    }
    Ok(())
}

/// The same with another packet with the session key (of two bytes of length, RFC 9580 § 4.2.2) in front of the data.
fn with_session_key(message: &[u8], change: impl Fn(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let length = 3 + usize::from(u16::from_be_bytes([message[1], message[2]]));
    let body = change(&message[3..length])?;
    let [high, low] = u16::try_from(body.len())?.to_be_bytes();
    Ok([&[message[0], high, low][..], &body, &message[length..]].concat())
}

/// Programs in Go long counted all bits of its bytes (§ 3.2 counts from the first that is set), and GnuPG reads it.
#[test]
fn a_session_key_whose_number_begins_with_zeros_is_read() -> Result<()> {
    let made = made(Rsa2048)?;
    let (gnupg, print) = writer(&made, false)?;
    let counted = |message: &[u8], more: &[u8]| {
        with_session_key(message, |body| {
            // Behind version, key id and algorithm: the bits of the number.
            let number = [more, &body[12..]].concat();
            Ok([&body[..10], &u16::try_from(number.len() * 8)?.to_be_bytes(), &number].concat())
        })
    };
    let mut short = 0;
    while short == 0 {
        let file = gnupg.encrypt(&print, TEXT.as_bytes())?;
        short += usize::from(file[13..15] != [8, 0]);
        for file in [counted(&file, b"")?, counted(&file, &[0])?] {
            ensure!(lines(&reader().read(&made, &file)?)[0] == "what was written before");
        }
    }
    Ok(())
}

/// The library falls over one of no bytes, which anybody can encrypt. It is in nobody's way, and is called what it is.
#[test]
fn a_session_key_of_no_bytes_is_in_nobodys_way() -> Result<()> {
    let made = made(Rsa2048)?;
    let (gnupg, print) = writer(&made, false)?;
    let message = gnupg.encrypt(&print, TEXT.as_bytes())?;
    let cert = Cert::from_bytes(&made.identity().public_armored()?)?;
    let subkey = cert.keys().find(|key| key.key().keyid().as_bytes() == &message[4..12]).context("no key")?;
    let PublicKey::RSA { e, n } = subkey.key().mpis() else { anyhow::bail!("no RSA key") };
    let number = |value: &[u8]| BigNum::from_slice(value);
    let public = Rsa::from_public_components(number(n.value())?, number(e.value())?)?;
    let mut nothing = vec![0; usize::try_from(public.size())?];
    public.public_encrypt(b"", &mut nothing, Padding::PKCS1)?;
    let empty = with_session_key(&message, |body| {
        let bits = u16::try_from(nothing.len() * 8)?.to_be_bytes();
        Ok([&body[..10], &bits, &nothing].concat())
    })?;
    let (sealed, data) = apart(&message);
    let ahead = [apart(&empty).0[0], sealed[0], data].concat();
    ensure!(lines(&reader().read(&made, &ahead)?)[0] == "what was written before");
    let error = reader().read(&made, &empty).err().context("it was read")?;
    ensure!(format!("{error:?}").contains("Changed"), "{error:?}");
    Ok(())
}

/// Its packets with a session key, and its data.
fn apart(message: &[u8]) -> (Vec<&[u8]>, &[u8]) {
    let (mut sealed, mut rest) = (Vec::new(), message);
    loop {
        // § 4.2.2: one or two bytes of length.
        let length = match rest {
            [0x84, length, ..] => 2 + usize::from(*length),
            [0x85, high, low, ..] => 3 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => return (sealed, rest),
        };
        let (first, behind) = rest.split_at(length);
        sealed.push(first);
        rest = behind;
    }
}

/// Whoever is named is asked for first; and a packet that was made for another algorithm asks for nothing.
#[test]
fn hidden_recipients_are_not_in_the_way_of_one_that_is_named() -> Result<()> {
    let (ours, other, rsa) = (made(Curve25519)?, made(Curve25519)?, made(Rsa2048)?);
    let hidden = |to: &Made, many: usize| -> Result<Vec<u8>> {
        let (gnupg, print) = writer(to, false)?;
        let file = gnupg.gpg(&["--hidden-recipient", &print, "--encrypt"], TEXT.as_bytes())?;
        Ok(apart(&file).0.concat().repeat(many))
    };
    let (gnupg, print) = writer(&ours, false)?;
    let file = gnupg.encrypt(&print, TEXT.as_bytes())?;
    for crowd in [hidden(&other, 70)?, hidden(&rsa, 70)?] {
        let message = reader().read(&ours, &[&crowd[..], &file].concat())?;
        ensure!(lines(&message)[0] == "what was written before");
    }
    let data = apart(&file).1;
    let of = |crowd: Vec<u8>| why(&ours, &[&crowd[..], data].concat());
    assert_eq!(of(hidden(&other, 1)?), MessageError::OtherKeys(Vec::new()));
    assert_eq!(of(hidden(&rsa, 70)?), MessageError::OtherKeys(Vec::new()));
    assert_eq!(of(hidden(&other, 70)?), MessageError::Many);
    assert_eq!(of(hidden(&other, 201)?), MessageError::Many);
    Ok(())
}

/// A message that names one of the owner's keys is not called somebody else's.
#[test]
fn why_a_message_to_ones_own_key_is_not_read_is_true() -> Result<()> {
    let made = made(Curve25519)?;
    let ((gnupg, print), (newer, _)) = (writer(&made, false)?, writer(&made, true)?);
    for (gnupg, options, way) in [
        (&gnupg, &["--cipher-algo", "TWOFISH"][..], "Twofish"),
        (&gnupg, &["--compress-algo", "bzip2"], "BZip2"),
        (&newer, &["--force-ocb"], "OCB"),
    ] {
        for recipient in ["--recipient", "--hidden-recipient"] {
            let file = gnupg.gpg(&[options, &[recipient, &print, "--encrypt"]].concat(), TEXT.as_bytes())?;
            let MessageError::Strange(how) = why(&made, &file) else {
                panic!("{way}: {:?}", why(&made, &file))
            };
            ensure!(how.contains(way), "{way}: {how}");
        }
    }
    let file = gnupg.gpg(&["--compress-algo", "none", "--recipient", &print, "--encrypt"], b"text")?;
    let from = data(&file);
    // The session key itself, behind version, key id, algorithm and the length of the point; then the first block of the
    // data (§ 5.13.1), behind its header and version.
    for at in [20, from - 1].into_iter().chain(from + 3..from + 21) {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert_eq!(why(&made, &changed), MessageError::Changed, "byte {at}");
    }
    // Nor is one that nobody can read.
    let (sealed, rest) = apart(&file);
    let strange = |id: &[u8]| [&[0x84, 14, 3][..], id, &[99, 1, 2, 3, 4], rest].concat();
    assert_eq!(why(&made, &strange(&sealed[0][3..11])), MessageError::Changed);
    assert_eq!(why(&made, &strange(&[0xAB; 8])), MessageError::OtherKeys(vec!["AB".repeat(8)]));
    // Nor is another's in the way.
    let beside = [&strange(&[0xAB; 8])[..16], &file].concat();
    ensure!(lines(&reader().read(&made, &beside)?) == ["text"]);
    Ok(())
}

/// A key of RFC 9580's own algorithms, and a message to it: the session key for this cipher (§ 5.1.6), in front of data that are
/// encrypted with it.
fn to_a_newer_key(key: &Key<SecretParts, SubordinateRole>, version: u8, cipher: u8) -> Result<[Vec<u8>; 2]> {
    let cert = Cert::from_bytes(&golden("v4-new-25519.asc")?)?;
    let (cert, _) = cert.insert_packets([Packet::from(key.clone())])?;
    let session = SessionKey::from(vec![7; 32]);
    let (id, print) = (key.keyid(), key.fingerprint());
    let sealed = key.clone().parts_into_public().role_into_unspecified().encrypt(&session)?;
    let (sealed, data): (PKESK, Vec<u8>) = match (version, sealed) {
        // In version 3 the cipher stands in front of it, not encrypted.
        (3, Ciphertext::X25519 { e, key: sealed }) => {
            let sealed = Ciphertext::X25519 { e, key: [&[cipher], &sealed[..]].concat().into() };
            (PKESK3::new(Some(id), key.pk_algo(), sealed)?.into(), vec![0xD2, 41, 1])
        }
        (3, Ciphertext::X448 { e, key: sealed }) => {
            let sealed = Ciphertext::X448 { e, key: [&[cipher], &sealed[..]].concat().into() };
            (PKESK3::new(Some(id), key.pk_algo(), sealed)?.into(), vec![0xD2, 41, 1])
        }
        // § 5.13.2: in version 6 it stands in front of the data.
        (_, sealed) => {
            let sealed = PKESK6::new(Some(print), key.pk_algo(), sealed)?;
            (sealed.into(), [&[0xD2, 76, 2, cipher, 2, 6][..], &[5; 32]].concat())
        }
    };
    let mut message = Vec::new();
    Packet::from(sealed).serialize(&mut message)?;
    message.extend(data);
    message.extend([9; 40]);
    let mut secret = Vec::new();
    cert.as_tsk().serialize(&mut secret)?;
    Ok([secret, message])
}

/// What is whole is not called changed, whoever knows the cipher. 110 is for experiments (RFC 9580 § 9.3).
#[test]
fn a_session_key_of_a_newer_key_for_a_cipher_that_is_not_known_is_called_that() -> Result<()> {
    for key in [Key4::generate_x25519()?, Key4::generate_x448()?] {
        let key = Key::<SecretParts, SubordinateRole>::from(key);
        for version in [3, 6] {
            for (cipher, name) in [(110, "110"), (14, "14"), (10, "Twofish")] {
                let [secret, message] = to_a_newer_key(&key, version, cipher)?;
                let why = why_of(&secret, &message)?;
                let MessageError::Strange(how) = &why else { panic!("{version}, {name}: {why:?}") };
                ensure!(how.contains(name), "{version}: {how}");
                // Another's session key says nothing.
                let mut changed = message.clone();
                let from = 2 + usize::from(message[1]);
                changed[from - 1] ^= 1;
                let expected = MessageError::Changed;
                ensure!(why_of(&secret, &changed)? == expected, "{:?}", why_of(&secret, &changed)?);
            }
            // And with one that is known it is the data that is not its own.
            let [secret, message] = to_a_newer_key(&key, version, 9)?;
            assert_eq!(why_of(&secret, &message)?, MessageError::Changed);
        }
    }
    Ok(())
}

fn golden(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(Path::new("golden/keys").join(name))?)
}

#[test]
fn a_message_to_a_key_with_which_nothing_is_calculated_here_says_so() -> Result<()> {
    for (name, kind) in [("rsa-with-elgamal.asc", "ElGamal"), ("v5-cv448-subkey.asc", "ECDH v5")] {
        let (key, gnupg) = (golden(name)?, GnuPg::new()?.on_trixie()?);
        gnupg.import(&key)?;
        let print = Cert::from_bytes(&key)?.fingerprint().to_hex();
        let file = gnupg.gpg(&["--trust-model", "always", "--recipient", &print, "--encrypt"], b"text")?;
        let MessageError::Kind { key: id, kind: said } = why_of(&key, &file)? else {
            panic!("{name}: {:?}", why_of(&key, &file))
        };
        ensure!(said.contains(kind), "{name}: {said}");
        let listed = gnupg.gpg(&["--list-keys", "--with-colons"], b"")?;
        ensure!(String::from_utf8(listed)?.contains(&id), "{name}: {id}");
        // However many there are that name nobody.
        let rsa = made(Rsa2048)?;
        let (crowd, of) = writer(&rsa, false)?;
        let crowd = crowd.gpg(&["--hidden-recipient", &of, "--encrypt"], TEXT.as_bytes())?;
        let crowd = apart(&crowd).0.concat().repeat(70);
        let told = why_of(&key, &[&crowd[..], &file].concat())?;
        ensure!(matches!(told, MessageError::Kind { .. }), "{name}: {told:?}");
    }
    Ok(())
}

#[test]
fn a_message_to_a_key_whose_secret_is_elsewhere_says_so() -> Result<()> {
    let made = made(Curve25519)?;
    let (gnupg, print) = writer(&made, false)?;
    let file = gnupg.encrypt(&print, TEXT.as_bytes())?;
    let slot = made.identity().slot_fingerprint(Slot::Decryption);
    let cert = Cert::from_bytes(&made.identity().secret_armored()?)?;
    let packets = cert.into_tsk().into_packets();
    let mut without = Vec::new();
    for packet in packets {
        match packet {
            Packet::SecretSubkey(key) if key.fingerprint() == slot => {
                Packet::from(key.take_secret().0).serialize(&mut without)?;
            }
            packet => packet.serialize(&mut without)?,
        }
    }
    let MessageError::Elsewhere(id) = why_of(&without, &file)? else {
        panic!("{:?}", why_of(&without, &file))
    };
    ensure!(slot.to_hex().ends_with(&id), "{id}");
    Ok(())
}

fn why_of(secret: &[u8], file: &[u8]) -> Result<MessageError> {
    decrypt(secret, file).err().context("it is read")
}

const MAIL: &str = "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n\
    Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    Gr=FC=DFe =1B[2J aus Z=FCrich\r\n--b\r\n\
    Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../etc/\u{202e}fdp.x\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nAAECAwQ=\r\n--b\r\nContent-Type: text/html\r\n\
    Content-Disposition: attachment; filename=a.html\r\n\r\n<script>\r\n--b--\r\n";

#[test]
fn of_a_mail_the_text_is_shown_and_the_rest_is_named() -> Result<()> {
    let made = made(Curve25519)?;
    let (gnupg, print) = writer(&made, false)?;
    let message = reader().read(&made, &gnupg.encrypt(&print, MAIL.as_bytes())?)?;
    ensure!(lines(&message)[0] == "Grüße ?[2J aus Zürich", "{:?}", lines(&message));
    let part = |name: &str, kind: &str, bytes| Attached { name: name.into(), kind: kind.into(), bytes };
    let named = [part("../../etc/?fdp.x", "application/pdf", 5), part("a.html", "text/html", 8)];
    assert_eq!(message.parts, named);
    ensure!(message.content[..] == *MAIL.as_bytes());
    for (content, shown) in [
        (&b"\x1b[31mred\x07"[..], &[""][..]),
        (b"caf\xe9\r\n\tau lait", &["café", "    au lait"]),
        (b"\x93quoted\x94 \x96 12\xa0000 \x80", &["“quoted” – 12 000 €"]),
        ("\u{feff}12\u{202f}000\u{a0}€ !".as_bytes(), &["12 000 € !"]),
        ("right \u{202e}left".as_bytes(), &["right ?left"]),
        (
            b"Note: this is no mail\n\nContent-Type: text/plain\n",
            &["Note: this is no mail", "", "Content-Type: text/plain", ""],
        ),
    ] {
        let message = reader().read(&made, &gnupg.encrypt(&print, content)?)?;
        ensure!(lines(&message) == shown, "{:?}", lines(&message));
        ensure!(message.parts.len() == usize::from(shown == [""]));
        ensure!(message.content[..] == *content);
    }
    Ok(())
}

/// Whoever takes the process over says what he wants: it is no message, and nobody waits for it.
#[test]
fn a_process_that_says_something_else_is_ended() -> Result<()> {
    let made = made(Curve25519)?;
    for program in ["/usr/bin/yes", "/bin/true", "/bin/false", "/nowhere"] {
        let said = MessageReader::new(PathBuf::from(program)).read(&made, b"text");
        ensure!(matches!(said, Err(ReadingError::NoAnswer | ReadingError::Process(_))), "{program}");
    }
    Ok(())
}
