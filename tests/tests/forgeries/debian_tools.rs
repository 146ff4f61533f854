//! The commands that stand in the guide and on paper refuse forgeries as well: typed into `sh`, on a computer
//! whose GnuPG knows the forger's keys; with this computer's GnuPG, and with 2.4.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{bundle, section};
use coldspare_tests::gnupg::GnuPg;
use secrecy::ExposeSecret;
use tempfile::TempDir;

use super::kinds::{self, Kind, Scene};

/// The commands of the guide, between the one that makes the new folder and the one that unpacks.
fn commands(scene: &Scene) -> Result<Vec<String>> {
    let guide = fs::read_to_string(scene.bundle().join(bundle::GUIDE))?;
    let section = section(&guide, DEBIAN_TOOLS);
    let all: Vec<_> = section.lines().filter_map(|line| line.trim().strip_prefix("$ ")).collect();
    let at = |part: &str| all.iter().position(|c| c.contains(part)).with_context(|| format!("no {part}"));
    let (from, to) = (at("mkdir -m 700 new")?, at("tar -xf")?);
    ensure!(to == from + 2, "these are three commands");
    let all = &all[from..=to];
    ensure!(all.iter().all(|command| command.len() < 220), "too long to be typed from paper");
    Ok(all.iter().map(|command| (*command).to_owned()).collect())
}

/// A computer where somebody types them.
struct Computer {
    gnupg: GnuPg,
    folder: TempDir,
}

impl Computer {
    /// The forger has sent its owner a key.
    fn with_a_key_of(scene: &Scene, gnupg: GnuPg) -> Result<Self> {
        gnupg.gpg(&["--import"], &scene.forger().secret_armored()?)?;
        Ok(Computer { gnupg, folder: tempfile::Builder::new().prefix("hand").tempdir_in("/tmp")? })
    }

    /// Types them, with this in the place of the sealed backup. What is on the screen, and the secret key if
    /// one was unpacked.
    fn types(&self, scene: &Scene, commands: &[String], message: &[u8]) -> Result<(String, Option<Vec<u8>>)> {
        let folder = tempfile::tempdir_in(self.folder.path())?;
        let file = |name: &str| folder.path().join(name);
        let key = data_encoding::HEXLOWER.decode(scene.key.passphrase().expose_secret().as_bytes())?;
        fs::write(file("backup-key"), key)?;
        fs::write(file("sealed-backup.pgp"), message)?;
        let script = format!("{}\n", commands.join("\n"));
        let mut shell = self.gnupg.command("sh");
        let typed =
            shell.args(["-c", &format!("exec 2>&1\n{script}")]).current_dir(folder.path()).output()?;
        let screen = String::from_utf8_lossy(&typed.stdout).into_owned();
        self.end_agent(&file("new"))?;
        Ok((screen, fs::read(file("secret-key.asc")).ok()))
    }

    fn end_agent(&self, home: &Path) -> Result<()> {
        if home.join("S.gpg-agent").exists() {
            self.gnupg.command("gpgconf").arg("--homedir").arg(home).args(["--kill", "all"]).status()?;
        }
        Ok(())
    }

    fn refuses(&self, scene: &Scene, kinds: &[Kind]) -> Result<()> {
        let commands = commands(scene)?;
        for (kind, message) in kinds {
            let (screen, unpacked) = self.types(scene, &commands, message)?;
            ensure!(unpacked.is_none(), "{kind}: it was unpacked\n{screen}");
            ensure!(screen.trim_end().ends_with("REFUSED"), "{kind}:\n{screen}");
        }
        Ok(())
    }

    fn takes(&self, scene: &Scene) -> Result<()> {
        let commands = commands(scene)?;
        for (kind, message) in kinds::true_ones(scene) {
            let (screen, unpacked) = self.types(scene, &commands, &message)?;
            ensure!(unpacked.is_some() && !screen.contains("REFUSED"), "{kind}:\n{screen}");
        }
        Ok(())
    }

    /// What the forger wants never comes out of what GnuPG passes over.
    fn takes_nothing_of_the_forger(&self, scene: &Scene) -> Result<()> {
        let (commands, right) = (commands(scene)?, scene.owner.made.identity().secret_armored()?);
        for (kind, message) in kinds::careless(scene) {
            let (screen, unpacked) = self.types(scene, &commands, &message)?;
            ensure!(unpacked.is_none_or(|key| key == right[..]), "{kind}:\n{screen}");
        }
        Ok(())
    }
}

/// That of Debian 13.
fn gnupg_2_4() -> Result<GnuPg> {
    let gnupg = GnuPg::new()?.on_trixie()?;
    let version = String::from_utf8(gnupg.gpg(&["--version"], b"")?)?;
    ensure!(version.starts_with("gpg (GnuPG) 2.4."), "{version}");
    Ok(gnupg)
}

fn refuse_every_forgery(gnupg: GnuPg) -> Result<()> {
    let scene = Scene::new()?;
    Computer::with_a_key_of(&scene, gnupg)?.refuses(&scene, &kinds::without_the_key(&scene))
}

fn open_every_true_message(gnupg: GnuPg) -> Result<()> {
    let scene = Scene::new()?;
    let computer = Computer::with_a_key_of(&scene, gnupg)?;
    computer.takes(&scene)?;
    computer.takes_nothing_of_the_forger(&scene)
}

/// A part of the commands that is left out, by what stands there instead; and a forgery that comes through then.
type Less = (&'static [(&'static str, &'static str)], &'static str);

/// With less than all that is looked at, something forged comes through: so nothing of it is left out.
const LESS: [Less; 3] = [
    // Its status alone.
    (
        &[(
            "test \"$(grep -xE 'PLAINTEXT|ENC_TO|.*(MDC|OKAY)' new/words | paste -sd' ')\" = \"PLAINTEXT DECRYPTION_OKAY GOODMDC\"",
            "test -s new/words",
        )],
        "plain",
    ),
    // What it says, but not how often, nor of whom. (A second content both refuse by themselves, with status 2.)
    (
        &[("PLAINTEXT|ENC_TO|", ""), ("PLAINTEXT DECRYPTION_OKAY", "DECRYPTION_OKAY")],
        "to the forger's key, the true message",
    ),
    // In the folder that this computer's GnuPG has, and not whether a key was used.
    (&[("--homedir new ", ""), ("ENC_TO|", "")], "to the forger's key"),
];

fn need_each_part(gnupg: GnuPg) -> Result<()> {
    let scene = Scene::new()?;
    let computer = Computer::with_a_key_of(&scene, gnupg)?;
    let forgeries = kinds::without_the_key(&scene);
    let whole = commands(&scene)?;
    for (less, comes_through) in LESS {
        let commands: Vec<_> = whole
            .iter()
            .map(|command| less.iter().fold(command.clone(), |command, (from, to)| command.replace(from, to)))
            .collect();
        ensure!(commands != whole);
        let mut passed = Vec::new();
        for (kind, message) in &forgeries {
            if computer.types(&scene, &commands, message)?.1.is_some() {
                passed.push(*kind);
            }
        }
        ensure!(passed.contains(&comes_through), "without {less:?}: {passed:?}");
        println!("without {less:?}: {passed:?}");
    }
    Ok(())
}

#[test]
fn the_typed_commands_refuse_every_forgery() -> Result<()> {
    refuse_every_forgery(GnuPg::new()?)
}

#[test]
fn the_typed_commands_refuse_every_forgery_with_gnupg_2_4() -> Result<()> {
    refuse_every_forgery(gnupg_2_4()?)
}

#[test]
fn the_typed_commands_open_every_true_message() -> Result<()> {
    open_every_true_message(GnuPg::new()?)
}

#[test]
fn the_typed_commands_open_every_true_message_with_gnupg_2_4() -> Result<()> {
    open_every_true_message(gnupg_2_4()?)
}

#[test]
fn no_part_of_the_commands_is_needless() -> Result<()> {
    need_each_part(GnuPg::new()?)
}

#[test]
fn no_part_of_the_commands_is_needless_with_gnupg_2_4() -> Result<()> {
    need_each_part(gnupg_2_4()?)
}
