//! One answer to what is locked: in all its spellings, on all keys, and in few tries.

use std::collections::HashMap;

use openpgp::Fingerprint;
use openpgp::crypto::Password;
use sequoia_openpgp as openpgp;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::copies::is_right;
use super::derive::{Derived, VAIN};
use super::locked::unlock;
use super::work::Work;
use crate::openpgp::{OpenPgpError, SlotKey};

/// What one answer has opened.
#[derive(Default)]
pub(super) struct Opened {
    /// The keys, and whether each is the primary key.
    pub keys: Vec<(SlotKey, bool)>,
    /// Of which of them another copy was opened first that is not its public key's.
    pub differing: Vec<Fingerprint>,
}

/// Those that one of these words opens, of copies of one secret the first that is its public key's. The word that has opened one is tried first on the next; and what one key's salt
/// and count make of a word is at hand for others that have the same.
pub(super) fn opened_with(
    locked: Vec<(SlotKey, bool)>,
    mut words: Vec<Password>,
    derived: &mut Derived,
) -> Result<Opened, OpenPgpError> {
    let asked = locked.first().map(|(key, _)| key.fingerprint());
    let mut copies: HashMap<_, usize> = HashMap::new();
    locked.iter().for_each(|(key, _)| *copies.entry(key.fingerprint()).or_default() += 1);
    let (mut opened, mut vain, mut work) = (Opened::default(), 0, Work::default());
    // Where one that is open is not its public key's: another copy may be.
    let mut wrong: HashMap<_, usize> = HashMap::new();
    for (key, primary) in locked {
        let print = key.fingerprint();
        let is_same = |(open, _): &(SlotKey, bool)| open.fingerprint() == print;
        if !wrong.contains_key(&print) && opened.keys.iter().any(is_same) {
            continue;
        }
        for at in 0..words.len() {
            // All copies of the one that is asked for, which are not many, in all spellings, which are four at the most. What
            // is left locked by a passphrase that opens some keys is asked for next.
            if vain >= VAIN && asked.as_ref() != Some(&print) {
                return Ok(opened);
            }
            let before = derived.tries();
            if let Some(key) = unlock(&key, &words[at], derived) {
                let is_right = copies.get(&print) == Some(&1) || is_right(&key, &mut work)?;
                match (is_right, wrong.remove(&print)) {
                    (true, Some(at)) => {
                        opened.keys[at] = (key, primary);
                        opened.differing.push(print.clone());
                    }
                    (false, Some(at)) => drop(wrong.insert(print.clone(), at)),
                    (is_right, None) => {
                        if !is_right {
                            wrong.insert(print.clone(), opened.keys.len());
                        }
                        opened.keys.push((key, primary));
                    }
                }
                words[..=at].rotate_right(1);
                break;
            }
            vain += derived.tries() - before;
        }
    }
    Ok(opened)
}

/// As it was typed; and, if there are letters beyond ASCII in it, as other keyboards and other days wrote them: composed
/// or not, and in Latin-1 or Latin-9, which GnuPG took from a terminal that had it.
pub(super) fn spellings(passphrase: &str) -> Vec<Password> {
    let mut spellings = vec![Password::from(passphrase)];
    if passphrase.is_ascii() {
        return spellings;
    }
    let composed: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
    let apart: Zeroizing<String> = Zeroizing::new(passphrase.nfd().collect());
    let latin: Option<Vec<u8>> = composed.chars().map(latin).collect();
    let others = [&composed, &apart].into_iter().filter(|other| other.as_str() != passphrase);
    spellings.extend(others.map(|other| Password::from(other.as_str())));
    spellings.extend(latin.map(Password::from));
    spellings
}

/// In Latin-1; or in Latin-9 (ISO 8859-15), which has these where Latin-1 has signs that no keyboard gives.
fn latin(letter: char) -> Option<u8> {
    match letter {
        '€' => Some(0xA4),
        'Š' => Some(0xA6),
        'š' => Some(0xA8),
        'Ž' => Some(0xB4),
        'ž' => Some(0xB8),
        'Œ' => Some(0xBC),
        'œ' => Some(0xBD),
        'Ÿ' => Some(0xBE),
        letter => u8::try_from(letter).ok(),
    }
}

#[cfg(test)]
mod tests {
    use openpgp::crypto::S2K;
    use openpgp::packet::Key;
    use openpgp::packet::key::{Key4, SecretParts, UnspecifiedRole};
    use openpgp::types::{Curve, HashAlgorithm, SymmetricAlgorithm};

    use super::*;

    /// As many keys as there may be (`LOCKED`).
    const MANY: usize = 64;

    /// A key under this word and salt.
    fn locked(word: &[u8], salt: u8) -> (SlotKey, bool) {
        let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [salt; 8], hash_bytes: 1024 };
        locked_with(word, s2k, SymmetricAlgorithm::AES256)
    }

    fn locked_with(word: &[u8], s2k: S2K, cipher: SymmetricAlgorithm) -> (SlotKey, bool) {
        copy_of(
            Key4::<_, UnspecifiedRole>::generate_ecc(true, Curve::Ed25519).unwrap().into(),
            word,
            s2k,
            cipher,
        )
    }

    fn copy_of(
        key: Key<SecretParts, UnspecifiedRole>,
        word: &[u8],
        s2k: S2K,
        cipher: SymmetricAlgorithm,
    ) -> (SlotKey, bool) {
        let (public, secret) = key.take_secret();
        let openpgp::packet::key::SecretKeyMaterial::Unencrypted(open) = secret else { panic!() };
        let secret = open.encrypt_with(&public, s2k, cipher, None, &Password::from(word)).unwrap();
        (public.add_secret(secret.into()).0, false)
    }

    /// Each under a salt of its own.
    fn apart(words: &[&[u8]]) -> Vec<(SlotKey, bool)> {
        (0..).zip(words).map(|(salt, word)| locked(word, salt)).collect()
    }

    /// How many keys are derived from what is typed, and how many it opens.
    fn tried(typed: &str, keys: Vec<(SlotKey, bool)>) -> (usize, usize) {
        let mut derived = Derived::default();
        let opened = opened_with(keys, spellings(typed), &mut derived).unwrap().keys;
        assert!(opened.iter().all(|(key, _)| key.has_unencrypted_secret()));
        (derived.count(), opened.len())
    }

    #[test]
    fn a_wrong_passphrase_is_refused_after_few_tries_however_many_keys_are_locked() {
        for (typed, spelt) in [("wrong", 1), ("Zürich", 3), ("Zu\u{308}rich", 3), ("Zu\u{308}rich é", 4)] {
            assert_eq!(spellings(typed).len(), spelt, "{typed}");
            for many in [1, 2, 5, MANY] {
                let tries = tried(typed, apart(&vec![&b"right"[..]; many]));
                assert_eq!(tries, ((spelt * many).min(VAIN), 0), "{typed}, {many} keys");
            }
        }
    }

    #[test]
    fn one_try_derives_one_key_and_keys_of_one_salt_and_count_share_it() {
        for right in [true, false] {
            let typed = if right { "right" } else { "wrong" };
            let opens = |many| if right { many } else { 0 };
            assert_eq!(tried(typed, apart(&[b"right"])), (1, opens(1)));
            assert_eq!(tried(typed, apart(&[b"right", b"right"])), (2, opens(2)));
            let shared = (0..MANY).map(|_| locked(b"right", 7)).collect();
            assert_eq!(tried(typed, shared), (1, opens(MANY)));
        }
        // What is there already is tried however many were in vain.
        let mut keys: Vec<_> = (0..MANY).map(|_| locked(b"another", 7)).collect();
        keys.push(locked(b"right", 7));
        assert_eq!(tried("right", keys), (1, 1));
    }

    #[test]
    fn a_right_passphrase_opens_all_keys_and_finds_its_spelling_once() {
        let typed = "Zu\u{308}rich é";
        for word in spellings(typed) {
            let right = word.map(|word| word.to_vec());
            let (tries, opened) = tried(typed, apart(&vec![&right[..]; MANY]));
            assert_eq!(opened, MANY);
            assert!(tries < MANY + spellings(typed).len(), "{tries} tries");
        }
    }

    #[test]
    fn keys_in_several_spellings_open_with_one_answer() {
        let (composed, apart_, latin) = ("Zürich".as_bytes(), "Zu\u{308}rich".as_bytes(), &b"Z\xFCrich"[..]);
        assert_eq!(tried("Zürich", apart(&[composed, apart_, latin, composed, b"another"])).1, 4);
        for (typed, latin) in
            [("5 € œuf", &b"5 \xA4 \xBDuf"[..]), ("Žluťák", b""), ("Šárka Ÿ", b"\xA6\xE1rka \xBE")]
        {
            let keys = apart(&[typed.as_bytes(), latin]);
            assert_eq!(tried(typed, keys).1, if latin.is_empty() { 1 } else { 2 }, "{typed}");
            assert!(spellings(typed).len() <= 4);
        }
    }

    /// Otherwise the one that it opens would never be tried, however often it is typed.
    #[test]
    fn all_copies_of_the_key_that_is_asked_for_are_tried_in_all_spellings() {
        let key: Key<SecretParts, UnspecifiedRole> =
            Key4::<_, UnspecifiedRole>::generate_ecc(true, Curve::Ed25519).unwrap().into();
        let copy = |salt: u8, word: &[u8]| {
            let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [salt; 8], hash_bytes: 1024 };
            copy_of(key.clone(), word, s2k, SymmetricAlgorithm::AES256)
        };
        let mut copies: Vec<_> = (1..16).map(|salt| copy(salt, b"another")).collect();
        copies.push(copy(16, b"Z\xFCrich"));
        copies.extend(apart(&vec![&b"a third one"[..]; MANY]));
        assert_eq!(tried("Zürich", copies), (16 * 3, 1));
    }

    /// What differs in one thing alone, also in the length of the key, is derived for itself.
    #[test]
    #[allow(deprecated)]
    fn keys_of_one_salt_share_what_is_derived_only_if_all_else_is_the_same() {
        let (salt, hash_bytes) = ([7; 8], 1024);
        let [sha256, sha512] = [HashAlgorithm::SHA256, HashAlgorithm::SHA512];
        let of = |hash, hash_bytes| S2K::Iterated { hash, salt, hash_bytes };
        let [short, long] = [SymmetricAlgorithm::AES128, SymmetricAlgorithm::AES256];
        let each = [
            (of(sha256, hash_bytes), long),
            (of(sha512, hash_bytes), long),
            (of(sha256, 2048), long),
            (of(sha256, hash_bytes), short),
            (S2K::Salted { hash: sha256, salt }, long),
        ];
        let keys = |word: &[u8]| -> Vec<_> {
            each.iter().map(|(s2k, cipher)| locked_with(word, s2k.clone(), *cipher)).collect()
        };
        assert_eq!(tried("right", keys(b"right")), (each.len(), each.len()));
        assert_eq!(tried("wrong", keys(b"right")), (each.len(), 0));
        // A second one of each costs nothing more.
        let twice = [keys(b"right"), keys(b"right")].concat();
        assert_eq!(tried("right", twice), (each.len(), 2 * each.len()));
    }

    /// What one word makes of a salt is never taken for what another one does.
    #[test]
    fn keys_of_one_salt_open_each_by_its_own_spelling() {
        let typed = "Zu\u{308}rich é";
        let words: Vec<Vec<u8>> =
            spellings(typed).iter().map(|word| word.map(|word| word.to_vec())).collect();
        assert_eq!(words.len(), 4);
        for first in 0..words.len() {
            let order = words[first..].iter().chain(&words[..first]);
            let keys: Vec<_> = order.chain(&words).map(|word| locked(word, 7)).collect();
            assert_eq!(tried(typed, keys), (words.len(), 2 * words.len()));
            // Nor is a key opened by a passphrase that looks like its own.
            assert_eq!(tried("Zurich é", vec![locked(&words[first], 7)]).1, 0);
        }
    }

    /// The most that a file can ask for (RFC 9580 § 3.7.1.3), in every key another one.
    #[test]
    #[allow(deprecated)]
    fn keys_that_cost_the_most_are_few_to_be_tried() {
        let costly = |hash| {
            move |salt: u8| {
                let s2k = S2K::Iterated { hash, salt: [salt; 8], hash_bytes: 65_011_712 };
                let (key, primary) = locked(b"right", salt);
                let (public, secret) = key.take_secret();
                let openpgp::packet::key::SecretKeyMaterial::Encrypted(locked) = secret else { panic!() };
                let sealed = locked.ciphertext().unwrap().to_vec().into();
                let locked =
                    openpgp::packet::key::Encrypted::new(s2k, locked.algo(), locked.checksum(), sealed);
                (public.add_secret(locked.into()).0, primary)
            }
        };
        assert_eq!(tried("wrong", (0..64).map(costly(HashAlgorithm::SHA1)).collect()), (VAIN, 0));
        // And those of which each is several tries are fewer.
        assert_eq!(tried("wrong", (0..64).map(costly(HashAlgorithm::RipeMD)).collect()), (VAIN / 4, 0));
    }
}
