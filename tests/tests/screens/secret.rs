//! Nothing secret on a screen that the owner did not ask to see. Every frame of a whole ceremony is
//! searched for all secrets of that ceremony; and where the owner asks, the search finds them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context, Result};
use coldspare::backup::{Gathering, Share, bundle, open};
use coldspare_tests::fixtures;
use coldspare_tests::in_process::{A_CODE, InProcess};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F, Home};
use regex::Regex;
use secrecy::{ExposeSecret, SecretString};

use super::straight::{self, print, scan};
use coldspare_tests::search::{Secrets, Shown};

const VAULT: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// What was on the screen, before and after the owner asked, and while.
#[derive(Default)]
struct Seen {
    unasked: Shown,
    asked: Shown,
    frames: usize,
    codes: Vec<String>,
}

impl Seen {
    fn unasked(&mut self, in_process: &mut InProcess) {
        for frame in in_process.take_frames() {
            self.frames += 1;
            // The one code that anybody may see is the fingerprint's.
            if frame.contains(A_CODE) && !frame.contains("OPENPGP4FPR:") && !frame.contains("fingerprint") {
                self.codes.push(frame.clone());
            }
            self.unasked.bytes(&frame, frame.as_bytes());
        }
    }

    fn asked(&mut self, in_process: &mut InProcess) {
        for frame in in_process.take_frames() {
            self.asked.bytes(&frame, frame.as_bytes());
        }
    }
}

/// User PIN, admin PIN and reset code of both Nitrokeys, as they stand there.
fn pins(in_process: &InProcess) -> Result<Vec<SecretString>> {
    let digits = Regex::new(r"\b\d{6,}\b")?;
    Ok(digits.find_iter(&in_process.screen()).map(|found| found.as_str().into()).collect())
}

/// The ceremony. What is secret in it comes from the printer and the stick.
fn ceremony() -> Result<(Seen, Secrets)> {
    let (mut seen, mut secrets) = (Seen::default(), Secrets::default());
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    straight::meet(&mut in_process, &keys)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.keys("totp-mail")?;
    in_process.key(Enter)?;
    in_process.keys(VAULT)?;
    in_process.key(Enter)?;
    // Nothing more to keep; and the keys are made.
    in_process.key(Enter)?;
    seen.unasked(&mut in_process);

    in_process.key(F(2))?;
    let found = pins(&in_process)?;
    anyhow::ensure!(found.len() == 6, "there are {} PINs:\n{}", found.len(), in_process.screen());
    for (i, pin) in found.iter().enumerate() {
        secrets.pin(["user PIN", "admin PIN", "reset code"][i % 3], pin);
    }
    // Switching off is asked over them.
    in_process.each(&[F(10), Esc])?;
    seen.asked(&mut in_process);
    in_process.key(F(2))?;
    // To the stage of the cards, by hand at first.
    in_process.each(&[Enter, Char('3'), Enter, Enter, Enter])?;
    seen.unasked(&mut in_process);
    in_process.key(F(2))?;
    in_process.each(&[F(3), F(3)])?;
    seen.asked(&mut in_process);
    in_process.each(&[Esc, Esc, Esc, Esc, Home, Enter, Enter, Enter, Enter, Enter])?;
    let shares = cards(&mut in_process)?;
    let stick = rest(&mut in_process, &keys)?;
    seen.unasked(&mut in_process);

    collect(&mut secrets, &shares, &stick)?;
    Ok((seen, secrets))
}

fn cards(in_process: &mut InProcess) -> Result<Vec<Share>> {
    let mut shares = Vec::new();
    for card in 1..=3 {
        let share = print(in_process, card)?;
        // The wrong field, and half a code: a scanner may be pulled out.
        in_process.keys(&share.to_text()[..40])?;
        in_process.clear()?;
        scan(in_process, &share)?;
        in_process.key(Enter)?;
        shares.push(share);
    }
    // PIN slips and all cards once more: on paper, and not on the screen.
    in_process.each(&[Char('3'), Enter, Char('5'), Enter, Char('6'), Enter])?;
    Ok(shares)
}

/// Bundle, rehearsal, both Nitrokeys, to the farewell. The stick.
fn rest(in_process: &mut InProcess, keys: &[virtual_nitrokey::VirtualNitrokey; 3]) -> Result<PathBuf> {
    let stick = in_process.plug_stick("COLDSPARE")?;
    in_process.each(&[Enter, Enter, Enter])?;
    for key in &keys[..2] {
        in_process.key(Enter)?;
        in_process.keys(&fixtures::serial(key).last_four())?;
        in_process.each(&[Enter, Enter, Char('2')])?;
    }
    in_process.each(&[F(4), Enter, Enter])?;
    let bundle = std::fs::read_dir(&stick)?.next().context("no bundle")??.path();
    let sealed = std::fs::read(bundle.join(bundle::SEALED_BACKUP))?;
    std::fs::write(stick.join("kept"), sealed)?;
    in_process.key(Enter)?;
    in_process.wait_for("Good-bye")?;
    Ok(stick.join("kept"))
}

fn collect(secrets: &mut Secrets, shares: &[Share], sealed: &PathBuf) -> Result<()> {
    let mut gathering = Gathering::new();
    for share in shares {
        secrets.share(share);
    }
    for share in &shares[..2] {
        gathering.add(share.clone())?;
    }
    let key = gathering.join()?;
    let contents = open(&std::fs::read(sealed)?, &key)?;
    secrets.text("backup key", key.passphrase().expose_secret());
    let bytes = data_encoding::HEXLOWER.decode(key.passphrase().expose_secret().as_bytes())?;
    secrets.bytes("backup key", &bytes);
    secrets.secret_key(&contents.secret_key);
    contents.revocations.iter().for_each(|(_, armored)| secrets.armored("revocation", armored));
    secrets.text("vault", VAULT);
    Ok(())
}

#[test]
fn nothing_secret_is_on_a_screen_unless_the_owner_asks() {
    let (seen, secrets) = ceremony().unwrap();
    let all = ["user PIN", "admin PIN", "reset code", "share 1", "backup key", "secret scalar", "vault"];
    assert!(secrets.names().is_superset(&all.into()), "{:?}", secrets.names());
    assert!(seen.frames > 150, "{} frames", seen.frames);
    assert!(seen.codes.is_empty(), "{}", seen.codes.join("\n"));
    let leaks = seen.unasked.leaks(&secrets);
    assert!(leaks.is_empty(), "{leaks:#?}");

    // Where it was asked for, all of it is found; or the search would be worth nothing.
    let found: BTreeSet<String> = seen.asked.leaks(&secrets);
    for name in ["user PIN", "admin PIN", "reset code", "share 1"] {
        assert!(found.iter().any(|leak| leak.starts_with(name)), "{name} was not shown:\n{found:#?}");
    }
}
