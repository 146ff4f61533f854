//! The whole job on the appliance, in a computer that QEMU emulates, key by key: a ceremony with five share cards, the
//! loss of the primary, and the recovery from three of the cards onto a new Nitrokey, which GnuPG then uses.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use coldspare::backup::bundle;
use coldspare::ceremony::bundles;
use coldspare::machine::stick::folder::Mounted;
use coldspare_tests::appliance::Appliance;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Known, Terminal};
use coldspare_tests::virtual_pc::VirtualPc;
use secrecy::SecretString;
use virtual_nitrokey::Model::{self, Nitrokey3};

const NITROKEYS: [(Model, u32); 3] =
    [(Nitrokey3, 0x0A0B_0C01), (Nitrokey3, 0x0A0B_0C02), (Nitrokey3, 0x0A0B_0C03)];
const SERIALS: [&str; 3] = ["000F:0A0B0C01", "000F:0A0B0C02", "000F:0A0B0C03"];
const STICK: &str = "BACKUP";
const TRUSTEES: &[&str] = &["Grace Hopper", "Alan Turing", "Emmy Noether", "Claude Shannon", "Hedy Lamarr"];
/// The user PIN of the new Nitrokey. It opens nothing but a file.
const NEW_PIN: &str = "86420975";
const MESSAGE: &[u8] = b"read with the new Nitrokey";

fn say(text: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}

/// All of it; what is left lies in `out`.
pub(crate) fn demonstrate(out: &Path) -> Result<()> {
    let begun = Instant::now();
    say("\nTHE APPLIANCE, IN QEMU: switched on, and typed on key by key\n")?;
    let known = |number: usize| Known { number, serial: SERIALS[number] };
    let answers = Answers { trustees: TRUSTEES, needed: "3", ..Answers::default() };
    let hardware = || Ok::<_, anyhow::Error>(Hardware::from_stick(trial::image()?));

    let (mut appliance, mut typist) = Appliance::start(hardware()?, out, &NITROKEYS)?;
    appliance.computer().keep_pictures(&out.join("screens/ceremony"))?;
    appliance.plug_stick(STICK)?;
    let done = typist.whole_ceremony(&mut appliance, &answers, [known(0), known(1)], STICK, |_| Ok(()))?;
    let fingerprint = typist.ends()?;
    say(&format!(
        "    ceremony: key {fingerprint}; primary and spare are written, {} cards printed",
        done.cards.len()
    ))?;
    drop((appliance, typist));

    say("    the primary is lost: another day, another computer")?;
    let (mut appliance, mut typist) = Appliance::start(hardware()?, out, &NITROKEYS)?;
    appliance.computer().keep_pictures(&out.join("screens/recovery"))?;
    appliance.plug_stick(STICK)?;
    appliance.plug(1)?;
    let new_pin = SecretString::from(NEW_PIN);
    typist.whole_recovery(&mut appliance, &done, known(1), known(2), &new_pin, |_| Ok(()))?;
    typist.says_good_bye()?;
    typist.enter()?;
    typist.console.ends_well()?;
    appliance.stick(STICK)?.copy_to(&out.join("stick"))?;
    say("    recovery: three cards were scanned, the spare proven, a new primary written")?;
    drop((appliance, typist));

    uses(out, &fingerprint, &new_pin)?;
    say(&format!(
        "    GnuPG decrypts and signs with the new Nitrokey\n    ({:.0} seconds)",
        begun.elapsed().as_secs_f32()
    ))
}

/// Mail on the owner's own computer: GnuPG, with the new Nitrokey behind a real `pcscd`.
fn uses(out: &Path, fingerprint: &str, pin: &SecretString) -> Result<()> {
    let stick = out.join("stick");
    let folder = bundles(&Mounted::at(&stick))?.pop().context("no bundle")?;
    let public = fs::read(stick.join(folder).join(bundle::PUBLIC_KEY))?;
    let mut virtual_pc = VirtualPc::start(out, &NITROKEYS)?;
    virtual_pc.plug(2, 0)?;
    let gnupg = GnuPg::on(&virtual_pc, 0)?;
    gnupg.import(&public)?;
    gnupg.trust(fingerprint)?;
    gnupg.types(pin)?;
    gnupg.card_status()?;
    let somebody_else = GnuPg::new()?;
    somebody_else.import(&public)?;
    let message = somebody_else.encrypt(fingerprint, MESSAGE)?;
    ensure!(gnupg.decrypt(&message)? == MESSAGE, "another message came back");
    let signature = gnupg.sign(fingerprint, MESSAGE)?;
    let [_, primary] = somebody_else.verify(&signature, MESSAGE)?;
    ensure!(primary == fingerprint, "signed by {primary}");
    Ok(())
}
