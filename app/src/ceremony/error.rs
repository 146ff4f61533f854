//! What can go wrong in a ceremony. What the owner reads of it stands in the catalogue alone.

use std::fmt;

use super::Apart;
use crate::backup::{
    ContentsError, GatherError, ManifestError, MnemonicError, PartError, SealError, SetId, ShareError,
};
use crate::machine::{entropy::EntropyError, stick::folder::StickError};
use crate::nitrokey::{NitrokeyError, Serial};
use crate::openpgp::OpenPgpError;
use crate::paper::DrawError;
use crate::plan::{PlanError, Role};

fn words(roles: &[Role]) -> String {
    roles.iter().map(Role::to_string).collect::<Vec<_>>().join(", ")
}

/// How a share card is called: `card 3 (Grace Hopper)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardName {
    /// Its number.
    pub number: u8,
    /// Who gets it, if the plan says so.
    pub trustee: Option<String>,
}

impl fmt::Display for CardName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.trustee {
            Some(trustee) => write!(f, "card {} ({trustee})", self.number),
            None => write!(f, "card {}", self.number),
        }
    }
}

/// Why a rehearsal did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RehearsalError {
    /// What the fresh process said, in the plan's language.
    #[error("{}", .0.trim_end_matches('.'))]
    Said(String),
    /// It recovered something else.
    #[error("something else recovered than was sealed")]
    Different,
    /// It could not be started, or died.
    #[error("fresh process failed: {0}")]
    Process(String),
    /// It ran longer, or said more, than there is to do and to say.
    #[error("fresh process without end, stopped")]
    NoEnd,
    /// It was asked something that it does not understand.
    #[error("question unreadable")]
    Question,
    /// It was asked without a nonce.
    #[error("no nonce")]
    Nonce,
    /// It was pointed at no bundle.
    #[error("no such folder")]
    Folder,
}

/// What can go wrong in a ceremony.
#[derive(Debug, thiserror::Error)]
pub enum CeremonyError {
    /// With a Nitrokey.
    #[error(transparent)]
    Nitrokey(#[from] NitrokeyError),
    /// With the certificate.
    #[error(transparent)]
    OpenPgp(#[from] OpenPgpError),
    /// With what was decided.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// With randomness.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// With a page that was to be drawn.
    #[error(transparent)]
    Paper(#[from] DrawError),
    /// The paper's font lacks letters of a name.
    #[error("plan field `{field}` is `{value}`: no {missing} in the font for paper")]
    NotPrintable {
        /// The field's name, as in `plan.toml`.
        field: &'static str,
        /// What stands there.
        value: String,
        /// The characters that are missing.
        missing: String,
    },
    /// With a stick.
    #[error(transparent)]
    Stick(#[from] StickError),
    /// With a share card's code.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// With words or digits typed.
    #[error(transparent)]
    Mnemonic(#[from] MnemonicError),
    /// With a code of the backup sheet.
    #[error(transparent)]
    Part(#[from] PartError),
    /// With a share among the others.
    #[error(transparent)]
    Gather(#[from] GatherError),
    /// With the sealed backup.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// With what goes into the sealed backup.
    #[error(transparent)]
    Contents(#[from] ContentsError),
    /// With the manifest.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// The same Nitrokey twice.
    #[error("Nitrokey {serial}: met already, as {role}")]
    AlreadyMet {
        /// Its serial.
        serial: Serial,
        /// The role it has.
        role: Role,
    },
    /// All roles are taken.
    #[error("Nitrokey {serial}: one more than the {planned} planned")]
    TooMany {
        /// How many the plan wants.
        planned: u8,
        /// The one too many.
        serial: Serial,
    },
    /// PINs typed for another number of Nitrokeys.
    #[error("{given} sets of PINs for {planned} Nitrokeys")]
    PinCount {
        /// Sets typed.
        given: usize,
        /// Wanted.
        planned: usize,
    },
    /// A card that reads back differently.
    #[error("{card}: not what was printed")]
    CardDiffers {
        /// Number and trustee.
        card: CardName,
    },
    /// A card that a new one takes the place of.
    #[error("{card} of the old set {set}, not of {expected}")]
    OldCard {
        /// Number and trustee.
        card: CardName,
        /// The old set.
        set: SetId,
        /// The new one.
        expected: SetId,
    },
    /// A word of a quick check that is not the card's.
    #[error("{card}: word {position} is not the printed one")]
    WordDiffers {
        /// Number and trustee.
        card: CardName,
        /// Which word, from 1.
        position: usize,
    },
    /// Something else than paper of ours.
    #[error("no code of a share card or backup sheet")]
    NotACode,
    /// Words or digits that are no card's in the manifest.
    #[error("words or digits of no listed card of set {set}")]
    NoCard {
        /// The manifest's set.
        set: SetId,
    },
    /// No card has this number.
    #[error("no card {number} of {cards}")]
    NoSuchNumber {
        /// What was typed.
        number: u8,
        /// n.
        cards: u8,
    },
    /// Not every card was read back.
    #[error("not read back: {}", listed(cards))]
    CardsMissing {
        /// Number and trustee of each.
        cards: Vec<CardName>,
    },
    /// Evidence of one ceremony used in another.
    #[error("cards or stick of another set than {expected}")]
    OtherCeremony {
        /// This ceremony's set.
        expected: String,
    },
    /// Not enough whole cards for a rehearsal from paper.
    #[error("{whole} cards read whole, {needed} needed")]
    TooFewWhole {
        /// Read whole.
        whole: usize,
        /// k.
        needed: u8,
    },
    /// Evidence of one sealed backup used for another.
    #[error("keys, bundle or consent of another sealed backup")]
    OtherBackup,
    /// A stick has a backup of the same keys that this one was not made from.
    #[error("sealing {} of set {} is on the stick, not made from it", .0.sealing, .0.set)]
    MadeApart(Box<Apart>),
    /// A stick has something in a bundle's place of which nobody can tell what it is.
    #[error("stick {stick}: nobody can tell what is in `{folder}`")]
    CannotTell {
        /// Which stick.
        stick: String,
        /// The folder on it.
        folder: String,
    },
    /// What was not opened has no cards that it could be sealed for again.
    #[error("not opened with cards")]
    NotOpened,
    /// The rehearsal did not work.
    #[error("rehearsal: {0}")]
    Rehearsal(#[from] RehearsalError),
    /// Files of a bundle that do not belong together.
    #[error("bundle's `{file}` does not belong to its {other}")]
    Tampered {
        /// Which file.
        file: &'static str,
        /// What contradicts it.
        other: &'static str,
    },
    /// Nothing like a public key in the bundle.
    #[error("bundle's public key unreadable: {0}")]
    PublicKey(String),
    /// A role without PINs.
    #[error("no PINs for the role `{role}`, known: {}", words(known))]
    NoSuchRole {
        /// The role.
        role: Role,
        /// Those that there are.
        known: Vec<Role>,
    },
    /// The backup does not hold the user PIN.
    #[error("no user PIN of the {role} in the backup")]
    UserPinNeeded {
        /// The role.
        role: Role,
    },
    /// Already written in this ceremony.
    #[error("Nitrokey {serial}: written already, as {role}")]
    AlreadyFlashed {
        /// Its serial.
        serial: Serial,
        /// Its role.
        role: Role,
    },
    /// Too short for a key that lies on a disk.
    #[error("passphrase of {0} characters, at least 12 needed")]
    ShortPassphrase(usize),
}

fn listed(cards: &[CardName]) -> String {
    cards.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
