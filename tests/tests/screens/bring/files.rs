//! The file: what it asks, why it will not do, and what of it is not taken over.

use std::fs;

use anyhow::{Context, Result, ensure};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Up};
use sequoia_openpgp::armor::{self, Writer};
use sequoia_openpgp::packet::UserID;
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation, RevocationKey, SignatureType};
use sequoia_openpgp::{Cert, Packet};

use super::super::pictures::Pictures;
use super::super::straight;
use super::{CODE, answer, choose, chosen, example, key, together};

/// Every question that a file can ask.
pub(crate) fn questions(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = chosen(language, &["two-passphrases.asc"])?;
    answer(&mut in_process, "gamma gamma")?;
    pictures.take(&mut in_process, "key-passphrase: wrong")?;
    answer(&mut in_process, "alpha alpha")?;
    pictures.take(&mut in_process, "key-passphrase: another one")?;
    answer(&mut in_process, "alpha alpha")?;
    pictures.take(&mut in_process, "key-passphrase: not the same again")?;

    let mut in_process = chosen(language, &["openkeychain-like.sec.pgp"])?;
    pictures.step(&mut in_process, "backup-code")?;
    answer(&mut in_process, "1234-5678")?;
    pictures.take(&mut in_process, "backup-code: wrong")?;
    answer(&mut in_process, CODE)?;
    pictures.take(&mut in_process, "places: of a backup under a code")?;

    let mut in_process = straight::home(language)?;
    let stick = choose(&mut in_process, &[])?;
    let both = ["gnupg-default-rsa3072.asc", "no-user-id.asc"].map(|name| fs::read(key(name)));
    let both = both.into_iter().collect::<std::io::Result<Vec<_>>>()?.concat();
    fs::write(stick.join("both.asc"), both)?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "key-which")?;
    pictures.lines(&mut in_process, "key-which", 2)?;

    let mut in_process = chosen(language, &["sk_generated-on-card-rsa.gpg"])?;
    pictures.step(&mut in_process, "key-alone")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "key-alone: still missing")?;
    let mut in_process = chosen(
        language,
        &["sk_generated-on-card-rsa.gpg", "rotated-subkeys.asc", "sk_generated-on-card-rsa.public.asc"],
    )?;
    pictures.take(&mut in_process, "key-passphrase: the public key is found")?;
    answer(&mut in_process, "backup of the card")?;
    pictures.step(&mut in_process, "alone")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "places: a new identity")?;
    in_process.key(Char('3'))?;
    pictures.take(&mut in_process, "places: a new identity, decryption")?;
    in_process.each(&[Enter, Up, Enter, Char('1')])?;
    pictures.take(&mut in_process, "places: a new identity with the old decryption key")?;

    let mut in_process = straight::home(language)?;
    let stick = choose(&mut in_process, &[])?;
    fs::copy(key("sk_generated-on-card-tag5.gpg"), stick.join("1.gpg"))?;
    fs::write(
        stick.join("2.gpg"),
        with_the_subkey_of("rotated-subkeys.asc", "sk_generated-on-card.public.asc")?,
    )?;
    fs::copy(key("sk_generated-on-card.public.asc"), stick.join("3.asc"))?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "key-whose")?;
    pictures.lines(&mut in_process, "key-whose", 2)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "alone: of the one that was chosen")
}

/// A public key that has bound another one's subkey, as anybody can.
fn with_the_subkey_of(name: &str, other: &str) -> Result<Vec<u8>> {
    let (cert, other) = (Cert::from_file(key(name))?, Cert::from_file(key(other))?);
    let mut subkeys = other.keys().subkeys().map(|subkey| subkey.key().clone());
    let subkey = subkeys.find(|subkey| subkey.pk_algo().for_encryption()).context("no subkey")?;
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let binding = SignatureBuilder::new(SignatureType::SubkeyBinding)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_key_flags(KeyFlags::empty().set_transport_encryption())?
        .sign_subkey_binding(&mut signer, cert.primary_key().key(), &subkey)?;
    let cert = cert.strip_secret_key_material();
    cert.insert_packets([Packet::from(subkey), binding.into()])?.0.to_vec()
}

/// A key with a revocation by somebody whom it has named for that (RFC 9580 § 5.2.3.23).
fn revoked_by_another(name: &str, by: &str) -> Result<Vec<u8>> {
    let (cert, by) = (Cert::from_file(key(name))?, Cert::from_file(key(by))?);
    let day = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_795_700_000);
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let named = RevocationKey::new(by.primary_key().key().pk_algo(), by.fingerprint(), false);
    let names = SignatureBuilder::new(SignatureType::DirectKey)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_signature_creation_time(day)?
        .set_revocation_key(named)?
        .sign_direct_key(&mut signer, cert.primary_key().key())?;
    let mut signer = by.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let revocation = SignatureBuilder::new(SignatureType::KeyRevocation)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_signature_creation_time(day)?
        .set_reason_for_revocation(ReasonForRevocation::KeyCompromised, b"")?
        .sign_direct_key(&mut signer, cert.primary_key().key())?;
    cert.insert_packets([names, revocation])?.0.as_tsk().to_vec()
}

/// What GnuPG exports of keys that are on a Nitrokey: notes that the secret is there.
fn stubs() -> Result<Vec<u8>> {
    let cert = Cert::from_file(key("rotated-subkeys.asc"))?.strip_secret_key_material();
    cert.as_tsk().set_filter(|_| false).emit_secret_key_stubs(true).armored().to_vec()
}

/// What cannot be brought, and what to do instead.
pub(crate) fn refusals(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = chosen(language, &["revoked-primary.asc"])?;
    pictures.take(&mut in_process, "key-file: revoked")?;
    let mut in_process = chosen(language, &["made-in-2031.asc"])?;
    // How the lines break depends on what day it is.
    let head = |screen: String| screen.split("× ").take(1).collect::<String>();
    pictures.masked(&mut in_process, "key-file: made in another year", head)?;
    in_process.key(F(6))?;
    pictures.step(&mut in_process, "clock-again")?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "key-file: the same again", head)?;
    let mut in_process = chosen(language, &["sk_generated-on-card-rsa.public.asc"])?;
    pictures.take(&mut in_process, "key-file: a public key")?;
    let mut in_process = straight::home(language)?;
    fs::write(choose(&mut in_process, &[])?.join("stubs.asc"), stubs()?)?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "key-file: keys that are on a Nitrokey")?;
    in_process.key(F(6))?;
    pictures.take(&mut in_process, "on-a-nitrokey: after such a file")?;
    let mut in_process = straight::home(language)?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Enter, End, Enter])?;
    pictures.step(&mut in_process, "on-a-nitrokey")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "keys: back from there")
}

/// A revocation certificate of a key, as GnuPG writes it into a file of its own.
fn revocation(name: &str) -> Result<Vec<u8>> {
    let cert = Cert::from_file(key(name))?;
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let day = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_795_700_000);
    let revocation = SignatureBuilder::new(SignatureType::KeyRevocation)
        .set_signature_creation_time(day)?
        .set_reason_for_revocation(ReasonForRevocation::Unspecified, b"")?
        .sign_direct_key(&mut signer, cert.primary_key().key())?;
    let mut writer = Writer::new(Vec::new(), armor::Kind::PublicKey)?;
    Packet::from(revocation).serialize(&mut writer)?;
    Ok([&b"\n"[..], &writer.finalize()?].concat())
}

/// The subkeys of a key, and of its primary key a note: `gpg --export-secret-subkeys`.
fn subkeys_alone(name: &str) -> sequoia_openpgp::Result<Vec<u8>> {
    let cert = Cert::from_file(key(name))?;
    let primary = cert.fingerprint();
    cert.as_tsk()
        .set_filter(move |key| key.fingerprint() != primary)
        .emit_secret_key_stubs(true)
        .armored()
        .to_vec()
}

/// A key file with this user id alone.
pub(super) fn named(id: &[u8], local: bool) -> sequoia_openpgp::Result<Vec<u8>> {
    let cert = Cert::from_file(key("gnupg-default-rsa3072.asc"))?.retain_userids(|_| false);
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let id = UserID::from(id);
    let says = SignatureBuilder::new(SignatureType::PositiveCertification)
        .set_hash_algo(HashAlgorithm::SHA512)
        .set_key_flags(KeyFlags::empty().set_certification().set_signing())?
        .set_exportable_certification(!local)?;
    let binding = says.sign_userid_binding(&mut signer, cert.primary_key().key(), &id)?;
    let cert = cert.insert_packets([Packet::from(id), binding.into()])?.0;
    cert.as_tsk().to_vec()
}

/// What of a file is not taken over, what is for its owner alone, a name that will not do.
pub(crate) fn whole(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let both = [example("gnupg-default-rsa3072.asc")?, example("no-user-id.asc")?];
    let mut in_process = together(language, &both)?;
    in_process.each(&[Enter, End])?;
    pictures.take(&mut in_process, "places: another key in the file")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "places: what is not taken over")?;
    let mut in_process = together(language, &[named(&[b'x'; 3000], false)?])?;
    in_process.each(&[End, Enter])?;
    pictures.take(&mut in_process, "places: a name that is too long")?;
    in_process.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut in_process, "owner: a name that is too long")?;
    let mut in_process = together(language, &[named(b"Secret", true)?])?;
    in_process.each(&[End, Enter])?;
    pictures.take(&mut in_process, "places: a local name")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "places: a local signature")?;
    in_process.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut in_process, "owner: a local name")?;
    let mut in_process = chosen(language, &["sq-0.27.asc"])?;
    in_process.each(&[Char('5'), Enter])?;
    pictures.take(&mut in_process, "places: a day on the key itself")?;
    let mut in_process =
        together(language, &[example("rotated-subkeys.asc")?, revocation("rotated-subkeys.asc")?])?;
    pictures.take(&mut in_process, "key-file: a revocation certificate beside the key")?;
    let mut in_process = together(language, &[subkeys_alone("rotated-subkeys.asc")?])?;
    pictures.take(&mut in_process, "key-file: subkeys alone")?;
    let unchecked = revoked_by_another("rotated-subkeys.asc", "gnupg-default-rsa3072.asc")?;
    let mut in_process = together(language, &[unchecked])?;
    pictures.take(&mut in_process, "places: a revocation that cannot be checked")?;
    let both = [example("gnupg-default-rsa3072.asc")?, subkeys_alone("rotated-subkeys.asc")?];
    let mut in_process = together(language, &both)?;
    in_process.each(&[End, Enter])?;
    pictures.take(&mut in_process, "places: subkeys without their primary key")
}

#[test]
fn of_a_file_and_its_passphrase_nothing_is_asked_again_on_the_way_back() -> Result<()> {
    let mut in_process = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.at("places")?;
    in_process.key(Esc)?;
    in_process.wait_for("0-certify-only-primary.asc")?;
    in_process.key(F(5))?;
    in_process.at("places")
}

#[test]
fn why_a_file_will_not_do_is_seen_among_many_files() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let stick = choose(&mut in_process, &[])?;
    for n in 1..=30 {
        fs::copy(key("revoked-primary.asc"), stick.join(format!("{n}.asc")))?;
    }
    in_process.each(&[Enter, End, Enter])?;
    in_process.wait_for("was revoked on")?;
    ensure!(in_process.app().fit().below == 0, "there is no room:\n{}", in_process.screen());
    in_process.key(Up)?;
    in_process.wait_for("29 ")
}

#[test]
fn a_revocation_certificate_in_the_file_is_told_as_that() -> Result<()> {
    let mut in_process =
        together("en", &[example("rotated-subkeys.asc")?, revocation("rotated-subkeys.asc")?])?;
    in_process.wait_for("this file has a revocation")?;
    in_process.wait_for("keep the certificate by itself")?;
    ensure!(in_process.app().fit().below == 0, "there is no room:\n{}", in_process.screen());
    Ok(())
}
