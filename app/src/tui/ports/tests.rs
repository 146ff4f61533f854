use std::fs;
use std::sync::mpsc::Receiver;

use ratatui::crossterm::event::KeyModifiers;

use super::*;
use crate::machine::keyboard::Layout;
use crate::machine::usb::computer::{Computer, PS2};
use crate::machine::usb::examples;
use crate::tui::kit::view::Part;
use crate::unforeseen::UNFORESEEN;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The screen that things are announced on, at a time of its own.
struct Announced {
    announcer: Announcer,
    context: Context,
    answers: Receiver<(u64, bool)>,
    now: Instant,
    free: bool,
}

impl Announced {
    /// At home.
    fn new() -> Self {
        let mut announced = Announced::before_a_language();
        announced.announcer.greeted();
        announced
    }

    fn before_a_language() -> Self {
        let mut context = Context::nowhere();
        let (keyboards, answers) = channel();
        context.keyboards = Some(keyboards);
        Announced { announcer: Announcer::default(), context, answers, now: Instant::now(), free: true }
    }

    /// These are what there is to tell.
    fn there_are(&mut self, notices: &[Notice]) {
        self.context.usb.notices = notices.to_vec();
        self.tick();
    }

    fn tick(&mut self) {
        self.announcer.on_event(&self.context, self.free, self.now);
    }

    /// Time goes on.
    fn wait(&mut self, time: Duration) {
        self.now += time;
        self.tick();
    }

    /// Time enough for it to be announced, and to be read.
    fn read(&mut self) {
        self.wait(QUIET);
        self.wait(QUIET);
    }

    /// Whether a key was for what is announced.
    fn press(&mut self, code: KeyCode) -> bool {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        let taken = self.announcer.key(key, &self.context, self.free, self.now);
        self.tick();
        taken
    }

    /// Types something.
    fn types(&mut self, text: &str) {
        text.chars().for_each(|c| assert!(self.press(KeyCode::Char(c)), "{c} was for something else"));
    }

    /// The digits that stand on the screen.
    fn digits(&self) -> String {
        let question = self.announcer.shown.as_ref().and_then(|shown| shown.question.as_ref());
        question.map(Question::digits).unwrap_or_default().replace(' ', "")
    }

    /// Digits that are not on the screen.
    fn other_digits(&self) -> String {
        self.digits().chars().map(|digit| if digit == '9' { '0' } else { '9' }).collect()
    }

    /// All that is on the screen, as data.
    fn text(&self) -> String {
        let Some(view) = self.announcer.view(&self.context) else { return String::new() };
        let parts = view.parts.iter().map(|part| match part {
            // What may be a secret does not show itself.
            Part::Warning(said) => said.to_string(),
            part => format!("{part:?}"),
        });
        parts.chain([view.title.clone(), format!("{:?}{:?}", view.keys, view.enter)]).collect()
    }

    /// The heading of what is announced.
    fn title(&self) -> Option<String> {
        Some(self.announcer.view(&self.context)?.title)
    }

    fn asks(&self) -> bool {
        self.title() == Some(self.context.say(key!("usb-keyboard")))
    }

    fn tells(&self) -> bool {
        self.title() == Some(self.context.say(key!("usb-notice")))
    }

    fn answers(&self) -> Vec<(u64, bool)> {
        self.answers.try_iter().collect()
    }
}

fn notice(number: u64, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: format!("Device {number}"), keyboard, refused: refused.to_vec(), again: false }
}

fn waits(number: u64) -> Notice {
    notice(number, Keyboard::Waits(Doubt::Later), &[])
}

fn only(number: u64) -> Notice {
    notice(number, Keyboard::Only(Doubt::Later), &[])
}

fn off(number: u64) -> Notice {
    notice(number, Keyboard::Quiet, &[Kind::Network])
}

#[test]
fn the_digits_on_the_screen_let_a_keyboard_type_and_esc_leaves_it_off() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1), waits(2)]);
    for answer in [(1, true), (2, false)] {
        screen.read();
        assert!(screen.asks());
        for other in [KeyCode::Enter, KeyCode::Char('y'), KeyCode::Char(' '), KeyCode::F(10), KeyCode::Down] {
            assert!(screen.press(other));
            assert!(screen.asks());
        }
        assert_eq!(screen.answers(), []);
        if answer.1 {
            screen.types(&screen.digits());
        } else {
            assert!(screen.press(KeyCode::Esc));
        }
        assert_eq!(screen.answers(), [answer]);
        assert_eq!(screen.title(), None);
    }
    // Nobody is asked twice, also if the guard has not noticed the answers yet.
    screen.read();
    assert_eq!(screen.title(), None);
    assert!(!screen.press(KeyCode::Enter));
}

#[test]
fn wrong_digits_are_told_and_others_come() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1)]);
    screen.read();
    let first = screen.digits();
    screen.types(&screen.other_digits());
    assert!(screen.text().contains(&screen.context.say(key!("usb-wait"))));
    screen.types(&first);
    screen.read();
    assert_ne!(screen.digits(), "");
    assert!(screen.text().contains(&screen.context.say(key!("usb-wrong"))));
    assert_eq!(screen.answers(), []);
    screen.types(&screen.digits());
    assert_eq!(screen.answers(), [(1, true)]);
}

/// A device that types blind has one try at a time, and each takes longer than the one before.
#[test]
fn who_guesses_waits_longer_each_time() {
    let mut screen = Announced::new();
    screen.there_are(&[only(1)]);
    let mut tries = 0;
    for _ in 0..3600 {
        screen.wait(QUIET);
        // Each key that there is, as fast as can be.
        let before = screen.digits();
        for _ in 0..10 {
            screen.types(if before.starts_with('0') { "1" } else { "0" });
        }
        tries += u32::from(before != screen.digits() && !before.is_empty());
    }
    assert_eq!(screen.answers(), []);
    assert!((50..130).contains(&tries), "{tries} in an hour");
}

#[test]
fn on_a_french_keyboard_digits_count_without_shift() {
    let mut screen = Announced::new();
    screen.context.layout = Layout::named("fr").unwrap();
    screen.there_are(&[waits(1)]);
    screen.read();
    let keys = ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"];
    let unshifted: String = screen.digits().bytes().map(|digit| keys[usize::from(digit - b'0')]).collect();
    screen.types(&unshifted);
    assert_eq!(screen.answers(), [(1, true)]);
}

#[test]
fn each_question_has_digits_of_its_own() {
    let mut screen = Announced::new();
    let mut all = BTreeSet::new();
    for number in 0..50 {
        screen.there_are(&[waits(number)]);
        screen.read();
        all.insert(screen.digits());
    }
    assert!(all.len() > 40, "{all:?}");
}

#[test]
fn from_a_keyboard_on_trial_the_screens_take_nothing_but_the_digits() {
    let mut screen = Announced::new();
    // Somebody types just now, and something lies over the screen.
    assert!(!screen.press(KeyCode::Char('a')));
    screen.free = false;
    screen.there_are(&[off(1), waits(2), only(3)]);
    assert!(screen.asks(), "at once");
    for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::F(1), KeyCode::F(10), KeyCode::Char('1'), KeyCode::Up]
    {
        assert!(screen.press(code));
        screen.read();
        assert!(screen.asks());
        assert!(screen.press(code));
    }
    assert_eq!(screen.answers(), []);
    for _ in 0..4 {
        screen.press(KeyCode::Backspace);
    }
    assert!(
        screen.text().contains(&screen.context.say(key!("usb-beware-only"))),
        "it is said to be less safe"
    );
    screen.types(&screen.digits());
    assert_eq!(screen.answers(), [(3, true)]);
    // The rest waits for a free screen.
    assert_eq!(screen.title(), None);
    assert!(!screen.press(KeyCode::Enter));
}

#[test]
fn a_keyboard_on_trial_that_is_pulled_out_leaves_the_screens_as_they_were() {
    let mut screen = Announced::new();
    screen.there_are(&[only(1)]);
    screen.read();
    screen.types(&screen.digits()[..3]);
    screen.there_are(&[]);
    assert_eq!((screen.title(), screen.answers()), (None, vec![]));
    assert!(!screen.press(KeyCode::Enter));
}

#[test]
fn nothing_is_announced_while_somebody_types() {
    let mut screen = Announced::new();
    for _ in 0..10 {
        assert!(!screen.press(KeyCode::Char('a')));
        screen.there_are(&[waits(1)]);
        screen.wait(QUIET / 2);
        assert_eq!(screen.title(), None);
    }
    screen.wait(QUIET / 2);
    assert!(screen.asks());
}

#[test]
fn what_is_typed_before_it_could_be_read_is_no_answer() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1)]);
    assert!(screen.asks());
    screen.wait(QUIET / 2);
    screen.types(&screen.digits());
    assert!(screen.press(KeyCode::Esc));
    assert_eq!(screen.answers(), []);
    screen.wait(QUIET / 2);
    screen.types(&screen.digits());
    assert_eq!(screen.answers(), [(1, true)]);
}

#[test]
fn what_takes_the_place_of_something_else_has_to_be_read_too() {
    let mut screen = Announced::new();
    screen.there_are(&[off(1)]);
    screen.wait(QUIET);
    assert!(screen.tells());
    // A key is on its way when a keyboard is plugged in.
    screen.there_are(&[off(1), waits(2)]);
    assert!(screen.asks());
    assert!(screen.press(KeyCode::Esc));
    assert_eq!(screen.answers(), []);
    assert!(screen.asks());
}

#[test]
fn it_is_no_answer_to_something_else_that_lies_over_the_screen() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1)]);
    screen.free = false;
    screen.wait(QUIET);
    assert!(!screen.press(KeyCode::Enter));
    assert_eq!((screen.title(), screen.answers()), (None, Vec::new()));
    screen.free = true;
    screen.wait(QUIET);
    assert!(screen.asks());
}

#[test]
fn what_stays_off_is_told_once_and_six_at_a_time() {
    let mut screen = Announced::new();
    let all: Vec<_> = (1..=8).map(off).collect();
    screen.there_are(&all);
    for some in [&all[..6], &all[6..]] {
        screen.read();
        assert!(screen.tells());
        let text = format!("{:?}", screen.announcer.view(&screen.context));
        for notice in &all {
            assert_eq!(text.contains(&notice.name), some.contains(notice), "{text}");
        }
        assert!(screen.press(KeyCode::Char('x')));
        assert_eq!(screen.title(), None);
    }
    screen.wait(QUIET);
    assert_eq!(screen.title(), None);
    // It is still told at the self-check.
    assert!(left_off(&screen.context).unwrap().contains("Device 8"));
    screen.there_are(&[off(9)]);
    assert!(screen.tells());
}

#[test]
fn what_comes_back_again_and_again_is_told_once_whatever_else_is() {
    let again = |number| Notice { again: true, ..off(number) };
    for mut screen in [Announced::new(), Announced::before_a_language()] {
        screen.there_are(&[again(1)]);
        screen.read();
        assert!(screen.text().contains("comes back again and again"));
        assert!(screen.text().contains("Device 1"));
        // It goes by itself when it was out for long enough, in case no other keyboard is there.
        screen.there_are(&[]);
        assert_eq!(screen.title(), None);
        screen.there_are(&[again(2)]);
        screen.read();
        assert!(screen.press(KeyCode::Enter));
        assert_eq!(screen.title(), None);
        screen.read();
        assert_eq!(screen.title(), None);
    }
}

#[test]
fn before_a_language_is_chosen_only_what_must_be_answered_is_announced_in_all() {
    for asked in [waits(3), only(3)] {
        let mut screen = Announced::before_a_language();
        screen.there_are(&[off(1)]);
        assert_eq!(screen.title(), None);
        screen.there_are(&[off(1), asked]);
        assert_eq!(screen.title(), Some(screen.context.say(key!("usb-first"))));
        screen.read();
        for language in Texts::languages() {
            let key =
                if screen.text().contains("Esc") { key!("usb-first-asks") } else { key!("usb-first-only") };
            let text = Texts::of(language).say(key, &[]);
            assert!(screen.text().contains(&text), "{text}");
        }
        screen.types(&screen.digits());
        assert_eq!(screen.answers(), [(3, true)]);
    }
}

#[test]
fn of_many_keyboards_some_are_named_and_all_counted() {
    let mut screen = Announced::new();
    assert_eq!(keyboards(&screen.context, key!("usb-built-in")), None);
    screen.context.usb.keyboards = vec![Typing::BuiltIn, Typing::Usb("Logitech K120".into())];
    let both = "built-in or PS/2, Logitech K120".to_owned();
    assert_eq!(keyboards(&screen.context, key!("usb-built-in")), Some((2, both)));
    screen.context.usb.keyboards = (1..=100).map(|number| Typing::Usb(format!("K{number}"))).collect();
    assert_eq!(keyboards(&screen.context, key!("usb-built-in")), Some((100, "K1, K2, K3, …".into())));
}

#[test]
fn what_is_pulled_out_is_not_announced_any_more() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1)]);
    screen.wait(QUIET);
    screen.there_are(&[]);
    assert_eq!(screen.title(), None);
    assert!(!screen.press(KeyCode::Enter));
    assert_eq!(screen.answers(), []);
}

#[test]
fn the_answers_reach_the_ports() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    computer.plug("1-2", &examples::hidden_keyboard(), "Other");
    let (wake, wakes) = channel();
    let answers = start(computer.ports(), wake);
    let next = || -> Vec<(u64, Keyboard)> {
        match wakes.recv_timeout(PATIENCE) {
            Ok(Wake::Usb(seen)) => seen.notices.iter().map(|n| (n.number, n.keyboard)).collect(),
            other => panic!("{other:?}"),
        }
    };
    let waits = Keyboard::Waits(Doubt::Hidden);
    assert_eq!(next(), [(1, waits), (2, waits)]);
    answers.send((1, true)).unwrap();
    answers.send((2, false)).unwrap();
    assert_eq!(next(), [(2, waits)]);
    assert_eq!(next(), [(2, Keyboard::Declined)]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn who_watches_the_ports_goes_on_after_a_panic() {
    let mut computer = Computer::new(PS2);
    let keys = computer.capabilities();
    let right = fs::read(&keys).unwrap();
    fs::write(&keys, UNFORESEEN).unwrap();
    let (wake, wakes) = channel();
    let answers = start(computer.ports(), wake);
    assert!(matches!(wakes.recv_timeout(PATIENCE), Ok(Wake::Fault)));
    // It is told once. What is plugged in meanwhile is let in all the same, and seen when it is over.
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    let until = Instant::now() + PATIENCE;
    while computer.on("1-1") != ["1-1:1.0"] {
        assert!(Instant::now() < until);
        std::thread::yield_now();
    }
    // In one step: who looks meanwhile does not see half of it.
    let new = keys.with_file_name("new");
    fs::write(&new, right).unwrap();
    fs::rename(new, keys).unwrap();
    match wakes.recv_timeout(PATIENCE) {
        Ok(Wake::Usb(seen)) => assert_eq!((seen.keyboards, seen.notices.len()), (vec![Typing::BuiltIn], 1)),
        other => panic!("{other:?}"),
    }
    answers.send((1, true)).unwrap();
    assert!(matches!(wakes.recv_timeout(PATIENCE), Ok(Wake::Usb(seen)) if seen.notices.is_empty()));
}
