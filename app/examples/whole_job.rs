//! The whole machine-side job without a screen: make, seal, split, write, rehearse, flash two
//! Nitrokeys, prove both. `make bench` measures it: time, size of the binary, peak memory.
//!
//! `whole_job PLAN STICK COLDSPARE SERIAL SERIAL`: it erases the two Nitrokeys with these serials.

use std::path::Path;
use std::time::{Instant, SystemTime};

use coldspare::ceremony::{Made, Meeting, PinChoice, Planned, ReadBack, Rehearser, Sealed, Split};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Found, PcscBus, Serial, Unlock, list};
use coldspare::plan::Plan;

#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [plan, stick, coldspare, serials @ ..] = &arguments[..] else {
        anyhow::bail!("whole_job PLAN STICK COLDSPARE SERIAL SERIAL");
    };
    let serials: Vec<Serial> = serials.iter().filter_map(|s| Serial::parse(s)).collect();
    let start = Instant::now();
    let step = |name: &str| println!("{:6} ms  {name}", start.elapsed().as_millis());

    let mut meeting = Meeting::new(Plan::from_toml(&std::fs::read_to_string(plan)?)?)?;
    for found in list(&PcscBus)? {
        match found {
            Found::Nitrokey(info) if serials.contains(&info.serial) => drop(meeting.meet(*info)?),
            _ => {}
        }
    }
    anyhow::ensure!(meeting.met().len() == serials.len(), "not all of them are plugged in");
    meeting.mix(&PcscBus, None, &[])?;
    step("met, and their randomness mixed in");
    let made = Made::make(&meeting, PinChoice::Generated, SystemTime::now(), &mut |_| ())?;
    step("made");
    let planned = Planned { sticks: 1, sheets: 0 };
    let sealed = Sealed::seal(&made, Split::of_new_key(made.plan().quorum)?, planned, &mut |_| ())?;
    // In the place of the scanner, whose text this would be.
    let mut cards = ReadBack::new(&sealed);
    for share in sealed.shares() {
        cards.scanned(&share.to_text())?;
    }
    step("sealed, split, read back");
    let stick = Mounted::at(Path::new(stick));
    let written = sealed.write(&stick, &mut |_| ())?;
    let mut rehearsed = Rehearser::new(coldspare).rehearse(
        &made,
        &sealed,
        &cards.finish()?,
        (&written, &stick),
        &mut |_| (),
    )?;
    step("written and rehearsed");
    for met in meeting.met() {
        let erase = Erase::confirm(&met.info, &met.info.serial.last_four())?;
        let pins = rehearsed.pins(&met.role, None)?;
        let flashed =
            rehearsed.flash(&PcscBus, &erase, &met.role, &pins, &Unlock::FactoryReset, &mut |_| ())?;
        step("flashed");
        rehearsed.prove(&PcscBus, &flashed, &pins, &mut |_| ())?;
        step("proven");
    }
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    println!("{peak}");
    Ok(())
}
