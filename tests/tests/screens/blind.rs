//! What is typed blind is what was typed last: each of these forms is typed wrong first, on the screens themselves, and
//! then it is looked at what came of it.

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::Recovery;
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::machine::usb::{Doubt, Keyboard, Notice};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::later::{BUNDLE, golden, shares};
use super::pins::{bundle_and_rehearse, exported, takes, write_both};
use super::straight::{self, print, scan};

/// Too short, typed as often as there are fields; then right.
fn wrong_then(in_process: &mut InProcess, right: &str) -> Result<()> {
    for text in ["1234", "1234", right, right] {
        in_process.keys(text)?;
        in_process.key(Enter)?;
    }
    Ok(())
}

/// To where PINs are typed.
fn to_typed_pins(in_process: &mut InProcess, keys: &[virtual_nitrokey::VirtualNitrokey; 3]) -> Result<()> {
    straight::to_plan(in_process)?;
    in_process.each(&[Enter, Enter])?;
    straight::owner(in_process)?;
    in_process.each(&[Enter; 4])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        in_process.keys(name)?;
        in_process.key(Enter)?;
    }
    // No notes; two Nitrokeys; PINs that the owner thinks of; touch, anything special, summary.
    in_process.each(&[Enter, Enter, Enter, Enter, Down, Enter, Enter, Enter, Enter])?;
    straight::meet(in_process, keys)?;
    in_process.each(&[Enter; 3])
}

#[test]
fn the_pins_on_the_nitrokeys_are_those_that_were_typed_last() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut in_process, &keys)?;
    for pin in ["654321", "87654321", "97654321", "654321", "87654321", "97654321"] {
        wrong_then(&mut in_process, pin)?;
    }
    // Nothing more to keep, the keys, sealed; printed and read.
    in_process.each(&[Enter; 7])?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])?;
    bundle_and_rehearse(&mut in_process)?;
    // The owner has typed them: they are not shown once more.
    write_both(&mut in_process, &keys)?;
    for key in &keys[..2] {
        ensure!(takes(key, "654321")?, "the user PIN is another one");
    }
    Ok(())
}

/// 'A Nitrokey is lost or broken' with the golden stick and cards, to the question what is done with the keys.
pub(crate) fn to_lost_way(in_process: &mut InProcess) -> Result<()> {
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    for share in shares("curve25519")?.iter().take(3) {
        scan(in_process, share)?;
    }
    in_process.each(&[Enter, Enter])
}

#[test]
fn the_passphrase_of_an_export_is_the_one_that_was_typed_last() -> Result<()> {
    let mut in_process = straight::home("en")?;
    to_lost_way(&mut in_process)?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    wrong_then(&mut in_process, "six random words")?;
    let stick = in_process.plug_stick("FOR-A-WEEK")?;
    in_process.key(Enter)?;
    let secret = std::fs::read(stick.join(format!("{BUNDLE}-secret-key/secret-key.asc")))?;
    let home = tempfile::tempdir()?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    fixtures::prepare_import(plan, &secret, Some(&"six random words".into()), home.path(), &mut |_| ())?;
    Ok(())
}

#[test]
fn the_user_pin_of_a_new_nitrokey_is_the_one_that_was_typed_last() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_lost_way(&mut in_process)?;
    in_process.key(Enter)?;
    in_process.plug(&keys[2])?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(&keys[2]).last_four())?;
    in_process.key(Enter)?;
    wrong_then(&mut in_process, "161803")?;
    in_process.at("proven")?;
    ensure!(takes(&keys[2], "161803")?, "the user PIN is another one");
    Ok(())
}

#[test]
fn what_was_wrong_in_the_vault_is_typed_anew_and_what_is_kept_can_be_changed() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    straight::meet(&mut in_process, &keys)?;
    in_process.each(&[Enter; 3])?;
    // A secret first, and then a name that cannot be sealed.
    in_process.key(Down)?;
    in_process.keys("swordfish")?;
    in_process.each(&[Down])?;
    in_process.keys("clé")?;
    in_process.key(Enter)?;
    in_process.wait_for("is no name for a file in the vault")?;
    in_process.key(F(2))?;
    ensure!(
        !in_process.screen().contains("swordfish"),
        "the secret is still there:\n{}",
        in_process.screen()
    );
    ensure!(in_process.screen().contains("[ cle_"), "no better name:\n{}", in_process.screen());
    // Not visible again by itself; what is typed now is all there is, and goes into the secret alone.
    in_process.key(F(2))?;
    in_process.keys("letmein")?;
    ensure!(!in_process.screen().contains("letmein"), "shown unasked:\n{}", in_process.screen());
    // Esc and back: what was typed blind is gone.
    in_process.key(Esc)?;
    in_process.each(&[Enter, Enter, F(2)])?;
    ensure!(!in_process.screen().contains("letmein"), "kept over Esc:\n{}", in_process.screen());
    in_process.keys("open sesame")?;
    in_process.key(Enter)?;
    in_process.wait_for("Kept: cle")?;
    // Another name, and the secret as it is; then one that is deleted.
    in_process.each(&[F(5), Enter, Down, Enter])?;
    in_process.clear()?;
    in_process.keys("disk")?;
    in_process.each(&[Enter, Enter])?;
    in_process.wait_for("Kept: disk")?;
    in_process.keys("second")?;
    in_process.key(Enter)?;
    in_process.keys("to be deleted")?;
    in_process.key(Enter)?;
    in_process.wait_for("Kept: disk, second")?;
    in_process.each(&[F(5), Down, Enter, Char('3'), Enter])?;
    ensure!(!in_process.screen().contains("second"), "not deleted:\n{}", in_process.screen());
    // The keys, sealed, printed, the bundle; and what comes back.
    in_process.each(&[Enter; 7])?;
    let mut cards = Vec::new();
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
        cards.push(share);
    }
    in_process.each(&[Char('6'), Enter])?;
    let stick = in_process.plug_stick("COLDSPARE")?;
    in_process.key(Enter)?;
    let folder = std::fs::read_dir(&stick)?.next().context("no bundle")??.file_name();
    let mut recovery = Recovery::from_bundle(&Mounted::at(&stick), &folder.to_string_lossy())?;
    for share in cards.into_iter().take(2) {
        recovery.add(share)?;
    }
    let rehearsed = recovery.recover()?;
    let kept: Vec<_> = rehearsed.vault().iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    ensure!(
        kept == [("disk", &b"open sesame"[..])],
        "{:?}",
        kept.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    Ok(())
}

#[test]
fn a_pin_that_something_came_between_is_typed_anew() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut in_process, &keys)?;
    in_process.key(F(2))?;
    in_process.keys("6543")?;
    in_process.wait_for("6543")?;
    let (name, keyboard) = ("Logitech USB Keyboard".to_owned(), Keyboard::Waits(Doubt::Later));
    in_process.notice(&[Notice { number: 1, name, keyboard, refused: Vec::new(), again: false }])?;
    in_process.wait_for("May this keyboard type?")?;
    in_process.press_away(Esc, "May this keyboard type?")?;
    in_process.wait_for("Something else came onto the screen while this was typed.")?;
    in_process.wait_for("Type it once more, from the beginning.")?;
    ensure!(!in_process.screen().contains("6543"), "{}", in_process.screen());
    // F1 swallows no letter of what is typed on.
    in_process.key(F(1))?;
    in_process.keys("65")?;
    ensure!(in_process.screen().contains("What this is"), "{}", in_process.screen());
    in_process.key(Enter)?;
    for _ in 0..2 {
        in_process.keys("654321")?;
        in_process.key(Enter)?;
    }
    in_process.wait_for("Admin PIN").map(drop)
}

/// Types into what is typed blind, has it shown, and leaves it by Esc. Whoever comes back finds nothing of it, and what
/// is typed then is hidden, until it is asked for.
fn is_gone_after_esc(
    in_process: &mut InProcess,
    heading: &str,
    forward: &dyn Fn(&mut InProcess) -> Result<()>,
) -> Result<()> {
    in_process.wait_for(heading)?;
    in_process.key(F(2))?;
    in_process.keys("271828182845")?;
    in_process.wait_for("[ 271828182845_")?;
    in_process.key(Esc)?;
    ensure!(
        !in_process.screen().contains(heading) && !in_process.screen().contains("2718"),
        "{}",
        in_process.screen()
    );
    forward(in_process)?;
    in_process.wait_for(heading)?;
    in_process.keys("31415926535")?;
    ensure!(!in_process.screen().contains("31415"), "shown unasked:\n{}", in_process.screen());
    in_process.key(F(2))?;
    ensure!(in_process.screen().contains("[ 31415926535_"), "it is not alone:\n{}", in_process.screen());
    Ok(())
}

#[test]
fn what_was_typed_blind_is_gone_after_esc() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut in_process, &keys)?;
    let heading = "PINs of the primary";
    let enter = |in_process: &mut InProcess| -> Result<()> {
        while !in_process.screen().contains(heading) {
            in_process.key(Enter)?;
        }
        Ok(())
    };
    is_gone_after_esc(&mut in_process, heading, &enter)?;

    let mut in_process = straight::home("en")?;
    exported(&in_process.plug_stick("AT-HOME")?, "six random words")?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Enter, Down, Enter, Enter, Enter])?;
    is_gone_after_esc(&mut in_process, "What opens it?", &|in_process| in_process.key(Enter))?;

    let mut in_process = straight::home("en")?;
    to_lost_way(&mut in_process)?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    is_gone_after_esc(&mut in_process, "A passphrase for the file", &|in_process| in_process.key(Enter))?;

    let mut in_process = straight::home("en")?;
    to_lost_way(&mut in_process)?;
    in_process.key(Enter)?;
    in_process.plug(&keys[2])?;
    let confirm = |in_process: &mut InProcess| -> Result<()> {
        in_process.key(Enter)?;
        in_process.keys(&fixtures::serial(&keys[2]).last_four())?;
        in_process.key(Enter)
    };
    confirm(&mut in_process)?;
    is_gone_after_esc(&mut in_process, "A new user PIN", &confirm)
}
