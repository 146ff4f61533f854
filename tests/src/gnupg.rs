//! A GnuPG of its own, as on the owner's computer; and one that only knows public keys, as on everybody
//! else's.

mod says;
mod ssh;
mod trixie;
mod uses;

pub use says::{Listed, verdict};
pub use ssh::{SshServer, ssh_keygen_signs};
use trixie::Trixie;

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail, ensure};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;

use crate::pcsc::{Readers, short_folder, wait_until};
use crate::virtual_pc::VirtualPc;

/// Seconds after which a command that waits for something is ended.
const PATIENCE: &str = "120";

/// What GnuPG says of a line between two of its own programs (`GPG_ERR_INCOMPLETE_LINE`).
const LOST_LINE: &str = "Incomplete line passed to IPC";
/// What it says of one Ed448 key in 64 that it makes: whose number begins with 02, 03, 04 or 40. It takes that byte for
/// a point's prefix, leaves it out, and does not find its own key again.
const LOST_KEY: &str = "key generation failed: No secret key";

/// A GnuPG with a folder of its own. Its agent and what that started end with this value.
#[derive(Debug)]
pub struct GnuPg {
    home: TempDir,
    /// Where the smart card service is, if it is another one than this process's.
    service: Vec<(OsString, OsString)>,
    /// The computer that it is on, if it is not this one.
    computer: Option<Trixie>,
}

impl GnuPg {
    /// Without a card.
    ///
    /// # Errors
    /// If there is no GnuPG.
    pub fn new() -> Result<Self> {
        let home = short_folder("gpg")?;
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700))?;
        let pinentry = crate::coldspare().with_file_name("pinentry");
        ensure!(pinentry.exists(), "{} is missing: build coldspare-tests", pinentry.display());
        // Beside the keys it is reached from whatever computer they are on.
        let typist = home.path().join("pinentry");
        fs::copy(&pinentry, &typist)?;
        fs::write(
            home.path().join("gpg-agent.conf"),
            format!("pinentry-program {}\nallow-loopback-pinentry\ns2k-count 65536\n", typist.display()),
        )?;
        Ok(GnuPg { home, service: Vec::new(), computer: None })
    }

    /// The same on a computer with Debian 13: GnuPG 2.4, and a shell's other programs with it.
    ///
    /// # Errors
    /// If `make test` has not fetched it, or nothing may be mounted here.
    pub fn on_trixie(mut self) -> Result<Self> {
        self.computer = Some(Trixie::new()?);
        if !self.home().join("scdaemon.conf").exists() {
            return Ok(self);
        }
        // It has a reader. pcscd, which is this computer's, only answers a library of its own version.
        let library = self.home().join("libpcsclite.so.1");
        fs::copy(trixie::pcsc_library()?, &library)?;
        let mut conf = File::options().append(true).open(self.home().join("scdaemon.conf"))?;
        writeln!(conf, "pcsc-driver {}", library.display())?;
        Ok(self)
    }

    /// With the Nitrokey in reader 0 or 1.
    ///
    /// # Errors
    /// If there is no GnuPG.
    pub fn with_reader(reader: u8) -> Result<Self> {
        let gnupg = GnuPg::new()?;
        let name = Readers::name(reader);
        let conf = format!("disable-ccid\npcsc-shared\nreader-port {name}\n");
        fs::write(gnupg.home().join("scdaemon.conf"), conf)?;
        Ok(gnupg)
    }

    /// With the Nitrokey in reader 0 or 1 of another computer than this process is on.
    ///
    /// # Errors
    /// If there is no GnuPG.
    pub fn on(virtual_pc: &VirtualPc, reader: u8) -> Result<Self> {
        let mut gnupg = GnuPg::with_reader(reader)?;
        let client = virtual_pc.client("gpg");
        let set = client.get_envs().filter_map(|(name, value)| Some((name.into(), value?.into())));
        gnupg.service = set.collect();
        Ok(gnupg)
    }

    /// Whether it is on a computer with Debian 13.
    pub fn is_on_trixie(&self) -> bool {
        self.computer.is_some()
    }

    /// The folder `GNUPGHOME`.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// What the owner types whenever a PIN or a passphrase is asked for.
    ///
    /// # Errors
    /// The system's.
    pub fn types(&self, secret: &SecretString) -> Result<()> {
        Ok(fs::write(self.home().join("pin"), secret.expose_secret())?)
    }

    /// What the owner types first, one after the other.
    ///
    /// # Errors
    /// The system's.
    pub fn types_first(&self, secrets: &[&str]) -> Result<()> {
        Ok(fs::write(
            self.home().join("pins"),
            secrets.iter().map(|secret| format!("{secret}\n")).collect::<String>(),
        )?)
    }

    /// What the owner was asked so far, and forgets it.
    pub fn asked(&self) -> String {
        let file = self.home().join("asked");
        let text = fs::read_to_string(&file).unwrap_or_default();
        fs::write(file, "").ok();
        text.replace("%0A", "\n").replace("%22", "\"")
    }

    /// Any program, with this GnuPG as its own.
    pub fn command(&self, program: &str) -> Command {
        let mut command = match &self.computer {
            Some(computer) => computer.command("timeout"),
            None => Command::new("timeout"),
        };
        command.args(["--kill-after=5", PATIENCE, program]);
        command.envs(self.service.iter().map(|(name, value)| (name, value)));
        command.env("GNUPGHOME", self.home()).env("LC_ALL", "C.UTF-8").env_remove("SSH_AUTH_SOCK");
        command.env_remove("DISPLAY").env_remove("GPG_TTY").stdin(Stdio::null());
        command
    }

    /// Runs `gpg` with `input` on its standard input; what it wrote on its standard output.
    ///
    /// # Errors
    /// What it wrote on its standard error.
    pub fn gpg<A: AsRef<OsStr>>(&self, arguments: &[A], input: &[u8]) -> Result<Vec<u8>> {
        let gpg = || run(self.command("gpg").arg("--batch").args(arguments), input);
        match gpg() {
            // On a busy computer GnuPG 2.4 now and then loses a line on the way to its own keyboxd; nothing was done then.
            Err(error) if error.to_string().contains(LOST_LINE) => gpg(),
            Err(error) if error.to_string().contains(LOST_KEY) => self.gpg(arguments, input),
            said => said,
        }
    }

    /// Takes in a key, and returns what GnuPG says about it in its status lines.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn import(&self, key: &[u8]) -> Result<String> {
        Ok(text(self.gpg(&["--status-fd", "1", "--import"], key)?))
    }

    /// Says that a key is the owner's own.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn trust(&self, fingerprint: &str) -> Result<()> {
        self.gpg(&["--import-ownertrust"], format!("{fingerprint}:6:\n").as_bytes()).map(drop)
    }

    /// What the card says, in GnuPG's words. GnuPG remembers which keys are on it.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn card_status(&self) -> Result<String> {
        Ok(text(self.gpg(&["--card-status"], b"")?))
    }

    /// Waits until GnuPG has seen that its reader is empty, for which an owner's hands are slow enough.
    ///
    /// # Errors
    /// If it goes on seeing a card.
    pub fn sees_no_card(&self) -> Result<()> {
        let mut status = self.command("gpg-connect-agent");
        status.args(["scd getinfo status", "/bye"]);
        wait_until("GnuPG sees an empty reader", || Ok(text(run(&mut status, b"")?).contains("D r")))
    }

    /// A detached signature.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn sign(&self, by: &str, message: &[u8]) -> Result<Vec<u8>> {
        self.gpg(&["--local-user", by, "--detach-sign"], message)
    }

    /// Whether a signature is good: the fingerprints of the key and of the primary key that made it.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn verify(&self, signature: &[u8], message: &[u8]) -> Result<[String; 2]> {
        let file = self.home().join("signature");
        fs::write(&file, signature)?;
        let arguments =
            [OsStr::new("--status-fd"), "1".as_ref(), "--verify".as_ref(), file.as_ref(), "-".as_ref()];
        let status = text(self.gpg(&arguments, message)?);
        let valid = status.lines().find_map(|l| l.strip_prefix("[GNUPG:] VALIDSIG "));
        let fields: Vec<_> = valid.context("no valid signature")?.split(' ').collect();
        match fields[..] {
            [key, .., primary] => Ok([key.into(), primary.into()]),
            _ => bail!("GnuPG's status line cannot be read: {status}"),
        }
    }

    /// Encrypts to a key.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn encrypt(&self, to: &str, message: &[u8]) -> Result<Vec<u8>> {
        self.gpg(&["--trust-model", "always", "--recipient", to, "--encrypt"], message)
    }

    /// Decrypts.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn decrypt(&self, message: &[u8]) -> Result<Vec<u8>> {
        self.gpg(&["--decrypt"], message)
    }

    /// Makes a key with subkeys, each an algorithm and a usage in GnuPG's words, under the passphrase
    /// that the owner types, or under none. Returns its fingerprint and the exported secret key.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn generate(
        &self,
        [algorithm, usage]: [&str; 2],
        subkeys: &[[&str; 2]],
        passphrase: Option<&SecretString>,
    ) -> Result<(String, Vec<u8>)> {
        let word = passphrase.map_or("", |p| p.expose_secret());
        let options = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
        let gpg = |command: &[&str]| self.gpg(&[&options[..], command].concat(), word.as_bytes());
        gpg(&["--quick-generate-key", "Ada Lovelace <ada@example.org>", algorithm, usage, "never"])?;
        let listed = text(self.gpg(&["--with-colons", "--list-keys"], b"")?);
        let fingerprint = listed
            .lines()
            .find_map(|line| line.strip_prefix("fpr:"))
            .map(|fields| fields.trim_matches(':').to_owned())
            .context("GnuPG made no key")?;
        for [algorithm, usage] in subkeys {
            gpg(&["--quick-add-key", &fingerprint, algorithm, usage, "never"])?;
        }
        let exported = gpg(&["--armor", "--export-secret-keys", &fingerprint])?;
        Ok((fingerprint, exported))
    }

    /// All that it keeps in its key files: secret keys, and notes about those that are on a card.
    ///
    /// # Errors
    /// The system's.
    pub fn keys(&self) -> Result<String> {
        let files = fs::read_dir(self.home().join("private-keys-v1.d"))?;
        files.map(|file| Ok(text(fs::read(file?.path())?))).collect()
    }

    /// Ends the agent and the card daemon, as a new login does.
    ///
    /// # Errors
    /// The system's.
    pub fn restart(&self) -> Result<()> {
        run(self.command("gpgconf").args(["--kill", "all"]), b"").map(drop)
    }

    /// A socket or folder, as `gpgconf --list-dirs` tells it.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn folder(&self, what: &str) -> Result<PathBuf> {
        Ok(text(run(self.command("gpgconf").args(["--list-dirs", what]), b"")?).trim().into())
    }
}

impl Drop for GnuPg {
    fn drop(&mut self) {
        // Nothing can be done about it here; without its folder the agent ends by itself.
        self.restart().ok();
        run(self.command("gpgconf").arg("--remove-socketdir"), b"").ok();
    }
}

/// Runs a command; what it wrote on its standard output.
pub(crate) fn run(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let Output { status, stdout, stderr } = output(command, input)?;
    ensure!(
        status.success(),
        "{command:?}: {status}\n{}{}",
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr),
    );
    Ok(stdout)
}

fn output(command: &mut Command, input: &[u8]) -> Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("{command:?}"))?;
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // A program that ends before it read everything has its reason, and says it.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        Ok(child.wait_with_output()?)
    })
}

pub(crate) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}
