//! What is on the screen, its codes among it, and what the codes on printed pages say.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::backup::Share;
use coldspare::paper::Picture;
use ratatui::buffer::Cell;
use ratatui::style::Color;

use super::InProcess;
use crate::paper::Pdf;

/// Pixels for each module of a code, so that it is read as from a screen.
const MODULE: usize = 4;

impl InProcess {
    /// What is on the screen, row by row.
    pub fn screen(&self) -> String {
        self.rows(Cell::symbol)
    }

    /// The same, with the modules of a code all alike: what is left of it is its place and its size.
    pub fn picture(&self) -> String {
        self.rows(|cell| if is_code(cell) { "▒" } else { cell.symbol() })
    }

    fn rows(&self, symbol: impl Fn(&Cell) -> &str) -> String {
        let buffer = self.terminal.backend().buffer();
        let row = |cells: &[Cell]| cells.iter().map(&symbol).collect::<String>().trim_end().to_owned() + "\n";
        buffer.content().chunks(buffer.area().width.into()).map(row).collect()
    }

    pub(super) fn has_code(&self) -> bool {
        self.terminal.backend().buffer().content().iter().any(is_code)
    }

    /// What the codes on the screen say.
    ///
    /// # Errors
    /// If the screen is no picture.
    pub fn codes(&self) -> Result<Vec<String>> {
        let buffer = self.terminal.backend().buffer();
        let columns = usize::from(buffer.area().width);
        if !self.has_code() {
            return Ok(Vec::new());
        }
        let mut pixels = Vec::new();
        for row in buffer.content().chunks(columns) {
            for half in ["▀", "▄"] {
                let dark = |cell: &Cell| is_code(cell) && [half, "█"].contains(&cell.symbol());
                let grey = row.iter().map(|cell| if dark(cell) { 0 } else { u8::MAX });
                let line: Vec<u8> = grey.flat_map(|pixel| [pixel; MODULE]).collect();
                (0..MODULE).for_each(|_| pixels.extend_from_slice(&line));
            }
        }
        let picture = Picture::from_grey(columns * MODULE, pixels.len() / columns / MODULE, pixels)?;
        Ok(crate::reading::at_a_glance(&picture))
    }

    /// All screens that there were since this was asked last, in their order; below each,
    /// `A_CODE` if there is one, and what the codes say that can be read.
    pub fn take_frames(&mut self) -> Vec<String> {
        std::mem::take(&mut self.frames)
    }
}

fn is_code(cell: &Cell) -> bool {
    (cell.fg, cell.bg) == (Color::Black, Color::White)
}

/// The shares whose codes are on these pages.
///
/// # Errors
/// If a page cannot be read.
pub fn printed_shares(pages: &[PathBuf]) -> Result<Vec<Share>> {
    let mut shares = Vec::new();
    for page in pages {
        shares.extend(codes_of(page)?.iter().filter_map(|code| Share::parse(code).ok()));
    }
    Ok(shares)
}

/// The codes on a printed page.
fn codes_of(page: &Path) -> Result<Vec<String>> {
    let pdf = Pdf::of(&fs::read(page)?)?;
    let pictures = pdf.pictures(150)?;
    let (width, height, pixels) = crate::paper::pgm(pictures.first().context("an empty file")?)?;
    let picture = Picture::from_grey(width, height, pixels)?;
    Ok(crate::reading::at_a_glance(&picture))
}
