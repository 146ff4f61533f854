//! Packets that come from outside, one after the other: none of them is unpacked or decrypted on the way.

use openpgp::cert::CertParser;
use openpgp::parse::{PacketParserBuilder, PacketParserResult, Parse};
use openpgp::{Cert, Packet};
use sequoia_openpgp as openpgp;

/// A certificate with hundreds of signatures by others has no more.
const PACKETS: usize = 10_000;

/// The packets of a file, none of which holds data: that would be a message, compressed perhaps, and nothing
/// that is read here is one. At most `most`.
pub(super) fn without_data(bytes: &[u8], most: usize) -> openpgp::Result<Vec<Packet>> {
    let mut packets = Vec::new();
    let mut next = PacketParserBuilder::from_bytes(bytes)?.max_recursion_depth(0).build()?;
    while let PacketParserResult::Some(parser) = next {
        // Before its body is looked at.
        match parser.packet.tag() {
            openpgp::packet::Tag::CompressedData
            | openpgp::packet::Tag::Literal
            | openpgp::packet::Tag::SED
            | openpgp::packet::Tag::SEIP
            | openpgp::packet::Tag::AED
            | openpgp::packet::Tag::PKESK
            | openpgp::packet::Tag::SKESK => anyhow::bail!("it is a message"),
            _ if packets.len() == most => anyhow::bail!("there is too much in it"),
            _ => {}
        }
        let (packet, rest) = parser.next()?;
        packets.push(packet);
        next = rest;
    }
    Ok(packets)
}

/// One certificate, without a secret.
pub(super) fn public(bytes: &[u8]) -> openpgp::Result<Cert> {
    let mut certs = CertParser::from(without_data(bytes, PACKETS)?);
    let cert = certs.next().ok_or_else(|| anyhow::anyhow!("there is no key in it"))??;
    anyhow::ensure!(certs.next().is_none(), "there is more than one key in it");
    anyhow::ensure!(!cert.is_tsk(), "there is a secret key in it");
    Ok(cert)
}
