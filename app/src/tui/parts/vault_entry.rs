//! One entry of the vault is typed: what it is, and the secret itself, typed blind.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use zeroize::Zeroizing;

use crate::backup::file_name;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::blind::Blind;

/// The fields.
const NAME: usize = 0;
const SECRET: usize = 1;
/// Characters of each.
const LONGEST: [usize; 2] = [40, 1000];

/// What a key made of it.
pub(in crate::tui) enum Entered {
    /// Nothing: the key is for somebody else.
    No,
    /// The key is used, and it is not whole yet.
    Handled,
    /// Enter, and nothing is typed.
    Empty,
    /// It is whole. Of one that is changed, a secret that was not typed stays.
    Whole(String, Option<Zeroizing<Vec<u8>>>),
}

/// The two fields.
pub(in crate::tui) struct VaultEntry {
    blind: Blind,
    /// Whether one that is there is changed.
    changes: bool,
}

/// A name that would do, as near as possible to what was typed.
fn suggestion(typed: &str) -> String {
    let plain = typed.replace('ß', "ss").nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    let fits = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '-' };
    let name: String = plain.chars().map(fits).take(LONGEST[NAME]).collect();
    name.trim_matches(['.', '-']).to_owned()
}

impl VaultEntry {
    /// A new one.
    pub(in crate::tui) fn new() -> Self {
        let fields = vec![Field::new(LONGEST[NAME]), Field::secret(LONGEST[SECRET])];
        VaultEntry { blind: Blind::new(fields), changes: false }
    }

    /// One that is there, to be changed.
    pub(in crate::tui) fn of(name: &str) -> Self {
        let mut entry = VaultEntry { changes: true, ..VaultEntry::new() };
        entry.blind.set(NAME, name);
        entry
    }

    /// It is begun anew; the name that was typed stays.
    pub(in crate::tui) fn begin(&mut self) {
        self.blind.wipe();
        self.blind.go(NAME);
    }

    fn is_empty(&self) -> bool {
        self.blind.is_empty(NAME) && self.blind.is_empty(SECRET)
    }

    /// What is wrong with the name, if one was typed, and in which field to go on. Where a name would do that is near to
    /// it, that one is taken: who types on without a look at the screen types the secret, and not into the name.
    fn check_name(&mut self, is_taken: &dyn Fn(&str) -> bool, context: &Context) -> Option<(Message, usize)> {
        let name = self.blind.text(NAME).trim().to_owned();
        match file_name(&name) {
            _ if name.is_empty() => None,
            Ok(()) => is_taken(&name).then(|| (context.pair(pair!("vault-twice"), &[]), NAME)),
            Err(error) => {
                let (message, better) = (context.message(&error), suggestion(&name));
                if is_taken(&better) || file_name(&better).is_err() {
                    return Some((message, NAME));
                }
                self.blind.set(NAME, &better);
                let now = context.fill(key!("vault-suggested"), &[("name", better.into())]);
                Some((Message { now, ..message }, SECRET))
            }
        }
    }

    /// Adds the fields, and what Enter does.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        let labels = [key!("vault-name"), key!("vault-content")].map(|key| context.say(key));
        let enter = if self.is_empty() && !self.changes { key!("key-next") } else { key!("vault-keep") };
        self.blind.view(context, view, &labels).enter(context.say(enter))
    }

    /// Types. `is_taken`: whether another entry has this name.
    pub(in crate::tui) fn key(
        &mut self,
        key: KeyEvent,
        is_taken: &dyn Fn(&str) -> bool,
        context: &Context,
    ) -> Entered {
        if key.code != KeyCode::Enter {
            return if self.blind.key(key, context) { Entered::Handled } else { Entered::No };
        }
        if self.blind.poll(context) {
            return Entered::Handled;
        }
        if self.is_empty() && !self.changes {
            return Entered::Empty;
        }
        let wrong = self.check_name(is_taken, context);
        let wrong = wrong.or_else(|| self.blind.misfit(context).map(|message| (message, SECRET)));
        if let Some((message, at)) = wrong {
            self.blind.wrong(message, at);
        } else if self.blind.at() == NAME {
            self.blind.go(SECRET);
        } else {
            let secret = (!self.blind.is_empty(SECRET))
                .then(|| Zeroizing::new(self.blind.text(SECRET).as_bytes().to_vec()));
            let name = self.blind.text(NAME).trim().to_owned();
            if name.is_empty() || secret.is_none() && !self.changes {
                self.blind.wrong(context.pair(pair!("vault-both"), &[]), NAME);
                return Entered::Handled;
            }
            return Entered::Whole(name, secret);
        }
        Entered::Handled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_do_is_found_for_whatever_can_be_read() {
        for (typed, better) in [
            ("clé du disque", "cle-du-disque"),
            ("Schlüssel/Platte", "Schlussel-Platte"),
            ("..hidden", "hidden"),
            ("totp-mail", "totp-mail"),
            ("Größe", "Grosse"),
        ] {
            assert_eq!(suggestion(typed), better);
            assert_eq!(file_name(&suggestion(typed)), Ok(()));
        }
        assert!(file_name(&suggestion("日本")).is_err());
        // What is told is what stands in the field then.
        assert_eq!(suggestion(&"ß".repeat(LONGEST[NAME])).len(), LONGEST[NAME]);
    }
}
