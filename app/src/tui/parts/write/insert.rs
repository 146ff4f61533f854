//! Which Nitrokey is to be written: what is plugged in, and what is said of each.

use super::writer::Writer;
use crate::nitrokey::Found;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::nitrokeys;

/// What is plugged in, a line each, and last: later.
pub(super) fn items(writer: &Writer, context: &Context) -> Vec<Item> {
    let expected = writer.role().and_then(|(_, serial)| *serial);
    let item = |found: &Found| match found {
        Found::HalfReset { reader } => {
            let reader = reader.clone();
            Item::new(
                context.say(key!("write-half")),
                context.fill(key!("nitrokey-half-reset"), &[("reader", reader.into())]),
            )
        }
        Found::Unreadable { reader, cause } => nitrokeys::unreadable(context, reader, *cause),
        Found::Nitrokey(info) => {
            let ours = writer.ours(context, info);
            let note = match (writer.written_as(info.serial), expected) {
                (Some(role), _) => context.fill(key!("write-same"), &[("role", context.role(role).into())]),
                (None, None) if ours.is_some() => context.say(key!("write-ours")),
                (None, Some(serial)) if serial != info.serial => {
                    context.fill(key!("write-other"), &[("serial", serial.to_string().into())])
                }
                (None, _) if info.is_blank() => context.say(key!("write-blank")),
                (None, _) if writer.has_keys(info) => context.say(key!("write-these")),
                (None, _) => context.say(key!("write-full")),
            };
            Item::new(nitrokeys::line(context, info, ours), note)
        }
    };
    let mut items: Vec<_> = context.found.iter().map(item).collect();
    let needed = writer.rehearsed.as_ref().map_or(0, |rehearsed| rehearsed.plan().quorum.needed());
    let note = context.fill(key!("write-later-note"), &[("needed", needed.into())]);
    items.push(Item::new(context.say(key!("write-later")), note));
    items
}

/// The screen.
pub(super) fn view(writer: &Writer, context: &Context, list: &List) -> View {
    let Some((role, expected)) = writer.role() else { return View::default() };
    let name = context.role(role);
    let view = View::new(context.fill(key!("write"), &[("role", name.clone().into())]));
    let view = match expected {
        Some(serial) if context.info(*serial).is_none() => {
            let serial = serial.to_string();
            let words =
                context.fill(key!("write-insert"), &[("role", name.into()), ("serial", serial.into())]);
            nitrokeys::insert(view, words)
        }
        None if context.found.is_empty() => {
            nitrokeys::insert(view, context.fill(key!("write-insert-any"), &[("role", name.into())]))
        }
        _ if list.is_none() => view.warning(context.say(key!("write-none"))),
        _ if context.found.len() > 1 => view.warning(context.say(key!("write-two"))),
        _ => view.text(context.say(key!("write-text"))),
    };
    let view = match &context.blind {
        Some(error) => view.problem(Some(&context.message(error))),
        None => view,
    };
    view.list(list, items(writer, context)).enter(context.say(key!("key-choose")))
}

/// The line that is selected: the Nitrokey that was met for this role, or that was begun to be written, or else
/// one with nothing on it. One with keys is erased only if the owner goes to it; and with these very keys it may
/// be the only one that works, so that not even having met it selects it.
pub(super) fn preset(writer: &Writer, context: &Context) -> List {
    let expected = writer.role().and_then(|(_, serial)| *serial);
    let fits = |found: &Found| match (found, expected) {
        (Found::Nitrokey(info), _) if writer.written_as(info.serial).is_some() => false,
        (Found::Nitrokey(info), Some(serial)) => {
            info.serial == serial && writer.ours(context, info).is_none()
        }
        (Found::Nitrokey(info), None) => info.is_blank() || writer.has_begun(info.serial),
        (Found::HalfReset { .. }, _) => true,
        (Found::Unreadable { .. }, _) => false,
    };
    match context.found.iter().position(fits) {
        Some(at) => List::at(at),
        // Nothing but 'later', and what cannot be read, which says why.
        None if context.infos().next().is_none() => List::default(),
        None => List::none(),
    }
}
