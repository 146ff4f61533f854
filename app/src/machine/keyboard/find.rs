//! Finding the owner's layout: the key with a certain letter is pressed, and where it lies tells.
//!
//! [`ask`] proposes the letter, the screen shows it, and [`narrow`] keeps the layouts that fit what
//! arrived. The keys need not give what stands on them meanwhile: whatever layout is active, a key is
//! known again by the character that it gives there.

use super::{Layout, Symbol, folded};

/// Labels that are not asked for: `i`, because Turkey has two; and what only stands on a key as an
/// accent in one layout and as a character in another.
const UNCLEAR: [char; 9] = ['i', 'ı', '\'', '`', '´', '^', '~', '¨', '°'];

/// Whether the number pad has this label as well: the screen then has to say that the key among the
/// letters is meant.
pub fn on_number_pad(label: char) -> bool {
    label.is_ascii_digit() || matches!(label, '+' | '-' | '*' | '/' | '.' | ',' | '=')
}

/// Those of the `candidates` that have `label` upon the key which gives `typed` in the layout
/// `current`, neither with Shift. Small letters and capitals are the same. Empty if none fits: another
/// key was pressed, and the question is asked again.
pub fn narrow(
    candidates: &[&'static Layout],
    current: &Layout,
    label: char,
    typed: char,
) -> Vec<&'static Layout> {
    let Some(pressed) = labels(current).into_iter().find(|(char, _)| *char == folded(typed)) else {
        return Vec::new();
    };
    let wanted = (folded(label), pressed.1);
    candidates.iter().copied().filter(|layout| labels(layout).contains(&wanted)).collect()
}

/// The label whose key tells most about the `candidates`: all of them have it, and the largest group
/// that has it in the same place is the smallest. Labels that the number pad has as well come last.
/// None if no label tells them apart.
pub fn ask(candidates: &[&'static Layout]) -> Option<char> {
    let all: Vec<Vec<(char, u8)>> = candidates.iter().map(|layout| labels(layout)).collect();
    let place = |labels: &[(char, u8)], label| labels.iter().find(|(char, _)| *char == label).map(|l| l.1);
    let mut best = None;
    for (label, _) in all.first()? {
        if UNCLEAR.contains(label) {
            continue;
        }
        let Some(places) = all.iter().map(|labels| place(labels, *label)).collect::<Option<Vec<u8>>>() else {
            continue;
        };
        let largest = places.iter().map(|code| places.iter().filter(|other| *other == code).count()).max();
        let largest = largest.unwrap_or_default();
        if largest < candidates.len() {
            let rank = (on_number_pad(*label), largest, *label);
            best = Some(best.map_or(rank, |other| rank.min(other)));
        }
    }
    best.map(|(_, _, label)| label)
}

/// The plain characters of the keys that every keyboard has, as small letters, with the keys' codes. A
/// keyboard of other letters bears the Latin ones beside them.
fn labels(layout: &Layout) -> Vec<(char, u8)> {
    let plain = |layout: &Layout| -> Vec<(char, u8)> {
        let keys = layout.keys().into_iter().filter(|key| key.code != 89);
        keys.filter_map(|key| match key.plain {
            Symbol::Char(char) => Some((folded(char), key.code)),
            Symbol::Dead(_) => None,
        })
        .collect()
    };
    let mut labels = plain(layout);
    if let Some(latin) = layout.latin() {
        labels.extend(plain(latin).into_iter().filter(|(char, _)| char.is_ascii_lowercase()));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What arrives when the owner presses the key that bears `label` on the keyboard `real`.
    fn pressed(real: &Layout, active: &Layout, label: char) -> char {
        let code = labels(real).into_iter().find(|(char, _)| *char == label).unwrap().1;
        match active.keys().into_iter().find(|key| key.code == code).unwrap().plain {
            Symbol::Char(char) => char,
            Symbol::Dead(accent) => panic!("{label} is dead on {}: {accent}", active.name),
        }
    }

    #[test]
    fn every_layout_is_found_within_five_questions() {
        let us = Layout::named("us").unwrap();
        for real in Layout::ALL {
            let mut candidates: Vec<&Layout> = Layout::ALL.iter().collect();
            let mut questions = String::new();
            while let Some(label) = ask(&candidates) {
                questions.push(label);
                candidates = narrow(&candidates, us, label, pressed(real, us, label));
                assert!(candidates.contains(&real), "{} after {questions}", real.name);
            }
            assert!(questions.chars().count() <= 5, "{}: {questions}", real.name);
            let names: Vec<&str> = candidates.iter().map(|layout| layout.name).collect();
            println!("{}: {questions}: {names:?}", real.name);
            assert!(candidates.len() <= 6, "{}: {names:?}", real.name);
        }
    }

    #[test]
    fn the_first_question_is_a_letter() {
        let all: Vec<&Layout> = Layout::ALL.iter().collect();
        assert_eq!(ask(&all), Some('z'));
    }

    #[test]
    fn the_active_layout_may_be_any_that_has_the_key() {
        let all: Vec<&Layout> = Layout::ALL.iter().collect();
        let french = Layout::named("fr").unwrap();
        for typed in ['a', 'A'] {
            let found = narrow(&all, french, 'Q', typed);
            assert!(found.iter().any(|layout| layout.name == "de"));
            assert!(!found.iter().any(|layout| layout.name == "fr"));
        }
    }

    #[test]
    fn a_character_that_no_key_gives_leaves_nothing() {
        let all: Vec<&Layout> = Layout::ALL.iter().collect();
        assert!(narrow(&all, all[0], 'y', 'é').is_empty());
        assert!(narrow(&[], all[0], 'y', 'y').is_empty());
        assert_eq!(ask(&[]), None);
    }
}
