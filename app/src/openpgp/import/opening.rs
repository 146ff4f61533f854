//! A key file is opened when it is chosen: what it asks is answered one after the other.

use std::collections::HashSet;
use std::fmt;
use std::time::SystemTime;

use openpgp::packet::Signature;
use openpgp::{Cert, Fingerprint, Packet};
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

use super::beside;
use super::brought::Brought;
use super::candidates::{Candidate, candidate, without_secret};
use super::certificates::{Found, Keys, has, has_primary_secret, keys};
use super::copies::Copies;
use super::derive::Derived;
use super::file::{self, Content, InFile, Stretch};
use super::inventory::Inventory;
use super::locked::{Protection, is_real, protection};
use super::message::Message;
use super::part::revoked;
use super::pieces::Bare;
use super::remains::{Remains, Stray};
use super::revoked::{Revocations, revocations};
use super::tries::{Opened, opened_with, spellings};
use super::whose::{Whose, whose};
use super::within::{With, with};
use super::work::Work;
use crate::openpgp::keys::packet;
use crate::openpgp::provable::is_provable;
use crate::openpgp::{Making, NoSecretKey, OpenPgpError, SlotKey, Unusable, at};

/// Secret keys of one certificate: a passphrase is tried on each that is locked, and each that is open is proven, which
/// takes as long as its numbers are; and nobody has so many.
const SECRETS: usize = 64;

/// A key file on its way to being open: what it asks is answered one after the other, again and again until right.
pub struct Opening {
    state: State,
    /// All keys of the file.
    found: Vec<Found>,
    /// Packets of the file that the library keeps in no certificate.
    left_out: Vec<Stray>,
    /// What was signed behind a bare key, and not by the key that it is of.
    unsigned: Vec<Stray>,
    /// What stood beside all keys, and is none.
    aside: Remains,
    /// Revocations that stood beside a key of the file, and not in it.
    beside: Vec<Signature>,
    /// What there is of each of its secrets.
    copies: Copies,
    /// What the file is made of, as long as something beside it may belong to that.
    made_of: (Vec<Stretch>, Vec<Packet>),
}

/// A key with which it goes on.
struct Taken {
    state: State,
    /// What was signed behind a bare key, and not by the key that it is of.
    unsigned: Vec<Stray>,
    /// Of which secrets there was a copy that is not its public key's.
    differing: Vec<Fingerprint>,
}

impl From<State> for Taken {
    fn from(state: State) -> Self {
        Taken { state, unsigned: Vec::new(), differing: Vec::new() }
    }
}

/// How far it is.
#[allow(clippy::large_enum_variant, reason = "there is one of it")]
enum State {
    /// Nothing can be seen yet, but what stands beside it: public keys, and revocations.
    Code(Message, Vec<Stretch>, Vec<Packet>),
    /// Of those that were found, none is chosen.
    Which,
    /// A bare key whose certificate is not there.
    Bare(Box<Bare>),
    /// One that several certificates say to be theirs.
    Whose(Fingerprint, Vec<Candidate>),
    /// Which keys there are is clear, and some of them may be locked.
    There(Brought),
}

/// What has to be answered before a key file is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The file is a message under a backup code (OpenKeychain's `.sec.pgp`).
    BackupCode,
    /// Several keys are in it: which?
    Which(Vec<Candidate>),
    /// A key stands alone, and several say that it is theirs: whose is it?
    Whose(Vec<Candidate>),
    /// Which passphrase opens these keys?
    Passphrase {
        /// Fingerprint of the first that is still locked.
        key: String,
        /// How many keys of it are open already.
        opened: usize,
        /// How many are still locked.
        locked: usize,
    },
    /// A bare decryption key, as GnuPG's on-card generation leaves it (`sk_<keyid>.gpg`): its public key is needed
    /// beside it.
    PublicKey {
        /// Fingerprint of the bare key.
        key: String,
    },
}

impl Opening {
    /// Looks at a file: whatever it is, that is said at once.
    ///
    /// # Errors
    /// [`OpenPgpError`] says what the file is, if it is no key that can be opened.
    pub fn of(file: &[u8]) -> Result<Self, OpenPgpError> {
        let InFile { content, revocations, aside } = file::read(file).map_err(OpenPgpError::NoSecretKey)?;
        match content {
            Content::Message(message, beside_it) => {
                let (found, left_out, unsigned, beside, copies, made_of) = Default::default();
                let state = State::Code(message, beside_it, revocations);
                Ok(Opening { state, found, left_out, unsigned, aside, beside, copies, made_of })
            }
            Content::Packets(stretches) => Opening::among((stretches, revocations), aside),
        }
    }

    /// The only key with a secret, or a choice of all.
    fn among(made_of: (Vec<Stretch>, Vec<Packet>), aside: Remains) -> Result<Self, OpenPgpError> {
        let mut opening = Opening::with(made_of, Vec::new(), aside)?;
        let mut secret = opening.found.iter().filter(|found| found.is_secret());
        match (secret.next(), secret.next()) {
            (None, _) => return Err(without_secret(&opening.found)),
            (Some(only), None) => {
                let taken = opening.take(only)?;
                opening.go_on(taken);
            }
            _ => {}
        }
        Ok(opening)
    }

    /// All keys of a file, and of what was beside it.
    fn with(
        made_of: (Vec<Stretch>, Vec<Packet>),
        beside_it: Vec<Stretch>,
        aside: Remains,
    ) -> Result<Self, OpenPgpError> {
        let (stretches, revocations) = made_of.clone();
        let Keys { found, left_out, beside, copies } = keys([stretches, beside_it].concat(), revocations)?;
        let (state, unsigned) = (State::Which, Vec::new());
        Ok(Opening { state, found, left_out, unsigned, aside, beside, copies, made_of })
    }

    /// What is asked next; `None` if everything is open.
    pub fn asks(&self) -> Option<Question> {
        match &self.state {
            State::Code(..) => Some(Question::BackupCode),
            State::Which => Some(Question::Which(self.candidates())),
            State::Bare(bare) => Some(Question::PublicKey { key: bare.key.fingerprint().to_hex() }),
            State::Whose(_, certs) => Some(Question::Whose(certs.clone())),
            State::There(brought) => {
                let (locked, opened) = (brought.locked(), brought.opened());
                let (first, _) = locked.first()?;
                Some(Question::Passphrase { key: first.fingerprint().to_hex(), opened, locked: locked.len() })
            }
        }
    }

    /// The backup code of the message that the file is.
    ///
    /// # Errors
    /// [`OpenPgpError::Code`] if it is another one; or what is inside, if it is no key.
    pub fn code(&mut self, code: &SecretString) -> Result<(), OpenPgpError> {
        let State::Code(message, public, beside) = &self.state else { return Err(another_question()) };
        let inside = file::read(&message.open(code)?).map_err(OpenPgpError::NoSecretKey)?;
        // A message in a message nobody makes.
        let Content::Packets(secret) = inside.content else {
            return Err(OpenPgpError::NoSecretKey(NoSecretKey::Message));
        };
        let stretches = [&public[..], &secret].concat();
        let revocations = [&beside[..], &inside.revocations].concat();
        *self = Opening::among((stretches, revocations), self.aside.and(inside.aside))?;
        Ok(())
    }

    /// The key that is wanted among several, or whose the one is that stands alone.
    ///
    /// # Errors
    /// If it has no secret that could be brought.
    pub fn choose(&mut self, fingerprint: &str) -> Result<(), OpenPgpError> {
        let wanted = |found: &&Found| found.fingerprint().to_hex().eq_ignore_ascii_case(fingerprint);
        if let State::Whose(print, certs) = &self.state {
            let is_one = certs.iter().any(|one| one.fingerprint.eq_ignore_ascii_case(fingerprint));
            let cert = self.found.iter().filter(wanted).find_map(Found::cert).filter(|_| is_one);
            let taken = self.bound(print, cert.ok_or_else(another_question)?)?;
            self.go_on(taken);
            return Ok(());
        }
        let chosen = self.found.iter().filter(wanted).max_by_key(|found| found.is_secret());
        let chosen = chosen.ok_or(OpenPgpError::NoSecretKey(NoSecretKey::Empty))?;
        if !chosen.is_secret() {
            return Err(without_secret(std::slice::from_ref(chosen)));
        }
        let taken = self.take(chosen)?;
        self.go_on(taken);
        Ok(())
    }

    /// Opens every key that this passphrase opens.
    ///
    /// # Errors
    /// [`OpenPgpError::Passphrase`] if it opens none.
    pub fn passphrase(&mut self, passphrase: &SecretString) -> Result<(), OpenPgpError> {
        let State::There(brought) = &mut self.state else { return Err(another_question()) };
        let locked = brought.locked();
        let Some((first, _)) = locked.first() else { return Ok(()) };
        let wrong = OpenPgpError::Passphrase(first.fingerprint().to_hex());
        let words = spellings(passphrase.expose_secret());
        // Of several copies of one secret whichever it opens.
        let copies = locked.into_iter().flat_map(|(key, primary)| {
            self.copies.with_others(key).into_iter().map(move |copy| (copy, primary))
        });
        let Opened { keys: opened, differing } =
            opened_with(copies.collect(), words, &mut Derived::default())?;
        if opened.is_empty() {
            return Err(wrong);
        }
        match brought {
            Brought::Identity(cert) => {
                let opened = opened.into_iter().map(|(key, primary)| packet(key, primary));
                *cert = cert.clone().insert_packets(opened).map_err(at(Making::Passphrase))?.0;
            }
            Brought::Decryption { key, .. } => {
                *key = opened.into_iter().fold(key.clone(), |_, (open, _)| open)
            }
        }
        self.copies.differ(differing);
        Ok(())
    }

    /// Files beside a bare decryption key: all of them are looked at for keys whose it may be, and what is of those is as
    /// if it stood in one file with it.
    ///
    /// # Errors
    /// [`OpenPgpError::NotBeside`] if there is none.
    pub fn beside<File: AsRef<[u8]>>(
        &mut self,
        files: impl IntoIterator<Item = File>,
    ) -> Result<(), OpenPgpError> {
        let State::Bare(bare) = &self.state else { return Err(another_question()) };
        let print = bare.key.fingerprint();
        let theirs = beside::of(files, &print)?;
        let mut opening = Opening::with(self.made_of.clone(), theirs.stretches, self.aside)?;
        opening.beside.extend(theirs.revocations);
        opening.copies.extend(theirs.copies);
        let taken = opening.of_its_own(&print)?;
        if matches!(taken.state, State::Bare(_)) {
            return Err(OpenPgpError::NotBeside(print.to_hex()));
        }
        opening.go_on(taken);
        *self = opening;
        Ok(())
    }

    /// What of the file is not taken over: other keys than the chosen one, signatures of versions that the library does
    /// not know, what stands between two keys.
    pub fn remains(&self) -> Remains {
        let mut remains = self.aside;
        self.left_out.iter().chain(&self.unsigned).for_each(|stray| remains.add(stray));
        let State::There(brought) = &self.state else { return remains };
        let (Brought::Identity(cert) | Brought::Decryption { of: cert, .. }) = brought;
        // Whether the secret of a key is taken, its fingerprint in the certificate does not say.
        let taken = brought.secrets();
        remains.copies += self.copies.differing(&taken);
        let [mut left, mut secret, mut apart, mut public] = [(); 4].map(|()| HashSet::new());
        for other in &self.found {
            match other {
                Found::Bare(bare) => left.extend([bare.key.fingerprint()]),
                Found::Cert(same) if same.fingerprint() == cert.fingerprint() => {
                    let secrets = same.keys().secret().filter(|key| is_real(key.key()));
                    left.extend(secrets.map(|key| key.key().fingerprint()));
                }
                // One may be in the file that was given beside, too.
                Found::Cert(_) if other.is_secret() => drop(secret.insert(other.fingerprint())),
                Found::Cert(_) if other.holds_secrets() => drop(apart.insert(other.fingerprint())),
                Found::Cert(_) => drop(public.insert(other.fingerprint())),
            }
        }
        remains.keys += secret.len() + left.difference(&taken).count();
        remains.without_primary += apart.difference(&secret).count();
        public.retain(|print| !secret.contains(print) && !apart.contains(print));
        remains.public_keys += public.len();
        remains
    }

    /// What was brought, and what can become of it.
    ///
    /// # Errors
    /// If something is still asked; [`OpenPgpError::Unusable`] if nothing can become of it.
    pub fn inventory(mut self, now: SystemTime) -> Result<Inventory, OpenPgpError> {
        let (remains, beside) = (self.remains(), std::mem::take(&mut self.beside));
        let found = std::mem::take(&mut self.found);
        let at_hand: Vec<_> = found.iter().filter_map(Found::cert).collect();
        let brought = self.open()?;
        let ends = match &brought {
            Brought::Identity(cert) => revocations(cert, &at_hand)?,
            Brought::Decryption { .. } => Revocations::default(),
        };
        let by_those_alone = ends.certain.iter().all(|by| beside.contains(by));
        let Revocations { certain, unchecked } = ends;
        let ended = (!certain.is_empty()).then(|| revoked(&certain));
        let ended =
            ended.map(|by| if by_those_alone { Unusable::RevokedBeside(by) } else { Unusable::Revoked(by) });
        Inventory::of(brought, remains, (ended, unchecked), now)
    }

    /// What was brought.
    ///
    /// # Errors
    /// If something is still asked.
    pub fn open(self) -> Result<Brought, OpenPgpError> {
        match (self.asks(), self.state) {
            (None, State::There(brought)) => Ok(brought),
            _ => Err(another_question()),
        }
    }

    fn go_on(&mut self, Taken { state, unsigned, differing }: Taken) {
        if !matches!(state, State::Bare(_)) {
            self.made_of = Default::default();
        }
        (self.state, self.unsigned) = (state, unsigned);
        self.copies.differ(differing);
    }

    /// Goes on with this key.
    fn take(&self, found: &Found) -> Result<Taken, OpenPgpError> {
        match found {
            Found::Cert(cert) => Ok(there(Brought::Identity(Cert::clone(cert)))?.into()),
            Found::Bare(bare) => self.of_its_own(&bare.key.fingerprint()),
        }
    }

    /// Goes on with the certificate whose a bare key is.
    fn of_its_own(&self, print: &Fingerprint) -> Result<Taken, OpenPgpError> {
        match whose(self.found.iter().filter_map(Found::cert), print) {
            Whose::Of(cert) => self.bound(print, cert),
            Whose::OneOf(certs) => {
                let found = self.found.iter().filter(|it| it.cert().is_some_and(|it| certs.contains(&it)));
                Ok(State::Whose(print.clone(), found.map(candidate).collect()).into())
            }
            Whose::Nobodys => {
                let bare = self.bare(print).ok_or(OpenPgpError::NoSecretKey(NoSecretKey::Empty))?;
                openable(&bare.key)?;
                Ok(State::Bare(Box::new(bare.clone())).into())
            }
        }
    }

    fn bare(&self, print: &Fingerprint) -> Option<&Bare> {
        self.found.iter().filter_map(Found::bare).find(|bare| bare.key.fingerprint() == *print)
    }

    /// A bare key in the certificate that it belongs to, with all that stands alone beside it: with its primary key that is
    /// whole; or else the key comes alone.
    fn bound(&self, print: &Fingerprint, cert: &Cert) -> Result<Taken, OpenPgpError> {
        let all = self.found.iter().filter_map(Found::bare).filter(|bare| has(cert, &bare.key.fingerprint()));
        let With { cert: joined, left, differing, .. } =
            with(cert, all.cloned().collect(), &mut Work::default())?;
        let unsigned = left.into_iter().map(|signature| vec![signature.into()]).collect();
        if has_primary_secret(&joined) {
            return Ok(Taken { state: there(Brought::Identity(joined))?, unsigned, differing });
        }
        // The best copy of it, as the packet that it was.
        let inside = joined.keys().secret().find(|key| key.key().fingerprint() == *print);
        let key = inside.map(|key| match self.bare(print) {
            Some(bare) if bare.key == *key.key() => bare.key.clone(),
            _ => key.key().clone(),
        });
        let Some(key) = key.filter(|key| key.pk_algo().for_encryption()) else {
            return Err(OpenPgpError::Stub(cert.fingerprint().to_hex()));
        };
        let alone = Brought::Decryption { key, of: joined.strip_secret_key_material() };
        Ok(Taken { state: there(alone)?, unsigned, differing })
    }

    /// Those with a secret first, otherwise in the file's order.
    fn candidates(&self) -> Vec<Candidate> {
        let mut all: Vec<_> = self.found.iter().map(candidate).collect();
        all.sort_by_key(|candidate| !candidate.secret);
        all
    }
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opening({:?})", self.asks())
    }
}

fn another_question() -> OpenPgpError {
    OpenPgpError::Make { step: Making::Passphrase, cause: "something else is asked".into() }
}

/// If there is no key in it that can never be opened here.
fn there(brought: Brought) -> Result<State, OpenPgpError> {
    let mut work = Work::default();
    let mut bounded = |key: &SlotKey| {
        openable(key)?;
        if is_provable(key) { work.prove(key.mpis()) } else { Ok(()) }
    };
    match &brought {
        Brought::Identity(cert) => cert.keys().secret().try_for_each(|key| bounded(key.key()))?,
        Brought::Decryption { key, .. } => bounded(key)?,
    }
    match brought.locked().len() + brought.opened() {
        ..=SECRETS => Ok(State::There(brought)),
        _ => Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)),
    }
}

fn openable(key: &SlotKey) -> Result<(), OpenPgpError> {
    match protection(key) {
        Protection::Strange(how) => Err(OpenPgpError::Locked { key: key.fingerprint().to_hex(), how }),
        Protection::Costly => Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)),
        Protection::Damaged => Err(OpenPgpError::NoSecretKey(NoSecretKey::Damaged)),
        Protection::Open | Protection::Locked | Protection::Stub(_) => Ok(()),
    }
}
