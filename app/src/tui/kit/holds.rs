//! What is on a stick that something else must be kept apart from.

use zeroize::Zeroizing;

use crate::language::Pair;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::{Stick, StickError, read_file};

/// What is on a stick: known from this sitting, or found when it was looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Holds {
    /// The sealed backup.
    Bundle,
    /// Share cards as files.
    Cards,
    /// A secret key as a file that this program wrote.
    Export,
    /// A secret key as a file that was brought.
    Import,
    /// A message that was decrypted.
    Plain,
    /// A certificate that ends an identity.
    Revocation,
    /// A file's signature.
    Signature,
    /// A report, or a page that is to be printed: nothing has to be kept apart from it.
    Report,
}

/// So many files that may be keys are read. A stick with more of them is taken for one that has a secret one.
const FILES: usize = 50;

/// What lies on it from another sitting or another computer. One that cannot be read says so when it is written.
pub(in crate::tui) fn inspect(stick: &Plugged) -> Vec<Holds> {
    let Ok(open) = stick.open() else { return Vec::new() };
    let mut holds = Vec::new();
    let mut files = 0;
    for name in open.list("").unwrap_or_default() {
        let found = match name.strip_prefix("coldspare-") {
            Some(rest) if rest.ends_with("-secret-key") => Some(Holds::Export),
            Some(_) => Some(Holds::Bundle),
            None if name.starts_with("share-cards-") => Some(Holds::Cards),
            None if name.starts_with("decrypted-") => Some(Holds::Plain),
            None if name.starts_with("revoked-") => Some(Holds::Revocation),
            None if is_signature(&name) => Some(Holds::Signature),
            None if !may_be_a_key(&name) || holds.contains(&Holds::Import) => None,
            None => {
                files += 1;
                (files > FILES || is_secret_key(&open, &name)).then_some(Holds::Import)
            }
        };
        holds.extend(found.filter(|found| !holds.contains(found)));
    }
    holds
}

/// `signed-` and eight hexadecimal digits, as folders of signatures are called; an owner's own file may begin so.
fn is_signature(name: &str) -> bool {
    // And what is behind them where there was one of the name.
    let digits = name.strip_prefix("signed-").unwrap_or_default().trim_end_matches('-');
    digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn may_be_a_key(name: &str) -> bool {
    [".asc", ".gpg", ".pgp", ".key"].iter().any(|ending| name.to_lowercase().ends_with(ending))
}

/// Whether a file holds a secret key: armored (RFC 9580 § 6.2.1), or from its first packet on (§ 4.2, type ID 5). One that
/// is too large to be imported, a whole keyring, may hold one all the same.
fn is_secret_key(stick: &dyn Stick, name: &str) -> bool {
    const ARMORED: &[u8] = b"-----BEGIN PGP PRIVATE KEY BLOCK-----";
    let file = match read_file(stick, name, FileKind::ExportedKey) {
        Ok(file) => Zeroizing::new(file),
        Err(error) => return matches!(error, StickError::TooLarge { .. }),
    };
    let begins = file.first().is_some_and(|first| *first == 0xC5 || (0x94..=0x97).contains(first));
    begins || file.windows(ARMORED.len()).any(|window| window == ARMORED)
}

impl Holds {
    /// What is said of such a stick, and what to do if it was chosen.
    pub(in crate::tui) fn note(self) -> Pair {
        match self {
            Holds::Bundle => pair!("stick-holds-bundle"),
            Holds::Cards => pair!("stick-holds-cards"),
            Holds::Export | Holds::Import => pair!("stick-holds-key"),
            Holds::Plain => pair!("stick-holds-message"),
            Holds::Revocation => pair!("stick-holds-revocation"),
            Holds::Signature => pair!("stick-holds-signature"),
            Holds::Report => pair!("stick-holds-report"),
        }
    }

    /// Whether it must not come beside this one by pressing Enter. What opens a backup, or is what it protects, is
    /// kept apart from it.
    pub(in crate::tui) fn keeps_from(self, other: Holds) -> bool {
        let is_report = |holds| matches!(holds, Holds::Report);
        let is_apart = |what| (self == what) != (other == what);
        !is_report(self) && !is_report(other) && (is_apart(Holds::Bundle) || is_apart(Holds::Cards))
    }
}
