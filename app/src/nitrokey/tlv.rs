//! Data objects (ISO 7816-4 § 5.2.2), as far as they must be understood to check an answer: how deep they are in each
//! other, and what stands in the outermost. Read as the card library reads them, which knows lengths of up to
//! two bytes; what it cannot read ends here as well.

/// No card has more: application related data (6E), in it discretionary data objects (73), in them a list.
const DEEPEST: usize = 8;

/// Whether the value of the object that begins with this byte consists of objects (§ 5.2.2.1).
pub(super) fn is_constructed(first: u8) -> bool {
    first & 0x20 != 0
}

/// Whether objects are deeper in each other than on any card.
pub(super) fn is_too_deep(data: &[u8]) -> bool {
    // Not by calling itself: that is what it is there to prevent.
    let mut level = vec![data];
    for _ in 0..DEEPEST {
        let inner = level.into_iter().flat_map(Objects).filter(|(first, ..)| is_constructed(*first));
        level = inner.map(|(_, _, value)| value).collect();
        if level.is_empty() {
            return false;
        }
    }
    true
}

/// Whether objects are all that it is: the last one ends where it ends.
pub(super) fn is_whole(data: &[u8]) -> bool {
    let mut objects = Objects(data);
    while objects.next().is_some() {}
    objects.0.is_empty()
}

/// The outermost objects with a tag of one byte.
pub(super) fn objects(data: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    Objects(data).filter(|(_, tag, _)| *tag == 1).map(|(first, _, value)| (first, value))
}

/// First byte of the tag, the tag's length, value.
struct Objects<'a>(&'a [u8]);

impl<'a> Iterator for Objects<'a> {
    type Item = (u8, usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let first = *self.0.first()?;
        let tag = match first & 0x1F {
            // The tag goes on in all bytes with the highest bit, and one more.
            0x1F => 2 + self.0.get(1..)?.iter().position(|byte| *byte < 0x80)?,
            _ => 1,
        };
        let (header, length) = match self.0.get(tag..)? {
            [length @ 0..=0x7F, ..] => (1, usize::from(*length)),
            [0x81, length, ..] => (2, usize::from(*length)),
            [0x82, high, low, ..] => (3, usize::from(u16::from_be_bytes([*high, *low]))),
            _ => return None,
        };
        let (value, rest) = self.0.get(tag + header..)?.split_at_checked(length)?;
        self.0 = rest;
        Some((first, tag, value))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nested(levels: usize) -> Vec<u8> {
        (0..levels).fold(vec![0xC0, 0x00], |inner, _| {
            let [high, low] = u16::try_from(inner.len()).unwrap().to_be_bytes();
            [&[0x73, 0x82, high, low], &inner[..]].concat()
        })
    }

    #[test]
    fn what_is_on_a_card_is_not_too_deep_and_what_is_on_none_is() {
        assert!(!is_too_deep(&[]));
        assert!(!is_too_deep(&nested(3)));
        assert!(is_too_deep(&nested(8)));
        assert!(is_too_deep(&nested(10_000)));
        // Beside others, behind the one that looks harmless.
        assert!(is_too_deep(&[&[0x4F, 0x01, 0x00], &nested(5_000)[..]].concat()));
    }

    #[test]
    fn a_tag_of_two_bytes_is_one_tag() {
        let data = [0x5F, 0x50, 0x01, 0xAA, 0x83, 0x02, 0x01, 0x02];
        assert_eq!(objects(&data).collect::<Vec<_>>(), [(0x83, &[1, 2][..])]);
    }

    #[test]
    fn an_object_that_is_cut_in_two_is_not_whole() {
        let whole = [0x81, 0x01, 0x03, 0x84, 0x02, 0x01, 0x02];
        assert!(is_whole(&[]) && is_whole(&whole) && is_whole(&whole[..3]));
        for cut in [1, 2, 4, 5, 6] {
            assert!(!is_whole(&whole[..cut]), "{cut}");
            // The rest as erased flash has it.
            let erased = [&whole[..cut], &[0xFF; 7]].concat();
            assert!(!is_whole(&erased), "{cut}");
        }
    }

    #[test]
    fn a_length_that_lies_ends_it() {
        for data in [&[0x73, 0x05, 0x00][..], &[0x73, 0x80, 0x00], &[0x73, 0x84, 0, 0, 0, 1, 0], &[0x7F]] {
            assert_eq!(objects(data).count(), 0, "{data:02x?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(data in proptest::collection::vec(any::<u8>(), 0..2000)) {
            is_too_deep(&data);
            objects(&data).for_each(drop);
        }
    }
}
