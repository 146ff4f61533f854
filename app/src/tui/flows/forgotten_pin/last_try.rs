//! The last try of what sets it is spent only after a yes.

use super::state::ForgottenPin;
use crate::nitrokey::Pin;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};

/// Its name, for what leads back here.
pub(super) const LAST: StepId = StepId::new("forgotten-last");

/// The question; its first answer is no.
pub(super) fn last_try() -> Choose<ForgottenPin> {
    Choose::new(
        LAST,
        |_: &ForgottenPin, context| {
            answers(context, &[noted!("forgotten-last-no"), noted!("forgotten-last-yes")])
        },
        |_, _| 0,
        |state, _, at| {
            state.spends_last = at == 1;
            if state.spends_last { StepOutcome::Next } else { StepOutcome::Back }
        },
    )
    .showing(|state, context| {
        let view = View::new(context.say(LAST.title)).enter(context.say(key!("key-choose")));
        let pin = state.chosen().map_or(Pin::ResetCode, |way| way.pin);
        let other = if pin == Pin::Admin { Pin::ResetCode } else { Pin::Admin };
        let view = match pin {
            Pin::Admin => view.warning(context.say(key!("forgotten-last-admin"))),
            _ => view.warning(context.say(LAST.text)),
        };
        let cannot_be_reset = state.nitrokey.as_ref().is_some_and(|info| !info.factory_reset);
        match (state.tries(other), cannot_be_reset) {
            (0, true) => view.warning(context.say(key!("forgotten-last-dead"))),
            (0, false) => view.text(context.say(key!("forgotten-last-anew"))),
            (left, _) => view.text(context.fill(
                key!("forgotten-last-other"),
                &[
                    ("left", left.into()),
                    ("pin", crate::tui::kit::messages::pin(other, context.texts()).into()),
                ],
            )),
        }
    })
}
