//! What all sheets say of a sealed backup; and the letter in its bundle, which is drawn of that alone.

use super::CeremonyError;
use super::names::owner_on_paper;
use crate::backup::{self, Manifest};
use crate::language::Texts;
use crate::paper::{self, Backup, Paper, Sheets};
use crate::plan::Plan;

/// The user ids as they can be printed: of one whose letters the font lacks its address, or its name. None is left out
/// in silence but one that has neither, and there is always one.
fn on_paper(user_ids: &[String], owner: &str) -> Vec<String> {
    let printed = |id: &String| match paper::missing(id).is_empty() {
        true => Some(id.clone()),
        false => owner_on_paper(std::slice::from_ref(id)).map(Into::into),
    };
    let all: Vec<_> = user_ids.iter().filter_map(printed).collect();
    if all.is_empty() { vec![owner.to_owned()] } else { all }
}

/// What all sheets say of it. What it says of recovering by hand stands in its guide.
pub(super) fn for_paper(manifest: &Manifest, plan: &Plan, guide: &str) -> Backup {
    // Of the key itself: what an imported one's plan says beside it is nobody's user id. But where none of its own
    // can be printed, its owner has typed a name that can.
    let of_key = owner_on_paper(&manifest.user_ids).map(|owner| (owner, &manifest.user_ids));
    let (owner, user_ids) = of_key
        .or_else(|| Some((owner_on_paper(&plan.user_ids)?, &plan.user_ids)))
        .unwrap_or(("", &manifest.user_ids));
    Backup {
        owner: owner.to_owned(),
        user_ids: on_paper(user_ids, owner),
        made: manifest.moment.day(),
        set: manifest.set.to_string(),
        sealing: manifest.sealing,
        sha256: data_encoding::HEXUPPER.encode(&manifest.sealed_backup_sha256),
        fingerprint: manifest.fingerprint.clone(),
        needed: manifest.quorum.needed(),
        cards: manifest.quorum.cards(),
        recovery_page: backup::section(guide, backup::sections::DEBIAN_TOOLS),
    }
}

/// The letter to whoever holds a card that was copied by hand, as two files of the bundle.
///
/// # Errors
/// [`CeremonyError::Paper`].
pub(super) fn letter(
    manifest: &Manifest,
    plan: &Plan,
    guide: &str,
) -> Result<[(&'static str, Vec<u8>); 2], CeremonyError> {
    let texts = Texts::of(&plan.language);
    // Nobody has chosen a paper yet; without codes it may be printed smaller.
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    let backup = for_paper(manifest, plan, guide);
    let drawn = paper::pdf(&sheets.letter(&backup))?.to_vec();
    Ok([
        (backup::bundle::LETTER_PDF, drawn),
        (backup::bundle::LETTER_TXT, sheets.letter_text(&backup).into_bytes()),
    ])
}
