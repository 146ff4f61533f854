//! Every flow that opens a backup, on its screens from home to its end, for each kind of backup that there is: keys of each
//! algorithm, keys that GnuPG made, what version 1 wrote, and paper alone. (Set-up, changes, new cards and the yearly check
//! are tried so where their own tests are.)

#![allow(clippy::unwrap_used, clippy::panic)]

mod flows;
mod ours;

use std::time::SystemTime;

use anyhow::{Context, Result};
use coldspare::plan::Algorithm::{Curve25519, NistP256, Rsa4096};
use coldspare::plan::PrimaryKey;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;

use ours::{From, Ours};

/// Each with what the one before has left: a Nitrokey that is written is the one whose PIN is forgotten.
fn every_flow(ours: &Ours) -> Result<()> {
    let key = flows::lost(ours).context("lost")?;
    flows::forgotten(ours, &key).context("forgotten")?;
    flows::another(ours).context("another")?;
    flows::without(ours).context("without")?;
    flows::revoke(ours).context("revoke")?;
    flows::stolen(ours, &key).context("stolen")
}

#[test]
fn with_curve_25519_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::made(fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?, From::Stick)?)
}

#[test]
fn with_p_256_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::made(fixtures::made(fixtures::plan(NistP256, 2, 3)?)?, From::Stick)?)
}

#[test]
fn with_rsa_4096_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::made(fixtures::made(fixtures::plan(Rsa4096, 2, 3)?)?, From::Stick)?)
}

#[test]
fn with_keys_that_gnupg_made_every_flow_comes_to_its_end() -> Result<()> {
    let subkeys = [["ed25519", "sign"], ["cv25519", "encr"], ["ed25519", "auth"]];
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "cert"], &subkeys, None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::Offline;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    every_flow(&Ours::made(fixtures::bring(plan, &inventory)?, From::Stick)?)
}

#[test]
fn with_a_backup_of_version_1_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::golden(From::Stick)?)
}

#[test]
fn from_the_sheet_alone_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::made(fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?, From::Sheet)?)
}

#[test]
fn from_a_sheet_of_version_1_every_flow_comes_to_its_end() -> Result<()> {
    every_flow(&Ours::golden(From::Sheet)?)
}
