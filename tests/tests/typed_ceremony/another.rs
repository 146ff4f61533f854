//! The spare comes a week later: it is written with the primary plugged in as well, which is not touched, and GnuPG
//! uses both.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::typist::{Terminal, Typist};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::{letters, said};
use secrecy::{ExposeSecret, SecretString};

use crate::scene::{PRIMARY, SPARE, Scene};

/// The owner's GnuPG, with this Nitrokey.
fn owner(
    virtual_pc: &VirtualPc,
    reader: u8,
    public: &[u8],
    fingerprint: &str,
    pin: &SecretString,
) -> Result<GnuPg> {
    let gnupg = GnuPg::on(virtual_pc, reader)?;
    gnupg.import(public)?;
    gnupg.trust(fingerprint)?;
    gnupg.types(pin)?;
    Ok(gnupg)
}

/// What its card says of how often it has signed.
fn signatures(gnupg: &GnuPg) -> Result<String> {
    let status = gnupg.card_status()?;
    let line = status.lines().find(|line| line.starts_with("Signature counter"));
    line.map(ToOwned::to_owned).context("no counter")
}

#[test]
fn a_spare_that_comes_later_is_written_beside_the_primary_and_gnupg_uses_both() -> Result<()> {
    let mut scene = Scene::new()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.plans(answers)?;
    virtual_pc.plug(0, 0)?;
    typist.meets("primary", PRIMARY)?;
    typist.at(said("meet").with("role", Role::SPARE))?;
    typist.console.keys("2")?;
    // It is said before anything is made.
    typist.sees(said("meet-later-note").with("needed", 2))?;
    typist.chooses("meet-later")?;
    let stops = answers.keys();
    typist.goes(&stops[..4])?;
    let fingerprint = typist.fingerprint()?;
    let pin = typist.looks_at_user_pin()?;
    typist.goes(&stops[4..])?;
    let cards = typist.prints_cards(virtual_pc, answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.writes("primary", PRIMARY)?;
    typist.at(said("write").with("role", Role::SPARE))?;
    typist.sees(said("nitrokey-ours-role").with("role", Role::Primary))?;
    typist.chooses("write-later")?;
    typist.at("results")?;
    typist.enter()?;
    typist.sees(said("done-later").with("k", 2))?;
    typist.chooses("done-off")?;
    typist.at("farewell")?;
    typist.enter()?;
    typist.console.ends_well()?;

    // For a week the owner signs with the primary: to write it anew would set its counter back.
    let public = virtual_pc.stick("COLDSPARE").join(format!("coldspare-{}", &fingerprint[32..]));
    let public = fs::read(public.join("public-key.asc"))?;
    let used = {
        let gnupg = owner(virtual_pc, 0, &public, &fingerprint, &pin)?;
        // GnuPG 2.2 knows of a card's keys once it has looked at the card.
        signatures(&gnupg)?;
        gnupg.sign(&fingerprint, b"a letter")?;
        gnupg.sign(&fingerprint, b"another one")?;
        signatures(&gnupg)?
    };

    *typist = Typist::start(virtual_pc, 80, 25)?;
    virtual_pc.plug(1, 1)?;
    typist.goes_home()?;
    typist.chooses("another")?;
    typist.at("another")?;
    typist.sees("another-stays")?;
    typist.enter()?;
    typist.at("lost-from")?;
    typist.enter()?;
    typist.opens("COLDSPARE", &cards, 2, "another-back")?;
    typist.at("another-role")?;
    typist.selected("name-role-spare")?;
    typist.sees("another-role-unmet")?;
    typist.enter()?;
    typist.at(said("write").with("role", Role::SPARE))?;
    typist.sees("nitrokey-ours-primary")?;
    typist.selected(letters(SPARE))?;
    typist.enter()?;
    typist.at("confirm")?;
    typist.line("0C02")?;
    // The backup does not hold the user PIN: the same as the primary's is typed.
    typist.at("write-user")?;
    typist.line(pin.expose_secret())?;
    typist.line(pin.expose_secret())?;
    typist.proven(SPARE)?;
    typist.learns_codes()?;
    typist.at("lost-done")?;
    typist.sees(letters(SPARE))?;
    typist.chooses("lost-done-home")?;

    for reader in 0..2 {
        let gnupg = owner(virtual_pc, reader, &public, &fingerprint, &pin)?;
        ensure!(reader != 0 || signatures(&gnupg)? == used, "the primary was written to");
        let card = gnupg.card_status()?;
        ensure!(card.contains(["0A0B0C01", "0A0B0C02"][usize::from(reader)]), "{card}");
        let message = gnupg.encrypt(&fingerprint, b"to the owner")?;
        ensure!(gnupg.decrypt(&message)? == b"to the owner", "another message came back");
        let signature = gnupg.sign(&fingerprint, b"by the owner")?;
        let [_, primary] = gnupg.verify(&signature, b"by the owner")?;
        ensure!(primary == fingerprint, "signed by {primary}");
    }
    Ok(())
}
