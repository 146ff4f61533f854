//! A virtual Nitrokey as a USB device: the firmware's own CCID class, in front of the same key that
//! `vpcd` and the tests in process use.

use super::{Identity, Plugged, Port, RedirBus, RedirError};
use crate::{Error, Model, VirtualNitrokey};
use apdu_dispatch::interchanges::{Channel, Data, Responder, SIZE};
use std::{
    path::Path,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};
use usbd_ccid::{Ccid, Status};

/// Between two looks whether the key was pulled out.
const GLANCE: Duration = Duration::from_millis(20);
/// Smart card devices (USB class codes), as the firmware's class describes itself.
const CCID: [u8; 3] = [0x0B, 0, 0];
const VENDOR: u16 = 0x20A0;
/// ISO 7816-4 § 5.1.3: no precise diagnosis.
const FAILED: [u8; 2] = [0x6F, 0x00];

/// A virtual Nitrokey in a [`Port`]. It is plugged in and out by its handle
/// ([`VirtualNitrokey::plug`], [`VirtualNitrokey::unplug`]), and has no power while the emulated computer
/// has none. Dropping this takes it out of the port.
pub struct UsbNitrokey(Plugged);

impl UsbNitrokey {
    /// Brings the key to the port behind QEMU's socket, which need not be there yet.
    ///
    /// # Errors
    /// [`RedirError::Thread`].
    pub fn start(key: VirtualNitrokey, socket: &Path) -> Result<Self, RedirError> {
        let identity = identity(key.model(), key.serial());
        let name = format!("virtual key {:08X}", key.serial());
        let plugged = Plugged::start(&name, socket, move |port| match key.power_cycle() {
            None => {
                port.wait(GLANCE);
                Ok(())
            }
            Some(cycle) => run(&key, cycle, port, &identity),
        });
        plugged.map(Self)
    }

    /// Waits until it is in its port no more, which happens only if something goes wrong.
    pub fn wait(self) {
        self.0.wait();
    }
}

/// From plugging in to pulling out. The class and the key's thread begin anew each time, as after a loss
/// of power.
fn run(key: &VirtualNitrokey, cycle: u64, port: &Port, identity: &Identity) -> Result<(), RedirError> {
    let channel = Channel::new();
    let Some((requester, responder)) = channel.split() else { return Ok(()) };
    thread::scope(|scope| {
        let (commands, received) = mpsc::channel::<(u64, Data)>();
        let (answers, answered) = mpsc::channel();
        let waker = port.waker();
        scope.spawn(move || {
            for (number, command) in received {
                if answers.send((number, key.transmit(&command))).is_err() {
                    return;
                }
                waker.wake();
            }
        });
        let allocator = port.allocator();
        let class = Ccid::<_, SIZE>::new(&allocator, requester, Some(issuer(key.model())));
        let mut reader = Reader { class, responder, commands, answered, asked: 0, extension: None };
        let mut device = port.attach(&allocator, identity)?;
        while port.is_connected() && key.is_still_in(cycle) {
            reader.turn();
            if !device.poll(&mut [&mut reader.class]) {
                port.wait(GLANCE);
            }
        }
        port.detach();
        // The computer took the power away; nobody shall wait for a touch any more.
        if key.is_still_in(cycle) {
            key.unplug();
            if !port.is_closed() {
                key.plug();
            }
        }
        Ok(())
    })
}

/// The class on one side, the key on the other.
struct Reader<'a> {
    class: Ccid<'a, 'a, RedirBus, SIZE>,
    responder: Responder<'a>,
    commands: mpsc::Sender<(u64, Data)>,
    answered: mpsc::Receiver<(u64, Result<Vec<u8>, Error>)>,
    /// The number of the last command. Answers to those before it, which the host gave up, are dropped.
    asked: u64,
    /// When the host has to hear that the key still works.
    extension: Option<Instant>,
}

impl Reader<'_> {
    fn turn(&mut self) {
        if self.responder.is_canceled() {
            // The class gave the command up; its answer, if one comes, finds nobody.
            let _ = self.responder.acknowledge_cancel();
        }
        if let Some(command) = self.responder.take_request() {
            self.asked += 1;
            // The thread ends only after this.
            let _ = self.commands.send((self.asked, command));
        }
        if let Ok((number, answer)) = self.answered.try_recv()
            && number == self.asked
        {
            // A key that is silent, or gone, asks for no more time either.
            self.extension = None;
            if let Ok(answer) = answer {
                let answer = Data::try_from(&*answer).or_else(|_| Data::try_from(&FAILED[..]));
                let _ = answer.map(|answer| self.responder.respond(answer));
            }
        }
        self.class.check_for_app_response();
        let now = Instant::now();
        let status = match self.extension {
            Some(at) if now >= at => self.class.send_wait_extension(),
            Some(_) => return,
            None => self.class.did_start_processing(),
        };
        self.extension = match status {
            Status::ReceivedData(patience) => Some(now + Duration::from_millis(patience.0.into())),
            Status::Idle => None,
        };
    }
}

/// The card issuer's data, from which the class makes the answer to reset.
fn issuer(model: Model) -> &'static [u8] {
    match model {
        Model::Nitrokey3 | Model::Nitrokey3SecureElement => b"Nitrokey\0\0\0\0\0",
        Model::Pro1 | Model::Pro2 => b"Nitrokey Pro",
        Model::Start => b"Nitrokey St",
    }
}

fn identity(model: Model, serial: u32) -> Identity {
    let (product, release, name) = match model {
        Model::Nitrokey3 | Model::Nitrokey3SecureElement => (0x42B2, 0x0108, "Nitrokey 3"),
        Model::Pro1 => (0x4108, 0x0100, "Nitrokey Pro"),
        Model::Pro2 => (0x4108, 0x0101, "Nitrokey Pro"),
        Model::Start => (0x4211, 0x0200, "Nitrokey Start"),
    };
    Identity {
        vendor: VENDOR,
        product,
        release,
        class: [0; 3],
        interfaces: &[CCID],
        manufacturer: "Nitrokey".into(),
        name: name.into(),
        serial: format!("{serial:08X}"),
    }
}
