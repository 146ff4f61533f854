//! What lies beside the file of a key that stands alone: keys that may be its own, and nothing else of files that may be full
//! of others'.

use openpgp::Fingerprint;
use openpgp::packet::Signature;
use sequoia_openpgp as openpgp;

use super::certificates::{Found, Keys, keys};
use super::copies::Copies;
use super::file::{self, Content, InFile, Stretch};
use super::whose::is_claimed;
use crate::openpgp::{NoSecretKey, OpenPgpError};

/// What of other files belongs to a key that stands alone.
#[derive(Default)]
pub(super) struct Beside {
    /// Keys that say that it is theirs; and of the same files whatever is secret, which is not passed over unsaid.
    pub stretches: Vec<Stretch>,
    /// Revocations that stood beside one of these keys, and not in it.
    pub revocations: Vec<Signature>,
    /// What there is of each of their secrets.
    pub copies: Copies,
}

/// Looks at all files. One that cannot be read is none; but that it would take too long is said, if no other one helps.
pub(super) fn of<File: AsRef<[u8]>>(
    files: impl IntoIterator<Item = File>,
    print: &Fingerprint,
) -> Result<Beside, OpenPgpError> {
    let (mut all, mut costly) = (Beside::default(), None);
    for file in files {
        let Ok(InFile { content, revocations, .. }) = file::read(file.as_ref()) else { continue };
        let (Content::Packets(stretches) | Content::Message(_, stretches)) = content;
        match keys(stretches, revocations) {
            Ok(keys) if is_claimed(keys.found.iter().filter_map(Found::cert), print) => all.add(keys, print),
            Err(error @ OpenPgpError::NoSecretKey(NoSecretKey::Costly)) => costly = Some(error),
            _ => {}
        }
    }
    match (all.stretches.is_empty(), costly) {
        (true, Some(error)) => Err(error),
        _ => Ok(all),
    }
}

impl Beside {
    fn add(&mut self, Keys { found, beside, copies, .. }: Keys, print: &Fingerprint) {
        let is_its = |found: &Found| is_claimed(found.cert().into_iter(), print);
        let taken = found.into_iter().filter(|found| found.holds_secrets() || is_its(found));
        self.stretches.extend(taken.map(|found| Stretch { packets: found.into_packets(), intact: true }));
        self.revocations.extend(beside);
        self.copies.extend(copies);
    }
}
