//! What a check has found so far.

use std::time::SystemTime;

use crate::backup::Manifest;
use crate::ceremony::{
    CardCame, CeremonyError, Findings, NitrokeyCame, NitrokeySeen, Recovered, Recovery, StickSeen,
};
use crate::language::Key;
use crate::nitrokey::{Info, NitrokeyError, Pin, Serial};
use crate::openpgp::{Carried, Published};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::recover::{Recovering, Recovers};

/// All of it.
#[derive(Default)]
pub(super) struct Yearly {
    recovering: Recovering,
    /// The list with which everything is compared, and the public key that has signed it.
    pub(super) backup: Option<Manifest>,
    pub(super) published: Option<Published>,
    /// The clock stands before the day on which that was.
    clock_is_behind: bool,
    /// The sticks that were looked at, by what tells them apart.
    pub(super) sticks: Vec<(String, Vec<StickSeen>)>,
    pub(super) cards: Vec<CardCame>,
    /// Whether the whole recovery is to be rehearsed.
    pub(super) recovers: bool,
    pub(super) nitrokeys: Vec<NitrokeySeen>,
    /// What was in the slots of each, by its serial.
    prints: Vec<(String, [Option<String>; 3])>,
    /// The roles that the opened backup names, and how they are called.
    roles: Vec<(Role, String)>,
    /// The report is to come onto a stick.
    pub(super) to_stick: bool,
    /// The folder and the stick where the report is.
    pub(super) written: Option<(String, String)>,
    /// What stands on the report that was printed or written.
    pub(super) reported: Option<Findings>,
    /// What its owner wants no report of.
    pub(super) goes_without: Option<Findings>,
}

impl Yearly {
    /// Takes a bundle, or that there is none. What was compared with another one counts no more.
    pub(super) fn takes(&mut self, recovery: Option<Recovery>) {
        let backup = recovery.as_ref().and_then(Recovery::manifest).cloned();
        if backup != self.backup {
            (self.sticks, self.cards, self.nitrokeys) = Default::default();
        }
        self.clock_is_behind = recovery.as_ref().is_some_and(|recovery| recovery.not_yet().is_some());
        self.published = recovery.as_ref().and_then(Recovery::published);
        self.backup = backup;
        match recovery {
            Some(_) => self.takes_bundle(recovery),
            None => self.put_aside(),
        }
    }

    /// Whether there are cards enough for the whole recovery.
    pub(super) fn can_recover(&self) -> bool {
        self.backup().is_some_and(|recovery| recovery.manifest().is_some() && recovery.missing() == 0)
    }

    /// The public key with which a Nitrokey is proven: what stands inside the backup wins.
    pub(super) fn public_key(&self) -> Option<Published> {
        let inside = self.back().map(|back| Published::new(back.identity().public()));
        inside.or_else(|| self.published.clone())
    }

    /// Whose keys are in these slots.
    pub(super) fn carried(&self, prints: &[Option<String>; 3]) -> Carried {
        match (self.back(), &self.published) {
            (Some(back), _) => back.identity().carried(prints),
            (None, Some(public_key)) => public_key.carried(prints),
            (None, None) => Carried::Nothing,
        }
    }

    /// Whether it was written for old mail, as far as its slots say that.
    pub(super) fn is_for_old_mail(&self, prints: &[Option<String>; 3]) -> bool {
        match (self.back(), &self.published) {
            (Some(back), _) => back.gave_pins_for_old_mail(prints).is_some(),
            (None, Some(public_key)) => public_key.is_for_old_mail(prints),
            (None, None) => false,
        }
    }

    /// What the opened backup says that a Nitrokey is.
    pub(super) fn named(&self, serial: Serial) -> Option<&Role> {
        self.back()?.role_of(serial)
    }

    /// What a Nitrokey is, if the backup was opened and says it, or if its owner has; else what alone is left for it.
    pub(super) fn role_of(&self, info: &Info) -> Option<Role> {
        let serial = info.serial.to_string();
        let said = || self.seen(info).and_then(|seen| seen.role.as_ref()).map(|(role, _)| role.clone());
        let left = || {
            let is_ours = self.carried(&info.fingerprints) != Carried::Nothing
                && !self.is_for_old_mail(&info.fingerprints);
            let back = self.back().filter(|_| is_ours)?;
            back.role_of_ours(info.serial).filter(|role| !self.has(role, &serial)).cloned()
        };
        self.named(info.serial).cloned().or_else(said).or_else(left)
    }

    /// Whether another Nitrokey than this one has this role.
    fn has(&self, role: &Role, but: &str) -> bool {
        let is_it = |seen: &NitrokeySeen| seen.role.as_ref().is_some_and(|(other, _)| other == role);
        self.nitrokeys.iter().any(|seen| seen.serial != but && is_it(seen))
    }

    /// The roles that no other Nitrokey has had yet in this check: spare, primary, and one more spare.
    pub(super) fn roles_left(&self, info: &Info) -> Vec<Role> {
        let serial = info.serial.to_string();
        let is_left = |role: &Role| !self.has(role, &serial);
        let more = (2..=u8::MAX).map(Role::nth).find(is_left);
        [Role::SPARE, Role::Primary].into_iter().filter(is_left).chain(more).collect()
    }

    /// Keeps what a Nitrokey has shown; what it showed before counts no more.
    pub(super) fn saw(&mut self, info: &Info, came: NitrokeyCame, context: &Context) {
        let serial = info.serial.to_string();
        let role = self.role_of(info).map(|role| (role.clone(), context.role(&role)));
        let said_by_owner =
            self.named(info.serial).is_none() && self.seen(info).is_some_and(|seen| seen.said_by_owner);
        let seen = NitrokeySeen { serial: serial.clone(), role, said_by_owner, came };
        self.prints.retain(|(other, _)| *other != serial);
        self.prints.push((serial, info.fingerprints.clone()));
        match self.nitrokeys.iter_mut().find(|before| before.serial == seen.serial) {
            Some(before) => *before = seen,
            None => self.nitrokeys.push(seen),
        }
    }

    /// What the backup says, if it was opened since, wins over what was said and seen of the Nitrokeys before.
    pub(super) fn knows(&mut self, context: &Context) {
        let named = |role: &Role| (role.clone(), context.role(role));
        let Some(back) = &self.recovering.back else { return self.roles.clear() };
        self.roles = back.made().pins().iter().map(|pins| named(&pins.role)).collect();
        for seen in &mut self.nitrokeys {
            let role = Serial::parse(&seen.serial).and_then(|serial| back.role_of(serial));
            let is_anothers =
                |(role, _): &(Role, String)| back.serial_of(role).is_some_and(|serial| serial != seen.serial);
            match role {
                Some(role) => (seen.role, seen.said_by_owner) = (Some(named(role)), false),
                None if seen.role.as_ref().is_some_and(is_anothers) => {
                    (seen.role, seen.said_by_owner) = (None, false);
                }
                None => {}
            }
            let prints = self.prints.iter().find(|(serial, _)| *serial == seen.serial);
            let is_old = prints.is_some_and(|(_, prints)| back.identity().carried(prints) != Carried::All);
            if seen.came == NitrokeyCame::Proven && is_old {
                seen.came = NitrokeyCame::OldKeys;
            }
            let is_for_old_mail =
                prints.is_some_and(|(_, prints)| back.gave_pins_for_old_mail(prints).is_some());
            // The backup knows what the public key alone had to guess.
            match seen.came {
                NitrokeyCame::OldKeys if is_for_old_mail => seen.came = NitrokeyCame::OldMail,
                NitrokeyCame::OldMail if !is_for_old_mail => seen.came = NitrokeyCame::OldKeys,
                _ => {}
            }
        }
    }

    /// What a Nitrokey has shown.
    pub(super) fn seen(&self, info: &Info) -> Option<&NitrokeySeen> {
        let serial = info.serial.to_string();
        self.nitrokeys.iter().find(|seen| seen.serial == serial)
    }

    /// Whether there is a report that says all that was found.
    pub(super) fn is_reported(&self) -> bool {
        self.reported.as_ref().is_some_and(|reported| reported.says_the_same(&self.findings()))
    }

    /// All that was found, as of now.
    pub(super) fn findings(&self) -> Findings {
        let recovered = match (self.back(), &self.recovering.refused) {
            (Some(_), _) => Recovered::Yes,
            (None, Some(_)) => Recovered::Failed,
            (None, None) => Recovered::Not,
        };
        // What stands inside the backup wins.
        let inside = self.back().map(|back| back.identity().expires());
        let revoked = self.published.as_ref().and_then(Published::revoked);
        let expires = inside.unwrap_or_else(|| self.published.as_ref().and_then(Published::expires));
        Findings {
            today: SystemTime::now(),
            program: env!("CARGO_PKG_VERSION"),
            backup: self.backup.clone(),
            clock_is_behind: self.clock_is_behind,
            sticks: self.sticks.iter().flat_map(|(_, seen)| seen.clone()).collect(),
            cards: self.cards.clone(),
            recovered,
            is_contradicted: self.back().is_some_and(|back| back.made().contradicted().is_some()),
            nitrokeys: self.nitrokeys.clone(),
            roles: self.roles.clone(),
            revoked,
            expires,
        }
    }
}

/// What a Nitrokey has shown, if this came of it; `None`: it was pulled out, and has shown nothing.
pub(super) fn came_of(error: &CeremonyError, context: &Context) -> Option<NitrokeyCame> {
    Some(match error {
        CeremonyError::Nitrokey(NitrokeyError::WrongPin { pin: Pin::User, left: 0, .. })
        | CeremonyError::Nitrokey(NitrokeyError::Blocked { .. }) => NitrokeyCame::Blocked,
        CeremonyError::Nitrokey(NitrokeyError::WrongPin { left, .. }) => {
            NitrokeyCame::WrongPin { left: *left }
        }
        CeremonyError::Nitrokey(NitrokeyError::LastTry { .. }) => NitrokeyCame::LastTry,
        CeremonyError::Nitrokey(NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. }) => {
            return None;
        }
        error => NitrokeyCame::Failed(context.message(error).happened),
    })
}

impl FlowState for Yearly {
    fn loss(&self) -> Option<Key> {
        let has_read = !self.sticks.is_empty() || !self.cards.is_empty();
        let has_found = has_read || !self.nitrokeys.is_empty() || self.back().is_some();
        let is_let_go = |findings: &Findings| findings.says_the_same(&self.findings());
        let is_kept = self.is_reported() || self.goes_without.as_ref().is_some_and(is_let_go);
        (has_found && !is_kept).then_some(key!("yearly-loss"))
    }
}

impl Recovers for Yearly {
    fn recovering(&self) -> &Recovering {
        &self.recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovering
    }

    fn forget_keys(&mut self) {}
}
