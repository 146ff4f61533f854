//! A flow: steps one after the other, forward with Enter and back with Esc, over what they share. Which steps, in which
//! stage and when, stands in its table.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::Key;
use crate::tui::kit::context::Context;
use crate::tui::kit::screen::{Listed, Screen, ScreenOutcome, Stages};
use crate::tui::kit::view::View;

/// What the steps of a flow share.
pub(in crate::tui) trait FlowState {
    /// What would be lost if the flow ended now.
    fn loss(&self) -> Option<Key> {
        None
    }
}

/// A step's name: what every step has in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct StepId {
    /// Its title.
    pub(in crate::tui) title: Key,
    /// What it says.
    pub(in crate::tui) text: Key,
    /// Its explanation.
    pub(in crate::tui) help: Key,
}

impl StepId {
    /// The step whose texts are `title`, `title-text` and `title-help`. Only for constants: `step!` makes one.
    pub(in crate::tui) const fn new(title: &str) -> Self {
        let otherwise = "the catalogue lacks this step's title, -text or -help";
        StepId {
            title: Key::compiled(title, "", otherwise),
            text: Key::compiled(title, "-text", otherwise),
            help: Key::compiled(title, "-help", otherwise),
        }
    }

    /// The step of these texts.
    pub(in crate::tui) const fn of(title: Key, text: Key, help: Key) -> Self {
        StepId { title, text, help }
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
    /// To the step of this name, whether it applies or not.
    To(StepId),
    /// Out of the flow.
    Home,
    /// Out of the flow, and into the one that is called so at home.
    Begin(Key),
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
    /// Its name.
    fn id(&self) -> StepId;
    /// It is begun, from before or from behind.
    fn enter(&mut self, _: &mut S, _: &mut Context) {}
    /// What is shown.
    fn view(&self, state: &S, context: &Context) -> View;
    /// A key, other than F1 and F10.
    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome;
    /// Something else happened: work went on, something was plugged in.
    fn on_event(&mut self, _: &mut S, _: &mut Context) -> StepOutcome {
        StepOutcome::Unhandled
    }
    /// Whether it must not be left just now.
    fn is_busy(&self) -> bool {
        false
    }
    /// Whether it needs the room of the list of stages at the side.
    fn is_wide(&self) -> bool {
        false
    }
    /// Its explanation.
    fn help(&self) -> Key {
        self.id().help
    }
}

/// When a step is taken.
type Applies<S> = fn(&S) -> bool;

/// A stage: its name, and when the list at the side shows it.
struct Stage<S> {
    name: fn(&S) -> Key,
    /// All of this is so.
    within: Vec<Applies<S>>,
}

/// One line of a table.
struct Row<S> {
    /// Its stage, from 1; 0: in none.
    stage: usize,
    applies: Applies<S>,
    /// Besides, all of this must be so: it is one of several rows that belong together.
    within: Vec<Applies<S>>,
    /// Whether it stands beside the way.
    is_aside: bool,
    step: Box<dyn Step<S>>,
}

/// All of a flow: its stages in their order, the steps of each, and when they are taken. No step knows its place.
pub(in crate::tui) struct Table<S> {
    /// The stages, as the list at the side shows them; none: no list.
    stages: Vec<Stage<S>>,
    rows: Vec<Row<S>>,
}

impl<S> Table<S> {
    /// With nothing in it yet.
    pub(in crate::tui) fn new() -> Self {
        Table { stages: Vec::new(), rows: Vec::new() }
    }

    /// The next stage begins, and is called so.
    pub(in crate::tui) fn stage(mut self, name: fn(&S) -> Key) -> Self {
        self.stages.push(Stage { name, within: Vec::new() });
        self
    }

    /// A step that is always taken.
    pub(in crate::tui) fn step(self, step: impl Step<S> + 'static) -> Self {
        self.step_if(|_| true, step)
    }

    /// A step that is taken if.
    pub(in crate::tui) fn step_if(mut self, applies: Applies<S>, step: impl Step<S> + 'static) -> Self {
        let (stage, step) = (self.stages.len(), Box::new(step));
        self.rows.push(Row { stage, applies, within: Vec::new(), is_aside: false, step });
        self
    }

    /// What `adds` adds, steps and stages, only if this is so as well.
    pub(in crate::tui) fn only_if(self, within: Applies<S>, adds: impl FnOnce(Self) -> Self) -> Self {
        let (stages, rows) = (self.stages.len(), self.rows.len());
        let mut table = adds(self);
        table.stages.iter_mut().skip(stages).for_each(|stage| stage.within.push(within));
        table.rows.iter_mut().skip(rows).for_each(|row| row.within.push(within));
        table
    }

    /// A step beside the way: only [`StepOutcome::To`] leads there.
    pub(in crate::tui) fn aside(self, step: impl Step<S> + 'static) -> Self {
        let mut table = self.step_if(|_| false, step);
        table.rows.iter_mut().last().into_iter().for_each(|row| row.is_aside = true);
        table
    }
}

/// A table, what its steps share, and where it is.
pub(in crate::tui) struct Flow<S> {
    /// Its name.
    name: Key,
    state: S,
    table: Table<S>,
    at: usize,
}

impl<S: FlowState + 'static> Flow<S> {
    /// Begins with the first step that applies.
    pub(in crate::tui) fn begin(
        name: Key,
        state: S,
        table: Table<S>,
        context: &mut Context,
    ) -> Box<dyn Screen> {
        let mut flow = Flow { name, state, table, at: 0 };
        if !flow.applies(0) {
            flow.forward();
        }
        flow.enter(context);
        Box::new(flow)
    }

    fn step(&self) -> Option<&dyn Step<S>> {
        self.table.rows.get(self.at).map(|row| &*row.step)
    }

    fn enter(&mut self, context: &mut Context) {
        if let Some(row) = self.table.rows.get_mut(self.at) {
            row.step.enter(&mut self.state, context);
        }
    }

    fn applies(&self, at: usize) -> bool {
        let is_within = |row: &Row<S>| row.within.iter().all(|within| within(&self.state));
        self.table.rows.get(at).is_some_and(|row| is_within(row) && (row.applies)(&self.state))
    }

    fn forward(&mut self) -> bool {
        let next = (self.at + 1..self.table.rows.len()).find(|at| self.applies(*at));
        self.at = next.unwrap_or(self.at);
        next.is_some()
    }

    fn go(&mut self, to: StepOutcome, context: &mut Context) -> ScreenOutcome {
        match to {
            StepOutcome::Unhandled | StepOutcome::Handled => return ScreenOutcome::Stay,
            StepOutcome::Home => return ScreenOutcome::Home,
            StepOutcome::Begin(flow) => return ScreenOutcome::Begin(flow),
            StepOutcome::Off => return ScreenOutcome::Off,
            StepOutcome::Next => {
                if !self.forward() {
                    return ScreenOutcome::Home;
                }
            }
            StepOutcome::Back => match (0..self.at).rev().find(|at| self.applies(*at)) {
                Some(before) => self.at = before,
                None => return ScreenOutcome::Home,
            },
            StepOutcome::To(id) => {
                let place = self.table.rows.iter().position(|row| row.step.id() == id);
                debug_assert!(place.is_some(), "{id:?} is in no line of this table");
                self.at = place.unwrap_or(self.at);
            }
        }
        self.enter(context);
        ScreenOutcome::Stay
    }
}

impl<S: FlowState + 'static> Screen for Flow<S> {
    fn name(&self, context: &Context) -> String {
        context.say(self.name)
    }

    fn steps(&self) -> Vec<Listed> {
        let name = |StepId { title, text, help }| [title, text, help];
        self.table.rows.iter().map(|row| (name(row.step.id()), row.is_aside)).collect()
    }

    fn stages(&self, context: &Context) -> Option<Stages> {
        if self.step().is_some_and(Step::is_wide) {
            return None;
        }
        let is_shown = |stage: &&Stage<S>| stage.within.iter().all(|within| within(&self.state));
        let name = |stage: &Stage<S>| context.say((stage.name)(&self.state));
        let names: Vec<_> = self.table.stages.iter().filter(is_shown).map(name).collect();
        let stage = self.table.rows.get(self.at)?.stage;
        let at = self.table.stages.iter().take(stage).filter(is_shown).count();
        (!names.is_empty()).then_some(Stages { names, at })
    }

    fn view(&self, context: &Context) -> View {
        self.step().map(|step| step.view(&self.state, context)).unwrap_or_default()
    }

    fn key(&mut self, key: KeyEvent, context: &mut Context) -> ScreenOutcome {
        let Some(row) = self.table.rows.get_mut(self.at) else { return ScreenOutcome::Home };
        let to = match row.step.key(key, &mut self.state, context) {
            StepOutcome::Unhandled if key.code == KeyCode::Esc && !row.step.is_busy() => StepOutcome::Back,
            to => to,
        };
        self.go(to, context)
    }

    fn on_event(&mut self, context: &mut Context) -> ScreenOutcome {
        let Some(row) = self.table.rows.get_mut(self.at) else { return ScreenOutcome::Home };
        let to = row.step.on_event(&mut self.state, context);
        self.go(to, context)
    }

    fn help(&self, context: &Context) -> Option<String> {
        Some(context.say(self.step()?.help()))
    }

    fn loss(&self, context: &Context) -> Option<String> {
        self.state.loss().map(|key| context.say(key))
    }

    fn is_busy(&self) -> bool {
        self.step().is_some_and(Step::is_busy)
    }
}
