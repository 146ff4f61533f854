//! Every single slip of somebody who types a card: each is noticed.

use std::collections::HashMap;

use coldspare::backup::{MnemonicError, parse_hexadecimal, parse_words, words};
use coldspare::ceremony::{CeremonyError, ReadBack, Reading, check_card};
use sha2::{Digest, Sha256};

use super::cards::sealed;
use super::{in_digits, in_words, manifest, shares};

/// All 2048 words, from shares that count them up: the last word of a share has but 3 bits of its own.
pub(super) fn every_word() -> Vec<&'static str> {
    let mut all: Vec<&str> = Vec::new();
    for first in (0..2048u16).step_by(23) {
        let bits: String = (first..first + 23).map(|n| format!("{:011b}", n % 2048)).collect();
        let bits = format!("{bits}000");
        let y = std::array::from_fn(|i| u8::from_str_radix(&bits[i * 8..i * 8 + 8], 2).unwrap());
        all.extend(&words(&y)[..23]);
    }
    all.truncate(2048);
    all
}

/// Every card that differs in one word, and every one with two neighbours swapped.
fn wrong_cards(card: &[&'static str]) -> Vec<Vec<&'static str>> {
    let mut wrong = Vec::new();
    for word in every_word() {
        for at in (0..card.len()).filter(|at| card[*at] != word) {
            let mut typed = card.to_vec();
            typed[at] = word;
            wrong.push(typed);
        }
    }
    for at in (1..card.len()).filter(|at| card[at - 1] != card[*at]) {
        let mut typed = card.to_vec();
        typed.swap(at - 1, at);
        wrong.push(typed);
    }
    wrong
}

/// BIP-39's checksum, by its own description: after 256 bits of entropy the first byte of their SHA-256.
fn has_checksum(card: &[&str], numbers: &HashMap<&str, usize>) -> bool {
    let mut bytes = [0u8; 33];
    for bit in (0..264).filter(|bit| numbers[card[bit / 11]] >> (10 - bit % 11) & 1 == 1) {
        bytes[bit / 8] |= 0x80 >> (bit % 8);
    }
    Sha256::digest(&bytes[..32])[0] == bytes[32]
}

/// The words' checksum has 8 bits, so the words alone miss one of 256 wrong ones. The manifest has each
/// card's whole hash: with it, none is missed.
#[test]
fn every_wrong_word_and_every_swap_of_neighbours_is_noticed() {
    let (manifest, card) = (manifest(), words(&shares()[0].y));
    let numbers: HashMap<_, _> = every_word().into_iter().zip(0..).collect();
    assert_eq!(numbers.len(), 2048);
    let (mut by_the_checksum, mut by_the_manifest) = (0, 0);
    let wrong = wrong_cards(&card);
    assert_eq!(wrong.len(), 24 * 2047 + 23);
    for card in &wrong {
        match check_card(&manifest, &Reading::words(&card.join(" "))) {
            Err(CeremonyError::Mnemonic(MnemonicError::Checksum)) => {
                by_the_checksum += 1;
                assert!(!has_checksum(card, &numbers));
            }
            Err(CeremonyError::NoCard { .. }) => {
                by_the_manifest += 1;
                assert!(has_checksum(card, &numbers));
            }
            other => panic!("not noticed: {other:?}"),
        }
    }
    println!("{by_the_checksum} by the checksum, {by_the_manifest} by the manifest");
    assert_eq!(by_the_checksum + by_the_manifest, wrong.len());
    assert!((130..260).contains(&by_the_manifest), "{by_the_manifest}");
    assert_eq!(check_card(&manifest, &Reading::words(&card.join(" "))).unwrap().x, 1);
}

/// The same when a card is read back after printing: the ceremony knows the shares themselves.
#[test]
fn reading_back_notices_a_wrong_word_that_the_checksum_misses() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    let card = words(&sealed.shares()[1].y);
    let mut missed_by_the_checksum = 0;
    for word in every_word().into_iter().filter(|word| *word != card[7]) {
        let mut typed = card.clone();
        typed[7] = word;
        match cards.read_whole(2, &Reading::words(&typed.join(" "))) {
            Err(CeremonyError::Mnemonic(MnemonicError::Checksum)) => {}
            Err(CeremonyError::CardDiffers { card }) => {
                missed_by_the_checksum += 1;
                assert_eq!(card.to_string(), "card 2 (Alan Turing)");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(missed_by_the_checksum < 64);
    assert!(cards.finish().is_err());
    assert_eq!(cards.read_whole(2, &Reading::words(&card.join(" "))).unwrap(), 2);
}

#[test]
fn another_cards_words_are_not_taken_for_this_one() {
    let sealed = sealed();
    let mut cards = ReadBack::new(&sealed);
    let error = cards.read_whole(1, &Reading::words(&in_words(&sealed.shares()[1]))).unwrap_err();
    assert!(
        matches!(error, CeremonyError::CardDiffers { card } if card.to_string() == "card 1 (Grace Hopper)")
    );
    let error = cards.read_whole(9, &Reading::words(&in_words(&sealed.shares()[1]))).unwrap_err();
    assert!(matches!(error, CeremonyError::NoSuchNumber { number: 9, cards: 3 }));
}

/// The number of the line that is said to be wrong.
fn wrong_line(typed: &[String]) -> usize {
    match parse_hexadecimal(&typed.join("\n")) {
        Err(MnemonicError::Line { line }) => line,
        other => panic!("not noticed: {:?}", other.map(|_| "taken")),
    }
}

#[test]
fn every_wrong_digit_and_every_swap_of_digits_or_lines_is_noticed_in_its_line() {
    let share = &shares()[0];
    let lines: Vec<String> = in_digits(share).lines().map(Into::into).collect();
    let (mut digits, mut check_digits) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        for at in (0..line.len()).filter(|at| *at != 16) {
            for to in "0123456789ABCDEF".chars().filter(|to| !line[at..].starts_with(*to)) {
                let mut typed = lines.clone();
                typed[i].replace_range(at..=at, &to.to_string());
                assert_eq!(wrong_line(&typed), i + 1);
                if at < 16 { digits += 1 } else { check_digits += 1 }
            }
        }
        let plain: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
        for at in (1..plain.len()).filter(|at| plain[at - 1] != plain[*at]) {
            let mut typed = lines.clone();
            let mut swapped = plain.clone();
            swapped.swap(at - 1, at);
            typed[i] = swapped.into_iter().collect();
            assert_eq!(wrong_line(&typed), i + 1);
        }
    }
    assert_eq!((digits, check_digits), (64 * 15, 16 * 15));
    for first in 0..4 {
        for second in first + 1..4 {
            let mut typed = lines.clone();
            typed.swap(first, second);
            assert_eq!(wrong_line(&typed), first + 1);
        }
    }
    assert_eq!(parse_hexadecimal(&lines.join("\n")).unwrap(), share.y);
    assert_eq!(parse_words(&in_words(share)).unwrap(), share.y);
}
