//! `make usb`: the image is written to a stick and read back, and nothing but a stick is written to. The stick is a
//! loop device, which only an administrator can make; what sysfs tells of it is a folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Result, ensure};
use tempfile::TempDir;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../image/usb.sh");
const IMAGE: usize = 3 << 20;
const STICK: usize = 8 << 20;

/// A disk, and an image to be written.
struct Scene {
    folder: TempDir,
    device: String,
}

/// The program, as an administrator runs it.
fn administrator(program: &str) -> Command {
    if rustix::process::geteuid().is_root() {
        return Command::new(program);
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["--non-interactive", "--preserve-env", program]);
    sudo
}

fn succeeds(output: &Output) -> Result<String> {
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}");
    Ok(said)
}

impl Scene {
    fn new(removable: bool, sectors: u64) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let at = folder.path();
        fs::write(at.join("image"), (0..IMAGE).map(|n| (n / 3) as u8).collect::<Vec<_>>())?;
        fs::write(at.join("disk"), vec![0xee; STICK])?;
        let made = administrator("losetup").args(["--find", "--show"]).arg(at.join("disk")).output()?;
        let device = succeeds(&made)?.trim().to_owned();
        let sys = at.join("sys/block").join(device.trim_start_matches("/dev/"));
        fs::create_dir_all(sys.join("holders"))?;
        fs::write(sys.join("removable"), if removable { "1\n" } else { "0\n" })?;
        fs::write(sys.join("size"), format!("{sectors}\n"))?;
        Ok(Scene { folder, device })
    }

    fn stick() -> Result<Self> {
        Scene::new(true, (STICK / 512) as u64)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, device: &str, force: bool) -> Result<Output> {
        let mut command = administrator(SCRIPT);
        command.arg(self.path().join("image")).arg(device).env("SYS", self.path().join("sys"));
        if force {
            command.env("FORCE", "1");
        }
        Ok(command.output()?)
    }

    /// It says this, and the disk is as it was.
    fn refuses(&self, device: &str, because: &str) -> Result<()> {
        let output = self.write(device, false)?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(!output.status.success(), "it was written");
        ensure!(said.contains(because), "it said: {said}");
        ensure!(self.disk()?.iter().all(|byte| *byte == 0xee), "something was written");
        Ok(())
    }

    fn refuses_itself(&self, because: &str) -> Result<()> {
        self.refuses(&self.device, because)
    }

    fn disk(&self) -> Result<Vec<u8>> {
        Ok(fs::read(self.path().join("disk"))?)
    }

    fn image_is_on_it(&self) -> Result<()> {
        let (disk, image) = (self.disk()?, fs::read(self.path().join("image"))?);
        ensure!(disk[..IMAGE] == image[..], "the stick has something else");
        ensure!(disk[IMAGE..].iter().all(|byte| *byte == 0xee), "more was written");
        Ok(())
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        administrator("losetup").args(["--detach", &self.device]).output().ok();
    }
}

#[test]
fn a_stick_is_written_and_read_back() -> Result<()> {
    let scene = Scene::stick()?;
    let said = succeeds(&scene.write(&scene.device, false)?)?;
    ensure!(said.contains("written and read back"), "{said}");
    scene.image_is_on_it()
}

#[test]
fn what_is_no_stick_is_refused() -> Result<()> {
    let scene = Scene::stick()?;
    scene.refuses("", "say which stick")?;
    scene.refuses("/dev/null", "is no disk")?;
    scene.refuses(&scene.path().join("disk").display().to_string(), "is no disk")?;
    Scene::new(false, (STICK / 512) as u64)?.refuses_itself("is not removable")?;
    Scene::new(true, 600_000_000)?.refuses_itself("is larger than 256 GB")?;
    Scene::new(true, 100)?.refuses_itself("is too small")
}

#[test]
fn a_part_of_a_disk_is_refused() -> Result<()> {
    let scene = Scene::stick()?;
    fs::remove_dir_all(scene.path().join("sys/block"))?;
    scene.refuses_itself("is a part of a disk")
}

#[test]
fn what_is_in_use_is_refused_even_by_force() -> Result<()> {
    let scene = Scene::stick()?;
    let name = scene.device.trim_start_matches("/dev/");
    fs::create_dir_all(scene.path().join("sys/block").join(name).join("holders/dm-0"))?;
    let said = scene.write(&scene.device, true)?;
    ensure!(String::from_utf8_lossy(&said.stderr).contains("in use by dm-0"));
    scene.refuses_itself("in use by dm-0")
}

#[test]
fn a_mounted_disk_is_refused() -> Result<()> {
    let scene = Scene::stick()?;
    succeeds(&administrator("mkfs.ext4").arg("-q").arg(&scene.device).output()?)?;
    let place = scene.path().join("place");
    fs::create_dir(&place)?;
    succeeds(&administrator("mount").arg(&scene.device).arg(&place).output()?)?;
    let output = scene.write(&scene.device, true);
    succeeds(&administrator("umount").arg(&place).output()?)?;
    let said = String::from_utf8_lossy(&output?.stderr).into_owned();
    ensure!(said.contains("is mounted"), "{said}");
    // Being mounted changes a file system by itself.
    let image = fs::read(scene.path().join("image"))?;
    ensure!(scene.disk()?[..512] != image[..512], "something was written");
    Ok(())
}

#[test]
fn force_takes_a_disk_that_is_not_removable() -> Result<()> {
    let scene = Scene::new(false, 600_000_000)?;
    succeeds(&scene.write(&scene.device, true)?)?;
    scene.image_is_on_it()
}
