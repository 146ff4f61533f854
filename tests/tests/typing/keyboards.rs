//! Layouts, and a scanner that types as if all keyboards were those of the United States.

use std::collections::HashMap;
use std::process::Command;

use coldspare::backup::{BackupPart, PartError, Share, ShareError};
use coldspare::ceremony::{CeremonyError, OnPaper, ReadBack, scanned};
use coldspare::machine::keyboard::{Key, Layout, Stroke, Symbol, composed};

use super::{golden, shares};

/// What Debian calls the layout: its name and its variant.
fn in_debian(layout: &Layout) -> (&str, &str) {
    match layout.name {
        "uk" => ("gb", ""),
        "ch-de" => ("ch", ""),
        "ch-fr" => ("ch", "fr"),
        "de-nodeadkeys" => ("de", "nodeadkeys"),
        name => (name, ""),
    }
}

/// `U+0041`, `+U+0041` for what Caps Lock changes, `dead_acute`. Nothing for what no keyboard here needs.
fn symbol(kernel: &str) -> Option<Symbol> {
    let accent = match kernel {
        "dead_grave" => '`',
        "dead_acute" => '´',
        "dead_circumflex" => '^',
        "dead_tilde" => '~',
        "dead_diaeresis" => '¨',
        "dead_abovering" => '°',
        "dead_kcaron" => 'ˇ',
        "dead_cedilla" => '¸',
        "dead_kogonek" => '˛',
        "dead_macron" => '¯',
        "dead_kbreve" => '˘',
        "dead_abovedot" => '˙',
        "dead_kdoubleacute" => '˝',
        "dead_hook" | "dead_horn" | "dead_stroke" | "dead_belowdot" | "dead_belowcomma" | "dead_currency" => {
            return None;
        }
        // The soft hyphen cannot be seen.
        "VoidSymbol" | "U+00ad" => return None,
        char => {
            let number = u32::from_str_radix(char.trim_start_matches("+U+").trim_start_matches("U+"), 16);
            return Some(Symbol::Char(char::from_u32(number.unwrap()).unwrap()));
        }
    };
    Some(Symbol::Dead(accent))
}

/// The tables that the console of a Debian computer gets, by key: plain, with Shift, with AltGr, with both;
/// and whether the right Alt key is AltGr.
fn ckbcomp(layout: &str, variant: &str) -> (HashMap<u8, [Option<Symbol>; 4]>, bool) {
    let output =
        Command::new("ckbcomp").args(["-compact", "-layout", layout, "-variant", variant]).output().unwrap();
    assert!(output.status.success(), "{layout}");
    let (mut keys, mut altgr) = (HashMap::new(), false);
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let Some((code, symbols)) = line.trim().strip_prefix("keycode ").and_then(|l| l.split_once(" = "))
        else {
            continue;
        };
        let code: u8 = code.trim().parse().unwrap();
        // The four rows of letters, digits and punctuation, without Backspace, Tab, Enter, Control, Shift.
        if matches!(code, 2..=13 | 16..=27 | 30..=41 | 43..=53 | 86 | 89) {
            let mut symbols = symbols.split_whitespace().map(symbol);
            keys.insert(code, std::array::from_fn(|_| symbols.next().unwrap()));
        }
        if code == 100 {
            altgr = symbols.starts_with("AltGr");
        }
    }
    (keys, altgr)
}

#[test]
fn every_key_of_every_layout_is_as_debian_has_it() {
    for layout in Layout::ALL {
        let (name, variant) = in_debian(layout);
        let keys = layout.keys();
        assert_eq!(keys.len(), if layout.name == "br" { 49 } else { 48 }, "{}", layout.name);
        let (theirs, altgr) = ckbcomp(name, variant);
        assert_eq!(layout.has_altgr(), altgr, "{}", layout.name);
        assert_eq!(keys.len(), theirs.len());
        for key in keys {
            let levels = [Some(key.plain), Some(key.shifted), key.altgr, key.shifted_altgr];
            let compared = if altgr { 4 } else { 2 };
            assert_eq!(levels[..compared], theirs[&key.code][..compared], "{} {}", layout.name, key.code);
        }
    }
}

#[test]
fn all_of_ascii_can_be_typed_on_every_layout() {
    for layout in Layout::ALL {
        for char in ' '..='~' {
            let strokes = layout.strokes(char).or_else(|| layout.latin()?.strokes(char));
            assert!(strokes.is_some(), "{} {char}", layout.name);
        }
    }
}

#[test]
fn each_language_s_letters_can_be_typed_on_its_layout() {
    for (name, letters) in [
        ("de", "äöüßÄÖÜéèê€"),
        ("ch-de", "äöüÄÖÜéèàçê€"),
        ("ch-fr", "éèàçêëîïôùœŒ€"),
        ("fr", "éèàùçâêîôûëïüÂÊÎÔÛæÆ€"),
        ("be", "éèàùçâêîôûëïü€"),
        ("es", "ñÑáéíóúÁÉÍÓÚü¿¡€"),
        ("it", "àèéìòùÀÈÉÌÒÙ€"),
        ("pt", "ãõâêôáéíóúàçÃÕÇ€"),
        ("br", "ãõâêôáéíóúàçÃÕÇ"),
        ("nl", "ëïéèêüö€"),
        ("se", "åäöÅÄÖé€"),
        ("no", "æøåÆØÅé€"),
        ("dk", "æøåÆØÅé€"),
        ("fi", "åäöÅÄÖšž€"),
        ("pl", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ€"),
        ("cz", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"),
        ("hu", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
        ("tr", "çğıİöşüÇĞÖŞÜâ₺"),
        ("ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁЖ№"),
    ] {
        let layout = Layout::named(name).unwrap();
        let missing: String = letters.chars().filter(|c| layout.strokes(*c).is_none()).collect();
        assert_eq!(missing, "", "{name}");
    }
}

#[test]
fn what_is_held_and_what_comes_first_is_told() {
    let strokes = |layout: &str, char| Layout::named(layout).unwrap().strokes(char).unwrap();
    let stroke = |code, shift, altgr| Stroke { code, shift, altgr };
    assert_eq!(strokes("de", '@'), [stroke(16, false, true)]);
    assert_eq!(strokes("fr", '@'), [stroke(11, false, true)]);
    assert_eq!(strokes("fr", 'ê'), [stroke(26, false, false), stroke(18, false, false)]);
    assert_eq!(strokes("de", '^'), [stroke(41, false, false), stroke(57, false, false)]);
    assert_eq!(strokes("br", '/'), [stroke(89, false, false)]);
    assert_eq!(Layout::named("us").unwrap().strokes('ê'), None);
    assert_eq!(composed('^', 'e'), Some('ê'));
    assert_eq!(composed('^', '1'), None);
}

#[test]
fn every_layout_is_found_by_its_name() {
    for layout in Layout::ALL {
        assert_eq!(Layout::named(layout.name), Some(layout));
    }
    assert_eq!(Layout::ALL.len(), 22);
    assert_eq!(Layout::named("xx"), None);
}

/// How a scanner and its computer may be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typing {
    Capitals,
    /// The scanner holds no Shift for letters.
    SmallLetters,
    /// It holds Shift, and Caps Lock is on: letters of the computer's layout come out small.
    CapsLock,
}

/// What arrives when a scanner presses the United States' keys for `line` at a computer with `layout`.
fn typed_by_a_scanner(line: &str, layout: &Layout, typing: Typing) -> String {
    let united_states = Layout::named("us").unwrap().keys();
    let there: HashMap<u8, Key> = layout.keys().into_iter().map(|key| (key.code, key)).collect();
    let mut arrived = String::new();
    for char in line.chars() {
        let is = |s: Symbol| s == Symbol::Char(char);
        let pressed = united_states.iter().find(|key| is(key.plain) || is(key.shifted)).unwrap();
        let mut shift = is(pressed.shifted);
        if typing == Typing::SmallLetters {
            shift &= !char.is_alphabetic();
        }
        let key = there[&pressed.code];
        let Symbol::Char(char) = (if shift { key.shifted } else { key.plain }) else {
            panic!("a dead key on {}: what arrives depends on the next one", layout.name);
        };
        match typing {
            Typing::CapsLock if shift => arrived.extend(char.to_lowercase()),
            Typing::CapsLock => arrived.extend(char.to_uppercase()),
            _ => arrived.push(char),
        }
    }
    arrived + "\n"
}

const SETTINGS: [Typing; 3] = [Typing::Capitals, Typing::SmallLetters, Typing::CapsLock];

#[test]
fn a_scanned_card_and_a_scanned_backup_sheet_arrive_whatever_the_layout_is() {
    let parts = std::fs::read_to_string(golden().join("parts.txt")).unwrap();
    for layout in Layout::ALL {
        for typing in SETTINGS {
            for share in shares() {
                let typed = typed_by_a_scanner(&share.to_text(), layout, typing);
                assert_eq!(scanned(&typed).unwrap(), OnPaper::Share(share), "{} {typing:?}", layout.name);
            }
            for line in parts.lines() {
                let typed = typed_by_a_scanner(line, layout, typing);
                let part = BackupPart::parse(line).unwrap();
                assert_eq!(scanned(&typed).unwrap(), OnPaper::Part(part), "{} {typing:?}", layout.name);
            }
        }
    }
}

#[test]
fn a_scanner_that_knows_the_layout_arrives_as_well() {
    for share in shares() {
        assert_eq!(scanned(&share.to_text()).unwrap(), OnPaper::Share(share.clone()));
        assert_eq!(scanned(&share.to_text().to_lowercase()).unwrap(), OnPaper::Share(share));
    }
}

/// Each of these keys has a character of its own on every layout, which is not dead: that is why no
/// layout has to be known.
#[test]
fn no_layout_loses_a_letter_a_digit_or_the_colon() {
    for layout in Layout::ALL {
        let mut typed: Vec<String> = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:"
            .chars()
            .map(|c| typed_by_a_scanner(&c.to_string(), layout, Typing::Capitals))
            .collect();
        typed.sort();
        typed.dedup();
        assert_eq!(typed.len(), 37, "{}", layout.name);
    }
}

#[test]
fn a_scan_that_lost_a_character_is_told_as_such_on_every_layout() {
    let line = shares()[0].to_text();
    for layout in Layout::ALL {
        let typed = typed_by_a_scanner(&line, layout, Typing::Capitals);
        let lost: String = typed.chars().enumerate().filter(|(i, _)| *i != 40).map(|(_, c)| c).collect();
        let error = scanned(&lost).unwrap_err();
        assert!(matches!(error, CeremonyError::Share(ShareError::Check { .. })), "{}: {error}", layout.name);
    }
    let error = scanned("COLDSPARE1:B:12345678:1:1:AAAA:00000000").unwrap_err();
    assert!(matches!(error, CeremonyError::Part(PartError::Check)));
    for other in ["", "4006381333931", "https://example.org/", "Ünï◌"] {
        assert!(matches!(scanned(other).unwrap_err(), CeremonyError::NotACode));
    }
}

#[test]
fn a_card_is_read_back_by_a_scanner_on_a_french_computer() {
    let sealed = super::cards::sealed();
    let french = Layout::named("fr").unwrap();
    let mut cards = ReadBack::new(&sealed);
    for share in sealed.shares() {
        let typed = typed_by_a_scanner(&share.to_text(), french, Typing::Capitals);
        assert!(Share::parse(&typed).is_err());
        assert_eq!(cards.scanned(&typed).unwrap(), share.x);
    }
    cards.finish().unwrap();
}
