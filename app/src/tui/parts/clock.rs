//! What day is it? New keys bear the date for ever, and what was signed counts only if the clock is not before it.
//! So every flow that makes or reads keys asks. A date that is hard to believe does not go through by Enter.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use time::OffsetDateTime;

use crate::ceremony::begins_like_code;
use crate::language::{Key, Noted};
use crate::machine::clock::{self, ClockError};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::card::LONGEST_CODE;
use crate::tui::parts::choose::answers;

/// The answers to a date that is hard to believe; that it is right is not preset.
const ANSWERS: [Noted; 2] = [noted!("clock-doubt-no"), noted!("clock-doubt-yes")];
/// A date and a time have 16 signs, and a blank or two.
const DATE: usize = 24;

/// The step.
pub(in crate::tui) struct Clock {
    /// Why the date is asked for.
    text: Key,
    field: Field,
    /// What stands there is no date but a code that somebody has scanned.
    code: bool,
    /// What stood there at first. Where nothing was changed, nothing is set.
    preset: String,
    problem: Option<Message>,
    /// A date that is hard to believe.
    doubt: Option<(OffsetDateTime, List)>,
    /// The computer's clock.
    now: fn() -> OffsetDateTime,
}

/// Its name.
pub(in crate::tui) const CLOCK: StepId = StepId::new("clock");

impl Clock {
    /// For keys that are to be made: their date counts.
    pub(in crate::tui) fn of_new_keys() -> Self {
        Self::new(key!("clock-text"))
    }

    /// For what was signed before: it must not be of a day to come.
    pub(in crate::tui) fn of_old_keys() -> Self {
        Self::new(key!("clock-text-old"))
    }

    /// For what comes from paper alone, where nothing was signed.
    pub(in crate::tui) fn of_paper() -> Self {
        Self::new(key!("clock-text-paper"))
    }

    fn new(text: Key) -> Self {
        let (field, preset, now) = (Field::secret(LONGEST_CODE), String::new(), clock::now);
        Clock { text, field, code: false, preset, problem: None, doubt: None, now }
    }

    /// Puts this into the field.
    fn set_field(&mut self, text: &str) {
        self.field.set(text);
        (self.field.visible, self.code) = (true, false);
    }

    /// What a scanner types is no date, and may be a share: nothing of it is shown or told.
    fn hears(&mut self) {
        self.code =
            self.code || self.field.text().chars().count() > DATE || begins_like_code(self.field.text());
        self.field.visible = !self.code;
    }

    /// What this computer says can be believed, by itself or because the owner has said so.
    fn is_believed(&self, context: &Context) -> bool {
        clock::plausible((self.now)()) || context.believes_clock
    }

    /// The date that was typed, or left as it stood.
    fn typed(&self, context: &Context) -> Result<OffsetDateTime, Message> {
        match self.field.trimmed() {
            "" => Err(context.pair(pair!("clock-empty"), &[])),
            typed if typed == self.preset => Ok((self.now)()),
            typed => clock::parse(typed).map_err(|error| context.message(&error)),
        }
    }

    fn set(&mut self, time: OffsetDateTime, context: &mut Context) -> StepOutcome {
        let minutes = (time - (self.now)()).whole_minutes().abs();
        let set = match minutes {
            0 | 1 => Ok(()),
            // On a computer that is only borrowed for a trial the clock is left alone.
            _ if !context.appliance => Err(ClockError::NotPermitted),
            _ => clock::set(time),
        };
        self.problem = set.err().map(|error| context.message(&error));
        context.believes_clock |= self.problem.is_none();
        if self.problem.is_none() { StepOutcome::Next } else { StepOutcome::Handled }
    }

    fn doubt_view(&self, time: OffsetDateTime, list: &List, context: &Context) -> View {
        let day = |time| context.texts().day(clock::write(time).split(' ').next().unwrap_or_default()).into();
        let values = [("typed", day(time)), ("now", day((self.now)())), ("released", day(clock::released()))];
        View::new(context.fill(key!("clock-doubt"), &values))
            .warning(context.say(key!("clock-doubt-text")))
            .lines(
                [key!("clock-doubt-now"), key!("clock-doubt-released")]
                    .map(|key| context.fill(key, &values))
                    .to_vec(),
            )
            .list(list, answers(context, &ANSWERS))
            .enter(context.say(key!("key-choose")))
    }
}

impl<S> Step<S> for Clock {
    fn id(&self) -> StepId {
        CLOCK
    }

    fn enter(&mut self, _: &mut S, context: &mut Context) {
        // What cannot be believed is not offered to be taken by Enter.
        self.preset = if self.is_believed(context) { clock::write((self.now)()) } else { String::new() };
        let preset = self.preset.clone();
        self.set_field(&preset);
        (self.problem, self.doubt) = (None, None);
    }

    fn view(&self, _: &S, context: &Context) -> View {
        if let Some((time, list)) = &self.doubt {
            return self.doubt_view(*time, list, context);
        }
        let view = View::new(context.say(key!("clock"))).text(context.say(self.text));
        let view = match self.is_believed(context) {
            true => view,
            false => view.warning(context.say(key!("clock-wrong"))),
        };
        view.field(context.say(key!("clock-field")), &self.field, true)
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.doubt {
            Some((time, list)) if enter => {
                let (time, sure) = (*time, list.at == 1);
                self.doubt = None;
                return if sure { self.set(time, context) } else { StepOutcome::Handled };
            }
            Some(_) if key.code == KeyCode::Esc => self.doubt = None,
            Some((_, list)) => {
                list.key(key, &answers(context, &ANSWERS));
            }
            None if enter && self.code => {
                let message = context.pair(pair!("clock-code"), &[]);
                let preset = self.preset.clone();
                self.set_field(&preset);
                self.problem = Some(message);
            }
            None if enter => match self.typed(context) {
                Err(message) => self.problem = Some(message),
                // Said before, and nothing was changed since.
                Ok(time) if self.field.trimmed() == self.preset => return self.set(time, context),
                Ok(time) if clock::is_doubtful(time, (self.now)()) => {
                    (self.doubt, self.problem) = (Some((time, List::default())), None);
                }
                Ok(time) => return self.set(time, context),
            },
            None => {
                let used = self.field.key(key);
                if used {
                    self.problem = None;
                    self.hears();
                }
                return StepOutcome::nowhere(used);
            }
        }
        StepOutcome::Handled
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::KeyModifiers;

    use super::*;
    use crate::tui::kit::view::Part;

    /// At the question, on a computer whose clock says so. On one that is borrowed: there none is set.
    fn asks(now: fn() -> OffsetDateTime) -> (Clock, Context) {
        let (mut clock, mut context) = (Clock { now, ..Clock::of_new_keys() }, Context::nowhere());
        context.appliance = false;
        Step::<()>::enter(&mut clock, &mut (), &mut context);
        (clock, context)
    }

    fn press(clock: &mut Clock, context: &mut Context, code: KeyCode) -> StepOutcome {
        clock.key(KeyEvent::new(code, KeyModifiers::NONE), &mut (), context)
    }

    fn types(clock: &mut Clock, context: &mut Context, text: &str) {
        clock.field.clear();
        for letter in text.chars() {
            assert_eq!(press(clock, context, KeyCode::Char(letter)), StepOutcome::Handled);
        }
    }

    fn at(text: &str) -> OffsetDateTime {
        clock::parse(text).unwrap()
    }

    fn is_doubted(clock: &Clock, context: &Context) -> bool {
        let view = Step::<()>::view(clock, &(), context);
        view.parts.iter().any(|part| matches!(part, Part::List { items, .. } if items.len() == 2))
    }

    #[test]
    fn one_enter_is_enough_where_the_clock_can_be_right() {
        let (mut clock, mut context) = asks(|| at("2027-03-04 05:06"));
        assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Next);
    }

    #[test]
    fn a_clock_that_cannot_be_right_does_not_go_through_by_enter() {
        for wrong in [|| at("1999-01-01 00:00"), || at("2026-10-30 00:00"), || at("2062-01-01 00:00")] {
            let (mut clock, mut context) = asks(wrong);
            for _ in 0..20 {
                assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Handled);
            }
            // Nor is it taken when it is typed, until that was asked.
            types(&mut clock, &mut context, &clock::write(wrong()));
            for _ in 0..20 {
                assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Handled);
            }
            while !is_doubted(&clock, &context) {
                press(&mut clock, &mut context, KeyCode::Enter);
            }
            press(&mut clock, &mut context, KeyCode::Down);
            assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Next);
            // Whoever has said so once is not asked again.
            Step::<()>::enter(&mut clock, &mut (), &mut context);
            assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Next);
        }
    }

    #[test]
    fn a_date_that_is_more_than_a_day_from_the_clock_is_asked_again() {
        for (typed, doubted) in [
            ("2062-03-04 05:06", true),
            ("1999-03-04 05:06", true),
            ("2028-03-04 05:06", true),
            ("2027-03-05 05:07", true),
            ("2027-03-05 05:05", false),
            ("2027-03-03 05:07", false),
        ] {
            let (mut clock, mut context) = asks(|| at("2027-03-04 05:06"));
            types(&mut clock, &mut context, typed);
            assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Handled);
            assert_eq!(is_doubted(&clock, &context), doubted, "{typed}");
            if doubted {
                // By Enter it goes back to the field, and by Esc too.
                press(&mut clock, &mut context, KeyCode::Enter);
                assert!(!is_doubted(&clock, &context));
                press(&mut clock, &mut context, KeyCode::Enter);
                press(&mut clock, &mut context, KeyCode::Esc);
                assert!(!is_doubted(&clock, &context) && clock.field.trimmed() == typed);
            }
        }
    }

    #[test]
    fn who_looks_at_it_for_long_does_not_set_the_clock_back() {
        let (mut clock, mut context) = asks(|| at("2027-03-04 05:06"));
        clock.now = || at("2027-03-04 06:30");
        assert_eq!(press(&mut clock, &mut context, KeyCode::Enter), StepOutcome::Next);
    }
}
