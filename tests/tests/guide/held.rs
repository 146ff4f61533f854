//! What of the guide is typed by which test, and that each of its sections is the one that others name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::*;
use coldspare::backup::{Before, Guide, Manifest, Moment, OnDisk, SetId, guide, section};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::plan::Quorum;
use coldspare_tests::typed_from_the_guide::{NOT_TYPED, is_not_typed};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

/// The tests that type a section with GnuPG 2.2, and with 2.4: file and name. Each types all commands of it.
const TYPED: &[(u8, [&str; 2])] = &[
    (
        START,
        [
            "guide/main.rs::an_owner_begins_signs_and_logs_in",
            "guide/main.rs::an_owner_begins_signs_and_logs_in_with_gnupg_2_4",
        ],
    ),
    (
        GIT,
        [
            "guide/main.rs::an_owner_begins_signs_and_logs_in",
            "guide/main.rs::an_owner_begins_signs_and_logs_in_with_gnupg_2_4",
        ],
    ),
    (
        SSH,
        [
            "guide/main.rs::an_owner_begins_signs_and_logs_in",
            "guide/main.rs::an_owner_begins_signs_and_logs_in_with_gnupg_2_4",
        ],
    ),
    (
        DISKS,
        [
            "guide/main.rs::a_disk_opens_by_passphrase_and_by_either_nitrokey",
            "guide/main.rs::a_disk_opens_by_passphrase_and_by_either_nitrokey_with_gnupg_2_4",
        ],
    ),
    (
        PIN,
        [
            "guide/main.rs::a_blocked_user_pin_is_set_anew",
            "guide/main.rs::a_blocked_user_pin_is_set_anew_with_gnupg_2_4",
        ],
    ),
    (
        SPARE,
        [
            "guide/main.rs::an_owner_changes_to_the_spare",
            "guide/main.rs::an_owner_changes_to_the_spare_with_gnupg_2_4",
        ],
    ),
    (
        STOLEN,
        [
            "guide/stolen.rs::a_thief_s_subkeys_end_and_new_ones_take_their_place",
            "guide/stolen.rs::a_thief_s_subkeys_end_and_new_ones_take_their_place_with_gnupg_2_4",
        ],
    ),
    (
        DEBIAN_TOOLS,
        [
            "debian_tools.rs::curve_25519_from_pictures",
            "guide/main.rs::without_any_nitrokey_and_back_with_gnupg_2_4",
        ],
    ),
    (
        WITHOUT,
        [
            "guide/main.rs::without_any_nitrokey_and_back",
            "guide/main.rs::without_any_nitrokey_and_back_with_gnupg_2_4",
        ],
    ),
    (
        YEARLY,
        [
            "debian_tools.rs::an_owner_gives_the_keys_two_more_years",
            "debian_tools.rs::an_owner_gives_the_keys_two_more_years_with_gnupg_2_4",
        ],
    ),
    (
        MOVING,
        [
            "at_home.rs::who_has_keys_on_another_nitrokey_moves_over",
            "at_home.rs::who_has_keys_on_another_nitrokey_moves_over_with_gnupg_2_4",
        ],
    ),
    (
        ON_DISK,
        [
            "at_home.rs::imported_keys_leave_the_disk_and_older_ones_may_stay",
            "at_home.rs::imported_keys_leave_the_disk_and_older_ones_may_stay_with_gnupg_2_4",
        ],
    ),
];

/// Texts of the catalogues that name a section, and which one they mean. Paper's are among them.
const NAMED: &[(&str, u8)] = &[
    ("lost-spare-text", SPARE),
    ("lost-spare-help", STOLEN),
    ("lost-done-change", SPARE),
    ("lost-done-old", SPARE),
    ("old-key-means-help", SPARE),
    ("lost-done-help", STOLEN),
    ("record-loss-text", SPARE),
    ("record-theft-text", STOLEN),
    ("record-expiry-text", YEARLY),
    ("on-a-nitrokey-guide", MOVING),
    ("alone-new", MOVING),
    ("done-brought", ON_DISK),
    ("done-moved", MOVING),
];

/// A guide with everything in it.
fn whole(language: &str) -> Result<String> {
    let manifest = Manifest {
        before: Vec::new(),
        sealing: 1,
        moment: Moment::parse("2026-01-01T12:00:00Z").context("no moment")?,
        program: "0.1.0".into(),
        fingerprint: "A".repeat(40),
        user_ids: vec!["Ada Lovelace <ada@example.org>".into()],
        algorithm: "Curve 25519".into(),
        sealed_backup_sha256: [0; 32],
        set: SetId::parse("0A1B2C3D").context("no set")?,
        quorum: Quorum::new(2, 3)?,
        cards: Vec::new(),
    };
    let before = Before::OnDisk(OnDisk { kept: vec!["B".repeat(40)], replaced: vec!["C".repeat(40)] });
    let (nitrokeys, subkeys) = (Vec::new(), vec!["C".repeat(40)]);
    Ok(guide(&Guide { manifest: &manifest, nitrokeys, subkeys, expires: None, before, language }))
}

fn commands(text: &str, number: u8) -> Vec<String> {
    let section = section(text, number);
    section.lines().filter_map(|line| Some(line.trim_start().strip_prefix("$ ")?.to_owned())).collect()
}

#[test]
fn every_command_is_typed_by_a_test_or_it_is_said_why_not() -> Result<()> {
    let text = whole("en")?;
    let all: usize = (START..=ON_DISK).map(|number| commands(&text, number).len()).sum();
    let there = text.lines().filter(|line| line.trim_start().starts_with("$ ")).count();
    ensure!(all == there && there > 60, "{all} commands stand in sections, and {there} in the guide");
    for number in START..=ON_DISK {
        let typed: Vec<_> =
            commands(&text, number).into_iter().filter(|c| !is_not_typed(number, c)).collect();
        let row = TYPED.iter().find(|(section, _)| *section == number);
        ensure!(row.is_some() != typed.is_empty(), "section {number}: {typed:?}, and {row:?}");
    }
    for (number, begins, why) in NOT_TYPED {
        let there = commands(&text, *number).iter().any(|command| command.starts_with(begins));
        ensure!(there && !why.is_empty(), "section {number} has no {begins}");
    }
    Ok(())
}

#[test]
fn the_tests_that_type_the_guide_are_there() -> Result<()> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for named in TYPED.iter().flat_map(|(_, names)| names) {
        let (file, name) = named.split_once("::").context("no name")?;
        let source = fs::read_to_string(tests.join(file))?;
        let is_there = ["fn {}()", "    {}:", "    {},", " {}: "]
            .iter()
            .any(|at| source.contains(&at.replace("{}", name)));
        ensure!(is_there, "there is no {named}");
    }
    Ok(())
}

/// The words before a section's number, in each language.
fn numbers(text: &str) -> Vec<u8> {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut numbers = Vec::new();
    for (i, word) in words.iter().enumerate() {
        if ["section", "sections", "abschnitt", "abschnitte"].contains(&word.to_lowercase().as_str()) {
            // `sections 15 and 12`
            numbers.extend(words.get(i + 1).and_then(|number| number.parse::<u8>().ok()));
            if word.to_lowercase().ends_with('s') || word.to_lowercase().ends_with('e') {
                numbers.extend(words.get(i + 3).and_then(|number| number.parse::<u8>().ok()));
            }
        }
    }
    numbers
}

/// And each heading stands where its number says, in every language.
#[test]
fn every_section_that_the_guide_names_is_there_and_they_are_numbered_in_order() -> Result<()> {
    for language in Texts::languages() {
        let text = whole(language)?;
        let lines: Vec<_> = text.lines().collect();
        let numbered = |line: &str| line.split_once(". ").and_then(|(number, _)| number.parse::<u8>().ok());
        let headings: Vec<_> = lines.windows(2).filter(|pair| pair[1].starts_with("---")).collect();
        let found: Vec<_> = headings.iter().filter_map(|pair| numbered(pair[0])).collect();
        assert_eq!(found, (START..=ON_DISK).collect::<Vec<_>>(), "{language}");
        for pair in headings {
            assert_eq!(pair[0].chars().count(), pair[1].len(), "{language}: {}", pair[0]);
            let listed = pair[0].replacen(". ", "  ", 1);
            ensure!(lines.iter().any(|line| line.trim() == listed), "{language}: {listed} is not listed");
        }
        // No other line could be taken for one: a section would end there.
        let all = lines.iter().filter(|line| numbered(line).is_some()).count();
        assert_eq!(all, found.len(), "{language}");
        let named = numbers(&text);
        ensure!(
            named.len() > 40 && named.iter().all(|n| (START..=ON_DISK).contains(n)),
            "{language}: {named:?}"
        );
    }
    Ok(())
}

/// All languages name the same sections, one after the other, in each section.
#[test]
fn every_language_leads_to_the_same_sections() -> Result<()> {
    let of = |language: &str| -> Result<Vec<Vec<u8>>> {
        let text = whole(language)?;
        let sorted = |number| {
            let mut numbers = numbers(&section(&text, number));
            numbers.sort_unstable();
            numbers
        };
        Ok((START..=ON_DISK).map(sorted).collect())
    };
    let english = of("en")?;
    for language in Texts::languages() {
        assert_eq!(of(language)?, english, "{language}");
    }
    Ok(())
}

fn words(pattern: &Pattern<&str>, all: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => all.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| words(&variant.value, all));
            }
            PatternElement::Placeable { .. } => all.push(' '),
        }
    }
    all.push('\n');
}

#[test]
fn screens_and_paper_name_the_section_that_they_mean() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/language");
    for language in Texts::languages() {
        let mut found = Vec::new();
        for file in fs::read_dir(folder.join(language))? {
            let text = fs::read_to_string(file?.path())?;
            let catalogue =
                fluent_syntax::parser::parse(text.as_str()).ok().context("a catalogue is broken")?;
            for entry in &catalogue.body {
                let Entry::Message(message) = entry else { continue };
                let mut text = String::new();
                message.value.iter().for_each(|pattern| words(pattern, &mut text));
                message.attributes.iter().for_each(|attribute| words(&attribute.value, &mut text));
                for number in numbers(&text) {
                    let meant = NAMED.iter().find(|(key, _)| *key == message.id.name);
                    let (_, meant) = meant.with_context(|| {
                        format!("{language}: which section does {} mean?", message.id.name)
                    })?;
                    assert_eq!(number, *meant, "{language}: {}", message.id.name);
                    found.push(message.id.name.to_owned());
                }
            }
        }
        for (key, _) in NAMED {
            ensure!(found.iter().any(|name| name == key), "{language}: {key} names no section");
        }
    }
    Ok(())
}

/// A flow that the guide names is called as it is at home.
#[test]
fn what_the_guide_tells_to_choose_stands_so_on_the_screen() -> Result<()> {
    let flows = [
        key!("setup"),
        key!("lost"),
        key!("stolen"),
        key!("forgotten"),
        key!("another"),
        key!("changes"),
        key!("deal"),
        key!("revoke"),
    ];
    for language in Texts::languages() {
        let (texts, text) = (Texts::of(language), whole(language)?);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for flow in flows {
            let called = texts.say(flow, &[]).replace('’', "'");
            ensure!(text.contains(&called), "{language}: nothing is called {called}");
        }
    }
    Ok(())
}
