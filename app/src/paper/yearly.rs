//! The report of the yearly check: what was good and with what it was compared, what is to be put right, and what was not
//! checked.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::grouped;
use super::{Page, Sheets};
use crate::language::Key;

/// The largest type.
const BODY: f32 = 10.5;
const BOX: f32 = 3.8;
/// Between lines, in millimetres.
const GAP: f32 = 1.2;

/// What came of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It was compared with something, and is as it should be.
    Good,
    /// It is not.
    Bad,
    /// It was not checked.
    Open,
}

/// A line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyLine {
    /// What came of it.
    pub mark: Mark,
    /// What it is.
    pub what: String,
    /// With what it was compared, or what to do now.
    pub with: String,
}

/// The backup with which everything was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyBackup {
    /// Whose.
    pub owner: String,
    /// The primary key's fingerprint, 40 hexadecimal digits.
    pub fingerprint: String,
    /// 8 hexadecimal digits.
    pub set: String,
    /// Which sealing of it.
    pub sealing: String,
    /// The day on which it was sealed, in words.
    pub made: String,
}

/// What the report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yearly {
    /// The day of the check, in words.
    pub day: String,
    /// The day of the next one, in words.
    pub next: String,
    /// With what everything was compared, if it was there.
    pub backup: Option<YearlyBackup>,
    /// All that was found.
    pub lines: Vec<YearlyLine>,
}

impl Yearly {
    /// The lines with this mark.
    pub fn of(&self, mark: Mark) -> impl Iterator<Item = &YearlyLine> {
        self.lines.iter().filter(move |line| line.mark == mark)
    }
}

/// The parts of the report: what is to be done comes first.
const PARTS: [(Mark, Key); 3] = [
    (Mark::Bad, key!("yearly-paper-bad")),
    (Mark::Open, key!("yearly-paper-open")),
    (Mark::Good, key!("yearly-paper-good")),
];

/// A heading, or a line below it.
enum Row<'a> {
    Head(Key),
    Line(&'a YearlyLine),
}

impl Sheets<'_> {
    /// Draws the report, on as many pages as it takes.
    pub fn yearly(&self, yearly: &Yearly) -> Vec<Page> {
        let mut rows = Vec::new();
        for (mark, head) in PARTS {
            let lines: Vec<_> = yearly.of(mark).map(Row::Line).collect();
            if !lines.is_empty() {
                rows.push(Row::Head(head));
                rows.extend(lines);
            }
        }
        // Drawn once to see how many pages there are.
        let pages = self.yearly_pages(yearly, &rows, 0);
        if pages.len() < 2 { pages } else { self.yearly_pages(yearly, &rows, pages.len()) }
    }

    /// The pages, of which there are `of`; 0: one alone, which bears no number.
    fn yearly_pages(&self, yearly: &Yearly, rows: &[Row<'_>], of: usize) -> Vec<Page> {
        let mut page = Drawing::new(self.paper);
        let mut y = self.yearly_head(&mut page, yearly);
        if of > 0 {
            self.page_number(&mut page, 1, of);
        }
        let mut done = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            // A heading does not stand alone at the end of a page.
            let with_next = match row {
                Row::Head(_) => rows.get(at + 1).map_or(0.0, |next| self.yearly_height(next)),
                Row::Line(_) => 0.0,
            };
            if y + self.yearly_height(row) + with_next > self.bottom() {
                done.push(std::mem::replace(&mut page, Drawing::new(self.paper)).finish(0.0));
                let title = self.say(key!("yearly-paper-title"), &[]);
                y = self.title(&mut page, &title, &yearly.day);
                self.page_number(&mut page, done.len() + 1, of);
            }
            y = self.yearly_row(&mut page, y, row);
        }
        done.push(page.finish(y + 2.0));
        done
    }

    fn yearly_body(&self) -> f32 {
        if self.left() > 0.0 { BODY } else { 8.5 }
    }

    fn yearly_head(&self, page: &mut Drawing, yearly: &Yearly) -> f32 {
        let say = |key| self.say(key, &[]);
        let size = self.yearly_body();
        let mut y = self.title(page, &say(key!("yearly-paper-title")), &yearly.day);
        let place = |y| (self.left(), y, self.width());
        if let Some(backup) = &yearly.backup {
            let which = [
                ("set", grouped(&backup.set).into()),
                ("sealing", backup.sealing.clone().into()),
                ("day", backup.made.clone().into()),
            ];
            y = self.field(page, place(y), &say(key!("record-identity")), &backup.owner, size);
            let print = grouped(&backup.fingerprint);
            y = self.field(page, place(y), &say(key!("label-fingerprint")), &print, size);
            let which = self.say(key!("yearly-paper-which"), &which);
            y = self.field(page, place(y), &say(key!("yearly-paper-backup")), &which, size);
        }
        y = self.field(page, place(y), &say(key!("yearly-paper-next")), &yearly.next, size);
        let intro = Type::new(Cut::Regular, size);
        page.text(self.left(), y + 1.0, self.width(), intro, &say(key!("yearly-paper-intro"))) + 1.0
    }

    /// How high a row is.
    fn yearly_height(&self, row: &Row<'_>) -> f32 {
        self.yearly_row(&mut Drawing::new(self.paper), 0.0, row)
    }

    /// Draws one row; returns where the next one begins.
    fn yearly_row(&self, page: &mut Drawing, y: f32, row: &Row<'_>) -> f32 {
        let (left, size) = (self.left(), self.yearly_body());
        let (bold, body) = (Type::new(Cut::Bold, size), Type::new(Cut::Regular, size - 0.5));
        match row {
            Row::Head(head) => {
                let kind = Type::new(Cut::Bold, size + 1.5);
                page.text(left, y + 2.0, self.width(), kind, &self.say(*head, &[])) + 0.5
            }
            Row::Line(YearlyLine { mark, what, with }) => {
                let at = y + (bold.line() - BOX) / 2.0;
                page.frame(left, at, BOX, BOX, false);
                match mark {
                    Mark::Good => page.filled(left + 0.8, at + 0.8, BOX - 1.6, BOX - 1.6),
                    Mark::Bad => {
                        // An exclamation mark is read as what it is, also where a printer smears.
                        let sign = Type::new(Cut::Bold, size);
                        page.line(left + (BOX - sign.width("!")) / 2.0, y, sign, "!");
                    }
                    Mark::Open => {}
                }
                let (x, width) = (left + BOX + 2.5, self.width() - BOX - 2.5);
                let y = page.text(x, y, width, bold, what);
                page.text(x, y, width, body, with) + GAP
            }
        }
    }
}
