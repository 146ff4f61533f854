//! The bundle's own `GUIDE.txt`: every command in it is typed into a terminal, in the situation that it
//! is for, and has the effect that the guide tells of.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use coldspare::nitrokey::{PcscBus, Serial};
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Role;
use coldspare_tests::debian::{self, Cards, Terminal, commands};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{self, Nitrokey, Readers};
use secrecy::ExposeSecret;
use tempfile::TempDir;
use virtual_nitrokey::Model::Nitrokey3;

/// An owner at home: a computer that was never used for this, the stick, two proven Nitrokeys.
struct Owner {
    prepared: Prepared,
    primary: Nitrokey,
    spare: Nitrokey,
    /// Which of the two is plugged in.
    inserted: Serial,
    gnupg: GnuPg,
    terminal: Terminal,
    stick: TempDir,
}

impl Owner {
    fn new(readers: &Readers) -> Result<Self> {
        Owner::with(readers, GnuPg::with_reader(0)?)
    }

    fn with(readers: &Readers, gnupg: GnuPg) -> Result<Self> {
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
        let terminal = Terminal::open(&stick.path().join(&prepared.folder), &gnupg)?;
        Ok(Owner { inserted: primary.serial(), prepared, primary, spare, gnupg, terminal, stick })
    }

    fn bundle(&self) -> PathBuf {
        self.stick.path().join(&self.prepared.folder)
    }

    fn change_to_the_spare(&mut self) -> Result<()> {
        self.primary.unplug()?;
        self.gnupg.sees_no_card()?;
        self.spare.plug(0)?;
        self.inserted = self.spare.serial();
        Ok(())
    }

    fn change_back(&mut self) -> Result<()> {
        self.spare.unplug()?;
        self.gnupg.sees_no_card()?;
        self.primary.plug(0)?;
        self.inserted = self.primary.serial();
        Ok(())
    }

    /// How many tries there are, as GnuPG shows it.
    fn tries(&self, tries: &str) -> Result<()> {
        let status = self.gnupg.card_status()?;
        ensure!(status.contains(&format!("PIN retry counter : {tries}\n")), "not {tries}:\n{status}");
        Ok(())
    }

    /// Types these commands, and looks at what each of them has done.
    fn follow(&mut self, commands: &[String]) -> Result<()> {
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
}

#[test]
fn an_owner_follows_sections_1_to_3() -> Result<()> {
    pcsc::test("an_owner_follows_sections_1_to_3", |readers| {
        let mut owner = Owner::new(readers)?;
        let bundle = owner.bundle();
        owner.follow(&commands(&bundle, 1)?)?;
        owner.follow(&commands(&bundle, 2)?)?;
        owner.change_to_the_spare()?;
        // GnuPG 2.2 insists on the primary here; 2.4 sometimes finds the spare by itself.
        owner.terminal.try_run("gpg --decrypt try.gpg")?;
        owner.follow(&commands(&bundle, 3)?)?;
        // SSH with the spare needs nothing more.
        owner.follow(&["ssh-add -L".into()])
    })
}

#[test]
fn what_section_3_calls_the_last_resort_is_enough_alone() -> Result<()> {
    pcsc::test("what_section_3_calls_the_last_resort_is_enough_alone", |readers| {
        let mut owner = Owner::new(readers)?;
        let bundle = owner.bundle();
        owner.follow(&commands(&bundle, 1)?)?;
        owner.change_to_the_spare()?;
        let section = commands(&bundle, 3)?;
        let last_resort = section.iter().position(|c| c.contains("t1-v1")).context("no last resort")?;
        owner.follow(&section[last_resort..])?;
        owner.follow(&["gpg --decrypt try.gpg".into()])
    })
}

#[test]
fn every_year_section_5_goes_to_the_spare_and_back() -> Result<()> {
    pcsc::test("every_year_section_5_goes_to_the_spare_and_back", |readers| {
        let mut owner = Owner::new(readers)?;
        let bundle = owner.bundle();
        owner.follow(&commands(&bundle, 1)?)?;
        let the_two = &commands(&bundle, 3)?[..2];
        owner.change_to_the_spare()?;
        owner.follow(the_two)?;
        owner.follow(&["gpg --decrypt try.gpg".into()])?;
        owner.change_back()?;
        owner.follow(the_two)?;
        owner.follow(&["gpg --decrypt try.gpg".into()])
    })
}

/// On the computer that knew the lost Nitrokeys, where GnuPG has notes about them.
#[test]
fn without_any_nitrokey_section_4_brings_the_key_back() -> Result<()> {
    pcsc::test("without_any_nitrokey_section_4_brings_the_key_back", |readers| {
        let mut owner = Owner::new(readers)?;
        let bundle = owner.bundle();
        owner.follow(&commands(&bundle, 1)?)?;
        owner.primary.unplug()?;
        let passphrase = "the passphrase of 1 recovered key";
        owner.gnupg.types(&passphrase.into())?;

        // First GnuPG forgets; at the end there is a Nitrokey again.
        let section = commands(&bundle, 6)?;
        let (forget, way_back) = section.split_at(1);
        owner.follow(forget)?;
        let (sealed, identity) = (&owner.prepared.sealed, owner.prepared.made.identity());
        let shares = &sealed.shares()[1..4];
        let recovered = debian::recover(&bundle, shares, Cards::Pictures, &owner.gnupg)?;
        let screen = |part: &str| {
            let hit = recovered.screens.iter().find(|(command, _)| format!("{command}\n").starts_with(part));
            hit.map(|(_, screen)| screen.as_str()).context("no such command")
        };
        let set = sealed.manifest().set.to_string().to_lowercase();
        assert_eq!(screen("sha256sum backup-key | cut")?.trim(), set);
        for name in ["pins.toml", "plan.toml", "revocation", "secret-key.asc"] {
            ensure!(screen("ls\n")?.contains(name), "{name} did not come back");
        }
        assert_eq!(recovered.file("secret-key.asc")?[..], identity.secret_armored()?[..]);
        let notes = owner.gnupg.keys()?;
        ensure!(!notes.contains("shadowed-private-key"), "GnuPG remembers the lost Nitrokey");
        assert_eq!(notes.matches("(protected-private-key").count(), 4, "under a passphrase");
        owner.gnupg.shows_signing(identity)?;
        owner.gnupg.shows_decryption(identity)?;
        let pin = owner.prepared.rehearsed.pins(&Role::SPARE, None)?.user;

        // Nobody has pictures: the same from the digits, on another computer.
        let other = GnuPg::new()?;
        other.types(&passphrase.into())?;
        debian::recover(&bundle, shares, Cards::Hexadecimal, &other)?;
        other.shows_decryption(identity)?;

        owner.spare.plug(0)?;
        owner.inserted = owner.spare.serial();
        owner.gnupg.types(&pin)?;
        owner.follow(way_back)?;
        owner.follow(&["gpg --decrypt try.gpg".into()])
    })
}

/// Its user PIN is blocked, twice; the reset code sets a new one, and then the admin PIN.
fn unblocks(readers: &Readers, gnupg: GnuPg) -> Result<()> {
    let mut owner = Owner::with(readers, gnupg)?;
    let bundle = owner.bundle();
    owner.follow(&commands(&bundle, 1)?)?;
    let pins = owner.prepared.rehearsed.pins(&Role::Primary, None)?;
    let section = commands(&bundle, 8)?;
    ensure!(section.len() == 3, "{section:?}");
    let ways = [(&section[1], &pins.reset_code, "271828"), (&section[2], &pins.admin, "314159")];
    for (command, code, new) in ways {
        owner.gnupg.types(&"000000".into())?;
        for _ in 0..3 {
            owner.terminal.try_run("echo it works | gpg --clearsign")?;
        }
        owner.tries("0 3 3")?;
        owner.follow(&section[..1])?;
        owner.gnupg.types_first(&[code.expose_secret(), new, new])?;
        owner.follow(std::slice::from_ref(command))?;
        owner.gnupg.types_first(&[])?;
        owner.gnupg.types(&new.into())?;
        owner.follow(&["gpg --decrypt try.gpg".into()])?;
    }
    Ok(())
}

#[test]
fn a_blocked_user_pin_is_set_anew_by_section_8() -> Result<()> {
    pcsc::test("a_blocked_user_pin_is_set_anew_by_section_8", |readers| {
        unblocks(readers, GnuPg::with_reader(0)?)
    })
}

#[test]
fn a_blocked_user_pin_is_set_anew_by_section_8_with_gnupg_2_4() -> Result<()> {
    pcsc::test("a_blocked_user_pin_is_set_anew_by_section_8_with_gnupg_2_4", |readers| {
        unblocks(readers, GnuPg::with_reader(0)?.on_trixie()?)
    })
}
