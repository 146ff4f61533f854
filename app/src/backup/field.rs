//! Points of a polynomial over the field of the shares: GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1 (11D), libgfshare's.
//!
//! The crate that splits the backup key joins at x = 0 alone, and computes the weights anew for every byte: too slow
//! for a sheet of many pages, and for cards of which one is wrong. Tables are looked up by what is no secret alone:
//! numbers of cards, and what is encrypted. Shares go through [`add_scaled`].

/// The powers of 2, which is a generator, twice over; and of each byte the logarithm.
const TABLES: ([u8; 510], [u8; 256]) = {
    let (mut powers, mut logarithms) = ([0; 510], [0; 256]);
    let (mut exponent, mut power) = (0, 1u16);
    while exponent < 255 {
        powers[exponent] = power as u8;
        powers[exponent + 255] = power as u8;
        logarithms[power as usize] = exponent as u8;
        power <<= 1;
        if power & 0x100 != 0 {
            power ^= 0x11D;
        }
        exponent += 1;
    }
    (powers, logarithms)
};

fn logarithm(byte: u8) -> usize {
    TABLES.1[usize::from(byte)].into()
}

#[cfg(test)]
thread_local! {
    /// How many products were computed.
    pub(super) static PRODUCTS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

pub(super) fn times(a: u8, b: u8) -> u8 {
    #[cfg(test)]
    PRODUCTS.set(PRODUCTS.get() + 1);
    if a == 0 || b == 0 { 0 } else { TABLES.0[logarithm(a) + logarithm(b)] }
}

/// `b` is not 0.
pub(super) fn over(a: u8, b: u8) -> u8 {
    if a == 0 { 0 } else { TABLES.0[logarithm(a) + 255 - logarithm(b)] }
}

/// For each byte the polynomial through the same points (Lagrange).
pub(super) struct Polynomial<'a> {
    /// Their numbers differ, and their bytes are equally many.
    points: &'a [(u8, &'a [u8])],
    /// Of each point the logarithm of the product of its distances to the others.
    distances: Vec<usize>,
}

impl<'a> Polynomial<'a> {
    /// Takes about as long as so many products as there are pairs of points.
    pub(super) fn through(points: &'a [(u8, &'a [u8])]) -> Self {
        let distance = |(number, _): &(u8, &[u8])| {
            let others = points.iter().filter(|(other, _)| other != number);
            others.map(|(other, _)| logarithm(number ^ other)).sum::<usize>() % 255
        };
        #[cfg(test)]
        PRODUCTS.set(PRODUCTS.get() + points.len() * points.len());
        Polynomial { points, distances: points.iter().map(distance).collect() }
    }

    /// The value at `x`, byte by byte: a product for each byte of each point, and two more.
    pub(super) fn at(&self, x: u8) -> Vec<u8> {
        if let Some((_, bytes)) = self.points.iter().find(|(number, _)| *number == x) {
            return bytes.to_vec();
        }
        let mut value = vec![0; self.points.first().map_or(0, |(_, bytes)| bytes.len())];
        let all: usize = self.points.iter().map(|(number, _)| logarithm(x ^ number)).sum();
        for ((number, bytes), distance) in self.points.iter().zip(&self.distances) {
            let weight = TABLES.0[(all - logarithm(x ^ number) + 255 - distance) % 255];
            for (sum, byte) in value.iter_mut().zip(*bytes) {
                *sum ^= times(weight, *byte);
            }
        }
        value
    }
}

/// What the points with these numbers weigh in the value at `x`.
pub(super) fn weights(x: u8, numbers: &[u8]) -> impl Iterator<Item = u8> {
    numbers.iter().map(move |number| {
        let others = numbers.iter().filter(|other| *other != number);
        others.fold(1, |weight, other| over(times(weight, x ^ other), number ^ other))
    })
}

/// Adds 32 bytes, of a share or of the sum of some, times a weight. They are secret, so nothing is looked up by them
/// and nothing waits for them; eight at a time, as it is done a million times.
pub(super) fn add_scaled(sum: &mut [u64; 4], weight: u8, bytes: &[u64; 4]) {
    const TOP: u64 = 0x8080_8080_8080_8080;
    for (sum, bytes) in sum.iter_mut().zip(bytes) {
        let mut power = *bytes;
        for bit in 0..8 {
            if weight >> bit & 1 == 1 {
                *sum ^= power;
            }
            power = ((power & !TOP) << 1) ^ (((power & TOP) >> 7) * 0x1D);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use sharks::{Share, Sharks};

    use super::*;

    /// The crate joins at 0, so every point is moved by x.
    #[test]
    fn it_is_the_field_that_the_backup_key_is_split_in() {
        let bytes: Vec<Vec<u8>> =
            (0..5u8).map(|i| (0..=255).map(|b: u8| b.wrapping_mul(91) ^ i).collect()).collect();
        let points: Vec<(u8, &[u8])> =
            [3, 1, 200, 77, 8].into_iter().zip(bytes.iter().map(Vec::as_slice)).collect();
        let polynomial = Polynomial::through(&points);
        for x in (0..=255).filter(|x| points.iter().all(|(number, _)| number != x)) {
            let moved = points
                .iter()
                .map(|(number, bytes)| Share::try_from(&[&[number ^ x], *bytes].concat()[..]).unwrap());
            let shares: Vec<Share> = moved.collect();
            assert_eq!(polynomial.at(x), Sharks(5).recover(&shares).unwrap(), "at {x}");
        }
        assert_eq!(polynomial.at(200), bytes[2], "a point is where it is");
    }

    #[test]
    fn eight_bytes_at_a_time_are_as_one_after_the_other() {
        let bytes: [u8; 32] = std::array::from_fn(|i| (i as u8).wrapping_mul(37) ^ 0xA5);
        let words: [u64; 4] =
            std::array::from_fn(|i| u64::from_ne_bytes(bytes[i * 8..][..8].try_into().unwrap()));
        for weight in 0..=255 {
            let mut sum = words;
            add_scaled(&mut sum, weight, &words);
            let sum: Vec<u8> = sum.iter().flat_map(|word| word.to_ne_bytes()).collect();
            let one_by_one: Vec<u8> = bytes.iter().map(|byte| byte ^ times(weight, *byte)).collect();
            assert_eq!(sum, one_by_one, "times {weight}");
        }
    }
}
