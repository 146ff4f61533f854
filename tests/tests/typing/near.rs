//! Words while they are typed: completed from four letters, and near words for real typing errors.

use coldspare::backup::{MnemonicError, Word, advice, parse_words, word};
use coldspare::language::Texts;
use coldspare::tui::messages;

use super::slips::every_word;
use super::{in_words, shares};

#[test]
fn every_word_is_completed_from_its_first_four_letters() {
    for whole in every_word() {
        for letters in 4.min(whole.len())..=whole.len() {
            assert!(word(&whole[..letters]) == Word::Whole(whole), "{whole}");
            assert!(word(&whole[..letters].to_uppercase()) == Word::Whole(whole), "{whole}");
        }
    }
}

#[test]
fn fewer_letters_show_the_words_that_begin_so() {
    let every_word = every_word();
    for whole in &every_word {
        for letters in 0..whole.len().min(4) {
            let typed = &whole[..letters];
            let begin_so: Vec<_> = every_word.iter().copied().filter(|w| w.starts_with(typed)).collect();
            match word(typed) {
                Word::Whole(only) => assert!(only == typed || begin_so == [only], "{typed}"),
                Word::Begins(words) => assert_eq!(words, begin_so),
                Word::Unknown { .. } => panic!("{typed}"),
            }
        }
    }
}

/// What was typed, and what was meant: letters wrong, missing, doubled, swapped, beside the right key,
/// heard instead of read.
const SLIPS: [(&str, &str); 43] = [
    ("abut", "about"),
    ("abandn", "abandon"),
    ("abondon", "abandon"),
    ("adress", "address"),
    ("agian", "again"),
    ("allmost", "almost"),
    ("anceint", "ancient"),
    ("balence", "balance"),
    ("becuase", "because"),
    ("beleive", "believe"),
    ("bisness", "business"),
    ("catagory", "category"),
    ("coulmn", "column"),
    ("cusotm", "custom"),
    ("excercise", "exercise"),
    ("freind", "friend"),
    ("gorupp", "group"),
    ("hieght", "height"),
    ("jurney", "journey"),
    ("lesure", "leisure"),
    ("lenght", "length"),
    ("nuclaer", "nuclear"),
    ("ooccur", "occur"),
    ("peice", "piece"),
    ("qyick", "quick"),
    ("recieve", "receive"),
    ("rythm", "rhythm"),
    ("accros", "across"),
    ("bycicle", "bicycle"),
    ("gutiar", "guitar"),
    ("langauge", "language"),
    ("libary", "library"),
    ("mashine", "machine"),
    ("suprise", "surprise"),
    ("symtom", "symptom"),
    ("tommorow", "tomorrow"),
    ("vilage", "village"),
    ("vehical", "vehicle"),
    ("wepaon", "weapon"),
    ("mucsle", "muscle"),
    ("licence", "license"),
    ("mistery", "mystery"),
    ("wierd", "weird"),
];

#[test]
fn a_mistyped_word_is_shown_with_the_one_that_was_meant() {
    for (typed, meant) in SLIPS {
        match word(typed) {
            Word::Unknown { near } => {
                assert!((1..=4).contains(&near.len()) && near.contains(&meant), "{typed}: {near:?}")
            }
            other => panic!("{typed}: {other:?}"),
        }
    }
}

/// What one slip makes of a word: a letter left out, doubled, or swapped with the next.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for at in 0..letters.len() {
        let (mut missing, mut doubled, mut swapped) = (letters.clone(), letters.clone(), letters.clone());
        missing.remove(at);
        doubled.insert(at, letters[at]);
        swapped.swap(at, (at + 1).min(letters.len() - 1));
        slips.extend([missing, doubled, swapped].map(String::from_iter));
    }
    slips.retain(|slip| slip != word);
    slips
}

/// A slip may give another word or the beginning of some: that is for the checksum to notice. Every fifth
/// word shows it; a few short ones have more than four that are as near.
#[test]
fn the_word_that_was_meant_is_among_the_near_ones_after_any_one_slip() {
    let (mut shown, mut not_shown) = (0, Vec::new());
    for meant in every_word().into_iter().step_by(5) {
        for typed in slips(meant) {
            let Word::Unknown { near } = word(&typed) else { continue };
            assert!(near.len() <= 4);
            match near.contains(&meant) {
                true => shown += 1,
                false => not_shown.push((typed, meant, near)),
            }
        }
    }
    println!("{shown} shown, {} not: {not_shown:?}", not_shown.len());
    assert!(shown > 5_000 && not_shown.len() * 100 < shown, "{shown}, {}", not_shown.len());
}

#[test]
fn the_advice_says_the_place_what_was_typed_and_what_is_near() {
    let mut typed: Vec<String> = in_words(&shares()[0]).split(' ').map(Into::into).collect();
    let said = |typed: &[String], code: &str| {
        let advice = messages::advice(&advice(&typed.join(" ")), &Texts::of(code));
        advice.map(|advice| advice.to_string())
    };
    typed[16] = "abut".into();
    assert_eq!(said(&typed, "en").unwrap(), "Word 17: “abut” is on no card. Did you mean “about”, “abuse”?");
    assert_eq!(
        said(&typed, "de").unwrap(),
        "Wort 17: „abut“ steht auf keiner Karte. Meinten Sie „about“, „abuse“?"
    );
    assert_eq!(
        said(&typed, "fr").unwrap(),
        "Mot 17 : « abut » n’est sur aucune carte. Vouliez-vous dire « about », « abuse » ?"
    );
    typed[16] = "Xyzzyq".into();
    assert_eq!(said(&typed, "en").unwrap(), "Word 17: “xyzzyq” is on no card. Check its spelling.");
    typed[2] = "ab".into();
    assert_eq!(
        said(&typed, "en").unwrap().lines().next().unwrap(),
        "Word 3: more than one begins with “ab”. Type four letters."
    );
    assert_eq!(said(&typed, "en").unwrap().lines().count(), 2);
    for garbage in ["a".repeat(100_000), "ß".repeat(9), "\"\u{1b}[2J".into()] {
        assert!(matches!(word(&garbage), Word::Unknown { .. }));
        let said = said(&[garbage], "en").unwrap();
        assert!(said.len() < 200 && !said.contains('\u{1b}'), "{said}");
    }
}

#[test]
fn a_near_word_is_never_taken_by_itself() {
    let card = in_words(&shares()[0]);
    for (typed, _) in SLIPS {
        let mut words: Vec<&str> = card.split(' ').collect();
        words[9] = typed;
        assert_eq!(parse_words(&words.join(" ")), Err(MnemonicError::Unknown { position: 10 }));
    }
}

#[test]
fn a_word_is_in_the_advice_alone_never_in_an_error_or_in_debug() {
    for (typed, meant) in SLIPS {
        let text = format!("{:?} {:?} {:?}", word(typed), word(meant), advice(typed));
        assert!(!text.contains(typed) && !text.contains(meant), "{text}");
    }
}
