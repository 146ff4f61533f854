//! A process that the program starts and waits for. It may read what an enemy wrote, and be taken over: whatever it does,
//! the wait comes to an end, and nothing of it is left. (What it started itself could be: rehearsals and looks are confined
//! so that they start nothing.)
//!
//! Nothing else waits for a process: `app/.clippy.toml` keeps the standard library's ways to do so, which have no
//! end, from every other file. (The first process waits for none in particular: it only looks who has ended.)

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionbio, read, retry_on_intr, write};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};

/// So much is read at once.
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
    let begun = Instant::now();
    let mut asked = Pipe::of(child.stdin.take())?;
    let mut answer = Pipe::of(child.stdout.take())?;
    let mut said = Pipe::of(child.stderr.take())?;
    loop {
        if question.is_empty() {
            // So it knows that this is all.
            asked.open = None;
        }
        let ended = is_ready(end, PollFlags::IN, Duration::ZERO)?;
        let left = if ended { Duration::ZERO } else { limits.time.saturating_sub(begun.elapsed()) };
        let mut ready = vec![PollFd::new(end, PollFlags::IN)];
        ready.extend(asked.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::OUT)));
        ready.extend(answer.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        ready.extend(said.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        wait(&mut ready, left)?;
        drop(ready);
        let before = [answer.heard.len(), said.heard.len()];
        asked.give(&mut question);
        answer.hear(limits.bytes)?;
        said.hear(limits.bytes)?;
        // Somebody else may still have its pipes: what it said itself is in them by now.
        if ended && before == [answer.heard.len(), said.heard.len()] {
            return Ok([answer.heard, said.heard]);
        }
        if !ended && begun.elapsed() >= limits.time {
            return Err(ChildError::NoEnd);
        }
    }
}

/// Our end of a pipe, and what came out of it. Reading and writing never wait for anything: whoever has the other end can
/// take back what he said, or fill it himself (proc_pid_fd(5)), after it was said to be ready.
struct Pipe<P> {
    /// Until it is closed.
    open: Option<P>,
    heard: Vec<u8>,
}

impl<P: AsFd> Pipe<P> {
    fn of(pipe: Option<P>) -> io::Result<Self> {
        if let Some(pipe) = &pipe {
            ioctl_fionbio(pipe, true)?;
        }
        Ok(Pipe { open: pipe, heard: Vec::new() })
    }

    /// What there is now.
    fn hear(&mut self, most: usize) -> Result<(), ChildError> {
        let Some(pipe) = &self.open else { return Ok(()) };
        let mut bytes = [0; AT_ONCE];
        match retry_on_intr(|| read(pipe, &mut bytes)) {
            Ok(0) => self.open = None,
            Ok(count) => self.heard.extend(&bytes[..count]),
            Err(Errno::AGAIN) => {}
            Err(error) => return Err(io::Error::from(error).into()),
        }
        match self.heard.len() {
            length if length < most => Ok(()),
            _ => Err(ChildError::NoEnd),
        }
    }

    /// As much of the question as it takes now. If it ended early, what it said tells why.
    fn give(&self, question: &mut &[u8]) {
        let Some(pipe) = &self.open else { return };
        match retry_on_intr(|| write(pipe, question)) {
            Ok(written) => *question = &question[written..],
            Err(Errno::AGAIN) => {}
            Err(_) => *question = &[],
        }
    }
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
    // By its number it could be another one, where this program was started so that nobody's end is kept (SIGCHLD).
    match end {
        Some(end) => drop(pidfd_send_signal(end, Signal::KILL)),
        None => drop(child.kill()),
    }
    match end.map(|end| is_ready(end, PollFlags::IN, LAST)) {
        Some(Ok(true)) => drop(reap(&mut child)),
        _ => drop(thread::Builder::new().spawn(move || reap(&mut child))),
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

    /// It opens its own pipes (proc_pid_fd(5)), takes back what it said, fills what it is asked through, and goes on.
    #[test]
    fn a_process_that_meddles_with_its_pipes_is_ended() {
        let meddles = "use Fcntl; sub mine { sysopen $_[0], \"/proc/$$/fd/$_[1]\", O_RDWR | O_NONBLOCK or die $! } \
                       mine(\\*IN, 0); mine(\\*OUT, 1); mine(\\*ERR, 2); \
                       for (1 .. 300) { syswrite IN, '?' x 70000; sysread IN, $_, 4096; \
                           syswrite OUT, '.'; sysread OUT, $_, 1; syswrite ERR, '.'; sysread ERR, $_, 1 } \
                       sleep 600";
        for _ in 0..20 {
            let none = ask(Command::new("perl").args(["-e", meddles]), &[b'?'; 1 << 20], SHORT);
            assert!(matches!(none, Err(ChildError::NoEnd)), "{none:?}");
        }
    }

    #[test]
    fn an_end_that_was_said_to_be_ready_and_is_not_is_waited_for_by_nobody() {
        let (reader, writer) = io::pipe().unwrap();
        let mut heard = Pipe::of(Some(reader)).unwrap();
        heard.hear(LIMITS.bytes).unwrap();
        let asked = Pipe::of(Some(writer)).unwrap();
        let all = vec![b'?'; 1 << 20];
        let mut question = &all[..];
        // As much as it holds, and then nothing.
        asked.give(&mut question);
        let left = question.len();
        asked.give(&mut question);
        assert!(left > 0 && left < all.len() && question.len() == left);
        heard.hear(LIMITS.bytes + 1).unwrap();
        assert_eq!(heard.heard.len(), LIMITS.bytes);
        // Nor is the rest of the question lost.
        asked.give(&mut question);
        assert!(question.len() < left);
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
