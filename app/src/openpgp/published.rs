//! A public key as it lies beside a sealed backup: what it says of a Nitrokey and of its own end, where no card has
//! opened the backup.

use std::time::SystemTime;

use openpgp::Cert;
use sequoia_openpgp as openpgp;

use super::Revoked;
use super::identity::Carried;
use super::import::{Part, revoked_by};
use super::view::View;
use crate::plan::Slot;

/// A public key. It is a claim: whoever had the stick could have put another one there, so its fingerprint is compared
/// with the one on paper.
#[derive(Debug, Clone)]
pub struct Published(Cert);

impl Published {
    /// This one.
    pub fn new(cert: Cert) -> Self {
        Published(cert)
    }

    /// The certificate.
    pub fn cert(&self) -> &Cert {
        &self.0
    }

    fn parts(&self) -> Vec<Part> {
        super::import::parts(&self.0, &View::lasting(&self.0))
    }

    /// When its owner has revoked it whole, and why: with the primary key all others fall. Only the key itself is believed.
    pub fn revoked(&self) -> Option<Revoked> {
        let by: Vec<_> = self.0.primary_key().self_revocations().collect();
        (!by.is_empty()).then(|| revoked_by(&by))
    }

    /// Which of its keys a Nitrokey has in its slots (C5, OpenPGP card 3.4 § 4.4.3). Which of them the plan has put there
    /// is not known here: each must do what its slot does, and be in use, neither revoked nor expired beside one that is not.
    ///
    /// # Errors
    /// The first slot of which that is not so.
    pub fn slots(&self, prints: &[Option<String>; 3]) -> Result<[openpgp::Fingerprint; 3], Slot> {
        let parts = self.parts();
        let key = |slot: Slot| {
            let print = prints[slot as usize].as_deref().ok_or(slot)?;
            let is_it = |found: &str| print.eq_ignore_ascii_case(found);
            let part = parts.iter().find(|part| is_it(&part.fingerprint)).ok_or(slot)?;
            let mut keys = self.0.keys().map(|key| key.key().fingerprint());
            let key = keys.find(|key| is_it(&key.to_hex()));
            key.filter(|_| part.does(slot) && is_in_use(part, slot, &parts)).ok_or(slot)
        };
        let [signature, decryption, authentication] = Slot::ALL.map(key);
        Ok([signature?, decryption?, authentication?])
    }

    /// How much of it a Nitrokey carries.
    pub fn carried(&self, prints: &[Option<String>; 3]) -> Carried {
        let is_ours = |print: &String| {
            self.0.keys().any(|key| print.eq_ignore_ascii_case(&key.key().fingerprint().to_hex()))
        };
        match () {
            () if self.slots(prints).is_ok() => Carried::All,
            () if prints.iter().flatten().any(is_ours) => Carried::Some,
            () => Carried::Nothing,
        }
    }

    /// Whether a Nitrokey is for old mail: with nothing but a key in the slot that decrypts, and another one is in use for
    /// that.
    pub fn is_for_old_mail(&self, prints: &[Option<String>; 3]) -> bool {
        let [None, Some(print), None] = prints else { return false };
        let parts = self.parts();
        let in_use = best(Slot::Decryption, &parts).map(|best| &best.fingerprint);
        let is_it = |part: &Part| part.uses.decrypt && part.fingerprint.eq_ignore_ascii_case(print);
        parts.iter().any(|part| is_it(part) && in_use.is_some_and(|in_use| *in_use != part.fingerprint))
    }

    /// When the first of the keys expires that matter: the primary key, which the others fall with, and for each slot the
    /// newest that has not expired, or if all have, the newest.
    pub fn expires(&self) -> Option<SystemTime> {
        let parts = self.parts();
        let primary = parts.iter().filter(|part| part.primary);
        let best = Slot::ALL.into_iter().filter_map(|slot| best(slot, &parts));
        primary.chain(best).filter_map(|part| part.expires).min()
    }
}

/// The key that does this now, or did it last.
fn best(slot: Slot, parts: &[Part]) -> Option<&Part> {
    let able = parts.iter().filter(|part| part.does(slot) && !part.is_revoked());
    // A primary key that only certifies signs nothing, and is in that slot only where no subkey is for it.
    able.max_by_key(|part| (!only_certifies(part, slot), !part.is_expired(), !part.primary, part.made))
}

fn only_certifies(part: &Part, slot: Slot) -> bool {
    slot == Slot::Signature && part.primary && !part.uses.sign
}

/// Whether it is neither revoked nor expired beside another one that has taken its place.
fn is_in_use(part: &Part, slot: Slot, parts: &[Part]) -> bool {
    let is_replaced =
        || best(slot, parts).is_some_and(|best| !best.is_expired() && !only_certifies(best, slot));
    !(part.is_revoked() || part.is_expired() && is_replaced())
}
