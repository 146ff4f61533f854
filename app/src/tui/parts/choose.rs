//! Steps that flows are made of: a choice, and a page to read.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};

/// One question with a few answers. Its texts are `id`, `id-text`, `id-help`.
pub(in crate::tui) struct Choose<S> {
    pub(in crate::tui) id: StepId,
    /// The answers, as things stand.
    pub(in crate::tui) items: fn(&S, &Context) -> Vec<Item>,
    /// Which one is preset.
    pub(in crate::tui) preset: fn(&S, &Context) -> usize,
    /// Takes the answer.
    pub(in crate::tui) take: fn(&mut S, &mut Context, usize) -> StepOutcome,
    /// What is said above the answers instead of its text; `None`: its text.
    pub(in crate::tui) said: fn(&S, &Context) -> Option<String>,
    /// What stands above the answers instead of its texts, and what Enter does.
    pub(in crate::tui) shown: Option<fn(&S, &Context) -> View>,
    /// Changes the state as soon as the question is asked.
    pub(in crate::tui) entered: fn(&mut S),
    /// The first answer's number, less one.
    pub(in crate::tui) skip: usize,
    /// The answers have numbers of their own.
    pub(in crate::tui) own: bool,
    pub(in crate::tui) list: List,
}

impl<S> Choose<S> {
    pub(in crate::tui) fn new(
        id: StepId,
        items: fn(&S, &Context) -> Vec<Item>,
        preset: fn(&S, &Context) -> usize,
        take: fn(&mut S, &mut Context, usize) -> StepOutcome,
    ) -> Self {
        Choose {
            id,
            items,
            preset,
            take,
            said: |_, _| None,
            shown: None,
            entered: |_| (),
            skip: 0,
            own: false,
            list: List::default(),
        }
    }

    /// Its answers are numbers, from `skip + 1` on.
    pub(in crate::tui) fn counted(self, skip: usize) -> Self {
        Choose { skip, ..self }
    }

    /// Its answers begin with numbers of their own: those are typed, and no others stand before them.
    pub(in crate::tui) fn by_their_numbers(self) -> Self {
        Choose { own: true, ..self }
    }

    /// It says something else, if there is something else to say.
    pub(in crate::tui) fn saying(self, said: fn(&S, &Context) -> Option<String>) -> Self {
        Choose { said, ..self }
    }

    /// Shows this above its answers.
    pub(in crate::tui) fn showing(self, shown: fn(&S, &Context) -> View) -> Self {
        Choose { shown: Some(shown), ..self }
    }

    /// Changes the state so as soon as the question is asked.
    pub(in crate::tui) fn entering(self, entered: fn(&mut S)) -> Self {
        Choose { entered, ..self }
    }
}

/// These answers with their notes.
pub(in crate::tui) fn answers(context: &Context, answers: &[Noted]) -> Vec<Item> {
    answers.iter().map(|answer| Item::noted(context, *answer)).collect()
}

impl<S> Step<S> for Choose<S> {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        (self.entered)(state);
        self.list = List { skip: self.skip, own: self.own, ..List::at((self.preset)(state, context)) };
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let asked = || {
            View::new(context.say(self.id.title))
                .text((self.said)(state, context).unwrap_or_else(|| context.say(self.id.text)))
                .enter(context.say(key!("key-next")))
        };
        let view = self.shown.map_or_else(asked, |shown| shown(state, context));
        view.list(&self.list, (self.items)(state, context))
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
    pub(in crate::tui) id: StepId,
    /// What stands there.
    pub(in crate::tui) view: fn(&S, &Context) -> View,
    /// Where Enter goes.
    pub(in crate::tui) next: StepOutcome,
}

impl<S> Step<S> for Read<S> {
    fn id(&self) -> StepId {
        self.id
    }

    fn view(&self, state: &S, context: &Context) -> View {
        (self.view)(state, context)
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, _: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter { self.next } else { StepOutcome::Unhandled }
    }
}
