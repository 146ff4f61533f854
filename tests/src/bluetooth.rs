//! A Bluetooth adapter as a USB device for QEMU, which has none of its own any more: as it describes itself
//! (Bluetooth Core Specification, volume 4 part B § 2), and no more than that.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use usb_device::class_prelude::*;
use virtual_nitrokey::usbredir::{Identity, Plugged, Port, RedirBus};

/// Wireless controller, radio, Bluetooth (§ 6.1).
const ADAPTER: [u8; 3] = [0xE0, 0x01, 0x01];
/// Of a bulk endpoint at full speed.
const PACKET_SIZE: u16 = 64;
const EVENT_SIZE: u16 = 16;
/// For one voice channel.
const VOICE_SIZE: u16 = 9;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// A Bluetooth adapter, plugged in. Dropping it pulls it out.
pub struct Bluetooth {
    _plugged: Plugged,
}

impl Bluetooth {
    /// What it calls itself.
    pub const NAME: &'static str = "Virtual Bluetooth";

    /// Plugs one into the port behind QEMU's socket, which need not be there yet.
    ///
    /// # Errors
    /// What the system says.
    pub fn plug(socket: &Path) -> Result<Self> {
        Ok(Bluetooth { _plugged: Plugged::start("virtual Bluetooth", socket, run)? })
    }
}

/// As long as the computer has power.
fn run(port: &Port) -> Result<()> {
    let identity = Identity {
        vendor: 0x1209, // of pid.codes, whose product 0002 is for trials
        product: 0x0002,
        release: 0x0100,
        class: ADAPTER,
        interfaces: &[ADAPTER; 2],
        manufacturer: "Coldspare".into(),
        name: Bluetooth::NAME.into(),
        serial: "1".into(),
    };
    let allocator = port.allocator();
    let (synchronization, usage) =
        (IsochronousSynchronizationType::NoSynchronization, IsochronousUsageType::Data);
    let mut adapter = Adapter {
        interfaces: [allocator.interface(), allocator.interface()],
        events: allocator.interrupt(EVENT_SIZE, 1),
        data: (allocator.bulk(PACKET_SIZE), allocator.bulk(PACKET_SIZE)),
        voice: (
            allocator.isochronous(synchronization, usage, VOICE_SIZE, 1),
            allocator.isochronous(synchronization, usage, VOICE_SIZE, 1),
        ),
    };
    let mut device = port.attach(&allocator, &identity).context("no USB device")?;
    while port.is_connected() {
        if !device.poll(&mut [&mut adapter]) {
            port.wait(BETWEEN_LOOKS);
        }
    }
    port.detach();
    Ok(())
}

struct Adapter<'a> {
    interfaces: [InterfaceNumber; 2],
    events: EndpointIn<'a, RedirBus>,
    data: (EndpointIn<'a, RedirBus>, EndpointOut<'a, RedirBus>),
    voice: (EndpointIn<'a, RedirBus>, EndpointOut<'a, RedirBus>),
}

impl UsbClass<RedirBus> for Adapter<'_> {
    fn get_configuration_descriptors(&self, writer: &mut DescriptorWriter) -> usb_device::Result<()> {
        let [class, subclass, protocol] = ADAPTER;
        let [hci, voice] = self.interfaces;
        writer.interface(hci, class, subclass, protocol)?;
        writer.endpoint(&self.events)?;
        writer.endpoint(&self.data.0)?;
        writer.endpoint(&self.data.1)?;
        // Without a voice channel, and with one.
        writer.interface(voice, class, subclass, protocol)?;
        writer.interface_alt(voice, 1, class, subclass, protocol, None)?;
        writer.endpoint(&self.voice.0)?;
        writer.endpoint(&self.voice.1)
    }
}
