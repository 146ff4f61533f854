//! A rehearsal's process, and the one that looks at pictures, are confined wherever the kernel can do it, as most
//! computers' can: a program in their place tries what it must not, and the same program without confinement. (The
//! appliance's own kernel: `appliance/confined.rs`.)

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare::key;
use coldspare::language::Texts;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::{coldspare, probe};
use nix::libc;
use tempfile::TempDir;

/// What everybody may do who is not confined.
const FREE: [&str; 15] = [
    "reads its folder",
    "reads /etc/passwd",
    "reads /proc/self/status",
    "reads its program",
    "lists /",
    "opens /dev/null",
    "makes a file in /tmp",
    "makes a folder in /tmp",
    "makes a pair of sockets",
    "makes a socket with a name",
    "makes a socket of the internet",
    "starts a thread",
    "starts a program",
    "unlocks an open file",
    "reads memory of programs",
];

fn tried(how: &str, folder: &Path) -> Result<String> {
    let tried = Command::new(probe()).arg(how).arg(folder).output()?;
    ensure!(tried.status.success(), "{}", String::from_utf8_lossy(&tried.stderr));
    Ok(String::from_utf8(tried.stdout)?)
}

/// Whether this machine's kernel has all of it; one that has not cannot show it.
fn has_all_of_it(folder: &Path) -> Result<bool> {
    Ok(Command::new(probe()).arg("rehearsal").arg(folder).output()?.status.success())
}

#[test]
fn a_rehearsal_reads_its_folder_and_nothing_else() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let free = tried("free", folder.path())?;
    for name in FREE {
        ensure!(free.contains(&format!("{name}: yes\n")), "{name} is not possible here:\n{free}");
    }
    if !has_all_of_it(folder.path())? {
        return Ok(());
    }
    let confined = tried("rehearsal", folder.path())?;
    let possible: Vec<_> = confined.lines().filter(|line| line.ends_with(": yes")).collect();
    ensure!(possible == ["reads its folder: yes"], "{confined}");
    ensure!(confined.contains("becomes another program: no"), "{confined}");
    Ok(())
}

#[test]
fn who_looks_at_pictures_reaches_nothing_at_all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    if has_all_of_it(folder.path())? {
        let confined = tried("looking", folder.path())?;
        ensure!(confined.contains("reads its folder: no") && !confined.contains(": yes"), "{confined}");
    }
    Ok(())
}

/// It is so before it is asked anything, and its memory is nobody else's.
#[test]
fn the_program_confines_itself_before_it_hears_of_a_secret() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut child = Command::new(coldspare());
    child.arg("rehearse").arg(folder.path()).arg("en").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = child.stderr(Stdio::piped()).spawn()?;
    let mut question = child.stdin.take().context("no standard input")?;
    let status = format!("/proc/{}/status", child.id());
    wait_until("it is confined", || {
        let status = fs::read_to_string(&status)?;
        Ok(status.contains("\nSeccomp:\t2\n") && status.contains("\nNoNewPrivs:\t1\n"))
    })?;
    let owner = fs::metadata(format!("/proc/{}/environ", child.id()))?;
    ensure!(std::os::unix::fs::MetadataExt::uid(&owner) == 0, "others could read its memory");
    writeln!(question, "nonsense")?;
    drop(question);
    let output = child.wait_with_output()?;
    let said = String::from_utf8(output.stderr)?;
    let texts = Texts::of("en");
    ensure!(!output.status.success() && said.contains(&texts.say(key!("rehearsal-nonce"), &[])), "{said}");
    // Where the kernel cannot do all of it, it says so.
    let complains = said.contains("could not be confined");
    ensure!(complains != has_all_of_it(folder.path())?, "{said}");
    Ok(())
}

/// The appliance is known by its list of services. Here there is one, in a name space of its own; and a folder that is not
/// there, so that no kernel can confine it.
#[test]
fn on_the_appliance_a_rehearsal_that_is_not_confined_does_not_begin() -> Result<()> {
    const THERE: &str = "mount -t tmpfs none /etc && mkdir /etc/coldspare && : > /etc/coldspare/services";
    const NONE: &str = "true";
    let texts = Texts::of("en");
    for (first, goes_on) in [(NONE, true), (THERE, false)] {
        let script = format!("{first} && exec \"$0\" rehearse /nowhere/coldspare-00000000 en < /dev/null");
        let output = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", &script])
            .arg(coldspare())
            .output()?;
        let said = String::from_utf8(output.stderr)?;
        ensure!(!output.status.success() && said.contains("could not be confined"), "{first}: {said}");
        // What it was asked.
        ensure!(said.contains(&texts.say(key!("rehearsal-nonce"), &[])) == goes_on, "{first}: {said}");
        ensure!(said.contains(&texts.say(key!("error-confine.now"), &[])) != goes_on, "{first}: {said}");
    }
    Ok(())
}

/// What the program itself does at its very end, if it was taken over: a library that is loaded with it, and acts behind
/// all else. A name and a number, and `yes`, or `no` and the error's number.
const TAKEN_OVER: &str = r#"
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static void says(const char *name, long number, long result) {
    char line[128];
    int length = result == -1 ? snprintf(line, sizeof line, "%s %ld: no, %d\n", name, number, errno)
                              : snprintf(line, sizeof line, "%s %ld: yes\n", name, number);
    if (write(1, line, length) != length) _exit(1);
}

/* Nothing that comes to pass harms anybody: no file, process or place in memory has this number. */
static void every_call(void) {
    for (long kind = 0; kind <= 0x40000000; kind += 0x40000000)
        for (long call = 0; call < 512; call++) {
            /* What ends us. The last two are traps of the kernel's own, which no filter sees. */
            if (call == SYS_exit || call == SYS_exit_group || call == SYS_rt_sigreturn) continue;
            if (call == 335 || call == 336) continue;
            says("call", kind | call, syscall(kind | call, 0x7fffffff, F_GETFD, MADV_FREE, -1, -1, -1));
        }
}

static void every_command(pid_t other, const char *folder) {
    struct f_owner_ex owner = {F_OWNER_PID, other};
    struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1};
    int named = open(folder, O_RDONLY);
    says("opens", 0, named);
    says("fcntl", F_GETFD, fcntl(0, F_GETFD));
    says("fcntl", F_GETFL, fcntl(0, F_GETFL));
    says("fcntl", F_SETFD, fcntl(0, F_SETFD, 0));
    says("fcntl", F_DUPFD_CLOEXEC, fcntl(0, F_DUPFD_CLOEXEC, 3));
    says("fcntl", F_DUPFD, fcntl(0, F_DUPFD, 3));
    says("fcntl", F_GETOWN, fcntl(0, F_GETOWN));
    says("fcntl", F_SETOWN_EX, fcntl(0, F_SETOWN_EX, &owner));
    says("fcntl", F_SETOWN, fcntl(0, F_SETOWN, other));
    says("fcntl", F_SETSIG, fcntl(0, F_SETSIG, SIGUSR1));
    says("fcntl", F_SETFL, fcntl(0, F_SETFL, O_ASYNC));
    says("fcntl", F_SETPIPE_SZ, fcntl(0, F_SETPIPE_SZ, 1 << 17));
    says("fcntl", F_SETLK, fcntl(named, F_SETLK, &lock));
    lock.l_pid = 0;
    says("fcntl", F_OFD_SETLK, fcntl(named, F_OFD_SETLK, &lock));
    says("fcntl", F_SETLEASE, fcntl(named, F_SETLEASE, F_RDLCK));
    void *page = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    says("madvise", MADV_DONTNEED, madvise(page, 4096, MADV_DONTNEED));
    says("madvise", MADV_FREE, madvise(page, 4096, MADV_FREE));
    says("madvise", MADV_SEQUENTIAL, madvise(page, 4096, MADV_SEQUENTIAL));
    says("madvise", MADV_DONTFORK, madvise(page, 4096, MADV_DONTFORK));
    says("executable memory", 1, mprotect(page, 4096, PROT_READ | PROT_EXEC));
    void *more = mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    says("executable memory", 2, more == MAP_FAILED ? -1 : 0);
    says("kill", 0, kill(other, 0));
    says("asked", 0, 0);
    for (char byte; read(0, &byte, 1) == 1;) continue;
}

__attribute__((destructor)) static void acts(void) {
    const char *other = getenv("OTHER"), *folder = getenv("FOLDER");
    if (other) every_command(atoi(other), folder);
    else every_call();
}
"#;

/// The library, and what it needs; it is loaded only with what `env` starts.
fn taken_over(folder: &Path) -> Result<Command> {
    let source = folder.join("taken-over.c");
    fs::write(&source, TAKEN_OVER)?;
    let library = folder.join("taken-over.so");
    let gcc = Command::new("gcc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).output()?;
    ensure!(gcc.status.success(), "gcc: {}", String::from_utf8_lossy(&gcc.stderr));
    // Whatever is not refused may also wait without end.
    let mut command = Command::new("timeout");
    command.args(["120", "env"]).arg(format!("LD_PRELOAD={}", library.display())).arg(coldspare());
    Ok(command)
}

/// Each of the kernel's calls, by its number, in the program itself: all but these are refused.
#[cfg(target_arch = "x86_64")]
#[test]
fn what_computes_makes_no_other_calls_than_these() -> Result<()> {
    let mut expected = vec![
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_readv,
        libc::SYS_writev,
        libc::SYS_pread64,
        libc::SYS_close,
        libc::SYS_openat,
        libc::SYS_fstat,
        libc::SYS_newfstatat,
        libc::SYS_statx,
        libc::SYS_lseek,
        libc::SYS_getdents64,
        libc::SYS_fcntl,
        libc::SYS_mmap,
        libc::SYS_mprotect,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_restart_syscall,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_sigaltstack,
    ];
    expected.sort_unstable();
    let folder = tempfile::tempdir()?;
    if !has_all_of_it(folder.path())? {
        return Ok(());
    }
    for arguments in [vec!["rehearse".into(), folder.path().into(), "en".into()], vec!["codes".into()]] {
        let arguments: Vec<std::path::PathBuf> = arguments;
        let output = taken_over(folder.path())?.args(&arguments).stdin(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let tried: Vec<_> = said.lines().filter_map(|line| line.strip_prefix("call ")).collect();
        ensure!(tried.len() == 2 * (512 - 5), "{} were tried: {said}", tried.len());
        let refused = format!("no, {}", libc::EPERM);
        let made =
            tried.iter().filter_map(|line| line.split_once(": ").filter(|(_, result)| *result != refused));
        let made = made.map(|(call, _)| call.parse()).collect::<Result<Vec<i64>, _>>()?;
        ensure!(made == expected, "{arguments:?}: {made:?}");
    }
    Ok(())
}

/// A process that holds back every signal that may come; what has come stands in its status.
struct Other(std::process::Child);

impl Other {
    fn start() -> Result<Self> {
        let mut other = Command::new("env");
        other.args(["--block-signal=USR1", "--block-signal=IO", "sleep", "600"]);
        let other = Other(other.spawn()?);
        wait_until("it sleeps", || {
            Ok(fs::read_to_string(format!("/proc/{}/comm", other.0.id()))?.trim() == "sleep")
        })?;
        Ok(other)
    }

    /// proc_pid_status(5).
    fn has_come(&self) -> Result<bool> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let pending = |name| status.lines().find_map(|line| line.strip_prefix(name)).context("no such line");
        let pending = [pending("SigPnd:")?, pending("ShdPnd:")?];
        Ok(pending.iter().any(|signals| signals.trim().contains(|digit| digit != '0')))
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = (self.0.kill(), self.0.wait());
    }
}

/// What the program could do when it was started so, and whether the signal came that it asked for.
fn reaches(folder: &TempDir, arguments: &[&str]) -> Result<(String, bool)> {
    let other = Other::start()?;
    let file = folder.path().join("file");
    fs::write(&file, "something")?;
    let mut command = taken_over(folder.path())?;
    command.args(arguments).env("OTHER", other.0.id().to_string()).env("FOLDER", &file);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let mut input = child.stdin.take().context("no standard input")?;
    // More than it ever reads: it ends, and its pipe stays open.
    input.write_all(&[b'?'; 5000])?;
    let mut output = std::io::BufReader::new(child.stdout.take().context("no standard output")?);
    let mut said = String::new();
    while !said.ends_with("asked 0: yes\n") {
        ensure!(std::io::BufRead::read_line(&mut output, &mut said)? > 0, "it has ended: {said}");
    }
    // Once this is written, the signal was sent (fcntl(2), O_ASYNC).
    input.write_all(b"?")?;
    let come = other.has_come()?;
    drop(input);
    child.wait()?;
    Ok((said, come))
}

/// Of fcntl(2) and madvise(2) it has what it needs, and nothing by which another process gets a signal, or notices it.
#[test]
fn a_rehearsal_that_was_taken_over_has_no_signal_sent() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (free, come) = reaches(&folder, &["--version"])?;
    ensure!(come, "without confinement no signal came:\n{free}");
    let free: Vec<_> = free.lines().filter(|line| line.contains(": ")).collect();
    ensure!(free.len() == 23 && free.iter().all(|line| line.ends_with(": yes")), "{free:#?}");
    if !has_all_of_it(folder.path())? {
        return Ok(());
    }
    let at = folder.path().to_str().context("a strange folder")?;
    let (confined, come) = reaches(&folder, &["rehearse", at, "en"])?;
    ensure!(!come, "a signal came:\n{confined}");
    let possible: Vec<_> = confined.lines().filter(|line| line.ends_with(": yes")).collect();
    let fcntl = |command| format!("fcntl {command}: yes");
    let expected = [
        "opens 0: yes".into(),
        fcntl(libc::F_GETFD),
        fcntl(libc::F_GETFL),
        fcntl(libc::F_SETFD),
        fcntl(libc::F_DUPFD_CLOEXEC),
        fcntl(libc::F_SETFL),
        format!("madvise {}: yes", libc::MADV_DONTNEED),
        format!("madvise {}: yes", libc::MADV_FREE),
        "asked 0: yes".into(),
    ];
    ensure!(possible == expected, "{confined}");
    Ok(())
}
