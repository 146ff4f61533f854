//! The codes of a backup sheet that have come so far, and the sealed backup that they give.
//!
//! Whoever forges codes has them name this backup, and makes their checks fit; and he may print more of them than there
//! are true ones. So no code that names it is turned away, and none keeps another one out: where two have one number,
//! both are kept, and those that are cut otherwise stand for themselves. What they give when they are joined decides.

use std::collections::{BTreeMap, BTreeSet};

use super::decoding::{Points, Work};
use super::field::Polynomial;
use super::parts::{BackupPart, PLACES, PartError, Sealing};

/// So much is done at the most to find forged codes, in products of bytes: about a second's work. One forged code of the
/// largest sheet, whichever eight others are lost, takes no more.
const WORK: usize = 1 << 29;
/// What choosing some codes costs, besides a look at each of those that are there.
const CHOSEN: usize = 256;
/// So many backups are found at the most that begin as the codes name it: whoever makes one computes a week for it, or
/// an hour.
const OTHERS: usize = 8;
/// So many codes are kept: several times as many as a sheet has.
const MOST: usize = 1024;

/// The codes that have come so far: all name one sealed backup.
#[derive(Debug, Clone, Default)]
pub struct Collector {
    /// Of each number the one that came first, in this order.
    first: Vec<BackupPart>,
    /// Of each number the one that came last, in this order: so enough true ones, one after the other, stand at the end,
    /// whatever came before.
    last: Vec<BackupPart>,
}

/// How a sealed backup was cut: m, its length, and that of a chunk.
type Cut = (u8, usize, usize);

impl Collector {
    /// Takes one code, in any order; the same one twice does no harm. Returns how many more are needed.
    ///
    /// # Errors
    /// [`PartError`]; what was there before stays. Of [`PartError::Different`] the code is there as well.
    pub fn add(&mut self, part: BackupPart) -> Result<usize, PartError> {
        self.last.last().map_or(Ok(()), |there| part.names(there.sealing))?;
        let is_there = |there: &BackupPart| (there.cut(), there.number) == (part.cut(), part.number);
        let before = self.last.iter().position(is_there).map(|at| self.last.remove(at));
        let fits = match &before {
            Some(before) => *before == part,
            None => self.last.is_empty() || self.last.iter().any(|there| there.cut() == part.cut()),
        };
        if self.first.len() < MOST && !self.first.iter().any(is_there) {
            self.first.push(part.clone());
        }
        if self.last.len() == MOST {
            self.last.remove(0);
        }
        let different = PartError::Different { number: part.number, set: part.sealing.set };
        self.last.push(part);
        if fits { Ok(self.missing()) } else { Err(different) }
    }

    /// What they are a part of, once there is one.
    pub fn sealing(&self) -> Option<Sealing> {
        self.last.last().map(|part| part.sealing)
    }

    /// How many are there, of those that are cut as the last one is.
    pub fn there(&self) -> usize {
        let cut = self.last.last().map(BackupPart::cut);
        self.last.iter().filter(|part| Some(part.cut()) == cut).count()
    }

    /// How many of them are needed together; 0 while there is none.
    pub fn needed(&self) -> usize {
        self.last.last().map_or(0, |part| part.needed.into())
    }

    /// How many more are needed, any. 0: enough.
    pub fn missing(&self) -> usize {
        self.needed().saturating_sub(self.there())
    }

    /// The numbers of those that are none of this sealed backup's, though they name it: they are forged; and whether a
    /// true one with that number is there as well. How it was cut into chunks the codes say themselves: another version,
    /// or another program, may have cut it otherwise.
    pub fn forged(&self, sealed: &[u8]) -> BTreeMap<u8, bool> {
        let is_named =
            self.sealing().is_some_and(|there| there == Sealing::of(there.set, there.number, sealed));
        let (mut forged, mut genuine) = (BTreeSet::new(), BTreeSet::new());
        for cut @ (needed, length, chunk) in self.cuts() {
            let parts = self.first.iter().chain(&self.last).filter(|part| part.cut() == cut);
            // Nothing has to be computed to see that they are none of its codes.
            if !is_named || length != sealed.len() {
                forged.extend(parts.map(|part| part.number));
                continue;
            }
            let mut padded = sealed.to_vec();
            padded.resize(chunk * usize::from(needed), 0);
            let points: Vec<(u8, &[u8])> = (1..=needed).zip(padded.chunks(chunk.max(1))).collect();
            let polynomial = Polynomial::through(&points);
            let mut expected = BTreeMap::new();
            for BackupPart { number, bytes, .. } in parts {
                let expected = expected.entry(*number).or_insert_with(|| polynomial.at(*number));
                let numbers = if bytes == expected { &mut genuine } else { &mut forged };
                numbers.insert(*number);
            }
        }
        forged.into_iter().map(|number| (number, genuine.contains(&number))).collect()
    }

    /// The sealed backup. If there are more codes than needed, some of them may be forgeries: what most of them lie on
    /// is found at once. Then a page is left out in turn, then each code, then each two, as far as that takes no time that
    /// anybody notices.
    ///
    /// # Errors
    /// [`PartError::TooFew`], [`PartError::Unfit`]; the codes stay.
    pub fn join(&self) -> Result<Vec<u8>, PartError> {
        self.join_within(WORK)
    }

    fn join_within(&self, work: usize) -> Result<Vec<u8>, PartError> {
        let mut found = None;
        let ended = self.search(work, &mut |sealed| {
            found = Some(sealed);
            false
        });
        found.ok_or(ended)
    }

    /// What else they give that begins as they name it: a code can be made so that it, too, gives something that does.
    pub fn others(&self, known: &[u8]) -> Vec<Vec<u8>> {
        let mut others: Vec<Vec<u8>> = Vec::new();
        self.search(WORK, &mut |sealed| {
            if sealed != known && !others.contains(&sealed) {
                others.push(sealed);
            }
            others.len() < OTHERS
        });
        others
    }

    /// Hands over whatever they give and name, until `false` comes back; or says why no more came.
    fn search(&self, work: usize, takes: &mut dyn FnMut(Vec<u8>) -> bool) -> PartError {
        let sheets = self.sheets();
        let Some(sealing) = self.sealing().filter(|_| !sheets.is_empty()) else {
            return PartError::TooFew { missing: self.missing().max(1) };
        };
        let unfit = PartError::Unfit(self.there());
        let mut work = Work(work);
        let mut searches = Vec::with_capacity(sheets.len());
        for sheet in &sheets {
            let points = sheet.iter().map(|part| (part.number, &part.bytes[..])).collect();
            let needed = sheet.first().map_or(0, |part| usize::from(part.needed));
            searches.push((sheet, Points::new(points, needed, &mut work), choices(sheet, needed)));
        }
        // Each in turn: none of them takes all the time.
        while !searches.is_empty() {
            let mut unfinished = Vec::with_capacity(searches.len());
            for (sheet, points, mut ways) in searches {
                let Some(chosen) = ways.next() else { continue };
                if work.takes(CHOSEN + self.last.len()).is_none() {
                    return unfit;
                }
                if let Some(places) = points.on_one(chosen, &mut work) {
                    let kept = kept(sheet, places);
                    if work.takes(cost(&kept)).is_none() {
                        return unfit;
                    }
                    let sealed = joined(&kept);
                    let is_named = Sealing::of(sealing.set, sealing.number, &sealed) == sealing;
                    if is_named && !takes(sealed) {
                        return unfit;
                    }
                }
                if work.is_over() {
                    return unfit;
                }
                unfinished.push((sheet, points, ways));
            }
            searches = unfinished;
        }
        unfit
    }

    /// Each way in which they are cut.
    fn cuts(&self) -> BTreeSet<Cut> {
        self.first.iter().chain(&self.last).map(BackupPart::cut).collect()
    }

    /// Those that are enough: those that came first in the order in which they came, and the last ones backwards.
    fn sheets(&self) -> Vec<Vec<&BackupPart>> {
        let mut sheets = Vec::new();
        for cut in self.cuts() {
            let is_cut_so = |part: &&BackupPart| part.cut() == cut;
            sheets.push(self.first.iter().filter(is_cut_so).collect::<Vec<_>>());
            sheets.push(self.last.iter().rev().filter(is_cut_so).collect());
        }
        sheets.retain(|sheet| sheet.first().is_some_and(|part| sheet.len() >= usize::from(part.needed)));
        sheets
    }
}

/// As many of these codes as are needed: first those that are chunks and need not be computed.
fn kept<'a>(sheet: &[&'a BackupPart], places: Vec<usize>) -> Vec<&'a BackupPart> {
    let mut kept: Vec<&BackupPart> =
        places.into_iter().filter_map(|place| sheet.get(place).copied()).collect();
    kept.sort_by_key(|part| part.number);
    kept.truncate(kept.first().map_or(0, |part| part.needed.into()));
    kept
}

/// What it costs to join these: the distances of all points, and a sum of their bytes for each chunk that is not there,
/// which is begun for each of them; and all of it is copied, and hashed.
fn cost(kept: &[&BackupPart]) -> usize {
    const BEGUN: usize = 16;
    let (needed, chunk) = (kept.len(), kept.first().map_or(0, |part| part.bytes.len()));
    let missing = kept.iter().filter(|part| usize::from(part.number) > needed).count();
    needed * needed + missing * needed * (chunk + BEGUN) + needed * chunk
}

/// Which places of a sheet are tried, others each time, and always as many as are needed: all, and fewer of those that
/// came last; all without a page; and then without each one, each two, and so on, of those that came first.
fn choices<'a>(sheet: &'a [&'a BackupPart], needed: usize) -> impl Iterator<Item = Vec<usize>> + use<'a> {
    let all = sheet.len();
    let page = |part: &BackupPart| (usize::from(part.number) - 1) / PLACES;
    let pages: BTreeSet<usize> = sheet.iter().map(|part| page(part)).collect();
    let without_page = move |without: usize| {
        let is_left = |(_, part): &(usize, &&BackupPart)| page(part) != without;
        sheet.iter().enumerate().filter(is_left).map(|(place, _)| place).collect::<Vec<_>>()
    };
    let of_first = move |count: usize| {
        (needed + count..=all).rev().flat_map(move |first| {
            // The last of these is always one of those that are tried.
            of(first - 1, count)
                .map(move |out| (0..first).filter(|place| !out.contains(place)).collect::<Vec<_>>())
        })
    };
    let fewer = (needed..=all).rev().map(|first| (0..first).collect::<Vec<_>>());
    let without_pages = pages.into_iter().map(without_page).filter(move |places| places.len() >= needed);
    fewer.chain(without_pages).chain((1..=all - needed.min(all)).flat_map(of_first))
}

/// All ways to choose so many of so many.
fn of(all: usize, count: usize) -> impl Iterator<Item = Vec<usize>> {
    let first = (count <= all).then(|| (0..count).collect::<Vec<_>>());
    std::iter::successors(first, move |chosen| {
        let at = (0..count).rev().find(|at| chosen[*at] < all - count + at)?;
        let from = chosen[at] + 1;
        Some(chosen[..at].iter().copied().chain(from..from + count - at).collect())
    })
}

/// All chunks, from as many points as are needed.
fn joined(kept: &[&BackupPart]) -> Vec<u8> {
    let Some(BackupPart { needed, length, bytes, .. }) = kept.first() else { return Vec::new() };
    let points: Vec<(u8, &[u8])> = kept.iter().map(|part| (part.number, &part.bytes[..])).collect();
    let polynomial = Polynomial::through(&points);
    let mut sealed = Vec::with_capacity(bytes.len() * usize::from(*needed));
    (1..=*needed).for_each(|number| sealed.extend(polynomial.at(number)));
    sealed.truncate(*length);
    sealed
}

impl BackupPart {
    fn cut(&self) -> Cut {
        (self.needed, self.length, self.bytes.len())
    }

    /// Whether this is the sealed backup that it names.
    fn names(&self, expected: Sealing) -> Result<(), PartError> {
        let (number, found) = (self.number, self.sealing);
        if found.set != expected.set {
            return Err(PartError::OtherSet { number, found: found.set, expected: expected.set });
        }
        if found.number != expected.number {
            return Err(PartError::OtherSealing { number, found: found.number, expected: expected.number });
        }
        if found.id != expected.id {
            return Err(PartError::OtherBackup { number, found: found.id, expected: expected.id });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
