//! Station 4, prove, the rehearsal: a whole recovery in a process that has seen no secret, from the stick and from the
//! cards as they were read; or, where those were too few, from shares as they were printed.
//!
//! The process is this program again, `coldspare rehearse FOLDER LANGUAGE`, with an empty environment. On its
//! standard input it gets a nonce and the shares' lines, nothing else. It answers with the
//! fingerprint and SHA-256 over the nonce, the sealed backup's hash and all that it found in it; only who has
//! the same secrets can have computed that, and it reveals none of them. What goes wrong there it says on
//! standard error, in the plan's language, for the owner to read.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use zeroize::Zeroizing;

use super::{
    AsPrinted, CardsProven, CeremonyError, Event, Events, FromPaper, HowRead, Made, Proven, Recovery,
    RehearsalError, Rehearsed, Sealed, SpotChecked, Written,
};
use crate::backup::{Cards, GatherError, Secret, Share};
use crate::machine::child::{self, ChildError, Ended, Limits};
use crate::machine::entropy::random;
use crate::machine::stick::folder::Mounted;

/// More than the longest answer, and the longest error.
const LONGEST_ANSWER: usize = 4096;
/// A slow computer with a full vault and a slow stick needs seconds; and the kernel gives up a stick that does not answer
/// in less.
const LONGEST_TIME: Duration = Duration::from_secs(5 * 60);

/// How to start the fresh process.
#[derive(Debug, Clone)]
pub struct Rehearser {
    program: PathBuf,
    limits: Limits,
}

impl Rehearser {
    /// With the `coldspare` binary at this path.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        let limits = Limits { bytes: LONGEST_ANSWER, time: LONGEST_TIME };
        Rehearser { program: program.into(), limits }
    }

    /// The same, and the process is stopped after this time.
    #[must_use]
    pub fn within(self, time: Duration) -> Self {
        Rehearser { limits: Limits { time, ..self.limits }, ..self }
    }

    /// Rehearses from paper: with k of the cards as they were read whole, and the stick. No share comes from
    /// the computer's own memory:
    ///
    /// ```compile_fail,E0061
    /// # use coldspare::ceremony::{CardsProven, Made, Rehearser, Sealed, Written};
    /// # use coldspare::machine::stick::folder::Mounted;
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
        if written.sealed_backup != manifest.sealed_backup_sha256
            || made.contents(sealed.sealing, sealed.copies.clone())?.to_tar()? != sealed.tar
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
        let mut question = Zeroizing::new(String::with_capacity(128 * (shares.len() + 1)));
        question.push_str(&data_encoding::HEXLOWER.encode(nonce));
        for share in shares {
            question.push('\n');
            question.push_str(&share.to_text());
        }
        let mut command = Command::new(&self.program);
        command.arg("rehearse").arg(folder).arg(language).env_clear();
        let Ended { status, answer, said } = child::ask(&mut command, question.as_bytes(), self.limits)
            .map_err(|error| match error {
                ChildError::NoEnd => RehearsalError::NoEnd,
                ChildError::System(error) => RehearsalError::Process(error.to_string()),
            })?;
        // An answer is proof by itself: how the process ended says why there is none.
        let succeeded = status.map_or(!answer.is_empty(), |status| status.success());
        match String::from_utf8_lossy(&said).trim() {
            _ if succeeded => Ok(String::from_utf8_lossy(&answer).into_owned()),
            "" => Err(RehearsalError::Process(
                status.map_or_else(|| "exit status: unknown".into(), |s| s.to_string()),
            )),
            said => Err(RehearsalError::Said(said.into())),
        }
    }
}

/// What has just been recovered from this sealed backup.
fn proven<Paper>(made: &Made, sealed: &Sealed, paper: Paper) -> Proven<Paper> {
    let manifest = sealed.manifest();
    Proven::of(manifest.sealed_backup_sha256, (manifest.set, manifest.sealing), made.clone(), paper)
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
        let share = Share::parse(line)?;
        // It shows that k cards are enough, so it is given no more.
        if recovery.missing() == 0 {
            return Err(GatherError::NotNeeded(Cards(vec![Some(share.x)])).into());
        }
        recovery.add(share)?;
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
        // It says again and again what it is asked to do.
        let answer = Rehearser::new("/usr/bin/yes").ask(Path::new("/nowhere"), "en", &[0; 32], &[]);
        assert_eq!(answer, Err(RehearsalError::NoEnd));
    }
}
