//! What can be read on a screen, whoever reads it.

use std::fmt::Write as _;

use anyhow::{Context, Result};

use crate::screen::plain;

/// Where the line beside the list of steps is.
const SIDE: usize = 23;

/// The last four digits.
pub fn last_four(serial: &str) -> &str {
    serial.len().checked_sub(4).and_then(|from| serial.get(from..)).unwrap_or(serial)
}

/// The four digits that are to be typed, each alone, if there are any.
pub fn digits(screen: &str) -> Option<String> {
    let content = content(screen);
    let words: Vec<_> = content.split(' ').collect();
    let is_digit = |word: &&str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_digit());
    words.windows(4).find(|window| window.iter().all(is_digit)).map(<[_]>::concat)
}

/// The first PIN that stands there, which is the user PIN: no other word has six digits and nothing else.
pub fn pin(content: &str) -> Option<&str> {
    content.split(' ').find(|word| word.len() >= 6 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Which words are asked for.
///
/// # Errors
/// If it is not three.
pub fn asked(content: &str) -> Result<[usize; 3]> {
    let numbers: Vec<usize> =
        content.split(" 24 [").filter_map(|before| before.rsplit(' ').nth(1)?.parse().ok()).collect();
    numbers.try_into().ok().with_context(|| format!("not three words are asked for: {content}"))
}

/// A fingerprint of forty digits, in groups of four.
///
/// # Errors
/// If there is none.
pub fn fingerprint(content: &str) -> Result<String> {
    let groups: Vec<_> = content.split(' ').collect();
    let is_group = |group: &&str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_hexdigit());
    let found = groups.windows(10).find(|window| window.iter().all(is_group));
    Ok(found.with_context(|| format!("no fingerprint: {content}"))?.concat())
}

/// What a screen is called: the first row that is not empty.
pub fn heading(screen: &str) -> String {
    let inner = inner(screen);
    inner.lines().map(str::trim).find(|row| !row.is_empty()).unwrap_or_default().into()
}

/// The rows between the two rules, without the list of steps.
pub fn inner(screen: &str) -> String {
    let rows: Vec<_> = screen.lines().collect();
    let rows = rows.get(2..rows.len().saturating_sub(2)).unwrap_or_default();
    rows.iter().fold(String::new(), |mut text, row| {
        let beside = row.char_indices().nth(SIDE).filter(|(_, sign)| *sign == '│');
        let row = beside.and_then(|(at, _)| row.get(at + '│'.len_utf8()..)).unwrap_or(row);
        writeln!(text, "{}", row.trim_end_matches(['▲', '▼'])).ok();
        text
    })
}

/// What stands there, on one line.
pub fn content(screen: &str) -> String {
    plain(&inner(screen))
}

/// The number of a list's line.
pub fn number_of(row: &str) -> Option<String> {
    let row = row.trim_start().trim_start_matches('►').trim_start();
    let (number, rest) = row.split_once(' ')?;
    let is_number = number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty();
    // A letter stands for one of two digits.
    let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    ((is_number || is_letter) && !rest.is_empty()).then(|| number.to_owned())
}
