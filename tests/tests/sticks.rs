//! Sticks that are full, read-only, pulled out, or return other bytes than were written.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::cell::Cell;
use std::io;
use std::path::Path;
use std::process::Command;

use coldspare::ceremony::{CeremonyError, Recovery, Sealed, bundles};
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::plan::Algorithm;
use coldspare_tests::{VirtualBus, fixtures};

fn sealed() -> Sealed {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap().sealed
}

fn stick_error(result: Result<coldspare::ceremony::Written, CeremonyError>) -> StickError {
    match result.unwrap_err() {
        CeremonyError::Stick(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Runs the test `name` again in a mount namespace of its own, where the stick is a small file
/// system with these options; there it calls `inside`.
fn on_a_small_file_system(name: &str, options: &str, inside: fn(&Mounted)) {
    if let Some(stick) = std::env::var_os("COLDSPARE_TEST_STICK") {
        return inside(&Mounted::at(stick));
    }
    let folder = tempfile::tempdir().unwrap();
    let script =
        "mount -t tmpfs -o \"$1\" none \"$2\" && COLDSPARE_TEST_STICK=\"$2\" exec \"$3\" --exact \"$4\"";
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh", options])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .arg(name)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_full_stick_is_told_and_nothing_half_written_stays() {
    on_a_small_file_system("a_full_stick_is_told_and_nothing_half_written_stays", "size=8k", |stick| {
        assert!(matches!(stick_error(sealed().write(stick, &mut |_| ())), StickError::Full { .. }));
        assert_eq!(stick.list("").unwrap(), [""; 0]);
    });
}

#[test]
fn a_read_only_stick_is_told() {
    on_a_small_file_system("a_read_only_stick_is_told", "ro,size=1m", |stick| {
        assert!(matches!(stick_error(sealed().write(stick, &mut |_| ())), StickError::ReadOnly { .. }));
    });
}

#[test]
fn a_stick_that_is_gone_is_told() {
    let gone = Mounted::at("/nonexistent/stick");
    let error = stick_error(sealed().write(&gone, &mut |_| ()));
    assert!(matches!(error, StickError::Gone { .. }));
    assert!(error.to_string().contains("/nonexistent/stick"));
}

/// What a faulty stick does, at its n-th operation.
#[derive(Clone, Copy)]
enum Fault {
    /// Pulled out.
    Gone,
    /// The power is cut: nothing more happens, and nobody tidies up.
    PowerCut,
    /// One bit of what is read is another one.
    Flips,
}

struct Faulty {
    stick: Mounted,
    fault: Fault,
    left: Cell<u32>,
}

impl Faulty {
    fn step(&self) -> io::Result<()> {
        match self.left.get() {
            0 => Err(rustix_nodev()),
            1 if !matches!(self.fault, Fault::Flips) => {
                // Once out, it stays out.
                self.left.set(0);
                Err(rustix_nodev())
            }
            n => {
                self.left.set(if n == 1 { 1 } else { n - 1 });
                Ok(())
            }
        }
    }
}

/// ENODEV, what a file system says whose device is gone.
fn rustix_nodev() -> io::Error {
    io::Error::from_raw_os_error(19)
}

impl Stick for Faulty {
    fn name(&self) -> String {
        "faulty".into()
    }
    fn create_folder(&self, folder: &str) -> io::Result<()> {
        self.step()?;
        self.stick.create_folder(folder)
    }
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // Half of it arrived.
            std::fs::write(self.stick.root().join(path), &bytes[..bytes.len() / 2]).ok();
            return Err(error);
        }
        self.stick.write(path, bytes)
    }
    fn read(&self, path: &str, most: usize) -> io::Result<Vec<u8>> {
        self.step()?;
        let mut bytes = self.stick.read(path, most)?;
        if matches!(self.fault, Fault::Flips) && self.left.get() == 1 {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x10;
        }
        Ok(bytes)
    }
    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.step()?;
        self.stick.rename(from, to)
    }
    fn remove_folder(&self, folder: &str) -> io::Result<()> {
        self.step()?;
        self.stick.remove_folder(folder)
    }
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.step()?;
        self.stick.list(folder)
    }
}

fn recovers(root: &Path, sealed: &Sealed) {
    let stick = Mounted::at(root);
    for folder in bundles(&stick).unwrap() {
        let mut recovery = Recovery::from_bundle(&stick, &folder).unwrap();
        for share in &sealed.shares()[..2] {
            recovery.add(share.clone()).unwrap();
        }
        recovery.recover().unwrap();
    }
}

#[test]
fn a_stick_pulled_out_at_any_moment_never_bears_half_a_bundle_and_never_loses_an_earlier_one() {
    let sealed = sealed();
    for fault in [Fault::Gone, Fault::PowerCut] {
        for earlier in [false, true] {
            for n in 1.. {
                let folder = tempfile::tempdir().unwrap();
                let stick = Mounted::at(folder.path());
                if earlier {
                    sealed.write(&stick, &mut |_| ()).unwrap();
                }
                let faulty = Faulty { stick: stick.clone(), fault, left: Cell::new(n) };
                let written = sealed.write(&faulty, &mut |_| ());
                let there = bundles(&stick).unwrap();
                assert!(!earlier || !there.is_empty(), "operation {n}: the earlier bundle is gone");
                recovers(folder.path(), &sealed);
                match written {
                    Ok(_) => {
                        assert!(n > 10);
                        break;
                    }
                    Err(CeremonyError::Stick(StickError::Gone { .. })) => {}
                    Err(other) => panic!("operation {n}: {other:?}"),
                }
                sealed.write(&stick, &mut |_| ()).unwrap();
                assert_eq!(stick.list("").unwrap().len(), 1, "operation {n}: not tidied up");
            }
        }
    }
}

#[test]
fn a_stick_that_returns_other_bytes_than_were_written_is_not_trusted() {
    let sealed = sealed();
    let mut told = 0;
    for n in 1..20 {
        let folder = tempfile::tempdir().unwrap();
        let stick = Mounted::at(folder.path());
        let faulty = Faulty { stick: stick.clone(), fault: Fault::Flips, left: Cell::new(n) };
        match sealed.write(&faulty, &mut |_| ()) {
            Ok(_) => recovers(folder.path(), &sealed),
            Err(CeremonyError::Stick(StickError::Differs { file, .. })) => {
                assert!(sealed.files().iter().any(|(name, _)| *name == file));
                assert!(bundles(&stick).unwrap().is_empty());
                told += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(told >= sealed.files().len());
}
