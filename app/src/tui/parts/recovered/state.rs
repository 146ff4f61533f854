//! What comes back, and what is done with it.

use std::sync::Arc;

use secrecy::SecretString;

use super::exporting::{Exporting, Exports};
use crate::ceremony::{Looked, Message, Ready, SignedFile};
use crate::language::Key;
use crate::machine::stick::discover::Plugged;
use crate::nitrokey::Serial;
use crate::pins::{KeyPins, Pins};
use crate::plan::Role;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::recover::{Recovering, Recovers};
use crate::tui::parts::write::{Writer, Writes};

/// What is done with keys that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Way {
    /// Prove the spare, then write a new one.
    Spare,
    /// Write new Nitrokeys.
    New,
    /// Write one beside those that there are.
    Another,
    /// Use the keys without a Nitrokey.
    Export,
    /// Decrypt one message here.
    Message,
    /// Write one for old mail, with a key that decrypted before.
    OldMail,
    /// Sign one file here.
    Sign,
    /// See what was in the vault, and the PINs.
    See,
}

/// A message that was decrypted.
pub(super) struct Decrypted {
    /// The file it was in.
    pub(super) file: String,
    pub(super) mail: Arc<Message>,
    /// Whether it is to be written to a stick.
    pub(super) save: bool,
    /// The folder and the stick where it is now.
    pub(super) saved: Option<(String, String)>,
}

/// A file that is signed.
pub(super) struct Signing {
    /// The stick that it is on.
    pub(super) stick: Plugged,
    pub(super) looked: Arc<Looked>,
    /// Its signature.
    pub(super) signed: Option<Arc<SignedFile>>,
    /// The folder and the stick where that is now.
    pub(super) saved: Option<(String, String)>,
}

/// What comes back, and what of it was used.
pub(in crate::tui) struct Recovered {
    /// The backup that it comes from, and the cards.
    recovering: Recovering,
    /// What came back, and where it is written.
    pub(in crate::tui) writer: Writer,
    pub(in crate::tui) way: Way,
    /// The spare that was proven.
    pub(in crate::tui) proven: Option<Serial>,
    /// Whose PINs were shown.
    pub(super) seen: Vec<Role>,
    /// The keys, written to a file.
    pub(super) exporting: Exporting,
    /// The message that was decrypted.
    pub(super) message: Option<Decrypted>,
    /// The file that is signed.
    pub(super) signing: Option<Signing>,
    pub(in crate::tui) finished: bool,
}

impl Recovered {
    /// Nothing yet; this is what it is wanted for.
    pub(in crate::tui) fn new(way: Way) -> Self {
        Recovered {
            recovering: Recovering::default(),
            writer: Writer::default(),
            way,
            proven: None,
            seen: Vec::new(),
            exporting: Exporting::default(),
            message: None,
            signing: None,
            finished: false,
        }
    }

    /// Other keys are to come back; what they are wanted for stays.
    pub(in crate::tui) fn forget_keys(&mut self) {
        self.writer = Writer::default();
        (self.proven, self.exporting.exported, self.message) = (None, None, None);
        self.signing = None;
        self.seen.clear();
    }

    /// The keys.
    pub(super) fn keys(&self) -> Option<&Ready> {
        self.writer.rehearsed.as_ref()
    }
}

/// A flow that opens a backup, and does something with the keys that come back.
pub(in crate::tui) trait Uses {
    /// What, and what was done.
    fn recovered(&self) -> &Recovered;
    /// The same, to go on.
    fn recovered_mut(&mut self) -> &mut Recovered;
    /// What can be done here.
    fn ways(&self) -> Vec<Way>;
    /// The roles that are to be written on the way that was chosen.
    fn roles(&self) -> Vec<Role>;

    /// These roles are to be written.
    fn set_roles(&mut self) {
        if self.recovered().keys().is_some() {
            // Whatever was lost is not what was met when these keys were made.
            self.recovered_mut().writer.roles = self.roles().into_iter().map(|role| (role, None)).collect();
        }
    }

    /// Whether a Nitrokey is to be written.
    fn writes(&self) -> bool {
        let recovered = self.recovered();
        recovered.keys().is_some()
            && matches!(recovered.way, Way::Spare | Way::New | Way::Another | Way::OldMail)
    }

    /// Whether that is one for old mail.
    fn writes_for_old_mail(&self) -> bool {
        self.recovered().keys().is_some() && self.recovered().way == Way::OldMail
    }

    /// What would be lost if the flow ended now.
    fn loss_of_use(&self) -> Option<Key>
    where
        Self: Sized,
    {
        if self.recovered().finished { None } else { self.loss_of_recovery() }
    }

    /// Whether the keys are to be used without a Nitrokey.
    fn exports(&self) -> bool {
        self.recovered().way == Way::Export
    }

    /// Whether a file is to be signed.
    fn signs(&self) -> bool {
        self.recovered().way == Way::Sign
    }

    /// Whether a message is to be decrypted.
    fn reads(&self) -> bool {
        self.recovered().way == Way::Message
    }
}

impl<S: Uses> Recovers for S {
    fn recovering(&self) -> &Recovering {
        &self.recovered().recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovered_mut().recovering
    }

    fn back(&self) -> Option<&Ready> {
        self.recovered().keys()
    }

    fn back_mut(&mut self) -> &mut Option<Ready> {
        &mut self.recovered_mut().writer.rehearsed
    }

    fn forget_keys(&mut self) {
        self.recovered_mut().forget_keys();
    }
}

impl<S: Uses> Writes for S {
    fn writer(&self) -> &Writer {
        &self.recovered().writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.recovered_mut().writer
    }
}

impl<S: Uses> Exports for S {
    fn exporting(&self) -> &Exporting {
        &self.recovered().exporting
    }

    fn exporting_mut(&mut self) -> &mut Exporting {
        &mut self.recovered_mut().exporting
    }

    fn keys(&self) -> Option<&Ready> {
        self.recovered().keys()
    }

    fn keys_mut(&mut self) -> &mut Option<Ready> {
        &mut self.recovered_mut().writer.rehearsed
    }
}

/// A Nitrokey that was written with what the backup has: whoever brings it back may never have known that, and the slip that
/// they have may be of before.
impl<S: Uses> MakesPins for S {
    fn unseen(&self) -> Vec<(Role, Pins<Option<SecretString>>)> {
        let recovered = self.recovered();
        let Some(keys) = recovered.keys() else { return Vec::new() };
        let written =
            recovered.writer.proofs.iter().filter(|(_, proof)| Some(proof.serial) != recovered.proven);
        let unseen = written
            .filter(|(role, _)| !recovered.seen.contains(role))
            .filter_map(|(role, _)| Some((role.clone(), keys.known_pins(role).ok()?.clone())));
        unseen.collect()
    }

    fn have_seen(&mut self) {
        let roles: Vec<_> = self.unseen().into_iter().map(|(role, _)| role).collect();
        self.recovered_mut().seen.extend(roles);
    }

    fn slips(&self) -> Option<(Vec<KeyPins>, String)> {
        let recovered = self.recovered();
        let serial = |role: &Role| {
            let mut written = recovered.writer.proofs.iter().filter(|(other, _)| other == role);
            written.next().map(|(_, proof)| proof.serial.to_string())
        };
        let slip = |(role, pins): (Role, _)| KeyPins { serial: serial(&role), role, pins };
        let slips = self.unseen().into_iter().map(slip).collect();
        Some((slips, recovered.keys()?.plan().language.clone()))
    }
}
