use ratatui::crossterm::event::KeyModifiers;

use super::*;
use crate::backup::{CardHash, OPEN, parse_hexadecimal, parse_words};
use crate::plan::Quorum;
use crate::tui::kit::view::Part;

/// Three cards that are the same in each run, and the list of them.
fn cards() -> (Vec<[u8; 32]>, Manifest) {
    let cards: Vec<_> = (1..=3).map(|n| openssl::sha::sha256(&[n])).collect();
    let hash = |(x, y): (u8, &[u8; 32])| CardHash { x, sha256: openssl::sha::sha256(y) };
    let manifest = Manifest {
        before: Vec::new(),
        sealing: 1,
        moment: std::time::SystemTime::UNIX_EPOCH.into(),
        program: "0.1.0".into(),
        fingerprint: "A".repeat(40),
        user_ids: Vec::new(),
        algorithm: "Curve 25519".into(),
        sealed_backup_sha256: [0; 32],
        set: crate::backup::SetId::parse("0011AABB").unwrap(),
        quorum: Quorum::new(2, 3).unwrap(),
        cards: (1..).zip(&cards).map(hash).collect(),
    };
    (cards, manifest)
}

struct Hand {
    mending: Mending,
    manifest: Option<Manifest>,
    context: Context,
}

/// What the step has found.
const WRONG: CeremonyError = CeremonyError::Mnemonic(MnemonicError::Checksum);

/// And how it is told.
fn wrong() -> String {
    Context::nowhere().message(&WRONG).happened
}

impl Hand {
    fn new(manifest: Option<Manifest>) -> Self {
        Hand { mending: Mending::new(), manifest, context: Context::nowhere() }
    }

    fn press(&mut self, code: KeyCode) -> Came {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        let came = self.mending.key(key, self.manifest.as_ref(), &self.context);
        // The step has found it wrong.
        match came {
            Came::Card { typed, mended: false } if self.fails(&typed) => {
                let is_near = self.mending.looks_near(&typed, &WRONG, self.manifest.as_ref(), &self.context);
                if is_near { Came::Typing } else { Came::Card { typed, mended: false } }
            }
            came => came,
        }
    }

    fn fails(&self, typed: &Reading) -> bool {
        let y = match typed {
            Reading::Words(text) => parse_words(text),
            Reading::Digits(text) => parse_hexadecimal(text),
            Reading::Code(_) => return false,
        };
        !y.is_ok_and(|y| self.manifest.as_ref().is_none_or(|manifest| manifest.card_of(&y).is_some()))
    }

    /// Types it all, Enter at the end, and waits for what is found.
    fn types(&mut self, text: &str) -> Came {
        text.chars()
            .for_each(|c| drop(self.press(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) })));
        let came = self.press(KeyCode::Enter);
        self.found().unwrap_or(came)
    }

    fn found(&mut self) -> Option<Came> {
        while self.mending.is_busy() {
            // Nothing is taken while it is looked for.
            assert!(matches!(self.press(KeyCode::Enter), Came::Typing));
            match self.mending.poll(&self.context) {
                Came::No => std::thread::yield_now(),
                came => return Some(came),
            }
        }
        None
    }

    fn proposed(&self) -> Vec<(usize, String)> {
        let proposal = self.mending.proposal.as_ref();
        proposal.map_or(Vec::new(), |p| p.places.iter().map(|(i, said)| (*i, said.to_string())).collect())
    }
}

fn is_card(came: &Came, y: &[u8; 32]) -> bool {
    match came {
        Came::Card { typed: Reading::Words(text), mended: true } => *parse_words(text).unwrap() == *y,
        Came::Card { typed: Reading::Digits(text), mended: true } => *parse_hexadecimal(text).unwrap() == *y,
        _ => false,
    }
}

/// A word that is not this one.
fn other(word: &str) -> &'static str {
    if word == "zoo" { "able" } else { "zoo" }
}

#[test]
fn the_wrong_word_is_named_and_the_right_one_taken_only_after_enter() {
    let (cards, manifest) = cards();
    let right = words(&cards[1]);
    for wrong in [0, 13, 23] {
        let mut hand = Hand::new(Some(manifest.clone()));
        let mut typed = right.clone();
        typed[wrong] = other(right[wrong]);
        assert!(matches!(hand.types(&typed.join(" ")), Came::Typing));
        assert_eq!(hand.proposed(), [(wrong + 1, right[wrong].to_owned())]);
        // Whoever looks, and sees something else on the card, has lost nothing.
        assert!(matches!(hand.press(KeyCode::Esc), Came::Typing));
        assert!(hand.proposed().is_empty() && !hand.mending.is_empty());
        assert!(matches!(hand.types(""), Came::Typing));
        assert!(is_card(&hand.press(KeyCode::Enter), &cards[1]));
    }
}

#[test]
fn two_words_that_are_swapped_are_named_both() {
    let (cards, manifest) = cards();
    let mut typed = words(&cards[0]);
    typed.swap(3, 17);
    let mut hand = Hand::new(Some(manifest));
    assert!(matches!(hand.types(&typed.join(" ")), Came::Typing));
    assert_eq!(hand.proposed(), [(4, typed[17].to_owned()), (18, typed[3].to_owned())]);
    assert!(is_card(&hand.press(KeyCode::Enter), &cards[0]));
}

#[test]
fn one_word_or_two_that_cannot_be_read_are_found() {
    let (cards, manifest) = cards();
    for open in [vec![6], vec![6, 23]] {
        let right = words(&cards[2]);
        let mut typed = right.clone();
        open.iter().for_each(|at| typed[*at] = OPEN);
        let mut hand = Hand::new(Some(manifest.clone()));
        assert!(matches!(hand.types(&typed.join(" ")), Came::Typing));
        let found: Vec<_> = open.iter().map(|at| (at + 1, right[*at].to_owned())).collect();
        assert_eq!(hand.proposed(), found);
        assert!(is_card(&hand.press(KeyCode::Enter), &cards[2]));
    }
}

#[test]
fn digits_that_cannot_be_read_or_are_wrong_are_found() {
    let (cards, manifest) = cards();
    let lines = hexadecimal_lines(&cards[0]).map(|line| line.to_string());
    for (line, at, typed) in [(0, 3, "?"), (2, 18, "?"), (1, 7, "#")] {
        let mut wrong = lines.clone();
        let other = if lines[line].as_bytes()[at] == b'7' { "8" } else { "7" };
        wrong[line].replace_range(at..=at, &typed.replace('#', other));
        let mut hand = Hand::new(Some(manifest.clone()));
        assert!(matches!(hand.types(&wrong.join("\n")), Came::Typing));
        assert_eq!(hand.proposed(), [(line + 1, grouped(&lines[line]).to_string())], "{line} {at}");
        assert!(is_card(&hand.press(KeyCode::Enter), &cards[0]));
    }
}

#[test]
fn what_is_no_card_of_the_list_is_not_proposed() {
    let (cards, manifest) = cards();
    let mut hand = Hand::new(Some(manifest.clone()));
    let mut typed = words(&cards[0]);
    (typed[0], typed[8]) = (other(typed[0]), other(typed[8]));
    assert!(matches!(hand.types(&typed.join(" ")), Came::Problem(message) if message.happened == wrong()));
    assert!(hand.proposed().is_empty());
    // One that is wrong beside one that cannot be read; and too many that cannot.
    for open in [vec![3], vec![3, 4, 5]] {
        let mut typed = typed.clone();
        open.iter().for_each(|at| typed[*at] = OPEN);
        let mut hand = Hand::new(Some(manifest.clone()));
        assert!(
            matches!(hand.types(&typed.join(" ")), Came::Problem(message) if message.happened != wrong())
        );
    }
}

#[test]
fn without_a_list_its_readings_are_kept_for_the_join() {
    let (cards, _) = cards();
    let mut typed = words(&cards[0]);
    typed[20] = OPEN;
    let mut hand = Hand::new(None);
    let Came::Readings(readings) = hand.types(&typed.join(" ")) else { panic!("no readings") };
    assert!(readings.iter().any(|y| *y == cards[0]));
}

/// Of 2,048 words one in 256 has the checksum; where another one is misread, now and then none has it.
#[test]
fn without_a_list_words_that_fit_together_with_none_are_told_at_once() {
    let typed = ["? ability vault", &"abandon ".repeat(21)].join(" ");
    let mut hand = Hand::new(None);
    let Came::Problem(message) = hand.types(typed.trim_end()) else { panic!("something was read") };
    assert!(message.happened.contains("whatever stands for"), "{}", message.happened);
}

/// What a card says has to be read from the card: whoever was told it, and types it, has not shown that.
#[test]
fn a_word_that_was_proposed_and_is_then_typed_counts_as_found() {
    let (cards, manifest) = cards();
    let right = words(&cards[1]);
    for anew in [false, true] {
        let mut hand = Hand::new(Some(manifest.clone()));
        let mut typed = right.clone();
        typed[13] = other(right[13]);
        assert!(matches!(hand.types(&typed.join(" ")), Came::Typing));
        hand.press(KeyCode::Esc);
        let came = match anew {
            // The field stands at the word.
            false => hand.types(right[13]),
            true => {
                hand.press(KeyCode::F(4));
                hand.types(&right.join(" "))
            }
        };
        assert!(is_card(&came, &cards[1]), "{anew}");
        // Another card is another one; and this one too, once it is checked anew.
        for y in [&cards[2], &cards[1]] {
            hand.mending.clear();
            let Came::Card { mended: false, .. } = hand.types(&words(y).join(" ")) else { panic!("{anew}") };
        }
    }
}

/// The catalogue copies what is put into its texts: a share's words and digits it never gets.
#[test]
fn what_is_proposed_is_shown_without_a_copy_in_the_catalogue() {
    let (cards, manifest) = cards();
    let mut hand = Hand::new(Some(manifest.clone()));
    let mut typed = words(&cards[0]);
    typed.swap(3, 17);
    hand.types(&typed.join(" "));
    let view = hand.mending.view(&hand.context, View::new(""));
    let said = view.parts.iter().find_map(|part| match part {
        Part::Warning(said) => Some(said.clone()),
        _ => None,
    });
    let expected = format!(
        "The card most likely says 4 \u{201c}{}\u{201d}, 18 \u{201c}{}\u{201d}. Look at it.",
        typed[17], typed[3]
    );
    assert_eq!(said.unwrap().replace(['\u{2068}', '\u{2069}'], ""), expected);
}
