//! Armor as it arrives (RFC 9580 § 6): typed out by one program, sent on by a second, saved by a third.
//!
//! The library reads what programs write. Between two of them stand mailers that indent and quote, editors that put a
//! byte order mark in front, PowerShell that writes each letter as two bytes, web pages that leave a no-break space at
//! a line's beginning. So the lines are cleaned here; what the packets in them are, the library says.

use data_encoding::{BASE64_NOPAD, Encoding};
use zeroize::Zeroizing;

/// What stands between a line `BEGIN PGP …` and its `END`.
pub(super) struct Block {
    /// `PRIVATE KEY BLOCK`, say; nothing if it is none that is known.
    pub label: &'static str,
    /// The packets. `None` if there is something else than base64.
    pub packets: Option<Zeroizing<Vec<u8>>>,
    /// Whether the checksum fits, if there is one: § 6.1.1 wants none that fails to be the only reason to refuse, and
    /// newer programs leave it out.
    pub intact: bool,
    /// Whether its last line is there. What was cut off may end where a packet does.
    pub ended: bool,
    /// Whether a colon stands in front, with which GnuPG keeps the revocation certificate that it makes with each key
    /// from being taken for one that its owner means.
    pub put_off: bool,
    /// Whether a dash stands in front, as it does with all that is part of a signed text (§ 7.2).
    pub escaped: bool,
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

/// No word is longer.
const WORD: usize = 24;
/// No key, signature or message has so few digits of base64.
const LEFT_OUT: usize = 64;

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
        let Some(begin) = border(line, b"BEGIN") else { continue };
        let mut inside = Vec::new();
        if has_data(begin.behind) {
            inside.push(clean(begin.behind));
        }
        let goes_on =
            |line: &&[u8]| border(line, b"BEGIN").is_none() && end(line).is_none() && last(line).is_none();
        while let Some(line) = lines.next_if(goes_on) {
            inside.push(clean(line));
        }
        let at_last = lines.peek().and_then(|line| last(line));
        inside.extend(at_last.map(|(data, _)| data));
        if !begin.sure && !inside.iter().any(|line| has_data(line)) {
            continue;
        }
        let label = at_last.map(|(_, label)| label).or_else(|| lines.peek().and_then(|line| end(line)));
        let ended = label == Some(begin.label);
        let (packets, intact) = body(&inside);
        let (label, escaped, put_off) = (begin.label, begin.escaped, clean(line).starts_with(b":"));
        blocks.push(Block { label, packets, intact, ended, put_off, escaped });
    }
    blocks
}

/// How many keys and certificates of other kinds there are in a text (RFC 7468): each begins as a block does.
pub(super) fn foreign(file: &[u8]) -> usize {
    let text: Zeroizing<Vec<u8>> = Zeroizing::new(file.iter().copied().filter(|byte| *byte != 0).collect());
    let is_foreign = |line: &&[u8]| {
        let label = behind_dashes(line, b"BEGIN ").filter(|label| !label.starts_with(b"PGP "));
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

/// A line that begins a block or ends one.
struct Border<'a> {
    label: &'static str,
    /// Whether nothing but signs stand in front.
    signs: bool,
    /// Whether it can be nothing else. Another line may only speak of blocks, and begins one if there is data.
    sure: bool,
    escaped: bool,
    /// What stands behind its name.
    behind: &'a [u8],
}

/// In front of its name stand dashes: five by the standard, one more in a signed text (§ 7.2), a colon in GnuPG's
/// revocation certificates, longer ones from a word processor. What else there may be on its way: a word or a tag in front
/// of them, other blanks, a letter that is another one.
fn border<'a>(line: &'a [u8], name: &[u8]) -> Option<Border<'a>> {
    let places = line.windows(name.len()).enumerate().filter(|(_, window)| *window == name);
    // In front of any other than the first there stands a word.
    let mut places = places.map(|(at, _)| at).enumerate();
    places.find_map(|(number, at)| between(&line[..at], number == 0, &line[at + name.len()..]))
}

fn between<'a>(front: &[u8], is_first: bool, behind: &'a [u8]) -> Option<Border<'a>> {
    let mut words = behind.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    if behind.first().is_none_or(u8::is_ascii_alphanumeric) || words.next() != Some(b"PGP") {
        return None;
    }
    let is_label = |label: &&str| {
        let label = label.split(' ').map(str::as_bytes);
        words.clone().take(label.clone().count()).eq(label)
    };
    let label = LABELS.into_iter().find(is_label).unwrap_or_default();
    let dashes = front.last().is_some_and(|byte| *byte == b'-' || !byte.is_ascii());
    let signs = is_first && !front.iter().any(u8::is_ascii_alphanumeric);
    if !dashes && (!signs || label.is_empty()) {
        return None;
    }
    let escaped = clean(front).iter().any(|byte| !byte.is_ascii_graphic());
    let sure = signs && dashes && !escaped && !label.is_empty();
    Some(Border { label, signs, sure, escaped, behind })
}

/// The label of a line that ends a block.
fn end(line: &[u8]) -> Option<&'static str> {
    border(line, b"END").filter(|border| border.signs).map(|border| border.label)
}

/// The data and the label of a line on which a block ends behind its last data.
fn last(line: &[u8]) -> Option<(&[u8], &'static str)> {
    let label = border(line, b"END").filter(|border| !border.signs)?.label;
    let data = clean(&line[..line.windows(5).position(|window| window == b"-----")?]);
    data.iter().all(|byte| is_digit(*byte) || *byte == b'=').then_some((data, label))
}

fn behind_dashes<'a>(line: &'a [u8], words: &[u8]) -> Option<&'a [u8]> {
    let at = line.windows(words.len()).position(|window| window == words)?;
    let signs = &line[..at];
    let dashes = !signs.trim_ascii().is_empty() && !signs.iter().any(u8::is_ascii_alphanumeric);
    dashes.then(|| &line[at + words.len()..])
}

/// Whether there is a piece of base64 in a line: longer than any word, and no fingerprint.
fn has_data(line: &[u8]) -> bool {
    let is_data = |run: &[u8]| run.len() > WORD && !run.iter().all(u8::is_ascii_hexdigit);
    line.split(|byte| !is_digit(*byte)).any(is_data)
}

/// The packets, and whether the checksum fits.
fn body(lines: &[&[u8]]) -> (Option<Zeroizing<Vec<u8>>>, bool) {
    // Some programs leave the empty line out that ends the headers; others put one behind each line.
    let is_base64 = |line: &&[u8]| line.iter().all(|byte| is_digit(*byte) || *byte == b'=');
    let from = lines.iter().position(|line| !line.is_empty() && is_base64(line)).unwrap_or(lines.len());
    let (front, data) = lines.split_at(from);
    // Somebody has left it out, and says so.
    let digits = front.iter().flat_map(|line| line.iter()).filter(|byte| is_digit(**byte)).count();
    if data.is_empty() && digits <= LEFT_OUT {
        return (Some(Zeroizing::default()), true);
    }
    if !are_headers(front) || data.is_empty() && front.iter().any(|line| has_data(line)) {
        return (None, false);
    }
    let mut digits = Zeroizing::new(Vec::with_capacity(data.iter().map(|line| line.len()).sum()));
    let mut check = None;
    let mut padded = false;
    for line in data.iter().filter(|line| !line.is_empty()) {
        // Behind the data: its padding, and the checksum. Mail that was saved as it travelled has `=3D` for `=`.
        match line.iter().position(|byte| *byte == b'=') {
            Some(0) if line.iter().all(|byte| *byte == b'=') => padded = true,
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
    let fits = match (check, &packets) {
        (Some(check), Some(packets)) => {
            decoded(&BASE64_NOPAD, check).is_some_and(|check| crc24(packets).to_be_bytes()[1..] == check[..])
        }
        _ => true,
    };
    (packets, fits)
}

/// Whether these are headers (§ 6.2.2.1), and what mailers have broken off from one, right behind it.
fn are_headers(lines: &[&[u8]]) -> bool {
    let is_header = |line: &[u8]| {
        let name = line.split(|byte| *byte == b':').next().filter(|name| name.len() < line.len());
        name.is_some_and(|name| !has_data(name))
    };
    let mut in_header = false;
    lines.iter().all(|line| {
        in_header = is_header(line) || in_header && !line.is_empty() && !has_data(line);
        in_header || line.is_empty()
    })
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
