//! Cards beside a sheet or a list, which may be forged.

use super::*;

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
