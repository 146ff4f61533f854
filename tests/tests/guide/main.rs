//! The bundle's own `GUIDE.txt`: every command in it is typed into a terminal, in the situation that it
//! is for, and has the effect that the guide tells of; with GnuPG 2.2, and with 2.4 on Debian 13.

mod disks;
mod held;
mod owner;
mod stolen;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::{GIT, PIN, SPARE, SSH, START, WITHOUT};
use coldspare::plan::Role;
use coldspare_tests::debian::{self, Cards};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc;
use owner::Owner;
use secrecy::ExposeSecret;

/// Each scene is a test with GnuPG 2.2, and one with 2.4.
macro_rules! scenes {
    ($($name:ident, $newer:ident: $scene:expr;)+) => {$(
        #[test]
        fn $name() -> Result<()> {
            pcsc::test(stringify!($name), |readers| $scene(&mut Owner::with(readers, GnuPg::with_reader(0)?)?))
        }

        #[test]
        fn $newer() -> Result<()> {
            pcsc::test(stringify!($newer), |readers| {
                $scene(&mut Owner::with(readers, GnuPg::with_reader(0)?.on_trixie()?)?)
            })
        }
    )+};
}

scenes! {
    an_owner_begins_signs_and_logs_in, an_owner_begins_signs_and_logs_in_with_gnupg_2_4: begins;
    an_owner_changes_to_the_spare, an_owner_changes_to_the_spare_with_gnupg_2_4: changes_to_the_spare;
    the_last_resort_is_enough_alone, the_last_resort_is_enough_alone_with_gnupg_2_4: takes_the_last_resort;
    every_year_the_spare_is_tried_and_back, every_year_the_spare_is_tried_and_back_with_gnupg_2_4: tries_the_spare;
    without_any_nitrokey_and_back, without_any_nitrokey_and_back_with_gnupg_2_4: does_without;
    a_blocked_user_pin_is_set_anew, a_blocked_user_pin_is_set_anew_with_gnupg_2_4: unblocks;
    a_disk_opens_by_passphrase_and_by_either_nitrokey,
        a_disk_opens_by_passphrase_and_by_either_nitrokey_with_gnupg_2_4: disks::opens;
}

fn begins(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    owner.follow_section(SSH)?;
    owner.follow_section(GIT)
}

fn changes_to_the_spare(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    owner.follow_section(SSH)?;
    owner.change_to_the_spare()?;
    let section = owner.section(SPARE)?;
    let (try_it, all_else) = section.split_first().context("nothing is to be tried")?;
    // GnuPG 2.2 insists on the primary here.
    let (screen, status) = owner.terminal.try_run(try_it)?;
    ensure!(status == 0 || owner.is_old()?, "GnuPG does not take it: {screen}");
    owner.follow(all_else)?;
    // SSH and git with the spare need nothing more.
    owner.follow(&["ssh-add -L".into()])?;
    owner.follow_section(GIT)
}

fn takes_the_last_resort(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    owner.change_to_the_spare()?;
    let section = owner.section(SPARE)?;
    let last_resort = section.iter().position(|c| c.contains("t1-v1")).context("no last resort")?;
    owner.follow(&section[last_resort..])?;
    owner.follow(&["gpg --decrypt try.gpg".into()])
}

fn tries_the_spare(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    let looks_again = owner.section(SPARE)?[1..4].to_vec();
    owner.change_to_the_spare()?;
    owner.follow(&looks_again)?;
    owner.follow(&["gpg --decrypt try.gpg".into()])?;
    owner.change_back()?;
    owner.follow(&looks_again)?;
    owner.follow(&["gpg --decrypt try.gpg".into()])
}

/// On the computer that knew the lost Nitrokeys, where GnuPG has notes about them.
fn does_without(owner: &mut Owner) -> Result<()> {
    let bundle = owner.bundle();
    owner.follow_section(START)?;
    owner.primary.unplug()?;
    let passphrase = "the passphrase of 1 recovered key";
    owner.gnupg.types(&passphrase.into())?;

    // First GnuPG forgets; at the end there is a Nitrokey again.
    let section = owner.section(WITHOUT)?;
    let (forget, way_back) = section.split_at(1);
    owner.follow(forget)?;
    let (sealed, identity) = (&owner.prepared.sealed, owner.prepared.made.identity());
    let shares = &sealed.shares()[1..4];
    // That Debian 13 has no zbarimg.
    let cards = if owner.is_old()? { Cards::Pictures } else { Cards::Lines };
    let recovered = debian::recover(&bundle, shares, cards, &owner.gnupg)?;
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
}

/// Its user PIN is blocked, twice; the reset code sets a new one, and then the admin PIN.
fn unblocks(owner: &mut Owner) -> Result<()> {
    owner.follow_section(START)?;
    let pins = owner.prepared.rehearsed.pins(&Role::Primary, None)?;
    let section = owner.section(PIN)?;
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
