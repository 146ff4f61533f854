//! A key is lost: a wrong PIN of the spare costs one try and no more; then a new Nitrokey takes the place of
//! the lost one.

use anyhow::{Result, ensure};
use coldspare_tests::typist::{Answers, Printed, Typist};
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
    typist.chooses("A key is lost")?;
    typist.at("Do not worry. What is left?")?;
    typist.enter()?;
    typist.at("Use the spare")?;
    typist.enter()?;
    typist.at("Where is the backup?")?;
    typist.enter()?;
    typist.at("What time is it?")?;
    typist.enter()?;
    typist.at("The stick with the backup")?;
    typist.chooses("COLDSPARE")?;
    typist.at("The share cards")?;
    types_all_words(typist, &Printed::find(virtual_pc, 0, 3)?)?;
    typist.sees("Card 3, thank you: one more.")?;
    // The same card does not count twice.
    types_all_words(typist, &Printed::find(virtual_pc, 0, 3)?)?;
    typist.sees("Card 3 was here already.")?;
    typist.sees("Read so far: 3. One more is needed.")?;
    types_all_words(typist, &Printed::find(virtual_pc, 0, 1)?)?;
    typist.sees("that is enough.")?;
    typist.enter()?;
    typist.at("Everything is back")?;
    typist.sees("Each of them works.")?;
    typist.enter()?;
    typist.at("What do you want to do with the keys?")?;
    typist.chooses("Prove the spare")?;
    typist.at("Prove the spare")?;
    typist.sees("It says that your keys are on it.")?;
    typist.enter()?;
    typist.sees("A wrong one costs a try.")?;
    typist.line("wrong1")?;
    typist.sees(&format!("Nitrokey {SPARE}: the user PIN is wrong. 2 tries are left."))?;
    typist.line(pin.expose_secret())?;
    typist.sees("The spare is good.")?;
    typist.enter()?;

    // The spare is not taken for the new one.
    typist.at("Write the primary")?;
    typist.chooses(SPARE)?;
    typist.sees("was written already, as")?;
    virtual_pc.unplug(1)?;
    virtual_pc.plug(2, 0)?;
    typist.chooses(NEW)?;
    typist.at("This one?")?;
    typist.line("0C03")?;
    // The backup does not hold the user PIN.
    typist.at("A new user PIN")?;
    typist.line("246813")?;
    typist.line("246813")?;
    typist.proven(NEW)?;
    typist.at("What you have now")?;
    typist.sees(SPARE)?;
    typist.sees(NEW)?;
    let list = scene.list()?;
    ensure!(list.contains(NEW) && list.contains("Lovelace<<Ada") && !list.contains(PRIMARY), "{list}");
    Ok(())
}
