//! Fonts of the Linux console, PC Screen Font versions 1 and 2 (`psfgettable(1)`, the kbd project's
//! `psf.h`): bitmaps, and which characters each of them shows.

use std::collections::BTreeMap;

/// A font file is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum PsfError {
    /// Neither version's first bytes.
    #[error("no PC Screen Font")]
    Magic,
    /// It ends too early, or its header contradicts itself.
    #[error("font's header does not fit its length")]
    Length,
    /// It says of no glyph which character it is.
    #[error("font without a table of characters")]
    NoTable,
}

/// A font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Psf {
    /// Pixels.
    pub(super) width: usize,
    /// Pixels.
    pub(super) height: usize,
    /// Each of `height` lines of whole bytes, the leftmost pixel in the highest bit.
    pub(super) glyphs: Vec<Vec<u8>>,
    /// Where the glyph of a character is.
    pub(super) chars: BTreeMap<char, u16>,
}

/// Reads the table behind the bitmaps: of each glyph, the characters that it shows.
type Characters = fn(&[u8]) -> Vec<Vec<char>>;

impl Psf {
    /// Bytes of a line.
    pub(super) fn line(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// Reads either version.
    pub(super) fn parse(file: &[u8]) -> Result<Psf, PsfError> {
        match file {
            [0x36, 0x04, mode, height, rest @ ..] => {
                let count = if mode & 1 == 0 { 256 } else { 512 };
                // PSF1_MODEHASTAB or PSF1_MODEHASSEQ.
                let table = mode & 6 != 0;
                Psf::assemble(rest, count, (8, usize::from(*height)), table.then_some(characters_1))
            }
            [0x72, 0xb5, 0x4a, 0x86, ..] => {
                let field = |n: usize| {
                    let bytes = file.get(4 * n..4 * n + 4).and_then(|bytes| bytes.try_into().ok());
                    let number = bytes.map(u32::from_le_bytes).ok_or(PsfError::Length)?;
                    usize::try_from(number).map_err(|_| PsfError::Length)
                };
                let (header, flags, count, size) = (field(2)?, field(3)?, field(4)?, field(5)?);
                let (height, width) = (field(6)?, field(7)?);
                if width.div_ceil(8).checked_mul(height) != Some(size) {
                    return Err(PsfError::Length);
                }
                let rest = file.get(header..).ok_or(PsfError::Length)?;
                // PSF2_HAS_UNICODE_TABLE.
                Psf::assemble(rest, count, (width, height), (flags & 1 != 0).then_some(characters_2))
            }
            _ => Err(PsfError::Magic),
        }
    }

    /// From what follows the header.
    fn assemble(
        rest: &[u8],
        count: usize,
        (width, height): (usize, usize),
        characters: Option<Characters>,
    ) -> Result<Psf, PsfError> {
        let characters = characters.ok_or(PsfError::NoTable)?;
        let size = width.div_ceil(8) * height;
        let bitmaps = size.checked_mul(count).filter(|bytes| *bytes > 0).ok_or(PsfError::Length)?;
        let (bitmaps, table) = rest.split_at_checked(bitmaps).ok_or(PsfError::Length)?;
        let glyphs = bitmaps.chunks_exact(size).map(<[u8]>::to_vec).collect();
        let mut chars = BTreeMap::new();
        for (glyph, shown) in (0..=u16::MAX).zip(characters(table)).take(count) {
            for char in shown {
                chars.entry(char).or_insert(glyph);
            }
        }
        Ok(Psf { width, height, glyphs, chars })
    }
}

/// Version 1: for each glyph its characters as 16 bits each, then sequences, each begun by 0xfffe; the end
/// is 0xffff. Sequences are left out: the console has none.
fn characters_1(table: &[u8]) -> Vec<Vec<char>> {
    let units: Vec<u16> = table.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    let glyph = |units: &[u16]| {
        let single = units.split(|unit| *unit == 0xfffe).next().unwrap_or_default();
        single.iter().filter_map(|unit| char::from_u32(u32::from(*unit))).collect()
    };
    units.split(|unit| *unit == 0xffff).map(glyph).collect()
}

/// Version 2: the same in UTF-8, with 0xfe and 0xff.
fn characters_2(table: &[u8]) -> Vec<Vec<char>> {
    let glyph = |bytes: &[u8]| {
        let single = bytes.split(|byte| *byte == 0xfe).next().unwrap_or_default();
        std::str::from_utf8(single).unwrap_or_default().chars().collect()
    };
    table.split(|byte| *byte == 0xff).map(glyph).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two glyphs of 9 x 2 pixels: `A` and `Ä` (with a sequence), and `b`.
    fn second_version() -> Vec<u8> {
        let mut file = vec![0x72, 0xb5, 0x4a, 0x86];
        for field in [0u32, 32, 1, 2, 4, 2, 9] {
            file.extend(field.to_le_bytes());
        }
        file.extend([0xff, 0x80, 0, 0, 1, 2, 3, 4]);
        file.extend("AÄ".as_bytes());
        file.extend(b"\xfeA\xcc\x88\xffb\xff");
        file
    }

    #[test]
    fn the_second_version_is_read() {
        let psf = Psf::parse(&second_version()).unwrap();
        assert_eq!((psf.width, psf.height, psf.line()), (9, 2, 2));
        assert_eq!(psf.glyphs, [[0xff, 0x80, 0, 0], [1, 2, 3, 4]]);
        assert_eq!(psf.chars, BTreeMap::from([('A', 0), ('Ä', 0), ('b', 1)]));
    }

    #[test]
    fn the_first_version_is_read() {
        let mut file = vec![0x36, 0x04, 2, 2];
        file.extend((0..=255u8).flat_map(|n| [n, n]));
        for n in 0..256u16 {
            file.extend((0x100 + n).to_le_bytes());
            file.extend([0xff, 0xff]);
        }
        let psf = Psf::parse(&file).unwrap();
        assert_eq!((psf.width, psf.height, psf.glyphs.len()), (8, 2, 256));
        assert_eq!(psf.chars.get(&'Ā'), Some(&0));
        assert_eq!(psf.glyphs[255], [255, 255]);
    }

    #[test]
    fn what_is_cut_or_contradicts_itself_is_an_error() {
        let file = second_version();
        assert_eq!(Psf::parse(&[]), Err(PsfError::Magic));
        assert_eq!(Psf::parse(b"\x7fELF"), Err(PsfError::Magic));
        for length in 4..40 {
            assert_eq!(Psf::parse(&file[..length]), Err(PsfError::Length), "{length}");
        }
        for place in 4..32 {
            for value in [0, 1, 0x7f, 0xff] {
                let mut file = file.clone();
                file[place] = value;
                let _ = Psf::parse(&file);
            }
        }
        let mut file = file;
        file[12] = 0;
        assert_eq!(Psf::parse(&file), Err(PsfError::NoTable));
    }
}
