//! From packets to keys: what belongs to one certificate is joined, wherever in the file it stands.

use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp::packet::{Key, Signature, Tag};
use openpgp::types::SignatureType;
use openpgp::{Cert, Fingerprint, KeyHandle, Packet};
use sequoia_openpgp as openpgp;

use super::file::{Stretch, signatures};
use super::locked::{Protection, protection};
use super::prefixes::{On, made, put_right};
use super::remains::Stray;
use super::work::Work;
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey};

/// A secret key packet alone (`sk_<keyid>.gpg`), or with its binding where somebody took its primary key away.
#[derive(Clone)]
pub(super) struct Bare {
    /// It knows which packet it was: what locks it may lock that, too (RFC 9580 § 5.5.3, AEAD).
    pub key: SlotKey,
    pub signatures: Vec<Signature>,
}

/// A key that is in the file.
#[derive(Clone)]
pub(super) enum Found {
    Cert(Box<Cert>),
    Bare(Box<Bare>),
}

/// All keys of a file, and what had no place in any.
pub(super) struct Keys {
    pub found: Vec<Found>,
    pub left_out: Vec<Stray>,
    /// Revocations that stood beside a key of the file, and not in it.
    pub beside: Vec<Signature>,
}

/// The packets of one certificate, as far as they stood together.
struct Part {
    primary: Fingerprint,
    packets: Vec<Packet>,
    intact: bool,
}

/// Finds the keys, and joins those that are one.
pub(super) fn keys(stretches: Vec<Stretch>) -> Result<Keys, OpenPgpError> {
    let (mut parts, mut bare, mut left_out) = (Vec::<Part>::new(), Vec::<Bare>::new(), Vec::<Stray>::new());
    let (mut strange, mut damaged, mut loose) = (None, false, Vec::new());
    let mut work = Work::default();
    for stretch in stretches {
        for mut packets in apart(stretch.packets) {
            put_right(&mut packets, &mut work)?;
            match head(&packets) {
                Head::Primary(primary) => parts.push(Part { primary, packets, intact: stretch.intact }),
                _ if !stretch.intact => return Err(OpenPgpError::NoSecretKey(NoSecretKey::Damaged)),
                Head::Bare(key) => {
                    bare.push(Bare { key, signatures: signatures(packets) });
                }
                // `cat revocation.gpg key.gpg`.
                Head::Other(None) if packets.iter().all(|packet| matches!(packet, Packet::Signature(_))) => {
                    loose.extend(signatures(packets));
                }
                Head::Other(version) => {
                    damaged |=
                        version.is_none() && packets.iter().any(|packet| packet.tag() == Tag::SecretKey);
                    strange = strange.or(version);
                    left_out.push(packets);
                }
            }
        }
    }
    let mut found = Vec::new();
    while let Some(first) = parts.first().map(|part| part.primary.clone()) {
        let (mut same, others): (Vec<_>, _) = parts.into_iter().partition(|part| part.primary == first);
        parts = others;
        let intact = same.iter().all(|part| part.intact);
        let before = left_out.len();
        loose.extend(same.iter_mut().flat_map(|part| behind_the_rest(&mut part.packets)));
        match join(same.into_iter().map(|part| part.packets), &mut left_out)? {
            // § 6.1.1: a checksum that fails is not the only reason to refuse.
            found if !intact && (left_out.len() > before || is_damaged(&found)) => {
                return Err(OpenPgpError::NoSecretKey(NoSecretKey::Damaged));
            }
            Found::Cert(cert) => {
                bare.extend(without_primary(&cert));
                found.push(Found::Cert(cert));
            }
            Found::Bare(key) => bare.push(*key),
        }
    }
    let mut alone: Vec<Bare> = Vec::new();
    for key in bare {
        if !alone.iter().any(|other| other.key.fingerprint() == key.key.fingerprint()) {
            alone.push(key);
        }
    }
    for key in alone {
        let home = found.iter_mut().find_map(|found| match found {
            Found::Cert(cert) if has(cert, &key.key.fingerprint()) => Some(cert),
            _ => None,
        });
        match home {
            Some(cert) if has_primary_secret(cert) => **cert = with(cert, &key)?,
            _ => found.push(Found::Bare(Box::new(key))),
        }
    }
    let secret = found.iter().any(Found::is_secret);
    match strange {
        Some(version) if !secret => Err(OpenPgpError::NoSecretKey(NoSecretKey::Version(version))),
        _ if !secret && damaged => Err(OpenPgpError::NoSecretKey(NoSecretKey::Damaged)),
        _ => Keys { found, left_out, beside: Vec::new() }.revoked(loose),
    }
}

impl Keys {
    /// Whoever has a key and its revocation certificate in one file has revoked it: GnuPG, too, takes both. So with a
    /// subkey, and with what somebody says whom the key has named for it.
    pub(super) fn revoked(mut self, revocations: Vec<Signature>) -> Result<Self, OpenPgpError> {
        let mut work = Work::default();
        let mut of_each: Vec<Vec<Packet>> = vec![Vec::new(); self.found.len()];
        'each: for revocation in revocations {
            for (found, of_it) in self.found.iter().zip(&mut of_each) {
                let Some(cert) = found.cert() else { continue };
                let subkeys = cert.keys().subkeys().map(|key| On::Subkey(key.key()));
                let of_cert = match revocation.typ() {
                    SignatureType::KeyRevocation | SignatureType::SubkeyRevocation => {
                        let on = std::iter::once(On::Key).chain(subkeys);
                        made(&revocation, cert.primary_key().key(), on, &mut work)?
                    }
                    _ => None,
                };
                let by_a_revoker = || is_by_a_revoker(cert, &revocation).then(|| revocation.clone());
                if let Some(revocation) = of_cert.or_else(by_a_revoker) {
                    of_it.push(revocation.clone().into());
                    self.beside.push(revocation);
                    continue 'each;
                }
            }
            self.left_out.push(vec![revocation.into()]);
        }
        for (found, packets) in self.found.iter_mut().zip(of_each) {
            if let Found::Cert(cert) = found
                && !packets.is_empty()
            {
                let grown = cert.as_ref().clone().insert_packets(packets);
                **cert = grown.map_err(crate::openpgp::at(crate::openpgp::Making::PublicKey))?.0;
            }
        }
        Ok(self)
    }
}

impl Found {
    /// Whether there is a secret to be brought, locked or open.
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Found::Cert(cert) => has_primary_secret(cert),
            Found::Bare(_) => true,
        }
    }

    /// The certificate, if it is one.
    pub(super) fn cert(&self) -> Option<&Cert> {
        match self {
            Found::Cert(cert) => Some(cert),
            Found::Bare(_) => None,
        }
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        match self {
            Found::Cert(cert) => cert.fingerprint(),
            Found::Bare(bare) => bare.key.fingerprint(),
        }
    }
}

/// Revocations of the whole key: by itself, and by those whom it has named for that (RFC 9580 § 5.2.3.23). Theirs cannot
/// be checked without their keys; nobody has another's in the file of their secret key.
pub(super) fn revocations(cert: &Cert) -> Vec<&Signature> {
    let others = cert.primary_key().other_revocations().filter(|by| is_by_a_revoker(cert, by));
    cert.primary_key().self_revocations().chain(others).collect()
}

fn is_by_a_revoker(cert: &Cert, revocation: &Signature) -> bool {
    let primary = cert.primary_key();
    let named: Vec<_> = primary.self_signatures().flat_map(|own| own.revocation_keys()).collect();
    let issuers = revocation.get_issuers();
    let is = |handle: KeyHandle| issuers.iter().any(|issuer| issuer.aliases(&handle));
    let is_one = revocation.typ() == SignatureType::KeyRevocation;
    is_one && named.into_iter().any(|revoker| is(revoker.revoker().1.into())) && {
        // What it was made of, as far as that is seen without the key that made it.
        let hash = || -> openpgp::Result<bool> {
            let mut hash = revocation.hash_algo().context()?.for_signature(revocation.version());
            revocation.hash_direct_key(&mut hash, primary.key())?;
            Ok(hash.into_digest()?.starts_with(revocation.digest_prefix()))
        };
        hash().unwrap_or(false)
    }
}

/// The secrets of subkeys whose primary key is there in public alone, without even a note: `cat public.gpg sk_*.gpg`.
fn without_primary(cert: &Cert) -> Vec<Bare> {
    if cert.primary_key().key().has_secret() {
        return Vec::new();
    }
    let secrets = cert.keys().subkeys().secret().map(|key| key.key().role_as_unspecified().clone());
    let real = secrets.filter(|key| !matches!(protection(key), Protection::Stub(_)));
    real.map(|key| Bare { key, signatures: Vec::new() }).collect()
}

/// Where one certificate ends and the next begins: at a primary key. In front of the first, each secret subkey stands
/// alone.
fn apart(packets: Vec<Packet>) -> Vec<Vec<Packet>> {
    let mut parts: Vec<Vec<Packet>> = Vec::new();
    let mut whole = false;
    for packet in packets {
        let primary = matches!(packet.tag(), Tag::PublicKey | Tag::SecretKey);
        let alone = !whole && packet.tag() == Tag::SecretSubkey;
        whole |= primary;
        match parts.last_mut() {
            Some(part) if !primary && !alone => part.push(packet),
            _ => parts.push(vec![packet]),
        }
    }
    parts
}

/// What a part begins with.
enum Head {
    Primary(Fingerprint),
    Bare(SlotKey),
    /// No key that can be read; or one of another version, and which.
    Other(Option<u8>),
}

fn head(packets: &[Packet]) -> Head {
    let key = |print: Fingerprint, version: u8| match version {
        4 => Head::Primary(print),
        other => Head::Other(Some(other)),
    };
    match packets.first() {
        Some(Packet::PublicKey(primary)) => key(primary.fingerprint(), primary.version()),
        Some(Packet::SecretKey(primary)) => key(primary.fingerprint(), primary.version()),
        Some(Packet::SecretSubkey(subkey)) if subkey.version() == 4 => {
            Head::Bare(subkey.role_as_unspecified().clone())
        }
        // Its first byte says which version it is of; GnuPG 2.4 makes version 5, PGP 2.6 made version 3.
        Some(Packet::Unknown(unknown)) if matches!(unknown.tag(), Tag::PublicKey | Tag::SecretKey) => {
            match unknown.body() {
                [version @ (2 | 3 | 5..), ..] => Head::Other(Some(*version)),
                _ => Head::Other(None),
            }
        }
        _ => Head::Other(None),
    }
}

/// Takes out revocations of a whole key that stand behind user ids or subkeys. One that was published stands directly
/// behind the primary key (RFC 9580 § 10.1): these were put there, as `cat key.gpg revocation.gpg` does, of whichever key.
fn behind_the_rest(packets: &mut Vec<Packet>) -> Vec<Signature> {
    let direct = packets.iter().skip(1).take_while(|packet| packet.tag() == Tag::Signature).count();
    let (mut at, front) = (0, direct + 1);
    let taken = packets.extract_if(.., |packet| {
        at += 1;
        let revocation =
            matches!(packet, Packet::Signature(signature) if signature.typ() == SignatureType::KeyRevocation);
        at > front && revocation
    });
    signatures(taken.collect())
}

/// One certificate of all its parts; or a bare key, if nothing is bound to it.
fn join(parts: impl Iterator<Item = Vec<Packet>>, left_out: &mut Vec<Stray>) -> Result<Found, OpenPgpError> {
    let damaged = || OpenPgpError::NoSecretKey(NoSecretKey::Damaged);
    // Signatures on the primary key stand directly behind it, so those of all parts go in front.
    let (mut primaries, mut direct, mut rest, mut secrets) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for part in parts {
        let mut behind = false;
        for packet in part {
            match &packet {
                Packet::SecretKey(key) => secrets.push((key.role_as_unspecified().clone(), true)),
                Packet::SecretSubkey(key) => secrets.push((key.role_as_unspecified().clone(), false)),
                // Of the version that everybody knows, and the library cannot read it.
                Packet::Unknown(key) if key.tag() == Tag::SecretSubkey && key.body().first() == Some(&4) => {
                    return Err(damaged());
                }
                _ => {}
            }
            match packet.tag() {
                Tag::PublicKey | Tag::SecretKey => primaries.push(packet),
                _ if !stays(&packet) => left_out.push(vec![packet]),
                Tag::Signature if !behind => direct.push(packet),
                _ => {
                    behind = true;
                    rest.push(packet);
                }
            }
        }
    }
    if let (true, true, Some((key, true))) = (direct.is_empty(), rest.is_empty(), secrets.first())
        && secrets.len() == primaries.len()
    {
        return Ok(Found::Bare(Box::new(Bare { key: key.clone(), signatures: Vec::new() })));
    }
    let primary = primaries.into_iter().next().ok_or_else(damaged)?;
    let cert =
        Cert::from_packets(std::iter::once(primary).chain(direct).chain(rest)).map_err(|_| damaged())?;
    // Of a secret that stands there twice, the better one: open before locked, locked before a note.
    secrets.sort_by_key(|(key, _)| protection(key).rank());
    let secrets = secrets.into_iter().map(|(key, primary)| crate::openpgp::keys::packet(key, primary));
    let cert = cert.insert_packets(secrets).map_err(|_| damaged())?.0;
    Ok(Found::Cert(Box::new(cert)))
}

/// Whether the library keeps it. A certificate's trust packets are GnuPG's own notes (§ 5.10), markers and padding
/// nobody's (§ 5.8, § 5.14), and signatures of versions that it does not know it passes over.
fn stays(packet: &Packet) -> bool {
    match packet {
        Packet::Unknown(unknown) => match unknown.tag() {
            Tag::Signature | Tag::Trust => false,
            Tag::Unknown(_) | Tag::Private(_) => unknown.tag().is_critical(),
            Tag::PublicSubkey | Tag::SecretSubkey | Tag::UserID | Tag::UserAttribute => true,
            _ => false,
        },
        Packet::Signature(_)
        | Packet::PublicSubkey(_)
        | Packet::SecretSubkey(_)
        | Packet::UserID(_)
        | Packet::UserAttribute(_) => true,
        _ => false,
    }
}

/// Whether there is anything in it that does not prove by itself that it arrived as it was sent.
fn is_damaged(found: &Found) -> bool {
    let Found::Cert(cert) = found else { return true };
    let strange = cert.bad_signatures().next().is_some() || cert.unknowns().next().is_some();
    // Signatures by others cannot be checked here, and one of its own may have become one of these.
    let by_others = cert.keys().any(|key| key.certifications().next().is_some())
        || cert.userids().any(|id| id.certifications().next().is_some())
        || cert.user_attributes().any(|other| other.certifications().next().is_some());
    let unbound = cert.keys().subkeys().any(|key| key.self_signatures().next().is_none())
        || cert.userids().any(|id| id.self_signatures().next().is_none())
        || cert.user_attributes().any(|other| other.self_signatures().next().is_none());
    // Nor can what is locked, before it is open.
    let locked = cert
        .keys()
        .secret()
        .any(|key| !matches!(protection(key.key()), Protection::Open | Protection::Stub(_)));
    strange || by_others || unbound || locked
}

/// Whether this is one of the certificate's keys.
pub(super) fn has(cert: &Cert, print: &Fingerprint) -> bool {
    cert.keys().any(|key| key.key().fingerprint() == *print)
}

/// Whether the secret of the primary key itself is there, locked or open.
pub(super) fn has_primary_secret(cert: &Cert) -> bool {
    let primary: Key<_, UnspecifiedRole> = cert.primary_key().key().clone().role_into_unspecified();
    let secret: Result<Key<SecretParts, _>, _> = primary.parts_into_secret();
    secret.is_ok_and(|key| !matches!(protection(&key), Protection::Stub(_)))
}

/// The certificate with a bare key's secret in it.
pub(super) fn with(cert: &Cert, bare: &Bare) -> Result<Cert, OpenPgpError> {
    let primary = cert.fingerprint() == bare.key.fingerprint();
    let signatures = bare.signatures.iter().cloned().map(Packet::from);
    let packets = signatures.chain([crate::openpgp::keys::packet(bare.key.clone(), primary)]);
    let joined = cert.clone().insert_packets(packets);
    Ok(joined.map_err(crate::openpgp::at(crate::openpgp::Making::Passphrase))?.0)
}
