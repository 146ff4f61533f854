//! What is typed from a card: 24 words, or four lines of hexadecimal digits.

use std::fs;
use std::path::{Path, PathBuf};

use coldspare::backup::{ByHandError, SetId, hexadecimal_lines, parse_hexadecimal, parse_words, words};
use coldspare::ceremony::{CeremonyError, Made, Meeting, PinChoice, ReadBack, Recovery, Sealed, bundles};
use coldspare::machine::{entropy::Dice, stick::Mounted};
use coldspare::nitrokey::Serial;
use coldspare::plan::Algorithm;
use coldspare_tests::walk;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::{carelessly, config};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn words_are_read_whole_or_cut_to_four_letters_in_any_case(y: [u8; 32], seed: u64) {
        let words = words(&y);
        prop_assert_eq!(words.len(), 24);
        prop_assert_eq!(*parse_words(&words.join(" ")).unwrap(), y);
        let cut: Vec<_> = words.iter().map(|w| &w[..w.len().min(4)]).collect();
        prop_assert_eq!(*parse_words(&cut.join("\n")).unwrap(), y);
        let some: Vec<_> = (0..24).map(|i| if seed >> i & 1 == 0 { cut[i] } else { words[i] }).collect();
        prop_assert_eq!(*parse_words(&some.join(" \t").to_uppercase()).unwrap(), y);
    }

    #[test]
    fn a_missing_doubled_or_unknown_word_is_named(y: [u8; 32], at in 0..24usize) {
        let mut typed = words(&y);
        typed.insert(at, typed[at]);
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(ByHandError::Count { found: 25 }));
        typed.drain(at..at + 2);
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(ByHandError::Count { found: 23 }));
        typed.insert(at, "nitrokey");
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(ByHandError::Unknown { position: at + 1 }));
    }

    #[test]
    fn hexadecimal_lines_are_read_as_they_were_printed(y: [u8; 32], seed: u64) {
        let lines = hexadecimal_lines(&y).map(|line| line.to_string());
        prop_assert_eq!(*parse_hexadecimal(&lines.join("\n")).unwrap(), y);
        let careless = lines.each_ref().map(|l| carelessly(l, seed).replace('\n', " "));
        prop_assert_eq!(*parse_hexadecimal(&careless.join("\n\n")).unwrap(), y);
    }

    #[test]
    fn whatever_else_is_typed_is_refused(text in "(?s).{0,300}", line in "[A-Za-z0-9:+ \n]{0,200}") {
        for text in [text, line] {
            prop_assert!(parse_words(&text).is_err());
            prop_assert!(parse_hexadecimal(&text).is_err());
            let _ = (SetId::parse(&text), Serial::parse(&text), Dice::parse(&text));
        }
    }
}

/// Bytes that are the same in each run.
fn fixed(n: u32) -> [u8; 32] {
    Sha256::digest(n.to_be_bytes()).into()
}

/// Four check digits miss one of 65536 changes. On a screen the whole share's hash, which the program
/// or the manifest has, notices those as well; on paper alone it shows when the cards are joined.
#[test]
fn a_changed_digit_is_noticed_by_its_line_but_for_one_in_65536() {
    let (mut changes, mut missed) = (0, 0);
    for y in (0..100).map(fixed) {
        let lines = hexadecimal_lines(&y).map(|line| line.to_string());
        for (i, line) in lines.iter().enumerate() {
            for at in (0..line.len()).filter(|at| *at != 16) {
                for to in "0123456789ABCDEF".chars().filter(|to| *to != char::from(line.as_bytes()[at])) {
                    let mut typed = lines.clone();
                    typed[i].replace_range(at..=at, &to.to_string());
                    changes += 1;
                    match parse_hexadecimal(&typed.join("\n")) {
                        Err(error) => assert_eq!(error, ByHandError::Line { line: i + 1 }),
                        Ok(read) => {
                            missed += 1;
                            assert_ne!(Sha256::digest(read.as_slice()), Sha256::digest(y));
                        }
                    }
                }
            }
        }
        let [a, b, c, d] = lines.each_ref();
        for swapped in [[b, a, c, d], [a, c, b, d], [a, b, d, c]] {
            assert!(parse_hexadecimal(&swapped.map(String::as_str).join("\n")).is_err());
        }
    }
    assert_eq!(changes, 100 * 4 * 20 * 15);
    assert!(missed <= changes / 65_536 + 3, "{missed} of {changes}");
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519")
}

/// Whether 24 words, as numbers from 0, bear the checksum that BIP-39 wants: after 256 bits of entropy
/// the first byte of its SHA-256.
fn has_checksum(card: &[usize]) -> bool {
    let mut bytes = [0u8; 33];
    for bit in (0..264).filter(|bit| card[bit / 11] >> (10 - bit % 11) & 1 == 1) {
        bytes[bit / 8] |= 0x80 >> (bit % 8);
    }
    Sha256::digest(&bytes[..32])[0] == bytes[32]
}

/// The words' checksum has 8 bits, so the words alone miss one of 256 wrong words. Together with the
/// manifest, which has each card's whole hash, none is missed.
#[test]
fn with_the_manifest_every_wrong_word_and_every_swap_of_neighbours_is_noticed() {
    let stick = Mounted::at(golden());
    let folder = bundles(&stick).unwrap().remove(0);
    let line = fs::read_to_string(golden().join("words.txt")).unwrap().lines().next().unwrap().to_owned();
    let every_word = every_word();
    let number = |word: &str| every_word.iter().position(|w| *w == word).unwrap();
    let card: Vec<usize> = line.split(' ').map(number).collect();
    assert!(has_checksum(&card));

    let wrong_word = |at: usize, word: usize| {
        let mut wrong = card.clone();
        wrong[at] = word;
        wrong
    };
    let swapped = |at: usize| {
        let mut wrong = card.clone();
        wrong.swap(at, at + 1);
        wrong
    };
    let wrong_words = (0..24).flat_map(|at| (0..2048).map(move |word| (at, word)));
    let wrong: Vec<_> = wrong_words
        .filter(|(at, word)| card[*at] != *word)
        .map(|(at, word)| wrong_word(at, word))
        .chain((0..23).map(swapped))
        .collect();
    assert_eq!(wrong.len(), 24 * 2047 + 23);

    let mut missed_by_the_checksum = 0;
    for (i, wrong) in wrong.iter().enumerate() {
        let misses = has_checksum(wrong);
        // Those that the checksum notices are told by it alone; one in 32 of them shows that.
        if !misses && i % 32 != 0 {
            continue;
        }
        let typed: Vec<_> = wrong.iter().map(|word| every_word[*word]).collect();
        match parse_words(&typed.join(" ")) {
            Err(error) => assert!(!misses && error == ByHandError::Checksum),
            Ok(y) => {
                missed_by_the_checksum += 1;
                let mut recovery = Recovery::from_bundle(&stick, &folder).unwrap();
                assert!(misses && matches!(recovery.add_bytes(y), Err(CeremonyError::CardDiffers { .. })));
            }
        }
    }
    assert!((130..260).contains(&missed_by_the_checksum), "{missed_by_the_checksum}");
    let mut recovery = Recovery::from_bundle(&stick, &folder).unwrap();
    assert_eq!(recovery.add_bytes(parse_words(&line).unwrap()).unwrap().card, 1);
}

/// All 2048 words, from shares that count them up: the last word of a share has but 3 bits of its own.
fn every_word() -> Vec<&'static str> {
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

/// The same when a card is read back after printing: the ceremony knows the shares themselves.
#[test]
fn reading_back_notices_a_wrong_word_that_the_checksum_misses() {
    let meeting = Meeting::new(walk::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
    let made = Made::make(&meeting, PinChoice::Generated, std::time::SystemTime::now(), &mut |_| ()).unwrap();
    let sealed = Sealed::seal(&made, &mut |_| ()).unwrap();
    let mut cards = ReadBack::new(&sealed);
    let card = words(&sealed.shares()[1].y);
    let mut missed_by_the_checksum = 0;
    for word in every_word().into_iter().filter(|word| *word != card[7]) {
        let mut typed = card.clone();
        typed[7] = word;
        match cards.words(2, &typed.join(" ")) {
            Err(CeremonyError::ByHand(ByHandError::Checksum)) => {}
            Err(CeremonyError::CardDiffers { card }) => {
                missed_by_the_checksum += 1;
                assert_eq!(card, "card 2 (Alan Turing)");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(missed_by_the_checksum < 64);
    assert!(cards.finish().is_err());
    assert_eq!(cards.words(2, &card.join(" ")).unwrap(), 2);
}
