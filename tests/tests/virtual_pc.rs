//! The computer that the screens are tried on: what is plugged in is seen, what is pulled out is not, what
//! was printed lies in the tray.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};
use coldspare::language::Texts;
use coldspare::machine::stick::discover::Sticks;
use coldspare::machine::stick::folder::{Stick, StickError, write_folder};
use coldspare::paper::printer::{Decision, Printers};
use coldspare::paper::{Page, Paper, Sheets};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::screen::{Console, Key};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::said;
use virtual_nitrokey::Model;

fn list(virtual_pc: &VirtualPc) -> Result<String> {
    list_in(virtual_pc, &[])
}

fn list_in(virtual_pc: &VirtualPc, language: &[&str]) -> Result<String> {
    let output = virtual_pc.client(coldspare_tests::coldspare()).arg("list").args(language).output()?;
    Ok(String::from_utf8(output.stdout)? + &String::from_utf8(output.stderr)?)
}

#[test]
fn nitrokeys_come_and_go_and_keep_what_is_on_them() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let keys = [(Model::Nitrokey3, 0x0A0B_0C01), (Model::Pro2, 0x0A0B_0C02)];
    let mut virtual_pc = VirtualPc::start(folder.path(), &keys)?;
    assert!(list(&virtual_pc)?.contains("No Nitrokey"));
    virtual_pc.plug(0, 0)?;
    virtual_pc.plug(1, 1)?;
    let both = list(&virtual_pc)?;
    assert!(both.contains("0A0B0C01") && both.contains("0A0B0C02"), "{both}");
    for language in Texts::languages() {
        let list = list_in(&virtual_pc, &[language])?;
        let whole = |key: &str| said(key).stand_in(&list, &Texts::of(language));
        assert!(whole("nitrokey-blank") && whole("nitrokey-takes") && whole("nitrokey-tries"), "{list}");
    }
    assert!(list_in(&virtual_pc, &["xx"])?.contains("list [LANGUAGE]"), "no such language");
    assert!(virtual_pc.plug(0, 1).is_err(), "a reader has room for one");
    virtual_pc.plug(0, 0)?;
    virtual_pc.unplug(1)?;
    virtual_pc.plug(0, 1)?;
    let one = list(&virtual_pc)?;
    assert!(one.contains("0A0B0C01") && !one.contains("0A0B0C02"), "{one}");
    virtual_pc.touch(0, true)?;
    virtual_pc.unplug(0)?;
    assert!(!virtual_pc.is_plugged(0) && list(&virtual_pc)?.contains("No Nitrokey"));
    Ok(())
}

#[test]
fn a_stick_comes_back_with_what_is_on_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let sticks = Sticks::at(folder.path().join("sticks"));
    assert_eq!(sticks.list(), []);
    virtual_pc.plug_stick("COLDSPARE")?;
    let plugged = sticks.list();
    assert_eq!(plugged[0].name(), "COLDSPARE");
    let stick = plugged[0].open()?;
    write_folder(&stick, "bundle", &[("note.txt", b"kept".as_slice())])?;
    virtual_pc.unplug_stick("COLDSPARE")?;
    assert_eq!(sticks.list(), []);
    let error = write_folder(&stick, "bundle", &[("note.txt", b"lost".as_slice())]).unwrap_err();
    ensure!(matches!(&error, StickError::Gone { stick } if stick == "COLDSPARE"), "{error}");
    virtual_pc.plug_stick("COLDSPARE")?;
    assert_eq!(stick.read("bundle/note.txt", 4)?, b"kept");
    Ok(())
}

/// A share card, front and back.
fn pages() -> Result<Vec<Page>> {
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let made = fixtures::made(plan)?;
    let sealed = fixtures::seal(&made)?;
    let sheets = Sheets { texts: &Texts::of("en"), paper: Paper::A4 };
    Ok(sealed.share_card(&sheets, 1, false)?)
}

#[test]
fn the_printer_keeps_each_page() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let printer = folder.path().join("printer");
    let printers = Printers::at(printer.join("devices"), printer.join("class")).list();
    assert_eq!(printers[0].name(), "Coldspare Virtual Printer");
    let pages = pages()?;
    for _ in 0..2 {
        printers[0].print(&pages, &mut |_| Decision::GoOn)?;
    }
    let printed = virtual_pc.wait_for_pages(2 * pages.len())?;
    assert_eq!(printed.len(), 2 * pages.len());
    for page in printed {
        let bytes = fs::read(&page)?;
        assert!(bytes.starts_with(b"%PDF-") && bytes.ends_with(b"%%EOF"), "{}", page.display());
    }
    Ok(())
}

#[test]
fn a_console_shows_what_the_program_draws_and_types_what_is_typed() -> Result<()> {
    let mut bash = Command::new("bash");
    bash.args(["--norc", "--noprofile"]).env("PS1", "ready> ").env("LC_ALL", "C.UTF-8");
    let mut console = Console::start(bash, 80, 24)?;
    console.wait_for("ready>")?;
    console.keys("stty size; tput cols")?;
    console.key(Key::Enter)?;
    console.wait_for("24 80")?;
    console.resize(100, 30)?;
    console.keys("clear; stty size\r")?;
    console.wait_for("30 100")?;
    // The quotes within words keep the waiting from finding the command itself.
    // Frames and line ends do not matter; what was overwritten was shown all the same.
    console.keys(r"printf '\e[2J\e[H│ once  │\n│ upon │\n'; printf '\e[?25h\e[2J\e[Hpas''sed\n'")?;
    console.key(Key::Enter)?;
    console.wait_for("passed")?;
    assert!(console.shown().iter().any(|screen| screen.starts_with("│ once  │\n│ upon │")));
    console.keys("printf '│ a time │\\n│ ago │\\n'\r")?;
    console.wait_for("a time ago")?;
    console.keys("exit 3\r")?;
    assert_eq!(console.wait_for_end()?.code(), Some(3));
    assert!(console.has_ended()?);
    let error = console.wait_for("nothing more").unwrap_err().to_string();
    assert!(error.contains("has ended") && error.contains("a time"), "{error}");
    Ok(())
}
