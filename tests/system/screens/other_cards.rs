//! Cards that cannot be read, and cards whose reset takes more, or may not work: on every screen that lists them.

use anyhow::{Result, ensure};
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use virtual_nitrokey::{Model, Trait, VirtualNitrokey};

use super::SERIALS;
use super::later::{golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

const BUNDLE: &str = "coldspare-954253C7";

/// Pulled out.
fn key(model: Model, serial: u32, traits: &[Trait]) -> Result<VirtualNitrokey> {
    let key = traits.iter().fold(walk::key(model, serial)?, |key, one| key.with(*one));
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
    let mut face = straight::home(language)?;
    let mute = key(Model::Nitrokey3, SERIALS[0], &[Trait::TellsNothing])?;
    face.each(&[Char('4'), Enter])?;
    face.plug(&mute)?;
    pictures.take(&mut face, "look: cannot be read")?;
    face.unplug(&mute)?;
    face.key(Esc)?;
    straight::to_plan(&mut face)?;
    straight::plan(&mut face)?;
    face.plug(&mute)?;
    pictures.take(&mut face, "meet: cannot be read")?;
    face.unplug(&mute)?;
    let other = key(Model::Nitrokey3, SERIALS[2], &[Trait::Maker(0xAFAF), Trait::NoAlgorithmList])?;
    face.plug(&other)?;
    face.key(Enter)?;
    pictures.take(&mut face, "meet: another maker's that does not say what it takes")
}

/// The spare that cannot be read; then a Pro, and a card of another maker whose admin PIN was changed.
pub(crate) fn before_erasing(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let mute = key(Model::Nitrokey3, SERIALS[0], &[Trait::TellsNothing])?;
    let pro = key(Model::Pro2, SERIALS[1], &[])?;
    let other = key(Model::Nitrokey3, SERIALS[2], &[Trait::Maker(0xAFAF)])?;
    owned(&other)?;
    face.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter])?;
    face.plug_stick_with("BACKUP", &[&golden("rsa2048").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    face.key(Enter)?;
    for share in &shares("rsa2048")?[..2] {
        scan(&mut face, share)?;
    }
    face.each(&[Enter, Enter, Enter])?;
    face.plug(&mute)?;
    pictures.take(&mut face, "lost-prove: cannot be read")?;
    face.key(F(3))?;
    pictures.take(&mut face, "write: cannot be read")?;
    face.unplug(&mute)?;
    face.plug(&pro)?;
    face.key(Enter)?;
    pictures.take(&mut face, "confirm: a Pro")?;
    face.key(Esc)?;
    face.unplug(&pro)?;
    face.plug(&other)?;
    face.key(Enter)?;
    pictures.take(&mut face, "confirm: another maker's")?;
    face.keys(&walk::serial(&other).last_four())?;
    face.key(Enter)?;
    pictures.take(&mut face, "unsure")?;
    pictures.lines(&mut face, "unsure", 3)?;
    face.key(Enter)?;
    pictures.take(&mut face, "write-admin: for the reset")?;
    face.keys("87654321")?;
    face.key(Enter)?;
    pictures.take(&mut face, "after the admin PIN")?;
    let info = walk::info(&VirtualBus::with(&[&other]), walk::serial(&other))?;
    ensure!(!info.is_blank() && info.tries.admin == 3, "it was not written");
    Ok(())
}

/// Once the cards are printed, nothing in the plan can be another: what is refused then is not said to be chosen anew.
#[test]
fn a_nitrokey_that_does_not_take_the_keys_when_it_is_written_is_told_to_be_another_one() -> Result<()> {
    let mut face = straight::home("en")?;
    straight::brought_back(&mut face, &key(Model::Pro2, SERIALS[0], &[])?)?;
    face.key(Enter)?;
    face.wait_for("does not take")?;
    face.wait_for("Use another Nitrokey: your keys and the cards stay as they are")?;
    ensure!(!face.screen().contains("the plan"), "{}", face.screen());
    Ok(())
}
