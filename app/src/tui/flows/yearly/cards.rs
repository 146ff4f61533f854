//! The cards that were brought, any number of them, one after the other. With the list on the stick each is compared.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Yearly;
use crate::backup::GatherError;
use crate::ceremony::{CardCame, CeremonyError, Reading, check_card};
use crate::paper::Mark;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{Message, fingerprint};
use crate::tui::kit::view::View;
use crate::tui::parts::card::{Came, Mending, unknown};
use crate::tui::parts::checked::{Checked, inspect, of_another_set};
use crate::tui::parts::recover::Recovers;

/// More cards than any set has; what is read besides is not kept.
const MOST: usize = 64;

/// The step.
pub(super) struct Cards {
    entry: Mending,
    /// The card that came last.
    last: Option<CardCame>,
    /// What it is if the search finds nothing that was meant.
    unlisted: Option<CardCame>,
    problem: Option<Message>,
}

/// Whether both are the same card. One that is not the list's is another one than that of the list, which has the same
/// number: what is said of it is not said of that.
fn is_same(one: &CardCame, other: &CardCame) -> bool {
    let number = |came: &CardCame| match came {
        CardCame::Good(card) | CardCame::Mended(card) => Some((*card, None, true)),
        CardCame::OtherSet { card, set } => Some((*card, Some(*set), false)),
        CardCame::Wrong(card) => card.map(|card| (card, None, false)),
        CardCame::Alone(card) => card.map(|card| (card, None, true)),
    };
    match (one, other) {
        (CardCame::Wrong(None), CardCame::Wrong(None)) => true,
        _ => number(one).is_some() && number(one) == number(other),
    }
}

/// What a card is that was read, and is none of the list's; `None`: it was not read.
fn wrong(error: &CeremonyError) -> Option<CardCame> {
    match *error {
        CeremonyError::Gather(GatherError::OtherSet { card, found, .. }) => {
            Some(CardCame::OtherSet { card, set: found })
        }
        CeremonyError::Gather(GatherError::NotListed { card, .. }) => Some(CardCame::Wrong(Some(card))),
        CeremonyError::NoCard { .. } => Some(CardCame::Wrong(None)),
        _ => None,
    }
}

impl Cards {
    pub(super) fn new() -> Self {
        Cards { entry: Mending::new(), last: None, unlisted: None, problem: None }
    }

    /// What came of a key, or of a search.
    fn came(&mut self, came: Came, state: &mut Yearly, context: &Context) -> StepOutcome {
        match came {
            Came::No => return StepOutcome::Unhandled,
            Came::Typing => {
                self.problem = None;
                if !self.entry.is_busy() {
                    self.unlisted = None;
                }
            }
            Came::Card { typed, mended } => self.card(&typed, mended, state, context),
            Came::Problem(message) => {
                if let Some(came) = self.unlisted.take() {
                    self.take(came, state);
                }
                (self.last, self.problem) = (None, Some(message));
            }
            Came::Readings(readings) => self.problem = Some(unknown(context, &readings)),
        }
        StepOutcome::Handled
    }

    fn card(&mut self, typed: &Reading, mended: bool, state: &mut Yearly, context: &Context) {
        self.unlisted = None;
        match inspect(state.backup.as_ref(), typed) {
            Ok(checked) => {
                self.take(
                    match checked {
                        Checked::Good { card } if mended => CardCame::Mended(card),
                        Checked::Good { card } | Checked::Mended { card } => CardCame::Good(card),
                        Checked::Code { card, .. } => CardCame::Alone(Some(card)),
                        Checked::Digits | Checked::Words => CardCame::Alone(None),
                    },
                    state,
                );
                self.gather(typed, state);
                self.entry.clear();
            }
            // One word may be another one, or two are swapped.
            Err(error) if self.entry.looks_near(typed, &error, state.backup.as_ref(), context) => {
                self.unlisted = wrong(&error);
            }
            Err(error) => {
                let message = of_another_set(&error, state.backup.as_ref(), context);
                if let Some(came) = wrong(&error) {
                    self.take(came, state);
                    // What was typed stays, to be looked at once more.
                    if came != CardCame::Wrong(None) {
                        self.entry.clear();
                    }
                }
                (self.last, self.problem) = (None, Some(message));
            }
        }
    }

    /// Keeps what came of a card. Read again, that counts.
    fn take(&mut self, came: CardCame, state: &mut Yearly) {
        (self.last, self.problem) = (Some(came), None);
        state.cards.retain(|before| !is_same(before, &came));
        if state.cards.len() < MOST {
            state.cards.push(came);
        }
    }

    /// As many as it takes are kept for the recovery.
    fn gather(&self, typed: &Reading, state: &mut Yearly) {
        let share = state.backup.as_ref().and_then(|manifest| check_card(manifest, typed).ok());
        let Some(recovery) = state.backup_mut() else { return };
        if let Some(share) = share.filter(|_| recovery.missing() > 0) {
            // One that is there already is refused, and that is all.
            recovery.add(share).ok();
        }
    }

    /// What came of the last card, or how many there were.
    fn said(&self, view: View, state: &Yearly, context: &Context) -> View {
        let Some(last) = self.last else {
            return match state.cards.len() {
                0 => view,
                many => view.strong(context.fill(key!("yearly-cards-so-far"), &[("many", many.into())])),
            };
        };
        let view = match state.findings().of_card(last, context.texts()) {
            line if line.mark == Mark::Good => view.good(format!("{}. {}", line.what, line.with)),
            line => view.warning(format!("{}. {}", line.what, line.with)),
        };
        match (&state.backup, last) {
            (Some(manifest), CardCame::Good(_) | CardCame::Mended(_)) => {
                view.lines(vec![context.say(key!("fingerprint-compare")), fingerprint(&manifest.fingerprint)])
            }
            _ => view,
        }
    }
}

impl Step<Yearly> for Cards {
    fn id(&self) -> StepId {
        step!("yearly-cards")
    }

    fn enter(&mut self, _: &mut Yearly, _: &mut Context) {
        (self.last, self.problem) = (None, None);
    }

    fn view(&self, state: &Yearly, context: &Context) -> View {
        let text = match &state.backup {
            Some(_) => self.id().text,
            None => key!("yearly-cards-alone"),
        };
        let view = View::new(context.say(self.id().title)).text(context.say(text));
        let view = match self.entry.is_empty() {
            true => self.said(view, state, context),
            false => view,
        };
        let view = self.entry.view(context, view);
        let enter = match self.entry.is_empty() {
            true => context.say(key!("key-next")),
            false => self.entry.enter(context).unwrap_or_else(|| context.say(key!("entry-take"))),
        };
        view.enter(enter).problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        match self.entry.key(key, state.backup.as_ref(), context) {
            Came::No if key.code == KeyCode::Enter => StepOutcome::Next,
            came => self.came(came, state, context),
        }
    }

    fn on_event(&mut self, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        let came = self.entry.poll(context);
        self.came(came, state, context)
    }

    fn is_wide(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.entry.is_busy()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A forged code with a good card's number took its line in the report away.
    #[test]
    fn what_is_said_of_a_forged_card_is_not_said_of_the_good_one_with_its_number() {
        for good in [CardCame::Good(3), CardCame::Mended(3)] {
            let wrong = CardCame::Wrong(Some(3));
            assert!(!is_same(&good, &wrong) && !is_same(&wrong, &good), "{good:?}");
            assert!(is_same(&good, &CardCame::Good(3)) && is_same(&wrong, &wrong));
            assert!(!is_same(&good, &CardCame::Good(4)));
        }
        assert!(is_same(&CardCame::Wrong(None), &CardCame::Wrong(None)));
        assert!(!is_same(&CardCame::Alone(None), &CardCame::Alone(None)));
    }
}
