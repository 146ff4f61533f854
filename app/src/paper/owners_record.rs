//! The owner's record: one page without a secret, to be filled in by hand and kept with the papers.

mod record;
mod rows;

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::{Headed, Paragraphs, READABLE, grouped};
use super::{Backup, Page, Sheets};
use crate::language::Key;
use crate::language::shown::plain;
use crate::plan::Role;
pub use record::{Done, Holder, NitrokeyLine, Placed, Record, WhatWhere};

use rows::{Cell, LEAST_ROW, fit, height};

/// As much of a word that stands for a role is printed.
const ROLE: usize = 12;

/// Years to tick, at the most; and how high their boxes stand, in millimetres.
const YEARS: u16 = 10;
const YEAR: f32 = 7.5;
/// Of the user ids so many lines.
const IDENTITY: usize = 3;
/// Between tables, in millimetres.
const GAP: f32 = 2.5;
/// How a page is set, from the most beautiful on. What went where is written smaller before anything else is; and with
/// sixteen cards, ten Nitrokeys and long names all that stands above is.
const SIZES: [Sizes; 3] = [
    Sizes { title: (26.0, 13.0), fields: 11.0, small: 11.0, heading: 11.0, columns: 8.5, yearly: 10.0 },
    Sizes { title: (26.0, 13.0), fields: 11.0, small: 8.5, heading: 11.0, columns: 8.5, yearly: 10.0 },
    Sizes { title: (18.0, 10.0), fields: 9.0, small: READABLE, heading: 9.0, columns: 7.5, yearly: 8.0 },
];

/// Sizes of type, in points.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    /// Of the title and of what stands beneath it.
    title: (f32, f32),
    /// Of what is said of the backup.
    fields: f32,
    /// Of what went where.
    small: f32,
    /// Of the headings of tables, and of what their columns are.
    heading: f32,
    columns: f32,
    /// Of the yearly check.
    yearly: f32,
}

impl Sizes {
    /// What headings, gaps and the yearly check take, in millimetres.
    fn headings(self) -> f32 {
        let line = |points| Type::new(Cut::Regular, points).line();
        3.0 * line(self.heading) + 2.0 * line(self.columns) + line(self.yearly) + 2.0 * GAP + YEAR + 1.0
    }
}

/// What to do with a Nitrokey that is still to come.
const COMING: Headed = Headed::new("record-coming");
/// What can happen, and what to do then.
const ADVICE: [Headed; 5] = [
    Headed::new("record-loss"),
    Headed::new("record-theft"),
    Headed::new("record-both"),
    Headed::new("record-death"),
    Headed::new("record-expiry"),
];
/// Where a trustee's name stands, and how wide it may be.
const NAME: (f32, f32) = (11.0, 102.0);

/// What is said of trustees.
#[derive(Debug, Clone, Copy)]
enum Said {
    /// Their names, and the plan's notes.
    WithNotes,
    /// Their names.
    Names,
    /// Of each name what stands in one line.
    Beginnings,
}

impl Sheets<'_> {
    /// Draws the owner's record: one page. It is for A4 and Letter; a receipt is drawn as A4 would be.
    pub fn owners_record(&self, record: &Record<'_>) -> Page {
        let paper = if self.left() > 0.0 { self.paper } else { super::Paper::A4 };
        let sheets = Sheets { texts: self.texts, paper };
        let mut page = Drawing::new(paper);
        let column = (sheets.width() - 8.0) / 2.0;
        // A receipt has no page 'By hand'.
        let (first, second) = sheets.advice(record, self.left() > 0.0).split();
        let heads = SIZES.map(|sizes| (sizes, sheets.head(&mut Drawing::new(paper), record, sizes)));
        let room = |(sizes, top): (Sizes, f32), size: f32| {
            let advice = first.height(column, size).max(second.height(column, size));
            sheets.bottom() - top - advice - sizes.headings()
        };
        // With much to say the type gets smaller and the lines come closer; then the notes on trustees stay in the
        // plan, and at the worst only the beginnings of names stand here.
        let nitrokeys = sheets.nitrokeys(record);
        let tables =
            [Said::WithNotes, Said::Names, Said::Beginnings].map(|said| sheets.trustees(record, said));
        let fitting = tables.iter().find_map(|trustees| {
            let rows = [&nitrokeys[..], &trustees[..]].concat();
            let fitting = |heads: &[(Sizes, f32)], least: f32| {
                let fits = |size: f32| {
                    let rows = |head| fit(&rows, room(head, size)).filter(|(points, _)| *points >= least);
                    heads.iter().find_map(|head| Some((*head, trustees, size, rows(*head)?)))
                };
                [11.0, 10.0, 9.0, 8.0, READABLE].into_iter().filter(|size| *size >= least).find_map(fits)
            };
            // Nothing gets tiny so that something else may stay large.
            [8.0, READABLE].into_iter().find_map(|least| {
                let (large, small) = heads.split_at(2);
                fitting(large, least).or_else(|| fitting(small, least))
            })
        });
        let smallest = (heads[2], &tables[2], READABLE, (READABLE, LEAST_ROW));
        let ((sizes, top), trustees, size, (points, row)) = fitting.unwrap_or(smallest);
        sheets.head(&mut page, record, sizes);
        let columns = [
            (key!("record-role"), 0.0),
            (key!("record-serial"), 32.0),
            (key!("record-label"), 92.0),
            (key!("record-where"), 120.0),
        ];
        let rows = (&nitrokeys[..], points, row);
        let y = sheets.table(&mut page, top, (key!("record-nitrokeys"), &columns), rows, sizes);
        let columns =
            [(key!("record-card"), 0.0), (key!("record-name"), NAME.0), (key!("record-given"), 115.0)];
        let rows = (&trustees[..], points, row);
        let y = sheets.table(&mut page, y + GAP, (key!("record-trustees"), &columns), rows, sizes);
        let y = sheets.years(&mut page, record, y + GAP, sizes);
        first.draw(&mut page, (sheets.left(), y), column, size);
        second.draw(&mut page, (sheets.left() + column + 8.0, y), column, size);
        page.finish(0.0)
    }

    fn head(&self, page: &mut Drawing, record: &Record<'_>, sizes: Sizes) -> f32 {
        let Backup { user_ids, made, set, sealing, fingerprint, needed, cards, .. } = record.backup;
        let title = (self.say(key!("record-title"), &[]), self.say(key!("record-intro"), &[]));
        let y = self.title_of(page, (&title.0, &title.1), sizes.title);
        let quorum = [
            ("needed", (*needed).into()),
            ("cards", (*cards).into()),
            ("spare", record.backup.spare().into()),
            ("set", grouped(set).into()),
            ("sealing", sealing.to_string().into()),
        ];
        let expires = record.expires.as_ref().map(|day| self.texts.day(day));
        let made = match &record.key_made {
            None => self.texts.day(made),
            Some(key) => {
                let days = [("backup", self.texts.day(made).into()), ("key", self.texts.day(key).into())];
                self.say(key!("record-made-both"), &days)
            }
        };
        let (keys, kept, remains) = match &record.what_where {
            None => (record.algorithm.clone(), String::new(), String::new()),
            Some(what) => (self.placed(what), listed(&what.kept), self.remains(what)),
        };
        let kind = Type::new(Cut::Bold, sizes.fields);
        let identity = kind.beginning(&identity(user_ids), self.width() - self.indent(), IDENTITY);
        let fields = [
            (key!("record-identity"), identity),
            (key!("label-fingerprint"), grouped(fingerprint)),
            (key!("record-quorum"), self.say(key!("record-quorum-text"), &quorum)),
            (key!("record-read"), self.read_back(record)),
            (key!("record-done"), self.done(record)),
            (key!("record-algorithm"), keys),
            (key!("record-kept"), kept),
            (key!("record-remains"), remains),
            (key!("label-made"), made),
            (key!("record-expires"), expires.unwrap_or_else(|| self.say(key!("record-never"), &[]))),
        ];
        let place = |y| (self.left(), y, self.width());
        let said = fields.iter().filter(|(_, value)| !value.is_empty());
        let small = [key!("record-algorithm"), key!("record-kept"), key!("record-remains")];
        let size = |key: Key| match key {
            key if record.what_where.is_some() && small.contains(&key) => sizes.small,
            key if key == key!("record-done") => sizes.small,
            _ => sizes.fields,
        };
        let field = |y, (key, value): &(Key, String)| {
            self.field(page, place(y), &self.say(*key, &[]), value, size(*key))
        };
        said.fold(y, field) + 1.5
    }

    /// The key in each slot.
    fn placed(&self, what: &WhatWhere) -> String {
        let each = what.placed.iter().map(|placed| {
            let whose = if placed.yours { key!("record-yours") } else { key!("record-new") };
            let until = match &placed.expires {
                Some(day) => self.say(key!("record-until"), &[("day", self.texts.day(day).into())]),
                None => self.say(key!("record-endless"), &[]),
            };
            let slot = self.say(placed.slot.name(), &[]);
            self.say(
                whose,
                &[("slot", slot.into()), ("key", placed.key.clone().into()), ("until", until.into())],
            )
        });
        each.collect::<Vec<_>>().join("; ")
    }

    /// What of the keys' file is in no sealed backup.
    fn remains(&self, what: &WhatWhere) -> String {
        let counted = |(what, n): &(Key, usize)| self.say(*what, &[("n", (*n).into())]);
        let public: Vec<_> = what.left_out.iter().map(counted).collect();
        let public = (!public.is_empty()).then(|| {
            let what = public.join(", ");
            self.say(key!("record-public"), &[("what", what.into())])
        });
        what.remains.iter().map(counted).chain(public).collect::<Vec<_>>().join("; ")
    }

    /// How far somebody has read the cards back.
    fn read_back(&self, record: &Record<'_>) -> String {
        let (needed, cards) = (record.backup.needed, record.backup.cards);
        let Some(whole) = record.read_whole else {
            return match record.opened_by {
                Some(whole) => {
                    let values = [("whole", whole.into()), ("cards", cards.into())];
                    self.say(key!("record-read-opened"), &values)
                }
                None => self.say(key!("record-read-to-come"), &[]),
            };
        };
        let key = match () {
            () if whole >= cards.into() => key!("record-read-all"),
            () if whole >= needed.into() => key!("record-read-enough"),
            () if whole > 0 => key!("record-read-few"),
            () => key!("record-read-none"),
        };
        let values = [("whole", whole.into()), ("cards", cards.into()), ("needed", needed.into())];
        self.say(key, &values)
    }

    /// What was done besides.
    fn done(&self, record: &Record<'_>) -> String {
        let rehearsed = record.rehearsed.iter().map(|(day, from_paper)| {
            let paper = if *from_paper { "yes" } else { "no" };
            self.say(
                key!("record-done-rehearsed"),
                &[("day", self.texts.day(day).into()), ("paper", paper.into())],
            )
        });
        let done = record.done.iter().map(|done| self.say(done.key(), &[]));
        rehearsed.chain(done).collect::<Vec<_>>().join("; ")
    }

    /// A table: heading, the names of its columns, lines to write on. Returns where the next thing begins.
    fn table(
        &self,
        page: &mut Drawing,
        y: f32,
        (key, columns): (Key, &[(Key, f32)]),
        (rows, points, least): (&[Vec<Cell>], f32, f32),
        sizes: Sizes,
    ) -> f32 {
        let left = self.left();
        let (heading, small) = (Type::new(Cut::Bold, sizes.heading), Type::new(Cut::Regular, sizes.columns));
        page.line(left, y, heading, &self.say(key, &[]));
        for (key, x) in columns {
            page.line(left + x, y + heading.line(), small, &self.say(*key, &[]));
        }
        let mut y = y + heading.line() + small.line();
        let kind = Type::new(Cut::Regular, points);
        for row in rows {
            let bottom = y + height(row, points, least);
            for (text, x, width) in row {
                let lines = kind.wrap(text, *width).len() as f32;
                page.text(left + x, bottom - lines * kind.line() - 0.3, *width, kind, text);
            }
            page.rule(left, bottom, self.width());
            y = bottom;
        }
        y
    }

    /// What a Nitrokey is called on paper.
    pub(super) fn role(&self, role: &Role) -> String {
        match role {
            Role::Primary => self.say(key!("record-primary"), &[]),
            &Role::SPARE => self.say(key!("record-spare"), &[]),
            Role::Spare(number) => self.say(key!("record-spare-more"), &[("number", number.get().into())]),
            Role::Other(word) => plain(word, ROLE),
        }
    }

    pub(super) fn nitrokeys(&self, record: &Record<'_>) -> Vec<Vec<Cell>> {
        let row = |(i, NitrokeyLine { role, serial, proven }): (usize, &NitrokeyLine)| {
            let role = self.role(role);
            let serial = match (serial, proven) {
                (None, _) => self.say(key!("record-later"), &[]),
                (Some(serial), None) => serial.clone(),
                (Some(serial), Some(day)) => {
                    let day = self.texts.day(day);
                    self.say(key!("record-proven"), &[("serial", serial.clone().into()), ("day", day.into())])
                }
            };
            // The end of the fingerprint tells whose Nitrokey it is, to its owner alone.
            let print = &record.backup.fingerprint;
            let end = print.get(print.len().saturating_sub(4)..).unwrap_or_default();
            vec![(role, 0.0, 30.0), (serial, 32.0, 58.0), (format!("{end} {}", i + 1), 92.0, 26.0)]
        };
        record.nitrokeys.iter().enumerate().map(row).collect()
    }

    fn trustees(&self, record: &Record<'_>, said: Said) -> Vec<Vec<Cell>> {
        let (x, width) = NAME;
        let row = |(i, Holder { name, note }): (usize, &Holder)| {
            let who = match said {
                Said::WithNotes if !note.is_empty() => format!("{name} ({note})"),
                Said::WithNotes | Said::Names => name.clone(),
                Said::Beginnings => Type::new(Cut::Regular, READABLE).beginning(name, width, 1),
            };
            vec![((i + 1).to_string(), 0.0, 9.0), (who, x, width)]
        };
        let behind = [("behind", if record.sheet_behind { "yes" } else { "no" }.into())];
        let cell = |key, x: f32, width: f32| (self.say(key, &behind), x, width);
        let places = [
            vec![cell(key!("record-sticks"), 0.0, 102.0)],
            vec![cell(key!("record-sheet"), 0.0, 102.0)],
            vec![cell(key!("record-guide"), 0.0, 44.0), cell(key!("record-slips"), 92.0, 44.0)],
            vec![cell(key!("record-knows"), 0.0, 102.0)],
        ];
        record.trustees.iter().enumerate().map(row).chain(places).collect()
    }

    /// The yearly check: a box for each year.
    fn years(&self, page: &mut Drawing, record: &Record<'_>, y: f32, sizes: Sizes) -> f32 {
        let made = &record.backup.made;
        let year: u16 = made.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
        let last = record.expires.as_ref().and_then(|day| day.get(..4)?.parse().ok()).unwrap_or(u16::MAX);
        let count = last.saturating_sub(year).clamp(1, YEARS);
        let day = self.texts.day(made);
        let day = day.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let heading = self.say(key!("record-yearly"), &[("day", day.into())]);
        let (bold, small) = (Type::new(Cut::Bold, sizes.heading), Type::new(Cut::Regular, sizes.yearly));
        let width = self.width();
        page.line(self.left(), y, bold, &heading);
        let y =
            page.text(self.left(), y + bold.line(), width, small, &self.say(key!("record-yearly-text"), &[]));
        let step = width / f32::from(YEARS);
        for i in 0..count {
            let x = self.left() + f32::from(i) * step;
            page.frame(x, y + 1.0, 3.6, 3.6, false);
            page.line(x + 4.8, y + 0.6, small, &(year + 1 + i).to_string());
        }
        y + YEAR
    }

    /// What to do with a Nitrokey that is still to come, and in case of loss, theft, death, expiry.
    fn advice(&self, record: &Record<'_>, page: bool) -> Paragraphs {
        let expires = record.expires.as_ref().map_or("never".into(), |day| self.texts.day(day));
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        let placeholders = [
            ("needed", record.backup.needed.into()),
            ("expires", expires.into()),
            ("behind", yes(record.sheet_behind).into()),
            ("page", yes(page).into()),
        ];
        let text = |key| self.say(key, &placeholders);
        let coming = record.nitrokeys.iter().any(|key| key.serial.is_none()).then_some(COMING);
        let keys = coming.into_iter().chain(ADVICE);
        Paragraphs(keys.map(|part| (text(part.head), text(part.text))).collect())
    }
}

/// Some of them, and a sign if there are more.
fn listed(keys: &[String]) -> String {
    const MOST: usize = 6;
    let more = (keys.len() > MOST).then_some("…");
    keys.iter().take(MOST).map(String::as_str).chain(more).collect::<Vec<_>>().join(", ")
}

/// Whose keys they are: the main user id, and of the others those that there is room for. All stand in the bundle.
pub(super) fn identity(user_ids: &[String]) -> String {
    /// Characters of three lines.
    const ROOM: usize = 150;
    let mut identity = String::new();
    for id in user_ids.iter().map(|id| plain(id, ROOM)) {
        let between = if identity.is_empty() { "" } else { ", " };
        if !identity.is_empty() && identity.chars().count() + id.chars().count() > ROOM {
            identity.push_str(", …");
            break;
        }
        identity.push_str(between);
        identity.push_str(&id);
    }
    identity
}
