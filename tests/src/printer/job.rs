//! Where a job ends among what comes over the cable, and the pages that it makes.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::paper::output_of;

/// With these, one after the other, a PDF ends (ISO 32000-1 § 7.5.5). The second alone may also end the
/// table of a font's letters.
const END_OF_PDF: [&[u8]; 2] = [b"startxref", b"%%EOF"];
/// With these a PostScript program begins.
const POSTSCRIPT: &[u8] = b"%!";
/// End of file, with which a job in PostScript ends.
const END_OF_FILE: u8 = 0x04;
/// Without this operator a PostScript program prints nothing: it broke off.
const SHOWPAGE: &[u8] = b"showpage";

/// Universal Exit Language: ends a job.
const UEL: &[u8] = b"\x1b%-12345X";

/// A whole job.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Job {
    Pdf(Vec<u8>),
    PostScript(Vec<u8>),
}

impl Job {
    /// Takes the first one out of these bytes, if it is there to its end.
    pub(super) fn take(bytes: &mut Vec<u8>) -> Option<Self> {
        let between = |byte: &u8| byte.is_ascii_whitespace() || *byte == END_OF_FILE;
        let begin = bytes.iter().position(|byte| !between(byte)).unwrap_or(bytes.len());
        bytes.drain(..begin);
        if bytes.starts_with(UEL) {
            bytes.drain(..UEL.len());
            return Self::take(bytes);
        }
        let (end, kind) = if bytes.starts_with(POSTSCRIPT) {
            (bytes.iter().position(|byte| *byte == END_OF_FILE)?, Job::PostScript as fn(Vec<u8>) -> Self)
        } else {
            (end_of_pdf(bytes)?, Job::Pdf as fn(Vec<u8>) -> Self)
        };
        let rest = bytes.split_off(end);
        Some(kind(std::mem::replace(bytes, rest)))
    }

    /// Writes what it prints into this file, as PDF; whether it prints anything.
    ///
    /// # Errors
    /// If there is no room for it, or the PostScript is wrong.
    pub(super) fn print(&self, file: &Path) -> Result<bool> {
        match self {
            Job::Pdf(pdf) => fs::write(file, pdf)?,
            Job::PostScript(program) if !has(program, SHOWPAGE) => return Ok(false),
            Job::PostScript(program) => {
                let source = file.with_extension("ps");
                fs::write(&source, program)?;
                let options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o"];
                output_of(Command::new("gs").args(options).arg(file).arg(&source))?;
                fs::remove_file(source)?;
            }
        }
        Ok(true)
    }
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// The length of the first whole PDF.
fn end_of_pdf(bytes: &[u8]) -> Option<usize> {
    END_OF_PDF.iter().try_fold(0, |begin, mark| {
        let at = bytes[begin..].windows(mark.len()).position(|window| window == *mark)?;
        Some(begin + at + mark.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%%EOF\nstartxref\n9\n%%EOF";

    #[test]
    fn jobs_come_one_after_the_other() {
        let mut bytes = [b"\n", PDF, b"\x1b%-12345X\r\n\x04%!PS\nshowpage\n\x04\x04", PDF, b"%!PS"].concat();
        assert_eq!(Job::take(&mut bytes), Some(Job::Pdf(PDF.into())));
        assert_eq!(Job::take(&mut bytes), Some(Job::PostScript(b"%!PS\nshowpage\n".into())));
        assert_eq!(Job::take(&mut bytes), Some(Job::Pdf(PDF.into())));
        assert_eq!(Job::take(&mut bytes), None);
        assert_eq!(bytes, b"%!PS");
    }

    #[test]
    fn a_program_that_broke_off_prints_nothing() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("half");
        assert!(!Job::PostScript(b"%!PS\n0 0 9 9 rectfi".into()).print(&file)?);
        assert!(!file.exists());
        assert!(Job::PostScript(b"%!PS\n0 0 9 9 rectfill showpage\n".into()).print(&file)?);
        assert!(fs::read(&file)?.starts_with(b"%PDF"));
        Ok(())
    }
}
