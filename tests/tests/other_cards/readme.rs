//! What could not be tried for real, the README says: on what each model was tried, and whatever a virtual card or its reader
//! does as others do.

use super::*;

const README: &str = include_str!("../../../README.md");

/// All that there is; [`of_trait`] does not compile without a new one.
const TRAITS: [Trait; 10] = [
    SMARTPGP,
    Trait::ResetRefused,
    Trait::ShortReader,
    Trait::ShortCommands,
    Trait::NoAlgorithmList,
    Trait::FixedAttributes,
    Trait::ShortExponent,
    Trait::NoImport,
    Trait::TellsNothing,
    Trait::LateTermination,
];

fn of_trait(one: Trait) -> &'static str {
    match one {
        Trait::Maker(_) => "**Other makers' cards**",
        Trait::ResetRefused => "without a reset",
        Trait::ShortReader => "**readers** that pass on short commands alone",
        Trait::ShortCommands => "with short commands alone",
        Trait::NoAlgorithmList => "without an algorithm list",
        Trait::FixedAttributes => "with fixed algorithms",
        Trait::ShortExponent => "with 17 bits for an exponent",
        Trait::NoImport => "without import",
        Trait::TellsNothing => "that say nothing of themselves",
        Trait::LateTermination => "that say late that they were terminated",
    }
}

fn of_model(model: Model) -> &'static str {
    match model {
        Model::Nitrokey3 => "the **Nitrokey 3** is its own firmware's crates (`opcard`)",
        Model::Nitrokey3SecureElement => "with its **secure element** on it is the same",
        Model::Start => "The **Start** is the same with what the source of its own firmware",
        Model::Pro1 | Model::Pro2 => "**Pro and Storage**, of both generations, are Nitrokey 3 firmware",
    }
}

#[test]
fn the_readme_says_of_each_model_and_of_each_trait_on_what_it_was_tried() {
    let (_, section) = README.split_once("\n## What could not be tried for real\n").unwrap();
    let section = section.split("\n## ").next().unwrap_or_default();
    let section = section.split_whitespace().collect::<Vec<_>>().join(" ");
    let of_all = Model::ALL.map(of_model).into_iter().chain(TRAITS.map(of_trait));
    let honest = [
        "**No real Nitrokey** was written by the tests",
        "are traits of the virtual card, after the standards and what SmartPGP, CanoKey and ykneo-openpgp did",
        "the firmware itself was run in emulation, outside these tests",
        "No virtual Nitrokey takes **Brainpool** keys",
    ];
    for said in of_all.chain(honest) {
        assert!(section.contains(said), "the README does not say: {said}");
    }
}
