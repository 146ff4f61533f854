//! Whose keys: the user ids that count, as text that can be shown anywhere.
//!
//! The packet may hold any bytes: lines, sequences that a terminal obeys, Latin-1 where it was made long ago. It
//! stays as it is. What is said of it, on screens, on paper and in files, is what this module makes of it.

use std::time::SystemTime;

use openpgp::Cert;
use openpgp::cert::amalgamation::UserIDAmalgamation;
use openpgp::packet::{Signature, UserID};
use sequoia_openpgp as openpgp;
use unicode_normalization::UnicodeNormalization;

use super::view::View;
use super::words::{self, Over};
use crate::language::shown::plain;

/// As many letters of a user id are shown: as many as a plan's may have.
const LONGEST: usize = 200;

/// GnuPG reads no user id that is longer, nor anything else of a key that has one (`MAX_UID_PACKET_LENGTH`).
const MOST_BYTES: usize = 2048;

/// In what order user ids stand, the last one first: of those that others read, GnuPG takes the one that says that it is
/// the primary one, of several the newest, of equal ones the longest (`merge_selfsigs_main`), whatever else is in the
/// certificate.
type Rank = (bool, bool, Option<SystemTime>, usize, Vec<u8>);

/// Whether others find the key by a user id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They do.
    Valid,
    /// It was revoked, or was signed for a time that is over.
    Gone,
    /// It is bound for its owner alone (RFC 9580 § 5.2.3.19): nobody else gets it.
    Local,
    /// There is no letter and no digit in it.
    Empty,
}

/// A user id that the key itself has signed.
pub(super) struct Own<'a> {
    pub(super) id: &'a UserID,
    /// What stands of it today; nothing, if the key has taken it back, or signed it for a time that is over.
    pub(super) binding: Option<&'a Signature>,
}

impl Own<'_> {
    /// Whether others find the key by it.
    pub(super) fn standing(&self) -> Standing {
        match self.binding {
            None => Standing::Gone,
            Some(_) if !self.text().chars().any(char::is_alphanumeric) => Standing::Empty,
            Some(binding) if words::is_local(binding) => Standing::Local,
            Some(_) => Standing::Valid,
        }
    }

    /// As it may be shown.
    pub(super) fn text(&self) -> String {
        text(self.id)
    }
}

/// All user ids that the key itself has signed, the primary one first, those that no longer stand behind them. One that
/// others put there is never among them.
pub(super) fn own<'a>(cert: &'a Cert, view: &View) -> Vec<Own<'a>> {
    let own = cert.userids().filter_map(|id| {
        let word = words::counting(words::of_name(cert, &id), view, Over::Counts)?;
        let binding = Some(word).filter(|word| words::stands(word, view));
        Some((rank(&id, word), Own { id: id.component(), binding }))
    });
    let mut own: Vec<_> = own.collect();
    let first = |stand: bool| {
        let ranks =
            own.iter().filter(|(_, own)| own.binding.is_some() == stand).map(|(rank, _)| rank.clone());
        ranks.max()
    };
    let (first, first_gone) = (first(true), first(false));
    own.sort_by_key(|(rank, own)| {
        let is_first = Some(rank) == if own.binding.is_some() { first.as_ref() } else { first_gone.as_ref() };
        (own.binding.is_none(), !is_first)
    });
    own.into_iter().map(|(_, own)| own).collect()
}

/// The certificate without user ids that GnuPG could not read, and how many those are.
pub(super) fn readable(cert: Cert) -> (Cert, usize) {
    let too_long = |id: &UserIDAmalgamation<'_>| id.userid().value().len() > MOST_BYTES;
    match cert.userids().filter(too_long).count() {
        0 => (cert, 0),
        many => (cert.retain_userids(|id| !too_long(&id)), many),
    }
}

/// The user ids by which others find the key, as text; what is bound for its owner alone is in no file that others get.
/// If none is left, those that stand, or else those that the key has taken back: somebody has to be named.
pub(super) fn shown(cert: &Cert) -> Vec<String> {
    let own = own(cert, &View::lasting(cert));
    let is = |standing: Standing| own.iter().any(|own| own.standing() == standing);
    let order = [Standing::Valid, Standing::Local, Standing::Gone];
    let standing = order.into_iter().find(|standing| is(*standing)).unwrap_or(Standing::Empty);
    let mut texts = Vec::with_capacity(own.len());
    for text in own.iter().filter(|own| own.standing() == standing).map(Own::text) {
        // The same name in two encodings is one name.
        if !text.trim().is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn rank(id: &UserIDAmalgamation<'_>, word: &Signature) -> Rank {
    let value = id.userid().value();
    let main = words::is_main(word);
    (words::is_for_all(word), main, word.signature_creation_time(), value.len(), value.to_vec())
}

/// A user id is UTF-8 (RFC 9580 § 5.11). One that is not was written when Latin-1 was usual: every byte is a letter
/// there.
pub(super) fn text(id: &UserID) -> String {
    let text = match std::str::from_utf8(id.value()) {
        Ok(text) => text.to_owned(),
        Err(_) => id.value().iter().copied().map(char::from).collect(),
    };
    // An accent apart from its letter would not be plain.
    plain(&text.nfc().collect::<String>(), LONGEST)
}

#[cfg(test)]
mod tests {
    fn text(value: &[u8]) -> String {
        super::text(&super::UserID::from(value))
    }

    #[test]
    fn latin_1_is_read_and_nothing_moves_the_cursor() {
        assert_eq!(text(b"J\xF6rg M\xFCller <joerg@example.org>"), "Jörg Müller <joerg@example.org>");
        assert_eq!(text("Jo\u{308}rg".as_bytes()), "Jörg");
        assert_eq!(text(b"Ada\nssh-ed25519 AAAA\x1b[2J\x9b"), "Ada?ssh-ed25519 AAAA?[2J?");
        assert_eq!(text(&[b'x'; 300]).chars().count(), 201);
    }
}
