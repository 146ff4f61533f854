//! A whole ceremony and a whole recovery, typed on the appliance: real firmware at its USB ports, sticks, a printer;
//! and beside them everything that it must not touch.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use coldspare_tests::appliance::Desk;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Known};
use virtual_nitrokey::Model::Nitrokey3;

const NUMBERS: [u32; 3] = [0x1A2B_3C4D, 0x5E6F_7A8B, 0x9CAD_BECF];
const SERIALS: [&str; 3] = ["000F:1A2B3C4D", "000F:5E6F7A8B", "000F:9CADBECF"];
/// Disks of computers, as QEMU calls them.
const DISKS: [(&str, &[&str]); 4] = [
    ("nvme", &["-device", "nvme,serial=1,drive=nvme"]),
    ("sata", &["-device", "ich9-ahci,id=ahci", "-device", "ide-hd,drive=sata,bus=ahci.0"]),
    ("virtio", &["-device", "virtio-blk-pci,drive=virtio"]),
    ("sd", &["-device", "sdhci-pci", "-device", "sd-card,drive=sd"]),
];
const DISK: usize = 8 << 20;
const NETWORK: [&str; 8] = [
    "-device",
    "e1000,netdev=a",
    "-netdev",
    "user,id=a",
    "-device",
    "virtio-net-pci,netdev=b",
    "-netdev",
    "user,id=b",
];

/// What stands on the disk of this name.
fn pattern(name: &str) -> Vec<u8> {
    name.bytes().cycle().take(DISK).collect()
}

/// A computer with disks, and with a network.
fn of_somebody(folder: &Path) -> Result<Hardware> {
    let mut hardware = Hardware::from_stick(trial::image()?).memory(128).with(&NETWORK);
    for (name, arguments) in DISKS {
        let file = folder.join(name);
        fs::write(&file, pattern(name))?;
        let drive = format!("if=none,id={name},format=raw,file={}", file.display());
        hardware = hardware.with(&["-drive", &drive]).with(arguments);
    }
    Ok(hardware)
}

#[test]
fn a_ceremony_and_a_recovery_touch_nothing_of_the_computer() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let nitrokeys = NUMBERS.map(|number| (Nitrokey3, number));
    let known = |number: usize| Known { number, serial: SERIALS[number] };
    let answers = Answers::default();

    let (mut desk, mut typist) = Desk::start(of_somebody(folder.path())?, folder.path(), &nitrokeys)?;
    typist.sees("Language")?;
    desk.computer().unplug_start()?;
    desk.plug_stick("BACKUP")?;
    let done = typist.whole_ceremony(&mut desk, &answers, [known(0), known(1)], "BACKUP")?;
    desk.stick("BACKUP")?.check()?;
    drop((desk, typist));

    // The primary is lost. Another day, another computer.
    let (mut desk, mut typist) = Desk::start(of_somebody(folder.path())?, folder.path(), &nitrokeys)?;
    typist.sees("Language")?;
    desk.plug_stick("BACKUP")?;
    desk.plug(1)?;
    typist.whole_recovery(&mut desk, &done, known(1), known(2), &"135791".into())?;
    desk.stick("BACKUP")?.check()?;
    for (name, _) in DISKS {
        ensure!(fs::read(folder.path().join(name))? == pattern(name), "the disk {name} was written to");
    }
    Ok(())
}
