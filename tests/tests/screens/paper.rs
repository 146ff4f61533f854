//! Cards that come to paper without a printer: files on a stick, or by hand.

use anyhow::{Context, Result};
use coldspare::backup::{Share, hexadecimal_lines, words};
use coldspare::key;
use coldspare::machine::usb::{Keyboard, Kind, Notice};
use coldspare_tests::in_process::{InProcess, printed_shares};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F, Up};

use super::pictures::Pictures;
use super::straight::{self, scan};

/// Printers that may not be able to.
pub(crate) fn printers(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    in_process.printer_says("MFG:HEWLETT-PACKARD;MDL:DESKJET 890C;CMD:PCL,MLC,PML;")?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    let mut again = |in_process: &mut InProcess, name: &str| {
        in_process.each(&[Esc, Enter])?;
        pictures.take(in_process, &format!("paper-way: {name}"))
    };
    again(&mut in_process, "an inkjet of PCL")?;
    in_process.printer_says("MFG:EPSON;CMD:ESCPL2,BDC,D4,D4PX,ESCPR2;MDL:L220 Series;CLS:PRINTER;")?;
    again(&mut in_process, "what it speaks is not known")?;
    in_process.printer_says("MFG:EPSON;MDL:L220 Series;CLS:PRINTER;")?;
    again(&mut in_process, "it does not say what it speaks")?;
    in_process.unplug_printer()?;
    in_process.cut_off_printer()?;
    let (keyboard, refused) = (Keyboard::Quiet, vec![Kind::Ipp]);
    let ipp = Notice { number: 1, name: "EPSON ET-2850 Series".into(), keyboard, refused, again: false };
    in_process.notice(&[ipp])?;
    let tells = in_process.app().context().say(key!("usb-notice"));
    in_process.wait_for(&tells)?;
    pictures.take(&mut in_process, "usb: a printer that speaks only IPP")?;
    in_process.press_away(Enter, &tells)?;
    pictures.take(&mut in_process, "paper-way: a printer that speaks only IPP")?;
    // It cannot be chosen.
    in_process.each(&[Char('1'), Enter])?;
    in_process.at("paper-way")
}

/// Files on a stick, printed elsewhere.
pub(crate) fn elsewhere(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    in_process.unplug_printer()?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    pictures.step(&mut in_process, "paper-way: no printer")?;
    in_process.each(&[Char('2'), Enter])?;
    pictures.step(&mut in_process, "paper-size: elsewhere")?;
    pictures.lines(&mut in_process, "paper-size: elsewhere", 4)?;
    in_process.each(&[Enter, Enter, Enter, Enter])?;
    pictures.step(&mut in_process, "elsewhere")?;
    pictures.lines(&mut in_process, "elsewhere", 2)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "elsewhere: no stick")?;
    let stick = in_process.plug_stick("FOR-PRINTING")?;
    pictures.step(&mut in_process, "elsewhere: a stick")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "elsewhere: written")?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "read-card", |screen| screen)?;
    pictures.help(&mut in_process, "read-card")?;
    let folder = std::fs::read_dir(&stick)?.next().unwrap()?.path();
    for card in 1..=3 {
        let share = printed_shares(&[folder.join(format!("share-card-{card}.pdf"))])?.remove(0);
        scan(&mut in_process, &share)?;
        pictures.take(&mut in_process, &format!("read-card: {card} is right"))?;
        in_process.key(Enter)?;
    }
    pictures.take(&mut in_process, "bundle: the stick with the cards")
}

/// Copied from the screen, and typed back whole.
pub(crate) fn handwritten(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    in_process.each(&[Char('3'), Enter, Enter, Enter])?;
    pictures.step(&mut in_process, "handwritten")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "handwritten: words")?;
    in_process.key(F(3))?;
    pictures.take(&mut in_process, "handwritten: digits")?;
    in_process.key(F(3))?;
    pictures.take(&mut in_process, "handwritten: code")?;
    in_process.key(F(4))?;
    pictures.take(&mut in_process, "handwritten: code, F4")?;
    let share = shown(&in_process)?;
    in_process.each(&[Enter, F(3), Enter])?;
    pictures.step(&mut in_process, "handwritten: typed back")?;
    typed_words(pictures, &mut in_process, &share)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "handwritten: the second")?;
    in_process.each(&[F(2), F(3), F(3), F(4)])?;
    let share = shown(&in_process)?;
    in_process.each(&[Enter, Enter])?;
    typed_digits(pictures, &mut in_process, &share)
}

/// The card whose code is on the screen.
fn shown(in_process: &InProcess) -> Result<Share> {
    let code = in_process.codes()?.pop().with_context(|| format!("no code:\n{}", in_process.screen()))?;
    Ok(Share::parse(&code)?)
}

fn typed_words(pictures: &mut Pictures, in_process: &mut InProcess, share: &Share) -> Result<()> {
    let mut typed: Vec<&str> = words(&share.y).to_vec();
    let other = ["zoo", "zone"].into_iter().find(|word| *word != typed[4]).unwrap();
    let right = std::mem::replace(&mut typed[4], other);
    in_process.keys(&typed[..3].join(" "))?;
    in_process.keys(" ")?;
    pictures.take(in_process, "handwritten: three words")?;
    in_process.keys("xxxx ")?;
    pictures.take(in_process, "handwritten: no word")?;
    in_process.key(Up)?;
    in_process.keys(typed[3])?;
    in_process.keys(" ")?;
    for word in &typed[4..] {
        in_process.keys(word)?;
        in_process.keys(" ")?;
    }
    pictures.with_word(in_process, "handwritten: all words")?;
    in_process.key(Enter)?;
    pictures.with_word(in_process, "handwritten: a wrong word")?;
    for _ in 0..24 {
        in_process.key(Up)?;
    }
    for _ in 0..4 {
        in_process.key(Down)?;
    }
    in_process.keys(right)?;
    in_process.key(Enter)?;
    pictures.step(in_process, "handwritten: right")
}

fn typed_digits(pictures: &mut Pictures, in_process: &mut InProcess, share: &Share) -> Result<()> {
    let lines = hexadecimal_lines(&share.y);
    in_process.keys(&lines[0])?;
    pictures.take(in_process, "handwritten: a line of digits")?;
    in_process.keys("00112233445566778899")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "handwritten: no line")?;
    in_process.key(Esc)?;
    pictures.take(in_process, "handwritten: Esc")
}
