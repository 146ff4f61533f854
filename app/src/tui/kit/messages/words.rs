//! The words that errors have in common: a PIN, a slot, a card, and what is on a Nitrokey.

use zeroize::Zeroizing;

use super::brief;
use crate::backup::{Advice, Slip};
use crate::ceremony::CardName;
use crate::language::shown::plain;
use crate::language::{Key, Texts};
use crate::nitrokey::{Info, Model, Pin};
use crate::plan::{Role, Slot, Touch};

/// How a PIN is called.
pub fn pin(pin: Pin, texts: &Texts) -> String {
    let key = match pin {
        Pin::User => key!("name-pin-user"),
        Pin::Admin => key!("name-pin-admin"),
        Pin::ResetCode => key!("name-pin-reset-code"),
    };
    texts.say(key, &[])
}

/// What a slot's key is for.
pub fn slot(slot: Slot, texts: &Texts) -> String {
    texts.say(slot.name(), &[])
}

/// What a Nitrokey is.
pub fn role(role: &Role, texts: &Texts) -> String {
    match role {
        Role::Primary => texts.say(key!("name-role-primary"), &[]),
        &Role::SPARE => texts.say(key!("name-role-spare"), &[]),
        Role::Spare(number) => texts.say(key!("name-role-spare-more"), &[("number", number.get().into())]),
        // From a backup that was made by hand.
        Role::Other(word) => brief(word),
    }
}

/// Whose keys a list says that they are. Whoever signed it wrote that: it gets one line's room among the program's own.
pub fn owners(user_ids: &[String]) -> String {
    /// So many, and as much of each.
    const MOST: usize = 3;
    const LONGEST: usize = 60;
    let mut owners: Vec<_> = user_ids.iter().take(MOST).map(|id| plain(id, LONGEST)).collect();
    owners.extend((user_ids.len() > MOST).then(|| "…".to_owned()));
    owners.join(", ")
}

/// Whether a key wants to be touched.
pub(in crate::tui) fn touch(touch: Touch) -> Key {
    match touch {
        Touch::Off => key!("touch-off"),
        Touch::On => key!("touch-on"),
        Touch::Permanent => key!("touch-permanent"),
    }
}

/// A model.
pub fn model(model: Model, texts: &Texts) -> String {
    let key = match model {
        Model::Nitrokey3 => key!("name-model-nitrokey-3"),
        Model::Pro2 => key!("name-model-pro-2"),
        Model::Pro1 => key!("name-model-pro-1"),
        Model::Start => key!("name-model-start"),
        Model::Other => key!("name-model-other"),
    };
    texts.say(key, &[])
}

/// A share card, with its trustee.
pub fn card(card: &CardName, texts: &Texts) -> String {
    let number = ("number", card.number.into());
    match &card.trustee {
        Some(trustee) => texts.say(key!("name-card-of"), &[number, ("trustee", brief(trustee).into())]),
        None => texts.say(key!("name-card"), &[number]),
    }
}

/// A fingerprint in groups of four digits.
pub fn fingerprint(digits: &str) -> String {
    let digits: Vec<_> = brief(digits).chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A holder's name as people write it; on cards it is `SURNAME<<FORENAMES` (OpenPGP card 3.4 § 4.4.3.1).
fn name(holder: &str) -> String {
    let (surname, forenames) = holder.split_once("<<").unwrap_or((holder, ""));
    brief(&format!("{forenames} {surname}").replace('<', " "))
}

/// What is on a Nitrokey, and would be lost if it were erased: a line for the holder's name, and one for
/// each key; or that there is nothing.
pub fn contents(info: &Info, texts: &Texts) -> Vec<String> {
    let key = |(in_slot, print): (Slot, &Option<String>)| {
        let key = fingerprint(print.as_ref()?);
        Some(texts.say(key!("on-it-key"), &[("slot", slot(in_slot, texts).into()), ("key", key.into())]))
    };
    let mut lines: Vec<_> = Slot::ALL.into_iter().zip(&info.fingerprints).filter_map(key).collect();
    match (lines.is_empty(), info.holder.is_empty()) {
        (true, _) => vec![texts.say(key!("on-it-nothing"), &[])],
        (false, true) => lines,
        (false, false) => {
            lines.insert(0, texts.say(key!("on-it-holder"), &[("name", name(&info.holder).into())]));
            lines
        }
    }
}

/// What to say of typed words, a line for each that is none. It repeats what was typed, so it is for the
/// screen of who types. `None`: all of them are words.
///
/// What Fluent copies on the way is wiped when it is freed, as everything in this program is.
pub fn advice(advice: &[Advice], texts: &Texts) -> Option<Zeroizing<String>> {
    // Nobody would look for a longer one on a card; and what is no letter must not reach the terminal.
    const MOST: usize = 20;
    let quoted = |word: &str| texts.say(key!("typed-word-quoted"), &[("word", word.to_owned().into())]);
    let line = |advice: &Advice| {
        let mut typed: String = advice.typed.chars().take(MOST).flat_map(char::escape_debug).collect();
        if advice.typed.chars().nth(MOST).is_some() {
            typed.push('…');
        }
        let word = [("position", advice.position.into()), ("typed", typed.into())];
        Zeroizing::new(match &advice.slip {
            Slip::Ambiguous => texts.say(key!("typed-word-ambiguous"), &word),
            Slip::NoWord => texts.say(key!("typed-word-none"), &word),
            Slip::Near(near) => {
                let near = near.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
                let [position, typed] = word;
                texts.say(key!("typed-word-near"), &[position, typed, ("near", near.into())])
            }
        })
    };
    let lines: Vec<_> = advice.iter().map(line).collect();
    let lines = Zeroizing::new(lines.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n"));
    (!lines.is_empty()).then_some(lines)
}
