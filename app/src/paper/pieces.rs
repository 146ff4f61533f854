//! The guide's text in pieces: its lines were broken for a screen, and paper breaks them anew.

use super::drawing::Type;
use super::font::Cut;

/// How a command is marked in the guide.
const PROMPT: &str = "$ ";
/// What stands further in than text is kept as it is.
const KEPT: &str = "    ";

/// A piece of the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A section's heading.
    Heading(String),
    /// A paragraph, its lines joined.
    Text(String),
    /// One of a list, without its dash.
    Point(String),
    /// A command, without its prompt.
    Command(String),
    /// A line that stays as it is.
    Kept(String),
}

/// The pieces of a section.
pub(super) fn pieces(section: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut goes_on = false;
    for whole in section.lines() {
        let line = whole.trim();
        let (piece, more) = if let Some(command) = line.strip_prefix(PROMPT) {
            (Piece::Command(command.to_owned()), false)
        } else if line.is_empty() {
            goes_on = false;
            continue;
        } else if whole.starts_with(KEPT) {
            (Piece::Kept(line.to_owned()), false)
        } else if let Some(point) = line.strip_prefix("- ") {
            (Piece::Point(point.to_owned()), true)
        } else if let (true, Some(Piece::Text(text) | Piece::Point(text))) = (goes_on, pieces.last_mut()) {
            text.push(' ');
            text.push_str(line);
            continue;
        } else {
            (Piece::Text(line.to_owned()), true)
        };
        pieces.push(piece);
        goes_on = more;
    }
    pieces
}

impl Piece {
    /// Its type where text has `size` points, how far in it stands, and the gap after it, in millimetres. Commands are
    /// set a little smaller.
    pub(super) fn set(&self, size: f32) -> (Type, f32, f32) {
        match self {
            Piece::Heading(_) => (Type::new(Cut::Bold, size * 1.25), 0.0, size * 0.12),
            Piece::Text(_) => (Type::new(Cut::Regular, size), 0.0, size * 0.12),
            Piece::Point(_) => (Type::new(Cut::Regular, size), 4.0, size * 0.12),
            Piece::Command(_) => (Type::new(Cut::Mono, size * 0.9), 4.0, size * 0.16),
            Piece::Kept(_) => (Type::new(Cut::Mono, size * 0.86), 4.0, 0.0),
        }
    }

    /// What stands before it, further out.
    pub(super) fn mark(&self) -> Option<&'static str> {
        match self {
            Piece::Point(_) => Some("–"),
            Piece::Command(_) => Some("$"),
            _ => None,
        }
    }

    /// Its lines where there is room for `width` millimetres. What is kept as it is, is one line.
    pub(super) fn lines(&self, width: f32, size: f32) -> Vec<String> {
        let (kind, indent, _) = self.set(size);
        match self {
            Piece::Kept(text) if kind.width(text) <= width - indent => vec![text.clone()],
            Piece::Heading(text)
            | Piece::Text(text)
            | Piece::Point(text)
            | Piece::Command(text)
            | Piece::Kept(text) => kind.wrap(text, width - indent),
        }
    }

    /// How high it stands, with the gap after it.
    pub(super) fn height(&self, width: f32, size: f32) -> f32 {
        let (kind, _, gap) = self.set(size);
        self.lines(width, size).len() as f32 * kind.line() + gap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_commands_and_tables_kept_word_for_word() {
        let section =
            "a) Open a\n   terminal:\n\n    $ ls  -l\n    $ pwd\n\n- one\n  point\n- two\n\n    a    b\n";
        assert_eq!(
            pieces(section),
            [
                Piece::Text("a) Open a terminal:".into()),
                Piece::Command("ls  -l".into()),
                Piece::Command("pwd".into()),
                Piece::Point("one point".into()),
                Piece::Point("two".into()),
                Piece::Kept("a    b".into()),
            ]
        );
    }
}
