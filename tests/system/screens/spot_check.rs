//! Cards of which three words are read, and no more: what it is called, and the question before Nitrokeys are
//! written.

use anyhow::Result;
use ratatui::crossterm::event::KeyCode::{Down, Enter, Esc, F};

use super::pictures::Pictures;
use super::setup::three_words;
use super::straight::{self, print, scan};

/// All cards are spot-checked; then one is read whole, and in the end the answer is yes.
pub(crate) fn spot_check(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    straight::to_paper(&mut face, &straight::nitrokeys()?)?;
    straight::to_cards(&mut face)?;
    let first = print(&mut face, 1)?;
    face.each(&[F(3), Enter])?;
    three_words(&mut face, &first)?;
    for card in 2..=3 {
        face.key(Enter)?;
        let share = print(&mut face, card)?;
        three_words(&mut face, &share)?;
    }
    pictures.take(&mut face, "print-card: all are spot-checked")?;
    // The owner's record and the PIN slips, which are preset; and the bundle.
    face.each(&[Enter; 4])?;
    face.plug_stick("COLDSPARE")?;
    face.each(&[Enter, Enter])?;
    pictures.step(&mut face, "rehearse: as printed")?;
    face.key(Enter)?;
    pictures.step(&mut face, "spot-check-only")?;
    pictures.lines(&mut face, "spot-check-only", 2)?;
    face.key(Esc)?;
    pictures.take(&mut face, "print-card: to be read whole")?;
    scan(&mut face, &first)?;
    face.key(Enter)?;
    pictures.take(&mut face, "print-card: the next to be read whole")?;
    face.key(F(3))?;
    pictures.take(&mut face, "print-card: the short way, one was read whole")?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "print-card: one was read whole")?;
    face.key(Enter)?;
    pictures.take(&mut face, "more-paper: the record says less than is true")?;
    // It is preset, and printed again.
    face.each(&[Enter; 4])?;
    pictures.take(&mut face, "spot-check-only: but for one")?;
    face.each(&[Down, Enter])?;
    // Both Nitrokeys later.
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "results: spot-checked")
}
