//! What lies below the program: the kernel's randomness, the clock, console, keyboards, sticks and USB ports,
//! and how the computer and the process itself are.

pub mod check;
pub mod child;
pub mod clock;
pub mod confine;
pub mod console;
pub mod entropy;
pub mod init;
pub mod keyboard;
pub mod protect;
#[doc(hidden)]
pub mod readers;
pub mod stick;
pub mod usb;
