//! A process that the program starts and waits for. It may read what an enemy wrote, and be taken over: whatever it does,
//! the wait comes to an end, and nothing of it is left.
//!
//! Nothing else waits for a process: `app/.clippy.toml` keeps the standard library's ways to do so, which have no
//! end, from every other file. (The first process waits for none in particular: it only looks who has ended.)

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr, write};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

/// What a pipe takes at once whenever it says that it takes something (`PIPE_BUF`, pipe(7)).
const AT_ONCE: usize = 4096;
/// So long one that was killed is waited for. It may hang in the kernel, over a stick that does not answer.
const LAST: Duration = Duration::from_secs(2);

/// How much a process may say, in bytes on each of its two pipes, and how long it may take for everything.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// One that says so much or more is ended.
    pub bytes: usize,
    /// So is one that still runs after that.
    pub time: Duration,
}

/// What it said, and how it ended.
#[derive(Debug)]
pub struct Ended {
    /// How.
    pub status: ExitStatus,
    /// On standard output.
    pub answer: Vec<u8>,
    /// On standard error.
    pub said: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    /// It ran longer, or said more, than there is to do and to say. It was ended.
    #[error("it came to no end, and was stopped")]
    NoEnd,
    /// It could not be started, or not be heard.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// Starts it, gives it the question, and hears it until it has ended.
///
/// # Errors
/// [`ChildError`]. It does not run any more then.
pub fn ask(command: &mut Command, question: &[u8], limits: Limits) -> Result<Ended, ChildError> {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn()?;
    // Readable once it has ended (pidfd_open(2)); until it was waited for, its number is nobody else's.
    let end = match pidfd_open(Pid::from_child(&child), PidfdFlags::empty()) {
        Ok(end) => end,
        Err(error) => {
            stop(child, None);
            return Err(io::Error::from(error).into());
        }
    };
    match hear(&mut child, &end, question, limits) {
        Ok([answer, said]) => Ok(Ended { status: reap(&mut child)?, answer, said }),
        Err(error) => {
            stop(child, Some(&end));
            Err(error)
        }
    }
}

/// Until it has ended: what it says is kept, and what it is given is given, whichever it is ready for.
fn hear(
    child: &mut Child,
    end: &OwnedFd,
    mut question: &[u8],
    limits: Limits,
) -> Result<[Vec<u8>; 2], ChildError> {
    let until = Instant::now() + limits.time;
    let mut asked = child.stdin.take();
    let mut answer = Pipe::of(child.stdout.take());
    let mut said = Pipe::of(child.stderr.take());
    loop {
        if question.is_empty() {
            // So it knows that this is all.
            asked = None;
        }
        let ended = is_ready(end, PollFlags::IN, Duration::ZERO)?;
        let left = if ended { Duration::ZERO } else { until.saturating_duration_since(Instant::now()) };
        let mut ready = vec![PollFd::new(end, PollFlags::IN)];
        ready.extend(asked.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::OUT)));
        ready.extend(answer.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        ready.extend(said.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        wait(&mut ready, left)?;
        drop(ready);
        let before = [answer.heard.len(), said.heard.len()];
        give(&mut asked, &mut question)?;
        answer.hear(limits.bytes)?;
        said.hear(limits.bytes)?;
        // Somebody else may still have its pipes: what it said itself is in them by now.
        if ended && before == [answer.heard.len(), said.heard.len()] {
            return Ok([answer.heard, said.heard]);
        }
        if !ended && Instant::now() >= until {
            return Err(ChildError::NoEnd);
        }
    }
}

/// A pipe that it writes into, and what came out of it.
struct Pipe<P> {
    /// Until it is closed.
    open: Option<P>,
    heard: Vec<u8>,
}

impl<P: AsFd> Pipe<P> {
    fn of(pipe: Option<P>) -> Self {
        Pipe { open: pipe, heard: Vec::new() }
    }

    /// What there is now.
    fn hear(&mut self, most: usize) -> Result<(), ChildError> {
        let Some(pipe) = &mut self.open else { return Ok(()) };
        if !is_ready(&pipe, PollFlags::IN, Duration::ZERO)? {
            return Ok(());
        }
        let mut bytes = [0; AT_ONCE];
        let count = retry_on_intr(|| read(&*pipe, &mut bytes)).map_err(io::Error::from)?;
        self.heard.extend(&bytes[..count]);
        if count == 0 {
            self.open = None;
        }
        match self.heard.len() {
            length if length < most => Ok(()),
            _ => Err(ChildError::NoEnd),
        }
    }
}

/// As much of the question as it takes now. If it ended early, what it said tells why.
fn give(asked: &mut Option<ChildStdin>, question: &mut &[u8]) -> io::Result<()> {
    let Some(pipe) = asked else { return Ok(()) };
    if is_ready(&pipe, PollFlags::OUT, Duration::ZERO)? {
        *question = match retry_on_intr(|| write(&*pipe, &question[..question.len().min(AT_ONCE)])) {
            Ok(written) => &question[written..],
            Err(_) => &[],
        };
    }
    Ok(())
}

fn is_ready(of: &impl AsFd, what: PollFlags, within: Duration) -> io::Result<bool> {
    let mut ready = [PollFd::new(of, what)];
    wait(&mut ready, within)?;
    Ok(!ready[0].revents().is_empty())
}

/// Waits until one of them is ready, a signal comes, or the time is over.
fn wait(ready: &mut [PollFd<'_>], within: Duration) -> io::Result<()> {
    let within = Timespec::try_from(within).map_err(|_| io::ErrorKind::InvalidInput)?;
    match poll(ready, Some(&within)) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Ends it, and leaves nothing of it. What hangs in the kernel ends when the kernel lets go of it.
fn stop(mut child: Child, end: Option<&OwnedFd>) {
    child.kill().ok();
    match end.map(|end| is_ready(end, PollFlags::IN, LAST)) {
        Some(Ok(true)) => drop(reap(&mut child)),
        _ => drop(thread::spawn(move || reap(&mut child))),
    }
}

#[allow(clippy::disallowed_methods, reason = "it has ended, or nobody waits for it to")]
fn reap(child: &mut Child) -> io::Result<ExitStatus> {
    child.wait()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { bytes: 4096, time: Duration::from_secs(600) };
    /// For those that come to no end.
    const SHORT: Limits = Limits { time: Duration::from_millis(300), ..LIMITS };

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    /// Whether a process with this number is there, as one that has ended and that nobody has waited for is.
    fn is_there(number: &str) -> bool {
        std::path::Path::new("/proc").join(number).exists()
    }

    #[test]
    fn a_process_that_comes_to_no_end_is_ended_and_nothing_is_left_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let number = folder.path().join("number");
        for does in [
            "exec sleep 600",
            // It closes what it answers through, and goes on.
            "exec sleep 600 >&- 2>&-",
            "exec sleep 600 <&- >&- 2>&-",
            "echo answer; exec sleep 600 >&-",
            // It does not want to be asked to end.
            "trap '' TERM INT HUP PIPE; while :; do sleep 0.05; done",
            // It says something again and again.
            "while :; do printf .; sleep 0.05; done",
            "while :; do printf . >&2; sleep 0.05; done",
            // It stands still.
            "kill -STOP $$",
        ] {
            let script = format!("echo $$ > {}; {does}", number.display());
            // More than a pipe holds, which none of them reads.
            let question = vec![b'?'; 1 << 20];
            let none = ask(&mut shell(&script), &question, SHORT);
            assert!(matches!(none, Err(ChildError::NoEnd)), "{does}: {none:?}");
            let number = std::fs::read_to_string(&number).unwrap();
            assert!(!is_there(number.trim()), "{does}: it is still there");
        }
        assert!(is_there(&std::process::id().to_string()));
    }

    #[test]
    fn a_process_that_says_too_much_is_ended() {
        for says in ["exec yes", "exec yes >&2", "yes >&2 & exec yes", "head -c 4096 /dev/zero"] {
            let none = ask(&mut shell(says), b"", LIMITS);
            assert!(matches!(none, Err(ChildError::NoEnd)), "{says}: {none:?}");
        }
    }

    #[test]
    fn all_that_a_process_says_is_heard_however_it_ends() {
        for (says, code, answer, said) in [
            ("echo answer; echo why >&2; exit 3", Some(3), "answer\n", "why\n"),
            ("cat", Some(0), "question", ""),
            ("sleep 0.1; cat; exec >&-; sleep 0.1; echo why >&2", Some(0), "question", "why\n"),
            ("head -c 4095 /dev/zero | tr '\\0' x", Some(0), &"x".repeat(4095), ""),
            ("exec <&-; echo answer", Some(0), "answer\n", ""),
            ("echo answer; kill -KILL $$", None, "answer\n", ""),
            // Another one that it started has its pipes for longer than it.
            ("sleep 5 & echo answer", Some(0), "answer\n", ""),
        ] {
            let ended = ask(&mut shell(says), b"question", LIMITS).unwrap();
            let heard = [ended.answer, ended.said].map(|heard| String::from_utf8(heard).unwrap());
            assert_eq!((ended.status.code(), heard), (code, [answer, said].map(str::to_owned)), "{says}");
        }
    }

    #[test]
    fn a_program_that_cannot_be_started_is_told() {
        let none = ask(&mut Command::new("/nowhere/to/be/found"), b"", LIMITS);
        assert!(matches!(none, Err(ChildError::System(_))), "{none:?}");
    }
}
