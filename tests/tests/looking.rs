//! The process that looks at a camera's pictures, `coldspare codes`: pictures in, codes and their places out. It is
//! confined, no picture ends it that is one, and when it has told what it saw it knows nothing of it any more.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::FileExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::LookEnd;
use coldspare_tests::camera::Held;
use coldspare_tests::coldspare;
use coldspare_tests::damage::{Grey, Wear};
use coldspare_tests::reading::Printed;

/// The process, and its pipes.
struct Looking {
    child: Child,
    pictures: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Looking {
    fn start() -> Result<Self> {
        let mut child = Command::new(coldspare());
        child.arg("codes").env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn()?;
        let answers = BufReader::new(child.stdout.take().context("no answers")?);
        Ok(Looking { pictures: child.stdin.take(), answers, child })
    }

    fn send(&mut self, width: u32, height: u32, pixels: &[u8]) -> Result<()> {
        let pipe = self.pictures.as_mut().context("it has ended")?;
        pipe.write_all(&[width.to_le_bytes(), height.to_le_bytes()].concat())?;
        Ok(pipe.write_all(pixels)?)
    }

    /// Lines of an answer.
    fn look(&mut self, grey: &Grey) -> Result<Vec<String>> {
        self.send(grey.width.try_into()?, grey.height.try_into()?, &grey.pixels)?;
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            ensure!(self.answers.read_line(&mut line)? > 0, "it has ended");
            match line.trim_end() {
                "" => return Ok(lines),
                said => lines.push(said.to_owned()),
            }
        }
    }

    /// Its status at the end, after the last picture. It says no word about it.
    fn end(mut self) -> Result<Option<i32>> {
        self.pictures = None;
        let output = self.child.wait_with_output()?;
        ensure!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(output.status.code())
    }
}

fn blank() -> Grey {
    Grey { width: 640, height: 480, pixels: vec![180; 640 * 480] }
}

#[test]
fn it_says_what_it_sees_and_where_and_whether_it_is_new() -> Result<()> {
    let printed = Printed::new()?;
    let page = printed.card(150)?.damaged(Wear::Clean, 0);
    let frame = Held::STILL.seen(&page, 0);
    let mut looking = Looking::start()?;
    ensure!(looking.look(&blank())?.is_empty());
    for new in ["new", "known"] {
        let lines = looking.look(&frame)?;
        let [line] = &lines[..] else { anyhow::bail!("{lines:?}") };
        let words: Vec<_> = line.split(' ').collect();
        ensure!(words[0] == new && words[5] == printed.share() && words.len() == 6, "{line}");
        let corner = |word: &str| -> Result<(f64, f64)> {
            let (x, y) = word.split_once(',').context("no corner")?;
            Ok((x.parse()?, y.parse()?))
        };
        let corners = words[1..5].iter().map(|word| corner(word)).collect::<Result<Vec<_>>>()?;
        // The page is upright, so the code's corners are where they are on the paper: 66 mm of 210 a side.
        let side = 1280.0 * Held::STILL.fills * 66.0 / 210.0;
        for (from, to, x, y) in [(0, 1, side, 0.0), (1, 2, 0.0, side), (2, 3, -side, 0.0)] {
            let (a, b) = (corners[from], corners[to]);
            ensure!((b.0 - a.0 - x).abs() < 9.0 && (b.1 - a.1 - y).abs() < 9.0, "{side}: {line}");
        }
    }
    ensure!(looking.end()? == Some(LookEnd::Done.status().into()));
    Ok(())
}

#[test]
fn it_is_confined_before_the_first_picture() -> Result<()> {
    let mut looking = Looking::start()?;
    looking.look(&blank())?;
    let status = fs::read_to_string(format!("/proc/{}/status", looking.child.id()))?;
    for line in ["\nSeccomp:\t2\n", "\nNoNewPrivs:\t1\n"] {
        ensure!(status.contains(line), "{status}");
    }
    ensure!(looking.end()? == Some(LookEnd::Done.status().into()));
    Ok(())
}

#[test]
fn a_picture_that_is_none_ends_it_and_its_status_says_why() -> Result<()> {
    for (width, height, pixels) in [(u32::MAX, u32::MAX, 0), (5000, 5000, 0), (100, 100, 50)] {
        let mut looking = Looking::start()?;
        looking.look(&blank())?;
        looking.send(width, height, &vec![0; pixels])?;
        let end = looking.end()?;
        ensure!(end == Some(LookEnd::BrokenOff.status().into()), "{width} x {height}: {end:?}");
    }
    // Empty ones are some.
    let mut looking = Looking::start()?;
    for (width, height) in [(0, 0), (0, 9), (1, 1)] {
        ensure!(looking.look(&Grey { width, height, pixels: vec![0; width * height] })?.is_empty());
    }
    ensure!(looking.end()? == Some(LookEnd::Done.status().into()));
    Ok(())
}

/// The pieces of a share that are somewhere in a process's memory.
fn found(process: u32, share: &Share, text: &str) -> Result<Vec<String>> {
    let base32 = text.split(':').nth(6).context("no share")?;
    let mut pieces: Vec<(String, Vec<u8>)> = Vec::new();
    for piece in share.y.chunks_exact(8) {
        pieces.push(("raw".into(), piece.to_vec()));
    }
    for piece in base32.as_bytes().chunks_exact(16) {
        pieces.push(("text".into(), piece.to_vec()));
        pieces.push(("UTF-32".into(), piece.iter().flat_map(|letter| [*letter, 0, 0, 0]).collect()));
    }
    let search = AhoCorasick::new(pieces.iter().map(|(_, piece)| piece))?;
    let memory = File::open(format!("/proc/{process}/mem"))?;
    let mut found = Vec::new();
    for map in fs::read_to_string(format!("/proc/{process}/maps"))?.lines() {
        let (range, rest) = map.split_once(' ').context("no range")?;
        if !rest.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').context("no range")?;
        let (from, to) = (u64::from_str_radix(from, 16)?, u64::from_str_radix(to, 16)?);
        for page in (from..to).step_by(1 << 20) {
            // Pieces may go over the edge of what is read at once.
            let mut bytes = vec![0; ((to - page) as usize).min((1 << 20) + 64)];
            if memory.read_exact_at(&mut bytes, page).is_ok() {
                found.extend(
                    search.find_iter(&bytes).map(|hit| format!("{} in {map}", pieces[hit.pattern()].0)),
                );
            }
        }
    }
    Ok(found)
}

#[test]
fn nothing_of_a_share_is_left_in_its_memory() -> Result<()> {
    let printed = Printed::new()?;
    let text = printed.share();
    let share = Share::parse(&text)?;
    let page = printed.card(150)?.damaged(Wear::Clean, 0);
    let mut looking = Looking::start()?;
    for (i, held) in Held::STILL.by_hand(4, 0).enumerate() {
        looking.look(&held.seen(&page, i as u64))?;
    }
    // The picture itself is gone, and so is what was made of it; still it is known that the code is not new.
    looking.look(&blank())?;
    let left = found(looking.child.id(), &share, &text)?;
    ensure!(left.is_empty(), "{left:#?}");
    ensure!(looking.look(&Held::STILL.seen(&page, 9))?.iter().all(|line| line.starts_with("known ")));
    // This process has it, and the search finds it.
    ensure!(!found(std::process::id(), &share, &text)?.is_empty(), "the search finds nothing");
    ensure!(looking.end()? == Some(LookEnd::Done.status().into()));
    Ok(())
}
