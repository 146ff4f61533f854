//! With Secure Boot it starts if the firmware trusts whoever signed it, and only then. The key is the one that
//! Debian's `ovmf` brings for trying.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use coldspare_tests::paper::output_of;
use coldspare_tests::qemu::{Computer, Firmware, Hardware};
use coldspare_tests::trial;

use crate::starts::starts_and_ends;

const KEY: &str = "/usr/share/ovmf/PkKek-1-snakeoil.key";
const CERTIFICATE: &str = "/usr/share/ovmf/PkKek-1-snakeoil.pem";
const PASSPHRASE: &str = "pass:snakeoil";

/// The trial image with the kernel signed.
fn signed(folder: &Path) -> Result<PathBuf> {
    let (key, image) = (folder.join("key"), folder.join("signed.img"));
    output_of(Command::new("openssl").args(["rsa", "-in", KEY, "-passin", PASSPHRASE, "-out"]).arg(&key))?;
    let disk = Path::new(env!("CARGO_MANIFEST_DIR")).join("../image/disk.sh");
    let mut command = Command::new(disk);
    command.arg(trial::folder()?.join("kernel/arch/x86/boot/bzImage")).arg(&image);
    output_of(command.env("SIGN_KEY", key).env("SIGN_CERT", CERTIFICATE))?;
    Ok(image)
}

#[test]
fn it_starts_if_the_firmware_trusts_the_signature() -> Result<()> {
    let folder = tempfile::tempdir()?;
    starts_and_ends(Hardware::from_stick(signed(folder.path())?).firmware(Firmware::trusting_the_trial_key()))
}

#[test]
fn it_is_refused_without_a_signature() -> Result<()> {
    let hardware = Hardware::from_stick(trial::image()?).firmware(Firmware::trusting_the_trial_key());
    Computer::start(hardware)?.wait_for_serial("Access Denied")
}

#[test]
fn it_is_refused_by_a_firmware_that_trusts_others() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let hardware = Hardware::from_stick(signed(folder.path())?).firmware(Firmware::as_sold());
    Computer::start(hardware)?.wait_for_serial("Access Denied")
}
