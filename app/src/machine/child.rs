//! A process that the program starts and waits for. It may read what an enemy wrote, and be taken over: whatever it does,
//! the wait comes to an end, and nothing of it is left. (What it started itself could be: rehearsals and looks are confined
//! so that they start nothing.)
//!
//! Nothing else waits for a process: `app/.clippy.toml` keeps the standard library's ways to do so, which have no
//! end, from every other file. (The first process waits for none in particular: it only looks who has ended.)

use std::fmt;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionbio, read, retry_on_intr, write};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};
use zeroize::Zeroizing;

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

/// What it said, and how it ended. Whoever was asked about secrets, and taken over, may say them.
pub struct Ended {
    /// How. `None` where this program was started so that nobody's end is kept (SIGCHLD ignored, wait(2)): what it said
    /// has to tell it.
    pub status: Option<ExitStatus>,
    /// On standard output.
    pub answer: Zeroizing<Vec<u8>>,
    /// On standard error.
    pub said: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ended({:?}, {} and {} bytes)", self.status, self.answer.len(), self.said.len())
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    /// It ran longer, or said more, than there is to do and to say. It was ended.
    #[error("no end, stopped")]
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
    attend(pipes.spawn()?, question, limits)
}

fn attend(mut child: Child, question: &[u8], limits: Limits) -> Result<Ended, ChildError> {
    // Readable once it has ended (pidfd_open(2)); until it was waited for, its number is nobody else's.
    let end = match pidfd_open(Pid::from_child(&child), PidfdFlags::empty()) {
        Ok(end) => end,
        // Where nobody's end is kept, it may have ended by now, and its number be free: what it said is in its pipes.
        Err(Errno::SRCH) => {
            let [answer, said] = hear(&mut child, None, question, limits)?;
            return Ok(Ended { status: None, answer, said });
        }
        Err(error) => {
            stop(child, None);
            return Err(io::Error::from(error).into());
        }
    };
    match hear(&mut child, Some(&end), question, limits) {
        Ok([answer, said]) => Ok(Ended { status: reap(&mut child), answer, said }),
        Err(error) => {
            stop(child, Some(&end));
            Err(error)
        }
    }
}

/// Until it has ended: what it says is kept, and what it is given is given, whichever it is ready for. Without an `end` it
/// has ended before.
fn hear(
    child: &mut Child,
    end: Option<&OwnedFd>,
    mut question: &[u8],
    limits: Limits,
) -> Result<[Zeroizing<Vec<u8>>; 2], ChildError> {
    let begun = Instant::now();
    let mut asked = Pipe::of(child.stdin.take(), 0)?;
    let mut answer = Pipe::of(child.stdout.take(), limits.bytes)?;
    let mut said = Pipe::of(child.stderr.take(), limits.bytes)?;
    loop {
        if question.is_empty() {
            // So it knows that this is all.
            asked.open = None;
        }
        let ended = end.map_or(Ok(true), |end| is_ready(end, PollFlags::IN, Duration::ZERO))?;
        let left = if ended { Duration::ZERO } else { limits.time.saturating_sub(begun.elapsed()) };
        let mut ready: Vec<_> = end.map(|end| PollFd::new(end, PollFlags::IN)).into_iter().collect();
        ready.extend(asked.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::OUT)));
        ready.extend(answer.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        ready.extend(said.open.as_ref().map(|pipe| PollFd::new(pipe, PollFlags::IN)));
        wait(&mut ready, left)?;
        drop(ready);
        let before = [answer.heard.len(), said.heard.len()];
        asked.give(&mut question);
        answer.hear()?;
        said.hear()?;
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
    /// What came so far. There is room for all that may come, so that it does not grow, and leaves no copy behind.
    heard: Zeroizing<Vec<u8>>,
    most: usize,
}

impl<P: AsFd> Pipe<P> {
    /// `most`: as in [`Limits`].
    fn of(pipe: Option<P>, most: usize) -> io::Result<Self> {
        if let Some(pipe) = &pipe {
            ioctl_fionbio(pipe, true)?;
        }
        let room = if most == 0 { 0 } else { most.saturating_add(AT_ONCE) };
        Ok(Pipe { open: pipe, heard: Zeroizing::new(Vec::with_capacity(room)), most })
    }

    /// What there is now.
    fn hear(&mut self) -> Result<(), ChildError> {
        let Some(pipe) = &self.open else { return Ok(()) };
        let mut bytes = Zeroizing::new([0; AT_ONCE]);
        match retry_on_intr(|| read(pipe, &mut *bytes)) {
            Ok(0) => self.open = None,
            Ok(count) => self.heard.extend(&bytes[..count]),
            Err(Errno::AGAIN) => {}
            Err(error) => return Err(io::Error::from(error).into()),
        }
        if self.heard.len() < self.most { Ok(()) } else { Err(ChildError::NoEnd) }
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
fn reap(child: &mut Child) -> Option<ExitStatus> {
    child.wait().ok()
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
        let mut heard = Pipe::of(Some(reader), LIMITS.bytes + 1).unwrap();
        heard.hear().unwrap();
        let asked = Pipe::of(Some(writer), 0).unwrap();
        let all = vec![b'?'; 1 << 20];
        let mut question = &all[..];
        // As much as it holds, and then nothing.
        asked.give(&mut question);
        let left = question.len();
        asked.give(&mut question);
        assert!(left > 0 && left < all.len() && question.len() == left);
        heard.hear().unwrap();
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
            assert_eq!((ended.status.unwrap().code(), texts(&ended)), (code, [answer, said]), "{says}");
        }
    }

    fn texts(ended: &Ended) -> [&str; 2] {
        [&ended.answer, &ended.said].map(|heard| std::str::from_utf8(heard).unwrap())
    }

    /// Run by the test below, as whoever ignores its children's ends starts a program; by itself it does nothing.
    #[test]
    fn where_nobodys_end_is_kept() {
        if std::env::var_os(NO_END_IS_KEPT).is_none() {
            return;
        }
        for _ in 0..20 {
            let ended = ask(&mut shell("cat; echo why >&2; exit 3"), b"question", LIMITS).unwrap();
            assert_eq!((ended.status, texts(&ended)), (None, ["question", "why\n"]));
            let none = ask(&mut shell("exec sleep 600"), b"", SHORT);
            assert!(matches!(none, Err(ChildError::NoEnd)), "{none:?}");
            // It has ended, and its number is free, before anybody looks.
            let mut gone = shell("echo answer; echo why >&2");
            let pipes = gone.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let child = pipes.spawn().unwrap();
            while is_there(&child.id().to_string()) {
                thread::sleep(Duration::from_millis(1));
            }
            let ended = attend(child, b"question", LIMITS).unwrap();
            assert_eq!((ended.status, texts(&ended)), (None, ["answer\n", "why\n"]));
        }
        println!("all was heard");
    }

    const NO_END_IS_KEPT: &str = "COLDSPARE_NO_END_IS_KEPT";

    #[test]
    #[allow(clippy::disallowed_methods, reason = "it ends")]
    fn all_is_heard_by_a_program_that_was_started_so_that_nobodys_end_is_kept() {
        let mut again = Command::new("env");
        again.arg("--ignore-signal=CHLD").arg(std::env::current_exe().unwrap());
        again.args(["--exact", "machine::child::tests::where_nobodys_end_is_kept", "--nocapture"]);
        let output = again.env(NO_END_IS_KEPT, "1").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("all was heard"), "{said}");
    }

    /// Thousands are asked in a long sitting, and each has three pipes and a number.
    #[test]
    fn nothing_stays_open_behind_a_process_however_it_ended() {
        // Other tests have some open beside this one.
        let ours = || {
            let files = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
            let leads_to = files.filter_map(|file| std::fs::read_link(file.path()).ok());
            let leads_to = leads_to.map(|to| to.to_string_lossy().into_owned());
            leads_to.filter(|to| to.contains("pidfd") || to.starts_with("pipe:")).count()
        };
        for _ in 0..100 {
            ask(&mut shell("cat"), b"question", LIMITS).unwrap();
            ask(&mut shell("head -c 5000 /dev/zero"), b"", LIMITS).unwrap_err();
            ask(&mut Command::new("/nowhere/to/be/found"), b"", LIMITS).unwrap_err();
        }
        assert!(ours() < 100, "{}", ours());
    }

    #[test]
    fn what_a_process_says_is_in_no_message() {
        let ended = ask(&mut shell("echo a secret; echo another secret >&2"), b"", LIMITS).unwrap();
        let shown = format!("{ended:?}");
        assert!(
            shown.contains("9 and 15 bytes") && !shown.contains("secret") && !shown.contains("97"),
            "{shown}"
        );
    }

    #[test]
    fn what_is_heard_has_its_room_from_the_start_and_is_wiped() {
        let (reader, writer) = io::pipe().unwrap();
        let mut heard = Pipe::of(Some(reader), 3 * AT_ONCE).unwrap();
        let (room, at) = (heard.heard.capacity(), heard.heard.as_ptr());
        let mut question = &[b'?'; 3 * AT_ONCE][..];
        Pipe::of(Some(writer), 0).unwrap().give(&mut question);
        heard.hear().unwrap();
        heard.hear().unwrap();
        assert!(matches!(heard.hear(), Err(ChildError::NoEnd)));
        assert_eq!((heard.heard.capacity(), heard.heard.as_ptr()), (room, at));
        let _wiped: &Zeroizing<Vec<u8>> = &heard.heard;
    }

    #[test]
    fn a_program_that_cannot_be_started_is_told() {
        let none = ask(&mut Command::new("/nowhere/to/be/found"), b"", LIMITS);
        assert!(matches!(none, Err(ChildError::System(_))), "{none:?}");
    }
}
