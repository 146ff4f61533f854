//! Which of several words of a key on one thing counts: the newest of those that everybody else reads too. Words for the
//! owner alone, with a hash that GnuPG takes no more or with something critical in them that nobody knows decide nothing.

use anyhow::ensure;
use coldspare::openpgp::Fault;
use coldspare_tests::all;
use coldspare_tests::gnupg::GnuPg;
use openpgp::packet::key::{Key4, SecretKeyMaterial};
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::signature::subpacket::{NotationDataFlags, Subpacket, SubpacketValue};
use openpgp::packet::user_attribute::{Image, Subpacket as Photo};
use openpgp::packet::{Packet, UserAttribute};
use openpgp::types::{HashAlgorithm, KeyFlags, PublicKeyAlgorithm, SignatureType};
use sequoia_openpgp as openpgp;

use super::as_gnupg::{same, same_parts};
use super::gnupgs::{
    ADA, Export, certifies, curve, decrypts, lives_with_gnupg, revokes, rsa, says, years_ago, years_long,
};
use super::*;

fn year(says: SignatureBuilder, years: u64) -> openpgp::Result<SignatureBuilder> {
    says.set_key_validity_period(years_long(years))
}

fn md5(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    Ok(says.set_hash_algo(HashAlgorithm::MD5))
}

fn local(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.set_exportable_certification(false)
}

fn sha_3(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    Ok(says.set_hash_algo(HashAlgorithm::SHA3_256))
}

/// In the area that is not signed.
fn beside(
    says: SignatureBuilder,
    value: SubpacketValue,
    critical: bool,
) -> openpgp::Result<SignatureBuilder> {
    says.modify_unhashed_area(|mut area| {
        area.add(Subpacket::new(value, critical)?)?;
        Ok(area)
    })
}

fn strange_beside(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    let tag = openpgp::packet::signature::subpacket::SubpacketTag::Private(100);
    beside(says, SubpacketValue::Unknown { tag, body: vec![1] }, true)
}

fn local_beside(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    beside(says, SubpacketValue::ExportableCertification(false), false)
}

/// Another day and other uses behind those that it says.
fn twice(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.modify_hashed_area(|mut area| {
        let days = openpgp::types::Duration::try_from(years_long(4))?;
        area.add(Subpacket::new(SubpacketValue::KeyExpirationTime(days), true)?)?;
        area.add(Subpacket::new(SubpacketValue::KeyFlags(KeyFlags::new([0x20])), true)?)?;
        Ok(area)
    })
}

/// With a notation that who reads it has to know.
fn critical(says: SignatureBuilder, name: &str) -> openpgp::Result<SignatureBuilder> {
    says.set_notation(name, b"pgpmime", NotationDataFlags::empty().set_human_readable(), true)
}

fn strange(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    critical(says, "strange@example.org")
}

/// As PGP Desktop signs.
fn desktop(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    critical(says, "preferred-email-encoding@pgp.com")
}

fn both(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.set_key_flags(KeyFlags::empty().set_certification().set_signing())
}

fn main_one(says: SignatureBuilder) -> openpgp::Result<SignatureBuilder> {
    says.set_primary_userid(true)
}

fn photo(mut export: Export, says: SignatureBuilder) -> Result<Export> {
    let photo = UserAttribute::new(&[Photo::Image(Image::JPEG(vec![0xFF; 300].into()))])?;
    let mut signer = export.primary.clone().into_keypair()?;
    let says = says.sign_user_attribute_binding(&mut signer, export.primary.parts_as_public(), &photo)?;
    export.packets.extend([Packet::from(photo), says.into()]);
    Ok(export)
}

/// Each way in which a newer word does not count.
type Way = fn(SignatureBuilder) -> openpgp::Result<SignatureBuilder>;
const WAYS: [(&str, Way); 6] = [
    ("MD5", md5),
    ("for its owner alone", local),
    ("something critical that is not known", strange),
    ("SHA-3", sha_3),
    ("something critical that is not known, beside what is signed", strange_beside),
    ("for its owner alone, beside what is signed", local_beside),
];

/// Of five years ago, with a newer word that does not count.
fn unread() -> Result<Vec<(String, Export)>> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let mut all = Vec::new();
    for (way, of) in WAYS {
        let key = || -> Result<Export> { Ok(Export::of(curve(true, older)?)) };
        let ada = || key()?.id(ADA, certifies(older)?);
        let two = || ada()?.id("Countess", certifies(older)?);
        let with = |export: Export| export.subkey(curve(false, older)?, [decrypts(older)?]);
        let direct = says(SignatureType::DirectKey, newer)?;
        let gone = revokes(SignatureType::CertificationRevocation, newer)?;
        let exports = [
            ("a day on the only name", with(ada()?.id(ADA, of(year(certifies(newer)?, 9)?)?)?)?),
            ("an end on the only name", with(ada()?.id(ADA, of(year(certifies(newer)?, 4)?)?)?)?),
            ("a day on another name", with(ada()?.id("Countess", of(year(certifies(newer)?, 9)?)?)?)?),
            ("an end on another name", with(ada()?.id("Countess", of(year(certifies(newer)?, 4)?)?)?)?),
            ("other uses on the only name", with(ada()?.id(ADA, of(both(certifies(newer)?)?)?)?)?),
            ("another main name", with(two()?.id("Countess", of(main_one(certifies(newer)?)?)?)?)?),
            ("a revocation of a name", with(two()?.id("Countess", of(gone.clone())?)?)?),
            ("a revocation of the only name", with(ada()?.id(ADA, of(gone)?)?)?),
            ("a day on the key", with(ada()?.direct(of(year(direct.clone(), 9)?)?)?)?),
            ("an end on the key", with(ada()?.direct(of(year(direct.clone(), 4)?)?)?)?),
            (
                "another day on the key",
                with(
                    ada()?
                        .direct(year(says(SignatureType::DirectKey, older)?, 20)?)?
                        .direct(of(year(direct, 9)?)?)?,
                )?,
            ),
            (
                "a day on a subkey",
                ada()?.subkey(curve(false, older)?, [decrypts(older)?, of(year(decrypts(newer)?, 9)?)?])?,
            ),
            (
                "an end on a subkey",
                ada()?.subkey(curve(false, older)?, [decrypts(older)?, of(year(decrypts(newer)?, 4)?)?])?,
            ),
        ];
        // A subkey whose newest word is local is thrown away by GnuPG: see below.
        let read = |what: &str| !way.contains("owner alone") || !what.contains("subkey");
        let exports = exports.into_iter().filter(|(what, _)| read(what));
        all.extend(exports.map(|(what, export)| (format!("{way}: {what}"), export)));
    }
    Ok(all)
}

/// Words that count, though they look as if they did not; and photos, whose words GnuPG reads as those of names.
fn read() -> Result<Vec<(String, Export)>> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let ada = || Export::of(curve(true, older)?).id(ADA, certifies(older)?);
    let with = |export: Export| export.subkey(curve(false, older)?, [decrypts(older)?]);
    let twins = |first, second| -> Result<Export> {
        Export::of(curve(true, older)?).id(ADA, first)?.id("Countess", second)
    };
    let exports = [
        (
            "of PGP Desktop",
            Export::of(curve(true, older)?)
                .id(ADA, desktop(year(certifies(older)?, 9)?)?)?
                .subkey(curve(false, older)?, [desktop(year(decrypts(older)?, 8)?)?])?,
        ),
        ("of PGP Desktop, renewed", with(ada()?.id(ADA, desktop(year(certifies(newer)?, 9)?)?)?)?),
        ("a photo with the newest day", with(photo(ada()?, year(certifies(newer)?, 9)?)?)?),
        ("a photo with an end", with(photo(ada()?, year(certifies(newer)?, 4)?)?)?),
        ("a photo with other uses", with(photo(ada()?, both(certifies(newer)?)?)?)?),
        ("a photo that is the main one", with(photo(ada()?, main_one(certifies(newer)?)?)?)?),
        (
            "a photo with an older day",
            with(photo(ada()?, year(certifies(older)?, 9)?)?.id(ADA, year(certifies(newer)?, 20)?)?)?,
        ),
        ("a day and uses on a name said twice", with(ada()?.id(ADA, twice(year(certifies(newer)?, 20)?)?)?)?),
        (
            "a day and uses on a subkey said twice",
            ada()?.subkey(curve(false, older)?, [twice(year(decrypts(older)?, 20)?)?])?,
        ),
        ("a primary key that says that it signs alone", {
            let signs = certifies(older)?.set_key_flags(KeyFlags::empty().set_signing())?;
            with(Export::of(curve(true, older)?).id(ADA, signs)?)?
        }),
        ("names of one second, 1", with(twins(year(certifies(older)?, 9)?, year(certifies(older)?, 30)?)?)?),
        ("names of one second, 2", with(twins(year(certifies(older)?, 30)?, year(certifies(older)?, 9)?)?)?),
    ];
    Ok(exports.into_iter().map(|(what, export)| (what.to_owned(), export)).collect())
}

#[test]
fn a_newer_word_that_others_do_not_read_decides_nothing() -> Result<()> {
    all_same(unread()?)
}

#[test]
fn a_word_that_gnupg_reads_counts() -> Result<()> {
    all_same(read()?)
}

/// All of them with `COLDSPARE_TESTS=all`, and every other one in each run: GnuPG is asked twice for each.
fn all_same(exports: Vec<(String, Export)>) -> Result<()> {
    let mut wrong = Vec::new();
    for (what, export) in exports.into_iter().step_by(if all() { 1 } else { 2 }) {
        // One with MD5 alone is signed anew, and one for its owner alone is listed by GnuPG without a word.
        let compared = match what.contains("on another name") {
            true => same_parts(&export.bytes()?).map(drop),
            false => same(&export.bytes()?),
        };
        if let Err(error) = compared {
            wrong.push(format!("{what}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Whose clock was ahead when it was revoked: typed again, it is valid again for GnuPG as well.
#[test]
fn a_name_that_was_revoked_ahead_of_the_clock_is_valid_again_once_it_is_typed() -> Result<()> {
    let (made, ahead) = (years_ago(5), SystemTime::now() + std::time::Duration::from_secs(3 * 3600));
    let export = Export::of(curve(true, made)?)
        .id(ADA, certifies(made)?)?
        .id(ADA, revokes(SignatureType::CertificationRevocation, ahead)?)?
        .subkey(curve(false, made)?, [decrypts(made)?])?;
    let inventory = export.inventory()?;
    ensure!(inventory.needs_user_id(), "{:?}", inventory.user_ids());
    // That is the name that is typed here.
    let identity = identity(&inventory)?;
    assert_eq!(identity.user_ids(), [ADA]);
    for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
        gnupg.gpg(&["--import"], &identity.public_armored()?)?;
        let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
        let valid = |line: &&str| line.starts_with("uid:") && !line.starts_with("uid:r");
        ensure!(listed.lines().any(|line| valid(&line)), "{listed}");
    }
    lives_with_gnupg(&identity)
}

/// A binding of a day to come that lacks its back signature is the newest for GnuPG, too.
#[test]
fn a_binding_ahead_of_the_clock_without_a_back_signature_is_followed_by_a_newer_one() -> Result<()> {
    let (made, ahead) = (years_ago(5), SystemTime::now() + std::time::Duration::from_secs(3 * 3600));
    let signs = says(SignatureType::SubkeyBinding, ahead)?.set_key_flags(KeyFlags::empty().set_signing())?;
    let export = Export::of(curve(true, made)?)
        .id(ADA, certifies(made)?)?
        .subkey(curve(false, made)?, [decrypts(made)?])?
        .subkey(curve(true, made)?, [signs])?;
    let inventory = export.inventory()?;
    let signs =
        inventory.parts().iter().find(|part| part.uses.sign && !part.primary).context("none signs")?;
    let print = signs.fingerprint.clone();
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    let places = inventory.preset(&plan)?;
    assert_eq!(places[Slot::Signature as usize], Goes::Yours(print));
    lives_with_gnupg(&inventory.identity(&places, &plan, SystemTime::now())?)
}

/// All that is there is of the nineties: it is signed anew, as with SHA-1.
#[test]
fn a_key_whose_words_are_all_with_a_hash_that_gnupg_does_not_read_is_signed_anew() -> Result<()> {
    signed_anew(md5)?;
    signed_anew(sha_3)
}

fn signed_anew(md5: Way) -> Result<()> {
    let made = years_ago(5);
    let export = Export::of(curve(true, made)?)
        .id(ADA, md5(certifies(made)?)?)?
        .subkey(curve(false, made)?, [md5(year(decrypts(made)?, 9)?)?])?;
    let inventory = export.inventory()?;
    for part in inventory.parts() {
        ensure!(part.faults == [Fault::Hash], "{part:?}");
    }
    let identity = identity(&inventory)?;
    assert_eq!(identity.user_ids(), [ADA]);
    let print = &inventory.parts()[1].fingerprint;
    let now = identity.parts().into_iter().find(|part| part.fingerprint == *print).context("it is gone")?;
    ensure!(now.expires == inventory.parts()[1].expires && now.faults.is_empty(), "{now:?}");
    lives_with_gnupg(&identity)
}

/// What has an unknown critical subpacket, and not a notation alone.
#[test]
fn a_subpacket_that_is_critical_and_not_known_decides_nothing() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let strange = |says: SignatureBuilder| {
        says.modify_hashed_area(|mut area| {
            let tag = openpgp::packet::signature::subpacket::SubpacketTag::Private(100);
            area.add(Subpacket::new(SubpacketValue::Unknown { tag, body: vec![1] }, true)?)?;
            Ok(area)
        })
    };
    let key = || Export::of(curve(true, older)?).id(ADA, certifies(older)?);
    let on_name = key()?
        .id(ADA, strange(year(certifies(newer)?, 9)?)?)?
        .subkey(curve(false, older)?, [decrypts(older)?])?;
    let on_subkey =
        key()?.subkey(curve(false, older)?, [decrypts(older)?, strange(year(decrypts(newer)?, 9)?)?])?;
    for export in [on_name, on_subkey] {
        same(&export.bytes()?)?;
    }
    Ok(())
}

/// What the names and the sealed backup say is the same as what the public key with its photos says.
#[test]
fn what_was_said_on_a_photo_is_told_and_said_of_the_names() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let export = photo(
        Export::of(curve(true, older)?).id(ADA, certifies(older)?)?,
        year(both(certifies(newer)?)?, 9)?,
    )?
    .subkey(curve(false, older)?, [decrypts(older)?])?;
    let inventory = export.inventory()?;
    let primary = &inventory.parts()[0];
    ensure!(primary.faults == [Fault::OnPhoto] && primary.uses.sign, "{primary:?}");
    let identity = identity(&inventory)?;
    let again = Opening::of(&identity.secret_armored()?)?.inventory(SystemTime::now())?;
    assert_eq!((again.parts()[0].expires, again.parts()[0].uses), (primary.expires, primary.uses));
    assert_eq!(again.parts()[0].faults, []);
    lives_with_gnupg(&identity)
}

/// A revocation is one with whatever hash, and for whomever: nobody takes one back by choosing another program.
#[test]
fn a_key_or_subkey_that_was_revoked_in_a_word_that_others_do_not_read_is_revoked() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    for (way, of) in [WAYS[0], WAYS[1]] {
        let key = || Export::of(curve(true, older)?).id(ADA, certifies(older)?);
        let revoked = key()?.direct(of(revokes(SignatureType::KeyRevocation, newer)?)?)?;
        let told = revoked.inventory().err().with_context(|| format!("{way}: it is taken"))?.to_string();
        ensure!(told.contains("revoked on"), "{way}: {told}");
        let words = [decrypts(older)?, of(revokes(SignatureType::SubkeyRevocation, newer)?)?];
        let inventory = key()?.subkey(curve(false, older)?, words)?.inventory()?;
        ensure!(
            matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))),
            "{way}: {:?}",
            inventory.parts()
        );
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// GnuPG throws the older binding away, and then finds that the newer one counts no more: the subkey is signed anew.
#[test]
fn a_subkey_whose_newest_word_is_over_or_local_is_signed_anew() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let over = |says: SignatureBuilder| says.set_signature_validity_period(years_long(1));
    let bound = |word| -> Result<Export> {
        let key = Export::of(curve(true, older)?).id(ADA, certifies(older)?)?;
        key.subkey(curve(false, older)?, [year(decrypts(older)?, 20)?, word])
    };
    let newest = [
        (over(year(decrypts(newer)?, 9)?)?, Fault::Expired),
        (local(year(decrypts(newer)?, 9)?)?, Fault::Local),
        (local(year(decrypts(newer)?, 4)?)?, Fault::Local),
    ];
    for (word, fault) in newest {
        let inventory = bound(word)?.inventory()?;
        let part = &inventory.parts()[1];
        ensure!(part.faults == [fault], "{part:?}");
        let identity = identity(&inventory)?;
        lives_with_gnupg(&identity)?;
        let now = identity.parts().into_iter().find(|now| now.fingerprint == part.fingerprint);
        let now = now.context("it is gone")?;
        // What the older word said to everybody is what everybody is told.
        ensure!(fault == Fault::Expired || now.expires == Some(older + years_long(20)), "{now:?}");
        ensure!(now.faults.is_empty(), "{now:?}");
    }
    Ok(())
}

/// Its old word is mended, and says of it what it can do: what it says more, others would want to see proven.
#[test]
fn a_decryption_key_that_says_that_it_signs_is_signed_anew_for_decryption() -> Result<()> {
    let made = years_ago(5);
    let flags = KeyFlags::empty().set_transport_encryption().set_signing();
    for hash in [HashAlgorithm::SHA1, HashAlgorithm::SHA256] {
        let says = decrypts(made)?.set_hash_algo(hash).set_key_flags(flags.clone())?;
        let inventory = Export::of(curve(true, made)?)
            .id(ADA, certifies(made)?)?
            .subkey(curve(false, made)?, [says])?
            .inventory()?;
        let print = inventory.parts()[1].fingerprint.clone();
        let identity = identity(&inventory)?;
        assert_eq!(identity.slot_fingerprint(Slot::Decryption).to_hex(), print);
        let uses =
            identity.parts().into_iter().find(|part| part.fingerprint == print).context("it is gone")?.uses;
        ensure!(uses.decrypt && !uses.sign, "{uses:?}");
        lives_with_gnupg(&identity)?;
    }
    Ok(())
}

/// GnuPG writes the day of a key onto its photos as well: renewed is a key only if they say it, too.
#[test]
fn an_expired_key_with_a_photo_is_renewed_on_the_photo_too() -> Result<()> {
    let made = years_ago(5);
    let export = photo(
        Export::of(curve(true, made)?).id(ADA, year(certifies(made)?, 4)?)?,
        year(certifies(made)?, 4)?,
    )?
    .subkey(curve(false, made)?, [decrypts(made)?])?;
    same(&export.bytes()?)
}

/// Such as PGP made them (RFC 9580 § 9.1): no flag makes one of them do the other.
#[test]
#[allow(deprecated)]
fn an_rsa_key_that_was_made_for_one_use_has_that_one_alone() -> Result<()> {
    let made = years_ago(5);
    let of = |algorithm: PublicKeyAlgorithm| -> Result<super::gnupgs::Subkey> {
        let key = rsa(2048, made)?;
        let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { bail!("no secret") };
        let secret = secret.map(Clone::clone);
        Ok(Key4::with_secret(made, algorithm, key.mpis().clone(), secret.into())?.into())
    };
    let [sign, encrypt] = [PublicKeyAlgorithm::RSASign, PublicKeyAlgorithm::RSAEncrypt];
    let flags = [KeyFlags::empty().set_signing(), KeyFlags::empty().set_transport_encryption()];
    let both = flags[1].clone().set_signing();
    let told = Export::of(of(sign)?).id(ADA, certifies(made)?)?.inventory();
    ensure!(told.is_ok(), "{told:?}");
    for algorithm in [sign, encrypt] {
        for flags in [None, Some(&flags[0]), Some(&flags[1]), Some(&both)] {
            let mut binds = says(SignatureType::SubkeyBinding, made)?;
            if let Some(flags) = flags {
                binds = binds.set_key_flags(flags.clone())?;
            }
            let key =
                Export::of(rsa(2048, made)?).id(ADA, certifies(made)?)?.subkey(of(algorithm)?, [binds])?;
            let inventory = key.inventory()?;
            let uses = inventory.parts()[1].uses;
            ensure!(!(uses.sign && algorithm == encrypt || uses.decrypt && algorithm == sign), "{uses:?}");
            if flags.is_some() {
                same(&key.bytes()?).with_context(|| format!("{algorithm}, {flags:?}"))?;
            } else {
                lives_with_gnupg(&identity(&inventory)?)?;
            }
        }
    }
    Ok(())
}
