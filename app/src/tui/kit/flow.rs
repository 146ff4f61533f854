//! A flow: steps one after the other, forward with Enter and back with Esc, over what they share.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::tui::kit::context::Context;
use crate::tui::kit::screen::{Screen, ScreenOutcome, Stages};
use crate::tui::kit::view::View;

/// What the steps of a flow share.
pub(in crate::tui) trait FlowState {
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
pub(in crate::tui) enum StepOutcome {
    /// Nowhere; Esc, if that was the key, goes one step back.
    Unhandled,
    /// Nowhere: the key was used here.
    Handled,
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

impl StepOutcome {
    /// Nowhere, after a key that was used here or not.
    pub(in crate::tui) fn nowhere(used: bool) -> Self {
        if used { StepOutcome::Handled } else { StepOutcome::Unhandled }
    }
}

/// One step: a decision, or some work.
pub(in crate::tui) trait Step<S> {
    /// Its name: the prefix of its texts in the catalogue.
    fn id(&self) -> &'static str;
    /// Which stage it belongs to, from 1.
    fn stage(&self) -> usize;
    /// Whether it is to be taken at all, as things stand.
    fn applies(&self, _: &S) -> bool {
        true
    }
    /// It is begun, from before or from behind.
    fn enter(&mut self, _: &mut S, _: &mut Context) {}
    /// What is shown.
    fn view(&self, state: &S, context: &Context) -> View;
    /// A key, other than F1 and F10.
    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome;
    /// Something else happened: work went on, something was plugged in.
    fn look(&mut self, _: &mut S, _: &mut Context) -> StepOutcome {
        StepOutcome::Unhandled
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
pub(in crate::tui) struct Flow<S: FlowState> {
    state: S,
    steps: Vec<Box<dyn Step<S>>>,
    at: usize,
}

impl<S: FlowState + 'static> Flow<S> {
    /// Begins with the first step that applies.
    pub(in crate::tui) fn begin(
        state: S,
        steps: Vec<Box<dyn Step<S>>>,
        context: &mut Context,
    ) -> Box<dyn Screen> {
        let mut flow = Flow { state, steps, at: 0 };
        if !flow.steps.first().is_some_and(|step| step.applies(&flow.state)) {
            flow.forward();
        }
        flow.enter(context);
        Box::new(flow)
    }

    fn enter(&mut self, context: &mut Context) {
        if let Some(step) = self.steps.get_mut(self.at) {
            step.enter(&mut self.state, context);
        }
    }

    fn forward(&mut self) -> bool {
        let next = (self.at + 1..self.steps.len()).find(|i| self.steps[*i].applies(&self.state));
        self.at = next.unwrap_or(self.at);
        next.is_some()
    }

    fn go(&mut self, to: StepOutcome, context: &mut Context) -> ScreenOutcome {
        match to {
            StepOutcome::Unhandled | StepOutcome::Handled => return ScreenOutcome::Stay,
            StepOutcome::Home => return ScreenOutcome::Home,
            StepOutcome::Off => return ScreenOutcome::Off,
            StepOutcome::Next => {
                if !self.forward() {
                    return ScreenOutcome::Home;
                }
            }
            StepOutcome::Back => match (0..self.at).rev().find(|i| self.steps[*i].applies(&self.state)) {
                Some(before) => self.at = before,
                None => return ScreenOutcome::Home,
            },
            StepOutcome::To(id) => {
                self.at = self.steps.iter().position(|step| step.id() == id).unwrap_or(self.at);
            }
        }
        self.enter(context);
        ScreenOutcome::Stay
    }
}

impl<S: FlowState + 'static> Screen for Flow<S> {
    fn name(&self, context: &Context) -> String {
        context.say(self.state.name())
    }

    fn stages(&self, context: &Context) -> Option<Stages> {
        let names: Vec<_> = self.state.stages().iter().map(|key| context.say(key)).collect();
        let at = self.steps.get(self.at)?.stage();
        (!names.is_empty()).then_some(Stages { names, at })
    }

    fn view(&self, context: &Context) -> View {
        self.steps.get(self.at).map(|step| step.view(&self.state, context)).unwrap_or_default()
    }

    fn key(&mut self, key: KeyEvent, context: &mut Context) -> ScreenOutcome {
        let Some(step) = self.steps.get_mut(self.at) else { return ScreenOutcome::Home };
        let to = match step.key(key, &mut self.state, context) {
            StepOutcome::Unhandled if key.code == KeyCode::Esc && !step.is_busy() => StepOutcome::Back,
            to => to,
        };
        self.go(to, context)
    }

    fn look(&mut self, context: &mut Context) -> ScreenOutcome {
        let Some(step) = self.steps.get_mut(self.at) else { return ScreenOutcome::Home };
        let to = step.look(&mut self.state, context);
        self.go(to, context)
    }

    fn help(&self, context: &Context) -> Option<String> {
        Some(context.say(&self.steps.get(self.at)?.help()))
    }

    fn loss(&self, context: &Context) -> Option<String> {
        self.state.loss().map(|key| context.say(key))
    }

    fn is_busy(&self) -> bool {
        self.steps.get(self.at).is_some_and(|step| step.is_busy())
    }
}
