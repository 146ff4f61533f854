//! Work in the background: the screen stays alive while keys are made and Nitrokeys written.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::tui::kit::events::Wake;

/// A thread's work, and what it says meanwhile (`E`); never a secret.
#[derive(Debug)]
pub(in crate::tui) struct Job<T, E = crate::ceremony::Event> {
    news: Receiver<E>,
    result: Receiver<T>,
    started: Instant,
    /// When the job said something last.
    heard: Instant,
    /// What it said so far.
    pub said: Vec<E>,
}

/// How many jobs are at work, also those whose result nobody waits for any more. Secrets that they hold are
/// wiped when they end.
static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// Whether any job is at work.
pub(in crate::tui) fn any_at_work() -> bool {
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

/// What was lent to a job, given back whatever happened, and what came of the work; nothing if it panicked.
pub(in crate::tui) type Lent<L, T> = (L, Option<T>);

/// How far a job is.
#[derive(Debug)]
pub(in crate::tui) enum State<T> {
    /// Not yet done.
    Working,
    /// Done.
    Done(T),
    /// It panicked: a fault of the program.
    Panicked,
}

impl<L: Send + 'static, T: Send + 'static, E: Send + 'static> Job<Lent<L, T>, E> {
    /// Starts one with something that must not be lost: it comes back also if the work panics, as the work
    /// left it.
    pub(in crate::tui) fn lend(
        wake: &Sender<Wake>,
        mut lent: L,
        work: impl FnOnce(&mut L, &mut dyn FnMut(E)) -> T + Send + 'static,
    ) -> Self {
        Job::start(wake, move |says| {
            let done = catch_unwind(AssertUnwindSafe(|| work(&mut lent, says))).ok();
            (lent, done)
        })
    }
}

impl<T: Send + 'static, E: Send + 'static> Job<T, E> {
    /// Starts it. `wake` has the screen look again after each thing said, and at the end.
    pub(in crate::tui) fn start(
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
                wake.send(Wake::Poll).ok();
            };
            // What the work holds is dropped, and so wiped, while it unwinds.
            let done = catch_unwind(AssertUnwindSafe(|| work(&mut says)));
            if let Ok(done) = done {
                give.send(done).ok();
            }
            drop((give, at_work));
            wake.send(Wake::Poll).ok();
        });
        let now = Instant::now();
        Job { news, result, started: now, heard: now, said: Vec::new() }
    }

    /// Looks how far it is; the result is given once.
    pub(in crate::tui) fn poll(&mut self) -> State<T> {
        let before = self.said.len();
        self.said.extend(self.news.try_iter());
        if self.said.len() > before {
            self.heard = Instant::now();
        }
        match self.result.try_recv() {
            Ok(done) => {
                self.said.extend(self.news.try_iter());
                State::Done(done)
            }
            Err(TryRecvError::Empty) => State::Working,
            Err(TryRecvError::Disconnected) => State::Panicked,
        }
    }

    /// Since when it says nothing.
    pub(in crate::tui) fn quiet(&self) -> Duration {
        self.heard.elapsed()
    }

    /// As if it had been heard so long ago.
    #[cfg(test)]
    pub(in crate::tui) fn heard_before(&mut self, time: Duration) {
        self.heard = self.heard.checked_sub(time).unwrap();
    }

    /// Since when it works.
    pub(in crate::tui) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    fn result<T: Send + 'static>(mut job: Job<T, ()>) -> State<T> {
        loop {
            match job.poll() {
                State::Working => std::thread::yield_now(),
                done => return done,
            }
        }
    }

    #[test]
    fn what_was_lent_comes_back_whatever_happens() {
        let (wake, _wakes) = channel();
        let job: Job<_, ()> = Job::lend(&wake, vec![1], |lent: &mut Vec<u8>, _| {
            lent.push(2);
            panic!("over what a card said")
        });
        let State::Done((lent, None::<()>)) = result(job) else { panic!("it is lost") };
        assert_eq!(lent, [1, 2]);
        let job: Job<_, ()> = Job::lend(&wake, lent, |lent: &mut Vec<u8>, _| lent.len());
        assert!(matches!(result(job), State::Done((_, Some(2)))));
    }

    #[test]
    fn a_panic_is_told_and_nobody_waits_for_it() {
        let (wake, wakes) = channel();
        let job: Job<(), ()> = Job::start(&wake, |_| panic!("for nobody to read"));
        assert!(matches!(result(job), State::Panicked));
        assert!(matches!(wakes.recv(), Ok(Wake::Poll)));
    }
}
