//! Revocations of a key, in it and beside it: by itself, and by those whom it has named for that (RFC 9580 § 5.2.3.23).

use std::collections::HashSet;

use openpgp::packet::{Signature, Tag};
use openpgp::types::SignatureType;
use openpgp::{Cert, KeyID, Packet};
use sequoia_openpgp as openpgp;

use super::file::signatures;
use super::prefixes::{On, made};
use super::work::{Hashed, Work};
use crate::openpgp::OpenPgpError;

/// Whom a key has named to revoke it.
struct Revokers(HashSet<KeyID>);

impl Revokers {
    fn of(cert: &Cert) -> Self {
        let named = cert.primary_key().self_signatures().flat_map(|own| own.revocation_keys());
        Revokers(named.map(|revoker| revoker.revoker().1.into()).collect())
    }

    /// Whether one of them has made it, as far as that is seen without their keys; nobody has another's in the file of
    /// their secret key.
    fn have_made(&self, revocation: &Signature, cert: &Cert) -> bool {
        let is_named = || revocation.get_issuers().into_iter().any(|by| self.0.contains(&by.into()));
        let hash = || -> openpgp::Result<bool> {
            let mut hash = revocation.hash_algo().context()?.for_signature(revocation.version());
            revocation.hash_direct_key(&mut hash, cert.primary_key().key())?;
            Ok(hash.into_digest()?.starts_with(revocation.digest_prefix()))
        };
        let can_be = revocation.typ() == SignatureType::KeyRevocation && !self.0.is_empty();
        can_be && is_named() && hash().unwrap_or(false)
    }
}

/// Revocations of the whole key.
pub(super) fn revocations(cert: &Cert) -> Vec<&Signature> {
    let revokers = Revokers::of(cert);
    let others = cert.primary_key().other_revocations().filter(|by| revokers.have_made(by, cert));
    cert.primary_key().self_revocations().chain(others).collect()
}

/// Takes out revocations of a whole key that stand behind user ids or subkeys. One that was published stands directly
/// behind the primary key (§ 10.1): these were put there, as `cat key.gpg revocation.gpg` does, of whichever key.
pub(super) fn behind_the_rest(packets: &mut Vec<Packet>) -> Vec<Signature> {
    let direct = packets.iter().skip(1).take_while(|packet| packet.tag() == Tag::Signature).count();
    let is_primary = |first: &Packet| matches!(first.tag(), Tag::PublicKey | Tag::SecretKey);
    let front = if packets.first().is_some_and(is_primary) { direct + 1 } else { 0 };
    let mut at = 0;
    let taken = packets.extract_if(.., |packet| {
        at += 1;
        let revocation =
            matches!(packet, Packet::Signature(signature) if signature.typ() == SignatureType::KeyRevocation);
        at > front && revocation
    });
    signatures(taken.collect())
}

/// What has become of revocations that stood beside certificates.
pub(super) struct Sorted {
    /// Those of each certificate.
    pub of_each: Vec<Vec<Signature>>,
    /// Those of none.
    pub left: Vec<Signature>,
}

/// Finds for each revocation the certificate that it is of. Whoever has a key and its revocation certificate in one file has
/// revoked it: GnuPG, too, takes both. So with a subkey, and with what somebody says whom the key has named for it.
pub(super) fn sorted<'a>(
    revocations: Vec<Signature>,
    certs: impl Iterator<Item = Option<&'a Cert>>,
    work: &mut Work,
) -> Result<Sorted, OpenPgpError> {
    let certs: Vec<_> = certs.map(|cert| Some((cert?, Revokers::of(cert?)))).collect();
    let mut sorted = Sorted { of_each: vec![Vec::new(); certs.len()], left: Vec::new() };
    for revocation in revocations {
        match of_which(&revocation, &certs, None, work)? {
            Some((at, revocation)) => sorted.of_each[at].push(revocation),
            None => sorted.left.push(revocation),
        }
    }
    for (in_it, (cert, _)) in certs.iter().enumerate().filter_map(|(at, cert)| Some((at, cert.as_ref()?))) {
        for revocation in not_its_own(cert) {
            let of = of_which(revocation, &certs, Some(in_it), work)?;
            if let Some((at, revocation)) = of {
                sorted.of_each[at].push(revocation);
            }
        }
    }
    Ok(sorted)
}

/// Revocations in a certificate that it has not made: `cat key.gpg revocation.gpg another.gpg` puts them there, too, where
/// there is no user id, or where they are of a subkey.
fn not_its_own(cert: &Cert) -> impl Iterator<Item = &Signature> {
    let of_subkeys = cert.keys().subkeys().flat_map(|key| key.bundle().other_revocations());
    cert.bad_signatures().chain(cert.primary_key().bundle().other_revocations()).chain(of_subkeys)
}

/// The number of the certificate, and the revocation with the right bytes in front. What stands in one of them already may
/// be of another one, if that is to be brought.
fn of_which(
    revocation: &Signature,
    certs: &[Option<(&Cert, Revokers)>],
    in_one: Option<usize>,
    work: &mut Work,
) -> Result<Option<(usize, Signature)>, OpenPgpError> {
    if !matches!(revocation.typ(), SignatureType::KeyRevocation | SignatureType::SubkeyRevocation) {
        return Ok(None);
    }
    for (at, (cert, revokers)) in certs.iter().enumerate().filter_map(|(at, cert)| Some((at, cert.as_ref()?)))
    {
        if in_one.is_some_and(|one| one == at || !cert.is_tsk()) {
            continue;
        }
        let primary = cert.primary_key().key();
        // By those whom it has named.
        work.hash(Hashed::of(revocation, primary.mpis()), 0)?;
        let subkeys = cert.keys().subkeys().map(|key| On::Subkey(key.key()));
        if let Some(right) = made(revocation, primary, std::iter::once(On::Key).chain(subkeys), work)? {
            return Ok(Some((at, right)));
        }
        if revokers.have_made(revocation, cert) {
            return Ok(Some((at, revocation.clone())));
        }
    }
    Ok(None)
}
