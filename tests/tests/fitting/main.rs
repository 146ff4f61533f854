//! Without a manifest nothing says which of the cards in hand are right: a word was misread, a number mistaken, a card
//! is of another set, or a forgery. The right ones are found among them, the others named, and no right one is ever
//! called wrong.

#![allow(clippy::unwrap_used, clippy::panic)]

mod beside;
mod misread;
mod one_code;
mod wrong;

use std::collections::HashMap;

use coldspare::backup::{
    BackupKey, Candidates, Cards, Collector, Contents, Fit, GatherError, Gathering, Progress, SetId, Share,
    TRIES, open, parts, seal, split, words,
};
use coldspare::ceremony::{CeremonyError, Recovery, Sealed};
use coldspare::plan::{Algorithm, Quorum};
use coldspare_tests::fixtures;
use proptest::prelude::*;
use secrecy::ExposeSecret;

fn quorum(needed: u8, cards: u8) -> Quorum {
    Quorum::new(needed.into(), cards.into()).unwrap()
}

fn new_set(needed: u8, cards: u8) -> (BackupKey, Vec<Share>) {
    let key = BackupKey::generate().unwrap();
    let shares = split(&key, quorum(needed, cards));
    (key, shares)
}

fn is_same(a: &BackupKey, b: &BackupKey) -> bool {
    a.passphrase().expose_secret() == b.passphrase().expose_secret()
}

/// As a sealed backup does that was sealed under this key.
fn tried(gathering: &mut Gathering, key: &BackupKey) -> Result<BackupKey, GatherError> {
    gathering.open(&mut |found| is_same(found, key), &mut |_| true)
}

/// As somebody types it who reads number and quorum on the card.
fn typed(gathering: &mut Gathering, share: &Share, x: Option<u8>) -> Result<Progress, GatherError> {
    gathering.add_candidates(x, Some(share.quorum), [&*share.y], [])
}

fn forged(share: &Share) -> Share {
    let mut forged = share.clone();
    forged.y[usize::from(share.x)] ^= 0x40;
    forged
}

fn fits(gathering: &Gathering) -> Vec<Fit> {
    gathering.held().iter().map(|card| card.fit).collect()
}

fn does_fit(gathering: &Gathering) -> Vec<bool> {
    let is_known = |fit: &Fit| assert_ne!(*fit, Fit::Unknown);
    fits(gathering).iter().inspect(|fit| is_known(fit)).map(|fit| matches!(fit, Fit::With(_))).collect()
}

/// How a card comes.
#[derive(Debug, Clone, Copy)]
enum How {
    Scanned,
    Typed,
    WrongNumber,
    NoNumber,
    Forged,
    Misread,
    OtherSet,
}

impl How {
    fn is_right(self) -> bool {
        matches!(self, How::Scanned | How::Typed | How::WrongNumber | How::NoNumber)
    }

    fn comes(self, gathering: &mut Gathering, share: &Share, other: &Share) -> Result<Progress, GatherError> {
        let wrong = forged(share);
        match self {
            How::Scanned => gathering.add(share.clone()),
            How::Forged => gathering.add(wrong),
            How::Typed => typed(gathering, share, Some(share.x)),
            How::WrongNumber => typed(gathering, share, Some(share.x % share.quorum.cards() + 1)),
            How::NoNumber => typed(gathering, share, None),
            How::Misread => typed(gathering, &wrong, Some(share.x)),
            How::OtherSet => typed(gathering, other, Some(share.x)),
        }
    }
}

fn any_how() -> impl Strategy<Value = How> {
    use How::{Forged, Misread, NoNumber, OtherSet, Scanned, Typed, WrongNumber};
    prop::sample::select(vec![Scanned, Typed, WrongNumber, NoNumber, Forged, Misread, OtherSet])
}

#[test]
fn no_number_and_no_quorum_need_be_known() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of_set(key.set());
    for share in &shares[1..4] {
        gathering.add_candidates(None, None, [&*share.y], []).unwrap();
    }
    assert!(gathering.can_be_tried() && gathering.quorum().is_none());
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [true; 3]);
}

#[test]
fn a_quorum_that_was_typed_wrong_does_not_keep_anybody_from_the_key() {
    let (key, shares) = new_set(3, 5);
    for said in [quorum(2, 5), quorum(4, 5), quorum(3, 3), quorum(5, 16)] {
        let mut gathering = Gathering::of_set(key.set());
        for share in &shares[..3] {
            gathering.add_candidates(Some(share.x), Some(said), [&*share.y], []).unwrap();
        }
        assert!(gathering.can_be_tried(), "{said:?}");
        tried(&mut gathering, &key).unwrap();
        // What a code says of it wins.
        let mut gathering = Gathering::of_set(key.set());
        gathering.add_candidates(Some(1), Some(said), [&*shares[0].y], []).unwrap();
        gathering.add(shares[1].clone()).unwrap();
        assert_eq!((gathering.quorum(), gathering.missing()), (Some(shares[1].quorum), 1));
        gathering.add(shares[2].clone()).unwrap();
        tried(&mut gathering, &key).unwrap();
    }
}

#[test]
fn what_would_take_too_long_is_given_up_and_the_numbers_are_asked_for() {
    let (key, shares) = new_set(8, 16);
    let mut gathering = Gathering::of_set(key.set());
    for share in shares[..8].iter().rev() {
        typed(&mut gathering, share, None).unwrap();
    }
    let (mut told, mut last) = (0, 0);
    let found = gathering.open(&mut |found| is_same(found, &key), &mut |tries| {
        told += 1;
        last = tries;
        true
    });
    assert_eq!(found.unwrap_err(), GatherError::NumbersNeeded(Cards(vec![None; 8])));
    assert!(told > 10 && last <= TRIES, "{told}, {last}");
    // Whoever does not want to wait need not.
    let stopped = gathering.open(&mut |_| false, &mut |_| false);
    assert_eq!(stopped.unwrap_err(), GatherError::Stopped);
    let mut gathering = Gathering::of_set(key.set());
    for share in &shares[..8] {
        typed(&mut gathering, share, Some(share.x)).unwrap();
    }
    tried(&mut gathering, &key).unwrap();
}

#[test]
fn no_set_has_more_cards_than_are_kept() {
    let (key, _) = new_set(2, 16);
    let mut gathering = Gathering::of_set(key.set());
    let added = (0..30u8).map(|n| gathering.add_candidates(None, None, [&[n; 32]], []));
    let refused = added.filter(Result::is_err).collect::<Vec<_>>();
    assert_eq!(refused, [const { Err(GatherError::Full) }; 10]);
}

/// There are 16 numbers for 17 cards: that no way of numbering them is left is not found out by going through all.
#[test]
fn more_cards_than_there_are_numbers_do_not_keep_anybody_waiting() {
    let (key, shares) = new_set(2, 16);
    let mut gathering = Gathering::of_set(key.set());
    for n in 0..15u8 {
        gathering.add_candidates(None, None, [&[n; 32]], []).unwrap();
    }
    for share in &shares[..2] {
        gathering.add_candidates(None, None, [&*share.y], []).unwrap();
    }
    let mut told = 0;
    let found = gathering.open(&mut |found| is_same(found, &key), &mut |_| {
        told += 1;
        told < 1000
    });
    assert!(matches!(found, Err(GatherError::NumbersNeeded(_))), "{found:?}");
}

#[test]
fn where_not_all_was_tried_it_is_not_said_that_it_was() {
    let (key, shares) = new_set(8, 16);
    let mut gathering = Gathering::of_set(key.set());
    for share in &shares[..8] {
        // Five numbers are those of others.
        let x = if share.x <= 5 { share.x % 5 + 1 } else { share.x };
        typed(&mut gathering, share, Some(x)).unwrap();
    }
    let error = tried(&mut gathering, &key).unwrap_err();
    assert!(matches!(error, GatherError::NumbersNeeded(_)), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes, is taken out, comes again and is tried, in whatever order, nothing fails, and no key comes that
    /// does not open.
    #[test]
    fn whatever_is_done_with_cards_ends_in_words(
        steps in prop::collection::vec((0u8..8, 0usize..6, prop::option::of(any::<u8>()), 0usize..4), 1..20),
        (needed, cards) in (2u8..=4).prop_flat_map(|k| (Just(k), k..=6)),
    ) {
        let (key, shares) = new_set(needed, cards);
        let mut gathering = Gathering::of_set(key.set());
        for (step, which, x, many) in steps {
            let share = &shares[which % shares.len()];
            let wrong = forged(share);
            match step {
                0 => drop(gathering.add(share.clone())),
                1 => drop(gathering.add(wrong)),
                2 => drop(typed(&mut gathering, share, x)),
                3 => drop(gathering.add_candidates(x, None, [&*wrong.y, &*share.y].into_iter().take(many), [])),
                4 => drop(gathering.add_candidates(None, None, [&*wrong.y], [&*share.y].into_iter().cycle().take(many))),
                5 => gathering.remove(which),
                6 => drop(gathering.open(&mut |_| false, &mut |tries| tries < 1 << 15)),
                _ => match gathering.open(&mut |found| is_same(found, &key), &mut |tries| tries < 1 << 15) {
                    Ok(found) => prop_assert!(is_same(&found, &key)),
                    Err(error) => prop_assert!(!error.to_string().is_empty()),
                },
            }
            prop_assert_eq!(gathering.held().len(), gathering.cards().0.len());
        }
    }
}
