//! What day is it? New keys bear the date for ever, and what was signed counts only if the clock is not before it.
//! So every flow that makes or reads keys asks. A date that is hard to believe does not go through by Enter.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use time::OffsetDateTime;

use super::controls::{Field, List};
use super::desk::Desk;
use super::flow::{Move, Step};
use super::steps::answers;
use super::told::Told;
use super::view::View;
use crate::ceremony::begins_like_code;
use crate::machine::clock::{self, ClockError};

/// The answers to a date that is hard to believe; that it is right is not preset.
const ANSWERS: [&str; 2] = ["no", "yes"];
/// A date and a time have 16 signs, and a blank or two; a code at most 940.
const DATE: usize = 24;
const LONGEST: usize = 1000;

/// The step.
pub(super) struct Clock {
    stage: usize,
    /// Why it is asked.
    text: &'static str,
    field: Field,
    /// What stands there is no date but a code that somebody has scanned.
    code: bool,
    /// What stood there at first. Where nothing was changed, nothing is set.
    preset: String,
    problem: Option<Told>,
    /// A date that is hard to believe.
    doubt: Option<(OffsetDateTime, List)>,
    /// The computer's clock.
    now: fn() -> OffsetDateTime,
}

impl Clock {
    /// For keys that are made.
    pub(super) fn of_new_keys(stage: usize) -> Self {
        Self::new(stage, "clock-text")
    }

    /// For what was signed before.
    pub(super) fn of_old_keys(stage: usize) -> Self {
        Self::new(stage, "clock-text-old")
    }

    /// For what comes from paper alone, where nothing was signed.
    pub(super) fn of_paper(stage: usize) -> Self {
        Self::new(stage, "clock-text-paper")
    }

    fn new(stage: usize, text: &'static str) -> Self {
        let (field, preset, now) = (Field::secret(LONGEST), String::new(), clock::now);
        Clock { stage, text, field, code: false, preset, problem: None, doubt: None, now }
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
    fn is_believed(&self, desk: &Desk) -> bool {
        clock::plausible((self.now)()) || desk.believes_clock
    }

    /// The date that was typed, or left as it stood.
    fn typed(&self, desk: &Desk) -> Result<OffsetDateTime, Told> {
        match self.field.trimmed() {
            "" => Err(Told { happened: desk.say("clock-empty"), now: desk.say("clock-empty-now") }),
            typed if typed == self.preset => Ok((self.now)()),
            typed => clock::parse(typed).map_err(|error| desk.tell(&error)),
        }
    }

    fn set(&mut self, time: OffsetDateTime, desk: &mut Desk) -> Move {
        let minutes = (time - (self.now)()).whole_minutes().abs();
        let set = match minutes {
            0 | 1 => Ok(()),
            // On a computer that is only borrowed for a trial the clock is left alone.
            _ if !desk.appliance => Err(ClockError::NotPermitted),
            _ => clock::set(time),
        };
        self.problem = set.err().map(|error| desk.tell(&error));
        desk.believes_clock |= self.problem.is_none();
        if self.problem.is_none() { Move::Next } else { Move::Here }
    }

    fn doubt_view(&self, time: OffsetDateTime, list: &List, desk: &Desk) -> View {
        let day = |time| desk.texts().day(clock::write(time).split(' ').next().unwrap_or_default()).into();
        let values = [("typed", day(time)), ("now", day((self.now)())), ("released", day(clock::released()))];
        View::new(desk.fill("clock-doubt", &values))
            .warning(desk.say("clock-doubt-text"))
            .lines(["clock-doubt-now", "clock-doubt-released"].map(|key| desk.fill(key, &values)).to_vec())
            .list(list, answers(desk, "clock-doubt", &ANSWERS))
            .enter(desk.say("key-choose"))
    }
}

impl<S> Step<S> for Clock {
    fn id(&self) -> &'static str {
        "clock"
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn enter(&mut self, _: &mut S, desk: &mut Desk) {
        // What cannot be believed is not offered to be taken by Enter.
        self.preset = if self.is_believed(desk) { clock::write((self.now)()) } else { String::new() };
        let preset = self.preset.clone();
        self.set_field(&preset);
        (self.problem, self.doubt) = (None, None);
    }

    fn view(&self, _: &S, desk: &Desk) -> View {
        if let Some((time, list)) = &self.doubt {
            return self.doubt_view(*time, list, desk);
        }
        let view = View::new(desk.say("clock")).text(desk.say(self.text));
        let view = match self.is_believed(desk) {
            true => view,
            false => view.warning(desk.say("clock-wrong")),
        };
        view.field(desk.say("clock-field"), &self.field, true)
            .problem(self.problem.as_ref())
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, desk: &mut Desk) -> Move {
        let enter = key.code == KeyCode::Enter;
        match &mut self.doubt {
            Some((time, list)) if enter => {
                let (time, sure) = (*time, list.at == 1);
                self.doubt = None;
                return if sure { self.set(time, desk) } else { Move::Here };
            }
            Some(_) if key.code == KeyCode::Esc => self.doubt = None,
            Some((_, list)) => {
                list.key(key, &answers(desk, "clock-doubt", &ANSWERS));
            }
            None if enter && self.code => {
                let told = Told { happened: desk.say("clock-code"), now: desk.say("clock-code-now") };
                let preset = self.preset.clone();
                self.set_field(&preset);
                self.problem = Some(told);
            }
            None if enter => match self.typed(desk) {
                Err(told) => self.problem = Some(told),
                // Said before, and nothing was changed since.
                Ok(time) if self.field.trimmed() == self.preset => return self.set(time, desk),
                Ok(time) if clock::is_doubtful(time, (self.now)()) => {
                    (self.doubt, self.problem) = (Some((time, List::default())), None);
                }
                Ok(time) => return self.set(time, desk),
            },
            None => {
                let used = self.field.key(key);
                if used {
                    self.problem = None;
                    self.hears();
                }
                return Move::nowhere(used);
            }
        }
        Move::Here
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::KeyModifiers;

    use super::super::view::Part;
    use super::*;

    /// At the question, on a computer whose clock says so. On one that is borrowed: there none is set.
    fn asks(now: fn() -> OffsetDateTime) -> (Clock, Desk) {
        let (mut clock, mut desk) = (Clock { now, ..Clock::of_new_keys(1) }, Desk::nowhere());
        desk.appliance = false;
        Step::<()>::enter(&mut clock, &mut (), &mut desk);
        (clock, desk)
    }

    fn press(clock: &mut Clock, desk: &mut Desk, code: KeyCode) -> Move {
        clock.key(KeyEvent::new(code, KeyModifiers::NONE), &mut (), desk)
    }

    fn types(clock: &mut Clock, desk: &mut Desk, text: &str) {
        clock.field.clear();
        for letter in text.chars() {
            assert_eq!(press(clock, desk, KeyCode::Char(letter)), Move::Here);
        }
    }

    fn at(text: &str) -> OffsetDateTime {
        clock::parse(text).unwrap()
    }

    fn is_doubted(clock: &Clock, desk: &Desk) -> bool {
        let view = Step::<()>::view(clock, &(), desk);
        view.parts.iter().any(|part| matches!(part, Part::List { items, .. } if items.len() == 2))
    }

    #[test]
    fn one_enter_is_enough_where_the_clock_can_be_right() {
        let (mut clock, mut desk) = asks(|| at("2027-03-04 05:06"));
        assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Next);
    }

    #[test]
    fn a_clock_that_cannot_be_right_does_not_go_through_by_enter() {
        for wrong in [|| at("1999-01-01 00:00"), || at("2026-10-30 00:00"), || at("2062-01-01 00:00")] {
            let (mut clock, mut desk) = asks(wrong);
            for _ in 0..20 {
                assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Here);
            }
            // Nor is it taken when it is typed, until that was asked.
            types(&mut clock, &mut desk, &clock::write(wrong()));
            for _ in 0..20 {
                assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Here);
            }
            while !is_doubted(&clock, &desk) {
                press(&mut clock, &mut desk, KeyCode::Enter);
            }
            press(&mut clock, &mut desk, KeyCode::Down);
            assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Next);
            // Whoever has said so once is not asked again.
            Step::<()>::enter(&mut clock, &mut (), &mut desk);
            assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Next);
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
            let (mut clock, mut desk) = asks(|| at("2027-03-04 05:06"));
            types(&mut clock, &mut desk, typed);
            assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Here);
            assert_eq!(is_doubted(&clock, &desk), doubted, "{typed}");
            if doubted {
                // By Enter it goes back to the field, and by Esc too.
                press(&mut clock, &mut desk, KeyCode::Enter);
                assert!(!is_doubted(&clock, &desk));
                press(&mut clock, &mut desk, KeyCode::Enter);
                press(&mut clock, &mut desk, KeyCode::Esc);
                assert!(!is_doubted(&clock, &desk) && clock.field.trimmed() == typed);
            }
        }
    }

    #[test]
    fn who_looks_at_it_for_long_does_not_set_the_clock_back() {
        let (mut clock, mut desk) = asks(|| at("2027-03-04 05:06"));
        clock.now = || at("2027-03-04 06:30");
        assert_eq!(press(&mut clock, &mut desk, KeyCode::Enter), Move::Next);
    }
}
