//! USB devices for QEMU's `usb-redir`: what is plugged in there is a whole device, with descriptors,
//! endpoints and a cable that can be pulled, and the guest uses its own drivers for it.
//!
//! QEMU listens (`-chardev socket,id=rc0,path=SOCKET,server=on,wait=off` and `-device
//! usb-redir,chardev=rc0,bus=xhci.0`), a [`Port`] connects, again and again if it must. A device is built
//! on the port with `usb-device`, as a firmware builds it on its chip; then its loop polls it:
//!
//! ```no_run
//! use std::time::Duration;
//! use usb_device::class_prelude::UsbClass;
//! use virtual_nitrokey::usbredir::{Identity, Port, RedirBus, RedirError};
//!
//! fn run(port: &Port, identity: &Identity, class: &mut dyn UsbClass<RedirBus>) -> Result<(), RedirError> {
//!     let allocator = port.allocator();
//!     let mut device = port.attach(&allocator, identity)?;
//!     while port.is_connected() {
//!         if !device.poll(&mut [&mut *class]) {
//!             port.wait(Duration::from_millis(20));
//!         }
//!     }
//!     port.detach();
//!     Ok(())
//! }
//! ```
//!
//! The protocol is that of
//! <https://gitlab.freedesktop.org/spice/usbredir/-/blob/main/docs/usb-redirection-protocol.md>, this
//! side being its usb-host. Only what control and bulk transfers need is here: interrupt and isochronous
//! endpoints can be described, and nothing comes over them.

mod bulk;
mod bus;
mod control;
mod nitrokey;
mod port;
mod protocol;
mod state;

pub use bus::RedirBus;
pub use nitrokey::UsbNitrokey;
pub use port::{Identity, Plugged, Port, RedirError, Waker};
