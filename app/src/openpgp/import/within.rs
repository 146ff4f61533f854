//! Secrets that stand alone, put into the certificate that they belong to.

use std::collections::HashMap;

use openpgp::packet::Signature;
use openpgp::{Cert, Fingerprint};
use sequoia_openpgp as openpgp;

use super::copies::{Settled, settled};
use super::pieces::Bare;
use super::prefixes::{On, made};
use super::work::Work;
use crate::openpgp::keys::packet;
use crate::openpgp::{Making, OpenPgpError, SlotKey, at};

/// A certificate and what was put into it.
pub(super) struct With {
    pub cert: Cert,
    /// Signatures behind a bare key that the certificate's primary key has made.
    pub taken: Vec<Signature>,
    /// Those that it has not.
    pub left: Vec<Signature>,
    /// Of which secrets there was an open one on either side, and one of them is not its public key's.
    pub differing: Vec<Fingerprint>,
}

/// The certificate with the secrets of bare keys in it, and what it has signed of them.
pub(super) fn with(cert: &Cert, bare: Vec<Bare>, work: &mut Work) -> Result<With, OpenPgpError> {
    let there: HashMap<_, SlotKey> =
        cert.keys().secret().map(|key| (key.key().fingerprint(), key.key().clone())).collect();
    let (mut packets, mut taken, mut left, mut differing) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Bare { key, signatures } in bare {
        for signature in signatures {
            match made(&signature, cert.primary_key().key(), on(cert), work)? {
                Some(right) => {
                    packets.push(right.into());
                    taken.push(signature);
                }
                None => left.push(signature),
            }
        }
        // Not in the place of a better copy.
        let is_better = match there.get(&key.fingerprint()) {
            Some(same) if *same == key => false,
            Some(same) => {
                let Settled { best, wrong } = settled(&[same.clone(), key.clone()], work)?;
                differing.extend(wrong.iter().map(|_| key.fingerprint()));
                best == 1
            }
            None => true,
        };
        if is_better {
            let primary = cert.fingerprint() == key.fingerprint();
            packets.push(packet(key, primary));
        }
    }
    let joined = cert.clone().insert_packets(packets);
    let cert = joined.map_err(at(Making::Passphrase))?.0;
    Ok(With { cert, taken, left, differing })
}

/// All that a certificate's primary key can have signed.
fn on(cert: &Cert) -> impl Iterator<Item = On<'_>> {
    let subkeys = cert.keys().subkeys().map(|key| On::Subkey(key.key()));
    let names = cert.userids().map(|id| On::UserId(id.userid()));
    let photos = cert.user_attributes().map(|photo| On::Photo(photo.user_attribute()));
    std::iter::once(On::Key).chain(subkeys).chain(names).chain(photos)
}
