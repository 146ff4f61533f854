//! Card by card: printed here (or elsewhere before), then read back.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::printing::Printing;
use super::reading::Reading;
use super::run::{
    self, PRINT_CARD, READ_CARD, Read, after, begin, is_done, is_read, is_spot_checked, many, next,
    printed_again, right, title,
};
use super::state::{Prints, Way};
use super::ways::{printer, short};
use crate::backup::SetId;
use crate::ceremony::{Did, Sheet};
use crate::paper::Paper;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// How far a card is.
enum Phase {
    /// It can be printed.
    Ready,
    /// It is being printed.
    Prints(Printing),
    /// It is read back.
    Reads(Reading),
    /// It was read back, and is right.
    Right,
}

impl Phase {
    /// Whether Esc leads back from something to this card.
    fn takes_esc(&self) -> bool {
        matches!(self, Phase::Reads(reading) if reading.takes_esc())
    }
}

/// All cards, one after the other.
pub(in crate::tui) struct Print {
    way: Way,
    /// The card's number.
    x: u8,
    phase: Phase,
    problem: Option<Message>,
    /// The cards that came out of the printer, and what they were printed for.
    printed: Vec<u8>,
    printed_for: Option<(SetId, Paper, bool)>,
    /// Cards of which a part may have come out.
    begun: Vec<u8>,
    /// The card that was read just now, from which it went on by itself.
    right: Option<u8>,
}

impl Print {
    /// For cards that are printed here, or were elsewhere.
    pub(in crate::tui) fn new(way: Way) -> Self {
        Print {
            way,
            x: 1,
            phase: Phase::Ready,
            problem: None,
            printed: Vec::new(),
            printed_for: None,
            begun: Vec::new(),
            right: None,
        }
    }

    fn prints(&self) -> bool {
        self.way == Way::Printer
    }

    /// To card `x`, where it was left.
    fn go(&mut self, x: u8, state: &impl Prints, context: &Context) {
        (self.x, self.problem, self.right) = (x, None, None);
        self.phase = match () {
            () if is_done(state, x) => Phase::Right,
            () if self.prints() && !self.is_second(state, x) => Phase::Ready,
            () if is_read(state, x) => Phase::Reads(Reading::whole(x)),
            () => Phase::Reads(Reading::of(x, state, context)),
        };
    }

    fn print(&mut self, state: &impl Prints, context: &Context) {
        let (Some(sealed), Some(printer)) = (state.sealed().cloned(), printer(state, context)) else {
            return;
        };
        let (x, behind) = (self.x, state.paper().behind);
        self.problem = None;
        let to = (printer, state.paper().size, state.plan().language.clone());
        self.phase =
            Phase::Prints(Printing::start(context, to, move |sheets| sealed.share_card(sheets, x, behind)));
    }

    /// The printer stopped in the card, of which a part may have come out, and that part may be the share: then there are
    /// two of it, and whichever is given away is to be read.
    fn half_printed(&mut self, state: &mut impl Prints, context: &Context) {
        self.begun.push(self.x);
        if matches!(&self.phase, Phase::Prints(printing) if printing.has_begun()) {
            printed_again(state, context, self.x);
        }
    }

    /// The card was read back, and is right. It stays on the screen until Enter, or the next one comes by itself.
    fn is_right(&mut self, state: &impl Prints, context: &Context) {
        let (x, goes_on) = (self.x, self.prints() && state.goes_on() && !is_spot_checked(state, self.x));
        match next(state).and_then(|_| after(state, x)).filter(|_| goes_on) {
            Some(after) => {
                self.go(after, state, context);
                self.right = Some(x);
            }
            None => self.phase = Phase::Right,
        }
    }

    /// Whether card `x` came out of the printer once already.
    fn is_second(&self, state: &impl Prints, x: u8) -> bool {
        self.printed.contains(&x) || is_read(state, x)
    }

    /// What stands above while it is printed.
    fn printing_view(&self, state: &impl Prints, context: &Context) -> View {
        let name = state.paper().printer.as_ref().map(|printer| short(printer.name())).unwrap_or_default();
        let behind = if state.paper().behind { "yes" } else { "no" };
        let view = View::new(title(state, context, self.x));
        let view = match self.right {
            Some(before) => run::is_right(state, context, before, view),
            None => view,
        };
        view.strong(context.fill(key!("paper-way-printer"), &[("name", name.into())]))
            .text(context.fill(key!("print-card-text"), &[("behind", behind.into())]))
    }
}

impl<S: Prints> Step<S> for Print {
    fn id(&self) -> StepId {
        if self.prints() { PRINT_CARD } else { READ_CARD }
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        begin(state);
        let now =
            state.sealed().map(|sealed| (sealed.manifest().set, state.paper().size, state.paper().behind));
        if self.printed_for.map(|before| before.0) != now.map(|now| now.0) {
            // What came out of other keys is worth nothing.
            self.begun.clear();
        }
        if self.printed_for != now {
            (self.printed_for, self.printed) = (now, Vec::new());
        }
        self.go(next(state).unwrap_or_else(|| many(state)), state, context);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        match &self.phase {
            Phase::Ready => {
                let mut view = self.printing_view(state, context);
                // What went wrong says the same.
                let begun = self.is_second(state, self.x) || self.begun.contains(&self.x);
                if begun && self.problem.is_none() {
                    view = view.warning(context.say(key!("print-card-second")));
                }
                view.problem(self.problem.as_ref()).enter(context.say(key!("key-print")))
            }
            Phase::Prints(printing) => printing.view(
                context,
                View::new(title(state, context, self.x)).text(context.say(key!("print-card-now"))),
            ),
            Phase::Reads(reading) => {
                let text = if self.prints() { key!("print-card-read") } else { key!("read-card-text") };
                let view = reading.view(state, context, View::new(title(state, context, self.x)), text);
                if self.prints() { view.key("F5", context.say(key!("key-print-again"))) } else { view }
            }
            Phase::Right => {
                let view = right(state, context, self.x).enter(context.say(key!("key-next")));
                let view = match is_spot_checked(state, self.x) {
                    true => view.key("F3", context.say(key!("key-whole"))),
                    false => view,
                };
                if self.prints() { view.key("F5", context.say(key!("key-print-again"))) } else { view }
            }
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        let (prints, second) = (self.prints(), self.is_second(state, self.x));
        match (&mut self.phase, key.code) {
            (Phase::Prints(printing), _) => printing.key(key, context),
            // A scanner may send two of them.
            (Phase::Ready, KeyCode::Enter) if self.right.is_some() && context.at_once => {}
            (Phase::Ready, KeyCode::Enter) => self.print(state, context),
            (Phase::Right | Phase::Reads(_), KeyCode::F(5)) if prints => self.phase = Phase::Ready,
            (Phase::Ready, KeyCode::Esc) if second => self.go(self.x, state, context),
            (Phase::Right, KeyCode::F(3)) if is_spot_checked(state, self.x) => {
                self.phase = Phase::Reads(Reading::whole(self.x));
            }
            (phase, KeyCode::Esc) if self.x > 1 && !phase.takes_esc() => self.go(self.x - 1, state, context),
            (Phase::Reads(reading), _) => match reading.key(key, state, context) {
                Read::No => return StepOutcome::Unhandled,
                Read::Handled => {}
                Read::Right => self.is_right(state, context),
            },
            (Phase::Right, KeyCode::Enter) => match after(state, self.x) {
                Some(x) => self.go(x, state, context),
                None => return StepOutcome::Next,
            },
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Phase::Prints(printing) = &mut self.phase else { return StepOutcome::Unhandled };
        match printing.poll() {
            State::Working => {}
            State::Panicked => {
                self.half_printed(state, context);
                (self.phase, self.problem) = (Phase::Ready, Some(context.fault()));
            }
            State::Done(Ok(())) => {
                self.printed.push(self.x);
                if let Some(sealed) = state.sealed() {
                    context.journal.note(Did::printed(sealed, Sheet::Card(self.x)));
                }
                printed_again(state, context, self.x);
                self.phase = Phase::Reads(Reading::of(self.x, state, context));
            }
            State::Done(Err(failed)) => {
                self.half_printed(state, context);
                self.phase = Phase::Ready;
                self.problem = Some(failed.to_message(context));
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Prints(_))
    }
}
