//! Revocations of a key, in it and beside it: by itself, and by those whom it has named for that (RFC 9580 § 5.2.3.23).

use std::collections::HashSet;

use openpgp::packet::{Signature, Tag};
use openpgp::types::SignatureType;
use openpgp::{Cert, Fingerprint, KeyHandle, Packet};
use sequoia_openpgp as openpgp;

use super::file::signatures;
use super::part::revoked;
use super::prefixes::{On, made};
use super::work::{Hashed, Work};
use crate::openpgp::kinds::computes;
use crate::openpgp::{OpenPgpError, Revoked};

/// A revocation by somebody whom a key has named for that, and whose own key is not at hand: anybody can have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// The fingerprint of who is said to have made it.
    pub by: String,
    /// When and why.
    pub revoked: Revoked,
}

/// Whom a key has named to revoke it, and their keys, as far as they are at hand.
struct Revokers<'a>(Vec<(Fingerprint, Option<&'a Cert>)>);

/// What a revocation by another one is.
enum Said {
    /// One by somebody whom the key has named.
    ByThem,
    /// It says that it is that.
    Unchecked(Fingerprint),
    /// Nothing that matters.
    Nothing,
}

impl<'a> Revokers<'a> {
    fn of(cert: &Cert, at_hand: &[&'a Cert]) -> Self {
        let named = cert.primary_key().self_signatures().flat_map(|own| own.revocation_keys());
        let named: HashSet<_> = named.map(|revoker| revoker.revoker().1.clone()).collect();
        let theirs = |print: &Fingerprint| at_hand.iter().find(|cert| cert.fingerprint() == *print).copied();
        Revokers(named.into_iter().map(|print| (print.clone(), theirs(&print))).collect())
    }

    /// Whether one of them has made it. With their key that is seen; without it no more than that it is of this key.
    fn say(&self, revocation: &Signature, cert: &Cert, work: &mut Work) -> Result<Said, OpenPgpError> {
        if revocation.typ() != SignatureType::KeyRevocation {
            return Ok(Said::Nothing);
        }
        let (primary, issuers) = (cert.primary_key().key(), revocation.get_issuers());
        for (print, theirs) in &self.0 {
            let of = KeyHandle::from(print);
            if !issuers.is_empty() && !issuers.iter().any(|by| by.aliases(&of)) {
                continue;
            }
            match theirs.map(|theirs| theirs.primary_key().key()).filter(|by| computes(*by)) {
                Some(by) => {
                    work.check(by.mpis())?;
                    if revocation.verify_primary_key_revocation(by, primary).is_ok() {
                        return Ok(Said::ByThem);
                    }
                }
                None if is_of(revocation, cert) => return Ok(Said::Unchecked(print.clone())),
                None => {}
            }
        }
        Ok(Said::Nothing)
    }
}

/// Whether it was made of this key, as far as its first bytes tell.
fn is_of(revocation: &Signature, cert: &Cert) -> bool {
    let hash = || -> openpgp::Result<bool> {
        let mut hash = revocation.hash_algo().context()?.for_signature(revocation.version());
        revocation.hash_direct_key(&mut hash, cert.primary_key().key())?;
        Ok(hash.into_digest()?.starts_with(revocation.digest_prefix()))
    };
    hash().unwrap_or(false)
}

/// Revocations of a whole key.
#[derive(Default)]
pub(super) struct Revocations<'a> {
    /// By itself, and by whom it has named.
    pub certain: Vec<&'a Signature>,
    /// Those of which that cannot be seen.
    pub unchecked: Vec<Unchecked>,
}

/// All that are in it; `at_hand` are the keys that came with it.
pub(super) fn revocations<'a>(cert: &'a Cert, at_hand: &[&Cert]) -> Result<Revocations<'a>, OpenPgpError> {
    let (revokers, mut work) = (Revokers::of(cert, at_hand), Work::default());
    let certain = cert.primary_key().self_revocations().collect();
    let mut all = Revocations { certain, unchecked: Vec::new() };
    for by in cert.primary_key().other_revocations() {
        match revokers.say(by, cert, &mut work)? {
            Said::ByThem => all.certain.push(by),
            Said::Unchecked(print) => {
                all.unchecked.push(Unchecked { by: print.to_hex(), revoked: revoked(&[by]) });
            }
            Said::Nothing => {}
        }
    }
    Ok(all)
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
    let certs: Vec<_> = certs.collect();
    let at_hand: Vec<_> = certs.iter().flatten().copied().collect();
    let certs: Vec<_> = certs.into_iter().map(|cert| Some((cert?, Revokers::of(cert?, &at_hand)))).collect();
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
    certs: &[Option<(&Cert, Revokers<'_>)>],
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
        match revokers.say(revocation, cert, work)? {
            Said::ByThem | Said::Unchecked(_) => return Ok(Some((at, revocation.clone()))),
            Said::Nothing => {}
        }
    }
    Ok(None)
}
