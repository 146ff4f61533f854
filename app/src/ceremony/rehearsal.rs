//! Step 9: a whole recovery from paper and stick, in a process that has seen no secret.
//!
//! The process is this program again, `coldspare rehearse FOLDER LANGUAGE`, with an empty environment. On its
//! standard input it gets a nonce and the shares' lines, nothing else. It answers with the
//! fingerprint and SHA-256 over the nonce and all that it found in the sealed backup; only who has
//! the same secrets can have computed that, and it reveals none of them. What goes wrong there it says on
//! standard error, in the plan's language, for the owner to read.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use super::{
    CardsProven, CeremonyError, Event, Events, Made, Recovery, RehearsalError, Rehearsed, Sealed, Written,
};
use crate::backup::{Secret, Share};
use crate::machine::entropy::random;
use crate::machine::stick::Mounted;

/// How to start the fresh process.
#[derive(Debug, Clone)]
pub struct Rehearser {
    program: PathBuf,
}

impl Rehearser {
    /// With the `coldspare` binary at this path.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Rehearser { program: program.into() }
    }

    /// Rehearses with the stick mounted at `stick` and the texts of k cards, as they were scanned.
    ///
    /// # Errors
    /// [`CeremonyError::Rehearsal`] or [`CeremonyError::OtherCeremony`]; no Nitrokey was written.
    pub fn rehearse(
        &self,
        made: &Made,
        sealed: &Sealed,
        cards: &CardsProven,
        (written, stick): (&Written, &Mounted),
        shares: &[Share],
        events: Events<'_>,
    ) -> Result<Rehearsed, CeremonyError> {
        let set = sealed.manifest().set;
        if cards.set != set || written.set != set {
            return Err(CeremonyError::OtherCeremony { expected: set.to_string() });
        }
        events(Event::Rehearsing { cards: shares.iter().map(|s| s.x).collect() });
        let mut nonce = [0u8; 32];
        random(&mut nonce)?;
        let folder = stick.root().join(&written.folder);
        let answer = self.ask(&folder, &made.plan.language, &nonce, shares)?;
        let expected = response(&made.identity().fingerprint(), &nonce, &sealed.tar);
        if answer != expected {
            return Err(RehearsalError::Different.into());
        }
        events(Event::Rehearsed);
        Ok(Rehearsed::of(made.plan.clone(), made.identity.clone(), made.pins.clone(), made.vault.clone()))
    }

    fn ask(
        &self,
        folder: &Path,
        language: &str,
        nonce: &[u8; 32],
        shares: &[Share],
    ) -> Result<String, RehearsalError> {
        let failed = |e: std::io::Error| RehearsalError::Process(e.to_string());
        let mut child = Command::new(&self.program)
            .arg("rehearse")
            .arg(folder)
            .arg(language)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            let mut question = Zeroizing::new(String::with_capacity(128 * (shares.len() + 1)));
            question.push_str(&data_encoding::HEXLOWER.encode(nonce));
            for share in shares {
                question.push('\n');
                question.push_str(&share.to_text());
            }
            // If it ended early, its error text says why.
            stdin.write_all(question.as_bytes()).ok();
        }
        let output = child.wait_with_output().map_err(failed)?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => match String::from_utf8_lossy(&output.stderr).trim() {
                "" => Err(RehearsalError::Process(output.status.to_string())),
                said => Err(RehearsalError::Said(said.into())),
            },
        }
    }
}

/// The fresh process's side: reads the question, recovers, and returns the answer to print.
///
/// # Errors
/// [`CeremonyError`], to be told on standard error.
pub fn answer(folder: &Path, question: &mut dyn Read) -> Result<String, CeremonyError> {
    let mut text = Zeroizing::new(String::with_capacity(4096));
    question.read_to_string(&mut text).map_err(|_| RehearsalError::Question)?;
    let mut lines = text.lines();
    let nonce = lines.next().and_then(|line| data_encoding::HEXLOWER.decode(line.as_bytes()).ok());
    let nonce = nonce.and_then(|n| n.try_into().ok()).ok_or(RehearsalError::Nonce)?;
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Err(RehearsalError::Folder.into());
    };
    let mut recovery = Recovery::from_bundle(&Mounted::at(parent), &name.to_string_lossy())?;
    for line in lines {
        recovery.add(Share::parse(line)?)?;
    }
    let (tar, identity) = recovery.open_tar()?;
    Ok(response(&identity.fingerprint(), &nonce, &tar))
}

fn response(fingerprint: &str, nonce: &[u8; 32], tar: &Secret) -> String {
    let mut hasher = openssl::sha::Sha256::new();
    hasher.update(nonce);
    hasher.update(tar);
    format!("{fingerprint} {}\n", data_encoding::HEXLOWER.encode(&hasher.finish()))
}
