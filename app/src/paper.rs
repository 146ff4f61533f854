//! Paper: what is printed for trustees and for the owner, and what is read back from it.
//!
//! [`Sheets`] draws each sheet once, as SVG: a [`Page`]. All outputs come from that drawing: [`pdf()`], a
//! [`Bitmap`] with its PNG, and what a [`printer`] takes.

mod backup_sheet;
mod bitmap;
mod booklet;
mod drawing;
mod explained;
mod font;
mod letter;
mod owners_record;
mod page;
mod pdf;
mod picture;
mod pieces;
mod pin_slip;
pub mod printer;
mod recovery_page;
mod share_card;
mod sheets;
mod to_destroy;
mod today;
mod yearly;

pub use backup_sheet::Codes;
pub use bitmap::Bitmap;
pub use booklet::Chapter;
pub use coldspare_reader::{Code, Grey, Looks};
pub use font::missing;
pub use owners_record::{Done, Holder, NitrokeyLine, Placed, Record, WhatWhere};
pub use page::{Page, Paper};
pub use pdf::pdf;
pub use picture::{Picture, PictureError};
pub use share_card::Card;
pub use sheets::{Backup, Sheets};
pub use to_destroy::OldSet;
pub use today::Today;
pub use yearly::{Mark, Yearly, YearlyBackup, YearlyLine};

/// A page that could not be drawn. It is the program's fault, and the drawing is not printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("page not drawn: {0}")]
pub struct DrawError(pub(crate) String);

impl From<std::io::Error> for DrawError {
    fn from(error: std::io::Error) -> Self {
        DrawError(error.to_string())
    }
}
