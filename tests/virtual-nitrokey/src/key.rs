use crate::{
    Error, Fault, Model,
    admin::FirmwareVersion,
    firmware::{Board, Firmware},
    flash::Flash,
    start::Wiring,
    touch::Button,
    traits::Trait,
};
use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError, atomic::Ordering::Relaxed},
    time::Duration,
};

/// What a virtual key is to be.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which Nitrokey it looks like.
    pub model: Model,
    /// The serial number in its AID.
    pub serial: u32,
    /// A file (128 KiB) that keeps its state; it is made when it is not there. Without one, the state
    /// lasts as long as the last handle.
    pub state: Option<PathBuf>,
}

impl Config {
    /// A key whose state is forgotten with it.
    pub fn new(model: Model, serial: u32) -> Self {
        Self { model, serial, state: None }
    }
}

/// A handle to a virtual key. Clones are handles to the same key; it ends with the last of them.
pub struct VirtualNitrokey {
    shared: Arc<Shared>,
    /// The power cycle that this handle saw last; see [`take_reset`](Self::take_reset).
    seen: u64,
}

struct Shared {
    board: Arc<Board>,
    inner: Mutex<Inner>,
}

struct Inner {
    /// `None`: the key is out.
    firmware: Option<Firmware>,
    power_cycles: u64,
    fault: Option<Fault>,
    commands: u64,
}

impl VirtualNitrokey {
    /// Makes a key, plugged in.
    pub fn new(config: Config) -> Result<Self, Error> {
        let flash = match &config.state {
            Some(path) => Flash::open(path)?,
            None => Flash::blank().map_err(|error| Error::Start(format!("{error:?}")))?,
        };
        let board = Arc::new(Board {
            model: config.model,
            serial: config.serial.into(),
            flash,
            button: Arc::new(Button::new()),
            version: Arc::new(FirmwareVersion::new()),
            unfiltered: Arc::default(),
            wiring: Wiring::default(),
            traits: Arc::default(),
        });
        let firmware = Some(Firmware::start(&board)?);
        let inner = Mutex::new(Inner { firmware, power_cycles: 1, fault: None, commands: 0 });
        Ok(Self { shared: Arc::new(Shared { board, inner }), seen: 1 })
    }

    /// Another version of the firmware than 1.8.3, for the Nitrokey 3's admin application to tell.
    /// It changes nothing but that answer.
    #[must_use]
    pub fn with_firmware(self, major: u16, minor: u16, patch: u8) -> Self {
        self.shared.board.version.set(major, minor, patch);
        self
    }

    /// The list of algorithms (FA) as `opcard` itself gives it: everything that it has a name for, with
    /// Brainpool and secp256k1, whatever this key can do. So does a real Nitrokey 3, which takes such
    /// attributes and answers the import with 6A81. Without this, the list holds what the key takes.
    #[must_use]
    pub fn with_unfiltered_algorithm_list(self) -> Self {
        self.shared.board.unfiltered.store(true, Relaxed);
        self
    }

    /// A Start's firmware from before its KDF-DO (RTM.2 to RTM.5): extended capabilities 74, neither F9 nor touch.
    #[must_use]
    pub fn with_firmware_before_kdf(self) -> Self {
        self.shared.board.wiring.old.store(true, Relaxed);
        self
    }

    /// The serial number in its AID.
    pub fn serial(&self) -> u32 {
        self.shared.board.serial()
    }

    /// The manufacturer's number in its AID.
    pub fn manufacturer(&self) -> u16 {
        self.shared.board.manufacturer()
    }

    /// The name of the reader under which PC/SC shows it, without the two numbers that follow.
    pub fn reader_name(&self) -> &'static str {
        match self.shared.board.traits.maker() {
            Some(_) => "Generic USB Smart Card Reader",
            None => self.model().reader_name(),
        }
    }

    /// Does this otherwise.
    #[must_use]
    pub fn with(self, new: Trait) -> Self {
        self.shared.board.traits.add(new);
        // Its firmware asks some of it only when it starts.
        if self.is_plugged() {
            self.unplug();
            self.plug();
        }
        self
    }

    /// A firmware update after which it says another serial; all that was stored is kept. So a Start has done
    /// (Nitrokey forum 2407).
    pub fn update_firmware(&self, serial: u32) {
        self.unplug();
        self.shared.board.serial.store(serial, Relaxed);
        self.plug();
    }

    /// Which Nitrokey it looks like.
    pub fn model(&self) -> Model {
        self.shared.board.model
    }

    /// One command and its answer, data and status word, as they go through a reader.
    pub fn transmit(&self, apdu: &[u8]) -> Result<Vec<u8>, Error> {
        let mut inner = self.inner();
        let Inner { firmware, fault, commands, .. } = &mut *inner;
        let Some(running) = firmware else {
            return Err(Error::Unplugged);
        };
        *commands += 1;
        let traits = &self.shared.board.traits;
        match Fault::due(fault) {
            Some(Fault::Fail { status, .. }) => return Ok(status.to_be_bytes().to_vec()),
            Some(Fault::Hang { .. }) => {
                self.shared.board.button.hang_until_leaving();
                *firmware = None;
                return Err(Error::Unplugged);
            }
            Some(Fault::Drop { .. }) => return Err(Error::NoAnswer),
            Some(Fault::CutAfter(_)) => {
                // Its answer is what the cut takes away.
                if traits.before(apdu).is_none() {
                    let _ = running.command(apdu);
                }
                *firmware = None;
                return Err(Error::Unplugged);
            }
            Some(Fault::CutWithin { part, .. }) => {
                let board = &self.shared.board;
                board.wiring.cut.store(part, Relaxed);
                board.flash.watch();
                let _ = running.command(apdu);
                *firmware = None;
                // A Start has cut its own objects.
                board.flash.keep((board.model != Model::Start).then_some(part));
                board.wiring.cut.store(0, Relaxed);
                return Err(Error::Unplugged);
            }
            None => {}
        }
        if let Some(answered) = traits.before(apdu) {
            return answered;
        }
        let answer = running.command(apdu).map(|answer| traits.after(apdu, answer));
        if answer.is_err() {
            *firmware = None;
        }
        if self.shared.board.button.is_leaving() { Err(Error::Unplugged) } else { answer }
    }

    /// Pulls the key out. Its power is gone: what was not stored is lost. A command that is waiting for
    /// a touch ends.
    pub fn unplug(&self) {
        let button = &self.shared.board.button;
        button.set_leaving(true);
        let mut inner = self.inner();
        inner.firmware = None;
        button.set_leaving(false);
    }

    /// Plugs the key in again: the firmware starts with what it had stored. Nothing happens to a key
    /// that is in. A key that cannot start stays out ([`is_plugged`](Self::is_plugged)).
    pub fn plug(&self) {
        let mut inner = self.inner();
        if inner.firmware.is_none() {
            inner.firmware = Firmware::start(&self.shared.board).ok();
            inner.power_cycles += 1;
        }
    }

    /// Takes its power and gives it back, while it stays in its reader: what it keeps in RAM alone is gone. Nothing
    /// happens to a key that is out.
    pub fn cycle_power(&self) {
        let mut inner = self.inner();
        if inner.firmware.take().is_some() {
            inner.firmware = Firmware::start(&self.shared.board).ok();
            inner.power_cycles += 1;
        }
    }

    /// Whether it is plugged in.
    pub fn is_plugged(&self) -> bool {
        self.inner().firmware.is_some()
    }

    /// Which power cycle this is; `None` while it is out.
    pub(crate) fn power_cycle(&self) -> Option<u64> {
        let inner = self.inner();
        inner.firmware.as_ref().map(|_| inner.power_cycles)
    }

    /// Whether it has been in ever since that power cycle began, without waiting for a command: a key
    /// that works on one is in.
    pub(crate) fn is_still_in(&self, power_cycle: u64) -> bool {
        let inner = match self.shared.inner.try_lock() {
            Ok(inner) => inner,
            Err(TryLockError::Poisoned(inner)) => inner.into_inner(),
            Err(TryLockError::WouldBlock) => return true,
        };
        inner.firmware.is_some() && inner.power_cycles == power_cycle
    }

    /// Sets what shall go wrong; a fault that was still to come is forgotten.
    pub fn fault(&self, fault: Fault) {
        self.inner().fault = Some(fault);
    }

    /// Nothing shall go wrong any more.
    pub fn clear_fault(&self) {
        self.inner().fault = None;
    }

    /// How many commands were sent to this key while it was in, faults included.
    pub fn commands(&self) -> u64 {
        self.inner().commands
    }

    /// Whether it hangs just now, as [`Fault::Hang`] asked for.
    pub fn hangs(&self) -> bool {
        self.shared.board.button.hangs()
    }

    /// Whether a finger is on the button. It is, unless said otherwise; it may come while the key waits.
    pub fn set_touch(&self, on: bool) {
        self.shared.board.button.set_finger(on);
    }

    /// How long the key waits for a touch before it refuses. A real one waits 15 seconds, which is a long
    /// time for a test: 200 milliseconds, unless said otherwise.
    pub fn set_touch_patience(&self, patience: Duration) {
        self.shared.board.button.set_patience(patience);
    }

    /// Whether both are handles to one key. (Two keys may well have one serial number.)
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// Whether the key was started again since this handle asked last.
    pub(crate) fn take_reset(&mut self) -> bool {
        let now = self.inner().power_cycles;
        std::mem::replace(&mut self.seen, now) != now
    }

    // Nothing in here is half done when a thread panics: every field is whole at any time.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.shared.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for VirtualNitrokey {
    fn clone(&self) -> Self {
        // A new handle is a new connection, which has seen no reset yet.
        Self { shared: Arc::clone(&self.shared), seen: self.inner().power_cycles }
    }
}

impl fmt::Debug for VirtualNitrokey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VirtualNitrokey({} {:08X})", self.model(), self.serial())
    }
}
