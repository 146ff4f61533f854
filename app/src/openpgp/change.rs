//! What an owner changes of an identity: new subkeys for old ones, other days, other user ids.
//!
//! A certificate only grows. Nothing that was signed is taken away, and every secret stays: what was encrypted to an old
//! subkey is read with it as long as there is a backup.

use std::time::{Duration, SystemTime};

use openpgp::cert::{SubkeyRevocationBuilder, UserIDRevocationBuilder};
use openpgp::crypto::KeyPair;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::{Signature, UserID};
use openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation};
use openpgp::{Cert, Packet};
use sequoia_openpgp as openpgp;

use super::import::{Goes, Kept, Part, Places, comes_back, signed_for_longer};
use super::user_ids::{self, Own, Standing};
use super::view::View;
use super::{Identity, Making, OpenPgpError, Reason, at, expiry, make};
use crate::plan::{Plan, PrimaryKey, Slot};

/// OpenPGP's times are whole seconds: so much later, and it is later.
const A_SECOND: Duration = Duration::from_secs(1);

impl Identity {
    /// With a new subkey for each slot, by the plan's algorithm and expiry, and the old ones revoked for this reason: mail
    /// goes to the new one from now on, and signatures of the old one end. Where the primary key would end before them, it
    /// is signed for as long. If others may use them, so may they those of before that a Nitrokey has still, and with the
    /// clock put back: they are revoked for the same reason.
    ///
    /// # Errors
    /// [`OpenPgpError::PrimaryInSlot`] if the primary key is in one of them: another subkey helps nobody then.
    pub fn with_new_subkeys(
        &self,
        plan: &Plan,
        reason: Reason,
        now: SystemTime,
    ) -> Result<Self, OpenPgpError> {
        let old = self.slot_subkeys();
        if let Some(slot) = self.slot_of_primary() {
            return Err(OpenPgpError::PrimaryInSlot { key: self.fingerprint(), slot });
        }
        // GnuPG uses no key whose day is to come, even if what is signed of the others has to be newer than all before it.
        let made = now.max(self.made());
        let now = self.after_all(now);
        let before = if reason == Reason::Compromised { self.superseded() } else { Vec::new() };
        let gone = [old, before].concat();
        let revoked = self.with_revocations(&gone, reason, now).map_err(at(Making::Revocation))?;
        let (cert, prints) =
            make::add_subkeys(revoked, plan.algorithm, plan.expiry, made).map_err(at(Making::Subkeys))?;
        let places = prints.map(|print| Goes::Yours(print.to_hex()));
        let primary = self.parts().into_iter().find(|part| part.primary).and_then(|part| part.expires);
        let until = make::validity_from(plan.expiry, self.made(), made).map(|period| self.made() + period);
        let ends_before = primary.is_some_and(|primary| until.is_none_or(|until| primary < until));
        let longer = if ends_before { vec![self.fingerprint()] } else { Vec::new() };
        signed_for_longer(&cert, &longer, &places, plan, now)
    }

    /// The same keys, and those that were replaced, now or at an earlier theft, are revoked once more: somebody else may
    /// have them. Whoever reads it then believes no signature of theirs, whatever date it bears (RFC 9580 § 5.2.3.31).
    ///
    /// # Errors
    /// [`OpenPgpError`]; nothing has changed.
    pub fn with_replaced_compromised(&self, now: SystemTime) -> Result<Self, OpenPgpError> {
        let now = self.after_all(now);
        // A Nitrokey that stayed as it was at an earlier theft has those of then.
        let gone = [self.replaced_last(), self.superseded()].concat();
        let revoked = self.with_revocations(&gone, Reason::Compromised, now);
        self.with_cert(revoked.map_err(at(Making::Revocation))?, now)
    }

    /// Why those are revoked that were replaced by the subkeys in its slots, if some were.
    pub fn replaced_as(&self) -> Option<Reason> {
        let replaced = self.replaced_last();
        let reason = |part: &Part| match &part.kept {
            Some(Kept::Revoked(by)) if replaced.contains(&part.fingerprint) => Some(by.reason),
            _ => None,
        };
        let reasons: Vec<_> = self.parts().iter().filter_map(reason).collect();
        reasons.iter().copied().find(|reason| *reason != Reason::Compromised).or(reasons.first().copied())
    }

    /// The subkeys that were revoked last, all at one moment, and are in no slot: that moment is after all before it.
    fn replaced_last(&self) -> Vec<String> {
        let placed = self.slot_subkeys();
        let revoked = self.cert().keys().subkeys().filter_map(|subkey| {
            let first = subkey.self_revocations().filter_map(|by| by.signature_creation_time()).min()?;
            Some((first, subkey.key().fingerprint().to_hex()))
        });
        let revoked: Vec<_> = revoked.filter(|(_, print)| !placed.contains(print)).collect();
        let last = revoked.iter().map(|(first, _)| *first).max();
        revoked.into_iter().filter(|(first, _)| Some(*first) == last).map(|(_, print)| print).collect()
    }

    /// With the plan's expiry from now on: the primary key, its user ids, and the subkeys in the slots. The keys stay the
    /// same, and so do the Nitrokeys.
    ///
    /// # Errors
    /// [`OpenPgpError`]; nothing has changed.
    pub fn prolonged(&self, plan: &Plan, now: SystemTime) -> Result<Self, OpenPgpError> {
        let longer: Vec<_> = std::iter::once(self.fingerprint()).chain(self.slot_subkeys()).collect();
        signed_for_longer(self.cert(), &longer, &self.places(), plan, self.after_all(now))
    }

    /// With one user id more, which is not the main one; or with one again that was revoked.
    ///
    /// # Errors
    /// [`OpenPgpError`]; nothing has changed.
    pub fn with_user_id(&self, text: &str, now: SystemTime) -> Result<Self, OpenPgpError> {
        let now = self.after_all(now);
        let grown = || -> openpgp::Result<Cert> {
            let (cert, view) = (self.cert(), View::lasting(self.cert()));
            let (uses, until) = said_of_primary(cert, &view);
            let flags = uses.unwrap_or_else(|| KeyFlags::empty().set_certification());
            let id = UserID::from(text);
            let mut signer = self.signer()?;
            let binding = make::user_id_binding(&id, &mut signer, cert, flags, until, false, now)?;
            Ok(cert.clone().insert_packets([Packet::from(id), binding.into()])?.0)
        };
        self.with_cert(grown().map_err(at(Making::UserIds))?, now)
    }

    /// Without a user id, which is revoked: others still see it, as one that is no longer used.
    ///
    /// # Errors
    /// [`OpenPgpError::LastUserId`] if none would be left, [`OpenPgpError::NoUserId`] if there is none like that.
    pub fn without_user_id(&self, text: &str, now: SystemTime) -> Result<Self, OpenPgpError> {
        let now = self.after_all(now);
        let view = View::lasting(self.cert());
        let own = user_ids::own(self.cert(), &view);
        let gone = self.standing(&own, text)?.clone();
        let left = own.iter().find(|own| own.standing() == Standing::Valid && *own.id != gone);
        let main = left.ok_or_else(|| OpenPgpError::LastUserId(text.to_owned()))?.id.clone();
        let grown = || -> openpgp::Result<Cert> {
            let mut signer = self.signer()?;
            let revocation = UserIDRevocationBuilder::new()
                .set_signature_creation_time(now)?
                .set_reason_for_revocation(ReasonForRevocation::UIDRetired, b"")?
                .build(&mut signer, self.cert(), &gone, None)?;
            let cert =
                self.cert().clone().insert_packets(vec![Packet::from(gone.clone()), revocation.into()])?.0;
            with_main(cert, &main, &mut signer, now)
        };
        self.with_cert(grown().map_err(at(Making::UserIds))?, now)
    }

    /// With this user id as the main one: other programs show it first.
    ///
    /// # Errors
    /// [`OpenPgpError::NoUserId`] if there is none like that.
    pub fn with_main_user_id(&self, text: &str, now: SystemTime) -> Result<Self, OpenPgpError> {
        let now = self.after_all(now);
        let view = View::lasting(self.cert());
        let own = user_ids::own(self.cert(), &view);
        let main = self.standing(&own, text)?;
        let grown = || with_main(self.cert().clone(), main, &mut self.signer()?, now);
        self.with_cert(grown().map_err(at(Making::UserIds))?, now)
    }

    /// The slot that the primary key is in: whoever has such a Nitrokey has all.
    pub fn slot_of_primary(&self) -> Option<Slot> {
        let primary = self.cert().fingerprint();
        Slot::ALL.into_iter().find(|slot| self.slot_fingerprint(*slot) == primary)
    }

    /// When the subkeys in its slots were made, if others before them are revoked.
    pub fn replaced_subkeys(&self) -> Option<SystemTime> {
        let (parts, placed) = (self.parts(), self.slot_subkeys());
        let is_revoked = |part: &Part| !part.primary && matches!(part.kept, Some(Kept::Revoked(_)));
        let made = parts.iter().filter(|part| placed.contains(&part.fingerprint)).map(|part| part.made).max();
        made.filter(|_| parts.iter().any(is_revoked))
    }

    /// The user id that others find the key by, among `own`, as it is shown.
    fn standing<'a>(&self, own: &[Own<'a>], text: &str) -> Result<&'a UserID, OpenPgpError> {
        let named = own.iter().find(|own| own.standing() == Standing::Valid && own.text() == text);
        named.map(|own| own.id).ok_or_else(|| OpenPgpError::NoUserId(text.to_owned()))
    }

    /// The time of what is signed now: after all that was signed before, by a clock that may have been ahead.
    fn after_all(&self, now: SystemTime) -> SystemTime {
        now.max(self.newest() + A_SECOND)
    }

    fn signer(&self) -> openpgp::Result<KeyPair> {
        self.cert().primary_key().key().clone().parts_into_secret()?.into_keypair()
    }

    fn places(&self) -> Places {
        Slot::ALL.map(|slot| Goes::Yours(self.slot_fingerprint(slot).to_hex()))
    }

    /// The same keys in the same slots, in a certificate that has grown, and that comes back from a backup.
    fn with_cert(&self, cert: Cert, now: SystemTime) -> Result<Self, OpenPgpError> {
        let primary = match self.slot_of_primary() {
            Some(Slot::Signature) => PrimaryKey::SignatureSlot,
            _ => PrimaryKey::Offline,
        };
        let choice = self.slot_choice();
        let grown = Identity::with_slots(cert, Some(&choice), primary, &View::lasting(self.cert()))?;
        comes_back(&grown, &choice, primary, now)?;
        Ok(grown)
    }

    /// The subkeys of before that are in the backup and were revoked because there were new ones, and for nothing worse: what
    /// they are said to have signed before that counts still (RFC 9580 § 5.2.3.31).
    fn superseded(&self) -> Vec<String> {
        let kept = self.kept();
        let is_soft = |by: &Signature| {
            matches!(by.reason_for_revocation(), Some((ReasonForRevocation::KeySuperseded, _)))
        };
        let superseded = self.cert().keys().subkeys().filter(|subkey| {
            let by: Vec<_> = subkey.self_revocations().collect();
            !by.is_empty() && by.into_iter().all(is_soft)
        });
        let prints = superseded.map(|subkey| subkey.key().fingerprint().to_hex());
        prints.filter(|print| kept.contains(print)).collect()
    }

    fn with_revocations(&self, subkeys: &[String], reason: Reason, now: SystemTime) -> openpgp::Result<Cert> {
        let mut signer = self.signer()?;
        let mut packets = Vec::with_capacity(subkeys.len());
        for subkey in self.cert().keys().subkeys() {
            if subkeys.contains(&subkey.key().fingerprint().to_hex()) {
                let revocation = SubkeyRevocationBuilder::new()
                    .set_signature_creation_time(now)?
                    .set_reason_for_revocation(reason.code(), b"")?
                    .build(&mut signer, self.cert(), subkey.key(), None)?;
                packets.push(Packet::from(revocation));
            }
        }
        Ok(self.cert().clone().insert_packets(packets)?.0)
    }
}

/// What the primary key may do, and how long it is valid, as that counts today.
fn said_of_primary(cert: &Cert, view: &View) -> (Option<KeyFlags>, Option<Duration>) {
    let said = expiry::of_primary(cert, view);
    let made = cert.primary_key().key().creation_time();
    (said.uses, said.until.and_then(|until| until.duration_since(made).ok()))
}

/// All user ids that stand are signed anew, and one of them says that it is the main one. Of one second all say the same of
/// the key: what counts today.
fn with_main(cert: Cert, main: &UserID, signer: &mut KeyPair, now: SystemTime) -> openpgp::Result<Cert> {
    let view = View::lasting(&cert);
    let (uses, until) = said_of_primary(&cert, &view);
    let primary = cert.primary_key().key();
    let mut packets: Vec<Packet> = Vec::new();
    for own in user_ids::own(&cert, &view).iter().filter(|own| own.standing() == Standing::Valid) {
        let Some(old) = own.binding.cloned() else { continue };
        let mut anew = SignatureBuilder::from(old)
            .set_hash_algo(HashAlgorithm::SHA512)
            .set_signature_creation_time(now)?
            .set_key_validity_period(until)?
            .set_primary_userid(own.id == main)?;
        if let Some(uses) = uses.clone() {
            anew = anew.set_key_flags(uses)?;
        }
        packets.push(anew.sign_userid_binding(signer, primary, own.id)?.into());
    }
    Ok(cert.insert_packets(packets)?.0)
}
