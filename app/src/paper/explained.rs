//! What whoever holds a card has to know: the same on a printed card and in the letter that goes with one that was
//! copied by hand.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::sheets::{Headed, Paragraphs};
use super::{Backup, Sheets};

/// As much of a name stands in the middle of a sentence; it stands whole at the top. The fewer, the less room there is.
pub(super) const NAMES: [usize; 4] = [28, 20, 14, 8];
/// What there is to know of a card.
pub(super) const WHAT: Headed = Headed::new("card-what");
pub(super) const ELSE: Headed = Headed::new("card-else");
pub(super) const WHY: Headed = Headed::new("card-why");
pub(super) const NEVER: Headed = Headed::new("card-never");
pub(super) const KEEP: Headed = Headed::new("card-keep");
pub(super) const WHEN: Headed = Headed::new("card-when");
pub(super) const WHO: Headed = Headed::new("card-who");
pub(super) const LOST: Headed = Headed::new("card-lost");
pub(super) const DIED: Headed = Headed::new("card-died");
/// For everybody else. Its heading names the trustee.
pub(super) const NOT_YOU: Headed = Headed::new("card-not-you");
/// Between the frame of the box and what is in it.
const PADDING: f32 = 1.8;
/// Room to write in.
const LINE: f32 = 8.0;

/// Of whom and what it speaks.
pub(super) struct Explained {
    /// The owner, where a sentence speaks of what they do.
    owner: String,
    /// The same after `of` and `to`, which is another word in some languages.
    whom: String,
    /// How the box begins that is for everybody else.
    not_you: String,
    needed: u8,
    cards: u8,
    sheet_behind: bool,
    /// Whether the page 'By hand' is there.
    recovery_page: bool,
}

impl Explained {
    /// On the card of this trustee.
    pub(super) fn to(
        sheets: &Sheets<'_>,
        backup: &Backup,
        (trustee, most): (&str, usize),
        sheet_behind: bool,
    ) -> Self {
        let Backup { owner, needed, cards, .. } = backup;
        let owner = short(owner, most);
        Explained {
            whom: owner.clone(),
            owner,
            not_you: sheets.say(key!("card-not-you"), &[("trustee", short(trustee, most).into())]),
            needed: *needed,
            cards: *cards,
            sheet_behind,
            recovery_page: sheets.left() > 0.0,
        }
    }

    /// In the letter, which names nobody.
    pub(super) fn to_nobody(sheets: &Sheets<'_>, backup: &Backup) -> Self {
        Explained {
            owner: sheets.say(key!("letter-owner"), &[]),
            whom: sheets.say(key!("letter-whom"), &[]),
            not_you: sheets.say(key!("letter-not-you"), &[]),
            needed: backup.needed,
            cards: backup.cards,
            sheet_behind: false,
            recovery_page: true,
        }
    }

    /// Headings and texts.
    pub(super) fn paragraphs(&self, sheets: &Sheets<'_>, parts: &[Headed]) -> Paragraphs {
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        let placeholders = [
            ("owner", self.owner.as_str().into()),
            ("whom", self.whom.as_str().into()),
            ("needed", self.needed.into()),
            ("cards", self.cards.into()),
            ("spare", self.cards.saturating_sub(self.needed).into()),
            ("others", self.cards.saturating_sub(1).into()),
            ("behind", yes(self.sheet_behind).into()),
            ("page", yes(self.recovery_page).into()),
        ];
        let say = |key| sheets.say(key, &placeholders);
        let head = |part: &Headed| if *part == NOT_YOU { self.not_you.clone() } else { say(part.head) };
        Paragraphs(parts.iter().map(|part| (head(part), say(part.text))).collect())
    }

    /// How high the box and the line to write on are, in type of this size.
    pub(super) fn foot_height(&self, sheets: &Sheets<'_>, points: f32) -> f32 {
        let width = sheets.width() - 2.0 * PADDING;
        let box_height = self.paragraphs(sheets, &[NOT_YOU]).height(width, points) + 2.0 * PADDING;
        let lines = if sheets.left() > 0.0 {
            LINE
        } else {
            self.label(sheets, points).len() as f32 * 5.0 + 2.0 * LINE
        };
        box_height + lines
    }

    fn label(&self, sheets: &Sheets<'_>, points: f32) -> Vec<String> {
        Type::new(Cut::Bold, points).wrap(&sheets.say(key!("card-others"), &[]), sheets.width())
    }

    /// The box for whoever finds a card that is not theirs, and the line that the owner may fill in; returns where the
    /// next thing begins.
    pub(super) fn foot(&self, sheets: &Sheets<'_>, page: &mut Drawing, y: f32, points: f32) -> f32 {
        let (left, width) = (sheets.left(), sheets.width());
        let not_you = self.paragraphs(sheets, &[NOT_YOU]);
        let bottom = not_you.draw(page, (left + PADDING, y + PADDING), width - 2.0 * PADDING, points);
        page.frame(left, y, width, bottom - y + PADDING * 0.4, false);
        let y = bottom + PADDING;
        let (kind, label) = (Type::new(Cut::Bold, points), self.label(sheets, points));
        let written = label.last().map_or(0.0, |line| kind.width(line)) + 2.0;
        if left > 0.0 && label.len() == 1 {
            // Beside its label, on the same line.
            let bottom = y + LINE - 1.5;
            page.line(left, bottom - kind.line() + 0.6, kind, &label[0]);
            page.rule(left + written, bottom, width - written);
            return bottom;
        }
        let mut y = y + 1.0;
        for line in &label {
            page.line(left, y, kind, line);
            y += kind.line();
        }
        for _ in 0..2 {
            y += LINE;
            page.rule(left, y, width);
        }
        y
    }
}

/// The beginning of a name that is longer.
pub(super) fn short(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
