//! What an owner wants changed: one thing each. All of them together make the copy that is sealed.

use std::time::SystemTime;

use secrecy::SecretString;

use crate::backup::{Moment, Secret};
use crate::ceremony::{CeremonyError, Change, Made};
use crate::language::Texts;
use crate::nitrokey::Pin;
use crate::plan::{Expiry, Role};
use crate::tui::kit::context::Context;

/// One thing.
#[derive(Clone)]
pub(super) enum Wish {
    /// All keys that matter are valid so long from now on.
    Expiry(Expiry),
    /// Another name or address.
    AddUserId(String),
    /// One that is no longer used.
    RevokeUserId(String),
    /// The one that others see first.
    MainUserId(String),
    /// The backup holds the user PINs: these.
    KeepUserPins(Vec<(Role, SecretString)>),
    /// It does not hold them.
    DropUserPins,
    /// A PIN that was set on a Nitrokey since.
    Pin(Role, Pin, SecretString),
    /// Where the cards are.
    Notes(Vec<String>),
    /// What is kept in the vault, in the place of an old entry or not.
    Keep { old: Option<String>, name: String, secret: Secret },
    /// What is not kept any longer.
    KeepNoLonger(String),
    /// The language of what is printed.
    Language(String),
}

impl Wish {
    /// Whether it takes the place of an earlier one of its kind.
    fn replaces(&self, earlier: &Wish) -> bool {
        match (self, earlier) {
            (Wish::Expiry(_), Wish::Expiry(_))
            | (Wish::MainUserId(_), Wish::MainUserId(_))
            | (Wish::Notes(_), Wish::Notes(_))
            | (Wish::Language(_), Wish::Language(_)) => true,
            (Wish::Pin(role, pin, _), Wish::Pin(before, other, _)) => role == before && pin == other,
            _ => false,
        }
    }

    /// Whether others need the public key that comes of it.
    pub(super) fn changes_the_public_key(&self) -> bool {
        matches!(self, Wish::Expiry(_) | Wish::AddUserId(_) | Wish::RevokeUserId(_) | Wish::MainUserId(_))
    }

    /// Changes a copy of what was opened.
    pub(super) fn come_true(self, made: &mut Made, now: SystemTime) -> Result<(), CeremonyError> {
        match self {
            Wish::Expiry(expiry) => made.change(&Change::Expiry(expiry), now),
            Wish::AddUserId(id) => made.change(&Change::AddUserId(id), now),
            Wish::RevokeUserId(id) => made.change(&Change::RevokeUserId(id), now),
            Wish::MainUserId(id) => made.change(&Change::MainUserId(id), now),
            Wish::KeepUserPins(pins) => {
                made.keep_user_pins(true);
                pins.into_iter().try_for_each(|(role, pin)| made.change_pin(&role, Pin::User, pin))
            }
            Wish::DropUserPins => {
                made.keep_user_pins(false);
                Ok(())
            }
            Wish::Pin(role, pin, typed) => made.change_pin(&role, pin, typed),
            Wish::Notes(notes) => made.change_notes(&notes),
            Wish::Keep { old, name, secret } => {
                old.iter().filter(|old| **old != name).for_each(|old| made.keep_no_longer(old));
                made.keep_instead(&name, &secret)
            }
            Wish::KeepNoLonger(name) => {
                made.keep_no_longer(&name);
                Ok(())
            }
            Wish::Language(language) => made.speak(&language),
        }
    }

    /// As it is listed.
    pub(super) fn said(&self, context: &Context, changed: &Made) -> String {
        let named = |key, name: &String| context.fill(key, &[("name", name.clone().into())]);
        match self {
            Wish::Expiry(_) => match until(context, changed) {
                Some(day) => context.fill(key!("wish-expiry"), &[("day", day.into())]),
                None => context.say(key!("wish-expiry-never")),
            },
            Wish::AddUserId(id) => named(key!("wish-name-add"), id),
            Wish::RevokeUserId(id) => named(key!("wish-name-revoke"), id),
            Wish::MainUserId(id) => named(key!("wish-name-main"), id),
            Wish::KeepUserPins(_) => context.say(key!("wish-pins-keep")),
            Wish::DropUserPins => context.say(key!("wish-pins-drop")),
            Wish::Pin(role, pin, _) => {
                let key = match pin {
                    Pin::User => key!("wish-pin-user"),
                    Pin::Admin => key!("wish-pin-admin"),
                    Pin::ResetCode => key!("wish-pin-reset"),
                };
                context.fill(key, &[("role", context.role(role).into())])
            }
            Wish::Notes(_) => context.say(key!("wish-notes")),
            Wish::Keep { old: Some(_), name, .. } => named(key!("wish-vault-replace"), name),
            Wish::Keep { old: None, name, .. } => named(key!("wish-vault-add"), name),
            Wish::KeepNoLonger(name) => named(key!("wish-vault-remove"), name),
            Wish::Language(code) => {
                named(key!("wish-language"), &Texts::of(code).say(key!("language-name"), &[]))
            }
        }
    }
}

/// The day on which the first of the keys expires that matter.
pub(super) fn until(context: &Context, made: &Made) -> Option<String> {
    made.identity().expires().map(|time| context.texts().day(&Moment::from(time).day()))
}

/// Those that come true: of what was wanted twice the last. What it takes the place of is there again when it is taken back.
pub(super) fn that_count(wishes: &[Wish]) -> impl Iterator<Item = &Wish> {
    let is_replaced =
        move |at: usize, wish: &Wish| wishes.iter().skip(at + 1).any(|later| later.replaces(wish));
    wishes.iter().enumerate().filter(move |(at, wish)| !is_replaced(*at, wish)).map(|(_, wish)| wish)
}
