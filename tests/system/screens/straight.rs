//! The straight way through 'Set up keys', from stage to stage, with what is preset.

use anyhow::{Context, Result};
use coldspare::backup::Share;
use coldspare::plan::Algorithm;
use coldspare_tests::face::{Face, printed_shares};
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter};
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::{LANGUAGES, SERIALS};

/// The screens at home, in this language.
pub(crate) fn home(language: &str) -> Result<Face> {
    let mut face = Face::start(80, 25)?;
    speak(&mut face, language)?;
    face.each(&[Enter, Enter])?;
    Ok(face)
}

/// Chooses the language, on the first screen.
pub(crate) fn speak(face: &mut Face, language: &str) -> Result<()> {
    let place = LANGUAGES.iter().position(|code| *code == language).context("no such language")?;
    for _ in 0..place {
        face.key(Down)?;
    }
    face.key(Enter)
}

/// The Nitrokeys that the walks know, pulled out.
pub(crate) fn nitrokeys() -> Result<[VirtualNitrokey; 3]> {
    let key = |serial| walk::key(Model::Nitrokey3, serial);
    let keys = [key(SERIALS[0])?, key(SERIALS[1])?, key(SERIALS[2])?];
    keys.iter().for_each(VirtualNitrokey::unplug);
    Ok(keys)
}

/// From home to the first question of the plan.
pub(crate) fn to_plan(face: &mut Face) -> Result<()> {
    face.each(&[Enter, Enter, Enter])
}

/// The name and the address.
pub(crate) fn owner(face: &mut Face) -> Result<()> {
    face.keys("Ada Lovelace")?;
    face.key(Enter)?;
    face.keys("ada@example.org")?;
    face.key(Enter)
}

/// The whole plan, to where Nitrokeys are met.
pub(crate) fn plan(face: &mut Face) -> Result<()> {
    face.each(&[Enter, Enter])?;
    owner(face)?;
    // Algorithm, expiry, cards, needed.
    face.each(&[Enter; 4])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        face.keys(name)?;
        face.key(Enter)?;
    }
    // No notes.
    face.each(&[Enter; 3])?;
    // Nitrokeys, PINs, touch, anything special, summary.
    face.each(&[Enter; 5])
}

/// Both Nitrokeys are met.
pub(crate) fn meet(face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    face.plug(&keys[0])?;
    face.key(Enter)?;
    face.plug(&keys[1])?;
    face.each(&[Char('2'), Enter, Enter])
}

/// No dice, nothing typed, nothing more kept; keys.
pub(crate) fn make(face: &mut Face) -> Result<()> {
    face.each(&[Enter, Enter, Enter, Enter, Enter])
}

/// From home to the question how the cards come to paper.
pub(crate) fn to_paper(face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    to_plan(face)?;
    plan(face)?;
    meet(face, keys)?;
    make(face)
}

/// By the printer, on A4, the backup behind each card and on two sticks; sealed.
pub(crate) fn to_cards(face: &mut Face) -> Result<()> {
    face.each(&[Enter; 5])
}

/// Has the printer print a card, which is Enter, and finds what is on it.
pub(crate) fn print(face: &mut Face, card: u8) -> Result<Share> {
    let before = face.pages(0)?.len();
    face.key(Enter)?;
    let mut many = before + 1;
    loop {
        let pages = face.pages(many)?;
        if let Some(share) = printed_shares(&pages[before..])?.into_iter().find(|share| share.x == card) {
            return Ok(share);
        }
        many = pages.len() + 1;
    }
}

/// A scanner types a code.
pub(crate) fn scan(face: &mut Face, share: &Share) -> Result<()> {
    face.scan(&share.to_text())?;
    face.key(Enter)
}

/// From home: a sealed backup that holds the user PIN brings everything back, by stick and cards, and this Nitrokey is
/// agreed to, but for Enter.
pub(crate) fn brought_back(face: &mut Face, key: &VirtualNitrokey) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let mut plan = walk::plan(Algorithm::Curve25519, 2, 3)?;
    plan.user_pin_in_backup = true;
    let prepared = walk::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ())?;
    face.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    face.each(&[Char('2'), Enter, Char('2'), Enter, Enter])?;
    face.wait_for(&prepared.folder)?;
    face.key(Enter)?;
    for share in &prepared.sealed.shares()[..2] {
        scan(face, share)?;
    }
    // Enough, everything is back, new ones.
    face.each(&[Enter; 3])?;
    face.plug(key)?;
    face.key(Enter)?;
    face.keys(&walk::serial(key).last_four())
}
