//! What a typed card may say: where a word or a few digits cannot be read, or one of them is not the card's.
//!
//! The checksum of the words (BIP-39: 8 bits) and the checks of the lines (16 bits each) leave a few of very many
//! readings. Which of them is the card, the manifest's hash says, or the sealed backup that opens. Nothing is found
//! here that whoever has the rest of the card could not find alone.

use std::fmt;

use bip39::Language;
use zeroize::Zeroizing;

use super::mnemonic::{
    CHECK_DIGITS, DIGITS, LINES, MnemonicError, WORDS, complete, line_check, parse_hexadecimal,
};
use super::{Manifest, normal};

/// What stands for a word or a digit that cannot be read.
pub const OPEN: &str = "?";
/// How many words may be open: two give 4,194,304 tries, of which 16,384 have the checksum.
const OPEN_WORDS: usize = 2;
/// How many digits may be open: four give 65,536 tries.
const OPEN_DIGITS: usize = 4;
/// How many words there are to choose from, and how many bits each of them has.
const CHOICES: u16 = 2048;
const BITS: usize = 11;
/// Room for those that two open words leave: it need not grow, and leave copies behind.
const ROOM: usize = 20_000;

/// The readings of one card that its own checks leave, each once.
#[derive(Clone, PartialEq, Eq)]
pub struct Candidates(Zeroizing<Vec<[u8; 32]>>);

impl fmt::Debug for Candidates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Candidates({})", self.0.len())
    }
}

impl Candidates {
    /// Those of 24 words, of which up to two are [`OPEN`]. Two take a second.
    ///
    /// # Errors
    /// [`MnemonicError`], as [`super::parse_words`]; and if more are open.
    pub fn of_words(typed: &str) -> Result<Self, MnemonicError> {
        let (mut bits, open) = Bits::of(typed)?;
        if open.len() > OPEN_WORDS {
            return Err(MnemonicError::Open { open: open.len(), most: OPEN_WORDS });
        }
        let mut found = Self::none(if open.len() < OPEN_WORDS { CHOICES.into() } else { ROOM });
        found.fill(&mut bits, &open);
        Ok(found)
    }

    /// Those that differ from these 24 words in one word, or by two that are swapped: 49,404 tries, of which some
    /// 193 have the checksum.
    ///
    /// # Errors
    /// [`MnemonicError`], as [`super::parse_words`], but for the checksum.
    pub fn near_words(typed: &str) -> Result<Self, MnemonicError> {
        let (mut bits, open) = Bits::of(typed)?;
        if let Some(at) = open.first() {
            return Err(MnemonicError::Unknown { position: at + 1 });
        }
        let mut found = Self::none(CHOICES.into());
        for at in 0..WORDS {
            let typed = bits.word(at);
            for other in (0..CHOICES).filter(|other| *other != typed) {
                bits.put(at, other);
                found.keep(&bits);
            }
            bits.put(at, typed);
            for later in at + 1..WORDS {
                let swapped = bits.word(later);
                if swapped != typed {
                    bits.put(at, swapped);
                    bits.put(later, typed);
                    found.keep(&bits);
                    bits.put(at, typed);
                    bits.put(later, swapped);
                }
            }
        }
        Ok(found)
    }

    /// Those of four lines, of whose digits up to four are [`OPEN`].
    ///
    /// # Errors
    /// [`MnemonicError`], as [`parse_hexadecimal`]; and if more are open.
    pub fn of_lines(typed: &str) -> Result<Self, MnemonicError> {
        let open = typed.matches(OPEN).count();
        if open > OPEN_DIGITS {
            return Err(MnemonicError::Open { open, most: OPEN_DIGITS });
        }
        let lines: Vec<_> = typed.lines().map(normal).filter(|line| !line.is_empty()).collect();
        if lines.len() != LINES {
            return Err(MnemonicError::Lines { found: lines.len() });
        }
        let mut found = Self::none(ROOM);
        found.0.push([0; 32]);
        for (i, line) in lines.iter().enumerate() {
            let readings = line_readings(i, line);
            if readings.is_empty() {
                return Err(MnemonicError::Line { line: i + 1 });
            }
            let before = found;
            found = Self::none(ROOM);
            for y in &*before.0 {
                for reading in &*readings {
                    let mut y = Zeroizing::new(*y);
                    y[i * 8..(i + 1) * 8].copy_from_slice(reading);
                    found.0.push(*y);
                }
            }
        }
        Ok(found)
    }

    /// Those that differ from these four lines in one digit of one line, or by two neighbours in it that are swapped.
    ///
    /// # Errors
    /// [`MnemonicError::Line`] if no such card is there, with the first line that is wrong; and as
    /// [`parse_hexadecimal`].
    pub fn near_lines(typed: &str) -> Result<Self, MnemonicError> {
        let lines: Vec<_> = typed.lines().map(normal).filter(|line| !line.is_empty()).collect();
        let mut found = Self::none(ROOM);
        let Err(MnemonicError::Line { line: wrong }) = parse_hexadecimal(typed) else {
            return parse_hexadecimal(typed).map(|_| found);
        };
        let line = lines.get(wrong - 1).filter(|line| line.is_ascii()).map_or("", |line| line.as_str());
        let mut tried = |changed: &[u8]| {
            let mut all = lines.clone();
            let text = String::from_utf8_lossy(changed).into_owned();
            if let Some(line) = all.get_mut(wrong - 1) {
                *line = Zeroizing::new(text);
            }
            let mut text = Zeroizing::new(String::with_capacity(LINES * (DIGITS + CHECK_DIGITS + 1)));
            for line in &all {
                text.push_str(line);
                text.push('\n');
            }
            if let Ok(y) = parse_hexadecimal(&text)
                && !found.0.contains(&y)
            {
                found.0.push(*y);
            }
        };
        for at in 0..line.len() {
            for digit in b"0123456789ABCDEF" {
                let mut changed = Zeroizing::new(line.as_bytes().to_vec());
                changed[at] = *digit;
                tried(&changed);
            }
            if at > 0 {
                let mut changed = Zeroizing::new(line.as_bytes().to_vec());
                changed.swap(at - 1, at);
                tried(&changed);
            }
        }
        match found.is_empty() {
            true => Err(MnemonicError::Line { line: wrong }),
            false => Ok(found),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them: who copies them knows how much room that takes.
    pub fn all(&self) -> &[[u8; 32]] {
        &self.0
    }

    /// Each of them, as a share's 32 bytes.
    pub fn iter(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.0.iter()
    }

    /// The one that is a card of this manifest's set, with the card's number.
    pub fn card_of(&self, manifest: &Manifest) -> Option<(u8, Zeroizing<[u8; 32]>)> {
        self.iter().find_map(|y| Some((manifest.card_of(y)?, Zeroizing::new(*y))))
    }

    fn none(room: usize) -> Self {
        Candidates(Zeroizing::new(Vec::with_capacity(room)))
    }

    fn keep(&mut self, bits: &Bits) {
        if bits.checksum() == bits.0[32] {
            self.0.push(bits.y());
        }
    }

    /// Tries all that may stand at these places.
    fn fill(&mut self, bits: &mut Bits, open: &[usize]) {
        let Some((at, rest)) = open.split_first() else { return self.keep(bits) };
        // The last word has three bits of its own; the others are the checksum.
        let last = *at == WORDS - 1;
        for number in (0..CHOICES).step_by(if last { 256 } else { 1 }) {
            bits.put(*at, number);
            if last {
                bits.0[32] = bits.checksum();
            }
            self.fill(bits, rest);
        }
    }
}

/// 24 words as bits: a share's 256, and the 8 of their checksum.
struct Bits(Zeroizing<[u8; 33]>);

impl Bits {
    /// Those of typed words, and which of them are open, from 0.
    fn of(typed: &str) -> Result<(Self, Vec<usize>), MnemonicError> {
        let typed = Zeroizing::new(typed.to_lowercase());
        let found = typed.split_whitespace().count();
        if found != WORDS {
            return Err(MnemonicError::Count { found });
        }
        let (mut bits, mut open) = (Bits(Zeroizing::new([0; 33])), Vec::new());
        for (at, word) in typed.split_whitespace().enumerate() {
            if word == OPEN {
                open.push(at);
                continue;
            }
            let list = Language::English.word_list();
            let number = complete(word).and_then(|whole| list.binary_search(&whole).ok());
            let number = number.and_then(|number| u16::try_from(number).ok());
            bits.put(at, number.ok_or(MnemonicError::Unknown { position: at + 1 })?);
        }
        Ok((bits, open))
    }

    /// Word `at` becomes the one of this number. Its 11 bits lie in three bytes at the most.
    fn put(&mut self, at: usize, number: u16) {
        let shift = 13 - at * BITS % 8;
        let (mask, value) = ((u32::from(CHOICES) - 1) << shift, u32::from(number) << shift);
        let bytes = self.0.iter_mut().skip(at * BITS / 8);
        for (byte, place) in bytes.zip([1, 2, 3]) {
            let [mask, value] = [mask, value].map(|bits| bits.to_be_bytes()[place]);
            *byte = *byte & !mask | value;
        }
    }

    /// The number of word `at`.
    fn word(&self, at: usize) -> u16 {
        let bit = |bit: usize| u16::from(self.0[bit / 8] >> (7 - bit % 8) & 1);
        (at * BITS..(at + 1) * BITS).fold(0, |number, at| number << 1 | bit(at))
    }

    fn y(&self) -> [u8; 32] {
        std::array::from_fn(|i| self.0[i])
    }

    /// The first byte of SHA-256 over the share (BIP-39).
    fn checksum(&self) -> u8 {
        openssl::sha::sha256(&self.0[..32])[0]
    }
}

/// What line `index` may say: those of its readings whose check fits as far as it can be read.
fn line_readings(index: usize, line: &str) -> Zeroizing<Vec<[u8; 8]>> {
    let mut readings = Zeroizing::new(Vec::with_capacity(ROOM));
    if line.len() != DIGITS + CHECK_DIGITS || !line.is_ascii() {
        return readings;
    }
    let (digits, check) = line.split_at(DIGITS);
    let open: Vec<_> = digits.match_indices(OPEN).map(|(at, _)| at).collect();
    let mut bytes = Zeroizing::new(digits.as_bytes().to_vec());
    for number in 0..1usize << (4 * open.len()) {
        for (i, at) in open.iter().enumerate() {
            bytes[*at] = b"0123456789ABCDEF"[number >> (4 * i) & 15];
        }
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let mut y = Zeroizing::new([0; 8]);
        let is_line = data_encoding::HEXUPPER.decode_mut(&bytes, &mut y[..]).is_ok();
        let same = |(a, b): (u8, u8)| a == b || [a] == *OPEN.as_bytes();
        if is_line && check.bytes().zip(line_check(index, text).bytes()).all(same) {
            readings.push(*y);
        }
    }
    readings
}

#[cfg(test)]
mod tests;
