//! A secret key in the form in which a card takes it.

use openpgp::crypto::mem::Protected;
use openpgp::crypto::mpi::{ProtectedMPI, PublicKey, SecretKeyMaterial};
use openpgp::packet::Key;
use openpgp::packet::key::{SecretKeyMaterial as Material, SecretParts, UnspecifiedRole};
use openpgp_card::Error;
use openpgp_card::ocard::crypto::{CardUploadableKey, EccKey, EccType, PrivateKeyMaterial, RSAKey};
use openpgp_card::ocard::data::{Fingerprint, KeyGenerationTime};
use openssl::bn::{BigNum, BigNumContext, BigNumRef};
use sequoia_openpgp as openpgp;

use super::NitrokeyError;
use crate::plan::Slot;

/// A key on its way to a slot.
pub(super) struct Upload<'a> {
    key: &'a Key<SecretParts, UnspecifiedRole>,
}

impl<'a> Upload<'a> {
    /// Checks that the key can be put on a card at all.
    pub(super) fn new(slot: Slot, key: &'a Key<SecretParts, UnspecifiedRole>) -> Result<Self, NitrokeyError> {
        let upload = Upload { key };
        match upload.private_key().and_then(|_| upload.fingerprint()) {
            Ok(_) => Ok(upload),
            Err(e) => Err(NitrokeyError::Unsuitable { slot, cause: e.to_string() }),
        }
    }
}

impl CardUploadableKey for Upload<'_> {
    fn private_key(&self) -> Result<PrivateKeyMaterial, Error> {
        let Material::Unencrypted(secret) = self.key.secret() else {
            return Err(Error::InternalError("its secret is not there".into()));
        };
        secret.map(|secret| material(self.key.mpis(), secret))
    }

    fn timestamp(&self) -> KeyGenerationTime {
        let since = self.key.creation_time().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        u32::try_from(since.as_secs()).unwrap_or(u32::MAX).into()
    }

    fn fingerprint(&self) -> Result<Fingerprint, Error> {
        Fingerprint::try_from(self.key.fingerprint().as_bytes())
    }
}

fn material(public: &PublicKey, secret: &SecretKeyMaterial) -> Result<PrivateKeyMaterial, Error> {
    let unknown = || Error::UnsupportedAlgo("no card knows its algorithm".into());
    let (curve, point, scalar, ecc_type) = match (public, secret) {
        (PublicKey::RSA { e, n }, SecretKeyMaterial::RSA { d, p, q, .. }) => {
            return Ok(PrivateKeyMaterial::R(Box::new(Rsa::new(e.value(), n.value(), d, p, q)?)));
        }
        (PublicKey::EdDSA { curve, q }, SecretKeyMaterial::EdDSA { scalar }) => {
            (curve, q, scalar, EccType::EdDSA)
        }
        (PublicKey::ECDSA { curve, q }, SecretKeyMaterial::ECDSA { scalar }) => {
            (curve, q, scalar, EccType::ECDSA)
        }
        (PublicKey::ECDH { curve, q, .. }, SecretKeyMaterial::ECDH { scalar }) => {
            (curve, q, scalar, EccType::ECDH)
        }
        _ => return Err(unknown()),
    };
    let size = curve.field_size().map_err(|_| unknown())?;
    Ok(PrivateKeyMaterial::E(Box::new(Ecc {
        oid: curve.oid().to_vec(),
        // X25519 stays in OpenPGP's byte order (big-endian, RFC 9580 § 5.5.5.6.1.1), which is the
        // card's as well; whether it arrived right is shown by decrypting.
        private: scalar.value_padded(size),
        public: point.value().to_vec(),
        ecc_type,
    })))
}

/// § 4.4.3.12, the numbers of a CRT import. OpenPGP has p < q and u = 1/p mod q; a card wants
/// 1/q mod p. So the two primes change places, and u would stay; but it is calculated anew: whoever has d needs none,
/// so that a wrong one may never have been noticed.
struct Rsa {
    e: Vec<u8>,
    n: Vec<u8>,
    p: Protected,
    q: Protected,
    pq: Protected,
    dp1: Protected,
    dq1: Protected,
}

impl Rsa {
    fn new(e: &[u8], n: &[u8], d: &ProtectedMPI, p: &ProtectedMPI, q: &ProtectedMPI) -> Result<Self, Error> {
        let numbers = |e| Error::InternalError(format!("its numbers do not fit: {e}"));
        let half = n.len().div_ceil(2);
        let (p, q) = (q, p);
        if [p, q].into_iter().any(|prime| prime.value().len() > half) {
            return Err(Error::InternalError("one of its primes is too long".into()));
        }
        let d = number(d).map_err(numbers)?;
        Ok(Rsa {
            e: e.to_vec(),
            n: n.to_vec(),
            p: p.value_padded(half),
            q: q.value_padded(half),
            pq: inverse(q, p, half).map_err(numbers)?,
            dp1: reduced(&d, p, half).map_err(numbers)?,
            dq1: reduced(&d, q, half).map_err(numbers)?,
        })
    }
}

fn number(mpi: &ProtectedMPI) -> Result<BigNum, openssl::error::ErrorStack> {
    let mut number = BigNum::new_secure()?;
    number.copy_from_slice(mpi.value())?;
    Ok(number)
}

/// 1/q mod p.
fn inverse(q: &ProtectedMPI, p: &ProtectedMPI, size: usize) -> Result<Protected, openssl::error::ErrorStack> {
    let mut inverse = BigNum::new_secure()?;
    let mut context = BigNumContext::new_secure()?;
    inverse.mod_inverse(&*number(q)?, &*number(p)?, &mut context)?;
    padded(&inverse, size)
}

/// d mod (prime - 1).
fn reduced(
    d: &BigNumRef,
    prime: &ProtectedMPI,
    size: usize,
) -> Result<Protected, openssl::error::ErrorStack> {
    let mut modulus = number(prime)?;
    modulus.sub_word(1)?;
    let mut rest = BigNum::new_secure()?;
    let mut context = BigNumContext::new_secure()?;
    rest.nnmod(d, &modulus, &mut context)?;
    padded(&rest, size)
}

fn padded(number: &BigNumRef, size: usize) -> Result<Protected, openssl::error::ErrorStack> {
    let size = i32::try_from(size).unwrap_or(i32::MAX);
    Ok(Protected::from(number.to_vec_padded(size)?))
}

impl RSAKey for Rsa {
    fn e(&self) -> &[u8] {
        &self.e
    }
    fn p(&self) -> &[u8] {
        &self.p
    }
    fn q(&self) -> &[u8] {
        &self.q
    }
    fn pq(&self) -> &[u8] {
        &self.pq
    }
    fn dp1(&self) -> &[u8] {
        &self.dp1
    }
    fn dq1(&self) -> &[u8] {
        &self.dq1
    }
    fn n(&self) -> &[u8] {
        &self.n
    }
}

struct Ecc {
    oid: Vec<u8>,
    private: Protected,
    public: Vec<u8>,
    ecc_type: EccType,
}

impl EccKey for Ecc {
    fn oid(&self) -> &[u8] {
        &self.oid
    }
    fn private(&self) -> &[u8] {
        &self.private
    }
    fn public(&self) -> &[u8] {
        &self.public
    }
    fn ecc_type(&self) -> EccType {
        self.ecc_type
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(primes: [&[u8]; 2]) -> Result<Rsa, Error> {
        // 251 * 241, e = 7, as if it were RSA of 16 bits.
        let [p, q] = primes.map(ProtectedMPI::from);
        Rsa::new(&[7], &[0xEC, 0x4B], &ProtectedMPI::from(vec![0x21, 0x87]), &p, &q)
    }

    #[test]
    fn a_wrong_inverse_does_not_come_onto_a_card_and_a_long_prime_is_not_cut() {
        let rsa = small([&[241], &[251]]).unwrap();
        // The larger prime first, and 1/241 mod 251.
        assert_eq!((rsa.p(), rsa.q()), (&[251][..], &[241][..]));
        assert_eq!(u32::from(rsa.pq()[0]) * 241 % 251, 1);
        assert!(small([&[3], &[0x4E, 0xC3]]).is_err());
    }
}
