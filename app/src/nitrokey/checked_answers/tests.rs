use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::*;

type Sent = Arc<Mutex<Vec<Vec<u8>>>>;

/// A card that gives these answers, one after the other, and then the last one for ever; what it was sent is kept.
#[derive(Clone)]
struct Scripted {
    answers: Arc<Mutex<VecDeque<Vec<u8>>>>,
    sent: Sent,
}

impl CardBackend for Scripted {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        caps
    }

    fn transaction(
        &mut self,
        _: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        Ok(Box::new(self.clone()))
    }
}

impl CardTransaction for Scripted {
    fn transmit(&mut self, command: &[u8], _: usize) -> Result<Vec<u8>, SmartcardError> {
        self.sent.lock().unwrap().push(command.to_vec());
        let mut answers = self.answers.lock().unwrap();
        let next = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
        next.ok_or(SmartcardError::NotTransacted)
    }
    fn feature_pinpad_verify(&self) -> bool {
        false
    }
    fn feature_pinpad_modify(&self) -> bool {
        false
    }
    fn pinpad_verify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::NotTransacted)
    }
    fn pinpad_modify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::NotTransacted)
    }
    fn was_reset(&self) -> bool {
        false
    }
}

const GET_6E: &[u8] = &[0x00, 0xCA, 0x00, 0x6E, 0x00];

fn behind(answers: &[&[u8]]) -> (CheckedCard, Sent) {
    let answers = Arc::new(Mutex::new(answers.iter().map(|answer| answer.to_vec()).collect()));
    let sent = Sent::default();
    (CheckedCard::new("a reader", Box::new(Scripted { answers, sent: sent.clone() })), sent)
}

/// What comes through, or why not; and what the card was sent.
type Asked = (Result<Vec<u8>, Option<Unreadable>>, Vec<Vec<u8>>);

fn ask(command: &[u8], answers: &[&[u8]]) -> Asked {
    let (mut checked, sent) = behind(answers);
    let answer = checked.transaction(None).unwrap().transmit(command, 256);
    let answer = answer.map_err(|error| {
        let (cause, reader) = Unreadable::in_error(&error)?;
        assert_eq!(reader, "a reader");
        Some(cause)
    });
    let sent = sent.lock().unwrap().clone();
    (answer, sent)
}

#[test]
fn an_answer_in_any_number_of_pieces_is_put_together() {
    let (answer, sent) = ask(GET_6E, &[&[1, 0x61, 2], &[2, 3, 0x61, 0], &[4, 0x90, 0]]);
    assert_eq!(answer, Ok(vec![1, 2, 3, 4, 0x90, 0]));
    assert_eq!(sent[1..], [[0, 0xC0, 0, 0, 2], [0, 0xC0, 0, 0, 0]]);
    // Pieces of nothing are pieces.
    assert_eq!(ask(GET_6E, &[&[0x61, 1], &[0x61, 1], &[7, 0x90, 0]]).0, Ok(vec![7, 0x90, 0]));
    // What is said at the end counts.
    assert_eq!(ask(GET_6E, &[&[1, 0x61, 2], &[0x6A, 0x82]]).0, Ok(vec![1, 0x6A, 0x82]));
}

#[test]
fn an_answer_that_does_not_end_is_refused() {
    assert_eq!(ask(GET_6E, &[&[0x61, 0]]).0, Err(Some(Unreadable::Endless)));
    assert_eq!(ask(GET_6E, &[&[&[5; 4000][..], &[0x61, 0]].concat()]).0, Err(Some(Unreadable::Endless)));
    assert_eq!(ask(GET_6E, &[&[5; 70_000]]).0, Err(Some(Unreadable::Endless)));
}

#[test]
fn a_card_that_asks_for_another_length_gets_it_once() {
    for (command, again) in [
        (&[0, 0xCA, 0, 0x6E][..], &[0, 0xCA, 0, 0x6E, 9][..]),
        (&[0, 0xCA, 0, 0x6E, 0], &[0, 0xCA, 0, 0x6E, 9]),
        (&[0, 0xCA, 0, 0x6E, 0, 0, 0], &[0, 0xCA, 0, 0x6E, 0, 0, 9]),
        (&[0, 0x2A, 0x9E, 0x9A, 2, 7, 8], &[0, 0x2A, 0x9E, 0x9A, 2, 7, 8, 9]),
        (&[0, 0x2A, 0x9E, 0x9A, 2, 7, 8, 0], &[0, 0x2A, 0x9E, 0x9A, 2, 7, 8, 9]),
        (&[0, 0x2A, 0x9E, 0x9A, 0, 0, 2, 7, 8], &[0, 0x2A, 0x9E, 0x9A, 0, 0, 2, 7, 8, 0, 9]),
        (&[0, 0x2A, 0x9E, 0x9A, 0, 0, 2, 7, 8, 0, 0], &[0, 0x2A, 0x9E, 0x9A, 0, 0, 2, 7, 8, 0, 9]),
    ] {
        let (answer, sent) = ask(command, &[&[0x6C, 9], &[0x90, 0]]);
        assert_eq!((answer, &sent[1][..]), (Ok(vec![0x90, 0]), again));
    }
    // 00 is 256.
    assert_eq!(
        ask(&[0, 0xCA, 0, 0x6E, 0, 0, 0], &[&[0x6C, 0], &[0x90, 0]]).1[1],
        [0, 0xCA, 0, 0x6E, 0, 1, 0]
    );
    // A piece may have another length as well.
    let (answer, sent) = ask(GET_6E, &[&[1, 0x61, 5], &[0x6C, 1], &[2, 0x90, 0]]);
    assert_eq!((answer, sent.len()), (Ok(vec![1, 2, 0x90, 0]), 3));
}

#[test]
fn a_card_that_asks_for_one_length_after_the_other_is_refused() {
    assert_eq!(ask(GET_6E, &[&[0x6C, 9], &[0x6C, 8]]).0, Err(Some(Unreadable::OtherLength)));
    assert_eq!(ask(GET_6E, &[&[1, 0x61, 5], &[0x6C, 1]]).0, Err(Some(Unreadable::OtherLength)));
    // A part of a command that goes on is not sent twice.
    let (answer, sent) = ask(&[0x10, 0xDB, 0x3F, 0xFF, 1, 0], &[&[0x6C, 9]]);
    assert_eq!((answer, sent.len()), (Err(Some(Unreadable::OtherLength)), 1));
}

#[test]
fn an_answer_without_a_status_is_none_and_no_answer_is_a_card_that_is_gone() {
    assert_eq!(ask(GET_6E, &[&[0x90]]).0, Err(Some(Unreadable::NoStatus)));
    assert_eq!(ask(GET_6E, &[&[]]).0, Err(None));
    assert_eq!(ask(GET_6E, &[&[1, 0x61, 1], &[]]).0, Err(None));
}

#[test]
fn data_that_are_nested_too_deep_are_refused_where_they_are_taken_apart() {
    let mut nested = vec![0xC0, 0x00];
    for _ in 0..9000 {
        let [high, low] = u16::try_from(nested.len()).unwrap().to_be_bytes();
        nested.splice(..0, [0x73, 0x82, high, low]);
    }
    nested.extend([0x90, 0x00]);
    for tag in [0x6E, 0x65, 0x7A, 0xF9] {
        assert_eq!(ask(&[0, 0xCA, 0, tag, 0], &[&nested]).0, Err(Some(Unreadable::Nested)), "{tag:02X}");
    }
    // An address is text, whatever it looks like.
    assert_eq!(ask(&[0, 0xCA, 0x5F, 0x50, 0], &[&nested]).0, Ok(nested));
}

#[test]
fn pins_are_not_hashed_for_hours_nor_from_nothing() {
    let kdf = |count: [u8; 4], salt: &[u8]| {
        let salt = [&[0x84, salt.len() as u8], salt].concat();
        [&[0x81, 1, 3, 0x82, 1, 8, 0x83, 4][..], &count, &salt, &[0x90, 0]].concat()
    };
    let get = &[0, 0xCA, 0, 0xF9, 0];
    let usual = kdf([0x03, 0, 0, 0], &[1; 8]);
    assert_eq!(ask(get, &[&usual]).0, Ok(usual));
    assert_eq!(ask(get, &[&kdf([0xFF; 4], &[1; 8])]).0, Err(Some(Unreadable::Hashing)));
    assert_eq!(ask(get, &[&kdf([0x03, 0, 0, 0], &[])]).0, Err(Some(Unreadable::Hashing)));
}

#[test]
fn a_card_with_extended_commands_of_no_length_has_none() {
    let (checked, _) = behind(&[]);
    let caps = |most| checked.limit_card_caps(CardCaps::new(true, true, most, 0, 127, 127)).ext_support();
    assert!(!caps(0) && !caps(255) && caps(256));
}

#[test]
fn a_reader_cannot_draw_on_the_screen() {
    let (mut checked, _) = behind(&[&[0x90]]);
    checked.reader = plain("Reader\u{1b}[2J\u{202e}", CheckedCard::NAME);
    let error = checked.transaction(None).unwrap().transmit(GET_6E, 256).unwrap_err();
    assert_eq!(Unreadable::in_error(&error), Some((Unreadable::NoStatus, "Reader?[2J?".into())));
}

#[test]
fn what_a_library_falls_over_is_caught() {
    assert_eq!(caught(|| [0u8; 1][usize::from(GET_6E[1])]), Err(Unreadable::Unforeseen));
    assert_eq!(caught(|| 1), Ok(1));
}
