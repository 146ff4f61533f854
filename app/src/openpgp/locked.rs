//! Taking the passphrase off a secret key.
//!
//! GnuPG 2.4 exports a locked ECC key with all bits of its scalar counted, leading zeros too. By
//! RFC 9580 § 3.2 that is no number, and sequoia refuses it: always for X25519, mostly for others.
//! So where sequoia cannot open a key, its one number is read here as GnuPG writes it.

use openpgp::crypto::Password;
use openpgp::crypto::mpi::{ProtectedMPI, SecretKeyChecksum, SecretKeyMaterial as Mpis};
use openpgp::packet::Key;
use openpgp::packet::key::{Encrypted, SecretKeyMaterial, SecretParts, UnspecifiedRole};
use openpgp::types::{PublicKeyAlgorithm, SymmetricAlgorithm};
use openssl::symm::{Cipher, Crypter, Mode};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

/// AES's initial vector.
const IV: usize = 16;
/// SHA-1 over the numbers, behind them (RFC 9580 § 5.5.3, S2K usage 254).
const CHECKSUM: usize = 20;

/// Opens a key.
///
/// # Errors
/// What sequoia says, if neither of the two can open it.
pub(super) fn unlock(
    key: Key<SecretParts, UnspecifiedRole>,
    password: &Password,
) -> openpgp::Result<Key<SecretParts, UnspecifiedRole>> {
    key.clone().decrypt_secret(password).or_else(|refused| {
        let secret = match key.secret() {
            SecretKeyMaterial::Encrypted(locked) => scalar(key.pk_algo(), locked, password),
            SecretKeyMaterial::Unencrypted(_) => None,
        };
        secret.map(|secret| key.add_secret(secret.into()).0).ok_or(refused)
    })
}

/// The only number of an ECC key, leading zeros or not.
fn scalar(algorithm: PublicKeyAlgorithm, locked: &Encrypted, password: &Password) -> Option<Mpis> {
    if locked.aead_algo().is_some() || locked.checksum() != Some(SecretKeyChecksum::SHA1) {
        return None;
    }
    let plain = decrypt(locked, password)?;
    let (number, checksum) = plain.split_at(plain.len().checked_sub(CHECKSUM)?);
    if !openssl::memcmp::eq(&openssl::sha::sha1(number), checksum) {
        return None;
    }
    let (&[high, low], value) = number.split_first_chunk()?;
    let bits = usize::from(u16::from_be_bytes([high, low]));
    if value.len() != bits.div_ceil(8) {
        return None;
    }
    let scalar = ProtectedMPI::from(value);
    match algorithm {
        PublicKeyAlgorithm::EdDSA => Some(Mpis::EdDSA { scalar }),
        PublicKeyAlgorithm::ECDSA => Some(Mpis::ECDSA { scalar }),
        PublicKeyAlgorithm::ECDH => Some(Mpis::ECDH { scalar }),
        _ => None,
    }
}

/// CFB; the initial vector stands in front.
fn decrypt(locked: &Encrypted, password: &Password) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = match locked.algo() {
        SymmetricAlgorithm::AES128 => Cipher::aes_128_cfb128(),
        SymmetricAlgorithm::AES192 => Cipher::aes_192_cfb128(),
        SymmetricAlgorithm::AES256 => Cipher::aes_256_cfb128(),
        _ => return None,
    };
    let key = locked.s2k().derive_key(password, cipher.key_len()).ok()?;
    let (iv, sealed) = locked.ciphertext().ok()?.split_at_checked(IV)?;
    let mut crypter = Crypter::new(cipher, Mode::Decrypt, &key, Some(iv)).ok()?;
    let mut plain = Zeroizing::new(vec![0; sealed.len() + cipher.block_size()]);
    let mut length = crypter.update(sealed, &mut plain).ok()?;
    length += crypter.finalize(&mut plain[length..]).ok()?;
    plain.truncate(length);
    Some(plain)
}
