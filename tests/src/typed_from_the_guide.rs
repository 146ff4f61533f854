//! Which commands of `GUIDE.txt` tests type, and the few that none can.

use std::path::Path;

use anyhow::Result;
use coldspare::backup::sections;

use crate::debian::commands;

/// A command that no test types: its section, how it begins, and why.
pub const NOT_TYPED: &[(u8, &str, &str)] = &[
    (sections::SSH, "systemctl --user mask", "it is for a GNOME desktop, and there is none"),
    (
        sections::DISKS,
        "sudo systemd-cryptenroll",
        "there is no device with FIDO2 here, and none can be virtual",
    ),
    (sections::LOGIN, "pamu2fcfg", "there is no device with FIDO2 here, and none can be virtual"),
    (sections::YEARLY, "gpg --keyserver", "no test speaks over a network"),
];

/// Whether no test types this command of a section.
pub fn is_not_typed(number: u8, command: &str) -> bool {
    NOT_TYPED.iter().any(|(section, begins, _)| *section == number && command.starts_with(begins))
}

/// All commands of a section that can be typed here.
///
/// # Errors
/// If there is no such section.
pub fn typed(bundle: &Path, number: u8) -> Result<Vec<String>> {
    let mut commands = commands(bundle, number)?;
    commands.retain(|command| !is_not_typed(number, command));
    Ok(commands)
}
