//! Without a printer at this computer: the sheets as files on a stick, after a warning.

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::run::many;
use super::state::Prints;
use super::ways::WAY;
use crate::backup::SetId;
use crate::ceremony::{CeremonyError, Did, Elsewhere, Sealed, Sheet};
use crate::language::{Noted, Texts};
use crate::machine::stick::discover::Plugged;
use crate::paper::{Paper, Sheets};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::work;

/// The folder on the stick; the set's name follows.
const FOLDER: &str = "share-cards";
/// The answers to the warning; that it is understood is not preset.
const ANSWERS: [Noted; 2] = [noted!("elsewhere-no"), noted!("elsewhere-yes")];

/// Which files were written, and where.
#[derive(Clone)]
struct Wrote {
    of: Of,
    stick: String,
    folder: String,
}

/// What the files are of: the set, the size of paper, and whether the backup is behind each card.
type Of = (SetId, Paper, bool);

/// How far this step is.
enum Phase {
    /// The warning.
    Warns,
    /// A stick is to be chosen.
    Chooses(Arc<Elsewhere>),
    /// The files are being written.
    Writes { job: Job<Result<(), CeremonyError>>, wrote: Wrote, may: Arc<Elsewhere> },
    /// The files are on a stick.
    Done(Arc<Elsewhere>),
}

/// Warning, stick, files.
pub(in crate::tui) struct Files {
    phase: Phase,
    list: List,
    pick: Pick,
    problem: Option<Message>,
    wrote: Option<Wrote>,
}

impl Default for Files {
    fn default() -> Self {
        let (list, pick) = (List::default(), Pick::to_write(Holds::Cards));
        Files { phase: Phase::Warns, list, pick, problem: None, wrote: None }
    }
}

/// What the files are to be of, as things stand.
fn wanted(state: &impl Prints) -> Option<Of> {
    Some((state.sealed()?.manifest().set, state.paper().size, state.paper().behind))
}

/// Whether something is to be destroyed that these cards take the place of.
fn has_old(sealed: &Sealed, context: &Context) -> bool {
    !sealed.old_copies().is_empty() || !context.journal.dropped(sealed).is_empty()
}

/// Whether the bundle was written to this stick: with the cards beside it, it would hold everything.
fn has_bundle(state: &impl Prints, stick: &Plugged) -> bool {
    state.bundles().iter().any(|(_, with_bundle)| with_bundle.is_beside(stick))
}

impl Files {
    fn write(&mut self, stick: Plugged, may: Arc<Elsewhere>, state: &mut impl Prints, context: &mut Context) {
        let (Some(sealed), Some(of)) = (state.sealed().cloned(), wanted(state)) else { return };
        // Also if it fails half-way: what was on a stick can be found there.
        state.paper_mut().cards_on.push(stick.clone());
        context.now_holds(&stick, Holds::Cards);
        let folder = format!("{FOLDER}-{}", of.0);
        let wrote = Wrote { of, stick: stick.name().to_owned(), folder: folder.clone() };
        let (language, elsewhere) = (state.plan().language.clone(), may.clone());
        let dropped = context.journal.dropped(&sealed);
        let job = Job::start(&context.wake, move |_| {
            let texts = Texts::of(&language);
            let (_, paper, behind) = of;
            let sheets = Sheets { texts: &texts, paper };
            elsewhere.write(&sealed, &sheets, behind, &dropped, (&stick.open()?, &folder))
        });
        self.problem = None;
        self.phase = Phase::Writes { job, wrote, may };
    }

    fn choose(&mut self, may: Arc<Elsewhere>) {
        (self.pick, self.phase) = (Pick::to_write(Holds::Cards), Phase::Chooses(may));
    }
}

impl<S: Prints> Step<S> for Files {
    fn id(&self) -> StepId {
        step!("elsewhere")
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        (self.problem, self.list) = (None, List::default());
        let is_wanted = |wrote: &Wrote| Some(&wrote.of) == wanted(state).as_ref();
        self.wrote = self.wrote.take().filter(is_wanted);
        if self.wrote.is_none() {
            self.phase = Phase::Warns;
        }
    }

    fn view(&self, state: &S, context: &Context) -> View {
        match &self.phase {
            Phase::Warns => View::new(context.say(key!("elsewhere")))
                .text(context.say(key!("elsewhere-text")))
                .warning(Elsewhere::warned(context.texts()).0)
                .list(&self.list, answers(context, &ANSWERS))
                .enter(context.say(key!("key-choose"))),
            Phase::Chooses(_) => {
                let view = View::new(context.say(key!("elsewhere-stick")))
                    .text(context.say(key!("elsewhere-stick-text")))
                    .problem(self.problem.as_ref());
                self.pick.view_with(context, view, |_| context.say(key!("elsewhere-stick-note")))
            }
            Phase::Writes { job, wrote, .. } => {
                let label = context.fill(key!("elsewhere-writes"), &[("stick", wrote.stick.clone().into())]);
                View::new(context.say(key!("elsewhere-stick")))
                    .text(context.say(key!("elsewhere-leave")))
                    .part(work(context, label, None, job))
            }
            Phase::Done(_) => {
                let view = View::new(context.say(key!("elsewhere-done")));
                let Some(wrote) = &self.wrote else { return view };
                let has_old = state.sealed().is_some_and(|sealed| has_old(sealed, context));
                let files = [
                    key!("elsewhere-files-cards"),
                    if has_old { key!("elsewhere-files-old") } else { key!("elsewhere-files-record") },
                    key!("elsewhere-files-sheet"),
                ];
                let values = [
                    ("stick", wrote.stick.clone().into()),
                    ("folder", wrote.folder.clone().into()),
                    ("n", many(state).into()),
                ];
                view.good(context.fill(key!("elsewhere-written"), &values))
                    .text(context.say(key!("elsewhere-print")))
                    .lines(files.map(|key| format!("  {}", context.fill(key, &values))).to_vec())
                    .text(context.say(key!("elsewhere-destroy")))
                    .warning(context.say(key!("elsewhere-stay")))
                    .text(context.say(key!("elsewhere-back")))
                    .enter(context.say(key!("key-next")))
                    .key("F5", context.say(key!("elsewhere-again")))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match (&self.phase, key.code) {
            (Phase::Writes { .. }, _) => {}
            (Phase::Warns, KeyCode::Enter) if self.list.at == 0 => return StepOutcome::To(WAY),
            (Phase::Warns, KeyCode::Enter) => {
                let (_, may) = Elsewhere::warned(context.texts());
                self.choose(Arc::new(may));
            }
            (Phase::Warns, _) => {
                return StepOutcome::nowhere(self.list.key(key, &answers(context, &ANSWERS)));
            }
            (Phase::Chooses(may), KeyCode::Esc) if !self.pick.is_formatting() => {
                self.phase = match self.wrote {
                    Some(_) => Phase::Done(may.clone()),
                    None => Phase::Warns,
                };
                (self.list, self.problem) = (List::default(), None);
            }
            (Phase::Chooses(may), _) => {
                let may = may.clone();
                if let Some(stick) = self.pick.key(key, context).filter(|stick| !has_bundle(state, stick)) {
                    self.write(stick, may, state, context);
                }
            }
            (Phase::Done(_), KeyCode::Enter) => return StepOutcome::Next,
            (Phase::Done(may), KeyCode::F(5)) => self.choose(may.clone()),
            (Phase::Done(_), _) => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Phase::Writes { job, wrote, may } = &mut self.phase else {
            let to = self.pick.poll(context);
            let chosen = self.pick.chosen().filter(|stick| !has_bundle(state, stick));
            if let (Some(stick), Phase::Chooses(may)) = (chosen, &self.phase) {
                let may = may.clone();
                self.write(stick, may, state, context);
            }
            return to;
        };
        match job.poll() {
            State::Working => {}
            State::Panicked => {
                let may = may.clone();
                self.choose(may);
                self.problem = Some(context.fault());
            }
            State::Done(Ok(())) => {
                if let Some(sealed) = state.sealed() {
                    context.journal.note(Did::printed(sealed, Sheet::Files));
                }
                self.wrote = Some(wrote.clone());
                self.phase = Phase::Done(may.clone());
            }
            State::Done(Err(error)) => {
                let may = may.clone();
                self.problem = Some(context.message(&error));
                self.choose(may);
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Writes { .. }) || self.pick.is_busy()
    }
}
