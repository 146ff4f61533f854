//! Copies of one secret. Each may be locked by another passphrase: whoever has changed it in one file and joined that with an
//! older one may know either. And what is open may differ: one of them is damaged, or was put there by somebody else.

use std::collections::{HashMap, HashSet};

use openpgp::{Fingerprint, Packet};
use sequoia_openpgp as openpgp;

use super::derive::VAIN;
use super::locked::{Protection, cost, is_real, protection};
use super::right::put_right;
use super::work::Work;
use crate::openpgp::keys::packet;
use crate::openpgp::provable::is_provable;
use crate::openpgp::prove::prove_key;
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey};

/// So many different ones nobody has of one secret.
const MOST: usize = 16;

/// What there is of each secret of a file.
#[derive(Default)]
pub(super) struct Copies {
    /// Those that a passphrase protects.
    locked: HashMap<Fingerprint, Vec<SlotKey>>,
    /// Of which secrets there was one that is not its public key's, beside one that is or may be.
    differing: Vec<Fingerprint>,
}

impl Copies {
    /// Notes the secret that is in a packet, if it is locked.
    pub(super) fn note(&mut self, packet: &Packet) -> Result<(), OpenPgpError> {
        let Some(key) = secret(packet) else { return Ok(()) };
        if protection(&key) != Protection::Locked {
            return Ok(());
        }
        let same = self.locked.entry(key.fingerprint()).or_default();
        if same.contains(&key) {
            return Ok(());
        }
        same.push(key);
        // All of them are tried, however often one answer is wrong.
        match same.iter().map(cost).sum::<usize>() {
            ..=VAIN => few(same),
            _ => Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)),
        }
    }

    /// Puts what may be taken in the place of each open copy that is not its public key's.
    pub(super) fn settle<'a>(
        &mut self,
        packets: impl Iterator<Item = &'a mut Packet>,
        work: &mut Work,
    ) -> Result<(), OpenPgpError> {
        let mut of_each: HashMap<Fingerprint, Vec<(SlotKey, Vec<&mut Packet>)>> = HashMap::new();
        for place in packets {
            let Some(key) = secret(place).filter(is_real) else { continue };
            let same = of_each.entry(key.fingerprint()).or_default();
            let mut known = None;
            for (at, (copy, _)) in same.iter().enumerate() {
                work.compare()?;
                known = known.or((*copy == key).then_some(at));
            }
            match known.and_then(|at| same.get_mut(at)) {
                Some((_, places)) => places.push(place),
                None => same.push((key, vec![place])),
            }
            few(same)?;
        }
        for (print, same) in of_each.into_iter().filter(|(_, same)| same.len() > 1) {
            let (copies, places): (Vec<_>, Vec<_>) = same.into_iter().unzip();
            let Settled { best, wrong } = settled(&copies, work)?;
            for (_, places) in places.into_iter().enumerate().filter(|(at, _)| wrong.contains(at)) {
                self.differing.push(print.clone());
                for place in places {
                    *place = packet(copies[best].clone(), matches!(place, Packet::SecretKey(_)));
                }
            }
        }
        Ok(())
    }

    /// This one, and the others of the same secret behind it.
    pub(super) fn with_others(&self, key: SlotKey) -> Vec<SlotKey> {
        let others = self.locked.get(&key.fingerprint()).into_iter().flatten();
        let others: Vec<_> = others.filter(|other| **other != key).cloned().collect();
        std::iter::once(key).chain(others).collect()
    }

    /// What is in another file beside these.
    pub(super) fn extend(&mut self, more: Copies) {
        for (print, copies) in more.locked {
            let same = self.locked.entry(print).or_default();
            for copy in copies {
                if same.len() < MOST && !same.contains(&copy) {
                    same.push(copy);
                }
            }
        }
        self.differing.extend(more.differing);
    }

    /// Of each of these there was one that is not its public key's.
    pub(super) fn differ(&mut self, more: Vec<Fingerprint>) {
        self.differing.extend(more);
    }

    /// How many there were that are not their public key's, of those of these keys.
    pub(super) fn differing(&self, of: &HashSet<Fingerprint>) -> usize {
        self.differing.iter().filter(|print| of.contains(print)).count()
    }
}

fn few<T>(same: &[T]) -> Result<(), OpenPgpError> {
    match same.len() {
        ..=MOST => Ok(()),
        _ => Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)),
    }
}

/// The secret in a packet.
fn secret(packet: &Packet) -> Option<SlotKey> {
    match packet {
        Packet::SecretKey(key) => Some(key.role_as_unspecified().clone()),
        Packet::SecretSubkey(key) => Some(key.role_as_unspecified().clone()),
        _ => None,
    }
}

/// What several copies of one secret are worth.
pub(super) struct Settled {
    /// Which is to be taken. Of equal ones the first.
    pub best: usize,
    /// Which are not their public key's, if the best one is or, once it is open, may be.
    pub wrong: Vec<usize>,
}

/// Which of several different copies of one secret is to be taken: an open one that is its public key's, or else one that a
/// passphrase protects.
pub(super) fn settled(copies: &[SlotKey], work: &mut Work) -> Result<Settled, OpenPgpError> {
    const WRONG: u8 = 0;
    let mut ranks = Vec::with_capacity(copies.len());
    for copy in copies {
        let rank = protection(copy).rank();
        let is_open = copy.has_unencrypted_secret();
        // Of those with which nothing is calculated here the first: one that differs is not the same, whichever is right.
        let is_right = match is_provable(copy) {
            _ if !is_open => true,
            true => is_right(copy, work)?,
            false => !ranks.contains(&rank),
        };
        ranks.push(if is_right { rank } else { WRONG });
    }
    let most = ranks.iter().copied().max().unwrap_or(WRONG);
    let best = ranks.iter().position(|rank| *rank == most).unwrap_or(0);
    let wrong =
        ranks.iter().enumerate().filter(|(at, rank)| **rank == WRONG && copies[*at].has_unencrypted_secret());
    let wrong = wrong.map(|(at, _)| at).filter(|_| most >= Protection::Locked.rank()).collect();
    Ok(Settled { best, wrong })
}

/// Whether an open secret is its public key's, once its numbers are as everybody calculates with them.
pub(super) fn is_right(key: &SlotKey, work: &mut Work) -> Result<bool, OpenPgpError> {
    if !is_provable(key) {
        return Ok(true);
    }
    work.prove(key.mpis())?;
    work.long(key)?;
    match put_right(key, work) {
        Ok(right) => Ok(prove_key(right.as_ref().unwrap_or(key)).is_ok()),
        Err(OpenPgpError::Broken(_)) => Ok(false),
        Err(other) => Err(other),
    }
}
