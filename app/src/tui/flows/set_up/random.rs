//! Randomness: dice and typing, if the owner wants; mixed with the kernel's and the Nitrokeys' own randomness.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::state::Setup;
use crate::ceremony::CeremonyError;
use crate::machine::entropy::Dice;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::Job;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::work::Work;

/// So many bits are as good as a key itself.
const ENOUGH_BITS: u32 = 128;
/// Rolls, or letters, at the most.
const LONGEST: usize = 400;

/// All of it is mixed.
pub(super) fn mixed() -> impl Step<Setup> {
    let mix =
        Work::new(step!("mix"), mix, |setup: &mut Setup, context, result: Result<usize, CeremonyError>| {
            setup.inputs.mixed = Some(result.map_err(|error| context.message(&error))?);
            Ok(())
        });
    let shown = |setup: &Setup, context: &Context, view: View| view.good(of_what(setup, context));
    Work { shown, goes_on: Setup::is_short, ..mix }
}

/// What was mixed.
pub(super) fn of_what(setup: &Setup, context: &Context) -> String {
    let rolls = setup.inputs.dice.as_ref().map_or(0, |dice| dice.bytes().len());
    let values = [
        ("nitrokeys", setup.inputs.mixed.unwrap_or(0).into()),
        ("rolls", rolls.into()),
        ("letters", setup.inputs.typed.len().into()),
    ];
    context.fill(key!("mix-done"), &values)
}

fn mix(setup: &mut Setup, context: &mut Context) -> Option<Job<Result<usize, CeremonyError>>> {
    let meeting = setup.meeting.clone()?;
    let dice =
        setup.inputs.dice.as_ref().and_then(|dice| Dice::parse(&String::from_utf8_lossy(dice.bytes())).ok());
    let (typed, nitrokeys) = (setup.inputs.typed.clone(), context.nitrokeys.clone());
    Some(Job::start(&context.wake, move |_| {
        meeting.mix(nitrokeys.hold().bus, dice.as_ref(), &typed).map(|(nitrokeys, _)| nitrokeys)
    }))
}

/// Rolls of dice, as digits.
pub(super) struct Rolls {
    field: Field,
    problem: Option<Message>,
}

impl Rolls {
    pub(super) fn new() -> Self {
        Rolls { field: Field::new(LONGEST), problem: None }
    }
}

impl Step<Setup> for Rolls {
    fn id(&self) -> StepId {
        step!("dice")
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        self.problem = None;
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        let bits = Dice::parse(self.field.text()).map_or(0, |dice| dice.bits());
        let values = [("bits", bits.into()), ("enough", ENOUGH_BITS.into())];
        let view = View::new(context.say(key!("dice"))).text(context.say(key!("dice-text"))).field(
            context.say(key!("dice-field")),
            &self.field,
            true,
        );
        let view = match bits {
            0 => view,
            bits if bits < ENOUGH_BITS => view.text(context.fill(key!("dice-bits"), &values)),
            _ => view.good(context.fill(key!("dice-enough"), &values)),
        };
        view.problem(self.problem.as_ref()).enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            let used = self.field.key(key);
            if used {
                self.problem = None;
            }
            return StepOutcome::nowhere(used);
        }
        self.problem = None;
        if self.field.is_empty() {
            setup.inputs.dice = None;
            return StepOutcome::Next;
        }
        match Dice::parse(self.field.text()) {
            Err(error) => self.problem = Some(context.message(&error)),
            Ok(dice) if dice.looks_made_up() => {
                self.problem = Some(context.pair(pair!("dice-made-up"), &[]));
            }
            Ok(dice) => {
                setup.inputs.dice = Some(dice);
                return StepOutcome::Next;
            }
        }
        StepOutcome::Handled
    }
}

/// Whatever the owner types.
pub(super) struct Typing {
    field: Field,
}

impl Typing {
    pub(super) fn new() -> Self {
        Typing { field: Field::new(LONGEST) }
    }
}

impl Step<Setup> for Typing {
    fn id(&self) -> StepId {
        step!("typing")
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        View::new(context.say(key!("typing")))
            .text(context.say(key!("typing-text")))
            .field(context.say(key!("typing-field")), &self.field, true)
            .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, _: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.field.key(key));
        }
        setup.inputs.typed = Zeroizing::new(self.field.text().as_bytes().to_vec());
        StepOutcome::Next
    }
}
