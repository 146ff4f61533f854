//! What GnuPG thinks of a key before it is brought is what the screens say of it, and what GnuPG thinks of it afterwards:
//! its day, its uses, its names, of every part.

use anyhow::ensure;
use coldspare::openpgp::{Fault, Standing};
use coldspare_tests::gnupg::GnuPg;
use openpgp::packet::Signature;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketValue};
use openpgp::parse::Parse;
use openpgp::serialize::SerializeInto;
use openpgp::types::{HashAlgorithm, KeyFlags, SignatureType};
use sequoia_openpgp as openpgp;

use super::gnupgs::{
    ADA, Export, certifies, curve, decrypts, lives_with_gnupg, revokes, rsa, says, years_ago, years_long,
};
use super::*;

/// A key as GnuPG lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    print: String,
    gone: bool,
    until: Option<u64>,
    uses: String,
}

/// Its keys, and the names that stand, the main one first.
fn listed(bytes: &[u8]) -> Result<(Vec<Listed>, Vec<String>)> {
    let gnupg = GnuPg::new()?;
    gnupg.gpg(&["--import"], bytes)?;
    let colons = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
    let (mut keys, mut names) = (Vec::<Listed>::new(), Vec::new());
    for line in colons.lines() {
        let fields: Vec<_> = line.split(':').collect();
        match fields[..] {
            ["pub" | "sub", validity, _, _, _, _, until, _, _, _, _, uses, ..] => {
                let mut uses: Vec<char> = uses.chars().filter(char::is_ascii_lowercase).collect();
                uses.sort_unstable();
                keys.push(Listed {
                    print: String::new(),
                    gone: ["i", "r", "e"].contains(&validity),
                    until: if until.is_empty() { None } else { Some(until.parse()?) },
                    uses: uses.into_iter().collect(),
                });
            }
            ["fpr", ..] => {
                let key = keys.last_mut().context("no key")?;
                key.print = fields.get(9).context("no fingerprint")?.to_string();
            }
            // With an expired key all its names are.
            ["uid", "e", ..] if !keys.first().is_some_and(|key| key.gone) => {}
            ["uid", validity, ..] if !["i", "r"].contains(&validity) => {
                names.push(fields.get(9).context("no name")?.to_string());
            }
            _ => {}
        }
    }
    Ok((keys, names))
}

fn uses(part: &Part) -> String {
    let letters = [
        (part.uses.authenticate, 'a'),
        (part.uses.certify, 'c'),
        (part.uses.decrypt, 'e'),
        (part.uses.sign, 's'),
    ];
    letters.into_iter().filter(|(may, _)| *may).map(|(_, letter)| letter).collect()
}

/// Where nothing says what a key is for, GnuPG would have it log in as well.
fn alike(part: &Part, uses: &str) -> String {
    if part.faults.contains(&Fault::NoFlags) { uses.replace('a', "") } else { uses.to_owned() }
}

fn seconds(time: Option<SystemTime>) -> Result<Option<u64>> {
    Ok(time.map(|time| time.duration_since(SystemTime::UNIX_EPOCH)).transpose()?.map(|since| since.as_secs()))
}

fn revoked(part: &Part) -> bool {
    matches!(part.kept, Some(Kept::Revoked(_)))
}

/// Before and after, for us and for GnuPG.
pub(super) fn same(bytes: &[u8]) -> Result<()> {
    same_names(same_parts(bytes)?)
}

/// Of these keys the names, which is the main one, and what has become of them.
pub(super) fn same_names((identity, names, shown): (Identity, Vec<String>, Vec<String>)) -> Result<()> {
    let (mut shown, mut found) = (shown, names.clone());
    ensure!(shown.first() == found.first(), "{shown:?} is shown, and GnuPG says {found:?}");
    shown.sort();
    found.sort();
    ensure!(shown == found, "{shown:?} are shown, and GnuPG says {found:?}");
    let (_, names_after) = listed(&identity.public_armored()?)?;
    if !names.is_empty() {
        ensure!(names.first() == names_after.first(), "{names:?} have become {names_after:?}");
        ensure!(names.len() == names_after.len(), "{names:?} have become {names_after:?}");
    }
    Ok(())
}

/// The same of its keys alone. What becomes of it, and the names that GnuPG says and that we show.
pub(super) fn same_parts(bytes: &[u8]) -> Result<(Identity, Vec<String>, Vec<String>)> {
    let same = same_listed(bytes)?;
    lives_with_gnupg(&same.0)?;
    Ok(same)
}

/// As far as GnuPG's list goes.
pub(super) fn same_listed(bytes: &[u8]) -> Result<(Identity, Vec<String>, Vec<String>)> {
    let (before, names) = listed(bytes)?;
    let inventory = Opening::of(bytes)?.inventory(SystemTime::now())?;
    for key in &before {
        let part = inventory.part(&key.print).context("it is not shown")?;
        ensure!(seconds(part.expires)? == key.until, "{part:?}, and GnuPG says {key:?}");
        ensure!(alike(part, &uses(part)) == alike(part, &key.uses), "{part:?}, and GnuPG says {key:?}");
        // With its primary key GnuPG shows a subkey as expired.
        let expired = part.is_expired() || inventory.parts()[0].is_expired();
        ensure!((expired || revoked(part)) == key.gone, "{part:?}, and GnuPG says {key:?}");
    }
    let valid = inventory.user_ids().into_iter().filter(|id| id.standing == Standing::Valid);
    let shown = valid.map(|id| id.text).collect();
    let mut plan = plan(&inventory, PrimaryKey::Offline)?;
    plan.expiry = coldspare::plan::Expiry::Never;
    let places = inventory.preset(&plan)?;
    let identity = inventory.identity(&places, &plan, SystemTime::now())?;
    let (after, _) = listed(&identity.public_armored()?)?;
    let mends = inventory.mends(&places, &plan);
    for old in &before {
        let new = after.iter().find(|new| new.print == old.print).context("it is gone")?;
        let part = inventory.part(&old.print).context("it is not shown")?;
        let mended = mends.iter().find(|mend| mend.fingerprint == old.print);
        let renewed = mended.is_some_and(|mend| mend.faults.contains(&Fault::Expired));
        let until = if renewed { None } else { old.until };
        let (now, then) = (alike(part, &new.uses), alike(part, &old.uses));
        // One that says nothing does afterwards what its slot needs.
        let alike = now == then || !part.primary && part.faults.contains(&Fault::NoFlags);
        ensure!(alike && new.until == until, "{old:?} has become {new:?}");
        let over = part.is_expired() && !renewed;
        ensure!(new.gone == (revoked(part) || over), "{old:?} has become {new:?}");
    }
    // What paper and GUIDE say is what everybody else is told by the public key.
    let matters =
        |key: &&Listed| Slot::ALL.iter().any(|slot| identity.slot_fingerprint(*slot).to_hex() == key.print);
    let slots = after.iter().filter(matters).chain(after.first()).filter_map(|key| key.until);
    ensure!(
        seconds(identity.expires())? == slots.min(),
        "{:?}, and GnuPG says {after:?}",
        identity.expires()
    );
    Ok((identity, names, shown))
}

fn both(made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    certifies(made)?.set_key_flags(KeyFlags::empty().set_certification().set_signing())
}

fn all(made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    let flags = KeyFlags::empty().set_certification().set_signing();
    certifies(made)?.set_key_flags(flags.set_transport_encryption().set_storage_encryption())
}

fn year(says: SignatureBuilder, years: u64) -> openpgp::Result<SignatureBuilder> {
    says.set_key_validity_period(years_long(years))
}

/// A signature that is over since long.
fn over(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.set_signature_validity_period(years_long(1))
}

fn old(says: SignatureBuilder) -> SignatureBuilder {
    says.set_hash_algo(HashAlgorithm::SHA1)
}

fn direct(made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    says(SignatureType::DirectKey, made)
}

fn zero(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.modify_hashed_area(|mut area| {
        area.add(Subpacket::new(SubpacketValue::KeyExpirationTime(0.into()), true)?)?;
        area.add(Subpacket::new(SubpacketValue::SignatureExpirationTime(0.into()), true)?)?;
        Ok(area)
    })
}

/// Certificates of five years ago whose words differ: on the key, on one name or two, with hashes of then, for a time that
/// is over.
fn odd() -> Result<Vec<(&'static str, Export)>> {
    let (older, newer, newest) = (years_ago(5), years_ago(3), years_ago(2));
    let primary = || Ok::<_, anyhow::Error>(Export::of(curve(true, older)?));
    let named = |says| primary()?.id(ADA, says);
    let main = |says: SignatureBuilder| says.set_primary_userid(true);
    let two = |first, second| named(first)?.id("Countess", second);
    let with = |export: Export| export.subkey(curve(false, older)?, [decrypts(older)?]);
    let exports = vec![
        (
            "uses on the key that differ from the name's",
            with(
                named(both(older)?)?
                    .direct(direct(newer)?.set_key_flags(KeyFlags::empty().set_certification())?)?,
            )?,
        ),
        ("uses of the newest name", with(two(main(certifies(older)?)?, both(newer)?)?)?),
        ("uses of the oldest name", with(two(main(both(older)?)?, certifies(newer)?)?)?),
        (
            "uses of the newest name of an expired key",
            with(two(main(year(certifies(older)?, 4)?)?, year(both(newer)?, 4)?)?)?,
        ),
        (
            "uses of the oldest name of an expired key",
            with(two(main(year(both(older)?, 4)?)?, year(certifies(newer)?, 4)?)?)?,
        ),
        (
            "an old hash on a name with an older day",
            with(two(old(year(certifies(older)?, 4)?), year(certifies(newer)?, 30)?)?)?,
        ),
        (
            "an old hash on a name with a longer day",
            with(two(old(year(certifies(older)?, 40)?), year(certifies(newer)?, 30)?)?)?,
        ),
        (
            "an old hash on a name that is not the main one",
            with(two(old(certifies(older)?), certifies(newer)?)?)?,
        ),
        ("an old hash on the main name", with(two(old(main(certifies(older)?)?), certifies(newer)?)?)?),
        (
            "a day on the key that is over",
            with(named(certifies(older)?)?.direct(over(year(direct(older)?, 20)?)?)?)?,
        ),
        (
            "a day on the key behind one that is over",
            with(
                named(certifies(older)?)?
                    .direct(year(direct(older)?, 20)?)?
                    .direct(over(year(direct(newer)?, 30)?)?)?,
            )?,
        ),
        (
            "a newer word on the key without a day",
            with(
                named(year(certifies(older)?, 9)?)?
                    .direct(year(direct(older)?, 20)?)?
                    .direct(direct(newer)?)?,
            )?,
        ),
        (
            "a name that stands behind a word that is over",
            with(two(certifies(older)?, certifies(older)?)?.id("Countess", over(certifies(newer)?)?)?)?,
        ),
        (
            "a revoked main name with the newest day",
            with(
                two(main(year(certifies(older)?, 30)?)?, year(certifies(older)?, 40)?)?
                    .id("Countess", revokes(SignatureType::CertificationRevocation, newer)?)?,
            )?,
        ),
        (
            "a name that was revoked and is back",
            with(
                two(certifies(older)?, year(certifies(older)?, 40)?)?
                    .id("Countess", revokes(SignatureType::CertificationRevocation, newer)?)?
                    .id("Countess", year(certifies(newest)?, 35)?)?,
            )?,
        ),
        (
            "a renewal that shortens",
            with(named(year(certifies(older)?, 40)?)?.id(ADA, year(certifies(newer)?, 9)?)?)?,
        ),
        (
            "a renewal that ends it",
            with(named(year(certifies(older)?, 40)?)?.id(ADA, year(certifies(newer)?, 4)?)?)?,
        ),
        (
            "no day, written as nothing",
            primary()?
                .id(ADA, zero(certifies(older)?)?)?
                .subkey(curve(false, older)?, [zero(decrypts(older)?)?])?,
        ),
        (
            "a binding that shortens",
            named(certifies(older)?)?
                .subkey(curve(false, older)?, [decrypts(older)?, year(decrypts(newer)?, 9)?])?,
        ),
        (
            "a binding that ends it",
            named(certifies(older)?)?
                .subkey(curve(false, older)?, [decrypts(older)?, year(decrypts(newer)?, 4)?])?,
        ),
        (
            "an old hash on a binding behind a newer one",
            named(certifies(older)?)?.subkey(
                curve(false, older)?,
                [old(year(decrypts(older)?, 9)?), year(decrypts(newer)?, 30)?],
            )?,
        ),
        (
            "an expired day on the key and a valid one on the name",
            with(named(year(certifies(newer)?, 40)?)?.direct(year(direct(older)?, 4)?)?)?,
        ),
        (
            "an old hash on the key and a day on the name",
            with(named(year(certifies(newer)?, 40)?)?.direct(old(direct(older)?))?)?,
        ),
    ];
    Ok(exports)
}

#[test]
fn what_gnupg_thinks_of_a_key_is_shown_and_stays_so() -> Result<()> {
    let mut wrong = Vec::new();
    for (what, export) in odd()? {
        if let Err(error) = same(&export.bytes()?) {
            wrong.push(format!("{what}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// GnuPG and other programs do not agree on what the primary key may do: no slot is refused over it in the end.
#[test]
fn where_programs_do_not_agree_on_a_use_another_key_has_it() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let main = |says: SignatureBuilder| says.set_primary_userid(true);
    let logs_in = |made| -> openpgp::Result<SignatureBuilder> {
        let flags = KeyFlags::empty().set_certification().set_signing().set_authentication();
        certifies(made)?.set_key_flags(flags)
    };
    let two = |first, second| -> Result<Export> {
        Export::of(rsa(2048, older)?).id(ADA, first)?.id("Countess", second)
    };
    for export in [
        two(main(both(older)?)?, all(newer)?)?,
        two(main(all(older)?)?, both(newer)?)?,
        two(main(both(older)?)?, logs_in(newer)?)?,
        two(main(logs_in(older)?)?, both(newer)?)?,
        two(main(both(older)?)?, both(older)?)?.direct(all(newer)?.set_type(SignatureType::DirectKey))?,
        two(main(year(both(older)?, 4)?)?, year(all(newer)?, 4)?)?,
        two(main(year(all(older)?, 4)?)?, year(both(newer)?, 4)?)?,
    ] {
        lives_with_gnupg(&identity(&export.inventory()?)?)?;
    }
    Ok(())
}

/// Each packet with a note on trust behind it, as a key ring of GnuPG has them.
#[test]
fn notes_on_trust_and_markers_between_packets_are_passed_over() -> Result<()> {
    let made = years_ago(5);
    let export = Export::of(curve(true, made)?).id(ADA, certifies(made)?)?;
    let export = export.subkey(curve(false, made)?, [decrypts(made)?])?;
    let mut bytes = vec![0xCA, 3, b'P', b'G', b'P'];
    for packet in &export.packets {
        bytes.extend(packet.to_vec()?);
        bytes.extend([0xB0, 2, 0, 3]);
    }
    same(&bytes)?;
    let inventory = Opening::of(&bytes)?.inventory(SystemTime::now())?;
    assert_eq!(inventory.remains().count(), 0);
    assert_eq!(inventory.parts(), export.inventory()?.parts());
    Ok(())
}

/// The words of the nineties, and what was said afterwards.
#[test]
fn a_signature_of_version_3_and_a_later_one_of_version_4_are_read_as_gnupg_reads_them() -> Result<()> {
    let old = openpgp::Cert::from_bytes(&file("v3-self-signatures.asc")?)?;
    same(&old.as_tsk().to_vec()?)?;
    let packets: Vec<_> = old.as_tsk().into_packets().collect();
    let id = packets.iter().find_map(|packet| match packet {
        openpgp::Packet::UserID(id) => Some(id.clone()),
        _ => None,
    });
    let id = id.context("no name")?;
    let mut signer = old.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let mut signed = |says: SignatureBuilder| -> Result<Vec<u8>> {
        let primary = old.primary_key().key();
        let signature = says.sign_userid_binding(&mut signer, primary, &id)?;
        let mut packets = packets.clone();
        let at = packets.iter().position(|packet| packet.tag() == openpgp::packet::Tag::UserID);
        packets.insert(at.context("no name")? + 1, signature.into());
        Ok(packets.iter().map(SerializeInto::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat())
    };
    same(&signed(year(both(SystemTime::now())?, 3)?)?)?;
    Ok(())
}

/// A signature of its own may have an end; what takes its place has the same.
#[test]
fn what_was_signed_for_a_time_is_signed_anew_for_no_longer() -> Result<()> {
    let older = years_ago(5);
    let limited = |says: SignatureBuilder| old(says).set_signature_validity_period(years_long(9));
    let export = Export::of(curve(true, older)?)
        .id(ADA, limited(certifies(older)?)?)?
        .subkey(curve(false, older)?, [limited(decrypts(older)?)?])?;
    let inventory = export.inventory()?;
    let (primary, subkey) = (&inventory.parts()[0], &inventory.parts()[1]);
    ensure!(primary.faults == [Fault::Hash] && subkey.faults == [Fault::Hash], "{:?}", inventory.parts());
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    let identity = inventory.identity(&inventory.preset(&plan)?, &plan, SystemTime::now())?;
    let cert = identity.public();
    let newest = |signatures: Vec<_>| {
        signatures.into_iter().max_by_key(|own: &&Signature| own.signature_creation_time())
    };
    let name = cert.userids().next().context("no name")?;
    let name = newest(name.self_signatures().collect()).context("no signature")?;
    let (end, ended) = (older + years_long(9), seconds(name.signature_expiration_time())?);
    ensure!(ended == seconds(Some(end))?, "{ended:?}");
    let again = Opening::of(&identity.secret_armored()?)?.inventory(SystemTime::now())?;
    let now = again.part(&subkey.fingerprint).context("it is gone")?.expires;
    ensure!(
        seconds(now)? == seconds(subkey.expires)? && subkey.expires.is_some(),
        "{now:?}, and it was {subkey:?}"
    );
    Ok(())
}
