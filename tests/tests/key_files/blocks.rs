//! Blocks of armor beside one another: none vanishes from a file, however it was mangled on its way.

use coldspare::openpgp::{NoSecretKey, Unusable};
use std::time::SystemTime;

use super::changes::{AROUND, DAMAGES, HARMLESS, ON_PAGES, each, narrow, without_checksum};
use super::*;

/// By the key of `rotated-subkeys.asc`, of itself, as GnuPG writes it: of the year 2024, superseded.
const REVOCATION: &str = "-----BEGIN PGP PUBLIC KEY BLOCK-----

iHgEIBYIACAWIQQl127Anh80b8IiZDm0fN+MMI3NLQUCZZIAgAIdAgAKCRC0fN+M
MI3NLfonAQD0mXMMwnLqOXbFoTd9RQ/JGgn4mVR9xOQLYsCHNsKNLAD/c23Q6lKB
i3LQWXdCJiUOdokR1fd/Oo5v8dnI6ufvJQw=
=PqNE
-----END PGP PUBLIC KEY BLOCK-----
";

fn key() -> String {
    String::from_utf8(file("rotated-subkeys.asc")).unwrap()
}

fn revocation() -> Vec<u8> {
    binary(REVOCATION.as_bytes())
}

fn block(label: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8(armored(Kind::Signature, bytes)).unwrap();
    text.replace("SIGNATURE", label)
}

#[test]
fn what_does_no_harm_to_a_key_is_no_damage() {
    for (name, change) in HARMLESS {
        let text = change(&key());
        assert_ne!(text, key(), "{name}");
        assert_eq!(
            identity(text.as_bytes()).fingerprint(),
            identity(key().as_bytes()).fingerprint(),
            "{name}"
        );
    }
}

/// A label that is none, or not quite.
const LABELS: [(&str, &str); 4] = [
    ("KEY BLOCK", "KEY BL0CK"),
    ("KEY BLOCK", "KEY"),
    ("KEY BLOCK", "KEY\nBLOCK"),
    ("PUBLIC KEY BLOCK", "REVOCATION CERTIFICATE"),
];

fn is_damaged(error: &OpenPgpError) -> bool {
    matches!(error, OpenPgpError::NoSecretKey(NoSecretKey::Damaged))
}

/// In front of a key, behind it, behind a signed text that has lost its signature, and both quoted in a mail.
fn beside(block: &str, key: &str) -> Vec<String> {
    let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nHello\n\n";
    let block = block.to_owned() + if block.ends_with('\n') { "" } else { "\n" };
    let behind = format!("{key}\n{block}");
    vec![
        format!("{block}\n{key}"),
        format!("{text}{behind}"),
        each(&behind, |line| format!("> {line}")),
        behind.replace('\n', "\r\n"),
        behind,
    ]
}

/// What becomes of a key beside which there is its own revocation: is it told?
fn is_told(file: &str, whole: bool) -> bool {
    match Opening::of(file.as_bytes()).map(|opening| opening.inventory(SystemTime::now())) {
        Err(error) => !whole && is_damaged(&error),
        Ok(Err(OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. })) => true,
        Ok(_) => false,
    }
}

#[test]
fn a_revocation_beside_its_key_is_never_passed_over() {
    let (key, bytes) = (key(), revocation());
    let mut wrong = Vec::new();
    for label in ["PUBLIC KEY BLOCK", "SIGNATURE", "PRIVATE KEY BLOCK", "ARMORED FILE"] {
        let text = block(label, &bytes);
        let whole = AROUND.iter().chain(&ON_PAGES).map(|change| (change, true));
        for ((what, change), whole) in whole.chain(DAMAGES.iter().map(|change| (change, false))) {
            for (number, file) in beside(&change(&text), &key).iter().enumerate() {
                if !is_told(file, whole) {
                    wrong.push(format!("{label}, {what}, {number}"));
                }
            }
        }
        // Of a word and a first line there is nothing left.
        for (what, change) in DAMAGES.into_iter().filter(|(what, _)| *what != "the first line alone") {
            for (around, front) in AROUND {
                if !is_told(&format!("{key}\n{}", change(&front(&text))), false) {
                    wrong.push(format!("{label}, {what}, {around}"));
                }
            }
        }
    }
    for (of, other) in LABELS {
        let text = block("PUBLIC KEY BLOCK", &bytes).replace(of, other);
        if beside(&text, &key).iter().any(|file| !is_told(file, false)) {
            wrong.push(text);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Each bit: nobody can know what it was, but that something is there is said.
#[test]
fn a_revocation_with_a_wrong_bit_is_never_passed_over_unsaid() {
    let (key, bytes) = (key(), revocation());
    let mut wrong = Vec::new();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 0x80 >> (bit % 8);
        for label in ["PUBLIC KEY BLOCK", "SIGNATURE"] {
            let whole = block(label, &bytes);
            let check = whole.lines().find(|line| line.starts_with('=')).unwrap();
            let text = without_checksum(&block(label, &changed));
            let checked = text.replace("-----END", &format!("{check}\n-----END"));
            let file = format!("{key}\n{checked}");
            if !is_told(&file, false) {
                wrong.push(format!("{label} {bit}, with its checksum"));
            }
            let opening = Opening::of(format!("{key}\n{text}").as_bytes());
            match opening.map(|opening| opening.inventory(SystemTime::now())) {
                Err(error) if is_damaged(&error) => {}
                // What is not signed in it may change.
                Ok(Err(OpenPgpError::Unusable {
                    cause: Unusable::Revoked(_) | Unusable::RevokedBeside(_),
                    ..
                })) => {}
                Ok(Ok(inventory)) if inventory.remains().count() > 0 => {}
                other => wrong.push(format!("{label} {bit}: {:?}", other.map(|it| it.is_ok()))),
            }
        }
    }
    assert!(wrong.is_empty(), "{} {wrong:#?}", wrong.len());
}

/// Whichever stands first.
#[test]
fn a_secret_key_beside_another_one_is_never_passed_over() {
    let (key, bytes, mut wrong) = (key(), binary(&file("uid-latin1.asc")), Vec::new());
    let asks = |file: &str, whole: bool, strict: bool| match Opening::of(file.as_bytes()) {
        Err(error) => !whole && is_damaged(&error),
        Ok(opening) => {
            let asks = opening.asks();
            matches!(&asks, Some(Question::Which(two)) if two.len() == 2)
                || !strict && asks.is_none() && opening.remains().count() > 0
        }
    };
    for label in
        ["PRIVATE KEY BLOCK", "SECRET KEY BLOCK", "PUBLIC KEY BLOCK", "MESSAGE", "ARMORED FILE", "SIGNATURE"]
    {
        let text = block(label, &bytes);
        // What is in others may be a message now, and is said to be one.
        let strict = !matches!(label, "MESSAGE" | "ARMORED FILE");
        let whole = AROUND.iter().chain(&ON_PAGES).map(|change| (change, true));
        for ((what, change), whole) in whole.chain(DAMAGES.iter().map(|change| (change, false))) {
            for (number, file) in beside(&change(&text), &key).iter().enumerate() {
                if !asks(file, whole, strict) {
                    wrong.push(format!("{label}, {what}, {number}"));
                }
            }
            let alone = Opening::of(change(&text).as_bytes());
            let is_right = match &alone {
                Ok(_) => whole,
                Err(error) => !whole && (is_damaged(error) || !strict),
            };
            if !is_right {
                wrong.push(format!("{label}, {what}, alone: {alone:?}"));
            }
        }
    }
    for (of, to) in LABELS {
        let text = block("PRIVATE KEY BLOCK", &bytes).replace(of, to);
        if beside(&text, &key).iter().any(|file| !asks(file, false, true)) {
            wrong.push(text);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where a text only speaks of blocks, there is none.
#[test]
fn a_text_that_speaks_of_blocks_does_no_harm() {
    let key = key();
    let expected = identity(key.as_bytes());
    for text in [
        "Subject: BEGIN PGP is a format",
        "Copy it from -----BEGIN PGP PRIVATE KEY BLOCK----- to -----END PGP PRIVATE KEY BLOCK-----, please.",
        "It begins with -----BEGIN PGP PRIVATE KEY BLOCK-----",
        "It begins with -----BEGIN PGP PRIVATE KEY BLOCK-----\nand my fingerprint is\n\
         0123456789ABCDEF0123456789ABCDEF01234567",
        "What stands between '-----BEGIN PGP PUBLIC KEY BLOCK-----'\n\
         and '-----END PGP PUBLIC KEY BLOCK-----' is for everybody.",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n-----END PGP PRIVATE KEY BLOCK-----",
        "Take all lines between\n-----BEGIN PGP PRIVATE KEY BLOCK-----\nand\n-----END PGP PRIVATE KEY BLOCK-----\n\
         and keep them safe.",
        "It begins with\n-----BEGIN PGP PRIVATE KEY BLOCK-----\nas you see.",
        "Copy it from -----BEGIN PGP PRIVATE KEY BLOCK----- to -----END PGP PRIVATE KEY BLOCK-----.\n\
         See https://docs.example.com/keys/howto/backup/index for more.",
        "Keep what stands between \"-----BEGIN PGP PRIVATE KEY BLOCK-----\" and its end.\n-- \nAda\n\
         https://www.example.org/people/ada/lovelace/contact",
        "It begins with -----BEGIN PGP PRIVATE KEY BLOCK-----, and lies in\n\
         /home/ada/Documents/Backups/of/my/keys/secret and\n\
         /media/ada/Stick/Documents/Backups/of/my/keys/secret",
        "It begins with -----BEGIN PGP PRIVATE KEY BLOCK-----\nand its session is\n\
         https://drive.example.com/drive/folders/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeFgHiJkLmNoPq",
        "BEGIN PGP MESSAGE blocks are no keys; sha256 Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4",
        "It ends with\n-----END PGP PRIVATE KEY BLOCK-----",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nIt begins with -----BEGIN PGP MESSAGE-----\n\
         -----BEGIN PGP SIGNATURE-----\n\niQEz[...]\n-----END PGP SIGNATURE-----",
    ] {
        for file in [format!("{text}\n\n{key}"), format!("{key}\n{text}\n")] {
            let opened = Opening::of(file.as_bytes()).and_then(Opening::open);
            assert!(
                matches!(&opened, Ok(Brought::Identity(cert)) if *cert == expected),
                "{text}: {opened:?}"
            );
        }
    }
}

/// A header that a mailer has broken over two lines (RFC 9580 § 6.2.2.1).
#[test]
fn headers_of_all_kinds_do_no_harm() {
    let key = key();
    let expected = identity(key.as_bytes());
    for headers in [
        "Version: GnuPG v2.0.22 (GNU/Linux)\nComment: Using GnuPG with Thunderbird -\n https://www.enigmail.net/\n",
        "Version: PGP\n\nComment: a\n",
        "Comment:\nCharset: utf-8\nMessageID: x\nX-Own: y\n",
    ] {
        let file = key.replacen("-----\n\n", &format!("-----\n{headers}\n"), 1);
        assert_eq!(identity(file.as_bytes()), expected, "{headers}");
    }
}

/// What is signed ends where another block begins, and a revocation is one wherever it stands.
#[test]
fn the_signature_of_a_text_is_the_one_right_behind_it() {
    let (key, ends) = (key(), block("SIGNATURE", &revocation()));
    let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nHello\n";
    let quoted = "- -----BEGIN PGP PUBLIC KEY BLOCK-----\n\n- -----END PGP PUBLIC KEY BLOCK-----\n";
    let own = "-----BEGIN PGP SIGNATURE-----\n\niQEz[...]\n-----END PGP SIGNATURE-----\n";
    for front in [String::new(), quoted.into(), format!("{quoted}{own}"), format!("{own}{text}"), own.into()]
    {
        for file in [
            format!("{text}{front}{key}{ends}"),
            format!("{text}{front}{ends}{key}"),
            format!("{key}{text}{front}{ends}"),
        ] {
            assert!(is_told(&file, true), "{front}");
        }
    }
    let unreadable = ends.replace("\n\n", "\n\n[...]");
    assert!(is_told(&format!("{text}{key}{unreadable}"), false));
    assert!(is_told(&format!("{text}{own}{unreadable}{key}"), false));
    assert!(!is_told(&format!("{text}{unreadable}{key}"), false));
}

/// Of what is there several times, one whole copy is enough; and of another key's none is.
#[test]
fn a_damaged_copy_of_what_is_whole_does_no_harm() {
    let (key, other) = (key(), String::from_utf8(file("uid-latin1.asc")).unwrap());
    let expected = identity(key.as_bytes());
    let differs = [
        "a length that is another one",
        "the first line alone",
        "all in one line",
        "who wrote it in front of each line",
        "where it was found in front of each line",
        "in groups",
    ];
    let all = AROUND.iter().chain(&ON_PAGES).chain(&DAMAGES);
    for (what, change) in all.filter(|(what, _)| !differs.contains(what)) {
        for file in beside(&change(&key), &key) {
            let opened = Opening::of(file.as_bytes()).and_then(Opening::open);
            assert!(
                matches!(&opened, Ok(Brought::Identity(cert)) if *cert == expected),
                "{what}: {opened:?}\n{file}"
            );
        }
    }
    for (what, change) in DAMAGES {
        let file = format!("{key}\n{}\n{key}", change(&other));
        assert!(Opening::of(file.as_bytes()).is_err_and(|error| is_damaged(&error)), "{what}");
    }
}

/// On the same line, or on the next one.
#[test]
fn what_stands_behind_the_padding_is_never_passed_over() {
    let (key, other) = (key(), String::from_utf8(file("uid-latin1.asc")).unwrap());
    let (front, sum) = key.split_once("\n=").unwrap();
    for behind in [revocation(), binary(other.as_bytes())] {
        let behind = data_encoding::BASE64.encode(&behind);
        for between in ["=", "==", "\n=", "=\n", "=\n=", "=3D", "\n=3D"] {
            for sum in [format!("\n={sum}"), format!("\n{}", sum.split_once('\n').unwrap().1)] {
                let file = format!("{front}{between}{behind}{sum}");
                let opened = Opening::of(file.as_bytes());
                assert!(opened.is_err_and(|error| is_damaged(&error)), "{file}");
            }
        }
    }
}

/// A fingerprint in front of it says nothing.
#[test]
fn what_stands_there_without_lines_around_it_is_never_passed_over() {
    let key = key();
    let bare = |text: &str| -> String {
        text.lines().filter(|line| !line.contains("-----")).map(|line| format!("{line}\n")).collect()
    };
    for text in [REVOCATION.into(), narrow(REVOCATION, 20)] {
        for front in ["", "25D76EC09E1F346FC2226439B47CDF8C308DCD2D", "Revocation"] {
            let file = format!("{key}\nMine:\n{front}\n{}", bare(&text));
            assert!(is_told(&file, false), "{file}");
        }
    }
}

/// Binary, it is no text; but behind a key it is something.
#[test]
fn a_binary_revocation_behind_a_key_is_called_damage() {
    let file = [key().as_bytes(), &revocation()].concat();
    let opened = Opening::of(&file);
    assert!(opened.is_err_and(|error| is_damaged(&error)));
}

/// As it is left where somebody quotes a mail, also without the text.
#[test]
fn what_is_left_of_the_signature_of_a_text_does_no_harm() {
    let (key, mut bytes) = (key(), revocation());
    let expected = identity(key.as_bytes());
    for (kind, harmless) in [(0, true), (1, true), (0x20, false), (0x28, false), (0x30, false)] {
        bytes[3] = kind;
        let text = block("SIGNATURE", &bytes);
        let (whole, _) = text.split_once("\n=").unwrap();
        let first = text.lines().take(3).collect::<Vec<_>>().join("\n");
        for left in [whole.into(), first.clone(), format!("{first}\n[...]\n-----END PGP SIGNATURE-----")] {
            for left in [format!("{left}\n"), each(&left, |line| format!("> {line}"))] {
                for file in [format!("{left}\nHere is my key:\n\n{key}"), format!("{key}{left}")] {
                    match Opening::of(file.as_bytes()) {
                        Ok(opening) => {
                            assert!(harmless, "{kind}: {file}");
                            assert_eq!(opening.remains().signatures, 1);
                            let opened = opening.open();
                            assert!(matches!(&opened, Ok(Brought::Identity(cert)) if *cert == expected));
                        }
                        Err(error) => assert!(!harmless && is_damaged(&error), "{kind}: {file}"),
                    }
                }
            }
        }
    }
}

/// A mail program attaches it, binary, in base64.
#[test]
fn an_attached_signature_of_a_text_does_no_harm() {
    let (key, mut bytes) = (key(), revocation());
    for (kind, harmless) in [(0, true), (1, true), (0x20, false)] {
        bytes[3] = kind;
        let attached = data_encoding::BASE64.encode(&bytes);
        let file = format!("Content-Type: application/pgp-signature\n\n{attached}\n\n--x--\n{key}");
        match Opening::of(file.as_bytes()).map(|opening| opening.remains().signatures) {
            Ok(signatures) => assert!(!harmless || signatures == 1, "{kind}"),
            Err(error) => panic!("{kind}: {error:?}"),
        }
        assert_eq!(is_told(&file, false), !harmless, "{kind}");
    }
}

/// Mail programs put the public keys of who writes and of others into the headers (Autocrypt 1.1).
#[test]
fn a_public_key_in_the_header_of_a_mail_does_no_harm() {
    let key = key();
    let expected = identity(key.as_bytes());
    let header = |name: &str, cert: &Cert| {
        let base64 =
            data_encoding::BASE64.encode(&cert.clone().strip_secret_key_material().to_vec().unwrap());
        let lines: Vec<_> = base64.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
        format!("{name}: addr=ada@example.org; keydata=\n {}\n", lines.join("\n "))
    };
    let other = identity(&file("uid-latin1.asc"));
    let headers = [
        "From: Ada\n".into(),
        header("Autocrypt", &expected),
        header("Autocrypt-Gossip", &other),
        "MIME-Version: 1.0\n".into(),
    ];
    let mail = format!("{}\nHere is my key:\n\n{key}", headers.concat());
    let opening = Opening::of(mail.as_bytes()).unwrap();
    assert_eq!(opening.remains().public_keys, 1);
    let opened = opening.open();
    assert!(matches!(&opened, Ok(Brought::Identity(cert)) if *cert == expected), "{opened:?}");
}
