//! The spare is proven: it signs, decrypts and logs in. Only then is it what everything rests on.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::{Job, Lent, State};
use super::super::nitrokeys;
use super::super::pin::PinEntry;
use super::super::told::Told;
use super::super::view::View;
use super::super::work::with_card;
use super::{Lost, Way};
use crate::ceremony::{CeremonyError, Did, Events, Fingerprint, Ready};
use crate::nitrokey::{Info, NitrokeyError, Pin, Proof, Serial};

/// What is read back, and three slots.
const EVENTS: usize = 4;

/// How far it is.
enum Phase {
    /// It is to be inserted.
    Insert,
    /// Its PIN: from the backup, or typed.
    Pin { serial: Serial, known: Option<SecretString>, entry: PinEntry },
    /// At work.
    Working(Job<Done>),
    /// It was proven.
    Proven,
}

/// What the work gives back: the identity, whatever happened, and what came of it.
type Done = Lent<Ready, Result<Proof, CeremonyError>>;

/// Which of the Nitrokeys that are plugged in is meant.
enum Here<'a> {
    /// This one has these keys.
    Spare(&'a Info),
    /// More than one has.
    Many,
    /// One is plugged in, with other keys or none.
    Other(&'a Info),
    None,
}

/// The step.
pub(super) struct Prove {
    phase: Phase,
    /// The one that does not have the user PIN from the backup: it is not given again.
    changed: Option<Serial>,
    problem: Option<Told>,
}

impl Prove {
    pub(super) fn new() -> Self {
        Prove { phase: Phase::Insert, changed: None, problem: None }
    }

    fn here<'a>(rehearsed: &Ready, desk: &'a Desk) -> Here<'a> {
        let mut ours = desk.infos().filter(|info| nitrokeys::has_keys(rehearsed, info));
        match (ours.next(), ours.next(), desk.infos().next()) {
            (Some(info), None, _) => Here::Spare(info),
            (Some(_), Some(_), _) => Here::Many,
            (None, _, Some(other)) => Here::Other(other),
            (None, _, None) => Here::None,
        }
    }

    fn insert_view(&self, lost: &Lost, desk: &Desk, view: View) -> View {
        let Some(rehearsed) = &lost.writer.rehearsed else { return view };
        let view = view.text(desk.say("lost-prove-text")).key("F3", desk.say("lost-prove-skip"));
        if let Some(error) = &desk.blind {
            return view.problem(Some(&desk.tell(error)));
        }
        match Self::here(rehearsed, desk) {
            Here::Spare(info) => view
                .strong(nitrokeys::who(desk, info))
                .good(desk.say("lost-prove-here"))
                .enter(desk.say("key-next")),
            Here::Many => view.warning(desk.say("lost-prove-many")),
            Here::Other(info) => nitrokeys::contents(desk, info, view.strong(nitrokeys::who(desk, info)))
                .warning(desk.say("lost-prove-other")),
            Here::None => {
                let view = nitrokeys::insert(view, desk.say("lost-prove-insert"));
                desk.unreadable().fold(view, |view, error| view.problem(Some(&desk.tell(&error))))
            }
        }
    }

    /// The PIN from the backup, if it is there for this one.
    fn ask_pin(&mut self, lost: &Lost, serial: Serial) {
        let rehearsed = lost.writer.rehearsed.as_ref().filter(|_| self.changed != Some(serial));
        let pins = rehearsed.and_then(|r| r.role_of_ours(serial).and_then(|role| r.pins(role, None).ok()));
        let known = pins.map(|pins| pins.user);
        (self.phase, self.problem) = (Phase::Pin { serial, known, entry: PinEntry::known(Pin::User) }, None);
    }

    fn start(&mut self, serial: Serial, pin: SecretString, lost: &mut Lost, desk: &Desk) {
        let Some(rehearsed) = lost.writer.rehearsed.take() else { return };
        let nitrokeys = desk.nitrokeys.clone();
        self.problem = None;
        let work = move |rehearsed: &mut Ready, events: Events<'_>| {
            rehearsed.prove_spare(nitrokeys.hold().bus, serial, &pin, events)
        };
        self.phase = Phase::Working(Job::lend(&desk.wake, rehearsed, work));
    }

    fn done(&mut self, (rehearsed, result): Done, lost: &mut Lost, desk: &Desk) {
        if let Some(Ok(proof)) = &result {
            let of = Fingerprint::of(rehearsed.identity());
            desk.journal.note(Did::Proven { of, serial: proof.serial });
        }
        lost.writer.rehearsed = Some(rehearsed);
        match result {
            Some(Ok(proof)) => {
                lost.proven(proof);
                self.phase = Phase::Proven;
            }
            None => (self.phase, self.problem) = (Phase::Insert, Some(desk.fault())),
            Some(Err(error)) => {
                self.problem = Some(desk.tell(&error));
                self.phase = match error {
                    // The same PIN again would cost another try, and the last one is not spent.
                    CeremonyError::Nitrokey(NitrokeyError::WrongPin { serial, left: 2.., .. }) => {
                        self.changed = Some(serial);
                        Phase::Pin { serial, known: None, entry: PinEntry::known(Pin::User) }
                    }
                    _ => Phase::Insert,
                };
            }
        }
    }
}

impl Step<Lost> for Prove {
    fn id(&self) -> &'static str {
        "lost-prove"
    }

    fn stage(&self) -> usize {
        5
    }

    fn applies(&self, lost: &Lost) -> bool {
        lost.way == Way::Spare
    }

    fn enter(&mut self, lost: &mut Lost, _: &mut Desk) {
        self.problem = None;
        self.phase = if lost.proven.is_some() { Phase::Proven } else { Phase::Insert };
    }

    fn view(&self, lost: &Lost, desk: &Desk) -> View {
        let view = View::new(desk.say("lost-prove"));
        let view = match &self.phase {
            Phase::Insert => self.insert_view(lost, desk, view),
            Phase::Pin { known: Some(_), .. } => view
                .text(desk.say("lost-prove-known"))
                .enter(desk.say("key-next"))
                .key("F3", desk.say("lost-prove-type")),
            Phase::Pin { entry, .. } => entry.view(desk, view.text(desk.say("lost-prove-pin"))),
            Phase::Working(job) => with_card(desk, view.text(desk.say("lost-prove-work")), job, EVENTS),
            Phase::Proven => view
                .good(desk.say("lost-prove-good"))
                .text(desk.say("lost-prove-good-text"))
                .enter(desk.say("key-next")),
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, lost: &mut Lost, desk: &mut Desk) -> Move {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Working(_) => {}
            Phase::Insert | Phase::Proven if key.code == KeyCode::Esc => return Move::Stay,
            _ if key.code == KeyCode::Esc => (self.phase, self.problem) = (Phase::Insert, None),
            Phase::Proven => return if enter { Move::Next } else { Move::Stay },
            Phase::Insert if key.code == KeyCode::F(3) => {
                if let Some(ready) = &lost.writer.rehearsed {
                    desk.journal.note(Did::SpareNotProven { of: Fingerprint::of(ready.identity()) });
                }
                return Move::Next;
            }
            Phase::Insert if enter => {
                let Some(rehearsed) = &lost.writer.rehearsed else { return Move::Here };
                if let Here::Spare(info) = Self::here(rehearsed, desk) {
                    self.ask_pin(lost, info.serial);
                }
            }
            Phase::Insert => return Move::Stay,
            Phase::Pin { known, .. } if known.is_some() && key.code == KeyCode::F(3) => *known = None,
            Phase::Pin { serial, known: Some(pin), .. } => {
                if enter {
                    let (serial, pin) = (*serial, pin.clone());
                    self.start(serial, pin, lost, desk);
                }
            }
            Phase::Pin { serial, known: None, entry } => {
                let serial = *serial;
                if enter {
                    self.problem = None;
                }
                if let Some(pin) = entry.key(key, desk) {
                    self.start(serial, pin, lost, desk);
                }
            }
        }
        Move::Here
    }

    fn look(&mut self, lost: &mut Lost, desk: &mut Desk) -> Move {
        match &mut self.phase {
            Phase::Working(job) => match job.look() {
                State::Working => {}
                State::Panicked => (self.phase, self.problem) = (Phase::Insert, Some(desk.fault())),
                State::Done(done) => self.done(done, lost, desk),
            },
            // One that was pulled out is not asked for its PIN.
            Phase::Pin { serial, .. } if desk.info(*serial).is_none() => self.phase = Phase::Insert,
            _ => {}
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Working(_))
    }
}
