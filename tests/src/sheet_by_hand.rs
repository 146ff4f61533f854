//! A backup sheet, and what is typed to bring the sealed backup back from it without Coldspare: the commands of `GUIDE.txt`,
//! which are those of the page 'By hand'.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{BackupPart, bundle, section};
use coldspare::ceremony::Sealed;
use coldspare::plan::{Algorithm, Plan};
use tempfile::TempDir;

use crate::fixtures;

/// Debian's.
pub const SHELLS: [&str; 2] = ["bash", "dash"];

/// A backup, and the codes of its sheet.
pub struct Sheet {
    /// Everything that is sealed.
    pub sealed: Sealed,
    /// Its codes.
    pub parts: Vec<BackupPart>,
}

impl Sheet {
    /// Of a new identity.
    ///
    /// # Errors
    /// If none can be made.
    pub fn of(algorithm: Algorithm) -> Result<Self> {
        Self::planned(fixtures::plan(algorithm, 3, 5)?)
    }

    /// As it is planned.
    ///
    /// # Errors
    /// If none can be made.
    pub fn planned(plan: Plan) -> Result<Self> {
        let made = fixtures::made(plan)?;
        let sealed = fixtures::seal(&made)?;
        let parts = sealed.parts()?;
        Ok(Sheet { sealed, parts })
    }

    /// A file of its bundle.
    ///
    /// # Errors
    /// If there is none.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        let file = self.sealed.files().iter().find(|(file, _)| *file == name);
        Ok(&file.with_context(|| format!("there is no {name}"))?.1)
    }

    /// The sealed backup.
    ///
    /// # Errors
    /// If there is none.
    pub fn sealed_backup(&self) -> Result<&[u8]> {
        self.file(bundle::SEALED_BACKUP)
    }

    /// The page 'By hand'.
    ///
    /// # Errors
    /// If there is no guide.
    pub fn by_hand(&self) -> Result<String> {
        Ok(section(std::str::from_utf8(self.file(bundle::GUIDE)?)?, DEBIAN_TOOLS).to_owned())
    }

    fn all_commands(&self) -> Result<Vec<String>> {
        let guide = self.by_hand()?;
        Ok(guide.lines().filter_map(|line| line.trim().strip_prefix("$ ")).map(Into::into).collect())
    }

    /// What collects the codes of pictures into `parts.txt`, and shows them.
    ///
    /// # Errors
    /// If there is no guide.
    pub fn collecting(&self) -> Result<Vec<String>> {
        let read_pictures =
            self.all_commands()?.into_iter().skip_while(|command| !command.contains("COLDSPARE1:B"));
        Ok(read_pictures.take(2).collect())
    }

    /// What is typed once the codes are in `parts.txt`.
    ///
    /// # Errors
    /// If there is no guide, or it has more commands or fewer.
    pub fn commands(&self) -> Result<Vec<String>> {
        let from_parts =
            self.all_commands()?.into_iter().skip_while(|command| !command.contains("sheet.txt"));
        let commands: Vec<_> = from_parts.take_while(|command| !command.contains("share.")).collect();
        ensure!(commands.len() == 5, "{commands:?}");
        Ok(commands)
    }

    /// Types them into this shell, with these lines in `parts.txt`; what is on the screen, and the folder.
    ///
    /// # Errors
    /// If they cannot be typed.
    pub fn joins(&self, shell: &str, lines: &str) -> Result<(String, TempDir)> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("parts.txt"), lines)?;
        let screen = typed(shell, folder.path(), &self.commands()?)?;
        Ok((screen, folder))
    }

    /// Collects the codes from pictures of which `zbarimg` reads this, and types the rest; the first two commands'
    /// screen, and the folder.
    ///
    /// # Errors
    /// If they cannot be typed.
    pub fn read_pictures(&self, shell: &str, pictures: &[Vec<u8>]) -> Result<(String, TempDir)> {
        let folder = tempfile::tempdir()?;
        let path = folder.path();
        fs::create_dir(path.join("pictures"))?;
        fs::write(path.join("zbarimg"), "for file; do case $file in -*) ;; *) cat $file ;; esac; done")?;
        for (at, picture) in pictures.iter().enumerate() {
            fs::write(path.join(format!("pictures/{at}.png")), picture)?;
        }
        let reader = format!("zbarimg() {{ {shell} ./zbarimg \"$@\"; }}");
        let shown = typed(shell, path, &[vec![reader], self.collecting()?].concat())?;
        typed(shell, path, &self.commands()?)?;
        Ok((shown, folder))
    }

    /// SHA-256 of the sealed backup, as it stands on each page.
    ///
    /// # Errors
    /// If there is none.
    pub fn sha256(&self) -> Result<String> {
        Ok(data_encoding::HEXLOWER.encode(&openssl::sha::sha256(self.sealed_backup()?)))
    }
}

/// What came back into this folder; nothing, if nothing did.
pub fn came_back(folder: &TempDir) -> Vec<u8> {
    fs::read(folder.path().join(bundle::SEALED_BACKUP)).unwrap_or_default()
}

/// Codes as they stand in a file, a line each.
pub fn lines<'a>(parts: impl IntoIterator<Item = &'a BackupPart>) -> String {
    parts.into_iter().map(|part| part.to_text() + "\n").collect()
}

/// What is on the screen after this was typed.
///
/// # Errors
/// If there is no such shell.
pub fn typed(shell: &str, folder: &Path, commands: &[String]) -> Result<String> {
    let script = format!("{}\n", commands.join("\n"));
    let output =
        Command::new(shell).args(["-c", &script]).current_dir(folder).env("LC_ALL", "C.UTF-8").output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}
