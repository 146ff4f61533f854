//! Drawing a page: text that wraps, rules, codes. Positions are millimetres from the top left, sizes
//! of type are points.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};
use zeroize::Zeroizing;

use super::font::Cut;
use super::{DrawError, Page, Paper};

/// Points (1/72 inch) to millimetres.
const POINT: f32 = 25.4 / 72.0;
/// From one line of text to the next, in sizes of the type.
const LEADING: f32 = 1.34;
/// How far below the top of a line its letters stand, in sizes of the type.
const ASCENT: f32 = 1.02;

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) cut: Cut,
    pub(super) points: f32,
}

impl Type {
    pub(super) fn new(cut: Cut, points: f32) -> Self {
        Type { cut, points }
    }

    /// From one line to the next, in millimetres.
    pub(super) fn line(self) -> f32 {
        self.points * POINT * LEADING
    }

    /// In millimetres.
    pub(super) fn width(self, text: &str) -> f32 {
        self.millimetres(self.cut.units(text))
    }

    fn millimetres(self, units: u32) -> f32 {
        self.cut.at_size(units, self.points * POINT)
    }

    /// The lines of `text` where there is room for `width` millimetres. A word that is wider by itself is
    /// broken.
    pub(super) fn wrap(self, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut line, mut units) = (String::new(), 0);
        let blank = self.cut.units(" ");
        for word in words(text) {
            let gap = if line.is_empty() { 0 } else { blank };
            let longer = units + gap + self.cut.units(&word);
            if self.millimetres(longer) <= width {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(&word);
                units = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                units = 0;
            }
            for c in word.chars() {
                let wide = self.cut.units(c.encode_utf8(&mut [0; 4]));
                if !line.is_empty() && self.millimetres(units + wide) > width {
                    lines.push(std::mem::take(&mut line));
                    units = 0;
                }
                line.push(c);
                units += wide;
            }
        }
        lines.push(line);
        lines
    }

    /// As much of `text` as stands in so many lines of `width`, and a sign if there is more of it.
    pub(super) fn beginning(self, text: &str, width: f32, lines: usize) -> String {
        let fits = |text: &str| self.wrap(text, width).len() <= lines;
        if fits(text) {
            return text.to_owned();
        }
        let cut_off = |end: usize| format!("{}…", text[..end].trim_end());
        // The longer, the more lines: half of what is left is left out at a time, for a text may be long.
        let ends: Vec<usize> = text.char_indices().map(|(end, _)| end).collect();
        let fitting = ends.partition_point(|end| fits(&cut_off(*end)));
        fitting.checked_sub(1).and_then(|last| ends.get(last)).map(|end| cut_off(*end)).unwrap_or_default()
    }
}

/// The words of a text, each with the signs that French sets apart from it: no line begins with `:`, and none ends with `«`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let sign = word.starts_with([':', ';', '?', '!', '»']);
        match words.last_mut() {
            Some(last) if sign || last.ends_with('«') => last.extend([" ", word]),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// A page that is being drawn.
pub(super) struct Drawing {
    paper: Paper,
    elements: Zeroizing<String>,
}

impl Drawing {
    pub(super) fn new(paper: Paper) -> Self {
        // Wide enough for all but the longest page, so that it seldom moves; what moves is wiped.
        Drawing { paper, elements: Zeroizing::new(String::with_capacity(64 * 1024)) }
    }

    pub(super) fn finish(self, height: f32) -> Page {
        Page::new(self.paper, self.paper.height().unwrap_or(height), &self.elements)
    }

    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.elements.write_fmt(element);
    }

    /// One line of text whose top is at `y`.
    pub(super) fn line(&mut self, x: f32, y: f32, kind: Type, text: &str) {
        let size = kind.points * POINT;
        let escaped = Zeroizing::new(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
        self.add(format_args!(
            r#"<text x="{x:.2}" y="{:.2}" font-size="{size:.3}" {} xml:space="preserve">{}</text>"#,
            y + size * ASCENT,
            kind.cut.attributes(),
            *escaped
        ));
    }

    /// Text in lines of `width` from `y` on; returns where the next one begins.
    pub(super) fn text(&mut self, x: f32, y: f32, width: f32, kind: Type, text: &str) -> f32 {
        let lines = kind.wrap(text, width);
        for (i, line) in (0u16..).zip(&lines) {
            self.line(x, y + f32::from(i) * kind.line(), kind, line);
        }
        y + lines.len() as f32 * kind.line()
    }

    /// A thin line from left to right.
    pub(super) fn rule(&mut self, x: f32, y: f32, width: f32) {
        self.filled(x, y, width, 0.25);
    }

    /// A black rectangle.
    pub(super) fn filled(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.add(format_args!(r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}"/>"#));
    }

    /// An empty rectangle: to tick, to write into, to cut out (`dashed`).
    pub(super) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, dashed: bool) {
        let dashes = if dashed { r#" stroke-dasharray="2 1.5""# } else { "" };
        self.add(format_args!(
            r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" fill="none" stroke="black" stroke-width="0.25"{dashes}/>"#
        ));
    }

    /// A QR code of alphanumeric text, `side` millimetres wide without its quiet zone: whoever draws it
    /// leaves four modules free on each side (ISO/IEC 18004 § 6.3.8).
    ///
    /// # Errors
    /// [`DrawError`] if the text is too long for any code.
    pub(super) fn code(
        &mut self,
        x: f32,
        y: f32,
        side: f32,
        text: &str,
        level: EcLevel,
    ) -> Result<(), DrawError> {
        let code = QrCode::with_error_correction_level(text, level).map_err(|e| DrawError(e.to_string()))?;
        let module = side / code.width() as f32;
        self.add(format_args!(r#"<path shape-rendering="crispEdges" transform="translate({x:.4} {y:.4}) scale({module:.6})" d=""#));
        for row in 0..code.width() {
            let mut column = 0;
            while column < code.width() {
                let run = (column..code.width()).take_while(|c| code[(*c, row)] == Color::Dark).count();
                if run > 0 {
                    self.add(format_args!("M{column} {row}h{run}v1h-{run}z"));
                }
                column += run.max(1);
            }
        }
        self.add(format_args!(r#""/>"#));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_or_ends_with_a_sign_that_french_sets_apart() {
        let kind = Type::new(Cut::Regular, 9.0);
        let text = "Les pages « À la main » disent comment : jamais un téléphone ; est-ce clair ? Oui !";
        for width in 25u8..90 {
            for line in kind.wrap(text, width.into()) {
                assert!(!line.starts_with([':', ';', '?', '!', '»']) && !line.ends_with('«'), "{line}");
            }
        }
    }
}
