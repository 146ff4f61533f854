//! Among the codes of a backup sheet are forged ones, or they came from an editor or a scanner that changes what it
//! writes: the commands of `GUIDE.txt`, and those of `app/FORMAT.md`, bring the backup back in both of Debian's shells.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupPart, Sealing, SetId, bundle, parts};
use coldspare::language::Texts;
use coldspare::plan::{Algorithm, Plan};
use coldspare_tests::fixtures;
use coldspare_tests::hostile::GROUND;
use coldspare_tests::sheet_by_hand::{SHELLS, Sheet, came_back, lines, typed};
use tempfile::TempDir;

const FORMAT: &str = include_str!("../../app/FORMAT.md");

/// What `app/FORMAT.md` has typed once the codes are in `parts.txt`: it looks at them, and joins them.
fn format() -> Result<Vec<String>> {
    let (_, section) = FORMAT.split_once("\n## 11. ").context("no section 11")?;
    let blocks = section.split("\n```").skip(1).step_by(2).filter(|block| block.contains("parts.txt"));
    let blocks: Vec<_> = blocks.map(|block| block.trim_start_matches("sh\n").to_owned()).collect();
    ensure!(blocks.len() == 2, "{blocks:?}");
    Ok(blocks)
}

/// Types all of a page, whose codes were read as this.
fn restored(page: &str, shell: &str, sheet: &Sheet, read: &[u8]) -> Result<(String, TempDir)> {
    if page == "guide" {
        return sheet.read_pictures(shell, &[read.to_vec()]);
    }
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("parts.txt"), read)?;
    let screen = typed(shell, folder.path(), &format()?)?;
    Ok((screen, folder))
}

/// Each page in each shell.
fn everywhere(does: impl Fn(&str, &str) -> Result<()>) -> Result<()> {
    let mut pages = ["guide", "format"].into_iter().flat_map(|page| SHELLS.map(|shell| (page, shell)));
    pages.try_for_each(|(page, shell)| does(page, shell).with_context(|| format!("{page}, {shell}")))
}

fn comes_back(sheet: &Sheet, read: &str, sealed: &[u8], why: &str) -> Result<()> {
    everywhere(|page, shell| {
        let (shown, folder) = restored(page, shell, sheet, read.as_bytes())?;
        ensure!(came_back(&folder) == sealed, "{why}: {shown}");
        Ok(())
    })
}

/// With another text in a field, and a check that fits.
fn with_field(part: &BackupPart, at: usize, value: &str) -> Result<String> {
    let line = part.to_text();
    let (body, _) = line.rsplit_once(':').context("no check")?;
    let mut fields: Vec<&str> = body.split(':').collect();
    fields[at] = value;
    let body = fields.join(":");
    let check = data_encoding::HEXUPPER.encode(&openssl::sha::sha256(body.as_bytes())[..4]);
    Ok(format!("{body}:{check}\n"))
}

/// What all had to be was read from the first line: one forged code that stood there stopped everything, though there
/// were enough true ones.
#[test]
fn codes_that_name_another_backup_are_passed_over_as_long_as_they_are_fewer() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let part = &sheet.parts[0];
    let needed = usize::from(part.needed);
    let lower = SetId::parse("00000001").context("no set")?;
    let other = |sealing| BackupPart { sealing, bytes: vec![0; part.bytes.len()], ..part.clone() };
    let kinds = [
        ("of a lower set", other(Sealing { set: lower, ..part.sealing })),
        ("of a lower id", other(Sealing { id: [0; 4], ..part.sealing })),
        ("of a higher sealing", other(Sealing { number: u32::MAX, ..part.sealing })),
        ("that asks for fewer", BackupPart { needed: part.needed - 1, ..other(part.sealing) }),
        ("that asks for more", BackupPart { needed: 243, ..other(part.sealing) }),
        ("of another length", BackupPart { length: part.length - 1, ..other(part.sealing) }),
    ];
    for (why, forged) in kinds {
        // As many true ones as are needed, whichever, and nearly as many forged ones.
        for count in [1, needed - 1] {
            let numbers = (1..).take(count);
            let forged = numbers.map(|number| BackupPart { number, ..forged.clone() }).collect::<Vec<_>>();
            for left in [&sheet.parts[..needed], &sheet.parts[sheet.parts.len() - needed..]] {
                comes_back(&sheet, &lines(forged.iter().chain(left)), sheet.sealed_backup()?, why)?;
            }
        }
    }
    Ok(())
}

/// What was not as it is printed was dropped, and nobody was told.
#[test]
fn lines_that_a_scanner_or_an_editor_has_changed_are_read() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let page = lines(&sheet.parts);
    for (why, read) in [
        ("small letters", page.to_lowercase()),
        ("ends of lines as on Windows", page.replace('\n', "\r\n")),
        ("blanks", page.lines().map(|line| format!(" {line} \t\n")).collect()),
        ("a mark at the beginning", format!("\u{feff}{page}")),
        ("no end of the last line", page.trim_end().to_owned()),
    ] {
        comes_back(&sheet, &read, sheet.sealed_backup()?, why)?;
    }
    Ok(())
}

#[test]
fn every_number_that_a_code_can_have_is_read_and_no_other() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let set = sheet.parts[0].sealing.set;
    for sealing in [9, 10, 999, 1000, u32::MAX] {
        let codes = lines(&parts(set, sealing, sheet.sealed_backup()?)?);
        comes_back(&sheet, &codes, sheet.sealed_backup()?, "a high sealing")?;
    }
    let codes = |at: usize, values: &[&str]| -> Result<Vec<String>> {
        values.iter().map(|value| with_field(&sheet.parts[0], at, value)).collect()
    };
    for at in [5, 6] {
        let right = codes(at, &["1", "9", "10", "99", "100", "109", "190", "200", "243"])?;
        let wrong = codes(at, &["0", "01", "256", "260", "300", "999", "1000"])?;
        // Of these alone some are right: there may be 255 codes.
        let between = codes(at, &["249", "250", "255"])?;
        let read = [&right[..], &wrong, &between].concat().concat();
        everywhere(|page, shell| {
            let (_, folder) = restored(page, shell, &sheet, read.as_bytes())?;
            let kept = fs::read_to_string(folder.path().join("parts.txt"))?;
            ensure!(right.iter().all(|line| kept.contains(line)), "field {at}: {kept}");
            ensure!(!wrong.iter().any(|line| kept.contains(line)), "field {at}: {kept}");
            ensure!(at == 6 || between.iter().all(|line| kept.contains(line)), "field {at}: {kept}");
            Ok(())
        })?;
    }
    Ok(())
}

/// For each code that was missing all others were copied and joined: with one that said 999, for hours.
#[test]
fn where_more_codes_are_asked_for_than_there_are_nothing_is_computed() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let counted = "gfcombine() { echo called >> calls; }".to_owned();
    for needed in [10, 243] {
        let length = 5 * usize::from(needed);
        let ask = |part: &BackupPart| BackupPart { needed, length, bytes: vec![7; 5], ..part.clone() };
        let read = lines(&sheet.parts.iter().map(ask).collect::<Vec<_>>());
        for shell in SHELLS {
            for commands in [sheet.commands()?, format()?] {
                let folder = tempfile::tempdir()?;
                fs::write(folder.path().join("parts.txt"), &read)?;
                let screen = typed(shell, folder.path(), &[vec![counted.clone()], commands].concat())?;
                ensure!(!folder.path().join("calls").exists(), "{shell}, {needed}: {screen}");
            }
        }
    }
    Ok(())
}

/// The golden backup, and the codes of its sheet.
fn golden() -> Result<(Vec<u8>, String)> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let mut folders = fs::read_dir(&golden)?.flatten().filter(|entry| entry.path().is_dir());
    let sealed = folders.next().context("no bundle")?.path().join(bundle::SEALED_BACKUP);
    Ok((fs::read(sealed)?, fs::read_to_string(golden.join("parts.txt"))?))
}

/// Four bytes of a hash are found within the hour: what is printed then begins as the codes say, and is another.
#[test]
fn a_code_that_was_made_so_that_the_digits_begin_alike_is_left_out_by_what_the_pages_say() -> Result<()> {
    const LEAVES_OUT: &str = "sed 1d sheet.txt | whole";
    let (right, codes) = golden()?;
    let codes: Vec<&str> = codes.lines().collect();
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? };
        let sheet = Sheet::planned(plan)?;
        for (text, commands) in [(sheet.by_hand()?, sheet.commands()?), (FORMAT.to_owned(), format()?)] {
            ensure!(text.contains(LEAVES_OUT) && text.contains("2d"), "{language}");
            for (shell, lost) in SHELLS.into_iter().flat_map(|shell| [(shell, 7), (shell, 5)]) {
                // The true code with the forged one's number is there too, or it is lost.
                let there =
                    codes[..7].iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, code)| *code);
                let there: Vec<&str> = there.chain([GROUND]).collect();
                let folder = tempfile::tempdir()?;
                fs::write(folder.path().join("parts.txt"), there.join("\n") + "\n")?;
                let mut commands = commands.clone();
                let screen = typed(shell, folder.path(), &commands)?;
                // With both of them it may have taken the true one.
                let is_forged = screen.starts_with("e93c730e2980");
                ensure!(is_forged == (came_back(&folder) != right), "{shell}: {screen}");
                ensure!(is_forged || lost == 7, "{shell}: {screen}");
                commands.push(String::new());
                let found = (1..=there.len()).any(|line| {
                    commands.pop();
                    commands.push(LEAVES_OUT.replacen('1', &line.to_string(), 1));
                    let screen = typed(shell, folder.path(), &commands).unwrap_or_default();
                    screen.contains("e93c730ea080") && came_back(&folder) == right
                });
                ensure!(found, "{shell}, {lost}");
            }
        }
    }
    Ok(())
}

/// The digits of an empty file look like those of a backup.
#[test]
fn where_no_code_was_read_no_digits_are_shown() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let empty = data_encoding::HEXLOWER.encode(&openssl::sha::sha256(b""));
    for read in ["", "\n", "no code\n"] {
        everywhere(|page, shell| {
            let screen = match page {
                "guide" => sheet.joins(shell, read)?.0,
                _ => restored(page, shell, &sheet, read.as_bytes())?.0,
            };
            ensure!(!screen.contains(&empty[..8]), "{read:?}: {screen}");
            Ok(())
        })?;
    }
    Ok(())
}
