//! A file is signed here, without a Nitrokey: the one that was shown, with the key that GnuPG takes, so that GnuPG verifies
//! it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{Change, Recovery, Rehearsed, SignedFile, SigningError, look_at};
use coldspare::limits::SIGNED_FILE;
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::machine::stick::streamed::{Files, files};
use coldspare::openpgp::{CannotSign, Counted, Identity, Reason, sign_file, signs};
use coldspare::plan::Algorithm::{Curve25519, NistP256, Rsa4096};
use coldspare::plan::{Expiry, PrimaryKey, Slot};
use coldspare_tests::faulty_stick::{Fault, Faulty};
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::{Cert, Packet};
use tempfile::TempDir;

const DAY: Duration = Duration::from_secs(86_400);

fn stick() -> Result<(TempDir, Mounted)> {
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    Ok((folder, stick))
}

fn prepared() -> Result<Rehearsed> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    Ok(fixtures::prepare_made(made, tempfile::tempdir()?.path())?.rehearsed)
}

/// What a golden backup of version 1 brings back.
fn golden(set: &str) -> Result<Rehearsed> {
    let folder = Path::new("golden/v1").join(set);
    let stick = Mounted::at(&folder);
    let bundle = stick.list("")?.into_iter().find(|name| name.starts_with("coldspare-"));
    let mut recovery = Recovery::from_bundle(&stick, &bundle.context("no bundle")?)?;
    for line in fs::read_to_string(folder.join("shares.txt"))?.lines().take(3) {
        recovery.add(coldspare::backup::Share::parse(line)?)?;
    }
    Ok(recovery.recover()?)
}

fn counted(bytes: &[u8]) -> Result<Counted> {
    let mut counted = Counted::nothing()?;
    bytes.chunks(7).for_each(|piece| counted.piece(piece));
    Ok(counted)
}

fn sign(keys: &Rehearsed, stick: &Mounted, name: &str) -> Result<SignedFile, SigningError> {
    keys.sign(stick, &look_at(stick, name)?, SystemTime::now())
}

/// Whoever knows the public key.
fn others(identity: &Identity, newer: bool) -> Result<GnuPg> {
    let gnupg = if newer { GnuPg::new()?.on_trixie()? } else { GnuPg::new()? };
    gnupg.import(&identity.public_armored()?)?;
    Ok(gnupg)
}

/// That this is signed here, and GnuPG of both kinds finds it good, by the key that was said; and nothing else.
fn gnupg_verifies(keys: &Rehearsed, content: &[u8]) -> Result<()> {
    let (folder, stick) = stick()?;
    fs::write(folder.path().join("the file.bin"), content)?;
    let signed = sign(keys, &stick, "the file.bin")?;
    ensure!(signed.key() == keys.signs(SystemTime::now())?);
    let written = signed.write(&stick)?;
    let signature = fs::read(folder.path().join(&written).join("the file.bin.asc"))?;
    ensure!(signature.starts_with(b"-----BEGIN PGP SIGNATURE-----"));
    for newer in [false, true] {
        let gnupg = others(keys.identity(), newer)?;
        let [by, of] = gnupg.verify(&signature, content)?;
        ensure!((&*by, &*of) == (signed.key(), &keys.identity().fingerprint()), "{by} of {of}");
        assert_eq!(gnupg.verdict(&signature, &[content, b"!"].concat())?, "BADSIG");
        let packets = String::from_utf8(gnupg.gpg(&["--list-packets"], &signature)?)?;
        // SHA-512, of the file as it is (RFC 9580 § 9.5, § 5.2.1.1).
        ensure!(packets.contains("digest algo 10") && packets.contains("sigclass 0x00"), "{packets}");
    }
    Ok(())
}

#[test]
fn what_is_signed_here_both_versions_of_gnupg_verify() -> Result<()> {
    for algorithm in [Curve25519, Rsa4096, NistP256] {
        let made = fixtures::made(fixtures::plan(algorithm, 2, 3)?)?;
        let keys = fixtures::prepare_made(made, tempfile::tempdir()?.path())?.rehearsed;
        let primary = keys.identity().fingerprint();
        ensure!(keys.signs(SystemTime::now())? != primary, "the primary key signs");
        for content in [&b"I owe Ada five pounds.\n"[..], b"", b"\0\x80\xFF\r\n\n \t", &vec![7; 1 << 19]] {
            gnupg_verifies(&keys, content)
                .with_context(|| format!("{algorithm}, {} bytes", content.len()))?;
        }
    }
    Ok(())
}

#[test]
fn golden_backups_sign_as_they_always_did() -> Result<()> {
    for set in ["curve25519", "rsa2048"] {
        gnupg_verifies(&golden(set)?, b"signed in later years").context(set)?;
    }
    Ok(())
}

#[test]
fn a_large_file_is_signed_without_being_held_and_verified_beside_its_signature() -> Result<()> {
    let (folder, stick) = stick()?;
    let mut file = File::create(folder.path().join("image.iso"))?;
    file.set_len(96 << 20)?;
    file.write_all(b"begins")?;
    let keys = prepared()?;
    let looked = look_at(&stick, "image.iso")?;
    ensure!(looked.text().is_none() && looked.bytes() == 96 << 20);
    let sum = Command::new("sha256sum").arg(folder.path().join("image.iso")).output()?;
    ensure!(String::from_utf8(sum.stdout)?.starts_with(&looked.sha256()));
    let written = keys.sign(&stick, &looked, SystemTime::now())?.write(&stick)?;
    let signature = folder.path().join(written).join("image.iso.asc");
    // As the guide says: both in one folder, and the signature alone is named.
    fs::rename(&signature, folder.path().join("image.iso.asc"))?;
    for newer in [false, true] {
        let gnupg = others(keys.identity(), newer)?;
        for name in ["image.iso", "image.iso.asc"] {
            fs::copy(folder.path().join(name), gnupg.home().join(name))?;
        }
        let output = gnupg.command("gpg").arg("--verify").arg(gnupg.home().join("image.iso.asc")).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// Of keys that were brought, GnuPG with the same keys takes the same one.
#[test]
fn gnupg_would_have_signed_with_the_same_key() -> Result<()> {
    let plan = fixtures::plan(Curve25519, 2, 3)?;
    let mut signed = 0;
    for entry in fs::read_dir("golden/keys")? {
        let path = entry?.path();
        let name = path.file_name().context("no name")?.to_string_lossy().into_owned();
        let Ok(identity) = fixtures::import(&fs::read(&path)?, None, &plan, SystemTime::now()) else {
            continue;
        };
        let file = counted(b"the same for both")?;
        let ours = sign_file(&identity, &file, SystemTime::now());
        for newer in [false, true] {
            let gnupg = if newer { GnuPg::new()?.on_trixie()? } else { GnuPg::new()? };
            if gnupg.import(&identity.secret_armored()?).is_err() {
                // GnuPG 2.2 reads no key of version 5.
                ensure!(!newer, "{name}");
                continue;
            }
            let theirs = gnupg.sign(&identity.fingerprint(), b"the same for both");
            match (&ours, theirs) {
                (Ok((signature, by)), Ok(theirs)) => {
                    let [theirs, _] = gnupg.verify(&theirs, b"the same for both")?;
                    ensure!(theirs == *by, "{name}: GnuPG signs with {theirs}, and we do with {by}");
                    ensure!(gnupg.verify(signature, b"the same for both")?[0] == *by, "{name}");
                    signed += 1;
                }
                (Err(CannotSign::NotYet { .. } | CannotSign::Kind { .. }), _) | (Err(_), Err(_)) => {}
                (ours, theirs) => panic!("{name}: {ours:?}, and GnuPG: {theirs:?}"),
            }
        }
    }
    ensure!(signed >= 20, "{signed} were signed");
    Ok(())
}

/// The identity without some of its keys, and with this one in the signature slot.
fn without(identity: &Identity, keys: &[String], signature: &str) -> Result<Identity> {
    let mut gone = false;
    let packets = Cert::from_bytes(&identity.secret_armored()?)?.into_tsk().into_packets().filter(|packet| {
        if let Packet::SecretSubkey(key) = packet {
            gone = keys.contains(&key.fingerprint().to_hex());
        }
        !gone
    });
    let cert = Cert::from_packets(packets)?;
    let mut choice = identity.slot_choice();
    choice.signature = Some(signature.into());
    Ok(Identity::from_secret_key(&cert.as_tsk().armored().to_vec()?, Some(&choice), PrimaryKey::Offline)?)
}

#[test]
fn an_identity_that_only_certifies_says_so() -> Result<()> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let slot = made.identity().slot_fingerprint(Slot::Signature).to_hex();
    let identity = without(made.identity(), &[slot], &made.identity().fingerprint())?;
    assert_eq!(signs(&identity, SystemTime::now()), Err(CannotSign::NoKey));
    assert_eq!(sign_file(&identity, &counted(b"x")?, SystemTime::now()), Err(CannotSign::NoKey));
    Ok(())
}

#[test]
fn what_was_revoked_or_has_expired_signs_nothing_and_it_is_said() -> Result<()> {
    let yesterday = SystemTime::now() - DAY;
    let mut made = fixtures::made_at(fixtures::plan(Curve25519, 2, 3)?, yesterday)?;
    let old = made.identity().slot_fingerprint(Slot::Signature).to_hex();
    ensure!(signs(made.identity(), SystemTime::now())? == old);
    made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    let new = made.identity().slot_fingerprint(Slot::Signature).to_hex();
    ensure!(new != old && signs(made.identity(), SystemTime::now())? == new);
    let alone = without(made.identity(), &[new], &old)?;
    let Err(CannotSign::Revoked { key, by }) = signs(&alone, SystemTime::now()) else {
        panic!("{:?}", signs(&alone, SystemTime::now()))
    };
    ensure!(key == old && by.reason == Reason::Compromised, "{key} {by}");

    let expired = fixtures::import(
        &fs::read("golden/keys/primary-expired.asc")?,
        None,
        &fixtures::plan(Curve25519, 2, 3)?,
        SystemTime::now(),
    );
    // An import gives it another day. What was sealed years ago has the old one.
    ensure!(expired.is_ok_and(|identity| signs(&identity, SystemTime::now()).is_ok()));
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.expiry = Expiry::Years(1);
    let made = fixtures::made_at(plan, SystemTime::now() - 800 * DAY)?;
    let identity = made.identity();
    let Err(CannotSign::Expired { key, .. }) = signs(identity, SystemTime::now()) else {
        panic!("{:?}", signs(identity, SystemTime::now()))
    };
    ensure!(key == identity.fingerprint());
    Ok(())
}

/// Nobody believes a signature that is older than its key.
#[test]
fn a_clock_that_is_behind_signs_nothing() -> Result<()> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let signs = signs(made.identity(), SystemTime::now() - 2 * DAY);
    ensure!(matches!(signs, Err(CannotSign::NotYet { .. })), "{signs:?}");
    Ok(())
}

#[test]
fn what_is_not_any_more_what_was_shown_is_not_signed() -> Result<()> {
    let (folder, stick) = stick()?;
    let keys = prepared()?;
    let path = folder.path().join("contract.txt");
    fs::write(&path, "five pounds")?;
    let looked = look_at(&stick, "contract.txt")?;
    assert_eq!(looked.text(), Some("five pounds"));
    for other in ["nine pounds", "five pound", "five pounds and more", ""] {
        fs::write(&path, other)?;
        let signed = keys.sign(&stick, &looked, SystemTime::now());
        ensure!(matches!(&signed, Err(SigningError::Changed(file)) if file == "contract.txt"), "{signed:?}");
    }
    fs::remove_file(&path)?;
    let signed = keys.sign(&stick, &looked, SystemTime::now());
    ensure!(matches!(signed, Err(SigningError::Stick(StickError::Missing { .. }))), "{signed:?}");
    // The same again is the same.
    fs::write(&path, "five pounds")?;
    keys.sign(&stick, &looked, SystemTime::now())?;
    let signed = keys.sign(&Mounted::at("/nonexistent/stick"), &looked, SystemTime::now());
    ensure!(signed.is_err(), "{signed:?}");
    Ok(())
}

#[test]
fn a_short_text_is_shown_whole_or_not_at_all() -> Result<()> {
    let (folder, stick) = stick()?;
    for (content, whole) in [
        (vec![b'a'; 4096], true),
        (vec![b'a'; 4097], false),
        (b"\xFF".to_vec(), false),
        ("é".repeat(2048).into_bytes(), true),
        (Vec::new(), true),
    ] {
        fs::write(folder.path().join("text"), &content)?;
        let looked = look_at(&stick, "text")?;
        assert_eq!(looked.text().map(str::as_bytes), whole.then_some(&content[..]));
        assert_eq!(looked.bytes(), content.len() as u64);
    }
    Ok(())
}

#[test]
fn what_is_no_file_on_the_stick_itself_is_not_signed() -> Result<()> {
    let (folder, stick) = stick()?;
    let (root, beside) = (folder.path(), tempfile::tempdir()?);
    fs::write(beside.path().join("secret"), "nobody's business")?;
    fs::create_dir(root.join("folder"))?;
    fs::write(root.join("folder/inside"), "x")?;
    fs::write(root.join("file"), "x")?;
    std::os::unix::fs::symlink(beside.path().join("secret"), root.join("link"))?;
    std::os::unix::fs::symlink("/dev/zero", root.join("device"))?;
    ensure!(Command::new("mkfifo").arg(root.join("pipe")).status()?.success());
    // A file like others, but for its name: it is counted.
    fs::write(root.join(OsStr::from_bytes(b"Vertrag-M\xFCller.txt")), "x")?;
    assert_eq!(files(&stick)?, Files { names: vec!["file".to_owned()], unnamed: 1 });
    let outside = beside.path().join("secret").display().to_string();
    for name in
        ["folder", "link", "device", "pipe", "folder/inside", "../secret", "..", ".", "", "file/", &outside]
    {
        ensure!(look_at(&stick, name).is_err(), "{name}");
    }
    let large = File::create(root.join("large"))?;
    for bytes in [SIGNED_FILE as u64 + 1, 1 << 40] {
        large.set_len(bytes)?;
        let looked = look_at(&stick, "large");
        ensure!(matches!(&looked, Err(SigningError::TooLarge(file)) if file == "large"), "{looked:?}");
    }
    Ok(())
}

#[test]
fn a_name_from_outside_is_no_path_and_nothing_is_overwritten() -> Result<()> {
    let keys = prepared()?;
    let long = "x".repeat(200);
    for (name, signature) in [
        ("letter.pdf", "letter.pdf.asc"),
        ("Prüfung 3_final", "Prüfung 3_final.asc"),
        ("pay\u{202e}fdp.exe", "signature.asc"),
        ("a\x1b[2J", "signature.asc"),
        ("-rf", "signature.asc"),
        (".profile", "signature.asc"),
        ("c:\\windows", "signature.asc"),
        ("a\nb", "signature.asc"),
        (&long, "signature.asc"),
    ] {
        let (folder, stick) = stick()?;
        fs::write(folder.path().join(name), "content")?;
        let signed = sign(&keys, &stick, name)?;
        assert_eq!(signed.file_name(), signature);
        let written: Vec<_> = (0..3).map(|_| signed.write(&stick)).collect::<Result<_, _>>()?;
        let first = fs::read(folder.path().join(&written[0]).join(signature))?;
        for (at, folder_of) in written.iter().enumerate() {
            ensure!(!written[..at].contains(folder_of), "{written:?}");
            ensure!(fs::read(folder.path().join(folder_of).join(signature))? == first);
        }
        assert_eq!(fs::read(folder.path().join(name))?, b"content");
        assert_eq!(stick.list("")?.len(), 4);
        // Also what only looks like such a folder.
        let (folder, stick) = crate::stick()?;
        let other = folder.path().join(format!("{}.NEW", written[0].to_uppercase()));
        fs::write(&other, "mine")?;
        ensure!(signed.write(&stick)? == written[1]);
        assert_eq!(fs::read(&other)?, b"mine");
    }
    Ok(())
}

#[test]
fn a_signature_is_there_whole_or_not_at_all() -> Result<()> {
    let keys = prepared()?;
    let (folder, stick) = stick()?;
    fs::write(folder.path().join("file"), "content")?;
    let signed = sign(&keys, &stick, "file")?;
    let mut finished = 0;
    for fault in [Fault::Gone, Fault::PowerCut, Fault::Flips] {
        for at in 1..12 {
            let (folder, stick) = crate::stick()?;
            let written = signed.write(&Faulty::at(&stick, fault, at));
            let there: Vec<_> = stick.list("")?.into_iter().filter(|name| !name.contains('.')).collect();
            match (written, &there[..]) {
                (Ok(name), [there]) if name == *there => finished += 1,
                (Err(_), []) => continue,
                // The last operation of all was done, and the answer to it did not come.
                (Err(StickError::Gone { .. }), [_]) => {}
                (written, there) => panic!("{fault:?} {at}: {written:?}, {there:?}"),
            }
            let file = folder.path().join(&there[0]).join("file.asc");
            let gnupg = others(keys.identity(), false)?;
            gnupg.verify(&fs::read(file)?, b"content")?;
        }
    }
    ensure!(finished > 0);
    Ok(())
}
