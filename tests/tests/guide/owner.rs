//! An owner at home, who types what the guide says, and what each command has to do.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use coldspare::nitrokey::{PcscBus, Serial};
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Role;
use coldspare_tests::debian::Terminal;
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{Nitrokey, Readers, wait_until};
use coldspare_tests::typed_from_the_guide::typed;
use tempfile::TempDir;
use virtual_nitrokey::Model::Nitrokey3;

/// A computer that was never used for this, the stick, two proven Nitrokeys.
pub(crate) struct Owner {
    pub(crate) prepared: Prepared,
    pub(crate) primary: Nitrokey,
    pub(crate) spare: Nitrokey,
    /// Which of the two is plugged in.
    pub(crate) inserted: Serial,
    pub(crate) gnupg: GnuPg,
    pub(crate) terminal: Terminal,
    stick: TempDir,
    _home: TempDir,
}

impl Owner {
    pub(crate) fn with(readers: &Readers, gnupg: GnuPg) -> Result<Self> {
        let (mut primary, mut spare) =
            (readers.nitrokey(Nitrokey3, 0x0A0B_0C01), readers.nitrokey(Nitrokey3, 0x0A0B_0C02));
        primary.plug(0)?;
        spare.plug(1)?;
        let serials = [primary.serial(), spare.serial()];
        let stick = tempfile::tempdir()?;
        let mut prepared = fixtures::prepare(
            fixtures::plan(Curve25519, 3, 5)?,
            &PcscBus,
            &serials,
            stick.path(),
            &mut |_| (),
        )?;
        for (serial, role) in serials.into_iter().zip([Role::Primary, Role::SPARE]) {
            let pins = prepared.rehearsed.pins(&role, None)?;
            fixtures::flash_and_prove(&mut prepared.rehearsed, &PcscBus, serial, &role, &pins, &mut |_| ())?;
            // Both have the same user PIN.
            gnupg.types(&pins.user)?;
        }
        spare.unplug()?;
        let mut terminal = Terminal::open(&stick.path().join(&prepared.folder), &gnupg)?;
        // Nothing is written into this user's own folder. git wants to know who it is.
        let home = tempfile::tempdir()?;
        terminal.run(&format!("export HOME='{}'", home.path().display()))?;
        terminal.run("git config --global user.name 'Ada Lovelace'")?;
        terminal.run("git config --global user.email ada@example.org")?;
        let inserted = primary.serial();
        Ok(Owner { inserted, prepared, primary, spare, gnupg, terminal, stick, _home: home })
    }

    pub(crate) fn bundle(&self) -> PathBuf {
        self.stick.path().join(&self.prepared.folder)
    }

    /// All of a section that can be typed here.
    pub(crate) fn section(&self, number: u8) -> Result<Vec<String>> {
        typed(&self.bundle(), number)
    }

    pub(crate) fn change_to_the_spare(&mut self) -> Result<()> {
        self.primary.unplug()?;
        self.gnupg.sees_no_card()?;
        self.spare.plug(0)?;
        self.inserted = self.spare.serial();
        Ok(())
    }

    pub(crate) fn change_back(&mut self) -> Result<()> {
        self.spare.unplug()?;
        self.gnupg.sees_no_card()?;
        self.primary.plug(0)?;
        self.inserted = self.primary.serial();
        Ok(())
    }

    /// Whether it is GnuPG 2.2.
    pub(crate) fn is_old(&self) -> Result<bool> {
        Ok(String::from_utf8_lossy(&self.gnupg.gpg(&["--version"], b"")?).contains("(GnuPG) 2.2."))
    }

    /// How many tries there are, as GnuPG shows it.
    pub(crate) fn tries(&self, tries: &str) -> Result<()> {
        let status = self.gnupg.card_status()?;
        ensure!(status.contains(&format!("PIN retry counter : {tries}\n")), "not {tries}:\n{status}");
        Ok(())
    }

    /// Types a section, and looks at what each command has done.
    pub(crate) fn follow_section(&mut self, number: u8) -> Result<()> {
        self.follow(&self.section(number)?)
    }

    /// Types these commands, and looks at what each of them has done.
    pub(crate) fn follow(&mut self, commands: &[String]) -> Result<()> {
        for command in commands {
            let screen = self.terminal.run(command)?;
            self.look(command, &screen).with_context(|| format!("$ {command}\n{screen}"))?;
        }
        Ok(())
    }

    fn look(&mut self, command: &str, screen: &str) -> Result<()> {
        let identity = self.prepared.made.identity();
        let number = format!("{:08X}", self.inserted.number);
        let says = |what: &str| {
            ensure!(screen.contains(what), "it does not say: {what}");
            Ok(())
        };
        if command.starts_with("gpg --import ") {
            says("imported: 1")
        } else if command.ends_with("gpg --import-ownertrust") {
            let trust = self.gnupg.gpg(&["--export-ownertrust"], b"")?;
            let own = format!("{}:6:", identity.fingerprint());
            ensure!(String::from_utf8(trust)?.contains(&own), "it is not the owner's own key");
            Ok(())
        } else if command == "gpg --card-status" {
            says(&format!("Serial number ....: {number}"))?;
            ensure!(screen.matches("ssb>").count() == 3, "GnuPG does not find three keys on it");
            Ok(())
        } else if command.ends_with("--output try.gpg") {
            ensure!(self.bundle().join("try.gpg").exists(), "there is no message");
            Ok(())
        } else if command == "gpg --decrypt try.gpg" {
            says("it works")?;
            says("Good signature")
        } else if command.ends_with("gpg --clearsign") {
            says("BEGIN PGP SIGNED MESSAGE")?;
            let from = screen.find("-----BEGIN").context("no signature")?;
            self.gnupg.gpg(&["--verify"], &screen.as_bytes()[from..]).map(drop)
        } else if command.starts_with("git ") || command.contains("allowed_signers\"") {
            self.look_at_git(command, screen)
        } else if command.starts_with("mkdir -p \"$HOME/.ssh\"") {
            self.terminal.run("test -d \"$HOME/.ssh\"").map(drop)
        } else if command.starts_with("echo disable-ccid") {
            let conf = fs::read_to_string(self.gnupg.home().join("scdaemon.conf"))?;
            ensure!(conf.ends_with("\ndisable-ccid\n"), "it stands elsewhere");
            Ok(())
        } else if command == "gpgconf --kill all" {
            // An owner's hands are slower than an agent that ends, and takes its sockets away, that for SSH last.
            let gone = "test ! -S \"$(gpgconf --list-dirs agent-socket)\" && \
                        test ! -S \"$(gpgconf --list-dirs agent-ssh-socket)\"";
            wait_until("the agent has ended", || Ok(self.terminal.try_run(gone)?.1 == 0))
        } else if command.starts_with("export GPG_TTY") {
            self.terminal.run("test -n \"$GPG_TTY\"").map(drop)
        } else if command.starts_with("echo enable-ssh-support") {
            let conf = fs::read_to_string(self.gnupg.home().join("gpg-agent.conf"))?;
            ensure!(conf.ends_with("\nenable-ssh-support\n"), "it stands elsewhere");
            Ok(())
        } else if command.starts_with("export SSH_AUTH_SOCK") {
            self.terminal.run("test -n \"$SSH_AUTH_SOCK\"").map(drop)
        } else if command == "gpg-connect-agent updatestartuptty /bye" {
            self.terminal.run("test -S \"$SSH_AUTH_SOCK\"").map(drop)
        } else if command == "ssh-add -L" {
            let login = fs::read_to_string(self.bundle().join("ssh.pub"))?;
            says(&login.split(' ').take(2).collect::<Vec<_>>().join(" "))?;
            says(&number)
        } else if command.ends_with("--card-edit") {
            self.tries("3 3 3")
        } else if command.contains("learn --force") {
            says(&number)
        } else if command.contains("grep -ls t1-v1") {
            ensure!(!self.gnupg.keys()?.contains("shadowed-private-key"), "GnuPG remembers");
            Ok(())
        } else if command.contains("--delete-secret-keys") {
            ensure!(self.gnupg.keys()?.is_empty(), "there are still keys on this computer");
            Ok(())
        } else {
            bail!("nobody has said what this command is to do")
        }
    }
    fn look_at_git(&mut self, command: &str, screen: &str) -> Result<()> {
        let says = |what: &str| {
            ensure!(screen.contains(what), "it does not say: {what}");
            Ok(())
        };
        if command.starts_with("git config") {
            let name = command.split(' ').nth(3).context("nothing is set")?;
            self.terminal.run(&format!("test -n \"$(git config {name})\"")).map(drop)
        } else if command.starts_with("git init") {
            self.terminal.run("test -d try-git/.git").map(drop)
        } else if command.contains(" commit ") {
            let good = self.terminal.run("git -C try-git log -1 --format=%G?")?;
            ensure!(good.trim() == "G", "its signature is {good}");
            Ok(())
        } else if command.ends_with("verify-commit HEAD") {
            match self.terminal.run("git config --get gpg.format || true")?.trim() {
                "ssh" => says("Good \"git\" signature for ada@example.org"),
                _ => says("Good signature from"),
            }
        } else if command.starts_with("echo") {
            self.terminal.run("grep -q '^ada@example.org ssh-' \"$HOME/.ssh/allowed_signers\"").map(drop)
        } else {
            bail!("nobody has said what this command is to do")
        }
    }
}
