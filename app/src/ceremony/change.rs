//! Station 2: what was made or opened is changed, in memory alone. It is in no backup before it is sealed again, and nobody
//! writes a Nitrokey with it before that was rehearsed.

use std::time::SystemTime;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::names::check_names;
use super::pin_choice::pins_for;
use super::{CeremonyError, Made, PinChoice, old_pins};
use crate::backup::{Moment, Secret, file_name};
use crate::nitrokey::Pin;
use crate::openpgp::{self, Reason};
use crate::plan::{Expiry, Plan, Quorum, Role, Trustee};

/// What an owner changes of the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new subkey for each slot, and the old ones revoked for this reason. Their secrets stay in the backup.
    NewSubkeys(Reason),
    /// Those that were replaced last are revoked once more: somebody else may have them after all.
    ReplacedAreKnown,
    /// All keys that matter expire so long after now.
    Expiry(Expiry),
    /// Another user id.
    AddUserId(String),
    /// One that others no longer find the key by.
    RevokeUserId(String),
    /// The one that others see first.
    MainUserId(String),
}

impl Made {
    /// Changes the keys, and makes the ready-made revocations anew for what the certificate is now.
    ///
    /// # Errors
    /// [`CeremonyError::OpenPgp`](CeremonyError); nothing has changed.
    pub fn change(&mut self, change: &Change, now: SystemTime) -> Result<(), CeremonyError> {
        let mut plan = self.plan.clone();
        let identity = match change {
            Change::NewSubkeys(reason) => self.identity.with_new_subkeys(&plan, *reason, now)?,
            Change::ReplacedAreKnown => self.identity.with_replaced_compromised(now)?,
            Change::Expiry(expiry) => {
                plan.expiry = *expiry;
                self.identity.prolonged(&plan, now)?
            }
            Change::AddUserId(id) => {
                Plan::new(id)?;
                self.identity.with_user_id(id, now)?
            }
            Change::RevokeUserId(id) => self.identity.without_user_id(id, now)?,
            Change::MainUserId(id) => self.identity.with_main_user_id(id, now)?,
        };
        if !matches!(change, Change::NewSubkeys(_) | Change::ReplacedAreKnown | Change::Expiry(_)) {
            // Those of a key that was brought may be none that a plan takes: it then says what it said.
            let before = std::mem::replace(&mut plan.user_ids, identity.user_ids());
            if plan.clone().checked().is_err() {
                plan.user_ids = before;
            }
        }
        if plan.slots.is_some() {
            plan.slots = Some(identity.slot_choice());
        }
        // Some programs take one for overtaken that is older than the newest self-signature, and that of a second change in
        // one sitting, or after a clock that was ahead, is later than now.
        let revocations = openpgp::revocations(&identity, now.max(identity.newest()))?;
        self.secret_key = identity.secret_armored()?;
        self.revocations.retain(|(name, _)| Reason::ALL.iter().all(|reason| reason.name() != name));
        self.revocations.splice(0..0, revocations);
        (self.identity, self.plan) = (identity, plan);
        self.has_changed();
        Ok(())
    }

    /// Other trustees, or another number of them. Which cards they get is decided when it is sealed under a new backup key.
    ///
    /// # Errors
    /// [`CeremonyError::Plan`], or [`CeremonyError::NotPrintable`]; nothing has changed.
    pub fn change_trustees(&mut self, quorum: Quorum, trustees: Vec<Trustee>) -> Result<(), CeremonyError> {
        let plan = Plan { quorum, trustees, ..self.plan.clone() }.checked()?;
        check_names(&plan)?;
        self.plan = plan;
        self.has_changed();
        Ok(())
    }

    /// Other Nitrokeys take the places of those that there were: their serials say nothing any more. One may stay as it is
    /// for now. It is known by its serial still. The PINs of all go into the vault, for those of their roles become others;
    /// beside the keys that they have now, so this comes before new ones are made.
    ///
    /// # Errors
    /// [`ContentsError::Name`](crate::backup::ContentsError::Name); nothing has changed.
    pub fn forget_nitrokeys(&mut self, stays: Option<&Role>, now: SystemTime) -> Result<(), CeremonyError> {
        if !self.pins.is_empty() {
            // Of all of them: which one stays is known for sure only if it is plugged in, and one that has no reset is written
            // anew with its old admin PIN alone.
            let (day, note) = (Moment::from(now).day(), old_pins::note(self));
            let names = (1u32..).map(|n| {
                format!(
                    "{}{day}{}.txt",
                    old_pins::PREFIX,
                    if n > 1 { format!("-{n}") } else { String::new() }
                )
            });
            let is_free = |name: &String| self.vault.iter().all(|(kept, _)| kept != name);
            if let Some(name) = names.take(100).find(is_free) {
                self.keep(&name, &note)?;
            }
        }
        self.pins.iter_mut().filter(|key| Some(&key.role) != stays).for_each(|key| key.serial = None);
        self.has_changed();
        Ok(())
    }

    /// New PINs for all its Nitrokeys, as after one was stolen.
    ///
    /// # Errors
    /// [`CeremonyError::PinCount`]; nothing has changed.
    pub fn renew_pins(&mut self, choice: PinChoice) -> Result<(), CeremonyError> {
        let roles = self.pins.iter().map(|key| key.role.clone()).collect();
        let anew = pins_for(roles, choice)?;
        for (key, (_, pins)) in self.pins.iter_mut().zip(anew) {
            key.pins = pins.into();
        }
        self.has_changed();
        Ok(())
    }

    /// Where the cards are, and how to reach who has them: one note for each, in the cards' order.
    ///
    /// # Errors
    /// As [`Made::change_trustees`].
    pub fn change_notes(&mut self, notes: &[String]) -> Result<(), CeremonyError> {
        let noted = self.plan.trustees.iter().zip(notes);
        let trustees =
            noted.map(|(trustee, note)| Trustee { note: note.clone(), ..trustee.clone() }).collect();
        self.change_trustees(self.plan.quorum, trustees)
    }

    /// What is printed, and GUIDE.txt, are in this language from now on.
    ///
    /// # Errors
    /// [`CeremonyError::Plan`]; nothing has changed.
    pub fn speak(&mut self, language: &str) -> Result<(), CeremonyError> {
        self.plan = Plan { language: language.to_owned(), ..self.plan.clone() }.checked()?;
        self.has_changed();
        Ok(())
    }

    /// Whether the backup holds the user PINs as well. Of those that it did not hold nothing is known: each is given by
    /// [`Made::change_pin`].
    pub fn keep_user_pins(&mut self, keep: bool) {
        self.plan.user_pin_in_backup = keep;
        if !keep {
            self.pins.iter_mut().for_each(|key| key.pins.user = None);
        }
        self.has_changed();
    }

    /// One PIN of a Nitrokey is another one: its owner has set it there.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchRole`]; nothing has changed.
    pub fn change_pin(&mut self, role: &Role, pin: Pin, typed: SecretString) -> Result<(), CeremonyError> {
        let Some(key) = self.pins.iter_mut().find(|key| key.role == *role) else {
            let known = self.pins.iter().map(|key| key.role.clone()).collect();
            return Err(CeremonyError::NoSuchRole { role: role.clone(), known });
        };
        match pin {
            Pin::User => key.pins.user = Some(typed),
            Pin::Admin => key.pins.admin = typed,
            Pin::ResetCode => key.pins.reset_code = typed,
        }
        self.has_changed();
        Ok(())
    }

    /// The file of this name in the vault is this one from now on; it may be a new one.
    ///
    /// # Errors
    /// [`ContentsError::Name`](crate::backup::ContentsError::Name); nothing has changed.
    pub fn keep_instead(&mut self, name: &str, content: &[u8]) -> Result<(), CeremonyError> {
        file_name(name)?;
        match self.vault.iter_mut().find(|(kept, _)| kept == name) {
            Some((_, kept)) => *kept = Zeroizing::new(content.to_vec()),
            None => return self.keep(name, content),
        }
        self.has_changed();
        Ok(())
    }

    /// This file is not kept any longer. Earlier sealings have it still.
    pub fn keep_no_longer(&mut self, name: &str) {
        self.vault.retain(|(kept, _)| kept != name);
        self.has_changed();
    }

    /// The names of what is kept in the vault, and what it is.
    pub fn vault(&self) -> &[(String, Secret)] {
        &self.vault
    }
}
