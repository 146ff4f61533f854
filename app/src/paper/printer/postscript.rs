//! PostScript: a page as paths, sharp in whatever resolution the printer has.
//!
//! Adobe, "PostScript Language Reference" (3rd edition), Level 2 only, with the comments of the
//! "Document Structuring Conventions" 3.0.

use std::io::{self, Write};

use resvg::tiny_skia::{Path, PathSegment, Point, Rect, Transform};
use resvg::usvg::{self, FillRule, Group, LineCap, LineJoin, Node, Paint};
use zeroize::Zeroizing;

use crate::paper::{DrawError, Page};

/// Numbers in the job are whole: hundredths of a point, 0.0035 mm.
const UNITS_PER_POINT: f32 = 100.0;
/// Points to a pixel of the drawing, 1/96 inch.
const POINTS_PER_PIXEL: f32 = 72.0 / 96.0;
const POINTS_PER_MILLIMETRE: f32 = 72.0 / 25.4;

/// Operators of one letter; lines and curves are relative to the current point, which is shorter.
const PROLOG: &str = "\
%%BeginProlog
16 dict begin
/m/moveto load def /l/rlineto load def /c/rcurveto load def /z/closepath load def
/f/fill load def /e/eofill load def /s/stroke load def /r/rectfill load def /g/setgray load def
/w/setlinewidth load def /d/setdash load def /j/setlinejoin load def /k/setlinecap load def
%%EndProlog
";

/// A page as one job.
///
/// # Errors
/// [`DrawError`].
pub(super) fn job(page: &Page) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let (width, height) = (page.size().0 * POINTS_PER_MILLIMETRE, page.size().1 * POINTS_PER_MILLIMETRE);
    let (whole_width, whole_height) = (width.round(), height.round());
    let mut job = Zeroizing::new(Vec::new());
    write!(job, "%!PS-Adobe-3.0\n%%BoundingBox: 0 0 {whole_width} {whole_height}\n")?;
    write!(job, "%%LanguageLevel: 2\n%%Pages: 1\n%%EndComments\n{PROLOG}%%Page: 1 1\n%%BeginPageSetup\n")?;
    // A printer that cannot choose its paper, or print on one side only, says so with an error; the
    // page is printed all the same.
    for request in [&*format!("/PageSize[{whole_width} {whole_height}]"), "/Duplex false"] {
        writeln!(job, "mark{{<<{request}>>setpagedevice}}stopped cleartomark")?;
    }
    writeln!(job, "1 {UNITS_PER_POINT} div dup scale\n%%EndPageSetup")?;
    // PostScript's y goes up.
    let scale = POINTS_PER_PIXEL * UNITS_PER_POINT;
    let to_paper = Transform::from_row(scale, 0.0, 0.0, -scale, 0.0, height * UNITS_PER_POINT);
    group(&mut job, page.tree()?.root(), to_paper)?;
    // The last character, end of file, ends the job for a printer without PJL.
    job.extend_from_slice(b"showpage\n%%Trailer\nend\n%%EOF\n\x04");
    Ok(job)
}

fn group(job: &mut Vec<u8>, from: &Group, to_paper: Transform) -> Result<(), DrawError> {
    for node in from.children() {
        match node {
            Node::Group(inner) => group(job, inner, to_paper.pre_concat(inner.transform()))?,
            Node::Text(text) => {
                let outlines = text.flattened();
                group(job, outlines, to_paper.pre_concat(outlines.transform()))?;
            }
            Node::Path(path) => paint(job, path, to_paper)?,
            Node::Image(_) => return Err(DrawError("a picture in PostScript".into())),
        }
    }
    Ok(())
}

fn paint(job: &mut Vec<u8>, path: &usvg::Path, to_paper: Transform) -> Result<(), DrawError> {
    let Some(outline) = path.data().clone().transform(to_paper) else { return Ok(()) };
    if let Some(fill) = path.fill() {
        gray(job, fill.paint())?;
        if !rectangles(job, &outline)? {
            let operator = if fill.rule() == FillRule::EvenOdd { b"e\n" } else { b"f\n" };
            fill_apart(job, &outline, operator)?;
        }
    }
    if let Some(stroke) = path.stroke() {
        let scale = to_paper.get_scale().0;
        gray(job, stroke.paint())?;
        let join = match stroke.linejoin() {
            LineJoin::Round => 1,
            LineJoin::Bevel => 2,
            LineJoin::Miter | LineJoin::MiterClip => 0,
        };
        let cap = match stroke.linecap() {
            LineCap::Butt => 0,
            LineCap::Round => 1,
            LineCap::Square => 2,
        };
        write!(job, "{} w {join} j {cap} k [", unit(stroke.width().get() * scale))?;
        for dash in stroke.dasharray().unwrap_or_default() {
            write!(job, "{} ", unit(dash * scale))?;
        }
        writeln!(job, "] {} d", unit(stroke.dashoffset() * scale))?;
        trace(job, outline.segments())?;
        job.extend_from_slice(b"s\n");
    }
    Ok(())
}

/// Black or white: there is nothing else in the drawings.
fn gray(job: &mut Vec<u8>, paint: &Paint) -> Result<(), DrawError> {
    let Paint::Color(color) = paint else { return Err(DrawError("a gradient in PostScript".into())) };
    Ok(writeln!(job, "{} g", u8::from(color.green >= 128))?)
}

/// Paints a path of nothing but upright rectangles, a code's, one by one: thousands of them in one
/// path are too many for old printers. False, and nothing painted, if it is another path.
fn rectangles(job: &mut Vec<u8>, path: &Path) -> io::Result<bool> {
    let segments: Vec<_> = path.segments().collect();
    let mut corners = Vec::with_capacity(segments.len() / 5);
    for five in segments.chunks(5) {
        use PathSegment::{Close, LineTo, MoveTo};
        let &[MoveTo(a), LineTo(b), LineTo(c), LineTo(d), Close] = five else { return Ok(false) };
        let [a, b, c, d] = [a, b, c, d].map(whole);
        if (a.1, b.0, c.1, d.0) != (b.1, c.0, d.1, a.0) {
            return Ok(false);
        }
        corners.push((a, c));
    }
    for (a, c) in corners {
        writeln!(job, "{} {} {} {} r", a.0, a.1, c.0 - a.0, c.1 - a.1)?;
    }
    Ok(true)
}

/// Fills a path in pieces that have nothing to do with each other: a line of text is one path, and
/// old printers have room for some 1500 points in one (appendix B).
fn fill_apart(job: &mut Vec<u8>, path: &Path, operator: &[u8]) -> io::Result<()> {
    let segments: Vec<_> = path.segments().collect();
    let mut pieces: Vec<(Rect, Vec<PathSegment>)> = Vec::new();
    for part in segments.chunk_by(|_, next| !matches!(next, PathSegment::MoveTo(_))) {
        let Some(bounds) = bounds(part) else { continue };
        let mut piece = (bounds, part.to_vec());
        // A letter's holes lie within it: they stay together.
        while let Some(at) = pieces.iter().position(|(other, _)| other.intersect(&piece.0).is_some()) {
            let (other, mut earlier) = pieces.swap_remove(at);
            earlier.append(&mut piece.1);
            piece = (around(other, piece.0), earlier);
        }
        pieces.push(piece);
    }
    for (_, piece) in pieces {
        trace(job, piece.into_iter())?;
        job.extend_from_slice(operator);
    }
    Ok(())
}

fn around(a: Rect, b: Rect) -> Rect {
    let (left, top) = (a.left().min(b.left()), a.top().min(b.top()));
    Rect::from_ltrb(left, top, a.right().max(b.right()), a.bottom().max(b.bottom())).unwrap_or(a)
}

/// A rectangle round all points.
fn bounds(part: &[PathSegment]) -> Option<Rect> {
    let points: Vec<Point> = part
        .iter()
        .flat_map(|segment| match *segment {
            PathSegment::MoveTo(a) | PathSegment::LineTo(a) => vec![a],
            PathSegment::QuadTo(a, b) => vec![a, b],
            PathSegment::CubicTo(a, b, c) => vec![a, b, c],
            PathSegment::Close => vec![],
        })
        .collect();
    Rect::from_points(&points)
}

fn trace(job: &mut Vec<u8>, segments: impl Iterator<Item = PathSegment>) -> io::Result<()> {
    let (mut start, mut current) = ((0, 0), (0, 0));
    for segment in segments {
        // Differences of rounded points: errors do not add up.
        let from = |point: Point| (whole(point).0 - current.0, whole(point).1 - current.1);
        let end = match segment {
            PathSegment::MoveTo(to) => {
                start = whole(to);
                writeln!(job, "{} {} m", start.0, start.1)?;
                start
            }
            PathSegment::LineTo(to) => {
                writeln!(job, "{} {} l", from(to).0, from(to).1)?;
                whole(to)
            }
            // The cubic curve that is the same as this quadratic one.
            PathSegment::QuadTo(control, to) => {
                let ((cx, cy), (x, y)) = (from(control), from(to));
                let (x1, y1, x2, y2) = (cx * 2 / 3, cy * 2 / 3, (x + cx * 2) / 3, (y + cy * 2) / 3);
                writeln!(job, "{x1} {y1} {x2} {y2} {x} {y} c")?;
                whole(to)
            }
            PathSegment::CubicTo(first, second, to) => {
                let ((x1, y1), (x2, y2), (x, y)) = (from(first), from(second), from(to));
                writeln!(job, "{x1} {y1} {x2} {y2} {x} {y} c")?;
                whole(to)
            }
            PathSegment::Close => {
                job.extend_from_slice(b"z\n");
                start
            }
        };
        current = end;
    }
    Ok(())
}

fn whole(point: Point) -> (i32, i32) {
    (unit(point.x), unit(point.y))
}

fn unit(number: f32) -> i32 {
    number.round() as i32
}
