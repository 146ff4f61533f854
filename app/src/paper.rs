//! Paper: what is printed for trustees and for the owner, and what is read back from it.
//!
//! Every sheet is drawn once, as SVG: a [`Page`]. All outputs come from that drawing.

mod backup_sheet;
mod bitmap;
mod by_hand;
mod drawing;
mod finder;
mod font;
mod owners_record;
mod page;
mod pdf;
mod picture;
mod pin_slip;
mod share_card;
mod sheets;
mod symbol;

pub use bitmap::Bitmap;
pub use font::missing;
pub use owners_record::{Holder, Record};
pub use page::{Page, Paper};
pub use pdf::pdf;
pub use picture::{Picture, PictureError};
pub use pin_slip::PinSlip;
pub use share_card::Card;
pub use sheets::{Backup, Sheets};

/// A page that could not be drawn. It is the program's fault, and the drawing is not printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("paper: the page could not be drawn ({0}). Nothing was printed. Go back one step and try again")]
pub struct DrawError(pub(crate) String);
