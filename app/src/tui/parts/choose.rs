//! Steps that flows are made of: a choice, a page to read, and one that another flow has.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::{Item, View};

/// One question with a few answers. Its texts are `id`, `id-text`, `id-help`.
pub(in crate::tui) struct Choose<S> {
    pub(in crate::tui) id: &'static str,
    pub(in crate::tui) stage: usize,
    /// The answers, as things stand.
    pub(in crate::tui) items: fn(&S, &Context) -> Vec<Item>,
    /// Which one is preset.
    pub(in crate::tui) preset: fn(&S, &Context) -> usize,
    /// Takes the answer.
    pub(in crate::tui) take: fn(&mut S, &mut Context, usize) -> StepOutcome,
    pub(in crate::tui) applies: fn(&S) -> bool,
    /// What is said on another occasion.
    pub(in crate::tui) said: fn(&S, &Context) -> Option<String>,
    /// The first answer's number, less one.
    pub(in crate::tui) skip: usize,
    pub(in crate::tui) list: List,
}

impl<S> Choose<S> {
    /// One that always applies.
    pub(in crate::tui) fn new(
        id: &'static str,
        stage: usize,
        items: fn(&S, &Context) -> Vec<Item>,
        preset: fn(&S, &Context) -> usize,
        take: fn(&mut S, &mut Context, usize) -> StepOutcome,
    ) -> Self {
        let (applies, said): (fn(&S) -> bool, _) = (|_| true, |_: &S, _: &Context| None);
        Choose { id, stage, items, preset, take, applies, said, skip: 0, list: List::default() }
    }

    /// Its answers are numbers, from `skip + 1` on.
    pub(in crate::tui) fn counted(self, skip: usize) -> Self {
        Choose { skip, ..self }
    }

    /// It says something else, if there is something else to say.
    pub(in crate::tui) fn saying(self, said: fn(&S, &Context) -> Option<String>) -> Self {
        Choose { said, ..self }
    }

    /// It applies only then.
    pub(in crate::tui) fn when(self, applies: fn(&S) -> bool) -> Box<Self> {
        Box::new(Choose { applies, ..self })
    }
}

/// The answers `id-word` and their notes `id-word-note`, for each word.
pub(in crate::tui) fn answers(context: &Context, id: &str, words: &[&str]) -> Vec<Item> {
    let item = |word: &&str| {
        let key = format!("{id}-{word}");
        Item::new(context.say(&key), context.say(&format!("{key}-note")))
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

    fn applies(&self, state: &S) -> bool {
        (self.applies)(state)
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        self.list = List { skip: self.skip, ..List::at((self.preset)(state, context)) };
    }

    fn view(&self, state: &S, context: &Context) -> View {
        View::new(context.say(self.id))
            .text((self.said)(state, context).unwrap_or_else(|| context.say(&format!("{}-text", self.id))))
            .list(&self.list, (self.items)(state, context))
            .enter(context.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter {
            return (self.take)(state, context, self.list.at);
        }
        StepOutcome::nowhere(self.list.key(key, &(self.items)(state, context)))
    }
}

/// A page to read; Enter goes on.
pub(in crate::tui) struct Read<S> {
    pub(in crate::tui) id: &'static str,
    pub(in crate::tui) stage: usize,
    /// What stands there.
    pub(in crate::tui) view: fn(&S, &Context) -> View,
    pub(in crate::tui) applies: fn(&S) -> bool,
    /// Where Enter goes.
    pub(in crate::tui) next: StepOutcome,
}

impl<S> Step<S> for Read<S> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, state: &S) -> bool {
        (self.applies)(state)
    }

    fn view(&self, state: &S, context: &Context) -> View {
        (self.view)(state, context)
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, _: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter { self.next } else { StepOutcome::Unhandled }
    }
}

/// A step that is taken only if.
pub(in crate::tui) struct When<S, T> {
    applies: fn(&S) -> bool,
    step: T,
}

impl<S, T: Step<S>> When<S, T> {
    /// It applies only then, and only if it would by itself.
    pub(in crate::tui) fn new(applies: fn(&S) -> bool, step: T) -> Box<Self> {
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

    fn applies(&self, state: &S) -> bool {
        (self.applies)(state) && self.step.applies(state)
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        self.step.enter(state, context);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        self.step.view(state, context)
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        self.step.key(key, state, context)
    }

    fn look(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        self.step.look(state, context)
    }

    fn is_busy(&self) -> bool {
        self.step.is_busy()
    }

    fn help(&self) -> String {
        self.step.help()
    }
}
