//! Until when a brought key is valid, and that its owner can give it another day at home.

use anyhow::ensure;
use coldspare::openpgp::Fault;
use coldspare_tests::gnupg::GnuPg;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::types::SignatureType;
use sequoia_openpgp as openpgp;

use super::gnupgs::{ADA, Export, certifies, curve, decrypts, lives_with_gnupg, says, years_ago, years_long};
use super::*;

/// When GnuPG says that the primary key expires, in seconds; nothing if it never does.
fn until(gnupg: &GnuPg) -> Result<Option<u64>> {
    let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
    let primary = listed.lines().find(|line| line.starts_with("pub:")).context("no key")?;
    let day = primary.split(':').nth(6).context("no day")?;
    Ok(if day.is_empty() { None } else { Some(day.parse()?) })
}

fn seconds(time: Option<SystemTime>) -> Result<Option<u64>> {
    Ok(time.map(|time| time.duration_since(SystemTime::UNIX_EPOCH)).transpose()?.map(|since| since.as_secs()))
}

fn both() -> Result<[GnuPg; 2]> {
    Ok([GnuPg::new()?, GnuPg::new()?.on_trixie()?])
}

/// Certificates of five years ago, with days here and there: on the key itself, on one user id or two, on signatures
/// that are over.
fn dated() -> Result<Vec<Export>> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let ada = || Export::of(curve(true, older)?).id(ADA, certifies(older)?);
    let year = |says: SignatureBuilder, years| says.set_key_validity_period(years_long(years));
    let main = |says: SignatureBuilder| says.set_primary_userid(true);
    let direct = |made| says(SignatureType::DirectKey, made);
    let two = |first: SignatureBuilder, second: SignatureBuilder| -> Result<Export> {
        Export::of(curve(true, older)?).id(ADA, first)?.id("Countess", second)
    };
    let over = |says: SignatureBuilder| says.set_signature_validity_period(years_long(1));
    Ok(vec![
        ada()?,
        ada()?.direct(year(direct(older)?, 20)?)?,
        two(year(certifies(older)?, 4)?, year(certifies(newer)?, 30)?)?,
        // An older user id that has expired, and is called the main one, beside a newer one that is valid.
        two(main(year(certifies(older)?, 4)?)?, year(certifies(newer)?, 30)?)?,
        two(main(year(certifies(older)?, 30)?)?, year(certifies(newer)?, 40)?)?,
        two(main(year(certifies(older)?, 30)?)?, certifies(newer)?)?,
        two(over(year(certifies(older)?, 4)?)?, year(certifies(newer)?, 30)?)?,
        two(over(year(certifies(older)?, 4)?)?, certifies(newer)?)?,
        two(main(over(year(certifies(older)?, 4)?)?)?, year(certifies(newer)?, 30)?)?,
        two(year(certifies(older)?, 30)?, certifies(newer)?)?.direct(year(direct(newer)?, 50)?)?,
        two(year(certifies(older)?, 30)?, certifies(newer)?)?.direct(direct(newer)?)?,
    ])
}

#[test]
fn a_key_is_valid_for_as_long_as_gnupg_says() -> Result<()> {
    for (number, export) in dated()?.into_iter().enumerate() {
        let made = years_ago(5);
        let export = export.subkey(curve(false, made)?, [decrypts(made)?])?;
        let found = seconds(export.inventory()?.parts()[0].expires)?;
        for gnupg in both()? {
            gnupg.gpg(&["--import"], &export.bytes()?)?;
            assert_eq!(found, until(&gnupg)?, "certificate {number}");
        }
    }
    Ok(())
}

/// And what becomes of it has that day still: on paper, in GUIDE, for GnuPG at home.
#[test]
fn a_key_that_is_valid_keeps_its_day() -> Result<()> {
    for (number, export) in dated()?.into_iter().enumerate() {
        let made = years_ago(5);
        let inventory = export.subkey(curve(false, made)?, [decrypts(made)?])?.inventory()?;
        let primary = &inventory.parts()[0];
        let mut plan = plan(&inventory, PrimaryKey::Offline)?;
        plan.expiry = coldspare::plan::Expiry::Never;
        let identity = inventory.identity(&inventory.preset(&plan)?, &plan, SystemTime::now())?;
        let expected = if primary.is_expired() { None } else { primary.expires };
        assert_eq!(identity.expires(), expected, "certificate {number}");
        let gnupg = GnuPg::new()?;
        gnupg.gpg(&["--import"], &identity.public_armored()?)?;
        assert_eq!(seconds(expected)?, until(&gnupg)?, "certificate {number}");
    }
    Ok(())
}

/// On the key itself, where `sq` signs it, the day could be changed by no GnuPG.
#[test]
fn a_day_on_the_key_itself_is_put_where_gnupg_can_change_it() -> Result<()> {
    let made = years_ago(5);
    let direct = || -> openpgp::Result<SignatureBuilder> {
        says(SignatureType::DirectKey, made)?.set_key_validity_period(years_long(9))
    };
    let bound = |export: Export| export.subkey(curve(false, made)?, [decrypts(made)?]);
    let dated = certifies(made)?.set_key_validity_period(years_long(9))?;
    let silent =
        bound(Export::of(curve(true, made)?).id(ADA, certifies(made)?)?.direct(direct()?)?)?.inventory()?;
    let both_say = bound(Export::of(curve(true, made)?).id(ADA, dated)?.direct(direct()?)?)?.inventory()?;
    let nameless = bound(Export::of(curve(true, made)?).direct(direct()?)?)?.inventory()?;
    for inventory in [silent, both_say, nameless, inventory("sq-0.27.asc")?] {
        let (before, primary) = (inventory.parts()[0].expires, &inventory.parts()[0]);
        ensure!(primary.faults.contains(&Fault::DayOnKey) && !primary.is_expired(), "{primary:?}");
        let identity = identity(&inventory)?;
        assert_eq!(identity.parts()[0].expires, before, "it got another day");
        lives_with_gnupg(&identity)?;
        for gnupg in both()? {
            gnupg.gpg(&["--import"], &identity.secret_armored()?)?;
            let loopback = ["--pinentry-mode", "loopback", "--passphrase", ""];
            let print = identity.fingerprint();
            assert_eq!(until(&gnupg)?, seconds(before)?);
            gnupg.gpg(&[&loopback[..], &["--quick-set-expire", &print, "40y"]].concat(), b"")?;
            let renewed = until(&gnupg)?.context("it never expires")?;
            ensure!(Some(renewed) > seconds(Some(SystemTime::now() + years_long(39)))?, "{renewed}");
        }
    }
    Ok(())
}

/// The day that the screens name is the one that it gets.
#[test]
fn the_day_that_is_named_is_the_one_that_an_expired_key_gets() -> Result<()> {
    for name in ["primary-expired.asc", "subkeys-expired.asc"] {
        let inventory = inventory(name)?;
        let mut plan = plan(&inventory, PrimaryKey::Offline)?;
        for years in [1, 3] {
            plan.expiry = coldspare::plan::Expiry::Years(years);
            let now = SystemTime::now();
            let places = inventory.preset(&plan)?;
            let named = inventory.renewed_until(&plan, now).context("no day")?;
            let identity = inventory.identity(&places, &plan, now)?;
            let mended = inventory.mends(&places, &plan);
            let parts = identity.parts();
            let renewed =
                parts.iter().filter(|part| mended.iter().any(|mend| mend.fingerprint == part.fingerprint));
            for part in renewed {
                let day = part.expires.context("no day")?;
                let off = named.duration_since(day).or_else(|_| day.duration_since(named))?;
                ensure!(off.as_secs() <= 1, "{name}: {:?} and not {named:?}", part.expires);
            }
        }
        plan.expiry = coldspare::plan::Expiry::Never;
        assert_eq!(inventory.renewed_until(&plan, SystemTime::now()), None);
    }
    Ok(())
}

/// A keyserver, or whoever had the file, can have put it there: nobody has signed that it belongs to the key.
#[test]
fn a_subkey_of_a_day_to_come_that_is_not_the_keys_own_is_in_nobodys_way() -> Result<()> {
    let (made, ahead) = (years_ago(5), SystemTime::now() + years_long(30));
    for secret in [true, false] {
        let mut export = Export::of(curve(true, made)?)
            .id(ADA, certifies(made)?)?
            .subkey(curve(false, made)?, [decrypts(made)?])?;
        let strange = curve(false, ahead)?;
        export.packets.push(if secret { strange.into() } else { strange.take_secret().0.into() });
        lives_with_gnupg(&identity(&export.inventory()?)?)?;
    }
    Ok(())
}
