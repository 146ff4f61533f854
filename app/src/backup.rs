//! The backup: a key, its shares, what is sealed under it, and the folder that holds the rest.
//!
//! Formats are written down in `FORMAT.md`; each of them is read by Debian's own tools.

mod candidates;
mod collector;
mod contents;
mod copies;
mod decoding;
mod field;
mod forgiving;
mod gather;
mod guide;
mod key;
mod manifest;
mod mnemonic;
mod moment;
mod parts;
mod planned;
mod readme;
mod sealed;
mod sealing_record;
mod search;
mod share;
mod texts;
mod typing;

pub use candidates::{Candidates, OPEN};
pub use collector::Collector;
pub use contents::{Contents, ContentsError, Secret, file_name};
pub use copies::Copies;
pub use forgiving::{Sense, sense, typed_line, typed_words};
pub use gather::{Cards, Fit, GatherError, Gathering, HeldCard, Progress, WholeSet};
pub use guide::{Before, Guide, OnDisk, guide, headings, section, sections};
pub use key::{BackupKey, SetId};
pub use manifest::{CardHash, Manifest, ManifestError};
pub use mnemonic::{
    MnemonicError, by_rows, hexadecimal_lines, is_line, parse_hexadecimal, parse_words, words,
};
pub use moment::Moment;
pub use parts::{
    BackupPart, Counts, PART_BYTES, PLACES, PartError, PartField, Sealing, id_of, in_digits, parts,
};
pub use planned::Planned;
pub use readme::{IMPORT_PUBLIC, IMPORT_REVOKED, IMPORT_SECRET, Readme, forget, readme};
pub use sealed::{SealError, open, seal};
pub use sealing_record::{CardsId, SealingRecord, id_of_cards};
pub use search::TRIES;
pub use share::{Share, ShareError, ShareField, split};
pub use typing::{Advice, Slip, Word, advice, word};

/// The names of a bundle's files.
pub mod bundle {
    /// The certificate, for everybody.
    pub const PUBLIC_KEY: &str = "public-key.asc";
    /// The authentication key's line for `authorized_keys`.
    pub const SSH: &str = "ssh.pub";
    /// Everything secret, under the backup key.
    pub const SEALED_BACKUP: &str = "sealed-backup.pgp";
    /// What was made, signed.
    pub const MANIFEST: &str = "manifest.toml.asc";
    /// What the owner does with all this.
    pub const GUIDE: &str = "GUIDE.txt";
    /// To whoever holds a card that was copied by hand: to be printed anywhere.
    pub const LETTER_PDF: &str = "LETTER.pdf";
    /// The same as text.
    pub const LETTER_TXT: &str = "LETTER.txt";
    /// What is told beside an exported secret key.
    pub const README: &str = "README.txt";

    /// The bundle's folder: `coldspare-` and the fingerprint's last 8 digits.
    pub fn folder(fingerprint: &str) -> String {
        format!("coldspare-{}", last_eight(fingerprint))
    }

    /// The folder with the certificate that ends it: it is no bundle.
    pub fn revoked_folder(fingerprint: &str) -> String {
        format!("revoked-{}", last_eight(fingerprint))
    }

    fn last_eight(fingerprint: &str) -> &str {
        let tail = fingerprint.len().saturating_sub(8);
        fingerprint.get(tail..).unwrap_or(fingerprint)
    }
}

/// The prefix of every line of text on paper, with the format's version.
pub const PREFIX: &str = "COLDSPARE1";

/// The check at the end of a line: the first 8 hexadecimal digits of SHA-256 over `body`.
fn check(body: &str) -> String {
    let hash = openssl::sha::sha256(body.as_bytes());
    data_encoding::HEXUPPER.encode(&hash[..4])
}

/// Whether this is a code of ours, of whatever kind, and was read without a mistake: who looks at pictures sees other
/// codes too, and in damaged pages some that are none.
pub fn is_code(text: &str) -> bool {
    let ours = text.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with(':'));
    ours && text.rsplit_once(':').is_some_and(|(body, found)| found == check(body))
}

/// Takes a scanned or typed line to the form that it was printed in.
fn normal(line: &str) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(line.split_whitespace().collect::<String>().to_ascii_uppercase())
}

/// Decimal, from 1 on, no sign and no leading zero.
fn number(text: &str) -> Option<u32> {
    let digits = !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// The same, 1 to 255.
fn small_number(text: &str) -> Option<u8> {
    number(text).and_then(|number| number.try_into().ok())
}
