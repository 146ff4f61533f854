//! Nitrokeys: proven with their PIN, of which the last try is not spent.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::openpgp::Published;
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::{Role, Slot};
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};
use virtual_nitrokey::{Fault, Model, VirtualNitrokey};

use super::owner::{SERIALS, after_a_theft, owner};
use super::printed::{has, part, report};
use super::way::{
    cards, choose_nitrokey, go_on, home, proves, proves_one, recovers, to_nitrokeys, to_nitrokeys_with,
    to_sticks,
};

/// Somebody tries what it is not (OpenPGP card 3.4 § 7.2.2).
fn spend(key: &VirtualNitrokey, times: usize) -> Result<()> {
    key.plug();
    key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0])?;
    for _ in 0..times {
        key.transmit(b"\0\x20\0\x81\x06000000")?;
    }
    key.unplug();
    Ok(())
}

fn tries(key: &VirtualNitrokey) -> Result<u8> {
    Ok(fixtures::info(&VirtualBus::with(&[key]), fixtures::serial(key))?.tries.user)
}

#[test]
fn a_blocked_spare_is_to_be_put_right_and_is_not_asked_for_its_pin() -> Result<()> {
    let owner = owner(Curve25519)?;
    spend(&owner.keys[1], 3)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(&owner.keys[1])?;
    in_process.wait_for("blocked")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("I have forgotten a PIN")?;
    in_process.at("yearly-nitrokeys")?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["its user PIN is blocked", &format!("{:08X}", SERIALS[1])])?;
    has(&report, "Not checked", &["The spare"])
}

#[test]
fn a_wrong_pin_costs_one_try_and_the_last_one_is_never_spent() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(&owner.keys[1])?;
    for left in [2, 1] {
        in_process.at("yearly-nitrokeys")?;
        in_process.key(Char('1'))?;
        in_process.wait_for(&format!("has {} tries left", left + 1))?;
        in_process.key(Enter)?;
        in_process.wait_for(&format!("has {} tries left", left + 1))?;
        in_process.keys("314159")?;
        in_process.key(Enter)?;
        ensure!(tries(&owner.keys[1])? == left, "{}", in_process.screen());
    }
    in_process.key(Char('1'))?;
    in_process.wait_for("one try left")?;
    in_process.key(Enter)?;
    in_process.wait_for("It is not spent here")?;
    in_process.keys(&owner.user)?;
    ensure!(tries(&owner.keys[1])? == 1);
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["one try left"])?;
    ensure!(tries(&owner.keys[1])? == 1);
    Ok(())
}

#[test]
fn a_right_pin_after_a_wrong_one_is_good_and_all_tries_are_back() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, "314159")?;
    // It is preset once more.
    in_process.at("yearly-nitrokeys")?;
    in_process.key(Enter)?;
    in_process.wait_for("has 2 tries left")?;
    in_process.keys(&owner.user)?;
    in_process.key(Enter)?;
    in_process.wait_for("Which one is it?")?;
    in_process.key(Enter)?;
    ensure!(tries(&owner.keys[1])? == 3);
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F"])?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    Ok(())
}

/// After a theft: the Nitrokey has subkeys that are revoked.
#[test]
fn a_nitrokey_with_old_subkeys_is_not_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let (prepared, stick) = after_a_theft(&owner)?;
    let mut in_process = home()?;
    to_nitrokeys_with(&mut in_process, &stick.path().join(&prepared.folder))?;
    in_process.plug(&owner.keys[1])?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("write it anew")?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "To be put right", &["not the keys in use"])
}

/// It has what it is to have, whether the backup is opened or not; one that has lost two of three keys does not.
#[test]
fn a_nitrokey_for_old_mail_is_not_to_be_put_right() -> Result<()> {
    let owner = owner(Curve25519)?;
    let (mut prepared, stick) = after_a_theft(&owner)?;
    let old = prepared.rehearsed.identity().old_decryption().remove(0).fingerprint;
    prepared.rehearsed.writes_for_old_mail(&old)?;
    let key = fixtures::key(Model::Nitrokey3, 0x0102_0304)?;
    let (bus, serial, role) =
        (VirtualBus::with(&[&key]), fixtures::serial(&key), Role::Other("old mail".into()));
    let pins = prepared.rehearsed.pins(&role, Some(&"271828".into()))?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &role, &pins, &mut |_| ())?;
    key.unplug();
    for opens in [false, true] {
        let mut in_process = home()?;
        let folder = stick.path().join(&prepared.folder);
        if opens {
            to_sticks(&mut in_process, &folder)?;
            in_process.key(Enter)?;
            in_process.at("yearly-cards")?;
            cards(&mut in_process, &prepared.sealed.shares()[..2])?;
            recovers(&mut in_process)?;
        } else {
            to_nitrokeys_with(&mut in_process, &folder)?;
        }
        in_process.plug(&key)?;
        in_process.wait_for("For old mail: an old decryption key")?;
        choose_nitrokey(&mut in_process)?;
        in_process.wait_for("that is right: leave it as it is")?;
        ensure!(!in_process.shows("rite it anew"), "{}", in_process.screen());
        go_on(&mut in_process)?;
        let report = report(&mut in_process)?;
        has(&report, "Not checked", &["01020304: for old mail", "The spare"])?;
        ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    }
    let public = Published::new(prepared.rehearsed.identity().public());
    let new = Slot::ALL.map(|slot| Some(prepared.rehearsed.identity().slot_fingerprint(slot).to_hex()));
    let [signs, decrypts, _] = new.clone();
    for (prints, is) in [
        ([None, Some(old.clone()), None], true),
        ([None, Some(old.to_lowercase()), None], true),
        ([signs.clone(), Some(old.clone()), None], false),
        ([Some(old), None, None], false),
        ([None, decrypts, None], false),
        ([None, signs, None], false),
        ([None, Some("00".repeat(20)), None], false),
        ([None, None, None], false),
        (new, false),
    ] {
        ensure!(public.is_for_old_mail(&prints) == is, "{prints:?}");
    }
    Ok(())
}

/// The backup that names nobody's serial says nothing of which one it is; its owner may have been wrong.
#[test]
fn which_one_it_is_can_be_said_otherwise() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
    in_process.choose(key!("name-role-primary"))?;
    in_process.wait_for("Proven so far: 1")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("Which one is it?")?;
    in_process.choose(key!("name-role-spare"))?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F", "Which one it is, the owner has said"])?;
    has(&report, "Not checked", &["used every day"])?;
    ensure!(!part(&report, "Not checked")?.contains("The spare"), "{report}");
    Ok(())
}

/// One that lost its keys is not one that was not here.
#[test]
fn a_nitrokey_without_keys_stands_on_the_report() -> Result<()> {
    let owner = owner(Curve25519)?;
    let empty = fixtures::key(Model::Nitrokey3, 0x0102_0304)?;
    empty.unplug();
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(&empty)?;
    // It is not preset.
    in_process.key(Enter)?;
    in_process.at("yearly-report")?;
    in_process.key(Esc)?;
    in_process.at("yearly-nitrokeys")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("Your keys are not on this Nitrokey")?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "Not checked", &["01020304: none of your keys on it"])
}

/// Esc leaves a question unanswered, and what was proven stays proven.
#[test]
fn who_does_not_say_which_one_it_is_has_proven_it_all_the_same() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
    in_process.key(Esc)?;
    in_process.at("yearly-nitrokeys")?;
    in_process.wait_for("Proven so far: 1")?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Nitrokey, 000F"])?;
    has(&report, "Not checked", &["The spare", "used every day"])
}

/// What one of them is, the next one is not.
#[test]
fn the_second_one_is_not_preset_to_be_what_the_first_one_is() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    for key in owner.keys.iter().rev() {
        in_process.plug(key)?;
        proves(&mut in_process, &owner.user)?;
        in_process.wait_for("Which one is it?")?;
        in_process.key(Enter)?;
        in_process.unplug(key)?;
    }
    in_process.key(Enter)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F", "primary, 000F"])?;
    ensure!(report.matches("spare, 000F").count() == 1, "{report}");
    Ok(())
}

/// While its PIN is typed, or at work: it is asked for again, and nothing is said of it.
#[test]
fn a_nitrokey_that_is_pulled_out_has_shown_nothing() -> Result<()> {
    let owner = owner(Curve25519)?;
    let (spare, mut in_process) = (&owner.keys[1], home()?);
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(spare)?;
    in_process.key(Enter)?;
    in_process.wait_for("costs one of them")?;
    in_process.keys("27")?;
    in_process.unplug(spare)?;
    in_process.wait_for("Insert the spare")?;
    in_process.plug(spare)?;
    in_process.key(Enter)?;
    in_process.wait_for("costs one of them")?;
    in_process.keys(&owner.user)?;
    spare.fault(Fault::CutAfter(2));
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    in_process.unplug(spare)?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    ensure!(!report.contains(&format!("{:08X}", SERIALS[1])), "{report}");
    has(&report, "Not checked", &["The spare"])?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    Ok(())
}
