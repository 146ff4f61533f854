//! The keys are used without a Nitrokey: a message is decrypted here.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::bundle;
use coldspare::ceremony::{Did, Source};
use coldspare::key;
use coldspare::openpgp::read_public;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::journal;
use super::later;
use super::pictures::Pictures;
use super::straight::{self, scan};

/// The bundle of a golden backup; and what somebody has sent to its key.
const GOLDEN: &str = "curve25519";
const MAIL: &[u8] =
    b"Dear Ada,\n\nthe engine weaves patterns of algebra, just as the loom weaves flowers and leaves.\n";

/// Somebody's message to the key of a golden bundle.
fn sent(text: &[u8]) -> Result<Vec<u8>> {
    let gnupg = GnuPg::new()?;
    let public = fs::read(later::golden(GOLDEN).join(later::BUNDLE).join(bundle::PUBLIC_KEY))?;
    gnupg.import(&public)?;
    let print = read_public(&public)?.fingerprint().to_hex();
    gnupg.trust(&print)?;
    gnupg.encrypt(&print, text)
}

/// From home to the question what is done with the keys.
fn to_way(in_process: &mut InProcess) -> Result<()> {
    straight::choose(in_process, key!("without"))?;
    in_process.each(&[Enter; 3])?;
    in_process.plug_stick_with("BACKUP", &[&later::golden(GOLDEN).join(later::BUNDLE)])?;
    in_process.wait_for(later::BUNDLE)?;
    in_process.key(Enter)?;
    later::shares(GOLDEN)?.iter().take(3).try_for_each(|share| scan(in_process, share))?;
    in_process.each(&[Enter, Enter])
}

/// All files below a folder, each with what is in it.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => {
                let name = path.file_name().context("no name")?.to_string_lossy().into_owned();
                found.push((name, fs::read(&path)?));
            }
        }
    }
    Ok(found)
}

/// All of its screens.
pub(crate) fn without(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::choose(&mut in_process, key!("without"))?;
    pictures.step(&mut in_process, "without")?;
    in_process.key(Esc)?;
    to_way(&mut in_process)?;
    pictures.take(&mut in_process, "lost-way")?;
    pictures.lines(&mut in_process, "lost-way", 3)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "message-file")?;
    let stick = in_process.plug_stick("MAIL")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "message-file: none")?;
    let sent = sent(MAIL)?;
    fs::write(stick.join("letter.asc"), &sent)?;
    fs::write(stick.join("cut.gpg"), &sent[..sent.len() - 20])?;
    fs::write(stick.join("no-message.txt"), "nothing")?;
    in_process.key(Enter)?;
    for (file, name) in [('1', "cut off"), ('3', "no message")] {
        in_process.each(&[Char(file), Enter])?;
        pictures.take(&mut in_process, &format!("message-file: {name}"))?;
    }
    in_process.each(&[Char('2'), Enter])?;
    pictures.step(&mut in_process, "message")?;
    in_process.key(F(5))?;
    pictures.step(&mut in_process, "message-plain")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "message-stick")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-done")?;
    ensure!(files(&stick)?.contains(&("message.txt".into(), MAIL.to_vec())), "{:?}", files(&stick)?);
    in_process.key(F(10))?;
    pictures.take(&mut in_process, "lost-done: F10")?;
    journal::says(&in_process, |of, _| vec![Did::Held { from: Source::Opened, of }, Did::Decrypted { of }])
}

/// Whatever a message says, none of it moves the cursor, or names a file; and without a yes none of it is on a stick.
#[test]
fn what_a_message_says_is_text_and_stays_on_the_screen() -> Result<()> {
    let mail = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
        before \x1b[2J\x07 after\r\n--b\r\nContent-Type: application/x-sh\r\n\
        Content-Disposition: attachment; filename=\"../../evil.sh\"\r\n\r\nrm -rf\r\n--b--\r\n";
    let mut in_process = straight::home("en")?;
    to_way(&mut in_process)?;
    in_process.key(Enter)?;
    let stick = in_process.plug_stick("MAIL")?;
    fs::write(stick.join("letter.asc"), sent(mail)?)?;
    in_process.each(&[Down, Enter, Enter])?;
    in_process.wait_for("before ?[2J? after")?;
    in_process.wait_for("../../evil.sh")?;
    ensure!(!in_process.shows("rm -rf"), "{}", in_process.screen());
    in_process.key(Enter)?;
    in_process.wait_for("was decrypted")?;
    ensure!(files(&stick)?.len() == 1, "{:?}", files(&stick)?);
    // Back, and yes.
    in_process.key(Esc)?;
    in_process.each(&[F(5), Enter, Enter])?;
    in_process.wait_for("decrypted-")?;
    ensure!(files(&stick)?.contains(&("message.eml".into(), mail.to_vec())), "{:?}", files(&stick)?);
    ensure!(!stick.join("../../evil.sh").exists() && !stick.join("evil.sh").exists());
    Ok(())
}
