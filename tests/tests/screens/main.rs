//! Pictures of every screen in every state, in every language, at 80 x 25, and of some that are larger. Each
//! is examined: nothing cut off, no word missing, nothing that the console cannot show. And nothing secret
//! is ever on a screen unless the owner asked to see it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod again;
mod another;
mod blind;
mod bring;
mod cards;
mod changes;
mod counts;
mod dates;
mod deal;
mod erased;
mod forged;
mod forgotten;
mod home;
mod journal;
mod later;
mod old_mail;
mod other_cards;
mod paper;
mod pictures;
mod pins;
mod plan;
mod revoke;
mod sealings;
mod secret;
mod setup;
mod sheet_codes;
mod short;
mod spot_check;
mod sticks;
mod stolen;
mod straight;
mod unfinished;
mod usb;
mod without;
mod yearly;

use anyhow::Result;
use coldspare::language::Texts;

use pictures::Pictures;

/// The serials of the Nitrokeys. None could be taken for a PIN.
const SERIALS: [u32; 3] = [0x1A2B_3C4D, 0x5E6F_7A8B, 0x9CAD_BECF];

/// One walk in one language, a test each: they are tried side by side.
macro_rules! walks {
    ($($module:ident::$walk:ident),* $(,)?) => {
        mod english { $(#[test] fn $walk() -> anyhow::Result<()> {
            super::walk(stringify!($walk), "en", super::$module::$walk)
        })* }
        mod german { $(#[test] fn $walk() -> anyhow::Result<()> {
            super::walk(stringify!($walk), "de", super::$module::$walk)
        })* }
        mod french { $(#[test] fn $walk() -> anyhow::Result<()> {
            super::walk(stringify!($walk), "fr", super::$module::$walk)
        })* }
    };
}

walks!(
    plan::begin,
    plan::appliance,
    plan::plan,
    plan::other_plans,
    plan::anew,
    plan::letters,
    bring::questions,
    bring::refusals,
    bring::places,
    bring::whole,
    bring::brought,
    setup::setup,
    short::short,
    spot_check::spot_check,
    paper::printers,
    paper::elsewhere,
    paper::handwritten,
    sticks::format,
    sticks::apart,
    usb::first,
    sticks::started,
    pins::pins,
    usb::usb,
    later::inspect,
    later::check,
    later::lost,
    later::lost_paper,
    cards::misfit,
    later::large,
    other_cards::other_cards,
    other_cards::before_erasing,
    another::another,
    deal::deal,
    deal::made_apart,
    forgotten::forgotten,
    forgotten::forgotten_backup,
    home::home,
    without::without,
    old_mail::old_mail,
    without::signed,
    revoke::revoke,
    changes::changes,
    stolen::stolen,
    stolen::stolen_again,
    stolen::stolen_primary,
    stolen::stolen_late,
    unfinished::unfinished,
    yearly::yearly,
    yearly::yearly_report,
);

#[test]
fn every_language_is_walked() {
    assert_eq!(Texts::languages(), ["en", "de", "fr"], "a module for each is in `walks!`");
}

fn walk(
    flow: &'static str,
    language: &'static str,
    walk: fn(&mut Pictures, &'static str) -> Result<()>,
) -> Result<()> {
    let mut pictures = Pictures::new(flow, language);
    walk(&mut pictures, language)?;
    pictures.finish();
    Ok(())
}
