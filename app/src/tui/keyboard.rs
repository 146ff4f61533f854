//! Keyboard and language: the first screen, and one that can be come back to.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::Screen;
use super::controls::{Field, List};
use super::desk::Desk;
use super::flow::{Flow, Move, Step, Story};
use super::steps::Choose;
use super::view::{Item, View};
use crate::language::Texts;
use crate::machine::keyboard::Layout;

/// Nothing is shared but the desk.
struct Choices;

impl Story for Choices {
    const NAME: &'static str = "keyboard";
}

/// The first screen of all.
pub(super) fn first(desk: &mut Desk) -> Box<dyn Screen> {
    begin(desk)
}

/// Language, layout, and a line to try it.
pub(super) fn begin(desk: &mut Desk) -> Box<dyn Screen> {
    Flow::begin(Choices, vec![Box::new(language()), Box::<Layouts>::default(), Box::new(Try::new())], desk)
}

/// Each language by its own name; so the question is understood whatever was chosen before.
fn language() -> Choose<Choices> {
    let items = |_: &Choices, _: &Desk| {
        Texts::languages()
            .iter()
            .map(|code| Item::new(Texts::of(code).say("language-name", &[]), ""))
            .collect()
    };
    let preset = |_: &Choices, desk: &Desk| {
        Texts::languages().iter().position(|code| *code == desk.language()).unwrap_or(0)
    };
    let take = |_: &mut Choices, desk: &mut Desk, at: usize| {
        desk.speak(Texts::languages().get(at).copied().unwrap_or("en"));
        Move::Next
    };
    Choose::new("language", 1, items, preset, take)
}

/// The layout, from a list.
#[derive(Default)]
struct Layouts {
    list: List,
}

impl Layouts {
    fn items(desk: &Desk) -> Vec<Item> {
        let item = |layout: &Layout| Item::new(desk.say(&format!("layout-{}", layout.name)), layout.name);
        Layout::ALL.iter().map(item).collect()
    }
}

impl Step<Choices> for Layouts {
    fn id(&self) -> &'static str {
        "layout"
    }

    fn stage(&self) -> usize {
        1
    }

    fn enter(&mut self, _: &mut Choices, desk: &mut Desk) {
        self.list = List::at(Layout::ALL.iter().position(|l| l == desk.layout).unwrap_or(0));
    }

    fn view(&self, _: &Choices, desk: &Desk) -> View {
        View::new(desk.say("layout"))
            .text(desk.say("layout-text"))
            .list(&self.list, Self::items(desk))
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Choices, desk: &mut Desk) -> Move {
        if key.code == KeyCode::Enter {
            desk.layout = Layout::ALL.get(self.list.at).unwrap_or(desk.layout);
            return Move::Next;
        }
        let labels: Vec<_> = Self::items(desk).into_iter().map(|item| item.label).collect();
        if self.list.key(key, &labels) { Move::Here } else { Move::Stay }
    }
}

/// A line that shows what the keys really type.
struct Try {
    field: Field,
}

impl Try {
    fn new() -> Self {
        Try { field: Field::new(60) }
    }
}

impl Step<Choices> for Try {
    fn id(&self) -> &'static str {
        "try"
    }

    fn stage(&self) -> usize {
        1
    }

    fn enter(&mut self, _: &mut Choices, _: &mut Desk) {
        self.field.clear();
    }

    fn view(&self, _: &Choices, desk: &Desk) -> View {
        View::new(desk.say("try"))
            .text(desk.say("try-text"))
            .field(desk.say("try-field"), &self.field, true)
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Choices, _: &mut Desk) -> Move {
        match key.code {
            KeyCode::Enter => Move::Home,
            _ if self.field.key(key) => Move::Here,
            _ => Move::Stay,
        }
    }
}
