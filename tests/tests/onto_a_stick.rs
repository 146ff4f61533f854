//! What is written to a stick besides bundles: keys under a passphrase, a revocation certificate, the report of a yearly
//! check. Whenever that stick is pulled out, each is there whole or not at all, what else lies there stays, and the same once
//! more finishes it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Result, bail, ensure};
use coldspare::ceremony::{CeremonyError, Findings, Recovered, Rehearsed, write_report};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::openpgp::Reason;
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::faulty_stick::{Fault, Faulty};
use coldspare_tests::fixtures;

const OWN: &str = "holidays.txt";

fn opened() -> Result<Rehearsed> {
    let stick = tempfile::tempdir()?;
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    Ok(fixtures::prepare_made(made, stick.path())?.rehearsed)
}

/// The files of a folder, each whole: they end as their kind does.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        let bytes = fs::read(file.path())?;
        let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(60)..]).trim_end().to_owned();
        let name = file.file_name().to_string_lossy().into_owned();
        let is_whole = match name.rsplit_once('.').map(|(_, kind)| kind) {
            Some("asc") => end.ends_with("BLOCK-----"),
            Some("pdf") => end.ends_with("%%EOF"),
            _ => !end.is_empty(),
        };
        ensure!(is_whole, "{name} ends with {end:?}");
        names.push(name);
    }
    names.sort();
    Ok(names)
}

/// Writes a folder to a stick that is pulled out, or loses its power, at each of its operations in turn.
fn is_whole_or_not_there(write: impl Fn(&dyn Stick) -> Result<String, CeremonyError>) -> Result<()> {
    let good = tempfile::tempdir()?;
    let folder = write(&Mounted::at(good.path()))?;
    let expected = files(&good.path().join(&folder))?;
    ensure!(!expected.is_empty());
    for fault in [Fault::Gone, Fault::PowerCut] {
        for n in 1.. {
            let place = tempfile::tempdir()?;
            fs::write(place.path().join(OWN), "mine")?;
            let stick = Mounted::at(place.path());
            let done = write(&Faulty::at(&stick, fault, n));
            if stick.list("")?.contains(&folder) {
                ensure!(files(&place.path().join(&folder))? == expected, "{fault:?}, operation {n}");
            }
            ensure!(fs::read(place.path().join(OWN))? == b"mine");
            match done {
                Ok(_) => {
                    ensure!(n > 4, "only {n} operations: the count is broken");
                    break;
                }
                Err(CeremonyError::Stick(StickError::Gone { .. })) => {}
                Err(other) => bail!("{fault:?}, operation {n}: {other:?}"),
            }
            write(&stick)?;
            ensure!(files(&place.path().join(&folder))? == expected);
            ensure!(stick.list("")?.len() == 2, "operation {n}: {:?}", stick.list("")?);
        }
    }
    Ok(())
}

#[test]
fn exported_keys_are_on_a_stick_whole_or_not_at_all() -> Result<()> {
    let opened = opened()?;
    is_whole_or_not_there(|stick| opened.export(stick, &"six random words or more".into()))
}

#[test]
fn a_revocation_certificate_is_on_a_stick_whole_or_not_at_all() -> Result<()> {
    let opened = opened()?;
    is_whole_or_not_there(|stick| opened.revoke(stick, Reason::Compromised, SystemTime::now()))
}

#[test]
fn a_yearly_report_is_on_a_stick_whole_or_not_at_all() -> Result<()> {
    let findings = Findings {
        today: SystemTime::now(),
        program: "0.1.0",
        backup: None,
        clock_is_behind: false,
        revoked: None,
        sticks: Vec::new(),
        cards: Vec::new(),
        recovered: Recovered::Not,
        is_contradicted: false,
        nitrokeys: Vec::new(),
        roles: Vec::new(),
        expires: None,
    };
    let texts = Texts::of("en");
    is_whole_or_not_there(|stick| write_report(&findings, &texts, stick))
}
