//! The backup sheet: the sealed backup as codes, no secret without the cards.

use qrcode::{EcLevel, QrCode};

use super::drawing::{Drawing, Type};
use super::explained::short;
use super::font::Cut;
use super::sheets::grouped;
use super::{Backup, DrawError, Page, Sheets};
use crate::language::Key;

/// A code has up to 938 characters (`backup::PART_BYTES`): version 17 at this level. Beside spare codes, a higher
/// level is worth nearly nothing: it makes the modules smaller.
const LEVEL: EcLevel = EcLevel::L;
/// Codes beside each other on a page, and rows of them.
const GRID: usize = 3;
/// What is left free beside codes, in modules (ISO/IEC 18004 § 6.3.8): shared by neighbours.
const QUIET: usize = 4;
/// Left and right of the codes, in millimetres: a little less than text has, so that a module has 8 dots.
const MARGIN: f32 = 15.0;
/// Beneath a row, in millimetres: the line that says which code it is.
const LABEL: f32 = 8.0;
/// What is printed as one point, in millimetres, at 300 dots per inch; and on a receipt. A module of whole dots has
/// the same width everywhere.
const DOT: f32 = 25.4 / 300.0;
const RECEIPT_DOT: f32 = 0.125;
/// A module has at most so many dots, so that beneath a row there is room for its label.
const MOST_DOTS: usize = 8;
/// As much of the owner's name stands on a sheet: it is whole on each card, whose set is the same.
const NAME: usize = 60;
/// The head's type, as small as it may get to leave room for modules of one dot more.
const HEAD: [f32; 7] = [10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0];

/// The codes of a backup sheet.
#[derive(Debug, Clone)]
pub struct Codes {
    /// Their texts, spare ones too: they fill whole pages.
    pub codes: Vec<String>,
    /// So many are needed, any.
    pub needed: usize,
    /// And so many pages are enough, any.
    pub pages_needed: usize,
}

/// Which page of how many.
type Number = (usize, usize);

/// How a page is laid out: the size of the head's type, where the codes begin, and a module in dots.
#[derive(Debug, Clone, Copy)]
struct Layout {
    points: f32,
    top: f32,
    dots: usize,
}

impl Sheets<'_> {
    /// Draws the codes of a sealed backup, each with its number: nine on each page, or one beneath the other on a
    /// receipt.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn backup_sheet(&self, backup: &Backup, codes: &Codes) -> Result<Vec<Page>, DrawError> {
        let modules = codes.codes.iter().map(|text| modules(text)).collect::<Result<Vec<_>, _>>()?;
        let modules = modules.into_iter().max().unwrap_or(0);
        if self.left() == 0.0 {
            return self.receipt_of_codes(backup, codes, modules);
        }
        let pages = codes.codes.len().div_ceil(GRID * GRID);
        let Layout { points, top, dots } = self.layout(backup, codes, (pages, pages), modules);
        let module = dots as f32 * DOT;
        let (side, gap) = (modules as f32 * module, QUIET as f32 * module);
        let left = whole((self.paper.width() - GRID as f32 * (side + gap) + gap) / 2.0, DOT);
        let label = Type::new(Cut::Bold, 8.0);
        let on_pages = codes.codes.chunks(GRID * GRID).zip(1..);
        on_pages
            .map(|(on_page, number)| {
                let mut page = Drawing::new(self.paper);
                self.sheet_head(&mut page, backup, codes, (number, pages), points);
                for (place, text) in on_page.iter().enumerate() {
                    let x = left + (place % GRID) as f32 * (side + gap);
                    let y = whole(top, DOT) + (place / GRID) as f32 * (side + whole(LABEL, DOT));
                    page.code(x, y, side, text, LEVEL)?;
                    let name = self.code_name((number - 1) * GRID * GRID + place + 1, codes);
                    // Its letters stand between the quiet zones of two rows.
                    page.line(x, y + side + gap - 0.6, label, &name);
                }
                Ok(page.finish(0.0))
            })
            .collect()
    }

    fn receipt_of_codes(
        &self,
        backup: &Backup,
        codes: &Codes,
        modules: usize,
    ) -> Result<Vec<Page>, DrawError> {
        let mut page = Drawing::new(self.paper);
        let mut y = self.sheet_head(&mut page, backup, codes, (1, 1), 8.5);
        // The roll's own margin is the other half of the quiet zone.
        let dots = (self.width() / RECEIPT_DOT) as usize / (modules + QUIET).max(1);
        let side = modules as f32 * dots as f32 * RECEIPT_DOT;
        let x = whole((self.width() - side) / 2.0, RECEIPT_DOT);
        for (text, number) in codes.codes.iter().zip(1..) {
            y = whole(y + 4.0, RECEIPT_DOT);
            page.code(x, y, side, text, LEVEL)?;
            page.line(x, y + side + 2.4, Type::new(Cut::Bold, 11.0), &self.code_name(number, codes));
            y += side + LABEL;
        }
        Ok(vec![page.finish(y)])
    }

    /// The largest modules for which there is room, and of the heads that leave it the one in the largest type.
    fn layout(&self, backup: &Backup, codes: &Codes, number: Number, modules: usize) -> Layout {
        let wide = GRID * modules + (GRID - 1) * QUIET;
        let by_width = ((self.paper.width() - 2.0 * MARGIN) / DOT) as usize / wide.max(1);
        let layout = |points| {
            let mut scratch = Drawing::new(self.paper);
            let top = self.sheet_head(&mut scratch, backup, codes, number, points);
            let room = (self.bottom() - top) / GRID as f32 - LABEL - DOT;
            let by_height = (room / DOT).max(0.0) as usize / modules.max(1);
            Layout { points, top, dots: by_height.min(by_width).min(MOST_DOTS) }
        };
        let layouts = HEAD.map(layout);
        let dots = layouts.iter().map(|layout| layout.dots).max().unwrap_or(0);
        layouts.into_iter().find(|layout| layout.dots == dots).unwrap_or(layouts[0])
    }

    fn code_name(&self, number: usize, codes: &Codes) -> String {
        self.say(key!("sheet-code"), &[("number", number.into()), ("of", codes.codes.len().into())])
    }

    /// What stands above the codes: the same on every page, for pages get apart. Returns where the codes begin.
    fn sheet_head(
        &self,
        page: &mut Drawing,
        backup: &Backup,
        codes: &Codes,
        (number, pages): Number,
        points: f32,
    ) -> f32 {
        let (left, width) = (self.left(), self.width());
        let placeholders = [
            ("owner", short(&backup.owner, NAME).into()),
            ("set", grouped(&backup.set).into()),
            ("sealing", backup.sealing.to_string().into()),
            ("needed", backup.needed.into()),
            ("cards", backup.cards.into()),
            ("spare", backup.spare().into()),
            ("codes", codes.codes.len().into()),
            ("enough", codes.needed.into()),
            ("page", number.into()),
            ("pages", pages.into()),
            ("pages_enough", codes.pages_needed.into()),
            // A receipt has no pages 'By hand'.
            ("recovery_page", if left > 0.0 { "yes" } else { "no" }.into()),
        ];
        let of = self.say(key!("sheet-of"), &placeholders);
        let mut y = self.title(page, &self.say(key!("sheet-title"), &[]), &of);
        let (bold, body) = (Type::new(Cut::Bold, points), Type::new(Cut::Regular, points));
        let which = if pages > 1 { key!("sheet-page") } else { key!("sheet-one") };
        y = page.text(left, y, width, bold, &self.say(which, &placeholders)) + 0.6;
        for key in [key!("sheet-what"), key!("sheet-how")] {
            y = page.text(left, y, width, body, &self.say(key, &placeholders)) + 0.6;
        }
        let made = self.texts.day(&backup.made);
        let set = self.say(key!("sheet-set"), &placeholders);
        for (key, value) in [
            (key!("label-made"), made),
            (key!("label-set"), set),
            (key!("label-fingerprint"), grouped(&backup.fingerprint)),
            (key!("label-sha256"), grouped(&backup.sha256)),
        ] {
            y = self.small_field(page, y, (points.min(9.5), key), &value);
        }
        y + if left > 0.0 { 2.8 } else { 1.0 }
    }

    /// A field of the head: more of them in less room than on other sheets.
    fn small_field(&self, page: &mut Drawing, y: f32, (points, label): (f32, Key), value: &str) -> f32 {
        let indent = self.indent();
        let points = if self.left() > 0.0 { points } else { 8.0 };
        page.line(self.left(), y, Type::new(Cut::Regular, points), &self.say(label, &[]));
        let kind = Type::new(Cut::Bold, points);
        let width = self.width() - indent;
        // All of a hash in one line, where that can be.
        let narrow = [points, 9.0, 8.5, 8.0].map(|points| Type::new(Cut::Bold, points));
        let fits = narrow.into_iter().filter(|narrow| narrow.points <= points);
        let kind = fits.into_iter().find(|narrow| narrow.width(value) <= width).unwrap_or(kind);
        page.text(self.left() + indent, y, width, kind, value)
    }
}

/// To a whole dot.
fn whole(millimetres: f32, dot: f32) -> f32 {
    (millimetres / dot).round() * dot
}

fn modules(text: &str) -> Result<usize, DrawError> {
    let code = QrCode::with_error_correction_level(text, LEVEL).map_err(|e| DrawError(e.to_string()))?;
    Ok(code.width())
}
