//! What a Nitrokey says of itself.

use std::fmt;
use std::time::SystemTime;

use openpgp_card::ocard::data::ApplicationIdentifier;

use crate::plan::Algorithm;

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
    pub(super) fn of(serial: Serial, card_version: (u8, u8), reader: &str) -> Self {
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

    /// A Start that gets a key sets its user PIN and its reset code back to the first ones (Gnuk encrypts each key to
    /// them).
    pub(super) fn import_resets_pins(self) -> bool {
        self == Model::Start
    }

    /// A Start says that it has a button (7F74) and takes its settings (D6 to D8), and there is none: told to wait for
    /// a touch, it waits 13 seconds at each use and refuses (6600, Gnuk 1.2.19). What a Gnuk runs on it does not say,
    /// so none of them is believed.
    pub(super) fn may_have_button(self) -> bool {
        self != Model::Start
    }

    /// It makes its own public exponent of an RSA key: this one, whatever is imported (Gnuk 1.2.19).
    pub(super) fn rsa_exponent(self) -> Option<u32> {
        (self == Model::Start).then_some(65_537)
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
    #[error("firmware {0}, older than 1.8.3")]
    OldFirmware(Version),
    /// A Pro's password safe and a Storage's encrypted volumes hang on a key that the reset makes anew.
    #[error("password safe and encrypted volumes are lost in a factory reset")]
    PasswordSafe,
    /// Another maker's.
    #[error("no Nitrokey, may have no factory reset")]
    MayHaveNoReset,
    /// It has no algorithm information (§ 4.4.3.11), and its maker is not known.
    #[error("no list of algorithms")]
    UnknownAlgorithms,
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
    /// When the keys in them were made, as whoever put them there has said (§ 4.4.3.1, CD).
    pub key_times: [Option<SystemTime>; 3],
    /// Tries left.
    pub tries: Tries,
    /// PIN lengths.
    pub pin_rules: PinRules,
    /// Whether it can be told to wait for a touch.
    pub touch_button: bool,
    /// Whether PINs are hashed before they are sent (KDF-DO, § 4.3.2).
    pub kdf: bool,
    /// Whether it can be told to have them so (extended capabilities, bit 01, § 4.4.3.7).
    pub takes_kdf: bool,
    /// Whether it can be reset to the factory state.
    pub factory_reset: bool,
    /// Whether keys can be put on it (extended capabilities, § 4.4.3.7): some only make their own.
    pub import: bool,
    /// The algorithms that all three slots take.
    pub algorithms: Vec<Algorithm>,
    /// Whether that is known of it; else it may refuse them, and only after it was erased.
    pub algorithms_known: bool,
    /// Those that it takes in another reader: this one passes on only short commands.
    pub withheld: Vec<Algorithm>,
    /// How long the public exponent of an RSA key may be on it, in bits (§ 4.4.3.9).
    pub exponent_bits: usize,
}

impl Info {
    /// No key is on it.
    pub fn is_blank(&self) -> bool {
        self.fingerprints.iter().all(Option::is_none)
    }

    /// Whether it is a Nitrokey, of which it is known that its factory reset works, and not another card. A Pro or a
    /// Storage was called Crypto Stick before, and the card in one says its own maker's number; its reader's name does
    /// not.
    pub fn is_nitrokey(&self) -> bool {
        let named = |name| self.reader.contains(name);
        self.model == Model::Nitrokey3 || named("Nitrokey") || named("Crypto Stick")
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

    /// What the owner should know before it is erased.
    pub fn before_erasing(&self) -> Vec<Warning> {
        let password_safe = self.is_nitrokey() && matches!(self.model, Model::Pro1 | Model::Pro2);
        let mut warnings = Vec::new();
        warnings.extend((password_safe && self.factory_reset).then_some(Warning::PasswordSafe));
        warnings.extend((!self.is_nitrokey() && self.factory_reset).then_some(Warning::MayHaveNoReset));
        warnings.extend((!self.algorithms_known).then_some(Warning::UnknownAlgorithms));
        warnings
    }
}
