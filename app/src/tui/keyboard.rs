//! Keyboard and language: the first screen, and one that can be come back to.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::Screen;
use super::controls::{Field, List};
use super::desk::Desk;
use super::flow::{Flow, Move, Step, Story};
use super::ports;
use super::steps::Choose;
use super::told::Told;
use super::view::{Item, Part, View};
use crate::language::Texts;
use crate::machine::keyboard::{Layout, ask, narrow, on_number_pad, set};

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
    Flow::begin(
        Choices,
        vec![Box::new(Language(language())), Box::new(Layouts::new()), Box::new(Try::new())],
        desk,
    )
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

/// The first question, and above it what everybody must know, in every language.
struct Language(Choose<Choices>);

impl Step<Choices> for Language {
    fn id(&self) -> &'static str {
        self.0.id()
    }

    fn stage(&self) -> usize {
        self.0.stage()
    }

    fn enter(&mut self, choices: &mut Choices, desk: &mut Desk) {
        self.0.enter(choices, desk);
    }

    fn view(&self, choices: &Choices, desk: &Desk) -> View {
        let mut view = self.0.view(choices, desk);
        for (key, _) in
            [("restarted-here", desk.restarted), ("trial", desk.trial)].iter().filter(|(_, is)| *is)
        {
            let all = Texts::languages().map(|code| Texts::of(code).say(key, &[]));
            view.parts.insert(0, Part::Warning(all.join("\n").into()));
        }
        // Something that is no keyboard, and types, is seen here before anything was typed.
        let Some((number, names)) = ports::keyboards(desk, "keyboards-built-in") else { return view };
        let there = desk.fill("keyboards", &[("number", number.into()), ("names", names.into())]);
        match number {
            1 => view.text(there),
            _ => view.warning(format!("{there}\n{}", desk.say("keyboards-unknown"))),
        }
    }

    fn key(&mut self, key: KeyEvent, choices: &mut Choices, desk: &mut Desk) -> Move {
        self.0.key(key, choices, desk)
    }
}

/// The layout: by the place of a letter, where keys come from this computer's own console; or from a list.
struct Layouts {
    list: List,
    /// Those that fit what was pressed so far.
    left: Vec<&'static Layout>,
    problem: Option<Told>,
}

impl Layouts {
    fn new() -> Self {
        Layouts { list: List::default(), left: Layout::ALL.iter().collect(), problem: None }
    }

    fn items(&self, desk: &Desk) -> Vec<Item> {
        let item = |layout: &&Layout| Item::new(desk.say(&format!("layout-{}", layout.name)), "");
        self.left.iter().map(item).collect()
    }

    /// The label to ask for; none in a window or on a serial line, where others have chosen the layout.
    fn ask(&self, desk: &Desk) -> Option<char> {
        if desk.console { ask(&self.left) } else { None }
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
        *self = Self::new();
        self.list = List::at(self.left.iter().position(|l| *l == desk.layout).unwrap_or(0));
    }

    fn view(&self, _: &Choices, desk: &Desk) -> View {
        let view = View::new(desk.say("layout"));
        let view = match self.ask(desk) {
            Some(label) => {
                let key = if on_number_pad(label) { "layout-press-not-pad" } else { "layout-press" };
                view.strong(desk.fill(key, &[("label", label.to_uppercase().to_string().into())]))
            }
            None if desk.console => view.text(desk.say("layout-left")),
            None => view.text(desk.say("layout-text")),
        };
        view.problem(self.problem.as_ref()).list(&self.list, self.items(desk)).enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Choices, desk: &mut Desk) -> Move {
        if key.code == KeyCode::Enter {
            desk.layout = self.left.get(self.list.at).copied().unwrap_or(desk.layout);
            self.problem = set(desk.layout).err().map(|error| desk.tell(&error));
            return if self.problem.is_none() { Move::Next } else { Move::Here };
        }
        if let (Some(label), KeyCode::Char(typed)) = (self.ask(desk), key.code) {
            let left = narrow(&self.left, desk.layout, label, typed);
            self.problem = left
                .is_empty()
                .then(|| Told { happened: desk.say("layout-no-fit"), now: desk.say("layout-no-fit-now") });
            self.left = if left.is_empty() { Layout::ALL.iter().collect() } else { left };
            self.list = List::default();
            return Move::Here;
        }
        Move::nowhere(self.list.key(key, &self.items(desk)))
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
