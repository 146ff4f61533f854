//! A key that decrypted before goes onto a Nitrokey of its own: for old mail, beside those that are in use.

use super::state::{Uses, Way};
use crate::backup::Moment;
use crate::language::Noted;
use crate::openpgp::{Kept, Part};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read};

/// The way, if there is such a key.
pub(in crate::tui) fn way<S: Uses>(state: &S) -> Option<Way> {
    (!keys(state).is_empty()).then_some(Way::OldMail)
}

/// What the way is called.
pub(super) const ANSWER: Noted = noted!("lost-way-old");

fn keys<S: Uses>(state: &S) -> Vec<Part> {
    state.recovered().keys().map(|keys| keys.identity().old_decryption()).unwrap_or_default()
}

/// Which key.
pub(super) fn which<S: Uses>() -> Choose<S> {
    let items = |state: &S, context: &Context| keys(state).iter().map(|key| item(key, context)).collect();
    let preset = |state: &S, _: &Context| {
        let chosen = state.recovered().keys().and_then(|ready| ready.for_old_mail());
        keys(state).iter().position(|key| Some(key) == chosen.as_ref()).unwrap_or(0)
    };
    Choose::new(step!("old-key"), items, preset, |state, context, at| {
        let Some(key) = keys(state).into_iter().nth(at) else { return StepOutcome::Back };
        let name = context.say(key!("name-role-old-mail"));
        let writer = &mut state.recovered_mut().writer;
        // The second one in this sitting is another one.
        let names = (1..).map(|n| Role::Other(if n == 1 { name.clone() } else { format!("{name} {n}") }));
        let role = names.into_iter().find(|role| !writer.is_written(role));
        writer.roles = role.map(|role| (role, None)).into_iter().collect();
        let ready = writer.rehearsed.as_mut();
        match ready.map(|ready| ready.writes_for_old_mail(&key.fingerprint)) {
            Some(Ok(())) => StepOutcome::Next,
            _ => StepOutcome::Back,
        }
    })
}

/// What kind it is and the end of its fingerprint; and since when others do not encrypt to it any more.
fn item(key: &Part, context: &Context) -> Item {
    let day = |time| context.texts().day(&Moment::from(time).day());
    let made = ("made", day(key.made).into());
    let note = match (&key.kept, key.expires) {
        (Some(Kept::Revoked(by)), _) => {
            let reason = context.say(by.reason.said());
            let revoked = ("day", context.texts().day(&by.day).into());
            context.fill(key!("old-key-revoked"), &[made, revoked, ("reason", reason.into())])
        }
        (_, Some(expires)) if key.is_expired() => {
            context.fill(key!("old-key-expired"), &[made, ("day", day(expires).into())])
        }
        _ => context.fill(key!("old-key-made"), &[made]),
    };
    Item::new(name(key), note)
}

/// As GnuPG shows it.
fn name(key: &Part) -> String {
    let print = &key.fingerprint;
    format!("{}  {}", key.kind, print.get(print.len().saturating_sub(16)..).unwrap_or(print))
}

/// What this Nitrokey is for, and what not.
pub(super) fn meaning<S: Uses>() -> Read<S> {
    let view = |state: &S, context: &Context| {
        let view = View::new(context.say(key!("old-key-means")));
        let Some(ready) = state.recovered().keys() else { return view };
        let key = ready.for_old_mail().map(|key| name(&key)).unwrap_or_default();
        let last = ready.plan().roles().last().map(|role| context.role(role)).unwrap_or_default();
        view.text(context.say(key!("old-key-means-text")))
            .strong(context.fill(key!("old-key-means-reads"), &[("key", key.into())]))
            .text(context.say(key!("old-key-means-not")))
            .text(context.fill(key!("old-key-means-pins"), &[("role", last.into())]))
            .enter(context.say(key!("key-next")))
    };
    Read { id: step!("old-key-means"), view, next: StepOutcome::Next }
}
