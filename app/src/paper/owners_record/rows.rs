//! The lines of a table to write on: how high they are, and in what type all of them keep within what is left of the page.

use crate::paper::drawing::Type;
use crate::paper::font::Cut;
use crate::paper::sheets::READABLE;

/// What is printed on a line, and where: from the margin, and how wide, in millimetres.
pub(super) type Cell = (String, f32, f32);
/// The lowest line of a table, in millimetres.
pub(super) const LEAST_ROW: f32 = 3.5;

/// How high a line is: as its cells need, and at least `least`.
pub(super) fn height(row: &[Cell], points: f32, least: f32) -> f32 {
    let kind = Type::new(Cut::Regular, points);
    let lines = row.iter().map(|(text, _, width)| kind.wrap(text, *width).len()).max().unwrap_or(1);
    let gap = if points > READABLE { 1.0 } else { 0.5 };
    (lines as f32 * kind.line() + gap).max(least)
}

/// The largest type, and with it the highest lines, in which all rows keep within `room`.
pub(super) fn fit(rows: &[Vec<Cell>], room: f32) -> Option<(f32, f32)> {
    let sizes = [10.0, 9.0, 8.0, READABLE];
    let heights = [9.5, 8.5, 7.5, 6.5, 5.5, LEAST_ROW];
    let fits = |&(points, least): &(f32, f32)| {
        rows.iter().map(|row| height(row, points, least)).sum::<f32>() <= room
    };
    sizes.into_iter().flat_map(|points| heights.map(|least| (points, least))).find(fits)
}
