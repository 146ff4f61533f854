use std::sync::Arc;
use std::sync::mpsc::Receiver;

use ratatui::crossterm::event::KeyModifiers;

use super::*;
use crate::machine::sticks::Sticks;
use crate::machine::usb::computer::{Computer, PS2};
use crate::machine::usb::examples;
use crate::nitrokey::PcscBus;
use crate::paper::printer::Printers;
use crate::tui::Machine;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The screen that things are announced on, at a time of its own.
struct Announced {
    announcer: Announcer,
    desk: Desk,
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
        let machine = Machine {
            bus: Arc::new(PcscBus),
            sticks: Sticks::at("nowhere"),
            printers: Printers::at("nowhere", "nowhere"),
            program: "nowhere".into(),
            appliance: true,
            trial: false,
            restarted: false,
            console: false,
            usb: None,
        };
        let mut desk = Desk::new(machine, channel().0);
        let (keyboards, answers) = channel();
        desk.keyboards = Some(keyboards);
        Announced { announcer: Announcer::default(), desk, answers, now: Instant::now(), free: true }
    }

    /// These are what there is to tell.
    fn there_are(&mut self, notices: &[Notice]) {
        self.desk.usb = notices.to_vec();
        self.look();
    }

    fn look(&mut self) {
        self.announcer.look(&self.desk, self.free, self.now);
    }

    /// Time goes on.
    fn wait(&mut self, time: Duration) {
        self.now += time;
        self.look();
    }

    /// Time enough for it to be announced, and to be read.
    fn read(&mut self) {
        self.wait(QUIET);
        self.wait(QUIET);
    }

    /// Whether a key was for what is announced.
    fn press(&mut self, code: KeyCode) -> bool {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        let taken = self.announcer.key(key, &self.desk, self.free, self.now);
        self.look();
        taken
    }

    /// The heading of what is announced.
    fn title(&self) -> Option<String> {
        Some(self.announcer.view(&self.desk)?.title)
    }

    fn asks(&self) -> bool {
        self.title() == Some(self.desk.say("usb-keyboard"))
    }

    fn tells(&self) -> bool {
        self.title() == Some(self.desk.say("usb-told"))
    }

    fn answers(&self) -> Vec<(u64, bool)> {
        self.answers.try_iter().collect()
    }
}

fn notice(number: u64, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: format!("Device {number}"), keyboard, refused: refused.to_vec() }
}

fn waits(number: u64) -> Notice {
    notice(number, Keyboard::Waits, &[])
}

fn off(number: u64) -> Notice {
    notice(number, Keyboard::Quiet, &[Kind::Network])
}

#[test]
fn enter_lets_a_keyboard_type_and_esc_leaves_it_off() {
    let mut screen = Announced::new();
    screen.there_are(&[waits(1), waits(2)]);
    for (code, answer) in [(KeyCode::Enter, (1, true)), (KeyCode::Esc, (2, false))] {
        screen.read();
        assert!(screen.asks());
        for other in [KeyCode::Char('y'), KeyCode::Char(' '), KeyCode::F(10), KeyCode::F(1), KeyCode::Down] {
            assert!(screen.press(other));
            assert!(screen.asks());
        }
        assert_eq!(screen.answers(), []);
        assert!(screen.press(code));
        assert_eq!(screen.answers(), [answer]);
        assert_eq!(screen.title(), None);
    }
    // Nobody is asked twice, also if the guard has not noticed the answers yet.
    screen.read();
    assert_eq!(screen.title(), None);
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
    assert!(screen.press(KeyCode::Enter));
    assert!(screen.press(KeyCode::Esc));
    assert_eq!(screen.answers(), []);
    screen.wait(QUIET / 2);
    assert!(screen.press(KeyCode::Enter));
    assert_eq!(screen.answers(), [(1, true)]);
}

#[test]
fn what_takes_the_place_of_something_else_has_to_be_read_too() {
    let mut screen = Announced::new();
    screen.there_are(&[off(1)]);
    screen.wait(QUIET);
    assert!(screen.tells());
    // Enter is on its way when a keyboard is plugged in.
    screen.there_are(&[off(1), waits(2)]);
    assert!(screen.asks());
    assert!(screen.press(KeyCode::Enter));
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
        let text = format!("{:?}", screen.announcer.view(&screen.desk));
        for notice in &all {
            assert_eq!(text.contains(&notice.name), some.contains(notice), "{text}");
        }
        assert!(screen.press(KeyCode::Char('x')));
        assert_eq!(screen.title(), None);
    }
    screen.wait(QUIET);
    assert_eq!(screen.title(), None);
    // It is still told at the self-check.
    assert!(left_off(&screen.desk).unwrap().contains("Device 8"));
    screen.there_are(&[off(9)]);
    assert!(screen.tells());
}

#[test]
fn a_keyboard_that_was_let_in_by_necessity_is_told_alone_and_first() {
    let mut screen = Announced::new();
    screen.there_are(&[off(1), notice(2, Keyboard::Only, &[Kind::Network])]);
    for only in [true, false] {
        screen.read();
        let text = format!("{:?}", screen.announcer.view(&screen.desk));
        assert_eq!((text.contains("Device 1"), text.contains("Device 2")), (!only, only), "{text}");
        assert!(screen.press(KeyCode::Enter));
    }
    screen.wait(QUIET);
    assert_eq!(screen.title(), None);
}

#[test]
fn before_a_language_is_chosen_only_what_must_be_answered_is_announced() {
    let mut screen = Announced::before_a_language();
    screen.there_are(&[off(1), notice(2, Keyboard::Only, &[])]);
    assert_eq!(screen.title(), None);
    screen.there_are(&[off(1), waits(3)]);
    assert!(screen.asks());
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
    let answers = watch(computer.ports(), wake);
    let next = || -> Vec<(u64, Keyboard)> {
        match wakes.recv_timeout(PATIENCE) {
            Ok(Wake::Usb(notices)) => notices.iter().map(|n| (n.number, n.keyboard)).collect(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(next(), [(1, Keyboard::Waits), (2, Keyboard::Waits)]);
    answers.send((1, true)).unwrap();
    answers.send((2, false)).unwrap();
    assert_eq!(next(), [(2, Keyboard::Waits)]);
    assert_eq!(next(), [(2, Keyboard::Declined)]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}
