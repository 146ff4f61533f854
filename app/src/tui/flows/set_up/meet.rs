//! Meet the Nitrokeys: each Nitrokey is plugged in once and only read, and gets its role.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use super::summary::SUMMARY;
use crate::ceremony::CeremonyError;
use crate::nitrokey::{Found, Info, NitrokeyError, Serial, Warning};
use crate::openpgp::{Goes, Kept};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::nitrokeys;

#[derive(Default)]
pub(super) struct Meet {
    list: List,
    /// How many were plugged in at the last look.
    found: usize,
    finishing: nitrokeys::Finishing,
    problem: Option<Message>,
}

/// The role that is still free.
fn role(setup: &Setup) -> Option<Role> {
    let met = setup.meeting.as_ref().map_or(0, |meeting| meeting.met().len());
    setup.draft.plan.roles().into_iter().nth(met)
}

fn is_met(setup: &Setup, serial: Serial) -> bool {
    setup.meeting.iter().flat_map(|meeting| meeting.met()).any(|met| met.info.serial == serial)
}

/// The line that is selected: the first that was not met yet and has nothing on it. With keys it is in somebody's
/// use, and is to be erased only if the owner goes to it.
fn preset(setup: &Setup, context: &Context) -> List {
    let is_new = |info: &Info| !is_met(setup, info.serial);
    let fits = |found: &Found| match found {
        Found::Nitrokey(info) => info.is_blank() && is_new(info),
        Found::HalfReset { .. } => true,
        Found::Unreadable { .. } => false,
    };
    match context.found.iter().position(fits) {
        Some(at) => List::at(at),
        None if context.infos().any(is_new) => List::none(),
        None => List::default(),
    }
}

/// What is on it of the keys that are brought along.
enum Ours {
    /// None of them.
    None,
    /// Nothing else than what it will get again.
    Again,
    /// Some that it will not get; the backup has them.
    Backed,
    /// Some that are brought, and others whose secret may be nowhere else.
    Alone,
}

fn ours(setup: &Setup, info: &Info) -> Ours {
    let Some(import) = setup.brought() else { return Ours::None };
    let there: Vec<_> = info.fingerprints.iter().flatten().collect();
    let of = |print: &String| import.inventory.part(print);
    let again = |print: &String| {
        let mut placed = import.places.iter().filter_map(Goes::yours);
        placed.any(|placed| placed.eq_ignore_ascii_case(print))
    };
    let backed = |print: &String| of(print).is_some_and(|part| part.kept != Some(Kept::NoSecret));
    match () {
        () if !there.iter().any(|print| of(print).is_some()) => Ours::None,
        () if there.iter().all(|print| again(print)) => Ours::Again,
        () if there.iter().all(|print| backed(print)) => Ours::Backed,
        () => Ours::Alone,
    }
}

/// What is plugged in, a line each, and last: later.
fn items(setup: &Setup, context: &Context) -> Vec<Item> {
    let met = |serial| setup.meeting.iter().flat_map(|m| m.met()).find(|met| met.info.serial == serial);
    // Where keys are erased, and Nitrokeys written.
    let stage = ("stage", context.say(key!("stage-flash")).into());
    let item = |found: &Found| match found {
        Found::HalfReset { reader } => {
            let reader = [("reader", reader.clone().into())];
            Item::new(context.say(key!("write-half")), context.fill(key!("nitrokey-half-reset"), &reader))
        }
        Found::Unreadable { reader, cause } => nitrokeys::unreadable(context, reader, *cause),
        Found::Nitrokey(info) => match met(info.serial) {
            Some(met) => {
                let role = [("role", context.role(&met.role).into())];
                Item::new(nitrokeys::short(context, info), context.fill(key!("meet-same"), &role))
            }
            None if info.is_blank() => {
                Item::new(nitrokeys::short(context, info), context.say(key!("meet-blank")))
            }
            None => {
                let (what, note) = match ours(setup, info) {
                    Ours::None => (None, key!("meet-full")),
                    Ours::Again => (Some(key!("nitrokey-ours")), key!("meet-ours")),
                    Ours::Backed => (Some(key!("nitrokey-ours-some")), key!("meet-full")),
                    Ours::Alone => (Some(key!("nitrokey-ours-some")), key!("meet-alone")),
                };
                let line = match what {
                    None => nitrokeys::short(context, info),
                    Some(what) => nitrokeys::line(context, info, Some(context.say(what))),
                };
                Item::new(line, context.fill(note, std::slice::from_ref(&stage)))
            }
        },
    };
    let mut items: Vec<_> = context.found.iter().map(item).collect();
    let needed = setup.draft.plan.quorum.needed();
    let note = context.fill(key!("meet-later-note"), &[("needed", needed.into()), stage]);
    items.push(Item::new(context.say(key!("meet-later")), note));
    items
}

impl Step<Setup> for Meet {
    fn id(&self) -> StepId {
        step!("meet")
    }

    fn enter(&mut self, setup: &mut Setup, context: &mut Context) {
        (self.list, self.problem) = (preset(setup, context), None);
        self.found = context.found.len();
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let Some(role) = role(setup) else {
            let view = View::new(context.say(key!("meet-all"))).text(context.say(key!("meet-all-text")));
            return met(setup, context, view)
                .enter(context.say(key!("key-next")))
                .key("F5", context.say(key!("meet-again")));
        };
        let role = context.role(&role);
        let view = View::new(context.fill(key!("meet"), &[("role", role.clone().into())]));
        let view = met(setup, context, view);
        let new = context.infos().filter(|info| !is_met(setup, info.serial)).count();
        let view = match (context.found.is_empty(), new) {
            (true, _) => nitrokeys::insert(view, context.fill(key!("meet-insert"), &[("role", role.into())])),
            (false, 2..) => view.warning(context.say(key!("meet-two"))),
            // What is to be known of the others needs the drawing's room.
            (false, 0) if !warnings(setup).is_empty() => {
                view.strong(context.fill(key!("meet-next"), &[("role", role.into())]))
            }
            (false, 0) => nitrokeys::insert(view, context.fill(key!("meet-next"), &[("role", role.into())])),
            (false, 1) if self.list.is_none() => view.warning(context.say(key!("write-none"))),
            (false, 1) => view.text(context.fill(key!("meet-text"), &[("role", role.into())])),
        };
        let first = setup.meeting.iter().all(|meeting| meeting.met().is_empty());
        // What is wrong, and what to do now, needs the room.
        let view =
            if first && self.problem.is_none() { view.text(context.say(key!("meet-genuine"))) } else { view };
        let view = match &context.blind {
            Some(error) => view.problem(Some(&context.message(error))),
            None => view,
        };
        view.list(&self.list, items(setup, context))
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if role(setup).is_none() {
            match key.code {
                KeyCode::Enter => return StepOutcome::Next,
                // The last one again: another Nitrokey is to have its role.
                KeyCode::F(5) => setup.meeting.iter_mut().for_each(|meeting| meeting.unmeet()),
                _ => return StepOutcome::Unhandled,
            }
            return StepOutcome::Handled;
        }
        let items = items(setup, context);
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.list.key(key, &items));
        }
        if self.list.is_none() {
            return StepOutcome::Handled;
        }
        self.problem = None;
        match context.found.get(self.list.at.min(items.len() - 1)) {
            None => return StepOutcome::Next,
            Some(Found::Unreadable { reader, cause }) => {
                let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                self.problem = Some(context.message(&error));
            }
            Some(Found::HalfReset { .. }) => self.finishing.start(context),
            Some(Found::Nitrokey(info)) => {
                let brings = setup.brought().is_some();
                let Some(meeting) = &mut setup.meeting else { return StepOutcome::To(SUMMARY) };
                match meeting.meet((**info).clone()) {
                    Ok(_) => self.list = preset(setup, context),
                    Err(error) => {
                        let message = context.message(&error);
                        // Keys that exist cannot be made of another kind.
                        let its = matches!(&error, CeremonyError::Nitrokey(error) if error.is_of_a_key());
                        let now =
                            if brings && its { context.say(key!("meet-other-key")) } else { message.now };
                        self.problem = Some(Message { now, ..message });
                    }
                }
            }
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        self.problem = self.finishing.poll(context).or(self.problem.take());
        // One that is new is offered, whatever was selected before.
        if self.found != context.found.len() {
            self.enter(setup, context);
        }
        StepOutcome::Unhandled
    }
}

/// Adds those that were met, and what is to be known of them while there is time; once, if it is the same of all.
fn met(setup: &Setup, context: &Context, view: View) -> View {
    let met = || setup.meeting.iter().flat_map(|meeting| meeting.met());
    let view = met().fold(view, |view, met| {
        view.good(context.fill(
            key!("meet-met"),
            &[
                ("role", context.role(&met.role).into()),
                ("nitrokey", nitrokeys::short(context, &met.info).into()),
            ],
        ))
    });
    nitrokeys::warnings(context, warnings(setup), view)
}

fn warnings(setup: &Setup) -> Vec<Warning> {
    let met = setup.meeting.iter().flat_map(|meeting| meeting.met());
    let mut warnings = Vec::new();
    for warning in met.flat_map(|met| [met.info.warnings(), met.info.before_erasing()]).flatten() {
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
    warnings
}
