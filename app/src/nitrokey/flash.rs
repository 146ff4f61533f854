//! Flash: reset a Nitrokey, set it up, import the keys.
//!
//! It may be pulled out after any command; the same call, with the same Nitrokey back, begins again
//! with the reset and finishes. Its PINs come before its keys, so that nobody who finds it in between can use
//! them; the type `Ready` has it so.

use openpgp::packet::Key;
use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp_card::Card;
use openpgp_card::ocard::data::{Lang, TouchPolicy};
use openpgp_card::state::{Open, Transaction};
use sequoia_openpgp as openpgp;

use super::algorithms::{key_type, takes, takes_keys};
use super::checked_answers::caught;
use super::find::find;
use super::personalization::{Personalization, Unlock, admin_card, ascii_name, policy_of};
use super::ready::{Ready, unlock};
use super::reset::{Erase, Way, factory_reset, finish_resets};
use super::sitting::Sitting;
use super::upload::Upload;
use super::{Bus, Doing, Info, NitrokeyError, Serial, Step, kdf};
use crate::plan::{Slot, Touch};

/// Writes a Nitrokey. Everything that can be checked is checked before anything is written.
pub(crate) fn flash(
    bus: &dyn Bus,
    erase: &Erase,
    start: &Unlock,
    personalization: &Personalization,
    sitting: &mut Sitting,
    doing: &mut dyn FnMut(Doing),
) -> Result<(), NitrokeyError> {
    let serial = erase.serial();
    let (card, info) = match find(bus, serial) {
        Err(NitrokeyError::NotThere { .. }) => {
            // It may be the one whose reset was cut short.
            finish_resets(bus)?;
            find(bus, serial)?
        }
        found => found?,
    };
    let reader = info.reader.clone();
    let written = caught(|| write(bus, (card, info), (erase, start), personalization, sitting, doing));
    written.map_err(|cause| NitrokeyError::Unreadable { reader, cause })?
}

fn write(
    bus: &dyn Bus,
    (mut card, mut info): (Card<Open>, Info),
    (erase, start): (&Erase, &Unlock),
    personalization: &Personalization,
    sitting: &mut Sitting,
    doing: &mut dyn FnMut(Doing),
) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    let uploads = check_personalization(&info, personalization)?;
    let typed = match start {
        Unlock::ResetBy(admin) => Some(admin),
        Unlock::ResetByNew => Some(&personalization.pins.admin),
        Unlock::FactoryReset | Unlock::AdminPin(_) | Unlock::NewPin => None,
    };
    // One that was found to have no reset is written by the admin PIN with which that was found.
    let reset = matches!(start, Unlock::FactoryReset | Unlock::ResetBy(_) | Unlock::ResetByNew)
        && !sitting.is_without_reset(serial);
    if !reset {
        slots_are_free(&info, personalization)?;
    }
    if reset {
        doing(Doing::Resetting);
        let (carries, may_block) = (carries(&info, personalization), erase.may_block());
        let way = Way { sealed: &personalization.sealed, carries, typed, may_block };
        (card, info) = factory_reset(bus, card, &info, way, sitting)?;
    }
    let mut transaction = card.transaction().map_err(NitrokeyError::from_card(serial, Step::Opening))?;
    let card = &mut transaction;
    touch_can_be_set(card, serial, personalization.settings.touch)?;
    let admin = unlock(card, &info, start, &personalization.pins.admin, sitting)?;
    if info.model.wants_kdf() && !info.kdf {
        // Before any key is on it, and before the PINs are set: a KDF-DO changes what they are.
        kdf::set(card, &admin).map_err(NitrokeyError::from_card(serial, Step::PinHashing))?;
    }
    let mut ready = Ready::new(card, &info, admin, &personalization.pins, sitting, doing)?;
    import(&mut ready, &info, &uploads, personalization, doing)?;
    ready.finish(&info, &personalization.pins, sitting, doing)
}

/// The keys into their slots, and the settings.
fn import(
    ready: &mut Ready<'_, '_>,
    info: &Info,
    uploads: &[(Slot, Upload<'_>)],
    personalization: &Personalization,
    doing: &mut dyn FnMut(Doing),
) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    for (slot, upload) in uploads {
        doing(Doing::Importing(*slot));
        let from_card = NitrokeyError::from_card(serial, Step::Importing);
        admin_card(ready.card())
            .and_then(|mut c| c.import_key(upload, key_type(*slot)))
            .map_err(from_card)?;
    }
    doing(Doing::Settings);
    settings(ready.card(), personalization).map_err(NitrokeyError::from_card(serial, Step::Settings))
}

/// No command takes a key out of a slot but the factory reset (§ 7.2.17).
fn slots_are_free(info: &Info, personalization: &Personalization) -> Result<(), NitrokeyError> {
    let there = Slot::ALL.into_iter().zip(&personalization.keys).zip(&info.fingerprints);
    let taken = there
        .filter(|((_, key), _)| key.is_none())
        .find_map(|((slot, _), found)| Some((slot, found.clone()?)));
    match taken {
        Some((slot, found)) => Err(NitrokeyError::SlotTaken { serial: info.serial, slot, found }),
        None => Ok(()),
    }
}

/// Whether it holds one of these keys already: then it was written, or begun, with these PINs.
fn carries(info: &Info, personalization: &Personalization) -> bool {
    let ours = personalization.keys.iter().map(|key| Some(key.as_ref()?.fingerprint().to_hex()));
    ours.zip(&info.fingerprints).any(|(ours, there)| ours.is_some() && ours == *there)
}

fn check_personalization<'a>(
    info: &Info,
    personalization: &'a Personalization,
) -> Result<Vec<(Slot, Upload<'a>)>, NitrokeyError> {
    takes_keys(info)?;
    personalization.pins.check(info)?;
    info.suits(personalization.settings.touch)?;
    let each = |(slot, key): (Slot, &'a Key<SecretParts, UnspecifiedRole>)| {
        takes(info, slot, key.mpis())?;
        Ok((slot, Upload::new(slot, key)?))
    };
    let keys = Slot::ALL.into_iter().zip(&personalization.keys);
    keys.filter_map(|(slot, key)| Some((slot, key.as_ref()?))).map(each).collect()
}

fn settings(
    card: &mut Card<Transaction<'_>>,
    personalization: &Personalization,
) -> Result<(), openpgp_card::Error> {
    let mut admin = admin_card(card)?;
    admin.set_cardholder_name(&ascii_name(&personalization.settings.holder))?;
    if let &[a, b] = personalization.settings.language.as_bytes() {
        admin.set_lang(&[Lang::from([char::from(a), char::from(b)])])?;
    }
    admin.set_url(personalization.settings.url.as_deref().unwrap_or_default())?;
    set_touch(card, personalization.settings.touch)
}

/// 'Permanent' ends with a factory reset alone (§ 4.4.3.6). A Start forgets it only with its power (Gnuk 1.2.19), and
/// where that could not be taken from it, its owner does it: before anything is written.
fn touch_can_be_set(
    card: &mut Card<Transaction<'_>>,
    serial: Serial,
    touch: Touch,
) -> Result<(), NitrokeyError> {
    for slot in Slot::ALL {
        let flag = card
            .user_interaction_flag(key_type(slot))
            .map_err(NitrokeyError::from_card(serial, Step::Opening))?;
        let policy = flag.map_or(TouchPolicy::Off, |flag| flag.touch_policy());
        if policy != policy_of(touch) && matches!(policy, TouchPolicy::Fixed | TouchPolicy::CachedFixed) {
            return Err(NitrokeyError::TouchStays { serial });
        }
    }
    Ok(())
}

/// The user interaction flags (§ 4.4.3.6): two bytes, the second as the card gave it. What the card says counts, and
/// not what it ought to say after a reset; also of one without a button, which can be told to wait for ever.
fn set_touch(card: &mut Card<Transaction<'_>>, touch: Touch) -> Result<(), openpgp_card::Error> {
    let policy = policy_of(touch);
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
