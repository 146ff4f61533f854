//! Typing a PIN or a passphrase: rules first, twice if it is new, hidden until the owner asks, and beside
//! it a line that shows what the keyboard really types. Only what was typed in one go is taken.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use crate::nitrokey::{FACTORY_ADMIN, FACTORY_USER, Pin};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::blind::Blind;

/// What is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum What {
    /// A Nitrokey's PIN.
    Pin(Pin),
    /// A passphrase.
    Passphrase,
    /// The code of a backup that another program made.
    Code,
}

/// A secret that is typed.
#[derive(Debug)]
pub(in crate::tui) struct PinEntry {
    what: What,
    /// The secret, once more if it is new, and the line for trying.
    blind: Blind,
    /// Shortest and longest, in bytes; none if it exists already.
    rules: Option<(usize, usize)>,
}

/// No new PIN or passphrase is longer.
const LONGEST: usize = 127;
/// One that exists may be. A scanned code has room too, so that it can be told for what it is.
const ROOM: usize = 1000;
/// The line for trying shows what is typed; of a share that a scanner types there it shows no more than the set.
const TRY: usize = 20;

impl PinEntry {
    /// A new PIN: typed twice, by the rules of the card.
    pub(in crate::tui) fn new_pin(pin: Pin, rules: (usize, usize)) -> Self {
        Self::new(What::Pin(pin), Some(rules))
    }

    /// A PIN that exists.
    pub(in crate::tui) fn known(pin: Pin) -> Self {
        Self::new(What::Pin(pin), None)
    }

    /// A new passphrase of at least so many characters.
    pub(in crate::tui) fn new_passphrase(shortest: usize) -> Self {
        Self::new(What::Passphrase, Some((shortest, LONGEST)))
    }

    /// A passphrase that exists.
    pub(in crate::tui) fn passphrase() -> Self {
        Self::new(What::Passphrase, None)
    }

    /// A code that exists.
    pub(in crate::tui) fn code() -> Self {
        Self::new(What::Code, None)
    }

    fn new(what: What, rules: Option<(usize, usize)>) -> Self {
        let mut fields = vec![Field::secret(ROOM)];
        if rules.is_some() {
            fields.push(Field::secret(ROOM));
        }
        fields.push(Field::new(TRY));
        PinEntry { what, blind: Blind::new(fields), rules }
    }

    /// Adds the fields.
    pub(in crate::tui) fn view(&self, context: &Context, mut view: View) -> View {
        let (name, rules) = match self.what {
            What::Pin(Pin::User) => (key!("pin-user"), Some(key!("pin-rules-user"))),
            What::Pin(Pin::Admin) => (key!("pin-admin"), Some(key!("pin-rules-admin"))),
            What::Pin(Pin::ResetCode) => (key!("pin-reset"), Some(key!("pin-rules-reset"))),
            What::Passphrase => (key!("pin-passphrase"), Some(key!("pin-rules-passphrase"))),
            // One that exists.
            What::Code => (key!("pin-code"), None),
        };
        if let (Some((min, max)), Some(rules)) = (self.rules, rules) {
            let values = [("min", min.into()), ("max", max.into())];
            view = view.text(context.fill(rules, &values));
        }
        let secret = context.say(name);
        let labels = match self.rules {
            Some(_) => vec![secret, context.say(key!("pin-again")), context.say(key!("pin-try"))],
            None => vec![secret, context.say(key!("pin-try"))],
        };
        self.blind.view(context, view, &labels).enter(context.say(key!("key-next")))
    }

    /// Types; the secret, once it is whole and right.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> Option<SecretString> {
        if key.code != KeyCode::Enter {
            self.blind.key(key, context);
            return None;
        }
        if self.blind.poll(context) {
            return None;
        }
        // Enter goes from a new secret to its repetition; the last line is only for trying.
        let first = self.rules.is_some() && self.blind.at() == 0;
        match self.problem(first, context) {
            Some(message) => self.blind.wrong(message, 0),
            None if first => self.blind.go(1),
            None => {
                let secret = SecretString::from(self.blind.text(0));
                self.blind.wipe();
                self.blind.go(0);
                return Some(secret);
            }
        }
        None
    }

    /// Whether every Nitrokey comes with this PIN (OpenPGP card 3.4 § 4.3).
    fn is_the_factorys(&self, typed: &str) -> bool {
        match self.what {
            What::Pin(Pin::User) => typed == FACTORY_USER,
            What::Pin(Pin::Admin) => typed == FACTORY_ADMIN,
            What::Pin(Pin::ResetCode) | What::Passphrase | What::Code => false,
        }
    }

    /// What is wrong with the secret; `first`: it is not repeated yet.
    fn problem(&self, first: bool, context: &Context) -> Option<Message> {
        let (typed, again) = (self.blind.text(0), self.blind.text(1));
        let message = |pair, (min, max): (usize, usize)| {
            context.pair(pair, &[("min", min.into()), ("max", max.into())])
        };
        self.blind.misfit(context).or_else(|| match self.rules {
            None if typed.is_empty() => Some(message(pair!("pin-empty"), (1, LONGEST))),
            Some(rules) if !(rules.0..=rules.1).contains(&typed.len()) => {
                Some(message(pair!("pin-length"), rules))
            }
            Some(rules) if self.is_the_factorys(typed) => Some(message(pair!("pin-factory"), rules)),
            Some(rules) if !first && again != typed => Some(message(pair!("pin-differs"), rules)),
            _ => None,
        })
    }
}
