//! A computer's side of a usbredir connection, as QEMU has it, without QEMU: it takes its packets apart
//! by the specification, and by nothing of what the virtual devices are made of.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// How long a device may take for an answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// `connect_device_version`, `ep_info_max_packet_size`, `64bits_ids` and `32bits_bulk_length`.
const CAPABILITIES: u32 = 0x72;

/// Packet types.
pub mod kind {
    /// `usb_redir_hello`
    pub const HELLO: u32 = 0;
    /// `usb_redir_device_connect`
    pub const CONNECT: u32 = 1;
    /// `usb_redir_device_disconnect`
    pub const DISCONNECT: u32 = 2;
    /// `usb_redir_reset`
    pub const RESET: u32 = 3;
    /// `usb_redir_set_configuration`
    pub const SET_CONFIGURATION: u32 = 6;
    /// `usb_redir_configuration_status`
    pub const CONFIGURATION_STATUS: u32 = 8;
    /// `usb_redir_cancel_data_packet`
    pub const CANCEL: u32 = 21;
    /// `usb_redir_control_packet`
    pub const CONTROL: u32 = 100;
    /// `usb_redir_bulk_packet`
    pub const BULK: u32 = 101;
}

/// A port, at which a device may connect.
pub struct Host {
    listener: UnixListener,
    link: Option<UnixStream>,
    id: u64,
}

impl Host {
    /// Listens at this socket.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(socket: &Path) -> Result<Self> {
        Ok(Host { listener: UnixListener::bind(socket)?, link: None, id: 0 })
    }

    /// Waits for a connection, ends the one before, and greets.
    ///
    /// # Errors
    /// If the device does not greet.
    pub fn greet(&mut self) -> Result<()> {
        self.link = None;
        let (link, _) = self.listener.accept()?;
        link.set_read_timeout(Some(PATIENCE))?;
        self.link = Some(link);
        self.send(kind::HELLO, 0, &[&[0; 64][..], &CAPABILITIES.to_le_bytes()].concat())?;
        let (kind, _, body) = self.receive()?;
        ensure!(kind == kind::HELLO && body.len() == 68, "no hello");
        Ok(())
    }

    /// Waits until a device is plugged in; its vendor and product.
    ///
    /// # Errors
    /// If none is.
    pub fn connect(&mut self) -> Result<(u16, u16)> {
        let body = self.wait_for(kind::CONNECT)?;
        Ok((u16::from_le_bytes([body[4], body[5]]), u16::from_le_bytes([body[6], body[7]])))
    }

    /// Sends one packet.
    ///
    /// # Errors
    /// If nobody is connected.
    pub fn send(&mut self, kind: u32, id: u64, body: &[u8]) -> Result<()> {
        let id = id.to_le_bytes();
        let id = if kind == kind::HELLO { &id[..4] } else { &id };
        let length = u32::try_from(body.len())?;
        self.write(&[&kind.to_le_bytes()[..], &length.to_le_bytes(), id, body].concat())
    }

    /// Sends what need not be a packet.
    ///
    /// # Errors
    /// If nobody is connected.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(self.link.as_mut().context("nobody is connected")?.write_all(bytes)?)
    }

    /// The next packet: kind, id and body.
    ///
    /// # Errors
    /// If none comes.
    pub fn receive(&mut self) -> Result<(u32, u64, Vec<u8>)> {
        let link = self.link.as_mut().context("nobody is connected")?;
        let mut word = || -> Result<u32> {
            let mut bytes = [0; 4];
            link.read_exact(&mut bytes)?;
            Ok(u32::from_le_bytes(bytes))
        };
        let (kind, length, low) = (word()?, word()?, word()?);
        let high = if kind == kind::HELLO { 0 } else { word()? };
        let mut body = vec![0; usize::try_from(length)?];
        link.read_exact(&mut body)?;
        Ok((kind, u64::from(high) << 32 | u64::from(low), body))
    }

    /// The next packet of this kind; those before are passed over.
    ///
    /// # Errors
    /// If none comes.
    pub fn wait_for(&mut self, wanted: u32) -> Result<Vec<u8>> {
        loop {
            let (kind, _, body) = self.receive()?;
            if kind == wanted {
                return Ok(body);
            }
        }
    }

    fn ask(&mut self, kind: u32, body: &[u8]) -> Result<Vec<u8>> {
        self.id += 1;
        self.send(kind, self.id, body)?;
        let (answered, id, body) = self.receive()?;
        ensure!((answered, id) == (kind, self.id), "an answer of kind {answered} to another question");
        Ok(body)
    }

    /// Resets the device and sets its configuration.
    ///
    /// # Errors
    /// If it does not take it.
    pub fn configure(&mut self) -> Result<()> {
        self.send(kind::RESET, 0, &[])?;
        self.send(kind::SET_CONFIGURATION, 1, &[1])?;
        ensure!(self.wait_for(kind::CONFIGURATION_STATUS)? == [0, 1], "the configuration is refused");
        Ok(())
    }

    /// A control transfer from the device; `None` if it stalls.
    ///
    /// # Errors
    /// If it does not answer.
    pub fn control_in(
        &mut self,
        request_type: u8,
        request: u8,
        value: u16,
        length: u16,
    ) -> Result<Option<Vec<u8>>> {
        let ([v0, v1], [l0, l1]) = (value.to_le_bytes(), length.to_le_bytes());
        let body = self.ask(kind::CONTROL, &[0x80, request, request_type, 0, v0, v1, 0, 0, l0, l1])?;
        match body[3] {
            0 => Ok(Some(body[10..].to_vec())),
            4 => Ok(None),
            other => bail!("status {other}"),
        }
    }

    /// Sends a bulk packet whose answer is for later; its id.
    ///
    /// # Errors
    /// If nobody is connected.
    pub fn begin_bulk(&mut self, endpoint: u8, length: usize, data: &[u8]) -> Result<u64> {
        self.id += 1;
        let [l0, l1, l2, l3] = u32::try_from(length)?.to_le_bytes();
        let head = [endpoint, 0, l0, l1, 0, 0, 0, 0, l2, l3];
        self.send(kind::BULK, self.id, &[&head[..], data].concat())?;
        Ok(self.id)
    }

    /// A bulk transfer; what came, or nothing if it went to the device.
    ///
    /// # Errors
    /// If it did not succeed.
    pub fn bulk(&mut self, endpoint: u8, length: usize, data: &[u8]) -> Result<Vec<u8>> {
        let id = self.begin_bulk(endpoint, length, data)?;
        let (kind, answered, body) = self.receive()?;
        ensure!((kind, answered, body[1]) == (kind::BULK, id, 0), "the transfer failed");
        Ok(body[10..].to_vec())
    }

    /// A CCID command (CCID 1.1 § 6.1) and its answer, its header included. Requests for more time are
    /// granted.
    ///
    /// # Errors
    /// If none comes.
    pub fn ccid(&mut self, message: u8, data: &[u8]) -> Result<Vec<u8>> {
        let length = u32::try_from(data.len())?.to_le_bytes();
        let command = [&[message][..], &length, &[0, 7, 0, 0, 0], data].concat();
        self.bulk(0x01, command.len(), &command)?;
        loop {
            let answer = self.bulk(0x81, 3072, &[])?;
            ensure!(answer.len() >= 10 && answer[6] == 7, "no answer to this command");
            if answer[7] >> 6 != 2 {
                return Ok(answer);
            }
        }
    }
}
