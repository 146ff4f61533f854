//! What the person wants done, and the words for it.

use super::NITROKEYS;

/// What can be plugged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Counted from 0.
    Nitrokey(usize),
    Stick,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Plug(What),
    Unplug(What),
    /// In if it is out, out if it is in.
    Toggle(What),
    /// A finger on a Nitrokey's button, or away from it.
    Touch(usize, bool),
    Quit,
}

impl Order {
    /// `plug 1`, `unplug stick`, `touch 2`, …
    fn parse(line: &str) -> Option<Self> {
        let words: Vec<_> = line.split_whitespace().collect();
        let nitrokey = |word: &str| {
            let number = word.parse::<usize>().ok().filter(|number| (1..=NITROKEYS.len()).contains(number));
            number.map(|number| number - 1)
        };
        let what =
            |word| if word == "stick" { Some(What::Stick) } else { nitrokey(word).map(What::Nitrokey) };
        Some(match words[..] {
            ["plug", word] => Order::Plug(what(word)?),
            ["unplug", word] => Order::Unplug(what(word)?),
            ["touch", word] => Order::Touch(nitrokey(word)?, true),
            ["notouch", word] => Order::Touch(nitrokey(word)?, false),
            ["quit"] => Order::Quit,
            _ => return None,
        })
    }
}

/// Orders as they arrive, in pieces.
#[derive(Debug, Default)]
pub(crate) struct Orders(String);

impl Orders {
    /// The orders that are complete with this piece, a line each; or the lines that are none.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Vec<Result<Order, String>> {
        self.0 += &String::from_utf8_lossy(bytes);
        let end = self.0.rfind('\n').map_or(0, |end| end + 1);
        let complete: String = self.0.drain(..end).collect();
        let lines = complete.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| Order::parse(line).ok_or_else(|| line.to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_a_line_in_however_many_pieces_it_arrives() {
        let mut orders = Orders::default();
        assert_eq!(orders.add(b"plug 1\nunplug st"), [Ok(Order::Plug(What::Nitrokey(0)))]);
        assert_eq!(orders.add(b"ick"), []);
        let rest = [Ok(Order::Unplug(What::Stick)), Err("plug 9".into()), Ok(Order::Touch(1, false))];
        assert_eq!(orders.add(b"\n\nplug 9\nnotouch 2\n"), rest);
    }
}
