//! The field in which shares are computed, written from `app/FORMAT.md` and from nothing else:
//! bytes as polynomials over GF(2), modulo x^8 + x^4 + x^3 + x^2 + 1 (11D).

/// The product of two bytes.
pub fn times(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0, |sum, bit| {
        let doubled = (sum << 1) ^ if sum & 0x80 != 0 { 0x1D } else { 0 };
        if b >> bit & 1 == 1 { doubled ^ a } else { doubled }
    })
}

/// The bytes of share `x`: for each byte of the secret a polynomial, its further coefficients being
/// the bytes of the others at the same place.
pub fn share(x: u8, secret: &[u8; 32], coefficients: &[[u8; 32]]) -> [u8; 32] {
    std::array::from_fn(|i| {
        let higher = coefficients.iter().rev().fold(0, |sum, c| times(sum, x) ^ c[i]);
        times(higher, x) ^ secret[i]
    })
}
