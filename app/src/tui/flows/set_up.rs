//! Set up keys: the first ceremony, in the order of its eleven stages.

mod begin;
mod bring;
mod cards;
mod end;
mod from_stick;
mod identity;
mod make;
mod meet;
mod pins;
mod policy;
mod random;
mod rehearsal;
mod seal;
mod summary;
mod vault;

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ceremony::{
    CardsProven, Handwritten, Made, Meeting, Printed, ReadBack, Sealed, SpotChecked, Written,
};
use crate::machine::entropy::Dice;
use crate::machine::sticks::Plugged;
use crate::paper::Paper;
use crate::paper::printer::Printer;
use crate::pins::Pins;
use crate::plan::Plan;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, Step};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::choose::When;
use crate::tui::parts::write::{Write, Writer, Writes};

/// How share cards come to paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Way {
    /// A printer at this computer.
    Printer,
    /// Files on a stick, printed elsewhere.
    Elsewhere,
    /// Copied from the screen by hand.
    ByHand,
}

/// The cards that were read back.
pub(in crate::tui) enum Cards {
    /// Each may be spot-checked by three words.
    Printed(ReadBack<Arc<Sealed>, Printed>),
    /// Each is typed whole.
    Handwritten(ReadBack<Arc<Sealed>, Handwritten>),
}

/// How the owner reads cards back.
#[derive(Debug, Default)]
pub(in crate::tui) struct Reads {
    /// By three words, unless a card is scanned.
    pub(in crate::tui) short: bool,
    /// The spot check is not enough: cards are read whole until a rehearsal from paper can be made.
    pub(in crate::tui) whole: bool,
}

/// All that comes together in this ceremony, in the order in which it does.
pub(in crate::tui) struct Setup {
    /// What the owner decides, as far as it is decided.
    pub(in crate::tui) plan: Plan,
    /// Whether the owner has a name yet; the plan begins with an example.
    pub(in crate::tui) named: bool,
    /// Whether the plan came from a file; then only its summary is shown.
    pub(in crate::tui) from_file: bool,
    /// Whether an existing identity is brought along.
    pub(in crate::tui) imports: bool,
    /// The existing identity.
    import: Option<bring::Import>,
    /// Whether seldom wanted things are asked for, too.
    pub(in crate::tui) more: bool,
    /// The Nitrokeys.
    pub(in crate::tui) meeting: Option<Meeting>,
    /// Rolls of dice.
    pub(in crate::tui) dice: Option<Dice>,
    /// Whatever the owner typed for its randomness.
    pub(in crate::tui) typed: Zeroizing<Vec<u8>>,
    /// How many Nitrokeys gave random bytes.
    pub(in crate::tui) mixed: Option<usize>,
    /// PINs that the owner typed, for each role.
    pub(in crate::tui) pins: Vec<Pins>,
    /// What is to be kept beside the keys: a name and a content each.
    pub(in crate::tui) vault: Vec<(String, Zeroizing<Vec<u8>>)>,
    /// Counts what went into the keys besides the plan: another number, other keys.
    pub(in crate::tui) version: u64,
    /// The version that the keys were made of.
    pub(in crate::tui) made_of: u64,
    /// The identity and the PINs.
    pub(in crate::tui) made: Option<Arc<Made>>,
    /// That the owner has the PINs of these keys.
    pub(in crate::tui) known: Option<pins::PinsKnown>,
    /// The sealed backup and the shares.
    pub(in crate::tui) sealed: Option<Arc<Sealed>>,
    /// How the cards come to paper, and to which.
    pub(in crate::tui) way: Way,
    /// The printer that was chosen.
    pub(in crate::tui) printer: Option<Printer>,
    /// The sticks on which the cards lie as files. The bundle must not come beside them.
    pub(in crate::tui) cards_on: Vec<Plugged>,
    /// The paper.
    pub(in crate::tui) paper: Paper,
    /// Whether the backup sheet is printed behind each card.
    pub(in crate::tui) behind: bool,
    /// How they are read back.
    pub(in crate::tui) reads: Reads,
    /// The cards read back so far.
    pub(in crate::tui) cards: Option<Cards>,
    /// All of them were.
    pub(in crate::tui) proven: Option<CardsProven>,
    /// The sticks with the bundle.
    pub(in crate::tui) written: Vec<(Written, Plugged)>,
    /// The backup works, but its paper was only spot-checked, and the owner has not said yes to that yet.
    pub(in crate::tui) spot_checked: Option<SpotChecked>,
    /// The way to the Nitrokeys.
    pub(in crate::tui) writer: Writer,
    /// Whether all is done.
    pub(in crate::tui) finished: bool,
}

impl Setup {
    /// Keys that were made of something else than what is decided now are no good; with them goes all that
    /// came after.
    pub(in crate::tui) fn is_stale(&self) -> bool {
        // What went where is in the plan that was made, and every change of it is counted here.
        let planned = |plan: &Plan| Plan { slots: None, ..plan.clone() };
        let another = |made: &Arc<Made>| planned(made.plan()) != planned(&self.plan);
        self.made.as_ref().is_some_and(another) || self.made.is_some() && self.made_of != self.version
    }

    /// Throws the keys away, and all that came of them.
    pub(in crate::tui) fn forget_keys(&mut self) {
        (self.made, self.sealed, self.cards, self.proven) = (None, None, None, None);
        (self.writer, self.spot_checked, self.finished) = (Writer::default(), None, false);
        (self.reads, self.known) = (Reads::default(), None);
        self.written.clear();
    }
}

/// The stages, if keys are brought along.
const BRINGING: [&str; 11] = {
    let mut stages = [""; 11];
    let mut at = 0;
    while at < stages.len() {
        stages[at] = <Setup as FlowState>::STAGES[at];
        at += 1;
    }
    stages[4] = "stage-bring";
    stages
};

impl FlowState for Setup {
    const NAME: &'static str = "setup";
    const STAGES: &'static [&'static str] = &[
        "stage-check",
        "stage-plan",
        "stage-meet",
        "stage-random",
        "stage-make",
        "stage-seal",
        "stage-cards",
        "stage-bundle",
        "stage-rehearse",
        "stage-flash",
        "stage-done",
    ];

    fn stages(&self) -> &'static [&'static str] {
        if self.imports { &BRINGING } else { Self::STAGES }
    }

    fn loss(&self) -> Option<&'static str> {
        match () {
            () if self.finished => None,
            () if !self.writer.proofs.is_empty() => Some("setup-loss-written"),
            () if self.cards.is_some() => Some("setup-loss-cards"),
            () if self.made.is_some() => Some("setup-loss-keys"),
            () => Some("setup-loss-plan"),
        }
    }
}

impl Writes for Setup {
    fn writer(&self) -> &Writer {
        &self.writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }
}

/// Begins with the self-check. `None` only if the plan with every default were none.
pub(in crate::tui) fn begin(context: &mut Context) -> Option<Box<dyn Screen>> {
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>").ok()?;
    plan.language = context.language().into();
    // Until the owner names them.
    plan.trustees.iter_mut().for_each(|trustee| trustee.name.clear());
    let state = Setup {
        plan,
        named: false,
        from_file: false,
        imports: false,
        import: None,
        more: false,
        meeting: None,
        dice: None,
        typed: Zeroizing::default(),
        mixed: None,
        pins: Vec::new(),
        vault: Vec::new(),
        version: 0,
        made_of: 0,
        made: None,
        known: None,
        sealed: None,
        way: Way::Printer,
        printer: None,
        cards_on: Vec::new(),
        paper: Paper::A4,
        behind: true,
        reads: Reads::default(),
        cards: None,
        proven: None,
        written: Vec::new(),
        spot_checked: None,
        writer: Writer::default(),
        finished: false,
    };
    Some(Flow::begin(state, steps(), context))
}

/// All steps in their order.
fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let mut steps = begin::steps();
    steps.extend(identity::steps());
    steps.extend(policy::steps());
    steps.extend(summary::steps());
    steps.extend(meet::steps());
    steps.push(bring::again());
    steps.extend(random::steps());
    steps.extend(make::steps());
    steps.push(seal::seal());
    steps.extend(cards::steps());
    steps.push(Box::<seal::Bundle>::default());
    steps.push(rehearsal::rehearse());
    steps.push(Box::<rehearsal::SpotCheck>::default());
    steps.push(Box::new(pins::show()));
    // Once it is written, whoever does not know its PIN needs the trustees.
    steps.push(When::new(Setup::knows_pins, Write::new(10)));
    steps.extend(end::steps());
    steps
}
