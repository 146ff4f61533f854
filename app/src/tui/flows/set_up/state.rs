//! All that comes together when keys are set up.

use std::sync::Arc;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::bring::import::Import;
use crate::ceremony::{Made, Meeting};
use crate::language::Key;
use crate::machine::entropy::Dice;
use crate::nitrokey::Serial;
use crate::pins::Pins;
use crate::plan::{PinPolicy, Plan, Role};
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::deal::Deals;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::paper::state::{PaperRun, Prints};
use crate::tui::parts::rehearse::Rehearses;
use crate::tui::parts::seal::{SealRun, Seals, Under};
use crate::tui::parts::write::{Writer, Writes};

/// What the owner decides, and how it is asked.
pub(super) struct Draft {
    /// As far as it is decided.
    pub(super) plan: Plan,
    /// Whether the owner has a name yet; the plan begins with an example.
    pub(super) named: bool,
    /// Whether the plan came from a file; then only its summary is shown.
    pub(super) from_file: bool,
    /// Whether only that is asked which has no preset, and it goes on by itself where nothing is to be decided.
    pub(super) short: bool,
    /// Whether an existing identity is brought along.
    pub(super) imports: bool,
    /// The existing identity.
    pub(super) import: Option<Import>,
    /// Whether seldom wanted things are asked for, too.
    pub(super) more: bool,
}

impl Draft {
    fn of(plan: Plan) -> Self {
        let (named, from_file, short, imports, more) = (false, false, true, false, false);
        Draft { plan, named, from_file, short, imports, import: None, more }
    }
}

/// What goes into the keys besides the plan.
#[derive(Default)]
pub(super) struct Inputs {
    /// Rolls of dice.
    pub(super) dice: Option<Dice>,
    /// Whatever the owner typed for its randomness.
    pub(super) typed: Zeroizing<Vec<u8>>,
    /// How many Nitrokeys gave random bytes.
    pub(super) mixed: Option<usize>,
    /// PINs that the owner typed, for each role.
    pub(super) pins: Vec<Pins>,
    /// What is to be kept beside the keys: a name and a content each.
    pub(super) vault: Vec<(String, Zeroizing<Vec<u8>>)>,
    /// How often they were changed.
    changes: u64,
    /// As often as that when keys were made of them.
    made_of: u64,
}

impl Inputs {
    /// They are others than before.
    pub(super) fn change(&mut self) {
        self.changes += 1;
    }

    /// Keys are made of them as they are now.
    pub(super) fn are_used(&mut self) {
        self.made_of = self.changes;
    }

    /// Whether keys that were made of them would be others today.
    pub(super) fn have_changed(&self) -> bool {
        self.made_of != self.changes
    }
}

/// All that comes together in this ceremony, in the order in which it does.
pub(super) struct Setup {
    /// What the owner decides.
    pub(super) draft: Draft,
    /// The Nitrokeys.
    pub(super) meeting: Option<Meeting>,
    /// What goes into the keys besides that.
    pub(super) inputs: Inputs,
    /// The identity and the PINs; sealed, and on sticks.
    pub(super) seal: SealRun,
    /// That the owner has the PINs of these keys.
    pub(super) known: Option<PinsKnown>,
    /// The share cards, on paper and read back.
    pub(super) paper: PaperRun,
    /// The way to the Nitrokeys.
    pub(super) writer: Writer,
    /// Whether all is done.
    pub(super) finished: bool,
}

impl Setup {
    /// `None` only if the plan with every default were none.
    pub(super) fn new(language: &str) -> Option<Self> {
        let mut plan = Plan::new("Ada Lovelace <ada@example.org>").ok()?;
        plan.language = language.into();
        // Until the owner names them.
        plan.trustees.iter_mut().for_each(|trustee| trustee.name.clear());
        Some(Setup {
            draft: Draft::of(plan),
            meeting: None,
            inputs: Inputs::default(),
            seal: SealRun::default(),
            known: None,
            paper: PaperRun::default(),
            writer: Writer::default(),
            finished: false,
        })
    }

    /// Keys that were made of something else than what is decided now are no good; with them goes all that
    /// came after.
    pub(super) fn is_stale(&self) -> bool {
        // What went where is in the plan that was made, and every change of it is counted here.
        let planned = |plan: &Plan| Plan { slots: None, ..plan.clone() };
        let another = |made: &Arc<Made>| planned(made.plan()) != planned(&self.draft.plan);
        self.seal.made.as_ref().is_some_and(another) || self.seal.made.is_some() && self.inputs.have_changed()
    }

    /// Whether the plan is typed here, and not read from a file.
    pub(super) fn is_typed(&self) -> bool {
        !self.draft.from_file
    }

    /// Whether only that is asked which has no preset.
    pub(super) fn is_short(&self) -> bool {
        self.is_typed() && self.draft.short
    }

    /// What was decided on another way is as it is preset, but for names, and for how many cards there are of how many.
    pub(super) fn presets(&mut self) {
        if self.is_short() {
            return;
        }
        let Some(Setup { draft: Draft { plan: preset, .. }, .. }) = Setup::new(&self.draft.plan.language)
        else {
            return;
        };
        let Plan { user_ids, quorum, trustees, .. } = self.draft.plan.clone();
        self.draft.plan = Plan { user_ids, quorum, trustees, ..preset };
        if self.inputs.dice.take().is_some() {
            self.inputs.change();
        }
        (self.paper.behind, self.seal.sticks) = (PaperRun::default().behind, SealRun::default().sticks);
    }

    /// Whether what has a preset is asked as well.
    pub(super) fn asks_all(&self) -> bool {
        self.is_typed() && !self.draft.short
    }

    /// Whether what is seldom wanted is asked for.
    pub(super) fn asks_for_more(&self) -> bool {
        self.asks_all() && self.draft.more
    }

    /// Whether the owner's name is asked for: keys that are brought along say whose they are.
    pub(super) fn asks_for_the_owner(&self) -> bool {
        self.is_typed() && self.brought().is_none_or(|import| import.owner.is_some())
    }

    /// Whether it is to be said of what kind keys are: those that exist have their algorithm.
    pub(super) fn asks_for_the_algorithm(&self) -> bool {
        self.asks_all() && self.brought().is_none_or(Import::makes)
    }

    /// Whether it is to be said how long keys last: those that exist have their date, as long as it is not over.
    pub(super) fn asks_for_the_expiry(&self) -> bool {
        let dated = |import: &Import| import.makes() || import.renews(&self.draft.plan);
        self.asks_all() && self.brought().is_none_or(dated)
    }

    /// Whether nothing was brought but a decryption key.
    pub(super) fn brings_one_key_alone(&self) -> bool {
        self.brought().is_some_and(|import| import.inventory.is_new_identity())
    }

    /// Whether a Nitrokey that was met has changed what goes where.
    pub(super) fn goes_elsewhere(&self) -> bool {
        let met = self.meeting.as_ref().map(|meeting| meeting.plan().algorithm);
        self.brought().is_some() && met.is_some_and(|algorithm| algorithm != self.draft.plan.algorithm)
    }

    /// Whether there are PINs that nobody has seen.
    pub(super) fn has_unseen_pins(&self) -> bool {
        !self.unseen().is_empty()
    }

    /// Whether Nitrokeys may be written.
    pub(super) fn may_write(&self) -> bool {
        self.writer.rehearsed.is_some() && self.knows_pins()
    }

    /// Throws the keys away, and all that came of them.
    pub(super) fn forget_keys(&mut self) {
        match self.writer.begun {
            true => self.seal.begin_anew(),
            false => self.seal.forget_keys(),
        }
        self.paper.forget_cards();
        (self.writer, self.known, self.finished) = (Writer::default(), None, false);
    }
}

impl FlowState for Setup {
    fn loss(&self) -> Option<Key> {
        match () {
            () if self.finished => None,
            () if !self.writer.proofs.is_empty() => Some(key!("setup-loss-written")),
            () if self.paper.cards.is_some() => Some(key!("setup-loss-cards")),
            () if self.seal.made.is_some() => Some(key!("setup-loss-keys")),
            () => Some(key!("setup-loss-plan")),
        }
    }
}

impl Deals for Setup {
    fn draft(&self) -> &Plan {
        &self.draft.plan
    }

    fn draft_mut(&mut self) -> &mut Plan {
        &mut self.draft.plan
    }
}

impl Seals for Setup {
    fn seal_run(&self) -> &SealRun {
        &self.seal
    }

    fn seal_run_mut(&mut self) -> &mut SealRun {
        &mut self.seal
    }

    fn plan(&self) -> &Plan {
        &self.draft.plan
    }

    fn under(&self) -> Under {
        Under::NewKey
    }
}

impl Prints for Setup {
    fn paper(&self) -> &PaperRun {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut PaperRun {
        &mut self.paper
    }

    fn goes_on(&self) -> bool {
        self.is_short()
    }
}

impl Rehearses for Setup {
    /// Those that were met, in the order of their roles.
    fn roles_to_write(&self) -> Vec<(Role, Option<Serial>)> {
        let met = self.meeting.iter().flat_map(|meeting| meeting.met());
        let serials = met.map(|met| Some(met.info.serial)).chain(std::iter::repeat(None));
        self.draft.plan.roles().into_iter().zip(serials).collect()
    }
}

impl Writes for Setup {
    fn writer(&self) -> &Writer {
        &self.writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }

    fn asks_by_itself(&self) -> bool {
        self.is_short()
    }
}

impl Setup {
    /// Goes without the keys that were brought: the plan is as it was before them.
    pub(super) fn forget_import(&mut self) {
        if let Some(Import { before: (user_ids, primary_key, algorithm), .. }) = self.draft.import.take() {
            let plan = &mut self.draft.plan;
            (plan.user_ids, plan.primary_key, plan.algorithm) = (user_ids, primary_key, algorithm);
        }
    }

    /// The keys that are brought along, if some are.
    pub(super) fn brought(&self) -> Option<&Import> {
        self.draft.import.as_ref().filter(|_| self.draft.imports)
    }
}

/// The owner has typed them, has seen them, or has them on paper. Nobody makes one up: it comes from where that
/// happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PinsKnown(());

impl Setup {
    /// They were on the screen, or came out of the printer.
    pub(super) fn pins_are_known(&mut self) {
        self.known = self.seal.made.as_ref().map(|_| PinsKnown(()));
    }

    /// Whether the owner has them. Without that no Nitrokey is written, and the ceremony does not end.
    pub(super) fn knows_pins(&self) -> bool {
        self.draft.plan.pins == PinPolicy::Typed || self.known.is_some()
    }
}

impl MakesPins for Setup {
    fn unseen(&self) -> Vec<(Role, Pins<Option<SecretString>>)> {
        let made = self.seal.made.iter().filter(|_| !self.knows_pins());
        let all = made.flat_map(|made| made.pins());
        all.map(|key| (key.role.clone(), key.pins.clone())).collect()
    }

    fn have_seen(&mut self) {
        self.pins_are_known();
    }
}
