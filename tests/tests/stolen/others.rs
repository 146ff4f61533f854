//! What the OpenPGP libraries of other programs make of a theft: Sequoia's, and RNP, which is Thunderbird's. They look at
//! the reason, as the screen that asks for it says.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{Change, Made, Meeting, PinChoice};
use coldspare::openpgp::{Identity, Reason};
use coldspare::plan::{Algorithm, Slot};
use coldspare_tests::fixtures;
use openpgp::parse::Parse;
use openpgp::serialize::stream::{Message, Signer};
use sequoia_openpgp as openpgp;

const TEXT: &[u8] = b"what was written\n";
const HOUR: Duration = Duration::from_secs(3600);

/// What has the stolen Nitrokey's key signs at that moment.
fn signature(identity: &Identity, at: SystemTime) -> Result<Vec<u8>> {
    let cert = openpgp::Cert::from_bytes(&identity.secret_armored()?)?;
    let print = identity.slot_fingerprint(Slot::Signature);
    let mut all = cert.keys().secret().filter(|key| key.key().fingerprint() == print);
    let key = all.next().context("no signing key")?.key().clone().into_keypair()?;
    let mut out = Vec::new();
    let mut message = Signer::new(Message::new(&mut out), key)?.detached().creation_time(at).build()?;
    message.write_all(TEXT)?;
    message.finalize()?;
    Ok(out)
}

fn succeeds(command: &mut Command) -> Result<bool> {
    Ok(command.output().with_context(|| format!("{command:?}"))?.status.success())
}

/// Whether Sequoia and RNP believe it, by this public key.
fn believe(folder: &Path, public: &[u8], signature: &[u8]) -> Result<[bool; 2]> {
    let [keyring, signed, text] = ["public.asc", "text.sig", "text"].map(|name| folder.join(name));
    for (path, bytes) in [(&keyring, public), (&signed, signature), (&text, TEXT)] {
        fs::write(path, bytes)?;
    }
    let mut rnp = Command::new("rnp");
    rnp.arg("--homedir").arg(folder).arg("--notty").arg("--keyfile").arg(&keyring);
    Ok([
        succeeds(Command::new("sqv").arg("--keyring").args([&keyring, &signed, &text]))?,
        succeeds(rnp.arg("--verify").arg(&signed).arg("--source").arg(&text))?,
    ])
}

fn after_a_theft(reason: Reason, algorithm: Algorithm, still: bool) -> Result<()> {
    let yesterday = SystemTime::now() - 24 * HOUR;
    let meeting = Meeting::new(fixtures::plan(algorithm, 2, 3)?)?;
    let mut made = Made::make(&meeting, PinChoice::Generated, yesterday, &mut |_| ())?;
    let (before, folder) = (made.identity().clone(), tempfile::tempdir()?);
    made.change(&Change::NewSubkeys(reason), SystemTime::now() - HOUR)?;
    let after = made.identity();
    let (old, new) = (before.public_armored()?, after.public_armored()?);
    let [signed, forged] = [yesterday + HOUR, SystemTime::now()].map(|at| signature(&before, at));
    let (signed, forged) = (signed?, forged?);
    let believe = |public: &[u8], signature: &[u8]| believe(folder.path(), public, signature);
    ensure!(
        believe(&old, &signed)? == [true; 2] && believe(&old, &forged)? == [true; 2],
        "before it was stolen"
    );
    ensure!(believe(&new, &signed)? == [still; 2], "what was signed before: {:?}", believe(&new, &signed)?);
    ensure!(believe(&new, &forged)? == [false; 2], "what the thief signs: {:?}", believe(&new, &forged)?);
    ensure!(
        believe(&new, &signature(after, SystemTime::now())?)? == [true; 2],
        "what is signed with the new one"
    );
    Ok(())
}

#[test]
fn sequoia_and_thunderbirds_library_believe_what_was_signed_before_if_nobody_knows_the_pin() -> Result<()> {
    [Algorithm::Curve25519, Algorithm::NistP256, Algorithm::Rsa2048]
        .into_iter()
        .try_for_each(|algorithm| after_a_theft(Reason::Superseded, algorithm, true))
}

#[test]
fn sequoia_and_thunderbirds_library_believe_nothing_of_it_if_the_pin_may_be_known() -> Result<()> {
    [Algorithm::Curve25519, Algorithm::NistP256, Algorithm::Rsa2048]
        .into_iter()
        .try_for_each(|algorithm| after_a_theft(Reason::Compromised, algorithm, false))
}

/// First the primary is stolen, and the spare stays as it is; then the spare is, or what took the primary's place.
fn after_two_thefts(reasons: [Reason; 2], algorithm: Algorithm, still: bool) -> Result<()> {
    let yesterday = SystemTime::now() - 24 * HOUR;
    let meeting = Meeting::new(fixtures::plan(algorithm, 2, 3)?)?;
    let mut made = Made::make(&meeting, PinChoice::Generated, yesterday, &mut |_| ())?;
    let (before, folder) = (made.identity().clone(), tempfile::tempdir()?);
    // Whoever has the spare puts the clock back.
    let signed = signature(&before, yesterday + HOUR)?;
    for (reason, ago) in reasons.into_iter().zip([20, 1]) {
        made.change(&Change::NewSubkeys(reason), SystemTime::now() - ago * HOUR)?;
    }
    let after = made.identity();
    let public = after.public_armored()?;
    let there = believe(folder.path(), &public, &signed)?;
    ensure!(there == [still; 2], "what the first ones signed, after {reasons:?}: {there:?}");
    let now = signature(after, SystemTime::now())?;
    ensure!(believe(folder.path(), &public, &now)? == [true; 2], "what is signed with the new one");
    // Whoever finds out afterwards that the PIN was known.
    let mut known = made.clone();
    known.change(&Change::ReplacedAreKnown, SystemTime::now())?;
    ensure!(believe(folder.path(), &known.identity().public_armored()?, &signed)? == [false; 2]);
    // Nothing is revoked for nothing, and once is enough.
    let mut again = made.clone();
    again.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    ensure!(believe(folder.path(), &again.identity().public_armored()?, &signed)? == [false; 2]);
    Ok(())
}

#[test]
fn the_subkeys_of_the_spare_that_stayed_are_compromised_if_that_is_stolen_later_with_its_pin() -> Result<()> {
    use Reason::{Compromised, Superseded};
    for algorithm in [Algorithm::Curve25519, Algorithm::NistP256] {
        after_two_thefts([Superseded, Compromised], algorithm, false)?;
        after_two_thefts([Superseded, Superseded], algorithm, true)?;
        after_two_thefts([Compromised, Superseded], algorithm, false)?;
    }
    Ok(())
}
