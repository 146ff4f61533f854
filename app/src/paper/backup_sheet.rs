//! The backup sheet: the sealed backup as codes, no secret without the cards.

use qrcode::EcLevel;

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::grouped;
use super::{Backup, DrawError, Page, Sheets};

/// A part has up to 840 characters (`backup::PART_BYTES`): version 19 at this level.
const LEVEL: EcLevel = EcLevel::M;
/// Codes beside each other on a page.
const COLUMNS: usize = 3;
/// From a code to its neighbour, in millimetres: the quiet zone of both, shared, and the label.
const GAP: f32 = 4.5;
/// The line under a code that says which one it is.
const LABEL: f32 = 7.0;
/// So far the codes are made smaller, in millimetres, if that saves a page.
const SMALLEST: f32 = 50.0;

impl Sheets<'_> {
    /// Draws the codes of a sealed backup, each with its number; as many pages as it takes.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn backup_sheet(&self, backup: &Backup, codes: &[String]) -> Result<Vec<Page>, DrawError> {
        let (left, width) = (self.left(), self.width());
        let columns = if left > 0.0 { COLUMNS } else { 1 };
        let mut pages = Vec::new();
        let mut page = Drawing::new(self.paper);
        let mut y = self.sheet_head(&mut page, backup, codes.len());
        let widest = (width - GAP * (columns + 1) as f32) / columns as f32;
        let in_one_page = (self.bottom() - y) / codes.len().div_ceil(columns) as f32 - LABEL - GAP;
        let side = if in_one_page < SMALLEST { widest } else { widest.min(in_one_page) };
        let column_width = width / columns as f32;
        let label = Type::new(Cut::Bold, 11.0);
        for (i, code) in codes.chunks(columns).enumerate() {
            if y + side + LABEL > self.bottom() {
                pages.push(std::mem::replace(&mut page, Drawing::new(self.paper)).finish(0.0));
                y = self.title(&mut page, &self.say("sheet-title", &[]), &self.sheet_of(backup)) + 2.0;
            }
            for (column, text) in code.iter().enumerate() {
                let x = left + column as f32 * column_width + (column_width - side) / 2.0;
                let number = i * columns + column + 1;
                let name = self.say("sheet-code", &[("number", number.into()), ("of", codes.len().into())]);
                page.code(x, y, side, text, LEVEL)?;
                page.line(x, y + side + 2.4, label, &name);
            }
            y += side + LABEL + GAP;
        }
        pages.push(page.finish(y));
        Ok(pages)
    }

    fn sheet_of(&self, backup: &Backup) -> String {
        let (owner, set) = (backup.owner.clone(), grouped(&backup.set));
        self.say("sheet-of", &[("owner", owner.into()), ("set", set.into())])
    }

    fn sheet_head(&self, page: &mut Drawing, backup: &Backup, codes: usize) -> f32 {
        let (left, width) = (self.left(), self.width());
        let y = self.title(page, &self.say("sheet-title", &[]), &self.sheet_of(backup));
        let kind = Type::new(Cut::Regular, if left > 0.0 { 10.5 } else { 8.5 });
        let placeholders = [
            ("owner", backup.owner.clone().into()),
            ("set", grouped(&backup.set).into()),
            ("needed", backup.needed.into()),
            ("cards", backup.cards.into()),
            ("codes", codes.into()),
        ];
        let y = page.text(left, y, width, kind, &self.say("sheet-what", &placeholders)) + 1.0;
        let y = page.text(left, y, width, kind, &self.say("sheet-how", &placeholders)) + 1.0;
        let y =
            self.field(page, (left, y, width), &self.say("label-made", &[]), &self.texts.day(&backup.made));
        let print = grouped(&backup.fingerprint);
        self.field(page, (left, y, width), &self.say("label-fingerprint", &[]), &print) + 3.0
    }
}
