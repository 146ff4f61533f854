//! From packets to keys: what belongs to one certificate is joined, wherever in the file it stands.

use std::collections::{HashMap, HashSet};

use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp::packet::{Key, Signature, Tag};
use openpgp::types::SignatureType;
use openpgp::{Cert, Fingerprint, Packet};
use sequoia_openpgp as openpgp;

use super::copies::Copies;
use super::file::{Stretch, signatures};
use super::locked::{Protection, is_real, protection};
use super::pieces::{Bare, Pieces};
use super::prefixes::{On, made, primary, put_right};
use super::remains::Stray;
use super::revoked::{Sorted, sorted};
use super::within::with;
use super::work::Work;
use crate::openpgp::keys::packet;
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey, words};

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
    /// What there is of each of its secrets.
    pub copies: Copies,
}

/// Finds the keys, and joins those that are one.
pub(super) fn keys(mut stretches: Vec<Stretch>, beside: Vec<Packet>) -> Result<Keys, OpenPgpError> {
    let mut pieces = Pieces::default();
    pieces.without_key(beside);
    let mut work = Work::default();
    let packets = stretches.iter_mut().flat_map(|stretch| &mut stretch.packets);
    pieces.copies.settle(packets, &mut work)?;
    stretches.into_iter().try_for_each(|stretch| pieces.add(stretch))?;
    let Pieces { parts, mut bare, mut loose, mut left_out, copies, strange, damaged } = pieces;
    let mut found = Vec::new();
    for same in of_one(parts, |part| part.primary.clone()) {
        let intact = same.iter().all(|part| part.intact);
        let before = left_out.len();
        match join(same.into_iter().map(|part| part.packets), &mut loose, &mut left_out, &mut work)? {
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
    brought_home(bare, &mut found, &mut left_out, &mut work)?;
    let beside = revoked(&mut found, loose, &mut left_out, &mut work)?;
    let secret = found.iter().any(Found::is_secret);
    match strange {
        Some(version) if !secret => Err(OpenPgpError::NoSecretKey(NoSecretKey::Version(version))),
        _ if !secret && damaged => Err(OpenPgpError::NoSecretKey(NoSecretKey::Damaged)),
        _ => Ok(Keys { found, left_out, beside, copies }),
    }
}

/// Those that are of one key together, in the order of the first of each.
fn of_one<T>(all: Vec<T>, print: impl Fn(&T) -> Fingerprint) -> Vec<Vec<T>> {
    let mut places = HashMap::new();
    let mut of_each: Vec<Vec<T>> = Vec::new();
    for one in all {
        let at = *places.entry(print(&one)).or_insert(of_each.len());
        match of_each.get_mut(at) {
            Some(same) => same.push(one),
            None => of_each.push(vec![one]),
        }
    }
    of_each
}

/// Of keys that stand alone and signatures behind them, so many are put into certificates: twice as many as a file may have.
const COPIES: usize = 20_000;

/// The certificates that have a key: those that have bound it, or if there is none, all.
#[derive(Default)]
struct Homes {
    bound: bool,
    /// With the secret of their primary key.
    whole: Vec<usize>,
    /// Without.
    public: Vec<usize>,
}

impl Homes {
    fn add(&mut self, at: usize, bound: bool, whole: bool) {
        if bound && !self.bound {
            *self = Homes { bound, ..Homes::default() };
        }
        match whole {
            _ if self.bound != bound => {}
            true => self.whole.push(at),
            false => self.public.push(at),
        }
    }

    fn best(&self) -> &[usize] {
        if self.whole.is_empty() { &self.public } else { &self.whole }
    }
}

/// Puts bare keys into the certificates that they belong to, if those have the secret of their primary key; the others
/// stay alone. All of one certificate at once: to join something with it takes as long as all of it is long.
fn brought_home(
    mut bare: Vec<Bare>,
    found: &mut Vec<Found>,
    left_out: &mut Vec<Stray>,
    work: &mut Work,
) -> Result<(), OpenPgpError> {
    let certs = || found.iter().enumerate().filter_map(|(at, found)| Some((at, found.cert()?)));
    let unbound: Vec<_> =
        certs().flat_map(|(at, cert)| not_bound(cert).into_iter().map(move |bare| (at, bare))).collect();
    let print = |bare: &Bare| bare.key.fingerprint();
    let wanted: HashSet<_> = bare.iter().chain(unbound.iter().map(|(_, bare)| bare)).map(print).collect();
    let mut homes: HashMap<Fingerprint, Homes> = HashMap::new();
    for (at, cert) in certs() {
        let primary = std::iter::once((cert.fingerprint(), true));
        let subkeys = cert.keys().subkeys().filter(|subkey| wanted.contains(&subkey.key().fingerprint()));
        let subkeys = subkeys.map(|subkey| (subkey.key().fingerprint(), words::is_bound(cert, &subkey)));
        for (key, is_bound) in primary.chain(subkeys) {
            homes.entry(key).or_default().add(at, is_bound, has_primary_secret(cert));
        }
    }
    let elsewhere = |(at, bare): &(usize, Bare)| {
        homes.get(&print(bare)).is_some_and(|homes| homes.bound || !homes.best().contains(at))
    };
    bare.extend(unbound.into_iter().filter(elsewhere).map(|(_, bare)| bare));
    let (mut of_each, mut alone, mut copies) = (vec![Vec::new(); found.len()], Vec::new(), 0);
    for bare in of_one(bare, |bare| bare.key.fingerprint()).into_iter().filter_map(Bare::of_copies) {
        let homes = homes.get(&bare.key.fingerprint());
        let whole = homes.map_or(&[][..], |homes| &homes.whole);
        // A subkey may have been taken over by another key: it is of both.
        copies += whole.len() * (1 + bare.signatures.len());
        if copies > COPIES {
            return Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly));
        }
        whole.iter().for_each(|at| of_each[*at].push(bare.clone()));
        // If it is another's, too, whose secret is elsewhere, its owner chooses.
        if homes.is_none_or(|homes| whole.is_empty() || homes.bound && !homes.public.is_empty()) {
            alone.push(Found::Bare(Box::new(bare)));
        }
    }
    let (mut taken, mut left) = (HashSet::new(), Vec::new());
    for (found, bare) in found.iter_mut().zip(of_each) {
        if let (Found::Cert(cert), false) = (found, bare.is_empty()) {
            let with = with(cert, bare, work)?;
            **cert = with.cert;
            taken.extend(with.taken);
            left.extend(with.left);
        }
    }
    // What one key has not signed may be of the other, and is left once however many have not.
    left.retain(|signature| taken.insert(signature.clone()));
    left_out.extend(left.into_iter().map(|signature| vec![signature.into()]));
    found.extend(alone);
    Ok(())
}

/// Puts revocations into the keys that they are of, and says which those are.
fn revoked(
    found: &mut [Found],
    loose: Vec<Signature>,
    left_out: &mut Vec<Stray>,
    work: &mut Work,
) -> Result<Vec<Signature>, OpenPgpError> {
    let Sorted { of_each, left } = sorted(loose, found.iter().map(Found::cert), work)?;
    left_out.extend(left.into_iter().map(|signature| vec![signature.into()]));
    let beside = of_each.concat();
    for (found, revocations) in found.iter_mut().zip(of_each) {
        if let (Found::Cert(cert), false) = (found, revocations.is_empty()) {
            let packets = revocations.into_iter().map(Packet::from);
            let grown = cert.as_ref().clone().insert_packets(packets);
            **cert = grown.map_err(crate::openpgp::at(crate::openpgp::Making::PublicKey))?.0;
        }
    }
    Ok(beside)
}

impl Found {
    /// Whether there is a secret to be brought, locked or open.
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Found::Cert(cert) => has_primary_secret(cert),
            Found::Bare(_) => true,
        }
    }

    /// Whether there is any secret, also of one whose primary key is elsewhere.
    pub(super) fn holds_secrets(&self) -> bool {
        match self {
            Found::Cert(cert) => cert.keys().secret().any(|key| is_real(key.key())),
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

    /// The key, if it stands alone.
    pub(super) fn bare(&self) -> Option<&Bare> {
        match self {
            Found::Cert(_) => None,
            Found::Bare(bare) => Some(bare),
        }
    }

    /// All that it is made of, with its secrets.
    pub(super) fn into_packets(self) -> Vec<Packet> {
        match self {
            Found::Cert(cert) => cert.into_tsk().into_packets().collect(),
            Found::Bare(bare) => {
                let signatures = bare.signatures.into_iter().map(Packet::from);
                std::iter::once(packet(bare.key, false)).chain(signatures).collect()
            }
        }
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        match self {
            Found::Cert(cert) => cert.fingerprint(),
            Found::Bare(bare) => bare.key.fingerprint(),
        }
    }
}

/// The secrets of subkeys whose primary key is there in public alone, without even a note: `cat public.gpg sk_*.gpg`.
fn without_primary(cert: &Cert) -> Vec<Bare> {
    if cert.primary_key().key().has_secret() {
        return Vec::new();
    }
    secrets(cert).map(Bare::from).collect()
}

/// The secrets of subkeys in a certificate that has not bound them: `cat another.gpg sk_*.gpg public.gpg`.
fn not_bound(cert: &Cert) -> Vec<Bare> {
    let unbound = cert.keys().subkeys().filter(|subkey| subkey.key().has_secret());
    let unbound = unbound.filter(|subkey| !words::is_bound(cert, subkey));
    let unbound: HashSet<_> = unbound.map(|subkey| subkey.key().fingerprint()).collect();
    secrets(cert).filter(|key| unbound.contains(&key.fingerprint())).map(Bare::from).collect()
}

fn secrets(cert: &Cert) -> impl Iterator<Item = SlotKey> {
    let secrets = cert.keys().subkeys().secret().map(|key| key.key().role_as_unspecified().clone());
    secrets.filter(is_real)
}

/// One certificate of all its parts; or a bare key, if nothing is bound to it.
fn join(
    parts: impl Iterator<Item = Vec<Packet>>,
    loose: &mut Vec<Signature>,
    left_out: &mut Vec<Stray>,
    work: &mut Work,
) -> Result<Found, OpenPgpError> {
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
    // GnuPG writes a subkey that stands alone as a primary key, and whatever follows it in the file stands behind it.
    if rest.is_empty() && secrets.len() == primaries.len() && !says_something(&primaries, &direct, work)? {
        let (revocations, others): (Vec<_>, Vec<_>) =
            signatures(direct).into_iter().partition(|it| it.typ() == SignatureType::KeyRevocation);
        loose.extend(revocations);
        let copies = secrets.into_iter().map(|(key, _)| Bare::from(key)).collect();
        let bare = Bare::of_copies(copies).ok_or_else(damaged)?;
        return Ok(Found::Bare(Box::new(Bare { signatures: others, ..bare })));
    }
    let primary = primaries.into_iter().next().ok_or_else(damaged)?;
    // With all parts together: what is in one of them may have been signed in another one.
    let mut packets: Vec<_> = std::iter::once(primary).chain(direct).chain(rest).collect();
    put_right(&mut packets, work)?;
    let cert = Cert::from_packets(packets.into_iter()).map_err(|_| damaged())?;
    // Of a secret that stands there twice, the better one: open before locked, locked before a note.
    secrets.sort_by_key(|(key, _)| protection(key).rank());
    let secrets = secrets.into_iter().map(|(key, primary)| packet(key, primary));
    let cert = cert.insert_packets(secrets).map_err(|_| damaged())?.0;
    Ok(Found::Cert(Box::new(cert)))
}

/// Whether a primary key has signed one of these of itself, or is said to.
fn says_something(
    primaries: &[Packet],
    signatures: &[Packet],
    work: &mut Work,
) -> Result<bool, OpenPgpError> {
    let Some(primary) = primaries.first().and_then(primary) else { return Ok(false) };
    for signature in signatures {
        let Packet::Signature(signature) = signature else { continue };
        let is_named = !signature.get_issuers().is_empty() && words::can_be_by(signature, &primary);
        if is_named || made(signature, &primary, [On::Key], work)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
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
