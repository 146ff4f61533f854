//! The letter to whoever holds a card that was copied by hand: what a printed card explains, and how to do without us.
//! It has no secret and names nobody, so that it can be printed anywhere.

use super::drawing::{Drawing, Type};
use super::explained::{DIED, ELSE, Explained, KEEP, LOST, NEVER, NOT_YOU, WHAT, WHEN, WHO, WHY};
use super::font::Cut;
use super::recovery_page::recovery_pages;
use super::sheets::{Headed, Paragraphs, READABLE, grouped};
use super::{Backup, Page, Sheets};

/// Its pages.
const PAGES: usize = 3;
/// The largest type.
const BODY: f32 = 11.5;
/// Characters of a line of its text.
const COLUMNS: usize = 78;
/// Who has the fingerprint can look up whose it is: the commands have this in its place, and the letter says where it is
/// found.
const FINGERPRINT: &str = "FINGERPRINT";
/// What it explains, in two columns.
const FIRST: [Headed; 4] = [WHAT, ELSE, WHY, NEVER];
const SECOND: [Headed; 5] = [KEEP, WHEN, WHO, LOST, DIED];

impl Sheets<'_> {
    /// Draws the letter; it is for A4 and Letter.
    pub fn letter(&self, backup: &Backup) -> Vec<Page> {
        let backup = &of_nobody(backup);
        let explained = Explained::to_nobody(self, backup);
        let mut page = Drawing::new(self.paper);
        let quorum = self.letter_of(backup);
        let y = self.title(&mut page, &self.say(key!("letter-title"), &[]), &quorum);
        self.page_number(&mut page, 1, PAGES);
        let (left, width, gutter) = (self.left(), self.width(), 8.0);
        let intro = Type::new(Cut::Regular, BODY);
        let y = page.text(left, y, width, intro, &self.say(key!("letter-text"), &[])) + 2.0;
        let column = (width - gutter) / 2.0;
        let (first, second) = (explained.paragraphs(self, &FIRST), explained.paragraphs(self, &SECOND));
        let fits = |size: &f32| {
            let columns = first.height(column, *size).max(second.height(column, *size));
            y + columns + explained.foot_height(self, *size) + 4.0 <= self.bottom()
        };
        let size = Paragraphs::sizes(BODY).find(fits).unwrap_or(READABLE);
        let below = first.draw(&mut page, (left, y), column, size);
        let below = below.max(second.draw(&mut page, (left + column + gutter, y), column, size));
        explained.foot(self, &mut page, below + 2.0, size);
        let pages = recovery_pages(self, backup, &quorum, PAGES);
        std::iter::once(page.finish(0.0)).chain(pages).collect()
    }

    /// The letter as text.
    pub fn letter_text(&self, backup: &Backup) -> String {
        let title = self.say(key!("letter-title"), &[]);
        let mut text = format!("{title}\n{}\n\n", "=".repeat(title.chars().count()));
        let keys = [&FIRST[..], &SECOND, &[NOT_YOU]].concat();
        let paragraphs = Explained::to_nobody(self, backup).paragraphs(self, &keys);
        let intro = (self.letter_of(backup), self.say(key!("letter-text"), &[]));
        for (head, body) in [intro].iter().chain(&paragraphs.0) {
            text.extend([&in_lines(head), "\n", &in_lines(body), "\n\n"]);
        }
        text.extend([&in_lines(&self.say(key!("card-others"), &[])), "\n\n", &"_".repeat(COLUMNS), "\n\n\n"]);
        let title = self.say(key!("hand-title"), &[]);
        text.extend([&title, "\n", &"=".repeat(title.chars().count()), "\n\n"]);
        text.extend([
            &in_lines(&self.say(key!("hand-intro"), &[])),
            "\n\n",
            &of_nobody(backup).recovery_page,
            "\n",
        ]);
        text
    }

    /// `Set 630D CD29. Any 3 of 5 cards …`.
    fn letter_of(&self, backup: &Backup) -> String {
        let Backup { set, needed, cards, .. } = backup;
        let values = [
            ("set", grouped(set).into()),
            ("needed", (*needed).into()),
            ("cards", (*cards).into()),
            ("spare", backup.spare().into()),
        ];
        self.say(key!("letter-of"), &values)
    }
}

/// Its commands, without what names somebody.
fn of_nobody(backup: &Backup) -> Backup {
    Backup { recovery_page: backup.recovery_page.replace(&backup.fingerprint, FINGERPRINT), ..backup.clone() }
}

/// A paragraph in lines that fit any screen and printer.
fn in_lines(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= COLUMNS => {
                line.extend([" ", word]);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}
