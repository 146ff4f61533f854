//! One card alone: what can be said of it with the list on the stick, and without.

use crate::backup::{GatherError, Manifest, SetId, ShareError};
use crate::ceremony::{CeremonyError, OnPaper, Reading, check_card};
use crate::tui::kit::context::Context;
use crate::tui::kit::messages::Message;

/// What can be said of a card that is not wrong.
pub(in crate::tui) enum Checked {
    /// The card says what was printed.
    Good { card: u8 },
    /// The card says what was printed, as far as it could be read.
    Mended { card: u8 },
    /// Its code is whole, by the check in it.
    Code { card: u8, cards: u8, set: SetId },
    /// Each of its lines of digits fits its check; whose card it is they do not say.
    Digits,
    /// Its words fit together. So would one in 256 wrong ones.
    Words,
}

/// Looks at a card: with the list it is compared, without it only read.
pub(in crate::tui) fn inspect(
    manifest: Option<&Manifest>,
    typed: &Reading,
) -> Result<Checked, CeremonyError> {
    if let Some(manifest) = manifest {
        return Ok(Checked::Good { card: check_card(manifest, typed)?.x });
    }
    Ok(match (typed.on_paper()?, typed) {
        (OnPaper::Share(share), _) => {
            Checked::Code { card: share.x, cards: share.quorum.cards(), set: share.set }
        }
        (OnPaper::Part(_), _) => return Err(ShareError::BackupPart.into()),
        (OnPaper::Bytes(_), Reading::Digits(_)) => Checked::Digits,
        (OnPaper::Bytes(_), _) => Checked::Words,
    })
}

/// Why it is none of the list's. Of another set, it may be one that new cards took the place of.
pub(in crate::tui) fn of_another_set(
    error: &CeremonyError,
    manifest: Option<&Manifest>,
    context: &Context,
) -> Message {
    let (CeremonyError::Gather(GatherError::OtherSet { card, found, .. }), Some(manifest)) =
        (error, manifest)
    else {
        return context.message(error);
    };
    let values = [
        ("card", (*card).into()),
        ("found", found.to_string().into()),
        ("set", manifest.set.to_string().into()),
        ("day", context.texts().day(&manifest.moment.day()).into()),
    ];
    context.pair(pair!("check-other-set"), &values)
}
