//! Which cards fit together, where nothing says it beforehand: tried, within a bound.
//!
//! k shares that are all right give the backup key, and with one that is wrong they give some other 32 bytes: nothing
//! tells which one it was. So every k of them are tried; a card that was typed also under other numbers than the one
//! that was typed with it, and in every way in which its words may be read. What has the set's 4 bytes is a candidate,
//! no more: in a million tries one of 4096 searches meets a wrong one. The sealed backup that opens decides.

use std::cell::Cell;

use zeroize::Zeroizing;

use super::field::{add_scaled, weights};
use super::{BackupKey, SetId};

/// So many tries, over everything together: one or two seconds.
pub const TRIES: u32 = 1 << 20;
/// So many tries go by before a word is said of it.
const SILENT: u32 = 1 << 14;

/// What is known of a card's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// Its code says it, or the manifest.
    Certain(u8),
    /// It was typed: it may be wrong.
    Typed(u8),
    /// Nothing.
    Unknown,
}

/// 32 bytes, as four words in memory.
pub(super) type Share32 = Zeroizing<[u64; 4]>;

/// For computing with them.
pub(super) fn in_words(bytes: &[u8; 32]) -> Share32 {
    let mut words = Zeroizing::new([0; 4]);
    for (word, eight) in words.iter_mut().zip(bytes.as_chunks::<8>().0) {
        *word = u64::from_ne_bytes(*eight);
    }
    words
}

/// And back.
pub(super) fn in_bytes(words: &Share32) -> Zeroizing<[u8; 32]> {
    let mut bytes = Zeroizing::new([0; 32]);
    for (eight, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(words.iter()) {
        *eight = word.to_ne_bytes();
    }
    bytes
}

/// A card in the search.
pub(super) struct Piece {
    pub(super) number: Number,
    /// What may stand on it.
    pub(super) readings: Vec<Share32>,
}

/// Cards that together give a key of the set.
pub(super) struct Hit {
    pub(super) key: BackupKey,
    /// Which of the pieces, with which number and in which reading. Other numbers may give the same key (twice or three
    /// times all of them do), so they need not be those that were printed.
    pub(super) cards: Vec<(usize, u8, usize)>,
    /// How many tries there were until then.
    pub(super) tries: u32,
}

impl Hit {
    /// Its cards, as bits.
    pub(super) fn mask(&self) -> u32 {
        self.cards.iter().fold(0, |mask, (place, ..)| mask | 1 << place)
    }

    /// Their numbers.
    pub(super) fn numbers(&self) -> Vec<Option<u8>> {
        self.cards.iter().map(|(_, x, _)| Some(*x)).collect()
    }
}

/// Why it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Everything was tried.
    Tried,
    /// What was found was enough.
    Enough,
    /// There would be more, but the bound is reached.
    Bound,
    /// Whoever waits does not want to wait any longer.
    Stopped,
}

/// One search.
pub(super) struct Search<'a> {
    pub(super) set: SetId,
    pub(super) pieces: &'a [&'a Piece],
    /// How many cards may be needed, the likeliest first.
    pub(super) sizes: &'a [usize],
    /// n, as it was said, and as it may be if it was said wrong.
    pub(super) cards: (u8, u8),
    /// So many typed numbers may be wrong.
    pub(super) wrong: usize,
    /// Pieces of which nothing more is to be known, as bits: they are tried only together with others.
    pub(super) known: &'a Cell<u32>,
    /// So many cards have given the key.
    pub(super) enough: &'a Cell<usize>,
    /// Takes a hit; `false`: it is enough.
    pub(super) at_hit: &'a mut dyn FnMut(Hit) -> bool,
    /// Is told how many tries there were; `false`: stop.
    pub(super) tell: &'a mut dyn FnMut(u32) -> bool,
    /// How many tries there were.
    pub(super) tries: u32,
    /// How many there may be.
    pub(super) most: u32,
}

/// Which pieces, with which numbers so far, and what is still allowed.
struct Choice<'a> {
    pieces: &'a [usize],
    numbers: Vec<u8>,
    /// So many typed numbers are still to be taken for wrong.
    wrong: usize,
    most: u8,
}

impl Search<'_> {
    /// Tries what is likeliest first: all as it was typed, then one typed number wrong, then two; and in each of them
    /// the cards that can be read in the fewest ways.
    pub(super) fn run(&mut self) -> End {
        let typed = self.pieces.iter().filter(|piece| matches!(piece.number, Number::Typed(_))).count();
        let (said, most) = self.cards;
        let limits = if said < most { vec![said, most] } else { vec![most] };
        let known = self.known.get();
        for most in limits {
            // Where a key was found, n may have been said wrong all the same: what does not fit yet may have a number
            // above it. But then at the most one of the numbers that were typed is wrong as well.
            let is_found = self.known.get() != known;
            let wrong = typed.min(if is_found { 1 } else { self.wrong });
            for wrong in 0..=wrong {
                // More cards than there are numbers have none.
                for size in self.sizes.iter().filter(|size| **size <= usize::from(most)) {
                    for mask in self.subsets(*size) {
                        // No more than are enough are needed.
                        if *size > self.enough.get() {
                            break;
                        }
                        if let Err(end) = self.subset(mask, wrong, most) {
                            return end;
                        }
                    }
                }
            }
        }
        End::Tried
    }

    /// All subsets of this size, as bits.
    fn subsets(&self, size: usize) -> Vec<u32> {
        let all = 0..1u32 << self.pieces.len();
        let mut subsets: Vec<u32> = all.filter(|mask| mask.count_ones() as usize == size).collect();
        let ways = |mask: u32| {
            self.chosen(mask).fold(1u64, |ways, i| {
                let unknown = self.pieces[i].number == Number::Unknown;
                let numbers = if unknown { u64::from(self.cards.1) } else { 1 };
                ways.saturating_mul(self.pieces[i].readings.len() as u64 * numbers)
            })
        };
        subsets.sort_by_cached_key(|mask| ways(*mask));
        subsets
    }

    fn chosen(&self, mask: u32) -> impl Iterator<Item = usize> + use<> {
        (0..self.pieces.len()).filter(move |i| mask >> i & 1 == 1)
    }

    fn subset(&mut self, mask: u32, wrong: usize, most: u8) -> Result<(), End> {
        // What can be read in no way gives nothing, however it is numbered.
        let is_unreadable = self.chosen(mask).any(|i| self.pieces[i].readings.is_empty());
        if mask & !self.known.get() == 0 || is_unreadable {
            return Ok(());
        }
        let mut pieces: Vec<usize> = self.chosen(mask).collect();
        // Numbers that are certain first, so that what cannot be is left early.
        pieces.sort_by_key(|i| match self.pieces[*i].number {
            Number::Certain(_) => 0,
            Number::Typed(_) => 1,
            Number::Unknown => 2,
        });
        let numbers = Vec::with_capacity(pieces.len());
        self.number(&mut Choice { pieces: &pieces, numbers, wrong, most })
    }

    /// Gives the next piece a number.
    fn number(&mut self, choice: &mut Choice<'_>) -> Result<(), End> {
        let Some(piece) = choice.pieces.get(choice.numbers.len()) else {
            // With a higher n only what a lower one does not have.
            let new = self.cards.0 == choice.most || choice.numbers.iter().any(|x| *x > self.cards.0);
            return if choice.wrong == 0 && new { self.readings(choice) } else { Ok(()) };
        };
        match self.pieces[*piece].number {
            Number::Certain(x) => self.numbered(choice, x)?,
            Number::Typed(x) => {
                self.numbered(choice, x)?;
                if choice.wrong > 0 {
                    choice.wrong -= 1;
                    for other in (1..=choice.most).filter(|other| *other != x) {
                        self.numbered(choice, other)?;
                    }
                    choice.wrong += 1;
                }
            }
            Number::Unknown => {
                for x in 1..=choice.most {
                    self.numbered(choice, x)?;
                }
            }
        }
        Ok(())
    }

    fn numbered(&mut self, choice: &mut Choice<'_>, x: u8) -> Result<(), End> {
        if choice.numbers.contains(&x) {
            return Ok(());
        }
        choice.numbers.push(x);
        let done = self.number(choice);
        choice.numbers.pop();
        done
    }

    /// Joins them at 0, in every way in which they may be read.
    fn readings(&mut self, choice: &Choice<'_>) -> Result<(), End> {
        let weights = weights(0, &choice.numbers);
        let weighed: Vec<Vec<Share32>> = choice
            .pieces
            .iter()
            .zip(weights)
            .map(|(piece, weight)| {
                let weighed = self.pieces[*piece].readings.iter().map(|bytes| {
                    let mut product = Zeroizing::new([0; 4]);
                    add_scaled(&mut product, weight, bytes);
                    product
                });
                weighed.collect()
            })
            .collect();
        let mut read = Vec::with_capacity(choice.pieces.len());
        self.sum(choice, &weighed, &mut read, &Zeroizing::new([0; 4]))
    }

    fn sum(
        &mut self,
        choice: &Choice<'_>,
        weighed: &[Vec<Share32>],
        read: &mut Vec<usize>,
        before: &Share32,
    ) -> Result<(), End> {
        let Some((first, rest)) = weighed.split_first() else { return self.attempt(choice, read, before) };
        for (reading, product) in first.iter().enumerate() {
            let mut sum = Zeroizing::new([0; 4]);
            for (sum, (a, b)) in sum.iter_mut().zip(before.iter().zip(product.iter())) {
                *sum = a ^ b;
            }
            read.push(reading);
            let done = self.sum(choice, rest, read, &sum);
            read.pop();
            done?;
        }
        Ok(())
    }

    fn attempt(&mut self, choice: &Choice<'_>, read: &[usize], sum: &Share32) -> Result<(), End> {
        if self.tries >= self.most {
            return Err(End::Bound);
        }
        self.tries += 1;
        if self.tries.is_multiple_of(SILENT) && !(self.tell)(self.tries) {
            return Err(End::Stopped);
        }
        let mut bytes = Zeroizing::new([0; 32]);
        for (eight, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(sum.iter()) {
            *eight = word.to_ne_bytes();
        }
        let key = BackupKey(bytes);
        if key.set() != self.set {
            return Ok(());
        }
        let card = |((piece, x), reading): ((&usize, &u8), &usize)| (*piece, *x, *reading);
        let cards = choice.pieces.iter().zip(&choice.numbers).zip(read).map(card).collect();
        if (self.at_hit)(Hit { key, cards, tries: self.tries }) { Ok(()) } else { Err(End::Enough) }
    }
}
