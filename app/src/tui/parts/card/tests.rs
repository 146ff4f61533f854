use proptest::prelude::*;
use ratatui::crossterm::event::KeyModifiers;

use super::shown::grouped;
use super::*;
use crate::backup::{BackupKey, Share, hexadecimal_lines, parse_hexadecimal, parse_words, split, words};
use crate::ceremony::{CeremonyError, OnPaper, scanned};
use crate::plan::Quorum;

fn share() -> Share {
    split(&BackupKey::generate().unwrap(), Quorum::new(2, 3).unwrap()).remove(0)
}

fn press(entry: &mut CardEntry, code: KeyCode) -> Entered {
    entry.key(KeyEvent::new(code, KeyModifiers::NONE), false)
}

/// Types it all; `\n` is Enter.
fn type_all(entry: &mut CardEntry, text: &str) -> Option<Reading> {
    let mut card = None;
    for c in text.chars() {
        let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        if let Entered::Card(typed) = press(entry, code) {
            assert!(card.is_none());
            card = Some(typed);
        }
    }
    card
}

#[test]
fn a_scanned_code_is_a_code_also_on_a_french_keyboard() {
    let share = share();
    let text = share.to_text();
    let french: String = text
        .chars()
        .map(|c| match c {
            'A' => 'Q',
            'Q' => 'A',
            'Z' => 'W',
            'W' => 'Z',
            'M' => '?',
            ':' => 'M',
            '0' => 'à',
            '1' => '&',
            '2' => 'é',
            '3' => '"',
            '4' => '\'',
            '5' => '(',
            '6' => '-',
            '7' => 'è',
            '8' => '_',
            '9' => 'ç',
            c => c,
        })
        .collect();
    for typed in [text.to_string(), french] {
        let mut entry = CardEntry::new();
        let Some(Reading::Code(code)) = type_all(&mut entry, &format!("{typed}\n")) else {
            panic!("no code")
        };
        assert_eq!(scanned(&code).unwrap(), OnPaper::Share(share.clone()));
        assert!(entry.is_empty());
    }
}

#[test]
fn words_are_taken_by_four_letters_and_mended_in_their_place() {
    let share = share();
    let all = words(&share.y);
    let mut typed: Vec<_> = all.iter().map(|w| w.chars().take(4).collect::<String>()).collect();
    typed[4] = "zzzz".into();
    let mut entry = CardEntry::new();
    assert!(type_all(&mut entry, &(typed.join(" ") + "\n")).is_none());
    // It went to the wrong one by itself, and what is typed now replaces it.
    assert_eq!(entry.at, 4);
    let Some(Reading::Words(text)) = type_all(&mut entry, &format!("{}\n", all[4])) else {
        panic!("no words")
    };
    assert_eq!(parse_words(&text).unwrap(), share.y);
    assert!(!entry.is_empty());
    entry.clear();
    assert!(entry.is_empty());
}

#[test]
fn where_all_words_are_there_a_mended_one_leads_to_the_next() {
    let mut entry = CardEntry::new();
    // One was left out, and all after it are in the wrong place.
    let all = words(&share().y);
    type_all(&mut entry, &(all.join(" ") + "\n"));
    while entry.at > 3 {
        press(&mut entry, KeyCode::Up);
    }
    type_all(&mut entry, "zoo zebra about ");
    let typed = |at: usize| entry.slots[at].whole.as_ref().unwrap().as_str();
    assert_eq!([typed(3), typed(4), typed(5)], ["zoo", "zebra", "about"]);
    assert_eq!(entry.at, 6);
}

#[test]
fn what_was_typed_before_a_scan_is_no_part_of_the_code() {
    let share = share();
    for before in ["ab", "zebra zoo abou"] {
        let mut entry = CardEntry::new();
        let text = format!("{before}{}\n", share.to_text().as_str());
        let Some(Reading::Code(code)) = type_all(&mut entry, &text) else { panic!("no code") };
        assert_eq!(scanned(&code).unwrap(), OnPaper::Share(share.clone()));
    }
}

#[test]
fn backspace_leads_back_and_nothing_after_it_is_lost() {
    let mut entry = CardEntry::new();
    type_all(&mut entry, "zebra zoo abou");
    for _ in 0..5 {
        press(&mut entry, KeyCode::Backspace);
    }
    assert_eq!((entry.at, entry.field.text()), (1, "zoo"));
    press(&mut entry, KeyCode::Up);
    type_all(&mut entry, "about ");
    assert_eq!(entry.slots[0].whole.as_ref().unwrap().as_str(), "about");
    assert_eq!(entry.slots[1].whole.as_ref().unwrap().as_str(), "zoo");
    assert_eq!(entry.at, 2);
}

#[test]
fn digits_are_known_even_if_they_begin_like_a_word() {
    let mut share = share();
    share.y[..4].copy_from_slice(&[0xfa, 0xde, 0x1b, 0xad]);
    let lines = hexadecimal_lines(&share.y).map(|line| grouped(&line).to_lowercase());
    for between in ["", "\n"] {
        let mut entry = CardEntry::new();
        let Some(Reading::Digits(text)) = type_all(&mut entry, &(lines.join(between) + "\n")) else {
            panic!("no digits")
        };
        assert_eq!(parse_hexadecimal(&text).unwrap(), share.y);
    }
}

#[test]
fn a_wrong_line_is_not_taken_and_can_be_mended() {
    let share = share();
    let mut lines = hexadecimal_lines(&share.y).map(|line| line.to_string());
    let right = lines[1].clone();
    lines[1].replace_range(0..2, if right.starts_with("00") { "11" } else { "00" });
    let mut entry = CardEntry::new();
    // A line of letters alone cannot be told from words; the first digit decides.
    assert!(type_all(&mut entry, &format!("{}\n", lines.join("\n"))).is_none());
    assert_eq!(entry.at, 1);
    entry.field.clear();
    assert!(matches!(type_all(&mut entry, &format!("{right}\n")), Some(Reading::Digits(_))));
}

#[test]
fn a_digit_typed_by_mistake_is_taken_back() {
    let mut entry = CardEntry::new();
    type_all(&mut entry, "1");
    press(&mut entry, KeyCode::Backspace);
    type_all(&mut entry, "zoo ");
    assert_eq!(entry.slots[0].whole.as_ref().unwrap().as_str(), "zoo");
    assert!(matches!(press(&mut CardEntry::new(), KeyCode::Enter), Entered::No));
}

#[test]
fn the_arrows_go_as_the_words_stand_on_the_card() {
    let mut entry = CardEntry::new();
    type_all(&mut entry, &(words(&share().y).join(" ") + " "));
    let mut at = |keys: &[KeyCode]| {
        keys.iter().for_each(|key| drop(press(&mut entry, *key)));
        entry.at + 1
    };
    let (up, down, left, right) = (KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right);
    assert_eq!(at(&[up; 30]), 1);
    assert_eq!(at(&[down; 4]), 5);
    assert_eq!(at(&[right]), 11);
    assert_eq!(at(&[right, right]), 23);
    assert_eq!(at(&[right]), 23);
    assert_eq!(at(&[up]), 22);
    assert_eq!(at(&[left, left, left, left]), 4);
    // From the end of a column to the beginning of the next.
    assert_eq!(at(&[down, down, down]), 7);
}

#[test]
fn however_its_words_are_typed_it_is_the_same_card() {
    let share = share();
    let all = words(&share.y);
    let numbered = |sign: &str| (1..).zip(&all).map(|(i, w)| format!("{i}{sign}{w} ")).collect::<String>();
    for typed in [
        numbered(" "),
        numbered(". "),
        numbered("."),
        numbered(""),
        numbered(") "),
        all.join(", "),
        all.join("; "),
        all.join("-") + " ",
        all.join("\n"),
        all.join(" ").replace('a', "ä").replace('e', "é").replace('o', "Ò"),
        all.join("  "),
    ] {
        let mut entry = CardEntry::new();
        let Some(Reading::Words(text)) = type_all(&mut entry, &(typed.clone() + "\n")) else {
            panic!("{typed}")
        };
        assert_eq!(parse_words(&text).unwrap(), share.y);
    }
}

#[test]
fn a_mistyped_word_is_a_word_and_the_next_one_follows() {
    for typed in
        ["gäther", "gather,", "gatherrr", "g4ther", "gather.", "gatherarchoccurz", "'gather", "ga?her"]
    {
        let mut entry = CardEntry::new();
        type_all(&mut entry, &format!("{typed} zoo "));
        assert_eq!(entry.slots[1].whole.as_ref().unwrap().as_str(), "zoo", "{typed}");
        assert!(!entry.code && !entry.digits);
    }
    let mut entry = CardEntry::new();
    type_all(&mut entry, "gatherarch zoo ");
    let typed = |at: usize| entry.slots[at].whole.as_ref().unwrap().as_str();
    assert_eq!([typed(0), typed(1), typed(2)], ["gather", "arch", "zoo"]);
    // Between others there is no room for a second one.
    let mut entry = CardEntry::new();
    type_all(&mut entry, "zoo zoo zoo ");
    (0..2).for_each(|_| drop(press(&mut entry, KeyCode::Up)));
    type_all(&mut entry, "gatherarch ");
    assert!(entry.slots[1].is_wrong() && entry.slots[2].whole.as_ref().unwrap().as_str() == "zoo");
}

#[test]
fn what_no_hand_types_is_a_code_and_no_word_whatever_it_begins_with() {
    for other in ["HTTPS://EXAMPLE.ORG/KEY", "gatherarchoccurcrisp", "WIFI:S:HOME;T:WPA;P:GATHER;;"] {
        let mut entry = CardEntry::new();
        for (i, c) in other.chars().enumerate() {
            entry.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), i > 0);
        }
        assert!(entry.code);
        let Entered::Card(Reading::Code(code)) = press(&mut entry, KeyCode::Enter) else { panic!("{other}") };
        assert!(matches!(scanned(&code), Err(CeremonyError::NotACode)));
        assert!(entry.is_empty());
        // A hand that types the same is asked for a word.
        type_all(&mut entry, other);
        assert!(!entry.code);
    }
    // Digits that are no code of ours, as on a shop's goods.
    let mut entry = CardEntry::new();
    for (i, c) in "4006381333931".chars().enumerate() {
        entry.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), i > 0);
    }
    assert!(entry.digits && matches!(press(&mut entry, KeyCode::Enter), Entered::Typing));
}

#[test]
fn in_digits_letters_that_look_like_them_count_and_the_lines_number_is_dropped() {
    let mut share = share();
    share.y[..4].copy_from_slice(&[0xfe, 0xdc, 0x01, 0x10]);
    let lines = hexadecimal_lines(&share.y);
    let spelt = |line: &str| line.replace('0', "O").replace('1', "l");
    let numbered =
        |sign: &str| (1..).zip(&lines).map(|(i, l)| format!("{i}{sign}{}\n", **l)).collect::<String>();
    for typed in [
        lines.each_ref().map(|line| spelt(line)).join("\n") + "\n",
        numbered(" "),
        numbered(". "),
        numbered(": "),
        lines.each_ref().map(|line| grouped(line).replace(' ', "-")).join("\n") + "\n",
    ] {
        let mut entry = CardEntry::new();
        let mut card = None;
        for line in typed.lines() {
            card = card.or(type_all(&mut entry, line));
            // A line goes on by itself, and Enter there does no harm.
            card = card.or(type_all(&mut entry, "\n"));
        }
        let Some(Reading::Digits(text)) = card else { panic!("{typed}") };
        assert_eq!(parse_hexadecimal(&text).unwrap(), share.y);
    }
}

#[test]
fn a_beginning_is_digits_as_soon_as_no_word_is_like_it_and_words_if_it_was_a_slip() {
    for (typed, digits) in
        [("FEDC", true), ("BAO1", true), ("FED", false), ("1 ", false), ("1 A0", true), ("fade", false)]
    {
        let mut entry = CardEntry::new();
        type_all(&mut entry, typed);
        assert_eq!(entry.digits, digits, "{typed}");
        assert_eq!(entry.at, 0);
    }
    let mut entry = CardEntry::new();
    type_all(&mut entry, "abbe 2 fedcral zoo ");
    assert!(!entry.digits && entry.slots[0].is_wrong() && entry.slots[1].is_wrong());
    assert_eq!(entry.slots[2].whole.as_ref().unwrap().as_str(), "zoo");
}

#[test]
fn one_key_begins_the_card_anew() {
    for typed in ["1 gather 2 arch", "1234 5678", "COLDSPARE1:S:00"] {
        let mut entry = CardEntry::new();
        type_all(&mut entry, typed);
        assert!(matches!(press(&mut entry, KeyCode::F(4)), Entered::Typing));
        assert!(entry.is_empty() && !entry.code && !entry.digits && entry.at == 0);
        assert!(matches!(press(&mut entry, KeyCode::F(4)), Entered::No));
    }
}

#[test]
fn where_it_is_shown_that_a_card_can_be_read_nothing_is_left_open() {
    let all = words(&share().y);
    let mut typed = all.clone();
    typed[4] = OPEN;
    let mut entry = CardEntry::new();
    assert!(type_all(&mut entry, &(typed.join(" ") + "\n")).is_none());
    assert!(entry.at == 4 && entry.slots[4].is_wrong());
    let lines = hexadecimal_lines(&share().y);
    let mut entry = CardEntry::new();
    type_all(&mut entry, &format!("{}?\n", &lines[0][..20]));
    assert!(entry.digits && entry.slots[0].is_wrong());
}

/// A share card's code, or one of a backup sheet's, between whatever else: never words.
#[test]
fn a_code_is_never_taken_for_words() {
    let code = share().to_text();
    for before in ["", "1", "1 gather 2 ", "zoo ", "ab", "1234 ", "FEDC", "? ", "gather,", "gäth"] {
        for fast in [false, true] {
            let mut entry = CardEntry::new();
            type_all(&mut entry, before);
            let whole = entry.slots.iter().filter(|slot| slot.whole.is_some()).count();
            for c in code.chars() {
                entry.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), fast);
            }
            assert!(entry.code, "{before}");
            assert_eq!(entry.slots.iter().filter(|slot| slot.whole.is_some()).count(), whole);
            let Entered::Card(Reading::Code(text)) = press(&mut entry, KeyCode::Enter) else {
                panic!("{before}")
            };
            assert!(matches!(scanned(&text), Ok(OnPaper::Share(_))), "{before}");
        }
    }
}

/// A word as somebody writes it who has the card before him: its number before it or not, whole or not, and what stands
/// behind it.
fn written(number: usize, word: &str, seed: u64) -> String {
    let before = ["", "", "#. ", "#.", "# ", "#", "#) ", "\n"][(seed & 7) as usize];
    let behind =
        [" ", " ", ", ", ",", "; ", "-", "  ", "", "\n", " \n", ". ", " - "][(seed >> 3 & 15) as usize % 12];
    let word = if seed >> 7 & 3 == 0 { &word[..word.len().min(4)] } else { word };
    let word = match seed >> 9 & 7 {
        0 => word.to_uppercase(),
        1 => word.replace('a', "à").replace('e', "ê").replace('u', "ü"),
        2 => word.replace('c', "ç").replace('n', "ñ"),
        _ => word.to_owned(),
    };
    before.replace('#', &number.to_string()) + &word + behind
}

proptest! {
    #[test]
    fn whatever_is_mixed_of_slips_the_same_card_comes_or_a_question(y: [u8; 32], seeds: [u64; 24]) {
        let typed = (1..).zip(words(&y)).zip(seeds);
        let typed: String = typed.map(|((number, word), seed)| written(number, word, seed)).collect();
        let mut entry = CardEntry::new();
        let mut card = None;
        for c in typed.chars().chain("\n".chars()) {
            let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
            if let Entered::Card(typed) = press(&mut entry, code) {
                card = Some(typed);
            }
            prop_assert!(!(entry.code || entry.digits && entry.at > 0));
        }
        match card {
            Some(Reading::Words(text)) => prop_assert_eq!(*parse_words(&text).unwrap(), y, "{}", typed),
            Some(_) => prop_assert!(false, "{typed}"),
            // It is asked for what is missing.
            None => prop_assert!(!entry.is_whole()),
        }
    }

    #[test]
    fn whatever_lines_are_mixed_of_slips_the_same_card_comes_or_a_question(y: [u8; 32], seeds: [u64; 4]) {
        let mut entry = CardEntry::new();
        let mut card = None;
        for (i, (line, seed)) in hexadecimal_lines(&y).iter().zip(seeds).enumerate() {
            let letter = |(at, c): (usize, char)| match (c, seed.rotate_left(at as u32) & 7) {
                ('0', 0) => "o".to_owned(),
                ('0', 1) => "Q".into(),
                ('1', 0) => "l".into(),
                ('1', 1) => "I".into(),
                (c, 2) => format!("{} ", c.to_ascii_lowercase()),
                (c, 3) => format!("{c}-"),
                (c, _) => c.into(),
            };
            let number = ["", "", "# ", "#. "][(seed >> 62) as usize].replace('#', &(i + 1).to_string());
            let typed = number + &line.chars().enumerate().map(letter).collect::<String>() + "\n";
            for c in typed.chars() {
                let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
                if let Entered::Card(typed) = press(&mut entry, code) {
                    card = Some(typed);
                }
                prop_assert!(!entry.code);
            }
        }
        match card {
            Some(Reading::Digits(text)) => prop_assert_eq!(*parse_hexadecimal(&text).unwrap(), y),
            Some(_) => prop_assert!(false),
            None => prop_assert!(!entry.is_whole()),
        }
    }
}
