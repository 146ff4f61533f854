//! Hands that plug things in and pull them out, while the appliance's screen goes on.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};
use coldspare_tests::appliance::Appliance;
use coldspare_tests::typist::Hands as _;

use super::NITROKEYS;
use super::order::{Order, What};

const STICK: &str = "COLDSPARE";

/// An order, or a line that is none.
type Heard = Result<Order, String>;

/// The hands, in a thread of their own: a stick takes a while to be let go.
pub(crate) struct Hands {
    orders: Option<Sender<Heard>>,
    thread: Option<JoinHandle<()>>,
}

impl Hands {
    /// They write down what they did. If they are `heard`, the terminal is theirs, and they say it there too.
    pub(crate) fn start(mut appliance: Appliance, log: &Path, heard: bool) -> Result<Self> {
        let mut log = File::create(log)?;
        let (orders, receiver): (_, Receiver<Heard>) = channel();
        let thread = thread::spawn(move || {
            for order in receiver {
                let done = match order {
                    Ok(order) => obey(&mut appliance, order),
                    Err(line) => Err(anyhow!("“{line}” is not known here")),
                };
                let bell = if done.is_err() { "\x07" } else { "" };
                let text = done.unwrap_or_else(|error| format!("NOT DONE: {error:#}"));
                // On the appliance's own screen nothing can be written.
                let aloud = if heard { format!("{bell}{text}\n") } else { bell.to_owned() };
                let mut screen = io::stdout();
                screen.write_all(aloud.as_bytes()).and_then(|()| screen.flush()).ok();
                // A disk that is full is no reason to stop.
                writeln!(log, "{text}").ok();
            }
        });
        Ok(Hands { orders: Some(orders), thread: Some(thread) })
    }

    pub(crate) fn take(&self, order: Heard) {
        // The thread ends after this value, or because it panicked; then there is nobody to obey.
        self.orders.as_ref().map(|orders| orders.send(order));
    }

    /// Takes these, and says whether the end is ordered.
    pub(crate) fn take_all(&self, orders: Vec<Heard>) -> bool {
        let quit = orders.contains(&Ok(Order::Quit));
        orders.into_iter().for_each(|order| self.take(order));
        quit
    }
}

impl Drop for Hands {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn obey(appliance: &mut Appliance, order: Order) -> Result<String> {
    match order {
        Order::Toggle(what) if is_plugged(appliance, what)? => obey(appliance, Order::Unplug(what)),
        Order::Toggle(what) => obey(appliance, Order::Plug(what)),
        Order::Plug(what) if is_plugged(appliance, what)? => Ok(format!("{} is in already", name(what))),
        Order::Unplug(what) if !is_plugged(appliance, what)? => Ok(format!("{} is out already", name(what))),
        Order::Plug(what @ What::Stick) => {
            appliance.plug_stick(STICK)?;
            Ok(format!("{} is in", name(what)))
        }
        Order::Plug(what @ What::Nitrokey(nitrokey)) => {
            appliance.plug(nitrokey)?;
            let port = appliance.port(nitrokey).map_or(0, |port| port + 1);
            Ok(format!("{} is in port {port}", name(what)))
        }
        Order::Unplug(what) => {
            match what {
                What::Stick => appliance.unplug_stick(STICK)?,
                What::Nitrokey(nitrokey) => appliance.unplug(nitrokey)?,
            }
            Ok(format!("{} is out", name(what)))
        }
        Order::Touch(nitrokey, on) => {
            appliance.touch(nitrokey, on)?;
            Ok(format!("{}: finger {}", name(What::Nitrokey(nitrokey)), if on { "on" } else { "off" }))
        }
        Order::Quit => Ok("the end".into()),
    }
}

fn is_plugged(appliance: &Appliance, what: What) -> Result<bool> {
    match what {
        What::Stick => appliance.computer().has_stick(STICK),
        What::Nitrokey(nitrokey) => Ok(appliance.port(nitrokey).is_some()),
    }
}

fn name(what: What) -> String {
    match what {
        What::Stick => format!("stick {STICK}"),
        What::Nitrokey(nitrokey) => {
            let number = NITROKEYS.get(nitrokey).copied().unwrap_or_default();
            format!("Nitrokey {} ({number:08X})", nitrokey + 1)
        }
    }
}
