//! Cards that come to paper without a printer: files on a stick, or by hand.

use anyhow::{Context, Result};
use coldspare::backup::{Share, hexadecimal_lines, words};
use coldspare_tests::face::{Face, printed_shares};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F, Up};

use super::pictures::Pictures;
use super::straight::{self, scan};

/// Files on a stick, printed elsewhere.
pub(crate) fn elsewhere(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    face.unplug_printer()?;
    straight::to_paper(&mut face, &straight::nitrokeys()?)?;
    pictures.step(&mut face, "paper-way: no printer")?;
    face.each(&[Char('2'), Enter])?;
    pictures.step(&mut face, "paper-size: elsewhere")?;
    pictures.lines(&mut face, "paper-size: elsewhere", 4)?;
    face.each(&[Enter, Enter, Enter, Enter])?;
    pictures.step(&mut face, "elsewhere")?;
    pictures.lines(&mut face, "elsewhere", 2)?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "elsewhere: no stick")?;
    let stick = face.plug_stick("FOR-PRINTING")?;
    pictures.step(&mut face, "elsewhere: a stick")?;
    face.key(Enter)?;
    pictures.step(&mut face, "elsewhere: written")?;
    face.key(Enter)?;
    pictures.masked(&mut face, "read-card", |screen| screen)?;
    pictures.help(&mut face, "read-card")?;
    let folder = std::fs::read_dir(&stick)?.next().unwrap()?.path();
    for card in 1..=3 {
        let share = printed_shares(&[folder.join(format!("share-card-{card}.pdf"))])?.remove(0);
        scan(&mut face, &share)?;
        pictures.take(&mut face, &format!("read-card: {card} is right"))?;
        face.key(Enter)?;
    }
    pictures.take(&mut face, "bundle: the stick with the cards")
}

/// Copied from the screen, and typed back whole.
pub(crate) fn by_hand(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    straight::to_paper(&mut face, &straight::nitrokeys()?)?;
    face.each(&[Char('3'), Enter, Enter, Enter])?;
    pictures.step(&mut face, "by-hand")?;
    face.key(F(2))?;
    pictures.take(&mut face, "by-hand: words")?;
    face.key(F(3))?;
    pictures.take(&mut face, "by-hand: digits")?;
    face.key(F(3))?;
    pictures.take(&mut face, "by-hand: code")?;
    face.key(F(4))?;
    pictures.take(&mut face, "by-hand: code, F4")?;
    let share = shown(&face)?;
    face.each(&[Enter, F(3), Enter])?;
    pictures.step(&mut face, "by-hand: typed back")?;
    typed_words(pictures, &mut face, &share)?;
    face.key(Enter)?;
    pictures.take(&mut face, "by-hand: the second")?;
    face.each(&[F(2), F(3), F(3), F(4)])?;
    let share = shown(&face)?;
    face.each(&[Enter, Enter])?;
    typed_digits(pictures, &mut face, &share)
}

/// The card whose code is on the screen.
fn shown(face: &Face) -> Result<Share> {
    let code = face.codes()?.pop().with_context(|| format!("no code:\n{}", face.screen()))?;
    Ok(Share::parse(&code)?)
}

fn typed_words(pictures: &mut Pictures, face: &mut Face, share: &Share) -> Result<()> {
    let mut typed: Vec<&str> = words(&share.y).to_vec();
    let other = ["zoo", "zone"].into_iter().find(|word| *word != typed[4]).unwrap();
    let right = std::mem::replace(&mut typed[4], other);
    face.keys(&typed[..3].join(" "))?;
    face.keys(" ")?;
    pictures.take(face, "by-hand: three words")?;
    face.keys("xxxx ")?;
    pictures.take(face, "by-hand: no word")?;
    face.key(Up)?;
    face.keys(typed[3])?;
    face.keys(" ")?;
    for word in &typed[4..] {
        face.keys(word)?;
        face.keys(" ")?;
    }
    pictures.with_word(face, "by-hand: all words")?;
    face.key(Enter)?;
    pictures.with_word(face, "by-hand: a wrong word")?;
    for _ in 0..24 {
        face.key(Up)?;
    }
    for _ in 0..4 {
        face.key(Down)?;
    }
    face.keys(right)?;
    face.key(Enter)?;
    pictures.step(face, "by-hand: right")
}

fn typed_digits(pictures: &mut Pictures, face: &mut Face, share: &Share) -> Result<()> {
    let lines = hexadecimal_lines(&share.y);
    face.keys(&lines[0])?;
    pictures.take(face, "by-hand: a line of digits")?;
    face.keys("00112233445566778899")?;
    face.key(Enter)?;
    pictures.take(face, "by-hand: no line")?;
    face.key(Esc)?;
    pictures.take(face, "by-hand: Esc")
}
