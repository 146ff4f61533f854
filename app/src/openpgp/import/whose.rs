//! Whose a key is that stands alone. That a certificate has it says nothing, since anybody can have put it there. A binding
//! says that the primary key wants it; and what signs has said itself that it belongs there (RFC 9580 § 5.2.1.9).

use openpgp::{Cert, Fingerprint};
use sequoia_openpgp as openpgp;

use super::certificates::has;
use crate::openpgp::kinds::computes;
use crate::openpgp::words;

/// How far a certificate shows that a key is its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Its primary key is of a kind with which nothing is calculated here: whatever it has signed, nobody has seen.
    Unseen,
    /// Its primary key has bound it, or has taken that back. Whoever has the public key can have done so.
    Bound,
    /// The key itself says so as well, or is that primary key.
    Mutual,
}

/// Whose a key is.
pub(super) enum Whose<'a> {
    /// Of none that is there.
    Nobodys,
    /// Of this one.
    Of(&'a Cert),
    /// Of one of these: the owner knows.
    OneOf(Vec<&'a Cert>),
}

/// Finds it among certificates.
pub(super) fn whose<'a>(certs: impl Iterator<Item = &'a Cert>, print: &Fingerprint) -> Whose<'a> {
    let claims: Vec<_> = certs.filter_map(|cert| Some((claim(cert, print)?, cert))).collect();
    let Some(best) = claims.iter().map(|(claim, _)| *claim).max() else { return Whose::Nobodys };
    let best_of = claims.into_iter().filter(|(claim, _)| *claim == best).map(|(_, cert)| cert);
    match (best, &best_of.collect::<Vec<_>>()[..]) {
        (Claim::Bound | Claim::Mutual, [only]) => Whose::Of(only),
        (_, several) => Whose::OneOf(several.to_vec()),
    }
}

/// Whether it may be one of theirs.
pub(super) fn is_claimed<'a>(mut certs: impl Iterator<Item = &'a Cert>, print: &Fingerprint) -> bool {
    certs.any(|cert| claim(cert, print).is_some())
}

fn claim(cert: &Cert, print: &Fingerprint) -> Option<Claim> {
    if cert.fingerprint() == *print {
        return Some(Claim::Mutual);
    }
    let primary = cert.primary_key().key();
    let subkeys = cert.keys().subkeys().filter(|subkey| subkey.key().fingerprint() == *print);
    let bound = subkeys.filter(|subkey| words::is_bound(cert, subkey)).map(|subkey| {
        let words = words::of_subkey(cert, &subkey);
        let mut back = words.into_iter().flat_map(|word| word.embedded_signatures());
        match back.any(|back| back.verify_primary_key_binding(primary, subkey.key()).is_ok()) {
            true => Claim::Mutual,
            false => Claim::Bound,
        }
    });
    bound.max().or_else(|| (!computes(primary) && has(cert, print)).then_some(Claim::Unseen))
}
