//! What all screens have at hand: words, keyboard, and what is plugged in.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use fluent_bundle::FluentValue;
use zeroize::Zeroizing;

use crate::ceremony::{Journal, MessageReader, Rehearser};
use crate::language::{Key, Pair, Texts};
use crate::machine::keyboard::Layout;
use crate::machine::stick::discover::{Plugged, Sticks};
use crate::machine::usb::{Ports, Seen};
use crate::nitrokey::{Bus, Found, Info, NitrokeyError, Serial};
use crate::paper::printer::Printers;
use crate::plan::Role;
use crate::tui::kit::events::Wake;
use crate::tui::kit::holds::Holds;
use crate::tui::kit::messages::{self, Message, ToMessage};

/// How long a Nitrokey may work on one thing before it is said what to do if it never ends. A touch is waited for
/// half a minute.
pub(in crate::tui) const QUIET: Duration = Duration::from_secs(60);
/// Where a secret is to stand in a text: no text of ours and nothing that is typed has it.
const SECRET: &str = "\u{E000}";

/// The computer that the screens run on.
pub struct Machine {
    /// Where Nitrokeys are plugged in.
    pub bus: Arc<dyn Bus + Send + Sync>,
    /// Where sticks are.
    pub sticks: Sticks,
    /// Where printers are.
    pub printers: Printers,
    /// The `coldspare` binary, for the rehearsal.
    pub program: PathBuf,
    /// Whether it ends with the computer switched off.
    pub appliance: bool,
    /// Whether it runs from the trial image, which is not for real keys.
    pub trial: bool,
    /// Whether the screens had stopped unexpectedly, and were started again.
    pub restarted: bool,
    /// Whether the screen is this computer's own console, and the keyboard its own.
    pub console: bool,
    /// The ports whose devices work only if the program lets them.
    pub usb: Option<Ports>,
}

/// The Nitrokeys' bus, for one user at a time: who looks what is plugged in must not come between the
/// commands of who writes.
#[derive(Clone)]
pub struct Nitrokeys {
    bus: Arc<dyn Bus + Send + Sync>,
    /// How often it was used.
    held: Arc<Mutex<u64>>,
}

/// The bus, held. Nobody else uses it until this ends.
pub struct Held<'a> {
    /// The bus.
    pub bus: &'a (dyn Bus + Send + Sync),
    uses: MutexGuard<'a, u64>,
}

impl Held<'_> {
    /// How often it was used. After each time something else may be on a Nitrokey.
    pub(in crate::tui) fn uses(&self) -> u64 {
        *self.uses
    }
}

impl Nitrokeys {
    /// Waits until nobody else uses it.
    pub fn hold(&self) -> Held<'_> {
        let mut uses = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        *uses += 1;
        Held { bus: &*self.bus, uses }
    }

    /// The bus, unless somebody uses it; only to look.
    pub(in crate::tui) fn try_hold(&self) -> Option<Held<'_>> {
        let uses = match self.held.try_lock() {
            Ok(uses) => uses,
            // Who panicked with it has left nothing half done: it is a number.
            Err(TryLockError::Poisoned(uses)) => uses.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        Some(Held { bus: &*self.bus, uses })
    }
}

/// What all screens have at hand.
pub struct Context {
    texts: Texts,
    language: &'static str,
    /// The keyboard's layout.
    pub layout: &'static Layout,
    /// The Nitrokeys' bus.
    pub nitrokeys: Nitrokeys,
    /// Where sticks are.
    pub sticks: Sticks,
    /// Where printers are.
    pub printers: Printers,
    /// The rehearsal's process.
    pub rehearser: Rehearser,
    /// The one that decrypts a message.
    pub message_reader: MessageReader,
    /// Whether it ends with the computer switched off.
    pub appliance: bool,
    /// Whether it runs from the trial image, which is not for real keys.
    pub trial: bool,
    /// Whether the screens had stopped unexpectedly, and the owner was not yet told at home.
    pub restarted: bool,
    /// Whether the screen is this computer's own console, and the keyboard its own.
    pub console: bool,
    /// The Nitrokeys that are plugged in, as the watch saw them last.
    pub found: Vec<Found>,
    /// Why no Nitrokey can be seen.
    pub blind: Option<NitrokeyError>,
    /// The sticks that are plugged in.
    pub plugged: Vec<Plugged>,
    /// The program fell over looking for them.
    pub no_sticks: bool,
    /// What there is to tell of USB devices and keyboards.
    pub usb: Seen,
    /// Takes the owner's answer on a keyboard that waits, by the device's number.
    pub keyboards: Option<Sender<(u64, bool)>>,
    /// What came onto which stick in this sitting, or was read from it.
    holds: Vec<(Plugged, Holds)>,
    /// The sticks on which home has seen a backup, whosever it is.
    pub(in crate::tui) backups: Vec<Plugged>,
    /// What was done in this sitting.
    pub journal: Journal,
    /// Whether the owner has said in this sitting that the clock is right.
    pub believes_clock: bool,
    /// How often something came onto the screen by itself, and took keys away from what was being typed.
    pub interrupted: u64,
    /// Whether the key that is heard came as soon after the one before as a scanner types.
    pub at_once: bool,
    /// How long a Nitrokey may work on one thing before it is said what to do if it never ends.
    pub quiet: Duration,
    /// Has the screens look again.
    pub wake: Sender<Wake>,
}

impl Context {
    /// On this computer, in English.
    pub fn new(machine: Machine, wake: Sender<Wake>) -> Self {
        Context {
            texts: Texts::of("en"),
            language: "en",
            layout: &Layout::ALL[0],
            nitrokeys: Nitrokeys { bus: machine.bus, held: Arc::default() },
            sticks: machine.sticks,
            printers: machine.printers,
            message_reader: MessageReader::new(machine.program.clone()),
            rehearser: Rehearser::new(machine.program),
            appliance: machine.appliance,
            trial: machine.trial,
            restarted: machine.restarted,
            console: machine.console,
            found: Vec::new(),
            blind: None,
            plugged: Vec::new(),
            no_sticks: false,
            usb: Seen::default(),
            keyboards: None,
            holds: Vec::new(),
            backups: Vec::new(),
            journal: Journal::default(),
            believes_clock: false,
            interrupted: 0,
            at_once: false,
            quiet: QUIET,
            wake,
        }
    }

    /// The language's two letters.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, language: &'static str) {
        (self.texts, self.language) = (Texts::of(language), language);
    }

    /// The catalogue.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// A text without placeholders.
    pub fn say(&self, key: Key) -> String {
        self.fill(key, &[])
    }

    /// A text with its placeholders filled in.
    pub fn fill(&self, key: Key, placeholders: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.say(key, placeholders)
    }

    /// The same with a secret in the place of `name`. The catalogue, which copies what it is given, never has it.
    pub(in crate::tui) fn fill_secret(
        &self,
        key: Key,
        placeholders: &[(&str, FluentValue<'_>)],
        (name, secret): (&str, &str),
    ) -> Zeroizing<String> {
        let with_mark: Vec<_> = placeholders.iter().cloned().chain([(name, SECRET.into())]).collect();
        let text = self.fill(key, &with_mark);
        let mut filled = Zeroizing::new(String::with_capacity(text.len() + 2 * secret.len()));
        for (i, piece) in text.split(SECRET).enumerate() {
            filled.extend([if i > 0 { secret } else { "" }, piece]);
        }
        filled
    }

    /// An error as a pair.
    pub fn message(&self, error: &impl ToMessage) -> Message {
        error.to_message(&self.texts)
    }

    /// A pair of texts with their placeholders filled in.
    pub(in crate::tui) fn pair(&self, pair: Pair, placeholders: &[(&str, FluentValue<'_>)]) -> Message {
        Message::of(&self.texts, pair, placeholders)
    }

    /// This is on that stick: written now, or read from it.
    pub(in crate::tui) fn now_holds(&mut self, stick: &Plugged, what: Holds) {
        if !self.holds(stick).any(|known| known == what) {
            self.holds.push((stick.clone(), what));
        }
    }

    /// What is known to be on a stick, in any of its file systems.
    pub(in crate::tui) fn holds(&self, stick: &Plugged) -> impl Iterator<Item = Holds> {
        self.holds.iter().filter(|(other, _)| other.is_beside(stick)).map(|(_, what)| *what)
    }

    /// A Nitrokey that is plugged in says this of itself now; the watch needs a moment to see it.
    pub(in crate::tui) fn now_says(&mut self, info: &Info) {
        for found in &mut self.found {
            if let Found::Nitrokey(before) = found
                && before.serial == info.serial
            {
                **before = info.clone();
            }
        }
    }

    /// A role as it is said.
    pub fn role(&self, role: &Role) -> String {
        messages::role(role, &self.texts)
    }

    /// The Nitrokeys that are plugged in and say who they are.
    pub fn infos(&self) -> impl Iterator<Item = &Info> {
        self.found.iter().filter_map(|found| match found {
            Found::Nitrokey(info) => Some(&**info),
            Found::HalfReset { .. } | Found::Unreadable { .. } => None,
        })
    }

    /// What is plugged in and cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = NitrokeyError> {
        self.found.iter().filter_map(|found| match found {
            Found::Unreadable { reader, cause } => {
                Some(NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause })
            }
            Found::Nitrokey(_) | Found::HalfReset { .. } => None,
        })
    }

    /// That the program itself fell over something; what can be done is the same again.
    pub(in crate::tui) fn fault(&self) -> Message {
        self.pair(pair!("fault"), &[])
    }

    /// The Nitrokey with this serial, if it is plugged in.
    pub fn info(&self, serial: Serial) -> Option<&Info> {
        self.infos().find(|info| info.serial == serial)
    }
}

#[cfg(test)]
impl Context {
    /// Where nothing is plugged in, nor ever will be.
    pub(in crate::tui) fn nowhere() -> Self {
        let machine = Machine {
            bus: Arc::new(crate::nitrokey::PcscBus),
            sticks: Sticks::at("nowhere"),
            printers: Printers::at("nowhere", "nowhere"),
            program: "nowhere".into(),
            appliance: true,
            trial: false,
            restarted: false,
            console: false,
            usb: None,
        };
        Context::new(machine, std::sync::mpsc::channel().0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_stands_where_its_placeholder_is_and_nothing_else_is_changed() {
        let context = Context::nowhere();
        let number = [("number", 7.into())];
        let whole = context.fill(key!("entry-word-whole"), &[number[0].clone(), ("word", "zoo".into())]);
        assert_eq!(*context.fill_secret(key!("entry-word-whole"), &number, ("word", "zoo")), whole);
        assert_eq!(
            *context.fill_secret(key!("entry-word"), &number, ("word", "zoo")),
            context.fill(key!("entry-word"), &number)
        );
    }
}
