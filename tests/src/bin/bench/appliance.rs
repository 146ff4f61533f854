//! How small the appliance is, how much memory it takes, and how soon its first screen is there: on the trial image,
//! which `make bench` makes with the program as it is released.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use coldspare_tests::appliance::Appliance;
use coldspare_tests::paper::output_of;
use coldspare_tests::qemu::{Computer, Hardware};
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Known, Typist};
use virtual_nitrokey::Model::Nitrokey3;

use crate::median;

const RUNS: usize = 5;
const FIRST_SCREEN: &str = "language";
/// SeaBIOS says this at its debugging port when it hands over to the kernel.
const KERNEL_STARTS: &str = "Booting from ROM";
/// That takes a second.
const FIRMWARE: Duration = Duration::from_secs(60);
/// An init that only powers off (reboot(2)).
const POWERS_OFF: &str = "
    .globl _start
_start:
    mov $169, %eax          # reboot
    mov $0xfee1dead, %edi   # LINUX_REBOOT_MAGIC1
    mov $672274793, %esi    # LINUX_REBOOT_MAGIC2
    mov $0x4321fedc, %edx   # LINUX_REBOOT_CMD_POWER_OFF
    syscall
";

/// Prints all figures.
///
/// # Errors
/// If there is no trial image, or it does not start.
pub(super) fn how_small_and_fast() -> Result<()> {
    println!("\nthe appliance, as the trial image");
    how_small()?;
    how_much_memory()?;
    how_soon()
}

fn print(what: &str, bytes: u64, wanted: &str) {
    println!("{what:52} {:>8.2} MiB{wanted}", bytes as f64 / f64::from(1 << 20));
}

fn size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("no {}", file.display()))?.len())
}

fn bz_image() -> Result<PathBuf> {
    Ok(trial::folder()?.join("kernel/arch/x86/boot/bzImage"))
}

/// The image and what is in it.
fn how_small() -> Result<()> {
    let folder = trial::folder()?;
    let root = folder.join("kernel/usr");
    let packed = size(&root.join("initramfs_inc_data"))?;
    let program = folder.join("program");
    // As the kernel packs its root file system.
    let xz = output_of(Command::new("xz").args(["--check=crc32", "--stdout"]).arg(&program))?;
    print("the image", size(&trial::image()?)?, " (wanted: at most 16)");
    print("kernel alone", size(&bz_image()?)?.saturating_sub(packed), "");
    print("root file system, packed", packed, "");
    print("root file system, unpacked", size(&root.join("initramfs_data.cpio"))?, "");
    print("program in it, packed by itself", xz.len() as u64, "");
    print("program in it, unpacked", size(&program)?, "");
    Ok(())
}

/// At the first screen, and in a ceremony, of as little memory as is said to be enough.
fn how_much_memory() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let numbers = [0xBE4C_0001, 0xBE4C_0002];
    let nitrokeys = numbers.map(|number| (Nitrokey3, number));
    let hardware = Hardware::from_stick(trial::image()?).memory(128);
    let (mut appliance, mut typist) = Appliance::start(hardware, folder.path(), &nitrokeys)?;
    typist.at(FIRST_SCREEN)?;
    let computer = appliance.computer().clone();
    computer.settle()?;
    print("memory in use at the first screen", computer.memory_in_use()?, " (wanted: under 40)");

    appliance.plug_stick("BACKUP")?;
    let known = [Known { number: 0, serial: "000F:BE4C0001" }, Known { number: 1, serial: "000F:BE4C0002" }];
    let mut most = 0;
    let mut looks = || -> Result<()> {
        most = most.max(computer.memory_in_use()?);
        Ok(())
    };
    typist.whole_ceremony(&mut appliance, &Answers::default(), known, "BACKUP", |_| looks())?;
    looks()?;
    print("the most in a ceremony, looked at now and then", most, "");
    Ok(())
}

/// From the kernel's start to the first screen, beside the same kernel with an init that only powers off.
fn how_soon() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let nothing = initial_files(folder.path(), "nothing", "")?;
    let (source, init) = (folder.path().join("init.s"), folder.path().join("init"));
    fs::write(&source, POWERS_OFF)?;
    output_of(Command::new("gcc").args(["-static", "-nostdlib", "-o"]).arg(&init).arg(&source))?;
    // It takes the place of the one inside the kernel.
    let powers_off =
        initial_files(folder.path(), "powers-off", &format!("file /init {} 0755 0 0\n", init.display()))?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(after_start(folder.path(), &nothing, |computer| {
            Typist::before(computer.clone()).at(FIRST_SCREEN).map(drop)
        })?);
        theirs.push(after_start(folder.path(), &powers_off, Computer::wait_for_off)?);
    }
    let (ours, theirs) = (median(&mut ours).as_secs_f64(), median(&mut theirs).as_secs_f64());
    println!("{:52} {ours:>8.2} s", "from the kernel's start to the first screen");
    println!("{:52} {theirs:>8.2} s", "the same kernel, an init that only powers off");
    println!("{:52} {:>8.2} (wanted: 1.25)", "ratio", ours / theirs);
    Ok(())
}

/// What QEMU hands to the kernel, to be unpacked over what is inside it.
fn initial_files(folder: &Path, name: &str, list: &str) -> Result<PathBuf> {
    let (listed, packed) = (folder.join(format!("{name}.list")), folder.join(name));
    fs::write(&listed, list)?;
    let tool = trial::folder()?.join("kernel/usr/gen_init_cpio");
    fs::write(&packed, output_of(Command::new(tool).arg(&listed))?)?;
    Ok(packed)
}

/// How long it takes from the kernel's start.
fn after_start(
    folder: &Path,
    initial_files: &Path,
    wait: impl FnOnce(&Computer) -> Result<()>,
) -> Result<Duration> {
    let said = folder.join("firmware");
    File::create(&said)?;
    let port = format!("file,id=firmware,path={}", said.display());
    let computer = Computer::start(
        Hardware::from_kernel(bz_image()?, initial_files)
            .with(&["-chardev", &port])
            .with(&["-device", "isa-debugcon,iobase=0x402,chardev=firmware"]),
    )?;
    let on = Instant::now();
    while !String::from_utf8_lossy(&fs::read(&said)?).contains(KERNEL_STARTS) {
        ensure!(on.elapsed() < FIRMWARE, "the kernel does not start");
        thread::sleep(Duration::from_millis(10));
    }
    let start = Instant::now();
    wait(&computer)?;
    Ok(start.elapsed())
}
