//! What can go wrong in a ceremony. Each text says what happened and what to do now.

use std::fmt;

use crate::backup::{
    ContentsError, GatherError, ManifestError, MnemonicError, PartError, SealError, SetId, ShareError,
};
use crate::machine::{entropy::EntropyError, stick::folder::StickError};
use crate::nitrokey::{NitrokeyError, Serial};
use crate::openpgp::OpenPgpError;
use crate::paper::DrawError;
use crate::plan::Role;

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
    #[error("what came out is not what was sealed")]
    Different,
    /// It could not be started, or died.
    #[error("the fresh process failed ({0})")]
    Process(String),
    /// It ran longer, or said more, than there is to do and to say.
    #[error("the fresh process came to no end, and was stopped; if it does so again, use another stick")]
    NoEnd,
    /// It was asked something that it does not understand.
    #[error("the question cannot be read")]
    Question,
    /// It was asked without a nonce.
    #[error("there is no nonce")]
    Nonce,
    /// It was pointed at no bundle.
    #[error("there is no such folder")]
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
    /// With randomness.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// With a page that was to be drawn.
    #[error(transparent)]
    Paper(#[from] DrawError),
    /// The paper's font lacks letters of a name.
    #[error(
        "the plan's field `{field}` is `{value}`: the font for paper has no {missing}. Write it in Latin, Greek or Cyrillic letters"
    )]
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
    #[error(
        "meeting the Nitrokeys: {serial} was here already, as the {role}. Remove it and insert the next one"
    )]
    AlreadyMet {
        /// Its serial.
        serial: Serial,
        /// The role it has.
        role: Role,
    },
    /// All roles are taken.
    #[error(
        "meeting the Nitrokeys: the plan wants {planned}, and all of them are known. Remove {serial}, or change the plan"
    )]
    TooMany {
        /// How many the plan wants.
        planned: u8,
        /// The one too many.
        serial: Serial,
    },
    /// PINs typed for another number of Nitrokeys.
    #[error(
        "making the PINs: {given} sets were typed, and the plan wants {planned} Nitrokeys. Type PINs for each of them"
    )]
    PinCount {
        /// Sets typed.
        given: usize,
        /// Wanted.
        planned: usize,
    },
    /// A card that reads back differently.
    #[error(
        "{card}: what was read is not what was printed. Read it again; if it stays, print this card again"
    )]
    CardDiffers {
        /// Number and trustee.
        card: CardName,
    },
    /// A word of a quick check that is not the card's.
    #[error("{card}: word {position} is not the one that was printed. Compare the card, and answer again")]
    WordDiffers {
        /// Number and trustee.
        card: CardName,
        /// Which word, from 1.
        position: usize,
    },
    /// Something else than paper of ours.
    #[error(
        "this is no code of a share card or a backup sheet. A share card has one large code, a backup sheet many small ones"
    )]
    NotACode,
    /// Words or digits that are no card's in the manifest.
    #[error(
        "these words or digits are on no card that the list on the stick names for set {set}. Compare them with the card, and the set that stands at its top right; if they are the same, the list is not the true one: use another copy of the bundle, or the backup sheet"
    )]
    NoCard {
        /// The manifest's set.
        set: SetId,
    },
    /// No card has this number.
    #[error("there is no card {number} of {cards}. Look at the number on the card")]
    NoSuchNumber {
        /// What was typed.
        number: u8,
        /// n.
        cards: u8,
    },
    /// Not every card was read back.
    #[error("proving the cards: not yet read back: {}. Scan them, or type their words", listed(cards))]
    CardsMissing {
        /// Number and trustee of each.
        cards: Vec<CardName>,
    },
    /// Evidence of one ceremony used in another.
    #[error("rehearsing: cards or stick belong to another set than {expected}. Use those of this ceremony")]
    OtherCeremony {
        /// This ceremony's set.
        expected: String,
    },
    /// Not enough whole cards for a rehearsal from paper.
    #[error(
        "rehearsing: of {needed} cards that are needed {whole} were read whole. Read more of them whole, or rehearse with the shares as they were printed"
    )]
    TooFewWhole {
        /// Read whole.
        whole: usize,
        /// k.
        needed: u8,
    },
    /// Evidence of one sealed backup used for another.
    #[error(
        "rehearsing: keys, bundle or consent belong to another sealed backup than this one. Write the bundle again, and rehearse again"
    )]
    OtherBackup,
    /// What was not opened has no cards that it could be sealed for again.
    #[error("sealing it for the same cards: it was not opened with any. Seal it for new cards")]
    NotOpened,
    /// The rehearsal did not work.
    #[error(
        "rehearsing the recovery: {0}. No Nitrokey was written; write the bundle again, read the cards again, and rehearse again"
    )]
    Rehearsal(#[from] RehearsalError),
    /// Files of a bundle that do not belong together.
    #[error(
        "the bundle's `{file}` is not the one that belongs to its {other}. Use another copy of the bundle"
    )]
    Tampered {
        /// Which file.
        file: &'static str,
        /// What contradicts it.
        other: &'static str,
    },
    /// Nothing like a public key in the bundle.
    #[error("the bundle's public key cannot be read ({0}). Use another copy of the bundle")]
    PublicKey(String),
    /// A role without PINs.
    #[error("there are no PINs for a Nitrokey in the role `{role}`. Known are: {}", words(known))]
    NoSuchRole {
        /// The role.
        role: Role,
        /// Those that there are.
        known: Vec<Role>,
    },
    /// The backup does not hold the user PIN.
    #[error("the backup does not hold the user PIN of the {role}. Type a user PIN for it")]
    UserPinNeeded {
        /// The role.
        role: Role,
    },
    /// Already written in this ceremony.
    #[error("Nitrokey {serial} was written already, as the {role}. Remove it and insert another one")]
    AlreadyFlashed {
        /// Its serial.
        serial: Serial,
        /// Its role.
        role: Role,
    },
    /// Too short for a key that lies on a disk.
    #[error(
        "the passphrase has {0} characters, and at least 12 are needed for a key that is not on a Nitrokey. Choose a longer one"
    )]
    ShortPassphrase(usize),
}

fn listed(cards: &[CardName]) -> String {
    cards.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
