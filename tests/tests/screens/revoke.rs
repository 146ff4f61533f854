//! Everything is revoked: a certificate comes to a stick.

use std::fs;

use anyhow::{Result, ensure};
use coldspare::ceremony::{Did, Source};
use coldspare::key;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::types::ReasonForRevocation;

use super::pictures::Pictures;
use super::straight::{self, scan};
use super::{journal, later};

/// The bundle of a golden backup.
const GOLDEN: &str = "curve25519";

/// All of its screens.
pub(crate) fn revoke(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("revoke"))?;
    pictures.step(&mut in_process, "revoke")?;
    in_process.each(&[Enter; 3])?;
    in_process.plug_stick_with("BACKUP", &[&later::golden(GOLDEN).join(later::BUNDLE)])?;
    in_process.wait_for(later::BUNDLE)?;
    in_process.key(Enter)?;
    later::shares(GOLDEN)?.iter().take(3).try_for_each(|share| scan(&mut in_process, share))?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "revoke-why")?;
    pictures.lines(&mut in_process, "revoke-why", 4)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "revoke-stick")?;
    // The stick with the backup is not taken by pressing Enter.
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "revoke-stick: it has the backup")?;
    let stick = in_process.plug_stick("ONLINE")?;
    in_process.each(&[Char('2'), Enter])?;
    pictures.step(&mut in_process, "revoke-done")?;
    let folder = format!("revoked-{}", later::BUNDLE.trim_start_matches("coldspare-"));
    let certificate = fs::read_to_string(stick.join(folder).join("public-key-revoked.asc"))?;
    ensure!(certificate.starts_with("-----BEGIN PGP PUBLIC KEY BLOCK-----"), "{certificate}");
    // Undone until it is published: back, and another reason.
    in_process.each(&[Esc, Esc])?;
    in_process.at("revoke-why")?;
    journal::says(&in_process, |of, _| {
        vec![Did::Held { from: Source::Opened, of }, Did::RevocationWritten { of }]
    })
}

#[test]
fn a_certificate_with_another_reason_than_was_chosen_last_is_not_taken_for_the_one_that_was() -> Result<()> {
    let mut in_process = straight::home("en")?;
    in_process.choose(key!("revoke"))?;
    in_process.each(&[Enter; 3])?;
    in_process.plug_stick_with("BACKUP", &[&later::golden(GOLDEN).join(later::BUNDLE)])?;
    in_process.wait_for(later::BUNDLE)?;
    in_process.key(Enter)?;
    later::shares(GOLDEN)?.iter().take(3).try_for_each(|share| scan(&mut in_process, share))?;
    in_process.each(&[Enter, Enter, Enter])?;
    let stick = in_process.plug_stick("ONLINE")?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("revoke-done")?;
    in_process.each(&[Esc, Esc])?;
    in_process.at("revoke-why")?;
    let loss = in_process.app().context().say(key!("lost-loss-back"));
    // The same once more: nothing is lost by leaving.
    in_process.each(&[Enter, F(10)])?;
    ensure!(!in_process.shows(&loss), "{}", in_process.screen());
    in_process.each(&[Esc, Esc])?;
    in_process.choose(key!("revoke-why-compromised"))?;
    in_process.at("revoke-stick")?;
    in_process.key(F(10))?;
    in_process.wait_for(&loss)?;
    in_process.each(&[Esc, Char('2'), Enter])?;
    in_process.at("revoke-done")?;
    let folder = stick.join(format!("revoked-{}", later::BUNDLE.trim_start_matches("coldspare-")));
    let cert = Cert::from_bytes(&fs::read(folder.join("public-key-revoked.asc"))?)?;
    let reasons: Vec<_> =
        cert.primary_key().self_revocations().filter_map(|sig| sig.reason_for_revocation()).collect();
    ensure!(
        reasons.iter().map(|(reason, _)| *reason).eq([ReasonForRevocation::KeyCompromised]),
        "{reasons:?}"
    );
    Ok(())
}
