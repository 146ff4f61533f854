//! Recovery: a bundle and k shares, each checked as it comes, give everything back.

use std::time::SystemTime;

use sequoia_openpgp::Cert;

use super::claim::listed;
use super::opened::Opened;
use super::reading::of_manifest;
use super::{CeremonyError, FromPaper, Made, Rehearsed};
use crate::backup::{
    self, BackupKey, Cards, Collector, Contents, Gathering, HeldCard, Manifest, PartError, Progress,
    SealError, Sealing, Secret, SetId, Share, bundle,
};
use crate::limits::FileKind;
use crate::machine::stick::folder::{Stick, read_file};
use crate::openpgp::{Identity, OpenPgpError, Published, prove_secrets};
use crate::plan::Quorum;

/// What has come together so far.
#[derive(Debug)]
pub struct Recovery {
    sealed: Vec<u8>,
    /// The set, as the manifest or the backup sheet says it.
    set: SetId,
    /// Which sealing of it, as they say it.
    number: u32,
    manifest: Option<Manifest>,
    /// What lies beside a sealed backup: photo ids and others' certifications are only there.
    public: Option<Box<Cert>>,
    /// If the clock says that the manifest was not signed yet.
    not_yet: Option<OpenPgpError>,
    gathering: Gathering,
    /// The codes of a sheet.
    codes: Option<Collector>,
}

/// No set has more cards.
const MOST_CARDS: u8 = 16;
/// Nobody seals so often: a number that is said from outside is no larger, and there are numbers behind it.
const MOST_SEALINGS: u32 = 1_000_000;
/// So many keys are tried with what else the codes of a sheet give: there is one, or somebody has made more.
const KEYS: usize = 16;

impl Recovery {
    /// Reads a bundle: its manifest must be signed by its public key, and name its sealed backup. That is a
    /// claim: whoever had the stick can have signed another one. What comes of it is proven by the cards alone.
    ///
    /// # Errors
    /// [`CeremonyError`] names the file at fault.
    pub fn from_bundle(stick: &dyn Stick, folder: &str) -> Result<Self, CeremonyError> {
        let (cert, signed, manifest) = listed(stick, folder)?;
        let sealed =
            read_file(stick, &format!("{folder}/{}", bundle::SEALED_BACKUP), FileKind::SealedBackup)?;
        if openssl::sha::sha256(&sealed) != manifest.sealed_backup_sha256 {
            return Err(CeremonyError::Tampered { file: bundle::SEALED_BACKUP, other: bundle::MANIFEST });
        }
        let gathering = Gathering::of(manifest.clone());
        let not_yet = signed.not_yet(SystemTime::now());
        let public = Some(Box::new(cert));
        let (set, number) = (manifest.set, manifest.sealing);
        let manifest = Some(manifest);
        Ok(Recovery { sealed, set, number, manifest, public, not_yet, gathering, codes: None })
    }

    /// From paper alone: as many codes of a backup sheet as are needed.
    ///
    /// # Errors
    /// [`CeremonyError::Part`] if some are missing, or one is a forgery.
    pub fn from_sheet(parts: &Collector) -> Result<Self, CeremonyError> {
        let sealed = parts.join()?;
        let none = PartError::TooFew { missing: 1 };
        let Sealing { set, number, .. } = parts.sealing().ok_or(none)?;
        let gathering = Gathering::of_set(set);
        let codes = Some(parts.clone());
        Ok(Recovery { sealed, set, number, manifest: None, public: None, not_yet: None, gathering, codes })
    }

    /// Takes more codes of its sheet. If some do not belong to the backup that the first ones gave, what most of them
    /// give is the backup; whether it is another one now.
    pub fn takes_codes(&mut self, parts: &Collector) -> bool {
        if self.manifest.is_some() {
            return false;
        }
        self.codes = Some(parts.clone());
        let given = if parts.forged(&self.sealed).is_empty() { None } else { parts.join().ok() };
        let Some(sealed) = given.filter(|sealed| *sealed != self.sealed) else { return false };
        self.sealed = sealed;
        self.gathering.forget_joined();
        true
    }

    /// The manifest, if there is a bundle.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_ref()
    }

    /// The public key beside it, if there is a bundle.
    pub fn published(&self) -> Option<Published> {
        self.public.as_ref().map(|public| Published::new((**public).clone()))
    }

    /// What to tell if the clock stands before the day on which the manifest was signed. It keeps nobody from
    /// anything: a recovery needs no date, and a computer's battery may be empty.
    pub fn not_yet(&self) -> Option<&OpenPgpError> {
        self.not_yet.as_ref()
    }

    /// The numbers of those codes of a sheet that are none of this backup's, though they name it; and whether a true one
    /// with the number was read as well.
    pub fn forged_codes(&self, parts: &Collector) -> Vec<(u8, bool)> {
        parts.forged(&self.sealed).into_iter().collect()
    }

    /// SHA-256 of the sealed backup in hexadecimal, as it stands on each page of a sheet.
    pub fn sha256(&self) -> String {
        data_encoding::HEXUPPER.encode(&self.sealed_backup())
    }

    /// The cards, to be tried with another backup.
    pub fn into_cards(self) -> Gathering {
        self.gathering
    }

    /// Takes cards that did not open another backup, if they are of this one's set and nothing says yet which cards
    /// there are. Gives them back if they are not.
    pub fn take_cards(&mut self, mut cards: Gathering) -> Option<Gathering> {
        if self.manifest.is_some() || !self.cards().0.is_empty() || !cards.is_of(self.set) {
            return Some(cards);
        }
        cards.forget_joined();
        self.gathering = cards;
        None
    }

    /// The set that all cards must be of.
    pub fn set(&self) -> SetId {
        self.set
    }

    /// Which sealing of its set it is, as the manifest or the backup sheet says it.
    pub fn sealing(&self) -> u32 {
        self.number
    }

    /// The numbers of the cards that were taken, in the order in which they came.
    pub fn cards(&self) -> Cards {
        self.gathering.cards()
    }

    /// What is known of each of them; since the backup was opened also whether it fits.
    pub fn held(&self) -> Vec<HeldCard> {
        self.gathering.held()
    }

    /// How many cards are still needed, if none of them is wrong; 0: enough.
    pub fn missing(&self) -> u8 {
        self.gathering.missing()
    }

    /// Whether it can be tried if they open the backup.
    pub fn can_be_tried(&self) -> bool {
        self.gathering.can_be_tried()
    }

    /// Takes the card at this place out again: it was read wrong, or is a forgery.
    pub fn remove(&mut self, place: usize) {
        self.gathering.remove(place);
    }

    /// Takes one share.
    ///
    /// # Errors
    /// [`CeremonyError::Gather`] tells another set, a doubled card and one that is not on the manifest's list apart.
    pub fn add(&mut self, share: Share) -> Result<Progress, CeremonyError> {
        Ok(self.gathering.add(share)?)
    }

    /// k of n, once the manifest or a card says it.
    pub fn quorum(&self) -> Option<Quorum> {
        self.gathering.quorum()
    }

    /// Whether more than one code says so, or the manifest.
    pub fn quorum_is_certain(&self) -> bool {
        self.gathering.quorum_is_certain()
    }

    /// How many cards say so.
    pub fn sayers(&self) -> usize {
        self.gathering.sayers()
    }

    /// Takes 32 bytes that were typed as words or digits: each way in which they may be read. With a manifest it says
    /// which card they are. Without one, number and quorum are what was typed of them, as far as they can be read on
    /// the card, and `near` is what it may say if a word was misread: what is missing or wrong is found when the cards
    /// are joined.
    ///
    /// # Errors
    /// [`CeremonyError::NoCard`] if they are none of the manifest's cards, [`CeremonyError::NoSuchNumber`], and those
    /// of [`Recovery::add`].
    pub fn add_typed<'a>(
        &mut self,
        x: Option<u8>,
        quorum: Option<Quorum>,
        ys: impl IntoIterator<Item = &'a [u8; 32]>,
        near: impl IntoIterator<Item = &'a [u8; 32]>,
    ) -> Result<Progress, CeremonyError> {
        if let Some(manifest) = &self.manifest {
            let share = of_manifest(manifest, ys)?;
            return self.add(share);
        }
        let read = self.gathering.quorum().filter(|_| self.gathering.quorum_is_certain());
        // What one code says of n may be forged: no set has more cards than this.
        let cards = read.or(quorum).map_or(MOST_CARDS, Quorum::cards);
        if let Some(number) = x.filter(|x| !(1..=cards).contains(x)) {
            return Err(CeremonyError::NoSuchNumber { number, cards });
        }
        Ok(self.gathering.add_candidates(x, quorum, ys, near)?)
    }

    /// Opens the sealed backup and has every secret key prove itself.
    ///
    /// # Errors
    /// [`CeremonyError`]; the shares stay.
    pub fn recover(&mut self) -> Result<Rehearsed, CeremonyError> {
        self.recover_telling(&mut |_| true)
    }

    /// The same. `tell` hears how many ways of taking the cards together were tried, and may say `false`: stop.
    ///
    /// # Errors
    /// [`CeremonyError`]; the shares stay.
    pub fn recover_telling(&mut self, tell: &mut dyn FnMut(u32) -> bool) -> Result<Rehearsed, CeremonyError> {
        let (contents, identity, key) = self.open(tell)?;
        let which = (key.set(), contents.sealing.map_or(self.number, |inside| inside.number));
        let opened = self.opened(&contents, key);
        let made = Made::opened(contents, identity, opened, SystemTime::now());
        Ok(Rehearsed::of(self.sealed_backup(), which, made, FromPaper(())))
    }

    /// What is known besides what is in it, to seal it again for the same cards. Numbers come from inside.
    fn opened(&self, contents: &Contents, key: BackupKey) -> Opened {
        let inside = contents.sealing.filter(|inside| inside.set == key.set());
        let quorum = inside.map_or(contents.plan.quorum, |inside| inside.quorum);
        let all = self.gathering.whole_set(quorum, inside.map(|inside| inside.cards_id));
        let before = contents.copies.iter().filter(|copies| copies.set == key.set());
        // What does not say it itself is called something from outside, and the next one is to be told from that.
        let number = inside.map_or(self.number.min(MOST_SEALINGS), |inside| inside.number);
        let sealings = before.map(|copies| copies.sealing).fold(number, u32::max);
        let beside = (self.number, self.manifest.clone());
        Opened::new(key, quorum, (sealings, self.sealed_backup()), all, beside)
    }

    /// SHA-256 of the sealed backup.
    pub(super) fn sealed_backup(&self) -> [u8; 32] {
        openssl::sha::sha256(&self.sealed)
    }

    /// The opened backup's tar and the identity in it.
    pub(super) fn open_tar(&mut self) -> Result<(Secret, Identity), CeremonyError> {
        let (contents, identity, _) = self.open(&mut |_| true)?;
        Ok((contents.to_tar()?, identity))
    }

    fn open(
        &mut self,
        tell: &mut dyn FnMut(u32) -> bool,
    ) -> Result<(Contents, Identity, BackupKey), CeremonyError> {
        let (contents, key) = self.unseal(tell)?;
        let plan = &contents.plan;
        let identity =
            Identity::from_secret_key(&contents.secret_key, plan.slots.as_ref(), plan.primary_key)?;
        if self.manifest.as_ref().is_some_and(|m| m.fingerprint != identity.fingerprint()) {
            return Err(CeremonyError::Tampered { file: bundle::SEALED_BACKUP, other: bundle::MANIFEST });
        }
        prove_secrets(&identity)?;
        let identity = match &self.public {
            Some(public) => identity.with_left_out(public),
            None => identity,
        };
        Ok((contents, identity, key))
    }

    /// What is in it, and the key that the cards give. Codes of a sheet name their backup by no more than 4 bytes, and
    /// somebody may have made one so that something else comes of them that begins so: then the key tells which it is.
    fn unseal(&mut self, tell: &mut dyn FnMut(u32) -> bool) -> Result<(Contents, BackupKey), CeremonyError> {
        let mut keys = Vec::with_capacity(KEYS);
        let error = match self.unseal_with(&mut keys, tell) {
            Err(error) if !keys.is_empty() => error,
            opened => return opened,
        };
        let others = self.codes.as_ref().map(|codes| codes.others(&self.sealed)).unwrap_or_default();
        let is_it = |sealed: &Vec<u8>| keys.iter().any(|key| backup::open(sealed, key).is_ok());
        let Some(sealed) = others.into_iter().find(is_it) else { return Err(error) };
        self.sealed = sealed;
        self.unseal_with(&mut Vec::new(), tell)
    }

    /// The same; the keys of the set that do not open it are added to these.
    fn unseal_with(
        &mut self,
        keys: &mut Vec<BackupKey>,
        tell: &mut dyn FnMut(u32) -> bool,
    ) -> Result<(Contents, BackupKey), CeremonyError> {
        let (sealed, mut opened, mut refused) = (&self.sealed, None, None);
        let mut opens = |key: &BackupKey| {
            match backup::open(sealed, key) {
                Ok(contents) => {
                    opened = Some(contents);
                    return true;
                }
                Err(SealError::WrongKey) => {}
                Err(error) => refused = Some(error),
            }
            if keys.len() < KEYS {
                keys.push(key.clone());
            }
            false
        };
        let joined = self.gathering.open(&mut opens, tell);
        match (joined, opened, refused) {
            (Ok(key), Some(contents), _) => Ok((contents, key)),
            // It was the right key, or nothing would have been decrypted.
            (Err(_), None, Some(error)) => Err(error.into()),
            (Err(error), ..) => Err(error.into()),
            (Ok(_), None, _) => Err(SealError::WrongKey.into()),
        }
    }
}
