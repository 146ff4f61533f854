//! Whether names can be printed.

use super::CeremonyError;
use crate::paper;
use crate::plan::{Plan, name_in};

/// Whether everything that goes onto paper can be printed: the font has Latin, Greek and Cyrillic.
pub(super) fn check_names(plan: &Plan) -> Result<(), CeremonyError> {
    let mut names =
        plan.trustees.iter().flat_map(|t| [("trustees.name", &t.name), ("trustees.note", &t.note)]);
    names.try_for_each(|(field, value)| check_name(field, value))?;
    check_owner(plan)
}

/// Whether this name, of which the plan calls the field so, can be printed: to be asked where it is typed.
///
/// # Errors
/// [`CeremonyError::NotPrintable`].
pub fn check_name(field: &'static str, value: &str) -> Result<(), CeremonyError> {
    let missing: String = paper::missing(value).into_iter().collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(CeremonyError::NotPrintable { field, value: value.to_owned(), missing }),
    }
}

/// Whether the owner's name or address can be printed.
///
/// # Errors
/// [`CeremonyError::NotPrintable`].
pub fn check_owner(plan: &Plan) -> Result<(), CeremonyError> {
    match owner_on_paper(&plan.user_ids) {
        Some(_) => Ok(()),
        None => check_name("user_ids", plan.owner()),
    }
}

/// The owner's name, or if the font lacks its letters the address, which seldom has others than these; of the first
/// user id that can be printed.
pub(super) fn owner_on_paper(user_ids: &[String]) -> Option<&str> {
    let mut names = user_ids.iter().flat_map(|id| {
        let address = id.split_once('<').map(|(_, rest)| rest.trim_end_matches('>'));
        std::iter::once(name_in(id)).chain(address)
    });
    names.find(|name| paper::missing(name).is_empty())
}
