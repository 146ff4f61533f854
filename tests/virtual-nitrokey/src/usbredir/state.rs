//! What a device on a port and the connection to QEMU know of each other.

use super::{
    bulk::{Bulk, ENDPOINTS},
    control::Control,
    port::Identity,
    protocol::{
        ALT_SETTING_STATUS, BULK_PACKET, CANCEL_DATA_PACKET, CONTROL_PACKET, DEVICE_CONNECT,
        DEVICE_DISCONNECT, EP_INFO, GET_ALT_SETTING, GET_CONFIGURATION, HELLO, IN, INTERFACE_INFO, Packet,
        RESET, SET_ALT_SETTING, SET_CONFIGURATION, SUCCESS, malformed,
    },
};
use std::{io, io::Write as _, mem, net::Shutdown, os::unix::net::UnixStream};
use usb_device::bus::PollResult;

/// `usb_redir_speed_full`.
const FULL_SPEED: u8 = 1;
/// `usb_redir_type_invalid`: no such endpoint.
const NO_ENDPOINT: u8 = 255;
/// Interfaces and endpoints that the packets have room for.
const ROOM: usize = 32;

/// An endpoint as it was allocated; one of size 0 was not.
#[derive(Clone, Copy, Default)]
pub(super) struct Endpoint {
    pub(super) max_packet_size: u16,
    /// As in its descriptor's attributes (USB 2.0 § 9.6.6).
    pub(super) kind: u8,
    pub(super) interval: u8,
    pub(super) stalled: bool,
}

impl Endpoint {
    pub(super) fn size(&self) -> usize {
        self.max_packet_size.into()
    }
}

#[derive(Default)]
pub(super) struct State {
    link: Option<UnixStream>,
    /// The other side has said hello.
    greeted: bool,
    /// The device that is attached.
    device: Option<Identity>,
    /// Attached, and the connection broke.
    lost: bool,
    pub(super) outs: [Endpoint; ENDPOINTS],
    pub(super) ins: [Endpoint; ENDPOINTS],
    pub(super) control: Control,
    pub(super) bulk: Bulk,
    /// Endpoints whose last packet has reached the host, as bits.
    pub(super) gone: u16,
    reset: bool,
    /// Something happened since [`Port::wait`](super::Port::wait) looked last.
    pub(super) news: bool,
    pub(super) over: bool,
}

impl State {
    pub(super) fn send(&mut self, packet: &Packet) {
        if let Some(link) = &mut self.link
            && link.write_all(&packet.encode()).is_err()
        {
            // The reader of the connection finds its end, and tells.
            self.link = None;
        }
    }

    /// A connection begins.
    pub(super) fn connected(&mut self, link: UnixStream) {
        self.link = Some(link);
        self.greeted = false;
        self.send(&Packet::hello());
        if self.over {
            self.hang_up();
        }
    }

    /// Ends the connection, which its reader notices.
    pub(super) fn hang_up(&mut self) {
        if let Some(link) = self.link.take() {
            // It may be closed from the other side already.
            let _ = link.shutdown(Shutdown::Both);
        }
    }

    /// The connection is over. A device that was in has lost its power.
    pub(super) fn disconnected(&mut self) {
        self.link = None;
        self.lost |= self.greeted && self.device.is_some();
        self.greeted = false;
        self.forget();
        self.news = true;
    }

    /// Forgets the device that was here: another one begins to allocate its endpoints.
    pub(super) fn clear(&mut self) {
        self.detach();
        self.outs = Default::default();
        self.ins = Default::default();
    }

    pub(super) fn attach(&mut self, identity: &Identity) {
        self.device = Some(identity.clone());
        self.lost = false;
        self.announce();
    }

    pub(super) fn detach(&mut self) {
        if self.device.take().is_some() && self.greeted {
            self.send(&Packet::new(DEVICE_DISCONNECT, 0, &[]));
        }
        self.forget();
    }

    pub(super) fn is_connected(&self) -> bool {
        !self.lost && !self.over
    }

    /// Tells the host of the device, if both are there.
    fn announce(&mut self) {
        let Some(identity) = self.device.clone().filter(|_| self.greeted) else { return };
        self.reset = true;
        self.news = true;
        self.send(&interface_info(identity.interfaces));
        let ep_info = self.ep_info();
        self.send(&ep_info);
        let numbers = [identity.vendor, identity.product, identity.release].map(u16::to_le_bytes);
        let parts = [&[FULL_SPEED], &identity.class[..], numbers.as_flattened()];
        self.send(&Packet::new(DEVICE_CONNECT, 0, &parts));
    }

    /// Types, intervals, interfaces and sizes of all endpoints: those out, then those in.
    fn ep_info(&self) -> Packet {
        let endpoints = || self.outs.iter().chain(&self.ins);
        let there = |endpoint: &Endpoint| endpoint.max_packet_size > 0;
        let kinds: Vec<u8> = endpoints().map(|e| if there(e) { e.kind } else { NO_ENDPOINT }).collect();
        let intervals: Vec<u8> = endpoints().map(|e| e.interval).collect();
        let sizes: Vec<u8> = endpoints().flat_map(|e| e.max_packet_size.to_le_bytes()).collect();
        Packet::new(EP_INFO, 0, &[&kinds, &intervals, &[0; ROOM], &sizes])
    }

    /// A packet of the host's. An error ends the connection.
    pub(super) fn packet(&mut self, packet: &Packet) -> io::Result<()> {
        self.news = true;
        if packet.kind == HELLO {
            if !packet.is_capable() {
                return Err(malformed());
            }
            self.greeted = true;
            self.announce();
            return Ok(());
        }
        // What was asked of a device that is gone meanwhile.
        if self.device.is_none() {
            return Ok(());
        }
        match packet.kind {
            RESET => {
                self.forget();
                self.reset = true;
            }
            CONTROL_PACKET | SET_CONFIGURATION | GET_CONFIGURATION | SET_ALT_SETTING => {
                self.control.ask(packet)?;
            }
            GET_ALT_SETTING => {
                let [interface] = packet.bytes()?;
                self.send(&Packet::new(ALT_SETTING_STATUS, packet.id, &[&[SUCCESS, interface, 0]]));
            }
            BULK_PACKET => self.bulk_packet(packet)?,
            CANCEL_DATA_PACKET => {
                let answer = self.bulk.cancel(packet.id);
                answer.iter().for_each(|answer| self.send(answer));
            }
            // Filters, and transfers of types that are not here.
            _ => {}
        }
        Ok(())
    }

    fn bulk_packet(&mut self, packet: &Packet) -> io::Result<()> {
        let [endpoint] = packet.bytes()?;
        let number = super::bulk::number(endpoint);
        let endpoints = if endpoint & IN != 0 { &self.ins } else { &self.outs };
        if number == 0 || endpoints[number].size() == 0 {
            return Err(malformed());
        }
        let (gone, answer) = self.bulk.ask(packet, endpoints[number].size())?;
        self.gone |= gone.map_or(0, |number| 1 << number);
        answer.iter().for_each(|answer| self.send(answer));
        Ok(())
    }

    /// What there is to do for the device.
    pub(super) fn poll(&mut self) -> PollResult {
        if mem::take(&mut self.reset) {
            return PollResult::Reset;
        }
        if self.control.begin_next(self.outs[0].size()) {
            self.ins[0].stalled = false;
            self.outs[0].stalled = false;
        }
        let ep_setup = u16::from(self.control.has_setup());
        let control_out = u16::from(self.control.has_out() && ep_setup == 0);
        let ep_out = self.bulk.outs() | control_out;
        let ep_in_complete = mem::take(&mut self.gone);
        if ep_out | ep_in_complete | ep_setup == 0 {
            PollResult::None
        } else {
            PollResult::Data { ep_out, ep_in_complete, ep_setup }
        }
    }

    fn forget(&mut self) {
        self.control = Control::default();
        self.bulk = Bulk::default();
        self.gone = 0;
    }
}

/// All interfaces: their numbers, classes, subclasses and protocols.
fn interface_info(interfaces: &[[u8; 3]]) -> Packet {
    let mut lists = [[0; ROOM]; 4];
    for (at, (number, [class, subclass, protocol])) in (0..).zip(interfaces).enumerate().take(ROOM) {
        for (list, value) in lists.iter_mut().zip([number, *class, *subclass, *protocol]) {
            list[at] = value;
        }
    }
    let count = u32::try_from(interfaces.len()).unwrap_or_default();
    Packet::new(INTERFACE_INFO, 0, &[&count.to_le_bytes(), lists.as_flattened()])
}
