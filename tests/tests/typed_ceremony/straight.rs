//! The straight way, from switching on to the farewell; afterwards GnuPG uses what was written.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::typist::{all_met, paper};
use coldspare_tests::words::{letters, said};

use crate::scene::{PRIMARY, SPARE, Scene};

#[test]
fn an_owner_types_a_whole_ceremony_and_gnupg_uses_what_was_written() -> Result<()> {
    let mut scene = Scene::new()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;

    typist.plans(answers)?;
    typist.at(said("meet").with("role", Role::Primary))?;
    typist.sees(said("meet-insert").with("role", Role::Primary))?;
    virtual_pc.plug(0, 0)?;
    typist.selected(letters(PRIMARY))?;
    typist.enter()?;
    typist.at(said("meet").with("role", Role::SPARE))?;
    virtual_pc.plug(1, 1)?;
    typist.selected(letters(SPARE))?;
    typist.enter()?;
    typist.goes(&[all_met()])?;

    let stops = answers.keys();
    typist.goes(&stops[..4])?;
    let fingerprint = typist.fingerprint()?;
    let pin = typist.looks_at_user_pin()?;
    typist.goes(&stops[4..])?;

    typist.goes(&paper())?;
    for x in 1..=3 {
        let card = typist.prints_card(virtual_pc, answers, x)?;
        match x {
            2 => typist.types_words(&card)?,
            _ => typist.scans(&card)?,
        }
        typist.enter()?;
    }
    typist.wants_no_more_paper()?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;
    ensure!(typist.ends()? == fingerprint, "another fingerprint at the end");

    let bundle = virtual_pc.stick("COLDSPARE").join(format!("coldspare-{}", &fingerprint[32..]));
    let bundles: Vec<_> =
        fs::read_dir(virtual_pc.stick("COLDSPARE"))?.flatten().map(|e| e.file_name()).collect();
    let public = fs::read(bundle.join("public-key.asc")).with_context(|| format!("{bundles:?}"))?;
    for reader in 0..2 {
        let gnupg = GnuPg::on(virtual_pc, reader)?;
        let imported = gnupg.import(&public)?;
        ensure!(imported.contains(&fingerprint), "not {fingerprint}: {imported}");
        gnupg.trust(&fingerprint)?;
        gnupg.types(&pin)?;
        let card = gnupg.card_status()?;
        ensure!(card.contains(["0A0B0C01", "0A0B0C02"][usize::from(reader)]), "{card}");
        let somebody_else = GnuPg::new()?;
        somebody_else.import(&public)?;
        let message = somebody_else.encrypt(&fingerprint, b"to the owner")?;
        ensure!(gnupg.decrypt(&message)? == b"to the owner", "another message came back");
        let signature = gnupg.sign(&fingerprint, b"by the owner")?;
        let [_, primary] = somebody_else.verify(&signature, b"by the owner")?;
        ensure!(primary == fingerprint, "signed by {primary}");
    }
    Ok(())
}
