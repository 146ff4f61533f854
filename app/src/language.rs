//! What the program says, on screen and on paper: one catalogue per language (Project Fluent).
//!
//! The 24 words of a share card are BIP-39's English ones in every language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("language/en.ftl");

/// A language's catalogue.
pub struct Texts(FluentBundle<FluentResource>);

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.0.locales.iter().map(ToString::to_string).collect::<String>())
    }
}

impl Texts {
    /// English.
    pub fn english() -> Self {
        Texts::of("en", ENGLISH)
    }

    fn of(language: &str, catalogue: &str) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Without the invisible marks round a placeholder: neither console nor paper knows them.
        bundle.set_use_isolating(false);
        // A catalogue is part of the program, and a test reads each to its end.
        let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(partly, _)| partly);
        bundle.add_resource_overriding(resource);
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
    use super::*;

    #[test]
    fn the_catalogue_is_read_to_its_end() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    #[test]
    fn a_day_is_written_out() {
        assert_eq!(Texts::english().day("2026-11-04"), "4 November 2026");
        assert_eq!(Texts::english().day("never"), "never");
    }
}
