//! Wrong Nitrokeys, two at once, half-reset ones and such with keys on them: each is told, and the
//! ceremony is finished afterwards.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::typist::{Answers, all_met};
use coldspare_tests::words::{letters, said};
use virtual_nitrokey::Model;

use crate::scene::{PRIMARY, SPARE, Scene, half_reset, with_keys};

const PRO: &str = "0005:0A0B0C03";
const KEYS: [(Model, u32); 3] =
    [(Model::Nitrokey3, 0x0A0B_0C01), (Model::Nitrokey3, 0x0A0B_0C02), (Model::Pro2, 0x0A0B_0C03)];

#[test]
fn wrong_nitrokeys_are_told_and_none_is_written_that_was_not_confirmed() -> Result<()> {
    let mut scene = Scene::with(&KEYS, Answers::default(), |virtual_pc| {
        half_reset(virtual_pc, KEYS[0].0, KEYS[0].1)?;
        with_keys(virtual_pc, KEYS[1].0, KEYS[1].1)
    })?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.plans(answers)?;

    // One that does not take the keys.
    virtual_pc.plug(2, 0)?;
    typist.meets("primary", PRO)?;
    typist.sees(said("error-nitrokey-algorithm").with("wanted", "Curve 25519"))?;
    typist.sees("error-nitrokey-algorithm.now")?;
    virtual_pc.unplug(2)?;
    typist.sees(said("meet-insert").with("role", Role::Primary))?;

    // One whose reset was cut short has no name until it is finished.
    virtual_pc.plug(0, 0)?;
    typist.at(said("meet").with("role", Role::Primary))?;
    typist.selected("write-half")?;
    typist.enter()?;
    typist.sees(letters("0A0B0C01"))?;
    // Two at once.
    virtual_pc.plug(1, 1)?;
    typist.sees("meet-two")?;
    typist.meets("primary", PRIMARY)?;
    // The same once more, and then one with keys on it.
    typist.meets("spare", PRIMARY)?;
    typist.sees("error-ceremony-already-met")?;
    typist.console.keys("2")?;
    typist.sees("meet-full")?;
    typist.meets("spare", SPARE)?;
    typist.goes(&[all_met()])?;
    typist.makes_and_proves_backup(virtual_pc, answers, "COLDSPARE")?;

    // The one that was met for something else.
    typist.at(said("write").with("role", Role::Primary))?;
    typist.sees("write-two")?;
    typist.chooses(letters(SPARE))?;
    typist.sees("write-wrong")?;
    typist.sees(said("write-wrong.now").with("serial", PRIMARY))?;
    // Wrong digits, none, and those of the other one.
    typist.chooses(letters(PRIMARY))?;
    for wrong in ["0000", "", "0C02"] {
        typist.at("confirm")?;
        typist.empties()?;
        typist.line(wrong)?;
        typist.sees(said("error-nitrokey-not-confirmed").with("serial", PRIMARY))?;
        typist.sees("error-nitrokey-not-confirmed.now")?;
    }
    typist.empties()?;
    typist.line("0c01")?;
    typist.proven(PRIMARY)?;
    // The one that was just written.
    typist.at(said("write").with("role", Role::SPARE))?;
    typist.chooses(letters(PRIMARY))?;
    typist.sees("error-ceremony-already-flashed")?;
    // What will be gone is told.
    typist.chooses(letters(SPARE))?;
    typist.at("confirm")?;
    typist.sees(said("on-it-holder").with("name", "Ada Lovelace"))?;
    typist.sees(said("on-it-key"))?;
    typist.sees("confirm-gone")?;
    typist.esc()?;
    typist.writes("spare", SPARE)?;
    // What is on it now is seen at once, though it was never pulled out.
    typist.at("results")?;
    typist.enter()?;
    typist.chooses("done-home")?;
    typist.chooses("inspect")?;
    typist.sees(said("inspect-more").with("at", 1).with("of", 2))?;
    typist.sees(said("on-it-holder").with("name", "Ada Lovelace"))?;
    typist.sees(said("on-it-key"))?;
    let list = scene.list()?;
    ensure!(list.matches("Ada Lovelace").count() == 2, "{list}");
    Ok(())
}
