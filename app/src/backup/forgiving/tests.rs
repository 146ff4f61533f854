use proptest::prelude::*;

use super::*;
use crate::backup::{hexadecimal_lines, is_line, words};

fn read(typed: &str) -> Vec<String> {
    typed_words(typed).iter().map(|word| word.to_string()).collect()
}

#[test]
fn numbers_commas_accents_and_missing_blanks_do_no_harm() {
    for typed in [
        "gather arch occur",
        "1 gather 2 arch 3 occur",
        "1. gather 2. arch 3. occur",
        "1.gather 2.arch 3.occur",
        "1gather 2arch 3occur",
        "1) Gather; 2) Arch; 3) Occur",
        "gather, arch, occur",
        "gather,arch,occur,",
        "gather-arch-occur",
        "gather - arch – occur",
        "gäther àrch òccûr",
        "ga\u{308}ther arch occur",
        "gatherarchoccur",
        "GATHERARCH OCCUR",
        "gather1arch2occur3",
    ] {
        assert_eq!(read(typed), ["gather", "arch", "occur"], "{typed}");
    }
    assert_eq!(read("gatharchoccu"), ["gath", "arch", "occu"]);
    assert_eq!(read("gather ? occur ???"), ["gather", "?", "occur", "?"]);
    assert_eq!(read(" 1 "), [""; 0]);
}

#[test]
fn what_can_be_parted_in_two_ways_is_not_parted() {
    // A word of its own, though two others are in it.
    assert_eq!(read("lawsuit network"), ["lawsuit", "network"]);
    // The last four letters are a word's first.
    assert_eq!(read("zoolawsuit"), ["zoolawsuit"]);
    assert_eq!(read("gathxrarch"), ["gathxrarch"]);
    assert_eq!(read("g4ther"), ["g4ther"]);
    assert_eq!(read("gaßer ga?her"), ["gaßer", "ga?her"]);
}

#[test]
fn a_beginning_is_digits_as_soon_as_no_word_is_like_it() {
    for typed in
        ["fedc", "FEDC", "BAO1", "bao", "1 2", "123", "0", "25", "1 ab3", "12ab3", "fade 1bad 57", "fe?1"]
    {
        assert_eq!(sense(typed), Sense::Digits, "{typed}");
    }
    for typed in ["g", "1 g", "1. arch", "gäther", "fedcral", "ßa", "1 ab gather"] {
        assert_eq!(sense(typed), Sense::Words, "{typed}");
    }
    for typed in
        ["", "1", "24", "1.", "1 a", "1 ab", "12ab", "fade", "fade ad", "bad ", "?", "addface", "2 ?"]
    {
        assert_eq!(sense(typed), Sense::Either, "{typed}");
    }
}

#[test]
fn of_a_line_letters_that_look_like_digits_count_as_them_and_its_number_is_dropped() {
    let lines = hexadecimal_lines(&[0x10; 32]);
    for (number, line) in (1..).zip(&lines) {
        let right = line.replace(' ', "");
        for typed in [
            line.to_string(),
            line.to_lowercase(),
            line.replace('0', "O"),
            line.replace('0', "q").replace('1', "l"),
            line.replace('1', "I"),
            format!("{number} {}", **line),
            format!("{number}. {}", **line),
            format!("{number}{}", **line),
            right
                .as_bytes()
                .chunks(4)
                .map(|four| std::str::from_utf8(four).unwrap())
                .collect::<Vec<_>>()
                .join("-"),
        ] {
            assert_eq!(*typed_line(number, &typed), right, "{typed}");
            assert!(is_line(number, &typed_line(number, &typed)));
        }
        // Another line's number is a digit too many.
        assert!(!is_line(number, &typed_line(number, &format!("{}{right}", number + 1))));
    }
}

/// What stands before and behind a word, in whatever way it was written.
fn written(word: &str, at: usize, seed: u64, accents: bool) -> String {
    let letter = |(i, c): (usize, char)| match c {
        'a' if accents && i % 2 == 0 => 'ä',
        'e' if accents => 'é',
        'o' if accents && i % 2 == 1 => 'Ô',
        c if seed >> 3 & 1 == 1 => c.to_ascii_uppercase(),
        c => c,
    };
    let word: String = word.chars().enumerate().map(letter).collect();
    let number =
        ["", "", "#. ", "#.", "#", "# ", "#) ", "# - "][(seed & 7) as usize].replace('#', &at.to_string());
    let behind = ["", ",", ";", " -", " ", "", ".", "  "][(seed >> 4 & 7) as usize];
    format!("{number}{word}{behind} ")
}

proptest! {
    #[test]
    fn however_its_words_are_written_it_is_the_same_card(y: [u8; 32], seeds: [u64; 24], short: u32) {
        let right = words(&y);
        let typed: String = (1..).zip(&right).zip(seeds).map(|((at, word), seed)| {
            let word = if short >> at & 1 == 1 { &word[..word.len().min(4)] } else { word };
            written(word, at, seed, seed >> 8 & 1 == 1)
        }).collect();
        let read: Vec<_> = typed_words(&typed).iter().map(|word| complete(word)).collect();
        prop_assert!(read.iter().copied().eq(right.into_iter().map(Some)), "{}", typed);
    }

    #[test]
    fn words_that_were_run_together_are_the_same_or_none(y: [u8; 32], from in 0..20usize, many in 2..5usize, short: u8) {
        let right = &words(&y)[from..from + many];
        let cut = |(i, word): (usize, &&'static str)| match short >> i & 1 {
            1 => word[..word.len().min(4)].to_owned(),
            _ => (*word).to_owned(),
        };
        let read: Vec<_> = typed_words(&right.iter().enumerate().map(cut).collect::<String>()).iter()
            .map(|word| complete(word)).collect();
        let is_same = read.iter().copied().eq(right.iter().copied().map(Some));
        // Two words that are a third one together cannot be told from it; the count is wrong then.
        prop_assert!(is_same || read.len() == 1, "{:?} {:?}", right, read);
    }

    #[test]
    fn whatever_is_typed_is_looked_at_without_a_fault(typed in "(?s).{0,300}", line in 1..5usize) {
        let _ = (typed_words(&typed), typed_line(line, &typed), sense(&typed));
    }

    #[test]
    fn a_typed_line_is_the_printed_one_or_none(y: [u8; 32], seed: u64) {
        for (number, line) in (1..).zip(&hexadecimal_lines(&y)) {
            let letter = |(i, c): (usize, char)| match (c, seed.rotate_left(i as u32) & 7) {
                ('0', 0) => "O".to_owned(), ('0', 1) => "q".into(), ('1', 0) => "l".into(), ('1', 1) => "I".into(),
                (c, 2) => format!("{} ", c.to_ascii_lowercase()), (c, _) => c.into(),
            };
            let typed: String = line.chars().enumerate().map(letter).collect();
            let number_before = ["", "#", "# ", "#. "][(seed >> 60 & 3) as usize].replace('#', &number.to_string());
            let read = typed_line(number, &(number_before + &typed));
            prop_assert!(*read == line.replace(' ', "") || !is_line(number, &read));
        }
    }
}

#[test]
fn a_first_digit_that_stands_apart_is_no_number_of_its_line() {
    for number in 1..=4 {
        let digits = format!("{number}BCDEF0123456789AAAA");
        let apart = format!("{number} BCDE F012 3456 789A AAA");
        assert_eq!(*typed_line(number, &apart), digits);
        assert_eq!(*typed_line(number, &format!("{number} {apart}")), digits);
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_fail(typed in "\\PC{0,60}", letters in "[a-zO?0-9 .\n]{0,300}", number in 0usize..9) {
        for typed in [&typed, &letters] {
            let _ = (sense(typed), typed_words(typed), typed_line(number, typed), is_line(number, typed));
            use crate::backup::Candidates;
            let _ = (Candidates::of_lines(typed), Candidates::near_lines(typed), Candidates::near_words(typed));
        }
    }

    #[test]
    fn lines_of_whatever_make_nothing_fail(lines in prop::collection::vec("[0-9A-F?]{16}[0-9A-Fé?]{4}|\\PC{20}", 4)) {
        use crate::backup::Candidates;
        let typed = lines.join("\n");
        let _ = (Candidates::of_lines(&typed), Candidates::near_lines(&typed));
    }
}
