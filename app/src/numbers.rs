//! Whether the secret numbers of a key are such as a card can calculate with.
//!
//! Of an RSA key whoever calculates with d alone, as the OpenPGP library does, never looks at the primes: a key whose file
//! has wrong ones signs and decrypts. A card gets the primes and nothing else (OpenPGP card 3.4 § 4.4.3.12), and so does
//! GnuPG.

use openpgp::crypto::mpi::{ProtectedMPI, PublicKey, SecretKeyMaterial as Secret};
use openssl::bn::{BigNum, BigNumContext, BigNumRef};
use openssl::error::ErrorStack;
use sequoia_openpgp as openpgp;

/// Of RSA: the product of the primes is n, neither is longer than half of it, which is the room that a card has, and e·d
/// is 1 for both (RFC 9580 § 5.5.5.1.3); it is not if one of them is none. On a curve: the secret is no longer than the
/// curve. What is longer can be the same key all the same, and would be cut.
pub(crate) fn suit_a_card(public: &PublicKey, secret: &Secret) -> bool {
    match (public, secret) {
        (PublicKey::RSA { e, n }, Secret::RSA { d, p, q, .. }) => {
            p.bits().max(q.bits()) <= n.bits() / 2
                && fit(e.value(), n.value(), d, [p, q]).is_ok_and(|they_fit| they_fit)
        }
        (PublicKey::EdDSA { curve, .. }, Secret::EdDSA { scalar })
        | (PublicKey::ECDSA { curve, .. }, Secret::ECDSA { scalar })
        | (PublicKey::ECDH { curve, .. }, Secret::ECDH { scalar }) => {
            curve.bits().is_ok_and(|bits| scalar.bits() <= bits)
        }
        _ => true,
    }
}

fn fit(e: &[u8], n: &[u8], d: &ProtectedMPI, primes: [&ProtectedMPI; 2]) -> Result<bool, ErrorStack> {
    let (e, n, d) = (BigNum::from_slice(e)?, BigNum::from_slice(n)?, number(d)?);
    let [p, q] = [number(primes[0])?, number(primes[1])?];
    let mut context = BigNumContext::new_secure()?;
    let mut product = BigNum::new_secure()?;
    product.checked_mul(&p, &q, &mut context)?;
    let mut is_one = |mut prime: BigNum| -> Result<bool, ErrorStack> {
        prime.sub_word(1)?;
        let mut rest = BigNum::new_secure()?;
        rest.mod_mul(&e, &d, &prime, &mut context)?;
        Ok(rest == one()?)
    };
    Ok(product == n && e > one()? && is_one(p)? && is_one(q)?)
}

fn one() -> Result<BigNum, ErrorStack> {
    BigNum::from_u32(1)
}

/// In memory that is wiped.
pub(crate) fn number(mpi: &ProtectedMPI) -> Result<BigNum, ErrorStack> {
    let mut number = BigNum::new_secure()?;
    number.copy_from_slice(mpi.value())?;
    Ok(number)
}

/// d mod (prime - 1).
pub(crate) fn reduced(d: &BigNumRef, prime: &BigNumRef) -> Result<BigNum, ErrorStack> {
    let mut modulus = prime.to_owned()?;
    modulus.sub_word(1)?;
    let mut rest = BigNum::new_secure()?;
    let mut context = BigNumContext::new_secure()?;
    rest.nnmod(d, &modulus, &mut context)?;
    Ok(rest)
}
