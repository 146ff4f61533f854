//! What is typed blind is what was typed last: each of these forms is typed wrong first, on the screens themselves, and
//! then it is looked at what came of it.

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::Recovery;
use coldspare::machine::stick::Mounted;
use coldspare::machine::usb::{Doubt, Keyboard, Notice};
use coldspare::plan::Algorithm;
use coldspare_tests::face::Face;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::later::{BUNDLE, golden, shares};
use super::pins::{bundle_and_rehearse, exported, takes, write_both};
use super::straight::{self, print, scan};

/// Too short, typed as often as there are fields; then right.
fn wrong_then(face: &mut Face, right: &str) -> Result<()> {
    for text in ["1234", "1234", right, right] {
        face.keys(text)?;
        face.key(Enter)?;
    }
    Ok(())
}

/// To where PINs are typed.
fn to_typed_pins(face: &mut Face, keys: &[virtual_nitrokey::VirtualNitrokey; 3]) -> Result<()> {
    straight::to_plan(face)?;
    face.each(&[Enter, Enter])?;
    straight::owner(face)?;
    face.each(&[Enter; 4])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        face.keys(name)?;
        face.key(Enter)?;
    }
    // No notes; two Nitrokeys; PINs that the owner thinks of; touch, anything special, summary.
    face.each(&[Enter, Enter, Enter, Enter, Down, Enter, Enter, Enter, Enter])?;
    straight::meet(face, keys)?;
    face.each(&[Enter; 3])
}

#[test]
fn the_pins_on_the_nitrokeys_are_those_that_were_typed_last() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut face, &keys)?;
    for pin in ["654321", "87654321", "97654321", "654321", "87654321", "97654321"] {
        wrong_then(&mut face, pin)?;
    }
    // Nothing more to keep, the keys, sealed; printed and read.
    face.each(&[Enter; 7])?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    // The owner has typed them: they are not shown once more.
    write_both(&mut face, &keys)?;
    for key in &keys[..2] {
        ensure!(takes(key, "654321")?, "the user PIN is another one");
    }
    Ok(())
}

/// 'A key is lost' with the golden stick and cards, to the question what is done with the keys.
fn to_lost_way(face: &mut Face) -> Result<()> {
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.each(&[Char('2'), Enter, Char('2'), Enter, Enter])?;
    face.wait_for(BUNDLE)?;
    face.key(Enter)?;
    for share in shares("curve25519")?.iter().take(3) {
        scan(face, share)?;
    }
    face.each(&[Enter, Enter])
}

#[test]
fn the_passphrase_of_an_export_is_the_one_that_was_typed_last() -> Result<()> {
    let mut face = straight::home("en")?;
    to_lost_way(&mut face)?;
    face.each(&[Char('2'), Enter, Enter])?;
    wrong_then(&mut face, "six random words")?;
    let stick = face.plug_stick("FOR-A-WEEK")?;
    face.key(Enter)?;
    let secret = std::fs::read(stick.join(format!("{BUNDLE}-secret-key/secret-key.asc")))?;
    let home = tempfile::tempdir()?;
    let plan = walk::plan(Algorithm::Curve25519, 2, 3)?;
    walk::prepare_import(plan, &secret, Some(&"six random words".into()), home.path(), &mut |_| ())?;
    Ok(())
}

#[test]
fn the_user_pin_of_a_new_nitrokey_is_the_one_that_was_typed_last() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_lost_way(&mut face)?;
    face.key(Enter)?;
    face.plug(&keys[2])?;
    face.key(Enter)?;
    face.keys(&walk::serial(&keys[2]).last_four())?;
    face.key(Enter)?;
    wrong_then(&mut face, "161803")?;
    face.wait_for("Written, and proven")?;
    ensure!(takes(&keys[2], "161803")?, "the user PIN is another one");
    Ok(())
}

#[test]
fn what_was_wrong_in_the_vault_is_typed_anew_and_what_is_kept_can_be_changed() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_plan(&mut face)?;
    straight::plan(&mut face)?;
    straight::meet(&mut face, &keys)?;
    face.each(&[Enter; 3])?;
    // A secret first, and then a name that cannot be sealed.
    face.key(Down)?;
    face.keys("swordfish")?;
    face.each(&[Down])?;
    face.keys("clé")?;
    face.key(Enter)?;
    face.wait_for("is no name for a file in the vault")?;
    face.key(F(2))?;
    ensure!(!face.screen().contains("swordfish"), "the secret is still there:\n{}", face.screen());
    ensure!(face.screen().contains("[ cle_"), "no better name:\n{}", face.screen());
    // Not visible again by itself; what is typed now is all there is, and goes into the secret alone.
    face.key(F(2))?;
    face.keys("letmein")?;
    ensure!(!face.screen().contains("letmein"), "shown unasked:\n{}", face.screen());
    // Esc and back: what was typed blind is gone.
    face.key(Esc)?;
    face.each(&[Enter, Enter, F(2)])?;
    ensure!(!face.screen().contains("letmein"), "kept over Esc:\n{}", face.screen());
    face.keys("open sesame")?;
    face.key(Enter)?;
    face.wait_for("Kept: cle")?;
    // Another name, and the secret as it is; then one that is deleted.
    face.each(&[F(5), Enter, Down, Enter])?;
    face.clear()?;
    face.keys("disk")?;
    face.each(&[Enter, Enter])?;
    face.wait_for("Kept: disk")?;
    face.keys("second")?;
    face.key(Enter)?;
    face.keys("to be deleted")?;
    face.key(Enter)?;
    face.wait_for("Kept: disk, second")?;
    face.each(&[F(5), Down, Enter, Char('3'), Enter])?;
    ensure!(!face.screen().contains("second"), "not deleted:\n{}", face.screen());
    // The keys, sealed, printed, the bundle; and what comes back.
    face.each(&[Enter; 7])?;
    let mut cards = Vec::new();
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
        cards.push(share);
    }
    face.each(&[Char('5'), Enter])?;
    let stick = face.plug_stick("COLDSPARE")?;
    face.key(Enter)?;
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
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut face, &keys)?;
    face.key(F(2))?;
    face.keys("6543")?;
    face.wait_for("6543")?;
    let (name, keyboard) = ("Logitech USB Keyboard".to_owned(), Keyboard::Waits(Doubt::Later));
    face.notice(&[Notice { number: 1, name, keyboard, refused: Vec::new(), again: false }])?;
    face.wait_for("May this keyboard type?")?;
    face.press_away(Esc, "May this keyboard type?")?;
    face.wait_for("Something else came onto the screen while this was typed.")?;
    face.wait_for("Type it once more, from the beginning.")?;
    ensure!(!face.screen().contains("6543"), "{}", face.screen());
    // F1 swallows no letter of what is typed on.
    face.key(F(1))?;
    face.keys("65")?;
    ensure!(face.screen().contains("What this is"), "{}", face.screen());
    face.key(Enter)?;
    for _ in 0..2 {
        face.keys("654321")?;
        face.key(Enter)?;
    }
    face.wait_for("Admin PIN").map(drop)
}

/// Types into what is typed blind, has it shown, and leaves it by Esc. Whoever comes back finds nothing of it, and what
/// is typed then is hidden, until it is asked for.
fn is_gone_after_esc(
    face: &mut Face,
    heading: &str,
    forward: &dyn Fn(&mut Face) -> Result<()>,
) -> Result<()> {
    face.wait_for(heading)?;
    face.key(F(2))?;
    face.keys("271828182845")?;
    face.wait_for("[ 271828182845_")?;
    face.key(Esc)?;
    ensure!(!face.screen().contains(heading) && !face.screen().contains("2718"), "{}", face.screen());
    forward(face)?;
    face.wait_for(heading)?;
    face.keys("31415926535")?;
    ensure!(!face.screen().contains("31415"), "shown unasked:\n{}", face.screen());
    face.key(F(2))?;
    ensure!(face.screen().contains("[ 31415926535_"), "it is not alone:\n{}", face.screen());
    Ok(())
}

#[test]
fn what_was_typed_blind_is_gone_after_esc() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_typed_pins(&mut face, &keys)?;
    let heading = "PINs of the primary";
    let enter = |face: &mut Face| -> Result<()> {
        while !face.screen().contains(heading) {
            face.key(Enter)?;
        }
        Ok(())
    };
    is_gone_after_esc(&mut face, heading, &enter)?;

    let mut face = straight::home("en")?;
    exported(&face.plug_stick("AT-HOME")?, "six random words")?;
    straight::to_plan(&mut face)?;
    face.each(&[Enter, Down, Enter, Enter, Enter])?;
    is_gone_after_esc(&mut face, "What opens it?", &|face| face.key(Enter))?;

    let mut face = straight::home("en")?;
    to_lost_way(&mut face)?;
    face.each(&[Char('2'), Enter, Enter])?;
    is_gone_after_esc(&mut face, "A passphrase for the file", &|face| face.key(Enter))?;

    let mut face = straight::home("en")?;
    to_lost_way(&mut face)?;
    face.key(Enter)?;
    face.plug(&keys[2])?;
    let confirm = |face: &mut Face| -> Result<()> {
        face.key(Enter)?;
        face.keys(&walk::serial(&keys[2]).last_four())?;
        face.key(Enter)
    };
    confirm(&mut face)?;
    is_gone_after_esc(&mut face, "A new user PIN", &confirm)
}
