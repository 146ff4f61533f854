//! Whether a secret is its public key's, of kinds with which the library does not calculate. One calculation shows it.

use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::types::Curve;
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcPoint};
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use sequoia_openpgp as openpgp;

use super::{hidden, number};

/// The object identifier of the curve that Bitcoin uses, 1.3.132.0.10.
const SECP256K1: [u8; 5] = [0x2B, 0x81, 0x04, 0x00, 0x0A];
/// Nobody has longer Elgamal keys: GnuPG makes none beyond 4096 bits.
const LONGEST: usize = 16_384;

/// Whether [`fits`] knows how.
pub(crate) fn is_known(public: &PublicKey) -> bool {
    match public {
        PublicKey::ElGamal { p, .. } => p.bits() <= LONGEST,
        PublicKey::ECDSA { curve, .. } | PublicKey::ECDH { curve, .. } => is_secp256k1(curve),
        _ => false,
    }
}

/// Whether it is. Of kinds that are not known here, it may be.
pub(crate) fn fits(public: &PublicKey, secret: &Secret) -> bool {
    if !is_known(public) {
        return true;
    }
    let fits = match (public, secret) {
        (PublicKey::ElGamal { p, g, y }, Secret::ElGamal { x }) => power([p, g, y], x),
        (PublicKey::ECDSA { q, .. }, Secret::ECDSA { scalar })
        | (PublicKey::ECDH { q, .. }, Secret::ECDH { scalar }) => multiple(q, scalar),
        _ => Ok(false),
    };
    fits.unwrap_or(false)
}

/// Whether it is that curve, which the library has no name for.
pub(crate) fn is_secp256k1(curve: &Curve) -> bool {
    matches!(curve, Curve::Unknown(oid) if **oid == SECP256K1)
}

/// y is g to the power of x modulo p (RFC 9580 § 5.5.5.3). That p is odd OpenSSL needs to calculate at a steady pace.
fn power([p, g, y]: [&MPI; 3], x: &ProtectedMPI) -> Result<bool, ErrorStack> {
    if x.bits() > p.bits() {
        return Ok(false);
    }
    let [p, g, y] = [p, g, y].map(|number| BigNum::from_slice(number.value()));
    let (p, mut power) = (p?, hidden()?);
    power.mod_exp(&*g?, &*number(x)?, &p, &mut *BigNumContext::new_secure()?)?;
    Ok(power == y?)
}

/// Q is as many times the curve's generator (§ 5.5.5.4, § 5.5.5.6).
fn multiple(q: &MPI, scalar: &ProtectedMPI) -> Result<bool, ErrorStack> {
    let (group, mut context) = (EcGroup::from_curve_name(Nid::SECP256K1)?, BigNumContext::new_secure()?);
    let (q, mut multiple) = (EcPoint::from_bytes(&group, q.value(), &mut context)?, EcPoint::new(&group)?);
    multiple.mul_generator2(&group, &*number(scalar)?, &mut context)?;
    Ok(scalar.bits() <= 256 && multiple.eq(&group, &q, &mut context)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elgamal([p, g, y]: [u8; 3], x: &[u8]) -> bool {
        let [p, g, y] = [p, g, y].map(|number| MPI::new(&[number]));
        fits(&PublicKey::ElGamal { p, g, y }, &Secret::ElGamal { x: x.to_vec().into() })
    }

    /// 3^x modulo 17 goes through all numbers.
    #[test]
    fn an_elgamal_secret_is_of_one_public_key() {
        let mut y = 1;
        for x in 0..16 {
            for other in 0..17 {
                assert_eq!(elgamal([17, 3, other], &[x]), other == y, "3^{x} modulo 17 is {y}, not {other}");
            }
            assert!(elgamal([17, 3, y], &[0, 0, x]));
            y = y * 3 % 17;
        }
        // Longer than the prime is no secret that somebody has drawn; and with no odd prime it is none.
        assert!(!elgamal([17, 3, 3], &[16 + 16 + 1]));
        for p in [0, 1, 2, 16] {
            assert!(!elgamal([p, 3, 3], &[1]) && !elgamal([p, 3, 1], &[1]), "modulo {p}");
        }
    }

    #[test]
    fn a_secret_on_bitcoins_curve_is_of_one_public_key() {
        let oid = || Curve::Unknown(SECP256K1.to_vec().into_boxed_slice());
        let fits = |q: &[u8], secret: u8| {
            let public = PublicKey::ECDSA { curve: oid(), q: MPI::new(q) };
            fits(&public, &Secret::ECDSA { scalar: vec![secret].into() })
        };
        let generator = data_encoding::HEXUPPER
            .decode(b"0279BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798")
            .unwrap();
        assert!(fits(&generator, 1) && !fits(&generator, 2) && !fits(&generator, 0));
        assert!(!fits(&generator[1..], 1) && !fits(&[], 1));
    }

    #[test]
    fn of_another_kind_nothing_is_known() {
        let oid = Curve::Unknown(vec![0x2B, 1].into_boxed_slice());
        let public = PublicKey::ECDSA { curve: oid, q: MPI::new(&[4]) };
        assert!(!is_known(&public) && fits(&public, &Secret::ECDSA { scalar: vec![1].into() }));
    }
}
