//! What an owner types when a Nitrokey is lost, or when a card is to be checked: into the real program, on its
//! screens of 80 columns and 25 rows.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::time::Duration;

use anyhow::Result;
use coldspare::backup::{BackupKey, SetId, Share, forget, hexadecimal_lines, parts, words};
use coldspare::nitrokey::PcscBus;
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::screen::Key;
use coldspare_tests::typist::Typist;
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::{letters, said};
use secrecy::ExposeSecret;

const STICK: &str = "COLDSPARE";

/// The bundle on a stick that is plugged in, and everything that is on paper.
fn prepared(virtual_pc: &VirtualPc) -> Result<Prepared> {
    virtual_pc.plug_stick(STICK)?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    fixtures::prepare(plan, &PcscBus, &[], &virtual_pc.stick(STICK), &mut |_| ())
}

fn of_another_set(set: SetId) -> SetId {
    let key = BackupKey::from_bytes([7; 32]).set();
    assert_ne!(key, set);
    key
}

/// The program, with this chosen at home.
fn at_home(virtual_pc: &VirtualPc, entry: &str) -> Result<Typist> {
    let typist = Typist::start(virtual_pc, 80, 25)?;
    typist.goes_home()?;
    typist.chooses(entry)?;
    Ok(typist)
}

/// The computer's date is right.
fn confirms_the_date(typist: &Typist) -> Result<()> {
    typist.at("clock")?;
    typist.enter()
}

/// As a scanner does: at once, with Enter at the end.
fn scan(typist: &Typist, text: &str) -> Result<()> {
    typist.line(text)
}

fn typed(share: &Share) -> String {
    // Four letters are enough.
    let short: Vec<String> = words(&share.y).iter().map(|word| word.chars().take(4).collect()).collect();
    short.join(" ") + "\r"
}

#[test]
fn one_card_is_checked_alone() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let (shares, set) = (it.sealed.shares(), it.sealed.manifest().set.to_string());
    let typist = at_home(&virtual_pc, "check")?;
    confirms_the_date(&typist)?;
    typist.sees(letters(&it.folder))?;
    typist.enter()?;
    typist.sees(said("check-card-text").with("set", &*set))?;
    scan(&typist, &shares[1].to_text())?;
    typist.sees(said("check-good").with("card", 2).with("cards", 3).with("set", &*set))?;

    typist.enter()?;
    typist.sees("entry-any")?;
    // The third word wrong: it is named, and mended where it is.
    let right = typed(&shares[2]);
    let third = right.split(' ').nth(2).unwrap().to_owned();
    let mut wrong: Vec<&str> = right.split(' ').collect();
    wrong[2] = "zzzz";
    typist.console.keys(&wrong.join(" "))?;
    typist.sees(said("entry-word-near").with("number", 3))?;
    typist.console.keys(&format!("{third}\r"))?;
    typist.sees(said("check-good").with("card", 3).with("cards", 3))?;

    typist.enter()?;
    typist.sees("entry-any")?;
    for line in hexadecimal_lines(&shares[0].y) {
        scan(&typist, &line)?;
    }
    typist.sees(said("check-good").with("card", 1).with("cards", 3))?;

    // Without the stick it claims no more than it can know.
    virtual_pc.unplug_stick(STICK)?;
    let typist = at_home(&virtual_pc, "check")?;
    confirms_the_date(&typist)?;
    typist.sees("bundle-insert")?;
    typist.enter()?;
    typist.sees("check-card-text-alone")?;
    scan(&typist, &shares[1].to_text())?;
    let screen = typist.sees(said("check-claims").with("card", 2).with("cards", 3))?;
    assert!(!typist.says(&screen, "check-good"), "{screen}");
    Ok(())
}

#[test]
fn paper_alone_brings_everything_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let sealed = fs::read(virtual_pc.stick(STICK).join(&it.folder).join("sealed-backup.pgp"))?;
    virtual_pc.unplug_stick(STICK)?;
    let shares = it.sealed.shares();
    let typist = at_home(&virtual_pc, "lost")?;
    typist.at("lost-left")?;
    typist.console.keys("3\r")?;
    confirms_the_date(&typist)?;
    typist.sees("lost-sheet-text")?;
    // What comes too early is named by what one sees, and kept.
    scan(&typist, &shares[0].to_text())?;
    typist.sees(said("lost-sheet-card").with("card", 1))?;
    let set = it.sealed.manifest().set;
    let ours = parts(set, 1, &sealed)?;
    let needed = usize::from(ours[0].needed);
    // The spare ones first; each says what is still needed, whichever.
    for (i, part) in ours.iter().rev().take(needed).enumerate() {
        scan(&typist, &part.to_text())?;
        let (number, there, more) = (part.number, i + 1, needed - i - 1);
        if more == 0 {
            break;
        }
        let thanks = said("lost-sheet-read").with("number", usize::from(number)).with("there", there);
        let thanks = thanks.with("needed", needed).with("missing", more);
        typist.sees(&thanks)?;
        if there == 2 {
            // What is of another sheet is told apart, and what was scanned stays.
            let strange = [
                (parts(of_another_set(set), 1, &sealed)?, said("error-part-other-set")),
                (
                    parts(set, 2, &sealed)?,
                    said("error-part-other-sealing").with("found", 2).with("expected", 1),
                ),
                (parts(set, 1, &sealed[1..])?, said("error-part-other-backup")),
            ];
            for (strange, told) in strange {
                scan(&typist, &strange[3].to_text())?;
                typist.sees(&told)?;
            }
            // Twice the same does no harm.
            scan(&typist, &part.to_text())?;
            typist.sees(&thanks)?;
        }
    }
    typist.sees("lost-sheet-all")?;
    // One more than is needed does not go on by itself.
    scan(&typist, &ours[0].to_text())?;
    std::thread::sleep(Duration::from_millis(500));
    assert!(typist.says(&typist.content(), "lost-sheet-all"), "{}", typist.content());
    typist.enter()?;

    typist.sees(said("lost-cards-here").with("card", "1").with("missing", 1))?;
    scan(&typist, &ours[2].to_text())?;
    typist.sees(said("lost-cards-sheet").with("number", 3))?;
    typist.console.key(Key::F(2))?;
    typist.sees("lost-out")?;
    typist.enter()?;
    // Words do not say which card they are.
    typist.sees("entry-any")?;
    typist.console.keys(&typed(&shares[2]))?;
    typist.sees("lost-number")?;
    typist.console.keys("1\r3\r2\r")?;
    typist.sees(said("lost-cards-kept").with("card", 1).with("missing", 1))?;
    scan(&typist, &shares[1].to_text())?;
    typist.sees(said("lost-cards-kept").with("card", 2).with("missing", 0))?;
    scan(&typist, &shares[1].to_text())?;
    typist.sees(said("error-gather-doubled").with("card", 2))?;
    typist.enter()?;
    // It was card 3: that is found.
    typist.sees("lost-back-good")?;
    typist.sees("lost-back-number")?;

    // The PINs are there, and on the screen only when the owner asks.
    let admin = it.made.pins()[0].pins.admin.expose_secret().to_owned();
    typist.enter()?;
    typist.at("lost-way")?;
    typist.console.keys("3\r")?;
    typist.sees_alone("key-show")?;
    assert!(!typist.console.shown().iter().any(|screen| screen.contains(&admin)));
    typist.console.key(Key::F(2))?;
    typist.sees(letters(&admin))?;
    Ok(())
}

#[test]
fn without_a_nitrokey_the_keys_go_onto_a_stick() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let it = prepared(&virtual_pc)?;
    let typist = at_home(&virtual_pc, "lost")?;
    typist.at("lost-left")?;
    typist.console.keys("2\r")?;
    confirms_the_date(&typist)?;
    typist.sees(letters(&it.folder))?;
    typist.enter()?;
    for (share, missing) in it.sealed.shares().iter().rev().zip([1, 0]) {
        typist.sees("entry-any")?;
        scan(&typist, &share.to_text())?;
        typist.sees(said("lost-cards-thanks").with("card", usize::from(share.x)).with("missing", missing))?;
    }
    typist.enter()?;
    typist.sees("lost-back-good")?;
    typist.enter()?;
    typist.at("lost-way")?;
    typist.console.keys("2\r")?;
    typist.sees("lost-export-warning")?;
    typist.enter()?;
    typist.at("lost-passphrase")?;
    typist.console.keys("correct horse battery\rcorrect horse battery\r")?;
    // Beside the bundle they do not come by Enter.
    typist.sees("stick-another")?;
    virtual_pc.plug_stick("KEYS")?;
    typist.sees(letters("KEYS"))?;
    typist.enter()?;
    typist.at("lost-exported")?;
    let screen = typist.console.screen();
    let exported = virtual_pc.stick("KEYS").join(format!("{}-secret-key", it.folder));
    assert!(exported.join("secret-key.asc").exists());
    // What GnuPG must forget first: on the screen as it stands in the file.
    let readme = fs::read_to_string(exported.join("README.txt"))?;
    for line in forget(&it.made.identity().fingerprint()) {
        assert!(screen.contains(&line) && readme.contains(&format!("    {line}\n")), "{line}\n{screen}");
    }
    typist.enter()?;
    typist.at("lost-done")?;
    typist.enter()?;
    typist.at("home")?;
    Ok(())
}
