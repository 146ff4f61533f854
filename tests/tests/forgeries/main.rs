//! Forged backups. Whoever holds the stick for five minutes knows the set and every card's hash from the
//! manifest, signs another manifest with a key of his own that bears the owner's name, and puts something else
//! in the place of the sealed backup; the true cards are accepted. What proves the sealed backup is the backup
//! key that they make, and nothing else: whatever was not encrypted under it, whole, is refused.

#![allow(clippy::unwrap_used)]

mod debian_tools;
mod kinds;
mod packets;

use std::collections::BTreeSet;
use std::fs;
use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::backup::{BackupPart, Collector, GatherError, Manifest, SealError, bundle, open, parts};
use coldspare::ceremony::{CeremonyError, Recovery, Rehearsed};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::sign_cleartext;
use kinds::{Kind, Scene};
use tempfile::TempDir;

fn all(scene: &Scene) -> Vec<Kind> {
    [kinds::without_the_key(scene), kinds::careless(scene), kinds::with_the_key(scene)].concat()
}

/// A stick with a bundle whose manifest and public key are the forger's, for the owner's set and cards.
fn forged_stick(scene: &Scene, sealed: &[u8]) -> Result<(TempDir, String)> {
    let manifest = Manifest {
        fingerprint: scene.forger().fingerprint(),
        sealed_backup_sha256: openssl::sha::sha256(sealed),
        ..scene.owner.sealed.manifest().clone()
    };
    let stick = tempfile::tempdir()?;
    let folder = bundle::folder(&manifest.fingerprint);
    fs::create_dir(stick.path().join(&folder))?;
    let write = |name: &str, bytes: &[u8]| fs::write(stick.path().join(&folder).join(name), bytes);
    write(bundle::PUBLIC_KEY, &scene.forger().public_armored()?)?;
    write(bundle::SEALED_BACKUP, sealed)?;
    let signed = sign_cleartext(scene.forger(), &manifest.to_toml(), SystemTime::now())?;
    write(bundle::MANIFEST, &signed)?;
    Ok((stick, folder))
}

fn with_the_true_cards(scene: &Scene, mut recovery: Recovery) -> Result<Rehearsed, CeremonyError> {
    for share in &scene.owner.sealed.shares()[..2] {
        recovery.add(share.clone())?;
    }
    recovery.recover()
}

fn from_stick(scene: &Scene, sealed: &[u8]) -> Result<Result<Rehearsed, CeremonyError>> {
    let (stick, folder) = forged_stick(scene, sealed)?;
    let recovery = Recovery::from_bundle(&Mounted::at(stick.path()), &folder)?;
    Ok(with_the_true_cards(scene, recovery))
}

fn from_sheet(scene: &Scene, sealed: &[u8]) -> Result<Result<Rehearsed, CeremonyError>> {
    let mut sheet = Collector::default();
    for part in parts(scene.key.set(), 1, sealed)? {
        sheet.add(BackupPart::parse(&part.to_text())?)?;
    }
    Ok(with_the_true_cards(scene, Recovery::from_sheet(&sheet)?))
}

#[test]
fn no_kind_of_forgery_is_opened() -> Result<()> {
    let scene = Scene::new()?;
    for (kind, message) in all(&scene) {
        match open(&message, &scene.key) {
            Err(SealError::NotSealed | SealError::WrongKey | SealError::Damaged | SealError::Inside) => {}
            other => panic!("{kind}: {other:?}"),
        }
    }
    Ok(())
}

#[test]
fn whoever_lacks_the_cards_gets_nothing_read_from_the_inside() -> Result<()> {
    let scene = Scene::new()?;
    for (kind, message) in kinds::without_the_key(&scene) {
        let opened = open(&message, &scene.key);
        ensure!(
            matches!(opened, Err(SealError::NotSealed | SealError::WrongKey | SealError::Damaged)),
            "{kind}: {opened:?}"
        );
    }
    Ok(())
}

/// As no sealed backup, as a damaged one, or as one that these cards, which fit together, do not open.
fn is_refused<T>(recovered: &Result<T, CeremonyError>) -> bool {
    let refused = |error: &CeremonyError| {
        matches!(error, CeremonyError::Seal(_) | CeremonyError::Gather(GatherError::NotThisBackup { .. }))
    };
    recovered.as_ref().err().is_some_and(refused)
}

#[test]
fn a_forged_stick_brings_nothing_back() -> Result<()> {
    let scene = Scene::new()?;
    for (kind, message) in all(&scene) {
        let recovered = from_stick(&scene, &message)?;
        ensure!(is_refused(&recovered), "{kind}: {recovered:?}");
    }
    Ok(())
}

#[test]
fn a_forged_backup_sheet_brings_nothing_back() -> Result<()> {
    let scene = Scene::new()?;
    for (kind, message) in all(&scene) {
        if (1..=133_650).contains(&message.len()) {
            let recovered = from_sheet(&scene, &message)?;
            ensure!(is_refused(&recovered), "{kind}: {recovered:?}");
        }
    }
    Ok(())
}

/// Even who has the backup key cannot have another key come back than the manifest beside it names.
#[test]
fn the_true_backup_beside_a_forged_manifest_is_noticed() -> Result<()> {
    let scene = Scene::new()?;
    let recovered = from_stick(&scene, &scene.true_message)?;
    ensure!(matches!(recovered, Err(CeremonyError::Tampered { .. })), "{recovered:?}");
    Ok(())
}

#[test]
fn every_form_of_a_true_message_is_opened() -> Result<()> {
    let scene = Scene::new()?;
    for (kind, message) in kinds::true_ones(&scene) {
        open(&message, &scene.key).map_err(|e| anyhow::anyhow!("{kind}: {e}"))?;
        from_sheet(&scene, &message)??;
    }
    Ok(())
}

#[test]
fn each_kind_has_a_name_and_a_message_of_its_own() -> Result<()> {
    let scene = Scene::new()?;
    let every = [all(&scene), kinds::true_ones(&scene)].concat();
    let names: BTreeSet<_> = every.iter().map(|(name, _)| name).collect();
    let messages: BTreeSet<_> = every.iter().map(|(_, message)| message).collect();
    assert_eq!((names.len(), messages.len()), (every.len(), every.len()));
    Ok(())
}
