//! Nothing that was brought is lost.

use std::collections::BTreeSet;

use anyhow::ensure;
use sequoia_openpgp::packet::Tag;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::MarshalInto;
use sequoia_openpgp::{Cert, Packet};

use super::*;

/// What a packet is without its secret: the secret is unlocked on the way.
fn public_body(packet: Packet) -> Result<(Tag, Vec<u8>)> {
    Ok(match packet {
        Packet::SecretKey(key) => (Tag::PublicKey, key.take_secret().0.to_vec()?),
        Packet::SecretSubkey(key) => (Tag::PublicSubkey, key.take_secret().0.to_vec()?),
        Packet::PublicKey(key) => (Tag::PublicKey, key.to_vec()?),
        Packet::PublicSubkey(key) => (Tag::PublicSubkey, key.to_vec()?),
        // Who made it is noted beside a signature where that was missing: what was signed counts.
        Packet::Signature(signature) => {
            (Tag::Signature, [signature.hashed_area().to_vec()?, signature.mpis().to_vec()?].concat())
        }
        packet => (packet.tag(), packet.to_vec()?),
    })
}

pub(super) fn packets(cert: &Cert) -> Result<BTreeSet<(Tag, Vec<u8>)>> {
    cert.as_tsk().into_packets().map(public_body).collect()
}

/// What went in comes out again, of the sealed secret key and the public key on the stick together.
#[test]
fn every_packet_that_was_brought_comes_back() -> Result<()> {
    for name in files()? {
        let (inventory, asked) = open(&name)?;
        let Ok(inventory) = inventory else { continue };
        // Only what the file shows by itself.
        if asked.contains(&"code") || inventory.is_new_identity() {
            continue;
        }
        let identity = identity(&inventory)?;
        let brought = Opening::of(&file(&name)?)?;
        ensure!(brought.remains().count() == 0, "{name}: {:?}", brought.remains());
        let plan = plan(&inventory, PrimaryKey::Offline)?;
        let sealed = identity.secret_armored()?;
        Identity::from_secret_key(&sealed, None, plan.primary_key)?;
        let mut came = packets(&Cert::from_bytes(&sealed)?)?;
        came.extend(packets(&identity.public())?);
        for cert in sequoia_openpgp::cert::CertParser::from_bytes(&plain(&name)?)? {
            for packet in packets(&cert?)? {
                ensure!(came.contains(&packet), "{name}: a packet {} is lost", packet.0);
            }
        }
    }
    Ok(())
}

/// The file as the library alone reads it, without what programs put around it.
fn plain(name: &str) -> Result<Vec<u8>> {
    let bytes: Vec<u8> = file(name)?.into_iter().filter(|byte| *byte != 0 && byte.is_ascii()).collect();
    Ok(bytes)
}

/// The library takes a key of version 5 for a packet like any other: its secret must not go where secrets do not go.
#[test]
fn the_secret_of_a_key_of_another_version_is_sealed_and_nowhere_else() -> Result<()> {
    let name = "v5-cv448-subkey.asc";
    let secret = |cert: &Cert| -> Vec<Vec<u8>> {
        let of_v5 = cert.unknowns().filter(|unknown| unknown.component().tag() == Tag::SecretSubkey);
        of_v5.map(|unknown| unknown.component().body().to_vec()).collect()
    };
    let brought = secret(&Cert::from_bytes(&file(name)?)?);
    assert_eq!(brought.len(), 1);
    let secret_part = &brought[0][brought[0].len() - 32..];
    let has = |bytes: &[u8]| bytes.windows(32).any(|window| window == secret_part);
    let identity = identity(&inventory(name)?)?;
    assert_eq!(secret(&Cert::from_bytes(&identity.secret_armored()?)?), brought);
    ensure!(!has(&identity.public().to_vec()?), "it stands in the public key");
    let exported = coldspare::openpgp::protected_secret_key(&identity, &"a long passphrase".into())?;
    ensure!(
        !has(&Cert::from_bytes(&exported)?.as_tsk().to_vec()?),
        "it stands in the export, without a passphrase"
    );
    Ok(())
}
