//! Without a manifest nothing says which of the cards in hand are right: a word was misread, a number mistaken, a card
//! is of another set, or a forgery. The right ones are found among them, the others named, and no right one is ever
//! called wrong.

#![allow(clippy::unwrap_used, clippy::panic)]

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever cards come, in whatever order and however: with k right ones among them the key comes, every right one
    /// is told to fit under its own number, and every wrong one is told not to.
    #[test]
    fn the_right_cards_are_found_and_no_right_one_is_called_wrong(
        (needed, cards) in (2u8..=4).prop_flat_map(|k| (Just(k), k..=6)),
        hows in prop::collection::vec(any_how(), 6),
        order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle(),
        typed_k in 2u8..=6,
    ) {
        let (key, shares) = new_set(needed, cards);
        let (_, others) = new_set(needed, cards);
        // Typed k and n may be wrong too; what a code says of them wins.
        let said = quorum(typed_k.min(cards), cards);
        let mut gathering = Gathering::of_set(key.set());
        let mut came = Vec::new();
        for i in order.into_iter().filter(|i| *i < shares.len()) {
            let mut share = shares[i].clone();
            if !matches!(hows[i], How::Scanned | How::Forged) {
                share.quorum = said;
            }
            match hows[i].comes(&mut gathering, &share, &others[i]) {
                Ok(_) => came.push(i),
                // The owner looks again, and leaves it empty.
                Err(GatherError::SameNumber { .. }) => {
                    let (how, again) = (hows[i], forged(&share));
                    let y = match how {
                        How::OtherSet => &others[i].y,
                        How::Misread => &again.y,
                        _ => &share.y,
                    };
                    gathering.add_candidates(None, None, [&**y], []).unwrap();
                    came.push(i);
                }
                Err(error) => panic!("{error}"),
            }
        }
        let right = came.iter().filter(|i| hows[**i].is_right()).count();
        let scanned = hows[..cards.into()].iter().any(|how| matches!(how, How::Scanned | How::Forged));
        match tried(&mut gathering, &key) {
            Ok(found) => {
                prop_assert!(is_same(&found, &key) && right >= needed.into());
                for (fits, i) in does_fit(&gathering).into_iter().zip(came) {
                    prop_assert_eq!(fits, hows[i].is_right(), "{:?}", hows[i]);
                }
            }
            Err(GatherError::NumbersNeeded(_)) => prop_assert!(right < needed.into()),
            Err(GatherError::Unfit { set, .. }) => {
                prop_assert!(set == key.set() && right < needed.into());
            }
            Err(GatherError::TooFew { .. }) => prop_assert!(came.len() < usize::from(needed) && scanned || came.len() < 2),
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn with_one_card_more_than_needed_the_wrong_one_is_found_whichever_it_is() {
    let (key, shares) = new_set(3, 5);
    for wrong in 0..3 {
        let mut gathering = Gathering::of_set(key.set());
        for (i, share) in shares[..3].iter().enumerate() {
            gathering.add(if i == wrong { forged(share) } else { share.clone() }).unwrap();
        }
        // With exactly k of them it cannot be told, and one more is asked for.
        let error = tried(&mut gathering, &key).unwrap_err();
        let cards = Cards(vec![Some(1), Some(2), Some(3)]);
        assert_eq!(error, GatherError::Unfit { cards, set: key.set(), more: true });
        assert!(fixtures::message(&error).contains("Bring one more card"), "{error}");
        // It is not called needless.
        assert_eq!(gathering.add(shares[3].clone()), Ok(Progress { card: Some(4), missing: 0 }));
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        assert!((0..4).map(|i| i != wrong).eq(does_fit(&gathering)));
    }
}

#[test]
fn where_there_are_no_more_cards_the_ones_that_are_there_are_to_be_read_again() {
    let (key, shares) = new_set(2, 2);
    let mut gathering = Gathering::of_set(key.set());
    gathering.add(shares[0].clone()).unwrap();
    typed(&mut gathering, &forged(&shares[1]), Some(2)).unwrap();
    let error = tried(&mut gathering, &key).unwrap_err();
    assert!(matches!(error, GatherError::Unfit { more: false, .. }), "{error}");
    // It is taken out, wherever it stands, and typed again.
    gathering.remove(1);
    assert_eq!(gathering.cards(), Cards(vec![Some(1)]));
    typed(&mut gathering, &shares[1], Some(2)).unwrap();
    tried(&mut gathering, &key).unwrap();
}

#[test]
fn a_true_card_under_the_number_of_another_is_found_and_its_number_told() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of_set(key.set());
    typed(&mut gathering, &shares[0], Some(1)).unwrap();
    typed(&mut gathering, &shares[1], Some(3)).unwrap();
    // The true card 3 is not called damaged: the number is to be looked at.
    let error = typed(&mut gathering, &shares[2], Some(3)).unwrap_err();
    assert_eq!(error, GatherError::SameNumber { card: 3 });
    // Its code wins over what was typed.
    gathering.add(shares[2].clone()).unwrap();
    assert_eq!(gathering.cards(), Cards(vec![Some(1), None, Some(3)]));
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [true; 3]);
}

/// With the numbers 1 and 3 exchanged three cards give the same key by another polynomial: the fourth one, which is
/// right, does not lie on that.
#[test]
fn where_two_numbers_were_exchanged_no_right_card_is_called_wrong() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of_set(key.set());
    for (i, x) in [(0, 3), (1, 2), (2, 1), (3, 4)] {
        typed(&mut gathering, &shares[i], Some(x)).unwrap();
    }
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [true; 4]);
    gathering.remove(3);
    tried(&mut gathering, &key).unwrap();
    let error = gathering.add(shares[4].clone()).unwrap_err();
    assert_eq!(error, GatherError::NotNeeded(Cards(vec![Some(5)])));
}

/// Two of three that are needed wrote their cards anew, so that what they added is no more when they are joined with
/// card 1: the key comes, and the true cards 2 and 3 do not lie on one polynomial with these.
#[test]
fn forgers_who_agree_do_not_have_a_true_card_called_wrong() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of_set(key.set());
    for x in [4, 5] {
        let mut forged = shares[x - 1].clone();
        forged.y[9] ^= 0x40;
        gathering.add(forged).unwrap();
    }
    shares[..3].iter().for_each(|share| assert!(gathering.add(share.clone()).is_ok()));
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering)[2..], [true; 3]);
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
fn of_two_scanned_cards_with_one_number_both_are_kept_and_the_forged_one_is_named() {
    let (key, shares) = new_set(3, 5);
    for order in [[false, true], [true, false]] {
        let mut gathering = Gathering::of_set(key.set());
        for is_forged in order {
            gathering.add(if is_forged { forged(&shares[0]) } else { shares[0].clone() }).unwrap();
        }
        gathering.add(shares[1].clone()).unwrap();
        gathering.add(shares[4].clone()).unwrap();
        tried(&mut gathering, &key).unwrap();
        assert_eq!(does_fit(&gathering), [!order[0], !order[1], true, true]);
    }
}

#[test]
fn a_forged_code_that_asks_for_more_cards_does_not_keep_the_true_ones_waiting() {
    let (key, shares) = new_set(2, 3);
    let mut liar = forged(&shares[0]);
    liar.quorum = quorum(16, 16);
    let mut gathering = Gathering::of_set(key.set());
    gathering.add(liar).unwrap();
    gathering.add(shares[1].clone()).unwrap();
    gathering.add(shares[2].clone()).unwrap();
    assert!(gathering.can_be_tried());
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [false, true, true]);
}

/// What its holder may have typed on it is wrong; what stands on the others' cards is typed, as their codes are torn.
#[test]
fn a_forged_code_that_asks_for_more_cards_than_the_typed_ones_say_does_not_keep_these_waiting() {
    let (key, shares) = new_set(3, 5);
    let mut liar = forged(&shares[4]);
    liar.quorum = quorum(16, 16);
    for is_first in [true, false] {
        let mut gathering = Gathering::of_set(key.set());
        if is_first {
            gathering.add(liar.clone()).unwrap();
        }
        shares[..3].iter().for_each(|share| assert!(typed(&mut gathering, share, Some(share.x)).is_ok()));
        if !is_first {
            gathering.add(liar.clone()).unwrap();
        }
        assert!(gathering.can_be_tried());
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        assert_eq!(
            does_fit(&gathering),
            if is_first { [false, true, true, true] } else { [true, true, true, false] }
        );
    }
}

/// Whoever looks at the end sees that this card is to be made anew.
#[test]
fn a_card_of_which_a_word_could_not_be_read_is_named_when_it_was_found() {
    let (key, shares) = new_set(2, 3);
    let mut open = words(&shares[1].y);
    open[7] = "?";
    let readings = Candidates::of_words(&open.join(" ")).unwrap();
    let mut gathering = Gathering::of_set(key.set());
    gathering.add(shares[0].clone()).unwrap();
    gathering.add_candidates(Some(2), None, readings.iter(), []).unwrap();
    let mended =
        |gathering: &Gathering| gathering.held().iter().map(|card| card.is_mended).collect::<Vec<_>>();
    assert_eq!(mended(&gathering), [false, false]);
    tried(&mut gathering, &key).unwrap();
    assert_eq!(mended(&gathering), [false, true]);
}

/// 24 words whose checksum is wrong, and no list to compare them with: what they may say is decided by the others.
#[test]
fn words_that_do_not_fit_together_are_found_by_the_other_cards() {
    let (key, shares) = new_set(2, 2);
    for slip in 0..3 {
        let mut misread = words(&shares[1].y);
        match slip {
            0 => misread[3] = if misread[3] == "zoo" { "able" } else { "zoo" },
            1 => misread[23] = if misread[23] == "zoo" { "able" } else { "zoo" },
            _ => misread.swap(4, 19),
        }
        let near = Candidates::near_words(&misread.join(" ")).unwrap();
        let mut gathering = Gathering::of_set(key.set());
        gathering.add(shares[0].clone()).unwrap();
        gathering.add_candidates(None, None, near.iter(), []).unwrap();
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        assert!(gathering.held()[1].is_mended);
    }
}

#[test]
fn the_same_card_twice_is_one_card_however_it_was_read() {
    let (key, shares) = new_set(2, 3);
    let mut gathering = Gathering::of_set(key.set());
    // Read in many ways, then typed whole, then scanned.
    gathering.add_candidates(None, None, [&[1; 32], &*shares[0].y, &[2; 32]], []).unwrap();
    let doubled = |card| Err(GatherError::Doubled { card });
    assert_eq!(typed(&mut gathering, &shares[0], Some(2)), doubled(Some(2)));
    assert_eq!(gathering.add(shares[0].clone()), doubled(Some(1)));
    assert_eq!(gathering.cards().0.len(), 1);
    typed(&mut gathering, &shares[1], Some(2)).unwrap();
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [true; 2]);
}

#[test]
fn a_card_that_can_be_read_in_many_ways_is_decided_by_the_others() {
    let (key, shares) = new_set(3, 5);
    let other = |n: u8, i: usize| openssl::sha::sha256(&[n, i as u8]);
    let mut gathering = Gathering::of_set(key.set());
    for (i, share) in shares[..3].iter().enumerate() {
        let mut readings: Vec<[u8; 32]> = (0..7).map(|n| other(n, i)).collect();
        readings.insert(i, *share.y);
        gathering.add_candidates(None, None, &readings, []).unwrap();
    }
    tried(&mut gathering, &key).unwrap();
    assert_eq!(does_fit(&gathering), [true; 3]);
}

#[test]
fn after_they_were_joined_another_card_is_compared_with_them() {
    let (key, shares) = new_set(3, 5);
    let mut gathering = Gathering::of_set(key.set());
    for share in &shares[..3] {
        gathering.add(share.clone()).unwrap();
    }
    tried(&mut gathering, &key).unwrap();
    let not_needed = |card| Err(GatherError::NotNeeded(Cards(vec![card])));
    assert_eq!(gathering.add(shares[3].clone()), not_needed(Some(4)));
    assert_eq!(typed(&mut gathering, &shares[4], None), not_needed(None));
    let misfit = Err(GatherError::Misfit(Cards(vec![Some(4)])));
    assert_eq!(gathering.add(forged(&shares[3])), misfit);
    assert_eq!(typed(&mut gathering, &forged(&shares[4]), Some(4)), misfit);
    // One is taken out, and nothing is sure any more.
    gathering.remove(0);
    assert_eq!(fits(&gathering), [Fit::Unknown; 2]);
    gathering.add(shares[4].clone()).unwrap();
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

/// Of some 193 cards that differ in one word from what was typed, or by a swap, one fits to the others.
#[test]
fn where_there_are_no_more_cards_a_misread_word_is_found_by_the_others() {
    let (key, shares) = new_set(2, 2);
    for with_number in [true, false] {
        let x = |share: &Share| with_number.then_some(share.x);
        let mut gathering = Gathering::of_set(key.set());
        typed(&mut gathering, &shares[0], x(&shares[0])).unwrap();
        let right = words(&shares[1].y);
        // A wrong word that the checksum lets pass.
        let near = Candidates::near_words(&right.join(" ")).unwrap();
        let misread = *near.iter().next().unwrap();
        let near = Candidates::near_words(&words(&misread).join(" ")).unwrap();
        gathering.add_candidates(x(&shares[1]), None, [&misread], near.iter()).unwrap();
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        let mended = gathering.held().iter().map(|card| card.is_mended).collect::<Vec<_>>();
        assert_eq!((mended, does_fit(&gathering)), (vec![false, true], vec![true; 2]));
    }
}

/// Two keys of one set: 4 bytes are met again after some 80,000 of them.
fn two_keys_of_one_set() -> [BackupKey; 2] {
    let mut seen: HashMap<SetId, u32> = HashMap::new();
    let key = |n: u32| BackupKey::from_bytes(openssl::sha::sha256(&n.to_be_bytes()));
    for n in 0.. {
        if let Some(before) = seen.insert(key(n).set(), n) {
            return [key(before), key(n)];
        }
    }
    unreachable!()
}

#[test]
fn what_has_the_set_alone_is_no_key_and_of_two_keys_that_open_neither_is_taken() {
    let [ours, other] = two_keys_of_one_set();
    assert_eq!(ours.set(), other.set());
    let quorum = quorum(2, 4);
    let (true_ones, forgeries) = (split(&ours, quorum), split(&other, quorum));
    let both = || {
        let mut gathering = Gathering::of_set(ours.set());
        for share in forgeries[..2].iter().chain(&true_ones[2..]) {
            gathering.add(share.clone()).unwrap();
        }
        gathering
    };
    let mut gathering = both();
    assert!(is_same(&tried(&mut gathering, &ours).unwrap(), &ours));
    assert_eq!(does_fit(&gathering), [false, false, true, true]);
    let two = both().open(&mut |_| true, &mut |_| true).unwrap_err();
    assert_eq!(two, GatherError::TwoKeys);
}

/// Everything that is sealed, and the cards.
fn sealed(needed: u8, cards: u8) -> Sealed {
    let plan = fixtures::plan(Algorithm::Curve25519, needed, cards).unwrap();
    fixtures::seal(&fixtures::made(plan).unwrap()).unwrap()
}

fn sealed_backup(sealed: &Sealed) -> Vec<u8> {
    let mut sheet = Collector::default();
    sealed.parts().unwrap().into_iter().for_each(|part| assert!(sheet.add(part).is_ok()));
    sheet.join().unwrap()
}

/// From a sheet that says that it is of this set.
fn from_sheet(set: SetId, sealed: &[u8]) -> Recovery {
    let mut sheet = Collector::default();
    parts(set, 1, sealed).unwrap().into_iter().for_each(|part| assert!(sheet.add(part).is_ok()));
    Recovery::from_sheet(&sheet).unwrap()
}

fn gather_error<T: std::fmt::Debug>(result: Result<T, CeremonyError>) -> GatherError {
    match result {
        Err(CeremonyError::Gather(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn with_a_forged_sheet_true_cards_are_told_to_fit_together_and_the_sheet_not_to_be_theirs() {
    let it = sealed(2, 3);
    let shares = it.shares();
    let contents: Contents = {
        let mut gathering = Gathering::new();
        shares.iter().for_each(|share| assert!(gathering.add(share.clone()).is_ok()));
        open(&sealed_backup(&it), &gathering.join().unwrap()).unwrap()
    };
    // Somebody without the cards sealed it under another key, and wrote the cards' set on it.
    let forged_sheet = seal(&contents, &BackupKey::generate().unwrap()).unwrap();
    let mut recovery = from_sheet(shares[0].set, &forged_sheet);
    for share in &shares[..2] {
        recovery.add(share.clone()).unwrap();
    }
    let cards = Cards(vec![Some(1), Some(2)]);
    let error = gather_error(recovery.recover());
    assert_eq!(error, GatherError::NotThisBackup { cards, set: shares[0].set });
    assert!(fixtures::message(&error).starts_with("The cards 1, 2 fit together"), "{error}");
    // With their own sheet the same cards open it.
    let mut recovery = from_sheet(shares[0].set, &sealed_backup(&it));
    for share in &shares[..2] {
        recovery.add(share.clone()).unwrap();
    }
    recovery.recover().unwrap();
    // And a sheet of another set is told apart with both sets.
    let other = sealed(2, 3);
    let mut recovery = from_sheet(other.shares()[0].set, &sealed_backup(&other));
    let error = gather_error(recovery.add(shares[0].clone()));
    let (found, expected) = (shares[0].set, other.shares()[0].set);
    assert_eq!(error, GatherError::OtherSet { card: 1, found, expected });
}

#[test]
fn on_paper_alone_the_sealed_backup_decides_which_cards_are_right() {
    let it = sealed(2, 3);
    let shares = it.shares();
    let mut recovery = from_sheet(shares[0].set, &sealed_backup(&it));
    recovery.add(forged(&shares[0])).unwrap();
    recovery.add_typed(None, None, [&*shares[1].y], []).unwrap();
    assert!(matches!(gather_error(recovery.recover()), GatherError::Unfit { more: true, .. }));
    recovery
        .add_typed(Some(1), None, [&*shares[2].y], [])
        .map(drop)
        .or_else(|error| match error {
            // The scanned card has the number 1.
            CeremonyError::Gather(GatherError::SameNumber { card: 1 }) => {
                recovery.add_typed(None, None, [&*shares[2].y], []).map(drop)
            }
            other => Err(other),
        })
        .unwrap();
    recovery.recover().unwrap();
    let fits = recovery.held().iter().map(|card| card.fit).collect::<Vec<_>>();
    assert!(matches!(fits[..], [Fit::Not, Fit::With(_), Fit::With(_)]), "{fits:?}");
}

#[test]
fn where_the_list_on_the_stick_is_forged_true_cards_are_not_called_wrong_alone() {
    let (ours, other) = (sealed(2, 3), sealed(2, 3));
    // The list names these very cards, and says that they are of another set.
    let mut list = ours.manifest().clone();
    list.set = other.manifest().set;
    let mut gathering = Gathering::of(list);
    for (x, share) in (1..).zip(&ours.shares()[..2]) {
        let mut listed = share.clone();
        listed.set = other.manifest().set;
        assert_eq!(gathering.add(listed).unwrap().card, Some(x));
    }
    let error = gathering.join().unwrap_err();
    assert!(
        matches!(error, GatherError::ListUnfit { .. }) && fixtures::message(&error).contains("The list"),
        "{error}"
    );
    // The list names other cards under their numbers.
    let mut list = ours.manifest().clone();
    list.cards = other.manifest().cards.clone();
    let mut gathering = Gathering::of(list);
    let error = gathering.add(ours.shares()[0].clone()).unwrap_err();
    assert_eq!(error, GatherError::NotListed { card: 1, set: ours.manifest().set });
}

/// Whoever holds card 1 prints its code once more, as card 2.
#[test]
fn a_forged_code_with_what_a_true_card_says_does_not_keep_that_one_out() {
    let (key, shares) = new_set(2, 3);
    let mut copied = shares[0].clone();
    copied.x = 2;
    for is_first in [true, false] {
        let mut gathering = Gathering::of_set(key.set());
        for share in if is_first { [&copied, &shares[0]] } else { [&shares[0], &copied] } {
            gathering.add(share.clone()).unwrap();
        }
        gathering.add(shares[2].clone()).unwrap();
        tried(&mut gathering, &key).unwrap();
        assert_eq!(does_fit(&gathering), [!is_first, is_first, true]);
        assert_eq!(gathering.add(shares[0].clone()), Err(GatherError::Doubled { card: Some(1) }));
    }
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

/// With so many cards not every way of numbering them can be tried; what was typed is tried first.
#[test]
fn a_misread_word_of_one_of_eight_cards_that_are_all_needed_is_found() {
    let (key, shares) = new_set(8, 8);
    let mut gathering = Gathering::of_set(key.set());
    for share in &shares {
        let right = Candidates::near_words(&words(&share.y).join(" ")).unwrap();
        let y = if share.x == 5 { *right.iter().next().unwrap() } else { *share.y };
        let near = Candidates::near_words(&words(&y).join(" ")).unwrap();
        gathering.add_candidates(Some(share.x), Some(share.quorum), [&y], near.all()).unwrap();
    }
    assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
    let mended = gathering.held().iter().map(|card| card.is_mended).collect::<Vec<_>>();
    assert_eq!((mended[4], does_fit(&gathering)), (true, vec![true; 8]));
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

/// The holder of card 2 forged it so that the key comes with another word on card 1. Taken out, it is forgotten what
/// it made of that one.
#[test]
fn what_was_found_by_a_card_that_is_taken_out_again_is_forgotten() {
    let (key, shares) = new_set(2, 3);
    let near = Candidates::near_words(&words(&shares[0].y).join(" ")).unwrap();
    let wrong = *near.iter().next().unwrap();
    let factor = (1..=255u8).find(|f| {
        let mut share = shares[1].clone();
        (0..32).for_each(|i| share.y[i] ^= times(*f, shares[0].y[i] ^ wrong[i]));
        let mut gathering = Gathering::of_set(key.set());
        gathering.add(share.clone()).unwrap();
        gathering.add_candidates(Some(1), Some(share.quorum), [&*shares[0].y], near.all()).unwrap();
        let opened = tried(&mut gathering, &key).is_ok();
        if opened {
            assert!(gathering.held()[1].is_mended);
            gathering.remove(0);
            assert!(!gathering.held()[0].is_mended);
            gathering.add(shares[2].clone()).unwrap();
            assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
            assert!(!gathering.held()[0].is_mended);
        }
        opened
    });
    assert!(factor.is_some());
}

/// In the field of the shares.
fn times(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0, |product: u8, bit| {
        let doubled = product << 1 ^ if product & 0x80 > 0 { 0x1d } else { 0 };
        doubled ^ if b >> bit & 1 == 1 { a } else { 0 }
    })
}

/// A wrong word passed the checksum; typed again with `?` in its place, the card may say both.
#[test]
fn a_card_that_is_typed_again_with_an_open_word_is_found_by_the_others() {
    let (key, shares) = new_set(2, 2);
    let right = words(&shares[1].y);
    let near = Candidates::near_words(&right.join(" ")).unwrap();
    let misread = near.iter().find_map(|y| {
        let wrong = words(y);
        let differs: Vec<_> = (0..24).filter(|i| wrong[*i] != right[*i]).collect();
        (differs.len() == 1).then(|| (*y, differs[0]))
    });
    let (misread, at) = misread.unwrap();
    let mut open = right.clone();
    open[at] = "?";
    let readings = Candidates::of_words(&open.join(" ")).unwrap();
    for is_near in [true, false] {
        let near = Candidates::near_words(&words(&misread).join(" ")).unwrap();
        let near: Vec<_> = near.iter().filter(|_| is_near).collect();
        let mut gathering = Gathering::of_set(key.set());
        typed(&mut gathering, &shares[0], Some(1)).unwrap();
        gathering.add_candidates(Some(2), None, [&misread], near.iter().copied()).unwrap();
        let again = gathering.add_candidates(Some(2), None, readings.iter(), []);
        assert_eq!(again, Err(GatherError::Doubled { card: Some(2) }));
        tried(&mut gathering, &key).unwrap();
        assert_eq!(does_fit(&gathering), [true; 2]);
    }
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
