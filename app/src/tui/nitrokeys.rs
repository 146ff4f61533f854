//! Nitrokeys in words and drawings: what one is, what is on it, and when to plug in which.

use super::desk::Desk;
use super::job::{Job, State};
use super::told::{self, Told};
use super::view::{Item, View};
use crate::ceremony::Ready;
use crate::nitrokey::{Info, NitrokeyError, Unreadable, Warning, finish_resets};
use crate::openpgp::Carried;
use crate::plan::Role;

/// Factory resets that were cut short, being finished. Nothing is on such a card that could be lost, and it tells its
/// serial only afterwards.
#[derive(Default)]
pub(super) struct Finishing(Option<Job<Result<(), NitrokeyError>, ()>>);

impl Finishing {
    /// Starts to finish them.
    pub(super) fn start(&mut self, desk: &Desk) {
        let nitrokeys = desk.nitrokeys.clone();
        self.0 = Some(Job::start(&desk.wake, move |_| finish_resets(nitrokeys.hold().bus)));
    }

    /// What went wrong with it.
    pub(super) fn look(&mut self, desk: &Desk) -> Option<Told> {
        let told = match self.0.as_mut()?.look() {
            State::Working => return None,
            State::Panicked => Some(desk.fault()),
            State::Done(done) => done.err().map(|error| desk.tell(&error)),
        };
        self.0 = None;
        told
    }
}

/// What it is: model, serial, firmware.
pub(super) fn who(desk: &Desk, info: &Info) -> String {
    let firmware = info.firmware.map_or(String::new(), |v| v.to_string());
    let key = if firmware.is_empty() { "nitrokey-who" } else { "nitrokey-who-firmware" };
    let model = told::model(info.model, desk.texts());
    let serial = info.serial.to_string();
    desk.fill(key, &[("model", model.into()), ("serial", serial.into()), ("firmware", firmware.into())])
}

/// Adds what is on it, a line each.
pub(super) fn contents(desk: &Desk, info: &Info, view: View) -> View {
    if info.is_blank() {
        return view.text(desk.say("nitrokey-blank"));
    }
    told::contents(info, desk.texts()).into_iter().fold(view, View::text)
}

/// Adds everything that is known of it.
pub(super) fn all_about(desk: &Desk, info: &Info, view: View) -> View {
    let (major, minor) = info.card_version;
    let takes: Vec<_> = info.algorithms.iter().map(ToString::to_string).collect();
    let tries = &info.tries;
    let view = contents(desk, info, view.strong(who(desk, info)))
        .text(desk.fill("nitrokey-takes", &[("algorithms", takes.join(", ").into())]))
        .text(desk.fill(
            "nitrokey-tries",
            &[
                ("user", tries.user.into()),
                ("admin", tries.admin.into()),
                ("reset", tries.reset_code.into()),
                ("version", format!("{major}.{minor}").into()),
            ],
        ));
    warnings(desk, info.warnings(), view)
}

/// Adds what its owner should know.
pub(super) fn warnings(desk: &Desk, warnings: Vec<Warning>, view: View) -> View {
    warnings.iter().fold(view, |view, warning| view.warning(desk.tell(warning).to_string()))
}

/// Whether the Nitrokey says that it has these keys.
pub(super) fn has_keys(rehearsed: &Ready, info: &Info) -> bool {
    rehearsed.identity().carried(&info.fingerprints) == Carried::All
}

/// What it is, in one line of a list.
pub(super) fn short(desk: &Desk, info: &Info) -> String {
    format!("{}  {}", info.serial, told::model(info.model, desk.texts()))
}

/// What a Nitrokey is to its owner, if it carries the identity: that is told by the keys on it. Its serial says
/// only which of them it is, if it was known when the backup was sealed.
pub(super) fn ours(desk: &Desk, ready: &Ready, info: &Info) -> Option<String> {
    match (ready.identity().carried(&info.fingerprints), ready.role_of_ours(info.serial)) {
        (Carried::Nothing, _) => None,
        (Carried::Some, _) => Some(desk.say("nitrokey-ours-some")),
        (Carried::All, Some(Role::Primary)) => Some(desk.say("nitrokey-ours-primary")),
        (Carried::All, Some(role)) => Some(your(desk, role)),
        (Carried::All, None) => Some(desk.say("nitrokey-ours")),
    }
}

/// The owner's Nitrokey in this role.
pub(super) fn your(desk: &Desk, role: &Role) -> String {
    desk.fill("nitrokey-ours-role", &[("role", desk.role(role).into())])
}

/// A Nitrokey in one line of a list: what it is to its owner, or else its model.
pub(super) fn line(desk: &Desk, info: &Info, ours: Option<String>) -> String {
    ours.map_or_else(|| short(desk, info), |ours| format!("{}  {ours}", info.serial))
}

/// A card that cannot be read, in a list. Its reader's name is too long for the line.
pub(super) fn unreadable(desk: &Desk, reader: &str, cause: Unreadable) -> Item {
    let cause = told::unreadable(cause, desk.texts());
    Item::new(
        desk.say("nitrokey-unreadable"),
        desk.fill(
            "nitrokey-unreadable-note",
            &[("reader", reader.to_owned().into()), ("cause", cause.into())],
        ),
    )
}

/// Adds a Nitrokey on its way into the port, and what to do in words.
pub(super) fn insert(view: View, words: impl Into<String>) -> View {
    let drawing = [
        "  ┌─────────────┐           ┌──",
        "  │  ●       ▐██│ ───────►  │██",
        "  └─────────────┘           └──",
    ];
    view.lines(drawing.map(ToOwned::to_owned).to_vec()).strong(words)
}

/// A Nitrokey with its label.
pub(super) fn label(words: &str, serial: &str) -> Vec<String> {
    let width = words.chars().count().max(serial.chars().count());
    let rule = "─".repeat(width + 4);
    let line = |text: &str| format!("  │  {text:<width$}  ▐██");
    vec![format!("  ┌{rule}┐"), line(words), line(serial), format!("  └{rule}┘")]
}
