//! The sheets: in which language and on which paper they are drawn, and what they have in common.

use fluent_bundle::FluentValue;

use super::Paper;
use super::drawing::{Drawing, Type};
use super::font::Cut;
use crate::language::{Key, Texts};

/// Left and right of everything on a sheet, in millimetres; printers leave about 5 mm unprinted.
pub(super) const MARGIN: f32 = 16.0;
/// Above and below; and on Letter, which is less high.
const TOP: f32 = 12.0;
const TOP_OF_LETTER: f32 = 10.0;

/// What all sheets of one backup say of it.
#[derive(Debug, Clone)]
pub struct Backup {
    /// The owner's name.
    pub owner: String,
    /// The certificate's user ids.
    pub user_ids: Vec<String>,
    /// The day it was made, `2026-11-24`.
    pub made: String,
    /// The cards' set, 8 hexadecimal digits.
    pub set: String,
    /// Which sealing of the set it is, from 1.
    pub sealing: u32,
    /// SHA-256 of the sealed backup, 64 hexadecimal digits.
    pub sha256: String,
    /// The primary key's fingerprint, 40 hexadecimal digits.
    pub fingerprint: String,
    /// k.
    pub needed: u8,
    /// n.
    pub cards: u8,
    /// The guide's section on recovery by hand, as it stands in `GUIDE.txt`.
    pub recovery_page: String,
}

impl Backup {
    /// So many cards may be lost; 0: all are needed.
    pub(super) fn spare(&self) -> u8 {
        self.cards.saturating_sub(self.needed)
    }
}

/// Draws sheets.
#[derive(Debug)]
pub struct Sheets<'a> {
    /// In this language.
    pub texts: &'a Texts,
    /// On this paper.
    pub paper: Paper,
}

impl Sheets<'_> {
    pub(super) fn say(&self, key: Key, placeholders: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.say(key, placeholders)
    }

    /// The room between the margins.
    pub(super) fn width(&self) -> f32 {
        self.paper.width() - 2.0 * self.left()
    }

    pub(super) fn left(&self) -> f32 {
        if self.paper.height().is_some() { MARGIN } else { 0.0 }
    }

    /// Where a sheet begins.
    fn top(&self) -> f32 {
        match self.paper {
            Paper::A4 => TOP,
            Paper::Letter => TOP_OF_LETTER,
            Paper::Receipt58 | Paper::Receipt80 => 0.0,
        }
    }

    /// Where it ends.
    pub(super) fn bottom(&self) -> f32 {
        self.paper.height().map_or(f32::MAX, |height| height - self.top())
    }

    /// A sheet's title and the line beneath it; returns where the rest begins.
    pub(super) fn title(&self, page: &mut Drawing, title: &str, beneath: &str) -> f32 {
        let sizes = if self.left() > 0.0 { (26.0, 13.0) } else { (15.0, 9.0) };
        self.title_of(page, (title, beneath), sizes)
    }

    /// The same in type of these sizes.
    pub(super) fn title_of(
        &self,
        page: &mut Drawing,
        (title, beneath): (&str, &str),
        (large, small): (f32, f32),
    ) -> f32 {
        let (left, width) = (self.left(), self.width());
        let y = page.text(left, self.top(), width, Type::new(Cut::Bold, large), title);
        let y = page.text(left, y, width, Type::new(Cut::Regular, small), beneath);
        page.filled(left, y + 2.0, width, 0.6);
        y + 4.5
    }

    /// Which page of how many this is, in its upper right corner; a receipt is one page.
    pub(super) fn page_number(&self, page: &mut Drawing, number: usize, of: usize) {
        let kind = Type::new(Cut::Regular, 9.5);
        let text = self.say(key!("page-number"), &[("number", number.into()), ("of", of.into())]);
        if self.left() > 0.0 {
            page.line(self.left() + self.width() - kind.width(&text), self.top() + 1.0, kind, &text);
        }
    }

    /// Where the value of a field begins, from its label on.
    pub(super) fn indent(&self) -> f32 {
        if self.left() > 0.0 { 24.0 } else { 19.0 }
    }

    /// `label` small, and beside it `value` in type of this size; returns where the next one begins.
    pub(super) fn field(
        &self,
        page: &mut Drawing,
        (x, y, width): (f32, f32, f32),
        label: &str,
        value: &str,
        points: f32,
    ) -> f32 {
        let kind = Type::new(Cut::Bold, points);
        let indent = self.indent();
        // A long word in another language beside a receipt's narrow column.
        let sizes = [9.5, 9.0, 8.5, 8.0, 7.5].map(|size| Type::new(Cut::Regular, points.min(size)));
        let name = sizes.into_iter().find(|name| name.width(label) < indent - 0.8).unwrap_or(sizes[4]);
        page.line(x, y + (kind.points - name.points) * 0.36, name, label);
        page.text(x + indent, y, width - indent, kind, value) + 0.6
    }
}

/// Digits in groups of four.
pub(super) fn grouped(digits: &str) -> String {
    let groups: Vec<_> = digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
    groups.join(" ")
}

/// Type that is smaller is neither printed by every printer nor read by every eye: names are shortened before.
pub(super) const READABLE: f32 = 7.0;

/// A heading and what stands beneath it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Headed {
    pub(super) head: Key,
    pub(super) text: Key,
}

impl Headed {
    /// The texts `head` and `head-text`. Only for constants, so that it does not compile where one of them is missing.
    pub(super) const fn new(head: &str) -> Self {
        let otherwise = "the catalogue lacks this heading, or its -text";
        Headed { head: Key::compiled(head, "", otherwise), text: Key::compiled(head, "-text", otherwise) }
    }
}

/// Headings with a paragraph each, one beneath the other.
pub(super) struct Paragraphs(pub(super) Vec<(String, String)>);

impl Paragraphs {
    /// In two columns of about the same length.
    pub(super) fn split(mut self) -> (Paragraphs, Paragraphs) {
        let second = self.0.split_off(self.0.len().div_ceil(2));
        (self, Paragraphs(second))
    }

    /// How high they stand in a column of this width, if set in this size.
    pub(super) fn height(&self, width: f32, points: f32) -> f32 {
        let (heading, body) = types(points);
        let lines = |kind: Type, text: &str| kind.wrap(text, width).len() as f32 * kind.line();
        self.0.iter().map(|(head, text)| lines(heading, head) + lines(body, text) + gap(points)).sum()
    }

    /// The largest size, from `points` down, in which each column keeps within `height`; nothing if none does.
    pub(super) fn fit(columns: &[(&Paragraphs, f32)], height: f32, points: f32) -> Option<f32> {
        let fits = |size: &f32| columns.iter().all(|(column, width)| column.height(*width, *size) <= height);
        Paragraphs::sizes(points).find(fits)
    }

    /// The sizes to be tried, from the largest down.
    pub(super) fn sizes(points: f32) -> impl Iterator<Item = f32> {
        (0u8..).map(move |step| points - f32::from(step) * 0.25).take_while(|size| *size >= READABLE)
    }

    /// Draws them; returns where the next thing begins.
    pub(super) fn draw(&self, page: &mut Drawing, (x, mut y): (f32, f32), width: f32, points: f32) -> f32 {
        let (heading, body) = types(points);
        for (head, text) in &self.0 {
            y = page.text(x, y, width, heading, head);
            y = page.text(x, y, width, body, text) + gap(points);
        }
        y
    }
}

fn types(points: f32) -> (Type, Type) {
    (Type::new(Cut::Bold, points), Type::new(Cut::Regular, points))
}

fn gap(points: f32) -> f32 {
    points * 0.2
}
