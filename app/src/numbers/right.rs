//! Secret numbers that belong to their public key and are written another way than everybody calculates with.

use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::types::Curve;
use openssl::bn::{BigNum, BigNumContext, BigNumRef};
use openssl::error::ErrorStack;
use sequoia_openpgp as openpgp;

use super::{LONGEST, are_primes_of, hidden, number, order};

/// As programs write it that calculate with all of it, if it is another way round: the same secret of the same public key.
///
/// Of RSA: the smaller prime first, and u the inverse of it (RFC 9580 § 5.5.5.1.3); primes that are not those of n are found
/// anew. X25519: the bits that do not count as they are used (RFC 7748 § 5); early versions of RNP and of Sequoia kept the
/// secret as it was drawn, and GnuPG, which takes it as it is, decrypts nothing with it. Other curves: less than the order.
pub(crate) fn put_right(public: &PublicKey, secret: &Secret) -> Option<Secret> {
    match (public, secret) {
        (PublicKey::RSA { e, n }, Secret::RSA { d, p, q, u }) => {
            let [smaller, larger, inverse] = primes(e, n, d, [p, q]).ok()??;
            let right = [p, q, u].into_iter().zip([&smaller, &larger, &inverse]);
            let right =
                right.map(|(old, new)| Ok(number(old)? == *new)).collect::<Result<Vec<_>, ErrorStack>>();
            if right.ok()?.into_iter().all(|right| right) {
                return None;
            }
            let [p, q, u] = [smaller, larger, inverse].map(|number| ProtectedMPI::from(number.to_vec()));
            Some(Secret::RSA { d: d.clone(), p, q, u })
        }
        (PublicKey::ECDH { curve: Curve::Cv25519, .. }, Secret::ECDH { scalar }) => {
            Some(Secret::ECDH { scalar: clamped(scalar)? })
        }
        (PublicKey::ECDH { curve, .. }, Secret::ECDH { scalar }) => {
            Some(Secret::ECDH { scalar: below_order(curve, scalar)? })
        }
        (PublicKey::ECDSA { curve, .. }, Secret::ECDSA { scalar }) => {
            Some(Secret::ECDSA { scalar: below_order(curve, scalar)? })
        }
        _ => None,
    }
}

/// Of X25519, in OpenPGP's byte order (RFC 9580 § 5.5.5.6.1.1).
pub(crate) fn clamp(secret: &mut [u8]) {
    if let [highest, .., lowest] = secret {
        (*highest, *lowest) = (*highest & 0x7F | 0x40, *lowest & 0xF8);
    }
}

fn clamped(scalar: &ProtectedMPI) -> Option<ProtectedMPI> {
    const SIZE: usize = 32;
    if scalar.value().len() > SIZE {
        return None;
    }
    let old = scalar.value_padded(SIZE);
    let mut new = old.clone();
    clamp(&mut new);
    (new != old).then(|| ProtectedMPI::from(new))
}

fn below_order(curve: &Curve, scalar: &ProtectedMPI) -> Option<ProtectedMPI> {
    let below = || -> Result<Option<BigNum>, ErrorStack> {
        let (Some(order), scalar) = (order(curve)?, number(scalar)?) else { return Ok(None) };
        if scalar < order {
            return Ok(None);
        }
        let mut rest = hidden()?;
        rest.nnmod(&scalar, &order, &mut *BigNumContext::new_secure()?)?;
        Ok(Some(rest))
    };
    below().ok()?.map(|scalar| ProtectedMPI::from(scalar.to_vec()))
}

/// Whether the primes of an RSA key have to be found anew, which takes a while.
pub(crate) fn is_searched(public: &PublicKey, secret: &Secret) -> bool {
    let (PublicKey::RSA { e, n }, Secret::RSA { d, p, q, .. }) = (public, secret) else { return false };
    let theirs = || -> Result<bool, ErrorStack> {
        let [e, n] = [BigNum::from_slice(e.value())?, BigNum::from_slice(n.value())?];
        are_primes_of(&e, &n, &*number(d)?, [&*number(p)?, &*number(q)?])
    };
    n.bits() <= LONGEST && !theirs().unwrap_or(false)
}

/// The smaller prime of n, the larger one, and the inverse of the smaller modulo the larger.
fn primes(
    e: &MPI,
    n: &MPI,
    d: &ProtectedMPI,
    theirs: [&ProtectedMPI; 2],
) -> Result<Option<[BigNum; 3]>, ErrorStack> {
    let [e, n] = [BigNum::from_slice(e.value())?, BigNum::from_slice(n.value())?];
    let (d, theirs) = (number(d)?, [number(theirs[0])?, number(theirs[1])?]);
    // With a 1 among them there is nothing to calculate with.
    let (p, q) = match are_primes_of(&e, &n, &d, [&theirs[0], &theirs[1]]).unwrap_or(false) {
        true => theirs.into(),
        false => match factors(&e, &n, &d)? {
            Some([p, q]) if are_primes_of(&e, &n, &d, [&p, &q])? => (p, q),
            _ => return Ok(None),
        },
    };
    let (p, q) = if p < q { (p, q) } else { (q, p) };
    let mut inverse = hidden()?;
    inverse.mod_inverse(&p, &q, &mut *BigNumContext::new_secure()?)?;
    Ok(Some([p, q, inverse]))
}

/// So often primes are searched for: each time finds them in one of two cases.
pub(crate) const SEARCHES: usize = 24;

/// Whoever knows e and d finds the primes (NIST SP 800-56B, appendix C): e·d - 1 is a multiple of the order of every number,
/// so that half of all numbers have a square root of 1 among their powers that is neither 1 nor n - 1.
fn factors(e: &BigNumRef, n: &BigNumRef, d: &BigNumRef) -> Result<Option<[BigNum; 2]>, ErrorStack> {
    /// Of a key that was drawn there are a few.
    const HALVES: usize = 256;
    // Each search takes a while.
    if n.num_bits().unsigned_abs() as usize > LONGEST || d.num_bits() > 2 * n.num_bits() || !n.is_bit_set(0) {
        return Ok(None);
    }
    let one = BigNum::from_u32(1)?;
    let mut context = BigNumContext::new_secure()?;
    let mut odd = hidden()?;
    odd.checked_mul(e, d, &mut context)?;
    odd.sub_word(1)?;
    let halves = (0..odd.num_bits()).take_while(|bit| !odd.is_bit_set(*bit)).count();
    if halves > HALVES {
        return Ok(None);
    }
    let mut part = hidden()?;
    part.rshift(&odd, i32::try_from(halves).unwrap_or(0))?;
    let mut less_one = n.to_owned()?;
    less_one.sub_word(1)?;
    for base in (2..).take(SEARCHES) {
        let (mut power, mut square) = (hidden()?, hidden()?);
        power.mod_exp(&*BigNum::from_u32(base)?, &part, n, &mut context)?;
        for _ in 0..halves {
            square.mod_sqr(&power, n, &mut context)?;
            if square == one && power != one && power != less_one {
                let (mut p, mut q) = (hidden()?, hidden()?);
                power.sub_word(1)?;
                p.gcd(&power, n, &mut context)?;
                q.checked_div(n, &p, &mut context)?;
                return Ok(Some([p, q]));
            }
            std::mem::swap(&mut power, &mut square);
        }
    }
    Ok(None)
}
