//! One connection to vsmartcard's `vpcd`.
//!
//! `vpicc::Connection` reads the same messages, but `vpcd` sends each one's length and content apart, and
//! waits (Nagle) until the length is acknowledged, which this side would delay by 40 milliseconds: for
//! each command of a card, ten times what the firmware takes. So the acknowledgements are sent at once.

use rustix::net::sockopt::set_tcp_quickack;
use std::{
    io::{Error, ErrorKind, Read, Result, Write},
    net::TcpStream,
};
pub use vpicc::VSmartCard;

// Control commands, https://frankmorgner.github.io/vsmartcard/virtualsmartcard/api.html
const POWER_OFF: u8 = 0;
const POWER_ON: u8 = 1;
const RESET: u8 = 2;
const ATR: u8 = 4;

/// Answers until the connection ends.
///
/// # Errors
/// How it ended.
pub fn serve(mut stream: TcpStream, card: &mut impl VSmartCard) -> Result<()> {
    loop {
        match receive(&mut stream)?[..] {
            [POWER_OFF] => card.power_off(),
            [POWER_ON] => card.power_on(),
            [RESET] => card.reset(),
            [ATR] => send(&mut stream, card.atr())?,
            [] | [_] => return Err(Error::new(ErrorKind::InvalidData, "no command of vpcd's")),
            ref command => {
                let answer = card.execute(command);
                send(&mut stream, &answer)?;
            }
        }
    }
}

fn receive(stream: &mut TcpStream) -> Result<Vec<u8>> {
    let mut length = [0; 2];
    // The kernel forgets it again with everything that is sent.
    set_tcp_quickack(&*stream, true)?;
    stream.read_exact(&mut length)?;
    set_tcp_quickack(&*stream, true)?;
    let mut message = vec![0; u16::from_be_bytes(length).into()];
    stream.read_exact(&mut message)?;
    Ok(message)
}

fn send(stream: &mut TcpStream, answer: &[u8]) -> Result<()> {
    let length = u16::try_from(answer.len()).map_err(|_| Error::from(ErrorKind::InvalidInput))?;
    stream.write_all(&[&length.to_be_bytes()[..], answer].concat())
}
