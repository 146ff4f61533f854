//! Keyboard and language: the first screen, and one that can be come back to.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::{Key, Texts};
use crate::machine::keyboard::{Layout, ask, narrow, on_number_pad, set};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::flow::{Flow, FlowState, Step, StepId, StepOutcome, Table};
use crate::tui::kit::messages::Message;
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::{Item, Part, View};
use crate::tui::parts::choose::Choose;
use crate::tui::ports;

/// Nothing is shared but the context.
struct Choices;

impl FlowState for Choices {}

/// The first screen of all.
pub(in crate::tui) fn first(context: &mut Context) -> Box<dyn Screen> {
    begin(context)
}

/// Language, layout, and a line to try it.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    let table = Table::new().step(Language(language())).step(Layouts::new()).step(Try::new());
    Flow::begin(key!("keyboard"), Choices, table, context)
}

/// Each language by its own name; so the question is understood whatever was chosen before.
fn language() -> Choose<Choices> {
    let items = |_: &Choices, _: &Context| {
        Texts::languages()
            .iter()
            .map(|code| Item::new(Texts::of(code).say(key!("language-name"), &[]), ""))
            .collect()
    };
    let preset = |_: &Choices, context: &Context| {
        Texts::languages().iter().position(|code| *code == context.language()).unwrap_or(0)
    };
    let take = |_: &mut Choices, context: &mut Context, at: usize| {
        context.speak(Texts::languages().get(at).copied().unwrap_or("en"));
        StepOutcome::Next
    };
    Choose::new(step!("language"), items, preset, take)
}

/// The first question, and above it what everybody must know, in every language.
struct Language(Choose<Choices>);

impl Step<Choices> for Language {
    fn id(&self) -> StepId {
        self.0.id()
    }

    fn enter(&mut self, choices: &mut Choices, context: &mut Context) {
        self.0.enter(choices, context);
    }

    fn view(&self, choices: &Choices, context: &Context) -> View {
        let mut view = self.0.view(choices, context);
        for (key, _) in [(key!("restarted-here"), context.restarted), (key!("trial"), context.trial)]
            .iter()
            .filter(|(_, is)| *is)
        {
            let all = Texts::languages().map(|code| Texts::of(code).say(*key, &[]));
            view.parts.insert(0, Part::Warning(all.join("\n").into()));
        }
        // Something that is no keyboard, and types, is seen here before anything was typed.
        let Some((number, names)) = ports::keyboards(context, key!("keyboards-built-in")) else {
            return view;
        };
        let there = context.fill(key!("keyboards"), &[("number", number.into()), ("names", names.into())]);
        match number {
            1 => view.text(there),
            _ => view.warning(format!("{there}\n{}", context.say(key!("keyboards-unknown")))),
        }
    }

    fn key(&mut self, key: KeyEvent, choices: &mut Choices, context: &mut Context) -> StepOutcome {
        self.0.key(key, choices, context)
    }
}

/// What each of [`Layout::ALL`] is called.
const NAMES: [Key; Layout::ALL.len()] = {
    let mut names = [key!("layout-us"); Layout::ALL.len()];
    let mut i = 0;
    while i < names.len() {
        names[i] = Key::compiled("layout-", Layout::ALL[i].name, "the catalogue lacks a layout's name");
        i += 1;
    }
    names
};

fn name(layout: &Layout) -> Key {
    let place = Layout::ALL.iter().position(|other| other == layout).unwrap_or(0);
    NAMES[place]
}

/// The layout: by the place of a letter, where keys come from this computer's own console; or from a list.
struct Layouts {
    list: List,
    /// Those that fit what was pressed so far.
    left: Vec<&'static Layout>,
    problem: Option<Message>,
}

impl Layouts {
    fn new() -> Self {
        Layouts { list: List::default(), left: Layout::ALL.iter().collect(), problem: None }
    }

    fn items(&self, context: &Context) -> Vec<Item> {
        let item = |layout: &&Layout| Item::new(context.say(name(layout)), "");
        self.left.iter().map(item).collect()
    }

    /// The label to ask for; none in a window or on a serial line, where others have chosen the layout.
    fn ask(&self, context: &Context) -> Option<char> {
        if context.console { ask(&self.left) } else { None }
    }
}

impl Step<Choices> for Layouts {
    fn id(&self) -> StepId {
        step!("layout")
    }

    fn enter(&mut self, _: &mut Choices, context: &mut Context) {
        *self = Self::new();
        self.list = List::at(self.left.iter().position(|l| *l == context.layout).unwrap_or(0));
    }

    fn view(&self, _: &Choices, context: &Context) -> View {
        let view = View::new(context.say(key!("layout")));
        let view = match self.ask(context) {
            Some(label) => {
                let key =
                    if on_number_pad(label) { key!("layout-press-not-pad") } else { key!("layout-press") };
                view.strong(context.fill(key, &[("label", label.to_uppercase().to_string().into())]))
            }
            None if context.console => view.text(context.say(key!("layout-left"))),
            None => view.text(context.say(key!("layout-text"))),
        };
        view.problem(self.problem.as_ref())
            .list(&self.list, self.items(context))
            .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Choices, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter {
            context.layout = self.left.get(self.list.at).copied().unwrap_or(context.layout);
            self.problem = set(context.layout).err().map(|error| context.message(&error));
            return if self.problem.is_none() { StepOutcome::Next } else { StepOutcome::Handled };
        }
        if let (Some(label), KeyCode::Char(typed)) = (self.ask(context), key.code) {
            let left = narrow(&self.left, context.layout, label, typed);
            self.problem = left.is_empty().then(|| context.pair(pair!("layout-no-fit"), &[]));
            self.left = if left.is_empty() { Layout::ALL.iter().collect() } else { left };
            self.list = List::default();
            return StepOutcome::Handled;
        }
        StepOutcome::nowhere(self.list.key(key, &self.items(context)))
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
    fn id(&self) -> StepId {
        step!("try")
    }

    fn enter(&mut self, _: &mut Choices, _: &mut Context) {
        self.field.clear();
    }

    fn view(&self, _: &Choices, context: &Context) -> View {
        View::new(context.say(key!("try")))
            .text(context.say(key!("try-text")))
            .field(context.say(key!("try-field")), &self.field, true)
            .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Choices, _: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::Enter => StepOutcome::Home,
            _ if self.field.key(key) => StepOutcome::Handled,
            _ => StepOutcome::Unhandled,
        }
    }
}
