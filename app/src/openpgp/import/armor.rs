//! Armor as it arrives (RFC 9580 § 6): typed out by one program, sent on by a second, saved by a third.
//!
//! The library reads what programs write. Between two of them stand mailers that indent and quote, editors that put a
//! byte order mark in front, PowerShell that writes each letter as two bytes, web pages that leave a no-break space at
//! a line's beginning. So the lines are cleaned here; what the packets in them are, the library says.

use data_encoding::{BASE64_NOPAD, Encoding};
use zeroize::Zeroizing;

/// What stands between a line `BEGIN PGP …` and its `END`.
pub(super) struct Block {
    /// `PRIVATE KEY BLOCK`, say.
    pub label: String,
    /// The packets. `None` if there is something else than base64.
    pub packets: Option<Zeroizing<Vec<u8>>>,
    /// Whether the checksum fits, if there is one: § 6.1.1 wants none that fails to be the only reason to refuse, and
    /// newer programs leave it out.
    pub intact: bool,
    /// Whether a colon stands in front, with which GnuPG keeps the revocation certificate that it makes with each key
    /// from being taken for one that its owner means.
    pub put_off: bool,
}

/// Kinds of block (§ 6.2), and older names for them.
const LABELS: [&str; 7] = [
    "PRIVATE KEY BLOCK",
    "SECRET KEY BLOCK",
    "PUBLIC KEY BLOCK",
    "SIGNED MESSAGE",
    "MESSAGE",
    "SIGNATURE",
    "ARMORED FILE",
];

/// The blocks of a text, in their order, and no more of them than `most`.
pub(super) fn blocks(file: &[u8], most: usize) -> Vec<Block> {
    // UTF-16 without its zeros is ASCII as far as armor goes, whichever byte comes first, with a mark in front or
    // without, and also where one program began the file and PowerShell went on with it.
    let text: Zeroizing<Vec<u8>> = Zeroizing::new(file.iter().copied().filter(|byte| *byte != 0).collect());
    let mut lines = text.split(|byte| matches!(byte, b'\n' | b'\r')).peekable();
    let mut blocks = Vec::new();
    while let Some(line) = lines.next() {
        if blocks.len() == most {
            break;
        }
        let Some(label) = begins(line) else { continue };
        let mut inside = Vec::new();
        while let Some(line) = lines.next_if(|line| begins(line).is_none() && !ends(line)) {
            inside.push(clean(line));
        }
        let (packets, intact) = body(&inside);
        let put_off = clean(line).starts_with(b":");
        blocks.push(Block { label: label.to_owned(), packets, intact, put_off });
    }
    blocks
}

/// How many keys and certificates of other kinds there are in a text (RFC 7468): each begins as a block does.
pub(super) fn foreign(file: &[u8]) -> usize {
    let text: Zeroizing<Vec<u8>> = Zeroizing::new(file.iter().copied().filter(|byte| *byte != 0).collect());
    let is_foreign = |line: &&[u8]| {
        let label = behind(line, b"BEGIN ").filter(|label| !label.starts_with(b"PGP "));
        let has = |label: &[u8], word: &[u8]| label.windows(word.len()).any(|window| window == word);
        label.is_some_and(|label| has(label, b"KEY-----") || has(label, b"CERTIFICATE-----"))
    };
    text.split(|byte| matches!(byte, b'\n' | b'\r')).filter(is_foreign).count()
}

/// Without what mailers and editors put around a line: blanks of all kinds, marks of quotation.
fn clean(line: &[u8]) -> &[u8] {
    let blank = |byte: &u8| !byte.is_ascii_graphic();
    let start = line.iter().position(|byte| !blank(byte) && !matches!(byte, b'>' | b'|'));
    let end = line.iter().rposition(|byte| !blank(byte));
    match (start, end) {
        (Some(start), Some(end)) if start <= end => &line[start..=end],
        _ => &[],
    }
}

/// The label of a line that begins a block. In front of it stands nothing but signs: five dashes by the standard, a dash
/// more in a signed text (§ 7.2), a colon in GnuPG's revocation certificates, longer dashes from a word processor.
fn begins(line: &[u8]) -> Option<&'static str> {
    let rest = behind(line, b"BEGIN PGP ")?;
    LABELS.into_iter().find(|label| rest.starts_with(label.as_bytes()))
}

fn ends(line: &[u8]) -> bool {
    behind(line, b"END PGP ").is_some()
}

fn behind<'a>(line: &'a [u8], words: &[u8]) -> Option<&'a [u8]> {
    let at = line.windows(words.len()).position(|window| window == words)?;
    let signs = &line[..at];
    let dashes = !signs.trim_ascii().is_empty() && !signs.iter().any(u8::is_ascii_alphanumeric);
    dashes.then(|| &line[at + words.len()..])
}

/// The packets, and whether the checksum fits.
fn body(lines: &[&[u8]]) -> (Option<Zeroizing<Vec<u8>>>, bool) {
    // Headers (§ 6.2.2.1) have a colon or a blank in them, no line of base64 has. Some programs leave the empty line
    // out that ends them; others put one behind each line.
    let is_base64 = |line: &&[u8]| line.iter().all(|byte| is_digit(*byte) || *byte == b'=');
    let from = lines.iter().position(|line| !line.is_empty() && is_base64(line)).unwrap_or(lines.len());
    let mut digits = Zeroizing::new(Vec::with_capacity(lines.iter().map(|line| line.len()).sum()));
    let mut check = None;
    let mut padded = false;
    for line in lines[from..].iter().filter(|line| !line.is_empty()) {
        // Behind the data: its padding, and the checksum. Mail that was saved as it travelled has `=3D` for `=`.
        match line.iter().position(|byte| *byte == b'=') {
            Some(0) => {
                check = Some(line.strip_prefix(b"=3D").filter(|rest| rest.len() == 4).unwrap_or(&line[1..]))
            }
            _ if padded => return (None, false),
            Some(at) => {
                digits.extend_from_slice(&line[..at]);
                padded = true;
            }
            None => digits.extend_from_slice(line),
        }
    }
    let packets = decoded(&BASE64_NOPAD, &digits);
    let check = check.filter(|digits| digits.len() == 4).and_then(|digits| decoded(&BASE64_NOPAD, digits));
    let fits = match (&check, &packets) {
        (Some(check), Some(packets)) => crc24(packets).to_be_bytes()[1..] == check[..],
        _ => true,
    };
    (packets, fits)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

fn decoded(base64: &Encoding, digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    base64.decode(digits).ok().map(Zeroizing::new)
}

/// § 6.1.
fn crc24(bytes: &[u8]) -> u32 {
    let shift = |crc: u32, _| if crc & 0x80_0000 != 0 { crc << 1 ^ 0x86_4CFB } else { crc << 1 };
    bytes.iter().fold(0xB7_04CE, |crc, byte| (0..8).fold(crc ^ u32::from(*byte) << 16, shift)) & 0xFF_FFFF
}
