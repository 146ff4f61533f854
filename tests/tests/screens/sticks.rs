//! Sticks as the appliance has them: with size and model, two of the same label, and one to be formatted.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::ports::{OTHER_PORT, PORT, Ports};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, Home};

use super::pictures::Pictures;
use super::straight::{self, print, scan};

const MIB: u64 = 1 << 20;
/// The table that leads to the file system.
const TABLE: usize = 446;

/// The first sectors of a FAT16 that is called COLDSPARE, with this number.
fn fat(number: u8) -> Vec<u8> {
    let mut disk = vec![0; MIB as usize];
    disk[..11].copy_from_slice(b"\xeb\x3c\x90mkfs.fat");
    // 512 bytes in a sector, 4 sectors in a cluster, 1 sector and 2 tables before 512 entries.
    disk[11..19].copy_from_slice(&[0, 2, 4, 1, 0, 2, 0, 2]);
    // A disk, and 64 sectors in each table.
    disk[21..24].copy_from_slice(&[0xf8, 64, 0]);
    disk[32..36].copy_from_slice(&65536_u32.to_le_bytes());
    disk[38..43].copy_from_slice(&[0x29, number, 0, 0, 0]);
    disk[43..54].copy_from_slice(b"COLDSPARE  ");
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk
}

/// A computer with these ports, at the question how the cards come to paper.
fn to_paper(ports: &Ports, language: &str) -> Result<InProcess> {
    let mut in_process = InProcess::with_sticks(ports.sticks(), 80, 25)?;
    straight::speak(&mut in_process, language)?;
    in_process.each(&[Enter, Enter])?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    Ok(in_process)
}

/// Prints the cards and reads them back.
fn to_bundle(in_process: &mut InProcess) -> Result<()> {
    straight::to_cards(in_process)?;
    for card in 1..=3 {
        let share = print(in_process, card)?;
        scan(in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])
}

/// Cards and bundle are each for a stick of their own, which may have to be formatted first.
pub(crate) fn apart(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut ports = Ports::new()?;
    let mut in_process = to_paper(&ports, language)?;
    // Files, A4, the backup sheet behind; understood.
    in_process.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter, Down, Enter])?;
    ports.plug(PORT, "sda", &[0; MIB as usize], &[])?;
    ports.grow("sda", 64 * MIB)?;
    in_process.wait_for("67")?;
    pictures.take(&mut in_process, "elsewhere: to be formatted")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "elsewhere: format")?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "elsewhere: Esc")?;
    in_process.key(Enter)?;
    in_process.keys("67")?;
    in_process.key(Enter)?;
    ports.read_table("sda")?;
    in_process.wait_for("COLDSPARE, 66")?;
    pictures.take(&mut in_process, "elsewhere: formatted")?;
    ports.unplug("sda")?;

    // What is a file cannot be mounted, but something may be there after that.
    let parts = [(2048, fat(1)), (4096, fat(2))];
    ports.plug(PORT, "sdb", &[0; MIB as usize], &parts)?;
    in_process.wait_for("(sdb2)")?;
    in_process.key(Enter)?;
    in_process.each(&[Esc, Enter, Char('1')])?;
    to_bundle(&mut in_process)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "bundle: beside the cards")
}

/// One that could be used, two of the same label, one with another system's file system.
pub(crate) fn format(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut ports = Ports::new()?;
    let mut in_process = to_paper(&ports, language)?;
    to_bundle(&mut in_process)?;
    for (port, node, number) in [(PORT, "sda", 1), (OTHER_PORT, "sdb", 2)] {
        ports.plug(port, node, &fat(number), &[])?;
        ports.grow(node, 16_008_609_792)?;
    }
    in_process.wait_for("(sdb), 16")?;
    pictures.take(&mut in_process, "bundle: two of the same label")?;
    ports.unplug("sda")?;
    ports.unplug("sdb")?;

    let mut used = vec![0; MIB as usize];
    used[TABLE + 4] = 0x83;
    used[1080..1082].copy_from_slice(&[0x53, 0xef]);
    ports.plug(PORT, "sdc", &used, &[])?;
    ports.grow("sdc", 64 * MIB)?;
    in_process.wait_for("67")?;
    pictures.take(&mut in_process, "bundle: to be formatted")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "format: ext4")?;
    in_process.keys("76")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "format: another size")?;
    in_process.key(Esc)?;
    ports.unplug("sdc")?;
    ports.plug(OTHER_PORT, "sdd", &[0; MIB as usize], &[])?;
    ports.grow("sdd", 128 * MIB)?;
    in_process.wait_for("134")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "format: nothing")?;
    in_process.keys("134")?;
    in_process.key(Enter)?;
    ports.read_table("sdd")?;
    in_process.wait_for("COLDSPARE, 133")?;
    pictures.take(&mut in_process, "bundle: formatted")
}

/// A computer with the stick that Coldspare was started from.
fn starts() -> Result<Ports> {
    let mut ports = Ports::new()?;
    let mut disk = vec![0; MIB as usize];
    for (nth, (kind, start)) in [(0xef, 2048_u32), (0x0e, 4096)].into_iter().enumerate() {
        disk[TABLE + 16 * nth + 4] = kind;
        disk[TABLE + 16 * nth + 8..][..4].copy_from_slice(&start.to_le_bytes());
    }
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    let mut boot = fat(1);
    boot[43..54].copy_from_slice(b"COLDSTART  ");
    ports.plug(PORT, "sda", &disk, &[(2048, boot), (4096, fat(2))])?;
    Ok(ports)
}

/// A plan may lie on it, and nothing that is to last.
pub(crate) fn started(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut ports = starts()?;
    let mut in_process = InProcess::with_sticks(ports.sticks(), 80, 25)?;
    straight::speak(&mut in_process, language)?;
    in_process.each(&[Enter, Enter])?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Down, Enter])?;
    in_process.wait_for("COLDSPARE")?;
    pictures.take(&mut in_process, "plan-file: the stick that it was started from")?;
    in_process.each(&[Esc, Char('2')])?;
    straight::plan(&mut in_process)?;
    straight::meet(&mut in_process, &straight::nitrokeys()?)?;
    straight::make(&mut in_process)?;
    in_process.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter, Down, Enter])?;
    pictures.take(&mut in_process, "elsewhere: only the stick that it was started from")?;
    in_process.each(&[Esc, Esc, Esc, Esc, Esc, Esc, Home])?;
    to_bundle(&mut in_process)?;
    pictures.take(&mut in_process, "bundle: only the stick that it was started from")?;
    ports.plug(OTHER_PORT, "sdb", &fat(3), &[])?;
    in_process.wait_for("SanDisk")?;
    pictures.take(&mut in_process, "bundle: another one")
}

#[test]
fn at_the_yearly_check_nothing_is_said_of_the_stick_that_it_was_started_from() -> Result<()> {
    let ports = starts()?;
    let mut in_process = InProcess::with_sticks(ports.sticks(), 80, 25)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    // Once it has looked: nothing is mounted here.
    in_process.wait_for("The stick COLDSPARE is gone")?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.settle()?;
    in_process.wait_for("No stick with a backup was there")?;
    ensure!(!in_process.shows("Stick COLDSPARE"), "{}", in_process.screen());
    Ok(())
}
