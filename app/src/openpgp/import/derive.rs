//! The key that a passphrase makes (RFC 9580 § 3.7.1).
//!
//! sequoia's own is right as far as one hash goes. Behind that, where a hash is shorter than the key (MD5, RIPEMD-160
//! and SHA-224 under a cipher of 256 bits), its OpenSSL side gives zeros (2.4.2: a context is not begun anew once it was
//! finished). GnuPG gives what the standard says, so those are derived here.

use openpgp::crypto::{Password, S2K, SessionKey};
use openpgp::types::HashAlgorithm;
use openssl::md::Md;
use openssl::md_ctx::MdCtx;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

/// So much is hashed at once.
const AT_ONCE: usize = 4096;

/// Keys that one answer has made. Each takes up to a good part of a second: none is made twice, and who bounds them knows
/// how many there were. Nothing else in a key file's import makes one.
#[derive(Default)]
pub(super) struct Derived {
    made: Vec<(S2K, Password, usize, Option<SessionKey>)>,
    /// How many tries that was.
    tries: usize,
}

/// Tries that one answer may take in vain ([`tries`]): each takes up to a good part of a second.
pub(super) const VAIN: usize = 16;
/// The most that GnuPG ever asks for: so many bytes through SHA-1, twice for a cipher of 256 bits.
const A_TRY: u64 = 2 * 65_011_712;

/// How many tries it is to make a key of a passphrase, one or more: the count and the hash, of which some take several times
/// as long as others, were in the file.
#[allow(deprecated)]
pub(super) fn tries(s2k: &S2K, length: usize) -> usize {
    let (hash, bytes) = match s2k {
        S2K::Iterated { hash, hash_bytes, .. } => (*hash, u64::from(*hash_bytes)),
        _ => return 1,
    };
    let slow = match hash {
        HashAlgorithm::RipeMD => 4,
        HashAlgorithm::SHA3_256 | HashAlgorithm::SHA3_512 => 3,
        HashAlgorithm::SHA224 | HashAlgorithm::SHA256 => 2,
        _ => 1,
    };
    let hashes = length.div_ceil(hash.digest_size().unwrap_or(length).max(1)) as u64;
    usize::try_from((bytes * hashes * slow).div_ceil(A_TRY)).unwrap_or(usize::MAX).max(1)
}

impl Derived {
    /// A key of `length` bytes.
    pub(super) fn key(&mut self, s2k: &S2K, password: &Password, length: usize) -> Option<SessionKey> {
        let same = self.made.iter().find(|(of, by, long, _)| of == s2k && *long == length && by == password);
        if let Some((.., key)) = same {
            return key.clone();
        }
        let key = derive(s2k, password, length);
        self.tries += tries(s2k, length);
        self.made.push((s2k.clone(), password.clone(), length, key.clone()));
        key
    }

    /// What the library opens as a whole, deriving one key on the way.
    pub(super) fn by_the_library<T>(
        &mut self,
        tries: usize,
        open: impl FnOnce() -> openpgp::Result<T>,
    ) -> Option<T> {
        self.tries += tries;
        open().ok()
    }

    /// How many tries that was.
    pub(super) fn tries(&self) -> usize {
        self.tries
    }

    /// How many there were, but for those of the library.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.made.len()
    }
}

/// Whether the library's own derivation is right: see above.
#[allow(deprecated)]
pub(super) fn library_is_right(s2k: &S2K, length: usize) -> bool {
    match s2k {
        S2K::Simple { hash } | S2K::Salted { hash, .. } | S2K::Iterated { hash, .. } => match hash {
            HashAlgorithm::MD5 | HashAlgorithm::RipeMD | HashAlgorithm::SHA224 => {
                hash.digest_size().is_ok_and(|size| size >= length)
            }
            _ => true,
        },
        S2K::Implicit => length <= 16,
        _ => true,
    }
}

/// A key of `length` bytes.
#[allow(deprecated)] // What is too weak to be made today is not too weak to be opened.
fn derive(s2k: &S2K, password: &Password, length: usize) -> Option<SessionKey> {
    let (hash, salt, count) = match s2k {
        S2K::Simple { hash } => (*hash, &[][..], 0),
        S2K::Salted { hash, salt } => (*hash, &salt[..], 0),
        S2K::Iterated { hash, salt, hash_bytes } => (*hash, &salt[..], usize::try_from(*hash_bytes).ok()?),
        S2K::Implicit => (HashAlgorithm::MD5, &[][..], 0),
        _ => return s2k.derive_key(password, length).ok(),
    };
    let digest = match hash {
        HashAlgorithm::MD5 => Md::md5(),
        HashAlgorithm::RipeMD => Md::ripemd160(),
        HashAlgorithm::SHA224 => Md::sha224(),
        _ => return s2k.derive_key(password, length).ok(),
    };
    let once = password.map(|word| Zeroizing::new([salt, word].concat()));
    // § 3.7.1.3: all of it once at the least, and the last time as much as is left.
    let count = count.max(once.len());
    let again = Zeroizing::new(once.repeat(AT_ONCE / once.len().max(1) + 1));
    let mut key = SessionKey::from(vec![0; length]);
    let mut hashed = Zeroizing::new(vec![0; digest.size()]);
    for (zeros, part) in key.chunks_mut(digest.size()).enumerate() {
        // § 3.7.1.1: each further hash begins with a zero more.
        let mut hasher = MdCtx::new().ok()?;
        hasher.digest_init(digest).ok()?;
        hasher.digest_update(&vec![0; zeros]).ok()?;
        let mut left = count;
        while left > 0 {
            let now = left.min(again.len());
            hasher.digest_update(&again[..now]).ok()?;
            left -= now;
        }
        hasher.digest_final(&mut hashed).ok()?;
        part.copy_from_slice(&hashed[..part.len()]);
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(deprecated)]
    fn further_hashes_begin_with_zeros() {
        let hex = |hash, length| {
            let key = derive(&S2K::Simple { hash }, &"abc".into(), length).unwrap_or_else(|| vec![].into());
            data_encoding::HEXLOWER.encode(&key)
        };
        // `printf abc | md5sum`, `printf '\0abc' | md5sum`.
        let md5 = "900150983cd24fb0d6963f7d28e17f727a3949eab1a4b3609fb05f2699ebeb8f";
        assert_eq!(hex(HashAlgorithm::MD5, 32), md5);
        assert!(hex(HashAlgorithm::SHA224, 32).ends_with("9da7a5b29b7d"));
        assert!(hex(HashAlgorithm::RipeMD, 24).ends_with("0bfca1377349"));
    }

    #[test]
    #[allow(deprecated)]
    fn what_takes_longer_is_more_than_one_try() {
        let of = |hash, hash_bytes| S2K::Iterated { hash, salt: [7; 8], hash_bytes };
        use HashAlgorithm as Hash;
        for (hash, bytes, length, expected) in [
            (Hash::SHA1, 65_011_712, 32, 1),
            (Hash::SHA1, 1024, 16, 1),
            (Hash::SHA256, 65_011_712, 32, 1),
            (Hash::SHA512, 65_011_712, 32, 1),
            (Hash::RipeMD, 65_011_712, 16, 2),
            (Hash::RipeMD, 65_011_712, 32, 4),
            (Hash::SHA224, 65_011_712, 32, 2),
            (Hash::RipeMD, 16_252_928, 32, 1),
        ] {
            assert_eq!(tries(&of(hash, bytes), length), expected, "{hash}, {bytes} bytes, {length}");
        }
    }

    /// Where both can, both give the same.
    #[test]
    #[allow(deprecated)]
    fn one_hash_is_what_the_library_derives() {
        let password = Password::from("correct horse");
        for hash in [HashAlgorithm::MD5, HashAlgorithm::RipeMD, HashAlgorithm::SHA224] {
            for s2k in [
                S2K::Simple { hash },
                S2K::Salted { hash, salt: [7; 8] },
                S2K::Iterated { hash, salt: [7; 8], hash_bytes: 65_536 },
                S2K::Iterated { hash, salt: [7; 8], hash_bytes: 1 },
                S2K::Iterated { hash, salt: [7; 8], hash_bytes: 1031 },
                S2K::Iterated { hash, salt: [7; 8], hash_bytes: 65_011_712 },
            ] {
                assert_eq!(derive(&s2k, &password, 16), s2k.derive_key(&password, 16).ok(), "{s2k:?}");
            }
        }
    }
}
