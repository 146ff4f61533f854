//! Nitrokeys are written: insert one, see what is on it and will be gone, type the last four digits of its
//! serial, wait, put the label on. Once for each role.

mod unsure;
mod writer;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use self::unsure::Answer;
use super::controls::{Field, List};
use super::desk::Desk;
use super::flow::{Move, Step};
use super::job::{Job, Lent, State};
use super::nitrokeys;
use super::pin::PinEntry;
use super::steps::answers;
use super::told::Told;
use super::view::{Item, View};
use super::work::with_card;
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::nitrokey::{Erase, Found, Info, NitrokeyError, Pin, Proof, Start};
use crate::plan::Role;
pub(super) use writer::{Writer, Writes};

/// Reset, three keys, settings, PINs, reading back, three proofs.
const EVENTS: usize = 10;

/// Where it is with one Nitrokey.
enum Phase {
    /// Which one?
    Insert(List),
    /// It carries the owner's keys: is it to be erased all the same?
    Ours { info: Box<Info>, what: String, answer: List },
    /// This one, really? The last four digits are typed.
    Confirm { info: Box<Info>, digits: Field },
    /// Another maker's card, which may have no reset: its admin PIN, or its PINs are blocked?
    Unsure { consent: Consent, list: List },
    /// One without factory reset, or that is reset by it: its admin PIN.
    Admin { consent: Consent, resets: bool, entry: PinEntry },
    /// The backup does not hold the user PIN: a new one.
    User { consent: Consent, start: Start, entry: PinEntry },
    /// At work: in this role, and with the owner's consent.
    Working(Job<Done>, Role, Consent),
    /// Written and proven: the label.
    Proven(Proof),
}

/// What the owner has said already, for one Nitrokey.
#[derive(Clone)]
struct Consent {
    erase: Erase,
    /// The user PIN that it is to get, if the backup does not hold it.
    user: Option<SecretString>,
}

/// What the work gives back: the way to write, whatever happened, and what came of it.
type Done = Lent<Ready, Result<Proof, CeremonyError>>;

/// The step.
pub(super) struct Write {
    stage: usize,
    phase: Phase,
    /// How many were plugged in at the last look.
    found: usize,
    finishing: nitrokeys::Finishing,
    problem: Option<Told>,
}

impl Write {
    /// In this stage of its flow.
    pub(super) fn new(stage: usize) -> Self {
        let phase = Phase::Insert(List::default());
        Write { stage, phase, found: 0, finishing: nitrokeys::Finishing::default(), problem: None }
    }

    /// Which one is to be inserted; one that may be erased without loss is selected.
    fn again(&mut self, problem: Option<Told>, writer: &Writer, desk: &Desk) {
        self.found = desk.found.len();
        (self.phase, self.problem) = (Phase::Insert(Self::preset(writer, desk)), problem);
    }

    /// What is plugged in, a line each, and last: later.
    fn items(writer: &Writer, desk: &Desk) -> Vec<Item> {
        let expected = writer.role().and_then(|(_, serial)| *serial);
        let item = |found: &Found| match found {
            Found::HalfReset { reader } => {
                let reader = reader.clone();
                Item::new(
                    desk.say("write-half"),
                    desk.fill("nitrokey-half-reset", &[("reader", reader.into())]),
                )
            }
            Found::Unreadable { reader, cause } => nitrokeys::unreadable(desk, reader, *cause),
            Found::Nitrokey(info) => {
                let ours = writer.ours(desk, info);
                let note = match (writer.written_as(info.serial), expected) {
                    (Some(role), _) => desk.fill("write-same", &[("role", desk.role(role).into())]),
                    (None, None) if ours.is_some() => desk.say("write-ours"),
                    (None, Some(serial)) if serial != info.serial => {
                        desk.fill("write-other", &[("serial", serial.to_string().into())])
                    }
                    (None, _) if info.is_blank() => desk.say("write-blank"),
                    (None, _) if writer.has_keys(info) => desk.say("write-these"),
                    (None, _) => desk.say("write-full"),
                };
                Item::new(nitrokeys::line(desk, info, ours), note)
            }
        };
        let mut items: Vec<_> = desk.found.iter().map(item).collect();
        let needed = writer.rehearsed.as_ref().map_or(0, |rehearsed| rehearsed.plan().quorum.needed());
        let note = desk.fill("write-later-note", &[("needed", needed.into())]);
        items.push(Item::new(desk.say("write-later"), note));
        items
    }

    fn insert_view(writer: &Writer, desk: &Desk, list: &List) -> View {
        let Some((role, expected)) = writer.role() else { return View::default() };
        let name = desk.role(role);
        let view = View::new(desk.fill("write", &[("role", name.clone().into())]));
        let view = match expected {
            Some(serial) if desk.info(*serial).is_none() => {
                let serial = serial.to_string();
                let words = desk.fill("write-insert", &[("role", name.into()), ("serial", serial.into())]);
                nitrokeys::insert(view, words)
            }
            None if desk.found.is_empty() => {
                nitrokeys::insert(view, desk.fill("write-insert-any", &[("role", name.into())]))
            }
            _ if list.is_none() => view.warning(desk.say("write-none")),
            _ if desk.found.len() > 1 => view.warning(desk.say("write-two")),
            _ => view.text(desk.say("write-text")),
        };
        let view = match &desk.blind {
            Some(error) => view.problem(Some(&desk.tell(error))),
            None => view,
        };
        view.list(list, Self::items(writer, desk)).enter(desk.say("key-choose"))
    }

    /// The line that is selected: the Nitrokey that was met for this role, or that was begun to be written, or else
    /// one with nothing on it. One with keys is erased only if the owner goes to it; and with these very keys it may
    /// be the only one that works, so that not even having met it selects it.
    fn preset(writer: &Writer, desk: &Desk) -> List {
        let expected = writer.role().and_then(|(_, serial)| *serial);
        let fits = |found: &Found| match (found, expected) {
            (Found::Nitrokey(info), _) if writer.written_as(info.serial).is_some() => false,
            (Found::Nitrokey(info), Some(serial)) => {
                info.serial == serial && writer.ours(desk, info).is_none()
            }
            (Found::Nitrokey(info), None) => info.is_blank() || writer.has_begun(info.serial),
            (Found::HalfReset { .. }, _) => true,
            (Found::Unreadable { .. }, _) => false,
        };
        match desk.found.iter().position(fits) {
            Some(at) => List::at(at),
            // Nothing but 'later', and what cannot be read, which says why.
            None if desk.infos().next().is_none() => List::default(),
            None => List::none(),
        }
    }

    fn choose(&mut self, at: usize, writer: &mut Writer, desk: &Desk) -> Move {
        let Some((role, expected)) = writer.role().cloned() else { return Move::Next };
        self.problem = None;
        match desk.found.get(at) {
            None => {
                if let Some(ready) = &writer.rehearsed {
                    let of = Fingerprint::of(ready.identity());
                    desk.journal.note(Did::Later { of, nth: role.index() });
                }
                writer.later.push(role);
                self.again(None, writer, desk);
                return if writer.role().is_none() { Move::Next } else { Move::Here };
            }
            Some(Found::Unreadable { reader, cause }) => {
                let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                self.problem = Some(desk.tell(&error));
            }
            Some(Found::HalfReset { .. }) => self.finishing.start(desk),
            Some(Found::Nitrokey(info)) => {
                if let Some(role) = writer.written_as(info.serial) {
                    let error = CeremonyError::AlreadyFlashed { serial: info.serial, role: role.clone() };
                    self.problem = Some(desk.tell(&error));
                } else if let Some(serial) = expected.filter(|serial| *serial != info.serial) {
                    let serial = [("serial", serial.to_string().into())];
                    self.problem = Some(Told {
                        happened: desk.fill("write-wrong", &serial),
                        now: desk.fill("write-wrong-now", &serial),
                    });
                } else if let Some(what) = writer.ours(desk, info) {
                    self.phase = Phase::Ours { info: info.clone(), what, answer: List::default() };
                } else {
                    self.phase = Phase::Confirm { info: info.clone(), digits: Field::new(4) };
                }
            }
        }
        Move::Here
    }

    fn confirmed(&mut self, writer: &mut Writer, desk: &Desk) {
        let Phase::Confirm { info, digits } = &self.phase else { return };
        match Erase::confirm(info, digits.text()) {
            Err(error) => self.problem = Some(desk.tell(&error)),
            Ok(erase) if info.factory_reset => {
                self.start(Consent { erase, user: None }, Start::FactoryReset, writer, desk);
            }
            Ok(erase) if writer.rehearsed.as_ref().is_some_and(|r| r.has_begun(erase.serial())) => {
                // Begun in this sitting: its admin PIN is known.
                self.start(Consent { erase, user: None }, Start::NewPin, writer, desk);
            }
            Ok(erase) => {
                let entry = PinEntry::known(Pin::Admin);
                let consent = Consent { erase, user: None };
                (self.phase, self.problem) = (Phase::Admin { consent, resets: false, entry }, None);
            }
        }
    }

    /// Begins to write, or asks for the user PIN first if the backup does not hold it.
    fn start(&mut self, consent: Consent, start: Start, writer: &mut Writer, desk: &Desk) {
        let Some((role, _)) = writer.role() else { return };
        let pins = writer.rehearsed.as_ref().map(|rehearsed| rehearsed.pins(role, None));
        self.problem = None;
        match pins {
            Some(Err(CeremonyError::UserPinNeeded { .. })) if consent.user.is_none() => {
                let rules = desk.info(consent.erase.serial()).map(|info| info.pin_rules.user);
                let entry = PinEntry::new_pin(Pin::User, rules.unwrap_or((6, 127)));
                self.phase = Phase::User { consent, start, entry };
            }
            Some(Ok(_) | Err(CeremonyError::UserPinNeeded { .. })) => self.work(consent, start, writer, desk),
            Some(Err(error)) => self.again(Some(desk.tell(&error)), writer, desk),
            None => {}
        }
    }

    fn work(&mut self, consent: Consent, start: Start, writer: &mut Writer, desk: &Desk) {
        let Some((role, _)) = writer.role().cloned() else { return };
        let Some(rehearsed) = writer.rehearsed.take() else { return };
        let (nitrokeys, name, given) = (desk.nitrokeys.clone(), role.clone(), consent.clone());
        let job = Job::lend(&desk.wake, rehearsed, move |rehearsed: &mut Ready, events| {
            let held = nitrokeys.hold();
            let pins = rehearsed.pins(&role, given.user.as_ref())?;
            let flashed = rehearsed.flash(held.bus, &given.erase, &role, &pins, &start, events)?;
            rehearsed.prove(held.bus, &flashed, &pins, events)
        });
        self.phase = Phase::Working(job, name, consent);
    }

    fn done(
        &mut self,
        (rehearsed, result): Done,
        (role, consent): (Role, Consent),
        writer: &mut Writer,
        desk: &Desk,
    ) {
        if let Some(Ok(proof)) = &result {
            desk.journal.note(Did::written_and_proven(rehearsed.identity(), proof.serial, &role));
        }
        writer.rehearsed = Some(rehearsed);
        match result {
            Some(Err(CeremonyError::Nitrokey(error @ NitrokeyError::MayHaveNoReset { .. }))) => {
                let list = List::default();
                (self.phase, self.problem) = (Phase::Unsure { consent, list }, Some(desk.tell(&error)));
            }
            Some(Ok(proof)) => {
                writer.proofs.push((role, proof.clone()));
                (self.phase, self.problem) = (Phase::Proven(proof), None);
            }
            Some(Err(error)) => {
                let told = desk.tell(&error);
                let sealed = matches!(&error, CeremonyError::Nitrokey(error) if error.is_of_the_plan());
                let now = if sealed { desk.say("write-not-taken") } else { told.now };
                self.again(Some(Told { now, ..told }), writer, desk);
            }
            None => self.again(Some(desk.fault()), writer, desk),
        }
    }

    fn proven_view(writer: &Writer, desk: &Desk, proof: &Proof) -> View {
        let Some(role) = writer.written_as(proof.serial) else { return View::default() };
        let serial = proof.serial.to_string();
        let values = [("role", desk.role(role).into()), ("serial", serial.clone().into())];
        View::new(desk.say("proven"))
            .good(desk.fill("proven-text", &values))
            .lines(nitrokeys::label(&desk.say(label(role)), &serial))
            .text(desk.fill("proven-label", &values))
            .enter(desk.say("key-next"))
    }
}

/// Whether one with the owner's keys is to be erased; no comes first.
const ERASE: [&str; 2] = ["no", "yes"];

/// The words on a label.
fn label(role: &Role) -> &'static str {
    match role {
        Role::Primary => "label-primary",
        Role::Spare(_) | Role::Other(_) => "label-spare",
    }
}

impl<S: Writes> Step<S> for Write {
    fn id(&self) -> &'static str {
        "write"
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        story.writer().rehearsed.is_some()
    }

    fn enter(&mut self, story: &mut S, desk: &mut Desk) {
        // What was put off may be at hand now.
        story.writer_mut().later.clear();
        self.again(None, story.writer(), desk);
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        let writer = story.writer();
        let view = match &self.phase {
            Phase::Insert(_) if writer.role().is_none() => {
                View::new(desk.say("write-all")).good(desk.say("write-all-text")).enter(desk.say("key-next"))
            }
            Phase::Insert(list) => Self::insert_view(writer, desk, list),
            Phase::Ours { info, what, answer } => {
                let role = writer.role().map(|(role, _)| desk.role(role)).unwrap_or_default();
                View::new(desk.say("write-erase"))
                    .strong(nitrokeys::who(desk, info))
                    .warning(desk.fill("write-erase-text", &[("what", what.clone().into())]))
                    .text(desk.fill("write-erase-role", &[("role", role.into())]))
                    .list(answer, answers(desk, "write-erase", &ERASE))
                    .enter(desk.say("key-choose"))
            }
            Phase::Confirm { info, digits } => {
                let view = View::new(desk.say("confirm")).strong(nitrokeys::who(desk, info));
                let view = nitrokeys::contents(desk, info, view).warning(desk.say(match () {
                    () if info.is_blank() => "confirm-blank",
                    () if writer.has_keys(info) => "confirm-these",
                    () => "confirm-gone",
                }));
                nitrokeys::warnings(desk, info.before_erasing(), view)
                    .field(desk.say("confirm-field"), digits, true)
                    .enter(desk.say("confirm-enter"))
            }
            Phase::Unsure { list, .. } => unsure::view(desk, list),
            Phase::Admin { entry, resets, .. } => {
                let text = if *resets { "unsure-admin-text" } else { "write-admin-text" };
                let view = View::new(desk.say("write-admin")).text(desk.say(text));
                entry.view(desk, view).key("F3", desk.say("write-admin-new"))
            }
            Phase::User { entry, .. } => {
                entry.view(desk, View::new(desk.say("write-user")).text(desk.say("write-user-text")))
            }
            Phase::Working(job, ..) => {
                let view = View::new(desk.say("writing")).text(desk.say("writing-text"));
                with_card(desk, view, job, EVENTS)
            }
            Phase::Proven(proof) => return Self::proven_view(writer, desk, proof),
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move {
        let writer = story.writer_mut();
        let enter = key.code == KeyCode::Enter;
        if key.code == KeyCode::Esc {
            return match self.phase {
                Phase::Insert(_) => Move::Stay,
                Phase::Working(..) => Move::Here,
                _ => {
                    self.again(None, writer, desk);
                    Move::Here
                }
            };
        }
        match &mut self.phase {
            Phase::Insert(_) if writer.role().is_none() => {
                return if enter { Move::Next } else { Move::Stay };
            }
            Phase::Insert(list) => {
                let items = Self::items(writer, desk);
                if enter && list.is_none() {
                    return Move::Here;
                }
                if enter {
                    let at = list.at.min(items.len() - 1);
                    return self.choose(at, writer, desk);
                }
                list.key(key, &items);
            }
            Phase::Ours { info, answer, .. } if enter && answer.at == 1 => {
                self.phase = Phase::Confirm { info: info.clone(), digits: Field::new(4) };
            }
            Phase::Ours { .. } if enter => self.again(None, writer, desk),
            Phase::Ours { answer, .. } => {
                answer.key(key, &answers(desk, "write-erase", &ERASE));
            }
            Phase::Confirm { .. } if enter => self.confirmed(writer, desk),
            Phase::Confirm { digits, .. } => {
                digits.key(key);
            }
            Phase::Unsure { consent, list } => {
                let Consent { erase, user } = consent.clone();
                match unsure::key(key, list, desk) {
                    None => {}
                    Some(Answer::AdminPin) => {
                        let entry = PinEntry::known(Pin::Admin);
                        let consent = Consent { erase, user };
                        (self.phase, self.problem) = (Phase::Admin { consent, resets: true, entry }, None);
                    }
                    Some(Answer::Block) => {
                        let consent = Consent { erase: erase.even_if_lost(), user };
                        self.start(consent, Start::FactoryReset, writer, desk);
                    }
                    Some(Answer::Another) => self.again(None, writer, desk),
                }
            }
            Phase::Admin { consent, resets, .. } if key.code == KeyCode::F(3) => {
                let (consent, resets) = (consent.clone(), *resets);
                let start = if resets { Start::ResetByNew } else { Start::NewPin };
                self.start(consent, start, writer, desk);
            }
            Phase::Admin { consent, resets, entry } => {
                if let Some(pin) = entry.key(key, desk) {
                    let start = if *resets { Start::ResetBy(pin) } else { Start::AdminPin(pin) };
                    let consent = consent.clone();
                    self.start(consent, start, writer, desk);
                }
            }
            Phase::User { consent, start, entry } => {
                if let Some(pin) = entry.key(key, desk) {
                    let consent = Consent { user: Some(pin), ..consent.clone() };
                    let start = start.clone();
                    self.work(consent, start, writer, desk);
                }
            }
            Phase::Working(..) => {}
            Phase::Proven(_) if enter => {
                self.again(None, writer, desk);
                if writer.role().is_none() {
                    return Move::Next;
                }
            }
            Phase::Proven(_) => {}
        }
        Move::Here
    }

    fn look(&mut self, story: &mut S, desk: &mut Desk) -> Move {
        self.problem = self.finishing.look(desk).or(self.problem.take());
        match &mut self.phase {
            Phase::Working(job, role, consent) => {
                let of = (role.clone(), consent.clone());
                match job.look() {
                    State::Working => {}
                    State::Panicked => self.again(Some(desk.fault()), story.writer(), desk),
                    State::Done(done) => self.done(done, of, story.writer_mut(), desk),
                }
            }
            // One that is pulled out is not confirmed any more.
            Phase::Ours { info, .. } | Phase::Confirm { info, .. } if desk.info(info.serial).is_none() => {
                self.again(None, story.writer(), desk);
            }
            // One that is new is offered, whatever was selected before.
            Phase::Insert(list) if self.found != desk.found.len() => {
                *list = Self::preset(story.writer(), desk);
                self.found = desk.found.len();
            }
            _ => {}
        }
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Working(..))
    }
}
