//! What a Nitrokey says of itself.

use std::fmt;

use openpgp_card::Card;
use openpgp_card::ocard::KeyType;
use openpgp_card::ocard::data::ApplicationIdentifier;
use openpgp_card::state::Transaction;

use super::algorithms;
use super::raw::Admin;
use crate::language::shown::plain;
use crate::plan::{Algorithm, Slot};

/// A serial: manufacturer and number, as they stand in the application identifier (OpenPGP card 3.4
/// § 4.2.1). Unlike the number alone, the pair is unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Serial {
    /// Assigned by the FSFE: 000F Nitrokey, 0005 ZeitControl, FFFE unassigned (Gnuk).
    pub manufacturer: u16,
    /// The manufacturer's number.
    pub number: u32,
}

impl Serial {
    /// The last four digits, which the owner types before anything is erased.
    pub fn last_four(self) -> String {
        format!("{:04X}", self.number & 0xFFFF)
    }

    /// Reads `000F:0A0B0C01`.
    pub fn parse(text: &str) -> Option<Self> {
        let (manufacturer, number) = text.split_once(':')?;
        let fits = manufacturer.len() == 4 && number.len() == 8;
        Some(Serial {
            manufacturer: u16::from_str_radix(manufacturer, 16).ok().filter(|_| fits)?,
            number: u32::from_str_radix(number, 16).ok()?,
        })
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04X}:{:08X}", self.manufacturer, self.number)
    }
}

impl From<&ApplicationIdentifier> for Serial {
    fn from(aid: &ApplicationIdentifier) -> Self {
        Serial { manufacturer: aid.manufacturer(), number: aid.serial() }
    }
}

/// Major, minor, patch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// What kind of key it is. Capabilities are read from the card; the model says what no card says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Nitrokey 3.
    Nitrokey3,
    /// Nitrokey Pro 2 or Storage 2, or a ZeitControl card in a reader.
    Pro2,
    /// The first generation: OpenPGP card 2.1, RSA alone.
    Pro1,
    /// Nitrokey Start, or another Gnuk.
    Start,
    /// Any other OpenPGP card.
    Other,
}

impl Model {
    fn of(serial: Serial, card_version: (u8, u8), reader: &str) -> Self {
        match serial.manufacturer {
            0x000F => Model::Nitrokey3,
            0x0005 if card_version < (3, 0) => Model::Pro1,
            0x0005 => Model::Pro2,
            0xFF01 | 0xFF02 | 0xFFFE => Model::Start,
            _ if reader.contains("Nitrokey 3") => Model::Nitrokey3,
            _ if reader.contains("Gnuk") || reader.contains("Nitrokey Start") => Model::Start,
            _ => Model::Other,
        }
    }

    /// A Start that gets a key sets its PINs back to the factory's (Gnuk encrypts each key to them).
    pub(super) fn import_resets_pins(self) -> bool {
        self == Model::Start
    }

    /// The Start keeps its PINs safe only behind a KDF-DO; without one it asks for 14 characters.
    pub(super) fn wants_kdf(self) -> bool {
        self == Model::Start
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Model::Nitrokey3 => "Nitrokey 3",
            Model::Pro2 => "Nitrokey Pro 2 or Storage 2",
            Model::Pro1 => "Nitrokey Pro or Storage, first generation",
            Model::Start => "Nitrokey Start",
            Model::Other => "OpenPGP card",
        })
    }
}

/// Tries left (PW status bytes, § 4.4.3.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// PW1.
    pub user: u8,
    /// RC; 0 as long as none is set.
    pub reset_code: u8,
    /// PW3.
    pub admin: u8,
}

/// How long PINs may be, in bytes (§ 4.3.1; the longest from the PW status bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinRules {
    /// Shortest and longest user PIN.
    pub user: (usize, usize),
    /// Shortest and longest admin PIN.
    pub admin: (usize, usize),
    /// Shortest and longest reset code.
    pub reset_code: (usize, usize),
}

/// What the owner should know of a Nitrokey before it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// Known faults.
    #[error(
        "its firmware {0} has known faults in the factory reset and the PIN counters; 1.8.3 and later do not. Update it on another computer before you use it here"
    )]
    OldFirmware(Version),
}

/// What a Nitrokey says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Its serial.
    pub serial: Serial,
    /// The reader's name.
    pub reader: String,
    /// Its model.
    pub model: Model,
    /// Version of the OpenPGP card specification.
    pub card_version: (u8, u8),
    /// Firmware, where it can be read.
    pub firmware: Option<Version>,
    /// Whether its keys live in a secure element, where it tells (Nitrokey 3).
    pub secure_element: Option<bool>,
    /// Card holder's name.
    pub holder: String,
    /// Fingerprints in the three slots, 40 hexadecimal digits each.
    pub fingerprints: [Option<String>; 3],
    /// Tries left.
    pub tries: Tries,
    /// PIN lengths.
    pub pin_rules: PinRules,
    /// Whether it can be told to wait for a touch.
    pub touch_button: bool,
    /// Whether PINs are hashed before they are sent (KDF-DO, § 4.3.2).
    pub kdf: bool,
    /// Whether it can be reset to the factory state.
    pub factory_reset: bool,
    /// The algorithms that all three slots take.
    pub algorithms: Vec<Algorithm>,
}

impl Info {
    /// No key is on it.
    pub fn is_blank(&self) -> bool {
        self.fingerprints.iter().all(Option::is_none)
    }

    /// What would be lost if it were erased, in one line.
    pub fn contents(&self) -> String {
        let keys: Vec<_> = Slot::ALL
            .iter()
            .zip(&self.fingerprints)
            .filter_map(|(slot, print)| Some(format!("{slot} key {}", print.as_ref()?)))
            .collect();
        let holder = match self.holder.is_empty() {
            true => String::new(),
            false => format!(" of {}", self.holder),
        };
        match keys.is_empty() {
            true => "nothing, no key is on it".into(),
            false => format!("{}{holder}", keys.join(", ")),
        }
    }

    /// The same Nitrokey, as its factory reset has left it.
    pub(super) fn after_reset(self) -> Self {
        let tries = Tries { user: 3, reset_code: 0, admin: 3 };
        Info { holder: String::new(), fingerprints: [None, None, None], kdf: false, tries, ..self }
    }

    /// What the owner should know.
    pub fn warnings(&self) -> Vec<Warning> {
        match self.firmware {
            Some(version) if self.model == Model::Nitrokey3 && version < Version(1, 8, 3) => {
                vec![Warning::OldFirmware(version)]
            }
            _ => Vec::new(),
        }
    }

    /// Reads it all; nothing is written, no PIN is asked.
    pub(super) fn read(
        card: &mut Card<Transaction<'_>>,
        reader: &str,
        Admin { firmware, secure_element }: Admin,
        factory_reset: bool,
    ) -> Result<Self, openpgp_card::Error> {
        let aid = card.application_identifier()?;
        let serial = Serial::from(&aid);
        let [major, minor] = aid.version().to_be_bytes();
        let model = Model::of(serial, (major, minor), reader);
        // A transaction begins with reading 6E; these only take it apart.
        let status = card.pw_status_bytes()?;
        let length = |byte: u8| usize::from(byte & 0x7F);
        let prints = card.fingerprints()?;
        let prints = [prints.signature(), prints.decryption(), prints.authentication()];
        Ok(Info {
            serial,
            reader: reader.into(),
            model,
            card_version: (major, minor),
            firmware,
            secure_element,
            // § 4.4.3.1: at most 39 letters.
            holder: plain(&said(card.cardholder_name())?.unwrap_or_default(), 39),
            fingerprints: prints.map(|print| print.map(|p| p.to_hex().to_ascii_uppercase())),
            tries: Tries {
                user: status.err_count_pw1(),
                reset_code: status.err_count_rc(),
                admin: status.err_count_pw3(),
            },
            pin_rules: PinRules {
                user: (6, length(status.pw1_max_len())),
                admin: (8, length(status.pw3_max_len())),
                reset_code: (8, length(status.rc_max_len())),
            },
            touch_button: card.user_interaction_flag(KeyType::Signing)?.is_some(),
            kdf: said(card.card().kdf_do())?.is_some_and(|kdf| kdf.kdf_algo() != 0),
            factory_reset,
            algorithms: algorithms::taken(card, model, secure_element)?,
        })
    }
}

/// What a card says that need not say it; only one that cannot be read at all is none.
fn said<T>(answer: Result<T, openpgp_card::Error>) -> Result<Option<T>, openpgp_card::Error> {
    match answer {
        Ok(said) => Ok(Some(said)),
        Err(error @ openpgp_card::Error::Smartcard(_)) => Err(error),
        Err(_) => Ok(None),
    }
}
