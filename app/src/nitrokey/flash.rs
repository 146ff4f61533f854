//! Flash: reset a Nitrokey, set it up, import the keys.
//!
//! It may be pulled out after any command; the same call, with the same Nitrokey back, begins again
//! with the reset and finishes.

use openpgp::packet::Key;
use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp_card::Card;
use openpgp_card::ocard::data::{Lang, TouchPolicy};
use openpgp_card::state::Transaction;
use secrecy::SecretString;
use sequoia_openpgp as openpgp;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::algorithms::{key_type, takes};
use super::find::{find, reopen};
use super::pins::{FACTORY_ADMIN, verify};
use super::reset::{Erase, factory_reset, finish_resets};
use super::upload::Upload;
use super::{Bus, Doing, Info, NitrokeyError, Pin, Pins, Step, kdf};
use crate::plan::{Slot, Touch};

/// What a Nitrokey gets.
pub struct Load {
    /// The keys of the three slots, in [`Slot::ALL`]'s order.
    pub keys: [Key<SecretParts, UnspecifiedRole>; 3],
    /// Card holder's name.
    pub holder: String,
    /// Two letters.
    pub language: String,
    /// Where the public key can be fetched.
    pub url: Option<String>,
    /// Touch button.
    pub touch: Touch,
    /// Its new PINs.
    pub pins: Pins,
}

/// What a Nitrokey is written from.
#[derive(Debug, Clone)]
pub enum Start {
    /// The factory state, to which it is reset first.
    FactoryReset,
    /// The state it is in, for a card without factory reset; its admin PIN.
    AdminPin(SecretString),
}

/// Writes a Nitrokey. Everything that can be checked is checked before anything is written.
pub(crate) fn flash(
    bus: &dyn Bus,
    erase: &Erase,
    start: &Start,
    load: &Load,
    doing: &mut dyn FnMut(Doing),
) -> Result<(), NitrokeyError> {
    let serial = erase.serial();
    let (mut card, mut info) = match find(bus, serial) {
        Err(NitrokeyError::NotThere { .. }) => {
            // It may be the one whose reset was cut short.
            finish_resets(bus)?;
            find(bus, serial)?
        }
        found => found?,
    };
    let uploads = check_load(&info, load)?;
    let told = NitrokeyError::told(serial, Step::Opening);
    let admin = match start {
        Start::FactoryReset => {
            doing(Doing::Resetting);
            factory_reset(&mut card, &info)?;
            card = reopen(card).map_err(&told)?;
            info = info.after_reset();
            SecretString::from(FACTORY_ADMIN)
        }
        Start::AdminPin(pin) => pin.clone(),
    };
    let mut transaction = card.transaction().map_err(told)?;
    let card = &mut transaction;
    unlock(card, &info, &admin, &load.pins.admin, start)?;
    if info.model.wants_kdf() && !info.kdf {
        // Before any key is on it, and before the PINs are set: a KDF-DO changes what they are.
        kdf::set(card, &admin).map_err(NitrokeyError::told(serial, Step::PinHashing))?;
    }
    for (slot, upload) in Slot::ALL.into_iter().zip(&uploads) {
        doing(Doing::Importing(slot));
        let told = NitrokeyError::told(serial, Step::Importing);
        admin_card(card).and_then(|mut c| c.import_key(upload, key_type(slot))).map_err(told)?;
    }
    doing(Doing::Settings);
    settings(card, &info, load).map_err(NitrokeyError::told(serial, Step::Settings))?;
    doing(Doing::Pins);
    set_pins(card, &info, &admin, &load.pins)
}

fn admin_card<'a, 'b>(
    card: &'b mut Card<Transaction<'a>>,
) -> Result<Card<openpgp_card::state::Admin<'a, 'b>>, openpgp_card::Error> {
    card.as_admin_card(None)
}

fn check_load<'a>(info: &Info, load: &'a Load) -> Result<Vec<Upload<'a>>, NitrokeyError> {
    load.pins.check(info)?;
    if load.touch != Touch::Off && !info.touch_button {
        return Err(NitrokeyError::NoTouch { serial: info.serial });
    }
    let each = |(slot, key): (Slot, &'a Key<SecretParts, UnspecifiedRole>)| {
        takes(info, slot, key.mpis())?;
        Upload::new(slot, key)
    };
    Slot::ALL.into_iter().zip(&load.keys).map(each).collect()
}

/// Gives the admin PIN. On a card that could not be reset, an earlier attempt may have set the new
/// one already.
fn unlock(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    admin: &SecretString,
    new: &SecretString,
    start: &Start,
) -> Result<(), NitrokeyError> {
    match (verify(card, info, Pin::Admin, admin), start) {
        (Err(NitrokeyError::WrongPin { left: 2.., .. }), Start::AdminPin(_)) => {
            verify(card, info, Pin::Admin, new)
        }
        (given, _) => given,
    }
}

fn settings(card: &mut Card<Transaction<'_>>, info: &Info, load: &Load) -> Result<(), openpgp_card::Error> {
    let mut admin = admin_card(card)?;
    admin.set_cardholder_name(&ascii_name(&load.holder))?;
    if let &[a, b] = load.language.as_bytes() {
        admin.set_lang(&[Lang::from([char::from(a), char::from(b)])])?;
    }
    admin.set_url(load.url.as_deref().unwrap_or_default())?;
    // After a reset it is off.
    if info.touch_button && (load.touch != Touch::Off || !info.is_blank()) {
        set_touch(card, load.touch)?;
    }
    Ok(())
}

/// The user interaction flags (§ 4.4.3.6): two bytes, the second as the card gave it.
fn set_touch(card: &mut Card<Transaction<'_>>, touch: Touch) -> Result<(), openpgp_card::Error> {
    let policy = match touch {
        Touch::Off => TouchPolicy::Off,
        Touch::On => TouchPolicy::On,
        Touch::Permanent => TouchPolicy::Fixed,
    };
    let card = card.card();
    let related = card.application_related_data()?;
    let flags = [related.uif_pso_cds()?, related.uif_pso_dec()?, related.uif_pso_aut()?];
    for (slot, flag) in Slot::ALL.into_iter().zip(flags) {
        let Some(mut flag) = flag.filter(|flag| flag.touch_policy() != policy) else { continue };
        flag.set_touch_policy(policy);
        match slot {
            Slot::Signature => card.set_uif_pso_cds(&flag)?,
            Slot::Decryption => card.set_uif_pso_dec(&flag)?,
            Slot::Authentication => card.set_uif_pso_aut(&flag)?,
        }
    }
    Ok(())
}

/// The name as ISO 7501-1 writes it (§ 4.4.3.1): `SURNAME<<FORENAMES`, ASCII, at most 39. Accents
/// go, and what is not Latin becomes `?`.
fn ascii_name(holder: &str) -> String {
    let part = |text: &str| {
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

/// Reset code, then admin PIN, then user PIN: with the user PIN first a Start would fall into its
/// 'admin-less' mode. The user PIN is set by RESET RETRY COUNTER (§ 7.2.4, P1 02), which needs no
/// old one.
fn set_pins(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    old_admin: &SecretString,
    pins: &Pins,
) -> Result<(), NitrokeyError> {
    let told = NitrokeyError::told(info.serial, Step::SettingPins);
    admin_card(card).and_then(|mut c| c.set_resetting_code(pins.reset_code.clone())).map_err(&told)?;
    match card.change_admin_pin(old_admin.clone(), pins.admin.clone()) {
        Ok(()) => {}
        // On a card that could not be reset: set by an earlier attempt, and given above.
        Err(_) if verify(card, info, Pin::Admin, &pins.admin).is_ok() => {}
        Err(e) => return Err(told(e)),
    }
    verify(card, info, Pin::Admin, &pins.admin)?;
    admin_card(card).and_then(|mut c| c.reset_user_pin(pins.user.clone())).map_err(told)
}

#[cfg(test)]
mod tests {
    use super::ascii_name;

    #[test]
    fn a_name_goes_onto_the_card_in_ascii() {
        assert_eq!(ascii_name("Ada King Lovelace"), "Lovelace<<Ada<King");
        assert_eq!(ascii_name("Jürgen Gauß"), "Gau?<<Jurgen");
        assert_eq!(ascii_name("ada@example.org"), "ada@example.org");
        assert_eq!(ascii_name(&"very long ".repeat(9)).len(), 39);
    }
}
