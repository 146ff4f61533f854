//! The plan, whose keys: the plan from a stick or typed, new keys or those that exist, name and address.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::bring::import::NoOwner;
use super::state::Setup;
use crate::ceremony::check_owner;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::plan::Plan;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};
use crate::tui::parts::from_stick::{Files, NAME};
use crate::tui::parts::user_id::{Typed, UserIdEntry};

pub(super) fn source() -> Choose<Setup> {
    Choose::new(
        step!("source"),
        |_: &Setup, context| {
            answers(context, &[noted!("source-short"), noted!("source-typed"), noted!("source-file")])
        },
        |setup, _| match () {
            () if setup.draft.from_file => 2,
            () => usize::from(!setup.draft.short),
        },
        |setup, _, at| {
            if at == 0 {
                brings(setup, false);
                setup.presets();
            }
            (setup.draft.short, setup.draft.from_file) = (at == 0, at == 2);
            StepOutcome::Next
        },
    )
}

/// New keys are made, or some are brought along.
fn brings(setup: &mut Setup, imports: bool) {
    if setup.draft.imports != imports {
        setup.draft.imports = imports;
        setup.forget_import();
        setup.inputs.change();
    }
}

/// New keys, or those that exist.
pub(super) const KEYS: StepId = StepId::new("keys");
/// What can be done with keys that were made on a Nitrokey.
pub(super) const ON_A_NITROKEY: StepId = StepId::new("on-a-nitrokey");

pub(super) fn keys() -> Choose<Setup> {
    Choose::new(
        KEYS,
        |_: &Setup, context| {
            answers(context, &[noted!("keys-new"), noted!("keys-import"), noted!("keys-card")])
        },
        |setup, _| usize::from(setup.draft.imports),
        |setup, _, at| {
            if at == 2 {
                return StepOutcome::To(ON_A_NITROKEY);
            }
            brings(setup, at == 1);
            StepOutcome::Next
        },
    )
}

fn take_plan(
    setup: &mut Setup,
    context: &mut Context,
    _: &Plugged,
    name: &str,
    file: Zeroizing<Vec<u8>>,
) -> Result<(), Message> {
    setup.draft.plan = Plan::from_file(name, &file).map_err(|e| context.message(&e))?;
    setup.draft.named = true;
    Ok(())
}

/// Takes a file's stick, name and content.
type Take = fn(&mut Setup, &mut Context, &Plugged, &str, Zeroizing<Vec<u8>>) -> Result<(), Message>;

/// The plan from a stick.
pub(super) struct FromStick {
    files: Files,
    take: Take,
    /// The file that was taken.
    taken: Option<String>,
}

impl FromStick {
    pub(super) fn new() -> Self {
        FromStick {
            files: Files::new(pair!("plan-file-none"), FileKind::Plan, &[".toml"]),
            take: take_plan,
            taken: None,
        }
    }
}

impl Step<Setup> for FromStick {
    fn id(&self) -> StepId {
        step!("plan-file")
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        self.files.anew();
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        let view = View::new(context.say(key!("plan-file"))).text(context.say(key!("plan-file-text")));
        taken(context, self.files.view(context, view), self.taken.as_ref().filter(|_| !self.files.is_busy()))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::F(5) if self.taken.is_some() && !self.files.is_busy() => StepOutcome::Next,
            _ => self.files.key(key, context),
        }
    }

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let Some(chosen) = self.files.poll(context) else { return StepOutcome::Unhandled };
        let name = chosen.name();
        match (self.take)(setup, context, &chosen.stick, &name, chosen.file) {
            Ok(()) => {
                self.taken = Some(name);
                StepOutcome::Next
            }
            Err(message) => {
                self.files.problem = Some(message);
                StepOutcome::Unhandled
            }
        }
    }
}

/// Says which file was taken before, and offers to keep it.
pub(super) fn taken(context: &Context, view: View, taken: Option<&String>) -> View {
    match taken {
        Some(taken) => view
            .good(context.fill(key!("file-taken"), &[("file", plain(taken, NAME).into())]))
            .key("F5", context.say(key!("file-keep"))),
        None => view,
    }
}

/// Name and address.
pub(super) const OWNER: StepId = StepId::new("owner");

/// The step.
pub(super) struct Owner {
    entry: UserIdEntry,
}

impl Owner {
    pub(super) fn new() -> Self {
        Owner { entry: UserIdEntry::new() }
    }
}

impl Step<Setup> for Owner {
    fn id(&self) -> StepId {
        OWNER
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        self.entry.begin();
        // What a plan brought is shown; the example that the first plan is made of is not.
        if self.entry.is_nameless() && setup.draft.named {
            self.entry.set(setup.draft.plan.user_ids.first().map_or("", String::as_str));
        }
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let text = match setup.brought().and_then(|import| import.owner.as_ref()) {
            None => context.say(key!("owner-text")),
            Some(NoOwner::Nameless) => context.say(key!("owner-nameless")),
            Some(NoOwner::TooLong) => context.say(key!("owner-too-long")),
            Some(NoOwner::Local) => context.say(key!("owner-local")),
            Some(NoOwner::NotOnPaper(name)) => {
                context.fill(key!("owner-not-on-paper"), &[("name", plain(name, NAME).into())])
            }
        };
        self.entry.view(context, View::new(context.say(key!("owner"))).text(text))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let id = match self.entry.key(key, context) {
            Typed::No => return StepOutcome::Unhandled,
            Typed::Handled => return StepOutcome::Handled,
            Typed::Id(id) => id,
        };
        let mut plan = setup.draft.plan.clone();
        plan.user_ids = vec![id];
        let problem = match plan.checked_so_far().err() {
            Some(error) => Some(context.message(&error)),
            None => check_owner(&plan).err().map(|error| context.message(&error)),
        };
        if let Some(problem) = problem {
            self.entry.refuse(problem);
            return StepOutcome::Handled;
        }
        // What is certified in the end.
        if setup.brought().is_some() && setup.draft.plan.user_ids != plan.user_ids {
            setup.inputs.change();
        }
        (setup.draft.plan, setup.draft.named) = (plan, true);
        StepOutcome::Next
    }
}
