//! The keys are used without a Nitrokey: a message is decrypted here, and a file is signed.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::bundle;
use coldspare::ceremony::{Did, Source};
use coldspare::key;
use coldspare::machine::stick::folder::{Mounted, Stick};
use coldspare::openpgp::{Reason, read_public, revoked};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
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
    in_process.choose(key!("without"))?;
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
    in_process.choose(key!("without"))?;
    pictures.step(&mut in_process, "without")?;
    in_process.key(Esc)?;
    to_way(&mut in_process)?;
    pictures.take(&mut in_process, "lost-way")?;
    pictures.lines(&mut in_process, "lost-way", 4)?;
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

/// A folder is no message, and what has no name here is not offered as if it could be read.
#[test]
fn what_is_no_file_with_a_name_is_not_offered_as_a_message() -> Result<()> {
    let mut in_process = straight::home("en")?;
    to_way(&mut in_process)?;
    in_process.key(Enter)?;
    let stick = in_process.plug_stick("MAIL")?;
    fs::write(stick.join(OsStr::from_bytes(b"br\xE9v.asc")), sent(MAIL)?)?;
    fs::create_dir(stick.join("folder.asc"))?;
    in_process.each(&[Down, Enter])?;
    in_process.wait_for("has a name that can be shown here")?;
    ensure!(!in_process.shows("folder.asc") && !in_process.shows("br?v"), "{}", in_process.screen());
    // One without a name in a mail is called that.
    let mail = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
        the text\r\n--b\r\nContent-Type: application/x-sh\r\n\r\nrm -rf\r\n--b--\r\n";
    fs::write(stick.join("letter.asc"), sent(mail)?)?;
    in_process.each(&[Enter])?;
    in_process.wait_for("Left out, because their names cannot be shown here: 1")?;
    in_process.key(Enter)?;
    in_process.wait_for("Attached without a name, not opened: application")
}

/// A key that was revoked is of no use to anybody but its owner: that is said as soon as it is there again.
#[test]
fn keys_that_were_revoked_say_so_as_soon_as_the_backup_is_open() -> Result<()> {
    let stick = tempfile::tempdir()?;
    let prepared =
        fixtures::prepare_made(fixtures::made(fixtures::plan(Algorithm::Curve25519, 2, 3)?)?, stick.path())?;
    let folder = stick.path().join(&prepared.folder);
    for is_revoked in [false, true] {
        if is_revoked {
            let revoked = revoked(prepared.made.identity(), Reason::Compromised, SystemTime::now())?;
            fs::write(folder.join(bundle::PUBLIC_KEY), revoked)?;
        }
        let mut in_process = straight::home("en")?;
        in_process.choose(key!("without"))?;
        in_process.each(&[Enter; 3])?;
        in_process.plug_stick_with("BACKUP", &[&folder])?;
        in_process.wait_for(&prepared.folder)?;
        in_process.key(Enter)?;
        prepared.sealed.shares().iter().take(2).try_for_each(|share| scan(&mut in_process, share))?;
        in_process.key(Enter)?;
        in_process.wait_for("opened with these cards")?;
        ensure!(in_process.shows("they were revoked on") == is_revoked, "{}", in_process.screen());
    }
    Ok(())
}

/// A text in which not all can be seen, of three pages.
fn contract() -> Vec<u8> {
    let mut text = "I owe Ada \u{202e}005\u{202c} pounds,\nand to nobody else\u{a0}anything.\n".to_owned();
    (1..30).for_each(|line| text += &format!("{line}. word\tfor word\n"));
    text.into_bytes()
}

/// From home to the files of a stick that was plugged in with these.
fn to_files(in_process: &mut InProcess, files: &[(&str, &[u8])]) -> Result<PathBuf> {
    to_way(in_process)?;
    in_process.choose(key!("lost-way-sign"))?;
    let stick = in_process.plug_stick("FILES")?;
    files.iter().try_for_each(|(name, content)| fs::write(stick.join(name), content))?;
    in_process.each(&[Down, Enter])?;
    Ok(stick)
}

/// That GnuPG finds a signature good that lies on this stick, and what it is called.
fn is_signed(stick: &Path, content: &[u8]) -> Result<String> {
    let signatures: Vec<_> =
        files(stick)?.into_iter().filter(|(_, file)| file.starts_with(b"-----BEGIN PGP SIG")).collect();
    let [(name, signature)] = &signatures[..] else { bail!("{} signatures", signatures.len()) };
    let gnupg = GnuPg::new()?;
    let public = fs::read(later::golden(GOLDEN).join(later::BUNDLE).join(bundle::PUBLIC_KEY))?;
    gnupg.import(&public)?;
    ensure!(gnupg.verify(signature, content)?[1] == read_public(&public)?.fingerprint().to_hex());
    Ok(name.clone())
}

/// All of its screens.
pub(crate) fn signed(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    to_way(&mut in_process)?;
    in_process.choose(key!("lost-way-sign"))?;
    pictures.step(&mut in_process, "sign-file")?;
    let stick = in_process.plug_stick("FILES")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "sign-file: none")?;
    // As it was called on a computer of long ago: no text that a screen could show.
    fs::write(stick.join(OsStr::from_bytes(b"Vertrag-M\xFCller.txt")), "x")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "sign-file: unnamed")?;
    let contract = contract();
    fs::write(stick.join("contract.txt"), &contract)?;
    fs::write(stick.join("empty"), "")?;
    fs::write(stick.join("pay\u{202e}fdp.exe"), [0xFF; 4097])?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "sign-file: files")?;
    for (line, name) in [('2', "empty"), ('3', "not shown")] {
        in_process.each(&[Char(line), Enter])?;
        pictures.take(&mut in_process, &format!("sign: {name}"))?;
        in_process.key(Esc)?;
        in_process.each(&[Down, Enter])?;
    }
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "sign: text")?;
    for page in 1..=3 {
        in_process.key(Enter)?;
        pictures.take(&mut in_process, &format!("sign: page {page}"))?;
    }
    fs::write(stick.join("contract.txt"), "another")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "sign: changed")?;
    fs::write(stick.join("contract.txt"), &contract)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "sign-stick")?;
    in_process.key(Enter)?;
    // No signature is like another one, and its folder is called by it.
    let folder = Mounted::at(&stick).list("")?.into_iter().find_map(|name| {
        let hash = name.strip_prefix("signed-")?;
        Some(hash.to_owned())
    });
    let hash = folder.context("no folder")?;
    pictures.masked(&mut in_process, "lost-done", |screen| screen.replace(&hash, "XXXXXXXX"))?;
    assert_eq!(is_signed(&stick, &contract)?, "contract.txt.asc");
    journal::says(&in_process, |of, _| vec![Did::Held { from: Source::Opened, of }, Did::Signed { of }])
}

/// Nothing is signed before it was shown to its end, and Esc leads back from everywhere.
#[test]
fn nothing_is_signed_before_the_last_page_and_its_yes() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let stick = to_files(&mut in_process, &[("contract.txt", &contract())])?;
    in_process.key(Enter)?;
    in_process.wait_for("All of it follows")?;
    for page in ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"] {
        ensure!(!in_process.shows("yes, sign it"), "{}", in_process.screen());
        in_process.key(Enter)?;
        in_process.wait_for(page)?;
    }
    ensure!(in_process.shows("yes, sign it"), "{}", in_process.screen());
    in_process.key(Esc)?;
    in_process.wait_for("Page 2 of 3")?;
    in_process.each(&[Enter, Enter])?;
    in_process.at("sign-stick")?;
    // Back, and it is asked once more.
    in_process.key(Esc)?;
    in_process.wait_for("All of it follows")?;
    in_process.key(Esc)?;
    in_process.at("sign-file")?;
    ensure!(files(&stick)?.len() == 1, "{:?}", files(&stick)?);
    journal::says(&in_process, |of, _| vec![Did::Held { from: Source::Opened, of }])
}

/// The stick is pulled out before it is signed, and before it is written: it is said, and goes on when it is back; and the
/// signature may go onto another one.
#[test]
fn a_stick_that_is_pulled_out_is_told_and_the_next_one_will_do() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let content = [0xFF; 5000];
    let stick = to_files(&mut in_process, &[("photo.jpg", &content)])?;
    in_process.key(Enter)?;
    in_process.wait_for("cannot be shown here")?;
    let away = stick.ancestors().nth(2).context("no place")?.join("away");
    fs::rename(&stick, &away)?;
    in_process.key(Enter)?;
    in_process.wait_for("FILES")?;
    ensure!(!in_process.is_at("sign-stick"), "{}", in_process.screen());
    fs::rename(&away, &stick)?;
    in_process.key(Enter)?;
    in_process.at("sign-stick")?;
    in_process.unplug_stick("FILES")?;
    in_process.unplug_stick("BACKUP")?;
    let other = in_process.plug_stick("OTHER")?;
    in_process.key(Enter)?;
    in_process.wait_for("is signed, with the key")?;
    assert_eq!(is_signed(&other, &content)?, "photo.jpg.asc");
    Ok(())
}
