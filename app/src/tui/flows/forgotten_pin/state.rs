//! What comes together for a new user PIN.

use secrecy::SecretString;

use crate::ceremony::Ready;
use crate::language::Key;
use crate::nitrokey::{Info, LastTry, Pin, Serial, Sets};
use crate::openpgp::Carried;
use crate::pins::{KeyPins, Pins};
use crate::plan::Role;
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::nitrokeys::has_old_keys;
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

/// Whether something can set a new user PIN.
pub(super) fn can_be_set(info: &Info) -> bool {
    !info.is_blank() && (info.tries.reset_code > 0 || info.tries.admin > 0)
}

/// All that comes together.
#[derive(Default)]
pub(super) struct ForgottenPin {
    /// The Nitrokey, as it said last of itself.
    pub(super) nitrokey: Option<Info>,
    pub(super) from: CodeFrom,
    recovering: Recovering,
    /// The one that was chosen. A number in a list that gets shorter would be another one tomorrow.
    way: Option<Way>,
    /// What of the backup this Nitrokey has refused: it is not given again.
    refused: Vec<Way>,
    /// The code that was typed.
    pub(super) typed: Option<SecretString>,
    /// The owner has said yes to spending the last try.
    pub(super) spends_last: bool,
    pub(super) new_from: NewFrom,
    pub(super) new: Option<SecretString>,
    /// Something went wrong once the PIN could be set: what is said of the user PIN to whom leaves now.
    pub(super) unsure: Option<Key>,
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
            self.unsure = None;
        }
        (self.nitrokey, self.spends_last) = (Some(info), false);
        self.takes_way(self.preset());
    }

    /// Its serial.
    pub(super) fn serial(&self) -> Option<Serial> {
        self.nitrokey.as_ref().map(|info| info.serial)
    }

    /// Whether the keys of the backup that was opened are on it: only then its PINs are in there.
    pub(super) fn is_ours(&self) -> bool {
        let carried = |(back, info): (&Ready, &Info)| back.identity().carried(&info.fingerprints);
        self.back().zip(self.nitrokey.as_ref()).map(carried).is_some_and(|c| c != Carried::Nothing)
    }

    /// Whether it stayed as it was when others were written: it has subkeys that were replaced, and the PINs of before.
    pub(super) fn has_old_keys(&self) -> bool {
        let both = self.back().filter(|_| self.from == CodeFrom::Backup).zip(self.nitrokey.as_ref());
        both.is_some_and(|(back, info)| has_old_keys(back, info))
    }

    /// The PINs of before that it may have; none if the backup does not keep them.
    fn of_before(&self) -> Vec<KeyPins> {
        let both = self.back().zip(self.nitrokey.as_ref());
        both.map_or_else(Vec::new, |(back, info)| {
            back.made().pins_of_before(&info.fingerprints, &info.serial.to_string())
        })
    }

    /// Whether it is for old mail, and whose codes it was given then.
    pub(super) fn for_old_mail(&self) -> Option<&Role> {
        self.back()?.gave_pins_for_old_mail(&self.nitrokey.as_ref()?.fingerprints)
    }

    /// Whose codes it has, by the backup: its own, or those that it was given.
    pub(super) fn role(&self) -> Option<Role> {
        if !self.has_old_keys() {
            let is = || self.back()?.role_of_ours(self.serial()?);
            return self.for_old_mail().or_else(is).cloned();
        }
        let mut all = self.of_before().into_iter().map(|key| key.role);
        all.next().filter(|_| all.next().is_none())
    }

    /// What the backup has for it if it is this one.
    pub(super) fn known(&self, role: &Role) -> Option<Pins<Option<SecretString>>> {
        match self.has_old_keys() {
            true => self.of_before().into_iter().find(|key| key.role == *role).map(|key| key.pins),
            false => self.back()?.known_pins(role).ok().cloned(),
        }
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
        let roles: Vec<_> = match (self.from, self.back(), self.serial()) {
            (CodeFrom::Backup, Some(_), Some(_)) if self.has_old_keys() => {
                self.of_before().into_iter().map(|key| Some(key.role)).collect()
            }
            (CodeFrom::Backup, Some(back), Some(_)) => match self.role() {
                Some(role) => vec![Some(role)],
                None => back.plan().roles().into_iter().map(Some).collect(),
            },
            _ => vec![None],
        };
        let pins = || [Pin::ResetCode, Pin::Admin].into_iter().filter(|pin| self.tries(*pin) > 0);
        let all = roles.iter().flat_map(|role| pins().map(|pin| Way { pin, role: role.clone() }));
        all.filter(|way| !self.refused.contains(way)).collect()
    }

    /// The first that is not at its last try: the reset code can do nothing else, so it comes first.
    fn preset(&self) -> Option<Way> {
        let ways = self.ways();
        ways.iter().find(|way| self.tries(way.pin) > 1).or(ways.first()).cloned()
    }

    /// The one that was chosen, if it is still there, or else the one that is preset.
    pub(super) fn chosen_or_preset(&self) -> Option<Way> {
        self.chosen().or_else(|| self.preset())
    }

    /// It is chosen. A user PIN that the backup has for another Nitrokey is not for this one.
    pub(super) fn takes_way(&mut self, way: Option<Way>) {
        let role = |way: &Option<Way>| way.as_ref().and_then(|way| way.role.clone());
        if self.new_from == NewFrom::Backup && role(&way) != role(&self.way) {
            self.new = None;
        }
        (self.way, self.spends_last) = (way, false);
    }

    /// The Nitrokey has refused it. What was typed is typed again, what the backup has is not given again: perhaps it is
    /// another Nitrokey's, and so is the user PIN that stands beside it there.
    pub(super) fn refuses_way(&mut self) {
        let from_backup = self.from == CodeFrom::Backup;
        self.refused.extend(self.way.clone().filter(|_| from_backup));
        if self.new_from == NewFrom::Backup {
            self.new = None;
        }
        (self.typed, self.spends_last) = (None, false);
    }

    /// Whether it has refused something that the backup has.
    pub(super) fn was_refused(&self) -> bool {
        !self.refused.is_empty()
    }

    /// The one that was chosen.
    pub(super) fn chosen(&self) -> Option<Way> {
        let way = self.way.as_ref()?;
        self.ways().contains(way).then(|| way.clone())
    }

    /// Whether anything can set a new user PIN.
    pub(super) fn can_be_set(&self) -> bool {
        self.nitrokey.as_ref().is_some_and(can_be_set)
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
                let pins = self.known(role)?;
                if pin == Pin::Admin { pins.admin } else { pins.reset_code }
            }
        };
        Some(if pin == Pin::Admin { Sets::AdminPin(code) } else { Sets::ResetCode(code) })
    }

    /// Whether the last try may be spent.
    pub(super) fn last(&self) -> LastTry {
        if self.spends_last { LastTry::Spent } else { LastTry::Kept }
    }

    /// The user PIN that the backup has for it.
    pub(super) fn in_backup(&self) -> Option<SecretString> {
        self.known(&self.chosen().and_then(|way| way.role)?)?.user
    }

    /// A new one was set, and the Nitrokey has taken it.
    pub(super) fn was_set(&mut self) {
        self.unsure = None;
        self.set.extend(self.serial());
        self.last_set = self.new.take();
        self.typed = None;
    }
}

impl FlowState for ForgottenPin {
    fn loss(&self) -> Option<Key> {
        self.unsure.or_else(|| self.set.is_empty().then(|| self.loss_of_recovery()).flatten())
    }
}

impl Recovers for ForgottenPin {
    fn recovering(&self) -> &Recovering {
        &self.recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovering
    }

    fn forget_keys(&mut self) {
        self.refused.clear();
    }
}
