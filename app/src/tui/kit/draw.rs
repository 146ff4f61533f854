//! Draws a view: top line, list of stages at the side, the content, and the keys at the bottom.
//!
//! Only the 16 colours and the letters of the Linux console; and no colour is the only sign of anything.

use std::borrow::Cow;

use qrcode::{EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_normalization::UnicodeNormalization;

use crate::language::shown::{is_plain, takes_room};
use crate::machine::console::font;
use crate::tui::kit::context::Context;
use crate::tui::kit::screen::Stages;
use crate::tui::kit::view::{Item, Part, View};

/// The smallest screen, in columns and rows.
pub const SMALLEST: (u16, u16) = (80, 25);
/// The list at the side.
const SIDE: u16 = 23;
/// A line that is longer is hard to read.
const WIDEST: u16 = 86;

/// Keys that have a name in each language, as a view names them.
const ENTER: &str = "Enter";
pub(in crate::tui) const ESCAPE: &str = "Esc";

/// What there is to be drawn.
pub(in crate::tui) struct Shown<'a> {
    pub(in crate::tui) context: &'a Context,
    pub(in crate::tui) view: View,
    pub(in crate::tui) name: String,
    pub(in crate::tui) stages: Option<Stages>,
    /// Something lies over the screen: other keys count.
    pub(in crate::tui) over: bool,
    /// Esc leads somewhere.
    pub(in crate::tui) back: bool,
    pub(in crate::tui) scroll: usize,
}

/// How a drawing fitted its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    /// Rows that had no room above and below; they can be scrolled to.
    pub above: usize,
    /// Below.
    pub below: usize,
    /// Rows for the content.
    pub height: u16,
    /// Whether something was wider than its place.
    pub cut: bool,
}

fn dim() -> Style {
    Style::new().fg(Color::Gray)
}
fn bold() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}
fn selected() -> Style {
    Style::new().add_modifier(Modifier::REVERSED)
}

/// Draws a screen.
pub(in crate::tui) fn screen(frame: &mut Frame<'_>, shown: &Shown<'_>) -> Fit {
    let area = frame.area();
    let context = shown.context;
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let (columns, rows) = SMALLEST;
        let text = context.fill(key!("too-small"), &[("columns", columns.into()), ("rows", rows.into())]);
        let lines: Vec<_> = wrap(&text, area.width).into_iter().map(Line::from).collect();
        frame.render_widget(Paragraph::new(lines), area);
        return Fit { cut: true, ..Fit::default() };
    }
    let mut cut = top(frame, shown);
    let rule = Line::styled("─".repeat(area.width.into()), dim());
    frame.render_widget(rule.clone(), Rect { y: 1, height: 1, ..area });
    frame.render_widget(rule, Rect { y: area.height - 2, height: 1, ..area });
    cut |= bottom(frame, shown);

    let mut place = Rect { x: 2, y: 2, width: area.width - 4, height: area.height - 4 };
    if let Some(stages) = &shown.stages {
        cut |= side(frame, stages, Rect { x: 0, width: SIDE, ..place });
        for y in place.y..place.y + place.height {
            frame.render_widget(Span::styled("│", dim()), Rect { x: SIDE, y, width: 1, height: 1 });
        }
        place = Rect { x: SIDE + 2, width: area.width - SIDE - 4, ..place };
    }
    place.width = place.width.min(WIDEST);
    let mut fit = content(frame, &shown.view, place, shown.scroll);
    fit.cut |= cut;
    fit
}

fn top(frame: &mut Frame<'_>, shown: &Shown<'_>) -> bool {
    let width = usize::from(frame.area().width);
    let place = shown.stages.as_ref().map(|stages| {
        let (at, of) = (stages.at.into(), stages.names.len().into());
        shown.context.fill(key!("stage"), &[("at", at), ("of", of)])
    });
    let place = place.unwrap_or_else(|| concat!("Coldspare ", env!("CARGO_PKG_VERSION")).to_owned());
    let name = if shown.name.is_empty() { "Coldspare" } else { &shown.name };
    let used = Line::from(name).width() + Line::from(place.as_str()).width() + 2;
    let line = Line::from(vec![
        Span::styled(format!(" {name}"), bold()),
        Span::raw(" ".repeat(width.saturating_sub(used))),
        Span::styled(format!("{place} "), dim()),
    ]);
    frame.render_widget(line, Rect { height: 1, ..frame.area() });
    used > width
}

fn bottom(frame: &mut Frame<'_>, shown: &Shown<'_>) -> bool {
    let context = shown.context;
    let mut keys = Vec::new();
    if let Some(enter) = &shown.view.enter {
        keys.push((ENTER, enter.clone()));
    }
    keys.extend(shown.view.keys.iter().cloned());
    if !shown.over {
        if shown.back {
            keys.push((ESCAPE, context.say(key!("key-back"))));
        }
        keys.push(("F1", context.say(key!("key-help"))));
        keys.push(("F10", context.say(key!("key-off"))));
    }
    let mut spans = vec![Span::raw(" ")];
    for (key, does) in keys {
        spans.push(Span::styled(named(key, context), bold()));
        spans.push(Span::raw(format!(" {does}   ")));
    }
    let line = Line::from(spans);
    let area = frame.area();
    // The last three are blanks.
    let cut = line.width() > usize::from(area.width) + 3;
    frame.render_widget(line, Rect { y: area.height - 1, height: 1, ..area });
    cut
}

/// A key, by the name that is on it in the reader's country and that the texts call it by.
fn named(key: &'static str, context: &Context) -> Cow<'static, str> {
    match key {
        ENTER => context.say(key!("key-enter")).into(),
        ESCAPE => context.say(key!("key-escape")).into(),
        _ => key.into(),
    }
}

fn side(frame: &mut Frame<'_>, stages: &Stages, place: Rect) -> bool {
    let mut cut = false;
    let lines: Vec<_> = (1..)
        .zip(&stages.names)
        .map(|(number, name)| {
            let (sign, style) = match number.cmp(&stages.at) {
                std::cmp::Ordering::Less => ("√", dim()),
                std::cmp::Ordering::Equal => ("►", bold()),
                std::cmp::Ordering::Greater => (" ", dim()),
            };
            let line = Line::styled(format!("{sign}{number:>2} {name}"), style);
            cut |= line.width() >= usize::from(place.width);
            line
        })
        .collect();
    let place = Rect { y: place.y + 1, height: place.height - 1, ..place };
    frame.render_widget(Paragraph::new(lines), place);
    cut
}

/// The content's lines, and the row that must be seen.
struct Lines {
    lines: Vec<Line<'static>>,
    width: u16,
    height: usize,
    /// The rows of what has the cursor.
    focus: Option<(usize, usize)>,
    cursor: Option<(usize, u16)>,
    cut: bool,
}

impl Lines {
    fn paragraph(&mut self, text: &str, sign: &str, style: Style) {
        let indent = u16::try_from(Line::from(sign).width()).unwrap_or(0);
        for (i, line) in wrap(text, self.width - indent).into_iter().enumerate() {
            let before = if i == 0 { sign.to_owned() } else { " ".repeat(indent.into()) };
            self.line(Line::from(vec![Span::styled(before, style), Span::styled(line, style)]));
        }
    }

    fn line(&mut self, mut line: Line<'static>) {
        line.spans.iter_mut().for_each(|span| span.content = seen(&span.content).into());
        self.cut |= line.width() > usize::from(self.width);
        self.lines.push(line);
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Text(text) => self.paragraph(text, "", Style::new()),
            Part::Strong(text) => self.paragraph(text, "", bold()),
            Part::Good(text) => self.paragraph(text, "√ ", Style::new().fg(Color::Green)),
            Part::Warning(text) => self.paragraph(text, "! ", Style::new().fg(Color::Yellow)),
            Part::Problem(message) => {
                self.paragraph(&message.happened, "× ", Style::new().fg(Color::LightRed));
                self.paragraph(&message.now, "→ ", bold());
            }
            Part::Lines(lines) => lines.iter().for_each(|line| self.line(Line::raw(line.clone()))),
            Part::Secret(lines) => lines.iter().for_each(|line| self.line(Line::raw(line.to_string()))),
            Part::List { items, at, skip } => self.list(items, *at, *skip),
            Part::Field { label, shown, cursor } => self.field(label, shown, *cursor),
            Part::Work { label, done, time } => self.work(label, *done, time),
            // Half a code is none: where it has no room, F4 shows it alone.
            Part::Code(code) => {
                let lines = qr(code);
                if self.lines.len() + lines.len() <= self.height {
                    self.lines.extend(lines);
                }
            }
        }
    }

    fn list(&mut self, items: &[Item], at: usize, skip: usize) {
        for (i, item) in items.iter().enumerate() {
            let number = item.sign.map_or_else(|| (skip + i + 1).to_string(), String::from);
            let (sign, style) = if i == at { ("►", selected()) } else { (" ", Style::new()) };
            let text = format!("{sign}{number:>2} {} ", item.label);
            if i == at {
                self.focus = Some((self.lines.len(), self.lines.len()));
            }
            self.line(Line::styled(text, style));
        }
        if let Some(item) = items.get(at).filter(|item| !item.note.is_empty()) {
            self.lines.push(Line::default());
            self.paragraph(&item.note, "    ", dim());
            self.focus = self.focus.map(|(top, _)| (top, top));
        }
    }

    fn field(&mut self, label: &str, shown: &str, cursor: Option<usize>) {
        if !label.is_empty() {
            self.paragraph(label, "", if cursor.is_some() { bold() } else { Style::new() });
        }
        // What is longer than its place moves with the cursor.
        let room = usize::from(self.width) - 4;
        let skip = cursor.map_or(0, |at| at.saturating_sub(room - 1));
        let from = |skip| shown.chars().map(seen_alone).skip(skip);
        let text: String = from(skip).take(room).collect();
        let column = cursor.map(|at| Line::from(from(skip).take(at - skip).collect::<String>()));
        let used = Line::from(text.as_str()).width();
        let line = format!("[ {text}{} ]", "_".repeat(room.saturating_sub(used)));
        if let Some(column) = column {
            let row = self.lines.len();
            self.cursor = Some((row, 2 + u16::try_from(column.width()).unwrap_or(0)));
            self.focus = Some((row.saturating_sub(1), row));
        }
        self.lines.push(Line::raw(line));
    }

    fn work(&mut self, label: &str, done: Option<(usize, usize)>, time: &str) {
        self.paragraph(label, "» ", bold());
        let width = usize::from(self.width).min(44);
        if let Some((done, of)) = done.filter(|(_, of)| *of > 0) {
            let full = width * done.min(of) / of;
            let bar = format!("{}{}", "█".repeat(full), "░".repeat(width - full));
            self.lines.push(Line::raw(bar));
        }
        self.paragraph(time, "", dim());
    }
}

fn content(frame: &mut Frame<'_>, view: &View, place: Rect, scroll: usize) -> Fit {
    let height = usize::from(place.height);
    let mut all =
        Lines { lines: Vec::new(), width: place.width, height, focus: None, cursor: None, cut: false };
    all.lines.push(Line::default());
    all.paragraph(&view.title, "", bold());
    for part in &view.parts {
        all.blank();
        all.part(part);
    }
    let total = all.lines.len();
    let most = total.saturating_sub(height);
    let mut begin = scroll.min(most);
    if let (0, Some((top, end))) = (scroll, all.focus) {
        // One row more on either side, where there is one.
        begin = begin.max((end + 2).saturating_sub(height)).min(top.saturating_sub(1)).min(most);
    }
    let (above, below) = (begin, total.saturating_sub(begin + height));
    let cursor = all.cursor.filter(|(row, _)| (begin..begin + height).contains(row));
    let lines: Vec<_> = all.lines.into_iter().skip(begin).take(height).collect();
    frame.render_widget(Paragraph::new(lines), place);
    let margin = Rect { x: place.x + place.width, width: 1, height: 1, ..place };
    if above > 0 {
        frame.render_widget(Span::raw("▲"), margin);
    }
    if below > 0 {
        frame.render_widget(Span::raw("▼"), Rect { y: place.y + place.height - 1, ..margin });
    }
    if let Some((row, column)) = cursor {
        let y = place.y + u16::try_from(row - begin).unwrap_or(0);
        frame.set_cursor_position((place.x + column, y));
    }
    Fit { above, below, height: place.height, cut: all.cut }
}

/// A code as large as it gets.
pub(in crate::tui) fn code(frame: &mut Frame<'_>, code: &str, close: &str, small: &str) -> Fit {
    let area = frame.area();
    let lines = qr(code);
    let (height, width) = (lines.len(), lines.first().map_or(0, Line::width));
    let fits = height < area.height.into() && width <= area.width.into();
    let lines = if fits { lines } else { vec![Line::raw(small.to_owned())] };
    let left = area.width.saturating_sub(u16::try_from(width).unwrap_or(0)) / 2;
    let place =
        Rect { x: if fits { left } else { 0 }, width: area.width - if fits { left } else { 0 }, ..area };
    frame.render_widget(Paragraph::new(lines), place);
    frame.render_widget(Line::raw(format!(" {close}")), Rect { y: area.height - 1, height: 1, ..area });
    Fit { cut: !fits, height: area.height, ..Fit::default() }
}

/// A QR code in half blocks, two modules above each other in a letter, so that it is square on a console;
/// black on white whatever the colours of the terminal, with its quiet zone of four modules.
fn qr(text: &str) -> Vec<Line<'static>> {
    const QUIET: usize = 4;
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::L) else { return Vec::new() };
    let width = code.width();
    let dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < width);
        matches!((inside(x), inside(y)), (Some(x), Some(y)) if code[(x, y)] == qrcode::Color::Dark)
    };
    let side = width + 2 * QUIET;
    let style = Style::new().fg(Color::Black).bg(Color::White);
    let row = |y: usize| {
        let letter = |x| match (dark(x, y), dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        Line::styled((0..side).map(letter).collect::<String>(), style)
    };
    (0..side).step_by(2).map(row).collect()
}

/// The same with `?` for what would not be seen where it stands: signs that turn a line round, hide, or join what is
/// beside them. Whatever a text came from, it comes through here last. A letter and its accent are one letter first: the
/// Linux console gives an accent of its own a column, and all that stands behind it would move on, over other lines.
fn seen(text: &str) -> String {
    text.nfc().map(seen_alone).collect()
}

fn seen_alone(c: char) -> char {
    let is_seen = c == '\n' || (is_plain(c) || font::shows(c)) && takes_room(c);
    if is_seen { c } else { '?' }
}

/// A text in lines of at most `width` columns.
fn wrap(text: &str, width: u16) -> Vec<String> {
    let text = &seen(text);
    let options = textwrap::Options::new(width.into()).break_words(true);
    let lines = text.lines().flat_map(|line| textwrap::wrap(line, &options));
    lines.map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_drawn_takes_as_much_room_on_every_screen() {
        let flood = format!("x{} and \u{202e}more", "\u{301}".repeat(300));
        for text in [
            "e\u{301}te\u{301}",
            "ก\u{e31}\u{e31}",
            "a\u{200b}b\u{ad}c\u{feff}d",
            "\u{1100}\u{1161}\u{11a8}",
            &flood,
        ] {
            for (what, drawn) in [("a text", seen(text)), ("a field", text.chars().map(seen_alone).collect())]
            {
                assert!(drawn.chars().all(takes_room), "{what}: {drawn:?}");
            }
        }
        assert_eq!(seen("e\u{301}te\u{301}"), "été");
        assert_eq!(seen("naïve Łódź – √ ► █ 東京\u{1f600}"), "naïve Łódź – √ ► █ 東京?");
    }

    /// Of a plan on a stick, say: it stands in the field before anybody has typed there.
    #[test]
    fn a_field_shows_nothing_that_is_not_seen() {
        let view = View::new("title").field(
            "label".to_owned(),
            &crate::tui::kit::controls::Field::new(99).with("Ada\u{202e}\u{200b}\u{301}"),
            true,
        );
        let backend = ratatui::backend::TestBackend::new(80, 25);
        let mut terminal = ratatui::Terminal::new(backend).unwrap();
        terminal
            .draw(|frame| {
                content(frame, &view, frame.area(), 0);
            })
            .unwrap();
        let shown = terminal.backend().to_string();
        assert!(shown.contains("[ Ada???_"), "{shown}");
    }
}
