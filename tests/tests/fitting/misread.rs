//! A card could not be read whole, or was read wrong.

use super::*;

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
    assert_eq!(typed(&mut gathering, &shares[0], Some(1)), doubled(Some(1)));
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

/// The ways of numbering it and the others are no tries, and were gone through all the same.
#[test]
fn a_card_that_can_be_read_in_no_way_keeps_nobody_waiting() {
    let (key, shares) = new_set(8, 16);
    let mut gathering = Gathering::of_set(key.set());
    gathering.add_candidates(None, Some(quorum(8, 16)), [], []).unwrap();
    for share in &shares[..7] {
        typed(&mut gathering, share, None).unwrap();
    }
    let error = tried(&mut gathering, &key).unwrap_err();
    assert!(matches!(error, GatherError::NumbersNeeded(_)), "{error}");
    gathering.remove(0);
    gathering.add(shares[7].clone()).unwrap();
    for share in &shares[..7] {
        gathering.remove(0);
        typed(&mut gathering, share, Some(share.x)).unwrap();
    }
    tried(&mut gathering, &key).unwrap();
}
