//! What the owner decides, before anything secret exists.
//!
//! A plan can be written at home as `plan.toml` and brought on a stick. It holds no secret. Every
//! field is checked, and an error names the field, the value that was found and what is allowed.

use serde::{Deserialize, Serialize};

use self::encoding::decode;
use self::error::field;
use crate::language::shown::plain;

mod algorithm;
mod choices;
mod encoding;
mod error;
mod expiry;
mod quorum;
mod role;
mod slot;
mod words;

pub use algorithm::Algorithm;
pub use choices::{PinPolicy, PrimaryKey, Touch};
pub use encoding::Encoding;
pub use error::{Allowed, PlanError, Syntax};
pub use expiry::Expiry;
pub use quorum::Quorum;
pub use role::Role;
pub use slot::{Slot, SlotChoice};

/// The format's version, the first line of `plan.toml`.
const VERSION: i64 = 1;

/// As much of a file's name is told.
const FILE_NAME: usize = 60;

/// How many Nitrokeys there may be.
const NITROKEYS: Allowed = Allowed::Range { from: 1, to: 10 };

/// Who gets a share card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trustee {
    /// Name, as it is printed on the card.
    pub name: String,
    /// For the owner's record: how to reach them, where the card lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// All that the owner decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// `Name <address>`, the first one is the main one.
    pub user_ids: Vec<String>,
    /// For all keys that are made.
    pub algorithm: Algorithm,
    /// Of all keys that are made.
    pub expiry: Expiry,
    /// How many cards there are, and how many of them recover.
    pub quorum: Quorum,
    /// One for each card, in the cards' order.
    pub trustees: Vec<Trustee>,
    /// How many Nitrokeys are written, 1 to 10.
    pub nitrokeys: u8,
    /// Who thinks of the PINs.
    pub pins: PinPolicy,
    /// Whether the sealed backup holds the user PIN as well.
    pub user_pin_in_backup: bool,
    /// Touch button.
    pub touch: Touch,
    /// Where the primary key lives.
    pub primary_key: PrimaryKey,
    /// Where the public key can be fetched; written to the Nitrokey, and GnuPG's `fetch` reads it.
    pub public_key_url: Option<String>,
    /// Two letters (ISO 639-1), written to the Nitrokey.
    pub language: String,
    /// For an imported identity.
    pub slots: Option<SlotChoice>,
}

impl Plan {
    /// A plan with every default: Curve 25519, two years, 2 of 3, two Nitrokeys, PINs generated.
    ///
    /// # Errors
    /// If the user id is none.
    pub fn new(user_id: &str) -> Result<Self, PlanError> {
        let plan = Plan {
            user_ids: vec![user_id.into()],
            algorithm: Algorithm::Curve25519,
            expiry: Expiry::Years(2),
            quorum: Quorum::new(2, 3)?,
            trustees: (1..=3)
                .map(|i| Trustee { name: format!("Trustee {i}"), note: String::new() })
                .collect(),
            nitrokeys: 2,
            pins: PinPolicy::Generated,
            user_pin_in_backup: false,
            touch: Touch::Off,
            primary_key: PrimaryKey::Offline,
            public_key_url: None,
            language: "en".into(),
            slots: None,
        };
        plan.checked()
    }

    /// Reads `plan.toml`.
    ///
    /// # Errors
    /// [`PlanError`] for the first fault found.
    pub fn from_toml(text: &str) -> Result<Self, PlanError> {
        Self::from_named("plan.toml", text)
    }

    /// Reads a plan that was brought: a file of any name, from any editor. The errors name it, as far as its name is
    /// plain letters.
    ///
    /// # Errors
    /// [`PlanError`] for the first fault found.
    pub fn from_file(name: &str, bytes: &[u8]) -> Result<Self, PlanError> {
        let file = plain(name, FILE_NAME);
        match decode(bytes) {
            Ok(text) => Self::from_named(&file, &text),
            Err(encoding) => Err(PlanError::Encoding { file, encoding }),
        }
    }

    fn from_named(name: &str, text: &str) -> Result<Self, PlanError> {
        let file: PlanFile =
            toml::from_str(text).map_err(|error| PlanError::Syntax(Syntax::of(name, text, &error)))?;
        file.into_plan()?.checked()
    }

    /// Writes `plan.toml`.
    pub fn to_toml(&self) -> String {
        // Serialising plain strings, numbers and tables cannot fail.
        toml::to_string(&PlanFile::from(self)).unwrap_or_default()
    }

    /// All roles of this plan, in the order in which the Nitrokeys are flashed.
    pub fn roles(&self) -> Vec<Role> {
        (0..self.nitrokeys).map(Role::nth).collect()
    }

    /// The first user id's name without its address: the card holder's name.
    pub fn owner(&self) -> &str {
        name_in(self.user_ids.first().map_or("", String::as_str))
    }

    /// The same, as long as trustees may still be without a name.
    ///
    /// # Errors
    /// As [`Plan::checked`].
    pub fn checked_so_far(&self) -> Result<(), PlanError> {
        let mut plan = self.clone();
        for trustee in plan.trustees.iter_mut().filter(|trustee| trustee.name.is_empty()) {
            trustee.name.push('?');
        }
        plan.checked().map(drop)
    }

    /// Checks what [`Plan::from_toml`] checks, for a plan that was put together on screen.
    ///
    /// # Errors
    /// [`PlanError::Field`] for the first field at fault.
    pub fn checked(self) -> Result<Self, PlanError> {
        if self.user_ids.is_empty() {
            return Err(field("user_ids", "[]", Allowed::SomeUserId));
        }
        for (i, id) in self.user_ids.iter().enumerate() {
            check_user_id(id)?;
            if self.user_ids[..i].contains(id) {
                return Err(field("user_ids", id, Allowed::Once));
            }
        }
        if self.trustees.len() != usize::from(self.quorum.cards()) {
            let (found, cards) = (self.trustees.len(), self.quorum.cards());
            let value = format_args!("{found} of them");
            return Err(field("trustees", value, Allowed::OneForEach { cards, found }));
        }
        for trustee in &self.trustees {
            check_text("trustees.name", &trustee.name, 1, 60)?;
            check_text("trustees.note", &trustee.note, 0, 200)?;
        }
        if !(1..=10).contains(&self.nitrokeys) {
            return Err(field("nitrokeys", self.nitrokeys, NITROKEYS));
        }
        if let Some(url) = &self.public_key_url {
            check_text("public_key_url", url, 1, 200)?;
            if !url.is_ascii() || !url.contains("://") {
                return Err(field("public_key_url", url, Allowed::Address));
            }
        }
        if self.language.len() != 2 || !self.language.bytes().all(|b| b.is_ascii_lowercase()) {
            return Err(field("language", &self.language, Allowed::Language));
        }
        if let Some(slots) = &self.slots {
            for (slot, print) in Slot::ALL.into_iter().filter_map(|s| Some((s, slots.of(s)?))) {
                if print.len() != 40 || !print.bytes().all(|b| b.is_ascii_hexdigit()) {
                    let name = format!("slots.{slot}");
                    return Err(field(&name, print, Allowed::Fingerprint));
                }
            }
        }
        Ok(self)
    }
}

/// A user id's name without its address, or the address, if it has no name.
pub fn name_in(user_id: &str) -> &str {
    let name = user_id.split('<').next().unwrap_or("").trim();
    if name.is_empty() { user_id.trim_matches(['<', '>']) } else { name }
}

fn check_text(name: &str, text: &str, min: usize, max: usize) -> Result<(), PlanError> {
    // White space alone is no name.
    let (shown, length) = (text.trim().chars().count(), text.chars().count());
    if text.chars().any(char::is_control) || shown < min || length > max {
        return Err(field(name, text.escape_debug(), Allowed::Line { min, max }));
    }
    Ok(())
}

fn check_user_id(id: &str) -> Result<(), PlanError> {
    check_text("user_ids", id, 1, 200)?;
    let bracketed = id.find('<').map(|open| &id[open..]);
    match bracketed {
        Some(address) if !address.ends_with('>') || !address.contains('@') => {
            Err(field("user_ids", id, Allowed::UserId))
        }
        None if id.contains('>') || id.trim() != id => Err(field("user_ids", id, Allowed::UserId)),
        _ => Ok(()),
    }
}

/// `plan.toml` as it is written: words and numbers that are not checked yet.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    version: i64,
    user_ids: Vec<String>,
    #[serde(default = "default_algorithm")]
    algorithm: String,
    #[serde(default = "default_expiry")]
    expiry: String,
    #[serde(default = "default_nitrokeys")]
    nitrokeys: i64,
    #[serde(default = "default_pins")]
    pins: String,
    #[serde(default)]
    user_pin_in_backup: bool,
    #[serde(default = "default_touch")]
    touch: String,
    #[serde(default = "default_primary_key")]
    primary_key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    public_key_url: Option<String>,
    #[serde(default = "default_language")]
    language: String,
    quorum: QuorumFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    slots: Option<SlotChoice>,
    trustees: Vec<Trustee>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuorumFile {
    needed: i64,
    cards: i64,
}

fn default_algorithm() -> String {
    Algorithm::Curve25519.word().into()
}
fn default_expiry() -> String {
    Expiry::Years(2).to_string()
}
fn default_nitrokeys() -> i64 {
    2
}
fn default_pins() -> String {
    PinPolicy::Generated.word().into()
}
fn default_touch() -> String {
    Touch::Off.word().into()
}
fn default_primary_key() -> String {
    PrimaryKey::Offline.word().into()
}
fn default_language() -> String {
    "en".into()
}

impl PlanFile {
    fn into_plan(self) -> Result<Plan, PlanError> {
        if self.version != VERSION {
            return Err(field("version", self.version, Allowed::Version(VERSION)));
        }
        Ok(Plan {
            user_ids: self.user_ids,
            algorithm: Algorithm::from_word(&self.algorithm)?,
            expiry: Expiry::parse(&self.expiry)?,
            quorum: Quorum::new(self.quorum.needed, self.quorum.cards)?,
            trustees: self.trustees,
            nitrokeys: u8::try_from(self.nitrokeys)
                .map_err(|_| field("nitrokeys", self.nitrokeys, NITROKEYS))?,
            pins: PinPolicy::from_word(&self.pins)?,
            user_pin_in_backup: self.user_pin_in_backup,
            touch: Touch::from_word(&self.touch)?,
            primary_key: PrimaryKey::from_word(&self.primary_key)?,
            public_key_url: self.public_key_url,
            language: self.language,
            slots: self.slots,
        })
    }
}

impl From<&Plan> for PlanFile {
    fn from(plan: &Plan) -> Self {
        PlanFile {
            version: VERSION,
            user_ids: plan.user_ids.clone(),
            algorithm: plan.algorithm.word().into(),
            expiry: plan.expiry.to_string(),
            nitrokeys: plan.nitrokeys.into(),
            pins: plan.pins.word().into(),
            user_pin_in_backup: plan.user_pin_in_backup,
            touch: plan.touch.word().into(),
            primary_key: plan.primary_key.word().into(),
            public_key_url: plan.public_key_url.clone(),
            language: plan.language.clone(),
            quorum: QuorumFile { needed: plan.quorum.needed().into(), cards: plan.quorum.cards().into() },
            slots: plan.slots.clone(),
            trustees: plan.trustees.clone(),
        }
    }
}
