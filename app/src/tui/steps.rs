//! Steps that flows are made of: a choice, a page to read, and one that another flow has.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::List;
use super::desk::Desk;
use super::flow::{Move, Step};
use super::view::{Item, View};

/// One question with a few answers. Its texts are `id`, `id-text`, `id-help`.
pub(super) struct Choose<S> {
    pub(super) id: &'static str,
    pub(super) stage: usize,
    /// The answers, as things stand.
    pub(super) items: fn(&S, &Desk) -> Vec<Item>,
    /// Which one is preset.
    pub(super) preset: fn(&S, &Desk) -> usize,
    /// Takes the answer.
    pub(super) take: fn(&mut S, &mut Desk, usize) -> Move,
    pub(super) applies: fn(&S) -> bool,
    /// What is said on another occasion.
    pub(super) said: fn(&S, &Desk) -> Option<String>,
    /// The first answer's number, less one.
    pub(super) skip: usize,
    pub(super) list: List,
}

impl<S> Choose<S> {
    /// One that always applies.
    pub(super) fn new(
        id: &'static str,
        stage: usize,
        items: fn(&S, &Desk) -> Vec<Item>,
        preset: fn(&S, &Desk) -> usize,
        take: fn(&mut S, &mut Desk, usize) -> Move,
    ) -> Self {
        let (applies, said): (fn(&S) -> bool, _) = (|_| true, |_: &S, _: &Desk| None);
        Choose { id, stage, items, preset, take, applies, said, skip: 0, list: List::default() }
    }

    /// Its answers are numbers, from `skip + 1` on.
    pub(super) fn counted(self, skip: usize) -> Self {
        Choose { skip, ..self }
    }

    /// It says something else, if there is something else to say.
    pub(super) fn saying(self, said: fn(&S, &Desk) -> Option<String>) -> Self {
        Choose { said, ..self }
    }

    /// It applies only then.
    pub(super) fn when(self, applies: fn(&S) -> bool) -> Box<Self> {
        Box::new(Choose { applies, ..self })
    }
}

/// The answers `id-word` and their notes `id-word-note`, for each word.
pub(super) fn answers(desk: &Desk, id: &str, words: &[&str]) -> Vec<Item> {
    let item = |word: &&str| {
        let key = format!("{id}-{word}");
        Item::new(desk.say(&key), desk.say(&format!("{key}-note")))
    };
    words.iter().map(item).collect()
}

impl<S> Step<S> for Choose<S> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        (self.applies)(story)
    }

    fn enter(&mut self, story: &mut S, desk: &mut Desk) {
        self.list = List { skip: self.skip, ..List::at((self.preset)(story, desk)) };
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        View::new(desk.say(self.id))
            .text((self.said)(story, desk).unwrap_or_else(|| desk.say(&format!("{}-text", self.id))))
            .list(&self.list, (self.items)(story, desk))
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move {
        if key.code == KeyCode::Enter {
            return (self.take)(story, desk, self.list.at);
        }
        Move::nowhere(self.list.key(key, &(self.items)(story, desk)))
    }
}

/// A page to read; Enter goes on.
pub(super) struct Read<S> {
    pub(super) id: &'static str,
    pub(super) stage: usize,
    /// What stands there.
    pub(super) view: fn(&S, &Desk) -> View,
    pub(super) applies: fn(&S) -> bool,
    /// Where Enter goes.
    pub(super) next: Move,
}

impl<S> Step<S> for Read<S> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        (self.applies)(story)
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        (self.view)(story, desk)
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, _: &mut Desk) -> Move {
        if key.code == KeyCode::Enter { self.next } else { Move::Stay }
    }
}

/// A step that is taken only if.
pub(super) struct When<S, T> {
    applies: fn(&S) -> bool,
    step: T,
}

impl<S, T: Step<S>> When<S, T> {
    /// It applies only then, and only if it would by itself.
    pub(super) fn new(applies: fn(&S) -> bool, step: T) -> Box<Self> {
        Box::new(When { applies, step })
    }
}

impl<S, T: Step<S>> Step<S> for When<S, T> {
    fn id(&self) -> &'static str {
        self.step.id()
    }

    fn stage(&self) -> usize {
        self.step.stage()
    }

    fn applies(&self, story: &S) -> bool {
        (self.applies)(story) && self.step.applies(story)
    }

    fn enter(&mut self, story: &mut S, desk: &mut Desk) {
        self.step.enter(story, desk);
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        self.step.view(story, desk)
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move {
        self.step.key(key, story, desk)
    }

    fn look(&mut self, story: &mut S, desk: &mut Desk) -> Move {
        self.step.look(story, desk)
    }

    fn is_busy(&self) -> bool {
        self.step.is_busy()
    }

    fn help(&self) -> String {
        self.step.help()
    }
}
