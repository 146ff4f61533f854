//! Brainpool, which no virtual key takes: tested as far as the bytes of the commands.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{Arc, Mutex};

use card_backend::{CardBackend, CardCaps, CardTransaction, PinType, SmartcardError};
use coldspare::nitrokey::{Bus, Erase, NitrokeyError, Port, Start};
use coldspare::plan::{Algorithm, Slot};
use coldspare_tests::{VirtualBus, walk};
use virtual_nitrokey::{Model, VirtualNitrokey};

/// A Pro 2 that lists no algorithms, as one of version 3.3, records what it is told, and agrees to
/// each command that the firmware beneath would refuse for its curve.
#[derive(Clone)]
struct Recorder {
    key: VirtualNitrokey,
    commands: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Bus for Recorder {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let recorder = self.clone();
        Ok(vec![Port::new("recorder", move || Ok(Box::new(recorder)))])
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        Ok(vec![("recorder".into(), 0)])
    }
}

impl CardBackend for Recorder {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        caps
    }
    fn transaction(
        &mut self,
        _: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        Ok(Box::new(self.clone()))
    }
}

impl CardTransaction for Recorder {
    fn transmit(&mut self, command: &[u8], _: usize) -> Result<Vec<u8>, SmartcardError> {
        self.commands.lock().unwrap().push(command.to_vec());
        match command[..4] {
            [0x00, 0xCA, 0x00, 0xFA] => Ok(vec![0x6A, 0x88]), // no list of algorithms
            [0x00, 0xDB, ..] | [0x00, 0xDA, 0x00, 0xC1..=0xC3] => Ok(vec![0x90, 0x00]),
            [0x10, 0xDB, ..] => Ok(vec![0x90, 0x00]), // a key that comes in pieces
            _ => self.key.transmit(command).map_err(|e| SmartcardError::Error(e.to_string())),
        }
    }
    fn feature_pinpad_verify(&self) -> bool {
        false
    }
    fn feature_pinpad_modify(&self) -> bool {
        false
    }
    fn pinpad_verify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::Error("no pinpad".into()))
    }
    fn pinpad_modify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::Error("no pinpad".into()))
    }
    fn was_reset(&self) -> bool {
        false
    }
}

/// The command's data field, short or extended Lc.
fn data(command: &[u8]) -> &[u8] {
    match command[4..] {
        [0, high, low, ..] => &command[7..7 + usize::from(high) * 256 + usize::from(low)],
        [length, ..] => &command[5..5 + usize::from(length)],
        [] => &[],
    }
}

fn brainpool(algorithm: Algorithm, oid: &[u8], size: usize) {
    let stick = tempfile::tempdir().unwrap();
    let plan = walk::plan(algorithm, 2, 3).unwrap();
    let mut prepared = walk::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let bus = Recorder { key: walk::key(Model::Pro2, 3).unwrap(), commands: Arc::default() };
    let serial = walk::serial(&bus.key);
    let erase = Erase::confirm(&walk::info(&bus, serial).unwrap(), "0003").unwrap();
    let pins = prepared.rehearsed.pins("primary", None).unwrap();
    prepared.rehearsed.flash(&bus, &erase, "primary", &pins, &Start::FactoryReset, &mut |_| ()).unwrap();

    let commands = bus.commands.lock().unwrap();
    // Algorithm attributes (OpenPGP card 3.4 § 4.4.3.9): 13 ECDSA, 12 ECDH, then the curve's OID.
    for (tag, id) in [(0xC1, 0x13), (0xC2, 0x12), (0xC3, 0x13)] {
        let command = commands.iter().find(|c| c[..4] == [0x00, 0xDA, 0x00, tag]).unwrap();
        assert_eq!(data(command), [&[id], oid].concat());
    }
    // Key import (§ 4.4.3.12): 4D { slot, 7F48 { 92 length }, 5F48 scalar }.
    let imports: Vec<_> = commands.iter().filter(|c| c[..4] == [0x00, 0xDB, 0x3F, 0xFF]).collect();
    assert_eq!(imports.len(), 3);
    for (slot, (import, crt)) in Slot::ALL.into_iter().zip(imports.into_iter().zip([0xB6, 0xB8, 0xA4])) {
        let key = prepared.made.identity().slot_key(slot).unwrap();
        let scalar = scalar(&key, size);
        let length = u8::try_from(size).unwrap();
        let private = [&[0x5F, 0x48, length][..], &scalar].concat();
        let template = [&[crt, 0x00, 0x7F, 0x48, 0x02, 0x92, length][..], &private].concat();
        let data = data(import);
        assert_eq!(data[0], 0x4D);
        assert!(data.ends_with(&template), "{slot}: {}", data.len());
    }
}

fn scalar(key: &coldspare::openpgp::SlotKey, size: usize) -> Vec<u8> {
    use sequoia_openpgp::crypto::mpi::SecretKeyMaterial::{ECDH, ECDSA};
    use sequoia_openpgp::packet::key::SecretKeyMaterial;
    let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { panic!("protected") };
    secret.map(|secret| match secret {
        ECDSA { scalar } | ECDH { scalar } => scalar.value_padded(size).to_vec(),
        other => panic!("{other:?}"),
    })
}

#[test]
fn brainpool_p256_goes_out_as_the_card_specification_says() {
    brainpool(Algorithm::BrainpoolP256, &[0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07], 32);
}

#[test]
fn brainpool_p384_goes_out_as_the_card_specification_says() {
    brainpool(Algorithm::BrainpoolP384, &[0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0B], 48);
}

#[test]
fn brainpool_p512_goes_out_as_the_card_specification_says() {
    brainpool(Algorithm::BrainpoolP512, &[0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0D], 64);
}
