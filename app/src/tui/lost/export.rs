//! Without a Nitrokey: the keys go onto a stick, under a passphrase.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::{Job, Lent, State};
use super::super::pin::PinEntry;
use super::super::steps::Read;
use super::super::stick::{Holds, Pick};
use super::super::told::Told;
use super::super::view::View;
use super::super::work::progress;
use super::{Lost, Way};
use crate::backup::{IMPORT_PUBLIC, IMPORT_SECRET, forget};
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::machine::sticks::Plugged;

/// The least for a key that lies on a disk.
const SHORTEST: usize = 12;

pub(super) fn steps() -> Vec<Box<dyn Step<Lost>>> {
    let passphrase = Passphrase { entry: PinEntry::new_passphrase(SHORTEST) };
    let stick = Stick { pick: Pick::to_write(Holds::Export), job: None, problem: None };
    vec![Box::new(meaning()), Box::new(passphrase), Box::new(stick), Box::new(how())]
}

fn is_wanted(lost: &Lost) -> bool {
    lost.way == Way::Export
}

/// What it means to have the keys in a file.
fn meaning() -> Read<Lost> {
    Read {
        id: "lost-export",
        stage: 5,
        view: |_, desk| {
            View::new(desk.say("lost-export"))
                .warning(desk.say("lost-export-warning"))
                .text(desk.say("lost-export-text"))
                .enter(desk.say("key-next"))
        },
        applies: is_wanted,
        next: Move::Next,
    }
}

/// What to do with the file.
fn how() -> Read<Lost> {
    Read {
        id: "lost-exported",
        stage: 5,
        view: |lost, desk| {
            let view = View::new(desk.say("lost-exported"));
            let (Some((folder, stick)), Some(rehearsed)) = (&lost.exported, &lost.writer.rehearsed) else {
                return view;
            };
            let fingerprint = rehearsed.identity().fingerprint();
            let commands = [vec![IMPORT_PUBLIC.into()], forget(&fingerprint), vec![IMPORT_SECRET.into()]];
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(desk.fill("lost-exported-good", &values))
                .text(desk.say("lost-exported-text"))
                .lines(commands.concat())
                .text(desk.say("lost-exported-after"))
                .enter(desk.say("key-next"))
        },
        applies: is_wanted,
        next: Move::Next,
    }
}

/// A new passphrase, typed twice.
struct Passphrase {
    entry: PinEntry,
}

impl Step<Lost> for Passphrase {
    fn id(&self) -> &'static str {
        "lost-passphrase"
    }

    fn stage(&self) -> usize {
        5
    }

    fn applies(&self, lost: &Lost) -> bool {
        is_wanted(lost)
    }

    fn enter(&mut self, _: &mut Lost, _: &mut Desk) {
        self.entry = PinEntry::new_passphrase(SHORTEST);
    }

    fn view(&self, _: &Lost, desk: &Desk) -> View {
        self.entry.view(desk, View::new(desk.say("lost-passphrase")).text(desk.say("lost-passphrase-text")))
    }

    fn key(&mut self, key: KeyEvent, lost: &mut Lost, desk: &mut Desk) -> Move {
        if key.code == KeyCode::Esc {
            return Move::Stay;
        }
        match self.entry.key(key, desk) {
            Some(passphrase) => {
                lost.passphrase = Some(passphrase);
                Move::Next
            }
            None => Move::Here,
        }
    }
}

/// Which stick; then it is written.
struct Stick {
    pick: Pick,
    job: Option<Job<Done>>,
    problem: Option<Told>,
}

/// What the work gives back: the identity, whatever happened, and the folder and the stick.
type Done = Lent<Ready, Result<(String, String), CeremonyError>>;

impl Stick {
    fn write(&mut self, stick: Plugged, lost: &mut Lost, desk: &mut Desk) -> Move {
        let Some(passphrase) = lost.passphrase.clone() else { return Move::Back };
        let Some(rehearsed) = lost.writer.rehearsed.take() else { return Move::Here };
        self.problem = None;
        // Also if it fails half-way: what was on a stick can be found there.
        desk.now_holds(&stick, Holds::Export);
        self.job = Some(Job::lend(&desk.wake, rehearsed, move |rehearsed: &mut Ready, _| {
            let folder = rehearsed.export(&stick.open()?, &passphrase)?;
            Ok((folder, stick.name().to_owned()))
        }));
        Move::Here
    }
}

impl Step<Lost> for Stick {
    fn id(&self) -> &'static str {
        "lost-stick"
    }

    fn stage(&self) -> usize {
        5
    }

    fn applies(&self, lost: &Lost) -> bool {
        is_wanted(lost)
    }

    fn enter(&mut self, _: &mut Lost, _: &mut Desk) {
        self.problem = None;
    }

    fn view(&self, _: &Lost, desk: &Desk) -> View {
        let view = View::new(desk.say("lost-stick")).text(desk.say("lost-stick-text"));
        match &self.job {
            Some(job) => view.part(progress(desk, job, None)),
            None => self.pick.view(desk, view).problem(self.problem.as_ref()),
        }
    }

    fn key(&mut self, key: KeyEvent, lost: &mut Lost, desk: &mut Desk) -> Move {
        if self.job.is_some() {
            return Move::Here;
        }
        if key.code == KeyCode::Esc && !self.pick.is_formatting() {
            return Move::Stay;
        }
        match self.pick.key(key, desk) {
            Some(stick) => self.write(stick, lost, desk),
            None => Move::Here,
        }
    }

    fn look(&mut self, lost: &mut Lost, desk: &mut Desk) -> Move {
        match self.job.as_mut().map(Job::look) {
            None => {
                let to = self.pick.look(desk);
                match self.pick.chosen() {
                    Some(stick) => self.write(stick, lost, desk),
                    None => to,
                }
            }
            Some(State::Working) => Move::Stay,
            Some(State::Panicked) => {
                (self.job, self.problem) = (None, Some(desk.fault()));
                Move::Stay
            }
            Some(State::Done((rehearsed, done))) => {
                self.job = None;
                if let Some(Ok(_)) = &done {
                    desk.journal.note(Did::Exported { of: Fingerprint::of(rehearsed.identity()) });
                }
                lost.writer.rehearsed = Some(rehearsed);
                self.problem = match done {
                    Some(Ok(exported)) => {
                        (lost.exported, lost.passphrase) = (Some(exported), None);
                        return Move::Next;
                    }
                    Some(Err(error)) => Some(desk.tell(&error)),
                    None => Some(desk.fault()),
                };
                Move::Stay
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
