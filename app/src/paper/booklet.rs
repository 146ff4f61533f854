//! The booklet: a few pages that are kept with the spare. The owner's own numbers on the first page, then those sections
//! of the guide that tell what to do when something has happened, in its own words. No secret stands in it.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::owners_record::{Record, identity};
use super::pieces::{Piece, pieces};
use super::sheets::{READABLE, grouped};
use super::{Page, Paper, Sheets};
use crate::language::Key;

/// A section of the guide.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its number.
    pub number: u8,
    /// Its heading.
    pub heading: String,
    /// Its text, if the booklet has it.
    pub text: Option<String>,
}

/// Of the text, in points.
const BODY: f32 = 9.0;
/// The largest of what stands on the first page, and between its parts, in millimetres.
const LARGEST: f32 = 10.5;
const GAP: f32 = 2.5;
/// Of the user ids so many lines.
const IDENTITY: usize = 3;
/// Above a heading, in millimetres.
const ABOVE: f32 = 3.0;
/// A line to write on, in millimetres.
const TO_WRITE: f32 = 7.5;

/// What is drawn on one page, one beneath the other.
type Block = Vec<Piece>;

impl Sheets<'_> {
    /// Draws the booklet. It is for A4 and Letter; on a receipt it is drawn as on A4.
    pub fn booklet(&self, record: &Record<'_>, chapters: &[Chapter]) -> Vec<Page> {
        let paper = if self.left() > 0.0 { self.paper } else { Paper::A4 };
        Sheets { texts: self.texts, paper }.booklet_pages(record, chapters)
    }

    fn booklet_pages(&self, record: &Record<'_>, chapters: &[Chapter]) -> Vec<Page> {
        let (left, width) = (self.left(), self.width());
        let beneath = self.beneath(record);
        let begin = |number: usize, of: usize| {
            let mut page = Drawing::new(self.paper);
            let title = self.say(key!("booklet-title"), &[]);
            let y = self.title_of(&mut page, (&title, &beneath), (13.0, 9.0));
            self.page_number(&mut page, number, of);
            (page, y)
        };
        let room = self.bottom() - begin(1, 1).1;
        let (pages, begins) = paginate(chapters, width, room);
        let of = pages.len() + 1;
        let mut drawn = vec![self.first_page(record, chapters, &begins, of)];
        for (number, blocks) in (2..).zip(&pages) {
            let (mut page, mut y) = begin(number, of);
            let top = y;
            for piece in blocks.iter().flatten() {
                let (kind, indent, gap) = piece.set(BODY);
                y += above(piece, y > top);
                if let Some(mark) = piece.mark() {
                    page.line(left, y, kind, mark);
                }
                for line in &piece.lines(width, BODY) {
                    page.line(left + indent, y, kind, line);
                    y += kind.line();
                }
                y += gap;
            }
            drawn.push(page.finish(y));
        }
        drawn
    }

    /// `Ada Lovelace · 1234 … · set 630D CD29`: to which it belongs.
    fn beneath(&self, record: &Record<'_>) -> String {
        let backup = record.backup;
        let values = [
            ("owner", Type::new(Cut::Regular, 9.0).beginning(&backup.owner, 60.0, 1).into()),
            ("fingerprint", grouped(&backup.fingerprint).into()),
            ("set", grouped(&backup.set).into()),
        ];
        self.say(key!("booklet-of"), &values)
    }

    /// The numbers, where things are, and what stands on which page.
    fn first_page(&self, record: &Record<'_>, chapters: &[Chapter], begins: &[usize], of: usize) -> Page {
        let sizes = (0u8..).map(|step| LARGEST - f32::from(step) * 0.25).take_while(|size| *size >= READABLE);
        let fits = |size: &f32| self.numbers(record, chapters, begins, (of, *size)).1 <= self.bottom();
        let size = sizes.into_iter().find(fits).unwrap_or(READABLE);
        let (page, y) = self.numbers(record, chapters, begins, (of, size));
        page.finish(y)
    }

    fn numbers(
        &self,
        record: &Record<'_>,
        chapters: &[Chapter],
        begins: &[usize],
        (of, size): (usize, f32),
    ) -> (Drawing, f32) {
        let (left, width) = (self.left(), self.width());
        let (bold, text) = (Type::new(Cut::Bold, size), Type::new(Cut::Regular, size));
        let mut page = Drawing::new(self.paper);
        let title = (self.say(key!("booklet-title"), &[]), self.say(key!("booklet-intro"), &[]));
        let mut y = self.title_of(&mut page, (&title.0, &title.1), (22.0, 11.0));
        self.page_number(&mut page, 1, of);
        for (key, value) in self.booklet_fields(record, bold) {
            y = self.field(&mut page, (left, y, width), &self.say(key, &[]), &value, size);
        }
        y = page.text(left, y + GAP, width, bold, &self.say(key!("booklet-nitrokeys"), &[]));
        for row in self.nitrokeys(record) {
            // The role, the serial with the day on which it was proven, and the label.
            for ((cell, _, _), (x, room)) in
                row.iter().zip([(0.0, 30.0), (32.0, 106.0), (140.0, width - 140.0)])
            {
                page.line(left + x, y, text, &text.beginning(cell, room, 1));
            }
            y += text.line();
        }
        y = page.text(left, y + GAP, width, bold, &self.say(key!("record-trustees"), &[]));
        for (number, holder) in (1..).zip(&record.trustees) {
            let who = match holder.note.is_empty() {
                true => holder.name.clone(),
                false => format!("{} ({})", holder.name, holder.note),
            };
            page.line(left, y, text, &number.to_string());
            page.line(left + 8.0, y, text, &text.beginning(&who, width - 8.0, 1));
            y += text.line();
        }
        let behind = [("behind", if record.sheet_behind { "yes" } else { "no" }.into())];
        for key in [key!("record-sticks"), key!("record-sheet"), key!("record-slips"), key!("record-knows")] {
            y += TO_WRITE;
            let label = self.say(key, &behind);
            page.line(left, y - text.line() - 0.3, text, &label);
            page.rule(left + text.width(&label) + 2.0, y, width - text.width(&label) - 2.0);
        }
        y = page.text(left, y + GAP, width, bold, &self.say(key!("booklet-here"), &[]));
        let here = chapters.iter().filter(|chapter| chapter.text.is_some());
        for (chapter, number) in here.zip(begins) {
            page.line(left, y, text, &chapter.number.to_string());
            page.line(left + 8.0, y, text, &text.beginning(&chapter.heading, width - 30.0, 1));
            let number = self.say(key!("booklet-page"), &[("number", (*number).into())]);
            page.line(left + width - text.width(&number), y, text, &number);
            y += text.line();
        }
        y = page.text(left, y + GAP, width, bold, &self.say(key!("booklet-elsewhere"), &[]));
        let others = chapters.iter().filter(|chapter| chapter.text.is_none());
        let others: Vec<_> =
            others.map(|chapter| format!("{} {}", chapter.number, chapter.heading)).collect();
        y = page.text(left, y, width, text, &others.join(" · "));
        (page, y)
    }

    /// The owner's numbers.
    fn booklet_fields(&self, record: &Record<'_>, kind: Type) -> Vec<(Key, String)> {
        let backup = record.backup;
        let quorum = [
            ("needed", backup.needed.into()),
            ("cards", backup.cards.into()),
            ("spare", backup.spare().into()),
            ("set", grouped(&backup.set).into()),
            ("sealing", backup.sealing.to_string().into()),
        ];
        let expires = record.expires.as_ref().map(|day| self.texts.day(day));
        let room = self.width() - self.indent();
        vec![
            (key!("record-identity"), kind.beginning(&identity(&backup.user_ids), room, IDENTITY)),
            (key!("label-fingerprint"), grouped(&backup.fingerprint)),
            (key!("record-quorum"), self.say(key!("record-quorum-text"), &quorum)),
            (key!("record-algorithm"), record.algorithm.clone()),
            (key!("label-made"), self.texts.day(&backup.made)),
            (key!("record-expires"), expires.unwrap_or_else(|| self.say(key!("record-never"), &[]))),
        ]
    }
}

/// What is left free above a piece that is not the first of its page.
fn above(piece: &Piece, is_below_another: bool) -> f32 {
    if is_below_another && matches!(piece, Piece::Heading(_)) { ABOVE } else { 0.0 }
}

/// What may not be parted by the end of a page: a heading and what follows it, and what ends in a colon with the commands
/// or the list after it.
fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for piece in pieces {
        let with_the_last = blocks.last().and_then(|block| block.last()).is_some_and(|last| match last {
            Piece::Heading(_) => true,
            Piece::Text(text) => text.ends_with(':') && !matches!(piece, Piece::Text(_) | Piece::Heading(_)),
            Piece::Command(_) => matches!(piece, Piece::Command(_)),
            Piece::Kept(_) => matches!(piece, Piece::Kept(_)),
            Piece::Point(_) => false,
        });
        match blocks.last_mut() {
            Some(block) if with_the_last => block.push(piece),
            _ => blocks.push(vec![piece]),
        }
    }
    blocks
}

/// The pages after the first, and on which of all pages each section begins.
fn paginate(chapters: &[Chapter], width: f32, room: f32) -> (Vec<Vec<Block>>, Vec<usize>) {
    let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
    let (mut used, mut begins) = (0.0, Vec::new());
    for chapter in chapters {
        let Some(text) = &chapter.text else { continue };
        let heading = Piece::Heading(format!("{}. {}", chapter.number, chapter.heading));
        let all = std::iter::once(heading).chain(pieces(text)).collect();
        for (i, block) in blocks(all).into_iter().enumerate() {
            let height: f32 =
                block.iter().map(|piece| piece.height(width, BODY) + above(piece, used > 0.0)).sum();
            if used > 0.0 && used + height > room {
                pages.push(Vec::new());
                used = 0.0;
            }
            used += height;
            if i == 0 {
                begins.push(pages.len() + 1);
            }
            pages.last_mut().into_iter().for_each(|page| page.push(block.clone()));
        }
    }
    (pages, begins)
}
