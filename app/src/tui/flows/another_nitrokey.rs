//! Nothing is lost, and another Nitrokey is written by the same way: one that was not at hand, or one more.

use super::lost::open::Open;
use super::lost::state::{Left, Lost, Way};
use super::lost::{backup_and_cards, recovered, what_remains, written_or_used};
use crate::ceremony::Ready;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, Step, StepId, StepOutcome, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read};
use crate::tui::parts::nitrokeys;

/// Begins with what it takes.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin("another", Lost::new(Left::All, Way::Another), table(), context)
}

fn table() -> Table<Lost> {
    let table = Table::new()
        .stage(|_| "another-stage-needs")
        .step(needs())
        .stage(|_| "lost-stage-backup")
        .step(what_remains::from());
    let table = backup_and_cards(table)
        .stage(|_| "another-stage-back")
        .step(Open::new(const { StepId::new("another-back") }))
        // Whoever writes another Nitrokey has said so; the question comes only when that is done.
        .step_if(|lost| lost.way != Way::Another, recovered::way())
        .step_if(|lost| lost.way == Way::Another, which())
        .stage(|_| "another-stage-write");
    written_or_used(table).stage(|_| "lost-stage-done").step(recovered::Done::default())
}

/// What has to be at hand, and what stays as it is.
fn needs() -> Read<Lost> {
    Read {
        id: const { StepId::new("another") },
        view: |_, context| {
            View::new(context.say("another"))
                .text(context.say("another-text"))
                .strong(context.say("another-stays"))
                .text(context.say("another-lost"))
                .enter(context.say("key-next"))
        },
        next: StepOutcome::Next,
    }
}

/// Which one it is to be: its label, and its PINs.
fn which() -> impl Step<Lost> {
    Choose::new(const { StepId::new("another-role") }, items, preset, |lost, _, at| {
        lost.writer.roles = roles(lost).into_iter().nth(at).map(|role| (role, None)).into_iter().collect();
        lost.finished = false;
        StepOutcome::Next
    })
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
