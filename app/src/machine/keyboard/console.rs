//! Setting a layout on the Linux console.

use std::os::fd::AsFd;

use rustix::io::Errno;

use super::Layout;
use super::keymap::{self, CAPITALS, K_HOLE, K_NO_SUCH_MAP, LATIN, TABLES};
use crate::machine::console::{kernel, virtual_console};

/// A layout could not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyboardError {
    /// Only an administrator (`CAP_SYS_TTY_CONFIG`) sets layouts. On the appliance this does not happen.
    #[error("setting the keyboard layout not permitted")]
    NotAllowed,
    /// Anything else that the kernel said.
    #[error("keyboard layout refused by the kernel: {0}")]
    Kernel(Errno),
}

impl From<Errno> for KeyboardError {
    fn from(error: Errno) -> Self {
        match error {
            Errno::PERM | Errno::ACCESS => KeyboardError::NotAllowed,
            other => KeyboardError::Kernel(other),
        }
    }
}

/// Whether there was a console to set a layout on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// The kernel's keymap is that layout's now.
    OnConsole,
    /// This is a window, a serial line or no terminal at all: whoever drives the keyboard has set its
    /// layout, and nothing was done.
    NotAConsole,
}

/// Sets a layout on the virtual console that this program runs on; all virtual consoles share it. The
/// accents are the kernel's to compose. Function keys, arrows and the number pad stay as they are.
///
/// # Errors
/// [`KeyboardError`]; some keys may have changed by then.
pub fn set(layout: &Layout) -> Result<Set, KeyboardError> {
    match virtual_console() {
        Some(console) => set_on(console, layout).map(|()| Set::OnConsole).map_err(KeyboardError::from),
        None => Ok(Set::NotAConsole),
    }
}

fn set_on(console: impl AsFd, layout: &Layout) -> Result<(), Errno> {
    let console = console.as_fd();
    // Before the entries: the kernel takes characters in this mode alone.
    kernel::unicode_keys(console)?;
    for locks in [0, LATIN, CAPITALS, LATIN | CAPITALS] {
        for held in TABLES {
            let table = locks | held;
            let exists = kernel::entry(console, table, 0)? != K_NO_SUCH_MAP;
            // A table that is missing swallows its keys. One that an earlier layout needed must not keep
            // that layout's letters: its lock may be on.
            if !exists && !is_needed(layout, locks) {
                continue;
            }
            if !exists {
                copy_other_keys(console, held, table)?;
            }
            for entry in keymap::entries(layout, table) {
                kernel::set_entry(console, table, entry.code, entry.value)?;
            }
        }
    }
    kernel::set_compositions(console, &keymap::compositions())?;
    set_caps_lamp(layout);
    Ok(())
}

/// Whether the layout has these locks.
fn is_needed(layout: &Layout, locks: u8) -> bool {
    (locks & LATIN == 0 || layout.latin().is_some())
        && (locks & CAPITALS == 0 || keymap::caps_is_a_lock(layout))
}

/// Fills a new table with what all other keys do: function keys, arrows, the number pad. The table of
/// Shift and AltGr takes it from that of Shift.
fn copy_other_keys(console: impl AsFd, held: u8, table: u8) -> Result<(), Errno> {
    let console = console.as_fd();
    for from in [held, held & 1, 0] {
        if from == table || kernel::entry(console, from, 0)? == K_NO_SUCH_MAP {
            continue;
        }
        for code in 1..=u8::MAX {
            let value = kernel::entry(console, from, code)?;
            if value != K_HOLE {
                kernel::set_entry(console, table, code, value)?;
            }
        }
        return Ok(());
    }
    Ok(())
}

/// Has the lamp of Caps Lock follow the lock that the layout uses. Without such a lamp, or without the
/// kernel's support for it, nothing happens.
fn set_caps_lamp(layout: &Layout) {
    let trigger: &[u8] = if keymap::caps_is_a_lock(layout) { b"kbd-ctrlllock" } else { b"kbd-capslock" };
    let lamps = std::fs::read_dir("/sys/class/leds").into_iter().flatten().flatten();
    for lamp in lamps.filter(|lamp| lamp.file_name().to_string_lossy().ends_with("::capslock")) {
        let _ = std::fs::write(lamp.path().join("trigger"), trigger);
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn what_is_no_console_is_left_alone() {
        let null = File::open("/dev/null").unwrap();
        assert!(!kernel::is_virtual_console(&null));
        assert_eq!(set_on(&null, Layout::named("de").unwrap()), Err(Errno::NOTTY));
    }

    #[test]
    fn a_refusal_is_told_as_such() {
        assert_eq!(KeyboardError::from(Errno::PERM), KeyboardError::NotAllowed);
        assert_eq!(KeyboardError::from(Errno::INVAL), KeyboardError::Kernel(Errno::INVAL));
    }
}
