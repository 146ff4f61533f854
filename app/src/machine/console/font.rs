//! The console's font: Terminus, with Latin, Greek and Cyrillic letters, in 512 glyphs.
//!
//! Debian's selection `Uni2` has all letters of Western, Central and Eastern Europe, of Turkey, Greece
//! and Russia, and box drawing (heavy and double lines look like light ones), but of the block elements
//! only three. The others are drawn here, in the place of signs that no screen uses: QR codes need half
//! blocks, bars need eighths.
//!
//! A font of 512 glyphs costs a bit of colour: backgrounds are never bright, and where the console is in
//! VGA's text mode, characters are not either.

use std::collections::BTreeMap;
use std::os::fd::AsFd;
use std::sync::OnceLock;

use rustix::io::Errno;

use super::kernel::{self, UniPair};
use super::psf::{Psf, PsfError};
use super::virtual_console;

/// 8 x 16 pixels.
const NORMAL: &[u8] = include_bytes!("font/Uni2-Terminus16.psf");
/// 16 x 32 pixels.
const LARGE: &[u8] = include_bytes!("font/Uni2-Terminus32x16.psf");

/// Columns and lines that the screens are made for: the large font is for displays that show these.
const SCREEN: (u32, u32) = (80, 25);

/// Signs whose glyphs are given up for block elements. Each has one of its own in the font.
const GIVEN_UP: &str = "⇔↕‼↨∟₧ƒ⌐∩⌠⌡∙ⁿṀṁϳϴ₮∈∅‗⇐⇑⇒⇓⇕∧∨∪";

/// The font could not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// Only an administrator (`CAP_SYS_TTY_CONFIG`) sets fonts on a console that is not his own.
    #[error("setting the font not permitted")]
    NotAllowed,
    /// Anything else that the kernel said.
    #[error("font refused by the kernel: {0}")]
    Kernel(Errno),
    /// The font in the program is none. A test sees to it that it is.
    #[error("the program's own font is damaged")]
    Damaged,
}

impl From<Errno> for FontError {
    fn from(error: Errno) -> Self {
        match error {
            Errno::PERM | Errno::ACCESS => FontError::NotAllowed,
            other => FontError::Kernel(other),
        }
    }
}

impl From<PsfError> for FontError {
    fn from(_: PsfError) -> Self {
        FontError::Damaged
    }
}

/// Which font the console has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    /// 8 x 16 pixels.
    Normal,
    /// 16 x 32 pixels: with it, too, 80 columns and 25 lines fit.
    Large,
    /// This is a window, a serial line or no terminal at all; nothing was done.
    NotAConsole,
}

/// Sets the font of the virtual console that this program runs on. The console's size in columns and
/// lines changes with it.
///
/// # Errors
/// [`FontError`]; the console keeps the font that it had.
pub fn load() -> Result<Loaded, FontError> {
    let Some(console) = virtual_console() else { return Ok(Loaded::NotAConsole) };
    let size = rustix::termios::tcgetwinsize(&console)?;
    let (width, height) = kernel::font_size(&console)?;
    let pixels = (u32::from(size.ws_col) * width, u32::from(size.ws_row) * height);
    // Text mode knows characters of 8 pixels' width alone, and refuses.
    if fits_large(pixels) && set(&console, &complete(LARGE)?).is_ok() {
        return Ok(Loaded::Large);
    }
    set(&console, &complete(NORMAL)?)?;
    Ok(Loaded::Normal)
}

/// Whether 80 columns and 25 lines of 16 x 32 pixels fit.
fn fits_large((width, height): (u32, u32)) -> bool {
    width / 16 >= SCREEN.0 && height / 32 >= SCREEN.1
}

/// Whether the console's font has this character. Elsewhere a terminal may have more.
pub fn shows(char: char) -> bool {
    static CHARS: OnceLock<BTreeMap<char, u16>> = OnceLock::new();
    let chars = CHARS.get_or_init(|| complete(NORMAL).map(|font| font.chars).unwrap_or_default());
    chars.contains_key(&char)
}

/// All characters that the console shows once this font is loaded, each with its bitmap: lines of whole
/// bytes, the leftmost pixel in the highest bit. For whoever reads a screen from its pixels.
pub fn bitmaps(font: Loaded) -> Vec<(char, Vec<u8>)> {
    let file = match font {
        Loaded::Normal => NORMAL,
        Loaded::Large => LARGE,
        Loaded::NotAConsole => return Vec::new(),
    };
    let Ok(font) = complete(file) else { return Vec::new() };
    let bitmap = |glyph: u16| font.glyphs.get(usize::from(glyph)).cloned();
    font.chars.iter().filter_map(|(char, glyph)| Some((*char, bitmap(*glyph)?))).collect()
}

fn set(console: impl AsFd, font: &Psf) -> Result<(), Errno> {
    let console = console.as_fd();
    let size = (font.width.try_into(), font.height.try_into());
    let (Ok(width), Ok(height)) = size else { return Err(Errno::INVAL) };
    let mut glyphs = Vec::with_capacity(font.glyphs.len() * font.line() * 32);
    for glyph in &font.glyphs {
        glyphs.extend(glyph);
        glyphs.resize(glyphs.len() + font.line() * (32 - font.height.min(32)), 0);
    }
    kernel::set_font(console, (width, height), &mut glyphs)?;
    let pairs: Vec<UniPair> = font
        .chars
        .iter()
        .filter_map(|(char, glyph)| {
            Some(UniPair { unicode: u16::try_from(u32::from(*char)).ok()?, glyph: *glyph })
        })
        .collect();
    kernel::set_unicode_map(console, &pairs)
}

/// The font of this file, with all block elements, and ticks.
fn complete(file: &[u8]) -> Result<Psf, PsfError> {
    let mut font = Psf::parse(file)?;
    let missing: Vec<char> = ('▀'..='▟').filter(|block| !font.chars.contains_key(block)).collect();
    for (block, given_up) in missing.into_iter().zip(GIVEN_UP.chars()) {
        let Some(glyph) = font.chars.remove(&given_up) else { continue };
        let drawn = draw(block, font.width, font.height);
        if let Some(place) = font.glyphs.get_mut(usize::from(glyph)) {
            *place = drawn;
            font.chars.insert(block, glyph);
        }
    }
    // The font has no tick, and not the pointer that terminals show best; others look like them.
    for (like, others) in [('√', ['✓', '✔']), ('▶', ['►', '▻'])] {
        if let Some(glyph) = font.chars.get(&like).copied() {
            font.chars.extend(others.map(|other| (other, glyph)));
        }
    }
    Ok(font)
}

/// A block element's bitmap.
fn draw(block: char, width: usize, height: usize) -> Vec<u8> {
    let line = width.div_ceil(8);
    let mut bitmap = vec![0; line * height];
    for y in 0..height {
        for x in 0..width {
            let inked = is_inked(block, (x, y), (width, height));
            if let Some(byte) = bitmap.get_mut(y * line + x / 8).filter(|_| inked) {
                *byte |= 0x80 >> (x % 8);
            }
        }
    }
    bitmap
}

/// Whether a block element covers a pixel (The Unicode Standard, chart of U+2580 to U+259F).
fn is_inked(block: char, (x, y): (usize, usize), (width, height): (usize, usize)) -> bool {
    let eighths = |from: char| u32::from(block).abs_diff(u32::from(from)) as usize + 1;
    let (left, upper) = (x * 2 < width, y * 2 < height);
    match block {
        '▀' => upper,
        '▁'..='█' => (height - y) * 8 <= height * eighths('▁'),
        '▉'..='▏' => x * 8 < width * eighths('▏'),
        '▐' => !left,
        '░' => (x + 2 * (y % 2)) % 4 == 0,
        '▒' => (x + y) % 2 == 0,
        '▓' => (x + 2 * (y % 2)) % 4 != 0,
        '▔' => y * 8 < height,
        '▕' => (width - x) * 8 <= width,
        '▖' => left && !upper,
        '▗' => !left && !upper,
        '▘' => left && upper,
        '▙' => left || !upper,
        '▚' => left == upper,
        '▛' => left || upper,
        '▜' => !left || upper,
        '▝' => !left && upper,
        '▞' => left != upper,
        '▟' => !left || !upper,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sizes_are_whole_and_show_the_same() {
        let (normal, large) = (complete(NORMAL).unwrap(), complete(LARGE).unwrap());
        assert_eq!((normal.width, normal.height, normal.glyphs.len()), (8, 16, 512));
        assert_eq!((large.width, large.height, large.glyphs.len()), (16, 32, 512));
        assert_eq!(normal.chars.keys().collect::<Vec<_>>(), large.chars.keys().collect::<Vec<_>>());
        assert!(normal.chars.values().chain(large.chars.values()).all(|glyph| *glyph < 512));
    }

    #[test]
    fn blocks_take_the_place_of_nothing_else() {
        for file in [NORMAL, LARGE] {
            let (before, after) = (Psf::parse(file).unwrap(), complete(file).unwrap());
            for (char, glyph) in &before.chars {
                if !GIVEN_UP.contains(*char) {
                    assert_eq!(after.chars.get(char), Some(glyph), "{char}");
                    let place = usize::from(*glyph);
                    assert_eq!(after.glyphs[place], before.glyphs[place], "{char}");
                }
            }
        }
    }

    #[test]
    fn the_letters_of_europe_and_everything_to_draw_with_are_there() {
        let letters = "àâæçéèêëîïôœùûüÿäöüßñ¿¡áíóúãõåøąćęłńśźżčďěňřšťůýžőűğışİĞŞșțđħ\
            ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ\
            АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";
        let signs = "–—‘’‚“”„«»‹›…•€£§°±×÷←↑→↓✓✗☐☑●";
        for char in
            (' '..='~').chain('\u{a0}'..='ÿ').chain('─'..='▟').chain(letters.chars()).chain(signs.chars())
        {
            assert!(shows(char), "{char}");
        }
        assert!(!shows('漢'));
    }

    /// What can be typed can be shown, but for a few letters that stand nowhere but with AltGr.
    #[test]
    fn what_the_keyboards_give_can_be_shown() {
        use crate::machine::keyboard::{Layout, Symbol};
        for layout in Layout::ALL {
            for key in layout.keys() {
                for symbol in [key.plain, key.shifted] {
                    if let Symbol::Char(char) = symbol {
                        assert!(shows(char), "{}: {char}", layout.name);
                    }
                }
            }
        }
    }

    #[test]
    fn blocks_are_drawn_to_the_pixel() {
        assert_eq!(draw('▀', 8, 4), [0xff, 0xff, 0, 0]);
        assert_eq!(draw('▄', 8, 4), [0, 0, 0xff, 0xff]);
        assert_eq!(draw('▁', 8, 8), [0, 0, 0, 0, 0, 0, 0, 0xff]);
        assert_eq!(draw('▇', 8, 8), [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(draw('▏', 8, 1), [0x80]);
        assert_eq!(draw('▉', 8, 1), [0xfe]);
        assert_eq!(draw('▌', 16, 1), [0xff, 0]);
        assert_eq!(draw('▐', 16, 1), [0, 0xff]);
        assert_eq!(draw('▕', 8, 1), [0x01]);
        assert_eq!(draw('▙', 8, 2), [0xf0, 0xff]);
        assert_eq!(draw('▞', 8, 2), [0x0f, 0xf0]);
        let font = complete(NORMAL).unwrap();
        let full = &font.glyphs[usize::from(font.chars[&'█'])];
        assert_eq!(full, &draw('█', 8, 16));
    }

    #[test]
    fn the_large_font_is_for_screens_that_hold_80_by_25_of_it() {
        assert!(fits_large((1920, 1080)));
        assert!(fits_large((1280, 800)));
        assert!(!fits_large((1366, 768)));
        assert!(!fits_large((1024, 768)));
        assert!(!fits_large((640, 400)));
    }
}
