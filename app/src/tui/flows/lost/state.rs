//! What comes together again when something is lost.

use secrecy::SecretString;

use crate::backup::{Collector, Share};
use crate::ceremony::{Ready, Recovery};
use crate::nitrokey::{Proof, Serial};
use crate::pins::Pins;
use crate::plan::Role;
use crate::tui::kit::flow::FlowState;
use crate::tui::kit::messages::Message;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::write::{Writer, Writes};

/// What is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::flows) enum Left {
    /// The spare.
    Spare,
    /// No Nitrokey, but a stick with the bundle.
    Stick,
    /// Paper.
    Paper,
    /// Nothing is lost: another Nitrokey is to be written.
    All,
}

/// Where the sealed backup comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::flows) enum BackupSource {
    Stick,
    Sheet,
}

/// What is done with it all when it is back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::flows) enum Way {
    /// Prove the spare, then write a new one.
    Spare,
    /// Write new Nitrokeys.
    New,
    /// Write one beside those that there are.
    Another,
    /// Use the keys without a Nitrokey.
    Export,
    /// See what was in the vault, and the PINs.
    See,
}

/// So many share cards are kept before the backup is there: more than any set has.
pub(in crate::tui::flows) const EARLY: usize = 20;

/// All that comes together again.
pub(in crate::tui::flows) struct Lost {
    pub(in crate::tui::flows) left: Left,
    pub(in crate::tui::flows) from: BackupSource,
    /// Codes of the backup sheet, until there are all of them.
    pub(in crate::tui::flows) sheet: Collector,
    /// Share cards that came before the backup did.
    pub(in crate::tui::flows) early: Vec<Share>,
    /// The backup, and the cards so far.
    pub(in crate::tui::flows) recovery: Option<Recovery>,
    /// Why these cards did not open it.
    pub(in crate::tui::flows) refused: Option<Message>,
    /// What came back, and where it is written.
    pub(in crate::tui::flows) writer: Writer,
    pub(in crate::tui::flows) way: Way,
    /// The spare that was proven.
    pub(in crate::tui::flows) proven: Option<Serial>,
    /// Whose PINs were shown.
    pub(in crate::tui::flows) seen: Vec<Role>,
    /// For the keys on a stick.
    pub(in crate::tui::flows) passphrase: Option<SecretString>,
    /// The folder and the stick where they are now.
    pub(in crate::tui::flows) exported: Option<(String, String)>,
    pub(in crate::tui::flows) finished: bool,
}

impl Lost {
    pub(in crate::tui::flows) fn new(left: Left, way: Way) -> Self {
        Lost {
            left,
            from: BackupSource::Stick,
            sheet: Collector::default(),
            early: Vec::with_capacity(EARLY),
            recovery: None,
            refused: None,
            writer: Writer::default(),
            way,
            proven: None,
            seen: Vec::new(),
            passphrase: None,
            exported: None,
            finished: false,
        }
    }

    /// Whether a Nitrokey is to be written with what is back.
    pub(in crate::tui::flows) fn writes(&self) -> bool {
        self.writer.rehearsed.is_some() && matches!(self.way, Way::Spare | Way::New | Way::Another)
    }

    /// Whether one was written whose PINs nobody has seen.
    pub(in crate::tui::flows) fn has_unseen_pins(&self) -> bool {
        self.writes() && !self.unseen().is_empty()
    }

    /// Whether the keys are to be used without a Nitrokey.
    pub(in crate::tui::flows) fn exports(&self) -> bool {
        self.way == Way::Export
    }

    /// The backup comes from there. If it came from elsewhere before, that is put aside.
    pub(in crate::tui::flows) fn comes_from(&mut self, from: BackupSource) {
        if self.from != from {
            self.from = from;
            self.put_aside();
        }
    }

    /// Puts the backup and the cards aside, and what came of them.
    pub(in crate::tui::flows) fn put_aside(&mut self) {
        (self.recovery, self.sheet) = (None, Collector::default());
        self.forget_keys();
    }

    /// With other cards, it has to show anew that they fit.
    pub(in crate::tui::flows) fn forget_keys(&mut self) {
        self.writer = Writer::default();
        self.refused = None;
        (self.proven, self.exported) = (None, None);
        self.seen.clear();
    }

    /// Keeps a share card that came too early.
    pub(in crate::tui::flows) fn keep(&mut self, share: Share) {
        if self.early.len() < EARLY && !self.early.contains(&share) {
            self.early.push(share);
        }
    }

    /// Takes a bundle. If it is the one that is there already, the cards stay.
    pub(in crate::tui::flows) fn take(&mut self, recovery: Option<Recovery>) {
        let manifest = |recovery: &Option<Recovery>| recovery.as_ref().and_then(Recovery::manifest).cloned();
        if manifest(&self.recovery).is_none() || manifest(&self.recovery) != manifest(&recovery) {
            self.put_aside();
            self.recovery = recovery;
        }
    }

    /// The roles that are to be written: with a spare at hand only that of the lost one, so that the new
    /// one gets the PINs that the backup has for it.
    pub(in crate::tui::flows) fn set_roles(&mut self) {
        let Some(rehearsed) = &self.writer.rehearsed else { return };
        let all = rehearsed.plan().roles();
        let roles: Vec<_> = match self.way {
            Way::Spare => {
                let here = self.proven.map_or(Role::SPARE, |serial| role_here(rehearsed, serial));
                all.into_iter().filter(|role| *role != here).take(1).collect()
            }
            // Which one is asked for.
            Way::Another => Vec::new(),
            _ => all,
        };
        // Whatever was lost is not what was met when these keys were made.
        self.writer.roles = roles.into_iter().map(|role| (role, None)).collect();
    }

    /// The spare was proven. It counts as written from now on, and so it cannot be taken for the new one.
    pub(in crate::tui::flows) fn proven(&mut self, proof: Proof) {
        let Some(rehearsed) = &self.writer.rehearsed else { return };
        self.proven = Some(proof.serial);
        let role = role_here(rehearsed, proof.serial);
        self.writer.proofs.retain(|(other, _)| *other != role);
        self.writer.proofs.push((role, proof));
        self.set_roles();
    }
}

/// What the Nitrokey that is still there is.
pub(in crate::tui::flows) fn role_here(rehearsed: &Ready, serial: Serial) -> Role {
    rehearsed.role_of_ours(serial).cloned().unwrap_or(Role::SPARE)
}

impl FlowState for Lost {
    fn loss(&self) -> Option<&'static str> {
        let there = self.recovery.as_ref().is_some_and(|recovery| !recovery.cards().0.is_empty());
        let cards = there || !self.early.is_empty();
        match () {
            () if self.finished => None,
            () if self.writer.rehearsed.is_some() => Some("lost-loss-back"),
            () if cards => Some("lost-loss-cards"),
            () => None,
        }
    }
}

impl Writes for Lost {
    fn writer(&self) -> &Writer {
        &self.writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }
}

/// A Nitrokey that was written with the user PIN of the backup: whoever brings it back may never have known it.
impl MakesPins for Lost {
    fn unseen(&self) -> Vec<(Role, Pins)> {
        let Some(rehearsed) = &self.writer.rehearsed else { return Vec::new() };
        let written = self.writer.proofs.iter().filter(|(_, proof)| Some(proof.serial) != self.proven);
        let unseen = written
            .filter(|(role, _)| !self.seen.contains(role))
            .filter_map(|(role, _)| Some((role.clone(), rehearsed.pins(role, None).ok()?)));
        unseen.collect()
    }

    fn have_seen(&mut self) {
        let roles: Vec<_> = self.unseen().into_iter().map(|(role, _)| role).collect();
        self.seen.extend(roles);
    }
}
