//! A rehearsal's process, and the one that looks at pictures, are confined wherever the kernel can do it, as most
//! computers' can: a program in their place tries what it must not, and the same program without confinement. (The
//! appliance's own kernel: `appliance/confined.rs`.)

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::{coldspare, probe};

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
    ensure!(!output.status.success() && said.contains(&texts.say("told-rehearsal-nonce", &[])), "{said}");
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
        ensure!(said.contains(&texts.say("told-rehearsal-nonce", &[])) == goes_on, "{first}: {said}");
        ensure!(said.contains(&texts.attribute("error-confine", "now", &[])) != goes_on, "{first}: {said}");
    }
    Ok(())
}
