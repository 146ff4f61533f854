//! What else can be printed while the printer is there, each as often as wanted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::{Setup, Way};
use super::printing::Printing;
use super::{STAGE, printer};
use crate::backup::SetId;
use crate::ceremony::{CardsProven, Did, HowRead, Sheet};
use crate::paper::Sheets;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Told;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;

/// The lines; the last one goes on.
const LINES: [&str; 5] = ["record", "slips", "sheet", "cards", "go-on"];
const RECORD: usize = 0;
const SLIPS: usize = 1;

/// The list, and what is being printed.
#[derive(Default)]
pub(super) struct More {
    list: List,
    /// Which line is being printed.
    printing: Option<(usize, Printing)>,
    /// What was printed last.
    printed: Option<usize>,
    /// What the owner's record that was printed says: of which set, and how its cards were read.
    record_of: Option<Record>,
    problem: Option<Told>,
}

/// What an owner's record says that can change: the set, and how its cards were read.
type Record = (SetId, Option<HowRead>);

/// What one would say that is printed now.
fn record(setup: &Setup) -> Option<Record> {
    let how = setup.proven.as_ref().map(CardsProven::how);
    setup.sealed.as_ref().map(|sealed| (sealed.manifest().set, how))
}

impl More {
    /// What nobody should go without: the record, then the PINs if nobody has seen them. Then it goes on: nobody shall
    /// print anything else by pressing Enter once too often.
    fn preset(&self, setup: &Setup) -> usize {
        match () {
            () if self.record_of != record(setup) => RECORD,
            () if !setup.knows_pins() => SLIPS,
            () => LINES.len() - 1,
        }
    }

    /// Whether the owner's record of these cards was printed, and they were read otherwise since.
    fn is_outdated(&self, setup: &Setup) -> bool {
        let (printed, now) = (self.record_of.as_ref(), record(setup));
        printed.zip(now.as_ref()).is_some_and(|(printed, now)| printed.0 == now.0 && printed.1 != now.1)
    }

    fn print(&self, line: usize, setup: &Setup, context: &Context) -> Option<Printing> {
        let (sealed, made) = (setup.sealed.clone()?, setup.made.clone()?);
        let behind = setup.behind;
        let to = (printer(setup, context)?, setup.paper, setup.plan.language.clone());
        Some(match LINES.get(line).copied()? {
            "sheet" => Printing::start(context, to, move |sheets| sealed.backup_sheet(sheets)),
            "record" => {
                let journal = context.journal.clone();
                let record =
                    move |sheets: &Sheets<'_>| Ok(vec![sealed.owners_record(sheets, behind, &journal)]);
                Printing::start(context, to, record)
            }
            "slips" => Printing::start(context, to, move |sheets| Ok(made.pin_slips(sheets))),
            "cards" => Printing::start(context, to, move |sheets| {
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

impl Step<Setup> for More {
    fn id(&self) -> &'static str {
        "more-paper"
    }

    fn stage(&self) -> usize {
        STAGE
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.way == Way::Printer && setup.proven.is_some()
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        (self.printed, self.problem) = (None, None);
        self.list = List::at(self.preset(setup));
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        if let Some((line, printing)) = &self.printing {
            let line = LINES.get(*line).copied().unwrap_or_default();
            let view = View::new(context.say(&format!("more-paper-{line}")));
            return printing.view(context, view.text(context.say("more-paper-now")));
        }
        let mut view = View::new(context.say("more-paper")).text(context.say("more-paper-text"));
        if self.is_outdated(setup) {
            view = view.warning(context.say("more-paper-record-outdated"));
        }
        if let Some(line) = self.printed.and_then(|line| LINES.get(line)) {
            view = view.good(context.say(&format!("more-paper-{line}-done")));
        }
        view.problem(self.problem.as_ref())
            .list(&self.list, answers(context, "more-paper", &LINES))
            .enter(context.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if let Some((_, printing)) = &mut self.printing {
            printing.key(key, context);
            return StepOutcome::Handled;
        }
        match key.code {
            KeyCode::Enter if self.list.at + 1 >= LINES.len() => return StepOutcome::Next,
            KeyCode::Enter => {
                (self.printed, self.problem) = (None, None);
                let line = self.list.at;
                self.printing = self.print(line, setup, context).map(|printing| (line, printing));
            }
            _ => return StepOutcome::nowhere(self.list.key(key, &answers(context, "more-paper", &LINES))),
        }
        StepOutcome::Handled
    }

    fn look(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let Some((line, printing)) = &mut self.printing else { return StepOutcome::Unhandled };
        let line = *line;
        let done = match printing.look() {
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
                let sheet = [Sheet::Record, Sheet::PinSlips, Sheet::Backup, Sheet::MoreCards].get(line);
                for (sealed, sheet) in setup.sealed.iter().zip(sheet) {
                    context.journal.note(Did::printed(sealed, *sheet));
                }
                match line {
                    RECORD => self.record_of = record(setup),
                    SLIPS => setup.pins_are_known(),
                    _ => {}
                }
                self.list = List::at(self.preset(setup));
            }
            Err(failed) => self.problem = Some(failed.tell(context)),
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
