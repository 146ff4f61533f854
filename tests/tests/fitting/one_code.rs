//! What one code alone says, and may be a forgery: how many cards are needed, and which number a card has.

use super::*;

/// As the screen has it typed where a code has said k and n already.
fn typed_alone(gathering: &mut Gathering, share: &Share, x: Option<u8>) -> Result<Progress, GatherError> {
    gathering.add_candidates(x, None, [&*share.y], [])
}

#[test]
fn one_code_alone_does_not_keep_typed_cards_from_being_tried_and_two_that_agree_do() {
    let (key, shares) = new_set(3, 5);
    let mut liar = forged(&shares[4]);
    liar.quorum = quorum(16, 16);
    for is_first in [true, false] {
        let mut gathering = Gathering::of_set(key.set());
        if is_first {
            gathering.add(liar.clone()).unwrap();
        }
        for share in &shares[..3] {
            typed_alone(&mut gathering, share, Some(share.x)).unwrap();
        }
        if !is_first {
            gathering.add(liar.clone()).unwrap();
        }
        assert!(gathering.can_be_tried() && !gathering.quorum_is_certain());
        assert_eq!((gathering.quorum(), gathering.sayers()), (Some(quorum(16, 16)), 1));
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        assert_eq!(does_fit(&gathering).iter().filter(|fits| **fits).count(), 3);
    }
    let mut gathering = Gathering::of_set(key.set());
    gathering.add(shares[0].clone()).unwrap();
    gathering.add(shares[1].clone()).unwrap();
    assert!(!gathering.can_be_tried() && gathering.quorum_is_certain());
    // Whatever is said otherwise makes it doubtful.
    gathering.add_candidates(None, Some(quorum(2, 5)), [&*shares[2].y], []).unwrap();
    assert!(gathering.can_be_tried() && !gathering.quorum_is_certain());
}

/// A forged code that says `2 of 2` had the number 5 of a true card refused.
#[test]
fn one_code_alone_does_not_say_which_numbers_there_are() {
    let it = fixtures::seal(&fixtures::made(fixtures::plan(Algorithm::Curve25519, 3, 5).unwrap()).unwrap());
    let it = it.unwrap();
    let shares = it.shares();
    let mut sheet = Collector::default();
    it.parts().unwrap().into_iter().for_each(|part| assert!(sheet.add(part).is_ok()));
    let mut recovery = Recovery::from_sheet(&sheet).unwrap();
    let mut liar = forged(&shares[0]);
    liar.quorum = quorum(2, 2);
    recovery.add(liar).unwrap();
    for x in [0, 17] {
        let error = recovery.add_typed(Some(x), None, [&*shares[2].y], []).unwrap_err();
        assert!(matches!(error, CeremonyError::NoSuchNumber { cards: 16, .. }), "{error}");
    }
    for share in &shares[2..] {
        recovery.add_typed(Some(share.x), None, [&*share.y], []).unwrap();
    }
    recovery.recover().unwrap();
    let fits = recovery.held().iter().map(|card| card.fit).collect::<Vec<_>>();
    assert!(matches!(fits[..], [Fit::Not, Fit::With(3), Fit::With(4), Fit::With(5)]), "{fits:?}");
}

/// n was mistyped, and the spare card has a number above that: nothing but n kept it from fitting.
#[test]
fn a_good_card_whose_number_is_above_what_was_typed_of_n_is_not_called_wrong() {
    let (key, shares) = new_set(3, 6);
    for (said, spare, x) in [(4, 4, None), (4, 5, None), (3, 3, None), (4, 5, Some(4)), (5, 5, None)] {
        let mut gathering = Gathering::of_set(key.set());
        for share in shares[..3].iter().chain([&forged(&shares[4])]) {
            gathering.add_candidates(Some(share.x), Some(quorum(3, said)), [&*share.y], []).unwrap();
        }
        gathering.add_candidates(x, None, [&*shares[spare].y], []).unwrap();
        tried(&mut gathering, &key).unwrap();
        assert_eq!(does_fit(&gathering), [true, true, true, false, true], "n = {said}, card {}", spare + 1);
    }
}

/// Whoever has seen card 2 prints its code once more, as card 5, and card 2 is typed.
#[test]
fn a_forged_copy_under_another_number_does_not_keep_the_typed_card_out() {
    let (key, shares) = new_set(3, 5);
    let copied = Share { x: 5, ..shares[1].clone() };
    for is_first in [true, false] {
        let mut gathering = Gathering::of_set(key.set());
        gathering.add(shares[0].clone()).unwrap();
        if is_first {
            gathering.add(copied.clone()).unwrap();
        }
        typed_alone(&mut gathering, &shares[1], Some(2)).unwrap();
        if !is_first {
            gathering.add(copied.clone()).unwrap();
        }
        // Both say the same: they are no more than one card.
        assert_eq!(gathering.missing(), 1);
        gathering.add(shares[2].clone()).unwrap();
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        let fits = does_fit(&gathering);
        assert!(fits[0] && fits[3] && fits[if is_first { 2 } else { 1 }], "{fits:?}");
        let again = typed_alone(&mut gathering, &shares[1], Some(2)).unwrap_err();
        assert_eq!(again, GatherError::Doubled { card: Some(2) });
    }
}

/// Their numbers were forgotten beside the forged codes' ones, and there were too many ways to number them.
#[test]
fn five_forged_codes_with_their_numbers_do_not_hide_five_typed_cards() {
    let (key, shares) = new_set(5, 5);
    for is_first in [true, false] {
        let mut gathering = Gathering::of_set(key.set());
        let scan = |gathering: &mut Gathering| {
            shares.iter().for_each(|share| assert!(gathering.add(forged(share)).is_ok()));
        };
        if is_first {
            scan(&mut gathering);
        }
        for share in &shares {
            // A number that a code has is asked for once more, and then believed.
            if is_first {
                let refused = typed_alone(&mut gathering, share, Some(share.x)).unwrap_err();
                assert_eq!(refused, GatherError::SameNumber { card: share.x });
            }
            typed_alone(&mut gathering, share, Some(share.x)).unwrap();
        }
        if !is_first {
            scan(&mut gathering);
        }
        assert!(is_same(&tried(&mut gathering, &key).unwrap(), &key));
        let fit = gathering.held().iter().filter(|card| matches!(card.fit, Fit::With(_))).count();
        assert_eq!(fit, 5);
        assert!(
            gathering
                .held()
                .iter()
                .all(|card| card.is_certain == (card.fit != Fit::With(card.number.unwrap())))
        );
    }
}

/// What was refused before a card was taken out had been forgotten by nobody but the reader.
#[test]
fn after_a_card_was_taken_out_a_number_that_another_one_has_is_asked_for_once_more() {
    let (_, shares) = new_set(3, 5);
    let mut gathering = Gathering::new();
    typed(&mut gathering, &shares[0], Some(1)).unwrap();
    typed(&mut gathering, &shares[1], Some(2)).unwrap();
    let refused = Err(GatherError::SameNumber { card: 1 });
    assert_eq!(typed(&mut gathering, &shares[2], Some(1)), refused);
    gathering.remove(1);
    assert_eq!(typed(&mut gathering, &shares[3], Some(1)), refused);
    typed(&mut gathering, &shares[3], Some(1)).unwrap();
    assert_eq!(gathering.held().len(), 2);
}
