//! The file: what it asks, why it will not do, and what of it is not taken over.

use std::fs;

use anyhow::{Result, ensure};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Up};
use sequoia_openpgp::armor::{self, Writer};
use sequoia_openpgp::packet::UserID;
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType};
use sequoia_openpgp::{Cert, Packet};

use super::super::pictures::Pictures;
use super::super::straight;
use super::{CODE, answer, choose, chosen, example, key, together};

/// Every question that a file can ask.
pub(crate) fn questions(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["two-passphrases.asc"])?;
    answer(&mut face, "gamma gamma")?;
    pictures.take(&mut face, "key-passphrase: wrong")?;
    answer(&mut face, "alpha alpha")?;
    pictures.take(&mut face, "key-passphrase: another one")?;
    answer(&mut face, "alpha alpha")?;
    pictures.take(&mut face, "key-passphrase: not the same again")?;

    let mut face = chosen(language, &["openkeychain-like.sec.pgp"])?;
    pictures.step(&mut face, "backup-code")?;
    answer(&mut face, "1234-5678")?;
    pictures.take(&mut face, "backup-code: wrong")?;
    answer(&mut face, CODE)?;
    pictures.take(&mut face, "places: of a backup under a code")?;

    let mut face = straight::home(language)?;
    let stick = choose(&mut face, &[])?;
    let both = ["gnupg-default-rsa3072.asc", "no-user-id.asc"].map(|name| fs::read(key(name)));
    let both = both.into_iter().collect::<std::io::Result<Vec<_>>>()?.concat();
    fs::write(stick.join("both.asc"), both)?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "key-which")?;
    pictures.lines(&mut face, "key-which", 2)?;

    let mut face = chosen(language, &["sk_generated-on-card-rsa.gpg"])?;
    pictures.step(&mut face, "key-alone")?;
    face.key(Enter)?;
    pictures.take(&mut face, "key-alone: still missing")?;
    let mut face = chosen(
        language,
        &["sk_generated-on-card-rsa.gpg", "rotated-subkeys.asc", "sk_generated-on-card-rsa.public.asc"],
    )?;
    pictures.take(&mut face, "key-passphrase: the public key is found")?;
    answer(&mut face, "backup of the card")?;
    pictures.step(&mut face, "alone")?;
    face.key(Enter)?;
    pictures.take(&mut face, "places: a new identity")?;
    face.key(Char('3'))?;
    pictures.take(&mut face, "places: a new identity, decryption")?;
    face.each(&[Enter, Up, Enter, Char('1')])?;
    pictures.take(&mut face, "places: a new identity with the old decryption key")
}

/// What GnuPG exports of keys that are on a Nitrokey: notes that the secret is there.
fn stubs() -> Result<Vec<u8>> {
    let cert = Cert::from_file(key("rotated-subkeys.asc"))?.strip_secret_key_material();
    cert.as_tsk().set_filter(|_| false).emit_secret_key_stubs(true).armored().to_vec()
}

/// What cannot be brought, and what to do instead.
pub(crate) fn refusals(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["revoked-primary.asc"])?;
    pictures.take(&mut face, "key-file: revoked")?;
    let mut face = chosen(language, &["made-in-2031.asc"])?;
    // How the lines break depends on what day it is.
    let head = |screen: String| screen.split("× ").take(1).collect::<String>();
    pictures.masked(&mut face, "key-file: made in another year", head)?;
    face.key(F(6))?;
    pictures.step(&mut face, "clock-again")?;
    face.key(Enter)?;
    pictures.masked(&mut face, "key-file: the same again", head)?;
    let mut face = chosen(language, &["sk_generated-on-card-rsa.public.asc"])?;
    pictures.take(&mut face, "key-file: a public key")?;
    let mut face = straight::home(language)?;
    fs::write(choose(&mut face, &[])?.join("stubs.asc"), stubs()?)?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "key-file: keys that are on a Nitrokey")?;
    face.key(F(6))?;
    pictures.take(&mut face, "on-a-nitrokey: after such a file")?;
    let mut face = straight::home(language)?;
    straight::to_plan(&mut face)?;
    face.each(&[Enter, End, Enter])?;
    pictures.step(&mut face, "on-a-nitrokey")?;
    face.key(Enter)?;
    pictures.take(&mut face, "keys: back from there")
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
    let mut face = together(language, &both)?;
    face.each(&[Enter, End])?;
    pictures.take(&mut face, "places: another key in the file")?;
    face.key(Enter)?;
    pictures.take(&mut face, "places: what is not taken over")?;
    let mut face = together(language, &[named(&[b'x'; 3000], false)?])?;
    face.each(&[End, Enter])?;
    pictures.take(&mut face, "places: a name that is too long")?;
    face.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut face, "owner: a name that is too long")?;
    let mut face = together(language, &[named(b"Secret", true)?])?;
    face.each(&[End, Enter])?;
    pictures.take(&mut face, "places: a local name")?;
    face.key(Down)?;
    pictures.take(&mut face, "places: a local signature")?;
    face.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut face, "owner: a local name")?;
    let mut face = chosen(language, &["sq-0.27.asc"])?;
    face.each(&[Char('5'), Enter])?;
    pictures.take(&mut face, "places: a day on the key itself")?;
    let mut face =
        together(language, &[example("rotated-subkeys.asc")?, revocation("rotated-subkeys.asc")?])?;
    pictures.take(&mut face, "key-file: a revocation certificate beside the key")?;
    let mut face = together(language, &[subkeys_alone("rotated-subkeys.asc")?])?;
    pictures.take(&mut face, "key-file: subkeys alone")
}

#[test]
fn of_a_file_and_its_passphrase_nothing_is_asked_again_on_the_way_back() -> Result<()> {
    let mut face = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut face, "correct horse battery staple")?;
    face.wait_for("What goes where")?;
    face.key(Esc)?;
    face.wait_for("0-certify-only-primary.asc")?;
    face.key(F(5))?;
    face.wait_for("What goes where")
}

#[test]
fn why_a_file_will_not_do_is_seen_among_many_files() -> Result<()> {
    let mut face = straight::home("en")?;
    let stick = choose(&mut face, &[])?;
    for n in 1..=30 {
        fs::copy(key("revoked-primary.asc"), stick.join(format!("{n}.asc")))?;
    }
    face.each(&[Enter, End, Enter])?;
    face.wait_for("was revoked on")?;
    ensure!(face.app().fit().below == 0, "there is no room:\n{}", face.screen());
    face.key(Up)?;
    face.wait_for("29 ")
}

#[test]
fn a_revocation_certificate_in_the_file_is_told_as_that() -> Result<()> {
    let mut face = together("en", &[example("rotated-subkeys.asc")?, revocation("rotated-subkeys.asc")?])?;
    face.wait_for("this file has a revocation")?;
    face.wait_for("keep the certificate by itself")?;
    ensure!(face.app().fit().below == 0, "there is no room:\n{}", face.screen());
    Ok(())
}
