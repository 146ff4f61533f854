//! What is to be destroyed after new cards were made: a list to tick off, and how it is done.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::{Headed, Paragraphs, READABLE, grouped};
use super::{Backup, Page, Sheets};

/// How it is done, and what else there is.
const HOW: [Headed; 3] =
    [Headed::new("destroy-paper"), Headed::new("destroy-stick"), Headed::new("destroy-else")];
/// The largest type.
const BODY: f32 = 11.0;
/// A line with a box.
const ROW: f32 = 7.0;
const BOX: f32 = 4.0;

/// Cards that belong together, and the copies that they open.
#[derive(Debug, Clone)]
pub struct OldSet {
    /// 8 hexadecimal digits.
    pub set: String,
    /// Each thing in a few words, and whether it was destroyed already.
    pub things: Vec<(String, bool)>,
}

/// A line of the list.
enum Line<'a> {
    Set(&'a str),
    Thing(&'a (String, bool)),
}

impl Sheets<'_> {
    /// Draws the list, on as many pages as it takes. `new` is the backup that takes their place.
    pub fn to_destroy(&self, new: &Backup, old: &[OldSet]) -> Vec<Page> {
        let mut lines = Vec::new();
        for OldSet { set, things } in old {
            lines.push(Line::Set(set));
            lines.extend(things.iter().map(Line::Thing));
        }
        // Drawn once to see how many pages there are.
        let pages = self.pages(new, &lines, 0);
        if pages.len() < 2 { pages } else { self.pages(new, &lines, pages.len()) }
    }

    /// The pages, of which there are `of`; 0: one alone, which bears no number.
    fn pages(&self, new: &Backup, lines: &[Line<'_>], of: usize) -> Vec<Page> {
        let (mut page, mut y) = self.begin(new, 1, of);
        let mut done = Vec::new();
        let body = Type::new(Cut::Regular, self.body());
        y = page.text(self.left(), y, self.width(), body, &self.say(key!("destroy-why"), &[])) + 2.0;
        let next = |page: &mut Drawing, done: &mut Vec<Page>| {
            let (fresh, top) = self.begin(new, done.len() + 2, of);
            done.push(std::mem::replace(page, fresh).finish(0.0));
            top
        };
        for line in lines {
            // A heading does not stand alone at the end of a page.
            let room = if let Line::Set(_) = line { 2.0 * ROW + 2.0 } else { ROW };
            if y + room > self.bottom() {
                y = next(&mut page, &mut done);
            }
            y = self.row(&mut page, y, line);
        }
        let values = [("set", grouped(&new.set).into())];
        let how = HOW.map(|part| (self.say(part.head, &values), self.say(part.text, &values)));
        let how = Paragraphs(how.into());
        let fits = |y: f32, size: f32| y + 3.0 + how.height(self.width(), size) <= self.bottom();
        let size = Paragraphs::sizes(self.body())
            .take_while(|size| *size > READABLE + 1.5)
            .find(|size| fits(y, *size));
        let size = size.unwrap_or_else(|| {
            y = next(&mut page, &mut done);
            self.body()
        });
        y = how.draw(&mut page, (self.left(), y + 3.0), self.width(), size);
        done.push(page.finish(y + 2.0));
        done
    }

    fn body(&self) -> f32 {
        if self.left() > 0.0 { BODY } else { 9.0 }
    }

    fn begin(&self, new: &Backup, number: usize, of: usize) -> (Drawing, f32) {
        let mut page = Drawing::new(self.paper);
        let values = [
            ("set", grouped(&new.set).into()),
            ("day", self.texts.day(&new.made).into()),
            ("owner", new.owner.clone().into()),
        ];
        let y = self.title(
            &mut page,
            &self.say(key!("destroy-title"), &[]),
            &self.say(key!("destroy-of"), &values),
        );
        if of > 0 {
            self.page_number(&mut page, number, of);
        }
        (page, y)
    }

    /// One line; returns where the next one begins.
    fn row(&self, page: &mut Drawing, y: f32, line: &Line<'_>) -> f32 {
        let left = self.left();
        match line {
            Line::Set(set) => {
                let heading = self.say(key!("destroy-set"), &[("set", grouped(set).into())]);
                page.line(left, y + 2.0, Type::new(Cut::Bold, self.body()), &heading);
                y + 2.0 + ROW
            }
            Line::Thing((what, is_done)) => {
                page.frame(left, y, BOX, BOX, false);
                if *is_done {
                    page.filled(left + 0.8, y + 0.8, BOX - 1.6, BOX - 1.6);
                }
                let (x, kind) = (left + BOX + 2.5, Type::new(Cut::Regular, self.body()));
                // On a narrow receipt it may need two lines.
                let below = page.text(x, y - 0.3, self.width() - BOX - 2.5, kind, what);
                below.max(y + BOX) + 1.5
            }
        }
    }
}
