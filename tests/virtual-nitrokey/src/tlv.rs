//! The little of BER-TLV that OpenPGP cards use (ISO 7816-4 § 5.2.2): tags of one or two bytes,
//! lengths of up to two.

/// The data objects in `data`, in their order; `None` when it does not come out even.
pub(crate) fn parse(mut data: &[u8]) -> Option<Vec<(u16, &[u8])>> {
    let mut objects = Vec::new();
    while !data.is_empty() {
        let (tag, rest) = tag(data)?;
        let (length, rest) = length(rest)?;
        let (value, rest) = rest.split_at_checked(length)?;
        objects.push((tag, value));
        data = rest;
    }
    Some(objects)
}

fn tag(data: &[u8]) -> Option<(u16, &[u8])> {
    match data {
        [first, second, rest @ ..] if first & 0x1F == 0x1F => {
            Some((u16::from_be_bytes([*first, *second]), rest))
        }
        [first, rest @ ..] => Some((u16::from(*first), rest)),
        [] => None,
    }
}

fn length(data: &[u8]) -> Option<(usize, &[u8])> {
    match data {
        [length @ 0..=0x7F, rest @ ..] | [0x81, length, rest @ ..] => Some((usize::from(*length), rest)),
        [0x82, high, low, rest @ ..] => Some((usize::from(u16::from_be_bytes([*high, *low])), rest)),
        _ => None,
    }
}

/// Appends one data object. A value of more than 65535 bytes cannot come from a card and is cut.
pub(crate) fn push(out: &mut Vec<u8>, tag: u16, value: &[u8]) {
    match tag.to_be_bytes() {
        [0, low] => out.push(low),
        both => out.extend(both),
    }
    let length = u16::try_from(value.len()).unwrap_or(u16::MAX);
    match length.to_be_bytes() {
        [0, low @ 0..=0x7F] => out.push(low),
        [0, low] => out.extend([0x81, low]),
        [high, low] => out.extend([0x82, high, low]),
    }
    out.extend(value.iter().take(usize::from(length)));
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{parse, push};

    #[test]
    fn what_was_pushed_is_parsed_again() {
        let values = [vec![], vec![1; 127], vec![2; 128], vec![3; 255], vec![4; 256], vec![5; 3000]];
        let mut out = Vec::new();
        for (value, tag) in values.iter().zip([0x4F, 0x5F52, 0x7F66, 0x73, 0xC0, 0xC1]) {
            push(&mut out, tag, value);
        }
        let objects = parse(&out).unwrap();
        assert_eq!(objects.len(), values.len());
        assert!(objects.iter().zip(&values).all(|((_, got), value)| got == value));
        assert_eq!(objects[1].0, 0x5F52);
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        for data in [&[0x4F][..], &[0x5F], &[0x4F, 0x02, 0x00], &[0x4F, 0x81], &[0x4F, 0x84, 0, 0]] {
            assert_eq!(parse(data), None, "{data:x?}");
        }
    }
}
