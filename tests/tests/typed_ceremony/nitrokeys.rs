//! Wrong Nitrokeys, two at once, half-reset ones and such with keys on them: each is told, and the
//! ceremony is finished afterwards.

use anyhow::{Result, ensure};
use coldspare_tests::typist::{Answers, all_met};
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
    typist.sees("does not take Curve 25519")?;
    typist.sees("Use another Nitrokey, or choose another kind of key in the plan.")?;
    virtual_pc.unplug(2)?;
    typist.sees("Insert the Nitrokey that is to be the primary.")?;

    // One whose reset was cut short has no name until it is finished.
    virtual_pc.plug(0, 0)?;
    typist.at("Which one is the primary?")?;
    typist.selected("A Nitrokey, half reset")?;
    typist.enter()?;
    typist.sees("0A0B0C01")?;
    // Two at once.
    virtual_pc.plug(1, 1)?;
    typist.sees("Two new ones are plugged in.")?;
    typist.meets("primary", PRIMARY)?;
    // The same once more, and then one with keys on it.
    typist.meets("spare", PRIMARY)?;
    typist.sees("was here already, as")?;
    typist.console.keys("2")?;
    typist.sees("There are keys on it. They will be erased in step 10, after you have seen them.")?;
    typist.meets("spare", SPARE)?;
    typist.goes(&[all_met()])?;
    typist.makes_and_proves_backup(virtual_pc, answers, "COLDSPARE")?;

    // The one that was met for something else.
    typist.at("Write the primary")?;
    typist.sees("More than one is plugged in.")?;
    typist.chooses(SPARE)?;
    typist.sees("This is not the one that you met for this")?;
    typist.sees(&format!("Insert {PRIMARY}."))?;
    // Wrong digits, none, and those of the other one.
    typist.chooses(PRIMARY)?;
    for wrong in ["0000", "", "0C02"] {
        typist.at("This one?")?;
        typist.empties()?;
        typist.line(wrong)?;
        typist.sees(&format!("These are not the last four digits of {PRIMARY}."))?;
        typist.sees("Nothing was written.")?;
    }
    typist.empties()?;
    typist.line("0c01")?;
    typist.proven(PRIMARY)?;
    // The one that was just written.
    typist.at("Write the spare")?;
    typist.chooses(PRIMARY)?;
    typist.sees("was written already, as")?;
    // What will be gone is told.
    typist.chooses(SPARE)?;
    typist.at("This one?")?;
    typist.sees("in the name of Ada Lovelace")?;
    typist.sees("key for decryption:")?;
    typist.sees("will be gone for ever.")?;
    typist.esc()?;
    typist.writes("spare", SPARE)?;
    // What is on it now is seen at once, though it was never pulled out.
    typist.at("Your key")?;
    typist.enter()?;
    typist.chooses("Back to the beginning")?;
    typist.chooses("Look at a Nitrokey")?;
    typist.sees("This is number 1 of 2 that are plugged in.")?;
    typist.sees("in the name of Ada Lovelace")?;
    typist.sees("key for decryption:")?;
    let list = scene.list()?;
    ensure!(list.matches("Lovelace<<Ada").count() == 2, "{list}");
    Ok(())
}
