//! Pages are printed in the background; when the printer stops, the owner decides.

use std::sync::mpsc::{Sender, channel};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::ceremony::CeremonyError;
use crate::language::{Noted, Texts};
use crate::paper::printer::{Decision, PrintError, PrintEvent, Printer, Trouble};
use crate::paper::{Page, Paper, Sheets};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::work::work;

/// What can be decided, in the list's order.
const DECISIONS: [(Decision, Noted); 3] = [
    (Decision::GoOn, noted!("printer-go-on")),
    (Decision::Again, noted!("printer-again")),
    (Decision::GiveUp, noted!("printer-give-up")),
];

/// What the job says.
#[derive(Debug)]
pub(super) enum Said {
    /// So many pages are drawn.
    Drawn(usize),
    /// The printer is at work.
    Printer(PrintEvent),
}

/// Why pages were not printed.
pub(super) enum Failed {
    /// They could not be drawn.
    Drawing(CeremonyError),
    /// The printer did not print them.
    Printing(PrintError),
}

impl Failed {
    /// As a pair.
    pub(super) fn to_message(&self, context: &Context) -> Message {
        match self {
            Failed::Drawing(error) => context.message(error),
            Failed::Printing(error) => context.message(error),
        }
    }
}

/// Pages on their way to a printer.
pub(super) struct Printing {
    job: Job<Result<(), Failed>, Said>,
    decide: Sender<Decision>,
    /// How often the owner has decided.
    decided: usize,
    list: List,
}

impl Printing {
    /// Draws pages in the language `language`, and prints them.
    pub(super) fn start(
        context: &Context,
        (printer, paper, language): (Printer, Paper, String),
        draw: impl FnOnce(&Sheets<'_>) -> Result<Vec<Page>, CeremonyError> + Send + 'static,
    ) -> Self {
        let (decide, decisions) = channel();
        let job = Job::start(&context.wake, move |say: &mut dyn FnMut(Said)| {
            let texts = Texts::of(&language);
            let pages = draw(&Sheets { texts: &texts, paper }).map_err(Failed::Drawing)?;
            say(Said::Drawn(pages.len()));
            let mut events = |event| {
                say(Said::Printer(event));
                match event {
                    // Nobody is there to decide any more: the screens have ended.
                    PrintEvent::Stopped { .. } => decisions.recv().unwrap_or(Decision::GiveUp),
                    PrintEvent::Printing { .. } | PrintEvent::Printed { .. } => Decision::GoOn,
                }
            };
            printer.print(&pages, &mut events).map_err(Failed::Printing)
        });
        Printing { job, decide, decided: 0, list: List::default() }
    }

    /// How far it is.
    pub(super) fn poll(&mut self) -> State<Result<(), Failed>> {
        self.job.poll()
    }

    fn events(&self) -> impl Iterator<Item = &PrintEvent> {
        self.job
            .said
            .iter()
            .filter_map(|said| if let Said::Printer(event) = said { Some(event) } else { None })
    }

    /// In which page the printer has stopped, and why, if it waits for the owner.
    fn stopped(&self) -> Option<(usize, Trouble)> {
        let stops = self.events().filter_map(|event| match event {
            PrintEvent::Stopped { page, reason } => Some((*page, *reason)),
            _ => None,
        });
        stops.skip(self.decided).last()
    }

    /// Whether the printer has been sent something: a sheet may have come out, whatever it said of it later.
    pub(super) fn has_begun(&self) -> bool {
        self.at().is_some()
    }

    /// The page in hand, and how many there are.
    fn at(&self) -> Option<(usize, usize)> {
        let of =
            self.job.said.iter().find_map(|said| if let Said::Drawn(of) = said { Some(*of) } else { None });
        let page = self.events().filter_map(|event| match event {
            PrintEvent::Printing { page } => Some(*page),
            _ => None,
        });
        Some((page.last()?, of?))
    }

    /// Adds how far it is, or what is to be decided.
    pub(super) fn view(&self, context: &Context, view: View) -> View {
        let (page, of) = self.at().unwrap_or((1, 0));
        if let Some((page, trouble)) = self.stopped() {
            let values = [("page", page.into()), ("of", of.into())];
            let item = |(_, answer): &(_, Noted)| {
                Item::new(context.fill(answer.label, &values), context.fill(answer.note, &values))
            };
            return view
                .problem(Some(&context.message(&trouble)))
                .text(context.fill(key!("printer-stopped"), &values))
                .list(&self.list, DECISIONS.iter().map(item).collect())
                .enter(context.say(key!("key-choose")));
        }
        let printed = self.events().filter(|event| matches!(event, PrintEvent::Printed { .. })).count();
        let (label, done) = match of {
            0 => (context.say(key!("printer-draws")), None),
            of => {
                let values = [("page", page.into()), ("of", of.into())];
                (context.fill(key!("printer-prints"), &values), Some((printed, of)))
            }
        };
        view.part(work(context, label, done, &self.job))
    }

    /// A key: only a decision that is asked for counts.
    pub(super) fn key(&mut self, key: KeyEvent, context: &Context) {
        if self.stopped().is_none() {
            return;
        }
        if key.code == KeyCode::Enter {
            let decision = DECISIONS.get(self.list.at).map_or(Decision::GoOn, |(decision, _)| *decision);
            self.decide.send(decision).ok();
            (self.decided, self.list) = (self.decided + 1, List::default());
            return;
        }
        let (page, of) = self.at().unwrap_or((1, 0));
        let values = [("page", page.into()), ("of", of.into())];
        self.list.key(key, &DECISIONS.map(|(_, answer)| context.fill(answer.label, &values)));
    }
}
