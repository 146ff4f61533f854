//! `GUIDE.txt`: what the owner does with the bundle. Its commands are run by a test.

use super::{Manifest, SetId};
use crate::plan::Quorum;

/// The section on recovery without Coldspare.
pub const BY_HAND: u8 = 4;

/// What the guide speaks of.
#[derive(Debug, Clone)]
pub struct Guide<'a> {
    /// What was made.
    pub manifest: &'a Manifest,
    /// `serial (role)` of each Nitrokey that is known.
    pub nitrokeys: Vec<String>,
    /// The day the keys expire, or `never`.
    pub expires: String,
}

/// The text of `GUIDE.txt`.
pub fn guide(of: &Guide<'_>) -> String {
    let (set, quorum): (SetId, Quorum) = (of.manifest.set, of.manifest.quorum);
    let nitrokeys = match of.nitrokeys.is_empty() {
        true => "still to be written".into(),
        false => of.nitrokeys.join(", "),
    };
    let user_id = of.manifest.user_ids.join(", ");
    [
        ("{user_id}", user_id.as_str()),
        ("{fingerprint}", &of.manifest.fingerprint),
        ("{set}", &set.to_string()),
        ("{set_lower}", &set.to_string().to_lowercase()),
        ("{needed}", &quorum.needed().to_string()),
        ("{cards}", &quorum.cards().to_string()),
        ("{nitrokeys}", &nitrokeys),
        ("{expires}", &of.expires),
    ]
    .iter()
    .fold(include_str!("guide.txt").into(), |text: String, (from, to)| text.replace(from, to))
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
