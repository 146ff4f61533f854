//! The plan, keys that exist: a file is opened when it is chosen, and what goes where is shown before anything else.

pub(super) mod again;
mod ask;
pub(super) mod file;
pub(super) mod import;
pub(super) mod places;
pub(super) mod read;
pub(super) mod words;
