mod every_error;

use std::collections::BTreeSet;

use super::*;
use crate::nitrokey::{Found, Info, Model, Pin, Unreadable, Version};
use crate::paper::PictureError;
use crate::plan::{Algorithm, Role};
use every_error::{PRINT, READER, all, card_name, info, serial};

/// How many lines of at most 54 columns, broken between words.
fn lines(text: &str) -> usize {
    const COLUMNS: usize = 54;
    let count = |line: &str| {
        let (mut lines, mut column) = (1, 0);
        for word in line.split(' ').map(|word| word.chars().count()) {
            if column > 0 && column + 1 + word > COLUMNS {
                (lines, column) = (lines + 1, 0);
            }
            column += word + usize::from(column > 0);
            while column > COLUMNS {
                (lines, column) = (lines + 1, column - COLUMNS);
            }
        }
        lines
    };
    text.lines().map(count).sum()
}

#[test]
fn every_error_is_a_message_in_every_language_and_fits_onto_the_screen() {
    for code in Texts::languages() {
        let texts = Texts::of(code);
        for error in all() {
            let message = error.to_message(&texts);
            let both = message.to_string();
            println!(
                "{code} {}\n   {}\n-> {}",
                lines(&message.happened) + lines(&message.now),
                message.happened,
                message.now
            );
            for half in [&message.happened, &message.now] {
                assert!(half.chars().count() > 5, "{code}: {both:?}");
            }
            for raw in ["{", "}", "error-", ".now", "  ", "..", "?."] {
                assert!(!both.replace("../../", "").contains(raw), "{code}: {raw:?} in {both:?}");
            }
            let lines = lines(&message.happened) + lines(&message.now);
            assert!(lines <= 14, "{code}: {lines} lines: {both}");
        }
    }
}

#[test]
fn no_two_languages_say_the_same() {
    let texts = Texts::languages().map(Texts::of);
    for error in all() {
        let [english, german, french] = texts.each_ref().map(|texts| error.to_message(texts));
        for (one, other) in [(&english, &german), (&english, &french), (&german, &french)] {
            assert!(one.happened != other.happened && one.now != other.now, "{one} {other}");
        }
    }
}

#[test]
fn only_letters_that_a_console_has() {
    for code in Texts::languages() {
        let texts = Texts::of(code);
        for error in all() {
            let message = error.to_message(&texts).to_string();
            let strange: BTreeSet<_> = message
                .chars()
                .filter(|c| !matches!(c, ' '..='~' | '\n' | '¡'..='ÿ' | 'œ' | 'Œ' | '“' | '”' | '„' | '‘' | '’' | '…'))
                .filter(|c| !"山田太郎".contains(*c))
                .collect();
            assert!(strange.is_empty() && !message.contains('\u{a0}'), "{code}: {strange:?} in {message}");
        }
    }
}

#[test]
fn what_is_on_a_nitrokey_is_said_line_by_line() {
    let texts = Texts::of("en");
    let mut info = Info { holder: "Lovelace<<Augusta<Ada<King".into(), ..info() };
    info.fingerprints[1] = None;
    let lines = contents(&info, &texts);
    assert_eq!(lines[0], "in the name of Augusta Ada King Lovelace");
    assert_eq!(lines[1], "key for signatures: F0E1 D2C3 B4A5 9687 7869 5A4B 3C2D 1E0F 0011 2233");
    assert_eq!(lines.len(), 3);
    info.fingerprints = [None, None, None];
    assert_eq!(contents(&info, &Texts::of("de")), ["nichts, kein Schlüssel ist darauf"]);
}

#[test]
fn models_roles_and_pins_have_names() {
    let texts = Texts::of("fr");
    for kind in [Model::Nitrokey3, Model::Pro2, Model::Pro1, Model::Start, Model::Other] {
        assert_eq!(model(kind, &Texts::of("en")), kind.to_string());
    }
    for which in [Pin::User, Pin::Admin, Pin::ResetCode] {
        assert_eq!(pin(which, &Texts::of("en")), which.to_string());
    }
    assert_eq!(
        (0..3).map(|i| role(&Role::nth(i), &texts)).collect::<Vec<_>>(),
        ["En usage", "Secours", "Secours 2"]
    );
    assert_eq!(role(&"spare-".into(), &texts), "spare-");
    assert_eq!(card(&card_name(), &Texts::of("en")), card_name().to_string());
}

#[test]
fn what_a_file_or_a_printer_says_cannot_move_the_cursor() {
    let error = PictureError::NotPng("\u{1b}[2J\r\nbad\tfile.".into());
    let message = error.to_message(&Texts::of("en")).happened;
    assert_eq!(message, "The file is not a whole PNG picture ([2J bad file).");
}

/// `coldspare list` speaks as the screens do.
#[test]
fn every_line_of_a_list_of_nitrokeys_is_in_the_readers_language() {
    let old = Info { firmware: Some(Version(1, 0, 0)), ..info() };
    let blank = Info { fingerprints: [None, None, None], holder: String::new(), ..info() };
    let unreadable = Found::Unreadable { reader: READER.into(), cause: Unreadable::Silent };
    let nitrokeys = [old, blank].map(|info| Found::Nitrokey(Box::new(info)));
    let found: Vec<_> =
        nitrokeys.into_iter().chain([unreadable, Found::HalfReset { reader: READER.into() }]).collect();
    let lists = Texts::languages().map(|code| listed(&found, &Texts::of(code)));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let same: Vec<_> =
            lists[one].lines().filter(|line| lists[other].lines().any(|l| l == *line)).collect();
        assert!(same.is_empty(), "{same:?}");
    }
    for (code, list) in Texts::languages().iter().zip(&lists) {
        let begins: Vec<_> = list.lines().filter(|line| !line.starts_with("    ")).collect();
        assert_eq!(begins.len(), 4, "{code}: {list}");
        for (line, says) in begins.iter().zip([&serial().to_string(), &serial().to_string(), READER, READER])
        {
            assert!(line.contains(says), "{code}: {says} in {line}");
        }
        let Found::Nitrokey(old) = &found[0] else { panic!("it is the first") };
        let warning = old.warnings()[0].to_message(&Texts::of(code)).to_string();
        for said in [&PRINT[..4], &Algorithm::Rsa4096.to_string(), &warning] {
            assert!(list.contains(said), "{code}: {said} in {list}");
        }
        assert_eq!(listed(&[], &Texts::of(code)).lines().count(), 1);
    }
}
