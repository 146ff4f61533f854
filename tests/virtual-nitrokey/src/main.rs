//! Serves one virtual Nitrokey to vsmartcard's `vpcd`, where `pcscd` shows it as a card in the reader
//! 'Virtual PCD'; or, as a whole USB device, to QEMU's `usb-redir`. For tests and the demonstration alone.
//!
//! Lines on standard input pull strings while it runs: `touch` and `notouch` put a finger on the button
//! and take it away, `unplug` and `plug` do what they say. The end of standard input means nothing: the
//! program ends when `vpcd` closes the connection. For QEMU it stays, and connects again.

use std::{
    fmt, io,
    net::{Ipv4Addr, Shutdown, TcpStream},
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};
use virtual_nitrokey::{Config, Model, VirtualNitrokey, usbredir::UsbNitrokey, vpcd};

const USAGE: &str = "\
usage: virtual-nitrokey --port PORT --serial 0A0B0C01 [--model MODEL] [--state FILE]
       virtual-nitrokey --usbredir SOCKET --serial 0A0B0C01 [--model MODEL] [--state FILE]
  PORT   where vpcd listens
  SOCKET where QEMU listens for usb-redir
  MODEL  nk3 (default), nk3-se, pro1, pro2 or start
  FILE   keeps the key's state from one run to the next";

/// `vpcd` may still be starting.
const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_TRIES: Duration = Duration::from_millis(100);
/// What a real key waits for a finger.
const TOUCH: Duration = Duration::from_secs(15);

/// Where the key is plugged in.
enum Socket {
    Vpcd(u16),
    UsbRedir(PathBuf),
}

struct Arguments {
    socket: Socket,
    config: Config,
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut socket, mut serial, mut model, mut state) = (None, None, Model::Nitrokey3, None);
    while let Some(word) = words.next() {
        if word == "--help" {
            return Err(USAGE.to_owned());
        }
        let value = words.next().ok_or_else(|| format!("{word} wants a value\n{USAGE}"))?;
        let wrong = |why: &dyn fmt::Display| format!("{word} {value}: {why}\n{USAGE}");
        match word.as_str() {
            "--port" => socket = Some(Socket::Vpcd(value.parse().map_err(|e| wrong(&e))?)),
            "--usbredir" => socket = Some(Socket::UsbRedir(PathBuf::from(value))),
            "--serial" => serial = Some(u32::from_str_radix(&value, 16).map_err(|e| wrong(&e))?),
            "--model" => model = value.parse().map_err(|e| wrong(&e))?,
            "--state" => state = Some(PathBuf::from(value)),
            _ => return Err(format!("{word} is not known here\n{USAGE}")),
        }
    }
    let (Some(socket), Some(serial)) = (socket, serial) else {
        return Err(format!("--port or --usbredir, and --serial, are needed\n{USAGE}"));
    };
    Ok(Arguments { socket, config: Config { model, serial, state } })
}

/// The cable between the key and `vpcd`.
#[derive(Default)]
struct Cable {
    end: Mutex<End>,
    moved: Condvar,
}

#[derive(Default)]
struct End {
    out: bool,
    /// Pulled out, and the reader of the connection does not know it yet.
    pulled: bool,
    stream: Option<TcpStream>,
}

impl Cable {
    fn end(&self) -> MutexGuard<'_, End> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Pulls the plug: whoever reads from the connection learns that it is over.
    fn unplug(&self) {
        let mut end = self.end();
        end.out = true;
        end.pulled = end.stream.is_some();
        if let Some(stream) = end.stream.take() {
            // It may be closed from the other side already.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn plug(&self) {
        self.end().out = false;
        self.moved.notify_all();
    }

    /// Waits until the plug is in, then connects.
    fn connect(&self, port: u16) -> io::Result<TcpStream> {
        let mut until = Instant::now() + PATIENCE;
        loop {
            let mut end = self.end();
            while end.out {
                end = self.moved.wait(end).unwrap_or_else(PoisonError::into_inner);
                until = Instant::now() + PATIENCE;
            }
            match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
                Ok(stream) => {
                    end.stream = Some(stream.try_clone()?);
                    return Ok(stream);
                }
                Err(error) if Instant::now() > until => return Err(error),
                Err(_) => drop(end),
            }
            thread::sleep(BETWEEN_TRIES);
        }
    }

    /// Whether the connection ended because the plug was pulled; asked once for each end.
    fn was_pulled(&self) -> bool {
        std::mem::take(&mut self.end().pulled)
    }
}

/// Obeys standard input until it ends.
fn obey(key: &VirtualNitrokey, cable: &Cable) {
    for line in io::stdin().lines().map_while(Result::ok) {
        match line.trim() {
            "touch" => key.set_touch(true),
            "notouch" => key.set_touch(false),
            "unplug" => {
                cable.unplug();
                key.unplug();
            }
            "plug" => {
                key.plug();
                cable.plug();
            }
            "" => {}
            other => eprintln!("{other}: touch, notouch, unplug and plug are known here"),
        }
    }
}

fn serve(arguments: Arguments) -> Result<(), String> {
    let Arguments { socket, config } = arguments;
    let key = VirtualNitrokey::new(config).map_err(|error| error.to_string())?;
    key.set_touch_patience(TOUCH);
    let cable = Arc::new(Cable::default());
    {
        let (key, cable) = (key.clone(), Arc::clone(&cable));
        thread::spawn(move || obey(&key, &cable));
    }
    match socket {
        Socket::Vpcd(port) => serve_vpcd(key, &cable, port),
        Socket::UsbRedir(socket) => {
            UsbNitrokey::start(key, &socket).map_err(|error| error.to_string())?.wait();
            Err("the virtual USB device ended".to_owned())
        }
    }
}

fn serve_vpcd(mut key: VirtualNitrokey, cable: &Cable, port: u16) -> Result<(), String> {
    loop {
        let stream =
            cable.connect(port).map_err(|error| format!("no vpcd at 127.0.0.1 port {port}: {error}"))?;
        eprintln!("card {:08X} on port {port}", key.serial());
        let Err(end) = vpcd::serve(stream, &mut key) else {
            return Ok(());
        };
        let closed = matches!(
            end.kind(),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe
        );
        if !cable.was_pulled() {
            return if closed { Ok(()) } else { Err(format!("the connection to vpcd broke: {end}")) };
        }
    }
}

fn main() -> ExitCode {
    match arguments(std::env::args().skip(1)).and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
