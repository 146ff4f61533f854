//! By what it is set: reset code or admin PIN, typed from the PIN slip or from the backup.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{CodeFrom, ForgottenPin, Way};
use super::which::WHICH;
use crate::nitrokey::Pin;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::nitrokeys;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::recover::Recovers;

/// Where the code comes from, for what leads back there.
const FROM: StepId = StepId::new("forgotten-from");
/// Which code, for what leads back there.
pub(super) const BY: StepId = StepId::new("forgotten-by");
/// Where it is typed, for what leads back there.
pub(super) const CODE: StepId = StepId::new("forgotten-code");

/// Where the code comes from.
pub(super) fn from() -> Choose<ForgottenPin> {
    Choose::new(
        FROM,
        |_, context| answers(context, &[noted!("forgotten-from-slip"), noted!("forgotten-from-backup")]),
        |state, _| usize::from(state.from == CodeFrom::Backup),
        |state, _, at| {
            state.from = if at == 0 { CodeFrom::Slip } else { CodeFrom::Backup };
            StepOutcome::Next
        },
    )
}

/// The backup is another one's: its PINs would cost tries for nothing.
pub(super) fn stranger() -> Read<ForgottenPin> {
    Read {
        id: step!("forgotten-stranger"),
        view: |state, context| {
            let view = View::new(context.say(key!("forgotten-stranger")));
            let view = match &state.nitrokey {
                Some(info) => view.strong(nitrokeys::who(context, info)),
                None => view,
            };
            view.warning(context.say(key!("forgotten-stranger-text")))
                .enter(context.say(key!("forgotten-stranger-enter")))
        },
        next: StepOutcome::To(WHICH),
    }
}

/// A code as it is called, and how many tries it has.
fn item(state: &ForgottenPin, context: &Context, way: &Way) -> Item {
    let left = state.tries(way.pin);
    let role = way.role.as_ref().map(|role| context.role(role)).unwrap_or_default();
    let key = match (way.pin, &way.role) {
        (Pin::Admin, None) => key!("forgotten-by-admin"),
        (_, None) => key!("forgotten-by-reset"),
        (Pin::Admin, Some(_)) => key!("forgotten-by-admin-of"),
        (_, Some(_)) => key!("forgotten-by-reset-of"),
    };
    let note = context.fill(key!("forgotten-by-left"), &[("left", left.into())]);
    Item::new(context.fill(key, &[("role", role.into())]), note)
}

/// Which code. A backup that has none any more that was not refused says so.
pub(super) fn by() -> Choose<ForgottenPin> {
    Choose::new(
        BY,
        |state: &ForgottenPin, context| state.ways().iter().map(|way| item(state, context, way)).collect(),
        |state, _| {
            let chosen = state.chosen_or_preset();
            state.ways().iter().position(|way| Some(way) == chosen.as_ref()).unwrap_or(0)
        },
        |state, _, at| match state.ways().get(at).cloned() {
            Some(way) => {
                state.takes_way(Some(way));
                StepOutcome::Next
            }
            None => StepOutcome::To(FROM),
        },
    )
    .entering(|state| state.takes_way(state.chosen_or_preset()))
    .saying(|state, context| {
        let known = state.back().filter(|_| state.from == CodeFrom::Backup);
        let role = known.and_then(|_| state.role()).map(|role| [("role", context.role(&role).into())]);
        let is_old = state.has_old_keys();
        match (state.ways().is_empty(), known, role) {
            (true, ..) if is_old && !state.was_refused() => Some(context.say(key!("forgotten-by-old-none"))),
            (true, ..) => Some(context.say(key!("forgotten-by-none"))),
            (_, Some(_), Some(role)) if is_old => Some(context.fill(key!("forgotten-by-old"), &role)),
            (_, Some(_), Some(role)) if state.for_old_mail().is_some() => {
                Some(context.fill(key!("forgotten-by-old-mail"), &role))
            }
            (_, Some(_), Some(role)) => Some(context.fill(key!("forgotten-by-ours"), &role)),
            (_, Some(_), None) => Some(context.say(key!("forgotten-by-which"))),
            _ => None,
        }
    })
}

/// The code is typed, as it stands on the slip.
pub(super) struct TypeCode {
    entry: PinEntry,
}

impl Default for TypeCode {
    fn default() -> Self {
        TypeCode { entry: PinEntry::known(Pin::ResetCode) }
    }
}

impl Step<ForgottenPin> for TypeCode {
    fn id(&self) -> StepId {
        CODE
    }

    fn enter(&mut self, state: &mut ForgottenPin, _: &mut Context) {
        let pin = state.chosen().map_or(Pin::ResetCode, |way| way.pin);
        self.entry = PinEntry::known(pin);
    }

    fn view(&self, state: &ForgottenPin, context: &Context) -> View {
        let left = state.chosen().map_or(0, |way| state.tries(way.pin));
        let view = View::new(context.say(CODE.title))
            .text(context.say(CODE.text))
            .text(context.fill(key!("forgotten-by-left"), &[("left", left.into())]));
        self.entry.view(context, view)
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Esc {
            return StepOutcome::Unhandled;
        }
        let Some(code) = self.entry.key(key, context) else { return StepOutcome::Handled };
        state.typed = Some(code);
        StepOutcome::Next
    }
}
