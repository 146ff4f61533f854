//! Which codes lie on one polynomial, where some of them are forged: Reed-Solomon decoding over the field of the shares.
//! Whatever number of codes there is beyond those that are needed, half as many forged ones are found at once.
//!
//! With the weights vᵢ = 1 / Πⱼ (i + j), j being the numbers of all other codes, the sum of vᵢ · iˡ · (byte of code i) is
//! 0 for each l below the number of spare codes, if all lie on one polynomial. What it is otherwise tells where those
//! stand that do not (Berlekamp and Massey).

use super::field::{over, times};

/// So many of these sums are computed at the most: half as many forged codes are found.
const MOST: usize = 32;

/// One product here takes as long as so many in a row of bytes.
pub(super) const EACH: usize = 4;

/// What may still be done, in products of a row of bytes.
pub(super) struct Work(pub(super) usize);

impl Work {
    /// `None`: that is more than is left.
    pub(super) fn takes(&mut self, products: usize) -> Option<()> {
        let left = self.0.checked_sub(products);
        self.0 = left.unwrap_or(0);
        left.map(drop)
    }

    pub(super) fn is_over(&self) -> bool {
        self.0 == 0
    }
}

/// Codes of one sheet: their numbers differ, and their bytes are equally many.
pub(super) struct Points<'a> {
    points: Vec<(u8, &'a [u8])>,
    needed: usize,
    /// At these of their bytes they do not all lie on one polynomial.
    at: Vec<usize>,
}

impl<'a> Points<'a> {
    pub(super) fn new(points: Vec<(u8, &'a [u8])>, needed: usize, work: &mut Work) -> Self {
        let mut all = Points { points, needed, at: Vec::new() };
        let places: Vec<usize> = (0..all.points.len()).collect();
        let bytes = all.points.first().map_or(0, |(_, bytes)| bytes.len());
        if work.takes(weigh(places.len()) + sum_up(places.len(), all.spare(&places), bytes)).is_some() {
            all.at = all.off(&places, bytes);
        }
        all
    }

    /// At which bytes one of the sums is not 0: of each sum all bytes at once.
    fn off(&self, places: &[usize], bytes: usize) -> Vec<usize> {
        let (mut factors, mut is_off) = (self.weights(places), vec![false; bytes]);
        for _ in 0..self.spare(places) {
            let mut sums = vec![0; bytes];
            for (place, factor) in places.iter().zip(&mut factors) {
                let (number, bytes) = self.points[*place];
                sums.iter_mut().zip(bytes).for_each(|(sum, byte)| *sum ^= times(*factor, *byte));
                *factor = times(*factor, number);
            }
            is_off.iter_mut().zip(&sums).for_each(|(is_off, sum)| *is_off |= *sum != 0);
        }
        (0..bytes).filter(|at| is_off[*at]).collect()
    }

    /// Which of these lie on one polynomial, if not too many do not. Of no more than are needed nobody can tell: all do.
    pub(super) fn on_one(&self, mut places: Vec<usize>, work: &mut Work) -> Option<Vec<usize>> {
        work.takes(weigh(places.len()))?;
        let mut weights = self.weights(&places);
        for at in &self.at {
            let spare = self.spare(&places);
            if spare == 0 {
                break;
            }
            work.takes(look(places.len(), spare))?;
            let sums = self.sums(&places, &weights, *at);
            if sums.iter().all(|sum| *sum == 0) {
                continue;
            }
            work.takes(locate(places.len(), spare))?;
            let locator = locator(&sums)?;
            let is_off = |place: &usize| {
                let (number, _) = self.points[*place];
                locator.iter().fold(0, |value, factor| times(value, number) ^ factor) == 0
            };
            let (off, left): (Vec<usize>, Vec<usize>) = places.iter().copied().partition(is_off);
            if off.len() != locator.len() - 1 {
                return None;
            }
            work.takes(take_out(places.len(), off.len()))?;
            weights = self.without(&places, &weights, &off);
            places = left;
        }
        Some(places)
    }

    /// What those weigh that are left.
    fn without(&self, places: &[usize], weights: &[u8], off: &[usize]) -> Vec<u8> {
        let distance = |place: &usize, other: &usize| self.points[*place].0 ^ self.points[*other].0;
        let left = places.iter().zip(weights).filter(|(place, _)| !off.contains(place));
        left.map(|(place, weight)| off.iter().fold(*weight, |all, off| times(all, distance(place, off))))
            .collect()
    }

    fn spare(&self, places: &[usize]) -> usize {
        places.len().saturating_sub(self.needed).min(MOST)
    }

    fn weights(&self, places: &[usize]) -> Vec<u8> {
        let number = |place: &usize| self.points[*place].0;
        let weight = |place: &usize| {
            let others = places.iter().filter(|other| *other != place);
            over(1, others.fold(1, |product, other| times(product, number(place) ^ number(other))))
        };
        places.iter().map(weight).collect()
    }

    fn sums(&self, places: &[usize], weights: &[u8], at: usize) -> Vec<u8> {
        let mut sums = vec![0; self.spare(places)];
        for (place, weight) in places.iter().zip(weights) {
            let (number, bytes) = self.points[*place];
            let mut product = times(*weight, bytes[at]);
            for sum in &mut sums {
                *sum ^= product;
                product = times(product, number);
            }
        }
        sums
    }
}

/// What it costs to weigh so many codes.
fn weigh(codes: usize) -> usize {
    EACH * codes * codes
}

/// To take so many out.
fn take_out(codes: usize, off: usize) -> usize {
    EACH * codes * off
}

/// To find out at which bytes they are off.
fn sum_up(codes: usize, spare: usize, bytes: usize) -> usize {
    codes * spare * (bytes + EACH)
}

/// To look at one byte of each of them.
fn look(codes: usize, spare: usize) -> usize {
    EACH * codes * (spare + 1)
}

/// To find out which of them are off at a byte.
fn locate(codes: usize, spare: usize) -> usize {
    let sums = spare + 1;
    EACH * (codes * sums + 2 * sums * sums)
}

/// What it costs at the most to find out, once, which of so many codes lie on one polynomial.
#[cfg(test)]
pub(super) fn most(codes: usize, needed: usize, bytes: usize) -> usize {
    let spare = codes.saturating_sub(needed).min(MOST);
    let once = 2 * weigh(codes) + sum_up(codes, spare, bytes) + bytes * look(codes, spare);
    // Whenever some are off, at least one is taken out, and no more than there are spare ones.
    once + (codes - needed) * (locate(codes, spare) + take_out(codes, 1))
}

/// The polynomial, highest power first, that is 0 at the numbers of those codes that make these sums; `None` if they are
/// more than half as many as the sums.
fn locator(sums: &[u8]) -> Option<Vec<u8>> {
    let (mut now, mut before) = (vec![1], vec![1]);
    let (mut degree, mut since, mut last) = (0, 1, 1);
    for at in 0..sums.len() {
        let off = now.iter().zip(sums[..=at].iter().rev()).fold(0, |off, (a, b)| off ^ times(*a, *b));
        if off == 0 {
            since += 1;
            continue;
        }
        let kept = now.clone();
        now.resize(now.len().max(before.len() + since), 0);
        for (to, from) in now.iter_mut().skip(since).zip(&before) {
            *to ^= times(over(off, last), *from);
        }
        if 2 * degree <= at {
            (degree, before, last, since) = (at + 1 - degree, kept, off, 1);
        } else {
            since += 1;
        }
    }
    now.resize(degree + 1, 0);
    (2 * degree <= sums.len()).then_some(now)
}

#[cfg(test)]
mod tests {
    use super::super::field::Polynomial;
    use super::*;

    /// As many codes as these, of which so many are needed.
    fn codes(needed: u8, all: u8) -> Vec<(u8, Vec<u8>)> {
        let chunks: Vec<Vec<u8>> = (1..=needed)
            .map(|i| (0..7u8).map(|at| i.wrapping_mul(91) ^ at.wrapping_mul(37)).collect())
            .collect();
        let points: Vec<(u8, &[u8])> = (1..=needed).zip(chunks.iter().map(Vec::as_slice)).collect();
        let polynomial = Polynomial::through(&points);
        (1..=all).map(|number| (number, polynomial.at(number))).collect()
    }

    /// Those that are found to lie on one polynomial, as numbers.
    fn found(codes: &[(u8, Vec<u8>)], needed: u8) -> Option<Vec<u8>> {
        let points: Vec<(u8, &[u8])> = codes.iter().map(|(number, bytes)| (*number, &bytes[..])).collect();
        let mut work = Work(1 << 29);
        let points = Points::new(points, needed.into(), &mut work);
        let places = points.on_one((0..codes.len()).collect(), &mut work)?;
        Some(places.into_iter().map(|place| codes[place].0).collect())
    }

    #[test]
    fn half_as_many_forged_codes_as_there_are_spare_ones_are_found_wherever_they_stand() {
        for (needed, all) in [(1, 9), (2, 9), (6, 9), (5, 9), (27, 36), (243, 252), (200, 255), (13, 27)] {
            let most = usize::from(all - needed).min(MOST) / 2;
            for forged in 0..=most {
                for from in [0, 1, all / 2, all - 1] {
                    let mut codes = codes(needed, all);
                    // Each in one byte, in the same one, or in all.
                    let count = codes.len();
                    let places: Vec<usize> =
                        (0..forged).map(|i| (usize::from(from) + 5 * i) % count).collect();
                    for (i, place) in places.iter().enumerate() {
                        match from % 3 {
                            0 => codes[*place].1[i % 7] ^= 0x55,
                            1 => codes[*place].1[3] ^= 1,
                            _ => codes[*place].1.iter_mut().for_each(|byte| *byte = !*byte),
                        }
                    }
                    let is_true = |(place, _): &(usize, &(u8, Vec<u8>))| !places.contains(place);
                    let expected: Vec<u8> =
                        codes.iter().enumerate().filter(is_true).map(|(_, code)| code.0).collect();
                    assert_eq!(found(&codes, needed), Some(expected), "{needed} of {all}, {places:?}");
                }
            }
        }
    }

    /// Nobody can tell: with one spare code there is one, and it is not said which it is.
    #[test]
    fn more_than_can_be_found_are_not_found() {
        let mut codes = codes(6, 7);
        codes[2].1[0] ^= 1;
        assert_eq!(found(&codes, 6), None);
        assert_eq!(found(&codes[..6], 6), Some((1..=6).collect()));
    }

    #[test]
    fn it_does_no_more_than_it_may() {
        let codes = codes(200, 255);
        let points: Vec<(u8, &[u8])> = codes.iter().map(|(number, bytes)| (*number, &bytes[..])).collect();
        let before = super::super::field::PRODUCTS.get();
        let mut work = Work(500_000);
        let points = Points::new(points, 200, &mut work);
        assert!(points.on_one((0..255).collect(), &mut work).is_none() && work.is_over());
        assert!(super::super::field::PRODUCTS.get() - before <= 500_000);
    }
}
