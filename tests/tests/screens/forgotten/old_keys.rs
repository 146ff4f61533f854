//! A Nitrokey that stayed as it was after a theft has the PINs of before: the new backup gives those, and no others, which
//! would only cost tries.

use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::ceremony::{Change, Made, PinChoice, Planned, Sealed};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::Reason;
use coldspare::plan::Role;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Enter};
use secrecy::ExposeSecret;
use virtual_nitrokey::Model;

use super::{Owner, by_backup, owner, straight, to_from, typed};

/// New subkeys and PINs are sealed over it; the Nitrokey stays as it is. As often as something was stolen.
fn after_thefts(owner: &Owner, thefts: usize, stays: Option<&Role>) -> Result<()> {
    let stick = Mounted::at(owner.stick.path());
    for _ in 0..thefts {
        let mut made: Made = owner.opened()?.made().clone();
        made.forget_nitrokeys(stays, SystemTime::now())?;
        made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
        made.renew_pins(PinChoice::Generated)?;
        let sealed = Sealed::seal(&made, made.split()?, Planned { sticks: 1, sheets: 0 }, &mut |_| ())?;
        let written = sealed.write(&stick, &mut |_| ())?;
        owner.opened()?.settle(&written, &stick)?;
    }
    Ok(())
}

#[test]
fn one_that_stayed_as_it_was_gets_a_new_user_pin_by_its_old_reset_code_and_no_try_is_spent() -> Result<()> {
    for (thefts, by) in [(1, '1'), (1, '2'), (2, '1')] {
        let owner = owner(Model::Nitrokey3, true)?;
        after_thefts(&owner, thefts, Some(&Role::Primary))?;
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        by_backup(&mut in_process, &owner)?;
        in_process.wait_for("It is your primary with the old subkeys")?;
        in_process.each(&[Char(by), Enter])?;
        // The user PIN of before, too.
        in_process.choose(key!("forgotten-new-backup"))?;
        in_process.key(Enter)?;
        in_process.wait_for(owner.pins.user.expose_secret())?;
        in_process.each(&[Enter, Enter])?;
        in_process.wait_for("has checked the new user PIN")?;
        in_process.wait_for("Tries left: user PIN 3, reset code 3, admin PIN 3")?;
        in_process.unplug(&owner.key)?;
        ensure!(owner.opens_with(owner.pins.user.expose_secret()), "it does not open");
    }
    Ok(())
}

/// The backup was told that another one stays: by its serial it is known all the same.
#[test]
fn the_old_pins_are_found_by_the_serial_also_if_it_was_said_to_be_another() -> Result<()> {
    let owner = owner(Model::Nitrokey3, true)?;
    after_thefts(&owner, 1, Some(&Role::SPARE))?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_backup(&mut in_process, &owner)?;
    in_process.wait_for("It is your primary with the old subkeys")?;
    ensure!(in_process.shows("Reset code of the primary") && !in_process.shows("spare"));
    Ok(())
}

/// Its owner threw the old PINs out of the vault.
#[test]
fn where_the_old_pins_are_not_kept_any_more_none_is_tried() -> Result<()> {
    let owner = owner(Model::Nitrokey3, true)?;
    after_thefts(&owner, 1, Some(&Role::Primary))?;
    let stick = Mounted::at(owner.stick.path());
    let mut made = owner.opened()?.made().clone();
    let kept: Vec<_> = made.vault().iter().map(|(name, _)| name.clone()).collect();
    kept.iter().for_each(|name| made.keep_no_longer(name));
    let sealed = Sealed::seal(&made, made.split()?, Planned { sticks: 1, sheets: 0 }, &mut |_| ())?;
    let written = sealed.write(&stick, &mut |_| ())?;
    owner.opened()?.settle(&written, &stick)?;
    let mut in_process = straight::home("en")?;
    to_from(&mut in_process, &owner)?;
    by_backup(&mut in_process, &owner)?;
    in_process.wait_for("The backup does not have the PINs of before")?;
    in_process.key(Enter)?;
    in_process.at("forgotten-from")?;
    in_process.unplug(&owner.key)?;
    ensure!(owner.tries()? == (3, 3, 3), "{:?}", owner.tries()?);
    Ok(())
}

/// One that was written for old mail has the codes of the last Nitrokey of the plan, and no serial that the backup knows.
#[test]
fn one_for_old_mail_gets_a_new_user_pin_by_the_codes_that_it_was_given() -> Result<()> {
    for (thefts, by) in [(1, '1'), (1, '2'), (3, '1')] {
        let owner = owner(Model::Nitrokey3, true)?;
        after_thefts(&owner, thefts, None)?;
        let mut ready = owner.opened()?;
        let old = ready.identity().old_decryption().remove(0).fingerprint;
        ready.writes_for_old_mail(&old)?;
        let role = Role::Other("old mail".into());
        owner.key.plug();
        let (bus, serial) = (VirtualBus::with(&[&owner.key]), fixtures::serial(&owner.key));
        let pins = ready.pins(&role, None)?;
        fixtures::flash_and_prove(&mut ready, &bus, serial, &role, &pins, &mut |_| ())?;
        let mut in_process = straight::home("en")?;
        to_from(&mut in_process, &owner)?;
        by_backup(&mut in_process, &owner)?;
        in_process.wait_for("It is a Nitrokey for old mail")?;
        ensure!(in_process.shows("Reset code of the spare") && !in_process.shows("of the primary"));
        in_process.each(&[Char(by), Enter])?;
        typed(&mut in_process, "271828")?;
        in_process.key(Enter)?;
        in_process.wait_for("has checked the new user PIN")?;
        in_process.wait_for("Tries left: user PIN 3, reset code 3, admin PIN 3")?;
        in_process.unplug(&owner.key)?;
        ensure!(owner.has("271828")?, "it does not open");
    }
    Ok(())
}
