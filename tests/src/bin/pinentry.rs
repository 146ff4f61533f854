//! The owner at the keyboard: a pinentry that types what stands in the file `pin` of `GNUPGHOME`, or as long as the
//! file `pins` has lines one of them after the other, and
//! says no to every other question (such as for the Nitrokey that is lost). It never tries twice what was
//! wrong once: that would block the Nitrokey. What was asked is noted in the file `asked`.
//!
//! The protocol is Assuan's: a line is a command, the answer ends with `OK` or `ERR`.

use std::fs::{self, File};
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// GPG_ERR_CANCELED of the source 'pinentry'.
const CANCELLED: &str = "ERR 83886179 Operation cancelled";

fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The agent's log has it.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// What is typed now.
fn next(home: &Path) -> std::io::Result<String> {
    let lines = fs::read_to_string(home.join("pins")).unwrap_or_default();
    match lines.split_once('\n') {
        Some((pin, rest)) => {
            fs::write(home.join("pins"), rest)?;
            Ok(pin.to_owned())
        }
        None => fs::read_to_string(home.join("pin")),
    }
}

fn serve() -> std::io::Result<()> {
    let home = PathBuf::from(std::env::var_os("GNUPGHOME").unwrap_or_default());
    let mut asked = File::options().append(true).create(true).open(home.join("asked"))?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "OK at your service")?;
    out.flush()?;
    let mut wrong = false;
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (command, rest) = line.split_once(' ').unwrap_or((&line, ""));
        if let "SETDESC" | "SETERROR" = command {
            writeln!(asked, "{rest}")?;
            wrong |= command == "SETERROR";
        }
        match command {
            "GETPIN" => match next(&home) {
                Ok(pin) if !wrong => writeln!(out, "D {pin}\nOK")?,
                _ => writeln!(out, "{CANCELLED}")?,
            },
            "CONFIRM" => writeln!(out, "{CANCELLED}")?,
            "BYE" => {
                writeln!(out, "OK")?;
                return Ok(());
            }
            _ => writeln!(out, "OK")?,
        }
        out.flush()?;
    }
    Ok(())
}
