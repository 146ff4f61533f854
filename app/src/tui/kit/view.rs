//! What a screen shows, as data: a step decides it, [`crate::tui::kit::draw`] draws it.

use zeroize::Zeroizing;

use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::messages::Message;

/// One screen's content.
#[derive(Debug, Default)]
pub(in crate::tui) struct View {
    /// The heading.
    pub title: String,
    /// From top to bottom.
    pub parts: Vec<Part>,
    /// Keys beyond Enter, Esc, F1 and F10, each with what it does.
    pub keys: Vec<(&'static str, String)>,
    /// What Enter does, if it does anything.
    pub enter: Option<String>,
}

/// A line to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::tui) struct Item {
    /// What stands there.
    pub label: String,
    /// What is said of it while it is selected.
    pub note: String,
    /// The letter that selects it, in place of a number of two digits.
    pub sign: Option<char>,
}

impl Item {
    /// With a note.
    pub(in crate::tui) fn new(label: impl Into<String>, note: impl Into<String>) -> Self {
        Item { label: label.into(), note: note.into(), sign: None }
    }

    /// An answer of the catalogue, with its note.
    pub(in crate::tui) fn noted(context: &Context, Noted { label, note }: Noted) -> Self {
        Item::new(context.say(label), context.say(note))
    }
}

/// A list is moved by the first letters of its lines.
impl AsRef<str> for Item {
    fn as_ref(&self) -> &str {
        &self.label
    }
}

/// A piece of a screen.
#[derive(Debug)]
pub(in crate::tui) enum Part {
    /// A paragraph.
    Text(String),
    /// One that matters more.
    Strong(String),
    /// Lines that stay as they are: a drawing, a table.
    Lines(Vec<String>),
    /// The same for what the owner asked to see; wiped afterwards.
    Secret(Vec<Zeroizing<String>>),
    /// Something went well.
    Good(String),
    /// Something to be careful about; it may say what stands on a card.
    Warning(Zeroizing<String>),
    /// Something went wrong.
    Problem(Message),
    /// A choice.
    List {
        /// The lines.
        items: Vec<Item>,
        /// The selected one.
        at: usize,
        /// The first line's number, less one.
        skip: usize,
    },
    /// Something to be typed.
    Field {
        /// What it is, and perhaps what word is in it.
        label: Zeroizing<String>,
        /// What stands in it, hidden if it is a secret that is not shown.
        shown: Zeroizing<String>,
        /// Where the cursor is, in characters, if it is here.
        cursor: Option<usize>,
    },
    /// Work that goes on.
    Work {
        /// What is being done.
        label: String,
        /// How much is done of how much.
        done: Option<(usize, usize)>,
        /// How long it takes, in words; empty as long as it is short.
        time: String,
    },
    /// A QR code.
    Code(Zeroizing<String>),
}

impl View {
    /// With a heading.
    pub(in crate::tui) fn new(title: impl Into<String>) -> Self {
        View { title: title.into(), ..View::default() }
    }

    /// Adds a part.
    #[must_use]
    pub(in crate::tui) fn part(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// Adds a paragraph.
    #[must_use]
    pub(in crate::tui) fn text(self, text: impl Into<String>) -> Self {
        self.part(Part::Text(text.into()))
    }

    /// Adds a paragraph that matters more.
    #[must_use]
    pub(in crate::tui) fn strong(self, text: impl Into<String>) -> Self {
        self.part(Part::Strong(text.into()))
    }

    /// Adds what is to be careful about.
    #[must_use]
    pub(in crate::tui) fn warning(self, text: impl Into<Zeroizing<String>>) -> Self {
        self.part(Part::Warning(text.into()))
    }

    /// Adds what went well.
    #[must_use]
    pub(in crate::tui) fn good(self, text: impl Into<String>) -> Self {
        self.part(Part::Good(text.into()))
    }

    /// Adds what went wrong, if anything did.
    #[must_use]
    pub(in crate::tui) fn problem(self, message: Option<&Message>) -> Self {
        match message {
            Some(message) => self.part(Part::Problem(message.clone())),
            None => self,
        }
    }

    /// Adds lines that stay as they are.
    #[must_use]
    pub(in crate::tui) fn lines(self, lines: Vec<String>) -> Self {
        self.part(Part::Lines(lines))
    }

    /// Adds a choice.
    #[must_use]
    pub(in crate::tui) fn list(self, list: &List, items: Vec<Item>) -> Self {
        let last = items.len().saturating_sub(1);
        // Beyond the last one, where none is selected.
        let at = if list.is_none() { items.len() } else { list.at.min(last) };
        let items = match list.own {
            true => items.into_iter().map(|item| Item { sign: Some(' '), ..item }).collect(),
            false => items,
        };
        self.part(Part::List { items, at, skip: list.skip })
    }

    /// Adds a field; `here`: the cursor is in it.
    #[must_use]
    pub(in crate::tui) fn field(
        self,
        label: impl Into<Zeroizing<String>>,
        field: &Field,
        here: bool,
    ) -> Self {
        let cursor = here.then(|| field.cursor());
        self.part(Part::Field { label: label.into(), shown: field.shown(), cursor })
    }

    /// Adds a key for the bottom line.
    #[must_use]
    pub(in crate::tui) fn key(mut self, key: &'static str, does: impl Into<String>) -> Self {
        self.keys.push((key, does.into()));
        self
    }

    /// Says what Enter does.
    #[must_use]
    pub(in crate::tui) fn enter(mut self, does: impl Into<String>) -> Self {
        self.enter = Some(does.into());
        self
    }
}
