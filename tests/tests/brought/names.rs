//! User ids by which nobody finds a key: too long for GnuPG, empty, for their owner alone. A name is asked for then.

use anyhow::ensure;
use coldspare::openpgp::Standing;
use coldspare_tests::gnupg::GnuPg;
use openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp as openpgp;

use super::gnupgs::{ADA, Export, certifies, curve, decrypts, lives_with_gnupg, years_ago, years_long};
use super::*;

fn with(ids: &[(Vec<u8>, SignatureBuilder)]) -> Result<Export> {
    let made = years_ago(5);
    let mut export = Export::of(curve(true, made)?);
    for (id, says) in ids {
        export = export.id(id.clone(), says.clone())?;
    }
    export.subkey(curve(false, made)?, [decrypts(made)?])
}

fn taken_by_gnupg(bytes: &[u8]) -> Result<()> {
    GnuPg::new()?.gpg(&["--import"], bytes)?;
    GnuPg::new()?.on_trixie()?.gpg(&["--import"], bytes)?;
    Ok(())
}

#[test]
fn a_name_that_gnupg_cannot_read_is_left_out_and_said_to_be() -> Result<()> {
    let says = certifies(years_ago(5))?.set_key_validity_period(years_long(9))?;
    let (longest, longer) = (vec![b'x'; 2048], vec![b'x'; 2049]);
    // With one of the most that GnuPG reads nothing happens.
    let inventory = with(&[(longest.clone(), says.clone())])?.inventory()?;
    ensure!(inventory.remains().names == 0 && !inventory.needs_user_id());
    let alone = with(&[(longer.clone(), says.clone())])?;
    ensure!(taken_by_gnupg(&alone.bytes()?).is_err(), "GnuPG reads it after all");
    let inventory = alone.inventory()?;
    ensure!(inventory.remains().names == 1 && inventory.needs_user_id());
    let mended = identity(&inventory)?;
    assert_eq!(mended.user_ids(), [ADA]);
    assert_eq!(mended.parts()[0].expires, inventory.parts()[0].expires, "it lost its day");
    let uses = mended.parts()[0].uses;
    ensure!(uses.certify && !uses.sign, "it has other uses now: {uses:?}");
    taken_by_gnupg(&mended.secret_armored()?)?;
    lives_with_gnupg(&mended)?;
    // Beside one that is read it is missed by nobody.
    let inventory = with(&[(longer, says.clone()), (b"Countess".to_vec(), says)])?.inventory()?;
    ensure!(inventory.remains().names == 1 && !inventory.needs_user_id());
    let mended = identity(&inventory)?;
    assert_eq!(mended.user_ids(), ["Countess"]);
    lives_with_gnupg(&mended)
}

#[test]
fn a_name_in_which_nothing_stands_is_asked_for() -> Result<()> {
    for empty in [&b""[..], b"\n", b" \r\n\t ", b"<>", "\u{200b}".as_bytes()] {
        let says =
            certifies(years_ago(5))?.set_primary_userid(true)?.set_key_validity_period(years_long(9))?;
        let inventory = with(&[(empty.to_vec(), says)])?.inventory()?;
        ensure!(inventory.needs_user_id(), "{empty:?} is taken for a name");
        assert_eq!(inventory.user_ids()[0].standing, Standing::Empty);
        let mended = identity(&inventory)?;
        assert_eq!(mended.user_ids(), [ADA], "{empty:?}");
        assert_eq!(mended.parts()[0].expires, inventory.parts()[0].expires, "it lost its day");
        lives_with_gnupg(&mended)?;
        let gnupg = GnuPg::new()?;
        gnupg.gpg(&["--import"], &mended.public_armored()?)?;
        let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
        let first = listed.lines().find(|line| line.starts_with("uid:")).context("no name")?;
        ensure!(first.contains("Ada Lovelace"), "{listed}");
    }
    Ok(())
}

#[test]
fn a_name_for_its_owner_alone_is_given_to_nobody_and_another_one_is_asked_for() -> Result<()> {
    let local = || -> openpgp::Result<SignatureBuilder> {
        certifies(years_ago(5))?.set_exportable_certification(false)
    };
    let inventory = with(&[(b"Secret".to_vec(), local()?)])?.inventory()?;
    ensure!(inventory.needs_user_id() && inventory.left_out().local == 1);
    let mended = identity(&inventory)?;
    assert_eq!(mended.user_ids(), [ADA]);
    ensure!(mended.public().userids().all(|id| id.userid().value() != b"Secret"));
    lives_with_gnupg(&mended)?;
    let inventory =
        with(&[(b"Secret".to_vec(), local()?), (ADA.as_bytes().to_vec(), certifies(years_ago(5))?)])?
            .inventory()?;
    ensure!(!inventory.needs_user_id());
    assert_eq!(identity(&inventory)?.user_ids(), [ADA], "a local name stands in what everybody gets");
    Ok(())
}

/// In a slot it has to be in the public key; elsewhere it stays what its owner wanted.
#[test]
fn a_subkey_for_its_owner_alone_is_given_to_everybody_only_with_a_slot() -> Result<()> {
    let made = years_ago(5);
    let local =
        || -> openpgp::Result<SignatureBuilder> { decrypts(made)?.set_exportable_certification(false) };
    let export =
        Export::of(curve(true, made)?).id(ADA, certifies(made)?)?.subkey(curve(false, made)?, [local()?])?;
    let inventory = export.inventory()?;
    let print = inventory.parts()[1].fingerprint.clone();
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    let places = inventory.preset(&plan)?;
    assert_eq!(places[Slot::Decryption as usize], Goes::Yours(print.clone()));
    let placed = inventory.identity(&places, &plan, SystemTime::now())?;
    lives_with_gnupg(&placed)?;
    let public =
        |identity: &Identity| identity.public().keys().any(|key| key.key().fingerprint().to_hex() == print);
    ensure!(public(&placed), "it is in a slot and in nobody's public key");
    let elsewhere = inventory.identity(&[Goes::New, Goes::New, Goes::New], &plan, SystemTime::now())?;
    ensure!(!public(&elsewhere), "it was given to everybody");
    Ok(())
}
