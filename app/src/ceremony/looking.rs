//! A camera's pictures are an enemy's, and what is read from them may be shares: a process of its own looks at them,
//! `coldspare codes`, which reaches nothing but its two pipes.
//!
//! On standard input it gets one picture after the other: width and height (four bytes each, the least first), then
//! its grey pixels, a byte each. To each it answers with a line for every code of ours that it sees, and an empty
//! line: `new` if no picture before had it, or `known`; the code's corners in pixels, from its own top left clockwise,
//! as `x,y`; and its text. How it ended its status tells ([`LookEnd`]): words would be nobody's.

use std::fmt::Write as _;
use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::backup::is_code;
use crate::paper::{Grey, Looks};

/// The largest picture of a camera: 4,096 x 3,072, as its most common chips have.
const MOST_PIXELS: usize = 12_582_912;
/// Room for the answers of all but a few pictures: it need not grow, and leave copies behind.
const ANSWER: usize = 32_768;

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookEnd {
    /// There were no more pictures.
    Done,
    /// It could not be confined, and has looked at none.
    NotConfined,
    /// A picture was too large or broke off, or nobody took the answers.
    BrokenOff,
}

impl LookEnd {
    /// Its status. 1 and 101 are those of programs that were started wrong, or that fell over.
    pub fn status(self) -> u8 {
        match self {
            LookEnd::Done => 0,
            LookEnd::NotConfined => 3,
            LookEnd::BrokenOff => 4,
        }
    }
}

/// Looks at pictures until there are no more of them. Neither `pictures` nor `answers` may keep what went through it,
/// as [`std::io::Stdin`] does.
///
/// # Errors
/// If a picture is too large or breaks off, or nobody takes the answers.
pub fn looking(mut pictures: impl Read, mut answers: impl Write) -> io::Result<()> {
    let mut looks = Looks::new(is_code);
    while let Some(picture) = next(&mut pictures)? {
        let mut answer = Zeroizing::new(String::with_capacity(ANSWER));
        for code in looks.look(&picture) {
            answer.push_str(if code.new { "new" } else { "known" });
            for (x, y) in code.corners {
                // Writing to a string does not fail.
                let _ = write!(answer, " {x:.0},{y:.0}");
            }
            answer.push(' ');
            answer.push_str(&code.text);
            answer.push('\n');
        }
        answer.push('\n');
        answers.write_all(answer.as_bytes())?;
    }
    Ok(())
}

fn next(pictures: &mut impl Read) -> io::Result<Option<Grey>> {
    let mut size = [0; 8];
    // The end may come between two pictures alone.
    if pictures.read(&mut size[..1])? == 0 {
        return Ok(None);
    }
    pictures.read_exact(&mut size[1..])?;
    let [a, b, c, d, e, f, g, h] = size;
    let [width, height] = [[a, b, c, d], [e, f, g, h]].map(|side| u32::from_le_bytes(side) as usize);
    let area =
        width.checked_mul(height).filter(|area| *area <= MOST_PIXELS).ok_or(io::ErrorKind::InvalidData)?;
    let mut pixels = Zeroizing::new(vec![0; area]);
    pictures.read_exact(&mut pixels)?;
    Ok(Grey::new(width, height, pixels))
}
