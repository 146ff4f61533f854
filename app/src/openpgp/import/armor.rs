//! Armor as it arrives (RFC 9580 § 6): typed out by one program, sent on by a second, saved by a third. What the packets
//! in it are, the library says.
//!
//! Many a text speaks of blocks, and many a block is damaged. What is one goes by how much there is:
//!
//! - A line that can only begin a block begins one. One in words does so if data follow: many digits in long words, or
//!   lines of whatever width that together are many, or begin as keys and signatures do.
//! - Data without such a line are a damaged block, if a line stands behind them that ends one.
//! - Data without either are what is read of them, if they begin as keys and signatures do: a mail has public keys in its
//!   headers (Autocrypt), and attachments in base64.
//! - Fewer digits than any key, signature or message has are no data: somebody has left them out, and says so.
//!
//! A damaged block is passed over only if nothing else can be in it than what was read in the same file: [`Block::digits`].

use data_encoding::{BASE64_NOPAD, Encoding};
use zeroize::Zeroizing;

use super::binary::{is_binary, is_key_or_signature};
use super::lines::{Begin, Line, clean, is_digit, line, lines, text};

/// What stands between a line `BEGIN PGP …` and its `END`.
#[derive(Default)]
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
    /// Whether it stands there without such lines: nothing says that it is whole.
    pub bare: bool,
    pub put_off: bool,
    pub escaped: bool,
    /// All digits of base64 that there are.
    pub digits: Zeroizing<Vec<u8>>,
}

/// No word is longer.
const WORD: usize = 24;
/// No key, signature or message has so few digits of base64.
const FEW: usize = 64;
/// How armor begins, also where it is in base64 once more (RFC 2045 § 6.8).
const ARMOR: &[u8] = b"-----BEGIN PGP ";

/// The blocks of a text, in their order, and no more of them than `most`.
pub(super) fn blocks(file: &[u8], most: usize) -> Vec<Block> {
    let text = text(file);
    let (mut blocks, mut piece) = (Vec::new(), Piece::default());
    for of_text in lines(&text) {
        if blocks.len() >= most {
            break;
        }
        match line(of_text) {
            // What is signed is not in base64, and other blocks may stand in it.
            Line::Begin(begin) if begin.label == "SIGNED MESSAGE" => {
                blocks.extend(std::mem::take(&mut piece).blocks(None));
                blocks.extend(begin.sure.then(|| Block { label: begin.label, ..Block::default() }));
            }
            Line::Begin(begin) => blocks.extend(std::mem::replace(&mut piece, Piece::of(begin)).blocks(None)),
            Line::End { label, data } => {
                piece.lines.push(data);
                blocks.extend(std::mem::take(&mut piece).blocks(Some(label)));
            }
            Line::Between => blocks.extend(std::mem::take(&mut piece).blocks(None)),
            Line::Other(other) => piece.lines.push(other),
        }
    }
    blocks.extend(piece.blocks(None));
    blocks.truncate(most);
    blocks
}

/// How many keys and certificates of other kinds there are in a text (RFC 7468): each begins as a block does.
pub(super) fn foreign(file: &[u8]) -> usize {
    let text = text(file);
    let is_foreign = |line: &&[u8]| {
        let label = behind_dashes(line, b"BEGIN ").filter(|label| !label.starts_with(b"PGP "));
        let has = |label: &[u8], word: &[u8]| label.windows(word.len()).any(|window| window == word);
        label.is_some_and(|label| has(label, b"KEY-----") || has(label, b"CERTIFICATE-----"))
    };
    lines(&text).filter(is_foreign).count()
}

fn behind_dashes<'a>(line: &'a [u8], words: &[u8]) -> Option<&'a [u8]> {
    let at = line.windows(words.len()).position(|window| window == words)?;
    let signs = &line[..at];
    let dashes = !signs.trim_ascii().is_empty() && !signs.iter().any(u8::is_ascii_alphanumeric);
    dashes.then(|| &line[at + words.len()..])
}

/// Lines between two that begin or end a block.
#[derive(Default)]
struct Piece<'a> {
    begin: Option<Begin<'a>>,
    lines: Vec<&'a [u8]>,
}

impl<'a> Piece<'a> {
    fn of(begin: Begin<'a>) -> Self {
        let dashes = begin.behind.windows(5).position(|window| window == b"-----");
        let behind = clean(&begin.behind[dashes.map_or(0, |at| at + 5)..]);
        let is_data = data(behind) > 0 || hold(&[behind]);
        Piece { lines: is_data.then_some(behind).into_iter().collect(), begin: Some(begin) }
    }

    /// What it is of blocks. `end`: what the line says that ends it.
    fn blocks(self, end: Option<&'static str>) -> Vec<Block> {
        let Piece { begin, lines } = self;
        let follow = hold(&lines);
        let block = match (begin, end) {
            (None, Some(label)) => {
                follow.then(|| Block { label, digits: body(&lines).0, ..Block::default() })
            }
            (None, None) => {
                // Behind each line there is an empty one, if it ends with two characters.
                let there: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
                return there.split(|line| !is_base64(line)).flat_map(bare).collect();
            }
            // Somebody only speaks of it, on a line of its own.
            (Some(_), None) if !follow && are_few(&lines) && lines.iter().any(|line| is_sentence(line)) => {
                None
            }
            (Some(begin), _) if !begin.sure && !follow => None,
            (Some(Begin { label, escaped, put_off, .. }), end) => {
                let ended = end == Some(label);
                let (digits, packets, intact) = body(&lines);
                Some(Block { label, packets, intact, ended, bare: false, put_off, escaped, digits })
            }
        };
        block.into_iter().collect()
    }
}

/// What stands in lines of base64 without lines around them that say what it is.
fn bare(lines: &[&[u8]]) -> Vec<Block> {
    // A fingerprint may stand in front, say.
    let begins =
        |from: &usize| begins_with(&lines[*from..], |it| is_key_or_signature(it) || it.starts_with(ARMOR));
    let Some(from) = (0..lines.len().min(2)).find(begins) else { return Vec::new() };
    let (digits, packets, intact) = body(&lines[from..]);
    match packets {
        Some(text) if text.starts_with(ARMOR) => blocks(&text, usize::MAX),
        packets => vec![Block { digits, packets, intact, bare: true, ..Block::default() }],
    }
}

/// Whether there are data, as narrow as their lines may be, and whatever stands in front of each, behind a colon.
fn hold(lines: &[&[u8]]) -> bool {
    let narrow = lines.iter().filter_map(|line| line.rsplit(|byte| *byte == b':').next());
    let narrow: Vec<_> = narrow.map(<[u8]>::trim_ascii_start).filter(|line| !line.is_empty()).collect();
    let are_many = |lines: &[&[u8]]| {
        let has = |kind: fn(&u8) -> bool| lines.iter().any(|line| line.iter().any(kind));
        let kinds = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit].into_iter().all(has);
        kinds && lines.iter().map(|line| line.len()).sum::<usize>() >= FEW
    };
    let begin = |from: usize| !is_sentence(narrow[from]) && begins_with(&narrow[from..], is_key_or_signature);
    lines.iter().map(|line| data(line)).sum::<usize>() >= FEW
        || narrow.split(|line| !is_base64(line)).any(are_many)
        || (0..narrow.len()).any(begin)
}

/// Whether that is what lines begin with, joined without what stands between their digits.
fn begins_with(lines: &[&[u8]], what: impl Fn(&[u8]) -> bool) -> bool {
    let digits = lines.iter().flat_map(|line| line.iter()).filter(|byte| is_digit(**byte)).take(FEW);
    let digits: Zeroizing<Vec<u8>> = Zeroizing::new(digits.copied().collect());
    digits.len() > WORD && as_far_as_they_go(&digits).is_some_and(|bytes| what(&bytes))
}

/// Whether too little is left of a block to be anything, beside its headers and what somebody has written in its place.
fn are_few(lines: &[&[u8]]) -> bool {
    let others = lines.iter().filter(|line| !is_header(line) && !is_sentence(line));
    others.flat_map(|line| line.iter()).filter(|byte| is_digit(**byte)).count() < FEW
}

/// § 6.2.2.1.
fn is_header(line: &[u8]) -> bool {
    let name = line.split(|byte| *byte == b':').next().filter(|name| name.len() < line.len());
    name.is_some_and(|name| data(name) == 0)
}

/// Whether it is written in words, and in more than one.
fn is_sentence(line: &[u8]) -> bool {
    let mut words = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_word = |word: &[u8]| {
        let letters = word.iter().skip_while(|byte| !byte.is_ascii_alphanumeric()).skip(1);
        word.len() <= WORD && letters.clone().all(|byte| !byte.is_ascii_uppercase() && !byte.is_ascii_digit())
    };
    words.clone().count() > 1 && words.all(is_word)
}

/// How many digits there are in pieces of base64 of a line: longer than any word, of all kinds of digits, which neither a
/// fingerprint has nor many a path. And the address of a page is none.
fn data(line: &[u8]) -> usize {
    let words = line.split(u8::is_ascii_whitespace);
    let words = words.filter(|word| !word.windows(3).any(|window| window == b"://"));
    let runs = words.flat_map(|word| word.split(|byte| !is_digit(*byte))).filter(|run| run.len() > WORD);
    let has = |run: &[u8], kind: fn(&u8) -> bool| run.iter().any(kind);
    let is_data = |run: &&[u8]| {
        has(run, u8::is_ascii_lowercase) && has(run, u8::is_ascii_uppercase) && has(run, u8::is_ascii_digit)
    };
    runs.filter(is_data).map(<[u8]>::len).sum()
}

fn is_base64(line: &[u8]) -> bool {
    line.iter().all(|byte| is_digit(*byte) || *byte == b'=')
}

/// Where packets begin behind an empty line that ends headers, one of which was broken off and its rest is as long as data
/// are: a path, a fingerprint.
fn behind_headers(lines: &[&[u8]]) -> Option<usize> {
    let first = lines.iter().position(|line| !line.is_empty()).filter(|first| is_header(lines[*first]))?;
    let ends = (first + 1..lines.len()).filter(|at| lines[at - 1].is_empty());
    let begins = |at: &usize| begins_with(&lines[*at..], |it| is_key_or_signature(it) || is_binary(it));
    ends.filter(begins).find(|at| {
        let others: Vec<_> = lines[first..*at].iter().copied().filter(|line| !is_header(line)).collect();
        !hold(&others)
    })
}

/// What the lines of a block are: the digits, the packets, and whether the checksum fits.
type Body = (Zeroizing<Vec<u8>>, Option<Zeroizing<Vec<u8>>>, bool);

/// Reads them.
fn body(lines: &[&[u8]]) -> Body {
    // Some programs leave the empty line out that ends the headers (§ 6.2.2.1); others put one behind each line; and mailers
    // break off what is long, so that a word alone may stand in front of that line.
    let is_data = |line: &&[u8]| !line.is_empty() && is_base64(line);
    let first = || match lines.iter().position(|line| line.len() > WORD && is_base64(line)) {
        Some(long) => long - lines[..long].iter().rev().take_while(|line| is_data(line)).count(),
        None => lines.iter().position(is_data).unwrap_or(lines.len()),
    };
    let (front, behind) = match behind_headers(lines) {
        Some(from) => (&[][..], &lines[from..]),
        None => lines.split_at(first()),
    };
    let of_data = front.iter().filter(|line| data(line) > 0 && !is_header(line)).chain(behind);
    let mut digits = Zeroizing::new(Vec::with_capacity(lines.iter().map(|line| line.len()).sum()));
    let (mut check, mut padded, mut whole) = (None, false, true);
    for line in of_data.filter(|line| !line.is_empty()) {
        // Behind the data: its padding, and the checksum.
        let at = line.iter().position(|byte| *byte == b'=');
        let (before, rest) = line.split_at(at.unwrap_or(line.len()));
        whole &= is_base64(line) && (before.is_empty() || !padded);
        if is_base64(line) || data(before) > 0 {
            digits.extend(before.iter().filter(|byte| is_digit(**byte)));
        }
        padded |= at.is_some();
        match behind_padding(rest) {
            [] => {}
            sum @ [_, _, _, _] if check.is_none() => check = Some(sum),
            more => {
                whole = false;
                if is_base64(line) || data(more) > 0 {
                    digits.extend(more.iter().filter(|byte| is_digit(**byte)));
                }
            }
        }
    }
    let packets = decoded(&BASE64_NOPAD, &digits).filter(|packets| whole && !packets.is_empty());
    // Somebody has left it out, and says so.
    let is_left_out = are_few(lines) && !begins_with(&[&digits[..]], is_key_or_signature);
    if is_left_out && !packets.as_ref().is_some_and(|packets| is_binary(packets)) {
        return (digits, Some(Zeroizing::default()), true);
    }
    let fits = match (check, &packets) {
        (Some(check), Some(packets)) => {
            decoded(&BASE64_NOPAD, check).is_some_and(|check| crc24(packets).to_be_bytes()[1..] == check[..])
        }
        _ => true,
    };
    (digits, packets, fits)
}

/// What stands behind `=`, for which mail that was saved as it travelled has `=3D`.
fn behind_padding(mut rest: &[u8]) -> &[u8] {
    while let Some(behind) = rest.strip_prefix(b"=") {
        let travelled = behind.strip_prefix(b"3D").filter(|_| behind.len() != 4 || behind.contains(&b'='));
        rest = travelled.unwrap_or(behind);
    }
    rest
}

fn decoded(base64: &Encoding, digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    base64.decode(digits).ok().map(Zeroizing::new)
}

/// The packets that digits are, as far as they go.
pub(super) fn as_far_as_they_go(digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    decoded(&BASE64_NOPAD, &digits[..digits.len() & !3])
}

/// § 6.1.
fn crc24(bytes: &[u8]) -> u32 {
    let shift = |crc: u32, _| if crc & 0x80_0000 != 0 { crc << 1 ^ 0x86_4CFB } else { crc << 1 };
    bytes.iter().fold(0xB7_04CE, |crc, byte| (0..8).fold(crc ^ u32::from(*byte) << 16, shift)) & 0xFF_FFFF
}
