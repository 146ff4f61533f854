//! What happens to armor on its way: other letters, other line ends, other text around it. And real damage is called
//! that.

use coldspare::openpgp::NoSecretKey;

use super::*;

fn lines(text: &str, line: impl Fn(&str) -> String) -> Vec<u8> {
    text.lines().map(line).collect::<Vec<_>>().join("\n").into_bytes()
}

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

type Change = (&'static str, fn(&str) -> Vec<u8>);

/// What programs do to a text.
const CHANGES: [Change; 29] = [
    ("UTF-16, marked, in a letter", |text| {
        let text = format!("\u{FEFF}Ключ Ады – it’s here:\n{text}\n– Ада\n");
        wide(&text, u16::to_le_bytes)
    }),
    ("the same, big end first", |text| {
        let text = format!("\u{FEFF}Ключ Ады – it’s here:\n{text}\n– Ада\n");
        wide(&text, u16::to_be_bytes)
    }),
    ("nothing", |text| text.into()),
    ("UTF-16, little end first, marked", |text| wide(&format!("\u{FEFF}{text}"), u16::to_le_bytes)),
    ("UTF-16, big end first, marked", |text| wide(&format!("\u{FEFF}{text}"), u16::to_be_bytes)),
    ("UTF-16, little end first", |text| wide(text, u16::to_le_bytes)),
    ("UTF-16, big end first", |text| wide(text, u16::to_be_bytes)),
    ("UTF-16 with Windows' line ends", |text| {
        wide(&format!("\u{FEFF}{}", text.replace('\n', "\r\n")), u16::to_le_bytes)
    }),
    ("a text that PowerShell's >> went on with", |text| {
        [b"My key\n".to_vec(), wide(text, u16::to_le_bytes)].concat()
    }),
    ("UTF-8, marked", |text| format!("\u{FEFF}{text}").into()),
    ("Windows' line ends", |text| text.replace('\n', "\r\n").into()),
    ("old Macs' line ends", |text| text.replace('\n', "\r").into()),
    ("no last line end", |text| text.trim_end().into()),
    ("blanks in front of each line", |text| lines(text, |line| format!("    {line}"))),
    ("blanks behind each line", |text| lines(text, |line| format!("{line} \t "))),
    ("no-break spaces", |text| lines(text, |line| format!("\u{A0}{line}\u{A0}"))),
    ("no-break spaces in Latin-1", |text| {
        text.lines().flat_map(|line| [b"\xA0", line.as_bytes(), b"\n"].concat()).collect()
    }),
    ("quoted", |text| lines(text, |line| format!("> {line}"))),
    ("quoted twice", |text| lines(text, |line| format!(">> {line}"))),
    ("quoted by somebody else", |text| lines(text, |line| format!("| > {line}"))),
    ("mail around", |text| {
        format!(
            "From: Ada\nSubject: BEGIN PGP is a format\n\nDear Zoë,\n\n{text}\n\nÜber alles: Ada\n-- \nAda"
        )
        .into()
    }),
    ("signed around", |text| {
        let inside = text.replace("-----", "- -----").replace("- ------ -", "- -----");
        let inside: Vec<_> = inside
            .lines()
            .map(|line| {
                if line.starts_with("- -----") {
                    line.replace("KEY BLOCK- -----", "KEY BLOCK-----")
                } else {
                    line.into()
                }
            })
            .collect();
        format!("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{}\n", inside.join("\n")).into()
    }),
    ("no checksum", |text| {
        text.lines()
            .filter(|line| !(line.starts_with('=') && line.len() == 5))
            .collect::<Vec<_>>()
            .join("\n")
            .into()
    }),
    ("saved as it travelled", |text| {
        lines(text, |line| if line.contains(": ") { line.into() } else { line.replace('=', "=3D") })
    }),
    ("an empty line behind each", |text| text.replace('\n', "\n\n").into()),
    ("headers", |text| {
        text.replacen("-----\n", "-----\nVersion: GnuPG v2\nComment: https://example.org/a/b: c d\n", 1)
            .into()
    }),
    ("headers and no empty line", |text| {
        let text: Vec<_> = text.lines().filter(|line| !line.is_empty() && !line.contains(": ")).collect();
        text.join("\n").replace("KEY BLOCK-----\n", "KEY BLOCK-----\nVersion: Mailvelope v4.4.1\n").into()
    }),
    ("other dashes", |text| text.replace("-----", "—–").into()),
    ("lines of another length", |text| {
        let mut out = String::new();
        for line in text.lines() {
            out.push_str(line);
            // Two of full length become one.
            if line.len() != 64 || out.rsplit('\n').next().unwrap().len() > 100 {
                out.push('\n');
            }
        }
        out.into()
    }),
];

#[test]
fn what_happens_to_a_text_on_its_way_does_not_matter() {
    let mut wrong = Vec::new();
    for name in
        ["gnupg-default-rsa3072.asc", "made-in-2031.asc", "secret-then-public.asc", "public-then-secret.asc"]
    {
        let text = String::from_utf8(file(name)).unwrap();
        let expected = identity(text.as_bytes());
        for (what, change) in CHANGES {
            match through(&change(&text), &Answers::default()) {
                Ok((Brought::Identity(cert), _))
                    if cert == expected && secrets(&cert) == secrets(&expected) => {}
                other => wrong.push(format!("{name}, {what}: {other:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn several_changed_texts_are_still_a_choice() {
    let two = [file("rotated-subkeys.asc"), file("uid-latin1.asc")].concat();
    let text = String::from_utf8(two).unwrap();
    for (what, change) in CHANGES {
        let asked = Opening::of(&change(&text)).unwrap().asks();
        assert!(matches!(&asked, Some(Question::Which(two)) if two.len() == 2), "{what}: {asked:?}");
    }
}

#[test]
fn a_wrong_checksum_alone_is_no_reason_to_refuse() {
    let text = String::from_utf8(file("rotated-subkeys.asc")).unwrap();
    let check = text.lines().find(|line| line.starts_with('=')).unwrap();
    assert_eq!(secrets(&identity(text.replace(check, "=AAAA").as_bytes())), [5, 0]);
}

/// One letter that was changed: the checksum says it, if nothing else does.
#[test]
fn a_changed_letter_is_damage_and_no_other_key() {
    let text = String::from_utf8(file("rotated-subkeys.asc")).unwrap();
    let whole = identity(text.as_bytes());
    let from = text.find("\n\n").unwrap() + 2;
    let to = text.find("\n=").unwrap();
    let mut opened = 0;
    for at in (from..to).step_by(7) {
        let mut changed = text.clone().into_bytes();
        if changed[at] == b'\n' {
            continue;
        }
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        match Opening::of(&changed).map(Opening::open) {
            Err(OpenPgpError::NoSecretKey(_)) => {}
            // What is not signed in a signature may change and mean nothing.
            Ok(Ok(Brought::Identity(cert))) => {
                opened += 1;
                assert_eq!(secrets(&cert), secrets(&whole), "{at}");
                nothing_is_lost(text.as_bytes(), &cert);
            }
            other => panic!("{at}: {other:?}"),
        }
    }
    assert!(opened < 20, "{opened}");
}

/// Nobody has so many, and none of them is passed over.
#[test]
fn more_blocks_than_are_looked_at_are_told() {
    let block = "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n";
    let key = file("rotated-subkeys.asc");
    assert_eq!(secrets(&identity(&[block.repeat(999).as_bytes(), &key].concat())), [5, 0]);
    for (front, behind) in [(1000, 0), (0, 1000), (500, 500)] {
        let many = [block.repeat(front).as_bytes(), &key, block.repeat(behind).as_bytes()].concat();
        let error = refused(&many);
        assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::TooLarge)), "{error:?}");
    }
}

/// Whatever stands in front of it: another key is not taken instead.
#[test]
fn a_damaged_block_is_not_passed_over_for_a_whole_one() {
    let signed = b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nDear Zo\xC3\xAB\n".to_vec();
    let key = file("rotated-subkeys.asc");
    let text = String::from_utf8(file("made-in-2031.asc")).unwrap();
    let not_base64 = text.replacen("\n\n", "\n\nAAA%\n", 1).replacen("AAA%", "AA=A", 1);
    let no_packets = &format!(
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{}\n-----END PGP PRIVATE KEY BLOCK-----\n",
        "AAAA".repeat(16)
    );
    // What was a key is a piece of a message.
    let (_, base64) = text.split_once("\n\n").unwrap();
    assert!(base64.starts_with('l'), "{base64}");
    let others = ["\n\nk", "\n\nh"].map(|letter| text.replacen("\n\nl", letter, 1));
    for damaged in [&not_base64, no_packets, &others[0], &others[1]] {
        for file in [
            [&signed[..], damaged.as_bytes(), &key].concat(),
            [damaged.as_bytes(), &key].concat(),
            [&key[..], damaged.as_bytes()].concat(),
        ] {
            let error = refused(&file);
            assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{damaged}: {error:?}");
        }
    }
}

/// What a mailer has made of the signature of somebody's text does not matter.
#[test]
fn a_broken_signature_of_a_text_in_front_of_a_key_does_no_harm() {
    let signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nHello\n- -----BEGIN PGP PUBLIC KEY BLOCK-----\n\n\
                  - -----END PGP PUBLIC KEY BLOCK-----\n-----BEGIN PGP SIGNATURE-----\n\niQEz[...]\n\
                  -----END PGP SIGNATURE-----\n";
    let key = file("rotated-subkeys.asc");
    let opened = Opening::of(&[signed.as_bytes(), &key].concat()).and_then(Opening::open);
    assert!(matches!(&opened, Ok(Brought::Identity(cert)) if secrets(cert) == [5, 0]), "{opened:?}");
}

/// Of armor wherever: that what is there are whole packets says nothing. Its last line may lack what stands behind its name.
#[test]
fn what_was_cut_off_is_damage() {
    let is_damage = |part: &[u8]| {
        let error = refused(part);
        assert!(
            matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)),
            "{}: {error:?}",
            part.len()
        );
    };
    let text = file("rotated-subkeys.asc");
    let label = b"-----BEGIN PGP PRIVATE KEY BLOCK";
    let end = text.windows(8).rposition(|part| part == b"-----END").unwrap();
    (label.len()..end + 8).for_each(|at| is_damage(&text[..at]));
    let bytes = binary(&text);
    let mut ends = vec![0];
    for packet in PacketPile::from_bytes(&bytes).unwrap().into_children() {
        ends.push(ends[ends.len() - 1] + packet.to_vec().unwrap().len());
    }
    assert_eq!(ends.last(), Some(&bytes.len()));
    (ends[1] + 1..bytes.len()).filter(|at| !ends.contains(at)).for_each(|at| is_damage(&bytes[..at]));
}

#[test]
fn what_stands_behind_a_binary_key_does_no_harm() {
    for behind in ["\n", "\r\n", "\0\0\0\0"] {
        let bytes = [binary(&file("rotated-subkeys.asc")), behind.into()].concat();
        let opened = Opening::of(&bytes).and_then(Opening::open);
        assert!(
            matches!(&opened, Ok(Brought::Identity(cert)) if secrets(cert) == [5, 0]),
            "{behind:?}: {opened:?}"
        );
    }
}

/// Of a version that is known here, and still not to be read: it is no key of a strange kind.
#[test]
fn a_subkey_whose_secret_has_another_checksum_is_damage() {
    let mut bytes = binary(&file("gnupg-default-rsa3072.asc"));
    // Its packets, by their headers: the secret's sum stands at the very end of a key that is not locked.
    let pile = sequoia_openpgp::PacketPile::from_bytes(&bytes).unwrap();
    let subkey = pile.children().find(|packet| matches!(packet, sequoia_openpgp::Packet::SecretSubkey(_)));
    let body = subkey.unwrap().to_vec().unwrap();
    let tail = &body[body.len() - 64..];
    let at = bytes.windows(tail.len()).position(|window| window == tail).unwrap();
    bytes[at + tail.len() - 1] ^= 1;
    let error = refused(&bytes);
    assert!(matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{error:?}");
}
