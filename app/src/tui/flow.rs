//! A flow: steps one after the other, forward with Enter and back with Esc, over what they share.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::{Screen, Stages, Then};
use super::desk::Desk;
use super::view::View;

/// What the steps of a flow share.
pub(super) trait Story {
    /// The flow's name in the catalogue.
    const NAME: &'static str;
    /// Its stages' names in the catalogue, as the list at the side shows them; none: no list.
    const STAGES: &'static [&'static str] = &[];

    /// The same for this occasion: a flow may serve more than one.
    fn name(&self) -> &'static str {
        Self::NAME
    }
    /// Its stages on this occasion.
    fn stages(&self) -> &'static [&'static str] {
        Self::STAGES
    }
    /// What would be lost if the flow ended now, as a key of the catalogue.
    fn loss(&self) -> Option<&'static str> {
        None
    }
}

/// Where it goes from a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Nowhere; Esc, if that was the key, goes one step back.
    Stay,
    /// Nowhere: the key was used here.
    Here,
    /// To the next step that applies.
    Next,
    /// To the one before.
    Back,
    /// Back to the step of this name.
    To(&'static str),
    /// Out of the flow.
    Home,
    /// Out of the flow, and the computer is switched off.
    Off,
}

impl Move {
    /// Nowhere, after a key that was used here or not.
    pub(super) fn nowhere(used: bool) -> Self {
        if used { Move::Here } else { Move::Stay }
    }
}

/// One step: a decision, or some work.
pub(super) trait Step<S> {
    /// Its name: the prefix of its texts in the catalogue.
    fn id(&self) -> &'static str;
    /// Which stage it belongs to, from 1.
    fn stage(&self) -> usize;
    /// Whether it is to be taken at all, as things stand.
    fn applies(&self, _: &S) -> bool {
        true
    }
    /// It is begun, from before or from behind.
    fn enter(&mut self, _: &mut S, _: &mut Desk) {}
    /// What is shown.
    fn view(&self, story: &S, desk: &Desk) -> View;
    /// A key, other than F1 and F10.
    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move;
    /// Something else happened: work went on, something was plugged in.
    fn look(&mut self, _: &mut S, _: &mut Desk) -> Move {
        Move::Stay
    }
    /// Whether it must not be left just now.
    fn is_busy(&self) -> bool {
        false
    }
    /// Its explanation in the catalogue.
    fn help(&self) -> String {
        format!("{}-help", self.id())
    }
}

/// The steps and what they share.
pub(super) struct Flow<S: Story> {
    story: S,
    steps: Vec<Box<dyn Step<S>>>,
    at: usize,
}

impl<S: Story + 'static> Flow<S> {
    /// Begins with the first step that applies.
    pub(super) fn begin(story: S, steps: Vec<Box<dyn Step<S>>>, desk: &mut Desk) -> Box<dyn Screen> {
        let mut flow = Flow { story, steps, at: 0 };
        if !flow.steps.first().is_some_and(|step| step.applies(&flow.story)) {
            flow.forward();
        }
        flow.enter(desk);
        Box::new(flow)
    }

    fn enter(&mut self, desk: &mut Desk) {
        if let Some(step) = self.steps.get_mut(self.at) {
            step.enter(&mut self.story, desk);
        }
    }

    fn forward(&mut self) -> bool {
        let next = (self.at + 1..self.steps.len()).find(|i| self.steps[*i].applies(&self.story));
        self.at = next.unwrap_or(self.at);
        next.is_some()
    }

    fn go(&mut self, to: Move, desk: &mut Desk) -> Then {
        match to {
            Move::Stay | Move::Here => return Then::Stay,
            Move::Home => return Then::Home,
            Move::Off => return Then::Off,
            Move::Next => {
                if !self.forward() {
                    return Then::Home;
                }
            }
            Move::Back => match (0..self.at).rev().find(|i| self.steps[*i].applies(&self.story)) {
                Some(before) => self.at = before,
                None => return Then::Home,
            },
            Move::To(id) => {
                self.at = self.steps.iter().position(|step| step.id() == id).unwrap_or(self.at);
            }
        }
        self.enter(desk);
        Then::Stay
    }
}

impl<S: Story + 'static> Screen for Flow<S> {
    fn name(&self, desk: &Desk) -> String {
        desk.say(self.story.name())
    }

    fn stages(&self, desk: &Desk) -> Option<Stages> {
        let names: Vec<_> = self.story.stages().iter().map(|key| desk.say(key)).collect();
        let at = self.steps.get(self.at)?.stage();
        (!names.is_empty()).then_some(Stages { names, at })
    }

    fn view(&self, desk: &Desk) -> View {
        self.steps.get(self.at).map(|step| step.view(&self.story, desk)).unwrap_or_default()
    }

    fn key(&mut self, key: KeyEvent, desk: &mut Desk) -> Then {
        let Some(step) = self.steps.get_mut(self.at) else { return Then::Home };
        let to = match step.key(key, &mut self.story, desk) {
            Move::Stay if key.code == KeyCode::Esc && !step.is_busy() => Move::Back,
            to => to,
        };
        self.go(to, desk)
    }

    fn look(&mut self, desk: &mut Desk) -> Then {
        let Some(step) = self.steps.get_mut(self.at) else { return Then::Home };
        let to = step.look(&mut self.story, desk);
        self.go(to, desk)
    }

    fn help(&self, desk: &Desk) -> Option<String> {
        Some(desk.say(&self.steps.get(self.at)?.help()))
    }

    fn loss(&self, desk: &Desk) -> Option<String> {
        self.story.loss().map(|key| desk.say(key))
    }

    fn is_busy(&self) -> bool {
        self.steps.get(self.at).is_some_and(|step| step.is_busy())
    }
}
