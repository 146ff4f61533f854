//! A Nitrokey is lost: a wrong PIN of the spare costs one try and no more; then a new Nitrokey takes the place of
//! the lost one.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::typist::{Answers, Printed, Typist};
use coldspare_tests::words::{letters, said};
use secrecy::ExposeSecret;
use virtual_nitrokey::Model::Nitrokey3;

use crate::scene::{PRIMARY, SPARE, Scene};

const NEW: &str = "000F:0A0B0C03";

/// Types the words of a card, as far as they are needed.
fn types_all_words(typist: &Typist, card: &Printed) -> Result<()> {
    for word in card.words()? {
        typist.console.keys(&format!("{} ", word.get(..4).unwrap_or(&word)))?;
    }
    typist.enter()
}

#[test]
fn a_wrong_pin_of_the_spare_is_told_and_a_new_nitrokey_takes_the_lost_ones_place() -> Result<()> {
    let keys = [0x0A0B_0C01, 0x0A0B_0C02, 0x0A0B_0C03].map(|number| (Nitrokey3, number));
    let mut scene = Scene::with(&keys, Answers::default(), |_| Ok(()))?;
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    let keys = scene.answers.keys();
    scene.typist.goes(&keys[..4])?;
    let fingerprint = scene.typist.fingerprint()?;
    let pin = scene.typist.looks_at_user_pin()?;
    scene.typist.goes(&keys[4..])?;
    scene.typist.prints_cards(&scene.virtual_pc, &scene.answers)?;
    scene.typist.bundles_and_rehearses("COLDSPARE")?;
    ensure!(scene.writes_both_and_ends()? == fingerprint);

    scene.typist = Typist::start(&scene.virtual_pc, 80, 25)?;
    let Scene { typist, virtual_pc, .. } = &mut scene;
    virtual_pc.unplug(0)?;
    typist.goes_home()?;
    typist.chooses("lost")?;
    typist.at("lost-left")?;
    typist.enter()?;
    typist.at("lost-spare")?;
    typist.enter()?;
    typist.at("lost-from")?;
    typist.enter()?;
    typist.at("clock")?;
    typist.enter()?;
    typist.at("lost-bundle")?;
    typist.chooses(letters("COLDSPARE"))?;
    typist.at("lost-cards")?;
    types_all_words(typist, &Printed::find(virtual_pc, 0, 3)?)?;
    typist.sees(said("lost-cards-thanks").with("card", 3).with("missing", 1))?;
    // The same card does not count twice.
    types_all_words(typist, &Printed::find(virtual_pc, 0, 3)?)?;
    typist.sees(said("error-gather-doubled").with("card", 3))?;
    typist.sees(said("lost-cards-there").with("card", "3").with("missing", 1))?;
    types_all_words(typist, &Printed::find(virtual_pc, 0, 1)?)?;
    typist.sees(said("lost-cards-thanks").with("missing", 0))?;
    typist.enter()?;
    typist.at("lost-back")?;
    typist.sees("lost-back-good")?;
    typist.enter()?;
    typist.at("lost-way")?;
    typist.chooses("lost-way-spare")?;
    typist.at("lost-prove")?;
    typist.sees("lost-prove-here")?;
    typist.enter()?;
    typist.sees("lost-prove-pin")?;
    typist.line("wrong1")?;
    typist.sees(said("error-nitrokey-wrong-pin").with("serial", SPARE).with("left", 2))?;
    typist.line(pin.expose_secret())?;
    typist.sees("lost-prove-good")?;
    typist.enter()?;

    // The spare is not taken for the new one.
    typist.at(said("write").with("role", Role::Primary))?;
    typist.chooses(letters(SPARE))?;
    typist.sees("error-ceremony-already-flashed")?;
    virtual_pc.unplug(1)?;
    virtual_pc.plug(2, 0)?;
    typist.chooses(letters(NEW))?;
    typist.at("confirm")?;
    typist.line("0C03")?;
    // The backup does not hold the user PIN.
    typist.at("write-user")?;
    typist.line("246813")?;
    typist.line("246813")?;
    typist.proven(NEW)?;
    typist.learns_codes()?;
    typist.at("lost-done")?;
    typist.sees(letters(SPARE))?;
    typist.sees(letters(NEW))?;
    let list = scene.list()?;
    ensure!(list.contains(NEW) && list.contains("Ada Lovelace") && !list.contains(PRIMARY), "{list}");
    Ok(())
}
