//! The section on theft, without Coldspare: new subkeys, the old ones revoked; and the end of it all.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::STOLEN;
use coldspare::plan::Algorithm::{self, BrainpoolP256, Curve25519, NistP256, Rsa2048};
use coldspare::plan::Slot;
use coldspare_tests::VirtualBus;
use coldspare_tests::debian::{self, Cards, Terminal};
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::typed_from_the_guide::typed;

/// Begins where the secret key came back by hand.
fn ends_the_stolen_keys(algorithm: Algorithm, gnupg: &GnuPg) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let plan = fixtures::plan(algorithm, 2, 3)?;
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ())?;
    let (bundle, identity) = (stick.path().join(&prepared.folder), prepared.made.identity());
    let print = identity.fingerprint();
    gnupg.types(&"the passphrase of 1 recovered key".into())?;
    let recovered = debian::recover(&bundle, &prepared.sealed.shares()[..2], Cards::Lines, gnupg)?;
    let friend = GnuPg::new()?;
    friend.import(&identity.public_armored()?)?;
    let old_mail = friend.encrypt(&print, b"of before")?;
    let old_signature = gnupg.sign(&print, b"of before")?;

    let mut terminal = Terminal::open(recovered.folder(), gnupg)?;
    let commands = typed(&bundle, STOLEN)?;
    let all = commands.iter().position(|c| c.contains("compromised.asc")).context("it ends nothing")?;
    let (new_subkeys, the_end) = commands.split_at(all);
    for command in new_subkeys {
        terminal.run(command)?;
    }
    friend.import(&recovered.file("renewed-key.asc")?)?;
    let listed = String::from_utf8(friend.gpg(&["--with-colons", "-k", &print], b"")?)?;
    let subkeys = |state: &str| listed.lines().filter(|line| line.starts_with(state)).count();
    ensure!((subkeys("sub:r:"), subkeys("sub:-:")) == (3, 3), "{listed}");
    let decryption = identity.slot_fingerprint(Slot::Decryption).to_hex();
    ensure!(
        friend.encrypt(&format!("{decryption}!"), b"no more").is_err(),
        "it still encrypts to the old one"
    );
    let mail = friend.encrypt(&print, b"to the new one")?;
    ensure!(gnupg.decrypt(&mail)? == b"to the new one" && gnupg.decrypt(&old_mail)? == b"of before");
    let [by, _] = friend.verify(&gnupg.sign(&print, b"new")?, b"new")?;
    ensure!(by != identity.slot_fingerprint(Slot::Signature).to_hex(), "the old one has signed");
    // As the guide says: GnuPG calls what was signed before signed by a revoked key.
    let file = friend.home().join("old-signature");
    fs::write(&file, &old_signature)?;
    let arguments =
        ["--status-fd".as_ref(), "1".as_ref(), "--verify".as_ref(), file.as_os_str(), "-".as_ref()];
    let status = String::from_utf8_lossy(&friend.gpg(&arguments, b"of before")?).into_owned();
    ensure!(status.contains("REVKEYSIG"), "{status}");
    let secret = String::from_utf8(recovered.file("new-secret-key.asc")?)?;
    ensure!(secret.contains("BEGIN PGP PRIVATE KEY BLOCK"));

    for command in the_end {
        terminal.run(command)?;
    }
    friend.import(&recovered.file("revoked-key.asc")?)?;
    ensure!(friend.encrypt(&print, b"no more").is_err(), "it still encrypts to who has ended it");
    ensure!(gnupg.decrypt(&old_mail)? == b"of before", "what was encrypted before is not read any more");
    Ok(())
}

#[test]
fn a_thief_s_subkeys_end_and_new_ones_take_their_place() -> Result<()> {
    for algorithm in [Curve25519, Rsa2048, NistP256, BrainpoolP256] {
        ends_the_stolen_keys(algorithm, &GnuPg::new()?).with_context(|| algorithm.to_string())?;
    }
    Ok(())
}

#[test]
fn a_thief_s_subkeys_end_and_new_ones_take_their_place_with_gnupg_2_4() -> Result<()> {
    for algorithm in [Curve25519, Rsa2048] {
        ends_the_stolen_keys(algorithm, &GnuPg::new()?.on_trixie()?)
            .with_context(|| algorithm.to_string())?;
    }
    Ok(())
}
