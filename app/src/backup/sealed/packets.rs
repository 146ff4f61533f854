//! Where one OpenPGP packet ends (RFC 9580 § 4.2). A library's parser is made to get something out of whatever
//! it is given: it passes over junk, markers and what it does not know. Here it matters that nothing is
//! passed over.

use zeroize::Zeroizing;

/// The types of the packets that a sealed backup is made of (§ 5).
pub(super) const SKESK: u8 = 3;
pub(super) const COMPRESSED: u8 = 8;
pub(super) const LITERAL: u8 = 11;
pub(super) const SEIPD: u8 = 18;

/// A first partial length is no shorter (§ 4.2.1.4).
const FIRST_PART: usize = 512;

/// A packet, and what stands behind it.
pub(super) struct Packet<'a> {
    /// Its type.
    pub kind: u8,
    /// Its body, the parts of it joined.
    pub body: Zeroizing<Vec<u8>>,
    /// What comes after it.
    pub rest: &'a [u8],
}

/// The packet at the beginning of `bytes`. `None` if its length cannot be, or is more than there is.
pub(super) fn first(bytes: &[u8]) -> Option<Packet<'_>> {
    let (&tag, after) = bytes.split_first()?;
    match tag {
        // § 4.2.1: the current form.
        0xC0..=0xFF => current(tag & 0x3F, after),
        // § 4.2.2: the old one, which GnuPG still writes.
        0x80..=0xBF => old((tag & 0x3F) >> 2, tag & 3, after),
        _ => None,
    }
}

fn current(kind: u8, bytes: &[u8]) -> Option<Packet<'_>> {
    // Reserved whole, so that it never moves and leaves no copy behind.
    let mut body = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut rest = bytes;
    loop {
        let (&octet, after) = rest.split_first()?;
        let (length, after, last) = match octet {
            0..=191 => (octet.into(), after, true),
            192..=223 => {
                let (&low, after) = after.split_first()?;
                ((usize::from(octet) - 192) * 256 + usize::from(low) + 192, after, true)
            }
            224..=254 => (1 << (octet & 0x1F), after, false),
            255 => {
                let (length, after) = after.split_first_chunk()?;
                (usize::try_from(u32::from_be_bytes(*length)).ok()?, after, true)
            }
        };
        // § 4.2.1.4: only a packet that holds data comes in parts, and the first of them is no short one.
        let in_parts =
            matches!(kind, COMPRESSED | LITERAL | SEIPD) && (!body.is_empty() || length >= FIRST_PART);
        if !last && !in_parts {
            return None;
        }
        let (part, after) = after.split_at_checked(length)?;
        body.extend_from_slice(part);
        if last {
            return Some(Packet { kind, body, rest: after });
        }
        rest = after;
    }
}

fn old(kind: u8, length_type: u8, bytes: &[u8]) -> Option<Packet<'_>> {
    let (length, after) = match length_type {
        // To the end of what it stands in: compressed data alone, whose own end is known (§ 4.2.2).
        3 if kind == COMPRESSED => (bytes.len(), bytes),
        3 => return None,
        octets => {
            let (length, after) = bytes.split_at_checked(1 << octets)?;
            (length.iter().fold(0, |length, octet| length << 8 | usize::from(*octet)), after)
        }
    };
    let (body, rest) = after.split_at_checked(length)?;
    Some(Packet { kind, body: Zeroizing::new(body.to_vec()), rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(u8, Vec<u8>, Vec<u8>)> {
        first(bytes).map(|p| (p.kind, p.body.to_vec(), p.rest.to_vec()))
    }

    #[test]
    fn every_length_that_the_standard_has_is_read() {
        let body = |n: usize| vec![7u8; n];
        assert_eq!(read(&[&[0xC3, 2][..], b"abX"].concat()), Some((3, b"ab".to_vec(), b"X".to_vec())));
        let two = [&[0xD2, 192, 8][..], &body(200)].concat();
        assert_eq!(read(&two), Some((18, body(200), vec![])));
        let five = [&[0xD2, 255, 0, 0, 0, 2][..], b"ab"].concat();
        assert_eq!(read(&five), Some((18, b"ab".to_vec(), vec![])));
        let parts = [&[0xCB, 0xE9][..], &body(512), &[0xE0, 7, 1, 7], b"X"].concat();
        assert_eq!(read(&parts), Some((11, body(514), b"X".to_vec())));
        for header in [&[0x8C, 2][..], &[0x8D, 0, 2], &[0x8E, 0, 0, 0, 2]] {
            assert_eq!(read(&[header, b"abX"].concat()), Some((3, b"ab".to_vec(), b"X".to_vec())));
        }
        assert_eq!(read(b"\xA3ab"), Some((8, b"ab".to_vec(), vec![])));
    }

    #[test]
    fn what_has_no_end_is_no_packet() {
        for bytes in [
            &b""[..],
            b"\xD2",
            b"\xD2\x05abc",
            b"\xD2\xC0",
            b"\xD2\xFF\xFF\xFF\xFF\xFFabc",
            b"\x7F\x01a",
            // Parts: of what holds no data, a first one that is too short, and no last one.
            &[&[0xC3, 0xE9][..], &[0; 512], &[0]].concat(),
            &[&[0xD2, 0xE8][..], &[0; 256], &[0]].concat(),
            &[&[0xD2, 0xE9][..], &[0; 512]].concat(),
            // To the end of the file: a literal packet, a key.
            b"\xAFab",
            b"\x8Fab",
        ] {
            assert_eq!(read(bytes), None, "{bytes:02x?}");
        }
    }
}
