//! Station 1, hold: the identity and the PINs, in memory alone.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::SystemTime;

use zeroize::Zeroizing;

use super::opened::{Opened, Outside};
use super::pin_choice::make_pins;
use super::what_where::what_where;
use super::{CardsProven, CeremonyError, Event, Events, Meeting, PinChoice, Planned, Split};
use crate::backup::{self, Contents, Copies, Counts, Manifest, PartError, SealingRecord, Secret, file_name};
use crate::nitrokey::takes;
use crate::openpgp::{self, Identity, Inventory, Places};
use crate::paper::WhatWhere;
use crate::pins::{KeyPins, Pins};
use crate::plan::{Plan, Role, Slot};

/// Where an identity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// It was made here.
    New,
    /// It was there before.
    Brought,
    /// It was made here around a decryption key that was there before.
    Around,
    /// It was opened.
    Opened,
}

/// Everything that is held: the identity, its revocation certificates, the PINs, the vault; made now, brought along, or
/// opened. What was opened has its cards beside it, so that it can be sealed again under the same backup key, or under a
/// new one; nothing that was in it is lost by that.
///
/// It may have been changed, and is in no backup then: nobody writes a Nitrokey with it
///
/// ```compile_fail,E0599
/// # use coldspare::ceremony::Made;
/// # use coldspare::nitrokey::{Bus, Erase, Unlock};
/// # use coldspare::pins::Pins;
/// # use coldspare::plan::Role;
/// # fn write(mut made: Made, bus: &dyn Bus, erase: &Erase, pins: &Pins, start: &Unlock) {
/// made.flash(bus, erase, &Role::Primary, pins, start, &mut |_| ());
/// # }
/// ```
///
/// before it was sealed, and that was rehearsed: there is no other way to what writes,
///
/// ```compile_fail,E0277
/// # use coldspare::ceremony::{Made, Rehearsed};
/// # fn unproven(changed: Made) -> Rehearsed {
/// changed.into()
/// # }
/// ```
///
/// and what has been proven is not changed under it:
///
/// ```compile_fail,E0596
/// # use coldspare::ceremony::Rehearsed;
/// # fn change(rehearsed: &mut Rehearsed) {
/// rehearsed.made().keep("totp-mail", b"never sealed");
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Made {
    pub(super) plan: Plan,
    pub(super) origin: Origin,
    pub(super) identity: Identity,
    /// The identity with all its secrets, as it is sealed. Written down once: in which order the library puts user ids
    /// depends on what the clock says, and what was sealed is compared with this.
    pub(super) secret_key: Secret,
    pub(super) revocations: Vec<(String, Secret)>,
    pub(super) pins: Vec<KeyPins>,
    pub(super) vault: Vec<(String, Secret)>,
    /// What went where, if keys were brought along.
    pub(super) what_where: Option<WhatWhere>,
    /// Files in an opened backup that this version does not know.
    pub(super) others: Vec<(PathBuf, Secret)>,
    /// Where earlier sealings left copies, and the last of them, if it was opened.
    pub(super) copies: Vec<Copies>,
    pub(super) sealing: Option<SealingRecord>,
    /// The cards and the backup that it was opened from.
    pub(super) opened: Option<Opened>,
    /// When it was made or opened.
    pub(super) at: SystemTime,
    /// How many codes it will have on paper, once that was asked.
    on_paper: OnceLock<Result<Counts, Option<PartError>>>,
}

impl Made {
    /// Makes a new identity by the meeting's plan.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing was written.
    pub fn make(
        meeting: &Meeting,
        pins: PinChoice,
        now: SystemTime,
        events: Events<'_>,
    ) -> Result<Self, CeremonyError> {
        let pins = make_pins(meeting, pins)?;
        events(Event::MakingKeys);
        let identity = openpgp::make(meeting.plan(), now)?;
        let mut made = Made::of(meeting, identity, pins, now)?;
        // A plan that was written for keys to be brought may name some: none of them is here.
        made.plan.slots = None;
        Ok(made)
    }

    /// Takes an identity that exists, or what is left of it: each key goes where the owner has said.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing was written.
    pub fn import(
        meeting: &Meeting,
        inventory: &Inventory,
        places: &Places,
        pins: PinChoice,
        now: SystemTime,
    ) -> Result<Self, CeremonyError> {
        let pins = make_pins(meeting, pins)?;
        let identity = inventory.identity(places, meeting.plan(), now)?;
        let now = inventory.today(now);
        let mut made = Made::of(meeting, identity, pins, now)?;
        made.origin = if inventory.is_new_identity() { Origin::Around } else { Origin::Brought };
        // What was chosen today is sealed with it: a recovery must not choose again, by another day's rules.
        made.plan.slots = Some(made.identity.slot_choice());
        made.what_where = Some(what_where(&made.identity, inventory, places));
        Ok(made)
    }

    fn of(
        meeting: &Meeting,
        identity: Identity,
        pins: Vec<KeyPins>,
        at: SystemTime,
    ) -> Result<Self, CeremonyError> {
        // What a Nitrokey will not take is told now, and not after the cards are printed.
        for met in meeting.met() {
            for slot in Slot::ALL {
                takes(&met.info, slot, identity.slot_key(slot)?.mpis())?;
            }
        }
        Ok(Made {
            plan: meeting.plan().clone(),
            origin: Origin::New,
            revocations: openpgp::revocations(&identity, at)?,
            secret_key: identity.secret_armored()?,
            identity,
            pins,
            vault: Vec::new(),
            what_where: None,
            others: Vec::new(),
            copies: Vec::new(),
            sealing: None,
            opened: None,
            at,
            on_paper: OnceLock::new(),
        })
    }

    /// What an opened backup holds.
    pub(super) fn opened(contents: Contents, identity: Identity, opened: Opened, at: SystemTime) -> Self {
        let Contents { secret_key, revocations, pins, plan, vault, sealing, copies, others } = contents;
        Made {
            plan,
            identity,
            secret_key,
            origin: Origin::Opened,
            revocations,
            pins,
            vault,
            what_where: None,
            others,
            copies,
            sealing,
            opened: Some(opened),
            at,
            on_paper: OnceLock::new(),
        }
    }

    /// Adds a file to the vault: one-time-password seeds, passphrases, recovery codes.
    ///
    /// # Errors
    /// [`ContentsError::Name`](backup::ContentsError::Name), if it could not be sealed under this name.
    pub fn keep(&mut self, name: &str, content: &[u8]) -> Result<(), CeremonyError> {
        file_name(name)?;
        self.vault.push((name.to_owned(), Zeroizing::new(content.to_vec())));
        self.has_changed();
        Ok(())
    }

    /// Other PINs for a Nitrokey. They are in no backup before it is sealed.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchRole`].
    pub fn change_pins(&mut self, role: &Role, pins: &Pins) -> Result<(), CeremonyError> {
        match self.pins.iter_mut().find(|key| key.role == *role) {
            Some(key) => key.pins = pins.clone().into(),
            None => {
                let known = self.pins.iter().map(|key| key.role.clone()).collect();
                return Err(CeremonyError::NoSuchRole { role: role.clone(), known });
            }
        }
        self.has_changed();
        Ok(())
    }

    /// What it was asked before no longer holds.
    pub(super) fn has_changed(&mut self) {
        self.on_paper = OnceLock::new();
    }

    /// Told before it is sealed: that it will be too large for paper.
    pub fn too_large_for_paper(&self) -> Option<&PartError> {
        self.on_paper().as_ref().err()?.as_ref()
    }

    /// About how many codes it will have on paper; `None` if it is too large for paper.
    pub fn codes_on_paper(&self) -> Option<u8> {
        self.on_paper().as_ref().ok().map(|counts| counts.codes)
    }

    /// It is sealed under a key that is forgotten at once, for nobody knows how far it can be compressed.
    fn on_paper(&self) -> &Result<Counts, Option<PartError>> {
        let sealed = || {
            let split = Split::of_new_key(self.plan.quorum).ok()?;
            let sealing = split.next(self.at.into());
            let planned = Copies::of_this(sealing, &self.plan, Planned { sticks: 1, sheets: 1 });
            let copies = self.copies.iter().cloned().chain([planned]).collect();
            backup::seal(&self.contents(sealing, copies).ok()?, &split.key).ok()
        };
        let vault = || self.vault.iter().map(|(_, bytes)| bytes.len()).sum();
        self.on_paper.get_or_init(|| {
            Counts::of(sealed().ok_or(None)?.len()).map_err(|error| Some(error.with_vault(vault())))
        })
    }

    /// The backup key of the cards that opened it, with all its cards, to seal it again for them.
    ///
    /// # Errors
    /// [`CeremonyError::NotOpened`] if it was not opened with cards; [`GatherError::NumbersNeeded`](backup::GatherError)
    /// if nobody knows which cards were typed.
    pub fn split(&self) -> Result<Split, CeremonyError> {
        self.opened.as_ref().ok_or(CeremonyError::NotOpened)?.split()
    }

    /// The cards that opened it, as they were read: evidence for their set, whatever is sealed for it.
    pub fn cards(&self) -> Option<&CardsProven> {
        self.opened.as_ref().map(|opened| &opened.cards)
    }

    /// What lay beside the sealed backup that it was opened from: a claim.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.opened.as_ref()?.manifest.as_ref()
    }

    /// Which sealed backup it was opened from, as that says itself.
    pub fn sealing(&self) -> Option<&SealingRecord> {
        self.sealing.as_ref()
    }

    /// Where this sealing and those before it were to leave copies.
    pub fn copies(&self) -> &[Copies] {
        &self.copies
    }

    /// What manifest or sheet say of it, if that is something else than it says itself. It holds.
    pub fn contradicted(&self) -> Option<Outside> {
        self.opened.as_ref()?.contradicts(self.sealing.as_ref(), &self.copies)
    }

    /// The identity.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The PINs of each role, to be shown to the owner once, on demand.
    pub fn pins(&self) -> &[KeyPins] {
        &self.pins
    }

    /// The ready-made revocation certificates, by the name of the reason.
    pub fn revocations(&self) -> &[(String, Secret)] {
        &self.revocations
    }

    /// What is going to be sealed, or was.
    pub(super) fn contents(
        &self,
        sealing: SealingRecord,
        copies: Vec<Copies>,
    ) -> Result<Contents, CeremonyError> {
        let mut pins = self.pins.clone();
        if !self.plan.user_pin_in_backup {
            pins.iter_mut().for_each(|p| p.pins.user = None);
        }
        Ok(Contents {
            secret_key: self.secret_key.clone(),
            revocations: self.revocations.clone(),
            pins,
            plan: self.plan.clone(),
            vault: self.vault.clone(),
            sealing: Some(sealing),
            copies,
            others: self.others.clone(),
        })
    }
}
