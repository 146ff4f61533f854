//! Keys that GnuPG has made and changed for years, in all the ways in which it does: as it thinks of them before, it does
//! afterwards.

use anyhow::ensure;
use coldspare::openpgp::{NoSecretKey, Remains};
use coldspare_tests::all;
use coldspare_tests::gnupg::GnuPg;

use super::as_gnupg::same;
use super::gnupgs::lives_with_gnupg;
use super::*;

const LOOPBACK: [&str; 4] = ["--pinentry-mode", "loopback", "--passphrase", ""];

/// One command of a life: in which year, what, and what is typed.
struct Step(&'static str, Vec<String>, String);

fn on(year: &'static str, command: &[&str]) -> Step {
    Step(year, command.iter().map(|word| (*word).to_owned()).collect(), String::new())
}

fn edit(year: &'static str, typed: &str) -> Step {
    Step(year, vec!["--command-fd".into(), "0".into(), "--edit-key".into(), "PRINT".into()], typed.into())
}

/// What comes of such a life, as GnuPG exports it.
fn lived(gnupg: &GnuPg, steps: &[Step], export: &[&str]) -> Result<Vec<u8>> {
    let at = |year: &str, command: &[String], typed: &str| {
        let time = format!("{year}0601T120000!");
        let mut all: Vec<&str> = vec!["--faked-system-time", &time];
        all.extend(LOOPBACK);
        all.extend(command.iter().map(String::as_str));
        gnupg.gpg(&all, typed.as_bytes()).with_context(|| format!("{year}: {command:?} {typed:?}"))
    };
    let make = ["--quick-generate-key", "Ada Lovelace <ada@example.org>", "ed25519", "cert,sign", "never"];
    at("2021", &make.map(str::to_owned), "")?;
    let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
    let print = listed.lines().find_map(|line| line.strip_prefix("fpr:")).context("no key")?;
    let print = print.trim_matches(':');
    for Step(year, command, typed) in steps {
        let command: Vec<_> = command.iter().map(|word| word.replace("PRINT", print)).collect();
        at(year, &command, typed)?;
    }
    gnupg.gpg(&[&LOOPBACK[..], export, &["--export-secret-keys", print]].concat(), b"")
}

fn lives() -> Vec<(&'static str, Vec<Step>)> {
    let encrypts = |year| on(year, &["--quick-add-key", "PRINT", "cv25519", "encr", "never"]);
    vec![
        (
            "names come and go",
            vec![
                encrypts("2021"),
                on("2022", &["--quick-add-uid", "PRINT", "Countess <countess@example.org>"]),
                on("2023", &["--quick-add-uid", "PRINT", "Ada King <ada@king.example>"]),
                on("2024", &["--quick-revoke-uid", "PRINT", "Ada Lovelace <ada@example.org>"]),
                on("2025", &["--quick-set-primary-uid", "PRINT", "Countess <countess@example.org>"]),
            ],
        ),
        (
            "days move",
            vec![
                encrypts("2021"),
                on("2022", &["--quick-set-expire", "PRINT", "2023-01-01"]),
                on("2022", &["--quick-set-expire", "PRINT", "2023-02-01", "*"]),
                on("2024", &["--quick-set-expire", "PRINT", "2031-01-01"]),
                on("2025", &["--quick-set-expire", "PRINT", "2030-01-01", "*"]),
            ],
        ),
        (
            "it has expired",
            vec![
                encrypts("2021"),
                on("2022", &["--quick-set-expire", "PRINT", "2024-01-01", "*"]),
                on("2022", &["--quick-set-expire", "PRINT", "2025-01-01"]),
            ],
        ),
        (
            "subkeys are replaced and revoked",
            vec![
                encrypts("2021"),
                encrypts("2023"),
                on("2023", &["--quick-add-key", "PRINT", "ed25519", "auth", "2033-01-01"]),
                edit("2024", "key 1\nrevkey\ny\n2\nold\n\ny\nsave\n"),
            ],
        ),
        (
            "wishes and notes",
            vec![
                encrypts("2021"),
                edit("2022", "setpref AES256 AES SHA512 SHA256 ZLIB\ny\nsave\n"),
                edit("2023", "keyserver hkps://keys.example.org\nsave\n"),
                edit("2024", "notation something@example.org=1\nsave\n"),
            ],
        ),
        (
            "another name with a day, and then none",
            vec![
                encrypts("2021"),
                on("2022", &["--quick-set-expire", "PRINT", "2033-01-01"]),
                on("2023", &["--quick-add-uid", "PRINT", "Countess <countess@example.org>"]),
                on("2024", &["--quick-set-expire", "PRINT", "never"]),
            ],
        ),
    ]
}

#[test]
fn a_key_that_has_lived_in_gnupg_is_read_as_it_reads_it() -> Result<()> {
    let mut wrong = Vec::new();
    for (what, steps) in lives() {
        for newer in [false, true] {
            for (nth, options) in [&["--export-options", "backup"][..], &["--armor"]].into_iter().enumerate()
            {
                // Each of both in every run, and all four with `COLDSPARE_TESTS=all`.
                if !all() && usize::from(newer) != nth {
                    continue;
                }
                let gnupg = if newer { GnuPg::new()?.on_trixie()? } else { GnuPg::new()? };
                let bytes = lived(&gnupg, &steps, options)?;
                if let Err(error) = same(&bytes) {
                    wrong.push(format!("{what}, {newer}, {options:?}: {error:#}"));
                }
                let inventory = Opening::of(&bytes)?.inventory(SystemTime::now())?;
                ensure!(inventory.remains() == Remains::default(), "{what}: {:?}", inventory.remains());
                lives_with_gnupg(&identity(&inventory)?)?;
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// GnuPG 2.4 adds somebody else's decryption key as a subkey, so that they can read along: its secret is elsewhere, and
/// nobody is told that mail to it cannot be read any more.
#[test]
fn a_subkey_with_which_somebody_else_reads_along_is_told_as_elsewhere() -> Result<()> {
    let (gnupg, another) = (GnuPg::new()?.on_trixie()?, GnuPg::new()?.on_trixie()?);
    let (theirs, _) = another.generate(["ed25519", "cert,sign"], &[["cv25519", "encr"]], None)?;
    gnupg.gpg(&["--import"], &another.gpg(&["--export", &theirs], b"")?)?;
    let theirs = openpgp_subkey(&another, &theirs)?;
    let ours = ["--quick-generate-key", "Countess <countess@example.org>", "ed25519", "cert,sign", "never"];
    gnupg.gpg(&[&LOOPBACK[..], &ours].concat(), b"")?;
    let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k", "Countess"], b"")?)?;
    let print = listed.lines().find_map(|line| line.strip_prefix("fpr:")).context("no key")?;
    let print = print.trim_matches(':').to_owned();
    gnupg.gpg(&[&LOOPBACK[..], &["--quick-add-key", &print, "cv25519", "encr", "never"]].concat(), b"")?;
    gnupg.gpg(&[&LOOPBACK[..], &["--quick-add-adsk", &print, &theirs]].concat(), b"")?;
    let bytes = gnupg.gpg(&[&LOOPBACK[..], &["--export-secret-keys", &print]].concat(), b"")?;
    let inventory = Opening::of(&bytes)?.inventory(SystemTime::now())?;
    let part = inventory.part(&theirs).context("it is not told")?;
    ensure!(part.kept == Some(Kept::NoSecret) && !part.uses.decrypt, "{part:?}");
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    ensure!(inventory.preset(&plan)?[Slot::Decryption as usize] != Goes::New, "ours is replaced over it");
    let identity = identity(&inventory)?;
    ensure!(identity.public().keys().any(|key| key.key().fingerprint().to_hex() == theirs), "it is lost");
    Ok(())
}

fn openpgp_subkey(gnupg: &GnuPg, print: &str) -> Result<String> {
    let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k", print], b"")?)?;
    let last = listed.lines().filter_map(|line| line.strip_prefix("fpr:")).next_back();
    Ok(last.context("no subkey")?.trim_matches(':').to_owned())
}

/// A note in place of the primary key, and its subkeys under a passphrase, in one file: nobody is asked for that first.
#[test]
fn locked_subkeys_behind_a_note_are_told_before_a_passphrase_is_asked() -> Result<()> {
    for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
        let word = "correct horse battery staple";
        let (print, whole) =
            gnupg.generate(["ed25519", "cert,sign"], &[["cv25519", "encr"]], Some(&word.into()))?;
        let loopback = ["--pinentry-mode", "loopback", "--passphrase", word, "--armor"];
        let subkeys = gnupg.gpg(&[&loopback[..], &["--export-secret-subkeys", &print]].concat(), b"")?;
        let told = Opening::of(&subkeys).err().context("it is taken")?;
        ensure!(matches!(told, OpenPgpError::PrimaryElsewhere(_)), "{told}");
        // Behind the key itself, or in front of it, it is in nobody's way.
        for both in [[&whole[..], &subkeys].concat(), [&subkeys[..], &whole].concat()] {
            let mut opening = Opening::of(&both)?;
            ensure!(
                matches!(opening.asks(), Some(Question::Passphrase { locked: 2, .. })),
                "{:?}",
                opening.asks()
            );
            opening.passphrase(&word.into())?;
            let inventory = opening.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains::default());
            lives_with_gnupg(&identity(&inventory)?)?;
        }
        // With the public key beside it, as GPG Keychain writes both, it is the same as without.
        let public = gnupg.gpg(&["--armor", "--export", &print], b"")?;
        for both in [[&public[..], &subkeys].concat(), [&subkeys[..], &public].concat()] {
            let told = Opening::of(&both).err().context("it is taken")?;
            ensure!(matches!(told, OpenPgpError::PrimaryElsewhere(_)), "{told}");
        }
    }
    Ok(())
}

/// GnuPG 2.4 makes keys of version 5 for these curves.
#[test]
fn a_primary_key_of_version_5_is_told_as_that() -> Result<()> {
    let gnupg = GnuPg::new()?.on_trixie()?;
    let make = ["--quick-generate-key", "Ada Lovelace <ada@example.org>", "ed448", "cert,sign", "never"];
    gnupg.gpg(&[&LOOPBACK[..], &["--compliance=gnupg"], &make].concat(), b"")?;
    let bytes = gnupg.gpg(&[&LOOPBACK[..], &["--export-secret-keys"]].concat(), b"")?;
    let told = Opening::of(&bytes).err().context("it is taken")?;
    ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::Version(5))), "{told}");
    Ok(())
}

/// Lines that programs put between the head of a block and its text.
#[test]
fn the_heads_that_programs_write_do_not_matter() -> Result<()> {
    let key = String::from_utf8(file("gnupg-default-rsa3072.asc")?)?;
    let expected = inventory("gnupg-default-rsa3072.asc")?;
    let (head, text) = key.split_once('\n').context("no head")?;
    let text = text.trim_start_matches(['\n', '\r']);
    let text = match text.split_once("\n\n") {
        Some((heads, rest)) if heads.contains(": ") => rest,
        _ => text,
    };
    let heads: [(&str, &[u8]); 8] = [
        ("GPG Keychain", b"Comment: GPGTools - https://gpgtools.org\n"),
        (
            "Kleopatra",
            "Comment: User ID:\tJörg Müller <joerg@example.org>\nComment: Valid from:\t01.06.21 12:00\nComment: Type:\t3.072-bit RSA (secret key available)\nComment: Usage:\tSigning, Encryption, Certifying User IDs\nComment: Fingerprint:\tC0FFEE\n".as_bytes(),
        ),
        ("Kleopatra in Latin-1", b"Comment: User ID:\tJ\xF6rg M\xFCller <joerg@example.org>\n"),
        ("Mailvelope", b"Version: Mailvelope v5.1.0\nComment: https://mailvelope.com\n"),
        ("OpenKeychain", b"Version: OpenKeychain v5.8\nPassphrase-Format: numeric9x4\nPassphrase-Begin: 12\n"),
        ("Thunderbird", b"Version: RNP 0.17\n"),
        ("ProtonMail", b"Version: ProtonMail\nComment: https://protonmail.com\n"),
        ("Keybase", b"Version: Keybase OpenPGP v2.1.0\nComment: https://keybase.io/crypto\nCharset: UTF-8\n"),
    ];
    for (program, lines) in heads {
        for end in ["\n", "\r\n"] {
            let mut bytes = [head.as_bytes(), b"\n", lines, b"\n", text.as_bytes()].concat();
            if end == "\r\n" {
                bytes = bytes
                    .iter()
                    .flat_map(|b| if *b == b'\n' { vec![b'\r', b'\n'] } else { vec![*b] })
                    .collect();
            }
            let found =
                Opening::of(&bytes).with_context(|| program.to_owned())?.inventory(SystemTime::now())?;
            assert_eq!(found.parts(), expected.parts(), "{program}");
        }
    }
    Ok(())
}
