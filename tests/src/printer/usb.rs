//! The printer as a USB device for QEMU, so that a guest's own `usblp` finds it ("Universal Serial Bus
//! Device Class Definition for Printing Devices", 1.1).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use anyhow::{Context, Result};
use usb_device::class_prelude::*;
use usb_device::control::{Recipient, RequestType};
use virtual_nitrokey::usbredir::{Identity, Plugged, Port, RedirBus};

use super::{BETWEEN_LOOKS, Work, device_id, pages_in};

/// Printers with data in both directions (§ 4.2.2).
const BIDIRECTIONAL: [u8; 3] = [0x07, 0x01, 0x02];
/// Of a bulk endpoint at full speed.
const PACKET_SIZE: u16 = 64;
// Requests (§ 4.2).
const GET_DEVICE_ID: u8 = 0;
const GET_PORT_STATUS: u8 = 1;
const SOFT_RESET: u8 = 2;
/// Selected, and no error.
const READY: u8 = 0x18;
/// Selected, and an error.
const JAMMED: u8 = 0x10;

/// The printer, at a USB port of an emulated computer. Dropping it pulls its cable.
pub struct UsbPrinter {
    tray: PathBuf,
    jammed: Arc<AtomicBool>,
    plugged: Plugged,
}

impl UsbPrinter {
    /// Connects it to the port behind QEMU's socket, which need not be there yet. It says that it speaks
    /// `commands`, of which it understands `PDF` and `POSTSCRIPT`. What lies in the tray stays there.
    ///
    /// # Errors
    /// What the system says.
    pub fn start(tray: &Path, commands: &str, socket: &Path) -> Result<Self> {
        fs::create_dir_all(tray)?;
        let jammed = Arc::new(AtomicBool::new(false));
        let plugged = {
            let (tray, id, jammed) = (tray.to_owned(), device_id(commands), Arc::clone(&jammed));
            Plugged::start("virtual printer", socket, move |port| run(port, &tray, &id, &jammed))?
        };
        Ok(UsbPrinter { tray: tray.into(), jammed, plugged })
    }

    /// From now on it takes no data; or it takes data again.
    pub fn jam(&self, on: bool) {
        self.jammed.store(on, Relaxed);
        self.plugged.wake();
    }

    /// The pages in its tray, in the order in which they were printed.
    pub fn pages(&self) -> Vec<PathBuf> {
        pages_in(&self.tray)
    }
}

/// As long as the computer has power. A job that was not finished then is none.
fn run(port: &Port, tray: &Path, id: &str, jammed: &AtomicBool) -> Result<()> {
    let identity = Identity {
        vendor: 0x1209, // of pid.codes, whose product 0001 is for trials
        product: 0x0001,
        release: 0x0100,
        class: [0; 3],
        interfaces: &[BIDIRECTIONAL],
        manufacturer: "Coldspare".into(),
        name: "Virtual Printer".into(),
        serial: "1".into(),
    };
    let allocator = port.allocator();
    let mut class = Printer {
        interface: allocator.interface(),
        data: allocator.bulk(PACKET_SIZE),
        back: allocator.bulk(PACKET_SIZE),
        work: Work::new(tray),
        id,
        out_of_order: false,
        jammed,
    };
    let mut device = port.attach(&allocator, &identity).context("no USB device")?;
    while port.is_connected() {
        let busy = device.poll(&mut [&mut class]);
        if !busy || class.is_jammed() {
            port.wait(BETWEEN_LOOKS);
        }
    }
    port.detach();
    Ok(())
}

struct Printer<'a> {
    interface: InterfaceNumber,
    data: EndpointOut<'a, RedirBus>,
    back: EndpointIn<'a, RedirBus>,
    work: Work,
    id: &'a str,
    /// The tray cannot be written.
    out_of_order: bool,
    jammed: &'a AtomicBool,
}

impl Printer<'_> {
    fn is_jammed(&self) -> bool {
        self.out_of_order || self.jammed.load(Relaxed)
    }
}

impl UsbClass<RedirBus> for Printer<'_> {
    fn get_configuration_descriptors(&self, writer: &mut DescriptorWriter) -> usb_device::Result<()> {
        let [class, subclass, protocol] = BIDIRECTIONAL;
        writer.interface(self.interface, class, subclass, protocol)?;
        writer.endpoint(&self.data)?;
        writer.endpoint(&self.back)
    }

    fn control_in(&mut self, transfer: ControlIn<RedirBus>) {
        let request = transfer.request();
        if (request.request_type, request.recipient) != (RequestType::Class, Recipient::Interface) {
            return;
        }
        // A request that was not taken is answered with a stall by the device.
        match request.request {
            GET_DEVICE_ID => {
                let length = u16::try_from(self.id.len() + 2).unwrap_or(u16::MAX);
                transfer.accept_with(&[&length.to_be_bytes(), self.id.as_bytes()].concat()).ok();
            }
            GET_PORT_STATUS => {
                transfer.accept_with(&[if self.is_jammed() { JAMMED } else { READY }]).ok();
            }
            _ => (),
        }
    }

    fn control_out(&mut self, transfer: ControlOut<RedirBus>) {
        let request = transfer.request();
        if request.request_type == RequestType::Class && request.request == SOFT_RESET {
            self.work.job.clear();
            transfer.accept().ok();
        }
    }

    // What is not read here is not acknowledged: the computer waits.
    fn endpoint_out(&mut self, address: EndpointAddress) {
        if address != self.data.address() || self.is_jammed() {
            return;
        }
        let mut packet = [0; PACKET_SIZE as usize];
        if let Ok(length) = self.data.read(&mut packet) {
            self.out_of_order = self.work.take(&packet[..length]).is_err();
        }
    }
}
