//! Back at home after keys were brought, or with others of before: what `GUIDE.txt` tells to type is typed there, in
//! GnuPG 2.2 and 2.4, and does what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::{MOVING, ON_DISK, START};
use coldspare::ceremony::{Made, Meeting, PinChoice};
use coldspare::nitrokey::PcscBus;
use coldspare::openpgp::{Goes, Identity};
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::{PrimaryKey, Role, Slot};
use coldspare_tests::debian::{Terminal, commands};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{self, Nitrokey, Readers};
use tempfile::TempDir;
use virtual_nitrokey::Model::Nitrokey3;

/// Everything is done by hand, one command after the other, in the bundle's folder.
struct Home {
    prepared: Prepared,
    nitrokey: Nitrokey,
    gnupg: GnuPg,
    terminal: Terminal,
    stick: TempDir,
}

impl Home {
    fn new(readers: &Readers, gnupg: GnuPg, number: u32, imported: Option<&[u8]>) -> Result<Self> {
        let stick = tempfile::tempdir()?;
        let mut nitrokey = readers.nitrokey(Nitrokey3, number);
        nitrokey.plug(0)?;
        let (plan, serial) = (fixtures::plan(Curve25519, 2, 3)?, nitrokey.serial());
        let mut prepared = match imported {
            Some(key) => fixtures::prepare_import(plan, key, None, stick.path(), &mut |_| ())?,
            None => fixtures::prepare(plan, &PcscBus, &[serial], stick.path(), &mut |_| ())?,
        };
        let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
        fixtures::flash_and_prove(
            &mut prepared.rehearsed,
            &PcscBus,
            serial,
            &Role::Primary,
            &pins,
            &mut |_| (),
        )?;
        gnupg.types(&pins.user)?;
        let terminal = Terminal::open(&stick.path().join(&prepared.folder), &gnupg)?;
        Ok(Home { prepared, nitrokey, gnupg, terminal, stick })
    }

    fn identity(&self) -> &Identity {
        self.prepared.made.identity()
    }

    fn bundle(&self) -> PathBuf {
        self.stick.path().join(&self.prepared.folder)
    }

    fn follow(&mut self, section: u8) -> Result<()> {
        for command in commands(&self.bundle(), section)? {
            self.terminal.run(&command)?;
        }
        Ok(())
    }
}

/// GnuPG's files with a secret in them, by keygrip; and with a note that it is on a card.
fn on_disk(gnupg: &GnuPg) -> Result<[BTreeSet<String>; 2]> {
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    for file in fs::read_dir(gnupg.home().join("private-keys-v1.d"))? {
        let file = file?;
        let noted = String::from_utf8_lossy(&fs::read(file.path())?).contains("shadowed-private-key");
        let name = file.file_name().to_string_lossy().trim_end_matches(".key").to_owned();
        found[usize::from(noted)].insert(name);
    }
    Ok(found)
}

/// The keygrip that GnuPG has for a fingerprint.
fn keygrip(gnupg: &GnuPg, fingerprint: &str) -> Result<String> {
    let listed = gnupg.gpg(&["--with-colons", "--with-keygrip", "-k"], b"")?;
    let listed = String::from_utf8(listed)?;
    let mut after =
        listed.lines().skip_while(|line| !line.starts_with(&format!("fpr:::::::::{fingerprint}:")));
    let grip = after.find_map(|line| line.strip_prefix("grp:")).context("no keygrip")?;
    Ok(grip.trim_matches(':').to_owned())
}

fn leave_the_disk(readers: &Readers, gnupg: GnuPg) -> Result<()> {
    // Made a year ago; the subkey for mail was replaced since.
    let year = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() - 31_536_000;
    let conf = gnupg.home().join("gpg.conf");
    fs::write(&conf, format!("faked-system-time {year}\n"))?;
    let ed = "ed25519";
    let subkeys = [[ed, "sign"], ["cv25519", "encr"], [ed, "auth"]];
    let (print, _) = gnupg.generate([ed, "cert"], &subkeys, None)?;
    fs::remove_file(conf)?;
    let unlocked = ["--pinentry-mode", "loopback", "--passphrase", ""];
    let gpg = |command: &[&str]| gnupg.gpg(&[&unlocked[..], command].concat(), b"");
    gpg(&["--quick-add-key", &print, "cv25519", "encr", "never"])?;
    let exported = gpg(&["--armor", "--export-secret-keys", &print])?;
    let mut home = Home::new(readers, gnupg, 0x0A0B_0C41, Some(&exported))?;
    let kept = home.identity().kept();
    let [old] = &kept[..] else { anyhow::bail!("one key is older: {kept:?}") };
    let old_mail = home.gnupg.encrypt(&format!("{old}!"), b"of before")?;
    let old_grip = keygrip(&home.gnupg, old)?;
    assert_eq!(on_disk(&home.gnupg)?[0].len(), 5);

    home.follow(START)?;
    // From 2.2.42 and 2.4.2 on the disk is asked, before that the Nitrokey; the rest lies there in both.
    ensure!(on_disk(&home.gnupg)?[0].len() >= 2, "nothing is to be done");
    home.follow(ON_DISK)?;
    let [secrets, notes] = on_disk(&home.gnupg)?;
    assert_eq!(secrets, BTreeSet::from([old_grip]), "only the older key has stayed");
    let slots: BTreeSet<_> = Slot::ALL
        .into_iter()
        .map(|slot| keygrip(&home.gnupg, &home.identity().slot_fingerprint(slot).to_hex()))
        .collect::<Result<_>>()?;
    assert_eq!(notes, slots, "and GnuPG knows what is on the Nitrokey");
    home.gnupg.restart()?;
    let used = |home: &Home| -> Result<()> {
        home.gnupg.shows_signing(home.identity())?;
        home.gnupg.shows_decryption(home.identity())?;
        home.gnupg.shows_ssh(home.identity())
    };
    used(&home)?;
    let asked = home.gnupg.asked();
    ensure!(asked.contains("0A0B0C41") || asked.contains("0A0B 0C41"), "the Nitrokey was not asked: {asked}");
    assert_eq!(home.gnupg.decrypt(&old_mail)?, b"of before");

    // The older one is to go as well: a line that is not among the commands for everybody.
    let guide = fs::read_to_string(home.bundle().join("GUIDE.txt"))?;
    let section = coldspare::backup::section(&guide, ON_DISK);
    let too = section.lines().find(|line| line.starts_with("    (") && line.contains(old.as_str()));
    home.terminal.run(too.context("no command for it")?)?;
    home.gnupg.restart()?;
    used(&home)?;
    assert_eq!(on_disk(&home.gnupg)?[0], BTreeSet::new());
    ensure!(home.gnupg.decrypt(&old_mail).is_err(), "the older key is still there");
    home.nitrokey.unplug()
}

#[test]
fn imported_keys_leave_the_disk_and_older_ones_may_stay() -> Result<()> {
    pcsc::test("imported_keys_leave_the_disk_and_older_ones_may_stay", |readers| {
        leave_the_disk(readers, GnuPg::with_reader(0)?)
    })
}

#[test]
fn imported_keys_leave_the_disk_and_older_ones_may_stay_with_gnupg_2_4() -> Result<()> {
    pcsc::test("imported_keys_leave_the_disk_and_older_ones_may_stay_with_gnupg_2_4", |readers| {
        leave_the_disk(readers, GnuPg::with_reader(0)?.on_trixie()?)
    })
}

/// A primary key that did all, mail as well, is in the slot for signatures now, where it decrypts nothing.
fn old_mail_of_a_primary_key_that_signs(
    readers: &Readers,
    gnupg: GnuPg,
    number: u32,
    stays: bool,
) -> Result<()> {
    let (print, exported) = gnupg.generate(["rsa2048", "cert,sign,encr"], &[], None)?;
    let old_mail = gnupg.encrypt(&print, b"of before")?;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    let mut plan = fixtures::plan(inventory.algorithm(), 2, 3)?;
    plan.primary_key = PrimaryKey::SignatureSlot;
    let places = [Goes::Yours(print.clone()), Goes::New, Goes::New];
    let stick = tempfile::tempdir()?;
    let mut nitrokey = readers.nitrokey(Nitrokey3, number);
    nitrokey.plug(0)?;
    let serial = nitrokey.serial();
    let meeting = Meeting::bringing(plan, &inventory, &places)?;
    let made = Made::import(&meeting, &inventory, &places, PinChoice::Generated, SystemTime::now())?;
    let mut prepared = fixtures::finish(made, stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &PcscBus, serial, &Role::Primary, &pins, &mut |_| ())?;
    gnupg.types(&pins.user)?;
    let terminal = Terminal::open(&stick.path().join(&prepared.folder), &gnupg)?;
    let mut home = Home { prepared, nitrokey, gnupg, terminal, stick };
    assert_eq!(home.identity().kept(), std::slice::from_ref(&print));
    home.follow(START)?;
    home.follow(ON_DISK)?;
    // Before 2.2.42 GnuPG takes off the disk what it sees on a card, as GUIDE says.
    let left = stays.then(|| keygrip(&home.gnupg, &print)).transpose()?;
    assert_eq!(on_disk(&home.gnupg)?[0], left.into_iter().collect());
    match stays {
        true => assert_eq!(home.gnupg.decrypt(&old_mail)?, b"of before", "old mail is gone from the disk"),
        false => ensure!(home.gnupg.decrypt(&old_mail).is_err(), "the Nitrokey reads it after all"),
    }
    home.gnupg.shows_decryption(home.identity())?;
    home.nitrokey.unplug()
}

#[test]
fn old_mail_stays_readable_where_the_primary_key_that_read_it_signs_now() -> Result<()> {
    pcsc::test("old_mail_stays_readable_where_the_primary_key_that_read_it_signs_now", |readers| {
        old_mail_of_a_primary_key_that_signs(readers, GnuPg::with_reader(0)?, 0x0A0B_0C44, false)
    })
}

#[test]
fn old_mail_stays_readable_where_the_primary_key_that_read_it_signs_now_with_gnupg_2_4() -> Result<()> {
    pcsc::test(
        "old_mail_stays_readable_where_the_primary_key_that_read_it_signs_now_with_gnupg_2_4",
        |readers| {
            old_mail_of_a_primary_key_that_signs(
                readers,
                GnuPg::with_reader(0)?.on_trixie()?,
                0x0A0B_0C45,
                true,
            )
        },
    )
}

/// The old keys are on a Nitrokey alone, primary key and all, as GnuPG makes them there.
fn move_over(readers: &Readers, gnupg: GnuPg) -> Result<()> {
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::SignatureSlot;
    let elsewhere = tempfile::tempdir()?;
    let mut old = readers.nitrokey(Nitrokey3, 0x0A0B_0C42);
    old.plug(0)?;
    let serial = old.serial();
    let mut of_old = fixtures::prepare(plan, &PcscBus, &[serial], elsewhere.path(), &mut |_| ())?;
    let pins = of_old.rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(&mut of_old.rehearsed, &PcscBus, serial, &Role::Primary, &pins, &mut |_| ())?;
    gnupg.types(&pins.user)?;
    let of_old = of_old.made.identity();
    gnupg.learn(of_old)?;
    let old_mail = gnupg.encrypt(&of_old.fingerprint(), b"of before")?;
    old.unplug()?;
    gnupg.sees_no_card()?;

    let mut home = Home::new(readers, gnupg, 0x0A0B_0C43, None)?;
    let new_pin = home.prepared.rehearsed.pins(&Role::Primary, None)?.user;
    home.follow(START)?;
    home.nitrokey.unplug()?;
    home.gnupg.sees_no_card()?;
    old.plug(0)?;
    home.gnupg.types(&pins.user)?;
    for command in commands(&home.bundle(), MOVING)? {
        home.terminal.run(&command.replace("=FINGERPRINT", &format!("={}", of_old.fingerprint())))?;
    }
    let new = home.identity().fingerprint();
    let friend = GnuPg::new()?;
    friend.import(&of_old.public_armored()?)?;
    friend.import(&fs::read(home.bundle().join("signed-key.asc"))?)?;
    let checked = String::from_utf8(friend.gpg(&["--with-colons", "--check-sigs", &new], b"")?)?;
    let by_old = |line: &str| line.starts_with("sig:!") && line.contains(&of_old.fingerprint()[24..]);
    ensure!(checked.lines().any(by_old), "{checked}");
    friend.import(&fs::read(home.bundle().join("old-key.asc"))?)?;
    ensure!(friend.encrypt(&of_old.fingerprint(), b"no more").is_err(), "the old one is not revoked");
    friend.encrypt(&new, b"to the new one")?;
    let conf = fs::read_to_string(home.gnupg.home().join("gpg.conf"))?;
    ensure!(conf.ends_with(&format!("default-key {new}\n")), "{conf}");
    assert_eq!(home.gnupg.decrypt(&old_mail)?, b"of before", "the old Nitrokey still reads old mail");
    old.unplug()?;
    home.gnupg.sees_no_card()?;
    home.nitrokey.plug(0)?;
    home.gnupg.types(&new_pin)?;
    home.gnupg.shows_signing(home.identity())
}

#[test]
fn who_has_keys_on_another_nitrokey_moves_over() -> Result<()> {
    pcsc::test("who_has_keys_on_another_nitrokey_moves_over", |readers| {
        move_over(readers, GnuPg::with_reader(0)?)
    })
}

#[test]
fn who_has_keys_on_another_nitrokey_moves_over_with_gnupg_2_4() -> Result<()> {
    pcsc::test("who_has_keys_on_another_nitrokey_moves_over_with_gnupg_2_4", |readers| {
        move_over(readers, GnuPg::with_reader(0)?.on_trixie()?)
    })
}
