//! Brainpool, which no virtual key takes: tested as far as the bytes of the commands.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{Arc, Mutex};

use coldspare::nitrokey::{Erase, Unlock};
use coldspare::plan::{Algorithm, Role, Slot};
use coldspare_tests::{LyingBus, VirtualBus, fixtures};
use virtual_nitrokey::{Liar, Model, VirtualNitrokey};

/// The commands that a card was sent, in their order.
type Sent = Arc<Mutex<Vec<Vec<u8>>>>;

/// A Pro 2 that lists no algorithms, as one of version 3.3, records what it is told, and agrees to
/// each command that the firmware beneath would refuse for its curve.
fn recorder(key: &VirtualNitrokey, sent: &Sent) -> LyingBus {
    let sent = Arc::clone(sent);
    let card = Liar::over(key, move |command, truth| {
        sent.lock().unwrap().push(command.to_vec());
        match command[..4] {
            [0x00, 0xCA, 0x00, 0xFA] => Ok(vec![0x6A, 0x88]), // no list of algorithms
            [0x00, 0xDB, ..] | [0x00, 0xDA, 0x00, 0xC1..=0xC3] => Ok(vec![0x90, 0x00]),
            [0x10, 0xDB, ..] => Ok(vec![0x90, 0x00]), // a key that comes in pieces
            _ => truth(command),
        }
    });
    LyingBus::with("recorder", card)
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
    let plan = fixtures::plan(algorithm, 2, 3).unwrap();
    let mut prepared =
        fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let (key, sent) = (fixtures::key(Model::Pro2, 3).unwrap(), Sent::default());
    let (serial, bus) = (fixtures::serial(&key), recorder(&key, &sent));
    let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), "0003").unwrap();
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    prepared
        .rehearsed
        .flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ())
        .unwrap();

    let commands = sent.lock().unwrap();
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
