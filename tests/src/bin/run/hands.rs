//! Hands that plug things in and pull them out, while the program's screen goes on.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use coldspare_tests::world::World;

use super::NITROKEYS;

const STICK: &str = "COLDSPARE";

/// What can be plugged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Counted from 0.
    Nitrokey(usize),
    Stick,
}

/// What the person wants done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Plug(What),
    Unplug(What),
    /// In if it is out, out if it is in.
    Toggle(What),
    /// A finger on a Nitrokey's button, or away from it.
    Touch(usize, bool),
    Quit,
}

impl Order {
    /// `plug 1`, `unplug stick`, `touch 2`, …
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let words: Vec<_> = line.split_whitespace().collect();
        let nitrokey = |word: &str| {
            let number = word.parse::<usize>().ok().filter(|number| (1..=NITROKEYS.len()).contains(number));
            number.map(|number| number - 1)
        };
        let what =
            |word| if word == "stick" { Some(What::Stick) } else { nitrokey(word).map(What::Nitrokey) };
        Some(match words[..] {
            ["plug", word] => Order::Plug(what(word)?),
            ["unplug", word] => Order::Unplug(what(word)?),
            ["touch", word] => Order::Touch(nitrokey(word)?, true),
            ["notouch", word] => Order::Touch(nitrokey(word)?, false),
            ["quit"] => Order::Quit,
            _ => return None,
        })
    }
}

/// The hands, in a thread of their own: `pcscd` takes a while to see what is plugged in.
pub(crate) struct Hands {
    orders: Option<Sender<Result<Order, String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Hands {
    pub(crate) fn start(mut world: World, log: &Path) -> Result<Self> {
        let mut log = File::create(log)?;
        let (orders, receiver): (_, Receiver<Result<Order, String>>) = channel();
        let thread = thread::spawn(move || {
            for order in receiver {
                let text = match order {
                    Ok(order) => obey(&mut world, order),
                    Err(line) => Err(anyhow::anyhow!("“{line}” is not known here")),
                };
                let text = text.unwrap_or_else(|error| {
                    // On the program's own screen nothing can be written.
                    let mut screen = io::stdout();
                    screen.write_all(b"\x07").and_then(|()| screen.flush()).ok();
                    format!("NOT DONE: {error:#}")
                });
                // A disk that is full is no reason to stop.
                writeln!(log, "{text}").ok();
            }
        });
        Ok(Hands { orders: Some(orders), thread: Some(thread) })
    }

    pub(crate) fn take(&self, order: Order) {
        self.send(Ok(order));
    }

    pub(crate) fn does_not_know(&self, line: &str) {
        self.send(Err(line.to_owned()));
    }

    fn send(&self, order: Result<Order, String>) {
        // The thread ends after this value, or because it panicked; then there is nobody to obey.
        self.orders.as_ref().map(|orders| orders.send(order));
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

fn obey(world: &mut World, order: Order) -> Result<String> {
    match order {
        Order::Toggle(what) if is_plugged(world, what) => obey(world, Order::Unplug(what)),
        Order::Toggle(what) => obey(world, Order::Plug(what)),
        Order::Plug(what) if is_plugged(world, what) => Ok(format!("{} is in already", name(what))),
        Order::Plug(What::Stick) => {
            world.plug_stick(STICK)?;
            Ok(format!("{} is in", name(What::Stick)))
        }
        Order::Plug(what @ What::Nitrokey(nitrokey)) => {
            let reader = world.free_reader(|_| true).context("both ports are in use")?;
            world.plug(nitrokey, reader)?;
            Ok(format!("{} is in port {}", name(what), reader + 1))
        }
        Order::Unplug(what) => {
            match what {
                What::Stick => world.unplug_stick(STICK)?,
                What::Nitrokey(nitrokey) => world.unplug(nitrokey)?,
            }
            Ok(format!("{} is out", name(what)))
        }
        Order::Touch(nitrokey, on) => {
            world.touch(nitrokey, on)?;
            Ok(format!("{}: finger {}", name(What::Nitrokey(nitrokey)), if on { "on" } else { "off" }))
        }
        Order::Quit => Ok("the end".into()),
    }
}

fn is_plugged(world: &World, what: What) -> bool {
    match what {
        What::Stick => world.is_stick_plugged(STICK),
        What::Nitrokey(nitrokey) => world.is_plugged(nitrokey),
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
