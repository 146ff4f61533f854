//! What becomes of keys that are changed: for us, and for GnuPG 2.2 and 2.4, which the owner and everybody else use.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{Change, Made, Meeting, PinChoice, ReadBack, Rehearsed, Rehearser};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Identity, OpenPgpError, Reason, ssh_public_key};
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa2048};
use coldspare::plan::{Expiry, PrimaryKey, Slot};
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::{GnuPg, Listed};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::types::RevocationStatus;
use sequoia_openpgp::{Cert, Packet};

const DAY: Duration = Duration::from_secs(86_400);
const YEAR: Duration = Duration::from_secs(365 * 86_400);
const MAIL: &[u8] = b"what was written before";

/// A day ago this identity was made.
fn made_yesterday(algorithm: Algorithm) -> Result<Made> {
    let meeting = Meeting::new(fixtures::plan(algorithm, 2, 3)?)?;
    Ok(Made::make(&meeting, PinChoice::Generated, SystemTime::now() - DAY, &mut |_| ())?)
}

/// A key of GnuPG's that was brought along.
fn brought() -> Result<Made> {
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "sign,cert"], &[["cv25519", "encr"]], None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::Offline;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    Ok(fixtures::bring(plan, &inventory)?)
}

/// Sealed for new cards, rehearsed, and opened once more.
fn sealed_and_opened(made: Made) -> Result<Rehearsed> {
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    Ok(prepared.rehearsed)
}

/// Both that people have.
fn gnupgs() -> Result<[GnuPg; 2]> {
    Ok([GnuPg::new()?, GnuPg::new()?.on_trixie()?])
}

fn prints(identity: &Identity) -> [String; 3] {
    Slot::ALL.map(|slot| identity.slot_fingerprint(slot).to_hex())
}

/// What GnuPG says of each user id, the main one first: validity, and text.
fn user_ids(gnupg: &GnuPg, fingerprint: &str) -> Result<Vec<(String, String)>> {
    let list = String::from_utf8(gnupg.gpg(&["--with-colons", "--list-keys", fingerprint], b"")?)?;
    let fields = list.lines().map(|line| line.split(':').collect::<Vec<_>>());
    Ok(fields.filter(|f| f[0] == "uid").map(|f| (f[1].into(), f[9].into())).collect())
}

/// After a theft: with the new public key nobody writes to the old subkey or believes it, and old mail can be read.
fn renewed(mut made: Made, reason: Reason) -> Result<()> {
    let before = made.identity().clone();
    let thief = GnuPg::new()?;
    thief.import(&before.secret_armored()?)?;
    let old_mail = {
        let friend = GnuPg::new()?;
        friend.import(&before.public_armored()?)?;
        friend.encrypt(&before.fingerprint(), MAIL)?
    };
    let old_signature = thief.sign(&format!("{}!", prints(&before)[0]), MAIL)?;

    made.change(&Change::NewSubkeys(reason), SystemTime::now())?;
    let opened = sealed_and_opened(made)?;
    let after = opened.identity();
    ensure!(after.fingerprint() == before.fingerprint() && after.user_ids() == before.user_ids());
    let (old, new) = (prints(&before), prints(after));
    ensure!(old.iter().all(|key| !new.contains(key)), "{old:?} {new:?}");
    ensure!(old.iter().all(|key| after.kept().contains(key)), "old mail can be read");
    ensure!(ssh_public_key(after)? != ssh_public_key(&before)?, "another login");
    ensure!(opened.made().revocations().len() == Reason::ALL.len());

    for friend in gnupgs()? {
        // Who knew the old key, and gets the new one.
        friend.import(&before.public_armored()?)?;
        ensure!(friend.verdict(&old_signature, MAIL)? == "GOODSIG");
        friend.import(&after.public_armored()?)?;
        for Listed { kind, validity, print, .. } in friend.listed(&before.fingerprint())? {
            let revoked = old.contains(&print);
            ensure!((validity == "r") == revoked, "{kind} {print}: {validity}");
            ensure!(revoked || kind == "pub" || new.contains(&print));
        }
        // New mail goes to the new key alone, and old signatures are told to be of a revoked one, whatever the reason.
        let mail = friend.encrypt(&before.fingerprint(), b"new")?;
        ensure!(friend.recipients(&mail)? == [new[Slot::Decryption as usize][24..].to_owned()]);
        ensure!(friend.verdict(&old_signature, MAIL)? == "REVKEYSIG");
        let forged = thief.sign(&format!("{}!", old[0]), b"forged")?;
        ensure!(friend.verdict(&forged, b"forged")? == "REVKEYSIG");
        ensure!(thief.decrypt(&mail).is_err(), "the thief reads new mail");
    }
    for owner in gnupgs()? {
        owner.import(&after.secret_armored()?)?;
        ensure!(owner.decrypt(&old_mail)? == MAIL, "old mail");
        let signature = owner.sign(&after.fingerprint(), b"new")?;
        ensure!(owner.verify(&signature, b"new")? == [new[0].clone(), after.fingerprint()]);
    }
    Ok(())
}

#[test]
fn after_a_theft_gnupg_uses_the_new_subkeys_alone_and_reads_old_mail() -> Result<()> {
    renewed(made_yesterday(Curve25519)?, Reason::Compromised)?;
    renewed(made_yesterday(NistP256)?, Reason::Superseded)?;
    renewed(made_yesterday(Rsa2048)?, Reason::Compromised)
}

#[test]
fn subkeys_of_a_key_that_was_brought_are_renewed_unless_the_primary_key_is_on_the_nitrokey() -> Result<()> {
    let mut made = brought()?;
    let before = made.identity().clone();
    match before.slot_of_primary() {
        Some(slot) => {
            let refused = before.with_new_subkeys(made.plan(), Reason::Compromised, SystemTime::now());
            let is =
                |e: &OpenPgpError| matches!(e, OpenPgpError::PrimaryInSlot { slot: s, .. } if *s == slot);
            ensure!(refused.as_ref().err().is_some_and(is), "{refused:?}");
            ensure!(made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now()).is_err());
            ensure!(prints(made.identity()) == prints(&before), "nothing has changed");
            Ok(())
        }
        None => renewed(made, Reason::Compromised),
    }
}

#[test]
fn what_is_prolonged_is_valid_for_longer_with_the_same_keys() -> Result<()> {
    for (made, old_mail) in [(made_yesterday(Curve25519)?, true), (brought()?, false)] {
        let (mut made, before) = (made.clone(), made.identity().clone());
        let now = SystemTime::now();
        let ten = Duration::from_secs(10 * 31_556_952);
        made.change(&Change::Expiry(Expiry::Years(10)), now)?;
        let opened = sealed_and_opened(made)?;
        let after = opened.identity();
        ensure!(prints(after) == prints(&before), "the Nitrokeys stay as they are");
        let until = after.expires().context("it expires")?.duration_since(now)?;
        ensure!(until > ten - DAY && until < ten + DAY, "{until:?}");
        for friend in gnupgs()? {
            if old_mail {
                friend.import(&before.public_armored()?)?;
            }
            friend.import(&after.public_armored()?)?;
            for Listed { kind, validity, print, expires: day } in friend.listed(&before.fingerprint())? {
                let day = Duration::from_secs(day.parse()?);
                let days = now.duration_since(SystemTime::UNIX_EPOCH)? + ten;
                ensure!(day > days - DAY && day < days + DAY, "{kind} {print}: {validity} {day:?}");
                ensure!(!["e", "r", "i"].contains(&validity.as_str()), "{kind} {validity}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_never_expires_can_be_given_a_day_and_what_has_expired_is_valid_again() -> Result<()> {
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.expiry = Expiry::Years(1);
    let meeting = Meeting::new(plan)?;
    let long_ago = SystemTime::now() - 3 * YEAR;
    let mut made = Made::make(&meeting, PinChoice::Generated, long_ago, &mut |_| ())?;
    ensure!(made.identity().expires().is_some_and(|day| day < SystemTime::now()));
    for expiry in [Expiry::Years(2), Expiry::Never, Expiry::Years(1)] {
        made.change(&Change::Expiry(expiry), SystemTime::now())?;
        ensure!(made.identity().expires().is_none() == (expiry == Expiry::Never));
        for friend in gnupgs()? {
            friend.import(&made.identity().public_armored()?)?;
            for Listed { validity, expires: day, .. } in friend.listed(&made.identity().fingerprint())? {
                ensure!(validity == "-" && day.is_empty() == (expiry == Expiry::Never), "{validity} {day}");
            }
            friend.encrypt(&made.identity().fingerprint(), MAIL)?;
        }
    }
    Ok(())
}

#[test]
fn user_ids_come_go_and_come_first_and_the_last_one_stays() -> Result<()> {
    let mut made = made_yesterday(Curve25519)?;
    let (first, second) = ("Ada Lovelace <ada@example.org>", "Ada King <countess@example.org>");
    let day = made.identity().expires();
    made.change(&Change::AddUserId(second.into()), SystemTime::now())?;
    ensure!(made.identity().user_ids() == [first, second] && made.plan().user_ids == [first, second]);
    let said = |made: &Made| -> Result<Vec<(String, String)>> {
        let [old, new] = gnupgs()?;
        old.import(&made.identity().public_armored()?)?;
        new.import(&made.identity().public_armored()?)?;
        let said = user_ids(&old, &made.identity().fingerprint())?;
        ensure!(said == user_ids(&new, &made.identity().fingerprint())?);
        Ok(said)
    };
    let pair = |validity: &str, id: &str| (validity.to_owned(), id.to_owned());
    ensure!(said(&made)? == [pair("-", first), pair("-", second)]);
    made.change(&Change::MainUserId(second.into()), SystemTime::now())?;
    ensure!(said(&made)? == [pair("-", second), pair("-", first)]);
    made.change(&Change::RevokeUserId(second.into()), SystemTime::now())?;
    ensure!(said(&made)? == [pair("-", first), pair("r", second)], "{:?}", said(&made)?);
    ensure!(made.identity().user_ids() == [first]);
    for wrong in [Change::RevokeUserId(first.into()), Change::MainUserId(second.into())] {
        ensure!(made.change(&wrong, SystemTime::now()).is_err(), "{wrong:?}");
    }
    ensure!(made.change(&Change::AddUserId("Ada <ada".into()), SystemTime::now()).is_err());
    // One that was revoked can be used again.
    made.change(&Change::AddUserId(second.into()), SystemTime::now())?;
    ensure!(said(&made)? == [pair("-", first), pair("-", second)]);
    ensure!(made.identity().expires() == day, "the days stay");
    let opened = sealed_and_opened(made)?;
    ensure!(opened.identity().user_ids() == [first, second]);
    Ok(())
}

#[test]
fn a_clock_that_stands_behind_makes_no_change_that_does_not_count() -> Result<()> {
    let mut made = made_yesterday(Curve25519)?;
    let years_ago = SystemTime::now() - 20 * YEAR;
    made.change(&Change::Expiry(Expiry::Never), years_ago)?;
    ensure!(made.identity().expires().is_none(), "{:?}", made.identity().expires());
    let before = prints(made.identity());
    made.change(&Change::NewSubkeys(Reason::Superseded), years_ago)?;
    ensure!(prints(made.identity()).iter().all(|key| !before.contains(key)));
    for friend in gnupgs()? {
        friend.import(&made.identity().public_armored()?)?;
        friend.encrypt(&made.identity().fingerprint(), MAIL)?;
    }
    Ok(())
}

#[test]
fn what_was_signed_ahead_of_the_clock_is_rehearsed_when_that_day_has_come() -> Result<()> {
    let ahead = SystemTime::now() + Duration::from_secs(3);
    let mut made = made_yesterday(Curve25519)?;
    made.change(&Change::AddUserId("Ada King <countess@example.org>".into()), ahead)?;
    made.change(&Change::MainUserId("Ada King <countess@example.org>".into()), ahead)?;
    let sealed = fixtures::seal(&made)?;
    while SystemTime::now() < made.identity().newest() {
        std::thread::sleep(Duration::from_millis(200));
    }
    let stick = tempfile::tempdir()?;
    let mounted = Mounted::at(stick.path());
    let written = sealed.write(&mounted, &mut |_| ())?;
    let mut cards = ReadBack::new(&sealed);
    fixtures::scan_all(&mut cards, &sealed)?;
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    rehearser.rehearse(&made, &sealed, &cards.finish()?, (&written, &mounted), &mut |_| ())?;
    Ok(())
}

/// Programs ignore a revocation for a soft reason that is older than the newest self-signature (RFC 9580 § 5.2.3.31). Each
/// change of one sitting is later than the one before it, also if the clock stands still or was ahead.
#[test]
fn the_ready_made_revocations_revoke_a_key_that_was_changed_twice_in_one_second() -> Result<()> {
    let name = |n| Change::AddUserId(format!("Ada {n} <ada{n}@example.org>"));
    let twice = [name(1), Change::MainUserId("Ada 1 <ada1@example.org>".into())];
    let subkeys = [Change::NewSubkeys(Reason::Superseded), Change::Expiry(Expiry::Years(2)), name(2)];
    let now = SystemTime::now();
    for (changes, now) in [(&twice[..], now), (&subkeys, now), (&twice[..1], now - 2 * DAY)] {
        let mut made = made_yesterday(Curve25519)?;
        changes.iter().try_for_each(|change| made.change(change, now))?;
        let public = made.identity().public_armored()?;
        ensure!(made.revocations().len() == Reason::ALL.len());
        for (reason, revocation) in made.revocations() {
            let cert = Cert::from_bytes(&public)?.insert_packets([Packet::from_bytes(revocation)?])?.0;
            // By when somebody has got it: each change was signed a second after the one before it.
            let revoked = cert.revocation_status(&StandardPolicy::new(), SystemTime::now() + DAY);
            ensure!(matches!(revoked, RevocationStatus::Revoked(_)), "{changes:?}, {reason}: {revoked:?}");
        }
    }
    Ok(())
}
