//! What happens to the screens.

use ratatui::crossterm::event::KeyEvent;

use crate::machine::stick::discover::Plugged;
use crate::machine::usb::Seen;
use crate::nitrokey::{Found, NitrokeyError};

/// What makes the screens look again.
#[derive(Debug)]
pub enum Wake {
    /// A key was pressed.
    Key(KeyEvent),
    /// A key was pressed as soon after the one before as a scanner types.
    AtOnce(KeyEvent),
    /// More came at once than one line: the rest of it is not taken.
    TooMuch,
    /// The terminal has another size.
    Resize,
    /// Work went on.
    Poll,
    /// Other Nitrokeys are plugged in.
    Nitrokeys(Result<Vec<Found>, NitrokeyError>),
    /// Other sticks are plugged in.
    Sticks(Vec<Plugged>),
    /// The program fell over looking for sticks; it goes on looking.
    NoSticks,
    /// Who watches USB devices fell over something, and goes on watching.
    Fault,
    /// There is something else to tell of USB devices.
    Usb(Seen),
}
