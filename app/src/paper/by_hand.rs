//! The page 'By hand': recovery with Debian's ordinary tools, in the guide's own words.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::share_card::{Card, PAGES};
use super::{Page, Sheets};

/// How a command is marked in the guide.
const PROMPT: &str = "$ ";

/// A piece of the guide's section.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// A paragraph, its lines joined.
    Text(String),
    /// A command, without its prompt.
    Command(String),
}

/// The pieces of a section whose lines were broken for a screen.
fn pieces(section: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut goes_on = false;
    for line in section.lines().map(str::trim) {
        if let Some(command) = line.strip_prefix(PROMPT) {
            pieces.push(Piece::Command(command.to_owned()));
            goes_on = false;
        } else if line.is_empty() {
            goes_on = false;
        } else if let (true, Some(Piece::Text(text))) = (goes_on, pieces.last_mut()) {
            text.push(' ');
            text.push_str(line);
        } else {
            pieces.push(Piece::Text(line.to_owned()));
            goes_on = true;
        }
    }
    pieces
}

/// Draws the page that stands behind a share card.
pub(super) fn by_hand(sheets: &Sheets<'_>, card: &Card<'_>) -> Page {
    let (left, width) = (sheets.left(), sheets.width());
    let mut page = Drawing::new(sheets.paper);
    let beneath = sheets.say(
        "hand-card",
        &[
            ("number", card.number.into()),
            ("cards", card.backup.cards.into()),
            ("set", super::sheets::grouped(&card.backup.set).into()),
        ],
    );
    let top = sheets.title(&mut page, &sheets.say("hand-title", &[]), &beneath);
    sheets.page_number(&mut page, PAGES, PAGES);
    let mut pieces = pieces(&card.backup.by_hand);
    pieces.insert(0, Piece::Text(sheets.say("hand-intro", &[])));
    let room = sheets.bottom() - top;
    let sizes = (0u8..14).map(|step| 10.0 - f32::from(step) * 0.25);
    let fitting = sizes.clone().find(|size| height(&pieces, width, *size) <= room);
    let size = fitting.unwrap_or(6.75);
    let mut y = top;
    for piece in &pieces {
        let (kind, indent, gap) = set(piece, size);
        let lines = lines(piece, width, size);
        if let Piece::Command(_) = piece {
            page.line(left, y, kind, "$");
        }
        for line in &lines {
            page.line(left + indent, y, kind, line);
            y += kind.line();
        }
        y += gap;
    }
    page.finish(y)
}

/// Type, indent and the gap after it.
fn set(piece: &Piece, size: f32) -> (Type, f32, f32) {
    match piece {
        Piece::Text(_) => (Type::new(Cut::Regular, size), 0.0, size * 0.12),
        Piece::Command(_) => (Type::new(Cut::Mono, size * 0.9), 4.0, size * 0.16),
    }
}

fn lines(piece: &Piece, width: f32, size: f32) -> Vec<String> {
    let (kind, indent, _) = set(piece, size);
    match piece {
        Piece::Text(text) | Piece::Command(text) => kind.wrap(text, width - indent),
    }
}

fn height(pieces: &[Piece], width: f32, size: f32) -> f32 {
    let of = |piece| {
        let (kind, _, gap) = set(piece, size);
        lines(piece, width, size).len() as f32 * kind.line() + gap
    };
    pieces.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_commands_kept_word_for_word() {
        let section = "a) Open a\n   terminal.\n\n    $ ls  -l\n    $ pwd\n\n   Then go on.\n";
        let text = |text: &str| Piece::Text(text.into());
        let command = |text: &str| Piece::Command(text.into());
        assert_eq!(
            pieces(section),
            [text("a) Open a terminal."), command("ls  -l"), command("pwd"), text("Then go on.")]
        );
    }
}
