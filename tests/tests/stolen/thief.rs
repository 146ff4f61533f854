//! The thief can sign with the stolen Nitrokey, and may have a stick in hands: what is inside the sealed backup wins.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::{Moment, bundle};
use coldspare::ceremony::{Change, Claim, Outside, bundles};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Kept, Reason, sign_cleartext};
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::gnupg::GnuPg;

use super::made;
use super::ours::{From, on_stick, prints, renewed};

/// A manifest for the old sealed backup and one for the new, signed with the stolen Nitrokey: both say that they are the
/// newest, and that other cards are the owner's.
#[test]
fn what_the_thief_signs_with_the_stolen_nitrokey_does_not_win() -> Result<()> {
    let ours = made(Curve25519)?;
    let old = ours.opened(From::Stick)?;
    let new = renewed(old.made(), Reason::Compromised)?;
    let folder = bundles(&Mounted::at(new.stick.path()))?.into_iter().next().context("no bundle")?;
    let claim = |stick: &Path| Claim::read(&Mounted::at(stick), &folder);
    let (first, second) = (claim(&ours.stick)?, claim(new.stick.path())?);
    ensure!(first.is_older_than(&second));
    let true_list = new.sealed.manifest();
    let later = Moment::parse("2099-01-01T12:00:00Z").context("no moment")?;
    // With the public key that the thief finds there, or with the one of before.
    let (before, after) = (&*ours.stick, new.stick.path());
    for (stick, public) in [(before, before), (before, after), (after, before), (after, after)] {
        let forged = tempfile::tempdir()?;
        fs::create_dir(forged.path().join(&folder))?;
        let file = |stick: &Path, name| fs::read(stick.join(&folder).join(name));
        let put = |name: &str, bytes: &[u8]| fs::write(forged.path().join(&folder).join(name), bytes);
        let sealed = file(stick, bundle::SEALED_BACKUP)?;
        put(bundle::SEALED_BACKUP, &sealed)?;
        put(bundle::PUBLIC_KEY, &file(public, bundle::PUBLIC_KEY)?)?;
        let mut list = true_list.clone();
        list.sealed_backup_sha256 = openssl::sha::sha256(&sealed);
        (list.sealing, list.moment, list.cards[2].sha256) = (99, later, [7; 32]);
        list.before = vec![first.id, second.id];
        let signed = sign_cleartext(old.identity(), &list.to_toml(), SystemTime::now())?;
        put(bundle::MANIFEST, &signed)?;

        let claim = claim(forged.path())?;
        // It is only a claim; and of two that each name the other none is the newer.
        ensure!(second.is_older_than(&claim) == (stick == after));
        let mut recovery = on_stick(forged.path())?;
        // The third card is not on the thief's list.
        ensure!(recovery.add(ours.shares[2].clone()).is_err());
        ours.shares.iter().take(2).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        let opened = recovery.recover()?;
        let told = Outside { set: list.set, number: 99, moment: Some(later) };
        ensure!(opened.made().contradicted() == Some(told), "it is told");
        let (inside, is_old) = (opened.made().sealing().context("no sealing")?, stick == before);
        ensure!(inside.number == if is_old { 1 } else { 2 }, "the inside holds");
        let keys = if is_old { old.identity() } else { new.rehearsed.identity() };
        ensure!(prints(opened.identity()) == prints(keys));
        // Sealed again, the third card is the owner's, and on no list of the thief's.
        let again = renewed(opened.made(), Reason::Compromised)?;
        ensure!(again.sealed.manifest().cards == true_list.cards && again.sealed.manifest().sealing < 99);
    }
    Ok(())
}

/// It turns out later that the PIN was known. A Nitrokey that stayed as it was has those of an earlier theft.
#[test]
fn those_that_were_replaced_are_revoked_once_more_and_nothing_else_changes() -> Result<()> {
    let ours = made(Curve25519)?;
    let old = ours.opened(From::Stick)?;
    let first = renewed(old.made(), Reason::Superseded)?.rehearsed;
    let second = renewed(first.made(), Reason::Superseded)?.rehearsed;
    let mut known = second.made().clone();
    known.change(&Change::ReplacedAreKnown, SystemTime::now())?;
    for (made, last) in [(second.made(), Reason::Superseded), (&known, Reason::Compromised)] {
        let identity = made.identity();
        ensure!(identity.replaced_as() == Some(last), "{:?}", identity.replaced_as());
        for before in [&old, &first] {
            for print in prints(before.identity()) {
                let parts = identity.parts();
                let part = parts.iter().find(|part| part.fingerprint == print).context("it is gone")?;
                let Some(Kept::Revoked(by)) = &part.kept else { bail!("{part:?}") };
                ensure!(by.reason == last, "{by}");
            }
        }
    }
    ensure!(prints(known.identity()) == prints(second.identity()));
    // GnuPG reads it, and the list of reasons is the certificate's own.
    let gnupg = GnuPg::new()?;
    gnupg.import(&known.identity().public_armored()?)?;
    Ok(())
}
