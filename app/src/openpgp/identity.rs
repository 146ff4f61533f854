//! An identity: a certificate with all its secrets, and which key goes into which slot.

use std::{fmt, time::SystemTime};

use openpgp::Cert;
use openpgp::armor::{Kind, Writer};
use openpgp::cert::CertParser;
use openpgp::cert::amalgamation::key::PrimaryKey as _;
use openpgp::packet::Key;
use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp::parse::Parse;
use openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::Part;
use super::kinds::describe;
use super::lasting::newest;
use super::left_out::{self, LeftOut};
use super::user_ids;
use super::view::View;
use super::words::newest_key;
use super::{Making, NoSecretKey, OpenPgpError, Unusable, at};
use crate::plan::{PrimaryKey, Slot, SlotChoice};

/// How much of an identity a Nitrokey says that it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// None of its keys.
    Nothing,
    /// Not what its slots are to have, but some key of it: an older subkey, or a Nitrokey that was not finished.
    Some,
    /// Each slot's key.
    All,
}

/// A key that goes into a slot.
pub type SlotKey = Key<SecretParts, UnspecifiedRole>;

/// A certificate with all its secrets, not protected by a passphrase, in wiping memory.
#[derive(Clone)]
pub struct Identity {
    cert: Cert,
    slots: [openpgp::Fingerprint; 3],
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({})", self.cert.fingerprint())
    }
}

impl Identity {
    /// Joins a certificate with the choice of its slots; each slot needs a key.
    pub(super) fn with_slots(
        cert: Cert,
        choice: Option<&SlotChoice>,
        primary_key: PrimaryKey,
        view: &View,
    ) -> Result<Self, OpenPgpError> {
        let chosen = |slot| choose(&cert, slot, choice.and_then(|c| c.of(slot)), primary_key, view);
        let slots = Slot::ALL.into_iter().map(chosen).collect::<Result<Vec<_>, _>>()?;
        Identity::of_slots(cert, &slots)
    }

    fn of_slots(cert: Cert, slots: &[Option<openpgp::Fingerprint>]) -> Result<Self, OpenPgpError> {
        let [Some(signature), Some(decryption), Some(authentication)] = slots else {
            return Err(OpenPgpError::Make { step: Making::Slots, cause: "a slot has no key".into() });
        };
        // What everybody may have can be taken out of it, whatever is in it: nothing below falls back to more.
        left_out::public(&cert).map_err(at(Making::PublicKey))?;
        Ok(Identity { slots: [signature.clone(), decryption.clone(), authentication.clone()], cert })
    }

    /// Reads `secret-key.asc` back, as it stood in a sealed backup: whatever the clock says, and whatever has
    /// become of its algorithms meanwhile.
    ///
    /// # Errors
    /// [`OpenPgpError`].
    pub fn from_secret_key(
        armored: &[u8],
        choice: Option<&SlotChoice>,
        primary_key: PrimaryKey,
    ) -> Result<Self, OpenPgpError> {
        let cert = sealed(armored)?;
        let view = View::lasting(&cert);
        let slots = Slot::ALL.into_iter().map(|slot| {
            let named = choice.and_then(|choice| choice.of(slot));
            let mut keys = cert.keys().unencrypted_secret().map(|key| key.key());
            let named = named
                .and_then(|print| keys.find(|key| key.fingerprint().to_hex().eq_ignore_ascii_case(print)));
            match named {
                // It was looked at when it was sealed, by the rules of that day.
                Some(key) if can(slot, key) => Ok(Some(key.fingerprint())),
                named => {
                    let print = named.map(|key| key.fingerprint().to_hex());
                    choose(&cert, slot, print.as_deref(), primary_key, &view)
                }
            }
        });
        let slots = slots.collect::<Result<Vec<_>, _>>()?;
        Identity::of_slots(cert, &slots)
    }

    /// The certificate, secrets included.
    pub(super) fn cert(&self) -> &Cert {
        &self.cert
    }

    /// The primary key's fingerprint, 40 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.cert.fingerprint().to_hex()
    }

    /// When the primary key was made.
    pub fn made(&self) -> SystemTime {
        self.cert.primary_key().key().creation_time()
    }

    /// When the newest of its keys was made, or the newest word of it signed.
    pub fn newest(&self) -> SystemTime {
        newest(&self.cert)
    }

    /// When the newest of its keys was made, whatever was signed since.
    pub fn newest_key(&self) -> SystemTime {
        newest_key(&self.cert)
    }

    /// The user ids that the key itself has bound and not taken back, the primary one first; all of them clean
    /// text of one line, whatever stands in the packets. What screens, paper and files say is this.
    pub fn user_ids(&self) -> Vec<String> {
        user_ids::shown(&self.cert)
    }

    /// The public certificate, as everybody may have it.
    pub fn public(&self) -> Cert {
        left_out::public(&self.cert).unwrap_or_else(|_| self.cert.clone().strip_secret_key_material())
    }

    /// The public certificate, armored: `public-key.asc`, with all photo ids and certifications, and without what
    /// is to stay local.
    ///
    /// # Errors
    /// If the library cannot write it.
    pub fn public_armored(&self) -> Result<Vec<u8>, OpenPgpError> {
        left_out::public(&self.cert).and_then(|cert| cert.armored().to_vec()).map_err(at(Making::PublicKey))
    }

    /// The transferable secret key, armored, not protected: `secret-key.asc`, as it is sealed. [`Self::left_out`]
    /// says what is not in it. The library's comments, which name fingerprint and user ids once more, are not: a backup
    /// sheet has no room to spare.
    ///
    /// # Errors
    /// If the library cannot write it.
    pub fn secret_armored(&self) -> Result<Zeroizing<Vec<u8>>, OpenPgpError> {
        let armored = |(cert, _): (Cert, LeftOut)| {
            let key = cert.as_tsk();
            // As large as it gets, so that it never moves and leaves no copy behind.
            let bytes = Vec::with_capacity(key.serialized_len() * 3 / 2 + 256);
            let mut writer = Writer::new(bytes, Kind::SecretKey)?;
            key.serialize(&mut writer)?;
            Ok(writer.finalize()?)
        };
        left_out::sealed(&self.cert).and_then(armored).map(Zeroizing::new).map_err(at(Making::SecretKey))
    }

    /// What [`Self::secret_armored`] goes without: it lies in `public-key.asc` beside the sealed backup.
    pub fn left_out(&self) -> LeftOut {
        left_out::sealed(&self.cert).map(|(_, left_out)| left_out).unwrap_or_default()
    }

    /// With the photo ids and certifications from the public key beside the sealed backup. Nothing else of that is
    /// believed, and what was sealed stays as it is.
    #[must_use]
    pub fn with_left_out(self, public: &Cert) -> Self {
        Identity { cert: left_out::with_left_out(&self.cert, public), ..self }
    }

    /// When the first of the keys expires that matter: the primary key, which the others fall with, and those in the
    /// slots.
    pub fn expires(&self) -> Option<SystemTime> {
        let placed = |part: &Part| self.slots.iter().any(|slot| part.fingerprint == slot.to_hex());
        let matter = self.parts().into_iter().filter(|part| part.primary || placed(part));
        matter.filter_map(|part| part.expires).min()
    }

    /// The fingerprints of the keys that were in use before and do on no Nitrokey what they did: old subkeys, and whatever
    /// mail was encrypted to and is not in the slot that decrypts, a primary key as well.
    pub fn kept(&self) -> Vec<String> {
        let parts = self.parts();
        let mail = |key: &openpgp::Fingerprint| {
            parts.iter().any(|part| part.uses.decrypt && part.fingerprint == key.to_hex())
        };
        let keys = self.cert.keys().unencrypted_secret().map(|key| (key.primary(), key.key().fingerprint()));
        let decrypts = |key: &openpgp::Fingerprint| self.slots[Slot::Decryption as usize] == *key;
        let kept = keys.filter(|(primary, key)| match self.slots.contains(key) {
            true => mail(key) && !decrypts(key),
            false => !primary || mail(key),
        });
        kept.map(|(_, key)| key.to_hex()).collect()
    }

    /// The fingerprints of all its other keys that are here with their secrets: these need not lie on a disk any more. Of
    /// one whose secret is elsewhere a note on the disk, or what a TPM keeps, may be all that there is.
    pub fn replaced(&self) -> Vec<String> {
        let kept = self.kept();
        let keys = self.cert.keys().unencrypted_secret().map(|key| key.key().fingerprint().to_hex());
        keys.filter(|key| !kept.contains(key)).collect()
    }

    /// The fingerprint of the key in `slot`.
    pub fn slot_fingerprint(&self, slot: Slot) -> openpgp::Fingerprint {
        self.slots[slot as usize].clone()
    }

    /// The keys in its slots, as a plan names them.
    pub fn slot_choice(&self) -> SlotChoice {
        let [signature, decryption, authentication] =
            Slot::ALL.map(|slot| Some(self.slot_fingerprint(slot).to_hex()));
        SlotChoice { signature, decryption, authentication }
    }

    /// All its keys, the primary one first: what each is and until when it is valid.
    pub fn parts(&self) -> Vec<Part> {
        super::import::parts(&self.cert, &View::lasting(&self.cert))
    }

    /// The fingerprints of the subkeys in the slots. The primary key may be in one itself, and is no subkey.
    pub fn slot_subkeys(&self) -> Vec<String> {
        let primary = self.fingerprint();
        let mut subkeys: Vec<_> = self.slots.iter().map(openpgp::Fingerprint::to_hex).collect();
        subkeys.retain(|subkey| *subkey != primary);
        subkeys.sort();
        subkeys.dedup();
        subkeys
    }

    /// How much of it is on a Nitrokey, by the fingerprints that its three slots have (C5, OpenPGP card 3.4
    /// § 4.4.3). A serial cannot tell: a Nitrokey may have been reset since, or have a new one from an update.
    pub fn carried(&self, prints: &[Option<String>; 3]) -> Carried {
        let is = |there: &String, key: &openpgp::Fingerprint| there.eq_ignore_ascii_case(&key.to_hex());
        let fits = |(key, there): (_, &Option<String>)| there.as_ref().is_some_and(|there| is(there, key));
        let ours = |there: &String| self.cert.keys().any(|key| is(there, &key.key().fingerprint()));
        match () {
            () if self.slots.iter().zip(prints).all(fits) => Carried::All,
            () if prints.iter().flatten().any(ours) => Carried::Some,
            () => Carried::Nothing,
        }
    }

    /// The key for `slot`, with its secret.
    ///
    /// # Errors
    /// If there is none, which [`Identity`]'s makers exclude.
    pub fn slot_key(&self, slot: Slot) -> Result<SlotKey, OpenPgpError> {
        let fingerprint = self.slot_fingerprint(slot);
        self.cert
            .keys()
            .unencrypted_secret()
            .find(|k| k.key().fingerprint() == fingerprint)
            .map(|k| k.key().clone())
            .ok_or_else(|| OpenPgpError::Stub(fingerprint.to_hex()))
    }

    /// The key of the signature slot, if it may sign, or else the newest that does; `None` if the identity only
    /// certifies.
    pub(super) fn signing_key(&self) -> Option<SlotKey> {
        let View { policy, time } = View::lasting(&self.cert);
        let slot = self.slot_fingerprint(Slot::Signature);
        let keys =
            self.cert.keys().unencrypted_secret().with_policy(&policy, time).supported().revoked(false);
        let best =
            keys.for_signing().max_by_key(|key| (key.key().fingerprint() == slot, key.key().creation_time()));
        best.map(|key| key.key().clone())
    }

    /// What the keys are made of, each once: `Ed25519, Cv25519`.
    pub fn algorithm(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for key in self.cert.keys() {
            let name = describe(key.key());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

/// The certificate of a `secret-key.asc` that was sealed here: one, with its primary key's secret, and no passphrase.
fn sealed(armored: &[u8]) -> Result<Cert, OpenPgpError> {
    let none = |e: anyhow::Error| OpenPgpError::NoSecretKey(NoSecretKey::Unreadable(e.to_string()));
    let certs = CertParser::from_bytes(armored).map_err(none)?;
    let mut certs = certs.collect::<openpgp::Result<Vec<_>>>().map_err(none)?;
    let cert = match (certs.pop(), certs.len()) {
        (None, _) => return Err(OpenPgpError::NoSecretKey(NoSecretKey::Empty)),
        (Some(cert), 0) => cert,
        (Some(_), others) => return Err(OpenPgpError::Several(others + 1)),
    };
    let print = || cert.fingerprint().to_hex();
    match () {
        () if !cert.is_tsk() => Err(OpenPgpError::NoSecretKey(NoSecretKey::Public)),
        () if cert.primary_key().key().version() != 4 => {
            Err(OpenPgpError::Unusable { key: print(), cause: Unusable::Version6 })
        }
        () if !cert.primary_key().key().has_unencrypted_secret() => Err(OpenPgpError::Stub(print())),
        () => Ok(cert),
    }
}

/// Whether a key can do at all what `slot` does.
fn can(slot: Slot, key: &SlotKey) -> bool {
    match slot {
        Slot::Decryption => key.pk_algo().for_encryption(),
        Slot::Signature | Slot::Authentication => key.pk_algo().for_signing(),
    }
}

/// The key for `slot`: the chosen one, or the newest whose flags say so. A key of its own goes
/// before the primary key, unless the plan wants the primary key in the signature slot.
///
/// A key that has expired is taken if there is no other: a recovery must still work then.
pub(super) fn choose(
    cert: &Cert,
    slot: Slot,
    chosen: Option<&str>,
    primary_key: PrimaryKey,
    view: &View,
) -> Result<Option<openpgp::Fingerprint>, OpenPgpError> {
    let parts = super::import::parts(cert, view);
    let mut able: Vec<_> = parts.iter().filter(|part| part.fits(slot)).collect();
    if let Some(chosen) = chosen {
        let hit = cert.keys().find(|key| key.key().fingerprint().to_hex().eq_ignore_ascii_case(chosen));
        let fits = able.iter().any(|part| part.fingerprint.eq_ignore_ascii_case(chosen));
        return match hit.filter(|_| fits) {
            Some(key) => Ok(Some(key.key().fingerprint())),
            None => Err(OpenPgpError::Slot {
                slot,
                key: chosen.into(),
                allowed: able.iter().map(|part| part.fingerprint.clone()).collect(),
            }),
        };
    }
    let primary_in_slot = slot == Slot::Signature && primary_key == PrimaryKey::SignatureSlot;
    if slot == Slot::Signature && !primary_in_slot {
        able.retain(|part| part.uses.sign);
    }
    let best =
        able.into_iter().max_by_key(|part| (!part.is_expired(), part.primary == primary_in_slot, part.made));
    let mut keys = cert.keys().map(|key| key.key().fingerprint());
    Ok(best.and_then(|best| keys.find(|key| key.to_hex() == best.fingerprint)))
}
