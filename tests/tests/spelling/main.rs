//! Every word that the program says is one, by the dictionaries of Debian's hunspell: in three languages, on screen and on
//! paper. What is right and in no dictionary stands in the lists beside this file. And a thing has one name in each
//! language (`words`).

mod words;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// A language, and its dictionary.
const LANGUAGES: [(&str, &str); 3] = [("en", "en_GB"), ("de", "de_DE"), ("fr", "fr")];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What stands in a pattern, also in the variants of a choice; placeholders leave a gap.
fn text(pattern: &Pattern<&str>, all: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => all.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                // Spaces and braces are written as texts in a placeable.
                let is_text = matches!(inline, InlineExpression::StringLiteral { .. });
                all.push_str(if is_text { " " } else { "\u{FFFC}" });
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    all.push(' ');
                    text(&variant.value, all);
                }
                all.push(' ');
            }
        }
    }
    all.push('\n');
}

/// All that a language's catalogues say; attributes such as `.now` too.
fn said(language: &str) -> Result<String> {
    let mut all = String::new();
    for file in fs::read_dir(here("../app/src/language").join(language))? {
        let catalogue = fs::read_to_string(file?.path())?;
        let catalogue = parse(catalogue.as_str()).ok().context("a catalogue is broken")?;
        for entry in &catalogue.body {
            if let Entry::Message(message) = entry {
                message.value.iter().for_each(|pattern| text(pattern, &mut all));
                message.attributes.iter().for_each(|attribute| text(&attribute.value, &mut all));
            }
        }
    }
    Ok(all)
}

/// All words of a language's catalogues. What is part of a command, a file's name or a placeholder is none.
fn words(language: &str) -> Result<BTreeSet<String>> {
    let all = said(language)?;
    let is_word = |piece: &&str| {
        let strange = |c: char| c.is_ascii_digit() || "\u{FFFC}/\\=$_@<>|~*".contains(c);
        let inner = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '\u{FFFC}');
        !inner.contains('.') && !piece.contains(strange) && !piece.starts_with("--") && !piece.contains(" -")
    };
    let trimmed = |piece: &str| {
        piece.trim_matches(|c: char| !c.is_alphabetic()).replace('’', "'").replace('\u{2011}', "-")
    };
    let parts = all.split(|c: char| c.is_whitespace() || ":;,()[]\"«»“”„…·?!".contains(c));
    Ok(parts.filter(is_word).map(trimmed).filter(|word| word.chars().count() > 1).collect())
}

/// Those that the dictionary does not know.
fn unknown(words: &BTreeSet<String>, dictionary: &str) -> Result<BTreeSet<String>> {
    let mut hunspell = Command::new("hunspell")
        .args(["-l", "-i", "utf-8", "-d", dictionary])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("hunspell is not installed")?;
    let list = words.iter().map(|word| format!("{word}\n")).collect::<String>();
    let mut input = hunspell.stdin.take().context("no input")?;
    let writer = std::thread::spawn(move || input.write_all(list.as_bytes()));
    let output = hunspell.wait_with_output()?;
    writer.join().ok().context("the writer ended")??;
    ensure!(output.status.success(), "hunspell: {}", output.status);
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

/// The words of a list; what follows a `#` says why.
fn list(name: &str) -> Result<BTreeSet<String>> {
    let list = fs::read_to_string(here("tests/spelling").join(format!("{name}.txt")))?;
    let word = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    Ok(list.lines().map(word).filter(|word| !word.is_empty()).collect())
}

#[test]
fn every_word_is_one() -> Result<()> {
    let everywhere = list("all")?;
    ensure!(LANGUAGES.map(|(language, _)| language) == Texts::languages(), "a language has no dictionary");
    for (language, dictionary) in LANGUAGES {
        let known = &list(language)? | &everywhere;
        let said = words(language)?;
        ensure!(said.len() > 1000, "{language}: only {} words were found", said.len());
        let wrong = &unknown(&said, dictionary)? - &known;
        ensure!(wrong.is_empty(), "{language}: {wrong:?}");
    }
    Ok(())
}

/// A test that finds nothing shows nothing.
#[test]
fn a_word_that_is_none_is_found() -> Result<()> {
    for ((_, dictionary), (right, wrong)) in
        LANGUAGES.iter().zip([("backup", "bakcup"), ("Sicherung", "Sichreung"), ("sauvegarde", "sauvegrade")])
    {
        let both = [right, wrong].map(str::to_owned).into();
        ensure!(unknown(&both, dictionary)? == BTreeSet::from([wrong.to_owned()]), "{dictionary}");
    }
    Ok(())
}
