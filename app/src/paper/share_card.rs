//! The share card: what a trustee keeps. The page itself, and behind it how to do without us.

use qrcode::EcLevel;
use zeroize::Zeroizing;

use super::drawing::{Drawing, Type};
use super::explained::{DIED, ELSE, Explained, KEEP, LOST, NAMES, NEVER, WHAT, WHEN, WHO, WHY};
use super::font::Cut;
use super::recovery_page::recovery_pages;
use super::sheets::{Headed, Paragraphs, READABLE, grouped};
use super::{Backup, DrawError, Page, Paper, Sheets};
use crate::language::Key;

/// How wide the code is, in millimetres.
const CODE: f32 = 66.0;
/// Chosen by what reads best from worn paper and from a camera's small picture.
const LEVEL: EcLevel = EcLevel::Q;
/// Its pages, the backup sheet not counted: that has numbers of its own.
const PAGES: usize = 3;
/// What is explained beside the code and beneath the digits, in two columns. There is more room beneath on A4 than on
/// Letter, and some languages say it in more words.
const PLACES: [[&[Headed]; 3]; 2] = [
    [&[WHAT, ELSE, WHY, NEVER], &[KEEP, WHEN, WHO], &[DIED, LOST]],
    [&[WHAT, ELSE, WHY, KEEP, NEVER], &[WHEN, WHO], &[DIED, LOST]],
];
/// The type of names and of what stands beside them, and the smallest for names that are long.
const NAME: f32 = 11.0;
const LEAST_NAME: f32 = 8.0;
/// The largest type of the explanations.
const BODY: f32 = 11.5;

/// One trustee's card. Its `Debug` is left out: it bears a share.
pub struct Card<'a> {
    /// The backup it belongs to.
    pub backup: &'a Backup,
    /// x, from 1.
    pub number: u8,
    /// The trustee's name.
    pub trustee: &'a str,
    /// The share as text, alphanumeric characters alone.
    pub code: Zeroizing<String>,
    /// The 24 words.
    pub words: Vec<&'static str>,
    /// The hexadecimal lines: 16 digits, a blank, 4 check digits.
    pub hexadecimal: [Zeroizing<String>; 4],
    /// Whether the backup sheet is printed behind it.
    pub sheet_behind: bool,
}

impl Sheets<'_> {
    /// Draws a share card: a page with two behind it, or one long receipt.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn share_card(&self, card: &Card<'_>) -> Result<Vec<Page>, DrawError> {
        if self.left() > 0.0 {
            let Backup { cards, set, .. } = card.backup;
            let values =
                [("number", card.number.into()), ("cards", (*cards).into()), ("set", grouped(set).into())];
            let pages = recovery_pages(self, card.backup, &self.say(key!("hand-card"), &values), PAGES);
            Ok(std::iter::once(self.front(card)?).chain(pages).collect())
        } else {
            Ok(vec![self.receipt(card)?])
        }
    }

    fn front(&self, card: &Card<'_>) -> Result<Page, DrawError> {
        let (left, width) = (self.left(), self.width());
        let mut page = Drawing::new(self.paper);
        let y = self.card_head(&mut page, card);
        self.page_number(&mut page, 1, PAGES);
        page.rule(left, y + 1.0, width);

        let y = y + 8.0;
        page.code(left, y, CODE, &card.code, LEVEL)?;
        let below = y + CODE + 7.0;
        page.line(left, below, Type::new(Cut::Regular, 9.0), &self.say(key!("card-code"), &[]));
        let beside = left + CODE + 9.0;
        let beside_width = left + width - beside;
        let top = y - 4.0;

        let y = self.words(&mut page, card, below + 5.0, 4);
        let y = self.digits(&mut page, card, y + 2.5, 2);
        page.rule(left, y + 2.0, width);

        let y = y + 4.5;
        let gutter = 8.0;
        let column = (width - gutter) / 2.0;
        let placed = |most: usize, places: [&[Headed]; 3]| {
            let explained = Explained::to(self, card.backup, (card.trustee, most), card.sheet_behind);
            let [why, first, second] = places.map(|keys| explained.paragraphs(self, keys));
            let fits = |size: &f32| {
                let columns = first.height(column, *size).max(second.height(column, *size));
                y + columns + 1.0 + explained.foot_height(self, *size) <= self.bottom()
            };
            let above = Paragraphs::fit(&[(&why, beside_width)], CODE + 13.0, BODY);
            let size = Paragraphs::sizes(BODY).find(fits);
            (above, size, (explained, why, first, second))
        };
        // Where the smaller type of the two is larger; and with the beginnings of names alone, where there is no room.
        let least = |(above, size, _): &(Option<f32>, Option<f32>, _)| {
            above.and_then(|above| Some(above.min((*size)?))).unwrap_or_default()
        };
        let larger = |most: usize| {
            let [one, other] = PLACES.map(|places| placed(most, places));
            if least(&one) > least(&other) { one } else { other }
        };
        let [most, shorter @ ..] = NAMES;
        let fitting = shorter.iter().fold(larger(most), |fitting, most| {
            if least(&fitting) >= READABLE { fitting } else { larger(*most) }
        });
        let (above, size, (explained, why, first, second)) = fitting;
        let (above, size) = (above.unwrap_or(READABLE), size.unwrap_or(READABLE));
        why.draw(&mut page, (beside, top), beside_width, above);
        let below = first.draw(&mut page, (left, y), column, size);
        let below = below.max(second.draw(&mut page, (left + column + gutter, y), column, size));
        explained.foot(self, &mut page, below + 1.0, size);
        Ok(page.finish(0.0))
    }

    /// The same for a receipt printer: all in one column, as long as it takes.
    fn receipt(&self, card: &Card<'_>) -> Result<Page, DrawError> {
        let width = self.width();
        let mut page = Drawing::new(self.paper);
        let y = self.card_head(&mut page, card);
        let y = page.text(0.0, y + 1.0, width, Type::new(Cut::Bold, 9.0), &self.say(key!("card-fades"), &[]));
        // The roll's own margin of 4 mm or more is the other half of the quiet zone.
        let side = width - 8.0;
        page.code(4.0, y + 8.0, side, &card.code, LEVEL)?;
        let small = Type::new(Cut::Regular, 8.0);
        let y = page.text(0.0, y + side + 15.0, width, small, &self.say(key!("card-code"), &[])) + 2.0;
        let y = self.words(&mut page, card, y, 2);
        let y = self.digits(&mut page, card, y + 2.0, 1);
        let explained = Explained::to(self, card.backup, (card.trustee, NAMES[0]), card.sheet_behind);
        let keys = [WHAT, ELSE, WHY, NEVER, KEEP, WHEN, WHO, LOST, DIED];
        let y = explained.paragraphs(self, &keys).draw(&mut page, (0.0, y + 3.0), width, 8.5);
        let y = explained.foot(self, &mut page, y + 1.0, 8.5);
        Ok(page.finish(y + 4.0))
    }

    /// Title, quorum, for whom and by whom; returns where the rest begins.
    fn card_head(&self, page: &mut Drawing, card: &Card<'_>) -> f32 {
        let Backup { owner, made, set, fingerprint, needed, cards, .. } = card.backup;
        let title =
            self.say(key!("card-title"), &[("number", card.number.into()), ("cards", (*cards).into())]);
        let spare = card.backup.spare();
        let quorum = [("needed", (*needed).into()), ("cards", (*cards).into()), ("spare", spare.into())];
        let quorum = self.say(key!("card-quorum"), &quorum);
        let y = self.title(page, &title, &quorum);
        let (left, width) = (self.left(), self.width());
        let names = [(key!("label-for"), card.trustee.to_owned()), (key!("label-by"), owner.clone())];
        let dates = [(key!("label-made"), self.texts.day(made)), (key!("label-set"), grouped(set))];
        let mut field = |(x, y, width), (key, value): &(Key, String), points| {
            self.field(page, (x, y, width), &self.say(*key, &[]), value, points)
        };
        let column = (width - 6.0) * 0.58;
        let (second, rest) = (left + column + 6.0, width - column - 6.0);
        let y = if left == 0.0 {
            names.iter().chain(&dates).fold(y, |y, f| field((left, y, width), f, NAME))
        } else if let Some(points) = self.in_one_line(&names, column, NAME - 1.0) {
            let names = names.iter().fold(y, |y, f| field((left, y, column), f, points));
            names.max(dates.iter().fold(y, |y, f| field((second, y, rest), f, NAME)))
        } else {
            // Names that are too long to stand beside anything. A trustee's is whole, and of an owner's that is longer
            // than any of these there is the beginning.
            let points = self.in_one_line(&names, width, LEAST_NAME).unwrap_or(LEAST_NAME);
            let kind = Type::new(Cut::Bold, points);
            let [trustee, (key, owner)] = names;
            let names = [trustee, (key, kind.beginning(&owner, width - self.indent(), 1))];
            let y = names.iter().fold(y, |y, f| field((left, y, width), f, points));
            field((second, y, rest), &dates[1], NAME);
            field((left, y, column), &dates[0], NAME)
        };
        field((left, y, width), &(key!("label-fingerprint"), grouped(fingerprint)), NAME)
    }

    /// The largest type, down to `least`, in which each of these fields takes one line of `width`.
    fn in_one_line(&self, fields: &[(Key, String)], width: f32, least: f32) -> Option<f32> {
        let fits = |points: &f32| {
            let kind = Type::new(Cut::Bold, *points);
            fields.iter().all(|(_, value)| kind.wrap(value, width - self.indent()).len() == 1)
        };
        let sizes = (0u8..).map(|step| NAME - f32::from(step)).take_while(|size| *size >= least);
        sizes.into_iter().find(fits)
    }

    /// The words, numbered, down the columns; returns where the rest begins.
    fn words(&self, page: &mut Drawing, card: &Card<'_>, y: f32, columns: usize) -> f32 {
        let (left, width) = (self.left(), self.width());
        let y = self.heading(page, y, key!("card-words"), key!("card-words-how"));
        let large = left > 0.0;
        let kind = Type::new(Cut::Bold, if large { 13.0 } else { 10.0 });
        let number = Type::new(Cut::Regular, if large { 9.5 } else { 7.5 });
        let (row, indent) = match self.paper {
            Paper::A4 => (5.7, 8.0),
            Paper::Letter => (5.3, 8.0),
            Paper::Receipt58 | Paper::Receipt80 => (4.9, 5.5),
        };
        let rows = card.words.len().div_ceil(columns);
        let column = width / columns as f32;
        for (i, word) in card.words.iter().enumerate() {
            let (x, y) = (left + (i / rows) as f32 * column, y + (i % rows) as f32 * row);
            let label = (i + 1).to_string();
            // Numbers end at the same place, so that the eye runs down them.
            let right = x + indent - 1.8 - number.width(&label);
            page.line(right, y + (kind.points - number.points) * 0.36, number, &label);
            page.line(x + indent, y, kind, word);
        }
        y + rows as f32 * row
    }

    /// The hexadecimal lines; returns where the rest begins.
    fn digits(&self, page: &mut Drawing, card: &Card<'_>, y: f32, columns: usize) -> f32 {
        let (left, width) = (self.left(), self.width());
        let y = self.heading(page, y, key!("card-digits"), key!("card-digits-how"));
        let kind = Type::new(Cut::Mono, if left > 0.0 { 11.5 } else { 8.0 });
        let number = Type::new(Cut::Regular, if left > 0.0 { 9.5 } else { 7.5 });
        let rows = card.hexadecimal.len().div_ceil(columns);
        let column = width / columns as f32;
        for (i, line) in card.hexadecimal.iter().enumerate() {
            let (x, y) = (left + (i / rows) as f32 * column, y + (i % rows) as f32 * kind.line() * 1.08);
            let (digits, check) = line.split_once(' ').unwrap_or((line, ""));
            let line = Zeroizing::new(format!("{}  {check}", *Zeroizing::new(grouped(digits))));
            let label = (i + 1).to_string();
            page.line(x + 1.8, y + (kind.points - number.points) * 0.36, number, &label);
            page.line(x + if left > 0.0 { 8.0 } else { 4.5 }, y, kind, &line);
        }
        y + rows as f32 * kind.line() * 1.08
    }

    /// A heading, and what is to be said of it in smaller type: beside it, or beneath on a receipt.
    fn heading(&self, page: &mut Drawing, y: f32, key: Key, how: Key) -> f32 {
        let (left, width) = (self.left(), self.width());
        let (text, how) = (self.say(key, &[]), self.say(how, &[]));
        if left > 0.0 {
            let kind = Type::new(Cut::Bold, 11.5);
            let beside = kind.width(&text) + 3.0;
            let sizes = [9.5, 9.0, 8.5, 8.0].map(|points| Type::new(Cut::Regular, points));
            let small = sizes.into_iter().find(|small| beside + small.width(&how) <= width);
            page.line(left, y, kind, &text);
            page.line(left + beside, y + 0.7, small.unwrap_or(sizes[3]), &how);
            y + kind.line() + 0.8
        } else {
            let y = page.text(left, y, width, Type::new(Cut::Bold, 10.0), &text);
            page.text(left, y, width, Type::new(Cut::Regular, 8.0), &how) + 1.0
        }
    }
}
