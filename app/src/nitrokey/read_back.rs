//! What a Nitrokey says of what was written to it: keys, settings, PIN rules, counters.

use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::Key;
use openpgp::packet::key::{PublicParts, UnspecifiedRole};
use openpgp_card::Card;
use openpgp_card::ocard::algorithm::AlgorithmAttributes;
use openpgp_card::ocard::crypto::EccType;
use openpgp_card::ocard::data::TouchPolicy;
use openpgp_card::state::Transaction;
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

use super::algorithms::key_type;
use super::error::LONGEST;
use super::personalization::{Expected, Settings, ascii_name, policy_of, public_key};
use super::{Info, Model, NitrokeyError, Pin, Setting, Step, Unproven};
use crate::language::shown::plain;
use crate::plan::{Slot, Touch};

/// Fingerprints, creation times and algorithms, as the card says them.
pub(super) fn keys(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    expected: &Expected,
) -> Result<Vec<String>, NitrokeyError> {
    let serial = info.serial;
    let from_card = NitrokeyError::from_card(serial, Step::ReadingBack);
    let not = |cause: Unproven| NitrokeyError::NotProven { serial, cause };
    let times = card.key_generation_times().map_err(&from_card)?;
    let times = [times.signature(), times.decryption(), times.authentication()]
        .map(|time| time.map(openpgp_card::ocard::data::KeyGenerationTime::get));
    let mut shown = vec![format!("serial {serial}, {}", info.model)];
    for (i, slot) in Slot::ALL.into_iter().enumerate() {
        let Some(print) = &expected.slots[i] else {
            match info.fingerprints[i].clone() {
                Some(found) => return Err(not(Unproven::NotEmpty { slot, found })),
                None => continue,
            }
        };
        let public = public_key(&expected.cert, print);
        let print = print.to_hex();
        if info.fingerprints[i].as_deref() != Some(print.as_str()) {
            let found = info.fingerprints[i].clone();
            return Err(not(Unproven::OtherKey { slot, found, expected: print }));
        }
        let public = public.ok_or_else(|| not(Unproven::NotInCertificate { slot, key: print.clone() }))?;
        let created = public.creation_time().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        if times[i].map(u64::from) != Some(created.as_secs()) {
            return Err(not(Unproven::Created { slot }));
        }
        let attributes = card.algorithm_attributes(key_type(slot)).map_err(&from_card)?;
        if !fits(slot, &attributes, &public) {
            return Err(not(Unproven::OtherAlgorithm {
                slot,
                found: plain(&attributes.to_string(), LONGEST),
            }));
        }
        shown.push(format!("{slot} slot: {print}, {attributes}"));
    }
    Ok(shown)
}

/// Size or curve, and what the slot does with it: a curve alone is right for a signature and for a decryption.
fn fits(slot: Slot, attributes: &AlgorithmAttributes, public: &Key<PublicParts, UnspecifiedRole>) -> bool {
    match (attributes, public.mpis()) {
        (AlgorithmAttributes::Rsa(rsa), PublicKey::RSA { n, .. }) => usize::from(rsa.len_n()) == n.bits(),
        (AlgorithmAttributes::Ecc(ecc), PublicKey::EdDSA { curve, .. }) => {
            slot != Slot::Decryption && ecc.ecc_type() == EccType::EdDSA && ecc.oid() == curve.oid()
        }
        (AlgorithmAttributes::Ecc(ecc), PublicKey::ECDSA { curve, .. }) => {
            slot != Slot::Decryption && ecc.ecc_type() == EccType::ECDSA && ecc.oid() == curve.oid()
        }
        (AlgorithmAttributes::Ecc(ecc), PublicKey::ECDH { curve, .. }) => {
            slot == Slot::Decryption && ecc.ecc_type() == EccType::ECDH && ecc.oid() == curve.oid()
        }
        _ => false,
    }
}

/// Touch, name, language and address. What was written just now must be there; of a spare it is shown what it
/// says, because its owner may have changed it.
pub(super) fn settings(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    written: Option<&Settings>,
) -> Result<Vec<String>, NitrokeyError> {
    let serial = info.serial;
    let from_card = NitrokeyError::from_card(serial, Step::ReadingBack);
    let not = |cause: Unproven| NitrokeyError::NotProven { serial, cause };
    let mut touches = Vec::new();
    for slot in Slot::ALL {
        let flag = card.user_interaction_flag(key_type(slot)).map_err(&from_card)?;
        let policy = flag.map_or(TouchPolicy::Off, |flag| flag.touch_policy());
        let expected = written.map(|written| written.touch);
        if expected.is_some_and(|expected| policy != policy_of(expected)) {
            let (found, expected) = (plain(&policy.to_string(), LONGEST), expected.unwrap_or(Touch::Off));
            return Err(not(Unproven::OtherTouch { slot, found, expected }));
        }
        touches.push(policy.to_string());
    }
    let mut shown = vec![format!("touch: {}", touches.join(", "))];
    if let Some(written) = written {
        let related = card.cardholder_related_data().map_err(&from_card)?;
        let letters = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
        let holder = letters(related.name().unwrap_or_default());
        let languages = related.lang().unwrap_or_default().iter().map(ToString::to_string);
        let url = card.url().map_err(&from_card)?;
        for (field, found, expected) in [
            (Setting::Holder, holder, ascii_name(&written.holder)),
            (Setting::Language, languages.collect(), written.language.clone()),
            (Setting::Url, url, written.url.clone().unwrap_or_default()),
        ] {
            if found != expected {
                return Err(not(Unproven::OtherSetting { field, found: plain(&found, LONGEST), expected }));
            }
        }
        if info.model.wants_kdf() && !info.kdf {
            return Err(not(Unproven::NoPinHashing));
        }
        shown.push("name, language, address: as written".into());
    }
    Ok(shown)
}

/// Whether the PINs that were set are such as it says that it takes.
pub(super) fn pin_rules(info: &Info, set: &[(Pin, &SecretString)]) -> Result<(), NitrokeyError> {
    for (pin, value) in set {
        let (_, longest) = match pin {
            Pin::User => info.pin_rules.user,
            Pin::Admin => info.pin_rules.admin,
            Pin::ResetCode => info.pin_rules.reset_code,
        };
        let length = value.expose_secret().len();
        if length > longest {
            let cause = Unproven::PinRule { pin: *pin, longest, length };
            return Err(NitrokeyError::NotProven { serial: info.serial, cause });
        }
    }
    Ok(())
}

/// A correct PIN sets its counter back (§ 4.3.4): all tries must be there, and not more: who finds a card with
/// a hundred tries finds its PIN. Only of other makers' cards it is known that they can have up to 15, what
/// four bits hold.
pub(super) fn tries(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    written_by_us: bool,
) -> Result<String, NitrokeyError> {
    let serial = info.serial;
    let from_card = NitrokeyError::from_card(serial, Step::CountingTries);
    let related = card.card().application_related_data().map_err(&from_card)?;
    let status = related.pw_status_bytes().map_err(&from_card)?;
    let (user, reset_code, admin) = (status.err_count_pw1(), status.err_count_rc(), status.err_count_pw3());
    let whole = |tries: u8| tries == 3 || info.model == Model::Other && (3..=15).contains(&tries);
    match whole(user) && (!written_by_us || whole(admin) && whole(reset_code)) {
        true => Ok(format!("tries left: user PIN {user}, reset code {reset_code}, admin PIN {admin}")),
        false => Err(NitrokeyError::NotProven { serial, cause: Unproven::Tries { user, reset_code, admin } }),
    }
}
