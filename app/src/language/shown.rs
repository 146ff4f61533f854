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

/// The same line by line, with nothing hidden or left out: what is not plain, or not shown by `shows`, stands as its number
/// (`«U+202E»`), and so does what looks like one. Ends of lines as Windows writes them throughout are ends of lines.
pub fn visible(text: &str, shows: impl Fn(char) -> bool) -> String {
    let windows = text.matches("\r\n").count() == text.matches('\n').count();
    let text = if windows { text.replace("\r\n", "\n") } else { text.to_owned() };
    let mut visible = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let like_one = c == '«' && rest.as_str().starts_with("U+");
        match c == '\n' || is_plain(c) && shows(c) && !like_one {
            true => visible.push(c),
            false => visible.push_str(&format!("«U+{:04X}»", u32::from(c))),
        }
    }
    visible
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
    use super::{plain, visible};

    #[test]
    fn nothing_but_plain_letters_is_left() {
        assert_eq!(plain("Lovelace<<Ada<Zoë<Gauß’s Łódź №", 39), "Lovelace<<Ada<Zoë<Gauß’s Łódź ?");
        assert_eq!(plain("\u{1b}]0;gone\u{7}\u{9b}2J\r\nx", 39), "?]0;gone??2J??x");
        assert_eq!(plain("a\u{202e}b\u{2066}c\u{200b}d\u{ad}e\u{2028}f\u{301}\u{e000}", 39), "a?b?c?d?e?f??");
        // Letters by Unicode's word that have no room of their own: a vowel sign of Thai, of Hindi, an iota below, a jamo.
        assert_eq!(plain("ก\u{e31}\u{e31}ह\u{941}α\u{345}\u{1161}z", 39), "ก??ह?α??z");
        assert_eq!(plain(&"long".repeat(99), 5), "longl…");
    }

    #[test]
    fn what_cannot_be_seen_stands_as_its_number() {
        let all = |text: &str| visible(text, |c| c != '漢');
        assert_eq!(all("Zoë: 5 €\nno\n"), "Zoë: 5 €\nno\n");
        assert_eq!(all("pay \u{202e}000\u{202c} €"), "pay «U+202E»000«U+202C» €");
        assert_eq!(all("a\u{1b}[2J\tb\u{a0}漢\u{ad}"), "a«U+001B»[2J«U+0009»b«U+00A0»«U+6F22»«U+00AD»");
        assert_eq!(all("e\u{301}\u{1f4a9}\0"), "e«U+0301»«U+1F4A9»«U+0000»");
        // Nobody can write what looks like one.
        assert_eq!(all("«U+202E»"), "«U+00AB»U+202E»");
        assert_eq!(all("« U »"), "« U »");
        assert_eq!(all("one\r\ntwo\r\n"), "one\ntwo\n");
        assert_eq!(all("one\r\ntwo\nthree\rfour"), "one«U+000D»\ntwo\nthree«U+000D»four");
        assert_eq!(all("one\rtwo"), "one«U+000D»two");
        assert_eq!(all(""), "");
    }
}
