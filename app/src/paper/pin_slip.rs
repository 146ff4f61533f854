//! The PIN slips, printed only if the owner asks for them: one for each Nitrokey, to be cut off.

use secrecy::ExposeSecret;

use super::drawing::{Drawing, Type};
use super::font::Cut;
use super::{Page, Sheets};
use crate::pins::KeyPins;

impl Sheets<'_> {
    /// Draws the slips: two beside each other, or one beneath the other on a receipt.
    pub fn pin_slips(&self, slips: &[KeyPins]) -> Vec<Page> {
        let columns = if self.left() > 0.0 { 2 } else { 1 };
        let width = self.width() / columns as f32;
        let (title, intro) = (self.say(key!("slip-title"), &[]), self.say(key!("slip-intro"), &[]));
        // Drawn once to see how high they get: typed PINs may be long.
        let mut scratch = Drawing::new(self.paper);
        let top = self.title(&mut scratch, &title, &intro);
        let mut pages: Vec<Vec<(f32, f32, &[KeyPins])>> = vec![Vec::new()];
        let mut y = top;
        for pair in slips.chunks(columns) {
            let height = |slip| self.slip(&mut scratch, (0.0, 0.0, width), slip);
            let height = pair.iter().map(height).fold(0.0, f32::max);
            if y + height > self.bottom() {
                pages.push(Vec::new());
                y = top;
            }
            pages.last_mut().into_iter().for_each(|page| page.push((y, height, pair)));
            y += height;
        }
        let of = pages.len();
        let drawn = pages.into_iter().zip(1..).map(|(pairs, number)| {
            let mut page = Drawing::new(self.paper);
            let mut end = self.title(&mut page, &title, &intro);
            self.page_number(&mut page, number, of);
            for (y, height, pair) in pairs {
                for (column, slip) in pair.iter().enumerate() {
                    let x = self.left() + column as f32 * width;
                    page.frame(x, y, width, height, true);
                    self.slip(&mut page, (x, y, width), slip);
                }
                end = y + height;
            }
            page.finish(end + 2.0)
        });
        drawn.collect()
    }

    /// Draws one slip without its frame; returns where it ends.
    fn slip(&self, page: &mut Drawing, (x, y, width): (f32, f32, f32), slip: &KeyPins) -> f32 {
        let (x, width) = (x + 3.0, width - 6.0);
        let heading = self.say(key!("slip-role"), &[("role", self.role(&slip.role).into())]);
        let mut y = page.text(x, y + 2.5, width, Type::new(Cut::Bold, 11.0), &heading);
        let small = Type::new(Cut::Regular, 8.5);
        if let Some(serial) = &slip.serial {
            y = page.text(x, y, width, small, &format!("{} {serial}", self.say(key!("slip-serial"), &[])));
        }
        let (label, digits) = (Type::new(Cut::Regular, 9.5), Type::new(Cut::Mono, 12.0));
        // Beside its name, or on a receipt beneath it.
        let (indent, beneath) = if self.left() > 0.0 { (27.0, 0.0) } else { (0.0, label.line()) };
        let user = slip.pins.user.iter().map(|user| (key!("slip-user"), user));
        let others = [(key!("slip-admin"), &slip.pins.admin), (key!("slip-reset"), &slip.pins.reset_code)];
        for (key, pin) in user.chain(others) {
            page.line(x, y + 1.6, label, &self.say(key, &[]));
            y = page.text(x + indent, y + beneath + 0.8, width - indent, digits, pin.expose_secret());
        }
        page.text(x, y + 1.5, width, small, &self.say(key!("slip-note"), &[])) + 2.5
    }
}
