//! Of which secrets it can be proven here that they are their public key's.

use openpgp::packet::Key;
use openpgp::packet::key::{KeyParts, KeyRole};
use sequoia_openpgp as openpgp;

use super::kinds::computes;
use crate::numbers::is_known;

/// Whether anything is proven of the secret of such a key: the library calculates with it, or it is calculated here
/// (`numbers/fits.rs`). Others come back as they were sealed all the same.
pub(super) fn is_provable<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> bool {
    computes(key) || is_known(key.mpis())
}
