//! What a Nitrokey is to get, and how that stands on the card.

use openpgp::packet::Key;
use openpgp::packet::key::{PublicParts, SecretParts, UnspecifiedRole};
use openpgp::{Cert, Fingerprint};
use openpgp_card::Card;
use openpgp_card::ocard::data::TouchPolicy;
use openpgp_card::state::Transaction;
use secrecy::SecretString;
use sequoia_openpgp as openpgp;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::pins::Pins;
use crate::plan::Touch;

/// What a Nitrokey gets.
pub struct Personalization {
    /// The keys of the three slots, in [`Slot::ALL`](crate::plan::Slot::ALL)'s order; `None`: it stays empty.
    pub keys: [Option<Key<SecretParts, UnspecifiedRole>>; 3],
    /// Name, language, address, touch.
    pub settings: Settings,
    /// Its new PINs.
    pub pins: Pins,
    /// The admin PIN that it has by the backup, if it carries keys of these already.
    pub sealed: SecretString,
}

/// What a Nitrokey is written from.
#[derive(Debug, Clone)]
pub enum Unlock {
    /// The factory state, to which it is reset first.
    FactoryReset,
    /// The same, with the admin PIN that the owner knows of it.
    ResetBy(SecretString),
    /// The same, and the owner says that it has the admin PIN already that it is to get.
    ResetByNew,
    /// The state it is in, for a card without factory reset; its admin PIN.
    AdminPin(SecretString),
    /// The same, and it has the admin PIN already that it is to get: writing it was broken off, in this sitting
    /// or in one before.
    NewPin,
}

/// What should be on a Nitrokey.
#[derive(Debug, Clone)]
pub struct Expected {
    /// The public certificate.
    pub cert: Cert,
    /// Which of its keys is in which slot, in [`Slot::ALL`](crate::plan::Slot::ALL)'s order; `None`: it is empty.
    pub slots: [Option<Fingerprint>; 3],
    /// What else was written, if it was written just now. Later its owner may have changed it.
    pub settings: Option<Settings>,
}

/// What else is written to a Nitrokey, and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Card holder's name.
    pub holder: String,
    /// Two letters.
    pub language: String,
    /// Where the public key can be fetched.
    pub url: Option<String>,
    /// Touch button.
    pub touch: Touch,
}

/// With what only the admin may do, once its PIN was given.
pub(super) fn admin_card<'a, 'b>(
    card: &'b mut Card<Transaction<'a>>,
) -> Result<Card<openpgp_card::state::Admin<'a, 'b>>, openpgp_card::Error> {
    card.as_admin_card(None)
}

/// How a card says it (§ 4.4.3.6).
pub(super) fn policy_of(touch: Touch) -> TouchPolicy {
    match touch {
        Touch::Off => TouchPolicy::Off,
        Touch::On => TouchPolicy::On,
        Touch::Permanent => TouchPolicy::Fixed,
    }
}

/// One of the certificate's keys.
pub(super) fn public_key(cert: &Cert, print: &Fingerprint) -> Option<Key<PublicParts, UnspecifiedRole>> {
    cert.keys().find(|k| k.key().fingerprint() == *print).map(|k| k.key().clone())
}

/// The name as ISO 7501-1 writes it (§ 4.4.3.1): `SURNAME<<FORENAMES`, ASCII, at most 39. Accents
/// go, ß is ss, and what is not Latin becomes `?`.
pub(super) fn ascii_name(holder: &str) -> String {
    let part = |text: &str| {
        let text = text.replace('ß', "ss");
        let plain = text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
            ' ' | '<' => '<',
            c if c.is_ascii_graphic() => c,
            _ => '?',
        });
        plain.collect::<String>()
    };
    let mut name = match holder.rsplit_once(' ') {
        Some((forenames, surname)) => format!("{}<<{}", part(surname), part(forenames)),
        None => part(holder),
    };
    name.truncate(39);
    name
}

#[cfg(test)]
mod tests {
    use super::ascii_name;

    #[test]
    fn a_name_goes_onto_the_card_in_ascii() {
        assert_eq!(ascii_name("Ada King Lovelace"), "Lovelace<<Ada<King");
        assert_eq!(ascii_name("Jürgen Gauß"), "Gauss<<Jurgen");
        assert_eq!(ascii_name("ada@example.org"), "ada@example.org");
        assert_eq!(ascii_name(&"very long ".repeat(9)).len(), 39);
    }
}
