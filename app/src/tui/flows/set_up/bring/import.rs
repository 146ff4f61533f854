//! Keys that exist, and what is to become of them.

use std::sync::Arc;

use crate::ceremony::check_owner;
use crate::openpgp::{Fault, Goes, Inventory, OpenPgpError, Places, Standing};
use crate::plan::{Algorithm, Plan, PrimaryKey, Slot};
use crate::tui::kit::context::Context;
use crate::tui::kit::messages::Message;

/// Keys that exist, and what is to become of them. Of the file and its passphrase nothing is kept.
pub(in crate::tui::flows::set_up) struct Import {
    /// The file's name, as it may be shown.
    pub(in crate::tui::flows::set_up) name: String,
    /// All that was in the file.
    pub(in crate::tui::flows::set_up) inventory: Arc<Inventory>,
    /// Which key goes into which slot.
    pub(in crate::tui::flows::set_up) places: Places,
    /// Why the owner has to type a name, if so.
    pub(in crate::tui::flows::set_up) owner: Option<NoOwner>,
    /// Why the plan's own choice of slots is not the one that is shown.
    pub(in crate::tui::flows::set_up) refused: Option<Message>,
    /// Names, place of the primary key and algorithm, as the plan had them before these keys came.
    pub(in crate::tui::flows::set_up) before: (Vec<String>, PrimaryKey, Algorithm),
}

/// Why the key does not say whose it is.
pub(in crate::tui::flows::set_up) enum NoOwner {
    /// It has no user id, or one in which nothing stands: one is made.
    Nameless,
    /// Its own is longer than GnuPG reads.
    TooLong,
    /// Its own is for its owner alone.
    Local,
    /// It has user ids, but none that paper could show.
    NotOnPaper(String),
}

impl NoOwner {
    /// Why none of its user ids is valid.
    pub(in crate::tui::flows::set_up) fn of(inventory: &Inventory) -> Self {
        let local = inventory.user_ids().iter().any(|id| id.standing == Standing::Local);
        match (inventory.remains().names > 0, local) {
            (true, _) => NoOwner::TooLong,
            (false, true) => NoOwner::Local,
            (false, false) => NoOwner::Nameless,
        }
    }
}

impl Import {
    pub(in crate::tui::flows::set_up) fn of(
        name: String,
        inventory: Inventory,
        plan: &Plan,
        context: &Context,
    ) -> Result<Self, OpenPgpError> {
        let (places, refused) = match inventory.preset(plan) {
            Ok(places) => (places, None),
            Err(error @ OpenPgpError::Slot { .. }) => {
                let plan = Plan { slots: None, ..plan.clone() };
                (inventory.preset(&plan)?, Some(context.message(&error)))
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
    pub(in crate::tui::flows::set_up) fn yours(&self, slot: Slot) -> Option<&crate::openpgp::Part> {
        self.inventory.part(self.places[slot as usize].yours()?)
    }

    /// Which slots get a new key.
    pub(in crate::tui::flows::set_up) fn made_new(&self) -> impl Iterator<Item = Slot> {
        Slot::ALL.into_iter().filter(|slot| self.places[*slot as usize] == Goes::New)
    }

    /// Whether anything is made, so that it has to be said of what kind.
    pub(in crate::tui::flows::set_up) fn makes(&self) -> bool {
        self.inventory.is_new_identity() || self.made_new().next().is_some()
    }

    /// Whether anything gets a new date.
    pub(in crate::tui::flows::set_up) fn renews(&self, plan: &Plan) -> bool {
        self.inventory.mends(&self.places, plan).iter().any(|mend| mend.faults.contains(&Fault::Expired))
    }

    /// The algorithm that what is made new has at first.
    pub(in crate::tui::flows::set_up) fn algorithm(&self) -> Algorithm {
        self.inventory.algorithm()
    }

    /// Puts what was agreed into the plan: whose keys they are, and where the primary key lives.
    pub(in crate::tui::flows::set_up) fn agree(&self, plan: &mut Plan) {
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
    for id in valid.iter().filter(|id| with(id).checked_so_far().is_ok()) {
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
