//! New backup sheets for cards that stay as they are: what lies behind them holds the backup as it was before.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::printing::Printing;
use super::sheet_file::SHEETS_STICK;
use super::state::Prints;
use super::ways::{any_printer, printer};
use crate::backup::Copies;
use crate::ceremony::{Did, Sheet};
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, answers};

/// Whether new ones are to be printed: asked before it is sealed, for it is noted in there.
pub(in crate::tui) fn wanted<S: Prints>() -> Choose<S> {
    Choose::new(
        step!("new-sheets"),
        |state: &S, context| match codes(state) {
            Some(_) => answers(context, &[noted!("new-sheets-yes"), noted!("new-sheets-no")]),
            None => vec![
                Item::new(context.say(key!("new-sheets-yes")), context.say(key!("paper-behind-large-note"))),
                Item::noted(context, noted!("new-sheets-no")),
            ],
        },
        |state, _| usize::from(!state.paper().behind || codes(state).is_none()),
        |state, _, at| {
            if at == 0 && codes(state).is_none() {
                return StepOutcome::Handled;
            }
            state.paper_mut().behind = at == 0;
            StepOutcome::Next
        },
    )
    .saying(|state, context| {
        Some(format!("{} {}", context.say(key!("new-sheets-text")), old(state, context)?))
    })
}

/// How many codes the backup has on paper; none if it is too large.
fn codes(state: &impl Prints) -> Option<u8> {
    state.made()?.codes_on_paper()
}

/// What paper alone would bring back, if no new sheets are printed.
fn old(state: &impl Prints, context: &Context) -> Option<String> {
    let made = state.made()?;
    let on_paper =
        |copies: &&Copies| made.cards().is_some_and(|cards| cards.set() == copies.set) && copies.sheets > 0;
    Some(match made.copies().iter().rev().find(on_paper) {
        Some(copies) => {
            let day = context.texts().day(&copies.moment.day());
            let values = [("sealing", copies.sealing.to_string().into()), ("day", day.into())];
            context.fill(key!("new-sheets-old"), &values)
        }
        None => context.say(key!("new-sheets-none")),
    })
}

/// The lines; the last one goes on.
const LINES: [Noted; 4] = [
    noted!("print-sheets-all"),
    noted!("print-sheets-one"),
    noted!("print-sheets-file"),
    noted!("print-sheets-go-on"),
];
const ALL: usize = 0;
const FILE: usize = 2;
const GO_ON: usize = LINES.len() - 1;

/// The step's name.
pub(in crate::tui) const PRINT_SHEETS: StepId = StepId::new("print-sheets");

/// They are printed, once the new sealing is proven.
#[derive(Default)]
pub(in crate::tui) struct NewSheets {
    list: List,
    /// Which line is being printed.
    printing: Option<(usize, Printing)>,
    /// Which line was printed last.
    printed: Option<usize>,
    problem: Option<Message>,
}

fn sealed_backup(state: &impl Prints) -> Option<[u8; 32]> {
    state.sealed().map(|sealed| sealed.manifest().sealed_backup_sha256)
}

/// The folder with the new sheet as a file, and its stick.
fn file(state: &impl Prints) -> Option<(&str, &str)> {
    let (of, folder, stick) = state.paper().sheet_on.as_ref()?;
    (Some(*of) == sealed_backup(state)).then_some((folder, stick))
}

impl NewSheets {
    /// Those for all cards, then on: nobody shall print anything by pressing Enter once too often.
    fn preset(state: &impl Prints) -> usize {
        if state.has_new_sheets() || file(state).is_some() { GO_ON } else { ALL }
    }

    fn print(&mut self, line: usize, state: &impl Prints, context: &Context) {
        (self.printed, self.problem) = (None, None);
        let Some(sealed) = state.sealed().cloned() else { return };
        let Some(printer) = printer(state, context).or_else(|| any_printer(context)) else {
            self.problem = Some(context.pair(pair!("print-sheets-no-printer"), &[]));
            return;
        };
        let many = if line == ALL { usize::from(state.plan().quorum.cards()) } else { 1 };
        let to = (printer, state.paper().size, state.plan().language.clone());
        let printing = Printing::start(context, to, move |sheets| {
            let all = (0..many).map(|_| sealed.backup_sheet(sheets)).collect::<Result<Vec<_>, _>>()?;
            Ok(all.into_iter().flatten().collect())
        });
        self.printing = Some((line, printing));
    }
}

impl<S: Prints> Step<S> for NewSheets {
    fn id(&self) -> StepId {
        PRINT_SHEETS
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        (self.printed, self.problem) = (None, None);
        self.list = List::at(Self::preset(state));
    }

    fn view(&self, state: &S, context: &Context) -> View {
        if let Some((_, printing)) = &self.printing {
            let view = View::new(context.say(key!("print-sheets"))).text(context.say(key!("more-paper-now")));
            return printing.view(context, view);
        }
        let n = [("n", state.plan().quorum.cards().into())];
        let mut view =
            View::new(context.say(key!("print-sheets"))).text(context.fill(key!("print-sheets-text"), &n));
        view = match self.printed {
            Some(ALL) => view.good(context.fill(key!("print-sheets-all-done"), &n)),
            Some(_) => view.good(context.say(key!("more-paper-sheet-done"))),
            None => match file(state) {
                Some((folder, stick)) => {
                    let values = [("folder", folder.to_owned().into()), ("stick", stick.to_owned().into())];
                    view.good(context.fill(key!("print-sheets-file-done"), &values))
                }
                None => view,
            },
        };
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
            KeyCode::Enter if self.list.at >= GO_ON => return StepOutcome::Next,
            KeyCode::Enter if self.list.at == FILE => return StepOutcome::To(SHEETS_STICK),
            KeyCode::Enter => self.print(self.list.at, state, context),
            _ => return StepOutcome::nowhere(self.list.key(key, &answers(context, &LINES))),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some((line, printing)) = &mut self.printing else { return StepOutcome::Unhandled };
        let line = *line;
        self.problem = match printing.poll() {
            State::Working => return StepOutcome::Unhandled,
            State::Panicked => Some(context.fault()),
            State::Done(Err(failed)) => Some(failed.to_message(context)),
            State::Done(Ok(())) => {
                self.printed = Some(line);
                if line == ALL {
                    state.paper_mut().new_sheets = sealed_backup(state);
                }
                let sealed = state.sealed();
                sealed.iter().for_each(|sealed| context.journal.note(Did::printed(sealed, Sheet::Backup)));
                None
            }
        };
        self.printing = None;
        self.list = List::at(Self::preset(state));
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
