//! What is said of a key, of a slot, and of what is mended.

use std::time::SystemTime;

use fluent_bundle::FluentValue;

use super::import::Import;
use crate::backup::Moment;
use crate::language::Key;
use crate::openpgp::{Fault, Goes, Kept, Part};
use crate::plan::{Algorithm, Plan, Slot};
use crate::tui::kit::context::Context;
use crate::tui::kit::messages;

/// Of a form that RFC 9580 has brought, and that neither cards nor GnuPG read.
const NEW_FORM: &str = "(RFC 9580)";

/// A day as people write it.
pub(super) fn day(context: &Context, time: SystemTime) -> String {
    context.texts().day(&Moment::from(time).day())
}

/// The last eight characters of a fingerprint: `A1B2 C3D4`.
pub(super) fn end(print: &str) -> String {
    messages::fingerprint(print.get(print.len().saturating_sub(8)..).unwrap_or_default())
}

/// `RSA 3072 …A1B2 C3D4`.
pub(super) fn key(part: &Part) -> String {
    match part.fingerprint.is_empty() {
        true => part.kind.clone(),
        false => format!("{} …{}", part.kind, end(&part.fingerprint)),
    }
}

/// `yours, RSA 3072 …A1B2 C3D4`, or `new, RSA 3072`.
pub(in crate::tui::flows::set_up) fn goes(
    import: &Import,
    goes: &Goes,
    algorithm: Algorithm,
    context: &Context,
) -> String {
    match goes.yours().and_then(|print| import.inventory.part(print)) {
        Some(part) => context.fill(key!("places-yours"), &[("key", key(part).into())]),
        None => context.fill(key!("places-new"), &[("kind", algorithm.to_string().into())]),
    }
}

/// `Signatures: yours, RSA 3072 …A1B2 C3D4`.
pub(in crate::tui::flows::set_up) fn line(
    import: &Import,
    slot: Slot,
    algorithm: Algorithm,
    context: &Context,
) -> String {
    let what = goes(import, &import.places[slot as usize], algorithm, context);
    let line = match slot {
        Slot::Signature => key!("places-signature"),
        Slot::Decryption => key!("places-decryption"),
        Slot::Authentication => key!("places-authentication"),
    };
    context.fill(line, &[("key", what.into())])
}

/// The same for all slots, as lines of a screen.
pub(super) fn lines(import: &Import, algorithm: Algorithm, context: &Context) -> Vec<String> {
    Slot::ALL.into_iter().map(|slot| format!("  {}", line(import, slot, algorithm, context))).collect()
}

/// The slots that get a new key, in words.
pub(in crate::tui::flows::set_up) fn slots(slots: impl Iterator<Item = Slot>, context: &Context) -> String {
    slots.map(|slot| messages::slot(slot, context.texts())).collect::<Vec<_>>().join(", ")
}

/// When it was made, and until when it is valid.
pub(super) fn about(part: &Part, context: &Context) -> String {
    let made = ("made", FluentValue::from(day(context, part.made)));
    match part.expires {
        None => context.fill(key!("places-about-never"), &[made]),
        Some(until) => {
            let key = if part.is_expired() { key!("places-about-expired") } else { key!("places-about") };
            context.fill(key, &[made, ("until", day(context, until).into())])
        }
    }
}

/// Sentences, one behind the other.
pub(super) fn joined(sentences: impl IntoIterator<Item = String>) -> String {
    sentences.into_iter().collect::<Vec<_>>().join(" ")
}

/// Why this goes into the slot. That the owner has chosen it is said only where without a word of theirs it would be another.
pub(super) fn why(import: &Import, slot: Slot, plan: &Plan, context: &Context) -> String {
    let goes = &import.places[slot as usize];
    let preset = import.inventory.preset(plan).ok().map(|places| places[slot as usize].clone());
    let preset = preset.as_ref() == Some(goes);
    let Some(part) = goes.yours().and_then(|print| import.inventory.part(print)) else {
        return context.say(why_new(import, slot, preset));
    };
    let offered = import.inventory.offers(slot);
    let only = offered.iter().filter(|offer| offer.yours().is_some()).count() == 1;
    let first = offered.first().is_some_and(|first| is_placed(import, first));
    context.say(match (part.primary, slot) {
        (true, Slot::Signature) if !part.uses.sign => key!("places-why-certifies"),
        (true, Slot::Signature) => key!("places-why-primary"),
        (true, _) if only => key!("places-why-primary-only"),
        _ if import.inventory.is_new_identity() => key!("places-why-old-mail"),
        _ if only => key!("places-why-only"),
        _ if offered.first() == Some(goes) => key!("places-why-newest"),
        _ if preset && first && plan.slots.is_none() => key!("places-why-next"),
        _ => key!("places-why-chosen"),
    })
}

fn is_placed(import: &Import, goes: &Goes) -> bool {
    goes.yours().is_some() && import.places.contains(goes)
}

fn why_new(import: &Import, slot: Slot, preset: bool) -> Key {
    let does = |part: &&Part| match slot {
        Slot::Signature => part.uses.sign,
        Slot::Decryption => part.uses.decrypt,
        Slot::Authentication => part.uses.authenticate,
    };
    let inventory = &import.inventory;
    let last = inventory.parts().iter().filter(does).max_by_key(|part| (!part.primary, part.made));
    let last = last.and_then(|part| part.kept.as_ref());
    let offers = inventory.offers(slot);
    let fitting: Vec<_> = offers
        .iter()
        .filter_map(|offer| Some((is_placed(import, offer), inventory.part(offer.yours()?)?)))
        .collect();
    let own = fitting.iter().any(|(_, part)| !part.primary);
    match last {
        _ if inventory.is_new_identity() && slot != Slot::Decryption => key!("places-why-not-saved"),
        _ if inventory.is_new_identity() => key!("places-why-old-kept"),
        // None of those that could go here is left.
        _ if own && fitting.iter().all(|(placed, _)| *placed) => key!("places-why-elsewhere-own"),
        _ if own && !preset => key!("places-why-new-chosen"),
        Some(Kept::Revoked(_)) if !own => key!("places-why-revoked"),
        Some(Kept::NoSecret) if !own => key!("places-why-no-secret"),
        _ if !own && fitting.iter().any(|(placed, _)| *placed) => key!("places-why-elsewhere"),
        _ if slot == Slot::Signature && !fitting.is_empty() => key!("places-why-offline"),
        _ if slot == Slot::Decryption && preset && !fitting.is_empty() => key!("places-why-passed-over"),
        _ if slot == Slot::Authentication && preset && !fitting.is_empty() => {
            key!("places-why-offline-logins")
        }
        _ if !fitting.is_empty() => key!("places-why-new-chosen"),
        Some(Kept::Kind | Kept::Unbound | Kept::Useless) => key!("places-why-kind"),
        _ => key!("places-why-none"),
    }
}

/// Why a key goes onto no Nitrokey, and what that means.
pub(super) fn kept(part: &Part, context: &Context) -> String {
    let why = match &part.kept {
        Some(Kept::Revoked(revoked)) => {
            let reason = context.say(revoked.reason.said());
            let day = context.texts().day(&revoked.day);
            context.fill(key!("places-kept-revoked"), &[("day", day.into()), ("reason", reason.into())])
        }
        Some(Kept::NoSecret) => context.say(key!("places-kept-no-secret")),
        _ if part.primary => context.say(key!("places-kept-primary")),
        Some(Kept::Kind) if part.kind.ends_with(NEW_FORM) => context.say(key!("places-kept-form")),
        Some(Kept::Kind) if part.kind.starts_with("RSA") => context.say(key!("places-kept-rsa")),
        Some(Kept::Kind) => context.say(key!("places-kept-kind")),
        Some(Kept::Unbound) => context.say(key!("places-kept-unbound")),
        Some(Kept::Useless) => context.say(key!("places-kept-useless")),
        None => context.say(key!("places-kept-older")),
    };
    let mail = match (&part.kept, part.uses.decrypt) {
        (_, false) => None,
        (Some(Kept::NoSecret), true) => Some(context.say(key!("places-kept-mail-elsewhere"))),
        (_, true) => Some(context.say(key!("places-kept-mail"))),
    };
    let proven = Some(&part.kept).filter(|kept| !part.proven && **kept != Some(Kept::NoSecret));
    let proven = proven.map(|_| context.say(key!("places-kept-unproven")));
    joined([about(part, context), why].into_iter().chain(mail).chain(proven))
}

/// What is wrong with it today, and what mends it.
pub(super) fn faults(faults: &[Fault], import: &Import, plan: &Plan, context: &Context) -> String {
    let renewed = || match import.inventory.renewed_until(plan, SystemTime::now()) {
        Some(until) => context.fill(key!("places-fault-expired"), &[("until", day(context, until).into())]),
        None => context.say(key!("places-fault-expired-never")),
    };
    // Whoever gets a new day gets it where it can be changed.
    let moved = |fault: &&Fault| **fault != Fault::DayOnKey || !faults.contains(&Fault::Expired);
    joined(faults.iter().filter(moved).map(|fault| match fault {
        Fault::Hash => context.say(key!("places-fault-hash")),
        Fault::NoFlags => context.say(key!("places-fault-no-flags")),
        Fault::NoBackSignature => context.say(key!("places-fault-no-back-signature")),
        Fault::Expired => renewed(),
        Fault::DayOnKey => context.say(key!("places-fault-day-on-key")),
        Fault::OnPhoto => context.say(key!("places-fault-on-photo")),
        Fault::Local => context.say(key!("places-fault-local")),
    }))
}
