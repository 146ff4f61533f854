//! Certificates that nobody has seen yet and GnuPG reads: what it thinks of each is shown, and stays so.

use anyhow::ensure;
use coldspare::openpgp::Remains;
use coldspare_tests::all;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketValue};
use openpgp::packet::{Packet, UserID};
use openpgp::serialize::SerializeInto;
use openpgp::types::{
    Features, HashAlgorithm, KeyFlags, KeyServerPreferences, SignatureType, SymmetricAlgorithm,
};
use sequoia_openpgp as openpgp;

use super::as_gnupg::same;
use super::gnupgs::{
    ADA, Export, Subkey, ada, certifies, curve, decrypts, lives_with_gnupg, revokes, rsa, says, years_ago,
    years_long,
};
use super::*;

fn year(says: SignatureBuilder, years: u64) -> openpgp::Result<SignatureBuilder> {
    says.set_key_validity_period(years_long(years))
}

fn with(says: SignatureBuilder, value: SubpacketValue, critical: bool) -> openpgp::Result<SignatureBuilder> {
    says.modify_hashed_area(|mut area| {
        area.replace(Subpacket::new(value, critical)?)?;
        Ok(area)
    })
}

/// What may stand in a word, and be critical.
fn subpackets() -> Vec<(&'static str, SubpacketValue)> {
    vec![
        ("a policy", SubpacketValue::PolicyURI(b"https://example.org/policy".to_vec())),
        ("a regular expression", SubpacketValue::RegularExpression(b"<[^>]+[@.]example\\.org>$".to_vec())),
        ("depth of trust", SubpacketValue::TrustSignature { level: 1, trust: 120 }),
        ("a key server", SubpacketValue::PreferredKeyServer(b"hkps://keys.example.org".to_vec())),
        (
            "wishes for key servers",
            SubpacketValue::KeyServerPreferences(KeyServerPreferences::empty().set_no_modify()),
        ),
        ("whose it is", SubpacketValue::SignersUserID(ADA.into())),
        ("features", SubpacketValue::Features(Features::empty().set_seipdv1().set_seipdv2())),
        ("that it is the main one", SubpacketValue::PrimaryUserID(true)),
        ("uses", SubpacketValue::KeyFlags(KeyFlags::empty().set_certification())),
        ("that it may be revoked", SubpacketValue::Revocable(true)),
        ("that it may not be revoked", SubpacketValue::Revocable(false)),
        ("that others get it", SubpacketValue::ExportableCertification(true)),
        (
            "ciphers",
            SubpacketValue::PreferredSymmetricAlgorithms(vec![
                SymmetricAlgorithm::AES256,
                SymmetricAlgorithm::AES128,
            ]),
        ),
        ("hashes", SubpacketValue::PreferredHashAlgorithms(vec![HashAlgorithm::SHA512])),
        ("a time", SubpacketValue::KeyExpirationTime(openpgp::types::Duration::from(9 * 365 * 86_400))),
    ]
}

/// All of them with `COLDSPARE_TESTS=all`, and every third in each run: GnuPG is asked twice for each.
fn all_same(exports: Vec<(String, Export)>) -> Result<()> {
    let mut wrong = Vec::new();
    for (what, export) in exports.into_iter().step_by(if all() { 1 } else { 3 }) {
        if let Err(error) = same(&export.bytes()?) {
            wrong.push(format!("{what}: {error:#}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn whatever_stands_in_the_newest_word_it_counts_if_it_counts_for_gnupg() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let mut words = Vec::new();
    for (what, value) in subpackets() {
        for critical in [false, true] {
            let word = with(year(certifies(newer)?, 9)?, value.clone(), critical)?;
            let key = ada()?.id(ADA, word)?.subkey(curve(false, older)?, [decrypts(older)?])?;
            words.push((format!("{what}, critical: {critical}, on the name"), key));
            let flags = KeyFlags::empty().set_transport_encryption();
            let value = match value.clone() {
                SubpacketValue::KeyFlags(_) => SubpacketValue::KeyFlags(flags),
                value => value,
            };
            let word = with(year(decrypts(newer)?, 9)?, value, critical)?;
            let key = ada()?.subkey(curve(false, older)?, [decrypts(older)?, word])?;
            words.push((format!("{what}, critical: {critical}, on the subkey"), key));
        }
    }
    all_same(words)
}

fn flags(bytes: &[u8]) -> KeyFlags {
    KeyFlags::new(bytes)
}

fn subkey_with(of: KeyFlags, made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    says(SignatureType::SubkeyBinding, made)?.set_key_flags(of)
}

#[test]
fn certificates_of_other_kinds_are_read_as_gnupg_reads_them() -> Result<()> {
    let (older, newer, newest) = (years_ago(5), years_ago(3), years_ago(2));
    let bound = |export: Export| export.subkey(curve(false, older)?, [decrypts(older)?]);
    let typed = |typ, made| -> openpgp::Result<SignatureBuilder> {
        says(typ, made)?.set_key_flags(KeyFlags::empty().set_certification())
    };
    let key = || Ok::<_, anyhow::Error>(Export::of(curve(true, older)?));
    let gone = |made| revokes(SignatureType::CertificationRevocation, made);
    let exports = vec![
        (
            "a generic certification",
            bound(key()?.id(ADA, typed(SignatureType::GenericCertification, older)?)?)?,
        ),
        (
            "a persona certification",
            bound(key()?.id(ADA, typed(SignatureType::PersonaCertification, older)?)?)?,
        ),
        (
            "a casual certification",
            bound(key()?.id(ADA, typed(SignatureType::CasualCertification, older)?)?)?,
        ),
        (
            "a generic one behind a positive one",
            bound(ada()?.id(ADA, year(typed(SignatureType::GenericCertification, newer)?, 9)?)?)?,
        ),
        (
            "a subkey that storage alone is encrypted to",
            ada()?.subkey(curve(false, older)?, [subkey_with(flags(&[8]), older)?])?,
        ),
        ("a subkey of a group", ada()?.subkey(curve(false, older)?, [subkey_with(flags(&[0x8C]), older)?])?),
        ("a split subkey", ada()?.subkey(curve(false, older)?, [subkey_with(flags(&[0x1C]), older)?])?),
        (
            "flags of two bytes",
            ada()?.subkey(curve(false, older)?, [subkey_with(flags(&[0x0C, 0]), older)?])?,
        ),
        (
            "a subkey for more than it can",
            ada()?.subkey(curve(false, older)?, [subkey_with(flags(&[0x2E]), older)?])?,
        ),
        (
            "an older subkey than its primary key",
            ada()?.subkey(curve(false, years_ago(9))?, [decrypts(older)?])?,
        ),
        (
            "four words on a name, the third takes it back",
            bound(
                ada()?
                    .id(ADA, year(certifies(newer)?, 9)?)?
                    .id(ADA, gone(newest)?)?
                    .id(ADA, year(certifies(years_ago(1))?, 11)?)?,
            )?,
        ),
        (
            "a main name that is revoked, and another one",
            bound(
                key()?
                    .id("Countess", certifies(older)?.set_primary_userid(true)?)?
                    .id(ADA, certifies(newer)?)?
                    .id("Countess", gone(newest)?)?,
            )?,
        ),
        (
            "a key on which a direct word says nothing",
            bound(ada()?.direct(says(SignatureType::DirectKey, newer)?)?)?,
        ),
        ("a name that ends in blanks", bound(key()?.id("Ada <ada@example.org>  ", certifies(older)?)?)?),
        ("an RSA key that does all", {
            let all = KeyFlags::empty().set_certification().set_signing();
            let all = all.set_transport_encryption().set_storage_encryption().set_authentication();
            let says = says(SignatureType::PositiveCertification, older)?.set_key_flags(all)?;
            Export::of(rsa(2048, older)?).id(ADA, year(says, 16)?)?
        }),
    ];
    all_same(exports.into_iter().map(|(what, export)| (what.to_owned(), export)).collect())
}

/// Mail from 1998 on is encrypted to it as a subkey, too.
#[test]
fn a_primary_key_that_is_its_own_subkey_goes_into_one_slot() -> Result<()> {
    let made = years_ago(5);
    let primary = rsa(2048, made)?;
    let both = KeyFlags::empty().set_certification().set_signing();
    let word = says(SignatureType::PositiveCertification, made)?.set_key_flags(both)?;
    let export = Export::of(primary.clone()).id(ADA, word)?.subkey(primary, [decrypts(made)?])?;
    match export.inventory() {
        Ok(inventory) => lives_with_gnupg(&identity(&inventory)?),
        Err(error) => bail!("it is refused: {error}"),
    }
}

/// A name that is there in Latin-1 and in UTF-8 is one name to who reads it, and two to GnuPG.
#[test]
fn a_name_in_two_encodings_stays_two_packets() -> Result<()> {
    let made = years_ago(5);
    let latin = UserID::from(&b"J\xF6rg <joerg@example.org>"[..]);
    let export = Export::of(curve(true, made)?)
        .id(latin.clone(), certifies(made)?)?
        .id("Jörg <joerg@example.org>", certifies(years_ago(3))?)?
        .subkey(curve(false, made)?, [decrypts(made)?])?;
    let identity = identity(&export.inventory()?)?;
    assert_eq!(identity.user_ids(), ["Jörg <joerg@example.org>"]);
    assert_eq!(identity.public().userids().count(), 2);
    ensure!(identity.public().userids().any(|id| *id.userid() == latin));
    lives_with_gnupg(&identity)
}

/// A word on a key that is older than the key is none for GnuPG: a name with no other is no name.
#[test]
fn a_name_that_was_signed_before_the_key_was_made_is_valid_for_gnupg_afterwards() -> Result<()> {
    let made = years_ago(3);
    let export = Export::of(curve(true, made)?)
        .id(ADA, certifies(years_ago(5))?)?
        .subkey(curve(false, made)?, [decrypts(made)?])?;
    lives_with_gnupg(&identity(&export.inventory()?)?)
}

fn binary(packets: &[Packet]) -> Result<Vec<u8>> {
    Ok(packets.iter().map(Packet::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat())
}

fn keys_of(export: &Export) -> String {
    export.primary.fingerprint().to_hex()
}

fn taken(bytes: &[u8], print: &str) -> Result<Inventory, OpenPgpError> {
    let mut opening = Opening::of(bytes)?;
    if let Some(Question::Which(_)) = opening.asks() {
        opening.choose(print)?;
    }
    opening.inventory(SystemTime::now())
}

/// `cat key1.gpg revocation-of-2.gpg key2.gpg`, and where else it may stand.
#[test]
fn a_revocation_of_the_second_key_between_two_keys_ends_the_second_and_not_the_first() -> Result<()> {
    let made = years_ago(5);
    let whole = |id: &str| -> Result<Export> {
        Export::of(curve(true, made)?)
            .id(id, certifies(made)?)?
            .subkey(curve(false, made)?, [decrypts(made)?])
    };
    let (first, second) = (whole(ADA)?, whole("Countess")?);
    let revocation = |of: &Export| -> Result<Packet> {
        let mut signer = of.primary.clone().into_keypair()?;
        let says = revokes(SignatureType::KeyRevocation, years_ago(3))?;
        Ok(says.sign_direct_key(&mut signer, of.primary.parts_as_public())?.into())
    };
    let (one, two) = (binary(&first.packets)?, binary(&second.packets)?);
    let ended = binary(&[revocation(&second)?])?;
    for (number, bytes) in [
        [&one[..], &ended, &two].concat(),
        [&ended[..], &one, &two].concat(),
        [&one[..], &two, &ended].concat(),
        [&two[..], &ended, &one].concat(),
    ]
    .into_iter()
    .enumerate()
    {
        let inventory = taken(&bytes, &keys_of(&first)).with_context(|| format!("file {number}"))?;
        assert_eq!(inventory.remains(), Remains { keys: 1, ..Remains::default() }, "file {number}");
        lives_with_gnupg(&identity(&inventory)?)?;
        let told = taken(&bytes, &keys_of(&second)).err();
        let told = told.with_context(|| format!("file {number}: the second is taken"))?;
        ensure!(matches!(told, OpenPgpError::Unusable { .. }), "file {number}: {told}");
    }
    Ok(())
}

/// A subkey of another key, put behind this one: nothing binds it here.
#[test]
fn a_subkey_of_somebody_else_is_told_as_not_bound_and_goes_nowhere() -> Result<()> {
    let made = years_ago(5);
    let other = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let mut export = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    export.packets.extend(other.packets[3..].to_vec());
    let Packet::SecretSubkey(stranger) = &other.packets[3] else { bail!("no subkey") };
    let print = stranger.fingerprint().to_hex();
    let inventory = export.inventory()?;
    assert_eq!(inventory.part(&print).context("it is not told")?.kept, Some(Kept::Unbound));
    let identity = identity(&inventory)?;
    ensure!(Slot::ALL.iter().all(|slot| identity.slot_fingerprint(*slot).to_hex() != print));
    lives_with_gnupg(&identity)
}

/// Of two keys with one secret each only one is taken at a time; with one's subkeys between them neither loses any.
#[test]
fn many_subkeys_of_all_kinds_keep_their_days_and_uses() -> Result<()> {
    let older = years_ago(5);
    let mut export = ada()?;
    for age in [5, 4, 3, 2] {
        let made = years_ago(age);
        let of = |signs| -> Result<Subkey> { curve(signs, made) };
        export = export.subkey(of(false)?, [year(decrypts(made)?, age + 2)?])?;
        let logs_in = subkey_with(KeyFlags::empty().set_authentication(), made)?;
        export = export.subkey(of(true)?, [year(logs_in, age + 1)?])?;
    }
    export = export.subkey(rsa(2048, older)?, [year(decrypts(older)?, 3)?])?;
    same(&export.bytes()?)
}
