//! Pages as one PDF file. Text stays text, so that it can be searched and checked.

use std::collections::HashMap;

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref};
use svg2pdf::ConversionOptions;
use zeroize::Zeroizing;

use super::{DrawError, Page};

/// PDF's unit: 1/72 inch.
const POINTS_PER_MILLIMETRE: f32 = 72.0 / 25.4;

/// One PDF file of all pages. It bears no date and no name of a program.
///
/// # Errors
/// [`DrawError`].
pub fn pdf(pages: &[Page]) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let mut next = Ref::new(1);
    let (catalog, tree) = (next.bump(), next.bump());
    let mut file = Pdf::new();
    let mut kids = Vec::new();
    for page in pages {
        let (chunk, drawing) = svg2pdf::to_chunk(&page.tree()?, ConversionOptions::default())
            .map_err(|e| DrawError(e.to_string()))?;
        let mut renumbered = HashMap::new();
        let chunk = chunk.renumber(|old| *renumbered.entry(old).or_insert_with(|| next.bump()));
        let drawing = renumbered.get(&drawing).copied().unwrap_or(drawing);
        let (kid, contents) = (next.bump(), next.bump());
        let (width, height) = page.size();
        let (width, height) = (width * POINTS_PER_MILLIMETRE, height * POINTS_PER_MILLIMETRE);
        let name = Name(b"Page");
        let mut written = file.page(kid);
        written.media_box(Rect::new(0.0, 0.0, width, height)).parent(tree).contents(contents);
        written.resources().x_objects().pair(name, drawing);
        written.finish();
        let mut content = Content::new();
        content.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(name);
        file.stream(contents, &content.finish());
        file.extend(&chunk);
        kids.push(kid);
    }
    file.catalog(catalog).pages(tree);
    file.pages(tree).count(i32::try_from(kids.len()).unwrap_or(i32::MAX)).kids(kids);
    Ok(Zeroizing::new(file.finish()))
}
