//! Home: what can be done, in the words of who comes with it. A later flow is one more line here, and one module.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::{Key, Noted};
use crate::machine::stick::discover::Plugged;
use crate::tui::flows::{
    another_nitrokey, changes, check_card, forgotten_pin, inspect, keyboard, lost, revoke_all, set_up,
    stolen, trustees, without_nitrokey, yearly,
};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{List, plain};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::screen::{Listed, Screen, ScreenOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::find_bundle::with_bundles;

use With::{Always, Backup, Both, Nitrokey, Nothing};

/// With what a line belongs. What is plugged in brings its lines to the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    /// A stick with a backup.
    Backup,
    /// A Nitrokey with keys on it.
    Nitrokey,
    /// Either.
    Both,
    /// Neither: whoever begins has nothing yet.
    Nothing,
    /// It stays below.
    Always,
}

/// What a flow is called, with what it belongs, and how it begins.
type Entry = (Noted, With, fn(&mut Context) -> ScreenOutcome);

/// All flows, in the order in which they are offered: what has happened, what is to be done one day, what is looked at.
const ENTRIES: &[Entry] = &[
    (noted!("lost"), Backup, |context| ScreenOutcome::Open(lost::begin(context))),
    (noted!("stolen"), Backup, |context| {
        stolen::begin(context).map_or(ScreenOutcome::Stay, ScreenOutcome::Open)
    }),
    (noted!("forgotten"), Nitrokey, |context| ScreenOutcome::Open(forgotten_pin::begin(context))),
    (noted!("another"), Both, |context| ScreenOutcome::Open(another_nitrokey::begin(context))),
    (noted!("changes"), Backup, |context| {
        changes::begin(context).map_or(ScreenOutcome::Stay, ScreenOutcome::Open)
    }),
    (noted!("deal"), Backup, |context| {
        trustees::begin(context).map_or(ScreenOutcome::Stay, ScreenOutcome::Open)
    }),
    (noted!("yearly"), Both, |context| ScreenOutcome::Open(yearly::begin(context))),
    (noted!("check"), Backup, |context| ScreenOutcome::Open(check_card::begin(context))),
    (noted!("inspect"), Nitrokey, |context| ScreenOutcome::Open(inspect::begin(context))),
    (noted!("without"), Backup, |context| ScreenOutcome::Open(without_nitrokey::begin(context))),
    (noted!("revoke"), Backup, |context| ScreenOutcome::Open(revoke_all::begin(context))),
    (noted!("setup"), Nothing, |context| {
        set_up::begin(context).map_or(ScreenOutcome::Stay, ScreenOutcome::Open)
    }),
    (noted!("keyboard"), Always, |context| ScreenOutcome::Open(keyboard::begin(context))),
    (noted!("off"), Always, |_| ScreenOutcome::Off),
];

/// What selects the lines, from the top: one key each, however many there are. Enter then begins.
const SIGNS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

/// The first screen after language and keyboard.
pub(super) struct Home {
    /// The line that the owner has moved to, by its place in [`ENTRIES`]: lines that move take nobody elsewhere.
    chosen: Option<usize>,
    notice: Option<String>,
    /// The sticks that were looked through for a backup.
    seen: Option<Vec<Plugged>>,
    looking: Option<Job<Vec<Plugged>, ()>>,
}

/// The lines from the top, by their places in [`ENTRIES`], where a Nitrokey with keys is plugged in, or a stick with a
/// backup.
fn order(has_keys: bool, has_backup: bool) -> Vec<usize> {
    let belongs = |at: &usize| match ENTRIES.get(*at).map_or(Always, |(_, with, _)| *with) {
        Backup => has_backup,
        Nitrokey => has_keys,
        Both => has_keys || has_backup,
        Nothing => !has_keys && !has_backup,
        Always => false,
    };
    let mut order: Vec<_> = (0..ENTRIES.len()).collect();
    order.sort_by_key(|at| !belongs(at));
    order
}

/// Begins the flow of the line that is called so.
pub(super) fn begin(flow: Key, context: &mut Context) -> ScreenOutcome {
    let entry = ENTRIES.iter().find(|(line, ..)| line.label == flow);
    debug_assert!(entry.is_some(), "{flow:?} is no line at home");
    entry.map_or(ScreenOutcome::Home, |(_, _, begin)| begin(context))
}

/// The steps in the table of each flow that begins here.
pub(super) fn steps(context: &mut Context) -> Vec<(Key, Vec<Listed>)> {
    let steps = |(line, _, begin): &Entry| match begin(context) {
        ScreenOutcome::Open(flow) => Some((line.label, flow.steps())),
        _ => None,
    };
    ENTRIES.iter().filter_map(steps).collect()
}

impl Home {
    /// With something to be told, if there is.
    pub(super) fn new(notice: Option<String>) -> Self {
        Home { chosen: None, notice, seen: None, looking: None }
    }

    /// The lines, and which of them is selected: the first, until the owner has moved.
    fn list(&self, context: &Context) -> (Vec<usize>, List) {
        let has_keys = context.infos().any(|info| !info.is_blank());
        let holds_backup = |stick: &Plugged| {
            context.backups.contains(stick) || context.holds(stick).any(|what| what == Holds::Bundle)
        };
        let order = order(has_keys, context.plugged.iter().any(holds_backup));
        let at = self.chosen.and_then(|chosen| order.iter().position(|at| *at == chosen)).unwrap_or(0);
        (order, List::at(at))
    }

    /// Looks through the sticks if there are others than before. What was seen is kept, so no line moves when somebody
    /// comes back.
    fn inspect(&mut self, context: &mut Context) {
        if let Some(job) = &mut self.looking {
            context.backups = match job.poll() {
                State::Working => return,
                State::Panicked => Vec::new(),
                State::Done(found) => found,
            };
            self.looking = None;
        }
        if self.seen.as_ref() != Some(&context.plugged) {
            let sticks = context.plugged.clone();
            self.seen = Some(sticks.clone());
            self.looking = Some(Job::start(&context.wake, move |_| with_bundles(sticks)));
        }
    }
}

impl Screen for Home {
    fn name(&self, _: &Context) -> String {
        "Coldspare".into()
    }

    fn view(&self, context: &Context) -> View {
        let view = View::new(context.say(key!("home")));
        if let Some(notice) = &self.notice {
            return view.warning(notice.clone()).enter(context.say(key!("key-next")));
        }
        let (order, list) = self.list(context);
        let lines = order.iter().filter_map(|at| ENTRIES.get(*at)).zip(SIGNS.chars());
        let items = lines.map(|((flow, ..), sign)| Item { sign: Some(sign), ..Item::noted(context, *flow) });
        view.list(&list, items.collect()).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, context: &mut Context) -> ScreenOutcome {
        // It was read, and makes room for the lines.
        if self.notice.is_some() {
            self.notice.take_if(|_| key.code == KeyCode::Enter);
            return ScreenOutcome::Stay;
        }
        let (order, mut list) = self.list(context);
        match key.code {
            KeyCode::Enter => {
                let entry = order.get(list.at).and_then(|at| ENTRIES.get(*at));
                return entry.map_or(ScreenOutcome::Stay, |(_, _, begin)| begin(context));
            }
            KeyCode::Char(typed) if plain(key) => {
                let typed = typed.to_ascii_lowercase();
                let hit = SIGNS.chars().zip(&order).find(|(sign, _)| *sign == typed);
                self.chosen = hit.map_or(self.chosen, |(_, at)| Some(*at));
            }
            _ => {
                if list.key(key, &vec![""; order.len()]) {
                    self.chosen = order.get(list.at).copied();
                }
            }
        }
        ScreenOutcome::Stay
    }

    fn on_event(&mut self, context: &mut Context) -> ScreenOutcome {
        self.inspect(context);
        ScreenOutcome::Stay
    }

    fn goes_back(&self) -> bool {
        false
    }

    fn help(&self, context: &Context) -> Option<String> {
        Some(context.say(key!("home-help")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flow_is_reached_by_one_key_and_enter() {
        assert!(ENTRIES.len() <= SIGNS.len());
        let mut context = Context::nowhere();
        for sign in SIGNS.chars().take(ENTRIES.len()) {
            let mut home = Home::new(None);
            home.key(KeyEvent::from(KeyCode::Char(sign)), &mut context);
            let (order, list) = home.list(&context);
            assert_eq!(SIGNS.chars().nth(list.at), Some(sign));
            assert_eq!(home.chosen, order.get(list.at).copied());
        }
    }

    #[test]
    fn what_is_plugged_in_brings_its_lines_to_the_top_and_leaves_none_out() {
        let first = |has_keys, has_backup| ENTRIES[order(has_keys, has_backup)[0]].0.label;
        assert_eq!(first(false, false), key!("setup"));
        assert_eq!(first(true, false), key!("forgotten"));
        assert_eq!(first(false, true), key!("lost"));
        for (has_keys, has_backup) in [(false, false), (true, false), (false, true), (true, true)] {
            let mut all = order(has_keys, has_backup);
            all.sort_unstable();
            assert_eq!(all, (0..ENTRIES.len()).collect::<Vec<_>>());
        }
    }
}
