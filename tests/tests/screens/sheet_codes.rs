//! Codes of a backup sheet that are not as they should be, where they are scanned: what is wrong with each is told, and
//! what to do.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupPart, parts, words};
use coldspare_tests::hostile::GROUND;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use sha2::{Digest, Sha256};

use super::later::{golden, shares};
use super::straight::home;

/// Nothing is left but paper.
fn to_the_sheet(language: &str) -> Result<InProcess> {
    let mut in_process = home(language)?;
    in_process.each(&[Char('2'), Enter, Char('3'), Enter, Enter])?;
    Ok(in_process)
}

fn codes() -> Result<Vec<BackupPart>> {
    let lines = fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    Ok(lines.lines().map(BackupPart::parse).collect::<Result<_, _>>()?)
}

fn scan(in_process: &mut InProcess, text: &str) -> Result<()> {
    in_process.scan(text)?;
    in_process.key(Enter)
}

/// What stands beside the list of stages, however it is broken into lines.
fn said(in_process: &InProcess) -> String {
    let content = |line: &str| line.rsplit('│').next().unwrap_or_default().trim().to_owned();
    in_process.screen().lines().map(content).collect::<Vec<_>>().join(" ")
}

fn says(in_process: &InProcess, words: &str) -> Result<()> {
    ensure!(said(in_process).contains(words), "not '{words}':\n{}", in_process.screen());
    Ok(())
}

/// With another text in a field, and a check that fits.
fn forged(code: &BackupPart, field: usize, value: &str) -> Result<String> {
    let text = code.to_text();
    let (body, _) = text.rsplit_once(':').context("no check")?;
    let mut fields: Vec<&str> = body.split(':').collect();
    fields[field] = value;
    let body = fields.join(":");
    Ok(format!("{body}:{}", data_encoding::HEXUPPER.encode(&Sha256::digest(&body)[..4])))
}

/// Set, sealing, number, count, length, content, and the check.
const NAMED: [(&str, [&str; 7]); 3] = [
    (
        "en",
        [
            "there is no such set",
            "there is no such sealing",
            "no code has this number",
            "there cannot be that many codes",
            "its length does not fit",
            "what it holds is damaged",
            "was not read right",
        ],
    ),
    (
        "de",
        [
            "Einen solchen Kartensatz gibt es nicht",
            "Eine solche Versiegelung gibt es nicht",
            "Kein Code hat diese Nummer",
            "So viele Codes kann es nicht geben",
            "Seine Länge passt nicht",
            "Sein Inhalt ist beschädigt",
            "wurde nicht richtig gelesen",
        ],
    ),
    (
        "fr",
        [
            "ce jeu n’existe pas",
            "ce scellement n’existe pas",
            "aucun code n’a ce numéro",
            "il ne peut pas y avoir autant de codes",
            "sa longueur n’est pas la bonne",
            "son contenu est abîmé",
            "a été mal lu",
        ],
    ),
];

#[test]
fn what_cannot_be_in_a_code_is_named_and_nothing_of_it_is_taken() -> Result<()> {
    let codes = codes()?;
    let (length, chunk) = (codes[1].length, codes[1].bytes.len());
    let (too_short, too_long) = ((5 * chunk).to_string(), (6 * chunk + 1).to_string());
    ensure!(codes[1].needed == 6 && 5 * chunk < length && length <= 6 * chunk);
    for (language, [set, sealing, number, count, of_length, content, check]) in NAMED {
        let mut in_process = to_the_sheet(language)?;
        scan(&mut in_process, &codes[0].to_text())?;
        for (field, value, named) in [
            (2, "630DCD2", set),
            (3, "0", sealing),
            (4, "E93C730", sealing),
            (4, "E93C730E00", sealing),
            (5, "0", number),
            (5, "256", number),
            (6, "0", count),
            (6, "244", count),
            (7, &too_short, of_length),
            (7, &too_long, of_length),
            (8, "ABC", content),
        ] {
            scan(&mut in_process, &forged(&codes[1], field, value)?)?;
            says(&in_process, named)?;
        }
        let text = codes[1].to_text();
        scan(&mut in_process, &format!("{}X", &text[..text.len() - 1]))?;
        says(&in_process, check)?;
        scan(&mut in_process, &text)?;
        let two = [
            ("en", "2 of 6, as it says; any 4 more"),
            ("de", "2 von 6, wie er sagt; noch 4"),
            ("fr", "2 sur 6, d’après lui ; encore 4"),
        ];
        let (_, two) = two.into_iter().find(|(code, _)| *code == language).context("no such language")?;
        says(&in_process, two)?;
    }
    Ok(())
}

/// Without a word the backup was called what each of the codes names.
#[test]
fn forged_codes_are_left_out_and_named() -> Result<()> {
    for (language, one, two) in [
        ("en", "Code 2 does not belong to this backup", "The codes 2, 4 do not belong to this backup"),
        ("de", "Code 2 gehört nicht zu dieser Sicherung", "Die Codes 2, 4 gehören nicht zu dieser Sicherung"),
        ("fr", "Le code 2 n’est pas de cette sauvegarde", "Les codes 2, 4 ne sont pas de cette sauvegarde"),
    ] {
        let mut codes = codes()?;
        codes[1].bytes[0] ^= 1;
        for (more, named) in [(7, one), (8, two)] {
            let mut in_process = to_the_sheet(language)?;
            for code in &codes[..more] {
                scan(&mut in_process, &code.to_text())?;
            }
            says(&in_process, "630DCD29")?;
            says(&in_process, named)?;
            // What is begun anew knows nothing of them.
            in_process.key(F(2))?;
            ensure!(!said(&in_process).contains(named), "{}", in_process.screen());
            codes[3].bytes[3] ^= 1;
        }
    }
    Ok(())
}

/// The first one decided how all others had to be cut, and which of two with one number was kept.
#[test]
fn a_forged_code_that_comes_first_keeps_no_true_one_out() -> Result<()> {
    for (language, one, go_on, enough, named) in [
        (
            "en",
            "This code alone",
            "Go on: enough true codes",
            "Enough codes",
            "The codes 1 (one of several), 2 (one of several)",
        ),
        (
            "de",
            "Dieser Code allein",
            "Machen Sie weiter: Genug",
            "Genug Codes",
            "Die Codes 1 (einer von mehreren), 2 (einer von",
        ),
        (
            "fr",
            "Ce code doit donner",
            "Continuez : assez",
            "Assez de codes",
            "Les codes 1 (l’un de plusieurs), 2 (l’un de",
        ),
    ] {
        let codes = codes()?;
        let mut in_process = to_the_sheet(language)?;
        let chunk = codes[0].bytes.len();
        let alone = BackupPart { needed: 1, length: chunk, ..codes[0].clone() };
        let mut other = codes[1].clone();
        other.bytes[3] ^= 1;
        scan(&mut in_process, &alone.to_text())?;
        says(&in_process, one)?;
        scan(&mut in_process, &other.to_text())?;
        says(&in_process, go_on)?;
        scan(&mut in_process, &codes[0].to_text())?;
        ensure!(!said(&in_process).contains(go_on), "{}", in_process.screen());
        scan(&mut in_process, &codes[1].to_text())?;
        says(&in_process, go_on)?;
        for code in &codes[2..6] {
            ensure!(!said(&in_process).contains(enough), "{}", in_process.screen());
            scan(&mut in_process, &code.to_text())?;
        }
        says(&in_process, enough)?;
        says(&in_process, named)?;
    }
    Ok(())
}

/// Each was named, and with 20 of them what is to be compared was below the edge.
#[test]
fn however_many_codes_are_forged_what_is_said_of_them_has_room_beside_what_is_to_be_compared() -> Result<()> {
    for (language, more, last) in [
        ("en", "and 27 more do not belong", "They were left out."),
        ("de", "und 27 weitere gehören nicht", "Sie wurden weggelassen."),
        ("fr", "et 27 autres ne sont pas", "Ils ont été laissés de côté."),
    ] {
        let codes = codes()?;
        let mut in_process = to_the_sheet(language)?;
        for code in &codes {
            scan(&mut in_process, &code.to_text())?;
        }
        for number in 1..=29 {
            let bytes = vec![7; codes[0].bytes.len()];
            scan(&mut in_process, &BackupPart { number, bytes, ..codes[0].clone() }.to_text())?;
        }
        for said in ["E93C 730E A080 57DE", "0611 194A 7EE6 4410", more, last] {
            says(&in_process, said)?;
        }
    }
    Ok(())
}

/// What was scanned when there was enough was passed over, also where it was of a newer sealing.
#[test]
fn a_code_of_another_sheet_is_told_also_when_there_are_enough() -> Result<()> {
    let codes = codes()?;
    let newer = &parts(codes[0].sealing.set, 2, b"of a later year")?[0];
    let mut in_process = to_the_sheet("en")?;
    for code in &codes[..6] {
        scan(&mut in_process, &code.to_text())?;
    }
    says(&in_process, "Enough codes were read")?;
    scan(&mut in_process, &codes[8].to_text())?;
    let quiet = said(&in_process);
    ensure!(!quiet.contains('×') && !quiet.contains("forged"), "{}", in_process.screen());
    scan(&mut in_process, &newer.to_text())?;
    says(&in_process, "of sealing 2; the others say sealing 1.")?;
    says(&in_process, "F2 begins anew")?;
    let mut late = codes[7].clone();
    late.bytes[0] ^= 1;
    scan(&mut in_process, &late.to_text())?;
    says(&in_process, "Code 8 does not belong to this backup")?;
    in_process.key(Enter)?;
    in_process.wait_for("The share cards")
}

/// Whoever began with the wrong sheet was told to put the right one aside.
#[test]
fn who_began_with_another_sheet_is_told_how_to_begin_anew() -> Result<()> {
    let codes = codes()?;
    let mut in_process = to_the_sheet("en")?;
    scan(&mut in_process, &forged(&codes[0], 2, "11111111")?)?;
    scan(&mut in_process, &codes[1].to_text())?;
    says(&in_process, "the one whose set stands on the cards. F2 begins anew.")?;
    in_process.key(F(2))?;
    for code in &codes[..6] {
        scan(&mut in_process, &code.to_text())?;
    }
    says(&in_process, "Enough codes were read")
}

/// Set and sealing stand in each code, and whoever copies all of them writes there what he likes: the tick said it too.
#[test]
fn what_codes_say_of_their_sealing_is_told_as_what_they_say_and_the_whole_hash_is_shown() -> Result<()> {
    for (language, say) in [
        ("en", "They say that it is sealing 99 for the set 630DCD29; the cards will tell."),
        ("de", "Sie sagen, dass es Versiegelung 99 für den Kartensatz 630DCD29 ist; das zeigen die Karten."),
        ("fr", "Ils disent que c’est le scellement 99 pour le jeu 630DCD29 ; les cartes le diront."),
    ] {
        let mut in_process = to_the_sheet(language)?;
        for code in &codes()?[..6] {
            scan(&mut in_process, &forged(code, 3, "99")?)?;
        }
        says(&in_process, say)?;
        says(&in_process, "SHA-256")?;
        for digits in ["E93C 730E A080 57DE 8A99 47DA F32F B978", "0611 194A 7EE6 4410 E44B 50EB 39E8 4D7A"] {
            says(&in_process, digits)?;
        }
    }
    Ok(())
}

/// One forged code can ask for 243 codes: it was shown as if it were so.
#[test]
fn how_many_codes_are_needed_is_told_as_what_the_code_says() -> Result<()> {
    for (language, says_it) in [
        ("en", "1 of 243, as it says; any 242 more."),
        ("de", "1 von 243, wie er sagt; noch 242 beliebige."),
        ("fr", "1 sur 243, d’après lui ; encore 242, n’importe lesquels."),
    ] {
        let mut in_process = to_the_sheet(language)?;
        let code = BackupPart { needed: 243, length: 243 * 5, bytes: vec![7; 5], ..codes()?[0].clone() };
        scan(&mut in_process, &code.to_text())?;
        says(&in_process, says_it)?;
    }
    Ok(())
}

/// The cards were gone, and nobody had asked.
#[test]
fn who_follows_the_advice_and_begins_the_sheet_anew_keeps_the_cards() -> Result<()> {
    let mut in_process = to_the_sheet("en")?;
    // A sheet that says it is of the cards' set, and is sealed under another key.
    let bundle = golden("rsa2048").join("coldspare-954253C7/sealed-backup.pgp");
    for code in parts(codes()?[0].sealing.set, 2, &fs::read(&bundle)?)? {
        scan(&mut in_process, &code.to_text())?;
    }
    says(&in_process, "Enough codes were read")?;
    in_process.key(Enter)?;
    for share in &shares("curve25519")?[..2] {
        scan(&mut in_process, &share.to_text())?;
    }
    in_process.keys(&words(&shares("curve25519")?[2].y).join(" "))?;
    in_process.each(&[Enter, Char('3'), Enter, Enter])?;
    in_process
        .until("the cards' error", |in_process| said(in_process).contains("fit together and give the key"))?;
    says(&in_process, "press F2, and scan those alone; the cards stay here")?;
    in_process.each(&[Enter, Esc])?;
    says(&in_process, "The backup sheet")?;
    // Also where another set's sheet came between, and a card of it.
    in_process.key(F(2))?;
    let other = shares("rsa2048")?.remove(0);
    for code in parts(other.set, 1, &fs::read(&bundle)?)? {
        scan(&mut in_process, &code.to_text())?;
    }
    in_process.key(Enter)?;
    scan(&mut in_process, &other.to_text())?;
    says(&in_process, "Card 1, thank you")?;
    in_process.key(Esc)?;
    says(&in_process, "The backup sheet")?;
    // However often.
    in_process.each(&[F(2), F(2)])?;
    for code in &codes()?[..6] {
        scan(&mut in_process, &code.to_text())?;
    }
    in_process.key(Enter)?;
    says(&in_process, "Read so far: 1, 2, 3.")?;
    in_process.key(Enter)?;
    in_process.until("what came back", |in_process| said(in_process).contains("√"))
}

/// It said that the backup was what the codes name, called the true ones forged, and then it was damaged.
#[test]
fn a_code_that_was_made_so_that_the_name_fits_is_told_apart_by_more_codes_or_by_the_cards() -> Result<()> {
    let open = |in_process: &mut InProcess| -> Result<()> {
        for share in &shares("curve25519")?[..3] {
            scan(in_process, &share.to_text())?;
        }
        in_process.key(Enter)
    };
    let (codes, made, right) = (codes()?, "E93C 730E 2980", "E93C 730E A080");
    let begin = || -> Result<InProcess> {
        let mut in_process = to_the_sheet("en")?;
        scan(&mut in_process, GROUND)?;
        codes[..5].iter().try_for_each(|code| scan(&mut in_process, &code.to_text()))?;
        says(&in_process, made)?;
        Ok(in_process)
    };
    // Two more: what most give is the backup.
    let mut in_process = begin()?;
    scan(&mut in_process, &codes[6].to_text())?;
    scan(&mut in_process, &codes[7].to_text())?;
    says(&in_process, right)?;
    says(&in_process, "Code 6 does not belong to this backup")?;
    // One more: the cards tell.
    let mut in_process = begin()?;
    scan(&mut in_process, &codes[6].to_text())?;
    says(&in_process, "or all others are; the cards will tell")?;
    in_process.key(Enter)?;
    open(&mut in_process)?;
    in_process.until("what came back", |in_process| said(in_process).contains("√"))?;
    // None: it is told what to do, and that helps.
    let mut in_process = begin()?;
    in_process.key(Enter)?;
    open(&mut in_process)?;
    in_process
        .until("the backup's error", |in_process| said(in_process).contains("damaged, or was changed"))?;
    says(&in_process, "scan more of its codes: one may be forged")?;
    in_process.each(&[Enter, Esc])?;
    scan(&mut in_process, &codes[6].to_text())?;
    in_process.each(&[Enter, Enter])?;
    in_process.until("what came back", |in_process| said(in_process).contains("√"))
}
