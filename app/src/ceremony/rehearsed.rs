//! Station 5, write: only a backup that was rehearsed, or just recovered, gives access to what writes.

use secrecy::{ExposeSecret, SecretString};

use super::may_write::{Enough, MayWrite};
use super::old_mail::OldMail;
use super::{CeremonyError, Event, Events, Made};
use crate::backup::{Moment, Readme, Sealing, Secret, SetId, bundle, id_of, readme};
use crate::machine::stick::folder::{Stick, write_folder};
use crate::nitrokey::{
    self, Bus, Erase, Expected, Info, Personalization, Proof, Serial, Settings, Sitting, Unlock,
};
use crate::openpgp::{
    Identity, OpenPgpError, Part, SlotKey, Subkeys, protected_secret_key, protected_subkeys,
};
use crate::pins::Pins;
use crate::plan::{Plan, Role, Slot, name_in};

/// An identity whose backup has been proven, and it alone: which one says its SHA-256. `Paper` says how far
/// the share cards' paper was proven with it: [`FromPaper`], or as [`SpotChecked`](super::SpotChecked) and
/// [`Ready`](super::Ready) say.
///
/// It is the only way to `flash`. What writes a Nitrokey cannot be called around it:
///
/// ```compile_fail,E0603
/// use coldspare::nitrokey::flash;
/// ```
///
/// and nobody can make one up:
///
/// ```compile_fail,E0451
/// # use coldspare::ceremony::{Made, Rehearsed};
/// # fn unproven(made: Made) -> Rehearsed {
/// Rehearsed { made, ..panic!() }
/// # }
/// ```
pub struct Proven<Paper> {
    sealed_backup: [u8; 32],
    which: Sealing,
    made: Made,
    flashed: Vec<Flashed>,
    pub(super) paper: Paper,
    /// What this sitting knows of the Nitrokeys that it has begun to write.
    sitting: Sitting,
    /// What is written for old mail, if it is.
    old_mail: Option<OldMail>,
}

/// Proven from paper: by a rehearsal with k cards as they were read whole, or by a recovery with k cards.
pub type Rehearsed = Proven<FromPaper>;

/// k cards, as they were read, opened the sealed backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromPaper(pub(super) ());

impl Enough for FromPaper {}
impl MayWrite for FromPaper {}

impl<Paper> std::fmt::Debug for Proven<Paper> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let paper = std::any::type_name::<Paper>().rsplit("::").next().unwrap_or_default();
        write!(f, "Proven({paper}, {:?}, flashed {:?})", self.made.identity, self.flashed)
    }
}

/// A Nitrokey that was written, and must still be proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flashed {
    /// Which one.
    pub serial: Serial,
    /// What it is.
    pub role: Role,
}

impl<Paper> Proven<Paper> {
    /// For those who have just proven the sealed backup with this SHA-256, which is that of this set: the rehearsal and the
    /// recovery.
    pub(super) fn of(sealed_backup: [u8; 32], (set, number): (SetId, u32), made: Made, paper: Paper) -> Self {
        let (flashed, sitting) = (Vec::new(), Sitting::default());
        let which = Sealing { set, number, id: id_of(sealed_backup) };
        Proven { sealed_backup, which, made, flashed, paper, sitting, old_mail: None }
    }

    /// The same proof, of which something else is known about the paper.
    pub(super) fn with<Other>(self, paper: Other) -> Proven<Other> {
        let Proven { sealed_backup, which, made, flashed, paper: _, sitting, old_mail } = self;
        Proven { sealed_backup, which, made, flashed, paper, sitting, old_mail }
    }

    /// SHA-256 of the sealed backup that was proven.
    pub fn sealed_backup(&self) -> [u8; 32] {
        self.sealed_backup
    }

    /// Which sealed backup was proven, as it says itself.
    pub fn which(&self) -> Sealing {
        self.which
    }

    /// The Nitrokeys that an earlier proof of the same sealed backup wrote, or began to write, count for this one.
    #[must_use]
    pub fn after<Other>(mut self, before: &Proven<Other>) -> Self {
        if self.sealed_backup == before.sealed_backup {
            self.flashed.clone_from(&before.flashed);
            self.sitting.clone_from(&before.sitting);
        }
        self
    }

    /// What was proven, to be changed and sealed again.
    pub fn made(&self) -> &Made {
        &self.made
    }

    /// The identity.
    pub fn identity(&self) -> &Identity {
        &self.made.identity
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.made.plan
    }

    /// The vault's files: one-time-password seeds, passphrases, recovery codes.
    pub fn vault(&self) -> &[(String, Secret)] {
        &self.made.vault
    }

    /// The Nitrokeys written in this ceremony.
    pub fn flashed(&self) -> &[Flashed] {
        &self.flashed
    }

    /// Whether this sitting has begun to write this Nitrokey: then it knows its admin PIN, and need not ask.
    pub fn has_begun(&self, serial: Serial) -> bool {
        self.sitting.has_begun(serial)
    }

    /// What a Nitrokey is, if its serial was known when the backup was sealed.
    pub fn role_of(&self, serial: Serial) -> Option<&Role> {
        let serial = serial.to_string();
        self.made.pins.iter().find(|p| p.serial.as_deref() == Some(&serial)).map(|p| &p.role)
    }

    /// What a Nitrokey is that carries these keys. A firmware update may have changed its serial (a Start's has):
    /// then it is the one role that it can be, if there is but one.
    pub fn role_of_ours(&self, serial: Serial) -> Option<&Role> {
        let written = |role: &Role| self.flashed.iter().any(|f| f.role == *role && f.serial != serial);
        // An update changes the number, not the maker.
        let can_be =
            |known: &String| Serial::parse(known).is_none_or(|k| k.manufacturer == serial.manufacturer);
        let by_keys = || {
            let mut roles = self
                .made
                .pins
                .iter()
                .filter(|pins| !written(&pins.role) && pins.serial.as_ref().is_none_or(can_be));
            roles.next().filter(|_| roles.next().is_none()).map(|pins| &pins.role)
        };
        self.role_of(serial).or_else(by_keys)
    }

    /// The serial of the Nitrokey that had this role when the backup was sealed, if one was there.
    pub fn serial_of(&self, role: &Role) -> Option<&str> {
        self.made.pins.iter().find(|p| p.role == *role)?.serial.as_deref()
    }

    /// The moment at which the newest key on this Nitrokey was made, if the backup does not know it, and has none as new: if the
    /// Nitrokey is the owner's, that backup is not today's, however late it was sealed again.
    pub fn newer_key(&self, info: &Info) -> Option<Moment> {
        let known = self.made.identity.parts();
        let is_known = |print: &str| known.iter().any(|part| part.fingerprint.eq_ignore_ascii_case(print));
        let newest = Moment::from(self.made.identity.newest_key());
        let keys = info.fingerprints.iter().zip(info.key_times);
        let unknown = keys.filter(|(print, _)| print.as_ref().is_some_and(|print| !is_known(print)));
        unknown.filter_map(|(_, time)| time.map(Moment::from)).filter(|time| *time > newest).max()
    }

    /// Whether `role` is one that comes after all those of the plan: one Nitrokey more than was planned.
    fn is_one_more(&self, role: &Role) -> bool {
        role.index().is_some_and(|index| index >= self.made.plan.nitrokeys)
    }

    /// The PINs that there are for a role: those that were set or sealed. One Nitrokey more than was planned, or one for
    /// old mail, gets those of the last one that was: what is not in the backup would be lost with it.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchRole`].
    pub fn known_pins(&self, role: &Role) -> Result<&Pins<Option<SecretString>>, CeremonyError> {
        let known = || self.made.pins.iter().map(|p| p.role.clone()).collect();
        let of_role = self.made.pins.iter().find(|p| p.role == *role);
        of_role
            .or_else(|| self.made.pins.last().filter(|_| self.is_one_more(role) || self.old_mail.is_some()))
            .map(|known| &known.pins)
            .ok_or_else(|| CeremonyError::NoSuchRole { role: role.clone(), known: known() })
    }

    /// From now on Nitrokeys are written for old mail, with this key in the slot that decrypts.
    ///
    /// # Errors
    /// [`OpenPgpError::Stub`] if that key is not among those that decrypted before.
    pub fn writes_for_old_mail(&mut self, key: &str) -> Result<(), OpenPgpError> {
        self.old_mail = Some(OldMail::with(key, &self.made.identity)?);
        Ok(())
    }

    /// And as always again.
    pub fn writes_as_always(&mut self) {
        self.old_mail = None;
    }

    /// The key of before that goes into the slot that decrypts, if Nitrokeys are written for old mail.
    pub fn for_old_mail(&self) -> Option<Part> {
        self.old_mail.as_ref()?.part(&self.made.identity)
    }

    /// The role whose PINs a Nitrokey with these keys was given, if it was written for old mail.
    pub fn gave_pins_for_old_mail(&self, prints: &[Option<String>; 3]) -> Option<&Role> {
        OldMail::is_on(prints, &self.made.identity).then(|| self.made.pins.last().map(|last| &last.role))?
    }

    /// What is written: the keys of the three slots.
    fn keys_to_write(&self) -> Result<[Option<SlotKey>; 3], OpenPgpError> {
        let identity = &self.made.identity;
        if let Some(old_mail) = &self.old_mail {
            return old_mail.keys(identity);
        }
        let [signature, decryption, authentication] = Slot::ALL.map(|slot| identity.slot_key(slot));
        Ok([Some(signature?), Some(decryption?), Some(authentication?)])
    }

    /// All three for a role, with the user PIN that was typed now, or else the one that was set or sealed.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchRole`] or [`CeremonyError::UserPinNeeded`].
    pub fn pins(&self, role: &Role, user: Option<&SecretString>) -> Result<Pins, CeremonyError> {
        let pins = self.known_pins(role)?.with(user);
        pins.ok_or_else(|| CeremonyError::UserPinNeeded { role: role.clone() })
    }
}

impl<Paper: MayWrite> Proven<Paper> {
    /// Writes the Nitrokey that the owner agreed to erase. If it is pulled out at any moment, the
    /// same call finishes the work once it is back.
    ///
    /// # Errors
    /// [`CeremonyError`]; what can be refused is refused before anything is written.
    pub fn flash(
        &mut self,
        bus: &dyn Bus,
        erase: &Erase,
        role: &Role,
        pins: &Pins,
        start: &Unlock,
        events: Events<'_>,
    ) -> Result<Flashed, CeremonyError> {
        let serial = erase.serial();
        if let Some(other) = self.flashed.iter().find(|f| f.serial == serial && f.role != *role) {
            return Err(CeremonyError::AlreadyFlashed { serial, role: other.role.clone() });
        }
        let keys = self.keys_to_write()?;
        // It may have been another one until now: each role has its own admin PIN. What was for old mail has the last one's.
        let is = self.role_of_ours(serial).filter(|_| self.old_mail.is_none());
        let is = is.and_then(|is| self.made.pins.iter().find(|p| p.role == *is));
        let sealed = is.map_or(&pins.admin, |is| &is.pins.admin).clone();
        let personalization = Personalization { keys, settings: self.settings(), pins: pins.clone(), sealed };
        let mut doing = |doing| events(Event::Nitrokey { serial, doing });
        nitrokey::flash(bus, erase, start, &personalization, &mut self.sitting, &mut doing)?;
        let flashed = Flashed { serial, role: role.clone() };
        self.flashed.retain(|f| f.serial != serial);
        self.flashed.push(flashed.clone());
        Ok(flashed)
    }
}

impl<Paper> Proven<Paper> {
    /// What every Nitrokey gets beside keys and PINs.
    fn settings(&self) -> Settings {
        let user_ids = self.made.identity.user_ids();
        Settings {
            holder: user_ids.first().map_or(self.made.plan.owner(), |id| name_in(id)).into(),
            language: self.made.plan.language.clone(),
            url: self.made.plan.public_key_url.clone(),
            touch: self.made.plan.touch,
        }
    }

    /// Has a Nitrokey that was just written use every key on it, with the PINs just set.
    ///
    /// # Errors
    /// [`CeremonyError::Nitrokey`]: do not use it before it is proven.
    pub fn prove(
        &self,
        bus: &dyn Bus,
        flashed: &Flashed,
        pins: &Pins,
        events: Events<'_>,
    ) -> Result<Proof, CeremonyError> {
        self.prove_with(bus, flashed.serial, &pins.user, Some(&pins.admin), events)
    }

    /// Proves a Nitrokey that was written earlier, a spare from the drawer.
    ///
    /// # Errors
    /// [`CeremonyError::Nitrokey`].
    pub fn prove_spare(
        &self,
        bus: &dyn Bus,
        serial: Serial,
        user: &SecretString,
        events: Events<'_>,
    ) -> Result<Proof, CeremonyError> {
        self.prove_with(bus, serial, user, None, events)
    }

    fn prove_with(
        &self,
        bus: &dyn Bus,
        serial: Serial,
        user: &SecretString,
        admin: Option<&SecretString>,
        events: Events<'_>,
    ) -> Result<Proof, CeremonyError> {
        // One that was written earlier is no Nitrokey for old mail.
        let slots = match admin {
            Some(_) => self.keys_to_write()?.map(|key| key.map(|key| key.fingerprint())),
            None => Slot::ALL.map(|slot| Some(self.made.identity.slot_fingerprint(slot))),
        };
        let expected =
            Expected { cert: self.made.identity.public(), slots, settings: admin.map(|_| self.settings()) };
        let mut doing = |doing| events(Event::Nitrokey { serial, doing });
        Ok(nitrokey::prove(bus, serial, &expected, user, admin, &mut doing)?)
    }
}

impl<Paper: MayWrite> Proven<Paper> {
    /// 'Use it without a Nitrokey': the secret key to a folder on a stick, under a passphrase, in
    /// the form that `gpg --import` takes, and `README.txt`, which tells how. Returns the folder's name.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing half-written stands under the folder's name.
    pub fn export(&self, stick: &dyn Stick, passphrase: &SecretString) -> Result<String, CeremonyError> {
        self.export_as(protected_secret_key, stick, passphrase)
    }

    /// The same without the primary key, which stays in the backup alone: whoever gets hold of it makes no other subkeys.
    ///
    /// # Errors
    /// As [`Proven::export`].
    pub fn export_subkeys(
        &self,
        stick: &dyn Stick,
        passphrase: &SecretString,
        which: Subkeys,
    ) -> Result<String, CeremonyError> {
        self.export_as(
            |identity, passphrase| protected_subkeys(identity, passphrase, which),
            stick,
            passphrase,
        )
    }

    fn export_as(
        &self,
        protected: impl Fn(&Identity, &SecretString) -> Result<Vec<u8>, OpenPgpError>,
        stick: &dyn Stick,
        passphrase: &SecretString,
    ) -> Result<String, CeremonyError> {
        let length = passphrase.expose_secret().chars().count();
        if length < 12 {
            return Err(CeremonyError::ShortPassphrase(length));
        }
        let folder = format!("{}-secret-key", bundle::folder(&self.made.identity.fingerprint()));
        let secret = protected(&self.made.identity, passphrase)?;
        let public = self.made.identity.public_armored()?;
        let readme = readme(&Readme {
            user_ids: &self.made.identity.user_ids(),
            fingerprint: &self.made.identity.fingerprint(),
            login: &self.made.identity.slot_fingerprint(Slot::Authentication).to_hex(),
            language: &self.made.plan.language,
        });
        let files: [(&str, &[u8]); 3] =
            [("secret-key.asc", &secret), (bundle::PUBLIC_KEY, &public), (bundle::README, readme.as_bytes())];
        write_folder(stick, &folder, &files)?;
        Ok(folder)
    }
}
