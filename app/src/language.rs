//! What the program says, on screen and on paper: one catalogue per language (Project Fluent).
//!
//! The 24 words of a share card are BIP-39's English ones in every language.

pub mod shown;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
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

/// The catalogues, by ISO 639-1's two letters. The first serves where there is none.
const CATALOGUES: [(&str, [&str; 5]); 3] =
    [("en", catalogue!("en")), ("de", catalogue!("de")), ("fr", catalogue!("fr"))];

/// A language's catalogue.
pub struct Texts(FluentBundle<FluentResource>);

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.0.locales.iter().map(ToString::to_string).collect::<String>())
    }
}

impl Texts {
    /// The languages that there are, by two letters.
    pub fn languages() -> [&'static str; 3] {
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

    /// The text `key`, with its placeholders filled in. An unknown key gives the key itself, and a
    /// test looks that there is none.
    pub fn say(&self, key: &str, placeholders: &[(&str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = placeholders.iter().cloned().collect();
        let pattern = self.0.get_message(key).and_then(|message| message.value());
        let mut errors = Vec::new();
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| self.0.format_pattern(pattern, Some(&arguments), &mut errors).into_owned(),
        )
    }

    /// The attribute `.name` of the text `key`, as [`Texts::say`] says the text itself. An unknown one gives
    /// `key.name`, and a test looks that there is none.
    pub fn attribute(&self, key: &str, name: &str, placeholders: &[(&str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = placeholders.iter().cloned().collect();
        let attribute = self.0.get_message(key).and_then(|message| message.get_attribute(name));
        let mut errors = Vec::new();
        attribute.map_or_else(
            || format!("{key}.{name}"),
            |found| self.0.format_pattern(found.value(), Some(&arguments), &mut errors).into_owned(),
        )
    }

    /// A day as people write it: `2026-11-24` is 24 November 2026. What is no day stays as it is.
    pub fn day(&self, date: &str) -> String {
        let mut fields = date.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (fields.next(), fields.next(), fields.next()) else {
            return date.to_owned();
        };
        let month = self.say(&format!("month-{month}"), &[]);
        let day = day.trim_start_matches('0').to_owned();
        self.say("day", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

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

    #[test]
    fn every_error_says_what_to_do_now() {
        for (code, catalogue) in CATALOGUES {
            let these = messages(&catalogue);
            for key in these.keys().filter(|key| key.starts_with("error-") && !key.contains('.')) {
                let now = format!("{key}.now");
                assert!(these.contains_key(&now), "{now} is missing in {code}");
                let (said, texts) = (key.as_str(), Texts::of(code));
                assert!(texts.say(said, &[]) != said && texts.attribute(said, "now", &[]) != now, "{code}");
            }
        }
        assert_eq!(Texts::of("en").attribute("month-01", "now", &[]), "month-01.now");
    }

    #[test]
    fn a_day_is_written_out() {
        let written = Texts::languages().map(|code| Texts::of(code).day("2026-11-04"));
        assert_eq!(written, ["4 November 2026", "4. November 2026", "4 novembre 2026"]);
        assert_eq!(Texts::of("en").day("never"), "never");
    }

    #[test]
    fn an_unknown_language_is_english() {
        assert_eq!(Texts::of("xx").say("card-words", &[]), Texts::of("en").say("card-words", &[]));
    }
}
