//! Text from outside on its way to a screen or to paper: from a card, a reader, a stick, a printer. Whoever made the
//! thing wrote it.

/// Letters and digits of any script, and plain signs; not more than `longest` of them. What could move the cursor, turn
/// the line round, hide, join what is beside it or begin a new line becomes `?`.
pub fn plain(text: &str, longest: usize) -> String {
    let mut plain: String = text.chars().take(longest).map(|c| if is_plain(c) { c } else { '?' }).collect();
    if text.chars().nth(longest).is_some() {
        plain.push('…');
    }
    plain
}

/// Whether it is a letter, a digit or a sign that stays where it is put, and takes its own room: what joins the letter
/// before it does so on one screen and moves the rest of the line on another, vowel signs of some scripts among them.
pub fn is_plain(c: char) -> bool {
    // Signs of Latin 1 without the soft hyphen, dashes and quotation marks, currencies.
    let sign = matches!(c, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}');
    sign || c.is_alphanumeric() && takes_room(c)
}

/// Whether it has columns of its own.
pub fn takes_room(c: char) -> bool {
    textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) > 0
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_but_plain_letters_is_left() {
        assert_eq!(plain("Lovelace<<Ada<Zoë<Gauß’s Łódź №", 39), "Lovelace<<Ada<Zoë<Gauß’s Łódź ?");
        assert_eq!(plain("\u{1b}]0;gone\u{7}\u{9b}2J\r\nx", 39), "?]0;gone??2J??x");
        assert_eq!(plain("a\u{202e}b\u{2066}c\u{200b}d\u{ad}e\u{2028}f\u{301}\u{e000}", 39), "a?b?c?d?e?f??");
        // Letters by Unicode's word that have no room of their own: a vowel sign of Thai, of Hindi, an iota below, a jamo.
        assert_eq!(plain("ก\u{e31}\u{e31}ह\u{941}α\u{345}\u{1161}z", 39), "ก??ह?α??z");
        assert_eq!(plain(&"long".repeat(99), 5), "longl…");
    }
}
