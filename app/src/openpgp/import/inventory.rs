//! What was brought, and what goes where: which key goes into which slot of the Nitrokeys, which stays in the backup
//! alone, what is made new and what is mended. All of it is known before anything is decided.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::time::SystemTime;

use openpgp::Cert;
use openpgp::crypto::mpi::PublicKey;
use sequoia_openpgp as openpgp;

use super::super::kinds::{computes, describe};
use super::super::lasting::{A_DAY, newest};
use super::super::left_out::{self, LeftOut};
use super::super::provable::is_provable;
use super::super::prove::{prove_each, prove_key};
use super::super::user_ids::Standing;
use super::super::user_ids::{self, Own};
use super::super::view::View;
use super::super::{Identity, OpenPgpError, SlotKey, Unusable, day, make};
use super::brought::Brought;
use super::mend::Mending;
use super::part::{Fault, Kept, Part, Uses, algorithm, parts};
use super::places::{BroughtUserId, Goes, Mend, Places};
use super::remains::Remains;
use super::revoked::Unchecked;
use super::right::{all_put_right, put_right};
use super::work::Work;
use crate::plan::{Algorithm, Plan, PrimaryKey, Slot};

/// What was brought, with all its secrets.
pub struct Inventory {
    cert: Cert,
    /// A decryption key whose identity is gone: it becomes a subkey of a new one.
    adopted: Option<SlotKey>,
    parts: Vec<Part>,
    view: View,
    remains: Remains,
    unchecked: Vec<Unchecked>,
}

impl fmt::Debug for Inventory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Inventory({}, {} keys)", self.cert.fingerprint(), self.parts.len())
    }
}

impl Inventory {
    /// Looks at what was brought.
    ///
    /// # Errors
    /// [`OpenPgpError::Unusable`], if nothing can become of it: it was revoked, is of a day that has not come, or has a
    /// primary key that cannot sign here. [`OpenPgpError::Broken`] names a secret that is not its public key's.
    pub(super) fn of(
        brought: Brought,
        remains: Remains,
        (ended, unchecked): (Option<Unusable>, Vec<Unchecked>),
        now: SystemTime,
    ) -> Result<Self, OpenPgpError> {
        let mut inventory = match brought {
            Brought::Identity(cert) => Inventory::of_identity(cert, ended, now)?,
            Brought::Decryption { key, of } => Inventory::of_decryption(key, of, now)?,
        };
        let names = inventory.remains.names;
        inventory.remains = Remains { names, ..remains };
        inventory.unchecked = unchecked;
        Ok(inventory)
    }

    fn of_identity(cert: Cert, ended: Option<Unusable>, now: SystemTime) -> Result<Self, OpenPgpError> {
        let lasting = View::lasting(&cert);
        let newest = newest(&cert);
        if newest > now + A_DAY {
            let cause = Unusable::NotYet { made: day(newest), clock: day(now) };
            return Err(unusable(&cert, cause));
        }
        let view = View { time: now.max(newest), ..lasting };
        // GnuPG takes no signature for an end of it, however new: whoever revokes a key once has revoked it.
        if let Some(cause) = ended {
            return Err(unusable(&cert, cause));
        }
        // It has to sign: new subkeys, new dates, revocations.
        let primary = cert.primary_key().key();
        let newer = matches!(primary.mpis(), PublicKey::Ed25519 { .. } | PublicKey::Ed448 { .. });
        if newer || !computes(primary) || !primary.pk_algo().for_signing() {
            return Err(unusable(&cert, Unusable::Primary(describe(primary))));
        }
        let cert = all_put_right(cert).map_err(damaged)?;
        prove_each(&cert).map_err(damaged)?;
        let parts = parts(&cert, &view);
        is_soon_signed(&cert, &parts, &view)?;
        // What they said of the key has been looked at, and stays so.
        let (cert, names) = user_ids::readable(cert);
        let remains = Remains { names, ..Remains::default() };
        Ok(Inventory { cert, adopted: None, parts, view, remains, unchecked: Vec::new() })
    }

    fn of_decryption(key: SlotKey, of: Cert, now: SystemTime) -> Result<Self, OpenPgpError> {
        let print = key.fingerprint().to_hex();
        let lasting = View::lasting(&of);
        let view = View { time: now.max(newest(&of)), ..lasting };
        let key = put_right(&key, &mut Work::default()).map_err(damaged)?.unwrap_or(key);
        prove_key(&key).map_err(damaged)?;
        let mut part = parts(&of, &view).into_iter().find(|part| part.fingerprint == print);
        let part = part.get_or_insert_with(|| Part {
            fingerprint: print,
            kind: describe(&key),
            made: key.creation_time(),
            expires: None,
            primary: false,
            uses: Uses::default(),
            faults: Vec::new(),
            kept: None,
            algorithm: None,
            proven: is_provable(&key),
        });
        // The old identity's dates and flags are not the new one's.
        // Nor does it say whether a card can calculate with the secret.
        let algorithm = algorithm(&key);
        let kept = algorithm.is_none().then_some(Kept::Kind);
        let uses = Uses { decrypt: true, ..Uses::default() };
        let (expires, faults) = (None, Vec::new());
        let part = Part { primary: false, expires, faults, uses, kept, algorithm, ..part.clone() };
        let (parts, remains, unchecked) = (vec![part], Remains::default(), Vec::new());
        Ok(Inventory { cert: of, adopted: Some(key), parts, view, remains, unchecked })
    }

    /// All its keys, the primary one first.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// A key by its fingerprint.
    pub fn part(&self, fingerprint: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.fingerprint.eq_ignore_ascii_case(fingerprint))
    }

    /// Whether there is a decryption key alone, and a new identity is made around it.
    pub fn is_new_identity(&self) -> bool {
        self.adopted.is_some()
    }

    /// The fingerprint of the primary key, unless a new one is made.
    pub fn fingerprint(&self) -> Option<String> {
        self.adopted.is_none().then(|| self.cert.fingerprint().to_hex())
    }

    /// The user ids that the key has signed, the main one first, those that are no longer valid behind them.
    pub fn user_ids(&self) -> Vec<BroughtUserId> {
        let brought = |own: Own<'_>| BroughtUserId { text: own.text(), standing: own.standing() };
        user_ids::own(&self.cert, &self.view).into_iter().map(brought).collect()
    }

    /// What will not be in the sealed backup, but in `public-key.asc` beside it. Nothing of an identity that is gone is
    /// in either.
    pub fn left_out(&self) -> LeftOut {
        let of_cert = || left_out::sealed(&self.cert).map(|(_, left_out)| left_out).unwrap_or_default();
        if self.adopted.is_some() { LeftOut::default() } else { of_cert() }
    }

    /// What of the file is not taken over: in no backup, and not in `public-key.asc`.
    pub fn remains(&self) -> Remains {
        self.remains
    }

    /// Revocations of it that may have been forged, since who is said to have made them is not at hand: the owner knows.
    pub fn unchecked(&self) -> &[Unchecked] {
        &self.unchecked
    }

    /// Whether it has no user id by which others find it, so that one is to be asked for.
    pub fn needs_user_id(&self) -> bool {
        self.user_ids().iter().all(|id| id.standing != Standing::Valid)
    }

    /// The last day of what is renewed now by this plan; none is for ever.
    pub fn renewed_until(&self, plan: &Plan, now: SystemTime) -> Option<SystemTime> {
        let today = self.today(now);
        make::validity_from(plan.expiry, today, today).map(|period| today + period)
    }

    /// The algorithm for what is made new beside it: the one that is there, or the nearest to it that Nitrokeys know.
    pub fn algorithm(&self) -> Algorithm {
        let newest = self.parts.iter().filter(|part| part.kept.is_none());
        let newest = newest.max_by_key(|part| (part.uses.decrypt, part.made));
        let is_rsa = self.parts.iter().any(|part| part.kind.starts_with("RSA"));
        match newest.and_then(|part| part.algorithm) {
            Some(algorithm) => algorithm,
            None if is_rsa => Algorithm::Rsa4096,
            None => Algorithm::Curve25519,
        }
    }

    /// What goes where if the owner says nothing else than what stands in the plan.
    ///
    /// The newest key that is for a slot goes into it: what somebody encrypts is encrypted to that one. The primary
    /// key goes into one only if the plan says so, or if it is the only one that reads the owner's mail.
    ///
    /// # Errors
    /// [`OpenPgpError::Slot`], if the plan names a key that is not for its slot.
    pub fn preset(&self, plan: &Plan) -> Result<Places, OpenPgpError> {
        let mut places = [Goes::New, Goes::New, Goes::New];
        // A key goes into one slot; nothing can take the place of the one that reads mail.
        for slot in [Slot::Decryption, Slot::Authentication, Slot::Signature] {
            places[slot as usize] = match plan.slots.as_ref().and_then(|choice| choice.of(slot)) {
                Some(chosen) => Goes::Yours(self.chosen(slot, chosen)?),
                None => self.usual(slot, plan.primary_key, &places),
            };
        }
        Ok(places)
    }

    fn chosen(&self, slot: Slot, chosen: &str) -> Result<String, OpenPgpError> {
        let part = self.part(chosen).filter(|part| part.fits(slot));
        part.map(|part| part.fingerprint.clone()).ok_or_else(|| OpenPgpError::Slot {
            slot,
            key: chosen.into(),
            allowed: self.fitting(slot).map(|part| part.fingerprint.clone()).collect(),
        })
    }

    fn usual(&self, slot: Slot, primary_key: PrimaryKey, taken: &Places) -> Goes {
        let primary_in_slot = slot == Slot::Signature && primary_key == PrimaryKey::SignatureSlot;
        let fits = |part: &&Part| match part.primary {
            true => primary_in_slot || slot == Slot::Decryption,
            false => !primary_in_slot || !self.parts.first().is_some_and(|primary| primary.fits(slot)),
        };
        let free = |part: &&Part| taken.iter().all(|goes| goes.yours() != Some(&part.fingerprint));
        // One that is valid before one that is not, a subkey before the primary key, the newest.
        let best = self.fitting(slot).filter(fits).filter(free);
        // Of two of the same second GnuPG takes the first.
        let best = best.min_by_key(|part| Reverse((!part.is_expired(), !part.primary, part.made)));
        // What others encrypt to a newer one that can be on no Nitrokey, an older one does not read.
        let best = best.filter(|part| slot != Slot::Decryption || !self.is_passed_over(part));
        // A key whose identity is gone is there for old mail.
        let best = best.filter(|_| self.adopted.is_none());
        best.map_or(Goes::New, |part| Goes::Yours(part.fingerprint.clone()))
    }

    /// Whether others encrypt to a newer key that is valid and can be on no Nitrokey. GnuPG prefers any subkey to the
    /// primary key, and knows neither X25519 nor X448 of RFC 9580.
    fn is_passed_over(&self, part: &Part) -> bool {
        let beyond = |other: &&Part| {
            let out = matches!(other.kept, Some(Kept::Kind | Kept::NoSecret)) && !other.kind.starts_with('X');
            out && other.uses.decrypt && !other.primary && !other.is_expired()
        };
        self.parts.iter().filter(beyond).any(|other| part.primary || other.made > part.made)
    }

    fn fitting(&self, slot: Slot) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.fits(slot))
    }

    /// What could go into `slot`: the owner's keys, newest first, and a new one.
    pub fn offers(&self, slot: Slot) -> Vec<Goes> {
        let mut parts: Vec<_> = self.fitting(slot).collect();
        parts.sort_by_key(|part| Reverse((!part.is_expired(), !part.primary, part.made)));
        parts.into_iter().map(|part| Goes::Yours(part.fingerprint.clone())).chain([Goes::New]).collect()
    }

    /// What is mended if it goes there: the certificate itself, what goes into a slot, and what is valid beside it.
    /// A key that the owner puts out of its slot is left as it is.
    pub fn mends(&self, places: &Places, plan: &Plan) -> Vec<Mend> {
        let preset = self.preset(plan).unwrap_or_else(|_| places.clone());
        let is = |goes: &Goes, part: &Part| goes.yours() == Some(&part.fingerprint);
        let placed = |part: &Part| places.iter().any(|goes| is(goes, part));
        let mended = |part: &&Part| {
            let there = part.primary || placed(part);
            let put_out = preset.iter().any(|goes| is(goes, part));
            let kept = part.kept.as_ref().is_some_and(|kept| *kept != Kept::Kind || !part.primary);
            !part.faults.is_empty() && !kept && (there || !part.is_expired() && !put_out)
        };
        // What its owner wanted to keep to themselves is given to everybody only if it goes onto a Nitrokey.
        let of = |part: &Part, fault: &Fault| *fault != Fault::Local || placed(part);
        let mend = |part: &Part| {
            let faults: Vec<_> = part.faults.iter().filter(|fault| of(part, fault)).copied().collect();
            Mend { fingerprint: part.fingerprint.clone(), faults }
        };
        self.parts.iter().filter(mended).map(mend).filter(|mend| !mend.faults.is_empty()).collect()
    }

    /// The keys that stay in the backup alone: those with a secret that are in no slot. A primary key that only
    /// certifies belongs there.
    pub fn kept<'a>(&'a self, places: &'a Places) -> impl Iterator<Item = &'a Part> {
        let placed = |part: &Part| places.iter().any(|goes| goes.yours() == Some(&part.fingerprint));
        self.parts.iter().filter(move |part| !placed(part))
    }

    /// The public numbers of the owner's keys that go into slots: whether a Nitrokey takes them is asked when it is met.
    pub fn numbers(&self, places: &Places) -> [Option<PublicKey>; 3] {
        let of_cert = |print: &str| {
            let mut keys =
                self.cert.keys().filter(|key| key.key().fingerprint().to_hex().eq_ignore_ascii_case(print));
            keys.next().map(|key| key.key().mpis().clone())
        };
        let numbers = |goes: &Goes| match (goes.yours(), &self.adopted) {
            (None, _) => None,
            (Some(_), Some(key)) => Some(key.mpis().clone()),
            (Some(print), None) => of_cert(print),
        };
        [numbers(&places[0]), numbers(&places[1]), numbers(&places[2])]
    }

    /// The fingerprints of all its keys: to know a Nitrokey that has them already.
    pub fn fingerprints(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.fingerprint.clone()).collect()
    }

    /// Whether the identity will have a key that signs. One that only certifies vouches for keys, and signs no mail.
    pub fn signs(&self, places: &Places) -> bool {
        let signs = |part: &Part| {
            part.uses.sign && !matches!(part.kept, Some(Kept::Revoked(_) | Kept::NoSecret | Kept::Unbound))
        };
        places[Slot::Signature as usize] == Goes::New || self.parts.iter().any(signs)
    }

    /// The time of all that is signed for it: not before its own newest signature, whose clock may have been ahead.
    pub fn today(&self, now: SystemTime) -> SystemTime {
        self.view.time.max(now)
    }

    /// Makes the identity: mends what is to be mended, makes what is to be new, and opens it once more as a recovery
    /// will, so that nothing is printed that would not come back.
    ///
    /// # Errors
    /// [`OpenPgpError`]; nothing was written.
    pub fn identity(&self, places: &Places, plan: &Plan, now: SystemTime) -> Result<Identity, OpenPgpError> {
        let mends = self.mends(places, plan);
        let Inventory { cert, adopted, parts, view, .. } = self;
        let adopted = adopted.as_ref();
        // No word of a key counts that is older than the key.
        let primary = cert.primary_key().key().creation_time();
        let made = if adopted.is_some() { now } else { now.max(primary) };
        let now = self.today(now);
        Mending { cert, adopted, parts, places, mends: &mends, plan, view, now, made }.identity()
    }
}

/// What is to be mended is signed anew on every name and subkey: how many there are, and how long each takes, was in the file.
fn is_soon_signed(cert: &Cert, parts: &[Part], view: &View) -> Result<(), OpenPgpError> {
    let mut work = Work::default();
    let is_mended = |part: &Part| !part.faults.is_empty();
    let secrets: HashMap<_, _> =
        cert.keys().unencrypted_secret().map(|key| (key.key().fingerprint().to_hex(), key.key())).collect();
    let Some(primary) = secrets.get(&cert.fingerprint().to_hex()) else { return Ok(()) };
    if parts.first().is_some_and(is_mended) {
        let photos = cert.user_attributes().filter(|photo| photo.self_signatures().next().is_some());
        work.sign(primary, 1 + user_ids::own(cert, view).len() + photos.count())?;
    }
    for part in parts.iter().filter(|part| !part.primary && is_mended(part)) {
        work.sign(primary, 1)?;
        // What signs says itself that it belongs there.
        secrets.get(&part.fingerprint).map_or(Ok(()), |key| work.sign(key, 1))?;
    }
    Ok(())
}

/// A secret that is not its public key's came so from the file.
fn damaged(error: OpenPgpError) -> OpenPgpError {
    match error {
        OpenPgpError::Broken(key) => OpenPgpError::Damaged(key),
        error => error,
    }
}

fn unusable(cert: &Cert, cause: Unusable) -> OpenPgpError {
    OpenPgpError::Unusable { key: cert.fingerprint().to_hex(), cause }
}
