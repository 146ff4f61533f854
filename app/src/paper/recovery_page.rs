//! The pages 'By hand': recovery with Debian's ordinary tools, in the guide's own words.

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::{Backup, Page, Sheets};

/// The largest type, and the smallest: commands are set a little smaller.
const LARGEST: f32 = 10.0;
const LEAST: f32 = 8.0;
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

/// What stands together: what is said of commands, and these.
fn groups(pieces: &[Piece]) -> Vec<&[Piece]> {
    let ends = |pair: &[Piece]| matches!(pair, [Piece::Command(_), Piece::Text(_)]);
    let mut groups = Vec::new();
    let mut from = 0;
    for (i, _) in pieces.windows(2).enumerate().filter(|(_, pair)| ends(pair)) {
        groups.push(&pieces[from..=i]);
        from = i + 1;
    }
    groups.push(&pieces[from..]);
    groups
}

/// Draws the two pages that stand behind a share card or a letter, the last ones of `of`; `beneath` their title stands
/// to which it belongs. On one page the commands would be too small to be typed from it.
pub(super) fn recovery_pages(sheets: &Sheets<'_>, backup: &Backup, beneath: &str, of: usize) -> Vec<Page> {
    let (left, width) = (sheets.left(), sheets.width());
    let begin = |number: usize| {
        let mut page = Drawing::new(sheets.paper);
        let top = sheets.title(&mut page, &sheets.say(key!("hand-title"), &[]), beneath);
        sheets.page_number(&mut page, number, of);
        (page, top)
    };
    let mut pieces = pieces(&backup.by_hand);
    pieces.insert(0, Piece::Text(sheets.say(key!("hand-intro"), &[])));
    let groups = groups(&pieces);
    let room = sheets.bottom() - begin(of).1;
    let sizes = (0u8..).map(|step| LARGEST - f32::from(step) * 0.25).take_while(|size| *size >= LEAST);
    // On the first page stand so many groups, and all others on the second.
    let fitting = sizes.into_iter().find_map(|size| {
        let mut used = 0.0;
        let fits = |group: &&&[Piece]| {
            used += height(group, width, size);
            used <= room
        };
        let first = groups.iter().take_while(fits).count();
        let rest: f32 = groups[first..].iter().map(|group| height(group, width, size)).sum();
        (rest <= room).then_some((first, size))
    });
    let (first, size) = fitting.unwrap_or((groups.len() / 2, LEAST));
    let (first, second) = groups.split_at(first);
    let drawn = [(first, of.saturating_sub(1)), (second, of)].map(|(groups, number)| {
        let (mut page, mut y) = begin(number);
        for piece in groups.iter().flat_map(|group| group.iter()) {
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
    });
    drawn.into()
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
        assert_eq!(groups(&pieces(section)).iter().map(|group| group.len()).collect::<Vec<_>>(), [3, 1]);
    }
}
