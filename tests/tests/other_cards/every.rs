//! Every card and every algorithm: what is accepted when it is met is written and proven, and what is not leaves the
//! card as it was.

use std::fmt::Write as _;

use super::*;

/// Each with what it is like.
pub(crate) const CARDS: [(&str, Model, &[Trait]); 16] = [
    ("Nitrokey 3", Model::Nitrokey3, &[]),
    ("Nitrokey 3, secure element", Model::Nitrokey3SecureElement, &[]),
    ("Pro, first generation", Model::Pro1, &[]),
    ("Pro 2", Model::Pro2, &[]),
    ("Start", Model::Start, &[]),
    ("another maker's", Model::Pro2, &[SMARTPGP]),
    ("another maker's, reset refused", Model::Pro2, &[SMARTPGP, Trait::ResetRefused]),
    ("ZeitControl's number, reset refused", Model::Pro2, &[Trait::ResetRefused]),
    ("reader with short commands", Model::Pro2, &[Trait::ShortReader]),
    ("the same with a Nitrokey 3", Model::Nitrokey3, &[Trait::ShortReader]),
    ("card with short commands", Model::Pro2, &[Trait::ShortCommands]),
    ("no import", Model::Pro2, &[Trait::NoImport]),
    ("attributes fixed", Model::Pro2, &[Trait::FixedAttributes]),
    ("version 2, no list", Model::Pro1, &[Trait::Maker(0x0006)]),
    ("version 2, attributes fixed", Model::Pro1, &[Trait::Maker(0x0006), Trait::FixedAttributes]),
    ("6285 late", Model::Nitrokey3, &[Trait::Maker(0xF1D0), Trait::LateTermination]),
];

#[test]
fn what_is_accepted_is_written_and_proven_and_what_is_not_leaves_the_card_as_it_was() {
    let mut table = String::new();
    let (mut proven, mut refused) = (0, 0);
    for algorithm in Algorithm::ALL.iter().copied() {
        let mut scene = Scene::with(algorithm, Model::Nitrokey3, &[]);
        for (nth, (name, model, traits)) in CARDS.into_iter().enumerate() {
            let number = 0x0B00_0000 + u32::try_from(nth).unwrap();
            scene.key = traits.iter().fold(fixtures::key(model, number).unwrap(), |key, one| key.with(*one));
            scene.bus = VirtualBus::with(&[&scene.key]);
            scene.serial = fixtures::serial(&scene.key);
            let before = fixtures::info(&scene.bus, scene.serial).unwrap();
            let met =
                Meeting::new(scene.prepared.made.plan().clone()).unwrap().meet(before.clone()).map(drop);
            let mut flashed = scene.flash(&Unlock::FactoryReset);
            if met.is_err() {
                assert!(flashed.is_err(), "{name}, {algorithm}");
                assert_eq!(fixtures::info(&scene.bus, scene.serial).unwrap(), before, "{name}, {algorithm}");
                refused += 1;
                continue;
            }
            if traits.contains(&Trait::ResetRefused) {
                assert_eq!(fixtures::info(&scene.bus, scene.serial).unwrap(), before, "{name}, {algorithm}");
                flashed = scene.flash(&Unlock::FactoryReset);
            }
            scene.prove(&flashed.unwrap_or_else(|error| panic!("{name}, {algorithm}: {error}")));
            assert_eq!(scene.tries(), tries(3, 3, 3), "{name}, {algorithm}");
            // And once more, from a card that is in use.
            let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
            scene.prove(&flashed);
            proven += 1;
            writeln!(table, "{name}: {algorithm}").unwrap();
        }
    }
    println!("{table}{proven} written and proven, twice each; {refused} refused and left as they were");
    assert_eq!(proven + refused, CARDS.len() * Algorithm::ALL.len());
}
