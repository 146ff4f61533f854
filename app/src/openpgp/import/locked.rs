//! What protects a secret key, and taking it off.
//!
//! sequoia with OpenSSL opens what is locked with AES, 3DES and AEAD modes. GnuPG before 2.1 locked with CAST5, PGP with
//! IDEA, and `--s2k-cipher-algo` gives the others; our OpenSSL is built without those, so they are here. A passphrase is
//! made a key of once, so all that is locked in CFB is opened here, and the rest there.

use cfb_mode::Decryptor;
use cfb_mode::cipher::{AsyncStreamCipher, BlockCipher, BlockEncryptMut, InnerIvInit, KeyInit};
use openpgp::Packet;
use openpgp::crypto::mpi::{SecretKeyChecksum, SecretKeyMaterial as Mpis};
use openpgp::crypto::{Password, S2K};
use openpgp::packet::key::{Encrypted, SecretKeyMaterial};
use openpgp::serialize::SerializeInto;
use openpgp::types::{PublicKeyAlgorithm, SymmetricAlgorithm};
use openssl::symm::{Cipher, Crypter, Mode};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::derive::{Derived, library_is_right, tries};
use super::leading_zeros::put_right;
use crate::openpgp::SlotKey;

/// SHA-1 over the numbers, behind them (RFC 9580 § 5.5.3, S2K usage 254).
const CHECKSUM: usize = 20;
/// GnuPG's own way to say that a secret is elsewhere: type 101, a hash that means nothing, three letters, and where.
const GNU: [u8; 4] = *b"\0GNU";
const GNU_S2K: u8 = 101;

/// Where the secret is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Elsewhere {
    /// `sec#`: somewhere.
    Unknown,
    /// `sec>`: on a card.
    Card,
}

/// What protects a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Protection {
    /// Nothing.
    Open,
    /// A passphrase.
    Locked,
    /// There is none, only a note.
    Stub(Elsewhere),
    /// Something that is not known here: what it is called.
    Strange(String),
    /// Trying a passphrase would take more than there may be.
    Costly,
    /// There is too little of it for any passphrase to open.
    Damaged,
}

impl Protection {
    /// Of two copies of one secret, the one that is worth more.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Protection::Stub(_) => 0,
            Protection::Strange(_) | Protection::Costly | Protection::Damaged => 1,
            Protection::Locked => 2,
            Protection::Open => 3,
        }
    }
}

/// Looks at what protects it.
#[allow(deprecated)] // No S2K that is too weak to be made today is too weak to be opened.
pub(super) fn protection(key: &SlotKey) -> Protection {
    let SecretKeyMaterial::Encrypted(locked) = key.secret() else { return Protection::Open };
    let hash = match locked.s2k() {
        S2K::Private { tag: GNU_S2K, .. } => match stub(key) {
            Some(elsewhere) => return Protection::Stub(elsewhere),
            None => return Protection::Strange(format!("S2K {GNU_S2K}")),
        },
        S2K::Private { tag, .. } | S2K::Unknown { tag, .. } => {
            return Protection::Strange(format!("S2K {tag}"));
        }
        s2k if is_costly(s2k) => return Protection::Costly,
        S2K::Simple { hash } | S2K::Salted { hash, .. } | S2K::Iterated { hash, .. } => Some(*hash),
        _ => None,
    };
    let (cipher, aead) = (locked.algo(), locked.aead_algo());
    match (hash, aead) {
        (Some(hash), _) if !hash.is_supported() => Protection::Strange(hash.to_string()),
        (_, Some(aead)) if !aead.is_supported() || !cipher.is_supported() => {
            Protection::Strange(format!("{cipher} {aead}"))
        }
        (_, None) if !is_known(cipher) => Protection::Strange(cipher.to_string()),
        // With no such numbers is there a key, whatever is typed (RFC 9580 § 3.7.1.4).
        (None, _) if is_impossible(locked.s2k()) => Protection::Strange(format!("{}", locked.s2k())),
        (Some(hash), Some(aead))
            if !cipher.key_size().is_ok_and(|length| library_is_right(locked.s2k(), length)) =>
        {
            Protection::Strange(format!("{hash} {aead}"))
        }
        _ if is_too_short(locked) => Protection::Damaged,
        _ => Protection::Locked,
    }
}

/// Whether a key can be made of a passphrase in this way, for the library or for [`cfb`].
#[allow(deprecated)] // As above.
pub(super) fn is_derived(s2k: &S2K) -> bool {
    match s2k {
        S2K::Simple { hash } | S2K::Salted { hash, .. } | S2K::Iterated { hash, .. } => hash.is_supported(),
        S2K::Private { .. } | S2K::Unknown { .. } => false,
        s2k => !is_impossible(s2k),
    }
}

/// Whether [`cfb`] knows a cipher.
pub(super) fn is_known(cipher: SymmetricAlgorithm) -> bool {
    cipher.is_supported() || is_old(cipher)
}

/// Whether there is more than a note.
pub(super) fn is_real(key: &SlotKey) -> bool {
    !matches!(protection(key), Protection::Stub(_))
}

/// Whether there is not even room for one number and for what shows that it is the right one.
fn is_too_short(locked: &Encrypted) -> bool {
    let check = match (locked.aead_algo(), locked.checksum()) {
        (Some(aead), _) => aead.digest_size(),
        (None, Some(SecretKeyChecksum::SHA1)) => locked.algo().block_size().map(|block| block + CHECKSUM),
        (None, _) => locked.algo().block_size().map(|block| block + 2),
    };
    match (locked.ciphertext(), check) {
        (Ok(sealed), Ok(check)) => sealed.len() <= check,
        _ => true,
    }
}

/// Where the secret is, as GnuPG notes it (its `doc/DETAILS`, 'GNU extensions to the S2K algorithm').
fn stub(key: &SlotKey) -> Option<Elsewhere> {
    let packet = Packet::from(key.clone().role_into_primary()).to_vec().ok()?;
    let public = key.clone().parts_into_public().role_into_primary();
    let noted = packet.get(Packet::from(public).to_vec().ok()?.len().saturating_sub(4)..)?;
    let at = noted.windows(5).position(|window| window[0] == GNU_S2K && window[2..] == GNU[1..])?;
    match noted.get(at + 5)? {
        1 => Some(Elsewhere::Unknown),
        2 => Some(Elsewhere::Card),
        _ => None,
    }
}

/// Whether a passphrase is tried with more memory and passes than RFC 9580 § 3.7.1.4 recommends where memory is short:
/// 64 MiB, three times. Nothing says that these numbers are the owner's, and GnuPG has no such keys at all.
pub(super) fn is_costly(s2k: &S2K) -> bool {
    matches!(s2k, S2K::Argon2 { t, p, m, .. } if *t > 3 || *p > 4 || *m > 16)
}

/// Whether Argon2 has no way to make a key of any passphrase.
fn is_impossible(s2k: &S2K) -> bool {
    matches!(s2k, S2K::Argon2 { t, p, m, .. }
        if *t == 0 || *p == 0 || 1_u64.checked_shl((*m).into()).is_none_or(|kib| kib < 8 * u64::from(*p)))
}

/// How many tries one passphrase is.
pub(super) fn cost(key: &SlotKey) -> usize {
    let SecretKeyMaterial::Encrypted(locked) = key.secret() else { return 0 };
    tries(locked.s2k(), locked.algo().key_size().unwrap_or(0))
}

/// Opens a key, if this is its passphrase. What has its integrity checked by the cipher itself (AEAD) the library opens.
pub(super) fn unlock(key: &SlotKey, password: &Password, derived: &mut Derived) -> Option<SlotKey> {
    let SecretKeyMaterial::Encrypted(locked) = key.secret() else { return None };
    let secret = match locked.aead_algo() {
        None => secret(key.pk_algo(), locked, password, derived)?.into(),
        Some(_) => derived.by_the_library(cost(key), || locked.decrypt(key, password))?,
    };
    Some(key.clone().add_secret(secret.into()).0)
}

/// The numbers of a secret key.
fn secret(
    algorithm: PublicKeyAlgorithm,
    locked: &Encrypted,
    password: &Password,
    derived: &mut Derived,
) -> Option<Mpis> {
    let checksum = locked.checksum().unwrap_or_default();
    let cipher = locked.algo();
    let key = derived.key(locked.s2k(), password, cipher.key_size().ok()?)?;
    // § 5.5.3: the initial vector, as long as the cipher's block, stands in front.
    let (iv, sealed) = locked.ciphertext().ok()?.split_at_checked(cipher.block_size().ok()?)?;
    let plain = cfb(cipher, &key, iv, sealed)?;
    let numbers = |plain: &[u8]| Mpis::from_bytes_with_checksum(algorithm, plain, checksum).ok();
    // One wrong passphrase in 65,536 has the right sum of two bytes: that is not looked at twice.
    let zeros = || put_right(&plain, checksum).filter(|_| checksum == SecretKeyChecksum::SHA1);
    numbers(&plain).or_else(|| numbers(&zeros()?))
}

/// What was encrypted in CFB.
#[allow(deprecated)]
pub(super) fn cfb(
    cipher: SymmetricAlgorithm,
    key: &[u8],
    iv: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    match cipher {
        SymmetricAlgorithm::AES128 => openssl(Cipher::aes_128_cfb128(), key, iv, sealed),
        SymmetricAlgorithm::AES192 => openssl(Cipher::aes_192_cfb128(), key, iv, sealed),
        SymmetricAlgorithm::AES256 => openssl(Cipher::aes_256_cfb128(), key, iv, sealed),
        SymmetricAlgorithm::TripleDES => openssl(Cipher::des_ede3_cfb64(), key, iv, sealed),
        SymmetricAlgorithm::CAST5 => old::<cast5::Cast5>(key, iv, sealed),
        SymmetricAlgorithm::Blowfish => old::<blowfish::Blowfish>(key, iv, sealed),
        SymmetricAlgorithm::Twofish => old::<twofish::Twofish>(key, iv, sealed),
        SymmetricAlgorithm::Camellia128 => old::<camellia::Camellia128>(key, iv, sealed),
        SymmetricAlgorithm::Camellia192 => old::<camellia::Camellia192>(key, iv, sealed),
        SymmetricAlgorithm::Camellia256 => old::<camellia::Camellia256>(key, iv, sealed),
        SymmetricAlgorithm::IDEA => old::<idea::Idea>(key, iv, sealed),
        _ => None,
    }
}

/// Ciphers that are here, since our OpenSSL is built without them.
#[allow(deprecated)]
fn is_old(cipher: SymmetricAlgorithm) -> bool {
    use SymmetricAlgorithm as S;
    let camellia = matches!(cipher, S::Camellia128 | S::Camellia192 | S::Camellia256);
    camellia || matches!(cipher, S::CAST5 | S::Blowfish | S::Twofish | S::IDEA)
}

fn openssl(cipher: Cipher, key: &[u8], iv: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut crypter = Crypter::new(cipher, Mode::Decrypt, key, Some(iv)).ok()?;
    let mut plain = Zeroizing::new(vec![0; sealed.len() + cipher.block_size()]);
    let mut length = crypter.update(sealed, &mut plain).ok()?;
    length += crypter.finalize(&mut plain[length..]).ok()?;
    plain.truncate(length);
    Some(plain)
}

fn old<C: BlockCipher + BlockEncryptMut + KeyInit>(
    key: &[u8],
    iv: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = C::new_from_slice(key).ok()?;
    let mut plain = Zeroizing::new(sealed.to_vec());
    Decryptor::inner_iv_slice_init(cipher, iv).ok()?.decrypt(&mut plain);
    Some(plain)
}
