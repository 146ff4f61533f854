//! What goes where: each slot, what is on no Nitrokey, what is in no backup; and the summary says the same.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use coldspare::plan::{Algorithm, SlotChoice};
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::keys::{For, Kind, exported_of};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Up};
use sequoia_openpgp::cert::CertBuilder;
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::types::KeyFlags;

use super::super::straight;
use super::{CODE, answer, chosen, example, key, plan, together};

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
        let mut in_process = chosen("en", files)?;
        for text in *answers {
            answer(&mut in_process, text)?;
        }
        for text in *shown {
            in_process.wait_for(text)?;
        }
    }
    Ok(())
}

#[test]
fn another_key_can_be_chosen_for_a_slot_and_the_old_one_stays_in_the_backup() -> Result<()> {
    let mut in_process = chosen("en", &["rotated-subkeys.asc"])?;
    in_process.wait_for("Decryption: yours, ")?;
    let first = |in_process: &InProcess| {
        let screen = in_process.screen();
        screen.lines().find(|line| line.contains("Decryption: ")).map(ToOwned::to_owned)
    };
    let before = first(&in_process);
    in_process.each(&[Char('3'), Enter, Down, Enter])?;
    in_process.at("places")?;
    ensure!(first(&in_process) != before, "nothing changed:\n{}", in_process.screen());
    // A new one is the last that is offered.
    in_process.each(&[Enter, End, Enter])?;
    in_process.wait_for("Decryption: new, ")
}

#[test]
fn photos_and_signatures_of_others_are_said_to_stay_out_of_the_sealed_backup() -> Result<()> {
    for (name, left_out) in
        [("photo.asc", "One photo"), ("120-certifications.asc", "120 signatures by other people")]
    {
        let mut in_process = chosen("en", &[name])?;
        in_process.key(End)?;
        in_process.wait_for("stays out of the sealed backup")?;
        ensure!(in_process.screen().contains("6 One name"), "it counts as a name:\n{}", in_process.screen());
        in_process.each(&[Enter, End])?;
        in_process.wait_for(left_out)?;
        in_process.wait_for("public-key.asc")?;
    }
    // Of an identity that is gone nothing goes into public-key.asc.
    let mut in_process = chosen("en", &["sk_generated-on-card.gpg", "sk_generated-on-card.public.asc"])?;
    in_process.each(&[Enter, End])?;
    in_process.wait_for("Whose key it is. Nothing about it is changed")?;
    in_process.key(Enter)?;
    in_process.wait_for("The new identity has it, too")
}

#[test]
fn the_summary_says_how_many_keys_are_on_no_nitrokey() -> Result<()> {
    let mut in_process = chosen("en", &["rsa-with-elgamal.asc"])?;
    in_process.wait_for("Not on these Nitrokeys: 2 keys")?;
    in_process.each(&[Enter; 3])?;
    plan(&mut in_process)?;
    in_process.at("summary")?;
    in_process.wait_for("Not on these Nitrokeys: 2 keys")
}

#[test]
fn a_primary_key_that_decrypts_is_not_said_to_stay_in_the_backup() -> Result<()> {
    let mut in_process = chosen("en", &["no-key-flags.asc"])?;
    in_process.key(Char('2'))?;
    in_process.wait_for("Your primary key is in another slot")?;
    // Where it signs instead, its mail can no longer be read with the Nitrokey.
    in_process.each(&[Enter, Char('1'), Enter])?;
    in_process.wait_for("Signatures: yours, RSA 2048")?;
    in_process.wait_for("read with the backup, not with the Nitrokey")
}

#[test]
fn a_primary_key_that_only_certifies_says_so_before_it_goes_into_the_signature_slot() -> Result<()> {
    let mut in_process = chosen("en", &["certify-only-primary.asc"])?;
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.each(&[Char('2'), Enter, Down])?;
    in_process.wait_for("It certifies")?;
    in_process.wait_for("it signs no mail")?;
    in_process.key(Enter)?;
    in_process.at("places")?;
    in_process.wait_for("it signs no mail")
}

#[test]
fn a_plan_that_names_a_key_for_the_wrong_slot_is_told_and_what_would_go_where_without_it_is_shown()
-> Result<()> {
    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick("AT-HOME")?;
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.slots = Some(SlotChoice { decryption: Some("0".repeat(40)), ..SlotChoice::default() });
    fs::write(stick.join("plan.toml"), plan.to_toml())?;
    fs::copy(key("primary-expired.asc"), stick.join("key.asc"))?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Down, Enter, Enter, Enter, Down, Enter, Enter, Enter])?;
    in_process.wait_for("The plan names a key for decryption")?;
    in_process.wait_for("Decryption: yours, Curve 25519")?;
    ensure!(in_process.app().fit().below == 0, "there is no room:\n{}", in_process.screen());
    // The plan decides the rest; whose keys they are, the key itself.
    in_process.key(Enter)?;
    in_process.at("summary")?;
    ensure!(!in_process.screen().contains("Ada Lovelace"), "of the plan:\n{}", in_process.screen());
    Ok(())
}

#[test]
fn what_is_not_taken_over_is_a_line_of_what_goes_where_and_of_the_summary() -> Result<()> {
    let mut in_process =
        together("en", &[example("gnupg-default-rsa3072.asc")?, example("no-user-id.asc")?])?;
    in_process.wait_for("there is more than one key")?;
    in_process.each(&[Enter, End])?;
    in_process.wait_for("Not taken over: one thing")?;
    in_process.wait_for("keep the file")?;
    in_process.each(&[Char('1'), Enter, Enter, Enter])?;
    plan(&mut in_process)?;
    in_process.at("summary")?;
    in_process.wait_for("Not taken over: one thing")?;
    // Nothing of the kind stands there of a file that is taken over whole.
    let mut in_process = chosen("en", &["gnupg-default-rsa3072.asc"])?;
    ensure!(!in_process.screen().contains("Not taken over"), "{}", in_process.screen());
    in_process.each(&[Enter; 3])?;
    plan(&mut in_process)?;
    in_process.at("summary")?;
    ensure!(!in_process.screen().contains("Not taken over"), "{}", in_process.screen());
    ensure!(!in_process.screen().contains("public-key.asc"), "{}", in_process.screen());
    Ok(())
}

#[test]
fn what_is_in_the_public_key_alone_stands_in_the_summary() -> Result<()> {
    for (name, said) in [("photo.asc", "one thing"), ("120-certifications.asc", "120 things")] {
        let mut in_process = chosen("en", &[name])?;
        in_process.each(&[Enter; 3])?;
        plan(&mut in_process)?;
        in_process.at("summary")?;
        in_process.wait_for(&format!("In public-key.asc alone: {said}"))?;
        ensure!(in_process.app().fit().below == 0, "there is no room:\n{}", in_process.screen());
    }
    Ok(())
}

#[test]
fn a_new_date_is_named() -> Result<()> {
    let mut in_process = chosen("en", &["primary-expired.asc"])?;
    in_process.each(&[Char('5'), Enter])?;
    in_process.wait_for("valid until")?;
    let year = 2 + coldspare::machine::clock::write(coldspare::machine::clock::now())[..4].parse::<u16>()?;
    in_process.wait_for(&year.to_string())
}

#[test]
fn a_new_key_is_not_said_to_put_ones_own_out_of_its_slot_that_is_in_another() -> Result<()> {
    let mut in_process = chosen("en", &["no-key-flags.asc"])?;
    // The primary key decrypts; signatures are made by a new one.
    in_process.each(&[Char('2'), Enter, End])?;
    in_process.wait_for("None of yours goes into this slot")?;
    ensure!(!in_process.screen().contains("in the backup alone"), "{}", in_process.screen());
    Ok(())
}

/// Why something new goes into a slot, or not the newest: that the owner has chosen it is said only if they have.
#[test]
fn nobody_is_said_to_have_chosen_what_was_preset() -> Result<()> {
    let ago = |seconds| Duration::from_secs(seconds);
    let (rsa, small) = (Kind::Rsa(2048, 65_537), Kind::Rsa(1024, 65_537));
    let curve = || Kind::Curve25519;
    let passed_over = exported_of(
        &curve(),
        true,
        &[(For::Decryption, curve(), ago(50)), (For::Decryption, small, ago(9))],
    )?;
    let both = exported_of(&curve(), false, &[(For::Both, rsa.clone(), ago(50))])?;
    let twice = exported_of(&curve(), false, &[(For::Both, rsa.clone(), ago(50)), (For::Both, rsa, ago(9))])?;
    let does_all = KeyFlags::empty().set_certification().set_signing().set_authentication();
    let (does_all, _) = CertBuilder::new()
        .set_primary_key_flags(does_all)
        .add_userid("Ada Lovelace <ada@example.org>")
        .add_transport_encryption_subkey()
        .generate()?;
    let does_all = does_all.as_tsk().to_vec()?;
    let chosen = "You have chosen";
    for (bytes, line, why) in [
        (&passed_over, '3', "Others encrypt to a key of yours that cannot go onto these"),
        // It could certify there.
        (&both, '2', "Your primary key stays in the backup alone"),
        (&twice, '2', "Your newest key for this is in another slot"),
        (&does_all, '4', "this new key logs in for it"),
    ] {
        let mut in_process = together("en", std::slice::from_ref(bytes))?;
        in_process.at("places")?;
        in_process.key(Char(line))?;
        in_process.wait_for(why)?;
        ensure!(!in_process.screen().contains(chosen), "{}", in_process.screen());
    }
    // Signatures are made by the only key that decrypts, which is in one slot alone.
    let mut in_process = together("en", &[both])?;
    in_process.at("places")?;
    in_process.each(&[Char('2'), Enter, Up, Up, Enter, Char('3')])?;
    in_process.wait_for("Your key for this is in another slot")?;
    // Whoever has chosen another one is told that.
    let mut in_process = together("en", &[passed_over])?;
    in_process.at("places")?;
    in_process.each(&[Char('3'), Enter, Up, Enter])?;
    in_process.wait_for("Decryption: yours")?;
    let mut in_process = chosen_file("rotated-subkeys.asc")?;
    in_process.each(&[Char('3'), Enter, End, Enter])?;
    in_process.wait_for("You have chosen a new one")
}

fn chosen_file(name: &str) -> Result<InProcess> {
    let mut in_process = super::chosen("en", &[name])?;
    in_process.at("places")?;
    Ok(in_process)
}
