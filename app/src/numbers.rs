//! Whether the secret numbers of a key are such as a card and GnuPG can calculate with, and how they become so.
//!
//! Of an RSA key whoever calculates with d alone, as the OpenPGP library does, never looks at the primes: a key whose file
//! has wrong ones signs and decrypts. A card gets the primes and nothing else (OpenPGP card 3.4 § 4.4.3.12), and GnuPG
//! calculates with them.

mod fits;
mod right;

pub(crate) use fits::{fits, is_known, is_secp256k1};
pub(crate) use right::{SEARCHES, clamp, is_searched, put_right};

use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::types::Curve;
use openssl::bn::{BigNum, BigNumContext, BigNumRef};
use openssl::ec::EcGroup;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use sequoia_openpgp as openpgp;

/// Of RSA: see [`Primes::of`]. On a curve: the secret is one of its own (see [`is_of`]); another one can be the same key all
/// the same, and would be cut, or refused when the card has been erased.
pub(crate) fn suit_a_card(public: &PublicKey, secret: &Secret) -> bool {
    match (public, secret) {
        (PublicKey::RSA { e, n }, Secret::RSA { d, p, q, .. }) => {
            Primes::of(e, n, d, [p, q]).is_ok_and(|primes| primes.is_some())
        }
        (PublicKey::EdDSA { curve, .. }, Secret::EdDSA { scalar })
        | (PublicKey::ECDSA { curve, .. }, Secret::ECDSA { scalar })
        | (PublicKey::ECDH { curve, .. }, Secret::ECDH { scalar }) => {
            is_of(curve, scalar).is_ok_and(|it_is| it_is)
        }
        _ => true,
    }
}

/// Of 25519 any 32 bytes are a secret (RFC 7748 § 5, RFC 8032 § 5.1.5); of another curve a number from 1 on that is less
/// than the order of its group (SEC 1 § 3.2.1), and a card need not know what to do with more.
fn is_of(curve: &Curve, scalar: &ProtectedMPI) -> Result<bool, ErrorStack> {
    if matches!(curve, Curve::Ed25519 | Curve::Cv25519) {
        return Ok(scalar.bits() <= 256);
    }
    let (Some(order), scalar) = (order(curve)?, number(scalar)?) else { return Ok(false) };
    Ok(scalar.num_bits() > 0 && scalar < order)
}

/// How many secrets a curve has, if it is one of a plan's, and its secrets are not just any bytes.
fn order(curve: &Curve) -> Result<Option<BigNum>, ErrorStack> {
    let name = match curve {
        Curve::NistP256 => Nid::X9_62_PRIME256V1,
        Curve::NistP384 => Nid::SECP384R1,
        Curve::NistP521 => Nid::SECP521R1,
        Curve::BrainpoolP256 => Nid::BRAINPOOL_P256R1,
        Curve::BrainpoolP384 => Nid::BRAINPOOL_P384R1,
        Curve::BrainpoolP512 => Nid::BRAINPOOL_P512R1,
        _ => return Ok(None),
    };
    let mut order = BigNum::new()?;
    EcGroup::from_curve_name(name)?.order(&mut order, &mut *BigNumContext::new()?)?;
    Ok(Some(order))
}

/// No Nitrokey takes longer RSA keys.
const LONGEST: usize = 4096;

/// How many numbers are drawn to prove the primes of an RSA key of so many bits. Of one that is too long for a card nobody is
/// shown an erased Nitrokey; and each takes longer.
pub(crate) fn draws(bits: usize) -> u8 {
    if bits <= LONGEST { 16 } else { 2 }
}

/// What an RSA key is calculated with by whoever has its primes.
pub(crate) struct Primes {
    larger: BigNum,
    smaller: BigNum,
    d: BigNum,
}

impl Primes {
    /// `None`, if they are not those of n: their product is another number, one is longer than half of n, which is the room
    /// that a card has, they are the same one, or e·d is not 1 modulo each less one (RFC 9580 § 5.5.5.1.3), or d is not
    /// less than n (RFC 8017 § 3.2). All of it can be so with a number that is no prime, if somebody has looked for it:
    /// see [`primes_prove_themselves`].
    pub(crate) fn of(
        e: &MPI,
        n: &MPI,
        d: &ProtectedMPI,
        [p, q]: [&ProtectedMPI; 2],
    ) -> Result<Option<Self>, ErrorStack> {
        if p.bits().max(q.bits()) > n.bits() / 2 {
            return Ok(None);
        }
        let [e, n] = [BigNum::from_slice(e.value())?, BigNum::from_slice(n.value())?];
        let [d, p, q] = [number(d)?, number(p)?, number(q)?];
        let (larger, smaller) = if p > q { (p, q) } else { (q, p) };
        let is_right = d < n && are_primes_of(&e, &n, &d, [&larger, &smaller])?;
        Ok(is_right.then_some(Primes { larger, smaller, d }))
    }

    /// The numbers of a CRT import in their order: p, which is the larger one, q, 1/q mod p, d mod (p - 1), d mod (q - 1)
    /// (OpenPGP card 3.4 § 4.4.3.12). OpenPGP has p < q and u = 1/p mod q (RFC 9580 § 5.5.5.1.3), so that they mostly
    /// change places and u would stay; but it is calculated anew: whoever has d needs none, so that a wrong one may never
    /// have been noticed.
    pub(crate) fn crt(self) -> Result<[BigNum; 5], ErrorStack> {
        let Primes { larger: p, smaller: q, d } = self;
        let mut inverse = hidden()?;
        inverse.mod_inverse(&q, &p, &mut *BigNumContext::new_secure()?)?;
        let reduced = |prime| {
            let mut rest = hidden()?;
            rest.nnmod(&d, &*less_one(prime)?, &mut *BigNumContext::new_secure()?)?;
            Ok::<_, ErrorStack>(rest)
        };
        let [dp, dq] = [reduced(&p)?, reduced(&q)?];
        Ok([p, q, inverse, dp, dq])
    }

    /// Whether numbers that are drawn come back modulo each prime, which is modulo n (RFC 8017 § 5.1.2). Modulo a product of
    /// primes at least every second one does not, if any does not; so several are drawn.
    fn calculate(self, e: &BigNumRef, n: &BigNumRef) -> Result<bool, ErrorStack> {
        let mut context = BigNumContext::new_secure()?;
        let [p, q, _, dp, dq] = self.crt()?;
        for _ in 0..draws(n.num_bits().unsigned_abs() as usize) {
            let mut number = hidden()?;
            n.rand_range(&mut number)?;
            for (prime, exponent) in [(&p, &dp), (&q, &dq)] {
                let [mut rest, mut power, mut back] = [hidden()?, hidden()?, hidden()?];
                rest.nnmod(&number, prime, &mut context)?;
                power.mod_exp(&rest, exponent, prime, &mut context)?;
                back.mod_exp(&power, e, prime, &mut context)?;
                if back != rest {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// Whether an RSA key whose numbers suit a card does with its primes what it does with d: numbers that are drawn come back.
/// Of a product of primes they do not, even one that was looked for so that all else fits: e·d can be 1 modulo that number
/// less one, and modulo each of its primes less one. Of other keys there is nothing to be proven here.
pub(crate) fn primes_prove_themselves(public: &PublicKey, secret: &Secret) -> bool {
    let (PublicKey::RSA { e, n }, Secret::RSA { d, p, q, .. }) = (public, secret) else { return true };
    let prove =
        |primes: Primes| primes.calculate(&*BigNum::from_slice(e.value())?, &*BigNum::from_slice(n.value())?);
    match Primes::of(e, n, d, [p, q]) {
        Ok(Some(primes)) => prove(primes).is_ok_and(|proven| proven),
        Ok(None) | Err(_) => true,
    }
}

/// Whether their product is n, they are not the same one, and e·d is 1 modulo each less one (RFC 9580 § 5.5.5.1.3).
fn are_primes_of(
    e: &BigNumRef,
    n: &BigNumRef,
    d: &BigNumRef,
    [p, q]: [&BigNumRef; 2],
) -> Result<bool, ErrorStack> {
    let mut product = hidden()?;
    product.checked_mul(p, q, &mut *BigNumContext::new_secure()?)?;
    let one = BigNum::from_u32(1)?;
    Ok(*product == *n && p != q && *e > *one && is_inverse(e, d, p)? && is_inverse(e, d, q)?)
}

/// Whether e·d is 1 modulo the prime less one.
fn is_inverse(e: &BigNumRef, d: &BigNumRef, prime: &BigNumRef) -> Result<bool, ErrorStack> {
    let mut rest = hidden()?;
    rest.mod_mul(e, d, &*less_one(prime)?, &mut *BigNumContext::new_secure()?)?;
    Ok(rest == BigNum::from_u32(1)?)
}

fn less_one(number: &BigNumRef) -> Result<BigNum, ErrorStack> {
    let mut less = hidden()?;
    less.checked_sub(number, &*BigNum::from_u32(1)?)?;
    Ok(less)
}

/// For a number that nobody may see: its memory is wiped, and how long a calculation takes does not tell of it.
fn hidden() -> Result<BigNum, ErrorStack> {
    let mut number = BigNum::new_secure()?;
    number.set_const_time();
    Ok(number)
}

fn number(mpi: &ProtectedMPI) -> Result<BigNum, ErrorStack> {
    let mut number = hidden()?;
    number.copy_from_slice(mpi.value())?;
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rsa(e: &[u8], n: u32, d: u32, [p, q]: [u32; 2]) -> bool {
        let secret = |number: u32| ProtectedMPI::from(number.to_be_bytes().to_vec());
        let public = PublicKey::RSA { e: MPI::new(e), n: MPI::new(&n.to_be_bytes()) };
        suit_a_card(&public, &Secret::RSA { d: secret(d), p: secret(p), q: secret(q), u: secret(1) })
    }

    /// 251 · 241 and e = 7, as if it were RSA of 16 bits; 17,143 is 1/7 modulo 250 · 240.
    #[test]
    fn numbers_that_are_not_those_of_n_do_not_suit_a_card() {
        const N: u32 = 251 * 241;
        for d in [17_143, 17_143 % 6000 + 6000] {
            assert!(
                rsa(&[7], N, d, [241, 251])
                    && rsa(&[7], N, d, [251, 241])
                    && rsa(&[0, 0, 7], N, d, [251, 241])
            );
        }
        for (what, e, n, d, primes) in [
            ("another d", 7, N, 17_145, [241, 251]),
            ("no d", 7, N, 0, [241, 251]),
            ("a d beyond n", 7, N, 17_143 + 250 * 240, [241, 251]),
            ("another prime", 7, N, 17_143, [239, 251]),
            ("the same one", 7, 251 * 251, 26_893, [251, 251]),
            ("no prime", 7, N, 17_143, [0, 251]),
            ("no primes", 7, N, 17_143, [0, 0]),
            ("one", 7, N, 17_143, [1, N]),
            ("two ones", 7, 1, 1, [1, 1]),
            ("nothing", 7, 0, 0, [0, 0]),
            ("e is 0", 0, N, 17_143, [241, 251]),
            ("e is 1", 1, N, 1, [241, 251]),
            ("an even e", 6, N, 17_143, [241, 251]),
            ("even primes", 7, 250 * 242, 17_143, [242, 250]),
            ("unequal ones", 7, 1021 * 61, 17_143, [61, 1021]),
            ("one bit short", 7, 251 * 127, 4500, [127, 251]),
            // 249 is 3 · 83; d is 1/7 modulo 248 and 240, and modulo 2 and 82.
            ("a product, and a d beyond n", 7, 249 * 241, 261_463, [241, 249]),
        ] {
            assert!(!rsa(&[e], n, d, primes), "{what}");
        }
    }

    #[test]
    fn a_1_for_a_prime_is_no_end_of_the_search_for_them() {
        let secret = |number: u32| ProtectedMPI::from(number.to_be_bytes().to_vec());
        let public = PublicKey::RSA { e: MPI::new(&[7]), n: MPI::new(&(251u32 * 241).to_be_bytes()) };
        for [p, q] in [[1, 251 * 241], [251 * 241, 1], [1, 1], [0, 0], [3, 5]] {
            let wrong = Secret::RSA { d: secret(17_143), p: secret(p), q: secret(q), u: secret(1) };
            let Some(Secret::RSA { p, q, .. }) = put_right(&public, &wrong) else { panic!("{p}, {q}") };
            assert_eq!((p.value(), q.value()), (&[241][..], &[251][..]));
        }
    }

    /// Each half is a square of every base: so many has no key that was drawn.
    #[test]
    fn primes_that_a_file_makes_costly_to_find_are_not_looked_for() {
        let one = BigNum::from_u32(1).unwrap();
        let e = BigNum::from_u32(3).unwrap();
        let prime = || {
            let mut prime = BigNum::new().unwrap();
            while (&prime % &e).to_vec() != [2] {
                prime.generate_prime(512, false, None, None).unwrap();
            }
            prime
        };
        let mut context = BigNumContext::new().unwrap();
        let (p, q) = (prime(), prime());
        let order = &(&p - &one) * &(&q - &one);
        // e·d is 1 and a multiple of that; e must divide it.
        let mut found = |halves: i32| {
            let mut shifted = BigNum::new().unwrap();
            shifted.lshift(&order, halves).unwrap();
            let mut sum = &shifted + &one;
            while (&sum % &e).num_bits() > 0 {
                sum = &sum + &shifted;
            }
            let mut d = BigNum::new().unwrap();
            d.checked_div(&sum, &e, &mut context).unwrap();
            let public = PublicKey::RSA { e: MPI::new(&e.to_vec()), n: MPI::new(&(&p * &q).to_vec()) };
            let wrong = || ProtectedMPI::from(vec![3]);
            let secret = Secret::RSA { d: d.to_vec().into(), p: wrong(), q: wrong(), u: wrong() };
            put_right(&public, &secret).is_some()
        };
        assert!(found(100) && !found(300));
    }

    fn on(curve: Curve, scalar: Vec<u8>) -> bool {
        let public = PublicKey::ECDSA { curve, q: MPI::new(&[4]) };
        suit_a_card(&public, &Secret::ECDSA { scalar: scalar.into() })
    }

    fn order(name: Nid) -> BigNum {
        let mut order = BigNum::new().unwrap();
        let mut context = BigNumContext::new().unwrap();
        EcGroup::from_curve_name(name).unwrap().order(&mut order, &mut context).unwrap();
        order
    }

    /// 253 is 11 · 23, and 35,873 is 1/17 modulo 252, 240, 10 and 22: whoever calculates with d does not notice.
    #[test]
    fn with_a_number_that_is_no_prime_a_card_would_calculate_another_result() {
        let numbers = |n: u32, d: u32, p: u32| {
            let secret = |number: u32| ProtectedMPI::from(number.to_be_bytes().to_vec());
            let public = PublicKey::RSA { e: MPI::new(&[17]), n: MPI::new(&n.to_be_bytes()) };
            (public, Secret::RSA { d: secret(d), p: secret(p), q: secret(241), u: secret(1) })
        };
        let (public, secret) = numbers(253 * 241, 35_873, 253);
        assert!(suit_a_card(&public, &secret));
        assert!((0..50).all(|_| !primes_prove_themselves(&public, &secret)));
        let (public, secret) = numbers(251 * 241, 42_353, 251);
        assert!((0..200).all(|_| primes_prove_themselves(&public, &secret)));
    }

    #[test]
    fn a_secret_of_a_curve_is_from_1_on_and_less_than_its_order() {
        for (curve, name) in [
            (Curve::NistP256, Nid::X9_62_PRIME256V1),
            (Curve::NistP384, Nid::SECP384R1),
            (Curve::NistP521, Nid::SECP521R1),
            (Curve::BrainpoolP256, Nid::BRAINPOOL_P256R1),
            (Curve::BrainpoolP384, Nid::BRAINPOOL_P384R1),
            (Curve::BrainpoolP512, Nid::BRAINPOOL_P512R1),
        ] {
            let order = order(name);
            let one = BigNum::from_u32(1).unwrap();
            let on = |scalar: &BigNumRef| on(curve.clone(), scalar.to_vec());
            assert!(on(&one) && on(&(&order - &one)), "{curve}");
            assert!(!on(&BigNum::new().unwrap()) && !on(&order) && !on(&(&order + &one)), "{curve}");
        }
        // Any 32 bytes, and no more; and of a curve that no card of a plan has, none.
        assert!(on(Curve::Ed25519, vec![0xFF; 32]) && on(Curve::Cv25519, Vec::new()));
        assert!(!on(Curve::Ed25519, vec![1; 33]) && !on(Curve::Unknown([0x2B].into()), vec![1]));
    }
}
