//! The end of the plan: the whole plan on one screen, each line of it a way back.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::bring;
use super::bring::places::PLACES;
use super::identity::OWNER;
use super::policy;
use super::state::Setup;
use crate::ceremony::Meeting;
use crate::machine::clock;
use crate::plan::{Expiry, PinPolicy, Plan, Slot};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{self, Message};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::clock::CLOCK;
use crate::tui::parts::deal;

/// The whole plan.
pub(super) const SUMMARY: StepId = StepId::new("summary");

#[derive(Default)]
pub(super) struct Summary {
    list: List,
    problem: Option<Message>,
}

/// Each line, and the step in which it is decided; the first goes on.
fn lines(setup: &Setup, context: &Context) -> Vec<(Option<StepId>, String)> {
    let plan = &setup.draft.plan;
    let expiry = match plan.expiry {
        Expiry::Never => context.say(key!("expiry-never")),
        Expiry::Years(n) => context.fill(key!("expiry-years"), &[("n", n.into())]),
    };
    let (k, n, spare) = (plan.quorum.needed(), plan.quorum.cards(), plan.quorum.spare());
    let quorum = [("k", k.into()), ("n", n.into()), ("spare", spare.into())];
    let pins = if plan.pins == PinPolicy::Generated { key!("pins-generated") } else { key!("pins-typed") };
    let trustees: Vec<_> = plan.trustees.iter().map(|trustee| trustee.name.as_str()).collect();
    let mut lines = vec![(None, context.say(key!("summary-go-on")))];
    let brought = setup.brought();
    let names = brought.is_some_and(|import| import.owner.is_none());
    lines.push((Some(if names { PLACES } else { OWNER }), plan.user_ids.join(", ")));
    match brought {
        None => lines.push((Some(policy::ALGORITHM), plan.algorithm.to_string())),
        Some(import) => {
            let line = |slot| (Some(PLACES), bring::words::line(import, slot, plan.algorithm, context));
            lines.extend(Slot::ALL.map(line));
            // That the primary key stays in the backup is usual.
            let kept = || import.inventory.kept(&import.places);
            if kept().any(|part| !part.primary) {
                lines
                    .push((Some(PLACES), context.fill(key!("places-kept"), &[("n", kept().count().into())])));
            }
            let remains = import.inventory.remains().count();
            if remains > 0 {
                lines.push((Some(PLACES), context.fill(key!("places-remains"), &[("n", remains.into())])));
            }
            let left_out: usize = import.inventory.left_out().each().map(|(_, n)| n).sum();
            if left_out > 0 {
                lines.push((Some(PLACES), context.fill(key!("summary-left-out"), &[("n", left_out.into())])));
            }
        }
    }
    if brought.is_none_or(|import| import.makes() || import.renews(plan)) {
        lines
            .push((Some(policy::EXPIRY), context.fill(key!("summary-expiry"), &[("expiry", expiry.into())])));
    }
    lines.push((Some(deal::CARDS), context.fill(key!("summary-quorum"), &quorum)));
    lines.push((Some(deal::TRUSTEES), trustees.join(", ")));
    let nitrokeys = context.fill(key!("nitrokeys-n"), &[("n", plan.nitrokeys.into())]);
    lines.push((
        Some(policy::NITROKEYS),
        format!("{nitrokeys}; {}", context.say(messages::touch(plan.touch))),
    ));
    lines.push((Some(policy::PINS), context.say(pins)));
    // The keys will bear it, and it cannot be changed later.
    let day = context.texts().day(clock::write(clock::now()).split(' ').next().unwrap_or_default());
    lines.push((Some(CLOCK), context.fill(key!("summary-date"), &[("day", day.into())])));
    lines
}

/// The first name that stands on more than one card.
fn twice(plan: &Plan) -> Option<String> {
    let names: Vec<_> = plan.trustees.iter().map(|trustee| trustee.name.to_lowercase()).collect();
    let at =
        names.iter().enumerate().position(|(i, name)| names.iter().take(i).any(|before| before == name))?;
    plan.trustees.get(at).map(|trustee| trustee.name.clone())
}

/// At most so many characters of a line; the rest is in the step itself.
fn short(line: String) -> String {
    const MOST: usize = 45;
    match line.chars().count() > MOST {
        true => line.chars().take(MOST - 1).chain(['…']).collect(),
        false => line,
    }
}

/// A meeting by this plan, with the Nitrokeys of the one before as far as they fit.
fn meeting(setup: &Setup, plan: Plan) -> Result<Meeting, crate::ceremony::CeremonyError> {
    let mut meeting = match setup.brought() {
        None => Meeting::new(plan)?,
        Some(import) => Meeting::bringing(plan, &import.inventory, &import.places)?,
    };
    for met in setup.meeting.iter().flat_map(|before| before.met()) {
        if meeting.meet(met.info.clone()).is_err() {
            break;
        }
    }
    Ok(meeting)
}

impl Step<Setup> for Summary {
    fn id(&self) -> StepId {
        SUMMARY
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        (self.list, self.problem) = (List::default(), None);
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let item = |(id, line): (Option<StepId>, String)| {
            let note = if id.is_none() { key!("summary-go-on-note") } else { key!("summary-change") };
            Item::new(short(line), context.say(note))
        };
        let view = View::new(context.say(key!("summary"))).text(context.say(key!("summary-text")));
        let view = match twice(&setup.draft.plan) {
            Some(name) => view.warning(context.fill(key!("summary-twice"), &[("name", name.into())])),
            None => view,
        };
        view.list(&self.list, lines(setup, context).into_iter().map(item).collect())
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let lines = lines(setup, context);
        if key.code != KeyCode::Enter {
            let labels: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
            return StepOutcome::nowhere(self.list.key(key, &labels));
        }
        match lines.get(self.list.at) {
            Some((Some(id), _)) => {
                // From here on it is typed, whatever it came from.
                setup.draft.from_file &= *id == CLOCK;
                // And what hangs together with it is asked as well, but for what is asked in any case.
                setup.draft.short &= [OWNER, deal::TRUSTEES, CLOCK].contains(id);
                StepOutcome::To(*id)
            }
            _ => match meeting(setup, setup.draft.plan.clone()) {
                Ok(meeting) => {
                    setup.meeting = Some(meeting);
                    StepOutcome::Next
                }
                Err(error) => {
                    self.problem = Some(context.message(&error));
                    StepOutcome::Handled
                }
            },
        }
    }
}
