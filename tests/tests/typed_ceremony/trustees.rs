//! A trustee changes: new cards are printed and read back, and the new bundle comes onto a fresh stick. The new cards alone
//! open it; the old cards and the old stick are as they were.

use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{Recovery, Rehearsed, bundles};
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::Algorithm;
use coldspare_tests::typist::{Answers, Terminal};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::{letters, said};
use coldspare_tests::{VirtualBus, fixtures};

use crate::scene::Scene;

/// What these cards open on the only bundle of this stick.
fn opened(virtual_pc: &VirtualPc, stick: &str, cards: &[Share]) -> Result<Rehearsed> {
    let stick = Mounted::at(virtual_pc.stick(stick));
    let folder = bundles(&stick)?.pop().context("no bundle")?;
    let mut recovery = Recovery::from_bundle(&stick, &folder)?;
    for card in cards {
        recovery.add(card.clone())?;
    }
    Ok(recovery.recover()?)
}

#[test]
fn new_cards_are_read_back_and_they_alone_open_the_new_bundle() -> Result<()> {
    let mut old = Vec::new();
    let trustees = &["Niels Bohr", "Alan Turing", "Emmy Noether"];
    let mut scene = Scene::with(&[], Answers { trustees, ..Answers::default() }, |virtual_pc| {
        let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
        let stick = virtual_pc.stick("COLDSPARE");
        let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], &stick, &mut |_| ())?;
        old = prepared.sealed.shares().to_vec();
        virtual_pc.plug_stick("FRESH")
    })?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.goes_home()?;
    typist.chooses("deal")?;
    typist.at("deal-what")?;
    typist.chooses("deal-what-people")?;
    for step in ["deal-means", "lost-from", "clock"] {
        typist.at(step)?;
        typist.enter()?;
    }
    typist.at("lost-bundle")?;
    typist.chooses(letters("COLDSPARE"))?;
    typist.at("lost-cards")?;
    for (count, card) in (1..=2).zip(&old) {
        typist.line(&card.to_text())?;
        typist
            .sees(said("lost-cards-thanks").with("card", usize::from(card.x)).with("missing", 2 - count))?;
    }
    typist.enter()?;
    typist.at("deal-back")?;
    typist.enter()?;
    typist.at("deal-who")?;
    typist.chooses("deal-who-others")?;
    for step in ["cards", "needed"] {
        typist.at(step)?;
        typist.enter()?;
    }
    typist.at("trustees")?;
    typist.empties()?;
    typist.line("Niels Bohr")?;
    typist.enter()?;
    typist.enter()?;
    typist.at("notes")?;
    for _ in trustees {
        typist.enter()?;
    }
    typist.at("deal-new")?;
    typist.enter()?;
    let cards = typist.prints_cards(virtual_pc, answers)?;
    typist.at("deal-bundle")?;
    typist.chooses(letters("FRESH"))?;
    typist.sees("bundle-more-text")?;
    typist.enter()?;
    typist.at("renew-rehearse")?;
    typist.sees("rehearse-done-paper")?;
    typist.enter()?;
    for step in ["deal-old", "results"] {
        typist.at(step)?;
        typist.enter()?;
    }
    typist.at("deal-done")?;
    typist.chooses("done-off")?;
    typist.at("farewell")?;
    typist.enter()?;
    typist.console.ends_well()?;

    let new = cards.iter().map(|card| Ok(Share::parse(&card.code()?)?)).collect::<Result<Vec<_>>>()?;
    let back = opened(virtual_pc, "FRESH", &new[1..])?;
    ensure!(back.plan().trustees[0].name == "Niels Bohr", "other trustees");
    ensure!(opened(virtual_pc, "FRESH", &old[..2]).is_err(), "old cards open it");
    let before = opened(virtual_pc, "COLDSPARE", &old[1..])?;
    ensure!(before.identity().fingerprint() == back.identity().fingerprint(), "other keys");
    Ok(())
}
