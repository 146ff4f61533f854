//! A plan is a text file that somebody wrote with whatever editor was there.

/// An encoding that is not UTF-8, as TOML wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Encoding {
    /// One byte a letter: which one cannot be told for certain, so nothing is guessed in a name.
    #[error("line {line} not in UTF-8, perhaps Latin-1 (Windows-1252)")]
    Latin1 {
        /// The first such line.
        line: usize,
    },
    /// Two bytes a letter, but nothing in front that says so, or not to the end.
    #[error("UTF-16, damaged or without its mark")]
    Utf16,
}

/// The text of a file: in UTF-8, with or without a byte order mark, or in UTF-16 with one, as Windows' editors and
/// PowerShell write it.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Encoding> {
    if let Some(bytes) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf_16(bytes, u16::from_le_bytes);
    }
    if let Some(bytes) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf_16(bytes, u16::from_be_bytes);
    }
    if bytes.contains(&0) {
        return Err(Encoding::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = bytes.iter().take(error.valid_up_to());
            Err(Encoding::Latin1 { line: before.filter(|byte| **byte == b'\n').count() + 1 })
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Encoding> {
    let (pairs, rest) = bytes.as_chunks();
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    String::from_utf16(&units).ok().filter(|_| rest.is_empty()).ok_or(Encoding::Utf16)
}
