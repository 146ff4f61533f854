//! What else can be printed while the printer is there, each as often as wanted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::printing::Printing;
use super::record;
use super::state::Prints;
use super::ways::printer;
use crate::backup::Sealing;
use crate::ceremony::{CardsProven, Did, HowRead, Sheet};
use crate::language::{Key, Noted};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;

/// The lines; the last one goes on.
const LINES: [Noted; 6] = [
    noted!("more-paper-record"),
    noted!("more-paper-booklet"),
    noted!("more-paper-slips"),
    noted!("more-paper-sheet"),
    noted!("more-paper-cards"),
    noted!("more-paper-go-on"),
];
const RECORD: usize = 0;
const BOOKLET: usize = 1;
const SLIPS: usize = 2;
const SHEET: usize = 3;
const CARDS: usize = 4;
/// What is said when it is printed.
const DONE: [Key; 5] = [
    key!("more-paper-record-done"),
    key!("more-paper-booklet-done"),
    key!("more-paper-slips-done"),
    key!("more-paper-sheet-done"),
    key!("more-paper-cards-done"),
];

/// The list, and what is being printed.
#[derive(Default)]
pub(in crate::tui) struct ExtraPrints {
    list: List,
    /// Which line is being printed.
    printing: Option<(usize, Printing)>,
    /// What was printed last.
    printed: Option<usize>,
    /// What the owner's record that was printed says: of which sealed backup, and how its cards were read.
    record_of: Option<Record>,
    problem: Option<Message>,
}

/// What an owner's record says that can change: the sealed backup, and how its cards were read.
type Record = (Sealing, Option<HowRead>);

/// What one would say that is printed now.
fn says(state: &impl Prints) -> Option<Record> {
    let how = state.paper().proven.as_ref().map(CardsProven::how);
    state.sealed().map(|sealed| (sealed.which(), how))
}

impl ExtraPrints {
    /// What nobody should go without: the record, then the PINs if nobody has seen them. Then it goes on: nobody shall
    /// print anything else by pressing Enter once too often.
    fn preset(&self, state: &impl Prints) -> usize {
        match () {
            () if self.record_of != says(state) => RECORD,
            () if !state.unseen().is_empty() => SLIPS,
            () => LINES.len() - 1,
        }
    }

    /// Whether the owner's record of these cards was printed, and they were read otherwise since.
    fn is_outdated(&self, state: &impl Prints) -> bool {
        let (printed, now) = (self.record_of.as_ref(), says(state));
        printed.zip(now.as_ref()).is_some_and(|(printed, now)| printed.0 == now.0 && printed.1 != now.1)
    }

    fn print(&self, line: usize, state: &impl Prints, context: &Context) -> Option<Printing> {
        let (sealed, made) = (state.sealed().cloned()?, state.made().cloned()?);
        let behind = state.paper().behind;
        let to = (printer(state, context)?, state.paper().size, state.plan().language.clone());
        Some(match line {
            SHEET => Printing::start(context, to, move |sheets| sealed.backup_sheet(sheets)),
            RECORD => record::start(state, context, to.0)?,
            BOOKLET => record::start_booklet(state, context, to.0)?,
            SLIPS => Printing::start(context, to, move |sheets| Ok(made.pin_slips(sheets))),
            CARDS => Printing::start(context, to, move |sheets| {
                let mut pages = Vec::new();
                for share in sealed.shares() {
                    pages.extend(sealed.share_card(sheets, share.x, behind)?);
                }
                Ok(pages)
            }),
            _ => return None,
        })
    }
}

impl<S: Prints> Step<S> for ExtraPrints {
    fn id(&self) -> StepId {
        step!("more-paper")
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        (self.printed, self.problem) = (None, None);
        self.list = List::at(self.preset(state));
    }

    fn view(&self, state: &S, context: &Context) -> View {
        if let Some((line, printing)) = &self.printing {
            let view = LINES.get(*line).map(|line| View::new(context.say(line.label))).unwrap_or_default();
            return printing.view(context, view.text(context.say(key!("more-paper-now"))));
        }
        let mut view = View::new(context.say(key!("more-paper"))).text(context.say(key!("more-paper-text")));
        if self.is_outdated(state) {
            view = view.warning(context.say(key!("more-paper-record-outdated")));
        }
        if let Some(line) = self.printed.and_then(|line| DONE.get(line)) {
            view = view.good(context.say(*line));
        }
        view.problem(self.problem.as_ref())
            .list(&self.list, answers(context, &LINES))
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if let Some((_, printing)) = &mut self.printing {
            printing.key(key, context);
            return StepOutcome::Handled;
        }
        match key.code {
            KeyCode::Enter if self.list.at + 1 >= LINES.len() => return StepOutcome::Next,
            KeyCode::Enter => {
                (self.printed, self.problem) = (None, None);
                let line = self.list.at;
                self.printing = self.print(line, state, context).map(|printing| (line, printing));
            }
            _ => return StepOutcome::nowhere(self.list.key(key, &answers(context, &LINES))),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some((line, printing)) = &mut self.printing else { return StepOutcome::Unhandled };
        let line = *line;
        let done = match printing.poll() {
            State::Working => return StepOutcome::Unhandled,
            State::Panicked => {
                (self.printing, self.problem) = (None, Some(context.fault()));
                return StepOutcome::Unhandled;
            }
            State::Done(done) => done,
        };
        self.printing = None;
        match done {
            Ok(()) => {
                self.printed = Some(line);
                let sheet = [Sheet::Record, Sheet::Booklet, Sheet::PinSlips, Sheet::Backup, Sheet::MoreCards]
                    .get(line);
                for (sealed, sheet) in state.sealed().iter().zip(sheet) {
                    context.journal.note(Did::printed(sealed, *sheet));
                }
                match line {
                    RECORD => self.record_of = says(state),
                    SLIPS => state.have_seen(),
                    _ => {}
                }
                self.list = List::at(self.preset(state));
            }
            Err(failed) => self.problem = Some(failed.to_message(context)),
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
