//! Until when a primary key is valid and what it may do: as GnuPG reads it, which its owner goes by.

use std::time::{Duration, SystemTime};

use openpgp::Cert;
use openpgp::packet::Signature;
use openpgp::types::KeyFlags;
use sequoia_openpgp as openpgp;

use super::lasting::View;
use super::user_ids;

/// How long a signature says that the key is valid (RFC 9580 § 5.2.3.13); none is for ever.
pub(super) fn period(signature: &Signature) -> Option<Duration> {
    signature.key_validity_period().filter(|period| !period.is_zero())
}

/// The newest that the primary key has signed on itself, of those whose time is not over.
pub(super) fn newest_on_the_key<'a>(cert: &'a Cert, view: &View) -> Option<&'a Signature> {
    let alive = |signature: &&Signature| signature.signature_alive(view.time, None).is_ok();
    let signatures = cert.primary_key().self_signatures().filter(alive);
    signatures.max_by_key(|signature| signature.signature_creation_time())
}

/// What it says that it may do. As with the day: what stands on the key itself goes before all others, and of user ids
/// the newest that says something counts (`merge_selfsigs_main`).
pub(super) fn uses_of_primary(cert: &Cert, view: &View) -> Option<KeyFlags> {
    let of_ids = || {
        let bindings = user_ids::own(cert, view).into_iter().filter_map(|own| own.binding);
        let says = bindings.filter(|binding| binding.key_flags().is_some());
        says.max_by_key(|binding| binding.signature_creation_time()).and_then(|says| says.key_flags())
    };
    newest_on_the_key(cert, view).and_then(|on_the_key| on_the_key.key_flags()).or_else(of_ids)
}

/// When the primary key expires. A day on the key itself goes before all others. Of those on user ids the newest counts,
/// whichever user id is the primary one; a signature that stands no more, or says nothing of a day, is passed over
/// (`merge_selfsigs_main`).
pub(super) fn of_primary(cert: &Cert, view: &View) -> Option<SystemTime> {
    let made = cert.primary_key().key().creation_time();
    let of_ids = || {
        let bindings = user_ids::own(cert, view).into_iter().filter_map(|own| own.binding);
        let dated = bindings.filter(|binding| period(binding).is_some());
        dated.max_by_key(|binding| binding.signature_creation_time()).and_then(period)
    };
    newest_on_the_key(cert, view).and_then(period).or_else(of_ids).map(|period| made + period)
}
