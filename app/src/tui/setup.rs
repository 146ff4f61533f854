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

use super::app::Screen;
use super::desk::Desk;
use super::flow::{Flow, Step, Story};
use super::steps::When;
use super::write::{Write, Writer, Writes};
use crate::ceremony::{
    CardsProven, Handwritten, Made, Meeting, Printed, ReadBack, Sealed, SpotChecked, Written,
};
use crate::machine::entropy::Dice;
use crate::machine::sticks::Plugged;
use crate::paper::Paper;
use crate::paper::printer::Printer;
use crate::pins::Pins;
use crate::plan::Plan;

/// How share cards come to paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A printer at this computer.
    Printer,
    /// Files on a stick, printed elsewhere.
    Elsewhere,
    /// Copied from the screen by hand.
    ByHand,
}

/// The cards that were read back.
pub(super) enum Cards {
    /// Each may be spot-checked by three words.
    Printed(ReadBack<Arc<Sealed>, Printed>),
    /// Each is typed whole.
    Handwritten(ReadBack<Arc<Sealed>, Handwritten>),
}

/// How the owner reads cards back.
#[derive(Debug, Default)]
pub(super) struct Reads {
    /// By three words, unless a card is scanned.
    pub(super) short: bool,
    /// The spot check is not enough: cards are read whole until a rehearsal from paper can be made.
    pub(super) whole: bool,
}

/// All that comes together in this ceremony, in the order in which it does.
pub(super) struct Setup {
    /// What the owner decides, as far as it is decided.
    pub(super) plan: Plan,
    /// Whether the owner has a name yet; the plan begins with an example.
    pub(super) named: bool,
    /// Whether the plan came from a file; then only its summary is shown.
    pub(super) from_file: bool,
    /// Whether an existing identity is brought along.
    pub(super) imports: bool,
    /// The existing identity.
    import: Option<bring::Import>,
    /// Whether seldom wanted things are asked for, too.
    pub(super) more: bool,
    /// The Nitrokeys.
    pub(super) meeting: Option<Meeting>,
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
    /// Counts what went into the keys besides the plan: another number, other keys.
    pub(super) version: u64,
    /// The version that the keys were made of.
    pub(super) made_of: u64,
    /// The identity and the PINs.
    pub(super) made: Option<Arc<Made>>,
    /// That the owner has the PINs of these keys.
    pub(super) known: Option<pins::PinsKnown>,
    /// The sealed backup and the shares.
    pub(super) sealed: Option<Arc<Sealed>>,
    /// How the cards come to paper, and to which.
    pub(super) way: Way,
    /// The printer that was chosen.
    pub(super) printer: Option<Printer>,
    /// The sticks on which the cards lie as files. The bundle must not come beside them.
    pub(super) cards_on: Vec<Plugged>,
    /// The paper.
    pub(super) paper: Paper,
    /// Whether the backup sheet is printed behind each card.
    pub(super) behind: bool,
    /// How they are read back.
    pub(super) reads: Reads,
    /// The cards read back so far.
    pub(super) cards: Option<Cards>,
    /// All of them were.
    pub(super) proven: Option<CardsProven>,
    /// The sticks with the bundle.
    pub(super) written: Vec<(Written, Plugged)>,
    /// The backup works, but its paper was only spot-checked, and the owner has not said yes to that yet.
    pub(super) spot_checked: Option<SpotChecked>,
    /// The way to the Nitrokeys.
    pub(super) writer: Writer,
    /// Whether all is done.
    pub(super) finished: bool,
}

impl Setup {
    /// Keys that were made of something else than what is decided now are no good; with them goes all that
    /// came after.
    pub(super) fn is_stale(&self) -> bool {
        // What went where is in the plan that was made, and every change of it is counted here.
        let planned = |plan: &Plan| Plan { slots: None, ..plan.clone() };
        let another = |made: &Arc<Made>| planned(made.plan()) != planned(&self.plan);
        self.made.as_ref().is_some_and(another) || self.made.is_some() && self.made_of != self.version
    }

    /// Throws the keys away, and all that came of them.
    pub(super) fn forget_keys(&mut self) {
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
        stages[at] = <Setup as Story>::STAGES[at];
        at += 1;
    }
    stages[4] = "stage-bring";
    stages
};

impl Story for Setup {
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
pub(super) fn begin(desk: &mut Desk) -> Option<Box<dyn Screen>> {
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>").ok()?;
    plan.language = desk.language().into();
    // Until the owner names them.
    plan.trustees.iter_mut().for_each(|trustee| trustee.name.clear());
    let story = Setup {
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
    Some(Flow::begin(story, steps(), desk))
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
