//! A key as GnuPG makes it by default, on every model of Nitrokey: what is added to it is of a kind that it takes.

use anyhow::ensure;
use coldspare::ceremony::{CeremonyError, Meeting};
use coldspare::nitrokey::NitrokeyError;
use coldspare::plan::Role;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::keys::{For, Kind, exported};
use coldspare_tests::{VirtualBus, fixtures};
use virtual_nitrokey::Model;

use super::*;

const MODELS: [Model; 5] =
    [Model::Pro1, Model::Pro2, Model::Start, Model::Nitrokey3, Model::Nitrokey3SecureElement];

/// `[SC]` and `[E]`.
fn default_of_gnupg(algorithm: &str) -> Result<Inventory> {
    let gnupg = GnuPg::new()?;
    let encrypts = if algorithm == "ed25519" { "cv25519" } else { algorithm };
    let (_, exported) = gnupg.generate([algorithm, "cert,sign"], &[[encrypts, "encr"]], None)?;
    Ok(Opening::of(&exported)?.inventory(SystemTime::now())?)
}

/// The whole job with two Nitrokeys: each slot is written and proven.
#[test]
fn a_default_rsa_key_goes_onto_every_model() -> Result<()> {
    let inventory = default_of_gnupg("rsa2048")?;
    for (number, model) in (1..).zip(MODELS) {
        let keys = [fixtures::key(model, number)?, fixtures::key(model, number + 100)?];
        let bus = VirtualBus::with(&keys.each_ref());
        let serials = keys.each_ref().map(fixtures::serial);
        let stick = tempfile::tempdir()?;
        let plan = plan(&inventory, PrimaryKey::Offline)?;
        let mut prepared = fixtures::prepare_brought(plan, &inventory, &bus, &serials, stick.path())?;
        for (role, serial) in [Role::Primary, Role::SPARE].into_iter().zip(serials) {
            let pins = prepared.rehearsed.pins(&role, None)?;
            fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &role, &pins, &mut |_| ())
                .with_context(|| format!("{model:?}"))?;
        }
    }
    Ok(())
}

/// Whatever the key is of and whichever Nitrokey is met, either it is taken with an algorithm that the Nitrokey takes for
/// what is new, or it is refused when it is met, by the owner's own key.
#[test]
fn what_is_made_new_is_of_a_kind_that_every_nitrokey_that_was_met_takes() -> Result<()> {
    let mut taken = 0;
    for algorithm in ["rsa2048", "rsa3072", "rsa4096", "ed25519", "nistp256"] {
        let inventory = default_of_gnupg(algorithm)?;
        let mut plan = plan(&inventory, PrimaryKey::Offline)?;
        // What a plan brought from home may say.
        for planned in [plan.algorithm, Algorithm::Curve25519, Algorithm::BrainpoolP512] {
            plan.algorithm = planned;
            let places = inventory.preset(&plan)?;
            for (number, model) in (1..).zip(MODELS) {
                let key = fixtures::key(model, number)?;
                let info = fixtures::info(&VirtualBus::with(&[&key]), fixtures::serial(&key))?;
                let algorithms = info.algorithms.clone();
                let mut meeting = Meeting::bringing(plan.clone(), &inventory, &places)?;
                match meeting.meet(info) {
                    Ok(_) => {
                        let chosen = meeting.plan().algorithm;
                        ensure!(algorithms.contains(&chosen), "{algorithm} on {model:?}: {chosen}");
                        ensure!(
                            chosen == planned || !algorithms.contains(&planned),
                            "{planned} was given up"
                        );
                        taken += 1;
                    }
                    Err(CeremonyError::Nitrokey(NitrokeyError::Algorithm { .. })) => {
                        let own = inventory.algorithm();
                        ensure!(!algorithms.contains(&own), "{algorithm} is refused by {model:?}");
                    }
                    Err(error) => return Err(error.into()),
                }
            }
        }
    }
    ensure!(taken > 40, "{taken} were taken");
    Ok(())
}

/// Two models have to agree; and what was agreed on is what is made.
#[test]
fn two_models_agree_on_what_is_made_new() -> Result<()> {
    let inventory = default_of_gnupg("rsa2048")?;
    let mut plan = plan(&inventory, PrimaryKey::Offline)?;
    plan.algorithm = Algorithm::Curve25519;
    let keys = [fixtures::key(Model::Nitrokey3, 1)?, fixtures::key(Model::Pro2, 2)?];
    let bus = VirtualBus::with(&keys.each_ref());
    let places = inventory.preset(&plan)?;
    let mut meeting = Meeting::bringing(plan, &inventory, &places)?;
    let mut algorithms = Vec::new();
    for key in &keys {
        meeting.meet(fixtures::info(&bus, fixtures::serial(key))?)?;
        algorithms.push(meeting.plan().algorithm);
    }
    assert_eq!(algorithms[0], Algorithm::Curve25519);
    ensure!(algorithms[1] != Algorithm::Curve25519);
    let pins = coldspare::ceremony::PinChoice::Generated;
    let made = coldspare::ceremony::Made::import(&meeting, &inventory, &places, pins, SystemTime::now())?;
    assert_eq!(made.plan().algorithm, algorithms[1]);
    Ok(())
}

/// RSA with this exponent, as a subkey that decrypts.
fn with_exponent(exponent: u64) -> Result<Inventory> {
    let exported = exported(&Kind::Curve25519, false, &[(For::Decryption, Kind::Rsa(2048, exponent))])?;
    Ok(Opening::of(&exported)?.inventory(SystemTime::now())?)
}

/// A Start ignores the exponent and takes 65537: it is refused before anything else is done with it.
#[test]
fn a_start_is_refused_when_it_is_met_if_a_key_has_another_exponent() -> Result<()> {
    for (exponent, refused) in [(3, true), (65537, false)] {
        let inventory = with_exponent(exponent)?;
        let plan = plan(&inventory, PrimaryKey::Offline)?;
        let places = inventory.preset(&plan)?;
        ensure!(places[Slot::Decryption as usize] != Goes::New, "the key was replaced");
        for (number, model) in (1..).zip(MODELS) {
            let key = fixtures::key(model, number)?;
            let info = fixtures::info(&VirtualBus::with(&[&key]), fixtures::serial(&key))?;
            let met = Meeting::bringing(plan.clone(), &inventory, &places)?.meet(info).map(drop);
            let by_exponent = matches!(met, Err(CeremonyError::Nitrokey(NitrokeyError::Exponent { .. })));
            assert_eq!(by_exponent, refused && model == Model::Start, "{exponent}, {model:?}: {met:?}");
        }
    }
    Ok(())
}
