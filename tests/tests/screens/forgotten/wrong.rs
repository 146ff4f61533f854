//! What is wrong when a new user PIN is set, and what is said of it: nothing that is not so in each case.

use anyhow::{Result, ensure};
use coldspare::ceremony::{Meeting, PinChoice};
use coldspare::key;
use coldspare::pins::Pins;
use coldspare::plan::Role;
use coldspare_tests::fixtures;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use secrecy::ExposeSecret;
use virtual_nitrokey::{Fault, Model};

use super::super::SERIALS;
use super::super::straight;
use super::{Which, by_backup, by_slip, line, owner, owner_of, plan, to_from, typed};

#[test]
fn a_reset_code_with_a_digit_too_many_sets_another_pin_which_is_told_and_the_right_one_mends_it() -> Result<()>
{
    for model in [Model::Nitrokey3, Model::Pro2] {
        let owner = owner(model, false)?;
        owner.spend(Which::User, 3)?;
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        let code = owner.pins.reset_code.expose_secret();
        by_slip(&mut in_process, &format!("{code}5"), "271828")?;
        in_process.key(Enter)?;
        in_process.wait_for("The Nitrokey took the reset code, and set another user PIN than the new one")?;
        in_process.wait_for("2 tries are left")?;
        // Who leaves now is told so.
        in_process.key(F(10))?;
        in_process.wait_for("neither the old one nor the new one. If you leave")?;
        in_process.key(Esc)?;
        in_process.unplug(&owner.key)?;
        ensure!(owner.opens_with("5271828"), "{model:?}: not so in truth");
        in_process.plug(&owner.key)?;
        // The code that was wrong is not given once more.
        in_process.key(Enter)?;
        in_process.wait_for("As it stands on the slip")?;
        line(&mut in_process, code)?;
        typed(&mut in_process, "271828")?;
        in_process.key(Enter)?;
        in_process.wait_for("has checked the new user PIN")?;
        in_process.unplug(&owner.key)?;
        ensure!(owner.opens_with("271828"), "{model:?}: it does not open");
    }
    Ok(())
}

#[test]
fn whatever_fails_once_the_pin_may_be_set_who_leaves_is_told_that_it_is_not_certain_and_nobody_else()
-> Result<()> {
    let owner = owner(Model::Nitrokey3, false)?;
    let (mut commands, mut unsure) = (0, 0);
    for n in 1..200 {
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        let new = format!("{}", 200_000 + n);
        by_slip(&mut in_process, owner.pins.reset_code.expose_secret(), &new)?;
        let before = owner.key.commands();
        owner.key.fault(Fault::Fail { after: n, status: 0x6F00 });
        in_process.key(Enter)?;
        commands = owner.key.commands() - before;
        owner.key.clear_fault();
        if commands < n {
            break;
        }
        if !in_process.shows("has checked the new user PIN") {
            in_process.key(F(10))?;
            let told = in_process.shows("It is not certain which user PIN");
            in_process.unplug(&owner.key)?;
            // Of the command that sets it, nobody knows what it did.
            let has_new = owner.has(&new)?;
            ensure!(told || !has_new, "{n}: it has the new one, and nobody says so");
            unsure += usize::from(told);
        }
        in_process.unplug(&owner.key)?;
    }
    ensure!(commands > 10 && (4..20).contains(&unsure), "{unsure} of {commands} commands");
    Ok(())
}

#[test]
fn the_pin_that_the_backup_has_for_one_nitrokey_does_not_go_to_the_other() -> Result<()> {
    // The backup does not know which of the two it is.
    let spare = fixtures::key(Model::Nitrokey3, SERIALS[0])?;
    let pins = |user: &str, admin: &str, reset_code: &str| Pins {
        user: user.into(),
        admin: admin.into(),
        reset_code: reset_code.into(),
    };
    let each = vec![pins("161803", "16180339", "33981618"), pins("314159", "31415926", "62951413")];
    let meeting = Meeting::new(plan(true)?)?;
    let owner = owner_of(spare, &meeting, PinChoice::Typed(each), &Role::SPARE)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_backup(&mut in_process, &owner)?;
    in_process.wait_for("The backup does not know which of your Nitrokeys this")?;
    for refused in ["The reset code from the backup is wrong", "The admin PIN from the backup is wrong"] {
        in_process.key(Char('1'))?;
        in_process.key(Enter)?;
        in_process.choose(key!("forgotten-new-backup"))?;
        in_process.key(Enter)?;
        ensure!(!in_process.shows(owner.pins.user.expose_secret()), "{}", in_process.screen());
        in_process.each(&[Enter, Enter])?;
        in_process.wait_for(refused)?;
        // Perhaps it is another one of them.
        ensure!(!in_process.shows("was changed since"), "{}", in_process.screen());
        in_process.key(Enter)?;
    }
    in_process.wait_for("Reset code of the spare")?;
    in_process.key(Char('1'))?;
    in_process.key(Enter)?;
    in_process.choose(key!("forgotten-new-backup"))?;
    in_process.key(Enter)?;
    in_process.wait_for(owner.pins.user.expose_secret())?;
    in_process.each(&[Enter, Enter])?;
    in_process.wait_for("has checked the new user PIN")?;
    in_process.unplug(&owner.key)?;
    ensure!(owner.opens_with(owner.pins.user.expose_secret()), "it does not open");
    Ok(())
}

#[test]
fn when_nothing_can_set_it_any_more_both_keys_lead_to_what_is_left() -> Result<()> {
    for key in [Enter, Esc] {
        let owner = owner(Model::Nitrokey3, false)?;
        owner.changes_codes()?;
        owner.spend(Which::Admin, 3)?;
        owner.spend(Which::ResetCode, 2)?;
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        by_backup(&mut in_process, &owner)?;
        in_process.key(Enter)?;
        in_process.choose(key!("forgotten-last-yes"))?;
        typed(&mut in_process, "271828")?;
        in_process.key(Enter)?;
        in_process.wait_for("It is blocked now")?;
        in_process.key(key)?;
        in_process.wait_for("so no new user PIN can be set")?;
    }
    Ok(())
}

#[test]
fn where_the_same_pin_is_set_again_nothing_is_said_to_be_untrue() -> Result<()> {
    let owner = owner(Model::Nitrokey3, true)?;
    owner.spend(Which::User, 3)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_slip(&mut in_process, owner.pins.reset_code.expose_secret(), owner.pins.user.expose_secret())?;
    in_process.key(Enter)?;
    in_process.wait_for("has checked the new user PIN")?;
    in_process.wait_for("If another user PIN stands on the slip, correct it")?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    by_backup(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    typed(&mut in_process, owner.pins.user.expose_secret())?;
    in_process.key(Enter)?;
    in_process.wait_for("The backup has this PIN")?;
    // And the one that was set on the Nitrokey before.
    in_process.each(&[Char('2'), Enter, Enter])?;
    in_process.each(&[Enter; 7])?;
    in_process.choose(key!("forgotten-new-same"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.wait_for("The backup has this PIN")?;
    Ok(())
}
