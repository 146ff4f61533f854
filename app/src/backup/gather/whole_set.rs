//! k cards that opened a backup give all others of their set: they are points of one polynomial.

use zeroize::Zeroizing;

use super::super::field::{add_scaled, weights};
use super::super::search::{Number, Share32, in_bytes};
use super::super::{BackupKey, CardsId, Share, id_of_cards};
use super::error::GatherError;
use super::gathering::Gathering;
use super::held::Joined;
use crate::plan::Quorum;

/// So many ways of numbering typed cards are tried: they take no time that anybody notices.
const MOST_WAYS: u32 = 1 << 14;

/// All shares of a set.
pub struct WholeSet {
    /// In the order of their numbers.
    pub shares: Vec<Share>,
    /// The numbers of those that were read, in the order in which they were.
    pub read: Vec<u8>,
}

impl std::fmt::Debug for WholeSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WholeSet({} shares, read {:?})", self.shares.len(), self.read)
    }
}

impl Gathering {
    /// All shares of the set, once the backup is open; k and n are what it says of itself, and `listed` is what it says
    /// of all its cards. Typed numbers are not believed: other numbers may give the same backup key, and other cards.
    ///
    /// # Errors
    /// [`GatherError::TooFew`] before the backup is open; [`GatherError::NumbersNeeded`] if nothing tells which cards
    /// were typed.
    pub fn whole_set(&self, quorum: Quorum, listed: Option<CardsId>) -> Result<WholeSet, GatherError> {
        let needed = quorum.needed();
        let joined = self.joined.as_ref().ok_or(GatherError::TooFew { missing: needed, needed })?;
        let numbers_needed = || GatherError::NumbersNeeded(self.cards());
        let read = self.those_read(joined).ok_or_else(numbers_needed)?;
        let mut numbering = Numbering {
            key: &joined.key,
            quorum,
            listed,
            ys: read.iter().map(|(.., y)| y).collect(),
            numbers: Vec::new(),
            ways: 0,
        };
        let first: Vec<u8> = read.iter().map(|(_, x, _)| *x).collect();
        let fixed: Vec<Option<u8>> = read.iter().map(|(fixed, ..)| *fixed).collect();
        let shares = match listed {
            // Nothing says which they are but what was read.
            None => numbering.shares(&first).filter(|_| fixed.iter().all(Option::is_some)),
            Some(_) => numbering.shares(&first).or_else(|| numbering.search(&fixed)),
        };
        let shares = shares.ok_or_else(numbers_needed)?;
        let is_at = |y: &Share32| shares.iter().find(|share| share.y == in_bytes(y)).map(|share| share.x);
        let read = read.iter().filter_map(|(.., y)| is_at(y)).collect();
        Ok(WholeSet { shares, read })
    }

    /// Of each card that gave the key the number, if it was not typed; the number with which it did; and what it says.
    fn those_read(&self, joined: &Joined) -> Option<Vec<(Option<u8>, u8, Share32)>> {
        let card = |(place, x, reading): &(usize, u8, usize)| {
            let piece = &self.held.get(*place)?.piece;
            // Of what was misread only what it says is kept.
            let y = piece.readings.get(*reading).or(piece.readings.first())?;
            let fixed = match piece.number {
                Number::Certain(x) => Some(x),
                Number::Typed(_) | Number::Unknown => None,
            };
            Some((fixed, *x, y.clone()))
        };
        joined.cards.iter().map(card).collect()
    }
}

/// Which numbers cards have that give the key.
struct Numbering<'a> {
    key: &'a BackupKey,
    quorum: Quorum,
    listed: Option<CardsId>,
    ys: Vec<&'a Share32>,
    numbers: Vec<u8>,
    ways: u32,
}

impl Numbering<'_> {
    /// Each number for each card of which none is certain, one after the other.
    fn search(&mut self, fixed: &[Option<u8>]) -> Option<Vec<Share>> {
        let at = self.numbers.len();
        let Some(known) = fixed.get(at) else {
            self.ways += 1;
            let numbers = self.numbers.clone();
            return self.shares(&numbers).filter(|_| self.ways <= MOST_WAYS);
        };
        for x in 1..=self.quorum.cards() {
            let is_free =
                !self.numbers.contains(&x) && !fixed.iter().skip(at + 1).any(|later| *later == Some(x));
            if self.ways > MOST_WAYS || !is_free || known.is_some_and(|known| known != x) {
                continue;
            }
            self.numbers.push(x);
            let found = self.search(fixed);
            self.numbers.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// All shares, if the cards with these numbers give the key and those that are listed.
    fn shares(&self, numbers: &[u8]) -> Option<Vec<Share>> {
        if *self.at(0, numbers) != *self.key.0 {
            return None;
        }
        let (set, quorum) = (self.key.set(), self.quorum);
        let share = |x| Share { set, quorum, x, y: self.at(x, numbers) };
        let shares: Vec<Share> = (1..=quorum.cards()).map(share).collect();
        let is_listed = self.listed.is_none_or(|listed| listed == id_of(&shares));
        is_listed.then_some(shares)
    }

    fn at(&self, x: u8, numbers: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut sum: Share32 = Zeroizing::new([0; 4]);
        for (y, weight) in self.ys.iter().zip(weights(x, numbers)) {
            add_scaled(&mut sum, weight, y);
        }
        in_bytes(&sum)
    }
}

fn id_of(shares: &[Share]) -> CardsId {
    id_of_cards(shares.iter().map(Share::hash))
}

#[cfg(test)]
mod tests {
    use super::super::super::split;
    use super::*;

    fn opened(key: &BackupKey, take: impl FnOnce(&mut Gathering)) -> Gathering {
        let mut gathering = Gathering::of_set(key.set());
        take(&mut gathering);
        let joined = gathering.open(&mut |found| found.0 == key.0, &mut |_| true).unwrap();
        assert_eq!(joined.0, key.0);
        gathering
    }

    fn numbered(numbers: [Option<u8>; 3]) -> (Result<WholeSet, GatherError>, Vec<Share>) {
        let key = BackupKey::generate().unwrap();
        let quorum = Quorum::new(3, 5).unwrap();
        let shares = split(&key, quorum);
        let gathering = opened(&key, |gathering| {
            for (share, number) in shares.iter().zip(numbers) {
                gathering.add_candidates(number, Some(quorum), [&*share.y], []).unwrap();
            }
        });
        (gathering.whole_set(quorum, Some(id_of(&shares))), shares)
    }

    #[test]
    fn k_cards_give_all_of_their_set() {
        for (k, n) in [(2, 2), (2, 16), (3, 5), (8, 16), (16, 16)] {
            let key = BackupKey::generate().unwrap();
            let quorum = Quorum::new(k, n).unwrap();
            let shares = split(&key, quorum);
            let gathering = opened(&key, |gathering| {
                for share in shares.iter().rev().take(quorum.needed().into()) {
                    gathering.add(share.clone()).unwrap();
                }
            });
            for listed in [None, Some(id_of(&shares))] {
                let all = gathering.whole_set(quorum, listed).unwrap();
                assert!(all.shares == shares, "{k} of {n}");
                let read: Vec<u8> = shares.iter().rev().take(quorum.needed().into()).map(|s| s.x).collect();
                assert_eq!(all.read, read);
            }
            let other = gathering.whole_set(quorum, Some([0; 8])).unwrap_err();
            assert!(matches!(other, GatherError::NumbersNeeded(_)), "{other}");
        }
    }

    /// Cards 1, 2 and 3 give the same backup key if they are taken for 3, 2 and 1; but the cards 4 and 5 of that set
    /// would be others.
    #[test]
    fn typed_numbers_that_give_the_same_key_do_not_give_other_cards() {
        for numbers in [[Some(3), Some(2), Some(1)], [Some(2), Some(3), Some(1)], [None; 3]] {
            let (all, shares) = numbered(numbers);
            assert!(all.unwrap().shares == shares, "{numbers:?}");
        }
    }

    #[test]
    fn typed_numbers_alone_do_not_say_which_cards_there_are() {
        let key = BackupKey::generate().unwrap();
        let quorum = Quorum::new(2, 3).unwrap();
        let shares = split(&key, quorum);
        let gathering = opened(&key, |gathering| {
            gathering.add(shares[0].clone()).unwrap();
            gathering.add_candidates(Some(2), Some(quorum), [&*shares[1].y], []).unwrap();
        });
        let unsure = gathering.whole_set(quorum, None).unwrap_err();
        assert!(matches!(unsure, GatherError::NumbersNeeded(_)), "{unsure}");
        assert!(gathering.whole_set(quorum, Some(id_of(&shares))).unwrap().shares == shares);
    }
}
