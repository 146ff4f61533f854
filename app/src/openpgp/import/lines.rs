//! The lines of a text in which there may be armor, and which of them begin a block or end one (RFC 9580 § 6.2).
//!
//! Between two programs stand mailers that indent and quote and write a dash as `=2D`, editors that put a byte order mark
//! in front, PowerShell that writes each letter as two bytes, and web pages that put tags around each line. Nothing of that
//! is in base64, so all of it is taken away here.

use zeroize::Zeroizing;

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

/// No tag and no character reference of a web page is longer.
const LONGEST: usize = 2000;
/// Tags behind which a new line begins; others stand within one.
const BREAKS: [&str; 7] = ["br", "p", "div", "pre", "li", "tr", "td"];

/// A text without what web pages put into it.
///
/// UTF-16 without its zeros is ASCII as far as armor goes, whichever byte comes first, with a mark in front or without, and
/// also where one program began the file and PowerShell went on with it.
pub(super) fn text(file: &[u8]) -> Zeroizing<Vec<u8>> {
    let plain: Zeroizing<Vec<u8>> = Zeroizing::new(file.iter().copied().filter(|byte| *byte != 0).collect());
    let mut text = Zeroizing::new(Vec::with_capacity(plain.len()));
    let mut rest = &plain[..];
    while let Some((first, behind)) = rest.split_first() {
        let instead = match first {
            b'<' => tag(behind),
            b'&' => reference(behind),
            b'=' => dash(&text, behind),
            _ => None,
        };
        let (sign, length) = instead.unwrap_or((Some(*first), 0));
        text.extend(sign);
        rest = &behind[length..];
    }
    text
}

/// A dash as it travels (RFC 3156 § 3) among others: a checksum may be written so, too.
fn dash(front: &[u8], behind: &[u8]) -> Option<(Option<u8>, usize)> {
    // Where a second program has done the same to the sign of the first.
    let rest = behind.strip_prefix(b"3D").unwrap_or(behind).strip_prefix(b"2D")?;
    let is_among = front.ends_with(b"-") || rest.starts_with(b"-") || rest.starts_with(b"=2D");
    is_among.then_some((Some(b'-'), behind.len() - rest.len()))
}

/// What stands there instead of a tag, and how long that is.
fn tag(behind: &[u8]) -> Option<(Option<u8>, usize)> {
    let end = ends(behind, b'>')?;
    let inside = &behind[..end];
    let name = inside.strip_prefix(b"/").unwrap_or(inside);
    let name = name.split(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b':' | b'-')).next()?;
    // An address of mail or of a page is none.
    let is_tag = name.first().is_some_and(u8::is_ascii_alphabetic)
        && !name.ends_with(b":")
        && inside.split(|byte| matches!(byte, b' ' | b'/')).any(|word| word == name);
    let breaks = BREAKS.iter().any(|of| name.eq_ignore_ascii_case(of.as_bytes()));
    is_tag.then_some((breaks.then_some(b'\n'), end + 1))
}

/// What a character reference means, and how long it is.
fn reference(behind: &[u8]) -> Option<(Option<u8>, usize)> {
    let end = ends(behind, b';')?;
    let name = str::from_utf8(&behind[..end]).ok()?;
    let number = || {
        let digits = name.strip_prefix('#')?;
        match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        }
    };
    let sign = match name {
        "nbsp" => b' ',
        "gt" => b'>',
        "lt" => b'<',
        "amp" => b'&',
        "ndash" | "mdash" => b'-',
        "plus" => b'+',
        "sol" => b'/',
        "equals" => b'=',
        _ => match number()? {
            0xA0 => b' ',
            0x2010..=0x2015 => b'-',
            10 | 13 => b'\n',
            // Of no width.
            0xAD | 0x200B..=0x200D | 0xFEFF => return Some((None, end + 1)),
            sign => u8::try_from(sign).ok().filter(u8::is_ascii_graphic)?,
        },
    };
    Some((Some(sign), end + 1))
}

/// Where the first of these stands, in the same line.
fn ends(behind: &[u8], with: u8) -> Option<usize> {
    let at = behind
        .iter()
        .take(LONGEST)
        .position(|byte| *byte == with || matches!(byte, b'\n' | b'\r' | b'<' | b'&'))?;
    (behind[at] == with).then_some(at)
}

/// The lines of a text.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Without what mailers and editors put around a line: blanks of all kinds, marks of quotation.
pub(super) fn clean(line: &[u8]) -> &[u8] {
    let blank = |byte: &u8| !byte.is_ascii_graphic();
    let start = line.iter().position(|byte| !blank(byte) && !matches!(byte, b'>' | b'|'));
    let end = line.iter().rposition(|byte| !blank(byte));
    match (start, end) {
        (Some(start), Some(end)) if start <= end => &line[start..=end],
        _ => &[],
    }
}

/// What a line is.
pub(super) enum Line<'a> {
    /// It begins a block.
    Begin(Begin<'a>),
    /// It ends one.
    End {
        label: &'static str,
        /// What stands in front on the same line: the last data.
        data: &'a [u8],
    },
    /// A part of a mail ends there, or the mail itself in front of its signature.
    Between,
    Other(&'a [u8]),
}

/// A line that begins a block.
pub(super) struct Begin<'a> {
    /// `PRIVATE KEY BLOCK`, say; nothing if it is none that is known.
    pub label: &'static str,
    /// Whether it can be nothing else. Another line may only speak of blocks.
    pub sure: bool,
    /// Whether a dash stands in front, as it does with all that is part of a signed text (§ 7.2).
    pub escaped: bool,
    /// Whether a colon stands in front, with which GnuPG keeps the revocation certificate that it makes with each key
    /// from being taken for one that its owner means.
    pub put_off: bool,
    /// What stands behind its name.
    pub behind: &'a [u8],
}

/// Looks at a line.
pub(super) fn line(line: &[u8]) -> Line<'_> {
    if let Some(Border { label, signs, dashes, escaped, behind }) = border(line, b"BEGIN") {
        let sure = signs && dashes && !escaped && !label.is_empty();
        return Line::Begin(Begin { label, sure, escaped, put_off: clean(line).starts_with(b":"), behind });
    }
    if let Some((label, data)) = end(line) {
        return Line::End { label, data };
    }
    match clean(line) {
        [b'-', b'-', ..] => Line::Between,
        other => Line::Other(other),
    }
}

/// A line that ends a block, which its last data may stand in front of.
fn end(line: &[u8]) -> Option<(&'static str, &[u8])> {
    let Border { label, signs, .. } = border(line, b"END")?;
    if signs {
        return Some((label, &[]));
    }
    let data = clean(&line[..line.windows(5).position(|window| window == b"-----")?]);
    data.iter().all(|byte| is_digit(*byte) || *byte == b'=').then_some((label, data))
}

/// A line that begins a block or ends one.
struct Border<'a> {
    label: &'static str,
    /// Whether nothing but signs stand in front.
    signs: bool,
    /// Whether dashes stand right in front.
    dashes: bool,
    escaped: bool,
    behind: &'a [u8],
}

/// In front of its name stand dashes: five by the standard, one more in a signed text (§ 7.2), a colon in GnuPG's
/// revocation certificates, longer ones from a word processor. What else there may be on its way: a word in front of them,
/// other blanks, small letters, a letter that is another one.
fn border<'a>(line: &'a [u8], name: &[u8]) -> Option<Border<'a>> {
    let places = line.windows(name.len()).enumerate().filter(|(_, window)| window.eq_ignore_ascii_case(name));
    // In front of any other than the first there stands a word.
    let mut places = places.map(|(at, _)| at).enumerate();
    places.find_map(|(number, at)| between(&line[..at], number == 0, &line[at + name.len()..]))
}

fn between<'a>(front: &[u8], is_first: bool, behind: &'a [u8]) -> Option<Border<'a>> {
    if behind.first().is_none_or(u8::is_ascii_alphanumeric) {
        return None;
    }
    // A blank in mail that was saved as it travelled (RFC 2045 § 6.7).
    let words = behind.split(|byte| !byte.is_ascii_alphanumeric());
    let mut words =
        words.map(|word| word.strip_prefix(b"20").unwrap_or(word)).filter(|word| !word.is_empty());
    if !words.next().is_some_and(|word| word.eq_ignore_ascii_case(b"PGP")) {
        return None;
    }
    let is_label = |label: &&str| {
        let mut found = words.clone();
        label.split(' ').all(|word| found.next().is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes())))
    };
    let label = LABELS.into_iter().find(is_label).unwrap_or_default();
    let dashes = front.last().is_some_and(|byte| *byte == b'-' || !byte.is_ascii());
    let signs = is_first && !front.iter().any(u8::is_ascii_alphanumeric);
    if !dashes && (!signs || label.is_empty()) {
        return None;
    }
    let escaped = clean(front).iter().any(|byte| !byte.is_ascii_graphic());
    Some(Border { label, signs, dashes, escaped, behind })
}

/// Whether it is one of base64's, without what fills up at the end.
pub(super) fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}
