//! The straight way through 'Set up keys', from stage to stage, with what is preset.

use anyhow::{Context, Result};
use coldspare::backup::Share;
use coldspare::key;
use coldspare::language::Texts;
use coldspare::plan::Algorithm;
use coldspare_tests::in_process::{InProcess, printed_shares};
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter};
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;

/// The screens at home, in this language.
pub(crate) fn home(language: &str) -> Result<InProcess> {
    let mut in_process = InProcess::start(80, 25)?;
    speak(&mut in_process, language)?;
    in_process.each(&[Enter, Enter])?;
    Ok(in_process)
}

/// Selects the language, on the first screen.
pub(crate) fn select(in_process: &mut InProcess, language: &str) -> Result<()> {
    let place = Texts::languages().iter().position(|code| *code == language).context("no such language")?;
    (0..place).try_for_each(|_| in_process.key(Down))
}

/// Chooses the language, on the first screen.
pub(crate) fn speak(in_process: &mut InProcess, language: &str) -> Result<()> {
    select(in_process, language)?;
    in_process.key(Enter)
}

/// The Nitrokeys that the walks know, pulled out.
pub(crate) fn nitrokeys() -> Result<[VirtualNitrokey; 3]> {
    let key = |serial| fixtures::key(Model::Nitrokey3, serial);
    let keys = [key(SERIALS[0])?, key(SERIALS[1])?, key(SERIALS[2])?];
    keys.iter().for_each(VirtualNitrokey::unplug);
    Ok(keys)
}

/// From home to the first question of the plan.
pub(crate) fn to_source(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("setup"))?;
    in_process.each(&[Enter, Enter])
}

/// The same, and Enter goes through all the others.
pub(crate) fn to_plan(in_process: &mut InProcess) -> Result<()> {
    to_source(in_process)?;
    in_process.key(Down)
}

/// The name and the address.
pub(crate) fn owner(in_process: &mut InProcess) -> Result<()> {
    in_process.keys("Ada Lovelace")?;
    in_process.key(Enter)?;
    in_process.keys("ada@example.org")?;
    in_process.key(Enter)
}

/// The same, where only what has no preset is asked: a name, an address, and whose the cards are.
pub(crate) fn short_plan(in_process: &mut InProcess) -> Result<()> {
    to_source(in_process)?;
    in_process.key(Enter)?;
    owner(in_process)?;
    trustees(in_process)?;
    // The summary.
    in_process.key(Enter)
}

/// Whose the cards are.
pub(crate) fn trustees(in_process: &mut InProcess) -> Result<()> {
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        in_process.keys(name)?;
        in_process.key(Enter)?;
    }
    Ok(())
}

/// The whole plan, to where Nitrokeys are met.
pub(crate) fn plan(in_process: &mut InProcess) -> Result<()> {
    plan_of(in_process, Algorithm::Curve25519)
}

/// The same, for keys of this algorithm.
pub(crate) fn plan_of(in_process: &mut InProcess, algorithm: Algorithm) -> Result<()> {
    in_process.each(&[Enter, Enter])?;
    owner(in_process)?;
    let place = Algorithm::ALL.iter().position(|other| *other == algorithm).context("no such one")?;
    (0..place).try_for_each(|_| in_process.key(Down))?;
    // Algorithm, expiry, cards, needed.
    in_process.each(&[Enter; 4])?;
    trustees(in_process)?;
    // No notes.
    in_process.each(&[Enter; 3])?;
    // Nitrokeys, PINs, touch, anything special, summary.
    in_process.each(&[Enter; 5])
}

/// Both Nitrokeys are met.
pub(crate) fn meet(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    in_process.plug(&keys[0])?;
    in_process.key(Enter)?;
    in_process.plug(&keys[1])?;
    in_process.each(&[Char('2'), Enter, Enter])
}

/// No dice, nothing typed, nothing more kept; keys.
pub(crate) fn make(in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Enter, Enter, Enter, Enter, Enter])
}

/// From home to the question how the cards come to paper.
pub(crate) fn to_paper(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    to_paper_of(in_process, keys, Algorithm::Curve25519)
}

/// The same, for keys of this algorithm.
pub(crate) fn to_paper_of(
    in_process: &mut InProcess,
    keys: &[VirtualNitrokey; 3],
    algorithm: Algorithm,
) -> Result<()> {
    to_plan(in_process)?;
    plan_of(in_process, algorithm)?;
    meet(in_process, keys)?;
    make(in_process)
}

/// By the printer, on A4, the backup behind each card and on two sticks; sealed.
pub(crate) fn to_cards(in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Enter; 5])
}

/// With the printer, to the question what else is to be printed.
pub(crate) fn to_more_paper(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    to_paper(in_process, keys)?;
    print_all(in_process)
}

/// The cards, printed and read back.
pub(crate) fn print_all(in_process: &mut InProcess) -> Result<()> {
    to_cards(in_process)?;
    for card in 1..=3 {
        let share = print(in_process, card)?;
        scan(in_process, &share)?;
        in_process.key(Enter)?;
    }
    Ok(())
}

/// Has the printer print a card, which is Enter, and finds what is on it.
pub(crate) fn print(in_process: &mut InProcess, card: u8) -> Result<Share> {
    let before = in_process.pages(0)?.len();
    in_process.key(Enter)?;
    let mut many = before + 1;
    loop {
        let pages = in_process.pages(many)?;
        if let Some(share) = printed_shares(&pages[before..])?.into_iter().find(|share| share.x == card) {
            return Ok(share);
        }
        many = pages.len() + 1;
    }
}

/// A scanner types a code, and Enter.
pub(crate) fn scan(in_process: &mut InProcess, share: &Share) -> Result<()> {
    in_process.scan(&share.to_text())?;
    in_process.scan_enter()
}

/// From home: a sealed backup that holds the user PIN brings everything back, by stick and cards, and this Nitrokey is
/// agreed to, but for Enter.
pub(crate) fn brought_back(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.user_pin_in_backup = true;
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ())?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    in_process.wait_for(&prepared.folder)?;
    in_process.key(Enter)?;
    for share in &prepared.sealed.shares()[..2] {
        scan(in_process, share)?;
    }
    // Enough, everything is back, new ones.
    in_process.each(&[Enter; 3])?;
    in_process.plug(key)?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(key).last_four())
}
