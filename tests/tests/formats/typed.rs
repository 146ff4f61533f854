//! What is typed from a card: 24 words, or four lines of hexadecimal digits.

use coldspare::backup::{
    MnemonicError, SetId, advice, hexadecimal_lines, parse_hexadecimal, parse_words, words,
};
use coldspare::ceremony::scanned;
use coldspare::machine::entropy::Dice;
use coldspare::nitrokey::Serial;
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
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(MnemonicError::Count { found: 25 }));
        typed.drain(at..at + 2);
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(MnemonicError::Count { found: 23 }));
        typed.insert(at, "nitrokey");
        prop_assert_eq!(parse_words(&typed.join(" ")), Err(MnemonicError::Unknown { position: at + 1 }));
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
            prop_assert!(scanned(&text).is_err());
            let _ = (SetId::parse(&text), Serial::parse(&text), Dice::parse(&text), advice(&text));
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
                        Err(error) => assert_eq!(error, MnemonicError::Line { line: i + 1 }),
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
