//! What to do today: the page after a theft, in the order of urgency, each item with a box to tick.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::{READABLE, grouped};
use super::{Page, Sheets};
use crate::language::Key;

/// The largest type.
const BODY: f32 = 11.0;
/// Where an item begins behind its box, in millimetres, and how large that is.
const INDENT: f32 = 8.0;
const BOX: f32 = 4.2;
/// A line for `authorized_keys` that is longer stands in the file alone.
const LOGIN: usize = 110;
/// Of one that goes, so much of its end tells it from others.
const END: usize = 16;

/// What the page says.
#[derive(Debug, Clone)]
pub struct Today {
    /// The owner's name.
    pub owner: String,
    /// The primary key's fingerprint, 40 hexadecimal digits.
    pub fingerprint: String,
    /// The day on which the new subkeys were made, `2026-11-24`.
    pub day: String,
    /// The line for `authorized_keys` of the new subkey; none: SSH does not know its curve.
    pub login: Option<String>,
    /// Those of the old ones.
    pub old_logins: Vec<String>,
    /// Whether other Nitrokeys still have the old subkeys.
    pub others_left: bool,
}

/// An item: what it is, why and how, and what is typed for it.
struct Item {
    head: Key,
    text: String,
    lines: Vec<String>,
    after: Option<String>,
}

impl Sheets<'_> {
    /// Draws the page; it is for A4 and Letter, and a receipt is drawn as A4 would be.
    pub fn today(&self, today: &Today) -> Page {
        let paper = if self.left() > 0.0 { self.paper } else { super::Paper::A4 };
        let sheets = Sheets { texts: self.texts, paper };
        let items = sheets.items(today);
        let mut page = Drawing::new(paper);
        let top = sheets.today_head(&mut page, today);
        let sizes = (0u8..).map(|step| BODY - f32::from(step) * 0.25).take_while(|size| *size >= READABLE);
        let room = sheets.bottom();
        let fits = |size: &f32| sheets.draw_items(&mut Drawing::new(paper), &items, top, *size) <= room;
        let size = sizes.into_iter().find(fits).unwrap_or(READABLE);
        sheets.draw_items(&mut page, &items, top, size);
        page.finish(0.0)
    }

    fn today_head(&self, page: &mut Drawing, today: &Today) -> f32 {
        let say = |key| self.say(key, &[]);
        let y = self.title(page, &say(key!("today-title")), &say(key!("today-intro")));
        let place = |y| (self.left(), y, self.width());
        let y = self.field(page, place(y), &say(key!("record-identity")), &today.owner, BODY);
        let print = grouped(&today.fingerprint);
        let y = self.field(page, place(y), &say(key!("label-fingerprint")), &print, BODY);
        self.field(page, place(y), &say(key!("label-made")), &self.texts.day(&today.day), BODY) + 2.0
    }

    fn items(&self, today: &Today) -> Vec<Item> {
        let item = |head, text, lines: Vec<String>, after: Option<Key>| Item {
            head,
            text: self.say(text, &[]),
            lines,
            after: after.map(|after| self.say(after, &[])),
        };
        let print = &today.fingerprint;
        let publish = vec![
            "gpg --import public-key.asc".to_owned(),
            format!("gpg --keyserver hkps://keys.openpgp.org --send-keys {print}"),
            format!("gpg --keyserver hkps://keyserver.ubuntu.com --send-keys {print}"),
        ];
        let last = if today.others_left { key!("today-last-left") } else { key!("today-last-none") };
        let mut items = vec![
            item(
                key!("today-publish"),
                key!("today-publish-text"),
                publish,
                Some(key!("today-publish-after")),
            ),
            item(key!("today-servers"), key!("today-servers-text"), self.logins(today), None),
            item(key!("today-git"), key!("today-git-text"), Vec::new(), None),
            item(key!("today-disks"), key!("today-disks-text"), Vec::new(), None),
            item(key!("today-fido"), key!("today-fido-text"), Vec::new(), None),
            item(key!("today-mail"), key!("today-mail-text"), Vec::new(), None),
            item(key!("today-last"), last, Vec::new(), None),
        ];
        if today.login.is_none() && today.old_logins.is_empty() {
            items.retain(|item| item.head != key!("today-servers"));
        }
        items
    }

    /// The line that is added, whole if it can be read from paper, and the end of each that goes.
    fn logins(&self, today: &Today) -> Vec<String> {
        let parts = |line: &str| {
            let mut words = line.split_whitespace();
            (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned())
        };
        let ends = |line: &str| {
            let (kind, key) = parts(line);
            format!("{kind} …{}", key.get(key.len().saturating_sub(END)..).unwrap_or(&key))
        };
        let new = today.login.iter().map(|line| match parts(line) {
            (kind, key) if kind.len() + key.len() < LOGIN => format!("{kind} {key}"),
            _ => ends(line),
        });
        let new = new.map(|line| self.say(key!("today-login-new"), &[("line", line.into())]));
        let old = today.old_logins.iter().map(|line| ends(line));
        let old = old.map(|line| self.say(key!("today-login-old"), &[("line", line.into())]));
        new.chain(old).collect()
    }

    /// Draws them from `y` on; returns where they end.
    fn draw_items(&self, page: &mut Drawing, items: &[Item], mut y: f32, size: f32) -> f32 {
        let (head, body) = (Type::new(Cut::Bold, size), Type::new(Cut::Regular, size));
        let mono = Type::new(Cut::Mono, size * 0.86);
        let (x, width) = (self.left() + INDENT, self.width() - INDENT);
        for (item, number) in items.iter().zip(1..) {
            page.frame(self.left(), y + (head.line() - BOX) / 2.0, BOX, BOX, false);
            y = page.text(x, y, width, head, &format!("{number}. {}", self.say(item.head, &[])));
            y = page.text(x, y, width, body, &item.text);
            for line in &item.lines {
                y = page.text(x, y + 0.4, width, mono, line);
            }
            if let Some(after) = &item.after {
                y = page.text(x, y + 0.4, width, body, after);
            }
            y += size * 0.22;
        }
        y
    }
}
