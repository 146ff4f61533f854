//! The pages 'By hand': recovery with Debian's ordinary tools, in the guide's own words.

use super::drawing::Drawing;
use super::pieces::{Piece, pieces};
use super::{Backup, Page, Sheets};

/// The largest type, and the smallest: commands are set a little smaller.
const LARGEST: f32 = 10.0;
const LEAST: f32 = 8.0;
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
    let mut pieces = pieces(&backup.recovery_page);
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
            let (kind, indent, gap) = piece.set(size);
            if let Some(mark) = piece.mark() {
                page.line(left, y, kind, mark);
            }
            for line in &piece.lines(width, size) {
                page.line(left + indent, y, kind, line);
                y += kind.line();
            }
            y += gap;
        }
        page.finish(y)
    });
    drawn.into()
}

fn height(pieces: &[Piece], width: f32, size: f32) -> f32 {
    pieces.iter().map(|piece| piece.height(width, size)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_commands_stands_with_them() {
        let section = "a) Open a\n   terminal.\n\n    $ ls  -l\n    $ pwd\n\n   Then go on.\n";
        assert_eq!(groups(&pieces(section)).iter().map(|group| group.len()).collect::<Vec<_>>(), [3, 1]);
    }
}
