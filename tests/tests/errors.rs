//! What an error says of itself is a short technical line, for logs and tests. The sentences that an owner reads, and what
//! to do now, stand in the catalogue alone (`errors.ftl`), and each error has its own there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// What an owner never reads: what they end as has its own text.
const NEVER_SHOWN: [&str; 3] = [
    "ChildError", // becomes a `RehearsalError`
    "FontError",  // the console keeps the font that it had
    "PsfError",   // becomes a `FontError`
];

/// Names that begin with a capital letter.
const NAMES: [&str; 5] = ["Landlock", "Nitrokey", "OpenPGP", "OpenSSL", "UTF-16"];

fn app() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src")
}

/// Every source file in a folder, and what is in it.
fn sources(folder: PathBuf) -> Vec<(PathBuf, String)> {
    let (mut folders, mut sources) = (vec![folder], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|e| e == "rs") => {
                    let text = fs::read_to_string(&path).unwrap();
                    sources.push((path, text));
                }
                false => {}
            }
        }
    }
    sources
}

/// The texts of all `#[error("…")]`; one without a text says what another error says.
fn displays(source: &str) -> Vec<&str> {
    let attributes = source.split("#[error(").skip(1).filter(|rest| !rest.starts_with("transparent"));
    attributes
        .map(|rest| {
            let rest = rest.trim_start().strip_prefix('"').expect("an error's text is a literal");
            let quote = rest.match_indices('"').map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\\'));
            &rest[..quote.unwrap()]
        })
        .collect()
}

/// What is wrong with an error's own text.
fn fault(text: &str) -> Option<&'static str> {
    let first = text.chars().next()?;
    let ends = |sign: char| text.ends_with(sign) || text.contains(&format!("{sign} "));
    match () {
        () if text.chars().count() > 100 => Some("longer than 100 letters"),
        () if ['.', '!', '?', ';'].into_iter().any(ends) => Some("a sentence, or more than one"),
        () if first.is_uppercase() && !NAMES.iter().any(|name| text.starts_with(name)) => Some("a capital"),
        () => None,
    }
}

#[test]
fn what_an_error_says_of_itself_is_one_short_technical_line() {
    let mut count = 0;
    for (path, source) in sources(app()) {
        for text in displays(&source) {
            count += 1;
            assert_eq!(fault(text), None, "{}: {text}", path.display());
        }
    }
    assert!(count > 150, "{count}");
    for wrong in ["it is full. Insert another one", "it is full.", "Full", "full; insert another one"] {
        assert!(fault(wrong).is_some(), "{wrong}");
    }
    assert!(fault(&"x".repeat(101)).is_some());
}

/// The enums and structs that are errors.
fn errors(source: &str) -> impl Iterator<Item = &str> {
    let derived = source.split("thiserror::Error").skip(1);
    derived.map(|rest| {
        let item = rest.split_once("enum ").map_or(rest, |(before, after)| {
            if before.contains("struct ") { rest.split_once("struct ").unwrap().1 } else { after }
        });
        item.split(|c: char| !c.is_alphanumeric()).next().unwrap()
    })
}

/// No match there has a wildcard, so that no variant is left out: it would not compile.
#[test]
fn each_error_has_its_words_in_the_catalogue() {
    let messages: String =
        sources(app().join("tui/kit/messages")).into_iter().map(|(_, source)| source).collect();
    assert!(!messages.contains(" _ =>"), "a wildcard");
    let mut count = 0;
    for (path, source) in sources(app()) {
        for error in errors(&source).filter(|error| !NEVER_SHOWN.contains(error)) {
            count += 1;
            let told = [format!("{error}::"), format!("for {error} "), format!("for crate::{error}")];
            let told = told.iter().any(|one| messages.contains(one));
            assert!(told || error == "Syntax", "{}: nobody tells {error}", path.display());
        }
    }
    assert!(count > 20, "{count}");
}
