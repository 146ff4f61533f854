//! The PINs of a Nitrokey: plain data that the sealed backup, the Nitrokeys and the paper have in common.

use std::fmt;

use secrecy::SecretString;

use crate::plan::Role;

/// The three of them (OpenPGP card 3.4 § 4.3). In a sealed backup the user PIN is there only if the owner wants it
/// there: then `User` is an `Option`. What writes a Nitrokey needs all three.
#[derive(Clone)]
pub struct Pins<User = SecretString> {
    /// User PIN (PW1).
    pub user: User,
    /// Admin PIN (PW3).
    pub admin: SecretString,
    /// Reset code (RC).
    pub reset_code: SecretString,
}

impl<User> fmt::Debug for Pins<User> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pins(…)")
    }
}

impl Pins<Option<SecretString>> {
    /// All three, with this user PIN or else the one that is there.
    pub fn with(&self, user: Option<&SecretString>) -> Option<Pins> {
        Some(Pins {
            user: user.or(self.user.as_ref())?.clone(),
            admin: self.admin.clone(),
            reset_code: self.reset_code.clone(),
        })
    }
}

impl From<Pins> for Pins<Option<SecretString>> {
    fn from(Pins { user, admin, reset_code }: Pins) -> Self {
        Pins { user: Some(user), admin, reset_code }
    }
}

/// The PINs of one Nitrokey, and which one it is.
#[derive(Clone)]
pub struct KeyPins {
    /// What it is.
    pub role: Role,
    /// Its serial, once known.
    pub serial: Option<String>,
    /// Its PINs.
    pub pins: Pins<Option<SecretString>>,
}

impl fmt::Debug for KeyPins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyPins({}, serial {:?})", self.role, self.serial)
    }
}
