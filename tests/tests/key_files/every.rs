//! Every file that is kept here, and what has to be asked of it.

use std::collections::BTreeSet;

use super::*;

/// A file, its answers, what is asked, and what comes of it: open secrets, and such that are elsewhere.
type Row = (&'static str, &'static [&'static str], &'static [&'static str], [usize; 2]);

const ROWS: [Row; 36] = [
    ("gnupg-default-rsa3072.asc", &[], &[], [2, 0]),
    ("primary-expired.asc", &[], &[], [2, 0]),
    ("subkeys-expired.asc", &[], &[], [5, 0]),
    ("sha1-everywhere.asc", &[], &[], [2, 0]),
    ("sha1-subkey.asc", &[], &[], [2, 0]),
    ("no-key-flags.asc", &[], &[], [1, 0]),
    ("signing-subkey-no-back-signature.asc", &[], &[], [3, 0]),
    ("revoked-primary.asc", &[], &[], [2, 0]),
    ("revoked-decryption-subkey.asc", &[], &[], [2, 0]),
    ("rsa-with-elgamal.asc", &[], &[], [2, 0]),
    ("dsa-primary-rsa-subkeys.asc", &[], &[], [3, 0]),
    ("secp256k1.asc", &[], &[], [2, 0]),
    ("v5-cv448-subkey.asc", &[], &[], [1, 0]),
    ("v4-new-25519.asc", &[], &[], [2, 0]),
    ("ed25519-primary-mixed-subkeys.asc", &[], &[], [4, 0]),
    ("certify-only-primary.asc", &[STAPLE], &["passphrase, 0 open, 4 locked"], [4, 0]),
    ("rotated-subkeys.asc", &[], &[], [5, 0]),
    ("made-in-2031.asc", &[], &[], [1, 0]),
    ("no-user-id.asc", &[], &[], [4, 0]),
    ("revoked-user-id.asc", &[], &[], [4, 0]),
    ("uid-newline.asc", &[], &[], [2, 0]),
    ("uid-escape.asc", &[], &[], [2, 0]),
    ("uid-latin1.asc", &[], &[], [2, 0]),
    ("public-then-secret.asc", &[], &[], [4, 0]),
    ("secret-then-public.asc", &[], &[], [4, 0]),
    ("utf-16.asc", &[], &[], [2, 0]),
    ("byte-order-mark.asc", &[], &[], [2, 0]),
    (
        "two-passphrases.asc",
        &["alpha alpha", "beta beta"],
        &["passphrase, 0 open, 3 locked", "passphrase, 1 open, 2 locked"],
        [3, 0],
    ),
    ("locked-twofish.asc", &["pw pw"], &["passphrase, 0 open, 2 locked"], [2, 0]),
    ("locked-idea.asc", &[STAPLE], &["passphrase, 0 open, 2 locked"], [2, 0]),
    ("primary-here-subkeys-on-card.asc", &[], &[], [1, 3]),
    ("rsa-exponent-33-bits.asc", &[], &[], [3, 0]),
    ("sq-0.27.asc", &[], &[], [4, 0]),
    ("rnp-0.16-25519.asc", &[], &[], [2, 0]),
    ("rnp-0.16-rsa2048.asc", &["pw pw"], &["passphrase, 0 open, 2 locked"], [2, 0]),
    ("v3-self-signatures.asc", &[], &[], [2, 0]),
];

/// Held in tests of their own.
const ELSEWHERE: [&str; 7] = [
    "README.md",
    "openkeychain-like.sec.pgp",
    "sk_generated-on-card-tag5.gpg",
    "sk_generated-on-card.gpg",
    "sk_generated-on-card.public.asc",
    "sk_generated-on-card-rsa.gpg",
    "sk_generated-on-card-rsa.public.asc",
];

const LARGE: [&str; 2] = ["photo.asc", "120-certifications.asc"];

#[test]
fn every_file_opens_and_asks_what_it_has_to() {
    let mut wrong = Vec::new();
    for (name, passphrases, asks, outcome) in ROWS {
        let bytes = file(name);
        match through(&bytes, &Answers { passphrases, ..Default::default() }) {
            Ok((Brought::Identity(cert), asked)) => {
                if (asked.iter().map(String::as_str).collect::<Vec<_>>(), secrets(&cert))
                    != (asks.to_vec(), outcome)
                {
                    wrong.push(format!("{name}: {asked:?} {:?}", secrets(&cert)));
                }
            }
            other => wrong.push(format!("{name}: {other:?}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Each block of armor, for the library's own parser, with which it is compared: it reads the first alone, and no UTF-16.
fn blocks(bytes: &[u8]) -> Vec<String> {
    let text: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&text);
    text.split("-----BEGIN").skip(1).map(|block| format!("-----BEGIN{block}")).collect()
}

#[test]
fn no_packet_of_any_file_is_lost() {
    let mut many = 0;
    for (name, passphrases) in
        ROWS.map(|row| (row.0, row.1)).into_iter().chain(LARGE.map(|name| (name, &[][..])))
    {
        let bytes = file(name);
        let cert = unlocked(&bytes, passphrases);
        assert!(Opening::of(&bytes).unwrap().remains().count() == 0, "{name}");
        let blocks = blocks(&bytes);
        assert!(!blocks.is_empty(), "{name}");
        many += usize::from(blocks.len() > 1);
        blocks.iter().for_each(|block| nothing_is_lost(block.as_bytes(), &cert));
    }
    assert!(many >= 2, "{many}");
}

#[test]
fn every_file_is_held_here() {
    let named: BTreeSet<_> = ROWS.iter().map(|row| row.0).chain(ELSEWHERE).chain(LARGE).collect();
    let there: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(there.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    for name in there.iter().filter(|name| *name != "README.md") {
        assert!(readme.contains(&format!("`{name}")), "{name} is not in README.md");
    }
}
