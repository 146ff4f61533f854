//! What else can be printed while the printer is there, each as often as wanted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::super::controls::List;
use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::job::State;
use super::super::super::steps::answers;
use super::super::super::told::Told;
use super::super::super::view::View;
use super::super::{Setup, Way};
use super::printing::Printing;
use super::{STAGE, printer};
use crate::backup::SetId;
use crate::ceremony::{CardsProven, Did, HowRead, Sheet};
use crate::paper::Sheets;

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

    fn print(&self, line: usize, setup: &Setup, desk: &Desk) -> Option<Printing> {
        let (sealed, made) = (setup.sealed.clone()?, setup.made.clone()?);
        let behind = setup.behind;
        let to = (printer(setup, desk)?, setup.paper, setup.plan.language.clone());
        Some(match LINES.get(line).copied()? {
            "sheet" => Printing::start(desk, to, move |sheets| sealed.backup_sheet(sheets)),
            "record" => {
                let journal = desk.journal.clone();
                let record =
                    move |sheets: &Sheets<'_>| Ok(vec![sealed.owners_record(sheets, behind, &journal)]);
                Printing::start(desk, to, record)
            }
            "slips" => Printing::start(desk, to, move |sheets| Ok(made.pin_slips(sheets))),
            "cards" => Printing::start(desk, to, move |sheets| {
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

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        (self.printed, self.problem) = (None, None);
        self.list = List::at(self.preset(setup));
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        if let Some((line, printing)) = &self.printing {
            let line = LINES.get(*line).copied().unwrap_or_default();
            let view = View::new(desk.say(&format!("more-paper-{line}")));
            return printing.view(desk, view.text(desk.say("more-paper-now")));
        }
        let mut view = View::new(desk.say("more-paper")).text(desk.say("more-paper-text"));
        if self.is_outdated(setup) {
            view = view.warning(desk.say("more-paper-record-outdated"));
        }
        if let Some(line) = self.printed.and_then(|line| LINES.get(line)) {
            view = view.good(desk.say(&format!("more-paper-{line}-done")));
        }
        view.problem(self.problem.as_ref())
            .list(&self.list, answers(desk, "more-paper", &LINES))
            .enter(desk.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        if let Some((_, printing)) = &mut self.printing {
            printing.key(key, desk);
            return Move::Here;
        }
        match key.code {
            KeyCode::Enter if self.list.at + 1 >= LINES.len() => return Move::Next,
            KeyCode::Enter => {
                (self.printed, self.problem) = (None, None);
                let line = self.list.at;
                self.printing = self.print(line, setup, desk).map(|printing| (line, printing));
            }
            _ => return Move::nowhere(self.list.key(key, &answers(desk, "more-paper", &LINES))),
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some((line, printing)) = &mut self.printing else { return Move::Stay };
        let line = *line;
        let done = match printing.look() {
            State::Working => return Move::Stay,
            State::Panicked => {
                (self.printing, self.problem) = (None, Some(desk.fault()));
                return Move::Stay;
            }
            State::Done(done) => done,
        };
        self.printing = None;
        match done {
            Ok(()) => {
                self.printed = Some(line);
                let sheet = [Sheet::Record, Sheet::PinSlips, Sheet::Backup, Sheet::MoreCards].get(line);
                for (sealed, sheet) in setup.sealed.iter().zip(sheet) {
                    desk.journal.note(Did::printed(sealed, *sheet));
                }
                match line {
                    RECORD => self.record_of = record(setup),
                    SLIPS => setup.pins_are_known(),
                    _ => {}
                }
                self.list = List::at(self.preset(setup));
            }
            Err(failed) => self.problem = Some(failed.tell(desk)),
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
