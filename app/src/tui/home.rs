//! Home: what can be done. A later flow is one more line here, and one module.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::screen::{Screen, ScreenOutcome};
use crate::tui::kit::view::{Item, View};

/// What a flow is called, and how it begins.
type Entry = (Noted, fn(&mut Context) -> ScreenOutcome);

/// All flows, in the order in which they are offered.
const ENTRIES: &[Entry] = &[
    (noted!("setup"), |context| {
        crate::tui::flows::set_up::begin(context).map_or(ScreenOutcome::Stay, ScreenOutcome::Open)
    }),
    (noted!("lost"), |context| ScreenOutcome::Open(crate::tui::flows::lost::begin(context))),
    (noted!("check"), |context| ScreenOutcome::Open(crate::tui::flows::check_card::begin(context))),
    (noted!("look"), |context| ScreenOutcome::Open(crate::tui::flows::inspect::begin(context))),
    (noted!("another"), |context| ScreenOutcome::Open(crate::tui::flows::another_nitrokey::begin(context))),
    (noted!("without"), |context| ScreenOutcome::Open(crate::tui::flows::without_nitrokey::begin(context))),
    (noted!("keyboard"), |context| ScreenOutcome::Open(crate::tui::flows::keyboard::begin(context))),
    (noted!("off"), |_| ScreenOutcome::Off),
];

/// The first screen after language and keyboard.
#[derive(Debug)]
pub(super) struct Home {
    list: List,
    notice: Option<String>,
}

impl Home {
    /// With something to be told, if there is.
    pub(super) fn new(notice: Option<String>) -> Self {
        Home { list: List::default(), notice }
    }
}

impl Screen for Home {
    fn name(&self, _: &Context) -> String {
        "Coldspare".into()
    }

    fn view(&self, context: &Context) -> View {
        let view = View::new(context.say(key!("home")));
        // There is no room for both.
        let view = match &self.notice {
            Some(notice) => view.warning(notice.clone()),
            None => view.text(context.say(key!("home-text"))),
        };
        let items = ENTRIES.iter().map(|(flow, _)| Item::noted(context, *flow));
        view.list(&self.list, items.collect()).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, context: &mut Context) -> ScreenOutcome {
        if key.code == KeyCode::Enter {
            return ENTRIES.get(self.list.at).map_or(ScreenOutcome::Stay, |(_, begin)| begin(context));
        }
        let labels: Vec<_> = ENTRIES.iter().map(|(flow, _)| context.say(flow.label)).collect();
        self.list.key(key, &labels);
        ScreenOutcome::Stay
    }

    fn goes_back(&self) -> bool {
        false
    }

    fn help(&self, context: &Context) -> Option<String> {
        Some(context.say(key!("home-help")))
    }
}
