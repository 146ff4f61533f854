//! One page: its paper, and the drawing on it.

use std::fmt;

use resvg::usvg::{Options, Tree};
use zeroize::Zeroizing;

use super::DrawError;
use super::font;

/// What is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 x 297 mm.
    A4,
    /// US Letter, 215.9 x 279.4 mm.
    Letter,
    /// A receipt printer's roll of 58 mm, of which it prints 48.
    Receipt58,
    /// A receipt printer's roll of 80 mm, of which it prints 72.
    Receipt80,
}

impl Paper {
    /// The width that can be drawn on, in millimetres; a receipt printer adds its own margin.
    pub fn width(self) -> f32 {
        match self {
            Paper::A4 => 210.0,
            Paper::Letter => 215.9,
            Paper::Receipt58 => 48.0,
            Paper::Receipt80 => 72.0,
        }
    }

    /// The height in millimetres; a roll is as long as what is on it.
    pub fn height(self) -> Option<f32> {
        match self {
            Paper::A4 => Some(297.0),
            Paper::Letter => Some(279.4),
            Paper::Receipt58 | Paper::Receipt80 => None,
        }
    }
}

/// A page, drawn. It may bear a secret, and is wiped.
pub struct Page {
    paper: Paper,
    height: f32,
    svg: Zeroizing<String>,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Page({:?})", self.paper)
    }
}

impl Page {
    /// What was drawn, down to `height`.
    pub(super) fn new(paper: Paper, height: f32, elements: &str) -> Self {
        let width = paper.width();
        let svg = Zeroizing::new(format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{0}mm" height="{1}mm" viewBox="0 0 {0} {1}">"#,
                r#"<rect width="{0}" height="{1}" fill="white"/>{2}</svg>"#
            ),
            width, height, elements
        ));
        Page { paper, height, svg }
    }

    /// Its paper.
    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// Width and height in millimetres.
    pub fn size(&self) -> (f32, f32) {
        (self.paper.width(), self.height)
    }

    /// The drawing, SVG 1.1 with a millimetre as the unit; its font is the embedded one.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// The drawing as a tree of paths and texts. Its unit is a pixel of 1/96 inch, from the top left.
    pub(super) fn tree(&self) -> Result<Tree, DrawError> {
        let options = Options { fontdb: font::database(), ..Options::default() };
        Tree::from_str(&self.svg, &options).map_err(|e| DrawError(e.to_string()))
    }
}
