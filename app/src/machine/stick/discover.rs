//! Which sticks are plugged in, so that the owner chooses one by its label.
//!
//! On the appliance, what counts is what is on USB: `appliance` finds it, `recognise` reads what is on it,
//! `mount` mounts it for each use, and [`Format`] formats what has no file system. On any other computer it is
//! what somebody has mounted (`desktop`), and in a trial a folder.

mod appliance;
mod desktop;
mod device;
mod format;
mod kernel;
mod mount;
mod open;
mod plugged;
mod recognise;
mod table;

use std::fs;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::language::shown::plain;
use appliance::Appliance;
pub use format::Format;
pub(in crate::machine) use mount::Mount;
use plugged::NAME;
pub use plugged::{Condition, Plugged};

/// Where sticks appear.
#[derive(Debug, Clone)]
pub struct Sticks(Place);

#[derive(Debug, Clone)]
enum Place {
    Appliance(Arc<Appliance>),
    /// Below these: `proc`, `sys` and `dev`.
    Machine(PathBuf),
    Folder(PathBuf),
}

impl Sticks {
    /// At the ports of the appliance, where nobody else mounts them.
    pub fn of_the_appliance() -> Self {
        Self::of_an_appliance("/")
    }

    /// The same with its `sys` and `dev` below another folder, for tests.
    pub fn of_an_appliance(machine: impl AsRef<Path>) -> Self {
        Sticks(Place::Appliance(Arc::new(Appliance::new(machine.as_ref()))))
    }

    /// At this machine's ports, where its own system mounts them.
    pub fn of_this_machine() -> Self {
        Sticks(Place::Machine("/".into()))
    }

    /// The same with its `proc`, `sys` and `dev` below another folder.
    #[cfg(test)]
    pub(crate) fn of_a_machine(root: impl Into<PathBuf>) -> Self {
        Sticks(Place::Machine(root.into()))
    }

    /// In this folder, where each folder is a stick of that name: for a trial on a computer on which
    /// nothing shall be written.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Sticks(Place::Folder(folder.into()))
    }

    /// All that are plugged in, by their names. It may be asked several times a second.
    pub fn list(&self) -> Vec<Plugged> {
        let mut plugged = match &self.0 {
            Place::Appliance(appliance) => appliance.list(),
            Place::Machine(root) => desktop::list(root),
            Place::Folder(folder) => in_folder(folder),
        };
        plugged.sort_by(|a, b| (&a.name, &a.root).cmp(&(&b.name, &b.root)));
        plugged
    }
}

/// Looks what is on a medium: the label that would be shown, if it has one.
pub(in crate::machine) fn read(medium: &mut (impl Read + Seek)) -> Option<String> {
    let _ = table::that_start(medium);
    match recognise::recognise(medium) {
        Ok(recognise::Content::Volume { label, .. }) => label,
        _ => None,
    }
}

/// The names of sticks in a table of mounts, as the system has it.
pub(in crate::machine) fn read_mounts(table: &[u8]) -> Vec<String> {
    desktop::names(table)
}

fn in_folder(folder: &Path) -> Vec<Plugged> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    // The size of the disk below says nothing about such a stick.
    folders
        .filter_map(|root| {
            let id = root.file_name()?.to_string_lossy().into_owned();
            Some(Plugged { name: plain(&id, NAME), ..Plugged::mounted(root, id) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::folder::{Stick, StickError};
    use super::*;

    #[test]
    fn a_folder_of_folders_stands_in_for_sticks() {
        let folder = tempfile::tempdir().unwrap();
        let sticks = Sticks::at(folder.path());
        assert_eq!(sticks.list(), []);
        fs::create_dir(folder.path().join("COLDSPARE")).unwrap();
        fs::write(folder.path().join("no stick"), "").unwrap();
        let plugged = sticks.list();
        assert_eq!(plugged.len(), 1);
        assert_eq!(plugged[0].open().unwrap().name(), "COLDSPARE");
        fs::remove_dir(folder.path().join("COLDSPARE")).unwrap();
        assert!(matches!(plugged[0].open(), Err(StickError::Gone { stick }) if stick == "COLDSPARE"));
    }

    #[test]
    fn no_name_of_a_stick_can_draw_on_the_screen() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["\u{1b}[2JA", "\u{202e}A", "\u{200b}A"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let sticks = Sticks::at(folder.path()).list();
        let names: Vec<_> = sticks.iter().map(Plugged::name).collect();
        assert_eq!(names, ["?A", "?A", "?[2JA"]);
        // They are three all the same.
        assert!(!sticks[0].is_beside(&sticks[1]) && sticks.iter().all(|stick| stick.open().is_ok()));
    }

    #[test]
    fn this_machine_can_be_asked() {
        Sticks::of_this_machine().list();
    }
}
