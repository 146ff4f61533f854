//! A secret text on the screen, line by line, as wide as there is room for it.

use zeroize::Zeroizing;

use crate::tui::kit::context::Context;

/// As wide as the place for it on the smallest screen.
const WIDTH: usize = 53;

/// A line of a text that is no wider than its place. Where it goes on in the next one it says so: a
/// passphrase must not seem to have a blank in it, or an end, where it has none.
fn fold(line: &str) -> Vec<Zeroizing<String>> {
    let chars = Zeroizing::new(line.chars().filter(|c| !c.is_control()).collect::<Vec<_>>());
    if chars.len() <= WIDTH {
        return vec![Zeroizing::new(chars.iter().collect())];
    }
    let parts = chars.chunks(WIDTH - 1);
    let last = parts.len() - 1;
    let part = |(i, part): (usize, &[char])| {
        let mut text = Zeroizing::new(String::with_capacity(WIDTH * 4));
        text.extend(part);
        if i < last {
            text.push('→');
        }
        text
    };
    parts.enumerate().map(part).collect()
}

/// Its lines; or that it is no text.
pub(in crate::tui) fn lines(context: &Context, bytes: &[u8]) -> Vec<Zeroizing<String>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.lines().flat_map(fold).collect(),
        Err(_) => vec![Zeroizing::new(context.say(key!("lost-see-no-text")))],
    }
}
