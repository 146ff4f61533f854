//! New signatures where the old ones are missing, too weak or over, and new keys where there are none.
//!
//! Nothing is taken away: a certificate only grows. What is signed anew says what the old signature said, apart
//! from what is mended.

use std::time::{Duration, SystemTime};

use openpgp::crypto::KeyPair;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::signature::subpacket::{SubpacketArea, SubpacketTag};
use openpgp::packet::{Signature, UserID};
use openpgp::types::{HashAlgorithm, KeyFlags};
use openpgp::{Cert, Packet};
use sequoia_openpgp as openpgp;

use super::super::expiry;
use super::super::user_ids::Standing;
use super::super::view::View;
use super::super::words::{self, Over};
use super::super::{
    Identity, Making, OpenPgpError, SlotKey, at, make, prove_secrets, read_public, read_signed, revocations,
    sign_cleartext, user_ids,
};
use super::part::{Fault, Part, Uses, binding, is_weak, parts};
use super::places::{Goes, Mend, Places};
use crate::plan::{Plan, PrimaryKey, Slot, SlotChoice};

/// What was brought, and what is to become of it.
pub(super) struct Mending<'a> {
    pub(super) cert: &'a Cert,
    /// A decryption key around which a new identity is made.
    pub(super) adopted: Option<&'a SlotKey>,
    pub(super) parts: &'a [Part],
    pub(super) places: &'a Places,
    pub(super) mends: &'a [Mend],
    pub(super) plan: &'a Plan,
    pub(super) view: &'a View,
    /// The time of every new signature on what is there.
    pub(super) now: SystemTime,
    /// When new keys are made: GnuPG uses none whose day is to come, even if its own clock has gone ahead.
    pub(super) made: SystemTime,
}

impl Mending<'_> {
    /// The identity with all its secrets, as it is sealed.
    ///
    /// # Errors
    /// [`OpenPgpError`], also if it would not come back as a recovery opens it.
    pub(super) fn identity(&self) -> Result<Identity, OpenPgpError> {
        let mut cert = match self.adopted {
            Some(key) => make::around(self.plan, key, self.made)?,
            None => self.mended().map_err(at(Making::Mended))?,
        };
        let mut prints = [None, None, None];
        for (slot, goes) in Slot::ALL.into_iter().zip(self.places) {
            prints[slot as usize] = Some(match goes {
                Goes::Yours(print) => print.clone(),
                Goes::New => {
                    let plan = self.plan;
                    let (grown, print) = make::add_subkey(cert, slot, plan.algorithm, plan.expiry, self.made)
                        .map_err(at(Making::MissingSubkey))?;
                    cert = grown;
                    print.to_hex()
                }
            });
        }
        let [signature, decryption, authentication] = prints;
        let choice = SlotChoice { signature, decryption, authentication };
        let view = View::lasting(&cert);
        let identity = Identity::with_slots(cert, Some(&choice), self.plan.primary_key, &view)?;
        comes_back(&identity, &choice, self.plan.primary_key, self.now)?;
        Ok(identity)
    }

    fn mended(&self) -> openpgp::Result<Cert> {
        let signer = self.cert.primary_key().key().clone().parts_into_secret()?;
        let mut signer = signer.into_keypair()?;
        let mut packets = self.of_primary(&mut signer)?;
        for subkey in self.cert.keys().subkeys() {
            let print = subkey.key().fingerprint().to_hex();
            let Some(faults) = self.faults(&print) else { continue };
            let Some((old, _)) = binding(self.cert, &subkey, self.view) else { continue };
            let key = subkey.key().role_as_unspecified();
            // Where the old signature alone had an end, that is the key's day from now on.
            let until = match faults.contains(&Fault::Expired) {
                true => self.until(key.creation_time()),
                false => self.has_until(&print, key.creation_time()),
            };
            let mut anew = self.anew(old.clone(), faults, Some(until), self.flags(&print, false))?;
            let without = |mut area: SubpacketArea| {
                area.remove_all(SubpacketTag::EmbeddedSignature);
                if faults.contains(&Fault::Local) {
                    area.remove_all(SubpacketTag::ExportableCertification);
                }
                Ok(area)
            };
            anew = anew.modify_hashed_area(without)?.modify_unhashed_area(without)?;
            let signs = subkey.key().pk_algo().for_signing();
            // What it cannot do, it does not say itself either; others would want a back signature.
            if let Some(flags) = anew.key_flags().filter(|_| !signs) {
                anew =
                    anew.set_key_flags(flags.clear_signing().clear_certification().clear_authentication())?;
            }
            if anew.key_flags().is_some_and(|flags| flags.for_signing()) {
                let mut back = subkey.key().clone().parts_into_secret()?.into_keypair()?;
                anew = make::with_back_signature(anew, &mut back, self.cert, subkey.key(), self.now)?;
            }
            let signature =
                anew.sign_subkey_binding(&mut signer, self.cert.primary_key().key(), subkey.key())?;
            packets.push(signature.into());
        }
        Ok(self.cert.clone().insert_packets(packets)?.0)
    }

    /// New signatures on the primary key and on its user ids, as far as they are needed.
    fn of_primary(&self, signer: &mut KeyPair) -> openpgp::Result<Vec<Packet>> {
        let primary = self.cert.primary_key();
        let print = self.cert.fingerprint().to_hex();
        let faults = self.faults(&print).unwrap_or_default();
        let made = primary.key().creation_time();
        let flags = self.flags(&print, true);
        let dated = faults.contains(&Fault::Expired) || faults.contains(&Fault::DayOnKey);
        let touched = |old: &Signature| {
            dated || faults.contains(&Fault::NoFlags) || faults.contains(&Fault::Hash) && is_weak(old)
        };
        // Of user ids the newest says until when the key is valid, what it may do and which one is the main one: if one
        // is signed anew, all are, and all say the same.
        let said = expiry::of_primary(self.cert, self.view).uses;
        let said = said.filter(|_| !faults.contains(&Fault::NoFlags));
        // The plan's day, or the one that it has.
        let renewed = faults.contains(&Fault::Expired);
        let until = if renewed { self.until(made) } else { self.has_until(&print, made) };
        let mut packets: Vec<Packet> = Vec::new();
        // GnuPG believes what is signed on the key itself before what is signed on a user id, and gives a new date to
        // the latter alone: the date stands there, or an owner could never give another one.
        let direct = expiry::on_the_key(self.cert, self.view).cloned();
        if let Some(old) = direct.clone().filter(touched) {
            let anew = self.anew(old, faults, dated.then_some(None), flags.clone())?;
            packets.push(anew.sign_direct_key(signer, primary.key())?.into());
        }
        let own = user_ids::own(self.cert, self.view);
        let main = own.iter().find(|own| own.standing() == Standing::Valid).map(|own| own.id);
        let standing = own.iter().filter_map(|own| Some((own.id, own.binding?.clone())));
        if !faults.is_empty() {
            let ends = !renewed;
            let anew = |old: &Signature| self.said_anew(old, faults, (until, ends), &flags, &said);
            for (id, old) in standing {
                // All are signed in the same second: which one is the main one has to be said.
                let anew = anew(&old)?.set_primary_userid(main == Some(id))?;
                packets.push(anew.sign_userid_binding(signer, primary.key(), id)?.into());
            }
            // What is said of the key on a photo counts for GnuPG as well.
            for photo in self.cert.user_attributes() {
                let word = words::counting(words::of_photo(&photo), self.view, Over::Counts);
                let says = |word: &&Signature| {
                    words::period(word).is_some() || words::flags(word).is_some() || is_weak(word)
                };
                if let Some(old) = word.filter(|word| words::stands(word, self.view)).filter(says) {
                    let photo = photo.user_attribute();
                    let word = anew(old)?.sign_user_attribute_binding(signer, primary.key(), photo)?;
                    packets.push(word.into());
                }
            }
        }
        if let (None, Some(text)) = (main, self.plan.user_ids.first()) {
            let id = UserID::from(text.as_str());
            let flags = direct.as_ref().and_then(words::flags).or(flags);
            let flags = flags.unwrap_or_else(|| KeyFlags::empty().set_certification().set_signing());
            let binding = make::user_id_binding(&id, signer, self.cert, flags, until, true, self.now)?;
            packets.extend([Packet::from(id), binding.into()]);
        }
        Ok(packets)
    }

    /// What was said of the primary key on a user id or a photo, with this day, and what it may do as it counts; and for no
    /// longer than it was said, if that `ends`.
    fn said_anew(
        &self,
        old: &Signature,
        faults: &[Fault],
        (until, ends): (Option<Duration>, bool),
        flags: &Option<KeyFlags>,
        said: &Option<KeyFlags>,
    ) -> openpgp::Result<SignatureBuilder> {
        let ends = words::ends(old).filter(|_| ends);
        let mut anew = self.anew(old.clone(), faults, Some(until), flags.clone())?;
        if let Some(left) = ends.and_then(|ends| ends.duration_since(self.now).ok()) {
            // From the whole second on that stands in it.
            let left = left.as_secs() + u64::from(left.subsec_nanos() > 0);
            anew = anew.set_signature_validity_period(Duration::from_secs(left))?;
        }
        match said.clone() {
            Some(said) => anew.set_key_flags(said),
            None => Ok(anew),
        }
    }

    fn faults(&self, print: &str) -> Option<&[Fault]> {
        self.mends.iter().find(|mend| mend.fingerprint == print).map(|mend| &mend.faults[..])
    }

    /// What a key is for that does not say it: what its slots need, and what others have used it for.
    fn flags(&self, print: &str, primary: bool) -> Option<KeyFlags> {
        let part = self.parts.iter().find(|part| part.fingerprint == print)?;
        let placed = |slot: Slot| self.places[slot as usize].yours() == Some(print);
        let Uses { sign, decrypt, authenticate, .. } = part.uses;
        let mut flags = KeyFlags::empty();
        if primary {
            flags = flags.set_certification();
        }
        // A subkey that decrypts signs only if it is to: it would have to say itself that it belongs here.
        if sign && (primary || placed(Slot::Signature) || !decrypt) {
            flags = flags.set_signing();
        }
        if decrypt {
            flags = flags.set_transport_encryption().set_storage_encryption();
        }
        if authenticate || placed(Slot::Authentication) {
            flags = flags.set_authentication();
        }
        Some(flags)
    }

    /// What an old signature said, with what is mended, and another day if there is one.
    fn anew(
        &self,
        old: Signature,
        faults: &[Fault],
        until: Option<Option<Duration>>,
        flags: Option<KeyFlags>,
    ) -> openpgp::Result<SignatureBuilder> {
        // Where it says something twice, the first counts.
        let (said, period) = (words::flags(&old), words::period(&old));
        let mut anew = SignatureBuilder::from(old)
            .set_hash_algo(HashAlgorithm::SHA512)
            .set_signature_creation_time(self.now)?
            .modify_hashed_area(|mut area| {
                area.remove_all(SubpacketTag::SignatureExpirationTime);
                Ok(area)
            })?;
        if let Some(until) = until {
            anew = anew.set_key_validity_period(until)?;
        } else if anew.key_validity_period().filter(|period| !period.is_zero()) != period {
            anew = anew.set_key_validity_period(period)?;
        }
        match (flags, said) {
            (Some(flags), _) if faults.contains(&Fault::NoFlags) => anew.set_key_flags(flags),
            (_, Some(said)) if anew.key_flags().as_ref() != Some(&said) => anew.set_key_flags(said),
            _ => Ok(anew),
        }
    }

    /// How long this key, which was made then, is valid as things stand.
    fn has_until(&self, print: &str, made: SystemTime) -> Option<Duration> {
        let part = self.parts.iter().find(|part| part.fingerprint == print)?;
        part.expires?.duration_since(made).ok()
    }

    /// How long a key that was made then is valid, if it is to be valid from now on for the plan's time.
    fn until(&self, made: SystemTime) -> Option<Duration> {
        make::validity_from(self.plan.expiry, made, self.now)
    }
}

/// Signs these keys of a certificate anew, so that they are valid for the plan's time from now on; its slots have what is in
/// `places`.
///
/// # Errors
/// [`OpenPgpError`], also if it would not come back as a recovery opens it.
pub(in crate::openpgp) fn signed_for_longer(
    cert: &Cert,
    keys: &[String],
    places: &Places,
    plan: &Plan,
    now: SystemTime,
) -> Result<Identity, OpenPgpError> {
    let view = View::lasting(cert);
    let longer = |key: &String| Mend { fingerprint: key.clone(), faults: vec![Fault::Expired] };
    let (mends, parts) = (keys.iter().map(longer).collect::<Vec<_>>(), parts(cert, &view));
    let (mends, parts, view) = (&mends, &parts, &view);
    Mending { cert, adopted: None, parts, places, mends, plan, view, now, made: now }.identity()
}

/// Does at the import what a rehearsal and a recovery will do: what would fail there fails before anything is printed.
pub(in crate::openpgp) fn comes_back(
    identity: &Identity,
    choice: &SlotChoice,
    primary_key: PrimaryKey,
    now: SystemTime,
) -> Result<(), OpenPgpError> {
    let again = Identity::from_secret_key(&identity.secret_armored()?, Some(choice), primary_key)?;
    prove_secrets(&again)?;
    revocations(&again, now)?;
    let public = read_public(&again.public_armored()?).map_err(at(Making::PublicKey))?;
    read_signed(&public, &sign_cleartext(&again, "It comes back.\n", now)?).map(|_| ())
}
