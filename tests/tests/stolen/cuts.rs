//! The power may fail at any moment of it: stick and cards give the keys of before or those of after, whole, and the same
//! once more finishes it. At no moment is there none.

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{CeremonyError, Recovery, Rehearsed, bundles};
use coldspare::machine::stick::folder::{Mounted, StickError};
use coldspare::nitrokey::{Erase, NitrokeyError, Unlock};
use coldspare::openpgp::{Carried, Reason};
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Role;
use coldspare_tests::faulty_stick::{Fault as StickFault, Faulty};
use coldspare_tests::{VirtualBus, all, fixtures};
use virtual_nitrokey::{Fault, Model::Nitrokey3};

use super::made;
use super::ours::{From, Ours, Renewed, prints, renewed};

/// Every bundle that is listed opens with the owner's cards: the keys in each, by the signing subkey.
fn open(stick: &Mounted, ours: &Ours) -> Result<Vec<String>> {
    let mut keys = Vec::new();
    for folder in bundles(stick)? {
        let mut recovery = Recovery::from_bundle(stick, &folder)?;
        ours.shares.iter().take(2).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        keys.push(prints(recovery.recover()?.identity())[0].clone());
    }
    Ok(keys)
}

/// The owner's cards, keys, and what comes of a theft.
fn day_after() -> Result<(Ours, Rehearsed, Renewed)> {
    let ours = made(Curve25519)?;
    let old = ours.opened(From::Stick)?;
    let new = renewed(old.made(), Reason::Compromised)?;
    Ok((ours, old, new))
}

/// A stick with the bundle of before, at each operation of which it is pulled out or loses its power while the new one is
/// written, and while the one before goes. Of these many in every run, and each with `COLDSPARE_TESTS=all`.
#[test]
fn a_stick_has_the_old_keys_or_the_new_ones_at_every_moment_and_ends_with_the_new() -> Result<()> {
    let (ours, old, new) = day_after()?;
    let (before, after) = (prints(old.identity())[0].clone(), prints(new.rehearsed.identity())[0].clone());
    let step = if all() { 1 } else { 3 };
    for fault in [StickFault::Gone, StickFault::PowerCut] {
        for n in (1..).step_by(step) {
            let folder = tempfile::tempdir()?;
            let stick = Mounted::at(folder.path());
            let files = bundles(&Mounted::at(&ours.stick))?.into_iter().next().context("no bundle")?;
            copy(&ours.stick.join(&files), &folder.path().join(&files))?;
            let act = |stick: &dyn coldspare::machine::stick::folder::Stick| {
                let written = new.sealed.write(stick, &mut |_| ())?;
                new.rehearsed.settle(&written, stick)
            };
            let done = act(&Faulty::at(&stick, fault, n));
            let there = open(&stick, &ours)?;
            ensure!(
                !there.is_empty() && there.iter().all(|key| [&before, &after].contains(&key)),
                "{n}: {there:?}"
            );
            match done {
                Ok(()) => {
                    ensure!(n > 10 && there == [after.clone()], "{n}: {there:?}");
                    break;
                }
                Err(CeremonyError::Stick(StickError::Gone { .. })) => act(&stick)?,
                Err(other) => return Err(other.into()),
            }
            ensure!(open(&stick, &ours)? == [after.clone()], "operation {n}: not finished");
        }
    }
    Ok(())
}

fn copy(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    std::fs::create_dir(to)?;
    for file in std::fs::read_dir(from)? {
        let file = file?;
        std::fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

/// The spare, with the old keys on it, is written anew, and pulled out after each command. Whoever opens the backup again
/// goes on with it; what it was before, it does not become again.
#[test]
fn the_spare_is_finished_wherever_it_was_pulled_out() -> Result<()> {
    let (ours, mut old, new) = day_after()?;
    let step = if all() { 1 } else { 17 };
    let pins = old.pins(&Role::SPARE, Some(&"161803".into()))?;
    for n in (1..).step_by(step) {
        let spare = fixtures::key(Nitrokey3, 0x0A0B_0000 + n as u32)?;
        let (bus, serial) = (VirtualBus::with(&[&spare]), fixtures::serial(&spare));
        fixtures::flash_and_prove(&mut old, &bus, serial, &Role::SPARE, &pins, &mut |_| ())?;
        ensure!(old.identity().carried(&fixtures::info(&bus, serial)?.fingerprints) == Carried::All);
        let mut again = new.opened(&ours)?;
        let known = new.rehearsed.pins(&Role::SPARE, None)?;
        let erase = Erase::confirm(&fixtures::info(&bus, serial)?, &serial.last_four())?;
        spare.fault(Fault::CutAfter(n));
        let mut write = || -> Result<_, CeremonyError> {
            let flashed =
                again.flash(&bus, &erase, &Role::SPARE, &known, &Unlock::FactoryReset, &mut |_| ())?;
            again.prove(&bus, &flashed, &known, &mut |_| ())
        };
        match write() {
            Ok(_) => {
                ensure!(n > 40);
                return Ok(());
            }
            Err(CeremonyError::Nitrokey(
                NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. },
            )) => {}
            Err(other) => return Err(other.into()),
        }
        bus.0.plug(spare.clone());
        write()?;
        let info = fixtures::info(&bus, serial)?;
        ensure!(new.rehearsed.identity().carried(&info.fingerprints) == Carried::All, "command {n}");
        // One that was written twice: the next round has another spare.
        old = ours.opened(From::Stick)?;
    }
    Ok(())
}
