//! The codes on paper: they are read from pictures, and bring everything back.

use std::collections::BTreeSet;

use anyhow::bail;

use super::*;

#[test]
fn every_card_is_read_from_a_picture_on_both_papers_for_every_quorum() -> Result<()> {
    let quorums: Vec<(u8, u8)> = if coldspare_tests::all() {
        (2..=16).flat_map(|n| [(2, n), (n, n)]).collect()
    } else {
        vec![(2, 2), (3, 5), (16, 16)]
    };
    for (needed, cards) in quorums {
        let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, needed, cards)?)?;
        for paper in [Paper::A4, Paper::Letter] {
            for share in ceremony.sealed.shares() {
                let front = printed(&ceremony.card(share.x, paper)?[..1])?;
                let mut read = read_by_both(&front.pictures(150)?[0])?;
                if read.is_empty() {
                    // zbar misses a code now and then.
                    read = read_by_both(&front.pictures(200)?[0])?;
                }
                assert_eq!(read, [share.to_text().as_str()], "card {} of {cards}, {paper:?}", share.x);
            }
        }
    }
    Ok(())
}

#[test]
fn from_paper_alone_every_algorithm_comes_back() -> Result<()> {
    for (i, algorithm) in Algorithm::ALL.iter().enumerate() {
        let ceremony = Ceremony::of(fixtures::plan(*algorithm, 2, 3)?)?;
        let paper = if i % 2 == 0 { Paper::A4 } else { Paper::Letter };
        let sheet = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
        if *algorithm == Algorithm::Curve25519 {
            assert_eq!(sheet.len(), 1, "one page");
        }
        let mut parts = Collector::default();
        let sheet = printed(&sheet)?;
        // zbar misses a code now and then; whoever scans then takes another picture.
        for dpi in [300, 200] {
            for picture in sheet.pictures(dpi)? {
                for code in read_by_both(&picture)? {
                    parts.add(BackupPart::parse(&code)?)?;
                }
            }
        }
        assert_eq!(parts.missing(), 0, "{algorithm} on {paper:?}");
        let mut recovery = Recovery::from_sheet(&parts)?;
        for x in [3, 1] {
            let front = printed(&ceremony.card(x, paper)?[..1])?;
            let code = [150, 200].into_iter().find_map(|dpi| {
                let picture = front.pictures(dpi).ok()?.pop()?;
                read_by_both(&picture).ok()?.pop()
            });
            recovery.add(Share::parse(&code.context("no code")?)?)?;
        }
        let back = recovery.recover()?;
        assert_eq!(back.identity().fingerprint(), ceremony.made.identity().fingerprint());
    }
    Ok(())
}

/// The codes' places are in the drawing itself; round each, four modules stay white (ISO/IEC 18004
/// § 6.3.8).
/// Pages get apart: each alone says what it belongs to, and how many of which are enough.
#[test]
fn every_page_of_a_sheet_says_what_it_is_and_which_pages_and_codes_are_enough() -> Result<()> {
    let says = |language: &str, page: usize| match language {
        "de" => [format!("Seite {page} von 4"), "je 3 davon genügen".into(), "Codes genügen je 2".into()],
        "fr" => [format!("Page {page} sur 4"), "3 suffisent".into(), "codes, 2".into()],
        _ => [format!("Page {page} of 4"), "any 3 of them are enough".into(), "codes any 2".into()],
    };
    for language in Texts::languages() {
        let ceremony =
            Ceremony::of(Plan { language: language.into(), ..fixtures::plan(Algorithm::Rsa4096, 2, 3)? })?;
        let manifest = ceremony.sealed.manifest();
        let hash = data_encoding::HEXUPPER.encode(&manifest.sealed_backup_sha256);
        for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
            let pages = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
            let roll = paper.height().is_none();
            assert_eq!(pages.len(), if roll { 1 } else { 4 }, "{language}, {paper:?}");
            let pdf = printed(&pages)?;
            for page in 1..=pages.len() {
                let text = pdf.text(page)?;
                let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let set = manifest.set.to_string();
                for part in [&hash, &manifest.fingerprint, &set, "Lovelace"] {
                    assert!(letters.contains(part), "{part} on page {page}, {language}, {paper:?}: {text}");
                }
                let [number, pages, codes] = says(language, page);
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let expected = if roll { vec![codes] } else { vec![number, pages, codes] };
                for part in expected {
                    assert!(words.contains(&part), "{part} on page {page}, {language}, {paper:?}: {text}");
                }
                // Behind a card on a receipt there are no pages 'By hand'.
                let by_hand =
                    ["“By hand”", "„Von Hand“", "« À la main »"].iter().any(|hand| words.contains(hand));
                assert_eq!(by_hand, !roll, "{language}, {paper:?}: {words}");
                assert!(words.contains("GUIDE.txt"), "{language}, {paper:?}: {words}");
                assert_eq!(words.contains("FORMAT.md"), roll, "{language}, {paper:?}: {words}");
                let sealing = ["sealing 1", "Versiegelung 1", "scellement 1"];
                assert!(sealing.iter().any(|sealing| words.contains(sealing)), "{words}");
            }
        }
    }
    Ok(())
}

/// A module of 6 dots here and 7 there is read worse than one of 7 everywhere.
#[test]
fn a_module_of_a_sheet_has_whole_dots_and_eight_of_them_on_a4() -> Result<()> {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa4096] {
        for language in Texts::languages() {
            let ceremony =
                Ceremony::of(Plan { language: language.into(), ..fixtures::plan(algorithm, 2, 3)? })?;
            for (paper, dot) in [
                (Paper::A4, 25.4 / 300.0),
                (Paper::Letter, 25.4 / 300.0),
                (Paper::Receipt58, 0.125),
                (Paper::Receipt80, 0.125),
            ] {
                let pages = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
                let codes: Vec<_> =
                    pages.iter().map(|page| codes_of(page.svg())).collect::<Result<Vec<_>>>()?.concat();
                assert_eq!(codes.len(), usize::from(ceremony.sealed.counts()?.codes));
                for [x, y, _, module] in &codes {
                    for length in [x, y, module] {
                        let dots = length / dot;
                        assert!((dots - dots.round()).abs() < 0.01, "{length} mm on {paper:?}: {dots} dots");
                    }
                }
                let dots = (codes[0][3] / dot).round() as u32;
                println!("{algorithm}, {language}, {paper:?}: {dots} dots");
                let least = match paper {
                    Paper::A4 => 8,
                    Paper::Letter => 7,
                    Paper::Receipt58 => 4,
                    Paper::Receipt80 => 6,
                };
                assert!(dots >= least, "{algorithm}, {language}, {paper:?}: {dots} dots");
            }
        }
    }
    Ok(())
}

/// A roll has no pages that could be lost one by one: all codes of a backup stand on it, one beneath the other.
#[test]
fn a_roll_has_one_column_of_as_many_codes_as_sheets_have_and_all_are_read() -> Result<()> {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa4096] {
        let ceremony = Ceremony::of(fixtures::plan(algorithm, 2, 3)?)?;
        let all: BTreeSet<String> = ceremony.sealed.parts()?.iter().map(BackupPart::to_text).collect();
        let counts = ceremony.sealed.counts()?;
        ensure!(all.len() == usize::from(counts.codes) && counts.needed < counts.codes, "{counts:?}");
        let pages = ceremony.sealed.backup_sheet(&ceremony.on(Paper::A4))?;
        let on_sheets = pages.iter().map(|page| codes_of(page.svg())).collect::<Result<Vec<_>>>()?.concat();
        for paper in [Paper::Receipt58, Paper::Receipt80] {
            let pages = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
            let [page] = &pages[..] else { bail!("{} receipts, {algorithm}, {paper:?}", pages.len()) };
            let codes = codes_of(page.svg())?;
            assert_eq!(codes.len(), on_sheets.len(), "{algorithm}, {paper:?}");
            for two in codes.windows(2) {
                let ([left, top, side, _], [other, next, ..]) = (two[0], two[1]);
                assert!(
                    left == other && top + side < next,
                    "beside each other: {two:?}, {algorithm}, {paper:?}"
                );
            }
            let (pdf, mut read) = (printed(&pages)?, BTreeSet::new());
            // Of the printer's own dots; if zbar misses a code, as it does now and then, a finer picture.
            for dpi in [203, 300] {
                if read != all {
                    let picture = pdf.pictures(dpi)?.pop().context("no picture")?;
                    let pixels = pgm(&picture)?;
                    for code in &codes {
                        let code = cut_out(&pixels, dpi, code);
                        std::fs::write(&picture, code)?;
                        read.extend(zbarimg(&picture)?);
                    }
                }
            }
            assert_eq!(read, all, "{algorithm}, {paper:?}");
        }
    }
    Ok(())
}

#[test]
fn what_is_too_large_for_paper_is_told_before_it_is_sealed() -> Result<()> {
    let mut ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 2, 3)?)?;
    assert_eq!(ceremony.made.too_large_for_paper(), None);
    // Nothing that can be compressed.
    let mut random = vec![0; 100_000];
    openssl::rand::rand_bytes(&mut random)?;
    ceremony.made.keep("one", &random)?;
    assert_eq!(ceremony.made.too_large_for_paper(), None);
    ceremony.made.keep("two", &random[..40_000])?;
    let told = ceremony.made.too_large_for_paper();
    ensure!(matches!(told, Some(PartError::VaultTooLarge(bytes)) if *bytes > 133_650), "{told:?}");
    let sealed = fixtures::seal(&ceremony.made)?;
    ensure!(sealed.counts().is_err() && sealed.backup_sheet(&ceremony.on(Paper::A4)).is_err());
    Ok(())
}

/// Three ruined codes of nine, and in a sheet of several pages a whole page, whichever, lose nothing.
#[test]
fn a_sheet_with_spoilt_codes_or_a_lost_page_brings_everything_back() -> Result<()> {
    for (algorithm, lost_pages) in
        [(Algorithm::Curve25519, vec![None]), (Algorithm::Rsa2048, vec![Some(0), Some(1), Some(2)])]
    {
        let ceremony = Ceremony::of(fixtures::plan(algorithm, 2, 3)?)?;
        let pages = ceremony.sealed.backup_sheet(&ceremony.on(Paper::A4))?;
        let pdf = printed(&pages)?;
        // Of each page what is read of it, by ours and by zbar.
        let mut read = vec![Vec::new(); pages.len()];
        for dpi in [300, 200] {
            for (i, picture) in pdf.pictures(dpi)?.iter().enumerate() {
                if lost_pages == [None] {
                    let spoilt = codes_of(pages[i].svg())?.into_iter().step_by(4);
                    spoil(picture, dpi, &spoilt.collect::<Vec<_>>())?;
                }
                read[i].extend(zbarimg(picture)?);
                let (width, height, pixels) = pgm(picture)?;
                let ours = Picture::from_grey(width, height, pixels)?.codes(|_| true);
                read[i].extend(ours.iter().map(|code| code.to_string()));
            }
        }
        for lost in lost_pages {
            ensure!(lost.is_none() || read.len() == 3, "{algorithm}: {} pages", read.len());
            let mut parts = Collector::default();
            for code in read.iter().enumerate().filter(|(i, _)| Some(*i) != lost).flat_map(|(_, read)| read) {
                parts.add(BackupPart::parse(code)?)?;
            }
            let left = if lost.is_none() { 6 } else { 2 * 9 };
            assert_eq!(parts.there(), left, "{algorithm}, without page {lost:?}");
            assert_eq!(parts.join()?, sealed_backup(&ceremony)?, "{algorithm}, without page {lost:?}");
        }
    }
    Ok(())
}

/// One code of a roll (PGM), as whoever scans it has it before him; the whole is too long for zbar.
fn cut_out(
    (width, height, pixels): &(usize, usize, Vec<u8>),
    dpi: u32,
    [_, y, side, module]: &[f64; 4],
) -> Vec<u8> {
    let pixel = |millimetres: f64| (millimetres / 25.4 * f64::from(dpi)) as usize;
    let (top, bottom) = (pixel(y - 4.0 * module), pixel(y + side + 4.0 * module).min(*height));
    let mut file = format!("P5\n{width} {}\n255\n", bottom - top).into_bytes();
    file.extend(&pixels[top * width..bottom * width]);
    file
}

/// Blackens a corner of each of these codes, and a stripe through its middle.
fn spoil(picture: &std::path::Path, dpi: u32, codes: &[[f64; 4]]) -> Result<()> {
    let (width, height, mut pixels) = pgm(picture)?;
    for [x, y, side, _] in codes {
        let pixel = |millimetres: f64| (millimetres / 25.4 * f64::from(dpi)) as usize;
        for row in pixel(*y)..pixel(y + side * 0.5).min(height) {
            pixels[row * width + pixel(*x)..row * width + pixel(x + side * 0.5)].fill(0);
        }
    }
    let mut file = format!("P5\n{width} {height}\n255\n").into_bytes();
    file.extend(&pixels);
    Ok(std::fs::write(picture, file)?)
}

#[test]
fn every_code_has_its_quiet_zone() -> Result<()> {
    const DPI: u32 = 300;
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Rsa2048, 2, 2)?)?;
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
        let sheets = ceremony.on(paper);
        let mut pages = ceremony.card(1, paper)?;
        pages.extend(ceremony.sealed.backup_sheet(&sheets)?);
        let mut seen = 0;
        let pdf = printed(&pages)?;
        for (page, picture) in pages.iter().zip(pdf.pictures(DPI)?) {
            let (width, height, pixels) = pgm(&picture)?;
            for [x, y, side, module] in codes_of(page.svg())? {
                seen += 1;
                let pixel = |millimetres: f64| millimetres / 25.4 * f64::from(DPI);
                // On a receipt the paper's own margin, 5 mm on each side, goes on where the picture ends.
                let range = |from: f64, size: usize| {
                    let (low, high) = (pixel(from - 4.0 * module), pixel(from + side + 4.0 * module));
                    low.max(0.0).ceil() as usize..(high.floor() as usize).min(size)
                };
                let inside = |at: usize, from: f64| {
                    (pixel(from) - 1.5..pixel(from + side) + 1.5).contains(&(at as f64))
                };
                for row in range(y, height) {
                    for column in range(x, width).filter(|c| !(inside(*c, x) && inside(row, y))) {
                        assert!(pixels[row * width + column] > 128, "{paper:?}, code at {x} {y}");
                    }
                }
            }
        }
        assert!(seen > 4, "{paper:?}: {seen} codes");
    }
    Ok(())
}
