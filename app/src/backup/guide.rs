//! `GUIDE.txt`: what the owner does with the bundle. Its commands are run by a test.

pub mod sections;

use super::readme::{delete_in_a_line, forget_in_a_line};
use super::texts::{in_language, owners};
use super::{Manifest, SetId};
use crate::language::LANGUAGES;
use crate::language::shown::plain;
use crate::limits::TEXT;
use crate::plan::{Algorithm, Quorum, name_in};

/// The guide by language, as two letters. The first serves where there is none.
const GUIDES: [(&str, &str); LANGUAGES] = [
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
    /// The day on which the first of the keys expires that matter.
    pub expires: Option<String>,
    /// What there is of it outside, since before it came here.
    pub before: Before,
    /// The owner's language, two letters.
    pub language: &'a str,
}

/// What there is of an identity since before it came here.
#[derive(Debug, Clone)]
pub enum Before {
    /// Nothing: it was made here.
    Nothing,
    /// A decryption key of another identity, in a file.
    Alone,
    /// All of it, on a disk.
    OnDisk(OnDisk),
}

/// Which secrets of a brought identity lie on the disk that it comes from; all of them are fingerprints.
#[derive(Debug, Clone, Default)]
pub struct OnDisk {
    /// Of keys that do on no Nitrokey what they did: the owner may leave them there.
    pub kept: Vec<String>,
    /// Of all others: they are on the Nitrokeys, or nobody needs them but for a renewal.
    pub replaced: Vec<String>,
}

/// The text of `GUIDE.txt`.
pub fn guide(of: &Guide<'_>) -> String {
    let (set, quorum): (SetId, Quorum) = (of.manifest.set, of.manifest.quorum);
    let nitrokeys = match of.nitrokeys.is_empty() {
        true => "–".into(),
        false => of.nitrokeys.join(", "),
    };
    let (alone, imported) = (matches!(of.before, Before::Alone), matches!(of.before, Before::OnDisk(_)));
    let on_disk = if let Before::OnDisk(on_disk) = &of.before { on_disk.clone() } else { OnDisk::default() };
    let every = quorum.spare() == 0;
    let kept = !on_disk.kept.is_empty();
    let concerns =
        [("alone", alone), ("imported", imported), ("kept", kept), ("every", every), ("some", !every)];
    let text = only(in_language(&GUIDES, of.language), &concerns);
    let user_id = owners(&of.manifest.user_ids);
    let kept: Vec<_> = on_disk.kept.iter().map(|print| format!("    {print}")).collect();
    let fingerprint = &of.manifest.fingerprint;
    let [sign, encrypt] = as_gnupg_calls(&of.manifest.algorithm);
    [
        ("{contents}", contents(&text).as_str()),
        ("{sign}", sign),
        ("{encrypt}", encrypt),
        ("{key_id}", fingerprint.get(fingerprint.len().saturating_sub(16)..).unwrap_or(fingerprint)),
        ("{owner}", &of.manifest.user_ids.first().map_or(String::new(), |id| plain(name_in(id), TEXT))),
        ("{kept}", kept.join("\n").as_str()),
        ("{delete_kept}", &delete_in_a_line(&of.manifest.fingerprint, &on_disk.kept)),
        ("{delete}", &delete_in_a_line(&of.manifest.fingerprint, &on_disk.replaced)),
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
    .fold(text, |text: String, (from, to)| text.replace(from, to))
}

/// The headings, one a line.
fn contents(text: &str) -> String {
    let lines = headings(text).into_iter().map(|(number, heading)| format!("    {number:>2}  {heading}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What GnuPG calls the algorithm of a new subkey that signs or logs in, and of one that decrypts.
fn as_gnupg_calls(algorithm: &str) -> [&'static str; 2] {
    // Without a suffix GnuPG takes a curve's name for ECDH, and refuses it for a signature.
    // Of imported keys with several the last one counts: subkeys come after the primary key.
    let last = algorithm.rsplit(", ").next().unwrap_or_default();
    match Algorithm::ALL.iter().find(|known| known.to_string() == last) {
        Some(Algorithm::Rsa2048) => ["rsa2048"; 2],
        Some(Algorithm::Rsa3072) => ["rsa3072"; 2],
        Some(Algorithm::Rsa4096) => ["rsa4096"; 2],
        Some(Algorithm::NistP256) => ["nistp256/ecdsa", "nistp256"],
        Some(Algorithm::NistP384) => ["nistp384/ecdsa", "nistp384"],
        Some(Algorithm::NistP521) => ["nistp521/ecdsa", "nistp521"],
        Some(Algorithm::BrainpoolP256) => ["brainpoolP256r1/ecdsa", "brainpoolP256r1"],
        Some(Algorithm::BrainpoolP384) => ["brainpoolP384r1/ecdsa", "brainpoolP384r1"],
        Some(Algorithm::BrainpoolP512) => ["brainpoolP512r1/ecdsa", "brainpoolP512r1"],
        Some(Algorithm::Curve25519) | None => ["ed25519", "cv25519"],
    }
}

/// The text without what stands between `{if imported}`, say, and `{end}` for owners whom it does not concern.
fn only(text: &str, concerns: &[(&str, bool)]) -> String {
    let mut within = Vec::new();
    let mut lines = String::with_capacity(text.len());
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("{if ").and_then(|rest| rest.strip_suffix('}')) {
            within.push(concerns.contains(&(name, true)));
            continue;
        }
        match line {
            "{end}" => drop(within.pop()),
            _ if within.iter().all(|concerned| *concerned) => lines.extend([line, "\n"]),
            _ => {}
        }
    }
    lines
}

/// The sections of a guide: the number and the heading of each.
pub fn headings(guide: &str) -> Vec<(u8, &str)> {
    let below = guide.lines().skip(1);
    let headings = guide.lines().zip(below).filter(|(_, below)| below.starts_with("---"));
    let split = headings.filter_map(|(line, _)| line.split_once(". "));
    split.filter_map(|(number, heading)| Some((number.parse().ok()?, heading))).collect()
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
#[allow(clippy::unwrap_used)]
mod tests {
    use super::sections::{DEBIAN_TOOLS, MOVING, ON_DISK, SPARE, START, YEARLY};
    use super::*;
    use crate::language::Texts;

    #[test]
    fn every_language_has_the_same_sections_and_commands() {
        let commands = |text: &'static str| -> Vec<&str> {
            let number = |line: &'static str| line.split_once(". ").filter(|(n, _)| n.parse::<u8>().is_ok());
            let matters = |line: &&'static str| line.starts_with("    $ ") || number(line).is_some();
            let command = |line| number(line).map_or(line, |(number, _)| number);
            text.lines().filter(matters).map(command).collect()
        };
        assert_eq!(GUIDES.map(|(code, _)| code), Texts::languages());
        for (code, text) in GUIDES {
            assert_eq!(commands(text), commands(GUIDES[0].1), "{code}");
            assert!(crate::paper::missing(&text.replace('\n', " ")).is_empty(), "{code}");
        }
    }

    /// One of 136 letters stood among them.
    #[test]
    fn what_is_no_command_is_broken_into_lines() {
        for (code, text) in GUIDES {
            for line in text.lines().filter(|line| !line.trim().starts_with("$ ")) {
                assert!(line.chars().count() <= 125, "{code}: {line}");
            }
        }
    }

    /// Whoever had the stick could have changed what no signature and no key covers.
    #[test]
    fn the_guide_says_before_its_first_command_that_nothing_proves_it() {
        let says: [_; LANGUAGES] =
            [("en", "Nothing proves"), ("de", "Nichts beweist"), ("fr", "Rien ne prouve")];
        for ((code, text), (same, words)) in GUIDES.into_iter().zip(says) {
            assert_eq!(code, same);
            let (at, command) = (text.find(words), text.find("\n    $ "));
            assert!(at.is_some() && at < command, "{code}");
            let warning = text[at.unwrap_or(0)..].split("\n\n").next().unwrap_or_default();
            assert!(warning.contains("ssh.pub") && warning.contains("LETTER"), "{code}");
        }
    }

    fn of(before: Before, language: &str) -> String {
        let manifest = Manifest {
            before: Vec::new(),
            sealing: 1,
            moment: std::time::SystemTime::UNIX_EPOCH.into(),
            program: "0.1.0".into(),
            fingerprint: "A".repeat(40),
            user_ids: vec!["Ada".into()],
            algorithm: "RSA 3072".into(),
            sealed_backup_sha256: [0; 32],
            set: SetId::parse("0A1B2C3D").unwrap(),
            quorum: Quorum::new(2, 3).unwrap(),
            cards: Vec::new(),
        };
        let (nitrokeys, subkeys) = (Vec::new(), Vec::new());
        guide(&Guide { manifest: &manifest, nitrokeys, subkeys, expires: None, before, language })
    }

    #[test]
    fn who_brought_keys_is_told_how_they_leave_the_disk_and_who_did_not_is_not() {
        let (old, new) = ("B".repeat(40), "C".repeat(40));
        for (code, _) in GUIDES {
            let made = of(Before::Nothing, code);
            assert!(!made.contains("\n18. ") && !made.contains(&old), "{code}");
            let on_disk = |kept| Before::OnDisk(OnDisk { kept, replaced: vec![new.clone()] });
            let none = of(on_disk(Vec::new()), code);
            let some = of(on_disk(vec![old.clone()]), code);
            for (text, kept) in [(&none, false), (&some, true)] {
                let (first, last) = (section(text, START), section(text, ON_DISK));
                assert!(
                    [" 18.", " 18 "].iter().any(|number| first.contains(number)),
                    "{code}: section 1 does not lead there"
                );
                assert!(last.contains("gpg --card-status"), "{code}");
                let command = last.lines().find(|line| line.starts_with("    $ (cd")).unwrap();
                assert!(command.contains(&new) && !command.contains(&old), "{command}");
                assert_eq!(last.contains(&old), kept, "{code}");
                let before = last.find(&old).is_none_or(|at| at < last.find("    $ ").unwrap());
                assert!(before, "{code}: it is said after the command");
            }
            for text in [made, none, some] {
                assert!(!text.contains("{if") && !text.contains("{end") && !text.contains("{kept"), "{code}");
            }
        }
    }

    /// Nothing of a new identity lies on a disk, and of the old one the file alone.
    #[test]
    fn who_brought_a_decryption_key_alone_is_told_of_its_file_and_of_no_disk() {
        for (code, _) in GUIDES {
            let text = of(Before::Alone, code);
            let (first, last) = (section(&text, START), section(&text, ON_DISK));
            assert!(![" 18.", " 18 "].iter().any(|number| first.contains(number)), "{code}");
            assert!(
                last.contains("sk_") && last.contains("16") && !last.contains("    $ "),
                "{code}: {last}"
            );
            assert!(!text.contains("{if") && !text.contains("{end"), "{code}");
        }
    }

    /// Some programs take a revocation for overtaken that is older than the newest self-signature.
    #[test]
    fn the_renewal_says_which_ready_made_revocations_it_overtakes() {
        for (code, _) in GUIDES {
            let renewal = section(&of(Before::Nothing, code), YEARLY);
            let at = |word: &str| renewal.find(word);
            assert!(
                at("quick-set-expire") < at("superseded") && at("superseded") < at("compromised"),
                "{code}"
            );
            assert!(renewal.contains("retired") && renewal.contains("--gen-revoke"), "{code}");
        }
    }

    #[test]
    fn who_had_keys_before_is_told_how_to_move_over() {
        for (code, _) in GUIDES {
            let moving = section(&of(Before::Nothing, code), MOVING);
            for command in ["old=FINGERPRINT", "--quick-sign-key", "default-key", "--gen-revoke \"$old\""] {
                assert!(moving.contains(command), "{code}: {command}");
            }
        }
    }

    /// What a telephone has seen is on other people's computers. And nobody can type what is nowhere printed.
    #[test]
    fn cards_come_in_by_what_is_on_them_and_never_by_a_telephone() {
        for (code, never, nowhere) in [
            ("en", "never with a telephone", "type these lines"),
            ("de", "nie mit einem Telefon", "tippen Sie diese Zeilen"),
            ("fr", "jamais avec un téléphone", "tapez vous-même ces lignes"),
        ] {
            let section_text = section(&of(Before::Nothing, code), DEBIAN_TOOLS);
            let section_text = section_text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                section_text.contains(never) && !section_text.contains(nowhere),
                "{code}: {section_text}"
            );
            let at = |part: &str| section_text.find(part);
            // Nothing is left from before, and of each way it is said what was wrong before anything is joined.
            let order = [
                "rm -f share.*",
                "echo \"card $x\"",
                "echo \"words.$x\"",
                "card.$x line $n",
                "gfcombine -o backup",
            ];
            assert!(order.iter().map(|part| at(part)).is_sorted() && at(order[0]).is_some(), "{code}");
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
            let section = section(text, SPARE).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(section.contains(said), "{code}");
        }
    }
}
