//! `README.txt` beside an exported secret key: how it gets into a GnuPG that knew the lost Nitrokey, and out
//! of it again. Its commands are run by a test, with GnuPG 2.2 and 2.4.

use super::texts::{in_language, owners};
use crate::language::LANGUAGES;

const TEXTS: [(&str, &str); LANGUAGES] = [
    ("en", include_str!("readme/en.txt")),
    ("de", include_str!("readme/de.txt")),
    ("fr", include_str!("readme/fr.txt")),
];

/// What it speaks of.
#[derive(Debug, Clone)]
pub struct Readme<'a> {
    /// Whose keys.
    pub user_ids: &'a [String],
    /// The primary key's fingerprint.
    pub fingerprint: &'a str,
    /// The authentication key's.
    pub login: &'a str,
    /// The owner's language, two letters.
    pub language: &'a str,
}

/// The text of `README.txt`.
pub fn readme(of: &Readme<'_>) -> String {
    let (fingerprint, login) = (of.fingerprint, of.login);
    let line = |line: String| vec![line];
    let ssh = [
        format!("gpg -k --with-colons --with-keygrip {fingerprint} |"),
        format!("  sed -n '/^fpr:*{login}:/{{n;s/^grp:*\\(.*\\):/\\1/p;}}' \\"),
        format!("  >> {HOME}/sshcontrol\""),
    ];
    let own = format!("echo {fingerprint}:6: | gpg --import-ownertrust");
    let delete = format!("gpg --batch --yes --delete-secret-keys {fingerprint}");
    let commands = [
        ("{import_public}", line(IMPORT_PUBLIC.into())),
        ("{forget}", forget(fingerprint)),
        ("{import_secret}", vec![IMPORT_SECRET.into(), own]),
        ("{list}", line(format!("gpg -K {fingerprint}"))),
        ("{ssh}", ssh.into()),
        ("{delete}", line(delete)),
        ("{card}", line("gpg --card-status".into())),
    ];
    let block = |lines: Vec<String>| lines.iter().map(|l| format!("    {l}")).collect::<Vec<_>>().join("\n");
    let text = in_language(&TEXTS, of.language).replace("{user_id}", &owners(of.user_ids));
    let text = text.replace("{fingerprint}", fingerprint);
    commands.into_iter().fold(text, |text, (place, lines)| text.replace(place, &block(lines)))
}

/// The folder of GnuPG's, with an open quotation mark.
const HOME: &str = "\"${GNUPGHOME:-$HOME/.gnupg}";
/// Takes the public key in.
pub const IMPORT_PUBLIC: &str = "gpg --import public-key.asc";
/// Takes the public key in that is revoked.
pub const IMPORT_REVOKED: &str = "gpg --import public-key-revoked.asc";
/// Takes the secret key in.
pub const IMPORT_SECRET: &str = "gpg --import secret-key.asc";

/// The lines of a shell command after which GnuPG no longer thinks that the keys of this identity are on a card,
/// and asks for none. It takes the files of this identity's keygrips alone, and of those only notes about
/// OpenPGP cards (`t1-v1`): where a TPM keeps a key, the file (`tpm2-v1`) is the only copy of it. Files are
/// binary in GnuPG 2.2, and text in 2.4. Without its public key in GnuPG, nothing happens.
pub fn forget(fingerprint: &str) -> Vec<String> {
    vec![
        format!("(cd {HOME}/private-keys-v1.d\""),
        "gpg -k --with-colons --with-keygrip \\".into(),
        format!("  {fingerprint} |"),
        "  sed -n 's/^grp:*\\(.*\\):/\\1.key/p' |".into(),
        "  xargs grep -ls t1-v1 | xargs rm -f)".into(),
    ]
}

/// The same as one line.
pub(super) fn forget_in_a_line(fingerprint: &str) -> String {
    let lines = forget(fingerprint);
    let lines = lines.iter().map(|line| line.trim().trim_end_matches(" \\"));
    let line = lines.collect::<Vec<_>>().join(" ");
    // The first line is a command of its own.
    line.replacen("-v1.d\" gpg", "-v1.d\"; gpg", 1)
}

/// One line after which GnuPG has none of these secrets on its disk any more. Other keys of the same identity stay, and
/// what it was told of them: so the files of their keygrips are deleted, and not the secret key as a whole.
pub(super) fn delete_in_a_line(fingerprint: &str, keys: &[String]) -> String {
    format!(
        "(cd {HOME}/private-keys-v1.d\"; gpg -k --with-colons --with-keygrip {fingerprint} | \
         sed -nE '/^fpr:*({}):/{{n;s/^grp:*(.*):/\\1.key/p;}}' | xargs rm -f)",
        keys.join("|")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_it_with_the_same_commands() {
        let of = |language| {
            readme(&Readme {
                user_ids: &["Ada".to_owned()],
                fingerprint: &"A".repeat(40),
                login: &"B".repeat(40),
                language,
            })
        };
        let commands = |text: &str| -> Vec<String> {
            text.lines().filter(|line| line.starts_with("    ")).map(Into::into).collect()
        };
        assert_eq!(TEXTS.map(|(language, _)| language), crate::language::Texts::languages());
        for (language, _) in TEXTS {
            let text = of(language);
            assert_eq!(commands(&text), commands(&of("en")), "{language}");
            assert_eq!(commands(&text).len(), 14, "{language}");
            let shell = ["${GNUPGHOME:-$HOME/.gnupg}", "{n;s/^grp:*\\(.*\\):/\\1/p;}"];
            let words = shell.iter().fold(text.clone(), |text, part| text.replace(part, ""));
            assert!(!words.contains(['{', '}']), "a placeholder is left: {words}");
            assert!(text.lines().all(|line| line.chars().count() <= 112), "{language}");
        }
    }

    #[test]
    fn the_line_is_one_command() {
        let line = forget_in_a_line(&"A".repeat(40));
        assert!(!line.contains('\n') && !line.contains("\\ "), "{line}");
        assert!(line.starts_with("(cd ") && line.contains("-v1.d\"; gpg -k"), "{line}");
    }
}
