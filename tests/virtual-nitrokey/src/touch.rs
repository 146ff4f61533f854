use std::{
    sync::Arc,
    sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    thread,
    time::{Duration, Instant},
};
use trussed::platform::UserInterface;
use trussed_core::types::consent::Level;

/// How long opcard waits for a touch (`confirm_user_present` in its `backend.rs`).
const FIRMWARE_PATIENCE: Duration = Duration::from_secs(15);
/// How often the button is looked at while the firmware waits.
const GLANCE: Duration = Duration::from_millis(1);

/// The button of a key, and the finger that may rest on it.
pub(crate) struct Button {
    finger: AtomicBool,
    patience_ms: AtomicU64,
    /// The key is being pulled out: nobody shall wait for the finger any more.
    leaving: AtomicBool,
    /// It answers nothing any more.
    hangs: AtomicBool,
}

impl Button {
    pub(crate) fn new() -> Self {
        Self {
            finger: AtomicBool::new(true),
            patience_ms: AtomicU64::new(200),
            leaving: AtomicBool::new(false),
            hangs: AtomicBool::new(false),
        }
    }

    pub(crate) fn set_finger(&self, on: bool) {
        self.finger.store(on, Relaxed);
    }

    pub(crate) fn set_patience(&self, patience: Duration) {
        let ms = u64::try_from(patience.as_millis()).unwrap_or(u64::MAX);
        self.patience_ms.store(ms.max(1), Relaxed);
    }

    pub(crate) fn set_leaving(&self, leaving: bool) {
        self.leaving.store(leaving, Relaxed);
    }

    pub(crate) fn hang_until_leaving(&self) {
        self.hangs.store(true, Relaxed);
        while !self.is_leaving() {
            thread::sleep(GLANCE);
        }
        self.hangs.store(false, Relaxed);
    }

    pub(crate) fn hangs(&self) -> bool {
        self.hangs.load(Relaxed)
    }

    pub(crate) fn is_leaving(&self) -> bool {
        self.leaving.load(Relaxed)
    }
}

/// The firmware's view of the button, with a clock that runs fast while it waits for a touch: its 15
/// seconds pass in the patience that the test set.
pub(crate) struct Panel {
    button: Arc<Button>,
    started: Instant,
    ahead: Duration,
}

impl Panel {
    pub(crate) fn new(button: Arc<Button>) -> Self {
        Self { button, started: Instant::now(), ahead: Duration::ZERO }
    }
}

impl UserInterface for Panel {
    fn check_user_presence(&mut self) -> Level {
        if self.button.finger.load(Relaxed) && !self.button.is_leaving() {
            Level::Normal
        } else {
            Level::None
        }
    }

    // trussed calls this once in every round of its waiting.
    fn refresh(&mut self) {
        if self.button.is_leaving() {
            self.ahead += 2 * FIRMWARE_PATIENCE;
        } else if !self.button.finger.load(Relaxed) {
            thread::sleep(GLANCE);
            let ms = u32::try_from(self.button.patience_ms.load(Relaxed)).unwrap_or(u32::MAX);
            self.ahead += (FIRMWARE_PATIENCE / ms).saturating_sub(GLANCE);
        }
    }

    fn uptime(&mut self) -> Duration {
        self.started.elapsed() + self.ahead
    }
}
