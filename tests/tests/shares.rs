//! Shares: any k of n bring the backup key back, one fewer brings nothing, and whatever does not
//! belong is told apart by name and number. `gfcombine` and `gfsplit` are Debian's (libgfshare-bin).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

use coldspare::backup::{
    BackupKey, CardHash, Cards, GatherError, Gathering, Manifest, Progress, Share, ShareError, split,
};
use coldspare::plan::Quorum;
use coldspare_tests::fixtures;
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

fn quorum(needed: u8, cards: u8) -> Quorum {
    Quorum::new(needed.into(), cards.into()).unwrap()
}

fn new_set(needed: u8, cards: u8) -> (BackupKey, Vec<Share>) {
    let key = BackupKey::generate().unwrap();
    let shares = split(&key, quorum(needed, cards));
    assert!(shares.iter().map(|s| s.x).eq(1..=cards));
    (key, shares)
}

/// What would be signed and put beside these shares.
fn manifest_of(shares: &[Share]) -> Manifest {
    Manifest {
        before: Vec::new(),
        sealing: 1,
        moment: std::time::SystemTime::now().into(),
        program: "0.1.0".into(),
        fingerprint: "0".repeat(40),
        user_ids: vec!["Ada Lovelace <ada@example.org>".into()],
        algorithm: "Ed25519".into(),
        sealed_backup_sha256: [0; 32],
        set: shares[0].set,
        quorum: shares[0].quorum,
        cards: shares.iter().map(|s| CardHash { x: s.x, sha256: s.hash() }).collect(),
    }
}

fn with_and_without_manifest(shares: &[Share]) -> [Gathering; 2] {
    [Gathering::new(), Gathering::of(manifest_of(shares))]
}

/// All subsets of this size.
fn subsets(shares: &[Share], size: usize) -> Vec<Vec<Share>> {
    (0..1u32 << shares.len())
        .filter(|chosen| chosen.count_ones() as usize == size)
        .map(|chosen| {
            let is_in = |(i, _): &(usize, &Share)| chosen >> i & 1 == 1;
            shares.iter().enumerate().filter(is_in).map(|(_, s)| s.clone()).collect()
        })
        .collect()
}

fn join(mut gathering: Gathering, shares: &[Share]) -> Result<BackupKey, GatherError> {
    for share in shares {
        gathering.add(share.clone())?;
    }
    gathering.join()
}

fn is_same(a: &BackupKey, b: &BackupKey) -> bool {
    a.passphrase().expose_secret() == b.passphrase().expose_secret()
}

/// The error's text names this card.
#[track_caller]
fn names(error: &GatherError, card: u8) {
    let text = error.to_string();
    assert!(text.starts_with(&format!("card {card} ")), "{text}");
}

fn every_subset(needed: u8, cards: u8) {
    let (key, shares) = new_set(needed, cards);
    for enough in subsets(&shares, needed.into()) {
        for gathering in with_and_without_manifest(&shares) {
            assert!(is_same(&join(gathering, &enough).unwrap(), &key));
        }
    }
    for one_fewer in subsets(&shares, usize::from(needed) - 1) {
        for gathering in with_and_without_manifest(&shares) {
            let error = join(gathering, &one_fewer).unwrap_err();
            assert_eq!(error, GatherError::TooFew { missing: 1, needed });
            let message = format!("1 more of {needed} cards is needed. Scan or type another card.");
            assert_eq!(fixtures::message(&error), message);
        }
    }
}

#[test]
fn any_3_of_5_are_enough_and_no_2_are() {
    every_subset(3, 5);
}

#[test]
fn any_2_of_3_are_enough_and_no_single_one_is() {
    every_subset(2, 3);
}

#[test]
fn both_of_2_of_2_are_needed() {
    every_subset(2, 2);
}

#[test]
fn all_of_16_of_16_are_needed() {
    every_subset(16, 16);
}

/// The rule of k is not the program's alone to keep: cards that claim to be enough, but are not,
/// give another key, and it shows.
#[test]
fn one_card_fewer_gives_another_key_even_if_the_cards_say_that_they_are_enough() {
    let (key, shares) = new_set(3, 5);
    for mut two in subsets(&shares, 2) {
        two.iter_mut().for_each(|s| s.quorum = quorum(2, 5));
        let cards: Vec<u8> = two.iter().map(|s| s.x).collect();
        let named = Cards(cards.iter().copied().map(Some).collect());
        let expected = GatherError::Unfit { cards: named.clone(), set: key.set(), more: true };
        let error = join(Gathering::new(), &two).unwrap_err();
        assert_eq!(error, expected);
        assert!(error.to_string().starts_with(&format!("cards {named} ")), "{error}");
    }
}

#[test]
fn cards_may_come_in_any_order_and_each_says_how_many_are_missing() {
    let (key, shares) = new_set(3, 5);
    for mut gathering in with_and_without_manifest(&shares) {
        for (card, missing) in [(5, 2), (1, 1), (4, 0)] {
            let progress = gathering.add(shares[card - 1].clone()).unwrap();
            assert_eq!(progress, Progress { card: Some(card as u8), missing });
        }
        assert!(is_same(&gathering.join().unwrap(), &key));
    }
}

#[test]
fn a_card_of_another_set_is_named_with_both_sets() {
    let ((_, ours), (_, others)) = (new_set(3, 5), new_set(3, 5));
    for mut gathering in with_and_without_manifest(&ours) {
        gathering.add(ours[0].clone()).unwrap();
        let error = gathering.add(others[3].clone()).unwrap_err();
        let (found, expected) = (others[0].set, ours[0].set);
        assert_eq!(error, GatherError::OtherSet { card: 4, found, expected });
        names(&error, 4);
        assert!(error.to_string().contains(&found.to_string()));
        assert!(error.to_string().contains(&expected.to_string()));
    }
    let mut beside_the_bundle = Gathering::of(manifest_of(&ours));
    let error = beside_the_bundle.add(others[0].clone()).unwrap_err();
    assert!(matches!(error, GatherError::OtherSet { card: 1, .. }), "the bundle knows the set");
}

#[test]
fn a_doubled_card_is_named() {
    let (_, shares) = new_set(2, 3);
    for mut gathering in with_and_without_manifest(&shares) {
        gathering.add(shares[1].clone()).unwrap();
        for _ in 0..2 {
            let error = gathering.add(shares[1].clone()).unwrap_err();
            assert_eq!(error, GatherError::Doubled { card: Some(2) });
            names(&error, 2);
        }
        gathering.add(shares[0].clone()).unwrap();
        assert_eq!(gathering.add(shares[0].clone()).unwrap_err(), GatherError::Doubled { card: Some(1) });
        gathering.join().unwrap();
    }
}

#[test]
fn a_card_beyond_the_quorum_is_kept_until_they_were_joined_and_only_then_said_to_be_needless() {
    let (key, shares) = new_set(2, 5);
    for mut gathering in with_and_without_manifest(&shares) {
        for i in [0, 2, 1] {
            gathering.add(shares[i].clone()).unwrap();
        }
        assert!(is_same(&gathering.join().unwrap(), &key));
        let error = gathering.add(shares[3].clone()).unwrap_err();
        assert_eq!(error, GatherError::NotNeeded(Cards(vec![Some(4)])));
    }
}

#[test]
fn a_damaged_line_is_noticed_by_its_own_check() {
    let (_, shares) = new_set(2, 3);
    let text = shares[0].to_text();
    let damaged = text.replacen(":1:", ":2:", 1);
    assert!(matches!(Share::parse(&damaged), Err(ShareError::Check { .. })));
}

/// The share as somebody would have to write it who can compute checks, but not hashes backwards.
fn forged(share: &Share) -> Share {
    let mut forged = share.clone();
    forged.y[31] ^= 1;
    Share::parse(&forged.to_text()).unwrap()
}

#[test]
fn a_forged_card_passes_its_check_but_is_not_on_the_manifests_list() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of(manifest_of(&shares));
    gathering.add(shares[0].clone()).unwrap();
    let error = gathering.add(forged(&shares[4])).unwrap_err();
    assert_eq!(error, GatherError::NotListed { card: 5, set: key.set() });
    names(&error, 5);
    // Whoever had the stick may have forged the list, and the card be the true one.
    assert!(fixtures::message(&error).contains("One of the two is not the true one."), "{error}");
    gathering.add(shares[4].clone()).unwrap();
    gathering.add(shares[1].clone()).unwrap();
    assert!(is_same(&gathering.join().unwrap(), &key));
}

#[test]
fn a_card_that_was_never_printed_is_not_on_the_list() {
    let (_, shares) = new_set(2, 3);
    let (mut fourth, mut other_quorum) = (shares[0].clone(), shares[1].clone());
    fourth.x = 4;
    other_quorum.quorum = quorum(3, 3);
    for card in [fourth, other_quorum] {
        let not_listed = GatherError::NotListed { card: card.x, set: card.set };
        assert_eq!(Gathering::of(manifest_of(&shares)).add(card).unwrap_err(), not_listed);
    }
}

#[test]
fn no_card_at_all_is_too_few() {
    let (_, shares) = new_set(3, 5);
    let error = Gathering::new().join().unwrap_err();
    assert!(matches!(error, GatherError::TooFew { .. }));
    let error = Gathering::of(manifest_of(&shares)).join().unwrap_err();
    assert_eq!(error, GatherError::TooFew { missing: 3, needed: 3 });
}

#[test]
fn each_error_says_what_to_do_now_and_none_calls_a_card_damaged() {
    let (_, shares) = new_set(2, 3);
    let (set, cards) = (shares[0].set, || Cards(vec![Some(1), None]));
    for error in [
        GatherError::OtherSet { card: 1, found: set, expected: set },
        GatherError::Doubled { card: Some(1) },
        GatherError::Doubled { card: None },
        GatherError::SameNumber { card: 1 },
        GatherError::NotListed { card: 1, set },
        GatherError::NotNeeded(cards()),
        GatherError::Misfit(cards()),
        GatherError::Full,
        GatherError::TooFew { missing: 1, needed: 2 },
        GatherError::Unfit { cards: cards(), set, more: true },
        GatherError::Unfit { cards: cards(), set, more: false },
        GatherError::ListUnfit { cards: cards(), set },
        GatherError::NumbersNeeded(cards()),
        GatherError::NotThisBackup { cards: cards(), set },
        GatherError::TwoKeys,
        GatherError::Stopped,
    ] {
        let text = fixtures::message(&error);
        let verbs = [
            "ut it aside",
            "ake another",
            "Scan",
            "o on",
            "Look at",
            "ake one out",
            "Bring",
            "ead it again",
            "ype it again",
        ];
        let others = ["se another copy", "Press Enter to try them again"];
        assert!(verbs.iter().chain(&others).any(|verb| text.contains(verb)), "{text}");
        assert!(!text.contains("damaged") && !text.contains("bad"), "{text}");
    }
}

/// RUSTSEC-2024-0398: `sharks` never drew 0 for a coefficient, so that each share ruled out one value
/// of each byte. With k = 2 the coefficient is share 1 exclusive-or the secret.
#[test]
fn every_coefficient_is_drawn_zero_included() {
    let mut drawn = [0u32; 256];
    for _ in 0..400 {
        let (key, shares) = new_set(2, 2);
        let secret = data_encoding::HEXLOWER.decode(key.passphrase().expose_secret().as_bytes()).unwrap();
        secret.iter().zip(shares[0].y.iter()).for_each(|(s, y)| drawn[usize::from(s ^ y)] += 1);
    }
    // 50 of each are expected; none or more than 150 comes once in 10^19 runs.
    assert!(drawn.iter().all(|n| (1..150).contains(n)), "{drawn:?}");
}

/// Debian's `gfcombine` over shares whose files bear their numbers.
fn gfcombine(folder: &Path, files: &[String]) -> Vec<u8> {
    let joined = Command::new("gfcombine")
        .args(["-o", "backup-key"])
        .args(files)
        .current_dir(folder)
        .output()
        .expect("gfcombine is in Debian's package libgfshare-bin");
    assert!(joined.status.success(), "{}", String::from_utf8_lossy(&joined.stderr));
    fs::read(folder.join("backup-key")).unwrap()
}

#[test]
fn gfcombine_joins_our_shares() {
    for (needed, cards) in [(2, 2), (2, 3), (3, 5), (16, 16)] {
        let (key, shares) = new_set(needed, cards);
        for subset in subsets(&shares, needed.into()) {
            let folder = tempfile::tempdir().unwrap();
            let files: Vec<_> = subset.iter().map(|s| format!("share.{:03}", s.x)).collect();
            for (file, share) in files.iter().zip(&subset) {
                fs::write(folder.path().join(file), &share.y[..]).unwrap();
            }
            let joined: [u8; 32] = gfcombine(folder.path(), &files).try_into().unwrap();
            assert!(is_same(&BackupKey::from_bytes(joined), &key));
        }
    }
}

#[test]
fn gfcombine_gets_another_key_from_one_share_fewer() {
    let (key, shares) = new_set(3, 5);
    let folder = tempfile::tempdir().unwrap();
    for share in &shares[..2] {
        fs::write(folder.path().join(format!("share.{:03}", share.x)), &share.y[..]).unwrap();
    }
    let joined = gfcombine(folder.path(), &["share.001".into(), "share.002".into()]);
    let set = &Sha256::digest(joined)[..4];
    assert_ne!(data_encoding::HEXUPPER.encode(set), key.set().to_string());
}

/// `gfsplit` numbers its shares at random from 1 to 255.
#[test]
fn what_gfsplit_split_is_joined_here() {
    for (needed, cards) in [(2, 3), (3, 5)] {
        let key = BackupKey::generate().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let secret = data_encoding::HEXLOWER.decode(key.passphrase().expose_secret().as_bytes()).unwrap();
        fs::write(folder.path().join("key"), secret).unwrap();
        let split = Command::new("gfsplit")
            .args(["-n", &needed.to_string(), "-m", &cards.to_string(), "key"])
            .current_dir(folder.path())
            .status()
            .expect("gfsplit is in Debian's package libgfshare-bin");
        assert!(split.success());
        let shares: Vec<Share> = fs::read_dir(folder.path())
            .unwrap()
            .filter_map(|file| {
                let path = file.unwrap().path();
                let x = path.file_name()?.to_str()?.strip_prefix("key.")?.parse().unwrap();
                let y = Zeroizing::new(fs::read(&path).unwrap().try_into().unwrap());
                Some(Share { set: key.set(), quorum: quorum(needed, cards), x, y })
            })
            .collect();
        assert_eq!(shares.len(), cards.into());
        for subset in subsets(&shares, needed.into()) {
            assert!(is_same(&join(Gathering::new(), &subset).unwrap(), &key));
        }
    }
}
