//! What GUIDE and the owner's record say of brought keys is so.

use anyhow::ensure;
use coldspare::backup::{bundle, section, sections};
use coldspare::ceremony::{Journal, Made, Meeting, PinChoice, Sealed};
use coldspare::language::Texts;
use coldspare::openpgp::make;
use coldspare::paper::{Paper, Sheets, pdf};
use coldspare::plan::SlotChoice;
use coldspare_tests::fixtures;
use coldspare_tests::paper::Pdf;

use super::*;

fn brought(inventory: &Inventory, places: &Places, language: &str) -> Result<Sealed> {
    let mut plan = fixtures::plan(inventory.algorithm(), 2, 3)?;
    plan.language = language.into();
    let meeting = Meeting::bringing(plan, inventory, places)?;
    let made = Made::import(&meeting, inventory, places, PinChoice::Generated, SystemTime::now())?;
    Ok(fixtures::seal(&made)?)
}

fn guide(sealed: &Sealed) -> Result<String> {
    let file = sealed.files().iter().find(|(name, _)| *name == bundle::GUIDE).context("no guide")?;
    Ok(String::from_utf8(file.1.clone())?)
}

fn record(sealed: &Sealed, language: &str) -> Result<String> {
    let texts = Texts::of(language);
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    Pdf::of(&pdf(&[sealed.owners_record(&sheets, true, &Journal::default())])?)?.text(1)
}

/// Nothing of a new identity lies on a disk, wherever its old decryption key goes.
#[test]
fn the_guide_of_a_decryption_key_alone_deletes_nothing_on_a_disk() -> Result<()> {
    for name in ["sk_generated-on-card.gpg", "sk_generated-on-card-rsa.gpg"] {
        let inventory = inventory(name)?;
        let old = Goes::Yours(inventory.parts()[0].fingerprint.clone());
        for decryption in [Goes::New, old] {
            for language in Texts::languages() {
                let sealed = brought(&inventory, &[Goes::New, decryption.clone(), Goes::New], language)?;
                let guide = guide(&sealed)?;
                let last = section(&guide, sections::ON_DISK);
                ensure!(last.contains("sk_") && !last.contains("rm -f"), "{language}: {last}");
                let first = section(&guide, sections::START);
                ensure!(![" 18.", " 18 "].iter().any(|number| first.contains(number)), "{language}: {first}");
            }
        }
    }
    Ok(())
}

/// A plan that was written for keys to be brought, and then new ones were made.
#[test]
fn the_guide_of_new_keys_speaks_of_no_disk_whatever_the_plan_names() -> Result<()> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.slots = Some(SlotChoice { decryption: Some("0".repeat(40)), ..SlotChoice::default() });
    let made = fixtures::made(plan)?;
    assert_eq!(made.plan().slots, None);
    let guide = guide(&fixtures::seal(&made)?)?;
    ensure!(!guide.contains("\n18. "), "{guide}");
    Ok(())
}

/// A primary key that did all, and signs now, decrypts nothing where it is.
#[test]
fn the_command_for_the_disk_leaves_a_key_there_that_reads_mail_nowhere_else() -> Result<()> {
    for name in ["no-key-flags.asc", "gnupg-default-rsa3072.asc"] {
        let inventory = inventory(name)?;
        let primary = inventory.parts()[0].clone();
        let sealed =
            brought(&inventory, &[Goes::Yours(primary.fingerprint.clone()), Goes::New, Goes::New], "en")?;
        let last = section(&guide(&sealed)?, sections::ON_DISK);
        let command = last.lines().find(|line| line.starts_with("    $ (cd")).context("no command")?;
        let deletes = command.split("sed").nth(1).context("no sed")?.contains(&primary.fingerprint[..]);
        assert_eq!(deletes, !primary.uses.decrypt, "{name}: {command}");
        assert_eq!(
            last.contains(&format!("\n    {}\n", primary.fingerprint)),
            primary.uses.decrypt,
            "{name}"
        );
    }
    Ok(())
}

/// Years later nobody knows what was on a screen: what of the file is in no backup stands on paper, too.
#[test]
fn the_record_says_what_was_not_taken_over_and_what_is_in_the_public_key_alone() -> Result<()> {
    let two = [file("gnupg-default-rsa3072.asc")?, file("no-user-id.asc")?].concat();
    let mut opening = Opening::of(&two)?;
    let Some(Question::Which(keys)) = opening.asks() else { bail!("nothing is asked") };
    opening.choose(&keys[0].fingerprint)?;
    let two = opening.inventory(SystemTime::now())?;
    let files = [
        (
            two,
            [
                "Another key with its secret",
                "Ein anderer Schlüssel mit Geheimnis",
                "Une autre clé avec son secret",
            ],
        ),
        (
            inventory("photo.asc")?,
            [
                "One photo (in public-key.asc alone)",
                "(nur in public-key.asc)",
                "(seulement dans public-key.asc)",
            ],
        ),
        (inventory("120-certifications.asc")?, ["120 signatures by other people", "120 ", "120 "]),
    ];
    let labels = ["Not in backup", "Nicht gesichert", "Non sauvegardé"];
    for (inventory, said) in files {
        let places = inventory.preset(&plan(&inventory, PrimaryKey::Offline)?)?;
        for ((language, text), label) in Texts::languages().into_iter().zip(said).zip(labels) {
            let record = record(&brought(&inventory, &places, language)?, language)?;
            ensure!(record.contains(text) && record.contains(label), "{language}: {record}");
        }
    }
    // Of a file that is taken over whole nothing of the kind is said.
    let whole = inventory("certify-only-primary.asc")?;
    let record = record(&brought(&whole, &whole.preset(&plan(&whole, PrimaryKey::Offline)?)?, "en")?, "en")?;
    ensure!(!record.contains("Not in backup"), "{record}");
    Ok(())
}

#[test]
fn the_record_says_when_the_key_was_made_and_when_the_backup_was() -> Result<()> {
    let inventory = inventory("sha1-everywhere.asc")?;
    let places = inventory.preset(&plan(&inventory, PrimaryKey::Offline)?)?;
    for (language, key, backup) in
        [("en", "key: ", "backup: "), ("de", "Schlüssel: ", "Sicherung: "), ("fr", "clé : ", "sauvegarde : ")]
    {
        let said = record(&brought(&inventory, &places, language)?, language)?;
        ensure!(said.contains(key) && said.contains(backup) && said.contains("2012"), "{said}");
    }
    // Of one that was made today both are the same.
    let made = fixtures::made(fixtures::plan(Algorithm::Curve25519, 2, 3)?)?;
    let said = record(&fixtures::seal(&made)?, "en")?;
    ensure!(said.contains("Made on") && !said.contains("key: "), "{said}");
    Ok(())
}

/// What the plan calls Curve 25519 is called so where it is the owner's, too.
#[test]
fn a_kind_of_key_has_one_name() -> Result<()> {
    for algorithm in Algorithm::ALL {
        if matches!(algorithm, Algorithm::Rsa3072 | Algorithm::Rsa4096) {
            continue;
        }
        let made = make(&fixtures::plan(*algorithm, 2, 3)?, SystemTime::now())?;
        for part in made.parts().iter().filter(|part| part.uses.decrypt) {
            assert_eq!(part.kind, algorithm.to_string());
        }
    }
    for entry in std::fs::read_dir("../app/src/language")? {
        let folder = entry?.path();
        if folder.is_dir() {
            for file in std::fs::read_dir(folder)? {
                let words = std::fs::read_to_string(file?.path())?;
                ensure!(!words.contains("Curve25519"), "two spellings of Curve 25519");
            }
        }
    }
    Ok(())
}
