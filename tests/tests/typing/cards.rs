//! All ways of reading a card end in the same value, after printing, in a recovery, and years later.

use std::collections::HashSet;

use coldspare::backup::{
    BackupPart, Collector, Fit, GatherError, MnemonicError, Share, advice, by_rows, parse_hexadecimal,
    parse_words, words,
};
use coldspare::ceremony::{CeremonyError, ReadBack, Reading, Recovery, Sealed, check_card};
use coldspare::language::Texts;
use coldspare::paper::{Paper, Sheets, pdf};
use coldspare::plan::{Algorithm, Quorum};
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::{Pdf, Word};
use ratatui::crossterm::event::KeyCode::{Char, Enter};

use super::{golden, in_digits, in_words, manifest, recovery, shares};

/// Two of three cards, before they are read back.
pub(super) fn sealed() -> Sealed {
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    fixtures::seal(&fixtures::made(plan).unwrap()).unwrap()
}

/// Each word cut to the letters that are always enough.
fn cut(words: &[&'static str]) -> Vec<&'static str> {
    words.iter().map(|word| &word[..word.len().min(4)]).collect()
}

#[test]
fn code_words_first_letters_and_digits_are_the_same_card() {
    let manifest = manifest();
    for share in shares() {
        let (code, typed, digits) = (share.to_text(), in_words(&share), in_digits(&share));
        let letters = cut(&words(&share.y)).join(" ");
        for card in
            [Reading::code(&code), Reading::words(&typed), Reading::words(&letters), Reading::digits(&digits)]
        {
            assert_eq!(check_card(&manifest, &card).unwrap(), share);
        }
    }
}

#[test]
fn a_card_that_is_checked_alone_is_told_from_one_of_another_set() {
    let (manifest, other) = (manifest(), sealed().shares()[0].clone());
    let check = |card: &Reading| check_card(&manifest, card).unwrap_err();
    let error = check(&Reading::code(&other.to_text()));
    assert!(matches!(error, CeremonyError::Gather(GatherError::OtherSet { card: 1, .. })));
    for error in [check(&Reading::words(&in_words(&other))), check(&Reading::digits(&in_digits(&other)))] {
        assert!(matches!(error, CeremonyError::NoCard { set } if set == manifest.set), "{error}");
    }
    let mut forged = shares()[1].clone();
    forged.y[3] ^= 1;
    let error = check(&Reading::code(&forged.to_text()));
    assert!(matches!(error, CeremonyError::Gather(GatherError::NotListed { card: 2, .. })));
    let part = std::fs::read_to_string(golden().join("parts.txt")).unwrap();
    assert!(check(&Reading::code(part.lines().next().unwrap())).to_string().contains("backup sheet"));
}

#[test]
fn each_way_counts_as_read_back() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    let [first, second, third] = sealed.shares() else { panic!() };
    cards.scanned(&first.to_text()).unwrap();
    cards.read_whole(2, &Reading::words(&in_words(second))).unwrap();
    cards.read_whole(3, &Reading::digits(&in_digits(third))).unwrap();
    cards.finish().unwrap();
}

#[test]
fn three_words_are_enough_for_a_printed_card() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    for share in sealed.shares() {
        let asked = cards.quick_check(share.x).unwrap();
        let card = cut(&words(&share.y));
        let typed = asked.positions().map(|position| card[position - 1]);
        assert_eq!(cards.answer(asked, typed).unwrap(), share.x);
    }
    cards.finish().unwrap();
    let error = cards.quick_check(4).unwrap_err();
    assert!(matches!(error, CeremonyError::NoSuchNumber { number: 4, cards: 3 }), "{error}");
}

#[test]
fn a_quick_check_names_the_wrong_word_by_its_number_and_asks_for_others_next() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    let card = words(&sealed.shares()[0].y);
    for wrong in 0..3 {
        for (typed, unknown) in [("abandon", false), ("zoo", false), ("abut", true), ("a", true)] {
            let asked = cards.quick_check(1).unwrap();
            let positions = asked.positions();
            let mut answer = positions.map(|position| card[position - 1]);
            if answer[wrong] == typed {
                continue;
            }
            answer[wrong] = typed;
            let error = cards.answer(asked, answer).unwrap_err();
            let position = positions[wrong];
            assert!(error.to_string().contains(&format!("word {position} ")), "{error}");
            assert!(
                !error.to_string().contains(&format!("{typed:?}")) && !format!("{error:?}").contains("zoo")
            );
            let is_unknown = matches!(error, CeremonyError::Mnemonic(MnemonicError::Unknown { .. }));
            assert_eq!(is_unknown, unknown);
        }
    }
    assert!(matches!(cards.finish(), Err(CeremonyError::CardsMissing { cards }) if cards.len() == 3));
}

#[test]
fn a_quick_check_asks_for_any_three_words_each_as_often_as_the_others() {
    let sealed = sealed();
    let cards = ReadBack::new(&sealed);
    let (mut times, mut different) = ([0; 25], HashSet::new());
    for _ in 0..4000 {
        let positions = cards.quick_check(1).unwrap().positions();
        assert!(positions.is_sorted_by(|a, b| a < b), "{positions:?}");
        positions.iter().for_each(|position| times[*position] += 1);
        different.insert(positions);
    }
    assert_eq!(times[0], 0);
    // 500 on average, with a deviation of 21.
    assert!(times[1..].iter().all(|times| (350..650).contains(times)), "{times:?}");
    assert!(different.len() > 1500, "{} of 2024", different.len());
}

#[test]
fn a_quick_check_of_another_ceremony_is_refused() {
    let (ours, other) = (sealed(), sealed());
    let asked = ReadBack::new(&other).quick_check(1).unwrap();
    let typed = asked.positions().map(|position| words(&other.shares()[0].y)[position - 1]);
    let error = ReadBack::new(&ours).answer(asked, typed).unwrap_err();
    assert!(matches!(error, CeremonyError::OtherCeremony { .. }));
}

/// `ReadBack::handwritten` has no quick check: that does not compile (see its documentation).
#[test]
fn a_card_that_was_copied_from_the_screen_is_typed_back_in_full() {
    let sealed = sealed();
    let mut cards = ReadBack::handwritten(&sealed);
    for share in sealed.shares() {
        let screen = by_rows(&(1..).zip(words(&share.y)).collect::<Vec<_>>());
        assert_eq!(screen.iter().map(Vec::len).collect::<Vec<_>>(), [4; 6]);
        let mut numbered: Vec<_> = screen.concat();
        numbered.sort();
        assert!(numbered.iter().map(|(number, _)| *number).eq(1..=24));
        let copied: Vec<_> = numbered.iter().map(|(_, word)| *word).collect();
        assert_eq!(cards.read_whole(share.x, &Reading::words(&copied.join(" "))).unwrap(), share.x);
    }
    cards.finish().unwrap();
}

/// The numbers of the words, row by row, where both stand side by side.
fn rows(words: &[(f64, f64, usize)]) -> Vec<Vec<usize>> {
    let mut sorted = words.to_vec();
    sorted.sort_by(|a, b| (a.1, a.0).partial_cmp(&(b.1, b.0)).unwrap());
    let rows = sorted.chunk_by(|a, b| (a.1 - b.1).abs() < 2.0);
    rows.map(|row| row.iter().map(|(_, _, number)| *number).collect()).collect()
}

#[test]
fn on_the_screen_the_words_stand_as_on_the_paper() {
    let (sealed, texts) = (sealed(), Texts::of("en"));
    let card = words(&sealed.shares()[0].y);
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    let front = sealed.share_card(&sheets, 1, false).unwrap();
    let page = Pdf::of(&pdf(&front[..1]).unwrap()).unwrap().words(1).unwrap();
    // Each word with its number just before it.
    let place = |(number, word): (usize, &&str)| {
        let beside = |w: &&Word| {
            let number = |n: &Word| {
                let apart = w.place[0] - n.place[2];
                n.text == number.to_string()
                    && (0.0..20.0).contains(&apart)
                    && n.place[1] < w.place[3]
                    && n.place[3] > w.place[1]
            };
            w.text == **word && page.iter().any(number)
        };
        let word = page.iter().find(beside).unwrap();
        (word.place[0], word.place[3], number)
    };
    let paper = rows(&(1..).zip(&card).map(place).collect::<Vec<_>>());
    assert_eq!(paper, by_rows(&(1..=24).collect::<Vec<_>>()));

    let mut in_process = InProcess::start(80, 25).unwrap();
    in_process.each(&[Enter, Enter, Enter, Char('9'), Enter, Enter]).unwrap();
    // Enter counts only once it is known what is plugged in.
    in_process.wait_for("Go on without the stick").unwrap();
    while in_process.screen().contains("Go on without the stick") {
        in_process.key(Enter).unwrap();
        in_process.settle().unwrap();
    }
    in_process.keys(&card.join(" ")).unwrap();
    let screen = in_process.screen();
    let numbers = |row: &str| {
        row.split(|c: char| c.is_whitespace() || c == '►').filter_map(|piece| piece.parse().ok()).collect()
    };
    let shown: Vec<Vec<usize>> =
        screen.lines().map(numbers).filter(|row: &Vec<usize>| row.len() == 4).collect();
    assert_eq!(shown, paper, "{screen}");
}

#[test]
fn if_the_printer_breaks_the_rest_is_written_by_hand_and_what_was_read_stays_read() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    let shares = sealed.shares();
    cards.scanned(&shares[0].to_text()).unwrap();
    let mut cards = cards.rest_handwritten();
    assert_eq!(cards.read(), [1]);
    cards.read_whole(2, &Reading::words(&in_words(&shares[1]))).unwrap();
    let mut cards = cards.rest_printed();
    assert!(matches!(cards.finish(), Err(CeremonyError::CardsMissing { cards }) if cards.len() == 1));
    let asked = cards.quick_check(3).unwrap();
    let typed = asked.positions().map(|position| words(&shares[2].y)[position - 1]);
    cards.answer(asked, typed).unwrap();
    cards.finish().unwrap();
}

/// A recovery with nothing but the backup sheet.
fn from_sheet() -> Recovery {
    let mut parts = Collector::default();
    for line in std::fs::read_to_string(golden().join("parts.txt")).unwrap().lines() {
        parts.add(BackupPart::parse(line).unwrap()).unwrap();
    }
    Recovery::from_sheet(&parts).unwrap()
}

fn quorum(needed: i64, cards: i64) -> Quorum {
    Quorum::new(needed, cards).unwrap()
}

#[test]
fn paper_alone_is_enough_even_if_no_code_can_be_scanned() {
    let mut recovery = from_sheet();
    assert_eq!(recovery.quorum(), None);
    let shares = shares();
    let printed = shares[0].quorum;
    for (i, share) in shares.iter().rev().take(printed.needed().into()).enumerate() {
        let y = match i % 2 {
            0 => parse_words(&in_words(share)).unwrap(),
            _ => parse_hexadecimal(&in_digits(share)).unwrap(),
        };
        let progress = recovery.add_typed(Some(share.x), Some(printed), [&*y], []).unwrap();
        assert_eq!(
            (progress.card, usize::from(progress.missing)),
            (Some(share.x), usize::from(printed.needed()) - i - 1)
        );
        assert_eq!(recovery.quorum(), Some(printed));
    }
    let fingerprint = recovery.recover().unwrap().identity().fingerprint();
    assert_eq!(fingerprint, manifest().fingerprint);
}

#[test]
fn a_number_that_no_card_has_is_told_at_once_and_another_wrong_one_is_found() {
    let (shares, mut recovery) = (shares(), from_sheet());
    let printed = shares[0].quorum;
    let y = |i: usize| &*shares[i].y;
    for x in [0, printed.cards() + 1] {
        let error = recovery.add_typed(Some(x), Some(printed), [y(0)], []).unwrap_err();
        assert!(matches!(error, CeremonyError::NoSuchNumber { number, .. } if number == x));
    }
    // n is one too many, and each card has the number of the next one.
    let more = quorum(printed.needed().into(), i64::from(printed.cards()) + 1);
    for (i, share) in shares.iter().enumerate().take(printed.needed().into()) {
        recovery.add_typed(Some(share.x + 1), Some(more), [y(i)], []).unwrap();
    }
    recovery.recover().unwrap();
    assert!(recovery.held().iter().all(|card| matches!(card.fit, Fit::With(_))));
}

#[test]
fn beside_a_bundle_its_list_knows_the_number_whatever_is_typed() {
    let mut recovery = recovery();
    let shares = shares();
    let printed = recovery.quorum().unwrap();
    assert_eq!(printed, shares[0].quorum);
    let progress = recovery.add_typed(Some(2), Some(printed), [&*shares[0].y], []).unwrap();
    assert_eq!(progress.card, Some(1));
    // Of many readings it is the one that is on the list.
    let readings = [&[7; 32], &*shares[2].y, &[9; 32]];
    assert_eq!(recovery.add_typed(None, None, readings, []).unwrap().card, Some(3));
}

#[test]
fn what_is_typed_right_needs_no_advice() {
    for share in shares() {
        assert_eq!(advice(&in_words(&share)), []);
        assert_eq!(advice(&cut(&words(&share.y)).join(" ").to_uppercase()), []);
        assert_eq!(Share::parse(&share.to_text()).unwrap(), share);
    }
}
