//! `app/THREATS.md` says the truth about its tests: each that a row names is there; and the README leads to sections
//! that are there.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = include_str!("../../app/THREATS.md");
const README: &str = include_str!("../../README.md");

/// A row: what they hold and want, what is done, how it stands against that, the tests.
struct Row {
    wants: &'static str,
    done: &'static str,
    stands: &'static str,
    shown: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = PAGE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let row =
        |line: &'static str| match line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>()[..]
        {
            [wants, done, stands, shown] => Row { wants, done, stands, shown },
            _ => panic!("not four columns: {line}"),
        };
    lines.map(row).filter(|row| row.shown != "shown by").collect()
}

/// What stands between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The file of a test, below the tests of the whole system, those of the firmware and the program's own source. Of tests
/// that are a folder, it is `main.rs` in there.
fn file(path: &str) -> Option<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let main = format!("{}/main.rs", path.trim_end_matches(".rs"));
    let folders = ["tests", "", "../app/src", "../app/reader/src", "../image/src"];
    let files = folders.iter().flat_map(|folder| [path, &main].map(|path| top.join(folder).join(path)));
    files.into_iter().find(|file| file.is_file())
}

/// Whether a function of this name is one that tests are run from: its attribute stands before it.
fn is_test(source: &str, name: &str) -> bool {
    let function = format!("fn {name}(");
    let before = |at: usize| source[..at].lines().rev().find(|line| !line.trim_start().starts_with("//"));
    source.match_indices(&function).any(|(at, _)| {
        let line = source[..at].rfind('\n').unwrap_or(0);
        before(line).is_some_and(|line| line.trim() == "#[test]")
    })
}

#[test]
fn a_function_that_is_no_test_shows_nothing() {
    let source = "#[test]\n// why\nfn holds() {}\n\nfn helps() {}\n    #[test]\n    fn inside() {}\n";
    assert!(is_test(source, "holds") && is_test(source, "inside"));
    assert!(!is_test(source, "helps") && !is_test(source, "hold"));
}

#[test]
fn every_test_that_a_threat_names_is_there() {
    let mut named = 0;
    for row in rows() {
        for test in quoted(row.shown) {
            let Some((path, name)) = test.split_once("::") else {
                panic!("`{test}` names no test in a file")
            };
            let Some(file) = file(path) else { panic!("`{test}`: there is no such file") };
            let source = fs::read_to_string(file).unwrap();
            let function = is_test(&source, name);
            // What does not compile is shown by documentation that holds it.
            let documentation = name == "compile_fail" && source.contains("```compile_fail");
            // A macro writes one test a row.
            let row = |line: &str| {
                line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ' ']))
            };
            let generated = source.contains("macro_rules!") && source.lines().any(row);
            assert!(function || documentation || generated, "`{test}`: there is no such test");
            named += 1;
        }
    }
    assert!(named > 60, "{named}");
}

#[test]
fn every_threat_is_prevented_reduced_or_accepted_and_only_what_is_accepted_has_no_test() {
    for row in rows() {
        assert!(matches!(row.stands, "prevent" | "reduce" | "accept"), "{}: {}", row.wants, row.stands);
        assert!(!row.done.is_empty(), "{}", row.wants);
        assert!(row.stands == "accept" || quoted(row.shown).next().is_some(), "{}: no test", row.wants);
    }
}

/// The name by which a heading can be linked to: lower case, blanks are hyphens, nothing else but letters and digits.
fn anchor(heading: &str) -> String {
    let plain = heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || " -".contains(*c))
        .collect::<String>();
    plain.replace(' ', "-")
}

#[test]
fn the_readme_leads_to_sections_that_are_there() {
    let sections: Vec<_> = PAGE.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
    let links: Vec<_> =
        README.split("app/THREATS.md#").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert!(links.len() >= 5, "{links:?}");
    for link in links {
        assert!(sections.iter().any(|section| section == link), "{link} is none of {sections:?}");
    }
}

/// The files of tests that the README's own tables name: the second column of the appliance's, the last of the other.
#[test]
fn every_file_of_tests_that_the_readme_names_is_there() {
    let rows = README.lines().filter(|line| line.starts_with("| ") && line.contains(".rs`"));
    let files: Vec<_> = rows.flat_map(quoted).filter(|name| name.ends_with(".rs")).collect();
    assert!(files.len() > 15, "{files:?}");
    for name in files {
        let in_appliance = format!("appliance/{name}");
        assert!(file(name).is_some() || file(&in_appliance).is_some(), "{name} is named, and is not there");
    }
}
