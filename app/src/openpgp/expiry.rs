//! Until when a primary key is valid and what it may do: as GnuPG reads it, which its owner goes by.

use std::cmp::Reverse;
use std::time::SystemTime;

use openpgp::Cert;
use openpgp::packet::Signature;
use openpgp::types::KeyFlags;
use sequoia_openpgp as openpgp;

use super::view::View;
use super::words::{self, Over, Words};

/// What is said of a primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// What it may do, if anything says it.
    pub(super) uses: Option<KeyFlags>,
    /// When it expires, if it does.
    pub(super) until: Option<SystemTime>,
}

/// What the primary key has signed on itself, if it stands and others read it.
pub(super) fn on_the_key<'a>(cert: &'a Cert, view: &View) -> Option<&'a Signature> {
    let word = words::counting(words::on_the_key(cert), view, Over::PassedOver)?;
    (words::is_for_all(word) && words::stands(word, view)).then_some(word)
}

/// What is said of it by all that GnuPG reads: photos as well as user ids.
pub(super) fn of_primary(cert: &Cert, view: &View) -> Said {
    said(cert, view, [of_names(cert, view), of_photos(cert, view)].concat())
}

/// The same without the photos, which are in no sealed backup.
pub(super) fn without_photos(cert: &Cert, view: &View) -> Said {
    said(cert, view, of_names(cert, view))
}

/// What stands on the key itself goes before all others. Of the others the newest that says something counts, whichever
/// user id is the primary one, and of those of one second the first (`merge_selfsigs_main`).
fn said(cert: &Cert, view: &View, mut words: Words<'_>) -> Said {
    // What others read decides, if there is anything of the kind.
    if words.iter().any(|word| words::is_for_all(word)) {
        words.retain(|word| words::is_for_all(word));
    }
    let newest = |says: &dyn Fn(&Signature) -> bool| {
        let words = words.iter().copied().filter(|word| says(word));
        words.min_by_key(|word| Reverse(word.signature_creation_time()))
    };
    let on_the_key = on_the_key(cert, view);
    let uses = on_the_key.and_then(words::flags);
    let uses = uses.or_else(|| words::flags(newest(&|word| words::flags(word).is_some())?));
    let until = on_the_key.and_then(words::period);
    let until = until.or_else(|| words::period(newest(&|word| words::period(word).is_some())?));
    Said { uses, until: until.map(|period| cert.primary_key().key().creation_time() + period) }
}

/// What stands of each user id, in their order.
pub(super) fn of_names<'a>(cert: &'a Cert, view: &View) -> Words<'a> {
    let words =
        cert.userids().filter_map(|id| words::counting(words::of_name(cert, &id), view, Over::Counts));
    words.filter(|word| words::stands(word, view)).collect()
}

fn of_photos<'a>(cert: &'a Cert, view: &View) -> Words<'a> {
    let photos = cert.user_attributes();
    let words = photos.filter_map(|photo| words::counting(words::of_photo(&photo), view, Over::Counts));
    words.filter(|word| words::stands(word, view)).collect()
}
