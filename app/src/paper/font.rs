//! The one embedded font family, IBM Plex (SIL Open Font License, `font/OFL.txt`): it tells 1, l and
//! I, 0 and O, B and 8 apart, and has Latin, Greek and Cyrillic letters.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("font/IBMPlexSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/IBMPlexSans-SemiBold.ttf");
const MONO: &[u8] = include_bytes!("font/IBMPlexMono-Regular.ttf");

/// A cut of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// For reading.
    Regular,
    /// For headings and for what is copied.
    Bold,
    /// For commands.
    Mono,
}

static FACES: LazyLock<[Option<Face<'static>>; 3]> =
    LazyLock::new(|| [REGULAR, BOLD, MONO].map(|bytes| Face::parse(bytes, 0).ok()));

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for bytes in [REGULAR, BOLD, MONO] {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

impl Cut {
    /// SVG attributes that select it.
    pub(super) fn attributes(self) -> &'static str {
        match self {
            Cut::Regular => r#"font-family="IBM Plex Sans""#,
            Cut::Bold => r#"font-family="IBM Plex Sans" font-weight="600""#,
            Cut::Mono => r#"font-family="IBM Plex Mono""#,
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        let i = match self {
            Cut::Regular => 0,
            Cut::Bold => 1,
            Cut::Mono => 2,
        };
        FACES[i].as_ref()
    }

    /// How wide `text` is, in the font's units; kerning, which only narrows, left out. So two texts are as wide as both.
    pub(super) fn units(self, text: &str) -> u32 {
        let Some(face) = self.face() else { return 0 };
        let advance = |c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0);
        text.chars().map(|c| u32::from(advance(c))).sum()
    }

    /// So many of the font's units at `size`, in the unit of `size`.
    pub(super) fn at_size(self, units: u32, size: f32) -> f32 {
        self.face().map_or(0.0, |face| units as f32 * size / f32::from(face.units_per_em()))
    }
}

/// The characters of `text` that the font cannot print, each once, in order.
pub fn missing(text: &str) -> Vec<char> {
    let printable = |c| {
        [Cut::Regular, Cut::Bold].iter().all(|cut| cut.face().is_some_and(|f| f.glyph_index(c).is_some()))
    };
    let mut missing = Vec::new();
    for c in text.chars().filter(|c| !printable(*c)) {
        if !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

/// The family, for what draws it.
pub(super) fn database() -> Arc<Database> {
    DATABASE.clone()
}
