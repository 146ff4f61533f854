use super::*;
use crate::backup::{hexadecimal_lines, parse_words, words};

/// A share that is the same in each run.
fn share(n: u8) -> [u8; 32] {
    openssl::sha::sha256(&[n])
}

fn has(candidates: &Candidates, y: &[u8; 32]) -> bool {
    candidates.iter().any(|candidate| candidate == y)
}

#[test]
fn what_is_tried_are_the_words_of_the_list() {
    let y = share(0);
    let typed = words(&y).join(" ");
    let (mut bits, open) = Bits::of(&typed).unwrap();
    assert!(open.is_empty());
    assert_eq!((bits.y(), bits.checksum()), (y, bits.0[32]));
    let list = Language::English.word_list();
    let numbers: Vec<_> = (0..WORDS).map(|at| bits.word(at)).collect();
    assert!(numbers.iter().map(|number| list[usize::from(*number)]).eq(words(&y)));
    for (at, number) in numbers.into_iter().enumerate() {
        bits.put(at, 2047);
        assert_eq!(bits.word(at), 2047);
        bits.put(at, number);
    }
    assert_eq!(bits.y(), y);
}

#[test]
fn a_word_that_cannot_be_read_leaves_some_eight_cards_and_the_right_one_is_among_them() {
    for at in 0..WORDS {
        let y = share(u8::try_from(at).unwrap());
        let mut typed = words(&y);
        typed[at] = OPEN;
        let found = Candidates::of_words(&typed.join(" ")).unwrap();
        assert!(has(&found, &y) && (1..30).contains(&found.len()), "{found:?}");
        // Each of them is a card that can be typed, and differs in this word alone.
        for candidate in found.iter() {
            let whole = words(candidate);
            assert_eq!(*parse_words(&whole.join(" ")).unwrap(), *candidate);
            assert!((0..WORDS).all(|i| i == at || whole[i] == typed[i]));
        }
    }
}

#[test]
fn two_words_that_cannot_be_read_are_found_also_if_the_last_is_one() {
    for open in [[2, 17], [5, 23]] {
        let y = share(7);
        let mut typed = words(&y);
        open.iter().for_each(|at| typed[*at] = OPEN);
        let found = Candidates::of_words(&typed.join(" ")).unwrap();
        assert!(has(&found, &y) && (15_500..17_500).contains(&found.len()), "{found:?}");
        typed[9] = OPEN;
        let error = Candidates::of_words(&typed.join(" ")).unwrap_err();
        assert_eq!(error, MnemonicError::Open { open: 3, most: 2 });
    }
}

#[test]
fn one_wrong_word_or_a_swap_leaves_some_two_hundred_cards_and_the_right_one_is_among_them() {
    let y = share(3);
    let right = words(&y);
    for at in 0..WORDS {
        let mut typed = right.clone();
        typed[at] = if right[at] == "zoo" { "able" } else { "zoo" };
        let found = Candidates::near_words(&typed.join(" ")).unwrap();
        assert!(has(&found, &y) && (100..300).contains(&found.len()), "{found:?}");
        for other in at + 1..WORDS {
            let mut typed = right.clone();
            typed.swap(at, other);
            assert!(has(&Candidates::near_words(&typed.join(" ")).unwrap(), &y), "{at} and {other}");
        }
    }
    // The card itself does not differ from itself.
    assert!(!has(&Candidates::near_words(&right.join(" ")).unwrap(), &y));
    assert!(Candidates::near_words(&right[1..].join(" ")).is_err());
}

#[test]
fn digits_that_cannot_be_read_are_found_by_the_checks_of_their_lines() {
    let y = share(5);
    let lines = hexadecimal_lines(&y).map(|line| line.to_string());
    for open in [
        vec![(0, 0)],
        vec![(1, 15), (1, 17)],
        vec![(2, 3), (2, 4), (2, 5), (2, 6)],
        vec![(0, 20), (1, 2), (2, 9), (3, 0)],
    ] {
        let mut typed = lines.clone();
        for (line, at) in open {
            typed[line].replace_range(at..=at, OPEN);
        }
        let found = Candidates::of_lines(&typed.join("\n")).unwrap();
        assert!(has(&found, &y) && found.len() < 20, "{found:?}");
    }
    let open = format!("?????{}", &lines[0][5..]);
    let error =
        Candidates::of_lines(&[&open, &lines[1], &lines[2], &lines[3]].map(String::as_str).join("\n"));
    assert_eq!(error.unwrap_err(), MnemonicError::Open { open: 5, most: 4 });
}

#[test]
fn a_wrong_digit_or_two_that_are_swapped_are_found_in_their_line() {
    let y = share(6);
    let lines = hexadecimal_lines(&y).map(|line| line.to_string());
    for (line, at) in [(0, 0), (1, 7), (2, 15), (3, 19)] {
        let mut typed = lines.clone();
        let wrong = if typed[line].as_bytes()[at] == b'7' { "8" } else { "7" };
        typed[line].replace_range(at..=at, wrong);
        if typed != lines {
            assert!(has(&Candidates::near_lines(&typed.join("\n")).unwrap(), &y));
        }
        let mut digits: Vec<_> = lines[line].chars().filter(|c| *c != ' ').collect();
        digits.swap(at.saturating_sub(1), at.max(1));
        typed[line] = digits.into_iter().collect();
        if parse_hexadecimal(&typed.join("\n")).is_err() {
            assert!(has(&Candidates::near_lines(&typed.join("\n")).unwrap(), &y));
        }
    }
    let two = [&lines[1], &lines[0], &lines[2], &lines[3]].map(String::as_str).join("\n");
    assert_eq!(Candidates::near_lines(&two).unwrap_err(), MnemonicError::Line { line: 1 });
    assert!(Candidates::near_lines(&lines.join("\n")).unwrap().is_empty());
}

#[test]
fn of_candidates_nothing_is_told_but_how_many() {
    let found = Candidates::near_words(&words(&share(1)).join(" ")).unwrap();
    assert_eq!(format!("{found:?}"), format!("Candidates({})", found.len()));
}
