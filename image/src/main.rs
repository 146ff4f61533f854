//! Lays out the disk of its parts: the last step of both `make image` and the trial image.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use coldspare_image::disk::{Parts, disk};

const USAGE: &str = "\
image KERNEL BOOT CORE DISK [CERTIFICATE]

    KERNEL  the kernel with the root file system inside: a bzImage
    BOOT    boot.img of GRUB for BIOS
    CORE    core.img of GRUB for BIOS
    DISK    the file to write
    CERTIFICATE  that of the key that signed the kernel, DER";

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
    let (kernel, boot, core, file, certificate) = match &arguments[..] {
        [kernel, boot, core, file] => (kernel, boot, core, file, None),
        [kernel, boot, core, file, certificate] => (kernel, boot, core, file, Some(read(certificate)?)),
        _ => bail!("{USAGE}"),
    };
    let (kernel, boot, core) = (read(kernel)?, read(boot)?, read(core)?);
    let certificate = certificate.as_deref();
    let made = disk(Parts { kernel: &kernel, boot: &boot, core: &core, certificate })?;
    fs::write(file, made).with_context(|| format!("cannot write {}", Path::new(file).display()))
}

fn read(file: &OsString) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", Path::new(file).display()))
}
