//! Which algorithms a card takes, and whether a key is one of them, before anything is written.

use openpgp::crypto::mpi::{MPI, PublicKey};
use openpgp::types::Curve;
use openpgp_card::Card;
use openpgp_card::ocard::KeyType;
use openpgp_card::ocard::algorithm::{AlgorithmAttributes, AlgorithmInformation};
use openpgp_card::state::Transaction;
use sequoia_openpgp as openpgp;

use super::raw::Lengths;
use super::{Info, Model, NitrokeyError};
use crate::plan::{Algorithm, Slot, Touch};

/// The card library's name for a slot.
pub(super) fn key_type(slot: Slot) -> KeyType {
    match slot {
        Slot::Signature => KeyType::Signing,
        Slot::Decryption => KeyType::Decryption,
        Slot::Authentication => KeyType::Authentication,
    }
}

/// What a Nitrokey 3 takes without its secure element.
const NITROKEY_3: &[Algorithm] =
    &[Algorithm::Curve25519, Algorithm::Rsa2048, Algorithm::Rsa3072, Algorithm::Rsa4096, Algorithm::NistP256];

/// What a card takes.
pub(super) struct Taken {
    /// The algorithms that all three slots take.
    pub(super) algorithms: Vec<Algorithm>,
    /// Whether that is known of it.
    pub(super) known: bool,
    /// Those that do not come through its reader.
    pub(super) withheld: Vec<Algorithm>,
    /// For how long an RSA key's public exponent it has room, in bits.
    pub(super) exponent: usize,
}

impl Taken {
    fn new(algorithms: Vec<Algorithm>, known: bool, exponent: usize) -> Self {
        Taken { algorithms, known, withheld: Vec::new(), exponent }
    }
}

/// Where nothing says otherwise: the longest that there is in the standard (OpenPGP card 3.4 § 4.4.3.9).
const EXPONENT: usize = 32;

/// The algorithms that all three slots take: by the card's own list (FA, OpenPGP card 3.4
/// § 4.4.3.11), or, on a card that has none, by what its model is known to take. Of another maker's card below
/// version 3 it is known that it takes RSA of the size that its slots say; of a later one without a list nobody
/// knows. Whatever it lists, what cannot be changed stays (extended capabilities, § 4.4.3.7), and RSA does not go
/// into commands of 255 bytes.
///
/// A Nitrokey 3 lists everything that its secure element could take, also when that is off, and says
/// no only when the key comes. So its list is believed only as far as its backend can do, and as far as it says which
/// one that is.
pub(super) fn taken(
    card: &mut Card<Transaction<'_>>,
    model: Model,
    secure_element: Option<bool>,
    lengths: Lengths,
) -> Result<Taken, openpgp_card::Error> {
    let capabilities = card.card().extended_capabilities()?;
    if !capabilities.key_import() {
        return Ok(Taken::new(Vec::new(), true, EXPONENT));
    }
    let list = match card.card().algorithm_information() {
        Ok(list) => list,
        Err(openpgp_card::Error::CardStatus(_)) => None,
        Err(other) => return Err(other),
    };
    let mut taken = listed(card, list.as_ref(), model, secure_element)?;
    if !capabilities.algo_attrs_changeable() {
        let now = now(card)?;
        taken = Taken { algorithms: both(&taken.algorithms, &now), known: true, ..taken };
    }
    if !(lengths.extended || lengths.chaining) {
        let (long, short) = taken.algorithms.into_iter().partition(|one| rsa_bits(*one).is_some());
        taken.algorithms = short;
        taken.withheld = if lengths.short_reader { long } else { Vec::new() };
    }
    Ok(taken)
}

fn both(some: &[Algorithm], others: &[Algorithm]) -> Vec<Algorithm> {
    some.iter().copied().filter(|algorithm| others.contains(algorithm)).collect()
}

/// What all three slots are set to.
fn now(card: &mut Card<Transaction<'_>>) -> Result<Vec<Algorithm>, openpgp_card::Error> {
    let mut now = Algorithm::ALL.to_vec();
    for slot in Slot::ALL {
        let attributes = card.algorithm_attributes(key_type(slot))?;
        now.retain(|algorithm| matches(*algorithm, slot, &attributes));
    }
    Ok(now)
}

/// The least room that a slot has for a public exponent: some cards have 17 bits, enough for 65537 (§ 4.4.3.9).
fn exponent(attributes: &[AlgorithmAttributes]) -> usize {
    let rooms = attributes.iter().filter_map(|attributes| match attributes {
        AlgorithmAttributes::Rsa(rsa) => Some(rsa.len_e().into()),
        _ => None,
    });
    rooms.min().unwrap_or(EXPONENT)
}

/// By its own list, or by its model.
fn listed(
    card: &mut Card<Transaction<'_>>,
    list: Option<&AlgorithmInformation>,
    model: Model,
    secure_element: Option<bool>,
) -> Result<Taken, openpgp_card::Error> {
    use Algorithm::{Curve25519, NistP256, Rsa2048, Rsa3072, Rsa4096};
    let Some(list) = list else {
        let mut slots = Vec::new();
        for slot in Slot::ALL {
            slots.push(card.algorithm_attributes(key_type(slot))?);
        }
        let exponent = exponent(&slots);
        let known = |algorithms| Taken::new(algorithms, true, exponent);
        return Ok(match model {
            Model::Pro1 => known(vec![Rsa2048, Rsa3072, Rsa4096]),
            Model::Pro2 => known(Algorithm::ALL.iter().copied().filter(|a| *a != Curve25519).collect()),
            Model::Start => known(vec![Curve25519, NistP256, Rsa2048]),
            Model::Nitrokey3 => known(NITROKEY_3.to_vec()),
            Model::Other if card.application_identifier()?.version() < 0x0300 => {
                known(both(&[Rsa2048, Rsa3072, Rsa4096], &now(card)?))
            }
            Model::Other => Taken::new(Algorithm::ALL.to_vec(), false, exponent),
        });
    };
    let of = |slot| list.for_keytype(key_type(slot)).into_iter().cloned().collect::<Vec<_>>();
    let slots = Slot::ALL.map(of);
    let takes = |algorithm: &Algorithm| {
        let software = model == Model::Nitrokey3 && secure_element != Some(true);
        let each = |(slot, listed): (Slot, &Vec<_>)| listed.iter().any(|one| matches(*algorithm, slot, one));
        (!software || NITROKEY_3.contains(algorithm)) && Slot::ALL.into_iter().zip(&slots).all(each)
    };
    let algorithms = Algorithm::ALL.iter().copied().filter(takes).collect();
    Ok(Taken::new(algorithms, true, exponent(&slots.concat())))
}

fn matches(algorithm: Algorithm, slot: Slot, attributes: &AlgorithmAttributes) -> bool {
    match attributes {
        // Two bytes say how much room there is for an exponent, and the card library asks for as much with one.
        AlgorithmAttributes::Rsa(rsa) if rsa.len_e() > u8::MAX.into() => false,
        AlgorithmAttributes::Rsa(rsa) => rsa_bits(algorithm) == Some(rsa.len_n().into()),
        AlgorithmAttributes::Ecc(ecc) => curve(algorithm, slot).is_some_and(|c| c.oid() == ecc.oid()),
        AlgorithmAttributes::Unknown(_) => false,
    }
}

fn rsa_bits(algorithm: Algorithm) -> Option<usize> {
    match algorithm {
        Algorithm::Rsa2048 => Some(2048),
        Algorithm::Rsa3072 => Some(3072),
        Algorithm::Rsa4096 => Some(4096),
        _ => None,
    }
}

fn curve(algorithm: Algorithm, slot: Slot) -> Option<Curve> {
    Some(match algorithm {
        Algorithm::Curve25519 if slot == Slot::Decryption => Curve::Cv25519,
        Algorithm::Curve25519 => Curve::Ed25519,
        Algorithm::NistP256 => Curve::NistP256,
        Algorithm::NistP384 => Curve::NistP384,
        Algorithm::NistP521 => Curve::NistP521,
        Algorithm::BrainpoolP256 => Curve::BrainpoolP256,
        Algorithm::BrainpoolP384 => Curve::BrainpoolP384,
        Algorithm::BrainpoolP512 => Curve::BrainpoolP512,
        Algorithm::Rsa2048 | Algorithm::Rsa3072 | Algorithm::Rsa4096 => return None,
    })
}

impl Info {
    /// Whether it is one that can be written, with this touch; whether it takes the keys is asked of each key.
    ///
    /// # Errors
    /// [`NitrokeyError::NoTouch`] or [`NitrokeyError::TooOld`].
    pub(crate) fn suits(&self, touch: Touch) -> Result<(), NitrokeyError> {
        let serial = self.serial;
        if self.model.wants_kdf() && !self.takes_kdf {
            return Err(NitrokeyError::TooOld { serial });
        }
        if touch != Touch::Off && !self.touch_button {
            return Err(NitrokeyError::NoTouch { serial });
        }
        Ok(())
    }
}

/// Whether it takes keys at all.
///
/// # Errors
/// [`NitrokeyError::NoImport`].
pub fn takes_keys(info: &Info) -> Result<(), NitrokeyError> {
    let (serial, model) = (info.serial, info.model);
    if info.import { Ok(()) } else { Err(NitrokeyError::NoImport { serial, model }) }
}

/// Whether the Nitrokey takes a key with these parameters in `slot`.
///
/// # Errors
/// [`NitrokeyError::Algorithm`] says which ones it takes; [`NitrokeyError::Exponent`] and
/// [`NitrokeyError::LongExponent`] which one of RSA's numbers it does not, and [`NitrokeyError::ShortReader`] that it is
/// not the card.
pub fn takes(info: &Info, slot: Slot, mpis: &PublicKey) -> Result<(), NitrokeyError> {
    let (wanted, fits): (Option<String>, Box<dyn Fn(Algorithm) -> bool>) = match mpis {
        PublicKey::RSA { n, .. } => {
            (Some(format!("RSA {}", n.bits())), Box::new(|algorithm| rsa_bits(algorithm) == Some(n.bits())))
        }
        PublicKey::EdDSA { curve, .. } | PublicKey::ECDSA { curve, .. } | PublicKey::ECDH { curve, .. } => (
            Some(curve.to_string()),
            Box::new(move |algorithm| self::curve(algorithm, slot).as_ref() == Some(curve)),
        ),
        _ => (None, Box::new(|_| false)),
    };
    if let PublicKey::RSA { e, .. } = mpis {
        let (serial, model, bits) = (info.serial, info.model, info.exponent_bits);
        if model.rsa_exponent().is_some_and(|only| MPI::new(&only.to_be_bytes()) != *e) {
            return Err(NitrokeyError::Exponent { serial, model, slot });
        }
        if e.bits() > bits {
            return Err(NitrokeyError::LongExponent { serial, model, slot, bits });
        }
    }
    let among = |algorithms: &[Algorithm]| algorithms.iter().any(|algorithm| fits(*algorithm));
    match among(&info.algorithms) {
        true => Ok(()),
        false if among(&info.withheld) => Err(NitrokeyError::short_reader(info, slot)),
        false => Err(NitrokeyError::algorithm(info, slot, wanted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_has_room_for_an_exponent_beyond_all_measure_is_not_believed_to_take_rsa() {
        for (room, taken) in [(17, true), (32, true), (255, true), (256, false), (0x2000, false)] {
            let attributes = [&[1, 0x08, 0x00][..], &u16::to_be_bytes(room), &[0]].concat();
            let attributes = AlgorithmAttributes::try_from(&attributes[..]).unwrap();
            assert_eq!(matches(Algorithm::Rsa2048, Slot::Signature, &attributes), taken, "{room}");
        }
    }
}
