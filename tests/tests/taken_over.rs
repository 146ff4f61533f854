//! A pcscd that was taken over by what is plugged in. It is confined, but the program talks with it, through a library in
//! C: nothing that it says may reach further than its words.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, ensure};
use coldspare_tests::coldspare;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::screen::Console;
use coldspare_tests::trial;
use rustix::fs::OFlags;
use tempfile::TempDir;

/// The messages of pcsc-lite (its `winscard_msg.h`): a length and a command, then that many bytes; answers are as long.
const ESTABLISH: u32 = 0x01;
const VERSION: u32 = 0x11;
const STATES: u32 = 0x12;
const WAIT: u32 = 0x13;
const STOP_WAITING: u32 = 0x14;

/// A place among the sixteen of its table of readers (`READER_STATE`): name of 128 bytes, ATR of 33.
fn state(name: &[u8], atr_length: u32, fill: u8) -> Vec<u8> {
    let mut state = name.to_vec();
    state.resize(128, 0);
    for number in [1, 0x34, 0] {
        state.extend(u32::to_le_bytes(number));
    }
    state.resize(128 + 12 + 36, fill);
    for number in [atr_length, 2] {
        state.extend(number.to_le_bytes());
    }
    state
}

/// What it says of its readers.
fn table(name: &[u8], atr_length: u32) -> Vec<u8> {
    let mut table = state(name, atr_length, b'A');
    for _ in 1..16 {
        // No name: places that nobody asks for, full of what would be copied.
        let mut place = vec![b'A'; 184];
        place[0] = 0;
        table.extend(place);
    }
    table
}

fn serve(mut client: UnixStream, table: &[u8], asked: &AtomicUsize, contexts: &AtomicU32) -> io::Result<()> {
    loop {
        let mut head = [0; 8];
        client.read_exact(&mut head)?;
        let [length, command] = [&head[..4], &head[4..]].map(|n| u32::from_le_bytes(n.try_into().unwrap()));
        let mut body = vec![0; length as usize];
        client.read_exact(&mut body)?;
        match command {
            STATES | WAIT => {
                asked.fetch_add(1, Ordering::SeqCst);
                client.write_all(table)?;
            }
            // Whether it waited, and how it went.
            STOP_WAITING => client.write_all(&[0; 8])?,
            VERSION => client.write_all(&[&body[..8], &[0; 4]].concat())?,
            // The library asks until it gets a number that it does not have.
            ESTABLISH => {
                let context = contexts.fetch_add(1, Ordering::SeqCst).to_le_bytes();
                client.write_all(&[&[0; 4][..], &context, &[0; 4]].concat())?;
            }
            // Whatever it was, there is no card (SCARD_E_NO_SMARTCARD).
            _ => {
                let whole = body.len() - body.len() % 4;
                if let Some(said) = body[..whole].last_chunk_mut() {
                    *said = 0x8010_000C_u32.to_le_bytes();
                }
                client.write_all(&body)?;
            }
        }
    }
}

/// The screens look and go on looking, beside a pcscd that says this.
fn lives_with(table: Vec<u8>) -> Result<()> {
    beside(table).map(drop)
}

/// They, after some looks; and where its socket is.
fn beside(table: Vec<u8>) -> Result<(Console, TempDir)> {
    let folder = tempfile::tempdir()?;
    for name in ["sticks", "printers"] {
        fs::create_dir(folder.path().join(name))?;
    }
    let socket = folder.path().join("pcscd.comm");
    let listener = UnixListener::bind(&socket)?;
    let asked = Arc::new(AtomicUsize::new(0));
    let counts = Arc::clone(&asked);
    let (table, contexts) = (Arc::new(table), Arc::new(AtomicU32::new(1)));
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let (table, counts, contexts) = (Arc::clone(&table), Arc::clone(&counts), Arc::clone(&contexts));
            thread::spawn(move || serve(client, &table, &counts, &contexts));
        }
    });
    let mut console = Console::start(screens(folder.path(), &socket)?, 80, 25)?;
    console.wait_for("Coldspare")?;
    wait_until("the readers are asked for", || {
        ensure!(!console.has_ended()?, "the program has ended:\n{}", console.screen());
        Ok(asked.load(Ordering::SeqCst) > 6)
    })?;
    ensure!(!console.has_ended()?, "{}", console.screen());
    Ok((console, folder))
}

/// What a process has open that those which it starts would have as well: O_CLOEXEC is off, proc_pid_fdinfo(5).
fn inherited(process: &str) -> Result<Vec<String>> {
    let mut inherited = Vec::new();
    for file in fs::read_dir(format!("/proc/{process}/fdinfo"))?.flatten() {
        // It may be closed by now.
        let Ok(info) = fs::read_to_string(file.path()) else { continue };
        let flags = info.lines().find_map(|line| line.strip_prefix("flags:")).context("no flags")?;
        if i32::from_str_radix(flags.trim(), 8)? & OFlags::CLOEXEC.bits().cast_signed() == 0 {
            inherited.push(file.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(inherited)
}

/// A rehearsal's process gets its three pipes, and neither a way to pcscd nor to a stick or a printer.
#[test]
fn nothing_that_the_screens_have_open_is_handed_to_a_process_that_they_start() -> Result<()> {
    let (console, _folder) = beside(table(b"Nitrokey Nitrokey 3 [CCID/ICCD Interface] 00 00", 18))?;
    let screens = console.number().to_string();
    let sockets = fs::read_dir(format!("/proc/{screens}/fd"))?.flatten();
    let sockets = sockets.filter_map(|file| fs::read_link(file.path()).ok());
    ensure!(
        sockets.filter(|to| to.to_string_lossy().starts_with("socket:")).count() > 0,
        "it looks at no reader"
    );
    // What whoever started the tests left open is no doing of the program.
    let ours = inherited("self")?;
    let mut theirs = inherited(&screens)?;
    theirs.retain(|number| !ours.contains(number) && !["0", "1", "2"].contains(&number.as_str()));
    ensure!(theirs.is_empty(), "{theirs:?}");
    Ok(())
}

/// With the appliance's own library, which is patched.
fn screens(folder: &Path, socket: &Path) -> Result<Command> {
    let library = trial::folder()?.join("pcsc/tree/usr/lib");
    ensure!(library.join("libpcsclite.so.1").exists(), "there is no library at {}", library.display());
    let mut command = Command::new(coldspare());
    command
        .arg("screens")
        .args(["--sticks".as_ref(), folder.join("sticks").as_os_str()])
        .args(["--printers".as_ref(), folder.join("printers").as_os_str()])
        .env("LD_LIBRARY_PATH", library)
        .env("PCSCLITE_CSOCK_NAME", socket);
    Ok(command)
}

#[test]
fn a_length_that_pcscd_says_writes_over_nothing() -> Result<()> {
    for length in [34, 2_600, 1 << 20, u32::MAX] {
        lives_with(table(b"Nitrokey Nitrokey 3 [CCID/ICCD Interface] 00 00", length))?;
    }
    Ok(())
}

#[test]
fn a_name_that_does_not_end_is_read_to_its_place_and_no_further() -> Result<()> {
    let mut places = table(&[b'N'; 128], 18);
    // Not one zero in all of it.
    for byte in &mut places {
        *byte |= 0x41;
    }
    lives_with(places)
}
