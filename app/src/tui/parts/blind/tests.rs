use ratatui::crossterm::event::KeyModifiers;
use secrecy::{ExposeSecret, SecretString};

use super::*;
use crate::nitrokey::{FACTORY_ADMIN, FACTORY_USER, Pin};
use crate::tui::kit::view::Part;
use crate::tui::parts::pin::PinEntry;

/// What is typed blind, and what is right there.
struct Tried {
    entry: PinEntry,
    /// Fields to be typed.
    fields: usize,
    right: &'static str,
}

/// Every kind of entry that there is.
fn all() -> Vec<Tried> {
    let pin = |pin, right| Tried { entry: PinEntry::new_pin(pin, (6, 20)), fields: 2, right };
    let known = |entry, right| Tried { entry, fields: 1, right };
    vec![
        pin(Pin::User, "654321"),
        pin(Pin::Admin, "87654321"),
        pin(Pin::ResetCode, "97654321"),
        Tried { entry: PinEntry::new_passphrase(12), fields: 2, right: "six random words" },
        known(PinEntry::known(Pin::User), "654321"),
        known(PinEntry::known(Pin::Admin), "87654321"),
        known(PinEntry::passphrase(), " one with blanks "),
    ]
}

impl Tried {
    fn press(&mut self, code: KeyCode, context: &Context) -> Option<SecretString> {
        self.entry.key(KeyEvent::new(code, KeyModifiers::NONE), context)
    }

    fn types(&mut self, text: &str, context: &Context) -> Option<SecretString> {
        for letter in text.chars() {
            assert!(self.press(KeyCode::Char(letter), context).is_none());
        }
        self.press(KeyCode::Enter, context)
    }

    /// Each field that is typed blind, as it is shown, and whether a problem is.
    fn shown(&self, context: &Context) -> (Vec<String>, bool) {
        let parts = self.entry.view(context, View::default()).parts;
        let field = |part: &Part| match part {
            Part::Field { shown, .. } => Some(shown.to_string()),
            _ => None,
        };
        let fields: Vec<_> = parts.iter().filter_map(field).take(self.fields).collect();
        (fields, parts.iter().any(|part| matches!(part, Part::Problem(_))))
    }

    /// All is empty and hidden, and it is said what is wrong; then it is typed right, and that is what is taken.
    fn begins_anew(&mut self, context: &Context) {
        let (fields, problem) = self.shown(context);
        assert!(problem && fields.iter().all(String::is_empty), "{fields:?}");
        let right = self.right;
        self.press(KeyCode::Char('x'), context);
        assert_eq!(self.shown(context).0[0], "•", "still visible");
        self.press(KeyCode::Backspace, context);
        for field in 1..=self.fields {
            let taken = self.types(right, context);
            assert_eq!(
                taken.as_ref().map(ExposeSecret::expose_secret),
                (field == self.fields).then_some(right)
            );
        }
        assert!(self.shown(context).0.iter().all(String::is_empty), "something is left");
    }
}

/// A share's code, as a scanner types it.
const CODE: &str =
    "COLDSPARE1:S:0011AABB:2:3:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:00000000";

#[test]
fn what_is_typed_after_a_problem_is_never_joined_to_what_was_typed_before() {
    let context = Context::nowhere();
    for mut tried in all() {
        // Shown while it is typed wrong: hidden afterwards.
        tried.press(KeyCode::F(2), &context);
        let wrong = if tried.fields == 2 { "1234" } else { "" };
        assert!(tried.types(wrong, &context).is_none());
        tried.begins_anew(&context);
    }
}

#[test]
fn two_that_differ_are_both_typed_anew() {
    let context = Context::nowhere();
    for mut tried in all().into_iter().filter(|tried| tried.fields == 2) {
        for (first, second) in [("246824682468", "246824682469"), ("246824682468", ""), ("246824682468", "2")]
        {
            tried.press(KeyCode::F(2), &context);
            assert!(tried.types(first, &context).is_none());
            assert!(tried.types(second, &context).is_none());
            tried.begins_anew(&context);
        }
    }
}

#[test]
fn a_pin_that_every_nitrokey_comes_with_is_not_taken() {
    let context = Context::nowhere();
    for (tried, factory) in all().into_iter().zip([FACTORY_USER, FACTORY_ADMIN]) {
        let mut tried = tried;
        assert!(tried.types(factory, &context).is_none());
        tried.begins_anew(&context);
    }
    // One that exists may be it.
    let mut known = PinEntry::known(Pin::Admin);
    for letter in FACTORY_ADMIN.chars() {
        known.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE), &context);
    }
    let pin = known.key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), &context);
    assert_eq!(pin.unwrap().expose_secret(), FACTORY_ADMIN);
}

#[test]
fn what_is_too_long_is_not_cut_off_in_silence() {
    let context = Context::nowhere();
    for mut tried in all() {
        let long = "1234567890".repeat(101);
        assert!(tried.types(&long, &context).is_none());
        tried.begins_anew(&context);
    }
}

#[test]
fn a_scanned_code_is_no_pin_and_no_passphrase() {
    let context = Context::nowhere();
    // The first whole, then torn, then as a German layout types it.
    let german = CODE.replace(':', "Ö");
    for code in [CODE, &CODE[..40], &german] {
        for mut tried in all() {
            tried.press(KeyCode::Char('1'), &context);
            tried.press(KeyCode::Backspace, &context);
            assert!(tried.types(code, &context).is_none());
            tried.begins_anew(&context);
        }
    }
}

#[test]
fn the_line_for_trying_shows_no_share() {
    let context = Context::nowhere();
    for mut tried in all() {
        (0..tried.fields).for_each(|_| drop(tried.press(KeyCode::Down, &context)));
        CODE.chars().for_each(|letter| drop(tried.press(KeyCode::Char(letter), &context)));
        let parts = tried.entry.view(&context, View::default()).parts;
        let shown =
            parts.iter().any(|part| matches!(part, Part::Field { shown, .. } if shown.contains("AAAAAAAA")));
        assert!(!shown, "a share is on the screen");
    }
}

#[test]
fn what_came_between_takes_what_was_typed_away() {
    let mut context = Context::nowhere();
    for mut tried in all() {
        tried.press(KeyCode::F(2), &context);
        "2468".chars().for_each(|letter| drop(tried.press(KeyCode::Char(letter), &context)));
        context.interrupted += 1;
        assert_eq!(tried.shown(&context), (vec![String::new(); tried.fields], true));
        // Enter does not take it, nor does the next letter join it.
        assert!(tried.press(KeyCode::Enter, &context).is_none());
        tried.begins_anew(&context);
        // With nothing typed there is nothing to say.
        context.interrupted += 1;
        assert!(!tried.shown(&context).1);
    }
}

#[test]
fn nothing_else_is_typed_blind_by_other_means() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui");
    let mut makes = Vec::new();
    let mut folders = vec![here.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).unwrap().contains("Field::secret(") {
                makes.push(path.strip_prefix(&here).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    makes.sort();
    // Those with `Blind`; and where a card may be read, which is seen unless a scanner types it.
    assert_eq!(
        makes,
        [
            "parts/blind/tests.rs",
            "parts/card.rs",
            "parts/clock.rs",
            "parts/paper/three_words.rs",
            "parts/pin.rs",
            "parts/recover/number.rs",
            "parts/recover/out.rs",
            "parts/recover/sheet.rs",
            "parts/vault_entry.rs"
        ]
    );
}
