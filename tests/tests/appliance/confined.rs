//! What pcscd and a rehearsal could do on the appliance if an enemy had taken them over. A program in their place, confined
//! as they are, tries everything; so does the same program without confinement, or it would show nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare_tests::qemu::{Computer, Hardware, Keyboard, StickFile};
use coldspare_tests::usb_nitrokey::UsbNitrokey;
use coldspare_tests::{probe, trial};
use virtual_nitrokey::Model::Nitrokey3;

/// As the image has it, and the same program once more, that tells.
const SERVICES: &str = "/usr/bin/coldspare service /usr/sbin/pcscd --foreground\n/usr/sbin/pcscd tells\n";

/// Nothing but this is left to pcscd: the reader that was let in, its libraries, its sockets.
const PCSCD_CAN: &[&str] = &[
    "reads its folder",
    "reads its program",
    "opens /dev/null",
    "uses 20a0:42b2",
    "makes a file in /run/pcscd",
    "makes a socket with a name",
    "starts a thread",
    "unlocks an open file",
];
/// Nothing but this is left to a rehearsal.
const REHEARSAL_CAN: &[&str] = &["reads its folder"];
/// Nobody can, whoever it is: there are no such devices, no networks, and no process looks into another one; nor is there
/// room for more than sockets where they are.
const NOBODY_CAN: &[&str] = &[
    "writes a megabyte into /run/pcscd",
    "makes a hundred files in /run/pcscd",
    "opens /dev/fb0",
    "opens /dev/hidraw0",
    "reads another program's memory",
    "makes a socket of the internet",
    "reads memory of programs",
    "is traced",
];

/// What each said of what it tried, by its name.
type Report = BTreeMap<String, String>;

fn report(said: &str, who: &str) -> Report {
    let line = |line: &str| {
        let (name, result) = line.trim().strip_prefix(who)?.strip_prefix(": ")?.split_once(": ")?;
        Some((name.to_owned(), result.to_owned()))
    };
    said.lines().filter_map(line).collect()
}

fn possible(report: &Report) -> Vec<&str> {
    report.iter().filter(|(_, result)| *result == "yes").map(|(name, _)| name.as_str()).collect()
}

/// What is unpacked over the trial image's root file system: the program in the place of pcscd, and who starts it.
fn instead(folder: &Path) -> Result<PathBuf> {
    let at = |name: &str| folder.join(name);
    let stripped = Command::new("strip").arg("-o").arg(at("probe")).arg(probe()).status()?;
    ensure!(stripped.success(), "strip: {stripped}");
    fs::write(at("services"), SERVICES)?;
    let line =
        |place: &str, name: &str, mode: &str| format!("file {place} {} {mode} 0 0\n", at(name).display());
    let list =
        line("/usr/sbin/pcscd", "probe", "0755") + &line("/etc/coldspare/services", "services", "0644");
    fs::write(at("list"), list)?;
    let packed = Command::new(trial::folder()?.join("kernel/usr/gen_init_cpio")).arg(at("list")).output()?;
    ensure!(packed.status.success(), "gen_init_cpio: {}", String::from_utf8_lossy(&packed.stderr));
    fs::write(at("packed"), packed.stdout)?;
    Ok(at("packed"))
}

#[test]
fn pcscd_and_a_rehearsal_can_do_nothing_but_their_work() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let kernel = trial::folder()?.join("kernel/arch/x86/boot/bzImage");
    let hardware = Hardware::from_kernel(kernel, instead(folder.path())?);
    let computer = Computer::start(hardware.keyboard(Keyboard::Usb).memory(512).usb_slots(1))?;
    let stick = StickFile::new(folder.path().join("stick"), "STICK", 64)?;
    computer.plug_stick("STICK", &stick)?;
    let mut nitrokey = UsbNitrokey::in_drawer(folder.path(), Nitrokey3, 0x0A0B_0C01);
    nitrokey.plug(&computer.usb_slot(0)?)?;
    computer.wait_for_serial("everything was tried")?;
    let said = computer.serial();

    let [free, pcscd, rehearsal] = ["free", "pcscd", "rehearsal"].map(|who| report(&said, who));
    ensure!(free.len() > 40, "{said}");
    let nobody: Vec<_> =
        free.iter().filter(|(_, result)| *result != "yes").map(|(name, _)| name.as_str()).collect();
    let mut expected = NOBODY_CAN.to_vec();
    expected.sort_unstable();
    ensure!(nobody == expected, "without confinement these are not possible: {nobody:#?}\n{said}");
    for (who, confined, can) in [("pcscd", &pcscd, PCSCD_CAN), ("a rehearsal", &rehearsal, REHEARSAL_CAN)] {
        // Each tried the same: a reader has a name that a rehearsal cannot look up.
        let missing: Vec<_> = free.keys().filter(|name| !confined.contains_key(*name)).collect();
        ensure!(missing.iter().all(|name| name.starts_with("uses ")), "{missing:?}");
        let mut can = can.to_vec();
        can.sort_unstable();
        ensure!(possible(confined) == can, "{who} can: {:#?}\n{said}", possible(confined));
        // It was there, and was refused.
        for (name, result) in
            confined.iter().filter(|(name, _)| free.get(*name).is_some_and(|free| free == "yes"))
        {
            ensure!(!result.contains("No such"), "{who}: {name}: {result}");
        }
    }
    // The keyboard's node, the stick's and a hub's are there, and not pcscd's.
    for ids in ["20a0:42b2", "0627:0001", "46f4:0001", "1d6b:0002"] {
        let name = format!("uses {ids}");
        ensure!(
            free.get(&name).is_some_and(|result| result == "yes") && pcscd.contains_key(&name),
            "{name}:\n{said}"
        );
    }

    let status = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix("status: ")?.strip_prefix(name));
        line.map(|value| value.trim_start_matches(':').split_whitespace().collect::<Vec<_>>())
            .context(name.to_owned())
    };
    ensure!(
        status("Uid")? == ["71"; 4] && status("Gid")? == ["71"; 4] && status("Groups")?.is_empty(),
        "{said}"
    );
    for set in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
        ensure!(status(set)? == ["0000000000000000"], "{said}");
    }
    ensure!(status("NoNewPrivs")? == ["1"] && status("Seccomp")? == ["2"], "{said}");
    Ok(())
}
