//! The appliance in a window of its own; the terminal beside it is for orders.

use std::fs::File;
use std::io::{self, Read};
use std::process::Command;

use anyhow::Result;
use coldspare_tests::qemu::Computer;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::hands::Hands;
use super::order::Orders;
use super::{End, LOOK, Signals};

/// Where a desktop is: X11's, and Wayland's.
const DESKTOPS: [&str; 2] = ["DISPLAY", "WAYLAND_DISPLAY"];
/// The parts of QEMU that open windows, in Debian's package `qemu-system-gui`.
const TOOLKITS: [&str; 2] = ["gtk", "sdl"];

/// The part of QEMU that opens a window, if there is a desktop to open it on.
pub(crate) fn toolkit() -> Option<&'static str> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !DESKTOPS.into_iter().any(is_set) {
        return None;
    }
    let listed = Command::new("qemu-system-x86_64").args(["-display", "help"]).output().ok()?.stdout;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    TOOLKITS.into_iter().find(|toolkit| listed.lines().any(|line| line.trim() == *toolkit))
}

/// Obeys, until it is over.
pub(crate) fn beside(
    computer: &Computer,
    mut control: &File,
    hands: &Hands,
    signals: &Signals,
) -> Result<End> {
    let keyboard = io::stdin();
    let timeout = Timespec::try_from(LOOK)?;
    let mut bytes = vec![0; 1 << 12];
    let (mut typed_orders, mut other_orders) = (Orders::default(), Orders::default());
    while !signals.end() {
        if computer.is_off()?.is_some() {
            return Ok(End::OfComputer);
        }
        let mut fds = [PollFd::new(&keyboard, PollFlags::IN), PollFd::new(control, PollFlags::IN)];
        // A signal ends it early, and is looked at then.
        if poll(&mut fds, Some(&timeout)).is_err() {
            continue;
        }
        let [typed, ordered] = fds.map(|fd| !fd.revents().is_empty());
        let mut orders = Vec::new();
        if typed {
            let read = rustix::io::read(&keyboard, &mut bytes)?;
            if read == 0 {
                return Ok(End::OfTerminal);
            }
            orders.extend(typed_orders.add(&bytes[..read]));
        }
        if ordered {
            let read = control.read(&mut bytes)?;
            orders.extend(other_orders.add(&bytes[..read]));
        }
        if hands.take_all(orders) {
            return Ok(End::Ordered);
        }
    }
    Ok(End::OfTerminal)
}
