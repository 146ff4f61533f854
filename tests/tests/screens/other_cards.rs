//! Cards that cannot be read, and cards whose reset takes more, or may not work: on every screen that lists them.

use anyhow::{Result, ensure};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Down, Enter, Esc, F};
use virtual_nitrokey::{Model, Trait, VirtualNitrokey};

use super::SERIALS;
use super::later::{golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

const BUNDLE: &str = "coldspare-954253C7";

/// Pulled out.
fn key(model: Model, serial: u32, traits: &[Trait]) -> Result<VirtualNitrokey> {
    let key = traits.iter().fold(fixtures::key(model, serial)?, |key, one| key.with(*one));
    key.unplug();
    Ok(key)
}

/// Its admin PIN is not the factory's any more.
fn owned(key: &VirtualNitrokey) -> Result<()> {
    key.plug();
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    key.transmit(b"\x00\x24\x00\x83\x101234567887654321")?;
    key.unplug();
    Ok(())
}

/// Look, meet, prove the spare, write: each says what cannot be read.
pub(crate) fn other_cards(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let mute = key(Model::Nitrokey3, SERIALS[0], &[Trait::TellsNothing])?;
    in_process.choose(coldspare::key!("inspect"))?;
    in_process.plug(&mute)?;
    pictures.take(&mut in_process, "inspect: cannot be read")?;
    in_process.unplug(&mute)?;
    in_process.key(Esc)?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    in_process.plug(&mute)?;
    pictures.take(&mut in_process, "meet: cannot be read")?;
    in_process.unplug(&mute)?;
    let other = key(Model::Nitrokey3, SERIALS[2], &[Trait::Maker(0xAFAF), Trait::NoAlgorithmList])?;
    in_process.plug(&other)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "meet: another maker's that does not say what it takes")
}

/// A Nitrokey is lost, and two cards open the backup: its keys are RSA.
fn open(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(coldspare::key!("lost"))?;
    in_process.each(&[Enter, Enter, Enter, Enter])?;
    in_process.plug_stick_with("BACKUP", &[&golden("rsa2048").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    for share in &shares("rsa2048")?[..2] {
        scan(in_process, share)?;
    }
    Ok(())
}

/// The spare that cannot be read; then a Pro, and a card of another maker whose admin PIN was changed.
pub(crate) fn before_erasing(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let mute = key(Model::Nitrokey3, SERIALS[0], &[Trait::TellsNothing])?;
    let pro = key(Model::Pro2, SERIALS[1], &[])?;
    let other = key(Model::Nitrokey3, SERIALS[2], &[Trait::Maker(0xAFAF)])?;
    owned(&other)?;
    open(&mut in_process)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.plug(&mute)?;
    pictures.take(&mut in_process, "lost-prove: cannot be read")?;
    in_process.key(F(3))?;
    pictures.take(&mut in_process, "write: cannot be read")?;
    in_process.unplug(&mute)?;
    in_process.plug(&pro)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "confirm: a Pro")?;
    in_process.key(Esc)?;
    in_process.unplug(&pro)?;
    in_process.plug(&other)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "confirm: another maker's")?;
    in_process.keys(&fixtures::serial(&other).last_four())?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "unsure")?;
    pictures.lines(&mut in_process, "unsure", 3)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write-admin: for the reset")?;
    in_process.keys("87654321")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "after the admin PIN")?;
    let info = fixtures::info(&VirtualBus::with(&[&other]), fixtures::serial(&other))?;
    ensure!(!info.is_blank() && info.tries.admin == 3, "it was not written");
    Ok(())
}

/// Once the cards are printed, nothing in the plan can be another: what is refused then is not said to be chosen anew.
#[test]
fn a_nitrokey_that_does_not_take_the_keys_when_it_is_written_is_told_to_be_another_one() -> Result<()> {
    let mut in_process = straight::home("en")?;
    straight::brought_back(&mut in_process, &key(Model::Pro2, SERIALS[0], &[])?)?;
    in_process.key(Enter)?;
    in_process.wait_for("does not support")?;
    in_process.wait_for("Use another Nitrokey: your keys and the cards stay as they are")?;
    ensure!(!in_process.screen().contains("the plan"), "{}", in_process.screen());
    Ok(())
}

/// Attestation would need an interface that stays shut.
#[test]
fn where_the_first_nitrokey_is_met_it_is_said_that_a_forged_one_cannot_be_told() -> Result<()> {
    for (language, said) in [
        ("en", "Whether a Nitrokey is genuine, Coldspare cannot tell"),
        ("de", "Ob ein Nitrokey echt ist, kann Coldspare nicht"),
        ("fr", "Coldspare ne peut pas dire si une Nitrokey"),
    ] {
        let mut in_process = straight::home(language)?;
        straight::to_plan(&mut in_process)?;
        straight::plan(&mut in_process)?;
        in_process.wait_for(said)?;
    }
    Ok(())
}

#[test]
fn before_a_pro_is_erased_it_is_said_what_else_is_lost_and_of_a_nitrokey_3_it_is_not() -> Result<()> {
    for (model, lost) in [(Model::Pro2, true), (Model::Nitrokey3, false)] {
        let mut in_process = straight::home("en")?;
        open(&mut in_process)?;
        in_process.each(&[Enter, Enter, Enter, F(3)])?;
        in_process.plug(&key(model, SERIALS[1], &[])?)?;
        in_process.key(Enter)?;
        in_process.at("confirm")?;
        let said = "the password safe of a Pro or Storage, and a Storage’s encrypted volumes, cannot be read any more";
        ensure!(in_process.shows(said) == lost, "{}", in_process.screen());
        ensure!(in_process.shows("Copy off what is in them first") == lost, "{}", in_process.screen());
    }
    Ok(())
}

#[test]
fn no_pin_of_another_makers_card_is_blocked_before_its_owner_was_asked() -> Result<()> {
    let other = key(Model::Nitrokey3, SERIALS[2], &[Trait::Maker(0xAFAF)])?;
    owned(&other)?;
    let mut in_process = straight::home("en")?;
    open(&mut in_process)?;
    in_process.each(&[Enter, Enter, Enter, F(3)])?;
    in_process.plug(&other)?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(&other).last_four())?;
    in_process.key(Enter)?;
    in_process.wait_for("Whether it can be reset shows only when both its PINs are blocked")?;
    // Blank, it could have had the factory's admin PIN: one guess.
    let tries = |in_process: &InProcess| {
        let tries = fixtures::info(&VirtualBus::with(&[&other]), fixtures::serial(&other))?.tries;
        ensure!((tries.user, tries.admin) == (3, 2), "{tries:?}\n{}", in_process.screen());
        anyhow::Ok(())
    };
    tries(&in_process)?;
    // The way that blocks is not the one that is selected, nor the next.
    in_process.each(&[Down, Enter])?;
    in_process.settle()?;
    tries(&in_process)
}

#[test]
fn a_card_that_cannot_be_read_is_said_to_be_one_on_every_screen_that_lists() -> Result<()> {
    let mute = key(Model::Nitrokey3, SERIALS[0], &[Trait::TellsNothing])?;
    let listed = |in_process: &mut InProcess| {
        in_process.plug(&mute)?;
        in_process.wait_for("cannot be read")?;
        in_process.wait_for("it refuses to say what it is")?;
        in_process.unplug(&mute)
    };
    let mut in_process = straight::home("en")?;
    in_process.choose(coldspare::key!("inspect"))?;
    listed(&mut in_process)?;
    in_process.key(Esc)?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    listed(&mut in_process)?;
    let mut in_process = straight::home("en")?;
    open(&mut in_process)?;
    in_process.each(&[Enter, Enter, Enter])?;
    listed(&mut in_process)?;
    in_process.key(F(3))?;
    listed(&mut in_process)
}
