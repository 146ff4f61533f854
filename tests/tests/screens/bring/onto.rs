//! From there onto the Nitrokeys, and what is said on the way and at its end.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{Did, Source};
use coldspare::plan::Role;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::keys::{For, Kind, exported};
use coldspare_tests::paper::Pdf;
use coldspare_tests::words::said;
use ratatui::crossterm::event::KeyCode::{Char, End, Enter, Esc};
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::super::SERIALS;
use super::super::journal;
use super::super::pins::{bundle_and_rehearse, write_both};
use super::super::straight::{self, print, scan};
use super::{answer, choose, chosen, key, plan};

#[test]
fn a_nitrokey_that_does_not_take_ones_own_key_is_refused_with_what_to_do() -> Result<()> {
    let mut in_process = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.key(Enter)?;
    plan(&mut in_process)?;
    in_process.key(Enter)?;
    let pro = fixtures::key(Model::Pro2, SERIALS[0])?;
    pro.unplug();
    in_process.plug(&pro)?;
    in_process.key(Enter)?;
    in_process.wait_for("does not support")?;
    in_process.wait_for("Use another Nitrokey; or go back to “What goes where”")
}

/// A Start takes its RSA key of a Pro's, but not with this exponent; with a new one in its slot it goes on.
#[test]
fn a_start_that_does_not_take_an_exponent_is_refused_with_what_to_do_and_that_leads_on() -> Result<()> {
    let rsa = |exponent| Kind::Rsa(2048, exponent);
    let subkeys = [(For::Signing, rsa(65_537)), (For::Decryption, rsa(17)), (For::Logins, rsa(65_537))];
    let mut in_process = straight::home("en")?;
    fs::write(choose(&mut in_process, &[])?.join("ada.gpg"), exported(&rsa(65_537), false, &subkeys)?)?;
    in_process.each(&[Enter, Enter])?;
    in_process.at("places")?;
    in_process.key(Enter)?;
    plan(&mut in_process)?;
    in_process.key(Enter)?;
    let start = fixtures::key(Model::Start, SERIALS[0])?;
    start.unplug();
    in_process.plug(&start)?;
    in_process.key(Enter)?;
    in_process.wait_for("exponent 65537. Your key for decryption has another one")?;
    in_process.wait_for("Use another Nitrokey; or go back to “What goes where”")?;
    in_process.presses_until_at(Esc, "summary")?;
    in_process.each(&[Char('5'), Enter])?;
    in_process.at("places")?;
    in_process.each(&[Char('3'), Enter, End, Enter, Char('1'), Enter])?;
    while !in_process.screen().contains("Nitrokey Start") {
        in_process.key(Enter)?;
    }
    in_process.key(Enter)?;
    in_process.at(said("meet").with("role", Role::SPARE))
}

#[test]
fn the_record_the_farewell_and_the_guide_say_of_brought_keys_what_the_screens_said() -> Result<()> {
    let mut in_process = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    let pros = [
        fixtures::key(Model::Pro2, SERIALS[0])?,
        fixtures::key(Model::Pro2, SERIALS[1])?,
        fixtures::key(Model::Pro2, SERIALS[2])?,
    ];
    pros.iter().for_each(VirtualNitrokey::unplug);
    in_process.each(&[Enter; 3])?;
    plan(&mut in_process)?;
    in_process.wait_for("Decryption: yours, RSA 3072 …4EDA ABA1")?;
    in_process.key(Enter)?;
    straight::meet(&mut in_process, &pros)?;
    in_process.each(&[Enter; 4])?;
    in_process.wait_for("Your keys are here")?;
    journal::says(&in_process, |of, _| vec![Did::Held { from: Source::Brought, of }])?;
    in_process.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    let before = in_process.pages(0)?.len();
    in_process.key(Enter)?;
    let record = fs::read(&in_process.pages(before + 1)?[before])?;
    let record = Pdf::of(&record)?.text(1)?;
    for text in ["RSA 3072 4EDA ABA1", "RSA 3072 1309 3A44"] {
        ensure!(record.contains(text), "the record does not say {text}:\n{record}");
    }
    in_process.each(&[Char('6'), Enter])?;
    let stick = in_process.plug_stick("COLDSPARE")?;
    in_process.each(&[Enter; 3])?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    in_process.each(&[Enter; 4])?;
    write_both(&mut in_process, &pros)?;
    in_process.presses_until_at(Enter, "done")?;
    in_process.wait_for("Once the Nitrokey works, delete them there")?;
    // Only its primary key is on no Nitrokey, and nobody needs that on a disk.
    ensure!(
        !in_process.screen().contains("leave that one on the disk"),
        "against the guide:\n{}",
        in_process.screen()
    );
    let mut folders = fs::read_dir(&stick)?.filter_map(|entry| Some(entry.ok()?.path().join("GUIDE.txt")));
    let guide = folders.find(|guide| guide.exists()).map(fs::read_to_string).transpose()?.unwrap_or_default();
    ensure!(guide.contains("18. KEYS THAT STILL LIE ON A COMPUTER"), "no section 18:\n{guide}");
    ensure!(!guide.contains("What these keys did so far"), "of older keys:\n{guide}");
    Ok(())
}

#[test]
fn who_makes_new_keys_after_all_gets_nothing_of_what_was_brought() -> Result<()> {
    let mut in_process = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    // The primary key into the signature slot; the plan goes on, and back to the question for new keys.
    in_process.each(&[Char('2'), Enter, Char('1'), Enter, Char('1'), Enter])?;
    in_process.wait_for("► 3 RSA 3072")?;
    in_process.presses_until_at(Esc, "keys")?;
    in_process.each(&[Char('1'), Enter])?;
    straight::owner(&mut in_process)?;
    in_process.wait_for("► 1 Curve 25519")?;
    in_process.each(&[Enter, Enter])?;
    plan(&mut in_process)?;
    in_process.at("summary")?;
    // Something more: the PIN in the backup, and where the primary key lives.
    in_process.each(&[Esc, End, Enter, Enter])?;
    in_process.at("primary")?;
    in_process.wait_for("► 1 In the sealed backup alone")
}

#[test]
fn a_nitrokey_with_keys_that_were_not_brought_is_not_said_to_get_them_again() -> Result<()> {
    let (mut in_process, keys) =
        (chosen("en", &["primary-here-subkeys-on-card.asc"])?, straight::nitrokeys()?);
    let print = Cert::from_file(key("primary-here-subkeys-on-card.asc"))?;
    let print = print.keys().subkeys().next().context("no subkey")?.key().fingerprint();
    in_process.each(&[Enter; 3])?;
    plan(&mut in_process)?;
    in_process.key(Enter)?;
    in_process.plug(&keys[0])?;
    carries(&mut in_process, &keys[0], print.as_bytes())?;
    in_process.wait_for("some of your keys are on it")?;
    in_process.key(Char('1'))?;
    in_process.wait_for("Erased, they are lost for good")
}

/// Has a Nitrokey that is plugged in carry a key with this fingerprint in the first slot (OpenPGP card 3.4 § 4.4.1).
pub(crate) fn carries(in_process: &mut InProcess, key: &VirtualNitrokey, print: &[u8]) -> Result<()> {
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    key.transmit(&[&[0x00, 0x20, 0x00, 0x83, 0x08][..], b"12345678"].concat())?;
    ensure!(key.transmit(&[&[0x00, 0xDA, 0x00, 0xC7, 0x14][..], print].concat())? == [0x90, 0x00]);
    in_process.unplug(key)?;
    in_process.plug(key)
}

/// The primary is a Pro 2, the spare a Nitrokey 3.
fn pro_and_spare() -> Result<[VirtualNitrokey; 3]> {
    let key = |model, serial| fixtures::key(model, serial);
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
    let (mut in_process, keys) = (chosen("en", &["gnupg-default-rsa3072.asc"])?, pro_and_spare()?);
    // What goes where; the kind of what is new, which is preset to what is there; for two years.
    in_process.key(Enter)?;
    in_process.wait_for("► 3 RSA 3072")?;
    in_process.each(&[Enter, Enter])?;
    plan(&mut in_process)?;
    in_process.wait_for("Logins: new, RSA 3072")?;
    in_process.key(Enter)?;
    straight::meet(&mut in_process, &keys)?;
    // No dice, nothing typed, mixed, nothing more kept; brought.
    in_process.each(&[Enter; 4])?;
    in_process.wait_for("Your keys are here, and each was tried")?;
    in_process.each(&[Esc, Enter])?;
    ensure!(in_process.screen().contains("Your keys are here"), "asked again:\n{}", in_process.screen());
    in_process.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])?;
    bundle_and_rehearse(&mut in_process)?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    in_process.each(&[Enter; 4])?;
    write_both(&mut in_process, &keys)?;
    in_process.presses_until_at(Enter, "done")?;
    in_process.wait_for("Once the Nitrokey works, delete them there: GUIDE.txt, section 18")
}

/// Nothing else knows its new subkeys: what they were sealed in goes only if the owner says so.
#[test]
fn what_a_nitrokey_was_written_with_makes_no_room_for_what_is_put_together_again() -> Result<()> {
    let (mut in_process, keys) = (chosen("en", &["certify-only-primary.asc"])?, straight::nitrokeys()?);
    let cards = |in_process: &mut InProcess| -> Result<()> {
        in_process.presses_until_at(Enter, "seal")?;
        in_process.key(Enter)?;
        for card in 1..=3 {
            let share = print(in_process, card)?;
            scan(in_process, &share)?;
            in_process.key(Enter)?;
        }
        in_process.each(&[Char('6'), Enter])
    };
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.key(Enter)?;
    plan(&mut in_process)?;
    in_process.key(Enter)?;
    straight::meet(&mut in_process, &keys)?;
    in_process.each(&[Enter; 4])?;
    in_process.wait_for("Your keys are here")?;
    cards(&mut in_process)?;
    bundle_and_rehearse(&mut in_process)?;
    in_process.presses_until_at(Enter, said("write").with("role", Role::Primary))?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(&keys[0]).last_four())?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Esc, "summary")?;
    in_process.each(&[Char('5'), Enter])?;
    in_process.at("places")?;
    in_process.each(&[Char('4'), Enter, End, Enter, Char('1'), Enter])?;
    in_process.presses_until_at(Enter, "make-anew")?;
    in_process.wait_for("written already, and will have to be written again")?;
    in_process.key(Enter)?;
    cards(&mut in_process)?;
    in_process.key(Enter)?;
    in_process.wait_for("Another backup is on this stick")
}

#[test]
fn a_change_of_what_goes_where_makes_the_keys_stale() -> Result<()> {
    let (mut in_process, keys) = (chosen("en", &["certify-only-primary.asc"])?, straight::nitrokeys()?);
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.key(Enter)?;
    plan(&mut in_process)?;
    in_process.key(Enter)?;
    straight::meet(&mut in_process, &keys)?;
    in_process.each(&[Enter; 4])?;
    in_process.wait_for("Your keys are here")?;
    // Back to the summary, and from there to what goes where: a new key for logins.
    in_process.presses_until_at(Esc, "summary")?;
    in_process.each(&[Char('5'), Enter])?;
    in_process.at("places")?;
    in_process.each(&[Char('4'), Enter, End, Enter, Char('1'), Enter])?;
    while !in_process.screen().contains("Make them anew?") {
        in_process.key(Enter)?;
    }
    in_process.wait_for("Make them anew?")?;
    in_process.wait_for("Your own keys stay the same")
}
