//! The largest job there is, on the smallest computer. It takes long: only if all tests are wanted.

use anyhow::{Result, ensure};
use coldspare_tests::appliance::Appliance;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Known};
use virtual_nitrokey::Model::Nitrokey3;

const NUMBERS: [u32; 2] = [0x4A4B_4C4D, 0x5A5B_5C5D];
const TRUSTEES: [&str; 16] = [
    "Grace Hopper",
    "Alan Turing",
    "Emmy Noether",
    "Carl Gauss",
    "Sophie Germain",
    "Leonhard Euler",
    "Mary Somerville",
    "Evariste Galois",
    "Sofia Kovalevskaya",
    "Pierre de Fermat",
    "Hedy Lamarr",
    "Blaise Pascal",
    "Maria Agnesi",
    "Niels Abel",
    "Rozsa Peter",
    "Kurt Goedel",
];

#[test]
fn rsa_4096_with_16_cards_fits_into_128_mebibytes() -> Result<()> {
    if !coldspare_tests::all() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let answers = Answers { algorithm: "4", trustees: &TRUSTEES, needed: "16", ..Answers::default() };
    let nitrokeys = NUMBERS.map(|number| (Nitrokey3, number));
    let known = [Known { number: 0, serial: "000F:4A4B4C4D" }, Known { number: 1, serial: "000F:5A5B5C5D" }];
    let hardware = Hardware::from_stick(trial::image()?).memory(128);
    let (mut appliance, mut typist) = Appliance::start(hardware, folder.path(), &nitrokeys)?;
    typist.sees("language")?;
    appliance.computer().unplug_start()?;
    appliance.plug_stick("BACKUP")?;
    let done = typist.whole_ceremony(&mut appliance, &answers, known, "BACKUP", |_| Ok(()))?;
    typist.at("results")?;
    ensure!(done.cards.len() == TRUSTEES.len(), "{} cards came out of the printer", done.cards.len());
    Ok(())
}
