//! Stage 4: dice and typing, if the owner wants; mixed with the kernel's and the Nitrokeys' own randomness.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::controls::Field;
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::Job;
use super::super::told::Told;
use super::super::view::View;
use super::super::work::Work;
use super::Setup;
use crate::ceremony::CeremonyError;
use crate::machine::entropy::Dice;

/// So many bits are as good as a key itself.
const ENOUGH_BITS: u32 = 128;
/// Rolls, or letters, at the most.
const LONGEST: usize = 400;

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let mix = Work::new("mix", 4, mix, |setup: &mut Setup, desk, result: Result<usize, CeremonyError>| {
        setup.mixed = Some(result.map_err(|error| desk.tell(&error))?);
        Ok(())
    });
    let shown = |setup: &Setup, desk: &Desk, view: View| {
        let rolls = setup.dice.as_ref().map_or(0, |dice| dice.bytes().len());
        let values = [
            ("nitrokeys", setup.mixed.unwrap_or(0).into()),
            ("rolls", rolls.into()),
            ("letters", setup.typed.len().into()),
        ];
        view.good(desk.fill("mix-done", &values))
    };
    vec![
        Box::new(Rolls { field: Field::new(LONGEST), problem: None }),
        Box::new(Typing { field: Field::new(LONGEST) }),
        Box::new(Work { shown, ..mix }),
    ]
}

fn mix(setup: &mut Setup, desk: &mut Desk) -> Option<Job<Result<usize, CeremonyError>>> {
    let meeting = setup.meeting.clone()?;
    let dice = setup.dice.as_ref().and_then(|dice| Dice::parse(&String::from_utf8_lossy(dice.bytes())).ok());
    let (typed, nitrokeys) = (setup.typed.clone(), desk.nitrokeys.clone());
    Some(Job::start(&desk.wake, move |_| {
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

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        self.problem = None;
    }

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        let bits = Dice::parse(self.field.text()).map_or(0, |dice| dice.bits());
        let values = [("bits", bits.into()), ("enough", ENOUGH_BITS.into())];
        let view = View::new(desk.say("dice")).text(desk.say("dice-text")).field(
            desk.say("dice-field"),
            &self.field,
            true,
        );
        let view = match bits {
            0 => view,
            bits if bits < ENOUGH_BITS => view.text(desk.fill("dice-bits", &values)),
            _ => view.good(desk.fill("dice-enough", &values)),
        };
        view.problem(self.problem.as_ref()).enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        if key.code != KeyCode::Enter {
            let used = self.field.key(key);
            if used {
                self.problem = None;
            }
            return Move::nowhere(used);
        }
        self.problem = None;
        if self.field.is_empty() {
            setup.dice = None;
            return Move::Next;
        }
        match Dice::parse(self.field.text()) {
            Err(error) => self.problem = Some(desk.tell(&error)),
            Ok(dice) if dice.looks_made_up() => {
                self.problem =
                    Some(Told { happened: desk.say("dice-made-up"), now: desk.say("dice-made-up-now") });
            }
            Ok(dice) => {
                setup.dice = Some(dice);
                return Move::Next;
            }
        }
        Move::Here
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

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        View::new(desk.say("typing"))
            .text(desk.say("typing-text"))
            .field(desk.say("typing-field"), &self.field, true)
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, _: &mut Desk) -> Move {
        if key.code != KeyCode::Enter {
            return Move::nowhere(self.field.key(key));
        }
        setup.typed = Zeroizing::new(self.field.text().as_bytes().to_vec());
        Move::Next
    }
}
