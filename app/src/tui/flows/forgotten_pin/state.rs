//! What comes together for a new user PIN.

use secrecy::SecretString;

use crate::ceremony::Ready;
use crate::language::Key;
use crate::nitrokey::{Info, LastTry, Pin, Serial, Sets};
use crate::openpgp::Carried;
use crate::plan::Role;
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::recover::{Recovering, Recovers};

/// Where reset code and admin PIN come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum CodeFrom {
    /// The PIN slip: they are typed, and no card is needed.
    #[default]
    Slip,
    /// The backup.
    Backup,
}

/// Where the new user PIN comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NewFrom {
    /// It is drawn by chance.
    #[default]
    Drawn,
    /// Its owner thinks of it.
    Typed,
    /// The backup has one for this Nitrokey, and nothing there becomes untrue.
    Backup,
    /// It is the one that was set on another Nitrokey just now.
    Same,
}

/// What sets it: which code, and, from a backup, whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) pin: Pin,
    pub(super) role: Option<Role>,
}

/// All that comes together.
#[derive(Default)]
pub(super) struct ForgottenPin {
    /// The Nitrokey, as it said last of itself.
    pub(super) nitrokey: Option<Info>,
    pub(super) from: CodeFrom,
    recovering: Recovering,
    back: Option<Ready>,
    /// Which of the ways.
    pub(super) way: usize,
    /// What of the backup this Nitrokey has refused: it is not given again.
    pub(super) refused: Vec<Way>,
    /// The code that was typed.
    pub(super) typed: Option<SecretString>,
    /// The owner has said yes to spending the last try.
    pub(super) spends_last: bool,
    pub(super) new_from: NewFrom,
    pub(super) new: Option<SecretString>,
    /// It went away while the PIN was being set: the old one or the new one is valid.
    pub(super) unsure: bool,
    /// Those that have a new user PIN.
    pub(super) set: Vec<Serial>,
    /// The user PIN that was set last.
    pub(super) last_set: Option<SecretString>,
}

impl ForgottenPin {
    /// The next one: of this one nothing is known yet.
    pub(super) fn takes(&mut self, info: Info) {
        if self.nitrokey.as_ref().is_none_or(|before| before.serial != info.serial) {
            self.refused.clear();
            (self.typed, self.new) = (None, None);
            self.unsure = false;
        }
        (self.nitrokey, self.spends_last) = (Some(info), false);
        self.way = self.preset();
    }

    /// Its serial.
    pub(super) fn serial(&self) -> Option<Serial> {
        self.nitrokey.as_ref().map(|info| info.serial)
    }

    /// Whether the keys of the backup that was opened are on it: only then its PINs are in there.
    pub(super) fn is_ours(&self) -> bool {
        let carried = |(back, info): (&Ready, &Info)| back.identity().carried(&info.fingerprints);
        self.back.as_ref().zip(self.nitrokey.as_ref()).map(carried).is_some_and(|c| c != Carried::Nothing)
    }

    /// How many tries there are for it.
    pub(super) fn tries(&self, pin: Pin) -> u8 {
        let tries = self.nitrokey.as_ref().map(|info| info.tries);
        tries.map_or(0, |tries| match pin {
            Pin::User => tries.user,
            Pin::ResetCode => tries.reset_code,
            Pin::Admin => tries.admin,
        })
    }

    /// What can set it. Of a backup these are the codes of its role, or of each that it may be.
    pub(super) fn ways(&self) -> Vec<Way> {
        let roles: Vec<_> = match (self.from, &self.back, self.serial()) {
            (CodeFrom::Backup, Some(back), Some(serial)) => match back.role_of_ours(serial) {
                Some(role) => vec![Some(role.clone())],
                None => back.plan().roles().into_iter().map(Some).collect(),
            },
            _ => vec![None],
        };
        let pins = || [Pin::ResetCode, Pin::Admin].into_iter().filter(|pin| self.tries(*pin) > 0);
        let all = roles.iter().flat_map(|role| pins().map(|pin| Way { pin, role: role.clone() }));
        all.filter(|way| !self.refused.contains(way)).collect()
    }

    /// The first that is not at its last try: the reset code can do nothing else, so it comes first.
    pub(super) fn preset(&self) -> usize {
        self.ways().iter().position(|way| self.tries(way.pin) > 1).unwrap_or(0)
    }

    /// The one that was chosen.
    pub(super) fn chosen(&self) -> Option<Way> {
        self.ways().get(self.way).cloned()
    }

    /// Whether what was chosen has one try left.
    pub(super) fn is_last_try(&self) -> bool {
        self.chosen().is_some_and(|way| self.tries(way.pin) == 1)
    }

    /// The code itself.
    pub(super) fn sets(&self) -> Option<Sets> {
        let Way { pin, role } = self.chosen()?;
        let code = match &role {
            None => self.typed.clone()?,
            Some(role) => {
                let pins = self.back.as_ref()?.known_pins(role).ok()?;
                if pin == Pin::Admin { pins.admin.clone() } else { pins.reset_code.clone() }
            }
        };
        Some(if pin == Pin::Admin { Sets::AdminPin(code) } else { Sets::ResetCode(code) })
    }

    /// Whether the last try may be spent.
    pub(super) fn last(&self) -> LastTry {
        if self.spends_last { LastTry::Spent } else { LastTry::Kept }
    }

    /// The user PIN that the backup has for it.
    pub(super) fn in_backup(&self) -> Option<&SecretString> {
        let role = self.chosen().and_then(|way| way.role)?;
        self.back.as_ref()?.known_pins(&role).ok()?.user.as_ref()
    }

    /// A new one was set, and the Nitrokey has taken it.
    pub(super) fn was_set(&mut self) {
        self.unsure = false;
        self.set.extend(self.serial());
        self.last_set = self.new.take();
        self.typed = None;
    }
}

impl FlowState for ForgottenPin {
    fn loss(&self) -> Option<Key> {
        match () {
            () if self.unsure => Some(key!("forgotten-loss-unsure")),
            () if self.set.is_empty() => self.loss_of_recovery(),
            () => None,
        }
    }
}

impl Recovers for ForgottenPin {
    fn recovering(&self) -> &Recovering {
        &self.recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovering
    }

    fn back(&self) -> Option<&Ready> {
        self.back.as_ref()
    }

    fn back_mut(&mut self) -> &mut Option<Ready> {
        &mut self.back
    }

    fn forget_keys(&mut self) {
        self.back = None;
        self.refused.clear();
    }
}
