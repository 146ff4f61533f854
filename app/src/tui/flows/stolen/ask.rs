//! What happened: three questions, and what that means.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{CardsGone, Stolen, Theft, reason};
use crate::language::Noted;
use crate::openpgp::Reason;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::paper::state::Prints;

/// May somebody know its PIN?
pub(super) fn pin() -> Choose<Stolen> {
    Choose::new(
        step!("stolen-pin"),
        |_: &Stolen, context| answers(context, &[noted!("stolen-pin-yes"), noted!("stolen-pin-no")]),
        |state, _| usize::from(!state.own().pin_known),
        |state, _, at| {
            state.decide().pin_known = at == 0;
            StepOutcome::Next
        },
    )
}

/// Was it plugged in, with its PIN given? If the PIN may be known, that makes no difference.
pub(super) fn running() -> Choose<Stolen> {
    Choose::new(
        step!("stolen-running"),
        |_, context| answers(context, &[noted!("stolen-running-no"), noted!("stolen-running-yes")]),
        |state, _| usize::from(state.own().running),
        |state, _, at| {
            state.decide().running = at == 1;
            StepOutcome::Next
        },
    )
}

/// What can have gone with it; the last line goes on.
const ALSO: [Noted; 6] = [
    noted!("stolen-also-backup"),
    noted!("stolen-also-slip"),
    noted!("stolen-also-few"),
    noted!("stolen-also-all"),
    noted!("stolen-also-record"),
    noted!("stolen-also-on"),
];

/// What else went with it?
pub(super) struct Also {
    list: List,
}

impl Also {
    pub(super) fn new() -> Self {
        Also { list: List::at(ALSO.len() - 1) }
    }

    fn is_ticked(theft: &Theft, line: usize) -> bool {
        match line {
            0 => theft.gone.backup,
            1 => theft.gone.slip,
            2 => theft.gone.cards == CardsGone::Few,
            3 => theft.gone.cards == CardsGone::Enough,
            4 => theft.gone.record,
            _ => false,
        }
    }

    fn tick(theft: &mut Theft, line: usize) {
        let gone = &mut theft.gone;
        let cards = |now, ticked| if now == ticked { CardsGone::None } else { ticked };
        match line {
            0 => gone.backup = !gone.backup,
            1 => gone.slip = !gone.slip,
            2 => gone.cards = cards(gone.cards, CardsGone::Few),
            3 => gone.cards = cards(gone.cards, CardsGone::Enough),
            4 => gone.record = !gone.record,
            _ => {}
        }
    }

    fn items(state: &Stolen, context: &Context) -> Vec<Item> {
        let item = |(line, noted): (usize, &Noted)| {
            let item = Item::noted(context, *noted);
            match line {
                _ if line + 1 == ALSO.len() => item,
                _ if Self::is_ticked(state.own(), line) => {
                    Item { label: format!("[×] {}", item.label), ..item }
                }
                _ => Item { label: format!("[ ] {}", item.label), ..item },
            }
        };
        ALSO.iter().enumerate().map(item).collect()
    }
}

impl Step<Stolen> for Also {
    fn id(&self) -> StepId {
        step!("stolen-also")
    }

    fn enter(&mut self, _: &mut Stolen, _: &mut Context) {
        *self = Also::new();
    }

    fn view(&self, state: &Stolen, context: &Context) -> View {
        View::new(context.say(self.id().title))
            .text(context.say(self.id().text))
            .list(&self.list, Self::items(state, context))
            .enter(context.say(if self.list.at + 1 == ALSO.len() {
                key!("key-next")
            } else {
                key!("key-choose")
            }))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::Enter if self.list.at + 1 >= ALSO.len() => StepOutcome::Next,
            KeyCode::Enter | KeyCode::Char(' ') => {
                let cards = state.own().gone.cards;
                Self::tick(state.decide(), self.list.at);
                let now = state.own().gone.cards;
                if now != cards {
                    // Another sheet is another copy that the cards open which are gone.
                    state.paper_mut().behind = now != CardsGone::Enough;
                }
                StepOutcome::Handled
            }
            _ => StepOutcome::nowhere(self.list.key(key, &Self::items(state, context))),
        }
    }
}

/// What the thief has, and has not.
pub(super) fn has() -> Read<Stolen> {
    Read {
        id: step!("stolen-has"),
        view: |state, context| {
            let theft = state.own();
            let known = theft.keys_are_known();
            let view = View::new(context.say(key!("stolen-has"))).warning(context.say(if known {
                key!("stolen-has-keys")
            } else {
                key!("stolen-has-tries")
            }));
            let also = [
                (theft.gone.backup, key!("stolen-has-backup")),
                (theft.gone.cards == CardsGone::Few, key!("stolen-has-few")),
                (theft.gone.cards == CardsGone::Enough, key!("stolen-has-cards")),
                (theft.gone.record, key!("stolen-has-record")),
            ];
            let also = also.into_iter().filter(|(gone, _)| *gone).map(|(_, what)| context.say(what));
            let also = also.collect::<Vec<_>>().join(" ");
            let reason = match reason(state) {
                Reason::Superseded => key!("stolen-has-superseded"),
                _ => key!("stolen-has-compromised"),
            };
            let view = if also.is_empty() { view } else { view.text(also) };
            view.good(format!("{} {}", context.say(key!("stolen-has-text")), context.say(reason)))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// A Nitrokey was written, and others may know the old subkeys after all: how that still gets into the backup.
pub(super) fn late() -> Read<Stolen> {
    Read {
        id: step!("stolen-late"),
        view: |_, context| {
            View::new(context.say(key!("stolen-late")))
                .warning(context.say(key!("stolen-late-text")))
                .strong(context.say(key!("stolen-late-way")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// Whoever has the backup and enough cards has the primary key: nothing here helps.
pub(super) fn all() -> Read<Stolen> {
    Read {
        id: step!("stolen-all"),
        view: |_, context| {
            View::new(context.say(key!("stolen-all")))
                .warning(context.say(key!("stolen-all-text")))
                .strong(context.say(key!("stolen-all-way")))
                .enter(context.say(key!("stolen-all-enter")))
        },
        next: StepOutcome::Home,
    }
}
