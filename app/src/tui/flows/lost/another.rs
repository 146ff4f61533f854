//! Nothing is lost: what it takes to write another Nitrokey, and which one it is to be.

use super::{Left, Lost, Way};
use crate::ceremony::Ready;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read};
use crate::tui::parts::nitrokeys;

/// The stages, as this occasion calls them.
pub(super) const STAGES: [&str; 6] = [
    "another-stage-needs",
    "lost-stage-backup",
    "lost-stage-cards",
    "another-stage-back",
    "another-stage-write",
    "lost-stage-done",
];

/// What has to be at hand, and what stays as it is.
pub(super) fn needs() -> Read<Lost> {
    Read {
        id: "another",
        stage: 1,
        view: |_, context| {
            View::new(context.say("another"))
                .text(context.say("another-text"))
                .strong(context.say("another-stays"))
                .text(context.say("another-lost"))
                .enter(context.say("key-next"))
        },
        applies: |lost| lost.left == Left::All,
        next: StepOutcome::Next,
    }
}

/// Which one it is to be: its label, and its PINs.
pub(super) fn which() -> Box<dyn Step<Lost>> {
    let which = Choose::new("another-role", 4, items, preset, |lost, _, at| {
        lost.writer.roles = roles(lost).into_iter().nth(at).map(|role| (role, None)).into_iter().collect();
        lost.finished = false;
        StepOutcome::Next
    });
    which.when(|lost| lost.way == Way::Another)
}

/// What it can be: whatever was planned and is not written today, and one more.
fn roles(lost: &Lost) -> Vec<Role> {
    let Some(rehearsed) = &lost.writer.rehearsed else { return Vec::new() };
    let is_free = |role: &Role| !lost.writer.is_written(role);
    let planned = rehearsed.plan().roles();
    let more = (rehearsed.plan().nitrokeys..=u8::MAX).map(Role::nth).find(is_free);
    planned.into_iter().filter(is_free).chain(more).collect()
}

fn is_planned(rehearsed: &Ready, role: &Role) -> bool {
    rehearsed.plan().roles().contains(role)
}

fn items(lost: &Lost, context: &Context) -> Vec<Item> {
    let Some(rehearsed) = &lost.writer.rehearsed else { return Vec::new() };
    let item = |role: Role| {
        let note = match rehearsed.serial_of(&role) {
            Some(serial) => context.fill("another-role-met", &[("serial", serial.to_owned().into())]),
            None if is_planned(rehearsed, &role) => context.say("another-role-unmet"),
            None => context.say("another-role-more"),
        };
        Item::new(context.role(&role), note)
    };
    roles(lost).into_iter().map(item).collect()
}

/// The one that was not at hand when the backup was sealed. The primary only if nothing that is plugged in could be
/// it, and no spare is missing: one that was put off on the day itself may have been written all the same.
fn preset(lost: &Lost, context: &Context) -> usize {
    let Some(rehearsed) = &lost.writer.rehearsed else { return 0 };
    let roles = roles(lost);
    let unmet = |role: &&Role| is_planned(rehearsed, role) && rehearsed.serial_of(role).is_none();
    let is_there = context.infos().any(|info| nitrokeys::has_keys(rehearsed, info));
    let spare = roles.iter().filter(unmet).find(|role| **role != Role::Primary);
    let primary = roles.iter().filter(unmet).find(|role| **role == Role::Primary && !is_there);
    let chosen = spare.or(primary).or(roles.last());
    roles.iter().position(|role| Some(role) == chosen).unwrap_or(0)
}
