//! Paper: what is printed for trustees and for the owner, and what is read back from it.
//!
//! Every sheet is drawn once, as SVG: a [`Page`]. All outputs come from that drawing.

mod bitmap;
mod font;
mod page;
mod pdf;

pub use bitmap::Bitmap;
pub use font::missing;
pub use page::{Page, Paper};
pub use pdf::pdf;

/// A page that could not be drawn. It is the program's fault, and the drawing is not printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("paper: the page could not be drawn ({0}). Nothing was printed. Go back one step and try again")]
pub struct DrawError(pub(crate) String);
