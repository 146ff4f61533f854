//! Control transfers (USB 2.0 § 8.5.3), one after the other.

use super::protocol::{
    ALT_SETTING_STATUS, CONFIGURATION_STATUS, CONTROL_PACKET, ControlHeader, GET_CONFIGURATION, IN, Packet,
    SET_ALT_SETTING, SET_CONFIGURATION, SUCCESS,
};
use std::{collections::VecDeque, io, mem};

// Standard requests (USB 2.0 § 9.4).
const REQUEST_GET_CONFIGURATION: u8 = 8;
const REQUEST_SET_CONFIGURATION: u8 = 9;
const REQUEST_SET_INTERFACE: u8 = 11;
const TO_INTERFACE: u8 = 1;

/// A transfer that the host asked for, by `kind` of packet.
struct Transfer {
    kind: u32,
    id: u64,
    header: ControlHeader,
    /// To the device, or from it.
    data: Vec<u8>,
}

/// Endpoint 0.
#[derive(Default)]
pub(super) struct Control {
    waiting: VecDeque<Transfer>,
    current: Option<Transfer>,
    setup: Option<[u8; 8]>,
    /// Packets to the device, the empty one of a status stage among them.
    out: VecDeque<Vec<u8>>,
}

impl Control {
    /// Takes in what is a control transfer on the bus, whether or not it has a packet type of its own.
    pub(super) fn ask(&mut self, packet: &Packet) -> io::Result<()> {
        let of = |request_type, request, value: u8, index: u8, length| ControlHeader {
            endpoint: request_type & IN,
            request,
            request_type,
            status: SUCCESS,
            value: value.into(),
            index: index.into(),
            length,
        };
        let (header, data) = match packet.kind {
            SET_CONFIGURATION => {
                let [configuration] = packet.bytes()?;
                (of(0, REQUEST_SET_CONFIGURATION, configuration, 0, 0), &[][..])
            }
            GET_CONFIGURATION => (of(IN, REQUEST_GET_CONFIGURATION, 0, 0, 1), &[][..]),
            SET_ALT_SETTING => {
                let [interface, alt] = packet.bytes()?;
                (of(TO_INTERFACE, REQUEST_SET_INTERFACE, alt, interface, 0), &[][..])
            }
            _ => ControlHeader::parse(&packet.body)?,
        };
        let data = data.get(..data.len().min(header.length.into())).unwrap_or_default().to_vec();
        self.waiting.push_back(Transfer { kind: packet.kind, id: packet.id, header, data });
        Ok(())
    }

    /// Begins the next transfer if the one before is through; whether it did.
    pub(super) fn begin_next(&mut self, max_packet_size: usize) -> bool {
        if self.current.is_some() || self.setup.is_some() || !self.out.is_empty() {
            return false;
        }
        let Some(mut transfer) = self.waiting.pop_front() else { return false };
        let data = mem::take(&mut transfer.data);
        if transfer.header.request_type & IN == 0 {
            self.out.extend(data.chunks(max_packet_size.max(1)).map(<[u8]>::to_vec));
        }
        self.setup = Some(transfer.header.setup());
        self.current = Some(transfer);
        true
    }

    /// The packet that the device has to take next.
    pub(super) fn take(&mut self) -> Option<Vec<u8>> {
        self.setup.take().map(|setup| setup.to_vec()).or_else(|| self.out.pop_front())
    }

    pub(super) fn has_setup(&self) -> bool {
        self.setup.is_some()
    }

    pub(super) fn has_out(&self) -> bool {
        !self.out.is_empty()
    }

    /// A packet of the device's, which may end the transfer: then the answer to it.
    pub(super) fn give(&mut self, packet: &[u8], max_packet_size: usize) -> Option<Packet> {
        let transfer = self.current.as_mut()?;
        if transfer.header.request_type & IN != 0 {
            transfer.data.extend_from_slice(packet);
            let wanted = usize::from(transfer.header.length);
            if packet.len() >= max_packet_size && transfer.data.len() < wanted {
                return None;
            }
            transfer.data.truncate(wanted);
        }
        self.finish(SUCCESS)
    }

    /// Ends the current transfer; the answer to it.
    pub(super) fn finish(&mut self, status: u8) -> Option<Packet> {
        let transfer = self.current.take()?;
        let Transfer { kind, id, mut header, data } = transfer;
        if status != SUCCESS {
            self.out.clear();
            self.setup = None;
        } else if header.request_type & IN != 0 {
            self.out.push_back(Vec::new());
        }
        let [value, _] = header.value.to_le_bytes();
        let [interface, _] = header.index.to_le_bytes();
        Some(match kind {
            SET_CONFIGURATION => Packet::new(CONFIGURATION_STATUS, id, &[&[status, value]]),
            GET_CONFIGURATION => {
                let configuration = data.first().copied().unwrap_or_default();
                Packet::new(CONFIGURATION_STATUS, id, &[&[status, configuration]])
            }
            SET_ALT_SETTING => Packet::new(ALT_SETTING_STATUS, id, &[&[status, interface, value]]),
            _ => {
                header.status = status;
                if header.request_type & IN != 0 {
                    header.length = u16::try_from(data.len()).unwrap_or(u16::MAX);
                }
                Packet::new(CONTROL_PACKET, id, &[&header.encode(), &data])
            }
        })
    }
}
