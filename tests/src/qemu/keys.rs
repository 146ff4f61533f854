//! Which keys somebody presses on a keyboard of the United States, by QEMU's names of them (`QKeyCode` in its
//! documentation).

use anyhow::{Result, bail};

use crate::screen::Key;

/// The keys that are pressed together for this character.
///
/// # Errors
/// If that keyboard has none for it.
pub fn keys_for(char: char) -> Result<String> {
    let shifted = "~!@#$%^&*()_+{}|:\"<>?".chars().zip("`1234567890-=[]\\;',./".chars());
    let (char, shift) = match shifted.into_iter().find(|(above, _)| *above == char) {
        Some((_, below)) => (below, "shift-"),
        None if char.is_ascii_uppercase() => (char.to_ascii_lowercase(), "shift-"),
        None => (char, ""),
    };
    let name = match char {
        'a'..='z' | '0'..='9' => return Ok(format!("{shift}{char}")),
        '`' => "grave_accent",
        '-' => "minus",
        '=' => "equal",
        '[' => "bracket_left",
        ']' => "bracket_right",
        '\\' => "backslash",
        ';' => "semicolon",
        '\'' => "apostrophe",
        ',' => "comma",
        '.' => "dot",
        '/' => "slash",
        ' ' => "spc",
        '\t' => "tab",
        '\r' | '\n' => "ret",
        '\x1b' => "esc",
        other => bail!("no key types {other:?}"),
    };
    Ok(format!("{shift}{name}"))
}

impl Key {
    /// QEMU's name for it.
    pub fn code(self) -> String {
        let name = match self {
            Key::Enter => "ret",
            Key::Esc => "esc",
            Key::Tab => "tab",
            Key::BackTab => "shift-tab",
            Key::Backspace => "backspace",
            Key::Delete => "delete",
            Key::Up => "up",
            Key::Down => "down",
            Key::Left => "left",
            Key::Right => "right",
            Key::Home => "home",
            Key::End => "end",
            Key::PageUp => "pgup",
            Key::PageDown => "pgdn",
            Key::F(number) => return format!("f{number}"),
            Key::Ctrl(letter) => return format!("ctrl-{}", letter.to_ascii_lowercase()),
        };
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_ascii_has_a_key() {
        for char in ' '..='~' {
            keys_for(char).unwrap();
        }
        assert_eq!(keys_for('A').unwrap(), "shift-a");
        assert_eq!(keys_for('@').unwrap(), "shift-2");
        assert_eq!(keys_for(':').unwrap(), "shift-semicolon");
        assert_eq!(keys_for('?').unwrap(), "shift-slash");
        assert_eq!(keys_for('"').unwrap(), "shift-apostrophe");
        assert!(keys_for('ß').is_err());
    }
}
