//! The packets, by the names of the specification.

use std::io::{self, ErrorKind, Read};

// Packet types.
pub(super) const HELLO: u32 = 0;
pub(super) const DEVICE_CONNECT: u32 = 1;
pub(super) const DEVICE_DISCONNECT: u32 = 2;
pub(super) const RESET: u32 = 3;
pub(super) const INTERFACE_INFO: u32 = 4;
pub(super) const EP_INFO: u32 = 5;
pub(super) const SET_CONFIGURATION: u32 = 6;
pub(super) const GET_CONFIGURATION: u32 = 7;
pub(super) const CONFIGURATION_STATUS: u32 = 8;
pub(super) const SET_ALT_SETTING: u32 = 9;
pub(super) const GET_ALT_SETTING: u32 = 10;
pub(super) const ALT_SETTING_STATUS: u32 = 11;
pub(super) const CANCEL_DATA_PACKET: u32 = 21;
pub(super) const CONTROL_PACKET: u32 = 100;
pub(super) const BULK_PACKET: u32 = 101;

/// `connect_device_version`, and what QEMU wants of a device behind XHCI: `ep_info_max_packet_size`,
/// `64bits_ids` (in every header but the hello's) and `32bits_bulk_length`.
pub(super) const CAPABILITIES: u32 = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 6;

// Status of a transfer.
pub(super) const SUCCESS: u8 = 0;
pub(super) const CANCELLED: u8 = 1;
pub(super) const STALL: u8 = 4;

/// Of the version in a hello.
const VERSION: usize = 64;
/// No transfer of a guest's is longer; what claims to be is no usbredir.
const LONGEST: u32 = 1 << 24;
/// The endpoint's bit that says that data go from the device to the host.
pub(super) const IN: u8 = 0x80;

/// A packet without its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Packet {
    pub(super) kind: u32,
    pub(super) id: u64,
    pub(super) body: Vec<u8>,
}

/// The packet is shorter than its type wants it, or its length is absurd.
pub(super) fn malformed() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "a malformed usbredir packet")
}

impl Packet {
    pub(super) fn new(kind: u32, id: u64, parts: &[&[u8]]) -> Self {
        Self { kind, id, body: parts.concat() }
    }

    /// This side's hello.
    pub(super) fn hello() -> Self {
        let mut version = [0; VERSION];
        let name = concat!("virtual-nitrokey ", env!("CARGO_PKG_VERSION")).as_bytes();
        version.iter_mut().zip(name).for_each(|(to, from)| *to = *from);
        Self::new(HELLO, 0, &[&version, &CAPABILITIES.to_le_bytes()])
    }

    /// Whether the other side, in its hello, has what [`CAPABILITIES`] promises.
    pub(super) fn is_capable(&self) -> bool {
        let capabilities = self.body.get(VERSION..).and_then(|rest| rest.first_chunk::<4>());
        capabilities.is_some_and(|bytes| u32::from_le_bytes(*bytes) & CAPABILITIES == CAPABILITIES)
    }

    /// As it goes over the line. Only ids of hellos have 32 bits.
    pub(super) fn encode(&self) -> Vec<u8> {
        let length = u32::try_from(self.body.len()).unwrap_or(u32::MAX);
        let id = self.id.to_le_bytes();
        let id = if self.kind == HELLO { &id[..4] } else { &id[..] };
        [&self.kind.to_le_bytes()[..], &length.to_le_bytes(), id, &self.body].concat()
    }

    /// The next one.
    pub(super) fn read(from: &mut impl Read) -> io::Result<Self> {
        let [mut kind, mut length] = [[0; 4]; 2];
        from.read_exact(&mut kind)?;
        from.read_exact(&mut length)?;
        let (kind, length) = (u32::from_le_bytes(kind), u32::from_le_bytes(length));
        let mut id = [0; 8];
        from.read_exact(if kind == HELLO { &mut id[..4] } else { &mut id[..] })?;
        if length > LONGEST {
            return Err(malformed());
        }
        let mut body = Vec::new();
        from.take(length.into()).read_to_end(&mut body)?;
        if body.len() as u64 != u64::from(length) {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        Ok(Self { kind, id: u64::from_le_bytes(id), body })
    }

    /// The first bytes of the body, if it has that many.
    pub(super) fn bytes<const N: usize>(&self) -> io::Result<[u8; N]> {
        self.body.first_chunk().copied().ok_or_else(malformed)
    }
}

/// `usb_redir_control_packet_header`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ControlHeader {
    pub(super) endpoint: u8,
    pub(super) request: u8,
    pub(super) request_type: u8,
    pub(super) status: u8,
    pub(super) value: u16,
    pub(super) index: u16,
    pub(super) length: u16,
}

impl ControlHeader {
    const LENGTH: usize = 10;

    /// The header, and the data behind it.
    pub(super) fn parse(body: &[u8]) -> io::Result<(Self, &[u8])> {
        let (head, data) = body.split_first_chunk::<{ Self::LENGTH }>().ok_or_else(malformed)?;
        let [endpoint, request, request_type, status, v0, v1, i0, i1, l0, l1] = *head;
        let word = |low, high| u16::from_le_bytes([low, high]);
        let (value, index, length) = (word(v0, v1), word(i0, i1), word(l0, l1));
        Ok((Self { endpoint, request, request_type, status, value, index, length }, data))
    }

    pub(super) fn encode(&self) -> [u8; Self::LENGTH] {
        let [[v0, v1], [i0, i1], [l0, l1]] = [self.value, self.index, self.length].map(u16::to_le_bytes);
        [self.endpoint, self.request, self.request_type, self.status, v0, v1, i0, i1, l0, l1]
    }

    /// The SETUP packet (USB 2.0 § 9.3).
    pub(super) fn setup(&self) -> [u8; 8] {
        let [_, request, request_type, _, v0, v1, i0, i1, l0, l1] = self.encode();
        [request_type, request, v0, v1, i0, i1, l0, l1]
    }
}

/// `usb_redir_bulk_packet_header`, with the upper half of its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BulkHeader {
    pub(super) endpoint: u8,
    pub(super) status: u8,
    pub(super) length: u32,
    pub(super) stream_id: u32,
}

impl BulkHeader {
    const LENGTH: usize = 10;

    /// The header, and the data behind it.
    pub(super) fn parse(body: &[u8]) -> io::Result<(Self, &[u8])> {
        let (head, data) = body.split_first_chunk::<{ Self::LENGTH }>().ok_or_else(malformed)?;
        let [endpoint, status, l0, l1, s0, s1, s2, s3, l2, l3] = *head;
        let length = u32::from_le_bytes([l0, l1, l2, l3]);
        Ok((Self { endpoint, status, length, stream_id: u32::from_le_bytes([s0, s1, s2, s3]) }, data))
    }

    pub(super) fn encode(&self) -> [u8; Self::LENGTH] {
        let [l0, l1, l2, l3] = self.length.to_le_bytes();
        let [s0, s1, s2, s3] = self.stream_id.to_le_bytes();
        [self.endpoint, self.status, l0, l1, s0, s1, s2, s3, l2, l3]
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_is_read_again() {
        for packet in [Packet::hello(), Packet::new(BULK_PACKET, u64::MAX, &[&[1; 300]])] {
            assert_eq!(Packet::read(&mut &*packet.encode()).unwrap(), packet);
        }
        assert!(Packet::hello().is_capable());
        let bulk = BulkHeader { endpoint: 0x81, status: STALL, length: 0x0102_0304, stream_id: 5 };
        assert_eq!(BulkHeader::parse(&bulk.encode()).unwrap(), (bulk, &[][..]));
    }

    #[test]
    fn what_is_cut_short_or_endless_is_refused() {
        let whole = Packet::new(CONTROL_PACKET, 1, &[&[0; 10]]).encode();
        for length in 0..whole.len() {
            assert!(Packet::read(&mut &whole[..length]).is_err());
        }
        let endless = [&BULK_PACKET.to_le_bytes()[..], &[0xFF; 4], &[0; 8]].concat();
        assert!(Packet::read(&mut &*endless).is_err());
        assert!(ControlHeader::parse(&[0; 9]).is_err() && BulkHeader::parse(&[0; 9]).is_err());
    }
}
