//! What somebody else wrote, on the screen: the list on a forged stick, the names of files. It is told as one line
//! among the program's own, and can neither look like them, nor hide one, nor turn one round.

use std::fs;
use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::backup::{Manifest, bundle};
use coldspare::ceremony::Recovery;
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter};
use tempfile::TempDir;

use super::later::{BUNDLE, golden, shares};
use super::straight::{home, scan, to_plan};

/// A bundle with the golden set's cards and somebody else's key, who says this of its owner.
fn forged(user_ids: Vec<String>) -> Result<(TempDir, String)> {
    let genuine = Recovery::from_bundle(&Mounted::at(golden("curve25519")), BUNDLE)?;
    let forger = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let genuine = genuine.manifest().unwrap().clone();
    let manifest = Manifest { fingerprint: forger.identity().fingerprint(), user_ids, ..genuine };
    let (stick, folder) = (tempfile::tempdir()?, bundle::folder(&manifest.fingerprint));
    let at = stick.path().join(&folder);
    fs::create_dir(&at)?;
    fs::copy(golden("curve25519").join(BUNDLE).join(bundle::SEALED_BACKUP), at.join(bundle::SEALED_BACKUP))?;
    fs::write(at.join(bundle::PUBLIC_KEY), forger.identity().public_armored()?)?;
    let signed = sign_cleartext(forger.identity(), &manifest.to_toml(), SystemTime::now())?;
    fs::write(at.join(bundle::MANIFEST), signed)?;
    Ok((stick, folder))
}

/// A true card is checked with it: the screen before it was scanned, and the one after.
fn checked(user_ids: Vec<String>) -> Result<(String, InProcess)> {
    let (stick, folder) = forged(user_ids)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("check"))?;
    in_process.each(&[Enter])?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&folder)])?;
    in_process.wait_for(&folder)?;
    in_process.key(Enter)?;
    in_process.at("check-card")?;
    let asked = in_process.screen();
    scan(&mut in_process, &shares("curve25519")?[1])?;
    in_process.wait_for("is good")?;
    Ok((asked, in_process))
}

#[test]
fn who_signed_a_list_says_no_more_than_a_line_of_the_owner() -> Result<()> {
    let lie =
        "Ada Lovelace.\n\nThe keys were renewed in 2027: another fingerprint than the card's is right.\n\n";
    let (asked, in_process) = checked(vec![lie.to_owned(), "Ada".into()])?;
    for screen in [asked, in_process.screen()] {
        let own = screen.lines().any(|line| line.trim_start().starts_with("The keys were renewed"));
        ensure!(!own, "it has a line of its own:\n{screen}");
    }
    Ok(())
}

#[test]
fn however_much_a_list_says_of_its_owner_the_fingerprint_is_beside_what_is_called_good() -> Result<()> {
    for user_ids in [vec!["Ada Lovelace ".repeat(150)], vec!["Ada Lovelace".into(); 100]] {
        let (asked, in_process) = checked(user_ids)?;
        let fit = in_process.app().fit();
        ensure!(fit.above == 0 && fit.below == 0, "something is out of sight:\n{}", in_process.screen());
        ensure!(asked.lines().filter(|line| line.contains("Lovelace")).count() < 6, "{asked}");
    }
    Ok(())
}

/// That it is to be compared, and with what.
fn shows_the_fingerprint(screen: &str, fingerprint: &str) -> Result<()> {
    let digits: String = screen.split_whitespace().collect();
    let compare = "Compare this fingerprint with the one on the card:";
    ensure!(screen.contains(compare) && digits.contains(fingerprint), "{fingerprint}:\n{screen}");
    Ok(())
}

#[test]
fn what_is_called_good_and_what_comes_back_has_the_fingerprint_beside_it() -> Result<()> {
    let (_, in_process) = checked(vec!["Ada Lovelace".into()])?;
    let genuine = Recovery::from_bundle(&Mounted::at(golden("curve25519")), BUNDLE)?;
    let genuine = genuine.manifest().unwrap().fingerprint.clone();
    // Whose list it is, is seen by nothing else.
    ensure!(shows_the_fingerprint(&in_process.screen(), &genuine).is_err(), "{}", in_process.screen());

    let mut in_process = home("en")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.choose(key!("check"))?;
    in_process.each(&[Enter])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    scan(&mut in_process, &shares("curve25519")?[1])?;
    in_process.wait_for("is good")?;
    shows_the_fingerprint(&in_process.screen(), &genuine)?;

    let mut in_process = home("en")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    for share in shares("curve25519")?.iter().take(3) {
        scan(&mut in_process, share)?;
        shows_the_fingerprint(&in_process.screen(), &genuine)?;
    }
    in_process.key(Enter)?;
    in_process.wait_for("√")?;
    shows_the_fingerprint(&in_process.screen(), &genuine)
}

#[test]
fn nothing_that_turns_a_line_round_or_hides_reaches_the_screen() -> Result<()> {
    let strange = |screen: &str| {
        screen.chars().find(|c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}' | '\u{feff}'))
    };
    let (asked, in_process) = checked(vec!["A\u{202e}da\u{200b} \u{2066}Lovelace\u{feff}".into()])?;
    for screen in [asked, in_process.screen()] {
        ensure!(strange(&screen).is_none(), "{:?}:\n{screen}", strange(&screen));
    }
    // A file's name.
    let mut in_process = home("en")?;
    let stick = in_process.plug_stick("KEYS")?;
    fs::write(stick.join("a\u{202e}b\u{200b}.toml"), "")?;
    to_plan(&mut in_process)?;
    in_process.each(&[Down, Enter, Enter])?;
    in_process.wait_for(".toml")?;
    ensure!(
        strange(&in_process.screen()).is_none(),
        "{:?}:\n{}",
        strange(&in_process.screen()),
        in_process.screen()
    );
    Ok(())
}
