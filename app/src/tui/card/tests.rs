use ratatui::crossterm::event::KeyModifiers;

use super::*;
use crate::backup::{BackupKey, Share, hexadecimal_lines, parse_hexadecimal, parse_words, split, words};
use crate::ceremony::{Scanned, scanned};
use crate::plan::Quorum;

fn share() -> Share {
    split(&BackupKey::generate().unwrap(), Quorum::new(2, 3).unwrap()).remove(0)
}

fn press(entry: &mut CardEntry, code: KeyCode) -> Entered {
    entry.key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Types it all; `\n` is Enter.
fn type_all(entry: &mut CardEntry, text: &str) -> Option<Typed> {
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
        let Some(Typed::Code(code)) = type_all(&mut entry, &format!("{typed}\n")) else { panic!("no code") };
        assert_eq!(scanned(&code).unwrap(), Scanned::Share(share.clone()));
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
    let Some(Typed::Words(text)) = type_all(&mut entry, &format!("{}\n", all[4])) else { panic!("no words") };
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
        press(&mut entry, KeyCode::Left);
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
        let Some(Typed::Code(code)) = type_all(&mut entry, &text) else { panic!("no code") };
        assert_eq!(scanned(&code).unwrap(), Scanned::Share(share.clone()));
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
    press(&mut entry, KeyCode::Left);
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
        let Some(Typed::Digits(text)) = type_all(&mut entry, &(lines.join(between) + "\n")) else {
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
    assert!(matches!(type_all(&mut entry, &format!("{right}\n")), Some(Typed::Digits(_))));
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
