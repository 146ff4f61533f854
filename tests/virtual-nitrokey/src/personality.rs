//! Gives the firmware's card the face of another model: what a card says of itself is rewritten on its
//! way out, what that model does not have is refused on its way in. Everything else is `opcard`.

use crate::{Model, tlv, traits::Traits};
use apdu_dispatch::{
    Command,
    app::{App, CommandView, Interface, Result, VecView},
    iso7816::{self, Aid, Status},
};
use hex_literal::hex;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

const GET_DATA: u8 = 0xCA;
const PUT_DATA: u8 = 0xDA;

// Data objects by tag (OpenPGP card 3.4.1 § 4.4.1).
const AID: u16 = 0x4F;
const HISTORICAL_BYTES: u16 = 0x5F52;
const APPLICATION_RELATED_DATA: u16 = 0x6E;
const EXTENDED_LENGTH_INFORMATION: u16 = 0x7F66;
const GENERAL_FEATURE_MANAGEMENT: u16 = 0x7F74;
const DISCRETIONARY_DATA_OBJECTS: u16 = 0x73;
const EXTENDED_CAPABILITIES: u16 = 0xC0;
const ALGORITHM_ATTRIBUTES: std::ops::RangeInclusive<u16> = 0xC1..=0xC3;
const PW_STATUS_BYTES: u16 = 0xC4;
const TOUCH: std::ops::RangeInclusive<u16> = 0xD6..=0xD8;
const KEY_INFORMATION: u16 = 0xDE;
const KDF_DO: u16 = 0xF9;
const ALGORITHM_INFORMATION: u16 = 0xFA;

/// An OpenPGP card application with the face of `model`.
pub(crate) struct Personality<C> {
    card: C,
    model: Model,
    /// Whether the firmware's own list of algorithms goes out as it is.
    unfiltered: Arc<AtomicBool>,
    traits: Arc<Traits>,
}

impl<C> Personality<C> {
    pub(crate) fn new(card: C, model: Model, unfiltered: Arc<AtomicBool>, traits: Arc<Traits>) -> Self {
        Self { card, model, unfiltered, traits }
    }
}

impl<C: iso7816::App> iso7816::App for Personality<C> {
    fn aid(&self) -> Aid {
        self.card.aid()
    }
}

impl<C: App> App for Personality<C> {
    fn select(&mut self, on: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        self.card.select(on, command, reply)
    }

    fn deselect(&mut self) {
        self.card.deselect();
    }

    fn call(&mut self, on: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let tag = u16::from_be_bytes([command.p1, command.p2]);
        match u8::from(command.instruction()) {
            GET_DATA => {
                if !has(self.model, tag) {
                    return Err(Status::KeyReferenceNotFound);
                }
                self.card.call(on, command, reply)?;
                if tag == ALGORITHM_INFORMATION && self.unfiltered.load(Relaxed) {
                    return Ok(());
                }
                let said = says(self.model, tag, reply);
                let said = of_traits(&self.traits, tag, said.as_deref().unwrap_or(reply)).or(said);
                let Some(said) = said else {
                    return Ok(());
                };
                reply.clear();
                reply.extend_from_slice(&said).map_err(|_| Status::NotEnoughMemory)
            }
            PUT_DATA => {
                if !has(self.model, tag) {
                    return Err(Status::KeyReferenceNotFound);
                }
                // The Nitrokey 3 takes attributes that it has no software for and refuses the import.
                if ALGORITHM_ATTRIBUTES.contains(&tag)
                    && !self.model.is_nitrokey3()
                    && !self.model.takes(command.data())
                {
                    return Err(Status::IncorrectDataParameter);
                }
                let widened =
                    ALGORITHM_ATTRIBUTES.contains(&tag).then(|| self.traits.attributes(command.data(), 32));
                let Some(Some(attributes)) = widened else { return self.card.call(on, command, reply) };
                let apdu = [&[0x00, PUT_DATA, command.p1, command.p2, 6], &attributes[..]].concat();
                let command = Command::try_from(&apdu).map_err(|_| Status::WrongLength)?;
                self.card.call(on, command.as_view(), reply)
            }
            _ => self.card.call(on, command, reply),
        }
    }
}

/// Whether this model knows the data object.
fn has(model: Model, tag: u16) -> bool {
    let old = matches!(model, Model::Pro1 | Model::Start);
    match tag {
        GENERAL_FEATURE_MANAGEMENT => model.is_nitrokey3(),
        tag if TOUCH.contains(&tag) => model.is_nitrokey3(),
        EXTENDED_LENGTH_INFORMATION => !old,
        KEY_INFORMATION => !old,
        KDF_DO | ALGORITHM_INFORMATION => model != Model::Pro1,
        _ => true,
    }
}

/// What its traits make of that; `None` when it stays so.
fn of_traits(traits: &Traits, tag: u16, value: &[u8]) -> Option<Vec<u8>> {
    let change = |at: usize, new: &dyn Fn(u8) -> u8| {
        let mut changed = value.to_vec();
        let byte = changed.get_mut(at)?;
        *byte = new(*byte);
        Some(changed)
    };
    match tag {
        APPLICATION_RELATED_DATA | DISCRETIONARY_DATA_OBJECTS => {
            let mut out = Vec::new();
            for (tag, value) in tlv::parse(value)? {
                let said = of_traits(traits, tag, value);
                tlv::push(&mut out, tag, said.as_deref().unwrap_or(value));
            }
            Some(out)
        }
        EXTENDED_CAPABILITIES => change(0, &|byte| traits.capabilities(byte)),
        tag if ALGORITHM_ATTRIBUTES.contains(&tag) => traits.attributes(value, 17),
        ALGORITHM_INFORMATION => {
            let mut out = Vec::new();
            for (key, attributes) in tlv::parse(value)? {
                let said = traits.attributes(attributes, 17);
                tlv::push(&mut out, key, said.as_deref().unwrap_or(attributes));
            }
            Some(out)
        }
        // § 6: the last of the three bytes before the life cycle.
        HISTORICAL_BYTES => change(value.len().checked_sub(4)?, &|byte| traits.lengths(byte)),
        _ => None,
    }
}

/// What the model says where the firmware says `value`; `None` when it says the same.
fn says(model: Model, tag: u16, value: &[u8]) -> Option<Vec<u8>> {
    match tag {
        APPLICATION_RELATED_DATA | DISCRETIONARY_DATA_OBJECTS => {
            let mut out = Vec::new();
            for (tag, value) in tlv::parse(value)? {
                if has(model, tag) {
                    let said = says(model, tag, value);
                    tlv::push(&mut out, tag, said.as_deref().unwrap_or(value));
                }
            }
            Some(out)
        }
        // opcard lists whatever it has a name for, whether or not this build can do it.
        ALGORITHM_INFORMATION => {
            let mut out = Vec::new();
            for (key, attributes) in tlv::parse(value)? {
                if model.takes(attributes) {
                    tlv::push(&mut out, key, attributes);
                }
            }
            Some(out)
        }
        // § 4.2.1: the version of the specification follows RID and application.
        AID => {
            let mut aid = value.to_vec();
            aid.get_mut(6..8)?.copy_from_slice(&version(model)?);
            Some(aid)
        }
        // § 6: the third byte from the end is the life cycle, which stays the firmware's.
        HISTORICAL_BYTES => {
            let mut bytes = historical_bytes(model)?.to_vec();
            *bytes.get_mut(7)? = *value.get(7)?;
            Some(bytes)
        }
        EXTENDED_CAPABILITIES => Some(extended_capabilities(model)?.to_vec()),
        EXTENDED_LENGTH_INFORMATION if model == Model::Pro2 => Some(hex!("0202 0800 0202 0800").to_vec()),
        // § 4.4.3.10: the longest PINs that the smart card in a Pro takes.
        PW_STATUS_BYTES if matches!(model, Model::Pro1 | Model::Pro2) => {
            let mut status = value.to_vec();
            status.get_mut(1..4)?.fill(32);
            Some(status)
        }
        _ => None,
    }
}

fn version(model: Model) -> Option<[u8; 2]> {
    match model {
        Model::Pro1 => Some([2, 1]),
        Model::Start => Some([2, 0]),
        Model::Nitrokey3 | Model::Nitrokey3SecureElement | Model::Pro2 => None,
    }
}

/// The Pro of the first generation has extended lengths, the Start has command chaining instead.
fn historical_bytes(model: Model) -> Option<[u8; 10]> {
    match model {
        Model::Pro1 => Some(hex!("0031C573C00140059000")),
        Model::Start => Some(hex!("00318473800180059000")),
        Model::Nitrokey3 | Model::Nitrokey3SecureElement | Model::Pro2 => None,
    }
}

/// The first byte is bits: 40 GET CHALLENGE, 20 import, 10 PW status, 08 private objects, 04 attributes
/// can be changed, 02 AES, 01 KDF-DO. Then come a byte for secure messaging and four numbers, of which
/// the last two differ: in version 2 (§ 4.3.3.7) the longest command and response, in version 3
/// (3.4.1 § 4.4.3.7) the longest special object and two bytes of further capabilities.
fn extended_capabilities(model: Model) -> Option<[u8; 10]> {
    match model {
        Model::Pro1 => Some(hex!("7C 00 0800 0800 0800 0800")),
        Model::Pro2 => Some(hex!("7D 00 0BFE 0800 00FF 00 00")),
        Model::Start => Some(hex!("75 00 0020 0800 00FF 0100")),
        Model::Nitrokey3 | Model::Nitrokey3SecureElement => None,
    }
}
