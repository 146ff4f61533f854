//! A secret key in the form in which a card takes it.

use openpgp::crypto::mem::Protected;
use openpgp::crypto::mpi::{PublicKey, SecretKeyMaterial};
use openpgp::packet::Key;
use openpgp::packet::key::{SecretKeyMaterial as Material, SecretParts, UnspecifiedRole};
use openpgp::types::Curve;
use openpgp_card::Error;
use openpgp_card::ocard::crypto::{CardUploadableKey, EccKey, EccType, PrivateKeyMaterial, RSAKey};
use openpgp_card::ocard::data::{Fingerprint, KeyGenerationTime};
use openssl::bn::BigNum;
use openssl::error::ErrorStack;
use sequoia_openpgp as openpgp;

use super::NitrokeyError;
use crate::numbers::{Primes, clamp, suit_a_card};
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
    let do_not_fit = || Error::InternalError("its numbers do not fit each other".into());
    if let (PublicKey::RSA { e, n }, SecretKeyMaterial::RSA { d, p, q, .. }) = (public, secret) {
        let primes = Primes::of(e, n, d, [p, q]).ok().flatten().ok_or_else(do_not_fit)?;
        let rsa = Rsa::new(e.value(), n.value(), primes).map_err(|_| do_not_fit())?;
        return Ok(PrivateKeyMaterial::R(Box::new(rsa)));
    }
    if !suit_a_card(public, secret) {
        return Err(do_not_fit());
    }
    let (curve, point, scalar, ecc_type) = match (public, secret) {
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
    // X25519 stays in OpenPGP's byte order (big-endian, RFC 9580 § 5.5.5.6.1.1), which is the
    // card's as well; whether it arrived right is shown by decrypting.
    let mut private = scalar.value_padded(size);
    // As it is used: a card need not do it again.
    if *curve == Curve::Cv25519 {
        clamp(&mut private);
    }
    Ok(PrivateKeyMaterial::E(Box::new(Ecc {
        oid: curve.oid().to_vec(),
        private,
        public: point.value().to_vec(),
        ecc_type,
    })))
}

/// As a CRT import has it (§ 4.4.3.12).
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
    fn new(e: &[u8], n: &[u8], primes: Primes) -> Result<Self, ErrorStack> {
        let half = n.len().div_ceil(2);
        let [p, q, pq, dp1, dq1] = primes.crt()?.map(|number| padded(&number, half));
        Ok(Rsa { e: e.to_vec(), n: n.to_vec(), p: p?, q: q?, pq: pq?, dp1: dp1?, dq1: dq1? })
    }
}

fn padded(number: &BigNum, size: usize) -> Result<Protected, ErrorStack> {
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
    use openpgp::crypto::mpi::{MPI, ProtectedMPI};

    use super::*;

    /// 251 * 241 and e = 7, as if it were RSA of 16 bits.
    fn small(d: u16, primes: [u8; 2]) -> Result<PrivateKeyMaterial, Error> {
        let [p, q] = primes.map(|prime| ProtectedMPI::from(vec![prime]));
        let (d, u) = (ProtectedMPI::from(d.to_be_bytes().to_vec()), ProtectedMPI::from(vec![9]));
        let public = PublicKey::RSA { e: MPI::new(&[7]), n: MPI::new(&(251u16 * 241).to_be_bytes()) };
        material(&public, &SecretKeyMaterial::RSA { d, p, q, u })
    }

    #[test]
    fn the_larger_prime_goes_first_and_a_wrong_inverse_does_not_come_onto_a_card() {
        for primes in [[241, 251], [251, 241]] {
            let Ok(PrivateKeyMaterial::R(rsa)) = small(17_143, primes) else { panic!("{primes:?}") };
            assert_eq!((rsa.p(), rsa.q()), (&[251][..], &[241][..]));
            assert_eq!(u32::from(rsa.pq()[0]) * 241 % 251, 1);
            for (exponent, prime) in [(rsa.dp1(), 251), (rsa.dq1(), 241)] {
                assert_eq!(u32::from(exponent[0]) * 7 % (prime - 1), 1);
            }
        }
    }

    #[test]
    fn numbers_that_are_not_those_of_the_public_key_come_onto_no_card() {
        let d = 17_143;
        for (d, primes) in [(d + 2, [241, 251]), (d, [239, 251]), (d, [3, 251]), (d, [1, 251])] {
            assert!(small(d, primes).is_err(), "{d}, {primes:?}");
        }
    }

    fn on_a_curve(curve: Curve, secret: &[u8]) -> Result<Vec<u8>, Error> {
        let scalar = ProtectedMPI::from(secret.to_vec());
        let public = PublicKey::ECDH {
            curve,
            q: MPI::new(&[4]),
            hash: openpgp::types::HashAlgorithm::SHA256,
            sym: openpgp::types::SymmetricAlgorithm::AES128,
        };
        match material(&public, &SecretKeyMaterial::ECDH { scalar })? {
            PrivateKeyMaterial::E(ecc) => Ok(ecc.private().to_vec()),
            PrivateKeyMaterial::R(_) => panic!("it is on a curve"),
        }
    }

    #[test]
    fn a_secret_is_as_long_as_its_curve_and_what_is_longer_is_not_cut() {
        for (curve, size) in [(Curve::NistP256, 32), (Curve::NistP521, 66), (Curve::BrainpoolP384, 48)] {
            let padded = on_a_curve(curve.clone(), &[0x5A]).unwrap();
            assert_eq!((padded.len(), padded.iter().position(|byte| *byte > 0)), (size, Some(size - 1)));
            assert!(on_a_curve(curve, &vec![0xFF; size + 1]).is_err());
        }
    }

    /// RFC 7748 § 5: the lowest three bits and the highest one are clear, the second highest is set.
    #[test]
    fn the_bits_of_x25519_that_do_not_count_are_set_as_it_is_used() {
        let [first, last] = [0, 31].map(|at| on_a_curve(Curve::Cv25519, &[0xBF; 32]).unwrap()[at]);
        assert_eq!((first, last), (0x7F, 0xB8));
        let short = on_a_curve(Curve::Cv25519, &[7]).unwrap();
        assert_eq!((short.len(), short[0], short[31]), (32, 0x40, 0));
    }
}
