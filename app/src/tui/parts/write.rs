//! Nitrokeys are written: insert one, see what is on it and will be gone, type the last four digits of its
//! serial, wait, put the label on. Once for each role.

mod insert;
mod proven;
mod unsure;
mod writer;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use self::unsure::Answer;
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::language::Noted;
use crate::nitrokey::{Erase, Found, Info, NitrokeyError, Pin, Proof, Unlock};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;
use crate::tui::parts::nitrokeys;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::sealing::newer;
use crate::tui::parts::work::with_card;
pub(in crate::tui) use writer::{Writer, Writes};

/// Reset, three keys, settings, PINs, reading back, three proofs.
const EVENTS: usize = 10;

/// How far one Nitrokey is.
enum Phase {
    /// Which one?
    Insert(List),
    /// It carries the owner's keys: is it to be erased all the same?
    Ours { info: Box<Info>, what: Option<String>, answer: List },
    /// This one, really? The last four digits are typed.
    Confirm { info: Box<Info>, digits: Field },
    /// Another maker's card, which may have no reset: its admin PIN, or its PINs are blocked?
    Unsure { consent: Consent, list: List },
    /// One without factory reset, or that is reset by it: its admin PIN.
    Admin { consent: Consent, resets: bool, entry: PinEntry },
    /// The backup does not hold the user PIN: a new one.
    User { consent: Consent, start: Unlock, entry: PinEntry },
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
pub(in crate::tui) struct Write {
    phase: Phase,
    /// How many were plugged in at the last look.
    found: usize,
    finishing: nitrokeys::Finishing,
    problem: Option<Message>,
}

impl Write {
    pub(in crate::tui) fn new() -> Self {
        let phase = Phase::Insert(List::default());
        Write { phase, found: 0, finishing: nitrokeys::Finishing::default(), problem: None }
    }

    /// Which one is to be inserted; one that may be erased without loss is selected.
    fn again(&mut self, problem: Option<Message>, writer: &Writer, context: &Context) {
        self.found = context.found.len();
        (self.phase, self.problem) = (Phase::Insert(insert::preset(writer, context)), problem);
    }

    /// The next one; if it is to be asked for by itself, and is there, the yes to it.
    fn next(&mut self, state: &impl Writes, context: &Context) {
        self.again(None, state.writer(), context);
        self.asks(state, context);
    }

    fn asks(&mut self, state: &impl Writes, context: &Context) {
        if let Some(info) = state.writer().met(context).filter(|_| state.asks_by_itself()) {
            self.phase = Phase::Confirm { info: Box::new(info), digits: Field::new(4) };
        }
    }

    fn choose(&mut self, at: usize, writer: &mut Writer, context: &Context) -> StepOutcome {
        let Some((role, expected)) = writer.role().cloned() else { return StepOutcome::Next };
        self.problem = None;
        match context.found.get(at) {
            None => {
                if let Some(ready) = &writer.rehearsed {
                    let of = Fingerprint::of(ready.identity());
                    context.journal.note(Did::Later { of, nth: role.index() });
                }
                writer.later.push(role);
                self.again(None, writer, context);
                return if writer.role().is_none() { StepOutcome::Next } else { StepOutcome::Handled };
            }
            Some(Found::Unreadable { reader, cause }) => {
                let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                self.problem = Some(context.message(&error));
            }
            Some(Found::HalfReset { .. }) => self.finishing.start(context),
            Some(Found::Nitrokey(info)) => {
                if let Some(role) = writer.written_as(info.serial) {
                    let error = CeremonyError::AlreadyFlashed { serial: info.serial, role: role.clone() };
                    self.problem = Some(context.message(&error));
                } else if let Some(serial) = expected.filter(|serial| *serial != info.serial) {
                    let serial = [("serial", serial.to_string().into())];
                    self.problem = Some(context.pair(pair!("write-wrong"), &serial));
                } else if writer.ours(context, info).is_some() || writer.is_newer(info) {
                    let what = writer.ours(context, info);
                    self.phase = Phase::Ours { info: info.clone(), what, answer: List::default() };
                } else {
                    self.phase = Phase::Confirm { info: info.clone(), digits: Field::new(4) };
                }
            }
        }
        StepOutcome::Handled
    }

    fn confirmed(&mut self, writer: &mut Writer, context: &Context) {
        let Phase::Confirm { info, digits } = &self.phase else { return };
        match Erase::confirm(info, digits.text()) {
            Err(error) => self.problem = Some(context.message(&error)),
            Ok(erase) if info.factory_reset => {
                self.start(Consent { erase, user: None }, Unlock::FactoryReset, writer, context);
            }
            Ok(erase) if writer.rehearsed.as_ref().is_some_and(|r| r.has_begun(erase.serial())) => {
                // Begun in this sitting: its admin PIN is known.
                self.start(Consent { erase, user: None }, Unlock::NewPin, writer, context);
            }
            Ok(erase) => {
                let entry = PinEntry::known(Pin::Admin);
                let consent = Consent { erase, user: None };
                (self.phase, self.problem) = (Phase::Admin { consent, resets: false, entry }, None);
            }
        }
    }

    /// Begins to write, or asks for the user PIN first if the backup does not hold it.
    fn start(&mut self, consent: Consent, start: Unlock, writer: &mut Writer, context: &Context) {
        let Some((role, _)) = writer.role() else { return };
        let pins = writer.rehearsed.as_ref().map(|rehearsed| rehearsed.pins(role, None));
        self.problem = None;
        match pins {
            Some(Err(CeremonyError::UserPinNeeded { .. })) if consent.user.is_none() => {
                let rules = context.info(consent.erase.serial()).map(|info| info.pin_rules.user);
                let entry = PinEntry::new_pin(Pin::User, rules.unwrap_or((6, 127)));
                self.phase = Phase::User { consent, start, entry };
            }
            Some(Ok(_) | Err(CeremonyError::UserPinNeeded { .. })) => {
                self.work(consent, start, writer, context)
            }
            Some(Err(error)) => self.again(Some(context.message(&error)), writer, context),
            None => {}
        }
    }

    fn work(&mut self, consent: Consent, start: Unlock, writer: &mut Writer, context: &Context) {
        let Some((role, _)) = writer.role().cloned() else { return };
        let Some(rehearsed) = writer.rehearsed.take() else { return };
        writer.begun = true;
        let (nitrokeys, name, given) = (context.nitrokeys.clone(), role.clone(), consent.clone());
        let job = Job::lend(&context.wake, rehearsed, move |rehearsed: &mut Ready, events| {
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
        context: &Context,
    ) {
        if let Some(Ok(proof)) = &result {
            let (identity, backup, serial) = (rehearsed.identity(), rehearsed.which(), proof.serial);
            context.journal.note(match rehearsed.for_old_mail() {
                Some(_) => Did::ForOldMail { of: Fingerprint::of(identity), backup, serial },
                None => Did::written_and_proven(identity, backup, serial, &role),
            });
        }
        writer.rehearsed = Some(rehearsed);
        match result {
            Some(Err(CeremonyError::Nitrokey(error @ NitrokeyError::MayHaveNoReset { .. }))) => {
                let list = List::default();
                (self.phase, self.problem) = (Phase::Unsure { consent, list }, Some(context.message(&error)));
            }
            Some(Ok(proof)) => {
                writer.proofs.push((role, proof.clone()));
                (self.phase, self.problem) = (Phase::Proven(proof), None);
            }
            Some(Err(error)) => {
                let message = context.message(&error);
                let sealed = matches!(&error, CeremonyError::Nitrokey(error) if error.is_of_the_plan());
                let now = if sealed { context.say(key!("write-not-taken")) } else { message.now };
                self.again(Some(Message { now, ..message }), writer, context);
            }
            None => self.again(Some(context.fault()), writer, context),
        }
    }
}

/// Whether one with the owner's keys is to be erased; no comes first.
const ERASE: [Noted; 2] = [noted!("write-erase-no"), noted!("write-erase-yes")];

impl<S: Writes> Step<S> for Write {
    fn id(&self) -> StepId {
        step!("write")
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        // What was put off may be at hand now.
        state.writer_mut().later.clear();
        self.next(state, context);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let writer = state.writer();
        let view = match &self.phase {
            Phase::Insert(_) if writer.role().is_none() => View::new(context.say(key!("write-all")))
                .good(context.say(key!("write-all-text")))
                .enter(context.say(key!("key-next"))),
            Phase::Insert(list) => insert::view(writer, context, list),
            Phase::Ours { info, what, answer } => {
                let role = writer.role().map(|(role, _)| context.role(role)).unwrap_or_default();
                let view = View::new(context.say(key!("write-erase"))).strong(nitrokeys::who(context, info));
                let view = newer(context, writer.rehearsed.as_ref(), info, view);
                let (is_old, said) = match writer.has_old_keys(info) {
                    true if writer.is_for_old_mail() => (key!("write-erase-old"), key!("write-erase-role")),
                    true => (key!("write-erase-old"), key!("write-erase-old-role")),
                    false => (key!("write-erase-text"), key!("write-erase-role")),
                };
                let text = |what: &String| context.fill(is_old, &[("what", what.clone().into())]);
                let view = what.iter().map(text).fold(view, View::warning);
                view.text(context.fill(said, &[("role", role.into())]))
                    .list(answer, answers(context, &ERASE))
                    .enter(context.say(key!("key-choose")))
            }
            Phase::Confirm { info, digits } => {
                let view = View::new(context.say(key!("confirm"))).strong(nitrokeys::who(context, info));
                let view = match writer.role() {
                    // Who has chosen it has read that before.
                    Some((role, _)) if state.asks_by_itself() => {
                        view.text(context.fill(key!("confirm-role"), &[("role", context.role(role).into())]))
                    }
                    _ => view,
                };
                let view = nitrokeys::contents(context, info, view).warning(context.say(match () {
                    () if info.is_blank() => key!("confirm-blank"),
                    () if writer.has_keys(info) => key!("confirm-these"),
                    () => key!("confirm-gone"),
                }));
                nitrokeys::warnings(context, info.before_erasing(), view)
                    .field(context.say(key!("confirm-field")), digits, true)
                    .enter(context.say(key!("confirm-enter")))
            }
            Phase::Unsure { list, .. } => unsure::view(context, list),
            Phase::Admin { entry, resets, .. } => {
                let text = if *resets { key!("unsure-admin-text") } else { key!("write-admin-text") };
                let view = View::new(context.say(key!("write-admin"))).text(context.say(text));
                entry.view(context, view).key("F3", context.say(key!("write-admin-new")))
            }
            Phase::User { entry, .. } => entry.view(
                context,
                View::new(context.say(key!("write-user"))).text(context.say(key!("write-user-text"))),
            ),
            Phase::Working(job, ..) => {
                let view = View::new(context.say(key!("writing"))).text(context.say(key!("writing-text")));
                with_card(context, view, job, EVENTS)
            }
            Phase::Proven(proof) => return proven::view(writer, context, proof),
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        let writer = state.writer_mut();
        let enter = key.code == KeyCode::Enter;
        if key.code == KeyCode::Esc {
            return match self.phase {
                Phase::Insert(_) => StepOutcome::Unhandled,
                Phase::Working(..) => StepOutcome::Handled,
                _ => {
                    self.again(None, writer, context);
                    StepOutcome::Handled
                }
            };
        }
        match &mut self.phase {
            Phase::Insert(_) if writer.role().is_none() => {
                return if enter { StepOutcome::Next } else { StepOutcome::Unhandled };
            }
            Phase::Insert(list) => {
                let items = insert::items(writer, context);
                if enter && list.is_none() {
                    return StepOutcome::Handled;
                }
                if enter {
                    let at = list.at.min(items.len() - 1);
                    let before = writer.later.len();
                    let to = self.choose(at, writer, context);
                    if state.writer().later.len() > before {
                        self.asks(state, context);
                    }
                    return to;
                }
                list.key(key, &items);
            }
            Phase::Ours { info, answer, .. } if enter && answer.at == 1 => {
                self.phase = Phase::Confirm { info: info.clone(), digits: Field::new(4) };
            }
            Phase::Ours { .. } if enter => self.again(None, writer, context),
            Phase::Ours { answer, .. } => {
                answer.key(key, &answers(context, &ERASE));
            }
            Phase::Confirm { .. } if enter => self.confirmed(writer, context),
            Phase::Confirm { digits, .. } => {
                digits.key(key);
            }
            Phase::Unsure { consent, list } => {
                let Consent { erase, user } = consent.clone();
                match unsure::key(key, list, context) {
                    None => {}
                    Some(Answer::AdminPin) => {
                        let entry = PinEntry::known(Pin::Admin);
                        let consent = Consent { erase, user };
                        (self.phase, self.problem) = (Phase::Admin { consent, resets: true, entry }, None);
                    }
                    Some(Answer::Block) => {
                        let consent = Consent { erase: erase.even_if_lost(), user };
                        self.start(consent, Unlock::FactoryReset, writer, context);
                    }
                    Some(Answer::Another) => self.again(None, writer, context),
                }
            }
            Phase::Admin { consent, resets, .. } if key.code == KeyCode::F(3) => {
                let (consent, resets) = (consent.clone(), *resets);
                let start = if resets { Unlock::ResetByNew } else { Unlock::NewPin };
                self.start(consent, start, writer, context);
            }
            Phase::Admin { consent, resets, entry } => {
                if let Some(pin) = entry.key(key, context) {
                    let start = if *resets { Unlock::ResetBy(pin) } else { Unlock::AdminPin(pin) };
                    let consent = consent.clone();
                    self.start(consent, start, writer, context);
                }
            }
            Phase::User { consent, start, entry } => {
                if let Some(pin) = entry.key(key, context) {
                    let consent = Consent { user: Some(pin), ..consent.clone() };
                    let start = start.clone();
                    self.work(consent, start, writer, context);
                }
            }
            Phase::Working(..) => {}
            Phase::Proven(_) if enter => {
                self.next(state, context);
                if state.writer().role().is_none() {
                    return StepOutcome::Next;
                }
            }
            Phase::Proven(_) => {}
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        self.problem = self.finishing.poll(context).or(self.problem.take());
        match &mut self.phase {
            Phase::Working(job, role, consent) => {
                let of = (role.clone(), consent.clone());
                match job.poll() {
                    State::Working => {}
                    State::Panicked => self.again(Some(context.fault()), state.writer(), context),
                    State::Done(done) => self.done(done, of, state.writer_mut(), context),
                }
            }
            // One that is pulled out is not confirmed any more.
            Phase::Ours { info, .. } | Phase::Confirm { info, .. } if context.info(info.serial).is_none() => {
                self.again(None, state.writer(), context);
            }
            // One that is new is offered, whatever was selected before.
            Phase::Insert(list) if self.found != context.found.len() => {
                *list = insert::preset(state.writer(), context);
                self.found = context.found.len();
                self.asks(state, context);
            }
            _ => {}
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Working(..))
    }
}
