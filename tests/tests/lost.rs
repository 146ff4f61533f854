//! What an owner types when a key is lost, or when a card is to be checked: into the real program, on its
//! screens of 80 columns and 25 rows.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::time::Duration;

use anyhow::{Result, bail};
use coldspare::backup::{BackupKey, SetId, Share, forget, hexadecimal_lines, parts, words};
use coldspare::nitrokey::PcscBus;
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::screen::{Console, Key};
use coldspare_tests::virtual_pc::World;
use secrecy::ExposeSecret;

const STICK: &str = "COLDSPARE";

/// The bundle on a stick that is plugged in, and everything that is on paper.
fn prepared(virtual_pc: &World) -> Result<Prepared> {
    virtual_pc.plug_stick(STICK)?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    fixtures::prepare(plan, &PcscBus, &[], &virtual_pc.stick(STICK), &mut |_| ())
}

fn of_another_set(set: SetId) -> SetId {
    let key = BackupKey::from_bytes([7; 32]).set();
    assert_ne!(key, set);
    key
}

/// The program, with `entry` chosen at home.
fn at_home(virtual_pc: &World, entry: &str) -> Result<Console> {
    let console = Console::start(virtual_pc.command(), 80, 25)?;
    for _ in 0..100 {
        if console.screen().contains("What do you want to do?") {
            console.keys(entry)?;
            console.key(Key::Enter)?;
            return Ok(console);
        }
        console.key(Key::Enter)?;
        std::thread::sleep(Duration::from_millis(100));
    }
    bail!("home does not come:\n{}", console.screen())
}

/// The computer's date is right.
fn confirms_the_date(console: &Console) -> Result<()> {
    console.wait_for("What time is it?")?;
    console.key(Key::Enter)
}

/// As a scanner does: at once, with Enter at the end.
fn scan(console: &Console, text: &str) -> Result<()> {
    console.keys(&format!("{text}\r"))
}

fn typed(share: &Share) -> String {
    // Four letters are enough.
    let short: Vec<String> = words(&share.y).iter().map(|word| word.chars().take(4).collect()).collect();
    short.join(" ") + "\r"
}

#[test]
fn one_card_is_checked_alone() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = World::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let (shares, set) = (it.sealed.shares(), it.sealed.manifest().set.to_string());
    let console = at_home(&virtual_pc, "3")?;
    confirms_the_date(&console)?;
    console.wait_for(&format!("{} on {STICK}", it.folder))?;
    console.key(Key::Enter)?;
    console.wait_for(&format!("Of set {set}, for the keys of Ada Lovelace"))?;
    scan(&console, &shares[1].to_text())?;
    console.wait_for(&format!("Card 2 of 3 of set {set} is good"))?;

    console.key(Key::Enter)?;
    console.wait_for("Code, words or digits")?;
    // The third word wrong: it is named, and mended where it is.
    let right = typed(&shares[2]);
    let third = right.split(' ').nth(2).unwrap().to_owned();
    let mut wrong: Vec<&str> = right.split(' ').collect();
    wrong[2] = "zzzz";
    console.keys(&wrong.join(" "))?;
    console.wait_for("Word 3 of 24 is on no card")?;
    console.keys(&format!("{third}\r"))?;
    console.wait_for("Card 3 of 3")?;

    console.key(Key::Enter)?;
    console.wait_for("Code, words or digits")?;
    for line in hexadecimal_lines(&shares[0].y) {
        scan(&console, &line)?;
    }
    console.wait_for("Card 1 of 3")?;

    // Without the stick it claims no more than it can know.
    virtual_pc.unplug_stick(STICK)?;
    let console = at_home(&virtual_pc, "3")?;
    confirms_the_date(&console)?;
    console.wait_for("Insert the stick with the backup")?;
    console.key(Key::Enter)?;
    console.wait_for("Without the stick")?;
    scan(&console, &shares[1].to_text())?;
    let screen = console.wait_for("It says that it is card 2 of 3")?;
    assert!(!screen.contains("is good"), "{screen}");
    Ok(())
}

#[test]
fn paper_alone_brings_everything_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = World::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let sealed = fs::read(virtual_pc.stick(STICK).join(&it.folder).join("sealed-backup.pgp"))?;
    virtual_pc.unplug_stick(STICK)?;
    let shares = it.sealed.shares();
    let console = at_home(&virtual_pc, "2")?;
    console.wait_for("What is left?")?;
    console.keys("3\r")?;
    confirms_the_date(&console)?;
    console.wait_for("Scan its codes")?;
    // What comes too early is named by what one sees, and kept.
    scan(&console, &shares[0].to_text())?;
    console.wait_for("This is share card 1. It is kept, and comes next.")?;
    let set = it.sealed.manifest().set;
    let ours = parts(set, 1, &sealed)?;
    let needed = usize::from(ours[0].needed);
    // The spare ones first; each says what is still needed, whichever.
    for (i, part) in ours.iter().rev().take(needed).enumerate() {
        scan(&console, &part.to_text())?;
        let (number, there, more) = (part.number, i + 1, needed - i - 1);
        if more == 0 {
            break;
        }
        let more = if more == 1 { "one".into() } else { more.to_string() };
        let said = format!("Code {number}, thank you: {there} of {needed}; any {more} more");
        console.wait_for(&said)?;
        if there == 2 {
            // What is of another sheet is told apart, and what was scanned stays.
            let strange = [
                (parts(of_another_set(set), 1, &sealed)?, "belongs to the set"),
                (parts(set, 2, &sealed)?, "sealing 2, the others are of sealing 1"),
                (parts(set, 1, &sealed[1..])?, "is of another sheet of this set: it begins"),
            ];
            for (strange, told) in strange {
                scan(&console, &strange[3].to_text())?;
                console.wait_for(told)?;
            }
            // Twice the same does no harm.
            scan(&console, &part.to_text())?;
            console.wait_for(&said)?;
        }
    }
    console.wait_for("Enough codes were read")?;
    // One more than is needed does not go on by itself.
    scan(&console, &ours[0].to_text())?;
    std::thread::sleep(Duration::from_millis(500));
    assert!(console.screen().contains("Enough codes were read"), "{}", console.screen());
    console.key(Key::Enter)?;

    console.wait_for("Read so far: 1. One more is needed.")?;
    scan(&console, &ours[2].to_text())?;
    console.wait_for("This is code 3 of the backup sheet")?;
    console.key(Key::F(2))?;
    console.wait_for("Take out which card?")?;
    console.key(Key::Enter)?;
    // Words do not say which card they are.
    console.wait_for("Code, words or digits")?;
    console.keys(&typed(&shares[2]))?;
    console.wait_for("Which card is it?")?;
    console.keys("1\r3\r2\r")?;
    console.wait_for("Card 1, thank you: one more")?;
    scan(&console, &shares[1].to_text())?;
    console.wait_for("Card 2, thank you: enough to try")?;
    scan(&console, &shares[1].to_text())?;
    console.wait_for("here already")?;
    console.key(Key::Enter)?;
    // It was card 3: that is found.
    console.wait_for("These are the keys of Ada Lovelace")?;
    console.wait_for("A number was not typed as it stands on its card.")?;

    // The PINs are there, and on the screen only when the owner asks.
    let admin = it.made.pins()[0].pins.admin.expose_secret().to_owned();
    console.key(Key::Enter)?;
    console.wait_for("What do you want to do with the keys?")?;
    console.keys("3\r")?;
    console.wait_for("F2 show")?;
    assert!(!console.shown().iter().any(|screen| screen.contains(&admin)));
    console.key(Key::F(2))?;
    console.wait_for(&admin)?;
    Ok(())
}

#[test]
fn without_a_nitrokey_the_keys_go_onto_a_stick() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = World::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let console = at_home(&virtual_pc, "2")?;
    console.wait_for("What is left?")?;
    console.keys("2\r")?;
    confirms_the_date(&console)?;
    console.wait_for(&format!("{} on {STICK}", it.folder))?;
    console.key(Key::Enter)?;
    for share in it.sealed.shares().iter().rev().take(2) {
        console.wait_for("Code, words or digits")?;
        scan(&console, &share.to_text())?;
        console.wait_for(&format!("Card {}, thank you", share.x))?;
    }
    console.key(Key::Enter)?;
    console.wait_for("Each of them works")?;
    console.key(Key::Enter)?;
    console.wait_for("What do you want to do with the keys?")?;
    console.keys("2\r")?;
    console.wait_for("Whoever has the file and the passphrase is you")?;
    console.key(Key::Enter)?;
    console.wait_for("A passphrase for the file")?;
    console.keys("correct horse battery\rcorrect horse battery\r")?;
    // Beside the bundle they do not come by Enter.
    console.wait_for("Another stick")?;
    virtual_pc.plug_stick("KEYS")?;
    console.wait_for("KEYS")?;
    console.key(Key::Enter)?;
    let screen = console.wait_for("The keys are on the stick")?;
    let exported = virtual_pc.stick("KEYS").join(format!("{}-secret-key", it.folder));
    assert!(exported.join("secret-key.asc").exists());
    // What GnuPG must forget first: on the screen as it stands in the file.
    let readme = fs::read_to_string(exported.join("README.txt"))?;
    for line in forget(&it.made.identity().fingerprint()) {
        assert!(screen.contains(&line) && readme.contains(&format!("    {line}\n")), "{line}\n{screen}");
    }
    console.key(Key::Enter)?;
    console.wait_for("What you have now")?;
    console.key(Key::Enter)?;
    console.wait_for("What do you want to do?")?;
    Ok(())
}
