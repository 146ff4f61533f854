//! A Nitrokey for old mail: a key that decrypted before is on it, and nothing else; GnuPG reads with it what was encrypted
//! to that key.

use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare::ceremony::{CeremonyError, Change, Made, Meeting, PinChoice};
use coldspare::nitrokey::{Erase, NitrokeyError, PcscBus, Unlock};
use coldspare::openpgp::Reason;
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa2048};
use coldspare::plan::{Role, Slot};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{self, Readers};
use coldspare_tests::{VirtualBus, fixtures};
use virtual_nitrokey::Model::{self, Nitrokey3, Pro2, Start};

const NUMBER: u32 = 0x0A0B_0C11;
const TEXT: &[u8] = b"what was written before\n";

/// Keys of yesterday.
fn made(algorithm: Algorithm) -> Result<Made> {
    let meeting = Meeting::new(fixtures::plan(algorithm, 2, 3)?)?;
    let yesterday = SystemTime::now() - Duration::from_secs(86_400);
    Ok(Made::make(&meeting, PinChoice::Generated, yesterday, &mut |_| ())?)
}

fn role() -> Role {
    Role::Other("old mail".into())
}

fn reads_old_mail(readers: &Readers, algorithm: Algorithm, model: Model) -> Result<()> {
    let mut made = made(algorithm)?;
    let (friend, print) = (GnuPg::new()?, made.identity().fingerprint());
    friend.import(&made.identity().public_armored()?)?;
    friend.trust(&print)?;
    let (old, old_mail) = (made.identity().slot_fingerprint(Slot::Decryption), friend.encrypt(&print, TEXT)?);
    made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    let public = made.identity().public_armored()?;
    friend.import(&public)?;
    let new_mail = friend.encrypt(&print, TEXT)?;

    let stick = tempfile::tempdir()?;
    let mut prepared = fixtures::prepare_made(made, stick.path())?;
    let ready = &mut prepared.rehearsed;
    // The one in use has the new subkeys.
    let mut in_use = readers.nitrokey(model, NUMBER + 1);
    in_use.plug(0)?;
    let pins = ready.pins(&Role::Primary, Some(&"314159".into()))?;
    fixtures::flash_and_prove(ready, &PcscBus, in_use.serial(), &Role::Primary, &pins, &mut |_| ())?;
    let gnupg = GnuPg::with_reader(0)?;
    gnupg.import(&public)?;
    gnupg.trust(&print)?;
    gnupg.types(&pins.user)?;
    gnupg.card_status()?;
    ensure!(gnupg.decrypt(&new_mail)? == TEXT && gnupg.decrypt(&old_mail).is_err());
    in_use.unplug()?;

    let mut nitrokey = readers.nitrokey(model, NUMBER);
    nitrokey.plug(0)?;
    let all = ready.identity().old_decryption();
    ensure!(all.iter().map(|part| part.fingerprint.clone()).eq([old.to_hex()]), "{all:?}");
    ready.writes_for_old_mail(&old.to_hex())?;
    let pins = ready.pins(&role(), Some(&"271828".into()))?;
    fixtures::flash_and_prove(ready, &PcscBus, nitrokey.serial(), &role(), &pins, &mut |_| ())?;
    let there = fixtures::info(&PcscBus, nitrokey.serial())?.fingerprints;
    ensure!(there == [None, Some(old.to_hex()), None], "{there:?}");

    // As GUIDE.txt tells in section 11.
    let looks_again = |gnupg: &GnuPg| -> Result<()> {
        let learn = ["scd serialno", "learn --force", "/bye"];
        let output = gnupg.command("gpg-connect-agent").args(learn).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        gnupg.restart()?;
        gnupg.card_status().map(drop)
    };
    looks_again(&gnupg)?;
    gnupg.types(&"271828".into())?;
    ensure!(gnupg.decrypt(&old_mail)? == TEXT);
    ensure!(gnupg.decrypt(&new_mail).is_err(), "it reads new mail");
    ensure!(gnupg.sign(&print, TEXT).is_err(), "it signs");
    // The one in use is asked for what it does, and not this one.
    nitrokey.unplug()?;
    in_use.plug(0)?;
    gnupg.restart()?;
    gnupg.types(&"314159".into())?;
    ensure!(gnupg.decrypt(&new_mail)? == TEXT);
    gnupg.sign(&print, TEXT)?;
    Ok(())
}

macro_rules! reads {
    ($($name:ident: $model:ident $algorithm:ident),+ $(,)?) => {$(
        #[test]
        fn $name() -> Result<()> {
            pcsc::test(stringify!($name), |readers| reads_old_mail(readers, $algorithm, $model))
        }
    )+};
}

reads! {
    gnupg_reads_old_mail_with_curve_25519_on_a_nitrokey_3: Nitrokey3 Curve25519,
    gnupg_reads_old_mail_with_p_256_on_a_nitrokey_3: Nitrokey3 NistP256,
    gnupg_reads_old_mail_with_rsa_2048_on_a_pro_2: Pro2 Rsa2048,
    gnupg_reads_old_mail_with_rsa_2048_on_a_start: Start Rsa2048,
}

/// What a Nitrokey is written with is said for each: with a key that never decrypted none is, and afterwards all are as
/// always.
#[test]
fn nothing_but_an_old_key_goes_there_and_the_next_one_is_written_as_always() -> Result<()> {
    let mut made = made(Curve25519)?;
    made.change(&Change::NewSubkeys(Reason::Superseded), SystemTime::now())?;
    let stick = tempfile::tempdir()?;
    let mut prepared = fixtures::prepare_made(made, stick.path())?;
    let ready = &mut prepared.rehearsed;
    let identity = ready.identity().clone();
    for slot in Slot::ALL {
        let print = identity.slot_fingerprint(slot).to_hex();
        ensure!(ready.writes_for_old_mail(&print).is_err() && ready.for_old_mail().is_none(), "{print}");
    }
    ensure!(ready.writes_for_old_mail(&identity.fingerprint()).is_err(), "the primary key");
    ensure!(ready.pins(&role(), Some(&"271828".into())).is_err(), "there is no such Nitrokey");
    let [key, other] = [fixtures::key(Nitrokey3, NUMBER)?, fixtures::key(Nitrokey3, NUMBER + 1)?];
    let bus = VirtualBus::with(&[&key, &other]);
    let old = identity.old_decryption()[0].fingerprint.clone();
    ready.writes_for_old_mail(&old)?;
    let pins = ready.pins(&role(), Some(&"271828".into()))?;
    fixtures::flash_and_prove(ready, &bus, fixtures::serial(&key), &role(), &pins, &mut |_| ())?;
    ready.writes_as_always();
    let pins = ready.pins(&Role::SPARE, Some(&"271828".into()))?;
    fixtures::flash_and_prove(ready, &bus, fixtures::serial(&other), &Role::SPARE, &pins, &mut |_| ())?;
    let there = |key| anyhow::Ok(fixtures::info(&bus, fixtures::serial(key))?.fingerprints);
    ensure!(there(&key)? == [None, Some(old), None]);
    ensure!(there(&other)? == Slot::ALL.map(|slot| Some(identity.slot_fingerprint(slot).to_hex())));
    Ok(())
}

/// Without a reset nothing takes the keys out of the other slots: that is said while all of them, and the PINs, are as they
/// were.
#[test]
fn one_without_a_factory_reset_that_has_other_keys_is_refused_before_anything_is_written() -> Result<()> {
    let mut made = made(Curve25519)?;
    made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    let stick = tempfile::tempdir()?;
    let mut prepared = fixtures::prepare_made(made, stick.path())?;
    let ready = &mut prepared.rehearsed;
    let key = fixtures::key(Nitrokey3, NUMBER)?;
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let in_use = ready.pins(&Role::Primary, Some(&"314159".into()))?;
    fixtures::flash_and_prove(ready, &bus, serial, &Role::Primary, &in_use, &mut |_| ())?;
    let before = fixtures::info(&bus, serial)?;
    let old = ready.identity().old_decryption()[0].fingerprint.clone();
    let sitting = tempfile::tempdir()?;
    let mut again = fixtures::prepare_made(ready.made().clone(), sitting.path())?.rehearsed;
    again.writes_for_old_mail(&old)?;
    let pins = again.pins(&role(), Some(&"271828".into()))?;
    let erase = Erase::confirm(&before, &serial.last_four())?;
    for unlock in [Unlock::AdminPin(in_use.admin.clone()), Unlock::NewPin] {
        let refused = again.flash(&bus, &erase, &role(), &pins, &unlock, &mut |_| ());
        let slot = match refused {
            Err(CeremonyError::Nitrokey(NitrokeyError::SlotTaken { slot, .. })) => slot,
            other => anyhow::bail!("{other:?}"),
        };
        ensure!(slot == Slot::Signature);
        let there = fixtures::info(&bus, serial)?;
        ensure!(there.fingerprints == before.fingerprints && there.tries == before.tries, "{there:?}");
    }
    ready.prove_spare(&bus, serial, &in_use.user, &mut |_| ())?;
    // With the reset it becomes one for old mail.
    again.flash(&bus, &erase, &role(), &pins, &Unlock::FactoryReset, &mut |_| ())?;
    ensure!(fixtures::info(&bus, serial)?.fingerprints == [None, Some(old), None]);
    Ok(())
}
