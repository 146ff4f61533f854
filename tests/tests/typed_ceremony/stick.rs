//! Sticks that are full, write-protected, or pulled out in the middle.

use anyhow::Result;
use coldspare_tests::typist::{Answers, Typist};
use coldspare_tests::words::{letters, said};

use crate::scene::Scene;

/// Mounts a small stick and a write-protected one. `$1` and `$2` are their folders.
const MOUNT: &str = "mount -t tmpfs -o size=8k tmpfs \"$1\"; mount -t tmpfs -o ro tmpfs \"$2\"";

#[test]
fn full_and_protected_and_missing_sticks_are_told() -> Result<()> {
    let mut scene = Scene::with(
        &[
            (virtual_nitrokey::Model::Nitrokey3, 0x0A0B_0C01),
            (virtual_nitrokey::Model::Nitrokey3, 0x0A0B_0C02),
        ],
        Answers::default(),
        |virtual_pc| ["FULL", "PROTECTED"].iter().try_for_each(|name| virtual_pc.plug_stick(name)),
    )?;
    let (full, protected) = (scene.virtual_pc.stick("FULL"), scene.virtual_pc.stick("PROTECTED"));
    let Some(command) = scene.virtual_pc.command_after(MOUNT, &[&full, &protected])? else {
        println!("mounting is not allowed here: full and protected sticks were not tried");
        return Ok(());
    };
    scene.typist = Typist::start_as(command, 80, 25)?;
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.goes(&answers.keys())?;
    typist.prints_cards(virtual_pc, answers)?;
    typist.at("bundle")?;
    typist.chooses(letters("FULL"))?;
    typist.sees(said("error-stick-full").with("stick", "FULL"))?;
    typist.sees("error-stick-full.now")?;
    typist.chooses(letters("PROTECTED"))?;
    typist.sees(said("error-stick-read-only").with("stick", "PROTECTED"))?;
    typist.sees("error-stick-read-only.now")?;
    typist.chooses(letters("COLDSPARE"))?;
    typist.sees("bundle-more-text")?;
    // Gone when the rehearsal wants it.
    virtual_pc.unplug_stick("COLDSPARE")?;
    typist.enter()?;
    typist.at("rehearse")?;
    typist.sees(said("error-stick-gone").with("stick", "COLDSPARE"))?;
    typist.sees("error-stick-gone.now")?;
    virtual_pc.plug_stick("COLDSPARE")?;
    typist.enter()?;
    typist.rehearses()?;
    scene.writes_both_and_ends().map(drop)
}
