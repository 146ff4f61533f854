//! The words that errors have in common: a PIN, a slot, a card, and what is on a Nitrokey.

use zeroize::Zeroizing;

use super::brief;
use crate::backup::{Advice, Slip};
use crate::ceremony::CardName;
use crate::language::Texts;
use crate::language::shown::plain;
use crate::nitrokey::{Info, Model, Pin};
use crate::plan::{Role, Slot};

/// How a PIN is called.
pub fn pin(pin: Pin, texts: &Texts) -> String {
    let key = match pin {
        Pin::User => "told-pin-user",
        Pin::Admin => "told-pin-admin",
        Pin::ResetCode => "told-pin-reset-code",
    };
    texts.say(key, &[])
}

/// What a slot's key is for.
pub fn slot(slot: Slot, texts: &Texts) -> String {
    let key = match slot {
        Slot::Signature => "told-slot-signature",
        Slot::Decryption => "told-slot-decryption",
        Slot::Authentication => "told-slot-authentication",
    };
    texts.say(key, &[])
}

/// What a Nitrokey is.
pub fn role(role: &Role, texts: &Texts) -> String {
    match role {
        Role::Primary => texts.say("told-role-primary", &[]),
        &Role::SPARE => texts.say("told-role-spare", &[]),
        Role::Spare(number) => texts.say("told-role-spare-more", &[("number", number.get().into())]),
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

/// A model.
pub fn model(model: Model, texts: &Texts) -> String {
    let key = match model {
        Model::Nitrokey3 => "told-model-nitrokey-3",
        Model::Pro2 => "told-model-pro-2",
        Model::Pro1 => "told-model-pro-1",
        Model::Start => "told-model-start",
        Model::Other => "told-model-other",
    };
    texts.say(key, &[])
}

/// A share card, with its trustee.
pub fn card(card: &CardName, texts: &Texts) -> String {
    let number = ("number", card.number.into());
    match &card.trustee {
        Some(trustee) => texts.say("told-card-of", &[number, ("trustee", brief(trustee).into())]),
        None => texts.say("told-card", &[number]),
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
        Some(texts.say("told-key", &[("slot", slot(in_slot, texts).into()), ("key", key.into())]))
    };
    let mut lines: Vec<_> = Slot::ALL.into_iter().zip(&info.fingerprints).filter_map(key).collect();
    match (lines.is_empty(), info.holder.is_empty()) {
        (true, _) => vec![texts.say("told-nothing", &[])],
        (false, true) => lines,
        (false, false) => {
            lines.insert(0, texts.say("told-holder", &[("name", name(&info.holder).into())]));
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
    let quoted = |word: &str| texts.say("told-word-quoted", &[("word", word.to_owned().into())]);
    let line = |advice: &Advice| {
        let mut typed: String = advice.typed.chars().take(MOST).flat_map(char::escape_debug).collect();
        if advice.typed.chars().nth(MOST).is_some() {
            typed.push('…');
        }
        let word = [("position", advice.position.into()), ("typed", typed.into())];
        Zeroizing::new(match &advice.slip {
            Slip::Ambiguous => texts.say("told-word-ambiguous", &word),
            Slip::NoWord => texts.say("told-word-none", &word),
            Slip::Near(near) => {
                let near = near.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
                let [position, typed] = word;
                texts.say("told-word-near", &[position, typed, ("near", near.into())])
            }
        })
    };
    let lines: Vec<_> = advice.iter().map(line).collect();
    let lines = Zeroizing::new(lines.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n"));
    (!lines.is_empty()).then_some(lines)
}
