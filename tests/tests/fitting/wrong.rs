//! One card is wrong, forged, or bears another's number.

use super::*;

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
    // Its code is taken beside what was typed.
    gathering.add(shares[2].clone()).unwrap();
    assert_eq!(gathering.cards(), Cards(vec![Some(1), Some(3), Some(3)]));
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
