//! PINs that were made or came from the backup, and that nobody has seen.

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::pins::{KeyPins, Pins};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::Part;

/// A flow in which PINs come into being.
pub(in crate::tui) trait MakesPins {
    /// The PINs that nobody has seen, and that are on no paper. Without the user PIN where its owner chooses that.
    fn unseen(&self) -> Vec<(Role, Pins<Option<SecretString>>)>;
    /// All of them were shown.
    fn have_seen(&mut self);

    /// The slips of those, and their language, where no other step prints them.
    fn slips(&self) -> Option<(Vec<KeyPins>, String)> {
        None
    }
}

/// The three lines, as long as the owner wants to see them.
pub(in crate::tui) fn lines(
    context: &Context,
    Pins { user, admin, reset_code }: &Pins<Option<SecretString>>,
) -> Part {
    let line = |key, pin: &str| Zeroizing::new(format!("{:<16} {pin}", context.say(key)));
    let user = match user {
        Some(user) => line(key!("pin-user"), user.expose_secret()),
        // It is in no backup.
        None => line(key!("pin-user"), &context.say(key!("pin-user-chosen"))),
    };
    Part::Secret(vec![
        user,
        line(key!("pin-admin"), admin.expose_secret()),
        line(key!("pin-reset"), reset_code.expose_secret()),
    ])
}
