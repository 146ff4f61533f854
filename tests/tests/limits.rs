//! Whoever fills a stick chooses how large each file on it is, and how much it unpacks to. Each is read up to
//! the limit that its kind has, and told if it is larger; nothing is unpacked before it is known who made it.

#![allow(clippy::unwrap_used)]

use std::fs::{self, File};
use std::io::Write;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Manifest, ManifestError, bundle};
use coldspare::ceremony::{CeremonyError, Made, Recovery, Sealed, bundles};
use coldspare::limits::{CONTENTS, FileKind, NAMES, SIGNED_FILE, TEXT, USER_IDS};
use coldspare::machine::stick::folder::{Mounted, StickError, names, read_file};
use coldspare::openpgp::{NoSecretKey, OpenPgpError, inventory, read_public, read_signed, sign_cleartext};
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::fixtures;
use sequoia_openpgp::armor::{Kind, Writer};
use sequoia_openpgp::cert::amalgamation::key::PrimaryKey as _;
use sequoia_openpgp::crypto::S2K;
use sequoia_openpgp::crypto::mpi::SecretKeyChecksum;
use sequoia_openpgp::packet::key::{self, Encrypted};
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::{Key, UserID};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::stream::{Compressor, Message};
use sequoia_openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp::types::{CompressionAlgorithm, SignatureType, SymmetricAlgorithm};
use sequoia_openpgp::{Cert, Packet};

const PAGE: &str = include_str!("../../app/FORMAT.md");

/// A file's name, and its kind.
const FILES: [(&str, FileKind); 6] = [
    ("plan.toml", FileKind::Plan),
    ("exported-key.asc", FileKind::ExportedKey),
    (bundle::PUBLIC_KEY, FileKind::PublicKey),
    (bundle::MANIFEST, FileKind::Manifest),
    (bundle::SEALED_BACKUP, FileKind::SealedBackup),
    ("message.asc", FileKind::EncryptedMessage),
];

fn ceremony() -> Result<(Made, Sealed)> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let sealed = fixtures::seal(&made)?;
    Ok((made, sealed))
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> =
        digits.as_bytes().rchunks(3).rev().map(|g| std::str::from_utf8(g).unwrap()).collect();
    groups.join(" ")
}

#[test]
fn every_kind_of_file_has_a_limit_and_the_page_has_the_same() {
    assert_eq!(FILES.map(|(_, kind)| kind), FileKind::ALL);
    for (name, kind) in FILES {
        let name = match kind {
            FileKind::ExportedKey => "a secret key to be imported",
            FileKind::EncryptedMessage => "an encrypted message, and what is in it",
            _ => &format!("`{name}`"),
        };
        let row = format!("| {name} | {} |", grouped(kind.bytes()));
        assert!(PAGE.contains(&row), "{row}");
    }
    for number in [CONTENTS, NAMES, SIGNED_FILE, USER_IDS, TEXT] {
        assert!(PAGE.contains(&grouped(number)), "{number}");
    }
}

#[test]
fn a_file_is_read_up_to_its_limit_and_told_if_it_is_larger() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    for (name, kind) in FILES {
        let file = File::create(folder.path().join(name))?;
        file.set_len(kind.bytes() as u64)?;
        assert_eq!(read_file(&stick, name, kind)?.len(), kind.bytes());
        // Far more than there is memory for: of a hole in a file nothing lies on the disk.
        for size in [kind.bytes() as u64 + 1, 1 << 40] {
            file.set_len(size)?;
            let refused = read_file(&stick, name, kind).unwrap_err();
            assert!(matches!(refused, StickError::TooLarge { ref file, .. } if file == name), "{refused:?}");
        }
    }
    Ok(())
}

#[test]
fn each_file_of_a_bundle_has_its_limit() -> Result<()> {
    let (_, sealed) = ceremony()?;
    for (name, _) in &FILES[2..5] {
        let folder = tempfile::tempdir()?;
        let stick = Mounted::at(folder.path());
        let written = sealed.write(&stick, &mut |_| ())?;
        File::options().write(true).open(folder.path().join(&written.folder).join(name))?.set_len(1 << 40)?;
        let refused = Recovery::from_bundle(&stick, &written.folder).unwrap_err();
        ensure!(matches!(refused, CeremonyError::Stick(StickError::TooLarge { .. })), "{name}: {refused:?}");
    }
    Ok(())
}

#[test]
fn what_is_no_file_keeps_nobody_waiting() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let pipe = folder.path().join("pipe");
    ensure!(Command::new("mkfifo").arg(&pipe).status()?.success());
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("device"))?;
    fs::create_dir(folder.path().join("folder"))?;
    for name in ["pipe", "device", "folder"] {
        let read = read_file(&Mounted::at(folder.path()), name, FileKind::Plan);
        ensure!(matches!(read, Err(StickError::System { .. })), "{name}: {read:?}");
    }
    Ok(())
}

#[test]
fn a_folder_with_more_names_than_anybody_can_choose_from_is_told() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    (0..NAMES).try_for_each(|n| File::create(folder.path().join(n.to_string())).map(drop))?;
    assert_eq!(names(&stick)?.len(), NAMES);
    File::create(folder.path().join("one more"))?;
    assert!(matches!(names(&stick), Err(StickError::TooMany { .. })));
    assert!(matches!(bundles(&stick), Err(CeremonyError::Stick(StickError::TooMany { .. }))));
    Ok(())
}

/// Half a gigabyte in some thousand bytes: layers of ZIP about zeros.
fn bomb() -> Result<Vec<u8>> {
    let mut inner = vec![0xCB, 255];
    inner.extend((512u32 << 20).to_be_bytes());
    let mut packed = Vec::new();
    let mut message = Compressor::new(Message::new(&mut packed)).algo(CompressionAlgorithm::Zip).build()?;
    message.write_all(&inner)?;
    let zeros = vec![0; 1 << 20];
    (0..512).try_for_each(|_| message.write_all(&zeros))?;
    message.finalize()?;
    let mut twice = Vec::new();
    let mut message = Compressor::new(Message::new(&mut twice)).algo(CompressionAlgorithm::Zip).build()?;
    message.write_all(&packed)?;
    message.finalize()?;
    Ok(twice)
}

fn armored(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new(), kind)?;
    writer.write_all(bytes)?;
    Ok(writer.finalize()?)
}

/// The most memory that this process has had, in kilobytes.
fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

#[test]
fn a_small_file_that_unpacks_to_half_a_gigabyte_is_not_unpacked() -> Result<()> {
    let (made, sealed) = ceremony()?;
    let bomb = bomb()?;
    ensure!(bomb.len() < 4096, "{} bytes", bomb.len());
    let public = made.identity().public_armored()?;
    let cert = read_public(&public)?;
    let files = sealed.files();
    let manifest = &files.iter().find(|(name, _)| *name == bundle::MANIFEST).context("no manifest")?.1;
    let signature = armored(Kind::Signature, &bomb)?;
    let in_signature = {
        let text = String::from_utf8(manifest.clone())?;
        let at = text.find("-----BEGIN PGP SIGNATURE").context("not signed")?;
        [&text.as_bytes()[..at], &signature].concat()
    };
    let before = peak()?;
    for bytes in [&bomb[..], &armored(Kind::Message, &bomb)?, &in_signature, &signature] {
        let read = read_signed(&cert, bytes);
        ensure!(matches!(read, Err(OpenPgpError::BadSignature { .. })), "{read:?}");
    }
    for bytes in [&bomb[..], &armored(Kind::PublicKey, &bomb)?, &[&public[..], &bomb].concat()] {
        read_public(bytes).map(drop).ok();
    }
    ensure!(read_public(&bomb).is_err() && read_public(&armored(Kind::PublicKey, &bomb)?).is_err());
    ensure!(peak()? - before < 128 << 10, "it took {} kilobytes more", peak()? - before);
    Ok(())
}

/// How much memory it takes to try a passphrase, the file says (RFC 9580 § 3.7.1.4), and whoever had the stick may have
/// changed that. No GnuPG exports a key so.
#[test]
fn a_small_export_cannot_ask_for_gigabytes() -> Result<()> {
    let (made, _) = ceremony()?;
    let before = peak()?;
    let public = made.identity().public();
    let argon2 = |t, m| S2K::Argon2 { salt: [7; 16], t, p: 1, m };
    for s2k in [argon2(1, 20), argon2(1, 22), argon2(255, 31), argon2(200, 10)] {
        let locked = Encrypted::new(
            s2k,
            SymmetricAlgorithm::AES256,
            Some(SecretKeyChecksum::SHA1),
            vec![1; 60].into(),
        );
        let key = public.primary_key().key().clone().add_secret(locked.into()).0;
        let (exported, _) = public.clone().insert_packets(Packet::from(key))?;
        let exported = exported.as_tsk().armored().to_vec()?;
        ensure!(exported.len() < 4096, "{} bytes", exported.len());
        let refused = inventory(&exported, Some(&"any".into()), SystemTime::now());
        ensure!(
            matches!(refused, Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly))),
            "{:?}",
            refused.map(drop)
        );
    }
    ensure!(peak()? - before < 64 << 10, "it took {} kilobytes more", peak()? - before);
    // Nor by what is packed.
    let packed = [&made.identity().secret_armored()?[..], &armored(Kind::SecretKey, &bomb()?)?].concat();
    for exported in [&packed[..], &bomb()?] {
        inventory(exported, None, SystemTime::now()).map(drop).ok();
    }
    ensure!(peak()? - before < 128 << 10, "it took {} kilobytes more", peak()? - before);
    Ok(())
}

/// One secret that the owner's passphrase opens can be written down again and again, each time as another key: each costs
/// no more than GnuPG's own, and all of them an hour.
#[test]
fn a_small_export_cannot_ask_for_an_hour() -> Result<()> {
    let (made, _) = ceremony()?;
    let cert = Cert::from_bytes(&made.identity().secret_armored()?)?;
    let locked = |key: Key<_, _>| key.encrypt_secret(&"right".into());
    let own = cert.keys().secret().map(|key| Ok((key.primary(), locked(key.key().clone())?)));
    let own = own.collect::<Result<Vec<_>>>()?;
    let packet = |(primary, key): &(bool, Key<key::SecretParts, key::UnspecifiedRole>)| match primary {
        true => Packet::from(key.clone().role_into_primary()),
        false => Packet::from(key.clone().role_into_subordinate()),
    };
    let (cert, _) = cert.insert_packets(own.iter().map(packet))?;
    let mut exported = cert.as_tsk().to_vec()?;
    ensure!(inventory(&exported, Some(&"right".into()), SystemTime::now()).is_ok());
    let (_, again) = own.last().context("no subkey")?;
    for second in 0..2000 {
        let mut key = again.clone();
        key.set_creation_time(
            SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_500_000_000 + second),
        )?;
        packet(&(false, key)).serialize(&mut exported)?;
    }
    ensure!(exported.len() < FileKind::ExportedKey.bytes(), "{} bytes", exported.len());
    let refused = inventory(&exported, Some(&"right".into()), SystemTime::now());
    ensure!(
        matches!(refused, Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly))),
        "{:?}",
        refused.map(drop)
    );
    Ok(())
}

/// As many user ids as fit into an export, each as long as a manifest takes it, and all signed by the owner's key.
#[test]
fn whatever_user_ids_an_imported_key_has_its_backup_can_be_read_again() -> Result<()> {
    let (made, _) = ceremony()?;
    let (plan, stick) = (fixtures::plan(Curve25519, 2, 3)?, tempfile::tempdir()?);
    let cert = Cert::from_bytes(&made.identity().secret_armored()?)?;
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let mut packets = Vec::new();
    for i in 0..90_u8 {
        let id = UserID::from(format!("{i}{}", "a".repeat(TEXT - 4)));
        let signature = SignatureBuilder::new(SignatureType::PositiveCertification);
        let signature = id.bind(&mut signer, &cert, signature)?;
        packets.extend([Packet::from(id), Packet::from(signature)]);
    }
    let exported = cert.insert_packets(packets)?.0.as_tsk().to_vec()?;
    ensure!(exported.len() < FileKind::ExportedKey.bytes(), "{} bytes", exported.len());
    let imported = fixtures::prepare_import(plan, &exported, None, stick.path(), &mut |_| ())?;
    ensure!(imported.made.identity().user_ids().len() > 90);
    let first = imported.made.identity().user_ids().swap_remove(0);
    ensure!(imported.sealed.manifest().user_ids.first() == Some(&first));
    Ok(())
}

#[test]
fn a_manifest_is_a_signed_text_and_nothing_else() -> Result<()> {
    let (made, sealed) = ceremony()?;
    let cert = made.identity().public();
    let signed = sealed.files().iter().find(|(name, _)| *name == bundle::MANIFEST).context("no manifest")?;
    let text = String::from_utf8(signed.1.clone())?;
    assert_eq!(read_signed(&cert, text.as_bytes())?.text, sealed.manifest().to_toml());
    // As an editor on Windows saves it, and with blanks at the ends of lines: of these the signature says nothing.
    for same in [text.replace('\n', "\r\n"), text.replace("\"\n", "\" \t\n"), format!("{text}\n\n")] {
        assert_eq!(read_signed(&cert, same.as_bytes())?.text, sealed.manifest().to_toml());
    }
    let other = sign_cleartext(made.identity(), "another text", SystemTime::now())?;
    let other = String::from_utf8(other)?;
    let no_key = made.identity().public();
    let stranger = ceremony()?.0.identity().public();
    for (what, changed) in [
        ("a word in front", format!("word\n{text}")),
        ("a word behind", format!("{text}word\n")),
        ("two of them", format!("{text}{other}")),
        ("the text of one and the signature of the other", {
            let at = text.find("-----BEGIN PGP SIGNATURE").unwrap();
            let at_other = other.find("-----BEGIN PGP SIGNATURE").unwrap();
            format!("{}{}", &text[..at], &other[at_other..])
        }),
        ("another header", text.replacen("Hash: ", "Comment: ", 1)),
        ("a line more", text.replacen("version = 1\n", "version = 1\nversion = 1\n", 1)),
        ("a dash that is not escaped", text.replacen("version = 1\n", "version = 1\n-\n", 1)),
        ("no signature", text.split("-----BEGIN PGP SIGNATURE").next().unwrap().to_owned()),
        ("too large", text.replacen("\n\nversion", &format!("\n\n{}\nversion", "#".repeat(64 << 10)), 1)),
    ] {
        let read = read_signed(&no_key, changed.as_bytes());
        ensure!(matches!(read, Err(OpenPgpError::BadSignature { .. })), "{what}: {read:?}");
    }
    ensure!(read_signed(&stranger, text.as_bytes()).is_err());
    Ok(())
}

#[test]
fn a_manifest_holds_no_more_than_there_is_to_say() -> Result<()> {
    let (_, sealed) = ceremony()?;
    let good = sealed.manifest();
    let read = |manifest: &Manifest| Manifest::from_toml(&manifest.to_toml());
    assert_eq!(read(good), Ok(good.clone()));
    let full = Manifest { user_ids: vec!["Ada".into(); USER_IDS], ..good.clone() };
    assert_eq!(read(&full), Ok(full.clone()));
    let long = "a".repeat(TEXT + 1);
    for (field, wrong) in [
        ("user_ids", Manifest { user_ids: vec!["Ada".into(); USER_IDS + 1], ..good.clone() }),
        ("user_ids", Manifest { user_ids: vec![long.clone()], ..good.clone() }),
        ("program", Manifest { program: long.clone(), ..good.clone() }),
        ("algorithm", Manifest { algorithm: long.clone(), ..good.clone() }),
        ("sealing", Manifest { sealing: 0, ..good.clone() }),
        ("fingerprint", Manifest { fingerprint: "A".repeat(39), ..good.clone() }),
    ] {
        assert_eq!(read(&wrong), Err(ManifestError::Field(field)));
    }
    let large = format!("{}{}", good.to_toml(), "\n".repeat(64 << 10));
    assert!(matches!(Manifest::from_toml(&large), Err(ManifestError::Syntax(_))));
    Ok(())
}

/// As much as is read again is sealed, and no more.
#[test]
fn what_would_be_too_large_to_be_read_again_is_not_sealed() -> Result<()> {
    let mut made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    made.keep("zeros", &vec![0; CONTENTS - (1 << 20)]).unwrap();
    let stick = tempfile::tempdir()?;
    let sealed = fixtures::seal(&made)?;
    let written = sealed.write(&Mounted::at(stick.path()), &mut |_| ())?;
    let mut recovery = Recovery::from_bundle(&Mounted::at(stick.path()), &written.folder)?;
    sealed.shares()[..2].iter().try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    recovery.recover()?;
    made.keep("more", &vec![0; 1 << 20]).unwrap();
    let refused = fixtures::message(&fixtures::seal(&made).unwrap_err());
    ensure!(refused.contains("vault"), "{refused}");
    Ok(())
}
