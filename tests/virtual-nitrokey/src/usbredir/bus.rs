use super::{
    bulk::ENDPOINTS,
    port::Shared,
    protocol::STALL,
    state::{Endpoint, State},
};
use std::sync::Arc;
use usb_device::{
    Result, UsbDirection, UsbError,
    bus::{PollResult, UsbBus},
    endpoint::{EndpointAddress, EndpointType},
};

/// What stands in for the USB controller of a chip.
pub struct RedirBus(pub(super) Arc<Shared>);

fn endpoint(state: &mut State, address: EndpointAddress) -> &mut Endpoint {
    let endpoints = match address.direction() {
        UsbDirection::In => &mut state.ins,
        UsbDirection::Out => &mut state.outs,
    };
    &mut endpoints[address.index() % ENDPOINTS]
}

impl UsbBus for RedirBus {
    fn alloc_ep(
        &mut self,
        direction: UsbDirection,
        address: Option<EndpointAddress>,
        kind: EndpointType,
        max_packet_size: u16,
        interval: u8,
    ) -> Result<EndpointAddress> {
        let mut state = self.0.state();
        let kind = match kind {
            EndpointType::Control => 0,
            EndpointType::Isochronous { .. } => 1,
            EndpointType::Bulk => 2,
            EndpointType::Interrupt => 3,
        };
        let address = match address {
            Some(address) => address,
            None => (1..ENDPOINTS)
                .map(|number| EndpointAddress::from_parts(number, direction))
                .find(|address| endpoint(&mut state, *address).max_packet_size == 0)
                .ok_or(UsbError::EndpointOverflow)?,
        };
        *endpoint(&mut state, address) = Endpoint { max_packet_size, kind, interval, stalled: false };
        Ok(address)
    }

    fn enable(&mut self) {}

    fn reset(&self) {
        let mut state = self.0.state();
        let State { ins, outs, .. } = &mut *state;
        ins.iter_mut().chain(outs).for_each(|endpoint| endpoint.stalled = false);
    }

    // Addresses are QEMU's own affair.
    fn set_device_address(&self, _: u8) {}

    fn write(&self, address: EndpointAddress, packet: &[u8]) -> Result<usize> {
        let mut state = self.0.state();
        let max = endpoint(&mut state, address).size();
        if packet.len() > max {
            return Err(UsbError::BufferOverflow);
        }
        let number = address.index() % ENDPOINTS;
        let (gone, answer) = match number {
            0 => (true, state.control.give(packet, max)),
            _ => state.bulk.give(number, packet, max).ok_or(UsbError::WouldBlock)?,
        };
        state.gone |= u16::from(gone) << number;
        answer.iter().for_each(|answer| state.send(answer));
        Ok(packet.len())
    }

    fn read(&self, address: EndpointAddress, buffer: &mut [u8]) -> Result<usize> {
        let mut state = self.0.state();
        let number = address.index() % ENDPOINTS;
        let (packet, answer) = match number {
            0 => (state.control.take().ok_or(UsbError::WouldBlock)?, None),
            _ => {
                let max = endpoint(&mut state, address).size();
                state.bulk.take(number, max).ok_or(UsbError::WouldBlock)?
            }
        };
        answer.iter().for_each(|answer| state.send(answer));
        buffer.get_mut(..packet.len()).ok_or(UsbError::BufferOverflow)?.copy_from_slice(&packet);
        Ok(packet.len())
    }

    fn set_stalled(&self, address: EndpointAddress, stalled: bool) {
        let mut state = self.0.state();
        endpoint(&mut state, address).stalled = stalled;
        if stalled && address.index() == 0 {
            let answer = state.control.finish(STALL);
            answer.iter().for_each(|answer| state.send(answer));
        }
    }

    fn is_stalled(&self, address: EndpointAddress) -> bool {
        endpoint(&mut self.0.state(), address).stalled
    }

    fn suspend(&self) {}

    fn resume(&self) {}

    fn poll(&self) -> PollResult {
        self.0.state().poll()
    }
}
