//! I have forgotten a PIN: a new user PIN by the PIN slip, without a card, or by the backup. How many tries there are
//! comes first, no last one is spent without a yes, and whatever comes between, the old PIN or the new one works.

use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{Did, Made, Meeting, PinChoice, Ready, Recovery, Rehearsed};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Plan, Role};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use virtual_nitrokey::{Fault, Model, Trait, VirtualNitrokey};

mod old_keys;
mod wrong;

use super::SERIALS;
use super::another::state;
use super::pictures::Pictures;
use super::straight::{self, scan};

/// SELECT, the OpenPGP application (§ 7.2.1).
const SELECT: [u8; 12] = [0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0];

/// Somebody whose Nitrokey was written and proven. It is not plugged in.
struct Owner {
    key: VirtualNitrokey,
    shares: Vec<Share>,
    stick: TempDir,
    folder: String,
    pins: Pins,
    rehearsed: Ready,
}

/// RSA 2048 goes onto every model.
fn plan(user_in_backup: bool) -> Result<Plan> {
    let mut plan = fixtures::plan(Algorithm::Rsa2048, 2, 3)?;
    plan.user_pin_in_backup = user_in_backup;
    Ok(plan)
}

fn owner(model: Model, user_in_backup: bool) -> Result<Owner> {
    let key = fixtures::key(model, SERIALS[0])?;
    let mut meeting = Meeting::new(plan(user_in_backup)?)?;
    meeting.meet(state(&key)?)?;
    owner_of(key, &meeting, PinChoice::Generated, &Role::Primary)
}

/// With these PINs, and a Nitrokey in this role; the backup knows its serial if it was met.
fn owner_of(key: VirtualNitrokey, meeting: &Meeting, pins: PinChoice, role: &Role) -> Result<Owner> {
    let (bus, serial, stick) = (VirtualBus::with(&[&key]), fixtures::serial(&key), tempfile::tempdir()?);
    let made = Made::make(meeting, pins, SystemTime::now(), &mut |_| ())?;
    let mut prepared = fixtures::prepare_made(made, stick.path())?;
    let pins = prepared.rehearsed.pins(role, None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, role, &pins, &mut |_| ())?;
    key.unplug();
    let (shares, folder) = (prepared.sealed.shares().to_vec(), prepared.folder);
    Ok(Owner { key, shares, stick, folder, pins, rehearsed: prepared.rehearsed.into() })
}

impl Owner {
    /// What is on the stick now, opened with the first cards.
    fn opened(&self) -> Result<Rehearsed> {
        let mut recovery = Recovery::from_bundle(&Mounted::at(self.stick.path()), &self.folder)?;
        self.shares.iter().take(2).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        Ok(recovery.recover()?)
    }

    /// Whether the keys open with this user PIN. It is asked at a computer of its own.
    fn opens_with(&self, user: &str) -> bool {
        self.key.plug();
        let (bus, serial) = (VirtualBus::with(&[&self.key]), fixtures::serial(&self.key));
        let opens = self.rehearsed.prove_spare(&bus, serial, &SecretString::from(user), &mut |_| ()).is_ok();
        self.key.unplug();
        opens
    }

    /// Its tries: user PIN, reset code, admin PIN.
    fn tries(&self) -> Result<(u8, u8, u8)> {
        self.key.plug();
        let tries = state(&self.key)?.tries;
        self.key.unplug();
        Ok((tries.user, tries.reset_code, tries.admin))
    }

    /// Whether this is its user PIN (§ 7.2.2), asked of the card itself. It costs a try if not.
    fn has(&self, user: &str) -> Result<bool> {
        self.key.plug();
        self.key.transmit(&SELECT)?;
        let verify = [&[0, 0x20, 0, 0x81, u8::try_from(user.len())?][..], user.as_bytes()].concat();
        let has = self.key.transmit(&verify)? == [0x90, 0];
        self.key.unplug();
        Ok(has)
    }

    /// Its owner changes reset code and admin PIN (§ 7.2.3, CHANGE REFERENCE DATA; DA D3).
    fn changes_codes(&self) -> Result<()> {
        self.key.plug();
        self.key.transmit(&SELECT)?;
        let old = self.pins.admin.expose_secret().as_bytes();
        let verify = [&[0, 0x20, 0, 0x83, u8::try_from(old.len())?][..], old].concat();
        ensure!(self.key.transmit(&verify)? == [0x90, 0]);
        ensure!(self.key.transmit(b"\0\xDA\0\xD3\x0811223344")? == [0x90, 0]);
        let change = [&[0, 0x24, 0, 0x83, u8::try_from(old.len() + 8)?][..], old, b"11223344"].concat();
        ensure!(self.key.transmit(&change)? == [0x90, 0]);
        self.key.unplug();
        Ok(())
    }

    /// Somebody tries what it is not (OpenPGP card 3.4 § 7.2.2, § 7.2.4): PINs, and where the Nitrokey has them hashed
    /// the hash of one.
    fn spend(&self, which: Which, times: usize) -> Result<()> {
        self.key.plug();
        self.key.transmit(&SELECT)?;
        let (instruction, place, length) = match (which, self.key.model()) {
            (Which::User, Model::Start) => (0x20, 0x81, 32),
            (Which::Admin, Model::Start) => (0x20, 0x83, 32),
            (Which::ResetCode, Model::Start) => (0x2C, 0x81, 64),
            (Which::User, _) => (0x20, 0x81, 6),
            (Which::Admin, _) => (0x20, 0x83, 8),
            (Which::ResetCode, _) => (0x2C, 0x81, 20),
        };
        for _ in 0..times {
            let wrong = [&[0, instruction, 0, place, length][..], &vec![b'0'; length.into()]].concat();
            self.key.transmit(&wrong)?;
        }
        self.key.unplug();
        Ok(())
    }
}

#[derive(Clone, Copy)]
enum Which {
    User,
    ResetCode,
    Admin,
}

/// From home, with it plugged in, to the question where the code comes from.
fn to_from(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    in_process.plug(&owner.key)?;
    in_process.choose(key!("forgotten"))?;
    in_process.key(Enter)
}

/// A PIN, and Enter.
fn line(in_process: &mut InProcess, pin: &str) -> Result<()> {
    in_process.keys(pin)?;
    in_process.key(Enter)
}

/// From the question where the code comes from: by the slip, a PIN of one's own; to where it is set.
fn by_slip(in_process: &mut InProcess, code: &str, new: &str) -> Result<()> {
    in_process.each(&[Char('1'), Enter, Enter])?;
    line(in_process, code)?;
    typed(in_process, new)
}

/// From the question for the new one.
fn typed(in_process: &mut InProcess, new: &str) -> Result<()> {
    in_process.choose(key!("forgotten-new-typed"))?;
    line(in_process, new)?;
    line(in_process, new)
}

/// From the question where the code comes from, until the backup is open and the code is asked for.
fn by_backup(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    in_process.each(&[Char('2'), Enter, Enter, Enter])?;
    in_process.plug_stick_with("BACKUP", &[&owner.stick.path().join(&owner.folder)])?;
    in_process.wait_for(&owner.folder)?;
    in_process.key(Enter)?;
    owner.shares.iter().take(2).try_for_each(|share| scan(in_process, share))?;
    in_process.each(&[Enter, Enter])
}

/// By the PIN slip, with all that can come between.
pub(crate) fn forgotten(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let blank = fixtures::key(Model::Nitrokey3, SERIALS[1])?;
    blank.unplug();
    owner.spend(Which::User, 3)?;
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("forgotten"))?;
    pictures.step(&mut in_process, "forgotten-which: none")?;
    in_process.plug(&blank)?;
    pictures.take(&mut in_process, "forgotten-which: blank")?;
    in_process.plug(&owner.key)?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "forgotten-which: blocked, one of two")?;
    in_process.unplug(&blank)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-from")?;
    pictures.lines(&mut in_process, "forgotten-from", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-by")?;
    pictures.lines(&mut in_process, "forgotten-by", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-code")?;
    line(&mut in_process, "00000000")?;
    pictures.step(&mut in_process, "forgotten-new")?;
    pictures.lines(&mut in_process, "forgotten-new", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-show")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "forgotten-show: shown")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "forgotten-show: hidden again")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-set")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "forgotten-set: wrong")?;
    in_process.key(Enter)?;
    line(&mut in_process, "00000000")?;
    in_process.each(&[Enter, Enter, Enter])?;
    pictures.take(&mut in_process, "forgotten-set: wrong again")?;
    in_process.key(Enter)?;
    line(&mut in_process, owner.pins.reset_code.expose_secret())?;
    pictures.step(&mut in_process, "forgotten-last")?;
    pictures.lines(&mut in_process, "forgotten-last", 2)?;
    in_process.each(&[Down, Enter])?;
    typed(&mut in_process, "271828")?;
    in_process.unplug(&owner.key)?;
    pictures.take(&mut in_process, "forgotten-set: not plugged in")?;
    in_process.plug(&owner.key)?;
    owner.key.fault(Fault::CutAfter(20));
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "forgotten-set: pulled out in between")?;
    in_process.key(F(10))?;
    pictures.take(&mut in_process, "forgotten-set: F10")?;
    in_process.key(Esc)?;
    in_process.plug(&owner.key)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "forgotten-done: by the slip")?;
    pictures.lines(&mut in_process, "forgotten-done", 2)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "forgotten-which: not blocked")?;
    in_process.each(&[Enter, Enter, Enter])?;
    line(&mut in_process, "1234")?;
    pictures.take(&mut in_process, "forgotten-new: the same")?;
    Ok(())
}

/// By the backup; another's Nitrokey, and those of which less and less is left.
pub(crate) fn forgotten_backup(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let owner = owner(Model::Nitrokey3, true)?;
    let other = fixtures::key(Model::Nitrokey3, SERIALS[1])?;
    super::later::write(&other)?;
    let mut in_process = straight::home(language)?;
    in_process.plug(&other)?;
    in_process.choose(key!("forgotten"))?;
    in_process.key(Enter)?;
    by_backup(&mut in_process, &owner)?;
    pictures.step(&mut in_process, "forgotten-stranger")?;
    in_process.key(Esc)?;
    pictures.step(&mut in_process, "forgotten-back")?;
    in_process.each(&[Enter, Enter])?;
    in_process.unplug(&other)?;
    in_process.plug(&owner.key)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "forgotten-from: the backup")?;
    in_process.each(&[Enter; 6])?;
    pictures.take(&mut in_process, "forgotten-by: of the primary")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "forgotten-new: the backup has one")?;
    in_process.key(Down)?;
    in_process.key(Enter)?;
    in_process.each(&[Enter, Enter, Enter])?;
    pictures.take(&mut in_process, "forgotten-done: not as in the backup")?;
    in_process.key(F(5))?;
    pictures.take(&mut in_process, "forgotten-done: a new slip")?;
    in_process.key(Enter)?;
    in_process.unplug(&owner.key)?;
    // Less and less is left.
    for (which, times, name) in [
        (Which::ResetCode, 3, "no reset code"),
        (Which::Admin, 3, "the user PIN alone"),
        (Which::User, 3, "nothing"),
    ] {
        owner.spend(which, times)?;
        in_process.plug(&owner.key)?;
        in_process.choose(key!("forgotten"))?;
        pictures.take(&mut in_process, &format!("forgotten-which: {name}"))?;
        in_process.key(Esc)?;
        in_process.unplug(&owner.key)?;
    }
    Ok(())
}

#[test]
fn on_every_model_the_pin_slip_is_enough_and_no_card_is_asked_for() -> Result<()> {
    for model in [Model::Nitrokey3, Model::Pro2, Model::Start] {
        let owner = owner(model, false)?;
        owner.spend(Which::User, 3)?;
        ensure!(owner.tries()?.0 == 0, "{model:?}: it is not blocked");
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        by_slip(&mut in_process, owner.pins.reset_code.expose_secret(), "271828")?;
        in_process.key(Enter)?;
        in_process.wait_for("has checked the new user PIN")?;
        in_process.wait_for("Tries left: user PIN 3, reset code 3, admin PIN 3")?;
        // And by the admin PIN.
        in_process.each(&[Char('2'), Enter, Enter, Enter, Char('2'), Enter])?;
        line(&mut in_process, owner.pins.admin.expose_secret())?;
        typed(&mut in_process, "314159")?;
        in_process.key(Enter)?;
        in_process.wait_for("has checked the new user PIN")?;
        ensure!(!in_process.take_frames().iter().any(|frame| frame.contains("share cards\n")), "cards");
        let entries = in_process.app().context().journal.entries();
        let serial = fixtures::serial(&owner.key);
        ensure!(entries.iter().map(|entry| entry.did).eq([Did::UserPinSet { serial }; 2]), "{entries:?}");
        in_process.unplug(&owner.key)?;
        ensure!(owner.opens_with("314159"), "{model:?}: it does not open");
    }
    Ok(())
}

#[test]
fn on_every_model_the_backup_has_the_code_and_may_have_the_pin() -> Result<()> {
    for model in [Model::Nitrokey3, Model::Pro2, Model::Start] {
        let owner = owner(model, true)?;
        owner.spend(Which::User, 3)?;
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        by_backup(&mut in_process, &owner)?;
        in_process.wait_for("It is your primary")?;
        // Its reset code; the user PIN of the backup, shown; set.
        in_process.each(&[Enter, Enter, Enter])?;
        in_process.wait_for(owner.pins.user.expose_secret())?;
        in_process.each(&[Enter, Enter])?;
        in_process.wait_for("they stay right")?;
        in_process.unplug(&owner.key)?;
        ensure!(owner.opens_with(owner.pins.user.expose_secret()), "{model:?}: it does not open");
    }
    Ok(())
}

#[test]
fn one_that_is_drawn_is_on_the_screen_before_it_is_on_the_nitrokey_and_the_new_slip_has_it() -> Result<()> {
    let owner = owner(Model::Nitrokey3, true)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_backup(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.choose(key!("forgotten-new-drawn"))?;
    in_process.key(Enter)?;
    let screen = in_process.screen();
    let drawn = screen.split("User PIN").last().and_then(|rest| rest.split_whitespace().next());
    let drawn = drawn.context("no PIN is shown")?.to_owned();
    ensure!(drawn.len() == 8 && drawn.bytes().all(|b| b.is_ascii_digit()), "{drawn}");
    in_process.each(&[Enter, Enter])?;
    in_process.wait_for("The backup has another user PIN")?;
    in_process.key(F(5))?;
    let page = in_process.pages(1)?[0].clone();
    in_process.wait_for("The new PIN slip is printed")?;
    let serial = fixtures::serial(&owner.key);
    let did = super::journal::done(&in_process);
    ensure!(did[did.len() - 2..] == [Did::UserPinSet { serial }, Did::NewSlipPrinted { serial }], "{did:?}");
    let text = Pdf::of(&std::fs::read(page)?)?.text(1)?;
    for pin in [&*drawn, owner.pins.admin.expose_secret(), owner.pins.reset_code.expose_secret()] {
        ensure!(text.contains(pin), "the slip does not have {pin}:\n{text}");
    }
    in_process.unplug(&owner.key)?;
    ensure!(owner.opens_with(&drawn) && !owner.opens_with(owner.pins.user.expose_secret()), "not that one");
    Ok(())
}

#[test]
fn a_wrong_code_is_counted_and_the_last_try_is_spent_only_after_a_yes() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_slip(&mut in_process, "00000000", "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("The reset code that you typed is wrong. 2 tries are left.")?;
    in_process.key(Enter)?;
    line(&mut in_process, "00000000")?;
    typed(&mut in_process, "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("One try is left.")?;
    in_process.key(Enter)?;
    line(&mut in_process, "00000000")?;
    in_process.wait_for("The reset code has one try left")?;
    // No leads back, and nothing was given.
    in_process.key(Enter)?;
    in_process.wait_for("As it stands on the slip")?;
    in_process.unplug(&owner.key)?;
    ensure!(owner.tries()? == (3, 1, 3), "{:?}", owner.tries()?);
    in_process.plug(&owner.key)?;
    line(&mut in_process, "00000000")?;
    in_process.each(&[Down, Enter])?;
    typed(&mut in_process, "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("It is blocked now")?;
    in_process.key(Enter)?;
    in_process.wait_for("Its reset code is blocked, or it never had one")?;
    // The admin PIN is left, and nothing else is offered.
    in_process.each(&[Enter, Enter])?;
    ensure!(in_process.shows("1 Admin PIN") && !in_process.shows("Reset code"), "{}", in_process.screen());
    in_process.key(Enter)?;
    line(&mut in_process, owner.pins.admin.expose_secret())?;
    typed(&mut in_process, "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("has checked the new user PIN")?;
    in_process.unplug(&owner.key)?;
    ensure!(owner.opens_with("271828") && owner.tries()? == (3, 0, 3), "{:?}", owner.tries()?);
    Ok(())
}

#[test]
fn a_code_of_the_backup_that_the_nitrokey_refuses_is_not_given_again() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    owner.changes_codes()?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_backup(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    typed(&mut in_process, "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("The reset code from the backup is wrong for this Nitrokey")?;
    in_process.key(Enter)?;
    ensure!(!in_process.screen().contains("Reset code of"), "{}", in_process.screen());
    in_process.key(Enter)?;
    typed(&mut in_process, "271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("The admin PIN from the backup is wrong for this Nitrokey")?;
    in_process.key(Enter)?;
    in_process.wait_for("choose the PIN slip or a newer backup.")?;
    in_process.key(Enter)?;
    in_process.wait_for("Where is the reset code or the admin PIN?")?;
    in_process.unplug(&owner.key)?;
    ensure!(owner.tries()? == (3, 2, 2), "{:?}", owner.tries()?);
    Ok(())
}

#[test]
fn with_another_ones_keys_on_it_nothing_of_the_backup_is_given() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let other = fixtures::key(Model::Nitrokey3, SERIALS[1])?;
    super::later::write(&other)?;
    let mut in_process = straight::home("en")?;
    in_process.plug(&other)?;
    in_process.choose(key!("forgotten"))?;
    in_process.key(Enter)?;
    by_backup(&mut in_process, &owner)?;
    in_process.wait_for("The keys of this backup are not on this Nitrokey")?;
    in_process.key(Enter)?;
    in_process.wait_for("Which Nitrokey is it?")?;
    let tries = state(&other)?.tries;
    ensure!((tries.user, tries.reset_code, tries.admin) == (3, 3, 3), "{tries:?}");
    Ok(())
}

#[test]
fn what_is_left_is_said_and_what_cannot_be_is_not_offered() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let mut in_process = straight::home("en")?;
    let shown = |in_process: &mut InProcess, says: &str, goes_on: bool| {
        in_process.plug(&owner.key)?;
        in_process.choose(key!("forgotten"))?;
        in_process.wait_for(says)?;
        in_process.key(Enter)?;
        let went_on = !in_process.shows("Which Nitrokey is it?");
        ensure!(went_on == goes_on, "{says}: {}", in_process.screen());
        in_process.each(if went_on { &[Esc, Esc] } else { &[Esc] })?;
        in_process.unplug(&owner.key)
    };
    shown(&mut in_process, "Its user PIN is not blocked.", true)?;
    owner.spend(Which::Admin, 3)?;
    shown(&mut in_process, "Its admin PIN is blocked. The reset code sets a new user PIN as well.", true)?;
    owner.spend(Which::ResetCode, 3)?;
    shown(&mut in_process, "You still have 3 tries at the user PIN", false)?;
    owner.spend(Which::User, 3)?;
    shown(&mut in_process, "All three are blocked. This Nitrokey can only be written anew", false)?;
    let blank = fixtures::key(Model::Nitrokey3, SERIALS[1])?;
    in_process.plug(&blank)?;
    in_process.choose(key!("forgotten"))?;
    in_process.wait_for("No key is on it")?;
    in_process.key(Enter)?;
    in_process.wait_for("Which Nitrokey is it?")?;
    Ok(())
}

#[test]
fn of_a_start_it_is_said_that_three_tries_need_not_be_a_reset_code() -> Result<()> {
    let owner = owner(Model::Start, false)?;
    let mut in_process = straight::home("en")?;
    in_process.plug(&owner.key)?;
    in_process.choose(key!("forgotten"))?;
    in_process.wait_for("says three tries for the reset code even if it never had one")
}

#[test]
fn a_nitrokey_that_is_pulled_out_after_any_command_is_told_and_gets_the_new_pin_in_the_end() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    for (cuts, n) in (1..200).step_by(3).enumerate() {
        let new = format!("{}", 200_000 + n);
        by_slip(&mut in_process, owner.pins.reset_code.expose_secret(), &new)?;
        owner.key.fault(Fault::CutAfter(n));
        in_process.key(Enter)?;
        if in_process.shows("has checked the new user PIN") {
            ensure!(cuts > 5, "only {cuts} cuts");
            return Ok(());
        }
        if !in_process.shows("It is not plugged in. Insert it again.") {
            in_process.wait_for("It is not certain whether it has the old user PIN or the new one now.")?;
            // Who leaves now is told so.
            in_process.key(F(10))?;
            in_process.wait_for("It is not certain which user PIN")?;
            in_process.key(Esc)?;
        }
        in_process.plug(&owner.key)?;
        in_process.key(Enter)?;
        in_process.wait_for("has checked the new user PIN")?;
        in_process.each(&[Char('2'), Enter, Enter])?;
    }
    anyhow::bail!("it never ends")
}

#[test]
fn of_another_makers_card_it_is_said_that_it_may_have_no_reset() -> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    for which in [Which::User, Which::ResetCode, Which::Admin] {
        owner.spend(which, 3)?;
    }
    let key = owner.key.clone().with(Trait::Maker(0xAFAF));
    let mut in_process = straight::home("en")?;
    in_process.plug(&key)?;
    in_process.choose(key!("forgotten"))?;
    in_process.wait_for("This Nitrokey can only be written anew")?;
    in_process.wait_for("It is no Nitrokey, and may have no factory reset.")
}
