//! `make run`: the appliance in a terminal, by its serial line.

use std::fs;
use std::process::Command;

use anyhow::Result;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::screen::{Console, Key};
use coldspare_tests::typist::{Terminal, Typist};
use coldspare_tests::words::{letters, said};

/// Waits for the appliance at its first screen.
fn begins(typist: &Typist) -> Result<()> {
    typist.console.wait_for("Press Enter to begin")?;
    typist.enter()?;
    typist.sees("trial").map(drop)
}

/// Whether the shell has its terminal back as it was.
fn has_its_terminal(typist: &Typist) -> Result<()> {
    typist.console.wait_for("outer>")?;
    typist.line("clear; stty -g > after; cmp before after && echo as it 'was'")?;
    typist.console.wait_for("as it was outer>").map(drop)
}

#[test]
fn make_run_keeps_its_keys_to_itself_and_restores_the_terminal() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let run = coldspare_tests::coldspare().with_file_name("run").display().to_string();
    let mut outer = Command::new("bash");
    outer.args(["--norc", "--noprofile"]).env("PS1", "outer> ").current_dir(folder.path());
    outer.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    let mut typist = Typist::before(Console::start(outer, 80, 24)?);
    typist.console.wait_for("outer>")?;
    typist.line(&format!("stty -g > before; {run}"))?;
    typist.console.wait_for("this terminal has 80 and 24: enlarge it")?;
    typist.console.resize(80, 25)?;

    typist.line(&format!("clear; {run}"))?;
    begins(&typist)?;
    let log = folder.path().join("out/run/log.txt");
    let logged =
        |text: &str| wait_until(text, || Ok(fs::read_to_string(&log).unwrap_or_default().contains(text)));
    typist.console.key(Key::F(5))?;
    logged("Nitrokey 1 (0A0B0C01) is in port 1")?;
    fs::write(folder.path().join("out/run/control"), "plug 3\nplug 9\nplug 2\n")?;
    logged("Nitrokey 3 (0A0B0C03) is in port 2")?;
    logged("NOT DONE: “plug 9” is not known here")?;
    logged("NOT DONE: both ports are in use")?;
    typist.console.key(Key::F(7))?;
    logged("stick COLDSPARE is in")?;
    typist.console.key(Key::F(7))?;
    logged("stick COLDSPARE is out")?;
    typist.goes_home()?;
    typist.chooses("inspect")?;
    typist.sees(said("inspect-more").with("at", 1).with("of", 2))?;
    // Which one is found first depends on when pcscd looks.
    let serials = ["0A0B0C01", "0A0B0C03"].map(letters);
    let first = typist.sees_one_of(&serials)?;
    typist.console.key(Key::Down)?;
    typist.sees(&serials[1 - first])?;
    typist.says_good_bye()?;
    typist.chooses("farewell-now")?;
    has_its_terminal(&typist)?;

    // It is told to end while the appliance still runs.
    typist.line(&format!("clear; {run}"))?;
    begins(&typist)?;
    fs::write(folder.path().join("out/run/control"), "quit\n")?;
    has_its_terminal(&typist)?;
    typist.line("exit")?;
    typist.console.ends_well()
}
