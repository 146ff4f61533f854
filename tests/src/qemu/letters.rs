//! Reads the letters on a display from its pixels: what stands in each cell is looked up among the bitmaps of
//! the program's own font, in either size, and of the firmware's.

use std::collections::HashMap;
use std::sync::OnceLock;

use coldspare::machine::console::font::{Loaded, bitmaps};

use super::display::Display;

/// Stands for what is no letter of any font.
pub const UNKNOWN: char = char::REPLACEMENT_CHARACTER;
/// Of characters that look alike the first one in Unicode is read; but these before.
const PREFERRED: &str = "►";
/// Where Debian keeps the font that a PC has before anybody loads another one.
const FIRMWARE: &str = "/usr/share/seabios/vgabios-stdvga.bin";
/// The letter A in it. The letters lie one behind the other, 16 bytes each.
const LETTER_A: [u8; 16] = [0, 0, 0x10, 0x38, 0x6c, 0xc6, 0xc6, 0xfe, 0xc6, 0xc6, 0xc6, 0xc6, 0, 0, 0, 0];
/// In VGA's text mode there is a column of pixels between the letters.
const TEXT_MODE: (usize, usize) = (720, 400);

/// Bitmaps of one size, and what they show.
struct Letters {
    width: usize,
    height: usize,
    whole: HashMap<Vec<u8>, char>,
    /// Without the lowest eighth, where a cursor or a line may be.
    upper: HashMap<Vec<u8>, char>,
}

impl Letters {
    fn new(width: usize, height: usize, font: Loaded, others: Vec<(char, Vec<u8>)>) -> Self {
        let mut letters = Letters { width, height, whole: HashMap::new(), upper: HashMap::new() };
        let mut all = bitmaps(font);
        all.sort_by_key(|(char, _)| (!PREFERRED.contains(*char), *char));
        for (char, bitmap) in all.into_iter().chain(others) {
            letters.upper.entry(letters.upper_part(&bitmap)).or_insert(char);
            letters.whole.entry(bitmap).or_insert(char);
        }
        letters
    }

    fn upper_part(&self, bitmap: &[u8]) -> Vec<u8> {
        bitmap[..bitmap.len() - bitmap.len() / 8].to_vec()
    }

    /// What stands in the cell that begins there.
    fn letter(&self, display: &Display, left: usize, top: usize) -> char {
        let line = self.width / 8;
        let (mut bitmap, mut inverse) = (vec![0; line * self.height], vec![0; line * self.height]);
        let ground = display.at(left, top);
        let (mut ink, mut inked) = (None, 0);
        for y in 0..self.height {
            for x in 0..self.width {
                let colour = display.at(left + x, top + y);
                let byte = if colour == ground {
                    &mut inverse
                } else if *ink.get_or_insert(colour) == colour {
                    inked += 1;
                    &mut bitmap
                } else {
                    return UNKNOWN;
                };
                byte[y * line + x / 8] |= 0x80 >> (x % 8);
            }
        }
        if ink.is_none() {
            return ' ';
        }
        // A letter covers less than half of its cell, whatever the colours.
        if 2 * inked > self.width * self.height {
            std::mem::swap(&mut bitmap, &mut inverse);
        }
        let whole = [&bitmap, &inverse].into_iter().find_map(|bitmap| self.whole.get(bitmap));
        let upper = || {
            let parts = [&bitmap, &inverse].map(|bitmap| self.upper_part(bitmap));
            parts.iter().find_map(|part| self.upper.get(part))
        };
        whole.or_else(upper).copied().unwrap_or(UNKNOWN)
    }

    /// All rows, read in cells of this width, and how many cells are unknown.
    fn read(&self, display: &Display, width: usize) -> (Vec<String>, usize) {
        let (columns, rows) = (display.width / width, display.height / self.height);
        let row = |row: usize| -> String {
            (0..columns).map(|column| self.letter(display, column * width, row * self.height)).collect()
        };
        let rows: Vec<String> = (0..rows).map(|number| row(number).trim_end().to_owned()).collect();
        let unknown = rows.iter().map(|row| row.matches(UNKNOWN).count()).sum();
        (rows, unknown)
    }
}

/// The two sizes.
fn fonts() -> &'static [Letters; 2] {
    static FONTS: OnceLock<[Letters; 2]> = OnceLock::new();
    FONTS.get_or_init(|| {
        [
            Letters::new(8, 16, Loaded::Normal, of_the_firmware()),
            Letters::new(16, 32, Loaded::Large, Vec::new()),
        ]
    })
}

/// Letters of ASCII as the firmware shows them; none if it is not installed.
fn of_the_firmware() -> Vec<(char, Vec<u8>)> {
    let file = std::fs::read(FIRMWARE).unwrap_or_default();
    let letter_a = file.windows(LETTER_A.len()).position(|window| window == LETTER_A);
    let Some(begin) = letter_a.and_then(|at| at.checked_sub(16 * usize::from(b'A'))) else {
        return Vec::new();
    };
    let letter = |char: u8| {
        let at = begin + 16 * usize::from(char);
        Some((char::from(char), file.get(at..at + 16)?.to_vec()))
    };
    (b'!'..=b'~').filter_map(letter).collect()
}

/// What stands on the display, row by row, without the blanks at the end of each row. What is in a cell
/// that is no letter is [`UNKNOWN`]. A cell of one colour is a blank.
pub fn rows(display: &Display) -> Vec<String> {
    let [normal, large] = fonts();
    if (display.width, display.height) == TEXT_MODE {
        return normal.read(display, normal.width + 1).0;
    }
    let (rows, unknown) = normal.read(display, normal.width);
    if unknown == 0 {
        return rows;
    }
    let (larger, fewer) = large.read(display, large.width);
    // The same area has four times as many cells of the small font.
    if 4 * fewer < unknown { larger } else { rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the rows in this font, each second cell in other colours.
    fn draw(rows: &[&str], font: Loaded, (width, height): (usize, usize), cell: usize) -> Display {
        let bitmaps: HashMap<char, Vec<u8>> = bitmaps(font).into_iter().collect();
        let columns = rows.iter().map(|row| row.chars().count()).max().unwrap();
        let mut pixels = vec![[0; 3]; columns * cell * rows.len() * height];
        for (y, row) in rows.iter().enumerate() {
            for (x, char) in row.chars().enumerate() {
                let (ground, ink) = if (x + y) % 2 == 0 { ([0; 3], [170; 3]) } else { ([170; 3], [0, 0, 9]) };
                for dot in 0..cell * height {
                    let (dx, dy) = (dot % cell, dot / cell);
                    let byte = bitmaps[&char].get(dy * (width / 8) + dx / 8).copied().unwrap_or(0);
                    let inked = dx < width && byte & (0x80 >> (dx % 8)) != 0;
                    let place = (y * height + dy) * columns * cell + x * cell + dx;
                    pixels[place] = if inked { ink } else { ground };
                }
            }
        }
        Display::new(columns * cell, rows.len() * height, pixels).unwrap()
    }

    const ROWS: [&str; 3] = [
        "Enter weiter   Esc zurück   F1 erklären",
        "│ √ 1 Self-check │ ► Gödel, Évariste",
        "▄ \u{2592} ж Ω ß",
    ];

    #[test]
    fn both_sizes_are_read_and_reverse_video_too() {
        for (font, size) in [(Loaded::Normal, (8, 16)), (Loaded::Large, (16, 32))] {
            assert_eq!(rows(&draw(&ROWS, font, size, size.0)), ROWS, "{font:?}");
        }
    }

    #[test]
    fn the_text_mode_is_read() {
        let mut all = vec![""; 25];
        let wide = " ".repeat(79) + "x";
        all[3] = "Coldspare";
        all[24] = &wide;
        assert_eq!(rows(&draw(&all, Loaded::Normal, (8, 16), 9)), all);
    }

    #[test]
    fn a_cursor_does_not_matter() {
        let mut display = draw(&["ada@x g"], Loaded::Normal, (8, 16), 8);
        let mut pixels = Vec::new();
        for y in 0..display.height {
            for x in 0..display.width {
                let pixel = display.at(x, y);
                let under_cursor = (32..40).contains(&x) && y >= 14;
                pixels.push(if under_cursor { [170; 3] } else { pixel });
            }
        }
        display = Display::new(display.width, display.height, pixels).unwrap();
        assert_eq!(rows(&display), ["ada@x g"]);
    }

    /// Two characters may look alike; then either is read.
    #[test]
    fn every_letter_of_the_font_is_read_as_one_that_looks_so() {
        for (font, size) in [(Loaded::Normal, (8, 16)), (Loaded::Large, (16, 32))] {
            let bitmaps: HashMap<char, Vec<u8>> = bitmaps(font).into_iter().collect();
            for (char, bitmap) in &bitmaps {
                let uniform = bitmap.iter().all(|byte| *byte == bitmap[0]) && [0, 0xff].contains(&bitmap[0]);
                let row = format!("A{char}A");
                let read = rows(&draw(&[&row], font, size, size.0)).concat();
                let read = read.chars().nth(1).unwrap();
                let inverse: Vec<u8> = bitmap.iter().map(|byte| !byte).collect();
                let same = bitmaps.get(&read).is_some_and(|other| other == bitmap || *other == inverse);
                assert!(same || (uniform && read == ' '), "{char:?} was read as {read:?}");
            }
            for char in ('!'..='~').chain("äöüÄÖÜßéèêàçœ«»…·“”’─│┌┐└┘├┤►√×".chars())
            {
                let row = format!("A{char}A");
                assert_eq!(rows(&draw(&[&row], font, size, size.0)), [row]);
            }
        }
    }

    #[test]
    fn what_the_firmware_writes_is_read() {
        let letters: HashMap<char, Vec<u8>> = of_the_firmware().into_iter().collect();
        if !letters.is_empty() {
            assert_eq!(letters[&'A'], LETTER_A);
            assert_eq!(letters.len(), 94);
        }
    }
}
