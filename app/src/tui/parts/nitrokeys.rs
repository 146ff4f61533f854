//! Nitrokeys in words and drawings: what one is, what is on it, and when to plug in which.

use crate::ceremony::Ready;
use crate::nitrokey::{Info, NitrokeyError, Unreadable, Warning, finish_resets};
use crate::openpgp::Carried;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{self, Message};
use crate::tui::kit::view::{Item, View};

/// Factory resets that were cut short, being finished. Nothing is on such a card that could be lost, and it tells its
/// serial only afterwards.
#[derive(Default)]
pub(in crate::tui) struct Finishing(Option<Job<Result<(), NitrokeyError>, ()>>);

impl Finishing {
    /// Starts to finish them.
    pub(in crate::tui) fn start(&mut self, context: &Context) {
        let nitrokeys = context.nitrokeys.clone();
        self.0 = Some(Job::start(&context.wake, move |_| finish_resets(nitrokeys.hold().bus)));
    }

    /// What went wrong with it.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> Option<Message> {
        let message = match self.0.as_mut()?.poll() {
            State::Working => return None,
            State::Panicked => Some(context.fault()),
            State::Done(done) => done.err().map(|error| context.message(&error)),
        };
        self.0 = None;
        message
    }
}

/// What it is: model, serial, firmware.
pub(in crate::tui) fn who(context: &Context, info: &Info) -> String {
    messages::who(info, context.texts())
}

/// Adds what is on it, a line each.
pub(in crate::tui) fn contents(context: &Context, info: &Info, view: View) -> View {
    messages::on_it(info, context.texts()).into_iter().fold(view, View::text)
}

/// Adds everything that is known of it.
pub(in crate::tui) fn all_about(context: &Context, info: &Info, view: View) -> View {
    let view = contents(context, info, view.strong(who(context, info)));
    let view = messages::takes_and_tries(info, context.texts()).into_iter().fold(view, View::text);
    warnings(context, info.warnings(), view)
}

/// Adds what its owner should know.
pub(in crate::tui) fn warnings(context: &Context, warnings: Vec<Warning>, view: View) -> View {
    warnings.iter().fold(view, |view, warning| view.warning(context.message(warning).to_string()))
}

/// Whether the Nitrokey says that it has these keys.
pub(in crate::tui) fn has_keys(rehearsed: &Ready, info: &Info) -> bool {
    rehearsed.identity().carried(&info.fingerprints) == Carried::All
}

/// Whether all that is on it are subkeys that were replaced: what only they open, nothing else opens any more.
pub(in crate::tui) fn has_old_keys(ready: &Ready, info: &Info) -> bool {
    let kept = ready.identity().kept();
    let is_old = |print: &String| kept.iter().any(|old| old.eq_ignore_ascii_case(print));
    info.fingerprints.iter().all(|print| print.as_ref().is_some_and(is_old))
}

/// What it is, in one line of a list.
pub(in crate::tui) fn short(context: &Context, info: &Info) -> String {
    format!("{}  {}", info.serial, messages::model(info.model, context.texts()))
}

/// What a Nitrokey is to its owner, if it carries the identity: that is told by the keys on it. Its serial says
/// only which of them it is, if it was known when the backup was sealed.
pub(in crate::tui) fn ours(context: &Context, ready: &Ready, info: &Info) -> Option<String> {
    match (ready.identity().carried(&info.fingerprints), ready.role_of_ours(info.serial)) {
        (Carried::Nothing, _) => None,
        (Carried::Some, _) if has_old_keys(ready, info) => Some(context.say(key!("nitrokey-ours-old"))),
        (Carried::Some, _) => Some(context.say(key!("nitrokey-ours-some"))),
        (Carried::All, Some(Role::Primary)) => Some(context.say(key!("nitrokey-ours-primary"))),
        (Carried::All, Some(role)) => Some(your(context, role)),
        (Carried::All, None) => Some(context.say(key!("nitrokey-ours"))),
    }
}

/// The owner's Nitrokey in this role.
pub(in crate::tui) fn your(context: &Context, role: &Role) -> String {
    context.fill(key!("nitrokey-ours-role"), &[("role", context.role(role).into())])
}

/// A Nitrokey in one line of a list: what it is to its owner, or else its model.
pub(in crate::tui) fn line(context: &Context, info: &Info, ours: Option<String>) -> String {
    ours.map_or_else(|| short(context, info), |ours| format!("{}  {ours}", info.serial))
}

/// A card that cannot be read, in a list. Its reader's name is too long for the line.
pub(in crate::tui) fn unreadable(context: &Context, reader: &str, cause: Unreadable) -> Item {
    let cause = messages::unreadable(cause, context.texts());
    Item::new(
        context.say(key!("nitrokey-unreadable")),
        context.fill(
            key!("nitrokey-unreadable-note"),
            &[("reader", reader.to_owned().into()), ("cause", cause.into())],
        ),
    )
}

/// Adds a Nitrokey on its way into the port, and what to do in words.
pub(in crate::tui) fn insert(view: View, words: impl Into<String>) -> View {
    let drawing = [
        "  ┌─────────────┐           ┌──",
        "  │  ●       ▐██│ ───────►  │██",
        "  └─────────────┘           └──",
    ];
    view.lines(drawing.map(ToOwned::to_owned).to_vec()).strong(words)
}

/// A Nitrokey with its label.
pub(in crate::tui) fn label(words: &str, serial: &str) -> Vec<String> {
    let width = words.chars().count().max(serial.chars().count());
    let rule = "─".repeat(width + 4);
    let line = |text: &str| format!("  │  {text:<width$}  ▐██");
    vec![format!("  ┌{rule}┐"), line(words), line(serial), format!("  └{rule}┘")]
}
