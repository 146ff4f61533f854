//! Two builds from two directories at two times give the same bytes: pcscd, the root file system and the disk in every
//! run, kernel and program with `COLDSPARE_TESTS=all`, as they take long.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare_tests::{coldspare_image, trial};
use tempfile::TempDir;

const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What the builds are made from, somewhere else: `image` and `buildroot-config`, and what was fetched for the trial
/// image, with another time on every file.
struct Copy {
    folder: TempDir,
}

impl Copy {
    fn new(below: &str, age: u64) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let copy = Copy { folder };
        fs::create_dir_all(copy.at(below))?;
        run(Command::new("cp")
            .args(["--recursive", "image", "buildroot-config"])
            .arg(copy.at(below))
            .current_dir(TOP))?;
        fs::create_dir(copy.at("trial"))?;
        fs::copy(trial::folder()?.join("program"), copy.at("trial/program"))?;
        symlink(trial::folder()?.join("debian"), copy.at("trial/debian"))?;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(age);
        let mut to_do = vec![copy.folder.path().to_owned()];
        while let Some(folder) = to_do.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                match entry.file_type()? {
                    kind if kind.is_dir() => to_do.push(entry.path()),
                    kind if kind.is_file() => fs::File::open(entry.path())?.set_modified(time)?,
                    _ => {}
                }
            }
        }
        Ok(copy)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

/// What `build` makes in each of two copies; it is given the copy, and where in it the sources lie.
fn twice(build: impl Fn(&Copy, &Path) -> Result<Vec<u8>>) -> Result<Vec<Vec<u8>>> {
    let places = [("here", 1_000_000_000), ("another/place", 1_700_000_000)];
    let made = places.map(|(place, age)| {
        let copy = Copy::new(place, age)?;
        build(&copy, &copy.at(place))
    });
    made.into_iter().collect()
}

fn run(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output()?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn same(made: &[Vec<u8>], there: &Path) -> Result<()> {
    let there_is = fs::read(there)?;
    for made in made {
        let first = made.iter().zip(&there_is).position(|(a, b)| a != b);
        ensure!(
            *made == there_is,
            "{} bytes, but {} has {}; the first difference is at {first:?}",
            made.len(),
            there.display(),
            there_is.len()
        );
    }
    Ok(())
}

#[test]
fn the_root_file_system() -> Result<()> {
    let trial = trial::folder()?;
    let made = twice(|copy, place| {
        let (program, debian) = (copy.at("trial/program"), copy.at("trial/debian"));
        let (pcsc, root) = (copy.at("pcsc"), copy.at("root"));
        run(Command::new(place.join("image/pcsc.sh")).arg(&debian).arg(&pcsc))?;
        let list = run(Command::new(place.join("image/rootfs.sh")).args([program, debian, pcsc, root]))?;
        fs::write(copy.at("list"), list)?;
        // The kernel's build calls it with its own fixed time.
        run(Command::new(trial.join("kernel/usr/gen_init_cpio")).args(["-t", "0"]).arg(copy.at("list")))
    })?;
    same(&made, &trial.join("kernel/usr/initramfs_data.cpio"))
}

#[test]
fn the_disk() -> Result<()> {
    let trial = trial::folder()?;
    let kernel = trial.join("kernel/arch/x86/boot/bzImage");
    let made = twice(|copy, place| {
        let mut disk = Command::new(place.join("image/disk.sh"));
        run(disk.arg(&kernel).arg(copy.at("disk")).env("IMAGE_TOOL", coldspare_image()))?;
        Ok(fs::read(copy.at("disk"))?)
    })?;
    same(&made, &trial.join("coldspare-trial.img"))
}

#[test]
fn the_kernel() -> Result<()> {
    if !coldspare_tests::all() {
        return Ok(());
    }
    let trial = trial::folder()?;
    let made = twice(|copy, place| {
        run(Command::new("cp").arg("--recursive").arg(trial.join("linux")).arg(copy.at("linux")))?;
        // Its root file system is the same file, so that its path is all that differs.
        fs::copy(trial.join("rootfs.list"), copy.at("list"))?;
        let mut kernel = Command::new(place.join("image/kernel.sh"));
        run(kernel.arg(copy.at("linux")).arg(copy.at("kernel")).arg(copy.at("list")))?;
        Ok(fs::read(copy.at("kernel/arch/x86/boot/bzImage"))?)
    })?;
    same(&made, &trial.join("kernel/arch/x86/boot/bzImage"))
}

#[test]
fn the_program() -> Result<()> {
    if !coldspare_tests::all() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let made = ["here", "another/place"].map(|place| -> Result<Vec<u8>> {
        let place = folder.path().join(place);
        run(Command::new("git").args(["clone", "--quiet", "--no-hardlinks", TOP]).arg(&place))?;
        run(Command::new(place.join("image/program.sh")).arg(place.join("built")))?;
        Ok(fs::read(place.join("built/x86_64-unknown-linux-gnu/release/coldspare"))?)
    });
    let [one, other] = made;
    ensure!(one? == other?, "the two programs differ");
    Ok(())
}
