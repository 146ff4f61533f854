//! What the program says, on screen and on paper: one catalogue per language (Project Fluent).
//!
//! The 24 words of a share card are BIP-39's English ones in every language.

#[macro_use]
mod key;
pub mod shown;

pub use key::{Key, Noted, Pair};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language's catalogue, in the order of its reader's way: the screens that all share, the first
/// ceremony, what is done later, what can go wrong, and what stands on paper.
macro_rules! catalogue {
    ($code:literal) => {
        [
            include_str!(concat!("language/", $code, "/screens.ftl")),
            include_str!(concat!("language/", $code, "/setup.ftl")),
            include_str!(concat!("language/", $code, "/later.ftl")),
            include_str!(concat!("language/", $code, "/errors.ftl")),
            include_str!(concat!("language/", $code, "/paper.ftl")),
        ]
    };
}

/// How many languages there are: all that is written in each is an array of that length.
pub const LANGUAGES: usize = 3;

/// The catalogues, by ISO 639-1's two letters. The first serves where there is none.
const CATALOGUES: [(&str, [&str; 5]); LANGUAGES] =
    [("en", catalogue!("en")), ("de", catalogue!("de")), ("fr", catalogue!("fr"))];

/// The months, from January on.
const MONTHS: [Key; 12] = [
    key!("month-01"),
    key!("month-02"),
    key!("month-03"),
    key!("month-04"),
    key!("month-05"),
    key!("month-06"),
    key!("month-07"),
    key!("month-08"),
    key!("month-09"),
    key!("month-10"),
    key!("month-11"),
    key!("month-12"),
];

/// A language's catalogue.
pub struct Texts(FluentBundle<FluentResource>);

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.0.locales.iter().map(ToString::to_string).collect::<String>())
    }
}

impl Texts {
    /// The languages that there are, by two letters.
    pub fn languages() -> [&'static str; LANGUAGES] {
        CATALOGUES.map(|(code, _)| code)
    }

    /// In this language, else in English.
    pub fn of(code: &str) -> Self {
        let (code, catalogue) = CATALOGUES.iter().find(|(c, _)| *c == code).unwrap_or(&CATALOGUES[0]);
        let language: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Without the invisible marks round a placeholder: neither console nor paper knows them.
        bundle.set_use_isolating(false);
        for part in catalogue {
            // It is part of the program, and a test reads each to its end.
            let resource = FluentResource::try_new((*part).to_owned()).unwrap_or_else(|(partly, _)| partly);
            bundle.add_resource_overriding(resource);
        }
        Texts(bundle)
    }

    /// This text, with its placeholders filled in. Wherever tests come by, each that it asks for must be there.
    pub fn say(&self, key: Key, placeholders: &[(&str, FluentValue<'_>)]) -> String {
        // All languages have it: `key!` has looked in English, and a test compares the others.
        let Some((text, errors)) = self.formatted(key.name(), placeholders) else {
            return key.name().to_owned();
        };
        debug_assert!(errors.is_empty(), "{key:?}: {errors:?}");
        text
    }

    /// The text of this name, for who compares what is shown with the catalogue. A placeholder of which nothing is known
    /// stays there as `{$name}`; `None`: there is no such text.
    pub fn find(&self, name: &str, placeholders: &[(&str, FluentValue<'_>)]) -> Option<String> {
        self.formatted(name, placeholders).map(|(text, _)| text)
    }

    fn formatted(
        &self,
        name: &str,
        placeholders: &[(&str, FluentValue<'_>)],
    ) -> Option<(String, Vec<FluentError>)> {
        let pattern = match name.split_once('.') {
            None => self.0.get_message(name)?.value(),
            Some((message, name)) => {
                self.0.get_message(message)?.get_attribute(name).map(|attribute| attribute.value())
            }
        };
        let arguments: FluentArgs<'_> = placeholders.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern?, Some(&arguments), &mut errors).into_owned();
        Some((text, errors))
    }

    /// A day as people write it: `2026-11-24` is 24 November 2026. What is no day stays as it is.
    pub fn day(&self, date: &str) -> String {
        let mut fields = date.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (fields.next(), fields.next(), fields.next()) else {
            return date.to_owned();
        };
        let month = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
        let Some(month) = month.map(|month| self.say(*month, &[])) else { return date.to_owned() };
        let day = day.trim_start_matches('0').to_owned();
        self.say(key!("day"), &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::key::KEYS;
    use super::*;
    use crate::machine::keyboard::Layout;

    /// Each message's key, and each attribute's as `key.attribute`, and the placeholders in it.
    fn messages<'a>(catalogue: &[&'a str]) -> BTreeMap<String, BTreeSet<&'a str>> {
        let mut messages: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let (mut message, mut key) = (String::new(), String::new());
        let lines = catalogue.iter().flat_map(|part| part.lines());
        for line in lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let (indented, begins) = (line.starts_with(' '), line.trim_start().starts_with('.'));
            if let Some((name, _)) = line.split_once(" = ").filter(|_| !indented || begins) {
                if begins {
                    key = format!("{message}{}", name.trim_start());
                } else {
                    message = name.into();
                    key = name.into();
                }
                assert!(!messages.contains_key(&key), "{key} stands there twice");
            }
            let names = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            messages.entry(key.clone()).or_default().extend(names);
        }
        messages
    }

    #[test]
    fn every_catalogue_is_read_to_its_end() {
        for (code, catalogue) in CATALOGUES {
            for part in catalogue {
                assert!(FluentResource::try_new(part.to_owned()).is_ok(), "{code}");
            }
        }
    }

    #[test]
    fn the_papers_font_has_every_letter() {
        for (code, [.., paper]) in CATALOGUES {
            assert!(crate::paper::missing(&paper.replace('\n', " ")).is_empty(), "{code}");
        }
    }

    #[test]
    fn every_language_has_the_same_keys_and_placeholders() {
        let english = messages(&CATALOGUES[0].1);
        for (code, catalogue) in CATALOGUES {
            let these = messages(&catalogue);
            for (key, placeholders) in &english {
                let missing = "is missing";
                let found = these.get(key).unwrap_or_else(|| panic!("{key} {missing} in {code}"));
                assert!(found.is_subset(placeholders), "{key} in {code} asks for {found:?}");
            }
            assert_eq!(these.len(), english.len(), "{code} has more");
        }
    }

    /// `de Ada` is wrong, and so is `que Ada`: before a vowel French cuts such a word, and nobody knows whose name comes.
    #[test]
    fn no_french_word_that_a_vowel_would_cut_stands_before_a_name() {
        let cut = ["de", "que", "le", "la", "ne", "se", "je", "jusque", "lorsque", "puisque"];
        let french = CATALOGUES.iter().filter(|(code, _)| *code == "fr").flat_map(|(_, parts)| parts);
        for line in french.flat_map(|part| part.lines()) {
            for name in ["owner", "whom", "name", "trustee", "holder"] {
                for (at, _) in line.match_indices(&format!(" {{ ${name} }}")) {
                    let before = line[..at].rsplit([' ', '’']).next().unwrap_or_default();
                    assert!(!cut.contains(&before.to_lowercase().as_str()), "{line}");
                }
            }
        }
    }

    /// Every source file of the program, but this one.
    fn sources() -> Vec<String> {
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut sources = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false if path.ends_with("src/language.rs") || path.ends_with("language/key.rs") => {}
                    false if path.extension().is_some_and(|ending| ending == "rs") => {
                        sources.push(std::fs::read_to_string(path).unwrap());
                    }
                    false => {}
                }
            }
        }
        sources
    }

    /// What names texts, and how the keys go on that it stands for.
    const NAMES: [(&str, &[&str]); 6] = [
        ("key!", &[""]),
        ("noted!", &["", "-note"]),
        ("pair!", &["", ".now"]),
        ("step!", &["", "-text", "-help"]),
        ("StepId::new", &["", "-text", "-help"]),
        ("Headed::new", &["", "-text"]),
    ];

    #[test]
    fn the_compiler_knows_the_keys_that_fluent_finds() {
        let english: Vec<_> = messages(&CATALOGUES[0].1).into_keys().collect();
        assert_eq!(KEYS, english);
        for (code, texts) in Texts::languages().map(|code| (code, Texts::of(code))) {
            for key in KEYS {
                let (message, attribute) = key.split_once('.').map_or((*key, None), |(m, a)| (m, Some(a)));
                let message = texts.0.get_message(message).unwrap();
                let found = attribute.map_or(message.value(), |a| Some(message.get_attribute(a)?.value()));
                assert!(
                    found.is_some() && Key::find(key, "").is_some_and(|k| k.name() == *key),
                    "{key}, {code}"
                );
            }
        }
        assert!(["", "a", "month-00", "zz", "day."].iter().all(|name| Key::find(name, "").is_none()));
    }

    #[test]
    fn every_text_is_named_by_somebody() {
        let mut named: BTreeSet<String> = Layout::ALL.iter().map(|l| format!("layout-{}", l.name)).collect();
        named.extend((1..=12).map(|month| format!("month-{month:02}")));
        named.insert("day".into());
        for source in sources() {
            for (macro_, ends) in NAMES {
                for after in source.split(macro_).skip(1) {
                    let literal = after.trim_start().strip_prefix('(').map_or("", str::trim_start);
                    let name = literal.strip_prefix('"').and_then(|rest| rest.split('"').next());
                    named.extend(
                        name.iter().flat_map(|name| ends.iter().map(move |end| format!("{name}{end}"))),
                    );
                }
            }
        }
        let unused: Vec<_> = KEYS.iter().filter(|key| !named.contains(**key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    /// Anywhere else it would stop the program, and not its compilation.
    #[test]
    fn keys_are_put_together_only_while_the_program_is_compiled() {
        for source in sources() {
            let within = |call: &str, before: &[&str]| {
                for (at, _) in source.match_indices(call) {
                    let line = source[..at].rsplit('\n').next().unwrap();
                    let ahead = source[..at].trim_end();
                    let fits = before.iter().any(|b| line.contains(b) || ahead.ends_with(b));
                    assert!(fits, "{call} in {line}");
                }
            };
            within("StepId::new(", &["const "]);
            within("Headed::new(", &["const ", "[", ","]);
        }
        let compiled = sources().concat().matches("Key::compiled(").count();
        // In the two above, and for the layouts' names.
        assert_eq!(compiled, 3 + 2 + 1);
    }

    #[test]
    fn every_error_says_what_to_do_now() {
        let errors = KEYS.iter().filter(|key| key.starts_with("error-") && !key.contains('.'));
        for key in errors {
            assert!(Key::find(key, ".now").is_some(), "{key}");
        }
    }

    #[test]
    #[should_panic(expected = "name-card")]
    fn a_placeholder_that_nobody_fills_is_noticed_by_every_test_that_comes_by() {
        Texts::of("en").say(key!("name-card"), &[]);
    }

    #[test]
    fn a_day_is_written_out() {
        let written = Texts::languages().map(|code| Texts::of(code).day("2026-11-04"));
        assert_eq!(written, ["4 November 2026", "4. November 2026", "4 novembre 2026"]);
        for date in ["never", "2026-13-01", "2026-00-01", "2026-x-01"] {
            assert_eq!(Texts::of("en").day(date), date);
        }
    }

    #[test]
    fn an_unknown_language_is_english() {
        assert_eq!(
            Texts::of("xx").say(key!("card-words"), &[]),
            Texts::of("en").say(key!("card-words"), &[])
        );
    }
}
