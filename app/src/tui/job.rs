//! Work in the background: the screen stays alive while keys are made and Nitrokeys written.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::{Duration, Instant};

use super::Wake;

/// A thread's work, and what it says meanwhile (`E`); never a secret.
#[derive(Debug)]
pub(super) struct Job<T, E = crate::ceremony::Event> {
    news: Receiver<E>,
    result: Receiver<T>,
    started: Instant,
    /// What it said so far.
    pub said: Vec<E>,
}

/// How many jobs are at work, also those whose result nobody waits for any more. Secrets that they hold are
/// wiped when they end.
static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// Whether any job is at work.
pub(super) fn any_at_work() -> bool {
    AT_WORK.load(Ordering::SeqCst) > 0
}

/// Counts a job until it is dropped.
struct AtWork;

impl AtWork {
    fn new() -> Self {
        AT_WORK.fetch_add(1, Ordering::SeqCst);
        AtWork
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        AT_WORK.fetch_sub(1, Ordering::SeqCst);
    }
}

/// How far a job is.
#[derive(Debug)]
pub(super) enum State<T> {
    /// Not yet done.
    Working,
    /// Done.
    Done(T),
    /// It panicked: a fault of the program.
    Panicked,
}

impl<T: Send + 'static, E: Send + 'static> Job<T, E> {
    /// Starts it. `wake` has the screen look again after each thing said, and at the end.
    pub(super) fn start(
        wake: &Sender<Wake>,
        work: impl FnOnce(&mut dyn FnMut(E)) -> T + Send + 'static,
    ) -> Self {
        let (say, news) = channel();
        let (give, result) = channel();
        let wake = wake.clone();
        let at_work = AtWork::new();
        std::thread::spawn(move || {
            let mut says = |event| {
                say.send(event).ok();
                wake.send(Wake::Look).ok();
            };
            // What the work holds is dropped, and so wiped, while it unwinds.
            let done = catch_unwind(AssertUnwindSafe(|| work(&mut says)));
            if let Ok(done) = done {
                give.send(done).ok();
            }
            drop((give, at_work));
            wake.send(Wake::Look).ok();
        });
        Job { news, result, started: Instant::now(), said: Vec::new() }
    }

    /// Looks how far it is; the result is given once.
    pub(super) fn look(&mut self) -> State<T> {
        self.said.extend(self.news.try_iter());
        match self.result.try_recv() {
            Ok(done) => {
                self.said.extend(self.news.try_iter());
                State::Done(done)
            }
            Err(TryRecvError::Empty) => State::Working,
            Err(TryRecvError::Disconnected) => State::Panicked,
        }
    }

    /// Since when it works.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}
