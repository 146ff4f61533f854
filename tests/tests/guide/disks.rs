//! The section on disks: a file stands for the disk. Slots of LUKS2 are made, tried and taken away in it without any
//! device of the kernel's.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::sections::{DISKS, START};

use super::owner::Owner;

/// What stands in the guide for the owner's own.
const PLACES: [(&str, &str); 2] = [("disk=DEVICE", "disk=disk.img"), (" SLOT", " 0")];
/// What the owner types when cryptsetup asks, without a terminal: what opens the disk today, and what is to. The costs are
/// the least that there are.
const SUDO: &str = r#"
sudo() {
    local PATH="$PATH:/usr/sbin:/sbin" cheap="--pbkdf-memory 32 --pbkdf-force-iterations 4"
    case "$*" in
        *luksAddKey*disk-key) echo today | "$@" $cheap;;
        *luksAddKey*) printf 'today\nsix words drawn by dice\n' | "$@" $cheap;;
        *luksKillSlot*|*test-passphrase\ disk.img) echo "six words drawn by dice" | "$@";;
        *) "$@";;
    esac
}
"#;
const MAKE: &str = "truncate -s 64M disk.img; echo today | PATH=\"$PATH:/usr/sbin\" cryptsetup luksFormat --batch-mode \
    --type luks2 --pbkdf-memory 32 --pbkdf-force-iterations 4 disk.img";

/// Whether `with` opens it, as nothing else would.
fn opens_with(owner: &mut Owner, with: &str) -> Result<bool> {
    let command = format!("{with} | sudo cryptsetup open --test-passphrase --key-file=- disk.img");
    Ok(owner.terminal.try_run(&command)?.1 == 0)
}

pub(crate) fn opens(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    owner.terminal.run(SUDO)?;
    owner.terminal.run(MAKE)?;
    for command in owner.section(DISKS)? {
        let typed = PLACES.iter().fold(command.clone(), |typed, (from, to)| typed.replace(from, to));
        let screen = owner.terminal.run(&typed)?;
        look(owner, &command, &screen).with_context(|| format!("$ {typed}\n{screen}"))?;
    }
    // The spare opens it as well, and what was taken away opens nothing.
    owner.change_to_the_spare()?;
    if owner.is_old()? {
        owner.terminal.run("gpg-connect-agent 'scd serialno' 'learn --force' /bye")?;
    }
    ensure!(opens_with(owner, "gpg --decrypt disk-key.gpg")?, "the spare does not open it");
    ensure!(opens_with(owner, "printf 'six words drawn by dice'")?, "the passphrase does not open it");
    ensure!(!opens_with(owner, "printf today")?, "what was taken away still opens it");
    Ok(())
}

fn look(owner: &mut Owner, command: &str, screen: &str) -> Result<()> {
    let folder = owner.bundle();
    let there =
        |file: PathBuf| fs::metadata(&file).with_context(|| format!("there is no {}", file.display()));
    if command == "disk=DEVICE" {
        owner.terminal.run("test \"$disk\" = disk.img").map(drop)
    } else if command.contains("luksDump") {
        ensure!(screen.contains("0: luks2"), "it shows no slot");
        Ok(())
    } else if command.contains("luksAddKey") {
        let slots = owner.terminal.run("sudo cryptsetup luksDump disk.img")?;
        let expected = if command.contains("disk-key") { "2: luks2" } else { "1: luks2" };
        ensure!(slots.contains(expected), "there is no new slot");
        Ok(())
    } else if command.contains("open --test-passphrase") {
        // It succeeds only if that opens it.
        Ok(())
    } else if command.contains("/dev/urandom") {
        ensure!(there("/dev/shm/disk-key".into())?.len() == 64, "another length");
        Ok(())
    } else if command.starts_with("gpg --encrypt") {
        there(folder.join("disk-key.gpg")).map(drop)
    } else if command.starts_with("rm ") {
        ensure!(!PathBuf::from("/dev/shm/disk-key").exists(), "it is still there");
        Ok(())
    } else if command.contains("luksHeaderBackup") {
        ensure!(there(folder.join("disk-header"))?.len() == 16 << 20, "another size than the guide says");
        Ok(())
    } else if command.contains("luksKillSlot") {
        let slots = owner.terminal.run("sudo cryptsetup luksDump disk.img")?;
        ensure!(!slots.contains("0: luks2"), "the slot is still there");
        Ok(())
    } else {
        bail!("nobody has said what this command is to do")
    }
}
