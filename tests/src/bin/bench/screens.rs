//! How soon the screens answer, as it is seen at a pseudo-terminal: from the start of the program to the
//! first screen, and from a key to what it changes.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use coldspare_tests::on_screen::content;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Answers, Typist, all_met};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::said;
use virtual_nitrokey::Model;

/// Starts of the program.
const STARTS: usize = 20;
/// Key presses at home.
const PRESSES: usize = 400;
/// Whole ceremonies, in each of which keys are made and Nitrokeys written.
const CEREMONIES: u32 = 3;

/// Prints all figures.
///
/// # Errors
/// If a screen does not come.
pub(super) fn how_fast(release: &Path) -> Result<()> {
    println!("\n{:52} {:>8} {:>8} {:>7}", "the screens, in milliseconds", "median", "worst", "keys");
    let folder = tempfile::tempdir()?;
    let virtual_pc = VirtualPc::start(folder.path(), &[])?;
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let typist = Typist::start_as(program(&virtual_pc, release), 80, 25)?;
        typist.at("language")?;
        starts.push(begin.elapsed());
    }
    print("from the start to the first screen (wanted: 100)", starts)?;

    let typist = Typist::start_as(program(&virtual_pc, release), 80, 25)?;
    typist.goes_home()?;
    let presses = (0..PRESSES).map(|_| press(&typist, Key::Down, |before, now| before != now));
    print("a key at home (wanted: 16, worst 50)", presses.collect::<Result<_>>()?)?;
    drop(typist);
    drop(virtual_pc);

    let (mut making, mut writing) = (Vec::new(), Vec::new());
    for number in 0..CEREMONIES {
        ceremony(release, number, &mut making, &mut writing)?;
    }
    print("while RSA 4096 keys are made (wanted: 16, worst 50)", making)?;
    print("while a Nitrokey is written (wanted: 16, worst 50)", writing)
}

/// One ceremony up to the first Nitrokey.
fn ceremony(
    release: &Path,
    number: u32,
    making: &mut Vec<Duration>,
    writing: &mut Vec<Duration>,
) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let number = 0xBE5C_0001 + number;
    let mut virtual_pc = VirtualPc::start(folder.path(), &[(Model::Nitrokey3, number)])?;
    virtual_pc.plug_stick("COLDSPARE")?;
    virtual_pc.plug(0, 0)?;
    let serial = format!("000F:{number:08X}");
    let answers = Answers { algorithm: "4", nitrokeys: "1", ..Answers::default() };
    let typist = Typist::start_as(program(&virtual_pc, release), 80, 25)?;
    typist.plans(&answers)?;
    typist.meets("primary", &serial)?;
    typist.goes(&[all_met()])?;
    let keys = answers.keys();
    typist.goes(&keys[..4])?;
    typist.at("make")?;
    presses_while(&typist, "make-text", making)?;
    typist.goes(&keys[4..])?;
    typist.prints_cards(&virtual_pc, &answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.confirms("primary", &serial)?;
    typist.at("writing")?;
    presses_while(&typist, "writing", writing)?;
    typist.proven(&serial)
}

/// Opens and closes the explanation as long as this stands there.
fn presses_while(typist: &Typist, words: &str, times: &mut Vec<Duration>) -> Result<()> {
    let help = said("help");
    while typist.says(&typist.content(), words) {
        times.push(press(typist, Key::F(1), |_, now| help.begin(&content(now), typist.texts()))?);
        times.push(press(typist, Key::Enter, |_, now| !help.begin(&content(now), typist.texts()))?);
    }
    Ok(())
}

/// Presses a key: how long it takes until the screen is as it should be after it.
fn press(typist: &Typist, key: Key, there: impl Fn(&str, &str) -> bool) -> Result<Duration> {
    let before = typist.console.screen();
    let begin = Instant::now();
    typist.console.key(key)?;
    typist.console.wait_until("waited for a key to do something", |now| there(&before, now))?;
    Ok(begin.elapsed())
}

/// The released program on this computer.
fn program(virtual_pc: &VirtualPc, release: &Path) -> Command {
    let other = virtual_pc.command();
    let mut command = Command::new(release.join("coldspare"));
    command.args(other.get_args());
    command.envs(other.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

fn print(what: &str, mut times: Vec<Duration>) -> Result<()> {
    times.sort();
    let milliseconds = |time: &Duration| time.as_secs_f64() * 1000.0;
    let median = times.get(times.len() / 2).map(milliseconds).context("nothing was measured")?;
    let worst = times.last().map_or(median, milliseconds);
    println!("{what:52} {median:>8.1} {worst:>8.1} {:>7}", times.len());
    Ok(())
}
