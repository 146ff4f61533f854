//! A Nitrokey is pulled out at every step of the ceremony; plugged in again, it goes on.

use anyhow::{Result, ensure};
use coldspare_tests::typist::{Answers, all_met, last_four};
use virtual_nitrokey::Model::Nitrokey3;

use crate::scene::{PRIMARY, SPARE, Scene};

/// What is told of one that was pulled out while something was done with it.
const PULLED: [&str; 2] = ["Insert it again and go on.", "Insert it and go on."];

#[test]
fn a_nitrokey_pulled_out_at_any_step_is_finished_after_it_was_plugged_in_again() -> Result<()> {
    // Touch for each use: then a Nitrokey without a finger on it waits while it is being proven.
    let answers = Answers { touch: "2", ..Answers::default() };
    let keys = [(Nitrokey3, 0x0A0B_0C01), (Nitrokey3, 0x0A0B_0C02)];
    let mut scene = Scene::with(&keys, answers, |_| Ok(()))?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.plans(answers)?;
    // Out before it was chosen, and out after it was.
    virtual_pc.plug(0, 0)?;
    typist.selected(PRIMARY)?;
    virtual_pc.unplug(0)?;
    typist.sees("Insert the Nitrokey that is to be the primary.")?;
    virtual_pc.plug(0, 1)?;
    typist.meets("primary", PRIMARY)?;
    virtual_pc.unplug(0)?;
    typist.at("Which one is the spare?")?;
    virtual_pc.plug(1, 0)?;
    typist.meets("spare", SPARE)?;
    virtual_pc.unplug(1)?;
    typist.goes(&[all_met()])?;
    // Without them there are no random bytes of theirs.
    let stops = answers.keys();
    typist.goes(&stops[..2])?;
    typist.at("Mixing")?;
    typist.sees("random bytes of 0 Nitrokeys")?;
    typist.esc()?;
    virtual_pc.plug(0, 0)?;
    typist.goes_again(&stops[1..2])?;
    typist.sees("random bytes of 1 Nitrokey")?;
    typist.goes(&stops[2..])?;
    virtual_pc.unplug(0)?;
    typist.prints_cards(virtual_pc, answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;

    for (nitrokey, role, serial) in [(0, "primary", PRIMARY), (1, "spare", SPARE)] {
        typist.at(&format!("Write the {role}"))?;
        typist.sees(&format!("Insert the {role}: {serial}"))?;
        virtual_pc.plug(nitrokey, 0)?;
        // While it is shown what is on it.
        typist.chooses(serial)?;
        typist.at("This one?")?;
        typist.console.keys(&last_four(serial)[..3])?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(&format!("Write the {role}"))?;
        // As soon as it is being written.
        virtual_pc.plug(nitrokey, 1)?;
        typist.confirms(role, serial)?;
        typist.at("It is being written")?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(&format!("Write the {role}"))?;
        typist.sees_one_of(&PULLED)?;
        // While keys go in; it may be through with that already.
        virtual_pc.plug(nitrokey, 0)?;
        virtual_pc.touch(nitrokey, false)?;
        typist.confirms(role, serial)?;
        typist.sees_one_of(&["goes in", "are set", "What does it say", "It signs"])?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(&format!("Write the {role}"))?;
        typist.sees_one_of(&PULLED)?;
        // While it waits for a finger to be proven.
        virtual_pc.plug(nitrokey, 0)?;
        virtual_pc.touch(nitrokey, false)?;
        typist.confirms(role, serial)?;
        typist.sees("It signs something. If its light blinks, touch it.")?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(&format!("Write the {role}"))?;
        typist.sees_one_of(&PULLED)?;
        virtual_pc.plug(nitrokey, 0)?;
        // The keys on it are those that are written: nobody is told that they would be lost.
        typist.selected(serial)?;
        typist.sees("It says that these very keys are on it already.")?;
        typist.enter()?;
        typist.at("This one?")?;
        typist.sees("then no key is lost.")?;
        typist.esc()?;
        typist.writes(role, serial)?;
        virtual_pc.unplug(nitrokey)?;
    }
    let fingerprint = typist.ends()?;
    ensure!(fingerprint.len() == 40, "no fingerprint: {fingerprint}");
    virtual_pc.plug(0, 0)?;
    virtual_pc.plug(1, 1)?;
    let list = scene.list()?;
    ensure!(list.matches("Lovelace<<Ada").count() == 2, "{list}");
    Ok(())
}
