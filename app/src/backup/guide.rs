//! `GUIDE.txt`: what the owner does with the bundle. Its commands are run by a test.

use super::readme::forget_in_a_line;
use super::{Manifest, SetId};
use crate::language::shown::plain;
use crate::limits::TEXT;
use crate::plan::Quorum;

/// The section on recovery without Coldspare.
pub const BY_HAND: u8 = 4;

/// The guide by language, as two letters. The first serves where there is none.
const GUIDES: [(&str, &str); 3] = [
    ("en", include_str!("guide/en.txt")),
    ("de", include_str!("guide/de.txt")),
    ("fr", include_str!("guide/fr.txt")),
];

/// What the guide speaks of.
#[derive(Debug, Clone)]
pub struct Guide<'a> {
    /// What was made.
    pub manifest: &'a Manifest,
    /// `serial (role)` of each Nitrokey that is known.
    pub nitrokeys: Vec<String>,
    /// The fingerprints of the subkeys that are on the Nitrokeys.
    pub subkeys: Vec<String>,
    /// The day the keys expire.
    pub expires: Option<String>,
    /// The owner's language, two letters.
    pub language: &'a str,
}

/// The text of `GUIDE.txt`.
pub fn guide(of: &Guide<'_>) -> String {
    let (set, quorum): (SetId, Quorum) = (of.manifest.set, of.manifest.quorum);
    let nitrokeys = match of.nitrokeys.is_empty() {
        true => "–".into(),
        false => of.nitrokeys.join(", "),
    };
    let text = in_language(&GUIDES, of.language);
    let user_id = owners(&of.manifest.user_ids);
    [
        ("{forget}", forget_in_a_line(&of.manifest.fingerprint).as_str()),
        ("{user_id}", &user_id),
        ("{subkeys}", &of.subkeys.join(" ")),
        ("{fingerprint}", &of.manifest.fingerprint),
        ("{set}", &set.to_string()),
        ("{set_lower}", &set.to_string().to_lowercase()),
        ("{needed}", &quorum.needed().to_string()),
        ("{cards}", &quorum.cards().to_string()),
        ("{nitrokeys}", &nitrokeys),
        ("{expires}", of.expires.as_deref().unwrap_or("–")),
    ]
    .iter()
    .fold(text.to_owned(), |text: String, (from, to)| text.replace(from, to))
}

/// All user ids in one line: with lines of its own one could look like a section of the guide, commands included.
pub(super) fn owners(user_ids: &[String]) -> String {
    user_ids.iter().map(|id| plain(id, TEXT)).collect::<Vec<_>>().join(", ")
}

/// The text in a language, or else in the first one.
pub(super) fn in_language<'a>(texts: &[(&str, &'a str); 3], language: &str) -> &'a str {
    texts.iter().find(|(code, _)| *code == language).unwrap_or(&texts[0]).1
}

/// Section `number` of a guide, without its heading.
pub fn section(guide: &str, number: u8) -> String {
    let begins = |line: &str, number: u8| line.starts_with(&format!("{number}. "));
    let lines: Vec<&str> = guide
        .lines()
        .skip_while(|line| !begins(line, number))
        .skip(2)
        .take_while(|line| !begins(line, number + 1))
        .collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_sections_and_commands() {
        let commands = |text: &'static str| -> Vec<&str> {
            let matters = |line: &&str| {
                line.starts_with("    $ ") || line.as_bytes().first().is_some_and(u8::is_ascii_digit)
            };
            let command = |line: &'static str| if line.starts_with(' ') { line } else { &line[..2] };
            text.lines().filter(matters).map(command).collect()
        };
        for (code, text) in GUIDES {
            assert_eq!(commands(text), commands(GUIDES[0].1), "{code}");
            assert!(crate::paper::missing(&text.replace('\n', " ")).is_empty(), "{code}");
        }
    }

    /// Whoever had the stick could have changed what no signature and no key covers.
    #[test]
    fn the_guide_says_before_its_first_command_that_nothing_proves_it() {
        let says = [("en", "Nothing proves"), ("de", "Nichts beweist"), ("fr", "Rien ne prouve")];
        for ((code, text), (same, words)) in GUIDES.into_iter().zip(says) {
            assert_eq!(code, same);
            let (at, command) = (text.find(words), text.find("\n    $ "));
            assert!(at.is_some() && at < command, "{code}");
            let warning = text[at.unwrap_or(0)..].split("\n\n").next().unwrap_or_default();
            assert!(warning.contains("ssh.pub"), "{code}");
        }
    }

    #[test]
    fn a_changed_serial_is_said_not_to_be_another_nitrokey() {
        let said = [
            "A changed number is not another Nitrokey",
            "Eine andere Nummer ist kein anderer Nitrokey",
            "Un autre numéro n'est pas une autre Nitrokey",
        ];
        for ((code, text), said) in GUIDES.iter().zip(said) {
            assert!(section(text, 3).contains(said), "{code}");
        }
    }
}
