//! Stages 6 and 8: seal and split; the bundle on sticks.

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::{Job, State};
use super::super::stick::{Holds, Pick};
use super::super::told::{Tell, Told};
use super::super::view::View;
use super::super::work::{Work, progress};
use super::Setup;
use crate::ceremony::{CeremonyError, Did, Sealed, Split, Written};
use crate::machine::sticks::Plugged;

type Sealing = Result<Sealed, CeremonyError>;

/// Stage 6.
pub(super) fn seal() -> Box<dyn Step<Setup>> {
    let start = |setup: &mut Setup, desk: &mut Desk| -> Option<Job<Sealing>> {
        // What was sealed stays good as long as the keys do.
        let made = setup.made.clone().filter(|_| setup.sealed.is_none())?;
        Some(Job::start(&desk.wake, move |events| {
            Sealed::seal(&made, Split::of_new_key(made.plan().quorum)?, events)
        }))
    };
    let done = |setup: &mut Setup, desk: &mut Desk, sealed: Sealing| {
        let sealed = sealed.map_err(|error| desk.tell(&error))?;
        desk.journal.note(Did::sealed(&sealed));
        setup.sealed = Some(Arc::new(sealed));
        Ok(())
    };
    let shown = |setup: &Setup, desk: &Desk, view: View| {
        let Some(sealed) = &setup.sealed else { return view };
        let quorum = sealed.manifest().quorum;
        let values = [
            ("set", sealed.manifest().set.to_string().into()),
            ("k", quorum.needed().into()),
            ("n", quorum.cards().into()),
        ];
        view.good(desk.fill("seal-done", &values))
    };
    Box::new(Work { shown, ..Work::new("seal", 6, start, done) })
}

/// Stage 8: to one stick or more.
pub(super) struct Bundle {
    pick: Pick,
    job: Option<(Job<Result<Written, CeremonyError>>, Plugged)>,
    problem: Option<Told>,
    /// One more is wanted.
    more: bool,
}

impl Default for Bundle {
    fn default() -> Self {
        Bundle { pick: Pick::to_write(Holds::Bundle), job: None, problem: None, more: false }
    }
}

impl Bundle {
    fn take(&mut self, stick: Plugged, setup: &Setup, desk: &Desk) {
        match setup.cards_on.iter().any(|with_cards| with_cards.is_beside(&stick)) {
            // Whoever found it would have everything.
            true => {
                self.pick.anew();
                self.problem = Some(beside_cards(&stick, desk));
            }
            false => self.write(stick, setup, desk),
        }
    }

    fn write(&mut self, stick: Plugged, setup: &Setup, desk: &Desk) {
        let Some(sealed) = setup.sealed.clone() else { return };
        let plugged = stick.clone();
        let job = Job::start(&desk.wake, move |events| sealed.write(&plugged.open()?, events));
        (self.job, self.problem) = (Some((job, stick)), None);
    }
}

/// The share cards lie on this stick as files.
fn beside_cards(stick: &Plugged, desk: &Desk) -> Told {
    Told {
        happened: desk.fill("bundle-cards", &[("stick", stick.name().to_owned().into())]),
        now: desk.say("bundle-cards-now"),
    }
}

impl Step<Setup> for Bundle {
    fn id(&self) -> &'static str {
        "bundle"
    }

    fn stage(&self) -> usize {
        8
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        (self.problem, self.more) = (None, false);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        let view = View::new(desk.say("bundle")).text(desk.say("bundle-text"));
        if let Some((job, _)) = &self.job {
            return view.part(progress(desk, job, None));
        }
        let view = setup.written.iter().fold(view, |view, (written, _)| {
            let values = [("stick", written.stick.clone().into()), ("folder", written.folder.clone().into())];
            view.good(desk.fill("bundle-done", &values))
        });
        if setup.written.is_empty() || self.more {
            return self.pick.view(desk, view).problem(self.problem.as_ref());
        }
        view.text(desk.say("bundle-more-text"))
            .problem(self.problem.as_ref())
            .enter(desk.say("key-next"))
            .key("F5", desk.say("bundle-more"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        let choosing = setup.written.is_empty() || self.more;
        match key.code {
            _ if self.job.is_some() => {}
            _ if self.pick.is_formatting() => {
                self.pick.key(key, desk);
            }
            KeyCode::Esc if self.more => self.more = false,
            KeyCode::Esc => return Move::Stay,
            _ if choosing => {
                if let Some(stick) = self.pick.key(key, desk) {
                    self.take(stick, setup, desk);
                }
            }
            KeyCode::Enter => return Move::Next,
            KeyCode::F(5) => {
                self.pick.anew();
                self.more = true;
            }
            _ => return Move::Stay,
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some((job, _)) = &mut self.job else {
            let to = self.pick.look(desk);
            if let Some(stick) = self.pick.chosen() {
                self.take(stick, setup, desk);
            }
            return to;
        };
        let done = match job.look() {
            State::Working => return Move::Stay,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(desk.fault()));
                return Move::Stay;
            }
            State::Done(done) => done,
        };
        let Some((_, stick)) = self.job.take() else { return Move::Stay };
        match done {
            Ok(written) => {
                desk.now_holds(&stick, Holds::Bundle);
                setup.sealed.iter().for_each(|sealed| desk.journal.note(Did::written(sealed)));
                // Written once more, it is still one stick.
                setup.written.retain(|(_, before)| before.id() != stick.id());
                setup.written.push((written, stick));
                self.more = false;
            }
            Err(error) => self.problem = Some(error.tell(desk.texts())),
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
