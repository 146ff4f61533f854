//! Step 9: a whole recovery in a process that has seen no secret, from the stick and from the cards as they
//! were read; or, where those were too few, from shares as they were printed.
//!
//! The process is this program again, `coldspare rehearse FOLDER LANGUAGE`, with an empty environment. On its
//! standard input it gets a nonce and the shares' lines, nothing else. It answers with the
//! fingerprint and SHA-256 over the nonce, the sealed backup's hash and all that it found in it; only who has
//! the same secrets can have computed that, and it reveals none of them. What goes wrong there it says on
//! standard error, in the plan's language, for the owner to read.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use zeroize::Zeroizing;

use super::{
    AsPrinted, CardsProven, CeremonyError, Event, Events, FromPaper, HowRead, Made, Proven, Recovery,
    RehearsalError, Rehearsed, Sealed, SpotChecked, Written,
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

    /// Rehearses from paper: with k of the cards as they were read whole, and the stick. No share comes from
    /// the computer's own memory:
    ///
    /// ```compile_fail,E0061
    /// # use coldspare::ceremony::{CardsProven, Made, Rehearser, Sealed, Written};
    /// # use coldspare::machine::stick::Mounted;
    /// # fn as_printed(rehearser: Rehearser, made: &Made, sealed: &Sealed, cards: &CardsProven,
    /// #     written: &Written, stick: &Mounted) {
    /// rehearser.rehearse(made, sealed, cards, (written, stick), sealed.shares(), &mut |_| ());
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CeremonyError::TooFewWhole`] if not enough cards were read whole; [`CeremonyError::Rehearsal`],
    /// [`CeremonyError::OtherCeremony`] or [`CeremonyError::OtherBackup`]. No Nitrokey was written.
    pub fn rehearse(
        &self,
        made: &Made,
        sealed: &Sealed,
        cards: &CardsProven,
        bundle: (&Written, &Mounted),
        events: Events<'_>,
    ) -> Result<Rehearsed, CeremonyError> {
        let HowRead { needed, whole, .. } = cards.how();
        if !cards.how().is_from_paper() {
            return Err(CeremonyError::TooFewWhole { whole: whole.len(), needed });
        }
        let read = cards.readings().take(needed.into()).collect();
        self.recovers(made, sealed, cards, bundle, read, events)?;
        Ok(proven(made, sealed, FromPaper(())))
    }

    /// Rehearses where too few cards were read whole: with those that were, and for the rest with shares as
    /// they were printed.
    ///
    /// # Errors
    /// As [`Rehearser::rehearse`].
    pub fn rehearse_as_printed(
        &self,
        made: &Made,
        sealed: &Sealed,
        cards: &CardsProven,
        bundle: (&Written, &Mounted),
        events: Events<'_>,
    ) -> Result<SpotChecked, CeremonyError> {
        let how = cards.how();
        let printed = sealed.shares().iter().filter(|share| !how.whole.contains(&share.x));
        let shares = cards.readings().chain(printed).take(how.needed.into()).collect();
        self.recovers(made, sealed, cards, bundle, shares, events)?;
        Ok(proven(made, sealed, AsPrinted(how)))
    }

    /// Has the fresh process recover what was sealed, from these shares and this bundle.
    fn recovers(
        &self,
        made: &Made,
        sealed: &Sealed,
        cards: &CardsProven,
        (written, stick): (&Written, &Mounted),
        shares: Vec<&Share>,
        events: Events<'_>,
    ) -> Result<(), CeremonyError> {
        let manifest = sealed.manifest();
        if cards.set != manifest.set {
            return Err(CeremonyError::OtherCeremony { expected: manifest.set.to_string() });
        }
        // Cards are evidence for their set. A bundle is one for its own sealed backup, and so are keys, PINs
        // and vault as long as they are the ones in it.
        if written.sealed_backup != manifest.sealed_backup_sha256 || made.contents()?.to_tar()? != sealed.tar
        {
            return Err(CeremonyError::OtherBackup);
        }
        events(Event::Rehearsing { cards: shares.iter().map(|s| s.x).collect() });
        let mut nonce = [0u8; 32];
        random(&mut nonce)?;
        let folder = stick.root().join(&written.folder);
        let answer = self.ask(&folder, &made.plan.language, &nonce, &shares)?;
        let print = made.identity().fingerprint();
        if answer != response(&print, &nonce, &manifest.sealed_backup_sha256, &sealed.tar) {
            return Err(RehearsalError::Different.into());
        }
        events(Event::Rehearsed);
        Ok(())
    }

    fn ask(
        &self,
        folder: &Path,
        language: &str,
        nonce: &[u8; 32],
        shares: &[&Share],
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
        let (status, [answer, said]) = heard(child).map_err(failed)?;
        match status.success() {
            true => Ok(answer),
            false => match said.trim() {
                "" => Err(RehearsalError::Process(status.to_string())),
                said => Err(RehearsalError::Said(said.into())),
            },
        }
    }
}

/// More than the longest answer, and the longest error.
const LONGEST_ANSWER: u64 = 4096;

/// What the process answers and what it says, and how it ends. It reads what an enemy may have written: one that says
/// more than there is to say is ended.
fn heard(mut child: Child) -> io::Result<(ExitStatus, [String; 2])> {
    fn all(from: Option<impl Read>) -> (String, bool) {
        let mut bytes = Vec::new();
        let read = from.map(|from| from.take(LONGEST_ANSWER).read_to_end(&mut bytes));
        (
            String::from_utf8_lossy(&bytes).into_owned(),
            read.is_some_and(|read| !read.is_ok_and(|n| n < LONGEST_ANSWER as usize)),
        )
    }
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let ((answer, long), (said, longer)) = thread::scope(|scope| {
        let said = scope.spawn(|| all(stderr));
        let answer = all(stdout);
        if answer.1 {
            child.kill().ok();
        }
        (answer, said.join().unwrap_or_default())
    });
    if long || longer {
        child.kill().ok();
    }
    Ok((child.wait()?, [answer, said]))
}

/// What has just been recovered from this sealed backup.
fn proven<Paper>(made: &Made, sealed: &Sealed, paper: Paper) -> Proven<Paper> {
    let identity = (made.plan.clone(), made.identity.clone());
    let sealed_backup = sealed.manifest().sealed_backup_sha256;
    Proven::of(sealed_backup, identity, made.pins.clone(), made.vault.clone(), paper)
}

/// A nonce and 16 shares of at most 97 characters, a line each, are shorter.
const LONGEST_QUESTION: usize = 4096;

/// The fresh process's side: reads the question, recovers, and returns the answer to print. `question` must
/// not keep what went through it, as [`std::io::Stdin`] does.
///
/// # Errors
/// [`CeremonyError`], to be told on standard error.
pub fn answer(folder: &Path, question: impl Read) -> Result<String, CeremonyError> {
    // Room for all of it, and one more to notice that it is longer: nothing grows, and leaves a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST_QUESTION + 1));
    let limit = LONGEST_QUESTION as u64 + 1;
    let read = question.take(limit).read_to_end(&mut bytes);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| read.is_ok_and(|read| read <= LONGEST_QUESTION));
    let text = text.ok_or(RehearsalError::Question)?;
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
    Ok(response(&identity.fingerprint(), &nonce, &recovery.sealed_backup(), &tar))
}

/// The hash of the sealed backup is in it: the same contents, sealed once more, are another one.
fn response(fingerprint: &str, nonce: &[u8; 32], sealed_backup: &[u8; 32], tar: &Secret) -> String {
    let mut hasher = openssl::sha::Sha256::new();
    hasher.update(nonce);
    hasher.update(sealed_backup);
    hasher.update(tar);
    format!("{fingerprint} {}\n", data_encoding::HEXLOWER.encode(&hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_says_more_than_there_is_to_say_is_ended() {
        for says in ["exec yes", "exec yes >&2", "yes >&2 & exec yes"] {
            let mut command = Command::new("/bin/sh");
            command.args(["-c", says]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let (status, heard) = heard(command.spawn().unwrap()).unwrap();
            assert!(!status.success(), "{says}");
            assert!(heard.iter().all(|heard| heard.len() <= LONGEST_ANSWER as usize), "{says}");
        }
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", "echo answer; echo why >&2; exit 3"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (status, heard) = heard(command.spawn().unwrap()).unwrap();
        assert_eq!((status.code(), heard), (Some(3), ["answer\n", "why\n"].map(str::to_owned)));
    }
}
