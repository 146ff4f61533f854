//! Bulk transfers (USB 2.0 § 5.8): of the host's size on one side, in packets on the other.

use super::protocol::{BULK_PACKET, BulkHeader, CANCELLED, IN, Packet, SUCCESS};
use std::{collections::VecDeque, io};

/// Endpoints in each direction, the control endpoint among them.
pub(super) const ENDPOINTS: usize = 16;

/// The endpoint's number, which is an index.
pub(super) fn number(endpoint: u8) -> usize {
    usize::from(endpoint) % ENDPOINTS
}

struct Transfer {
    id: u64,
    header: BulkHeader,
    /// What goes to the device, of which `taken` bytes are there; or what came from it.
    data: Vec<u8>,
    taken: usize,
}

impl Transfer {
    /// The answer: `data` is what the host reads.
    fn answer(mut self, status: u8) -> Packet {
        let is_in = self.header.endpoint & IN != 0;
        let length = if is_in { self.data.len() } else { self.taken };
        self.header.status = status;
        self.header.length = u32::try_from(length).unwrap_or(u32::MAX);
        let data = if is_in { &self.data[..] } else { &[] };
        Packet::new(BULK_PACKET, self.id, &[&self.header.encode(), data])
    }
}

/// All bulk endpoints.
#[derive(Default)]
pub(super) struct Bulk {
    outs: [VecDeque<Transfer>; ENDPOINTS],
    ins: [VecDeque<Transfer>; ENDPOINTS],
    /// What the device has ready although nobody has asked for it.
    ready: [Option<Vec<u8>>; ENDPOINTS],
}

impl Bulk {
    /// Takes in a transfer; the endpoint of a device's packet that has now gone, and the answer if that
    /// was all.
    pub(super) fn ask(&mut self, packet: &Packet, max: usize) -> io::Result<(Option<usize>, Option<Packet>)> {
        let (header, data) = BulkHeader::parse(&packet.body)?;
        let number = number(header.endpoint);
        let is_in = header.endpoint & IN != 0;
        let data = if is_in { Vec::new() } else { data.to_vec() };
        let queue = if is_in { &mut self.ins } else { &mut self.outs };
        queue[number].push_back(Transfer { id: packet.id, header, data, taken: 0 });
        if !is_in {
            return Ok((None, None));
        }
        let Some(ready) = self.ready[number].take() else { return Ok((None, None)) };
        Ok((Some(number), self.deliver(number, &ready, max)))
    }

    /// Endpoints for which the host has something, as bits.
    pub(super) fn outs(&self) -> u16 {
        let has = self.outs.iter().enumerate().filter(|(_, queue)| !queue.is_empty());
        has.fold(0, |bits, (number, _)| bits | 1 << number)
    }

    /// The next packet for the device, and the answer to the host if it was the transfer's last. A
    /// transfer that nobody takes stays unanswered, as a device's NAK leaves it.
    pub(super) fn take(&mut self, number: usize, max: usize) -> Option<(Vec<u8>, Option<Packet>)> {
        let transfer = self.outs[number].front_mut()?;
        let left = transfer.data.get(transfer.taken..).unwrap_or_default();
        let packet = left[..left.len().min(max)].to_vec();
        transfer.taken += packet.len();
        let whole = transfer.taken >= transfer.data.len();
        let through = if whole { self.outs[number].pop_front() } else { None };
        Some((packet, through.map(|transfer| transfer.answer(SUCCESS))))
    }

    /// A packet of the device's: `None` if the one before still lies there; else whether it has gone
    /// already, and the answer if that ends a transfer.
    pub(super) fn give(
        &mut self,
        number: usize,
        packet: &[u8],
        max: usize,
    ) -> Option<(bool, Option<Packet>)> {
        if self.ready[number].is_some() {
            return None;
        }
        if self.ins[number].is_empty() {
            self.ready[number] = Some(packet.to_vec());
            return Some((false, None));
        }
        Some((true, self.deliver(number, packet, max)))
    }

    fn deliver(&mut self, number: usize, packet: &[u8], max: usize) -> Option<Packet> {
        let transfer = self.ins[number].front_mut()?;
        transfer.data.extend_from_slice(packet);
        let wanted = usize::try_from(transfer.header.length).unwrap_or(usize::MAX);
        if packet.len() >= max && transfer.data.len() < wanted {
            return None;
        }
        self.ins[number].pop_front().map(|transfer| transfer.answer(SUCCESS))
    }

    /// The host wants this transfer no more; the answer, if it is still under way.
    pub(super) fn cancel(&mut self, id: u64) -> Option<Packet> {
        let queue = self.outs.iter_mut().chain(&mut self.ins).find_map(|queue| {
            let at = queue.iter().position(|transfer| transfer.id == id)?;
            queue.remove(at)
        });
        queue.map(|transfer| transfer.answer(CANCELLED))
    }
}
