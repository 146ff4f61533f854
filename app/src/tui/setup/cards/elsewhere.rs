//! Without a printer at this computer: the sheets as files on a stick, after a warning.

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::super::controls::List;
use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::job::{Job, State};
use super::super::super::steps::answers;
use super::super::super::stick::{Holds, Pick};
use super::super::super::told::Told;
use super::super::super::view::View;
use super::super::super::work::work;
use super::super::{Setup, Way};
use super::{STAGE, WAY, many};
use crate::backup::SetId;
use crate::ceremony::{CeremonyError, Did, Elsewhere, Sheet};
use crate::language::Texts;
use crate::machine::sticks::Plugged;
use crate::paper::{Paper, Sheets};

/// The folder on the stick; the set's name follows.
const FOLDER: &str = "share-cards";
/// The answers to the warning; that it is understood is not preset.
const ANSWERS: [&str; 2] = ["no", "yes"];

/// What was written where.
#[derive(Clone)]
struct Wrote {
    of: Of,
    stick: String,
    folder: String,
}

/// Of what the files are.
type Of = (SetId, Paper, bool);

/// Where it is.
enum Phase {
    /// The warning.
    Warns,
    /// A stick is to be chosen.
    Chooses(Arc<Elsewhere>),
    /// The files are being written.
    Writes { job: Job<Result<(), CeremonyError>>, wrote: Wrote, may: Arc<Elsewhere> },
    /// They are there.
    Done(Arc<Elsewhere>),
}

/// Warning, stick, files.
pub(super) struct Files {
    phase: Phase,
    list: List,
    pick: Pick,
    problem: Option<Told>,
    wrote: Option<Wrote>,
}

impl Default for Files {
    fn default() -> Self {
        let (list, pick) = (List::default(), Pick::to_write(Holds::Cards));
        Files { phase: Phase::Warns, list, pick, problem: None, wrote: None }
    }
}

/// Of what files are wanted.
fn wanted(setup: &Setup) -> Option<Of> {
    Some((setup.sealed.as_ref()?.manifest().set, setup.paper, setup.behind))
}

/// Whether the bundle was written to this stick: with the cards beside it, it would hold everything.
fn has_bundle(setup: &Setup, stick: &Plugged) -> bool {
    setup.written.iter().any(|(_, with_bundle)| with_bundle.is_beside(stick))
}

impl Files {
    fn write(&mut self, stick: Plugged, may: Arc<Elsewhere>, setup: &mut Setup, desk: &mut Desk) {
        let (Some(sealed), Some(of)) = (setup.sealed.clone(), wanted(setup)) else { return };
        // Also if it fails half-way: what was on a stick can be found there.
        setup.cards_on.push(stick.clone());
        desk.now_holds(&stick, Holds::Cards);
        let folder = format!("{FOLDER}-{}", of.0);
        let wrote = Wrote { of, stick: stick.name().to_owned(), folder: folder.clone() };
        let (language, elsewhere) = (setup.plan.language.clone(), may.clone());
        let job = Job::start(&desk.wake, move |_| {
            let texts = Texts::of(&language);
            let (_, paper, behind) = of;
            let sheets = Sheets { texts: &texts, paper };
            elsewhere.write(&sealed, &sheets, behind, (&stick.open()?, &folder))
        });
        self.problem = None;
        self.phase = Phase::Writes { job, wrote, may };
    }

    fn choose(&mut self, may: Arc<Elsewhere>) {
        (self.pick, self.phase) = (Pick::to_write(Holds::Cards), Phase::Chooses(may));
    }
}

impl Step<Setup> for Files {
    fn id(&self) -> &'static str {
        "elsewhere"
    }

    fn stage(&self) -> usize {
        STAGE
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.way == Way::Elsewhere
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        (self.problem, self.list) = (None, List::default());
        let is_wanted = |wrote: &Wrote| Some(&wrote.of) == wanted(setup).as_ref();
        self.wrote = self.wrote.take().filter(is_wanted);
        if self.wrote.is_none() {
            self.phase = Phase::Warns;
        }
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        match &self.phase {
            Phase::Warns => View::new(desk.say("elsewhere"))
                .text(desk.say("elsewhere-text"))
                .warning(Elsewhere::warned(desk.texts()).0)
                .list(&self.list, answers(desk, "elsewhere", &ANSWERS))
                .enter(desk.say("key-choose")),
            Phase::Chooses(_) => {
                let view = View::new(desk.say("elsewhere-stick"))
                    .text(desk.say("elsewhere-stick-text"))
                    .problem(self.problem.as_ref());
                self.pick.view_with(desk, view, |_| desk.say("elsewhere-stick-note"))
            }
            Phase::Writes { job, wrote, .. } => {
                let label = desk.fill("elsewhere-writes", &[("stick", wrote.stick.clone().into())]);
                View::new(desk.say("elsewhere-stick"))
                    .text(desk.say("elsewhere-leave"))
                    .part(work(desk, label, None, job))
            }
            Phase::Done(_) => {
                let view = View::new(desk.say("elsewhere-done"));
                let Some(wrote) = &self.wrote else { return view };
                let files = ["elsewhere-files-cards", "elsewhere-files-record", "elsewhere-files-sheet"];
                let values = [
                    ("stick", wrote.stick.clone().into()),
                    ("folder", wrote.folder.clone().into()),
                    ("n", many(setup).into()),
                ];
                view.good(desk.fill("elsewhere-written", &values))
                    .text(desk.say("elsewhere-print"))
                    .lines(files.map(|key| format!("  {}", desk.fill(key, &values))).to_vec())
                    .text(desk.say("elsewhere-destroy"))
                    .warning(desk.say("elsewhere-stay"))
                    .text(desk.say("elsewhere-back"))
                    .enter(desk.say("key-next"))
                    .key("F5", desk.say("elsewhere-again"))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        match (&self.phase, key.code) {
            (Phase::Writes { .. }, _) => {}
            (Phase::Warns, KeyCode::Enter) if self.list.at == 0 => return Move::To(WAY),
            (Phase::Warns, KeyCode::Enter) => {
                let (_, may) = Elsewhere::warned(desk.texts());
                self.choose(Arc::new(may));
            }
            (Phase::Warns, _) => {
                return Move::nowhere(self.list.key(key, &answers(desk, "elsewhere", &ANSWERS)));
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
                if let Some(stick) = self.pick.key(key, desk).filter(|stick| !has_bundle(setup, stick)) {
                    self.write(stick, may, setup, desk);
                }
            }
            (Phase::Done(_), KeyCode::Enter) => return Move::Next,
            (Phase::Done(may), KeyCode::F(5)) => self.choose(may.clone()),
            (Phase::Done(_), _) => return Move::Stay,
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Phase::Writes { job, wrote, may } = &mut self.phase else {
            let to = self.pick.look(desk);
            let chosen = self.pick.chosen().filter(|stick| !has_bundle(setup, stick));
            if let (Some(stick), Phase::Chooses(may)) = (chosen, &self.phase) {
                let may = may.clone();
                self.write(stick, may, setup, desk);
            }
            return to;
        };
        match job.look() {
            State::Working => {}
            State::Panicked => {
                let may = may.clone();
                self.choose(may);
                self.problem = Some(desk.fault());
            }
            State::Done(Ok(())) => {
                setup.sealed.iter().for_each(|sealed| desk.journal.note(Did::printed(sealed, Sheet::Files)));
                self.wrote = Some(wrote.clone());
                self.phase = Phase::Done(may.clone());
            }
            State::Done(Err(error)) => {
                let may = may.clone();
                self.problem = Some(desk.tell(&error));
                self.choose(may);
            }
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Writes { .. }) || self.pick.is_busy()
    }
}
