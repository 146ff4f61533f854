//! A computer, somebody who types, and what a ceremony needs.

use anyhow::{Result, ensure};
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::typist::{Answers, Typist, all_met};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::{VirtualBus, fixtures};
use tempfile::TempDir;
use virtual_nitrokey::{Config, Model, VirtualNitrokey};

/// The first two Nitrokeys, as the program shows them.
pub(crate) const PRIMARY: &str = "000F:0A0B0C01";
pub(crate) const SPARE: &str = "000F:0A0B0C02";
const KEYS: [(Model, u32); 2] = [(Model::Nitrokey3, 0x0A0B_0C01), (Model::Nitrokey3, 0x0A0B_0C02)];

/// All of it; the folder goes with it.
pub(crate) struct Scene {
    pub(crate) typist: Typist,
    pub(crate) virtual_pc: VirtualPc,
    pub(crate) answers: Answers,
    _folder: TempDir,
}

impl Scene {
    /// With two blank Nitrokeys that are not plugged in, and a stick that is.
    pub(crate) fn new() -> Result<Self> {
        Self::with(&KEYS, Answers::default(), |_| Ok(()))
    }

    /// The same, for an owner who reads this language.
    pub(crate) fn of(language: &str) -> Result<Self> {
        let scene = Self::new()?;
        Ok(Scene { typist: scene.typist.who_reads(language), ..scene })
    }

    /// With these Nitrokeys, after something was done to them.
    pub(crate) fn with(
        keys: &[(Model, u32)],
        answers: Answers,
        before: impl FnOnce(&VirtualPc) -> Result<()>,
    ) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let virtual_pc = VirtualPc::start(folder.path(), keys)?;
        virtual_pc.plug_stick("COLDSPARE")?;
        before(&virtual_pc)?;
        let typist = Typist::start(&virtual_pc, 80, 25)?;
        Ok(Scene { typist, virtual_pc, answers, _folder: folder })
    }

    /// Both are plugged in and met.
    pub(crate) fn meets_both(&mut self) -> Result<()> {
        self.virtual_pc.plug(0, 0)?;
        self.typist.meets("primary", PRIMARY)?;
        self.virtual_pc.plug(1, 1)?;
        self.typist.meets("spare", SPARE)?;
        self.typist.goes(&[all_met()])
    }

    /// Both are written, and all is ended.
    pub(crate) fn writes_both_and_ends(&mut self) -> Result<String> {
        self.typist.writes("primary", PRIMARY)?;
        self.typist.writes("spare", SPARE)?;
        self.typist.ends()
    }

    /// What another run of the program says of the Nitrokeys that are plugged in.
    pub(crate) fn list(&self) -> Result<String> {
        let output = self.virtual_pc.client(coldspare_tests::coldspare()).arg("list").output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// Puts keys onto a Nitrokey that is not plugged in: those of another ceremony.
pub(crate) fn with_keys(virtual_pc: &VirtualPc, model: Model, number: u32) -> Result<()> {
    let state = Some(virtual_pc.memory(model, number));
    let key = VirtualNitrokey::new(Config { model, serial: number, state })?;
    let bus = VirtualBus::with(&[&key]);
    let stick = tempfile::tempdir()?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let mut prepared = fixtures::prepare(plan, &bus, &[], stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(
        &mut prepared.rehearsed,
        &bus,
        fixtures::serial(&key),
        &Role::Primary,
        &pins,
        &mut |_| (),
    )
    .map(drop)
}

/// Cuts the factory reset of a Nitrokey short that is not plugged in: terminated, and not activated
/// (OpenPGP card 3.4 § 7.2.16).
pub(crate) fn half_reset(virtual_pc: &VirtualPc, model: Model, number: u32) -> Result<()> {
    let state = Some(virtual_pc.memory(model, number));
    let key = VirtualNitrokey::new(Config { model, serial: number, state })?;
    let select = [0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01];
    key.transmit(&select)?;
    key.transmit(b"\x00\x20\x00\x83\x0812345678")?;
    let answer = key.transmit(&[0x00, 0xE6, 0x00, 0x00])?;
    ensure!(answer == [0x90, 0x00], "it was not terminated: {answer:02X?}");
    Ok(())
}
