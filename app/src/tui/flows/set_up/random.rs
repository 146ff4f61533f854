//! Stage 4: dice and typing, if the owner wants; mixed with the kernel's and the Nitrokeys' own randomness.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::Setup;
use crate::ceremony::CeremonyError;
use crate::machine::entropy::Dice;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::jobs::Job;
use crate::tui::kit::messages::Told;
use crate::tui::kit::view::View;
use crate::tui::parts::work::Work;

/// So many bits are as good as a key itself.
const ENOUGH_BITS: u32 = 128;
/// Rolls, or letters, at the most.
const LONGEST: usize = 400;

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let mix = Work::new("mix", 4, mix, |setup: &mut Setup, context, result: Result<usize, CeremonyError>| {
        setup.mixed = Some(result.map_err(|error| context.tell(&error))?);
        Ok(())
    });
    let shown = |setup: &Setup, context: &Context, view: View| {
        let rolls = setup.dice.as_ref().map_or(0, |dice| dice.bytes().len());
        let values = [
            ("nitrokeys", setup.mixed.unwrap_or(0).into()),
            ("rolls", rolls.into()),
            ("letters", setup.typed.len().into()),
        ];
        view.good(context.fill("mix-done", &values))
    };
    vec![
        Box::new(Rolls { field: Field::new(LONGEST), problem: None }),
        Box::new(Typing { field: Field::new(LONGEST) }),
        Box::new(Work { shown, ..mix }),
    ]
}

fn mix(setup: &mut Setup, context: &mut Context) -> Option<Job<Result<usize, CeremonyError>>> {
    let meeting = setup.meeting.clone()?;
    let dice = setup.dice.as_ref().and_then(|dice| Dice::parse(&String::from_utf8_lossy(dice.bytes())).ok());
    let (typed, nitrokeys) = (setup.typed.clone(), context.nitrokeys.clone());
    Some(Job::start(&context.wake, move |_| {
        meeting.mix(nitrokeys.hold().bus, dice.as_ref(), &typed).map(|(nitrokeys, _)| nitrokeys)
    }))
}

/// Rolls of dice, as digits.
struct Rolls {
    field: Field,
    problem: Option<Told>,
}

impl Step<Setup> for Rolls {
    fn id(&self) -> &'static str {
        "dice"
    }

    fn stage(&self) -> usize {
        4
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        self.problem = None;
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        let bits = Dice::parse(self.field.text()).map_or(0, |dice| dice.bits());
        let values = [("bits", bits.into()), ("enough", ENOUGH_BITS.into())];
        let view = View::new(context.say("dice")).text(context.say("dice-text")).field(
            context.say("dice-field"),
            &self.field,
            true,
        );
        let view = match bits {
            0 => view,
            bits if bits < ENOUGH_BITS => view.text(context.fill("dice-bits", &values)),
            _ => view.good(context.fill("dice-enough", &values)),
        };
        view.problem(self.problem.as_ref()).enter(context.say("key-next"))
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
            setup.dice = None;
            return StepOutcome::Next;
        }
        match Dice::parse(self.field.text()) {
            Err(error) => self.problem = Some(context.tell(&error)),
            Ok(dice) if dice.looks_made_up() => {
                self.problem = Some(Told {
                    happened: context.say("dice-made-up"),
                    now: context.say("dice-made-up-now"),
                });
            }
            Ok(dice) => {
                setup.dice = Some(dice);
                return StepOutcome::Next;
            }
        }
        StepOutcome::Handled
    }
}

/// Whatever the owner types.
struct Typing {
    field: Field,
}

impl Step<Setup> for Typing {
    fn id(&self) -> &'static str {
        "typing"
    }

    fn stage(&self) -> usize {
        4
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        View::new(context.say("typing"))
            .text(context.say("typing-text"))
            .field(context.say("typing-field"), &self.field, true)
            .enter(context.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, _: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.field.key(key));
        }
        setup.typed = Zeroizing::new(self.field.text().as_bytes().to_vec());
        StepOutcome::Next
    }
}
