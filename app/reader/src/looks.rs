//! Looks at one picture after the other.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use crate::code::Code;
use crate::grey::Grey;
use crate::variant::{Variant, placed, plain};

/// What is searched has at most so many pixels: a sheet of A4 at 300 dpi. A larger picture is made smaller.
const SEARCHED: usize = 9_000_000;
/// So many texts are known at most: nobody makes this grow by ever new codes.
const MOST: usize = 400;

/// Takes pictures of the same paper, one after the other, and gives the codes in them: of each picture as it is, and
/// in one variant, another one each time. What ten pictures a second cost is thereby one variant each, and what is
/// read comes together.
pub struct Looks<W> {
    wanted: W,
    turn: usize,
    /// Of each text that was given, two hashes under random keys: enough to know it again, and nothing of a secret.
    known: HashSet<[u64; 2]>,
    keys: [RandomState; 2],
}

impl<W> std::fmt::Debug for Looks<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Looks({}, {} known)", self.turn, self.known.len())
    }
}

impl<W: Fn(&str) -> bool> Looks<W> {
    /// For texts of which `wanted` says so.
    pub fn new(wanted: W) -> Self {
        Looks { wanted, turn: 0, known: HashSet::new(), keys: [RandomState::new(), RandomState::new()] }
    }

    /// One look, soon over: the codes of a picture, each once; the first picture is looked at as it is.
    pub fn look(&mut self, grey: &Grey) -> Vec<Code> {
        let variant = Variant::ALL[self.turn % Variant::ALL.len()];
        self.turn = self.turn.wrapping_add(1);
        self.searched(grey, |grey| {
            let mut codes = plain(grey);
            codes.append(&mut variant.search(grey));
            codes
        })
    }

    /// Every variant of one picture after which no other comes, as a scanner's.
    pub fn look_closely(&mut self, grey: &Grey) -> Vec<Code> {
        let mut all = self.searched(grey, plain);
        for variant in Variant::ALL {
            let more = self.searched(grey, |grey| variant.search(grey));
            all.extend(more.into_iter().filter(|code| code.new));
        }
        all
    }

    fn searched(&mut self, grey: &Grey, search: impl FnOnce(&Grey) -> Vec<Code>) -> Vec<Code> {
        let times = (1..).find(|n| grey.pixels().len() / (n * n) <= SEARCHED).unwrap_or(1);
        let found = match times {
            1 => search(grey),
            _ => placed(search(&grey.reduced(times, times)), times as f32),
        };
        let mut codes: Vec<Code> = Vec::new();
        for mut code in found {
            if codes.iter().any(|known| known.text == code.text) || !(self.wanted)(&code.text) {
                continue;
            }
            match self.is_new(&code.text) {
                Some(new) => code.new = new,
                None => continue,
            }
            codes.push(code);
        }
        codes
    }

    /// Whether a text was never given before; nothing if too many are known to know this one.
    fn is_new(&mut self, text: &str) -> Option<bool> {
        let hashes = [0, 1].map(|i: usize| self.keys[i].hash_one(text));
        match self.known.contains(&hashes) {
            true => Some(false),
            false if self.known.len() < MOST => Some(self.known.insert(hashes)),
            false => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod tests {
    use qrcode::{Color, QrCode};
    use zeroize::Zeroizing;

    use super::*;

    /// A picture that begins with this panics whoever reads it.
    const UNFORESEEN: [u8; 8] = [7, 250, 7, 250, 7, 250, 7, 249];

    pub(crate) fn fall_over(grey: &Grey) {
        assert!(!grey.pixels().starts_with(&UNFORESEEN), "the PIN is 123456");
    }

    /// A code with modules of so many pixels, and four of them round it.
    fn drawn(text: &str, module: usize) -> Grey {
        let code = QrCode::new(text).unwrap();
        let (side, colors) = (code.width(), code.to_colors());
        let width = (side + 8) * module;
        let pixel = |i: usize| {
            let at = |pixel: usize| (pixel / module).checked_sub(4).filter(|at| *at < side);
            let (x, y) = (at(i % width), at(i / width));
            let dark = x.zip(y).is_some_and(|(x, y)| colors[y * side + x] == Color::Dark);
            if dark { 30 } else { 220 }
        };
        Grey::new(width, width, Zeroizing::new((0..width * width).map(pixel).collect())).unwrap()
    }

    fn texts(codes: &[Code]) -> Vec<&str> {
        codes.iter().map(|code| code.text.as_str()).collect()
    }

    #[test]
    fn a_panic_is_one_search_lost() {
        let grey = drawn("ONE", 6);
        let mut pixels = Zeroizing::new(grey.pixels().to_vec());
        pixels[..8].copy_from_slice(&UNFORESEEN);
        let unforeseen = Grey::new(grey.width(), grey.height(), pixels).unwrap();
        let mut looks = Looks::new(|_: &str| true);
        assert!(looks.look(&unforeseen).is_empty());
        // It is seen at half its size, where those bytes are no more.
        assert_eq!(texts(&looks.look(&unforeseen)), ["ONE"]);
        assert_eq!(texts(&looks.look(&drawn("TWO", 6))), ["TWO"]);
    }

    #[test]
    fn a_code_is_new_once_and_has_its_place_in_every_picture() {
        let mut looks = Looks::new(|_: &str| true);
        for (i, module) in [6, 4, 9].into_iter().enumerate() {
            let grey = drawn("HTTPS://EXAMPLE.ORG/", module);
            let codes = looks.look(&grey);
            assert_eq!(texts(&codes), ["HTTPS://EXAMPLE.ORG/"]);
            assert_eq!(codes[0].new, i == 0);
            let (near, far) = (4.0 * module as f32, grey.width() as f32 - 4.0 * module as f32);
            let corners = [(near, near), (far, near), (far, far), (near, far)];
            for (corner, wanted) in codes[0].corners.iter().zip(corners) {
                assert!((corner.0 - wanted.0).hypot(corner.1 - wanted.1) < module as f32, "{codes:?}");
            }
        }
    }

    #[test]
    fn each_variant_reads_a_code_and_knows_where_it_is() {
        for variant in Variant::ALL {
            let mut read = 0;
            for module in [4, 6, 9] {
                let grey = drawn("COLDSPARE1:X", module);
                let far = grey.width() as f32 - 4.0 * module as f32;
                for code in variant.search(&grey) {
                    let (x, y) = code.corners[2];
                    assert!((x - far).hypot(y - far) < module as f32, "{variant:?}, {module}: {code:?}");
                    read += 1;
                }
            }
            assert!(read > 0 || variant == Variant::Plain || variant == Variant::Fax, "{variant:?}");
        }
    }

    #[test]
    fn a_fax_is_read() {
        let grey = drawn("COLDSPARE1:X", 4);
        let row = |y: usize| grey.row(y).iter().flat_map(|pixel| [*pixel; 2]);
        let pixels = Zeroizing::new((0..grey.height()).flat_map(row).collect());
        let fax = Grey::new(2 * grey.width(), grey.height(), pixels).unwrap();
        let codes = Looks::new(|_: &str| true).look_closely(&fax);
        assert_eq!(texts(&codes), ["COLDSPARE1:X"]);
        let (x, y) = codes[0].corners[2];
        assert!((x - (fax.width() - 32) as f32).hypot(y - (fax.height() - 16) as f32) < 8.0, "{codes:?}");
    }

    #[test]
    fn what_is_not_wanted_is_neither_given_nor_known() {
        let mut looks = Looks::new(|text: &str| text.starts_with("A"));
        assert!(looks.look(&drawn("BCD", 6)).is_empty());
        assert!(looks.known.is_empty());
    }

    #[test]
    fn ever_new_codes_do_not_make_it_grow() {
        let mut looks = Looks::new(|_: &str| true);
        let given = (0..2 * MOST).filter(|i| looks.is_new(&i.to_string()) == Some(true)).count();
        assert_eq!((given, looks.known.len()), (MOST, MOST));
        assert_eq!(looks.is_new("0"), Some(false));
    }

    #[test]
    fn neither_looks_nor_codes_show_a_text() {
        let mut looks = Looks::new(|_: &str| true);
        let codes = looks.look(&drawn("SECRET", 6));
        assert!(!format!("{looks:?}{codes:?}").contains("SECRET"));
    }
}
