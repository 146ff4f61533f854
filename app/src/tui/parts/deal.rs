//! Who gets share cards: how many there are, how many of them are needed, who gets which, and where it will be.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::ceremony::{CeremonyError, check_name};
use crate::language::Key;
use crate::plan::{Plan, Quorum, Trustee};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::Choose;

/// As `Plan::checked` allows.
const QUORUM: std::ops::RangeInclusive<u8> = 2..=16;

// The steps that a summary leads back to.
pub(in crate::tui) const CARDS: StepId = StepId::new("cards");
pub(in crate::tui) const TRUSTEES: StepId = StepId::new("trustees");
const NEEDED: StepId = StepId::new("needed");

/// A flow that deals share cards.
pub(in crate::tui) trait Deals {
    /// What is decided so far.
    fn draft(&self) -> &Plan;
    /// The same, to go on.
    fn draft_mut(&mut self) -> &mut Plan;
}

/// Keeps the quorum and its trustees in step.
fn set_quorum(state: &mut impl Deals, needed: u8, cards: u8) {
    let Ok(quorum) = Quorum::new(needed.min(cards).into(), cards.into()) else { return };
    state.draft_mut().quorum = quorum;
    let blank = || Trustee { name: String::new(), note: String::new() };
    state.draft_mut().trustees.resize_with(cards.into(), blank);
}

/// How many cards there are.
pub(in crate::tui) fn cards<S: Deals>() -> Choose<S> {
    let items = |_: &S, context: &Context| {
        let item = |n: u8| {
            Item::new(context.fill(key!("cards-n"), &[("n", n.into())]), context.say(key!("cards-note")))
        };
        QUORUM.map(item).collect()
    };
    let preset = |state: &S, _: &Context| usize::from(state.draft().quorum.cards() - QUORUM.start());
    let take = |state: &mut S, _: &mut Context, at: usize| {
        let cards = QUORUM.start() + u8::try_from(at).unwrap_or(0);
        let needed = state.draft().quorum.needed();
        set_quorum(state, needed, cards);
        StepOutcome::Next
    };
    Choose::new(CARDS, items, preset, take).counted(1)
}

/// How many of them bring everything back.
pub(in crate::tui) fn needed<S: Deals>() -> Choose<S> {
    let items = |state: &S, context: &Context| {
        let cards = state.draft().quorum.cards();
        let item = |k: u8| {
            let note = match k {
                k if k == cards => key!("needed-all"),
                2 => key!("needed-two"),
                _ => key!("needed-some"),
            };
            let values = [("k", k.into()), ("n", cards.into()), ("lost", (cards - k).into())];
            Item::new(context.fill(key!("needed-k"), &values), context.fill(note, &values))
        };
        (2..=cards).map(item).collect()
    };
    let preset = |state: &S, _: &Context| usize::from(state.draft().quorum.needed() - 2);
    let take = |state: &mut S, _: &mut Context, at: usize| {
        let cards = state.draft().quorum.cards();
        set_quorum(state, 2 + u8::try_from(at).unwrap_or(0), cards);
        StepOutcome::Next
    };
    Choose::new(NEEDED, items, preset, take).counted(1)
}

/// Who gets which.
pub(in crate::tui) fn trustees() -> Trustees {
    Trustees {
        id: TRUSTEES,
        label: key!("trustees-field"),
        field: "trustees.name",
        longest: 60,
        get: |trustee| &trustee.name,
        set: |trustee, text| trustee.name = text,
        form: Form::default(),
        problem: None,
    }
}

/// Where each will be.
pub(in crate::tui) fn notes() -> Trustees {
    Trustees {
        id: step!("notes"),
        label: key!("notes-field"),
        field: "trustees.note",
        longest: 200,
        get: |trustee| &trustee.note,
        set: |trustee, text| trustee.note = text,
        form: Form::default(),
        problem: None,
    }
}

/// A line for each trustee.
pub(in crate::tui) struct Trustees {
    id: StepId,
    label: Key,
    /// What the plan calls it.
    field: &'static str,
    longest: usize,
    get: fn(&Trustee) -> &String,
    set: fn(&mut Trustee, String),
    form: Form,
    problem: Option<Message>,
}

impl Trustees {
    /// The first line with something that the paper's font does not have.
    fn not_printable(&self, plan: &Plan) -> Option<(usize, CeremonyError)> {
        let line = |(at, trustee)| Some((at, check_name(self.field, (self.get)(trustee)).err()?));
        plan.trustees.iter().enumerate().find_map(line)
    }
}

impl<S: Deals> Step<S> for Trustees {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        let field = |trustee| Field::new(self.longest).with((self.get)(trustee));
        self.form = Form::new(state.draft().trustees.iter().map(field).collect());
        self.problem = None;
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        let each = state.draft().trustees.iter().zip(&self.form.fields).enumerate();
        each.fold(view, |view, (i, (trustee, field))| {
            let values = [("number", (i + 1).into()), ("name", trustee.name.clone().into())];
            view.field(context.fill(self.label, &values), field, i == self.form.at)
        })
        .problem(self.problem.as_ref())
        .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            if !self.form.key(key) {
                return StepOutcome::Unhandled;
            }
            // Kept as it is typed, so that going back loses nothing.
            for (trustee, field) in state.draft_mut().trustees.iter_mut().zip(&self.form.fields) {
                (self.set)(trustee, field.name());
            }
            self.problem = None;
            return StepOutcome::Handled;
        }
        if self.form.advance() {
            return StepOutcome::Handled;
        }
        let nameless = state.draft().trustees.iter().position(|trustee| trustee.name.is_empty());
        self.problem = match nameless {
            Some(at) => {
                self.form.at = at;
                let number = [("number", (at + 1).into())];
                Some(context.pair(pair!("trustees-empty"), &number))
            }
            None => match self.not_printable(state.draft()) {
                Some((at, error)) => {
                    self.form.at = at;
                    Some(context.message(&error))
                }
                None => state.draft().clone().checked().err().map(|error| context.message(&error)),
            },
        };
        if self.problem.is_none() { StepOutcome::Next } else { StepOutcome::Handled }
    }
}
