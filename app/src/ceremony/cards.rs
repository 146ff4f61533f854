//! Station 4, prove, the cards: every card is read back and compared with what was split. What was read is kept:
//! the rehearsal is given these readings, and not the shares that the computer remembers.

use std::borrow::Borrow;
use std::marker::PhantomData;

use zeroize::Zeroizing;

use super::proven_cards::{Card, how};
use super::{CardsProven, CeremonyError, HowRead, OnPaper, Reading, Sealed};
use crate::backup::{GatherError, MnemonicError, SetId, Share, ShareError, Word, word, words};
use crate::machine::entropy::{EntropyError, random};

/// How many words a quick check asks for.
const ASKED: usize = 3;

/// Cards that the program printed: what is on paper is what was drawn.
#[derive(Debug)]
pub struct Printed;

/// Cards that somebody wrote by hand, where each word may be wrong.
#[derive(Debug)]
pub struct Handwritten;

/// The cards read back so far. It holds the [`Sealed`] that they come from, or a reference to it.
///
/// A printed card may be spot-checked by three of its words, which is not a reading of it. One that was
/// written by hand is typed back in full:
///
/// ```compile_fail,E0599
/// # fn check(sealed: &coldspare::ceremony::Sealed) {
/// coldspare::ceremony::ReadBack::handwritten(sealed).quick_check(1);
/// # }
/// ```
#[derive(Debug)]
pub struct ReadBack<S, Cards = Printed> {
    sealed: S,
    read: Vec<Card>,
    cards: PhantomData<Cards>,
}

/// Three words to be asked for. It is answered once: the next try asks for others.
#[derive(Debug)]
pub struct QuickCheck {
    set: SetId,
    x: u8,
    positions: [usize; ASKED],
}

impl QuickCheck {
    /// Which words, from 1 to 24, in rising order.
    pub fn positions(&self) -> [usize; ASKED] {
        self.positions
    }
}

impl<S: Borrow<Sealed>> ReadBack<S> {
    /// None yet, of cards that were printed.
    pub fn new(sealed: S) -> Self {
        ReadBack { sealed, read: Vec::new(), cards: PhantomData }
    }

    /// Draws the words that card `x` is asked for.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchNumber`], or [`CeremonyError::Entropy`].
    pub fn quick_check(&self, x: u8) -> Result<QuickCheck, CeremonyError> {
        self.share(x)?;
        Ok(QuickCheck { set: self.sealed().manifest().set, x, positions: positions()? })
    }

    /// The words at the positions asked for, each whole or its first four letters. All right: the card
    /// is spot-checked. One that was read whole stays so.
    ///
    /// # Errors
    /// [`CeremonyError`] with the number of the first word that is wrong; the cards read before stay.
    pub fn answer(&mut self, asked: QuickCheck, typed: [&str; ASKED]) -> Result<u8, CeremonyError> {
        let QuickCheck { set, x, positions } = asked;
        let expected = self.sealed().manifest().set;
        if set != expected {
            return Err(CeremonyError::OtherCeremony { expected: expected.to_string() });
        }
        let card = words(&self.share(x)?.y);
        for (position, typed) in positions.into_iter().zip(typed) {
            let Word::Whole(word) = word(typed) else {
                return Err(MnemonicError::Unknown { position }.into());
            };
            if card.get(position - 1) != Some(&word) {
                return Err(CeremonyError::WordDiffers { card: self.sealed().card_name(x), position });
            }
        }
        if !self.read().contains(&x) {
            self.read.push(Card::SpotChecked(x));
        }
        Ok(x)
    }

    /// Those that are still to come are written by hand. Those that were read stay read.
    pub fn rest_handwritten(self) -> ReadBack<S, Handwritten> {
        ReadBack { sealed: self.sealed, read: self.read, cards: PhantomData }
    }
}

impl<S: Borrow<Sealed>> ReadBack<S, Handwritten> {
    /// None yet, of cards some of which were written by hand.
    pub fn handwritten(sealed: S) -> Self {
        ReadBack { sealed, read: Vec::new(), cards: PhantomData }
    }

    /// Those that are still to come are printed. Those that were read stay read.
    pub fn rest_printed(self) -> ReadBack<S> {
        ReadBack { sealed: self.sealed, read: self.read, cards: PhantomData }
    }
}

impl<S: Borrow<Sealed>, Cards> ReadBack<S, Cards> {
    fn sealed(&self) -> &Sealed {
        self.sealed.borrow()
    }

    /// Goes on with the next sealing. If that is for the same cards, those that were read stay read.
    #[must_use]
    pub fn for_next(self, sealed: S) -> Self {
        let is_same = self.sealed().manifest().set == sealed.borrow().manifest().set;
        ReadBack { sealed, read: if is_same { self.read } else { Vec::new() }, cards: PhantomData }
    }

    /// The numbers of the cards that were read, in the order in which they were.
    pub fn read(&self) -> Vec<u8> {
        self.read.iter().map(Card::number).collect()
    }

    /// How they were.
    pub fn how(&self) -> HowRead {
        how(self.sealed().manifest().quorum.needed(), &self.read)
    }

    /// A whole card: card `x`'s words or digits, or a code, which says itself which card it is. Returns the card's number.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn read_whole(&mut self, x: u8, card: &Reading) -> Result<u8, CeremonyError> {
        match card.on_paper()? {
            OnPaper::Share(share) => self.code(share),
            OnPaper::Bytes(y) => self.bytes(x, y),
            OnPaper::Part(_) => Err(ShareError::BackupPart.into()),
        }
    }

    /// The text of a card's QR code, also as a scanner types it. Returns the card's number.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn scanned(&mut self, text: &str) -> Result<u8, CeremonyError> {
        self.read_whole(0, &Reading::code(text))
    }

    fn code(&mut self, share: Share) -> Result<u8, CeremonyError> {
        let set = self.sealed().manifest().set;
        if share.set != set {
            self.is_new(&share.y)?;
            return Err(GatherError::OtherSet { card: share.x, found: share.set, expected: set }.into());
        }
        let printed = self.sealed().shares().iter().find(|s| s.x == share.x);
        if printed != Some(&share) {
            return Err(CeremonyError::CardDiffers { card: self.sealed().card_name(share.x) });
        }
        Ok(self.accept(share))
    }

    /// Words and digits say neither set nor number: those are what stands above them on the card.
    fn bytes(&mut self, x: u8, y: Zeroizing<[u8; 32]>) -> Result<u8, CeremonyError> {
        let printed = self.share(x)?;
        let read = Share { set: printed.set, quorum: printed.quorum, x, y };
        match read == *printed {
            true => Ok(self.accept(read)),
            false => {
                self.is_new(&read.y)?;
                Err(CeremonyError::CardDiffers { card: self.sealed().card_name(x) })
            }
        }
    }

    /// Whether it is none of the cards that these take the place of.
    fn is_new(&self, y: &[u8; 32]) -> Result<(), CeremonyError> {
        let sealed = self.sealed();
        let old = sealed.old_cards.as_ref().and_then(|old| old.replaced_card(y, sealed.manifest().set));
        old.map_or(Ok(()), Err)
    }

    fn share(&self, x: u8) -> Result<&Share, CeremonyError> {
        let cards = self.sealed().manifest().quorum.cards();
        let share = self.sealed().shares().iter().find(|share| share.x == x);
        share.ok_or(CeremonyError::NoSuchNumber { number: x, cards })
    }

    /// Card `x` was printed, or copied, once more: what was read before was another piece of paper, and says
    /// nothing of this one.
    pub fn printed_again(&mut self, x: u8) {
        self.read.retain(|card| card.number() != x);
    }

    /// A whole reading takes the place of a spot check.
    fn accept(&mut self, share: Share) -> u8 {
        let x = share.x;
        self.read.retain(|card| card.number() != x);
        self.read.push(Card::Whole(share));
        x
    }

    /// The proof, once every card was read.
    ///
    /// # Errors
    /// [`CeremonyError::CardsMissing`] names those that were not.
    pub fn finish(&self) -> Result<CardsProven, CeremonyError> {
        let (all, read) = (self.sealed().shares().iter().map(|s| s.x), self.read());
        let cards: Vec<_> = all.filter(|x| !read.contains(x)).map(|x| self.sealed().card_name(x)).collect();
        let manifest = self.sealed().manifest();
        match cards.is_empty() {
            true => Ok(CardsProven {
                set: manifest.set,
                needed: manifest.quorum.needed(),
                cards: self.read.clone(),
            }),
            false => Err(CeremonyError::CardsMissing { cards }),
        }
    }
}

/// Three of 1 to 24, all different, each three as likely as any other.
fn positions() -> Result<[usize; ASKED], EntropyError> {
    const WORDS: u8 = 24;
    let mut drawn = Vec::with_capacity(ASKED);
    while drawn.len() < ASKED {
        let mut byte = [0u8];
        random(&mut byte)?;
        // The rest of the bytes would make the first words likelier.
        let position = usize::from(byte[0] % WORDS) + 1;
        if byte[0] < u8::MAX - u8::MAX % WORDS && !drawn.contains(&position) {
            drawn.push(position);
        }
    }
    drawn.sort_unstable();
    Ok([drawn[0], drawn[1], drawn[2]])
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;
    use std::time::SystemTime;

    use super::super::{Made, Meeting, PinChoice, Planned, Rehearser, Split};
    use super::*;
    use crate::machine::stick::folder::Mounted;
    use crate::plan::Plan;

    /// Takes the question into a file beside the bundle, and answers nothing.
    const ASKED: &str = "#!/bin/sh\nexec /bin/cat > \"$2.asked\"\n";

    /// What was read is what was printed, or it is not taken. So these readings are made up: if the computer's memory had
    /// a part in the rehearsal, nobody could tell.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test alone would not end")]
    fn a_rehearsal_is_asked_with_what_was_read_and_not_with_what_is_remembered() {
        let meeting = Meeting::new(Plan::new("Ada Lovelace <ada@example.org>").unwrap()).unwrap();
        let made = Made::make(&meeting, PinChoice::Generated, SystemTime::now(), &mut |_| ()).unwrap();
        let (split, planned) = (Split::of_new_key(made.plan().quorum), Planned { sticks: 1, sheets: 0 });
        let sealed = Sealed::seal(&made, split.unwrap(), planned, &mut |_| ()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (stick, program) = (Mounted::at(folder.path()), folder.path().join("asked"));
        let written = sealed.write(&stick, &mut |_| ()).unwrap();
        // Written by another process: what this one has open to be written, by chance in a child as well, nobody starts.
        let make = ["-c", "printf %s \"$1\" > \"$2\" && chmod 700 \"$2\"", "sh", ASKED];
        assert!(Command::new("sh").args(make).arg(&program).status().unwrap().success());
        let read = |x: u8| {
            let printed = sealed.shares().iter().find(|share| share.x == x).unwrap();
            Share { y: Zeroizing::new([x; 32]), ..printed.clone() }
        };
        let [third, first] = [3, 1].map(read);
        let manifest = sealed.manifest();
        let (set, needed) = (manifest.set, manifest.quorum.needed());
        let rehearser = Rehearser::new(&program);
        for (cards, asked) in [
            (
                vec![Card::Whole(third.clone()), Card::SpotChecked(2), Card::Whole(first.clone())],
                [third.clone(), first],
            ),
            (vec![Card::SpotChecked(2), Card::Whole(third.clone())], [third, sealed.shares()[0].clone()]),
        ] {
            let proven = CardsProven { set, needed, cards };
            let bundle = (&written, &stick);
            let refused = match proven.how().is_from_paper() {
                true => rehearser.rehearse(&made, &sealed, &proven, bundle, &mut |_| ()).map(drop),
                false => {
                    rehearser.rehearse_as_printed(&made, &sealed, &proven, bundle, &mut |_| ()).map(drop)
                }
            };
            assert!(matches!(refused, Err(CeremonyError::Rehearsal(_))), "{refused:?}");
            let file = folder.path().join(format!("{}.asked", written.folder));
            let question = fs::read_to_string(&file).unwrap();
            let lines: Vec<_> = asked.iter().map(|share| share.to_text().to_string()).collect();
            assert!(question.lines().skip(1).eq(lines), "it was asked with other shares");
            fs::remove_file(file).unwrap();
        }
    }
}
