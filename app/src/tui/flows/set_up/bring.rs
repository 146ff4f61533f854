//! Stage 2, keys that exist: a file is opened when it is chosen, and what goes where is shown before anything else.

mod again;
mod ask;
mod file;
mod places;
mod read;
mod words;

use std::sync::Arc;

use super::Setup;
use super::policy::fault;
use crate::ceremony::check_owner;
use crate::openpgp::{Fault, Goes, Inventory, OpenPgpError, Places, Standing};
use crate::plan::{Algorithm, Plan, PrimaryKey, Slot};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::Step;
use crate::tui::kit::messages::Told;

pub(super) use again::again;
pub(super) use read::ON_A_NITROKEY;
pub(super) use words::{line, slots};

/// Keys that exist, and what is to become of them. Of the file and its passphrase nothing is kept.
pub(super) struct Import {
    /// The file's name, as it may be shown.
    pub(super) name: String,
    /// All that was in it.
    pub(super) inventory: Arc<Inventory>,
    /// What goes where.
    pub(super) places: Places,
    /// Why a name has to be typed, if it has to be.
    pub(super) owner: Option<NoOwner>,
    /// Why the plan's own choice is not what is shown.
    refused: Option<Told>,
    /// What the plan said before it was told of these keys.
    before: (Vec<String>, PrimaryKey, Algorithm),
}

/// Why the key does not say whose it is.
pub(super) enum NoOwner {
    /// It has no user id, or one in which nothing stands: one is made.
    Nameless,
    /// Its own is longer than GnuPG reads.
    TooLong,
    /// Its own is for its owner alone.
    Local,
    /// It has, but none that paper could show.
    NotOnPaper(String),
}

impl NoOwner {
    /// Why none is valid.
    fn of(inventory: &Inventory) -> Self {
        let local = inventory.user_ids().iter().any(|id| id.standing == Standing::Local);
        match (inventory.remains().names > 0, local) {
            (true, _) => NoOwner::TooLong,
            (false, true) => NoOwner::Local,
            (false, false) => NoOwner::Nameless,
        }
    }
}

impl Import {
    fn of(name: String, inventory: Inventory, plan: &Plan, context: &Context) -> Result<Self, OpenPgpError> {
        let (places, refused) = match inventory.preset(plan) {
            Ok(places) => (places, None),
            Err(error @ OpenPgpError::Slot { .. }) => {
                let plan = Plan { slots: None, ..plan.clone() };
                (inventory.preset(&plan)?, Some(context.tell(&error)))
            }
            Err(error) => return Err(error),
        };
        let (names, first) = names(&inventory, plan);
        let owner = match first {
            Some(first) if names.is_empty() => Some(NoOwner::NotOnPaper(first)),
            None => Some(NoOwner::of(&inventory)),
            Some(_) => None,
        };
        let before = (plan.user_ids.clone(), plan.primary_key, plan.algorithm);
        Ok(Import { name, inventory: Arc::new(inventory), places, owner, refused, before })
    }

    /// What is in the slot, if it is one of the owner's keys.
    fn yours(&self, slot: Slot) -> Option<&crate::openpgp::Part> {
        self.inventory.part(self.places[slot as usize].yours()?)
    }

    /// Which slots get a new key.
    pub(super) fn made_new(&self) -> impl Iterator<Item = Slot> {
        Slot::ALL.into_iter().filter(|slot| self.places[*slot as usize] == Goes::New)
    }

    /// Whether anything is made, so that it has to be said of what kind.
    pub(super) fn makes(&self) -> bool {
        self.inventory.is_new_identity() || self.made_new().next().is_some()
    }

    /// Whether anything gets a new date.
    pub(super) fn renews(&self, plan: &Plan) -> bool {
        self.inventory.mends(&self.places, plan).iter().any(|mend| mend.faults.contains(&Fault::Expired))
    }

    /// The algorithm that what is made new has at first.
    pub(super) fn algorithm(&self) -> Algorithm {
        self.inventory.algorithm()
    }

    /// Puts what was agreed into the plan: whose keys they are, and where the primary key lives.
    fn agree(&self, plan: &mut Plan) {
        let (names, _) = names(&self.inventory, plan);
        if !names.is_empty() {
            plan.user_ids = names;
        }
        plan.primary_key = match self.yours(Slot::Signature).is_some_and(|part| part.primary) {
            true => PrimaryKey::SignatureSlot,
            false => PrimaryKey::Offline,
        };
    }
}

/// The user ids that a plan takes, one that can be printed in front; and the key's own first one, whatever it is. None,
/// if none can be printed.
fn names(inventory: &Inventory, plan: &Plan) -> (Vec<String>, Option<String>) {
    let valid =
        inventory.user_ids().into_iter().filter(|id| id.standing == Standing::Valid).map(|id| id.text);
    let valid: Vec<String> = valid.collect();
    let with = |id: &String| Plan { user_ids: vec![id.clone()], ..plan.clone() };
    let mut names: Vec<String> = Vec::new();
    for id in valid.iter().filter(|id| fault(&with(id)).is_none()) {
        if !names.contains(id) {
            names.push(id.clone());
        }
    }
    let first = valid.into_iter().next();
    match names.iter().position(|id| check_owner(&with(id)).is_ok()) {
        Some(at) => {
            let printable = names.remove(at);
            names.insert(0, printable);
            (names, first)
        }
        None => (Vec::new(), first),
    }
}

impl Setup {
    /// Goes without the keys that were brought: the plan is as it was before them.
    pub(super) fn forget_import(&mut self) {
        if let Some(Import { before: (user_ids, primary_key, algorithm), .. }) = self.import.take() {
            let plan = &mut self.plan;
            (plan.user_ids, plan.primary_key, plan.algorithm) = (user_ids, primary_key, algorithm);
        }
    }

    /// The keys that are brought along, if some are.
    pub(super) fn brought(&self) -> Option<&Import> {
        self.import.as_ref().filter(|_| self.imports)
    }
}

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let mut steps = read::before();
    steps.push(Box::new(file::KeyFile::default()));
    steps.extend(read::behind());
    steps.push(Box::<places::Where>::default());
    steps
}
