//! Codes of a backup sheet are lost, and Debian's tools compute them from the others: by the commands of `GUIDE.txt`,
//! which are those of the page 'By hand', in both of Debian's shells.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupPart, parts};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::hostile::{HOSTILE, forged_fields};
use coldspare_tests::sheet_by_hand::{SHELLS, Sheet, came_back, lines, typed};

/// With the codes that are left in any order; what is on the screen, and the file.
fn restored(sheet: &Sheet, shell: &str, left: &[&BackupPart]) -> Result<(String, Vec<u8>)> {
    let (screen, folder) = sheet.joins(shell, &lines(left.iter().rev().copied()))?;
    Ok((screen, came_back(&folder)))
}

/// Without the codes with these numbers all of it comes back, and its hash is shown.
fn comes_back_without(sheet: &Sheet, shell: &str, lost: &[u8]) -> Result<()> {
    let left: Vec<_> = sheet.parts.iter().filter(|part| !lost.contains(&part.number)).collect();
    let (screen, file) = restored(sheet, shell, &left)?;
    ensure!(file == sheet.sealed_backup()?, "{shell}, without {lost:?}: {screen}");
    ensure!(screen.trim() == sheet.sha256()?, "{shell}, without {lost:?}: {screen}");
    Ok(())
}

/// As `zbarimg` reads them from a picture.
fn text(parts: &[BackupPart]) -> Vec<u8> {
    lines(parts.iter().rev()).into_bytes()
}

#[test]
fn any_two_lost_codes_of_a_curve_25519_sheet_come_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    ensure!(sheet.parts.len() == 9 && sheet.parts[0].needed <= 6, "{:?}", sheet.sealed.counts());
    for first in 1..=9 {
        for second in first + 1..=9 {
            for shell in SHELLS {
                comes_back_without(&sheet, shell, &[first, second])?;
            }
        }
    }
    Ok(())
}

#[test]
fn any_lost_page_of_an_rsa_4096_sheet_comes_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Rsa4096)?;
    let counts = sheet.sealed.counts()?;
    ensure!((counts.codes, counts.pages_needed()) == (36, 3), "{counts:?}");
    for page in 0..4 {
        let lost: Vec<u8> = (9 * page + 1..=9 * page + 9).collect();
        for shell in SHELLS {
            comes_back_without(&sheet, shell, &lost)?;
        }
    }
    Ok(())
}

#[test]
fn with_too_few_codes_or_a_forged_one_the_commands_show_no_digits() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let needed = usize::from(sheet.parts[0].needed);
    let mut forged = sheet.parts.clone();
    forged[1].bytes[0] ^= 1;
    for shell in SHELLS {
        let few: Vec<_> = sheet.parts.iter().skip(1).take(needed - 1).collect();
        let with_a_forged_one: Vec<_> = forged.iter().take(needed).collect();
        for left in [few, with_a_forged_one] {
            let (screen, file) = restored(&sheet, shell, &left)?;
            ensure!(screen.trim().is_empty(), "{shell}: {screen}");
            ensure!(file != sheet.sealed_backup()?, "{shell}");
        }
    }
    Ok(())
}

/// Whoever forges a code names the same backup, and makes its check fit.
#[test]
fn of_one_code_more_than_needed_a_forged_one_is_named_and_everything_comes_back() -> Result<()> {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa4096] {
        let sheet = Sheet::of(algorithm)?;
        let needed = usize::from(sheet.parts[0].needed);
        // One that stands in the file as it is, and one from which others are computed.
        for (forged, lost) in [(2, 1), (needed + 1, 2)] {
            let mut parts: Vec<BackupPart> = sheet.parts.clone();
            parts[forged - 1].bytes[7] ^= 0x40;
            let left: Vec<_> = parts.iter().filter(|part| usize::from(part.number) != lost).collect();
            // In the file they stand backwards.
            let is_forged = |part: &&&BackupPart| usize::from(part.number) == forged;
            let line = left[..=needed].iter().rev().position(|part| is_forged(&part)).context("none")? + 1;
            for shell in SHELLS {
                let (screen, file) = restored(&sheet, shell, &left[..=needed])?;
                ensure!(file == sheet.sealed_backup()?, "{shell}, {forged}: {screen}");
                let expected = format!("{}\nwithout line {line}", sheet.sha256()?);
                ensure!(screen.trim() == expected, "{shell}, {forged}: {screen}");
            }
        }
    }
    Ok(())
}

/// A backup sheet has no room to spare: with comments an RSA 4096 identity's had a page more, half of the time.
#[test]
fn the_sealed_secret_key_has_no_comments() -> Result<()> {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa2048] {
        let made = fixtures::made(fixtures::plan(algorithm, 2, 3)?)?;
        let armored = made.identity().secret_armored()?;
        let text = std::str::from_utf8(&armored)?;
        ensure!(
            text.starts_with("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n"),
            "it says more than its packets"
        );
    }
    Ok(())
}

/// Of each number one code was kept, whichever sealing it was of: the newer backup could be lost beside an old sheet, and
/// nobody was told.
#[test]
fn beside_the_sheet_of_an_older_sealing_all_codes_are_shown_and_the_newer_one_comes_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let (older, set) = (sheet.sealed_backup()?, sheet.parts[0].sealing.set);
    let newer = [older, b"of a later year"].concat();
    let newer_parts = parts(set, 2, &newer)?;
    for shell in SHELLS {
        let (shown, _) = sheet.read_pictures(shell, &[text(&sheet.parts), text(&newer_parts)])?;
        let id = |parts: &[BackupPart]| data_encoding::HEXUPPER.encode(&parts[0].sealing.id);
        for (number, parts) in [(1, &sheet.parts), (2, &newer_parts)] {
            let begins = format!("1 {set}:{number}:{}:", id(parts));
            let lines = shown.lines().filter(|line| line.trim().starts_with(&begins)).count();
            ensure!(lines == parts.len(), "{shell}, sealing {number}: {shown}");
        }
        let (_, folder) = sheet.read_pictures(shell, &[text(&newer_parts)])?;
        ensure!(came_back(&folder) == newer, "{shell}");
    }
    Ok(())
}

/// Of each number the code of the first picture was kept, and nobody was told that there was another one: with three
/// forged ones the true sheet did not come together.
#[test]
fn of_two_different_codes_with_one_number_both_are_shown_and_the_true_sheet_comes_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let true_page = text(&sheet.parts);
    // Sorted, one of them stands before the true code and the other behind it.
    for byte in [0x00, 0xFF] {
        let forge = |part: &BackupPart| BackupPart { bytes: vec![byte; part.bytes.len()], ..part.clone() };
        let forged: Vec<BackupPart> = sheet.parts[1..4].iter().map(forge).collect();
        for shell in SHELLS {
            for count in [1, 3] {
                let pages = [text(&forged[..count]), true_page.clone()];
                let (shown, folder) = sheet.read_pictures(shell, &pages)?;
                let twice = shown.lines().filter(|line| line.trim().starts_with("2 ")).count();
                ensure!((twice, shown.lines().count()) == (count, 9), "{shell}: {shown}");
                // One is found by leaving it out; of several the picture is taken out of the folder.
                let came = came_back(&folder);
                ensure!(count > 1 || came == sheet.sealed_backup()?, "{shell}, {byte}");
            }
            // The same code from two pictures is none that differs.
            let (shown, folder) = sheet.read_pictures(shell, &[true_page.clone(), true_page.clone()])?;
            ensure!(shown.lines().filter(|line| line.trim().starts_with("1 ")).count() == 9, "{shown}");
            let came = came_back(&folder);
            ensure!(came == sheet.sealed_backup()?, "{shell}");
        }
    }
    Ok(())
}

/// A code can bear any text, and its check is made for it. bash ran a number that is an array's as a command.
#[test]
fn no_field_of_a_forged_code_is_run_or_shown_and_true_codes_beside_it_come_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let forged = forged_fields(&sheet.parts[1].to_text());
    ensure!(forged.len() == 8 * HOSTILE.len());
    let strange = b"COLDSPARE1:B:\0\xFF\xFE\x1B[2J\n".to_vec();
    for shell in SHELLS {
        let pictures = [strange.clone(), forged.concat().into_bytes(), text(&sheet.parts)];
        let (shown, folder) = sheet.read_pictures(shell, &pictures)?;
        ensure!(shown.lines().count() == 9 && !shown.contains('\x1B'), "{shell}: {shown:?}");
        let names = fs::read_dir(folder.path())?.flatten().map(|entry| entry.file_name());
        for name in names.map(|name| name.to_string_lossy().into_owned()) {
            let ours = ["zbarimg", "pictures", "parts.txt", "most", "sheet.txt", "sealed-backup.pgp"];
            let is_ours = ours.contains(&&name[..]);
            let part = name.strip_prefix("part.").and_then(|number| number.parse().ok());
            ensure!(is_ours || part.is_some_and(|number| (1..=9).contains(&number)), "{shell}: {name}");
        }
        let came = came_back(&folder);
        ensure!(came == sheet.sealed_backup()?, "{shell}");
    }
    Ok(())
}

/// What was computed of too few codes would stay in the place of a true one.
#[test]
fn with_too_few_codes_at_first_one_more_picture_brings_everything_back() -> Result<()> {
    let sheet = Sheet::of(Algorithm::Curve25519)?;
    let needed = usize::from(sheet.parts[0].needed);
    for shell in SHELLS {
        let folder = tempfile::tempdir()?;
        for there in [needed - 1, needed] {
            // The first code is lost for good.
            let left = sheet.parts.iter().skip(1).take(there);
            let lines: String = left.map(|part| format!("{}\n", part.to_text())).collect();
            fs::write(folder.path().join("parts.txt"), lines)?;
            typed(shell, folder.path(), &sheet.commands()?)?;
        }
        let file = came_back(&folder);
        ensure!(file == sheet.sealed_backup()?, "{shell}");
    }
    Ok(())
}
