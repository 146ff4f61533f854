//! Lays out the disk of its parts: the last step of both `make image` and the trial image.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use coldspare_image::disk::{Parts, disk};

const USAGE: &str = "\
image KERNEL BOOT CORE DISK

    KERNEL  the kernel with the root file system inside: a bzImage
    BOOT    boot.img of GRUB for BIOS
    CORE    core.img of GRUB for BIOS
    DISK    the file to write";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("image: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [kernel, boot, core, file] = &arguments[..] else { bail!("{USAGE}") };
    let read = |file| {
        fs::read(file).with_context(|| format!("cannot read {}", std::path::Path::new(file).display()))
    };
    let made = disk(Parts { kernel: &read(kernel)?, boot: &read(boot)?, core: &read(core)? })?;
    fs::write(file, made).with_context(|| format!("cannot write {}", std::path::Path::new(file).display()))
}
