//! Station 3, seal; and of station 4, prove: write the bundle to sticks and read it back.

use super::fingerprint::Fingerprint;
use super::for_paper::letter;
use super::made::Origin;
use super::old_cards::OldCards;
use super::old_copies::{OldCopy, Replaced, old_copies};
use super::opened::Opened;
use super::written::{Earlier, Written, write};
use super::{Apart, CardName, CeremonyError, Event, Events, Made, Planned, Split};
use crate::backup::{
    self, BackupPart, Before, CardHash, Copies, Counts, Guide, Manifest, Moment, OnDisk, Sealing,
    SealingRecord, Secret, Share, bundle, id_of,
};
use crate::limits::{FileKind, USER_IDS};
use crate::machine::stick::folder::Stick;
use crate::openpgp;
use crate::paper::WhatWhere;
use crate::plan::Plan;

/// The sealed backup, its shares, and the bundle's files.
pub struct Sealed {
    split: Split,
    manifest: Manifest,
    /// What the sealed backup says of itself.
    pub(super) sealing: SealingRecord,
    /// Where those before it and this one, the last, were to leave copies.
    pub(super) copies: Vec<Copies>,
    /// The set whose place this one takes, and its cards; none if they stay.
    replaced: Option<Replaced>,
    pub(super) old_cards: Option<OldCards>,
    /// How many cards have opened what was sealed again for them.
    pub(super) opened_by: Option<usize>,
    /// What was sealed, to be compared with what the rehearsal opens.
    pub(super) tar: Secret,
    /// Those before it.
    earlier: Earlier,
    files: Vec<(&'static str, Vec<u8>)>,
    /// The keys in it that a Nitrokey gets into its slots.
    pub(super) slots: [Fingerprint; 3],
    /// How many bytes of it are the vault's.
    vault: usize,
    pub(super) plan: Plan,
    /// The day on which the first of the keys expires that matter, `2028-11-24`.
    pub(super) expires: Option<String>,
    /// The day on which the key was made, if that was before.
    pub(super) key_made: Option<String>,
    /// What went where, if keys were brought along.
    pub(super) what_where: Option<WhatWhere>,
    /// Of the Nitrokeys that were met, in the order of their roles.
    pub(super) serials: Vec<Option<String>>,
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed(set {}, {} shares)", self.manifest.set, self.shares().len())
    }
}

impl Sealed {
    /// Seals everything secret under the key of these cards, which is new or that of an opened backup. What was sealed
    /// for them before stays readable; this is the next sealing.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing was written.
    pub fn seal(
        made: &Made,
        split: Split,
        planned: Planned,
        events: Events<'_>,
    ) -> Result<Self, CeremonyError> {
        let mut copies = made.copies.clone();
        let newest = made.identity.newest().into();
        let opened = made.opened.as_ref();
        opened.iter().for_each(|opened| opened.is_noted(made.sealing.as_ref(), newest, &mut copies));
        let earlier = Earlier::opened(opened.map(|opened| opened.sealed_backup));
        Self::seal_after(made, (copies, earlier), split, planned, events)
    }

    /// Seals it once more for the same cards, because other copies are planned.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing was written.
    pub fn again(&self, made: &Made, planned: Planned, events: Events<'_>) -> Result<Self, CeremonyError> {
        let this = self.manifest.sealed_backup_sha256;
        let mut copies = self.copies.clone();
        copies.last_mut().into_iter().for_each(|copies| copies.id = Some(id_of(this)));
        Self::seal_after(made, (copies, self.earlier.clone().and(this)), self.split.clone(), planned, events)
    }

    /// What was sealed before it in this sitting, by SHA-256, for cards whose place these take: nobody needs that on a stick.
    #[must_use]
    pub fn after(mut self, dropped: impl IntoIterator<Item = [u8; 32]>) -> Self {
        self.earlier = dropped.into_iter().fold(self.earlier, Earlier::and);
        self
    }

    fn seal_after(
        made: &Made,
        (mut copies, mut earlier): (Vec<Copies>, Earlier),
        mut split: Split,
        planned: Planned,
        events: Events<'_>,
    ) -> Result<Self, CeremonyError> {
        let (set, quorum) = (split.set(), split.quorum);
        // A clock that is behind, or that always says the same, makes no sealing that seems to be no newer than the one before
        // it: of two sets the moment tells. And it signs nothing before the key was made.
        let now = made.at.max(made.identity.newest());
        let before = copies.iter().map(|copies| copies.moment).chain(made.sealing.map(|s| s.moment)).max();
        let sealing = split.next(Moment::from(now).max(before.map_or(now.into(), Moment::next)));
        earlier.is_made_of(copies.iter().filter_map(|copies| copies.id));
        copies.push(Copies::of_this(sealing, &made.plan, planned));
        split.sealings = sealing.number;
        let contents = made.contents(sealing, copies.clone())?;
        let sealed_backup = backup::seal(&contents, &split.key)?;
        let mut manifest = Manifest {
            sealing: sealing.number,
            moment: sealing.moment,
            program: env!("CARGO_PKG_VERSION").into(),
            fingerprint: made.identity.fingerprint(),
            user_ids: made.identity.user_ids().into_iter().take(USER_IDS).collect(),
            algorithm: made.identity.algorithm(),
            sealed_backup_sha256: openssl::sha::sha256(&sealed_backup),
            before: earlier.made_of.clone(),
            set,
            quorum,
            cards: split.shares.iter().map(|s| CardHash { x: s.x, sha256: s.hash() }).collect(),
        };
        // What is larger is never read again. With its signature, and with dashes escaped, it is longer than this.
        while manifest.to_toml().len() > FileKind::Manifest.bytes() / 2 && manifest.user_ids.pop().is_some() {
        }
        let nitrokeys = made.pins.iter().filter_map(|p| Some(format!("{} ({})", p.serial.as_ref()?, p.role)));
        let expires = made.identity.expires().map(|time| Moment::from(time).day());
        let before = match made.origin {
            Origin::New | Origin::Opened => Before::Nothing,
            Origin::Brought => {
                Before::OnDisk(OnDisk { kept: made.identity.kept(), replaced: made.identity.replaced() })
            }
            Origin::Around => Before::Alone,
        };
        let replaced = made.opened.as_ref().map(Opened::replaced).filter(|replaced| replaced.set != set);
        let replaced = replaced.map(|replaced| replaced.with(made.sealing.map(|inside| inside.number)));
        let (key_made, day) = (Moment::from(made.identity.made()).day(), sealing.moment.day());
        let guide = backup::guide(&Guide {
            manifest: &manifest,
            nitrokeys: nitrokeys.collect(),
            subkeys: made.identity.slot_subkeys(),
            expires: expires.clone(),
            before,
            language: &made.plan.language,
        });
        let letter = letter(&manifest, &made.plan, &guide)?;
        let mut files = vec![
            (bundle::PUBLIC_KEY, made.identity.public_armored()?),
            (bundle::SEALED_BACKUP, sealed_backup),
            (bundle::MANIFEST, openpgp::sign_cleartext(&made.identity, &manifest.to_toml(), now)?),
            (bundle::GUIDE, guide.into_bytes()),
        ];
        if let Some(line) = openpgp::ssh_public_key(&made.identity)? {
            files.push((bundle::SSH, format!("{line}\n").into_bytes()));
        }
        files.extend(letter);
        events(Event::SealedAndSplit { cards: quorum.cards() });
        Ok(Sealed {
            split,
            manifest,
            sealing,
            copies,
            replaced,
            old_cards: OldCards::before(set, made),
            opened_by: made.cards().filter(|cards| cards.set() == set).map(|cards| cards.how().whole.len()),
            tar: contents.to_tar()?,
            earlier,
            files,
            slots: Fingerprint::of_slots(&made.identity),
            vault: contents.vault.iter().map(|(_, bytes)| bytes.len()).sum(),
            plan: made.plan.clone(),
            expires,
            key_made: Some(key_made).filter(|key_made| *key_made != day),
            what_where: made.what_where.clone(),
            serials: made.pins.iter().map(|p| p.serial.clone()).collect(),
        })
    }

    /// The shares, one for each card, to be printed.
    pub fn shares(&self) -> &[Share] {
        &self.split.shares
    }

    /// What is to be destroyed, so that the cards whose place these take open nothing any more. None if these are the cards
    /// that were there.
    pub fn old_copies(&self) -> Vec<OldCopy> {
        let replaced = self.replaced.as_ref();
        replaced.map(|replaced| old_copies(&self.copies, replaced, self.manifest.set)).unwrap_or_default()
    }

    /// Whether this is what one of the cards says whose place these take.
    pub fn takes_the_place_of(&self, y: &[u8; 32]) -> bool {
        self.old_cards.as_ref().is_some_and(|old| old.replaced_card(y, self.manifest.set).is_some())
    }

    /// The copies that are planned of it.
    pub fn planned(&self) -> Option<Planned> {
        self.copies.last().map(Copies::planned)
    }

    /// The manifest, unsigned.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Which sealed backup it is.
    pub fn which(&self) -> Sealing {
        let Manifest { set, sealing: number, sealed_backup_sha256, .. } = self.manifest;
        Sealing { set, number, id: id_of(sealed_backup_sha256) }
    }

    /// The bundle's files.
    pub fn files(&self) -> &[(&'static str, Vec<u8>)] {
        &self.files
    }

    /// The sealed backup.
    fn sealed_backup(&self) -> &[u8] {
        let sealed = self.files.iter().find(|(name, _)| *name == bundle::SEALED_BACKUP);
        sealed.map_or(&[][..], |(_, bytes)| bytes)
    }

    /// How many codes it has on paper.
    ///
    /// # Errors
    /// If it is too large for paper.
    pub fn counts(&self) -> Result<Counts, CeremonyError> {
        Ok(Counts::of(self.sealed_backup().len()).map_err(|error| error.with_vault(self.vault))?)
    }

    /// The sealed backup on paper.
    ///
    /// # Errors
    /// If it is too large for paper.
    pub fn parts(&self) -> Result<Vec<BackupPart>, CeremonyError> {
        let parts = backup::parts(self.manifest.set, self.manifest.sealing, self.sealed_backup());
        Ok(parts.map_err(|error| error.with_vault(self.vault))?)
    }

    /// `card 3 (Grace Hopper)`.
    pub fn card_name(&self, x: u8) -> CardName {
        let trustee = self.plan.trustees.get(usize::from(x).wrapping_sub(1));
        CardName { number: x, trustee: trustee.map(|trustee| trustee.name.clone()) }
    }

    /// Writes the bundle to a stick, reads it back past the cache, and compares. The one that it replaces is kept beside it
    /// until this one was rehearsed: [`Proven::settle`](super::Proven::settle).
    ///
    /// # Errors
    /// [`CeremonyError::Stick`]; nothing half-written stands under the bundle's name. [`CeremonyError::MadeApart`] if a bundle
    /// is there that it was not made from, [`CeremonyError::CannotTell`] if nobody can say; then nothing is written.
    pub fn write(&self, stick: &dyn Stick, events: Events<'_>) -> Result<Written, CeremonyError> {
        self.write_instead_of(stick, &[], events)
    }

    /// The same, where the owner has agreed that these go.
    ///
    /// # Errors
    /// As [`Sealed::write`].
    pub fn write_instead_of(
        &self,
        stick: &dyn Stick,
        agreed: &[Apart],
        events: Events<'_>,
    ) -> Result<Written, CeremonyError> {
        let files: Vec<_> = self.files.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
        let folder = bundle::folder(&self.manifest.fingerprint);
        let this = self.manifest.sealed_backup_sha256;
        let written = write(stick, folder, &files, this, (&self.earlier, agreed))?;
        events(Event::BundleWritten { stick: stick.name() });
        Ok(written)
    }
}
