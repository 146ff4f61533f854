//! Before station 1, hold: each Nitrokey is plugged in once and only read; randomness is mixed.

use openpgp::crypto::mpi::PublicKey;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::CeremonyError;
use super::names::check_names;
use crate::machine::entropy::{Dice, Pool, Reseeded};
use crate::nitrokey::{self, Bus, Info, NitrokeyError};
use crate::openpgp::{Inventory, Places};
use crate::plan::{Algorithm, Plan, Role, Slot};

/// From the strongest on.
const RSA: [Algorithm; 3] = [Algorithm::Rsa4096, Algorithm::Rsa3072, Algorithm::Rsa2048];

/// A Nitrokey that was met, and what it is going to be.
#[derive(Debug, Clone)]
pub struct Met {
    /// What it is going to be.
    pub role: Role,
    /// What it says of itself.
    pub info: Info,
}

/// The Nitrokeys met so far. One that is not at hand yet may come later.
#[derive(Debug, Clone)]
pub struct Meeting {
    plan: Plan,
    /// What the plan said first.
    planned: Algorithm,
    met: Vec<Met>,
    /// Of keys that are brought along: the numbers of those that go into slots; `None` for what is made new.
    brought: Option<[Option<PublicKey>; 3]>,
}

impl Meeting {
    /// For new keys of the plan's algorithm.
    ///
    /// # Errors
    /// [`CeremonyError::NotPrintable`] names what cannot stand on a share card.
    pub fn new(plan: Plan) -> Result<Self, CeremonyError> {
        check_names(&plan)?;
        Ok(Meeting { planned: plan.algorithm, plan, met: Vec::new(), brought: None })
    }

    /// For keys that are brought along, and go where the owner has said.
    ///
    /// # Errors
    /// As [`Meeting::new`].
    pub fn bringing(plan: Plan, inventory: &Inventory, places: &Places) -> Result<Self, CeremonyError> {
        Ok(Meeting { brought: Some(inventory.numbers(places)), ..Meeting::new(plan)? })
    }

    /// The plan. If keys are brought along, its algorithm is one that every Nitrokey met so far takes.
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
        let Some(role) = self.plan.roles().into_iter().nth(self.met.len()) else {
            return Err(CeremonyError::TooMany { planned: self.plan.nitrokeys, serial });
        };
        nitrokey::takes_keys(&info)?;
        for (slot, numbers) in Slot::ALL.into_iter().zip(self.brought.iter().flatten()) {
            numbers.as_ref().map_or(Ok(()), |numbers| nitrokey::takes(&info, slot, numbers))?;
        }
        let algorithm = self.algorithm(&info)?;
        info.suits(self.plan.touch)?;
        self.plan.algorithm = algorithm;
        self.met.push(Met { role, info });
        Ok(&self.met[self.met.len() - 1])
    }

    /// The algorithm of what is made new, if this Nitrokey comes to those met so far. Keys that are brought along have
    /// another one already, so that theirs may be any that all Nitrokeys take: the planned one, or the nearest to it.
    fn algorithm(&self, info: &Info) -> Result<Algorithm, CeremonyError> {
        let planned = self.plan.algorithm;
        let of = |info: &Info, algorithm: &Algorithm| info.algorithms.contains(algorithm);
        let all = |algorithm: &Algorithm| {
            of(info, algorithm) && self.met.iter().all(|met| of(&met.info, algorithm))
        };
        let all_brought = self.brought.iter().flatten().all(Option::is_some) && self.brought.is_some();
        let others: &[Algorithm] = if self.brought.is_some() { Algorithm::ALL } else { &[] };
        let rsa = RSA.iter().filter(|_| RSA.contains(&planned));
        let near = rsa.chain(Algorithm::ALL).filter(|near| others.contains(near));
        match [planned].iter().chain(near).find(|algorithm| all(algorithm)) {
            Some(algorithm) => Ok(*algorithm),
            None if all_brought => Ok(planned),
            None if info.withheld.contains(&planned) => {
                Err(NitrokeyError::short_reader(info, Slot::Signature).into())
            }
            None => Err(NitrokeyError::algorithm(info, Slot::Signature, Some(planned.to_string())).into()),
        }
    }

    /// Takes back the one met last; its role is free again.
    pub fn unmeet(&mut self) {
        let met = std::mem::take(&mut self.met);
        let (Some((_, before)), planned) = (met.split_last(), self.planned) else { return };
        self.plan.algorithm = planned;
        // What is made new is again as it would be without that one; those before were taken once.
        for met in before {
            self.plan.algorithm = self.algorithm(&met.info).unwrap_or(planned);
            self.met.push(met.clone());
        }
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
