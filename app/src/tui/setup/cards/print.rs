//! Card by card: printed here (or elsewhere before), then read back.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::job::State;
use super::super::super::told::Told;
use super::super::super::view::View;
use super::super::{Setup, Way};
use super::printing::Printing;
use super::reading::Reading;
use super::{
    Read, STAGE, after, begin, is_done, is_read, is_spot_checked, many, next, printed_again, printer, right,
    short, title,
};
use crate::backup::SetId;
use crate::ceremony::{Did, Sheet};
use crate::paper::Paper;

/// What a card is at.
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
pub(super) struct Print {
    way: Way,
    /// The card's number.
    x: u8,
    phase: Phase,
    problem: Option<Told>,
    /// The cards that came out of the printer, and what they were printed for.
    printed: Vec<u8>,
    printed_for: Option<(SetId, Paper, bool)>,
    /// Cards of which a part may have come out.
    begun: Vec<u8>,
}

impl Print {
    /// For cards that are printed here, or were elsewhere.
    pub(super) fn new(way: Way) -> Self {
        Print {
            way,
            x: 1,
            phase: Phase::Ready,
            problem: None,
            printed: Vec::new(),
            printed_for: None,
            begun: Vec::new(),
        }
    }

    fn prints(&self) -> bool {
        self.way == Way::Printer
    }

    /// To card `x`, where it was left.
    fn go(&mut self, x: u8, setup: &Setup, desk: &Desk) {
        (self.x, self.problem) = (x, None);
        self.phase = match () {
            () if is_done(setup, x) => Phase::Right,
            () if self.prints() && !self.is_second(setup, x) => Phase::Ready,
            () if is_read(setup, x) => Phase::Reads(Reading::whole(x)),
            () => Phase::Reads(Reading::of(x, setup, desk)),
        };
    }

    fn print(&mut self, setup: &Setup, desk: &Desk) {
        let (Some(sealed), Some(printer)) = (setup.sealed.clone(), printer(setup, desk)) else { return };
        let (x, behind) = (self.x, setup.behind);
        self.problem = None;
        let to = (printer, setup.paper, setup.plan.language.clone());
        self.phase =
            Phase::Prints(Printing::start(desk, to, move |sheets| sealed.share_card(sheets, x, behind)));
    }

    /// The printer stopped in the card, of which a part may have come out, and that part may be the share: then there are
    /// two of it, and whichever is given away is to be read.
    fn half_printed(&mut self, setup: &mut Setup, desk: &Desk) {
        self.begun.push(self.x);
        if matches!(&self.phase, Phase::Prints(printing) if printing.has_begun()) {
            printed_again(setup, desk, self.x);
        }
    }

    /// Whether card `x` came out of the printer once already.
    fn is_second(&self, setup: &Setup, x: u8) -> bool {
        self.printed.contains(&x) || is_read(setup, x)
    }

    /// What stands above while it is printed.
    fn printing_view(&self, setup: &Setup, desk: &Desk) -> View {
        let name = setup.printer.as_ref().map(|printer| short(printer.name())).unwrap_or_default();
        let behind = if setup.behind { "yes" } else { "no" };
        View::new(title(setup, desk, self.x))
            .strong(desk.fill("paper-way-printer", &[("name", name.into())]))
            .text(desk.fill("print-card-text", &[("behind", behind.into())]))
    }
}

impl Step<Setup> for Print {
    fn id(&self) -> &'static str {
        if self.prints() { "print-card" } else { "read-card" }
    }

    fn stage(&self) -> usize {
        STAGE
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.way == self.way
    }

    fn enter(&mut self, setup: &mut Setup, desk: &mut Desk) {
        begin(setup);
        let now = setup.sealed.as_ref().map(|sealed| (sealed.manifest().set, setup.paper, setup.behind));
        if self.printed_for.map(|before| before.0) != now.map(|now| now.0) {
            // What came out of other keys is worth nothing.
            self.begun.clear();
        }
        if self.printed_for != now {
            (self.printed_for, self.printed) = (now, Vec::new());
        }
        self.go(next(setup).unwrap_or_else(|| many(setup)), setup, desk);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        match &self.phase {
            Phase::Ready => {
                let mut view = self.printing_view(setup, desk);
                // What went wrong says the same.
                let begun = self.is_second(setup, self.x) || self.begun.contains(&self.x);
                if begun && self.problem.is_none() {
                    view = view.warning(desk.say("print-card-second"));
                }
                view.problem(self.problem.as_ref()).enter(desk.say("key-print"))
            }
            Phase::Prints(printing) => {
                printing.view(desk, View::new(title(setup, desk, self.x)).text(desk.say("print-card-now")))
            }
            Phase::Reads(reading) => {
                let text = if self.prints() { "print-card-read" } else { "read-card-text" };
                let view = reading.view(setup, desk, View::new(title(setup, desk, self.x)), text);
                if self.prints() { view.key("F5", desk.say("key-print-again")) } else { view }
            }
            Phase::Right => {
                let view = right(setup, desk, self.x).enter(desk.say("key-next"));
                let view = match is_spot_checked(setup, self.x) {
                    true => view.key("F3", desk.say("key-whole")),
                    false => view,
                };
                if self.prints() { view.key("F5", desk.say("key-print-again")) } else { view }
            }
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        let (prints, second) = (self.prints(), self.is_second(setup, self.x));
        match (&mut self.phase, key.code) {
            (Phase::Prints(printing), _) => printing.key(key, desk),
            (Phase::Ready, KeyCode::Enter) => self.print(setup, desk),
            (Phase::Right | Phase::Reads(_), KeyCode::F(5)) if prints => self.phase = Phase::Ready,
            (Phase::Ready, KeyCode::Esc) if second => self.go(self.x, setup, desk),
            (Phase::Right, KeyCode::F(3)) if is_spot_checked(setup, self.x) => {
                self.phase = Phase::Reads(Reading::whole(self.x));
            }
            (phase, KeyCode::Esc) if self.x > 1 && !phase.takes_esc() => self.go(self.x - 1, setup, desk),
            (Phase::Reads(reading), _) => match reading.key(key, setup, desk) {
                Read::No => return Move::Stay,
                Read::Here => {}
                Read::Right => self.phase = Phase::Right,
            },
            (Phase::Right, KeyCode::Enter) => match after(setup, self.x) {
                Some(x) => self.go(x, setup, desk),
                None => return Move::Next,
            },
            _ => return Move::Stay,
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Phase::Prints(printing) = &mut self.phase else { return Move::Stay };
        match printing.look() {
            State::Working => {}
            State::Panicked => {
                self.half_printed(setup, desk);
                (self.phase, self.problem) = (Phase::Ready, Some(desk.fault()));
            }
            State::Done(Ok(())) => {
                self.printed.push(self.x);
                if let Some(sealed) = &setup.sealed {
                    desk.journal.note(Did::printed(sealed, Sheet::Card(self.x)));
                }
                printed_again(setup, desk, self.x);
                self.phase = Phase::Reads(Reading::of(self.x, setup, desk));
            }
            State::Done(Err(failed)) => {
                self.half_printed(setup, desk);
                self.phase = Phase::Ready;
                self.problem = Some(failed.tell(desk));
            }
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Prints(_))
    }
}
