//! Bring keys that I have: the file is opened when it is chosen, what it asks is asked, and what goes where is shown
//! before anything else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use coldspare::plan::{Algorithm, SlotChoice};
use coldspare_tests::face::Face;
use coldspare_tests::keys::{For, Kind, exported};
use coldspare_tests::paper::Pdf;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Up};
use sequoia_openpgp::armor::{self, Writer};
use sequoia_openpgp::packet::UserID;
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType};
use sequoia_openpgp::{Cert, Packet};
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
use super::pictures::Pictures;
use super::pins::{bundle_and_rehearse, write_both};
use super::straight::{self, print, scan};

const CODE: &str = "1234-5678-9012-3456-7890-1234-5678-9012-3456";

/// A key file as people have them.
pub(crate) fn key(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/keys").join(name)
}

/// From home to the stick with these files, of which the first is chosen.
fn choose(face: &mut Face, files: &[&str]) -> Result<PathBuf> {
    let stick = face.plug_stick("AT-HOME")?;
    for (i, name) in files.iter().enumerate() {
        fs::copy(key(name), stick.join(format!("{i}-{name}")))?;
    }
    straight::to_plan(face)?;
    face.each(&[Enter, Down, Enter, Enter, Enter])?;
    Ok(stick)
}

/// The same at once.
pub(crate) fn chosen(language: &str, files: &[&str]) -> Result<Face> {
    let mut face = straight::home(language)?;
    choose(&mut face, files)?;
    Ok(face)
}

/// Types an answer.
pub(crate) fn answer(face: &mut Face, text: &str) -> Result<()> {
    face.keys(text)?;
    face.key(Enter)
}

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

/// A key file that is put together from others.
fn together(language: &str, parts: &[Vec<u8>]) -> Result<Face> {
    let mut face = straight::home(language)?;
    let stick = choose(&mut face, &[])?;
    fs::write(stick.join("key.asc"), parts.concat())?;
    face.each(&[Enter, Enter])?;
    Ok(face)
}

fn example(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(key(name))?)
}

/// A key file with this user id alone.
fn named(id: &[u8], local: bool) -> sequoia_openpgp::Result<Vec<u8>> {
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

/// What goes where, line by line, and what there is more to say of it.
pub(crate) fn places(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    pictures.step(&mut face, "places: an Elgamal key")?;
    pictures.lines(&mut face, "places: an Elgamal key", 6)?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "places: another key for signatures?")?;
    face.key(Up)?;
    pictures.take(&mut face, "places: the primary key for signatures?")?;
    face.key(Enter)?;
    pictures.take(&mut face, "places: the primary key signs")?;
    face.each(&[Esc, Enter])?;

    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    face.each(&[Char('5'), Enter])?;
    pictures.take(&mut face, "places: on no Nitrokey")?;
    pictures.lines(&mut face, "places: on no Nitrokey", 2)?;
    face.each(&[Esc, Char('6'), Enter])?;
    pictures.take(&mut face, "places: names")?;

    let mut face = chosen(language, &["sha1-everywhere.asc"])?;
    pictures.take(&mut face, "places: SHA-1")?;
    face.key(Char('3'))?;
    pictures.take(&mut face, "places: SHA-1, decryption")?;
    face.each(&[Char('5'), Enter])?;
    pictures.take(&mut face, "places: signed anew")?;

    let mut face = chosen(language, &["primary-expired.asc"])?;
    face.each(&[Char('5'), Enter])?;
    // The new date is counted from today.
    let head = |screen: String| screen.split("2020").take(1).collect::<String>();
    pictures.masked(&mut face, "places: expired", head)?;
    face.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut face, "algorithm: beside yours")?;
    face.key(Enter)?;
    pictures.take(&mut face, "expiry: a new date")?;

    let mut face = chosen(language, &["primary-here-subkeys-on-card.asc"])?;
    pictures.take(&mut face, "places: subkeys on a Nitrokey")?;
    pictures.lines(&mut face, "places: subkeys on a Nitrokey", 5)?;
    face.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut face, "places: subkeys on a Nitrokey, which")?;

    let mut face = chosen(language, &["revoked-decryption-subkey.asc"])?;
    pictures.take(&mut face, "places: revoked")?;
    face.key(Char('3'))?;
    pictures.take(&mut face, "places: revoked, decryption")?;
    face.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut face, "places: revoked, which")?;

    let mut face = chosen(language, &["no-user-id.asc"])?;
    pictures.take(&mut face, "places: no name")?;
    face.key(Enter)?;
    pictures.take(&mut face, "owner: no name")?;

    let mut face = chosen(language, &["revoked-user-id.asc"])?;
    face.each(&[End, Enter, Down])?;
    pictures.take(&mut face, "places: a revoked name")
}

/// Algorithm, expiry, cards, needed; trustees; notes, Nitrokeys, PINs, touch, anything special.
pub(crate) fn plan(face: &mut Face) -> Result<()> {
    face.wait_for("How many share cards")?;
    face.each(&[Enter; 2])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(face, name)?;
    }
    face.each(&[Enter; 7])
}

/// From the summary to what was brought: a Nitrokey that does not take what is made new.
pub(crate) fn brought(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    // What goes where; another kind for what is new; two years; cards, needed.
    face.each(&[Enter, Char('1'), Enter, Enter, Enter, Enter])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(&mut face, name)?;
    }
    face.each(&[Enter; 7])?;
    pictures.take(&mut face, "summary: keys that exist")?;
    face.key(Enter)?;
    let (pro, spare) = (walk::key(Model::Pro2, SERIALS[0])?, walk::key(Model::Nitrokey3, SERIALS[1])?);
    [&pro, &spare].into_iter().for_each(VirtualNitrokey::unplug);
    face.plug(&pro)?;
    face.key(Enter)?;
    face.plug(&spare)?;
    face.each(&[Char('2'), Enter, Enter])?;
    pictures.step(&mut face, "places-again")?;
    // No dice, nothing typed, mixed, nothing more kept.
    face.each(&[Enter; 5])?;
    pictures.take(&mut face, "make: brought")?;
    face.key(F(2))?;
    pictures.take(&mut face, "make: brought, F2")
}

/// What has to stand on the screen once the first file is chosen, and these answers are given.
const SHOWN: &[(&[&str], &[&str], &[&str])] = &[
    (
        &["gnupg-default-rsa3072.asc"],
        &[],
        &["Signatures: new, RSA 3072", "Decryption: yours, RSA 3072", "Logins: new, RSA 3072"],
    ),
    (
        &["primary-expired.asc"],
        &[],
        &["Signatures: new, Curve 25519", "Decryption: yours, Curve 25519", "Signed anew: one key"],
    ),
    (&["sha1-subkey.asc"], &[], &["Decryption: yours, RSA 2048", "Signed anew: one key"]),
    (&["revoked-primary.asc"], &[], &["was revoked on", "Set up new keys", "Which key?"]),
    (
        &["revoked-decryption-subkey.asc"],
        &[],
        &["Decryption: new, Curve 25519", "read with the backup, not with the Nitrokey"],
    ),
    (
        &["rsa-with-elgamal.asc"],
        &[],
        &["Decryption: new, RSA 2048", "read with the backup, not with the Nitrokey"],
    ),
    (
        &["certify-only-primary.asc"],
        &["correct horse battery staple"],
        &["Signatures: yours, Ed25519", "Decryption: yours", "Logins: yours"],
    ),
    (&["made-in-2031.asc"], &[], &["computer’s clock says", "F6 set the date"]),
    (&["no-user-id.asc"], &[], &["Decryption: yours"]),
    (&["two-passphrases.asc"], &["alpha alpha", "beta beta"], &["What goes where", "yours"]),
    (&["openkeychain-like.sec.pgp"], &[CODE], &["What goes where", "Decryption: yours"]),
    (
        &["sk_generated-on-card-rsa.gpg", "sk_generated-on-card-rsa.public.asc"],
        &["backup of the card", ""],
        &["Signatures: new, RSA 2048", "Decryption: new, RSA 2048", "Not on these Nitrokeys: one key"],
    ),
    (
        &["sk_generated-on-card-tag5.gpg", "sk_generated-on-card.public.asc"],
        &[""],
        &["Signatures: new", "Decryption: new", "Not on these Nitrokeys: one key"],
    ),
    (
        &["primary-here-subkeys-on-card.asc"],
        &[],
        &[
            "Signatures: new",
            "Decryption: new",
            "Logins: new",
            "The file has no secret of a key that you read mail",
        ],
    ),
];

#[test]
fn what_goes_where_is_shown_as_soon_as_the_file_is_chosen() -> Result<()> {
    for (files, answers, shown) in SHOWN {
        let mut face = chosen("en", files)?;
        for text in *answers {
            answer(&mut face, text)?;
        }
        for text in *shown {
            face.wait_for(text)?;
        }
    }
    Ok(())
}

#[test]
fn nobody_is_asked_whose_keys_they_are_that_say_it() -> Result<()> {
    let mut face = chosen("en", &["revoked-user-id.asc"])?;
    // What goes where, and what follows it until the cards.
    face.key(Enter)?;
    while !face.screen().contains("How many share cards") {
        ensure!(!face.screen().contains("Whose keys"), "asked:\n{}", face.screen());
        face.key(Enter)?;
    }
    plan(&mut face)?;
    face.wait_for("The plan")?;
    ensure!(!face.screen().contains("Ada Lovelace <ada@example.org>"), "the example:\n{}", face.screen());
    Ok(())
}

#[test]
fn a_key_without_a_name_gets_the_one_that_is_typed() -> Result<()> {
    let mut face = chosen("en", &["no-user-id.asc"])?;
    face.key(Enter)?;
    face.wait_for("Your key has no name")?;
    answer(&mut face, "Ada Lovelace")?;
    answer(&mut face, "ada@example.org")?;
    plan(&mut face)?;
    face.wait_for("2 Ada Lovelace <ada@example.org>")
}

#[test]
fn another_key_can_be_chosen_for_a_slot_and_the_old_one_stays_in_the_backup() -> Result<()> {
    let mut face = chosen("en", &["rotated-subkeys.asc"])?;
    face.wait_for("Decryption: yours, ")?;
    let first = |face: &Face| {
        let screen = face.screen();
        screen.lines().find(|line| line.contains("Decryption: ")).map(ToOwned::to_owned)
    };
    let before = first(&face);
    face.each(&[Char('3'), Enter, Down, Enter])?;
    face.wait_for("What goes where")?;
    ensure!(first(&face) != before, "nothing changed:\n{}", face.screen());
    // A new one is the last that is offered.
    face.each(&[Enter, End, Enter])?;
    face.wait_for("Decryption: new, ")
}

#[test]
fn a_nitrokey_that_does_not_take_ones_own_key_is_refused_with_what_to_do() -> Result<()> {
    let mut face = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut face, "correct horse battery staple")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    let pro = walk::key(Model::Pro2, SERIALS[0])?;
    pro.unplug();
    face.plug(&pro)?;
    face.key(Enter)?;
    face.wait_for("does not take")?;
    face.wait_for("Use another Nitrokey; or go back to “What goes where”")
}

/// A Start takes its RSA key of a Pro's, but not with this exponent; with a new one in its slot it goes on.
#[test]
fn a_start_that_does_not_take_an_exponent_is_refused_with_what_to_do_and_that_leads_on() -> Result<()> {
    let rsa = |exponent| Kind::Rsa(2048, exponent);
    let subkeys = [(For::Signing, rsa(65_537)), (For::Decryption, rsa(17)), (For::Logins, rsa(65_537))];
    let mut face = straight::home("en")?;
    fs::write(choose(&mut face, &[])?.join("ada.gpg"), exported(&rsa(65_537), false, &subkeys)?)?;
    face.each(&[Enter, Enter])?;
    face.wait_for("What goes where")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    let start = walk::key(Model::Start, SERIALS[0])?;
    start.unplug();
    face.plug(&start)?;
    face.key(Enter)?;
    face.wait_for("exponent 65537. Your key for decryption has another one")?;
    face.wait_for("Use another Nitrokey; or go back to “What goes where”")?;
    while !face.screen().contains("Today is") {
        face.key(Esc)?;
    }
    face.each(&[Char('5'), Enter])?;
    face.wait_for("What goes where")?;
    face.each(&[Char('3'), Enter, End, Enter, Char('1'), Enter])?;
    while !face.screen().contains("Nitrokey Start") {
        face.key(Enter)?;
    }
    face.key(Enter)?;
    face.wait_for("Which one is the spare?")
}

#[test]
fn photos_and_signatures_of_others_are_said_to_stay_out_of_the_sealed_backup() -> Result<()> {
    for (name, left_out) in
        [("photo.asc", "One photo"), ("120-certifications.asc", "120 signatures by other people")]
    {
        let mut face = chosen("en", &[name])?;
        face.key(End)?;
        face.wait_for("stays out of the sealed backup")?;
        ensure!(face.screen().contains("6 One name"), "it counts as a name:\n{}", face.screen());
        face.each(&[Enter, End])?;
        face.wait_for(left_out)?;
        face.wait_for("public-key.asc")?;
    }
    // Of an identity that is gone nothing goes into public-key.asc.
    let mut face = chosen("en", &["sk_generated-on-card.gpg", "sk_generated-on-card.public.asc"])?;
    face.each(&[Enter, End])?;
    face.wait_for("Whose key it is. Nothing about it is changed")?;
    face.key(Enter)?;
    face.wait_for("The new identity has it, too")
}

#[test]
fn the_record_the_farewell_and_the_guide_say_of_brought_keys_what_the_screens_said() -> Result<()> {
    let mut face = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    let pros = [
        walk::key(Model::Pro2, SERIALS[0])?,
        walk::key(Model::Pro2, SERIALS[1])?,
        walk::key(Model::Pro2, SERIALS[2])?,
    ];
    pros.iter().for_each(VirtualNitrokey::unplug);
    face.each(&[Enter; 3])?;
    plan(&mut face)?;
    face.wait_for("Decryption: yours, RSA 3072 …4EDA ABA1")?;
    face.key(Enter)?;
    straight::meet(&mut face, &pros)?;
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here")?;
    face.each(&[Enter; 5])?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    let before = face.pages(0)?.len();
    face.key(Enter)?;
    let record = fs::read(&face.pages(before + 1)?[before])?;
    let said = Pdf::of(&record)?.text(1)?;
    for text in ["RSA 3072 4EDA ABA1", "RSA 3072 1309 3A44"] {
        ensure!(said.contains(text), "the record does not say {text}:\n{said}");
    }
    face.each(&[Char('5'), Enter])?;
    let stick = face.plug_stick("COLDSPARE")?;
    face.each(&[Enter; 3])?;
    face.wait_for("PINs of the primary")?;
    face.each(&[Enter; 4])?;
    write_both(&mut face, &pros)?;
    for _ in 0..4 {
        if !face.screen().contains("That was it") {
            face.key(Enter)?;
        }
    }
    face.wait_for("Once the Nitrokey works, delete them there")?;
    // Only its primary key is on no Nitrokey, and nobody needs that on a disk.
    ensure!(!face.screen().contains("leave that one on the disk"), "against the guide:\n{}", face.screen());
    let mut folders = fs::read_dir(&stick)?.filter_map(|entry| Some(entry.ok()?.path().join("GUIDE.txt")));
    let guide = folders.find(|guide| guide.exists()).map(fs::read_to_string).transpose()?.unwrap_or_default();
    ensure!(guide.contains("8. KEYS THAT STILL LIE ON A COMPUTER"), "no section 8:\n{guide}");
    ensure!(!guide.contains("What these keys did so far"), "of older keys:\n{guide}");
    Ok(())
}

#[test]
fn the_summary_says_how_many_keys_are_on_no_nitrokey() -> Result<()> {
    let mut face = chosen("en", &["rsa-with-elgamal.asc"])?;
    face.wait_for("Not on these Nitrokeys: 2 keys")?;
    face.each(&[Enter; 3])?;
    plan(&mut face)?;
    face.wait_for("The plan")?;
    face.wait_for("Not on these Nitrokeys: 2 keys")
}

#[test]
fn who_makes_new_keys_after_all_gets_nothing_of_what_was_brought() -> Result<()> {
    let mut face = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    // The primary key into the signature slot; the plan goes on, and back to the question for new keys.
    face.each(&[Char('2'), Enter, Char('1'), Enter, Char('1'), Enter])?;
    face.wait_for("► 3 RSA 3072")?;
    while !face.screen().contains("New keys, or yours?") {
        face.key(Esc)?;
    }
    face.each(&[Char('1'), Enter])?;
    straight::owner(&mut face)?;
    face.wait_for("► 1 Curve 25519")?;
    face.each(&[Enter, Enter])?;
    plan(&mut face)?;
    face.wait_for("The plan")?;
    // Something more: the PIN in the backup, and where the primary key lives.
    face.each(&[Esc, End, Enter, Enter])?;
    face.wait_for("Where does the primary key live?")?;
    face.wait_for("► 1 In the sealed backup alone")
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
fn a_primary_key_that_decrypts_is_not_said_to_stay_in_the_backup() -> Result<()> {
    let mut face = chosen("en", &["no-key-flags.asc"])?;
    face.key(Char('2'))?;
    face.wait_for("Your primary key is in another slot")?;
    // Where it signs instead, its mail can no longer be read with the Nitrokey.
    face.each(&[Enter, Char('1'), Enter])?;
    face.wait_for("Signatures: yours, RSA 2048")?;
    face.wait_for("read with the backup, not with the Nitrokey")
}

#[test]
fn a_nitrokey_with_keys_that_were_not_brought_is_not_said_to_get_them_again() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["primary-here-subkeys-on-card.asc"])?, straight::nitrokeys()?);
    let print = Cert::from_file(key("primary-here-subkeys-on-card.asc"))?;
    let print = print.keys().subkeys().next().context("no subkey")?.key().fingerprint();
    face.each(&[Enter; 3])?;
    plan(&mut face)?;
    face.key(Enter)?;
    face.plug(&keys[0])?;
    carries(&mut face, &keys[0], print.as_bytes())?;
    face.wait_for("some of your keys are on it")?;
    face.key(Char('1'))?;
    face.wait_for("Erased, they are lost for good")
}

/// Has a Nitrokey that is plugged in carry a key with this fingerprint in the first slot (OpenPGP card 3.4 § 4.4.1).
pub(crate) fn carries(face: &mut Face, key: &VirtualNitrokey, print: &[u8]) -> Result<()> {
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    key.transmit(&[&[0x00, 0x20, 0x00, 0x83, 0x08][..], b"12345678"].concat())?;
    ensure!(key.transmit(&[&[0x00, 0xDA, 0x00, 0xC7, 0x14][..], print].concat())? == [0x90, 0x00]);
    face.unplug(key)?;
    face.plug(key)
}

/// The primary is a Pro 2, the spare a Nitrokey 3.
fn pro_and_spare() -> Result<[VirtualNitrokey; 3]> {
    let key = |model, serial| walk::key(model, serial);
    let keys = [
        key(Model::Pro2, SERIALS[0])?,
        key(Model::Nitrokey3, SERIALS[1])?,
        key(Model::Nitrokey3, SERIALS[2])?,
    ];
    keys.iter().for_each(VirtualNitrokey::unplug);
    Ok(keys)
}

#[test]
fn a_default_key_of_gnupgs_comes_onto_a_pro_and_nothing_is_asked_twice() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["gnupg-default-rsa3072.asc"])?, pro_and_spare()?);
    // What goes where; the kind of what is new, which is preset to what is there; for two years.
    face.key(Enter)?;
    face.wait_for("► 3 RSA 3072")?;
    face.each(&[Enter, Enter])?;
    plan(&mut face)?;
    face.wait_for("Logins: new, RSA 3072")?;
    face.key(Enter)?;
    straight::meet(&mut face, &keys)?;
    // No dice, nothing typed, mixed, nothing more kept; brought.
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here, and each was tried")?;
    face.each(&[Esc, Enter])?;
    ensure!(face.screen().contains("Your keys are here"), "asked again:\n{}", face.screen());
    face.each(&[Enter, Enter, Enter, Enter, Enter])?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    face.wait_for("PINs of the primary")?;
    face.each(&[Enter; 4])?;
    write_both(&mut face, &keys)?;
    for _ in 0..4 {
        if !face.screen().contains("That was it") {
            face.key(Enter)?;
        }
    }
    face.wait_for("Once the Nitrokey works, delete them there: GUIDE.txt, section 8")
}

#[test]
fn a_change_of_what_goes_where_makes_the_keys_stale() -> Result<()> {
    let (mut face, keys) = (chosen("en", &["certify-only-primary.asc"])?, straight::nitrokeys()?);
    answer(&mut face, "correct horse battery staple")?;
    face.key(Enter)?;
    plan(&mut face)?;
    face.key(Enter)?;
    straight::meet(&mut face, &keys)?;
    face.each(&[Enter; 4])?;
    face.wait_for("Your keys are here")?;
    // Back to the summary, and from there to what goes where: a new key for logins.
    while !face.screen().contains("Today is") {
        face.key(Esc)?;
    }
    face.each(&[Char('5'), Enter])?;
    face.wait_for("What goes where")?;
    face.each(&[Char('4'), Enter, End, Enter, Char('1'), Enter])?;
    while !face.screen().contains("Make them anew?") {
        face.key(Enter)?;
    }
    face.wait_for("Make them anew?")?;
    face.wait_for("Your own keys stay the same")
}

#[test]
fn a_primary_key_that_only_certifies_says_so_before_it_goes_into_the_signature_slot() -> Result<()> {
    let mut face = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut face, "correct horse battery staple")?;
    face.each(&[Char('2'), Enter, Down])?;
    face.wait_for("It certifies")?;
    face.wait_for("it signs no mail")?;
    face.key(Enter)?;
    face.wait_for("What goes where")?;
    face.wait_for("it signs no mail")
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
fn a_plan_that_names_a_key_for_the_wrong_slot_is_told_and_what_would_go_where_without_it_is_shown()
-> Result<()> {
    let mut face = straight::home("en")?;
    let stick = face.plug_stick("AT-HOME")?;
    let mut plan = walk::plan(Algorithm::Curve25519, 2, 3)?;
    plan.slots = Some(SlotChoice { decryption: Some("0".repeat(40)), ..SlotChoice::default() });
    fs::write(stick.join("plan.toml"), plan.to_toml())?;
    fs::copy(key("primary-expired.asc"), stick.join("key.asc"))?;
    straight::to_plan(&mut face)?;
    face.each(&[Down, Enter, Enter, Enter, Down, Enter, Enter, Enter])?;
    face.wait_for("The plan names a key for decryption")?;
    face.wait_for("Decryption: yours, Curve 25519")?;
    ensure!(face.app().fit().below == 0, "there is no room:\n{}", face.screen());
    // The plan decides the rest; whose keys they are, the key itself.
    face.key(Enter)?;
    face.wait_for("The plan")?;
    ensure!(!face.screen().contains("Ada Lovelace"), "of the plan:\n{}", face.screen());
    Ok(())
}

#[test]
fn what_is_not_taken_over_is_a_line_of_what_goes_where_and_the_file_is_to_be_kept_for_it() -> Result<()> {
    let mut face = together("en", &[example("gnupg-default-rsa3072.asc")?, example("no-user-id.asc")?])?;
    face.wait_for("there is more than one key")?;
    face.each(&[Enter, End])?;
    face.wait_for("Not taken over: one thing")?;
    face.wait_for("keep the file")?;
    // Nothing of the kind stands there of a file that is taken over whole.
    let face = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    ensure!(!face.screen().contains("Not taken over"), "{}", face.screen());
    Ok(())
}

#[test]
fn a_revocation_certificate_in_the_file_is_told_as_that() -> Result<()> {
    let mut face = together("en", &[example("rotated-subkeys.asc")?, revocation("rotated-subkeys.asc")?])?;
    face.wait_for("this file has a revocation")?;
    face.wait_for("keep the certificate by itself")?;
    ensure!(face.app().fit().below == 0, "there is no room:\n{}", face.screen());
    Ok(())
}

#[test]
fn a_name_that_nobody_could_read_is_asked_for() -> Result<()> {
    let asked: [(&[u8], bool, &str); 4] = [
        (&[b'x'; 3000], false, "more than 2048 bytes"),
        (b"\n", false, "Your key has no name"),
        (b"", false, "Your key has no name"),
        (b"Secret", true, "for yourself alone (local)"),
    ];
    for (id, local, text) in asked {
        let mut face = together("en", &[named(id, local)?])?;
        face.wait_for("What goes where")?;
        face.key(Enter)?;
        face.wait_for("Whose keys are they?")?;
        face.wait_for(text)?;
        answer(&mut face, "Ada Lovelace")?;
        answer(&mut face, "ada@example.org")?;
        // What is new, and for how long.
        face.each(&[Enter; 2])?;
        plan(&mut face)?;
        face.wait_for("2 Ada Lovelace <ada@example.org>")?;
    }
    Ok(())
}

#[test]
fn a_new_date_is_named() -> Result<()> {
    let mut face = chosen("en", &["primary-expired.asc"])?;
    face.each(&[Char('5'), Enter])?;
    face.wait_for("valid until")?;
    let year = 2 + coldspare::machine::clock::write(coldspare::machine::clock::now())[..4].parse::<u16>()?;
    face.wait_for(&year.to_string())
}

#[test]
fn a_new_key_is_not_said_to_put_ones_own_out_of_its_slot_that_is_in_another() -> Result<()> {
    let mut face = chosen("en", &["no-key-flags.asc"])?;
    // The primary key decrypts; signatures are made by a new one.
    face.each(&[Char('2'), Enter, End])?;
    face.wait_for("None of yours goes into this slot")?;
    ensure!(!face.screen().contains("in the backup alone"), "{}", face.screen());
    Ok(())
}
