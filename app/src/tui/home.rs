//! Home: what can be done. A later flow is one more line here, and one module.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::{Screen, Then};
use super::controls::List;
use super::desk::Desk;
use super::view::{Item, View};

/// A flow's key in the catalogue, and how it begins.
type Entry = (&'static str, fn(&mut Desk) -> Then);

/// All flows, in the order in which they are offered.
const ENTRIES: [Entry; 7] = [
    ("setup", |desk| super::setup::begin(desk).map_or(Then::Stay, Then::Open)),
    ("lost", |desk| Then::Open(super::lost::begin(desk))),
    ("check", |desk| Then::Open(super::check::begin(desk))),
    ("look", |desk| Then::Open(super::look::begin(desk))),
    ("another", |desk| Then::Open(super::lost::another(desk))),
    ("keyboard", |desk| Then::Open(super::keyboard::begin(desk))),
    ("off", |_| Then::Off),
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
    fn name(&self, _: &Desk) -> String {
        "Coldspare".into()
    }

    fn view(&self, desk: &Desk) -> View {
        let view = View::new(desk.say("home"));
        // There is no room for both.
        let view = match &self.notice {
            Some(notice) => view.warning(notice.clone()),
            None => view.text(desk.say("home-text")),
        };
        let items = ENTRIES.iter().map(|(id, _)| Item::new(desk.say(id), desk.say(&format!("{id}-note"))));
        view.list(&self.list, items.collect()).enter(desk.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, desk: &mut Desk) -> Then {
        if key.code == KeyCode::Enter {
            return ENTRIES.get(self.list.at).map_or(Then::Stay, |(_, begin)| begin(desk));
        }
        self.list.key(key, &ENTRIES.map(|(id, _)| desk.say(id)));
        Then::Stay
    }

    fn goes_back(&self) -> bool {
        false
    }

    fn help(&self, desk: &Desk) -> Option<String> {
        Some(desk.say("home-help"))
    }
}
