//! Until when a primary key is valid: as GnuPG reads it, which its owner goes by.

use std::time::{Duration, SystemTime};

use openpgp::Cert;
use openpgp::packet::Signature;
use sequoia_openpgp as openpgp;

use super::lasting::View;
use super::user_ids;

/// How long a signature says that the key is valid (RFC 9580 § 5.2.3.13); none is for ever.
pub(super) fn period(signature: &Signature) -> Option<Duration> {
    signature.key_validity_period().filter(|period| !period.is_zero())
}

/// The newest that the primary key has signed on itself.
pub(super) fn newest_on_the_key(cert: &Cert) -> Option<&Signature> {
    cert.primary_key().self_signatures().max_by_key(|signature| signature.signature_creation_time())
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
    newest_on_the_key(cert).and_then(period).or_else(of_ids).map(|period| made + period)
}
