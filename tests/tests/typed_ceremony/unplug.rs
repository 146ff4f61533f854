//! A Nitrokey is pulled out at every step of the ceremony; plugged in again, it goes on.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::on_screen::last_four;
use coldspare_tests::typist::{Answers, all_met};
use coldspare_tests::words::{Words, letters, said};
use virtual_nitrokey::Model::Nitrokey3;

use crate::scene::{PRIMARY, SPARE, Scene};

/// What is told of one that was pulled out while something was done with it.
/// What is seen while keys go in, or later.
const LATE: [&str; 6] = [
    "event-importing-signature",
    "event-importing-decryption",
    "event-importing-authentication",
    "event-pins",
    "event-reading-back",
    "event-proving-signature",
];

/// What is said then: it was there, or it was not found.
fn pulled() -> [Words; 2] {
    [said("error-nitrokey-pulled-out.now"), said("error-nitrokey-not-there.now")]
}

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
    typist.selected(letters(PRIMARY))?;
    virtual_pc.unplug(0)?;
    typist.sees(said("meet-insert").with("role", Role::Primary))?;
    virtual_pc.plug(0, 1)?;
    typist.meets("primary", PRIMARY)?;
    virtual_pc.unplug(0)?;
    typist.at(said("meet").with("role", Role::SPARE))?;
    virtual_pc.plug(1, 0)?;
    typist.meets("spare", SPARE)?;
    virtual_pc.unplug(1)?;
    typist.goes(&[all_met()])?;
    // Without them there are no random bytes of theirs.
    let stops = answers.keys();
    typist.goes(&stops[..2])?;
    typist.at("mix")?;
    typist.sees(said("mix-done").with("nitrokeys", 0))?;
    typist.esc()?;
    virtual_pc.plug(0, 0)?;
    typist.goes_again(&stops[1..2])?;
    typist.sees(said("mix-done").with("nitrokeys", 1))?;
    typist.goes(&stops[2..])?;
    virtual_pc.unplug(0)?;
    typist.prints_cards(virtual_pc, answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;

    for (nitrokey, role, serial) in [(0, "primary", PRIMARY), (1, "spare", SPARE)] {
        typist.at(said("write").with("role", Role::from(role)))?;
        typist.sees(said("write-insert").with("role", Role::from(role)).with("serial", serial))?;
        virtual_pc.plug(nitrokey, 0)?;
        // While it is shown what is on it.
        typist.chooses(letters(serial))?;
        typist.at("confirm")?;
        typist.console.keys(&last_four(serial)[..3])?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(said("write").with("role", Role::from(role)))?;
        // As soon as it is being written.
        virtual_pc.plug(nitrokey, 1)?;
        typist.confirms(role, serial)?;
        typist.at("writing")?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(said("write").with("role", Role::from(role)))?;
        typist.sees_one_of(&pulled())?;
        // While keys go in; it may be through with that already.
        virtual_pc.plug(nitrokey, 0)?;
        virtual_pc.touch(nitrokey, false)?;
        typist.confirms(role, serial)?;
        typist.sees_one_of(&LATE.map(said))?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(said("write").with("role", Role::from(role)))?;
        typist.sees_one_of(&pulled())?;
        // While it waits for a finger to be proven.
        virtual_pc.plug(nitrokey, 0)?;
        virtual_pc.touch(nitrokey, false)?;
        typist.confirms(role, serial)?;
        typist.sees("event-proving-signature")?;
        virtual_pc.unplug(nitrokey)?;
        typist.at(said("write").with("role", Role::from(role)))?;
        typist.sees_one_of(&pulled())?;
        virtual_pc.plug(nitrokey, 0)?;
        // The keys on it are those that are written: nobody is told that they would be lost.
        typist.selected(letters(serial))?;
        typist.sees("write-these")?;
        typist.enter()?;
        typist.at("confirm")?;
        typist.sees("confirm-these")?;
        typist.esc()?;
        typist.writes(role, serial)?;
        virtual_pc.unplug(nitrokey)?;
    }
    let fingerprint = typist.ends()?;
    ensure!(fingerprint.len() == 40, "no fingerprint: {fingerprint}");
    virtual_pc.plug(0, 0)?;
    virtual_pc.plug(1, 1)?;
    let list = scene.list()?;
    ensure!(list.matches("Ada Lovelace").count() == 2, "{list}");
    Ok(())
}
