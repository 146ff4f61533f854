//! Cards of which three words are read, and no more: what it is called, and the question before Nitrokeys are
//! written.

use anyhow::Result;
use coldspare::ceremony::{Did, Sheet, Source};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::journal;
use super::pictures::Pictures;
use super::setup::three_words;
use super::straight::{self, print, scan};

/// All cards are spot-checked; then one is read whole, and in the end the answer is yes.
pub(crate) fn spot_check(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    straight::to_cards(&mut in_process)?;
    let first = print(&mut in_process, 1)?;
    in_process.each(&[F(3), Enter])?;
    three_words(&mut in_process, &first)?;
    for card in 2..=3 {
        in_process.key(Enter)?;
        let share = print(&mut in_process, card)?;
        three_words(&mut in_process, &share)?;
    }
    pictures.take(&mut in_process, "print-card: all are spot-checked")?;
    // The owner's record and the PIN slips, which are preset; and the bundle.
    in_process.each(&[Enter; 4])?;
    in_process.plug_stick("COLDSPARE")?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "rehearse: as printed")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "spot-check-only")?;
    pictures.lines(&mut in_process, "spot-check-only", 2)?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "print-card: to be read whole")?;
    scan(&mut in_process, &first)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "print-card: the next to be read whole")?;
    in_process.key(F(3))?;
    pictures.take(&mut in_process, "print-card: the short way, one was read whole")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "print-card: one was read whole")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "more-paper: the record says less than is true")?;
    // It is preset, and printed again.
    in_process.each(&[Enter; 4])?;
    pictures.take(&mut in_process, "spot-check-only: but for one")?;
    in_process.each(&[Down, Enter])?;
    // Both Nitrokeys later.
    in_process.each(&[Char('3'), Enter, Char('3'), Enter])?;
    pictures.take(&mut in_process, "results: spot-checked")?;
    journal::says(&in_process, |of, backup| {
        let Some(backup) = backup else { return Vec::new() };
        let set = backup.set;
        let printed = |sheet| Did::Printed { backup, sheet };
        let mut did = vec![Did::Held { from: Source::Made, of }];
        for card in 1..=3 {
            did.extend([printed(Sheet::Card(card)), Did::PrintedAgain { set, card }]);
            did.push(Did::ReadBack { set, card, whole: false });
        }
        did.extend([printed(Sheet::Record), printed(Sheet::PinSlips)]);
        did.push(Did::Written { backup });
        did.push(Did::Rehearsed { backup, from_paper: false });
        did.push(Did::ReadBack { set, card: 1, whole: true });
        did.push(printed(Sheet::Record));
        did.push(Did::Rehearsed { backup, from_paper: false });
        did.push(Did::SpotCheckIsEnough { backup });
        did.extend([0, 1].map(|nth| Did::Later { of, nth: Some(nth) }));
        did
    })
}
