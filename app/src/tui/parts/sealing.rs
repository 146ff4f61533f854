//! Which sealed backup was opened, for whoever compares it with the owner's record; and what speaks against its being
//! today's.

use crate::backup::Moment;
use crate::ceremony::{Made, Outside, Ready};
use crate::nitrokey::Info;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;

/// Which one it is, as it says itself.
pub(in crate::tui) fn which(context: &Context, made: &Made) -> String {
    let Some(inside) = made.sealing() else { return context.say(key!("opened-unknown")) };
    let values = [
        ("sealing", inside.number.to_string().into()),
        ("set", inside.set.to_string().into()),
        ("day", context.texts().day(&inside.moment.day()).into()),
    ];
    context.fill(key!("opened-sealing"), &values)
}

/// Adds that manifest or sheet say something else.
pub(in crate::tui) fn contradicted(context: &Context, made: &Made, view: View) -> View {
    let Some(Outside { number, moment, .. }) = made.contradicted() else { return view };
    let number = ("sealing", number.to_string().into());
    view.warning(match moment {
        Some(moment) => {
            context.fill(key!("opened-list"), &[number, ("day", context.texts().day(&moment.day()).into())])
        }
        None => context.fill(key!("opened-sheet"), &[number]),
    })
}

/// Adds that keys on this Nitrokey are newer than the backup.
pub(in crate::tui) fn newer(context: &Context, ready: Option<&Ready>, info: &Info, view: View) -> View {
    let newer =
        ready.and_then(|ready| Some((ready.newer_key(info)?, Moment::from(ready.identity().newest_key()))));
    let Some((key, newest)) = newer else { return view };
    let [key, newest] = [key, newest].map(|moment| context.texts().day(&moment.day()));
    view.warning(context.fill(key!("nitrokey-newer"), &[("key", key.into()), ("newest", newest.into())]))
}
