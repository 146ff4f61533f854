//! `app/ARCHITECTURE.md`, `app/CONTRIBUTING.md` and the README lead to what is there: each file, each folder and each
//! name in a file that they mention; and there is no folder of the program that the architecture says nothing of.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ARCHITECTURE: &str = include_str!("../../app/ARCHITECTURE.md");
const CONTRIBUTING: &str = include_str!("../../app/CONTRIBUTING.md");
const README: &str = include_str!("../../README.md");

/// What a name is declared by.
const KINDS: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "mod"];

/// The top of the repository.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A page without its drawings and its examples of code.
fn prose(page: &str) -> String {
    let mut fenced = false;
    let mut prose = String::new();
    for line in page.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose
}

/// What stands between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// `{en,de}` stands for each of these.
fn expanded(path: &str) -> Vec<String> {
    let braces = path.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    match braces {
        Some((before, (inside, behind))) => {
            inside.split(',').flat_map(|one| expanded(&format!("{before}{one}{behind}"))).collect()
        }
        None => vec![path.to_owned()],
    }
}

/// A path, or a file of Rust, and no command, address, placeholder or device.
fn is_path(quoted: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_-./{},:".contains(c);
    let (path, name) = quoted.split_once("::").unwrap_or((quoted, ""));
    let is_file = path.contains('/') || path.ends_with(".rs");
    is_file && quoted.chars().all(allowed) && !path.starts_with('/') && !name.contains(['/', '.'])
}

/// A path through modules, such as `ceremony::Made`; a type's own functions are none.
fn is_module_path(quoted: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_:".contains(c);
    quoted.contains("::")
        && quoted.chars().all(allowed)
        && quoted.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The file or folder, from the top of the repository, or from the program's source.
fn place(path: &str) -> Option<PathBuf> {
    let places = [top().join(path), top().join("app/src").join(path)];
    places.into_iter().find(|place| place.exists())
}

/// Whether this name is declared in there: as a whole word, behind what declares one.
fn declares(source: &str, name: &str) -> bool {
    KINDS.iter().any(|kind| {
        let declaration = format!("{kind} {name}");
        source.match_indices(&declaration).any(|(at, _)| {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let before = source[..at].chars().next_back();
            let behind = source[at + declaration.len()..].chars().next();
            !before.is_some_and(is_part) && !behind.is_some_and(is_part)
        })
    })
}

/// Walks from module to module as far as there are files; what is left is declared in the last one, or comes out of it.
fn is_in_modules(path: &str) -> bool {
    let mut names = path.split("::").skip_while(|name| matches!(*name, "crate" | "coldspare")).peekable();
    let mut module = top().join("app/src");
    while let Some(deeper) = names.peek().map(|name| module.join(name)) {
        if !deeper.with_extension("rs").is_file() {
            break;
        }
        module = deeper;
        names.next();
    }
    let file = if module.ends_with("app/src") { module.join("lib.rs") } else { module.with_extension("rs") };
    let source = fs::read_to_string(file).unwrap();
    let mut words = source.split(|c: char| !c.is_alphanumeric() && c != '_');
    names.next().is_none_or(|name| words.any(|word| word == name))
}

/// Every file and folder that a page names. It fails where one is not there.
fn named(page: &str) -> BTreeSet<PathBuf> {
    let prose = prose(page);
    assert_eq!(prose.matches('`').count() % 2, 0, "a backquote is never closed");
    let mut places = BTreeSet::new();
    for quoted in quoted(&prose) {
        if is_path(quoted) {
            let (path, name) = quoted.split_once("::").unwrap_or((quoted, ""));
            for path in expanded(path) {
                let place = place(&path).unwrap_or_else(|| panic!("`{quoted}` is named, and is not there"));
                let is_there = name.is_empty() || declares(&fs::read_to_string(&place).unwrap(), name);
                assert!(is_there, "`{quoted}`: nothing is called so in there");
                places.insert(place);
            }
        } else if is_module_path(quoted) {
            assert!(is_in_modules(quoted), "`{quoted}` is named, and is not there");
        }
    }
    places
}

/// A section of the README.
fn section(heading: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("\n## {heading}\n")).expect("there is no such section");
    rest.split("\n## ").next().unwrap_or_default()
}

#[test]
fn all_that_the_architecture_names_is_there() {
    let places = named(ARCHITECTURE);
    assert!(places.len() > 80, "{}", places.len());
}

#[test]
fn all_that_the_recipes_name_is_there() {
    let places = named(CONTRIBUTING);
    assert!(places.len() > 70, "{}", places.len());
}

#[test]
fn all_that_the_readme_names_to_who_works_on_it_is_there() {
    let places = named(section("For those who work on it"));
    assert!(places.len() >= 5, "{places:?}");
    let lines = section("Where things are").lines().filter_map(|line| line.strip_prefix("    "));
    let paths: Vec<_> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(paths.len() > 15, "{paths:?}");
    for path in paths {
        let place = top().join(path);
        assert!(place.exists(), "{path} is named, and is not there");
        assert_eq!(place.is_dir(), path.ends_with('/'), "{path}");
    }
}

/// The folders in there; with `files`, modules that are one file as well.
fn children(folder: &str, files: bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(top().join("app/src").join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_dir() || files && path.extension().is_some_and(|end| end == "rs")).collect()
}

#[test]
fn the_architecture_says_something_of_every_folder() {
    let places = named(ARCHITECTURE);
    let folders = children("", false);
    let modules: Vec<_> =
        ["tui/kit", "tui/parts", "tui/flows"].iter().flat_map(|folder| children(folder, true)).collect();
    assert!(folders.len() >= 8 && modules.len() >= 25, "{} {}", folders.len(), modules.len());
    for path in folders.into_iter().chain(modules) {
        // The module and the folder of its own modules are one.
        let module = path.with_extension("");
        let is_in = |place: &PathBuf| place.with_extension("") == module || place.starts_with(&module);
        assert!(places.iter().any(is_in), "{}: the architecture says nothing of it", path.display());
    }
}

/// What flows share is a part; a flow that took a step from another one would have to change with it.
#[test]
fn no_flow_knows_another_one() {
    let flows = children("tui/flows", true);
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let names: BTreeSet<_> = flows.iter().map(|path| name(path)).collect();
    assert!(names.len() >= 6, "{names:?}");
    for path in &flows {
        let sources = if path.is_dir() { sources_in(path) } else { vec![fs::read_to_string(path).unwrap()] };
        for other in names.iter().filter(|other| **other != name(path)) {
            let paths = [format!("flows::{other}"), format!("super::{other}::")];
            let knows = sources.iter().any(|source| paths.iter().any(|path| source.contains(path)));
            assert!(!knows, "{} takes something from {other}", path.display());
        }
    }
}

/// Every file of the program's source.
fn sources() -> Vec<String> {
    sources_in(&top().join("app/src"))
}

/// Every file of Rust in there.
fn sources_in(folder: &Path) -> Vec<String> {
    let mut folders = vec![folder.to_owned()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                sources.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    sources
}

/// An example that must not compile would not, if it named something that is not there; and so it would show nothing.
#[test]
fn what_an_example_imports_is_there() {
    let mut imports = 0;
    for source in sources() {
        let documentation = source.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
        let code = documentation.map(|line| line.trim_start_matches(['/', '!', ' ', '#']));
        for import in code.filter_map(|line| line.strip_prefix("use coldspare::")) {
            for path in expanded(&import.trim_end_matches(';').replace(' ', "")) {
                assert!(is_in_modules(&path), "an example imports {path}, which is not there");
                imports += 1;
            }
        }
    }
    assert!(imports > 20, "{imports}");
}

/// A test that takes nothing for a path, or everything for one that is there, shows nothing.
#[test]
fn what_is_not_there_would_be_noticed() {
    assert!(
        is_path("tui/kit/flow.rs") && is_path("home.rs") && is_path("app/src/language/{en,de}/errors.ftl")
    );
    assert!(is_path("ceremony/made.rs::keep") && is_module_path("ceremony::Made"));
    for none in ["make test", "/dev/usb", "Made::make", "…/…", "plan.toml", "--fuzz-dir", "made.rs::a/b"]
    {
        assert!(!is_path(none) && !is_module_path(none), "{none}");
    }
    assert_eq!(expanded("a/{b,c}/{d,e}"), ["a/b/d", "a/b/e", "a/c/d", "a/c/e"]);
    assert!(place("tui/kit/flow.rs").is_some() && place("app/src/tui").is_some());
    assert!(place("tui/gone.rs").is_none());
    let source = "pub(super) fn keep(&self) {}\nstruct Kept<'a>(&'a str);\n// mention of keepsake\n";
    assert!(declares(source, "keep") && declares(source, "Kept"));
    assert!(!declares(source, "kee") && !declares(source, "mention") && !declares(source, "keepsake"));
    for there in ["ceremony::Made", "nitrokey::info::Model", "crate::tui", "coldspare::pins::Pins"] {
        assert!(is_module_path(there) && is_in_modules(there), "{there}");
    }
    assert!(!is_in_modules("ceremony::Unmade") && !is_in_modules("nowhere::Made"));
}
