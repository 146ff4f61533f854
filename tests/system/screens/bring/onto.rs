//! From there onto the Nitrokeys, and what is said on the way and at its end.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare_tests::face::Face;
use coldspare_tests::keys::{For, Kind, exported};
use coldspare_tests::paper::Pdf;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, End, Enter, Esc};
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::super::SERIALS;
use super::super::pins::{bundle_and_rehearse, write_both};
use super::super::straight::{self, print, scan};
use super::{answer, choose, chosen, key, plan};

#[test]
fn a_nitrokey_that_does_not_take_ones_own_key_is_refused_with_what_to_do() -> Result<()> {
    let mut face = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut face, "correct horse battery staple")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    let pro = walk::key(Model::Pro2, SERIALS[0])?;
    pro.unplug();
    face.plug(&pro)?;
    face.key(Enter)?;
    face.wait_for("does not take")?;
    face.wait_for("Use another Nitrokey; or go back to “What goes where”")
}

/// A Start takes its RSA key of a Pro's, but not with this exponent; with a new one in its slot it goes on.
#[test]
fn a_start_that_does_not_take_an_exponent_is_refused_with_what_to_do_and_that_leads_on() -> Result<()> {
    let rsa = |exponent| Kind::Rsa(2048, exponent);
    let subkeys = [(For::Signing, rsa(65_537)), (For::Decryption, rsa(17)), (For::Logins, rsa(65_537))];
    let mut face = straight::home("en")?;
    fs::write(choose(&mut face, &[])?.join("ada.gpg"), exported(&rsa(65_537), false, &subkeys)?)?;
    face.each(&[Enter, Enter])?;
    face.wait_for("What goes where")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    let start = walk::key(Model::Start, SERIALS[0])?;
    start.unplug();
    face.plug(&start)?;
    face.key(Enter)?;
    face.wait_for("exponent 65537. Your key for decryption has another one")?;
    face.wait_for("Use another Nitrokey; or go back to “What goes where”")?;
    while !face.screen().contains("Today is") {
        face.key(Esc)?;
    }
    face.each(&[Char('5'), Enter])?;
    face.wait_for("What goes where")?;
    face.each(&[Char('3'), Enter, End, Enter, Char('1'), Enter])?;
    while !face.screen().contains("Nitrokey Start") {
        face.key(Enter)?;
    }
    face.key(Enter)?;
    face.wait_for("Which one is the spare?")
}

#[test]
fn the_record_the_farewell_and_the_guide_say_of_brought_keys_what_the_screens_said() -> Result<()> {
    let mut face = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    let pros = [
        walk::key(Model::Pro2, SERIALS[0])?,
        walk::key(Model::Pro2, SERIALS[1])?,
        walk::key(Model::Pro2, SERIALS[2])?,
    ];
    pros.iter().for_each(VirtualNitrokey::unplug);
    face.each(&[Enter; 3])?;
    plan(&mut face)?;
    face.wait_for("Decryption: yours, RSA 3072 …4EDA ABA1")?;
    face.key(Enter)?;
    straight::meet(&mut face, &pros)?;
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here")?;
    face.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    let before = face.pages(0)?.len();
    face.key(Enter)?;
    let record = fs::read(&face.pages(before + 1)?[before])?;
    let said = Pdf::of(&record)?.text(1)?;
    for text in ["RSA 3072 4EDA ABA1", "RSA 3072 1309 3A44"] {
        ensure!(said.contains(text), "the record does not say {text}:\n{said}");
    }
    face.each(&[Char('5'), Enter])?;
    let stick = face.plug_stick("COLDSPARE")?;
    face.each(&[Enter; 3])?;
    face.wait_for("PINs of the primary")?;
    face.each(&[Enter; 4])?;
    write_both(&mut face, &pros)?;
    for _ in 0..4 {
        if !face.screen().contains("That was it") {
            face.key(Enter)?;
        }
    }
    face.wait_for("Once the Nitrokey works, delete them there")?;
    // Only its primary key is on no Nitrokey, and nobody needs that on a disk.
    ensure!(!face.screen().contains("leave that one on the disk"), "against the guide:\n{}", face.screen());
    let mut folders = fs::read_dir(&stick)?.filter_map(|entry| Some(entry.ok()?.path().join("GUIDE.txt")));
    let guide = folders.find(|guide| guide.exists()).map(fs::read_to_string).transpose()?.unwrap_or_default();
    ensure!(guide.contains("8. KEYS THAT STILL LIE ON A COMPUTER"), "no section 8:\n{guide}");
    ensure!(!guide.contains("What these keys did so far"), "of older keys:\n{guide}");
    Ok(())
}

#[test]
fn who_makes_new_keys_after_all_gets_nothing_of_what_was_brought() -> Result<()> {
    let mut face = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    // The primary key into the signature slot; the plan goes on, and back to the question for new keys.
    face.each(&[Char('2'), Enter, Char('1'), Enter, Char('1'), Enter])?;
    face.wait_for("► 3 RSA 3072")?;
    while !face.screen().contains("New keys, or yours?") {
        face.key(Esc)?;
    }
    face.each(&[Char('1'), Enter])?;
    straight::owner(&mut face)?;
    face.wait_for("► 1 Curve 25519")?;
    face.each(&[Enter, Enter])?;
    plan(&mut face)?;
    face.wait_for("The plan")?;
    // Something more: the PIN in the backup, and where the primary key lives.
    face.each(&[Esc, End, Enter, Enter])?;
    face.wait_for("Where does the primary key live?")?;
    face.wait_for("► 1 In the sealed backup alone")
}

#[test]
fn a_nitrokey_with_keys_that_were_not_brought_is_not_said_to_get_them_again() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["primary-here-subkeys-on-card.asc"])?, straight::nitrokeys()?);
    let print = Cert::from_file(key("primary-here-subkeys-on-card.asc"))?;
    let print = print.keys().subkeys().next().context("no subkey")?.key().fingerprint();
    face.each(&[Enter; 3])?;
    plan(&mut face)?;
    face.key(Enter)?;
    face.plug(&keys[0])?;
    carries(&mut face, &keys[0], print.as_bytes())?;
    face.wait_for("some of your keys are on it")?;
    face.key(Char('1'))?;
    face.wait_for("Erased, they are lost for good")
}

/// Has a Nitrokey that is plugged in carry a key with this fingerprint in the first slot (OpenPGP card 3.4 § 4.4.1).
pub(crate) fn carries(face: &mut Face, key: &VirtualNitrokey, print: &[u8]) -> Result<()> {
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    key.transmit(&[&[0x00, 0x20, 0x00, 0x83, 0x08][..], b"12345678"].concat())?;
    ensure!(key.transmit(&[&[0x00, 0xDA, 0x00, 0xC7, 0x14][..], print].concat())? == [0x90, 0x00]);
    face.unplug(key)?;
    face.plug(key)
}

/// The primary is a Pro 2, the spare a Nitrokey 3.
fn pro_and_spare() -> Result<[VirtualNitrokey; 3]> {
    let key = |model, serial| walk::key(model, serial);
    let keys = [
        key(Model::Pro2, SERIALS[0])?,
        key(Model::Nitrokey3, SERIALS[1])?,
        key(Model::Nitrokey3, SERIALS[2])?,
    ];
    keys.iter().for_each(VirtualNitrokey::unplug);
    Ok(keys)
}

#[test]
fn a_default_key_of_gnupgs_comes_onto_a_pro_and_nothing_is_asked_twice() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["gnupg-default-rsa3072.asc"])?, pro_and_spare()?);
    // What goes where; the kind of what is new, which is preset to what is there; for two years.
    face.key(Enter)?;
    face.wait_for("► 3 RSA 3072")?;
    face.each(&[Enter, Enter])?;
    plan(&mut face)?;
    face.wait_for("Logins: new, RSA 3072")?;
    face.key(Enter)?;
    straight::meet(&mut face, &keys)?;
    // No dice, nothing typed, mixed, nothing more kept; brought.
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here, and each was tried")?;
    face.each(&[Esc, Enter])?;
    ensure!(face.screen().contains("Your keys are here"), "asked again:\n{}", face.screen());
    face.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    face.wait_for("PINs of the primary")?;
    face.each(&[Enter; 4])?;
    write_both(&mut face, &keys)?;
    for _ in 0..4 {
        if !face.screen().contains("That was it") {
            face.key(Enter)?;
        }
    }
    face.wait_for("Once the Nitrokey works, delete them there: GUIDE.txt, section 8")
}

#[test]
fn a_change_of_what_goes_where_makes_the_keys_stale() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["certify-only-primary.asc"])?, straight::nitrokeys()?);
    answer(&mut face, "correct horse battery staple")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    straight::meet(&mut face, &keys)?;
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here")?;
    // Back to the summary, and from there to what goes where: a new key for logins.
    while !face.screen().contains("Today is") {
        face.key(Esc)?;
    }
    face.each(&[Char('5'), Enter])?;
    face.wait_for("What goes where")?;
    face.each(&[Char('4'), Enter, End, Enter, Char('1'), Enter])?;
    while !face.screen().contains("Make them anew?") {
        face.key(Enter)?;
    }
    face.wait_for("Make them anew?")?;
    face.wait_for("Your own keys stay the same")
}
