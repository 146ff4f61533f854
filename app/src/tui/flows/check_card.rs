//! Check a card: one card alone, years later, with nobody else present. With the stick it is compared with
//! the list of what was printed; without it, it can only be said that it was read without a mistake, and of words not
//! even that.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::backup::Manifest;
use crate::ceremony::Recovery;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, Step, StepId, StepOutcome, Table};
use crate::tui::kit::messages::{Message, fingerprint, owners};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::card::{Came, Mending, unknown};
use crate::tui::parts::checked::{Checked, inspect, of_another_set};
use crate::tui::parts::choose::{Choose, answers};
use crate::tui::parts::clock::Clock;
use crate::tui::parts::find_bundle::FindBundle;

#[derive(Default)]
struct Checking {
    recovery: Option<Recovery>,
    checked: Option<Checked>,
}

impl Checking {
    fn manifest(&self) -> Option<&Manifest> {
        self.recovery.as_ref().and_then(Recovery::manifest)
    }
}

impl FlowState for Checking {}

/// The date, the stick, a card, what can be said of it; then the next card.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    let bundle = FindBundle::new(step!("check-bundle"), |state: &mut Checking, recovery| {
        state.recovery = recovery;
    });
    let card = Card { entry: Mending::new(), problem: None };
    let table = Table::new()
        .step(Clock::of_old_keys())
        .step(bundle.or(noted!("check-bundle-without")))
        .step(card)
        .step(verdict());
    Flow::begin(key!("check"), Checking::default(), table, context)
}

/// A card is read.
const CARD: StepId = StepId::new("check-card");

/// The step.
struct Card {
    entry: Mending,
    problem: Option<Message>,
}

impl Card {
    /// What came of a key, or of a search.
    fn came(&mut self, came: Came, state: &mut Checking, context: &Context) -> StepOutcome {
        let (typed, mended) = match came {
            Came::No => return StepOutcome::Unhandled,
            Came::Typing => {
                self.problem = None;
                return StepOutcome::Handled;
            }
            Came::Card { typed, mended } => (typed, mended),
            Came::Problem(message) => {
                self.problem = Some(message);
                return StepOutcome::Handled;
            }
            Came::Readings(readings) => {
                self.problem = Some(unknown(context, &readings));
                return StepOutcome::Handled;
            }
        };
        match inspect(state.manifest(), &typed) {
            Ok(checked) => {
                state.checked = Some(match checked {
                    Checked::Good { card } if mended => Checked::Mended { card },
                    checked => checked,
                });
                self.entry.clear();
                StepOutcome::Next
            }
            // One word may be another one, or two are swapped.
            Err(error) if self.entry.looks_near(&typed, &error, state.manifest(), context) => {
                StepOutcome::Handled
            }
            Err(error) => {
                self.problem = Some(of_another_set(&error, state.manifest(), context));
                StepOutcome::Handled
            }
        }
    }
}

impl Step<Checking> for Card {
    fn id(&self) -> StepId {
        CARD
    }

    fn enter(&mut self, state: &mut Checking, _: &mut Context) {
        (self.problem, state.checked) = (None, None);
    }

    fn view(&self, state: &Checking, context: &Context) -> View {
        let text = match state.manifest() {
            Some(manifest) => {
                let owner = owners(manifest.user_ids.get(..1).unwrap_or_default());
                let set = manifest.set.to_string();
                context.fill(key!("check-card-text"), &[("owner", owner.into()), ("set", set.into())])
            }
            None => context.say(key!("check-card-text-alone")),
        };
        let view = self.entry.view(context, View::new(context.say(key!("check-card"))).text(text));
        let enter = self.entry.enter(context).unwrap_or_else(|| context.say(key!("entry-take")));
        view.problem(self.problem.as_ref()).enter(enter)
    }

    fn key(&mut self, key: KeyEvent, state: &mut Checking, context: &mut Context) -> StepOutcome {
        match self.entry.key(key, state.manifest(), context) {
            Came::No if key.code == KeyCode::Enter => StepOutcome::Handled,
            came => self.came(came, state, context),
        }
    }

    fn on_event(&mut self, state: &mut Checking, context: &mut Context) -> StepOutcome {
        let came = self.entry.poll(context);
        self.came(came, state, context)
    }

    fn is_busy(&self) -> bool {
        self.entry.is_busy()
    }
}

/// What can be said of the card.
const RESULT: StepId = StepId::of(key!("check-result"), key!("check-alone"), key!("check-result-help"));

/// What can be said of the card; then the next card.
fn verdict() -> Choose<Checking> {
    let items = |_: &Checking, context: &Context| {
        answers(context, &[noted!("check-result-next"), noted!("check-result-home")])
    };
    let take = |_: &mut Checking, _: &mut Context, at| {
        if at == 0 { StepOutcome::To(CARD) } else { StepOutcome::Home }
    };
    Choose::new(RESULT, items, |_, _| 0, take).showing(Checking::said)
}

impl Checking {
    /// What can be said of the card.
    fn said(&self, context: &Context) -> View {
        let view = View::new(context.say(key!("check-result"))).enter(context.say(key!("key-choose")));
        match (&self.checked, self.manifest()) {
            (Some(Checked::Good { card }), Some(manifest)) => view
                .good(context.fill(
                    key!("check-good"),
                    &[
                        ("card", (*card).into()),
                        ("cards", manifest.quorum.cards().into()),
                        ("set", manifest.set.to_string().into()),
                        ("sealing", manifest.sealing.to_string().into()),
                        ("day", context.texts().day(&manifest.moment.day()).into()),
                    ],
                ))
                .text(context.fill(key!("check-good-owner"), &[("owner", owners(&manifest.user_ids).into())]))
                .lines(vec![context.say(key!("fingerprint-compare")), fingerprint(&manifest.fingerprint)]),
            (Some(Checked::Mended { card }), Some(manifest)) => view
                .warning(context.fill(
                    key!("check-mended"),
                    &[
                        ("card", (*card).into()),
                        ("cards", manifest.quorum.cards().into()),
                        ("set", manifest.set.to_string().into()),
                    ],
                ))
                .text(context.say(key!("check-mended-now")))
                .lines(vec![context.say(key!("fingerprint-compare")), fingerprint(&manifest.fingerprint)]),
            (Some(Checked::Code { card, cards, set }), _) => view
                .good(context.fill(
                    key!("check-claims"),
                    &[("card", (*card).into()), ("cards", (*cards).into()), ("set", set.to_string().into())],
                ))
                .warning(context.say(key!("check-alone"))),
            (Some(Checked::Digits), _) => {
                view.good(context.say(key!("check-digits"))).warning(context.say(key!("check-alone")))
            }
            (Some(Checked::Words), _) => {
                view.strong(context.say(key!("check-words"))).warning(context.say(key!("check-alone")))
            }
            (Some(Checked::Good { .. } | Checked::Mended { .. }) | None, _) => view,
        }
    }
}
