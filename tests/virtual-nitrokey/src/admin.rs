use apdu_dispatch::{
    app::{App, CommandView, Interface, Result, VecView},
    iso7816::{self, Aid, Status},
};
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

/// `admin_app::admin::VERSION` and `UUID`, which are instruction bytes over CCID.
const VERSION: u8 = 0x61;
const UUID: u8 = 0x62;
/// `admin_app::admin::GET_CONFIG`; the name of a setting in, 00 and its value out.
const GET_CONFIG: u8 = 0x82;
const SECURE_ELEMENT: &[u8] = b"opcard.use_se050_backend";

/// The version of a Nitrokey 3's firmware, in the one number that its admin application tells:
/// major in the upper 10 bits, minor in 16, patch in the lowest 6.
pub(crate) struct FirmwareVersion(AtomicU32);

impl FirmwareVersion {
    /// The first version without the known faults in factory reset and in the retry counters.
    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(encode(1, 8, 3)))
    }

    pub(crate) fn set(&self, major: u16, minor: u16, patch: u8) {
        self.0.store(encode(major, minor, patch), Relaxed);
    }
}

fn encode(major: u16, minor: u16, patch: u8) -> u32 {
    u32::from(major & 0x3FF) << 22 | u32::from(minor) << 6 | u32::from(patch & 0x3F)
}

/// The Nitrokey 3's admin application, as far as somebody asks it for the version and
/// for whether OpenPGP keys live in the secure element.
///
/// An answer of our own after `admin-app` 0.5: the real one wants functions that never return (reboot)
/// and erases the whole device on command, neither of which a thread in a test can offer. Every other
/// instruction answers 6D00.
pub(crate) struct Admin {
    version: Arc<FirmwareVersion>,
    serial: u32,
    secure_element: bool,
}

impl Admin {
    pub(crate) fn new(version: Arc<FirmwareVersion>, serial: u32, secure_element: bool) -> Self {
        Self { version, serial, secure_element }
    }
}

impl iso7816::App for Admin {
    fn aid(&self) -> Aid {
        Aid::new(&[0xA0, 0x00, 0x00, 0x08, 0x47, 0x00, 0x00, 0x00, 0x01])
    }
}

impl App for Admin {
    fn select(&mut self, _: Interface, _: CommandView<'_>, _: &mut VecView<u8>) -> Result {
        Ok(())
    }

    fn deselect(&mut self) {}

    fn call(&mut self, _: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let version = self.version.0.load(Relaxed);
        let answer = match (u8::from(command.instruction()), command.p1) {
            (VERSION, 0x01) => {
                let (major, minor) = (version >> 22, version >> 6 & 0xFFFF);
                format!("v{major}.{minor}.{}", version & 0x3F).into_bytes()
            }
            (VERSION, _) => version.to_be_bytes().to_vec(),
            // The card's serial number is the beginning of the device's.
            (UUID, _) => [&self.serial.to_be_bytes()[..], &[0; 12]].concat(),
            (GET_CONFIG, _) if command.data() == SECURE_ELEMENT => {
                format!("\0{}", self.secure_element).into_bytes()
            }
            _ => return Err(Status::InstructionNotSupportedOrInvalid),
        };
        reply.extend_from_slice(&answer).map_err(|_| Status::NotEnoughMemory)
    }
}
