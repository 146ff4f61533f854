//! Sticks: each is called what it is, and so is each bundle on it.

use std::fs;

use anyhow::{Result, ensure};
use coldspare::backup::bundle;
use coldspare::key;
use coldspare::plan::Algorithm::Curve25519;
use ratatui::crossterm::event::KeyCode::{Enter, Esc};
use sequoia_openpgp::parse::Parse as _;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::serialize::SerializeInto as _;
use sequoia_openpgp::types::SignatureType;
use sequoia_openpgp::{Cert, Packet};

use super::owner::{after_a_theft, copy, owner, sealed_twice};
use super::printed::{has, part, report};
use super::way::{
    cards, go_on, home, proves, proves_one, recovers, scan, to_bundles, to_cards, to_nitrokeys_with,
    to_sticks,
};

/// A stick without the bundle, one that cannot be read, one of other keys, and one with last year's.
#[test]
fn each_stick_is_called_what_it_is() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let folder = owner.stick.path().join(&owner.folder);
    let mut in_process = home()?;
    to_sticks(&mut in_process, &folder)?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.wait_for("Stick HOLIDAYS: there is no backup on it")?;
    in_process.unplug_stick("HOLIDAYS")?;
    let drawer = tempfile::tempdir()?;
    let damaged = drawer.path().join(&owner.folder);
    copy(&folder, &damaged)?;
    let sealed = damaged.join("sealed-backup.pgp");
    let mut bytes = fs::read(&sealed)?;
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&sealed, bytes)?;
    in_process.plug_stick_with("WORN", &[&damaged])?;
    in_process.wait_for("Stick WORN cannot be read")?;
    in_process.unplug_stick("WORN")?;
    in_process.plug_stick_with("OTHERS", &[&other.stick.path().join(&other.folder)])?;
    in_process.wait_for("Stick OTHERS: a backup of other keys")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BACKUP"])?;
    has(&report, "To be put right", &["Stick WORN cannot be read"])?;
    has(&report, "Not checked", &["Stick HOLIDAYS", "Stick OTHERS"])
}

/// The next sealing for the same cards, as a renewal writes it.
#[test]
fn an_old_backup_and_a_newer_one_are_told_from_each_other() -> Result<()> {
    let (folder, [first, second]) = sealed_twice()?;
    for (begins, comes, heading, said) in [
        (&second, &first, "To be put right", "Stick LATER has an old backup: sealing 1"),
        (&first, &second, "To be put right", "Stick LATER has a newer backup: sealing 2"),
    ] {
        let mut in_process = home()?;
        to_sticks(&mut in_process, &begins.path().join(&folder))?;
        in_process.plug_stick_with("LATER", &[&comes.path().join(&folder)])?;
        in_process.wait_for(said)?;
        has(&report(&mut in_process)?, heading, &[said])?;
    }
    Ok(())
}

/// Nothing is compared with anything, and so nothing is called good but the day that the owner has said.
#[test]
fn without_a_bundle_nothing_is_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.plug(&owner.keys[1])?;
    to_bundles(&mut in_process)?;
    in_process.wait_for("HOLIDAYS")?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    for share in &owner.shares {
        scan(&mut in_process, share)?;
        in_process.wait_for("compared with nothing")?;
    }
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["No stick with a backup was there"])?;
    has(&report, "Not checked", &["Card 1", "Card 2", "Card 3", "The spare", "Until when the keys last"])?;
    let good = part(&report, "Good")?;
    ensure!(good.matches("Confirmed by the owner").count() == 1, "{good}");
    ensure!(!good.contains("Card") && !good.contains("Stick") && !good.contains("image"), "{good}");
    Ok(())
}

/// It was said that there is none, and then there is one: it is not one of other keys.
#[test]
fn a_backup_that_comes_after_it_was_said_that_there_is_none_is_what_to_begin_with() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    in_process.plug_stick("HOLIDAYS")?;
    to_bundles(&mut in_process)?;
    // Once it has looked.
    in_process.wait_for("HOLIDAYS")?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.plug_stick_with("BACKUP", &[&owner.stick.path().join(&owner.folder)])?;
    in_process.wait_for("Stick BACKUP has a backup")?;
    in_process.wait_for("begin with this stick")?;
    let report = report(&mut in_process)?;
    has(&report, "Not checked", &["Stick BACKUP has a backup", "The spare No public key was there"])?;
    ensure!(!report.contains("No stick with a backup") && !report.contains("other keys"), "{report}");
    Ok(())
}

/// The one before beside today's, as a renewal puts it aside: both are told, and that today's was not rehearsed to the end.
#[test]
fn a_good_backup_hides_no_old_one_beside_it() -> Result<()> {
    let (folder, [first, second]) = sealed_twice()?;
    let drawer = tempfile::tempdir()?;
    let kept = drawer.path().join(format!("{folder}.old"));
    copy(&first.path().join(&folder), &kept)?;
    let today = second.path().join(&folder);
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("BOTH", &[&today, &kept])?;
    in_process.wait_for("Stick BOTH still has the backup before, beside a newer one: sealing 1")?;
    in_process.wait_for("then only one is left")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BOTH"])?;
    has(
        &report,
        "To be put right",
        &[
            "Stick BOTH still has the backup before, beside a newer one: sealing 1",
            "It is kept until the newer one has been rehearsed.",
        ],
    )
}

/// After a theft: who had the stick can have taken the revocations out of the public key, and the list is the same.
#[test]
fn a_public_key_without_its_revocations_is_not_the_same() -> Result<()> {
    let owner = owner(Curve25519)?;
    let (prepared, stick) = after_a_theft(&owner)?;
    let (drawer, today) = (tempfile::tempdir()?, stick.path().join(&prepared.folder));
    let forged = drawer.path().join(&prepared.folder);
    copy(&today, &forged)?;
    let whole = Cert::from_file(forged.join("public-key.asc"))?;
    let is_revocation = |packet: &Packet| matches!(packet, Packet::Signature(signature) if signature.typ() == SignatureType::SubkeyRevocation);
    let stripped = whole.into_packets().filter(|packet| !is_revocation(packet)).collect::<Vec<_>>();
    let stripped = Cert::from_packets(stripped.into_iter())?;
    fs::write(forged.join("public-key.asc"), stripped.armored().to_vec()?)?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("FORGED", &[&forged])?;
    in_process.wait_for("Stick FORGED calls itself the same sealing, and is not")?;
    // To begin with, it takes what was stolen for good; what comes out of the backup does not.
    let mut in_process = home()?;
    to_nitrokeys_with(&mut in_process, &forged)?;
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    cards(&mut in_process, &prepared.sealed.shares()[..owner.needed])?;
    recovers(&mut in_process)?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "To be put right", &["not the keys in use"])
}

/// What was compared with one backup counts nothing beside another one.
#[test]
fn who_begins_with_another_backup_begins_anew() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    owner.shares.iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.presses_until_at(Esc, "yearly-bundle")?;
    in_process.unplug_stick("BACKUP")?;
    in_process.plug_stick_with("OTHERS", &[&other.stick.path().join(&other.folder)])?;
    in_process.wait_for("OTHERS")?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    in_process.wait_for("Stick OTHERS")?;
    ensure!(!in_process.shows("BACKUP"), "{}", in_process.screen());
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    let first = report(&mut in_process)?;
    has(&first, "Good", &["Stick OTHERS"])?;
    has(&first, "Not checked", &["Cards 1, 2, 3"])?;
    ensure!(!first.contains("BACKUP") && !part(&first, "Good")?.contains("Card "), "{first}");
    // And without one nothing is left of it: no cards, and nothing to open.
    in_process.presses_until_at(Esc, "yearly-cards")?;
    other.shares.iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.presses_until_at(Esc, "yearly-bundle")?;
    in_process.unplug_stick("OTHERS")?;
    in_process.until("it has looked", |in_process| !in_process.shows("OTHERS"))?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    in_process.key(Enter)?;
    in_process.at("yearly-report")
}

/// The list itself is damaged, and of another one's nothing is said but that it is another one's.
#[test]
fn a_list_that_cannot_be_read_and_a_backup_of_other_keys_beside_todays_are_both_told() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let (today, others) = (owner.stick.path().join(&owner.folder), other.stick.path().join(&other.folder));
    let drawer = tempfile::tempdir()?;
    let damaged = drawer.path().join(&owner.folder);
    copy(&today, &damaged)?;
    let list = fs::read_to_string(damaged.join(bundle::MANIFEST))?;
    fs::write(damaged.join(bundle::MANIFEST), &list[..list.len() / 2])?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("WORN", &[&damaged, &others])?;
    in_process.wait_for("Stick WORN cannot be read")?;
    in_process.wait_for("Stick WORN: a backup of other keys")?;
    in_process.plug_stick_with("BOTH", &[&today, &others])?;
    in_process.wait_for("Stick BOTH: a backup of other keys")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BACKUP", "Stick BOTH"])?;
    has(&report, "To be put right", &["Stick WORN cannot be read"])?;
    has(&report, "Not checked", &["Stick WORN: a backup of other keys", "Stick BOTH: a backup of other keys"])
}

/// Each kind is told once, however many folders there are of it, and what is to be put right comes last.
#[test]
fn of_two_old_backups_of_one_sealing_beside_todays_one_is_told() -> Result<()> {
    let (folder, [first, second]) = sealed_twice()?;
    let (drawer, today) = (tempfile::tempdir()?, second.path().join(&folder));
    let old = ["coldspare-00000000", "coldspare-00000001"].map(|name| drawer.path().join(name));
    old.iter().try_for_each(|old| copy(&first.path().join(&folder), old))?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("OLD", &[&old[0], &old[1], &today])?;
    in_process.wait_for("Stick OLD has an old backup: sealing 1")?;
    in_process.wait_for("Copy today’s folder to it from another stick")?;
    let report = report(&mut in_process)?;
    ensure!(report.matches("Stick OLD has an old backup").count() == 1, "{report}");
    has(&report, "Good", &["Stick OLD"])
}

#[test]
fn who_comes_back_to_a_stick_has_it_read_once_more() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    let stick = to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    fs::write(stick.join(&owner.folder).join(bundle::SEALED_BACKUP), "damaged")?;
    in_process.key(Esc)?;
    in_process.wait_for("Stick BACKUP cannot be read")
}

/// Who had the stick has taken a subkey out of the public key; what comes out of the backup has it.
#[test]
fn nitrokeys_are_proven_by_the_public_key_that_came_out_of_the_backup() -> Result<()> {
    let owner = owner(Curve25519)?;
    let drawer = tempfile::tempdir()?;
    let forged = drawer.path().join(&owner.folder);
    copy(&owner.stick.path().join(&owner.folder), &forged)?;
    let whole = Cert::from_file(forged.join(bundle::PUBLIC_KEY))?;
    let policy = StandardPolicy::new();
    let decrypts: Vec<_> = whole
        .keys()
        .with_policy(&policy, None)
        .for_storage_encryption()
        .map(|key| key.key().fingerprint())
        .collect();
    let less = whole.retain_subkeys(|key| !decrypts.contains(&key.key().fingerprint()));
    fs::write(forged.join(bundle::PUBLIC_KEY), less.armored().to_vec()?)?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &forged)?;
    in_process.key(Enter)?;
    cards(&mut in_process, &owner.shares[..owner.needed])?;
    recovers(&mut in_process)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Which one is it?")
}
