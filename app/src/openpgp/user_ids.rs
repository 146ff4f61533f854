//! Whose keys: the user ids that count, as text that can be shown anywhere.
//!
//! The packet may hold any bytes: lines, sequences that a terminal obeys, Latin-1 where it was made long ago. It
//! stays as it is. What is said of it, on screens, on paper and in files, is what this module makes of it.

use std::time::SystemTime;

use openpgp::Cert;
use openpgp::cert::amalgamation::UserIDAmalgamation;
use openpgp::packet::Signature;
use openpgp::policy::{HashAlgoSecurity, Policy};
use openpgp::types::SignatureType;
use sequoia_openpgp as openpgp;
use unicode_normalization::UnicodeNormalization;

use super::lasting::View;
use crate::language::shown::plain;

/// As many letters of a user id are shown: as many as a plan's may have.
const LONGEST: usize = 200;

/// In what order user ids stand, the last one first: GnuPG takes the one that says that it is the primary one, of
/// several the newest, of equal ones the longest (`merge_selfsigs_main`), whatever else is in the certificate.
type Rank = (bool, Option<SystemTime>, usize, Vec<u8>);

/// The user ids that the key itself has bound and not taken back, the primary one first. If it has taken back all
/// of them, these: somebody has to be named. One that others put there is never among them.
pub(super) fn shown(cert: &Cert) -> Vec<String> {
    let view = View::lasting(cert);
    let last_words: Vec<_> = cert.userids().filter_map(|id| Some((last_word(&id, &view)?, id))).collect();
    let stands = |word: &Signature| {
        word.typ() != SignatureType::CertificationRevocation && word.signature_alive(view.time, None).is_ok()
    };
    let ids = match last_words.iter().any(|(word, _)| stands(word)) {
        true => last_words.into_iter().filter(|(word, _)| stands(word)).collect(),
        false => last_words,
    };
    let rank = |(word, id): &(&Signature, UserIDAmalgamation<'_>)| -> Rank {
        let value = id.userid().value();
        let primary = word.primary_userid().unwrap_or(false);
        (primary, word.signature_creation_time(), value.len(), value.to_vec())
    };
    let first = ids.iter().map(rank).max();
    let (first, rest): (Vec<_>, Vec<_>) = ids.iter().partition(|id| Some(rank(id)) == first);
    let mut texts = Vec::with_capacity(ids.len());
    for text in first.into_iter().chain(rest).map(|(_, id)| text(id.userid().value())) {
        // The same name in two encodings is one name.
        if !text.trim().is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The newest that the key itself says of a user id decides (RFC 9580 § 5.2.3.11), as in GnuPG; of two of the same
/// second the revocation.
fn last_word<'a>(id: &UserIDAmalgamation<'a>, view: &View) -> Option<&'a Signature> {
    let good =
        |word: &&Signature| view.policy.signature(word, HashAlgoSecurity::SecondPreImageResistance).is_ok();
    let newest = |word: &&Signature| {
        (word.signature_creation_time(), word.typ() == SignatureType::CertificationRevocation)
    };
    id.self_signatures().chain(id.self_revocations()).filter(good).max_by_key(newest)
}

/// A user id is UTF-8 (RFC 9580 § 5.11). One that is not was written when Latin-1 was usual: every byte is a letter
/// there.
fn text(value: &[u8]) -> String {
    let text = match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => value.iter().copied().map(char::from).collect(),
    };
    // An accent apart from its letter would not be plain.
    plain(&text.nfc().collect::<String>(), LONGEST)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn latin_1_is_read_and_nothing_moves_the_cursor() {
        assert_eq!(text(b"J\xF6rg M\xFCller <joerg@example.org>"), "Jörg Müller <joerg@example.org>");
        assert_eq!(text("Jo\u{308}rg".as_bytes()), "Jörg");
        assert_eq!(text(b"Ada\nssh-ed25519 AAAA\x1b[2J\x9b"), "Ada?ssh-ed25519 AAAA?[2J?");
        assert_eq!(text(&[b'x'; 300]).chars().count(), 201);
    }
}
