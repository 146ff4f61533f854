//! The cards are joined: whichever of them fit together, and what the others are then.

use std::cell::Cell;

use super::error::{Cards, GatherError};
use super::gathering::Gathering;
use super::held::{Fit, Held, Joined, MOST};
use crate::backup::search::{End, Hit, Number, Piece, Search, TRIES};
use crate::backup::{BackupKey, SetId};
use crate::plan::Quorum;

/// The highest number that a typed card can have.
const HIGHEST: u8 = 16;
/// After so many tries it is no longer certain that what has the set's 4 bytes is its key: with fewer it comes once in
/// a million times.
const BY_CHANCE: u32 = 1 << 12;
/// So many tries take no time that anybody notices.
const AT_ONCE: u32 = 1 << 14;

impl Gathering {
    /// The backup key, for who has no sealed backup to ask: nothing but the set tells that it is the right one.
    ///
    /// # Errors
    /// [`GatherError`]; the shares stay.
    pub fn join(&mut self) -> Result<BackupKey, GatherError> {
        self.open(&mut |_| true, &mut |_| true)
    }

    /// The backup key that opens the sealed backup, whichever of the cards give it. `tell` hears how many tries there
    /// were, and may say `false`: stop.
    ///
    /// # Errors
    /// [`GatherError`]; the shares stay.
    pub fn open(
        &mut self,
        opens: &mut dyn FnMut(&BackupKey) -> bool,
        tell: &mut dyn FnMut(u32) -> bool,
    ) -> Result<BackupKey, GatherError> {
        let missing = self.missing();
        let needed = self.quorum().map_or(2, Quorum::needed);
        let set = self.set.filter(|_| self.can_be_tried());
        let set = set.ok_or(GatherError::TooFew { missing: missing.max(1), needed })?;
        let mut found = Found::new(self.held.len());
        let mut tries = 0;
        // As they were typed first: what else is tried may be more than the bound allows.
        let mut end = End::Tried;
        if self.held.len() == needed.into() {
            end = self.round(&Round::as_typed(self, set), &mut tries, &mut found, opens, tell);
        }
        if found.right.is_none() && end != End::Stopped {
            end = self.round(&Round::of_all(self, set), &mut tries, &mut found, opens, tell);
        }
        let Found { right, cards, strange, fits, is_two, .. } = found;
        if is_two {
            return Err(GatherError::TwoKeys);
        }
        if let Some(key) = right {
            let is_sure = matches!(end, End::Tried | End::Enough);
            self.joined = Some(Joined { key: key.clone(), cards, fits, is_sure });
            return Ok(key);
        }
        let cards = self.cards();
        let fitted = strange.into_iter().find(|hit| hit.tries <= BY_CHANCE);
        let open = |held: &&Held| held.piece.number == Number::Unknown || held.piece.readings.len() > 1;
        Err(match (end, fitted) {
            (End::Stopped, _) => GatherError::Stopped,
            (_, Some(hit)) => GatherError::NotThisBackup { cards: Cards(hit.numbers()), set },
            (End::Bound, None) => {
                let typed = |held: &&Held| !held.is_certain();
                let numbers =
                    |is: &dyn Fn(&&Held) -> bool| self.held.iter().filter(is).map(Held::number).collect();
                let many: Vec<_> = numbers(&open);
                GatherError::NumbersNeeded(Cards(if many.is_empty() { numbers(&typed) } else { many }))
            }
            _ if self.manifest.is_some() => GatherError::ListUnfit { cards, set },
            _ => {
                let more = self.quorum().is_none_or(|quorum| self.held.len() < quorum.cards().into());
                GatherError::Unfit { cards, set, more }
            }
        })
    }

    /// Tries them; and if nothing comes of it, what the typed ones say if a word of one of them was misread: the others
    /// find what it most likely says.
    fn round(
        &mut self,
        round: &Round,
        tries: &mut u32,
        found: &mut Found,
        opens: &mut dyn FnMut(&BackupKey) -> bool,
        tell: &mut dyn FnMut(u32) -> bool,
    ) -> End {
        let (known, enough) = (Cell::new(0), Cell::new(usize::MAX));
        let mut at_hit = |hit: Hit| found.takes(hit, opens, &known, &enough);
        let mut end = round.search(&self.held, round.cards, &known, &enough, tries, &mut at_hit, tell);
        for at in 0..self.held.len() {
            if end != End::Tried || found.is_something() || self.held[at].near.is_empty() {
                continue;
            }
            let near = self.held[at].near.clone();
            let typed = std::mem::replace(&mut self.held[at].piece.readings, near);
            let known = Cell::new(!(1 << at));
            let mut at_hit = |hit: Hit| found.takes(hit, opens, &Cell::new(0), &enough);
            let cards = (round.cards.0, round.cards.0);
            end = round.search(&self.held, cards, &known, &enough, tries, &mut at_hit, tell);
            let reading = found.readings.get(at).copied().flatten();
            let reading = reading.and_then(|reading| self.held[at].piece.readings.get(reading).cloned());
            let (readings, misread) = match reading {
                Some(reading) => (vec![reading], Some(typed)),
                None => (typed, None),
            };
            (self.held[at].piece.readings, self.held[at].misread) = (readings, misread);
        }
        end
    }

    /// Whether one more card, the last one, fits to the key that was found.
    pub(super) fn fits(&self, key: &BackupKey) -> Fit {
        let round = Round { most: AT_ONCE, ..Round::of_all(self, key.set()) };
        let last = self.held.len().saturating_sub(1);
        let (known, enough) = (Cell::new(!(1 << last)), Cell::new(usize::MAX));
        let mut fit = None;
        let at_hit = &mut |hit: Hit| {
            let number = hit.cards.iter().find(|(place, ..)| *place == last);
            fit = number.filter(|_| is_same(key, &hit.key)).map(|(_, x, _)| *x);
            fit.is_none()
        };
        let end = round.search(&self.held, round.cards, &known, &enough, &mut 0, at_hit, &mut |_| true);
        match (end, fit) {
            (_, Some(x)) => Fit::With(x),
            (End::Tried, None) => Fit::Not,
            _ => Fit::Unknown,
        }
    }

    /// How many cards may be needed, the likeliest first. Any that are right and more than needed do as well.
    fn sizes(&self) -> Vec<usize> {
        let claims =
            self.manifest.iter().map(|m| m.quorum).chain(self.claims(true)).chain(self.claims(false));
        let claims = claims.map(|quorum| usize::from(quorum.needed()));
        let mut sizes = Vec::with_capacity(MOST);
        for size in claims.chain((2..=self.held.len()).rev()) {
            if size <= self.held.len() && !sizes.contains(&size) {
                sizes.push(size);
            }
        }
        sizes
    }

    /// n as it was said, and as it may be.
    fn highest(&self) -> (u8, u8) {
        if let Some(manifest) = &self.manifest {
            return (manifest.quorum.cards(), manifest.quorum.cards());
        }
        let said = self.held.iter().filter_map(|held| held.quorum).map(Quorum::cards).max();
        (said.unwrap_or(HIGHEST), HIGHEST)
    }
}

/// What is tried in a round.
struct Round {
    set: SetId,
    sizes: Vec<usize>,
    cards: (u8, u8),
    wrong: usize,
    most: u32,
}

impl Round {
    /// All of them, with the numbers that were typed.
    fn as_typed(gathering: &Gathering, set: SetId) -> Self {
        let (said, _) = gathering.highest();
        Round { set, sizes: vec![gathering.held.len()], cards: (said, said), wrong: 0, most: AT_ONCE }
    }

    /// Whichever of them, with whatever numbers.
    fn of_all(gathering: &Gathering, set: SetId) -> Self {
        let (sizes, cards) = (gathering.sizes(), gathering.highest());
        Round { set, sizes, cards, wrong: usize::MAX, most: TRIES }
    }

    #[allow(clippy::too_many_arguments)]
    fn search(
        &self,
        held: &[Held],
        cards: (u8, u8),
        known: &Cell<u32>,
        enough: &Cell<usize>,
        tries: &mut u32,
        at_hit: &mut dyn FnMut(Hit) -> bool,
        tell: &mut dyn FnMut(u32) -> bool,
    ) -> End {
        let pieces: Vec<&Piece> = held.iter().map(|held| &held.piece).collect();
        let (set, sizes, wrong) = (self.set, &self.sizes[..], self.wrong);
        let (tried, most) = (*tries, self.most);
        let mut search = Search {
            set,
            pieces: &pieces,
            sizes,
            cards,
            wrong,
            known,
            enough,
            at_hit,
            tell,
            tries: tried,
            most,
        };
        let end = search.run();
        *tries = search.tries;
        end
    }
}

/// What a search found.
struct Found {
    right: Option<BackupKey>,
    /// The cards that gave it first.
    cards: Vec<(usize, u8, usize)>,
    /// What has the set, and does not open.
    strange: Vec<Hit>,
    /// Of each card the number and the reading with which it is one of those that give the key. A forger may have made
    /// some that give it too: so whatever gives it together with others fits, and only what never does does not.
    fits: Vec<Option<u8>>,
    readings: Vec<Option<usize>>,
    is_two: bool,
}

impl Found {
    fn new(cards: usize) -> Self {
        Found {
            right: None,
            cards: Vec::new(),
            strange: Vec::new(),
            fits: vec![None; cards],
            readings: vec![None; cards],
            is_two: false,
        }
    }

    fn is_something(&self) -> bool {
        self.right.is_some() || !self.strange.is_empty()
    }

    /// Takes a hit; `false`: nothing more is to be found.
    fn takes(
        &mut self,
        hit: Hit,
        opens: &mut dyn FnMut(&BackupKey) -> bool,
        known: &Cell<u32>,
        enough: &Cell<usize>,
    ) -> bool {
        if self.strange.iter().any(|other| is_same(&other.key, &hit.key)) {
            return true;
        }
        if !self.right.as_ref().is_some_and(|right| is_same(right, &hit.key)) {
            if !opens(&hit.key) {
                self.strange.push(hit);
                return true;
            }
            self.is_two = self.right.is_some();
            if self.is_two {
                return false;
            }
        }
        known.set(known.get() | hit.mask());
        enough.set(enough.get().min(hit.cards.len()));
        for (place, x, reading) in &hit.cards {
            if let (Some(fit), Some(read)) = (self.fits.get_mut(*place), self.readings.get_mut(*place)) {
                fit.get_or_insert(*x);
                read.get_or_insert(*reading);
            }
        }
        if self.right.is_none() {
            (self.right, self.cards) = (Some(hit.key), hit.cards);
        }
        self.fits.iter().any(Option::is_none)
    }
}

fn is_same(a: &BackupKey, b: &BackupKey) -> bool {
    openssl::memcmp::eq(&a.0[..], &b.0[..])
}
