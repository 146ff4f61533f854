//! A whole ceremony in a few calls, as the screens make them.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};
use coldspare::backup::words;
use coldspare::ceremony::{
    CeremonyError, Event, Made, Meeting, PinChoice, Planned, ReadBack, Rehearsed, Rehearser, Sealed, Split,
};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Bus, Erase, Info, Proof, Serial, Unlock};
use coldspare::openpgp::{self, Identity, Inventory, OpenPgpError};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Plan, Quorum, Role, Trustee};
use coldspare::tui::messages::ToMessage;
use secrecy::SecretString;
use virtual_nitrokey::{Config, Model, VirtualNitrokey};

/// Names of trustees.
const NAMES: [&str; 16] = [
    "Grace Hopper",
    "Alan Turing",
    "Emmy Noether",
    "Claude Shannon",
    "Hedy Lamarr",
    "Niels Bohr",
    "Lise Meitner",
    "Paul Erdős",
    "Sofja Kowalewskaja",
    "Leonhard Euler",
    "Maryam Mirzakhani",
    "Carl Gauß",
    "Katherine Johnson",
    "Évariste Galois",
    "Rosalind Franklin",
    "Kurt Gödel",
];

/// A plan with this algorithm and quorum.
pub fn plan(algorithm: Algorithm, needed: u8, cards: u8) -> Result<Plan> {
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>")?;
    plan.algorithm = algorithm;
    plan.quorum = Quorum::new(needed.into(), cards.into())?;
    plan.trustees = NAMES[..cards.into()]
        .iter()
        .map(|name| Trustee { name: (*name).into(), note: String::new() })
        .collect();
    Ok(plan.checked()?)
}

/// A new virtual key.
pub fn key(model: Model, number: u32) -> Result<VirtualNitrokey> {
    Ok(VirtualNitrokey::new(Config::new(model, number))?)
}

/// The serial under which the program knows a virtual key.
pub fn serial(key: &VirtualNitrokey) -> Serial {
    Serial { manufacturer: key.manufacturer(), number: key.serial() }
}

/// What a plugged-in key says of itself.
pub fn info(bus: &dyn Bus, serial: Serial) -> Result<Info> {
    Ok(coldspare::nitrokey::info(bus, serial)?)
}

/// A ceremony up to the rehearsal.
pub struct Prepared {
    /// Identity and PINs.
    pub made: Made,
    /// Shares, manifest, bundle.
    pub sealed: Sealed,
    /// The bundle's folder on the stick.
    pub folder: String,
    /// The way to flash.
    pub rehearsed: Rehearsed,
}

/// New keys and PINs by this plan, before any Nitrokey was met.
///
/// # Errors
/// As [`Made::make`].
pub fn made(plan: Plan) -> Result<Made, CeremonyError> {
    made_at(plan, SystemTime::now())
}

/// The same at this time.
///
/// # Errors
/// As [`Made::make`].
pub fn made_at(plan: Plan, now: SystemTime) -> Result<Made, CeremonyError> {
    Made::make(&Meeting::new(plan)?, PinChoice::Generated, now, &mut |_| ())
}

/// Meets the keys, makes an identity, and goes on to the rehearsal.
pub fn prepare(
    plan: Plan,
    bus: &dyn Bus,
    serials: &[Serial],
    stick: &Path,
    events: &mut dyn FnMut(Event),
) -> Result<Prepared> {
    let mut meeting = Meeting::new(plan)?;
    for serial in serials {
        meeting.meet(info(bus, *serial)?)?;
    }
    let made = Made::make(&meeting, PinChoice::Generated, SystemTime::now(), events)?;
    finish(made, stick, events)
}

/// Imports an identity, and goes on to the rehearsal.
pub fn prepare_import(
    plan: Plan,
    exported: &[u8],
    passphrase: Option<&SecretString>,
    stick: &Path,
    events: &mut dyn FnMut(Event),
) -> Result<Prepared> {
    let inventory = openpgp::inventory(exported, passphrase, SystemTime::now())?;
    finish(bring(plan, &inventory)?, stick, events)
}

/// Brings keys along, each where it is preset, meets the Nitrokeys, and goes on to the rehearsal.
pub fn prepare_brought(
    plan: Plan,
    inventory: &Inventory,
    bus: &dyn Bus,
    serials: &[Serial],
    stick: &Path,
) -> Result<Prepared> {
    let places = inventory.preset(&plan)?;
    let mut meeting = Meeting::bringing(plan, inventory, &places)?;
    for serial in serials {
        meeting.meet(info(bus, *serial)?)?;
    }
    let made = Made::import(&meeting, inventory, &places, PinChoice::Generated, SystemTime::now())?;
    finish(made, stick, &mut |_| ())
}

/// Goes on to the rehearsal with what was made.
pub fn prepare_made(made: Made, stick: &Path) -> Result<Prepared> {
    finish(made, stick, &mut |_| ())
}

/// Brings keys along, each where it is preset, before any Nitrokey was met.
pub fn bring(plan: Plan, inventory: &Inventory) -> Result<Made, CeremonyError> {
    let places = inventory.preset(&plan)?;
    let meeting = Meeting::bringing(plan, inventory, &places)?;
    Made::import(&meeting, inventory, &places, PinChoice::Generated, SystemTime::now())
}

/// What becomes of an export, if every key goes where it is preset.
pub fn import(
    exported: &[u8],
    passphrase: Option<&SecretString>,
    plan: &Plan,
    now: SystemTime,
) -> Result<Identity, OpenPgpError> {
    let inventory = openpgp::inventory(exported, passphrase, now)?;
    inventory.identity(&inventory.preset(plan)?, plan, now)
}

/// Scans each card, and finds it right.
///
/// # Errors
/// If one is not.
pub fn scan_all(cards: &mut ReadBack<&Sealed>, sealed: &Sealed) -> Result<()> {
    sealed.shares().iter().try_for_each(|share| Ok(cards.scanned(&share.to_text()).map(drop)?))
}

/// Spot-checks card `x` by the three words that are asked for.
///
/// # Errors
/// If it is not right.
pub fn spot_check(cards: &mut ReadBack<&Sealed>, sealed: &Sealed, x: u8) -> Result<()> {
    let share = sealed.shares().iter().find(|share| share.x == x).context("no such card")?;
    let asked = cards.quick_check(x)?;
    let words = words(&share.y);
    let typed = asked.positions().map(|position| words[position - 1]);
    cards.answer(asked, typed)?;
    Ok(())
}

/// Seals it for new cards, a sheet behind each.
///
/// # Errors
/// As [`Sealed::seal`].
pub fn seal(made: &Made) -> Result<Sealed, CeremonyError> {
    seal_and_tell(made, &mut |_| ())
}

/// The same, and what it reports meanwhile.
///
/// # Errors
/// As [`Sealed::seal`].
pub fn seal_and_tell(made: &Made, events: &mut dyn FnMut(Event)) -> Result<Sealed, CeremonyError> {
    let quorum = made.plan().quorum;
    let planned = Planned { sticks: 1, sheets: quorum.cards() };
    Sealed::seal(made, Split::of_new_key(quorum)?, planned, events)
}

/// Seals what was made, and goes on to the rehearsal.
pub fn finish(made: Made, stick: &Path, events: &mut dyn FnMut(Event)) -> Result<Prepared> {
    let sealed = seal_and_tell(&made, events)?;
    let mut cards = ReadBack::new(&sealed);
    scan_all(&mut cards, &sealed)?;
    let cards = cards.finish()?;
    let stick = Mounted::at(stick);
    let written = sealed.write(&stick, events)?;
    let rehearsed =
        Rehearser::new(crate::coldspare()).rehearse(&made, &sealed, &cards, (&written, &stick), events)?;
    Ok(Prepared { made, sealed, folder: written.folder, rehearsed })
}

/// Flashes and proves one Nitrokey, after the owner typed the last four digits of its serial.
pub fn flash_and_prove(
    rehearsed: &mut Rehearsed,
    bus: &dyn Bus,
    serial: Serial,
    role: &Role,
    pins: &Pins,
    events: &mut dyn FnMut(Event),
) -> Result<Proof> {
    let erase = Erase::confirm(&info(bus, serial)?, &serial.last_four())?;
    let flashed = rehearsed.flash(bus, &erase, role, pins, &Unlock::FactoryReset, events)?;
    Ok(rehearsed.prove(bus, &flashed, pins, events)?)
}

/// What the owner reads of an error: what happened, and what to do now.
pub fn message(error: &impl ToMessage) -> String {
    error.to_message(&Texts::of("en")).to_string()
}

/// The error of a ceremony, if it is one.
pub fn ceremony_error(error: &anyhow::Error) -> Option<&CeremonyError> {
    error.downcast_ref()
}
