//! Nothing is lost, and another Nitrokey is written by the same way: one that was not at hand, or one more.

use crate::ceremony::Ready;
use crate::language::Key;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, Step, StepOutcome, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read};
use crate::tui::parts::nitrokeys;
use crate::tui::parts::recover::{Open, Recovers, backup_and_cards, source};
use crate::tui::parts::recovered::{Recovered, Uses, Way, done, way, written_or_used};

/// What comes back.
struct Another {
    recovered: Recovered,
}

/// Begins with what it takes.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    let state = Another { recovered: Recovered::new(Way::Another) };
    Flow::begin(key!("another"), state, table(), context)
}

fn table() -> Table<Another> {
    let table = Table::new()
        .stage(|_| key!("another-stage-needs"))
        .step(needs())
        .stage(|_| key!("lost-stage-backup"))
        .step(source());
    let table = backup_and_cards(table)
        .stage(|_| key!("another-stage-back"))
        .step(Open::new(step!("another-back")))
        // Whoever writes another Nitrokey has said so; the question comes only when that is done.
        .step_if(|state| state.recovered.way != Way::Another, way())
        .step_if(|state| state.recovered.way == Way::Another, which())
        .stage(|_| key!("another-stage-write"));
    written_or_used(table).stage(|_| key!("lost-stage-done")).step(done())
}

impl FlowState for Another {
    fn loss(&self) -> Option<Key> {
        self.loss_of_use()
    }
}

impl Uses for Another {
    fn recovered(&self) -> &Recovered {
        &self.recovered
    }

    fn recovered_mut(&mut self) -> &mut Recovered {
        &mut self.recovered
    }

    fn ways(&self) -> Vec<Way> {
        vec![Way::Another, Way::Export, Way::See]
    }

    /// Which one is asked for.
    fn roles(&self) -> Vec<Role> {
        Vec::new()
    }
}

/// What has to be at hand, and what stays as it is.
fn needs() -> Read<Another> {
    Read {
        id: step!("another"),
        view: |_, context| {
            View::new(context.say(key!("another")))
                .text(context.say(key!("another-text")))
                .strong(context.say(key!("another-stays")))
                .text(context.say(key!("another-lost")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// Which one it is to be: its label, and its PINs.
fn which() -> impl Step<Another> {
    Choose::new(step!("another-role"), items, preset, |state, _, at| {
        let role = roles(state).into_iter().nth(at).map(|role| (role, None));
        state.recovered.writer.roles = role.into_iter().collect();
        state.recovered.finished = false;
        StepOutcome::Next
    })
}

/// What it can be: whatever was planned and is not written today, and one more.
fn roles(state: &Another) -> Vec<Role> {
    let Some(rehearsed) = state.back() else { return Vec::new() };
    let is_free = |role: &Role| !state.recovered.writer.is_written(role);
    let planned = rehearsed.plan().roles();
    let more = (rehearsed.plan().nitrokeys..=u8::MAX).map(Role::nth).find(is_free);
    planned.into_iter().filter(is_free).chain(more).collect()
}

fn is_planned(rehearsed: &Ready, role: &Role) -> bool {
    rehearsed.plan().roles().contains(role)
}

fn items(state: &Another, context: &Context) -> Vec<Item> {
    let Some(rehearsed) = state.back() else { return Vec::new() };
    let item = |role: Role| {
        let note = match rehearsed.serial_of(&role) {
            Some(serial) => context.fill(key!("another-role-met"), &[("serial", serial.to_owned().into())]),
            None if is_planned(rehearsed, &role) => context.say(key!("another-role-unmet")),
            None => context.say(key!("another-role-more")),
        };
        Item::new(context.role(&role), note)
    };
    roles(state).into_iter().map(item).collect()
}

/// The one that was not at hand when the backup was sealed. The primary only if nothing that is plugged in could be
/// it, and no spare is missing: one that was put off on the day itself may have been written all the same.
fn preset(state: &Another, context: &Context) -> usize {
    let Some(rehearsed) = state.back() else { return 0 };
    let roles = roles(state);
    let unmet = |role: &&Role| is_planned(rehearsed, role) && rehearsed.serial_of(role).is_none();
    let is_there = context.infos().any(|info| nitrokeys::has_keys(rehearsed, info));
    let spare = roles.iter().filter(unmet).find(|role| **role != Role::Primary);
    let primary = roles.iter().filter(unmet).find(|role| **role == Role::Primary && !is_there);
    let chosen = spare.or(primary).or(roles.last());
    roles.iter().position(|role| Some(role) == chosen).unwrap_or(0)
}
