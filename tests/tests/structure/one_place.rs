//! What is done in one place: whatever was read from paper becomes a share in `ceremony/reading`, a Nitrokey's role is a
//! type, and its three PINs are one.

use std::collections::{BTreeMap, BTreeSet};

use super::file::Module;
use super::house::sources;
use super::tokens::{inside, places, tokens};

/// What makes a share, or a part of one, of a text, and the files that may use it.
const OF_A_TEXT: [(&str, &[&str]); 10] = [
    // In a rehearsal the other process is given what was read as lines.
    ("Share::parse", &["ceremony/rehearsal", "ceremony/scanner"]),
    ("BackupPart::parse", &["ceremony/scanner"]),
    ("parse_words (", &["ceremony/reading"]),
    ("parse_hexadecimal (", &["backup/candidates", "ceremony/reading"]),
    ("scanned (", &["ceremony/reading"]),
    ("Candidates::of_words", &["ceremony/reading"]),
    ("Candidates::of_lines", &["ceremony/reading"]),
    ("Candidates::near_words", &["ceremony/reading"]),
    ("Candidates::near_lines", &["ceremony/reading"]),
    ("Share {", &["backup/gather/whole_set", "backup/share", "ceremony/cards", "ceremony/reading"]),
];

/// What of it a file uses.
fn of_a_text(source: &str) -> BTreeSet<&'static str> {
    let all = tokens(source);
    let is_use = |what: &str, mut at: usize| {
        // The path that leads there.
        while at >= 3 && all[at - 1] == ":" && all[at - 2] == ":" {
            at -= 3;
        }
        let before = at.checked_sub(1).map_or("", |before| all[before].as_str());
        match what {
            "Share {" => !["struct", "impl", "for", "enum", ">"].contains(&before),
            // A method, or the function itself.
            _ => ![".", "fn"].contains(&before),
        }
    };
    let used = |what: &&str| {
        let found = places(&all, &what.replace("::", " : : "));
        found.into_iter().any(|at| is_use(what, at))
    };
    OF_A_TEXT.iter().map(|(what, _)| *what).filter(used).collect()
}

fn program() -> Vec<(Module, String)> {
    let mut sources = sources();
    sources.retain(|(module, _)| !module.iter().any(|part| part == "tests"));
    assert!(sources.len() > 300, "the program is not where it is looked for: {}", sources.len());
    sources
}

#[test]
fn what_was_read_becomes_a_share_in_one_place() {
    let mut users: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (module, source) in program() {
        for what in of_a_text(&source) {
            users.entry(what).or_default().insert(module.join("/"));
        }
    }
    let allowed =
        OF_A_TEXT.map(|(what, files)| (what, files.iter().map(|file| (*file).to_owned()).collect()));
    assert_eq!(users, BTreeMap::from(allowed));
}

#[test]
fn whoever_makes_a_share_of_a_text_is_noticed() {
    for (source, what) in [
        ("fn f() { backup::Share::parse(&text)?; }", "Share::parse"),
        ("fn f() { lines.map(Share::parse) }", "Share::parse"),
        ("fn f() { BackupPart::parse(text) }", "BackupPart::parse"),
        ("fn f() { y = backup::parse_words(text)?; }", "parse_words ("),
        ("fn f() { parse_hexadecimal(text) }", "parse_hexadecimal ("),
        ("fn f() { if let Ok(card) = scanned(text) {} }", "scanned ("),
        ("fn f() { Candidates::of_words(text) }", "Candidates::of_words"),
        ("fn f() { crate::backup::Candidates::near_lines(text) }", "Candidates::near_lines"),
        ("fn f() -> Share { Share { set, quorum, x, y } }", "Share {"),
        ("fn f() { keep(crate::backup::Share { x, ..other }) }", "Share {"),
    ] {
        assert_eq!(of_a_text(source), BTreeSet::from([what]), "{source}");
    }
    for none in [
        "impl Share { fn f() {} }",
        "fn f() -> crate::backup::Share { g() }",
        "fn scanned(text: &str) {}",
        "fn f() { cards.scanned(text) }",
        "fn f() { match a { OnPaper::Share(share) => {} } }",
        "fn f() { Candidates::all() }",
        "#[cfg(test)] fn f() { Share::parse(text) }",
    ] {
        assert_eq!(of_a_text(none), BTreeSet::new(), "{none}");
    }
}

/// Words of a role that do not stand where a placeholder of a text, or a step, is named.
fn role_words(source: &str) -> Vec<String> {
    let all = tokens(source);
    let is_role =
        |text: &str| ["\"primary\"", "\"main\"", "\"spare\""].contains(&text) || text.starts_with("\"spare-");
    let at = |at: Option<usize>| at.and_then(|at| all.get(at)).map_or("", String::as_str);
    let found = all.iter().enumerate().filter(|(i, text)| {
        let (before, behind) = (at(i.checked_sub(1)), at(Some(i + 1)));
        let opens = at(i.checked_sub(2));
        // `("spare", value)` in a list, and `step!("primary")`.
        let is_name = before == "(" && behind == "," && ["[", ",", "(", "="].contains(&opens);
        is_role(text) && !is_name && opens != "!"
    });
    found.map(|(_, text)| text.clone()).collect()
}

#[test]
fn no_role_is_compared_with_a_word() {
    let sources = program().into_iter().filter(|(module, _)| *module != ["plan", "role"]);
    let found = sources.map(|(module, source)| (module.join("/"), role_words(&source)));
    let found: Vec<_> = found.filter(|(_, words)| !words.is_empty()).collect();
    assert!(found.is_empty(), "{found:?}");
    for compared in [
        "fn f() { if role == \"spare\" {} }",
        "fn f() { match role { \"primary\" => 1, _ => 2 } }",
        "fn f() { role.starts_with(\"spare-\") }",
        "const ROLES: [&str; 2] = [\"primary\", \"spare\"];",
        "fn f() { is(\"spare\", role) }",
        "fn f() { Role::from(\"spare-2\") }",
    ] {
        assert!(!role_words(compared).is_empty(), "{compared}");
    }
    for named in [
        "fn f() { let a = [(\"k\", 1), (\"spare\", 2)]; }",
        "fn f() { let spare = (\"spare\", 2); say(&[(\"spare\", 2)]) }",
        "fn f() { step!(\"primary\") }",
        "#[cfg(test)] fn f() { role == \"spare\" }",
    ] {
        assert_eq!(role_words(named), [""; 0], "{named}");
    }
}

/// The types that have an admin PIN and a reset code.
fn pins(source: &str) -> Vec<String> {
    let all = tokens(source);
    let types = places(&all, "struct").into_iter().chain(places(&all, "enum"));
    let of = |at: usize| {
        let body = at + all[at..].iter().position(|token| ["{", ";", "("].contains(&token.as_str()))?;
        let body = inside(&all, body + 1);
        let has = |begin: &str| {
            let is_field = |two: &[String]| two[0].starts_with(begin) && two[1] == ":";
            body.windows(2).any(is_field)
        };
        (has("admin") && has("reset")).then(|| all[at + 1].clone())
    };
    types.filter_map(of).collect()
}

/// Several secrets without a name, and a PIN that is none.
const NO_PINS: [&str; 9] = [
    "[ SecretString ; 3 ]",
    "[ SecretString ; 2 ]",
    "SecretString , SecretString",
    "SecretString : : default",
    "SecretString : : from ( \"\" )",
    "SecretString : : from ( String : : new ( )",
    "SecretString : : from ( String : : default ( )",
    "Pins : : default",
    "Default for Pins",
];

fn no_pins(source: &str) -> Vec<&'static str> {
    let all = tokens(source);
    NO_PINS.into_iter().filter(|what| !places(&all, what).is_empty()).collect()
}

#[test]
fn the_three_pins_of_a_nitrokey_are_one_type_and_none_of_them_is_empty() {
    let mut found = BTreeMap::new();
    for (module, source) in program() {
        for name in pins(&source) {
            found.insert(name, module.join("/"));
        }
        assert_eq!(no_pins(&source), [""; 0], "{}", module.join("/"));
    }
    let expected = [
        ("Pins", "pins"),
        // As they stand in `pins.toml`.
        ("PinsEntry", "backup/contents"),
        // How long each may be, and how often it may still be tried: no secrets.
        ("PinRules", "nitrokey/info"),
        ("Tries", "nitrokey/info"),
        ("Unproven", "nitrokey/unproven"),
    ];
    assert_eq!(found, expected.map(|(name, module)| (name.to_owned(), module.to_owned())).into());
    for another in [
        "struct Three { user: SecretString, admin: SecretString, reset_code: SecretString }",
        "struct Three { pub admin_pin: Zeroizing<String>, pub reset: Zeroizing<String> }",
        "enum Known { Nothing, All { user: A, admin: A, reset: A } }",
    ] {
        assert_eq!(pins(another).len(), 1, "{another}");
    }
    assert_eq!(pins("struct One { admin: SecretString } fn f() { reset() }"), [""; 0]);
    for none in [
        "fn f() -> [SecretString; 3] { g() }",
        "struct Three(SecretString, SecretString, SecretString);",
        "fn f() { read(SecretString::default()) }",
        "fn f() { read(&SecretString::from(\"\")) }",
        "fn f() { read(SecretString::from(String::new())) }",
        "fn f() { Pins::default() }",
        "impl Default for Pins { fn default() -> Self { a() } }",
    ] {
        assert!(!no_pins(none).is_empty(), "{none}");
    }
}
