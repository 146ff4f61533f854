//! Steps 3 and 4: each Nitrokey is plugged in once and only read; randomness is mixed.

use zeroize::Zeroizing;

use super::CeremonyError;
use super::sheets::check_names;
use crate::machine::entropy::{Dice, Pool, Reseeded};
use crate::nitrokey::{self, Bus, Info, NitrokeyError};
use crate::plan::{Plan, Slot};

/// A Nitrokey that was met, and what it is going to be.
#[derive(Debug, Clone)]
pub struct Met {
    /// `primary`, `spare`, …
    pub role: String,
    /// What it says of itself.
    pub info: Info,
}

/// The Nitrokeys met so far. One that is not at hand yet may come later.
#[derive(Debug, Clone)]
pub struct Meeting {
    plan: Plan,
    met: Vec<Met>,
    imported: bool,
}

impl Meeting {
    /// For new keys of the plan's algorithm.
    ///
    /// # Errors
    /// [`CeremonyError::NotPrintable`] names what cannot stand on a share card.
    pub fn new(plan: Plan) -> Result<Self, CeremonyError> {
        check_names(&plan)?;
        Ok(Meeting { plan, met: Vec::new(), imported: false })
    }

    /// For an identity that will be imported: whether a Nitrokey takes its keys shows when they
    /// are known, still before anything is written.
    ///
    /// # Errors
    /// As [`Meeting::new`].
    pub fn for_import(plan: Plan) -> Result<Self, CeremonyError> {
        Ok(Meeting { imported: true, ..Meeting::new(plan)? })
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Those met so far, in the order of their roles.
    pub fn met(&self) -> &[Met] {
        &self.met
    }

    /// Meets a Nitrokey, as [`nitrokey::info`] or [`nitrokey::list`] has read it: it gets the next
    /// role, if it takes what is planned.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing was written.
    pub fn meet(&mut self, info: Info) -> Result<&Met, CeremonyError> {
        let serial = info.serial;
        if let Some(met) = self.met.iter().find(|met| met.info.serial == serial) {
            return Err(CeremonyError::AlreadyMet { serial, role: met.role.clone() });
        }
        if self.met.len() >= usize::from(self.plan.nitrokeys) {
            return Err(CeremonyError::TooMany { planned: self.plan.nitrokeys, serial });
        }
        nitrokey::takes_keys(&info)?;
        if !self.imported && !info.algorithms.contains(&self.plan.algorithm) {
            let wanted = Some(self.plan.algorithm.to_string());
            return Err(NitrokeyError::algorithm(&info, Slot::Signature, wanted).into());
        }
        info.suits(self.plan.touch)?;
        self.met.push(Met { role: Plan::role(self.met.len()), info });
        Ok(&self.met[self.met.len() - 1])
    }

    /// Takes back the one met last; its role is free again.
    pub fn unmeet(&mut self) {
        self.met.pop();
    }

    /// Mixes dice, typing and each plugged-in Nitrokey's own random bytes into the kernel's pool,
    /// then has the generators start afresh. Nitrokeys that are not plugged in just now are left
    /// out; so are those without a generator to ask. Returns how many took part.
    ///
    /// # Errors
    /// [`CeremonyError::Entropy`].
    pub fn mix(
        &self,
        bus: &dyn Bus,
        dice: Option<&Dice>,
        typed: &[u8],
    ) -> Result<(usize, Reseeded), CeremonyError> {
        let mut pool = Pool::open()?;
        pool.mix(dice.map_or(&[], Dice::bytes))?;
        pool.mix(typed)?;
        let serials: Vec<_> = self.met.iter().map(|met| met.info.serial).collect();
        let challenges: Vec<Zeroizing<Vec<u8>>> = nitrokey::challenges(bus, &serials)?;
        for bytes in &challenges {
            pool.mix(bytes)?;
        }
        Ok((challenges.len(), pool.reseed()?))
    }
}
