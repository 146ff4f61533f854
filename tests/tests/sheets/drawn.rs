//! How pages are drawn: nothing overlaps, nothing is too small, and every name has room.

use super::*;

#[test]
fn nothing_overlaps_and_nothing_stands_in_the_margin() -> Result<()> {
    /// Printers do not reach the outer 5 mm; the sheets keep to a wider margin, in millimetres.
    const UNPRINTED: f64 = 9.0;
    let mut ceremonies = vec![Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?];
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..longest()? };
        ceremonies.push(Ceremony::of(plan.clone())?);
        ceremonies.push(Ceremony::bringing(plan)?);
        ceremonies.push(Ceremony::of(Plan { language: language.into(), ..widest()? })?);
    }
    for ceremony in ceremonies {
        let language = ceremony.made.plan().language.clone();
        for paper in [Paper::A4, Paper::Letter] {
            let sheets = ceremony.on(paper);
            let mut pages = ceremony.sealed.backup_sheet(&sheets)?;
            pages.push(ceremony.sealed.owners_record(&sheets, false, &Journal::default()));
            // The longest of what it may say of what was done.
            pages.push(ceremony.sealed.owners_record(&sheets, false, &ceremony.all_done(1)));
            pages.extend(ceremony.made.pin_slips(&sheets));
            pages.push(ceremony.sealed.owners_record(&sheets, true, &Journal::default()));
            pages.extend(ceremony.sealed.booklet(&sheets, true, &ceremony.all_done(1)));
            // All other cards differ from these by their words alone.
            for x in [1, 2] {
                pages.extend(ceremony.card(x, paper)?);
                pages.extend(ceremony.sealed.share_card(&sheets, x, true)?.into_iter().take(1));
            }
            let pdf = printed(&pages)?;
            let mut pictures = pdf.pictures(72)?;
            let letter = Pdf::of(file(&ceremony, bundle::LETTER_PDF)?)?;
            pictures.extend(letter.pictures(72)?);
            for (i, picture) in pictures.iter().enumerate() {
                let (width, height, pixels) = pgm(picture)?;
                let margin = (UNPRINTED / 25.4 * 72.0).ceil() as usize;
                let inside = |at: usize, size: usize| (margin..size - margin).contains(&at);
                let stray = (0..pixels.len()).find(|at| {
                    pixels[*at] < 200 && !(inside(at % width, width) && inside(at / width, height))
                });
                assert_eq!(stray, None, "page {} on {paper:?}, {language}", i + 1);
                let words = match i.checked_sub(pages.len()) {
                    Some(of_letter) => letter.words(of_letter + 1)?,
                    None => pdf.words(i + 1)?,
                };
                for (j, word) in words.iter().enumerate() {
                    let over = words[..j].iter().find(|other| word.overlap(other) > 0.6);
                    assert!(
                        over.is_none(),
                        "page {} on {paper:?}, {language}: {word:?} over {over:?}",
                        i + 1
                    );
                }
            }
        }
    }
    Ok(())
}

#[test]
fn for_printing_elsewhere_pdf_and_png_are_written_after_a_warning() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 2, 2)?)?;
    let (warning, elsewhere) = Elsewhere::warned(&ceremony.texts);
    assert!(warning.contains("holds every share at once"), "{warning}");
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    elsewhere.write(&ceremony.sealed, &ceremony.on(Paper::A4), true, &[], (&stick, "paper"))?;
    let names = stick.list("paper")?;
    assert_eq!(names.iter().filter(|name| name.ends_with(".pdf")).count(), 5, "{names:?}");
    for share in ceremony.sealed.shares() {
        let name = format!("share-card-{}", share.x);
        let picture = zbarimg(&folder.path().join(format!("paper/{name}-page-1.png")))?;
        assert_eq!(picture, [share.to_text().as_str()]);
        let pdf = Pdf::of(&stick.read(&format!("paper/{name}.pdf"), 1 << 20)?)?;
        let pages = pdf.pictures(200)?;
        assert_eq!(pages.len(), 4, "the card, by hand on two, the backup sheet");
        assert_eq!(read_by_both(&pages[0])?, picture);
    }
    Ok(())
}

#[test]
fn what_the_font_lacks_is_said_at_the_plan() -> Result<()> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.trustees[2].name = "李小龙".into();
    let error = Meeting::new(plan.clone()).map(drop).unwrap_err();
    assert!(matches!(&error, CeremonyError::NotPrintable { missing, .. } if missing == "李小龙"));
    let message = fixtures::message(&error);
    for part in ["the name of a trustee", "李小龙", "Latin, Greek or Cyrillic"] {
        ensure!(message.contains(part), "{message}");
    }
    plan.trustees[2].name = "Brús Lí (Μπρους Λι, Брюс Ли)".into();
    Meeting::new(plan.clone())?;
    // An owner is known by the address as well.
    plan.user_ids = vec!["李小龙 <li@example.org>".into()];
    let ceremony = Ceremony::of(plan)?;
    assert!(printed(&ceremony.card(1, Paper::A4)?)?.text(1)?.contains("li@example.org"));
    Ok(())
}

#[test]
fn long_names_stand_on_the_paper_whole() -> Result<()> {
    let ceremony = Ceremony::of(longest()?)?;
    let wide = Ceremony::of(widest()?)?;
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for paper in [Paper::A4, Paper::Letter] {
        let sheets = ceremony.on(paper);
        for (share, trustee) in ceremony.sealed.shares().iter().zip(&ceremony.made.plan().trustees) {
            let text = printed(&ceremony.card(share.x, paper)?[..1])?.text(1)?;
            assert!(squeezed(&text).contains(&squeezed(&trustee.name)), "{} in {text}", trustee.name);
        }
        // However wide its letters are, a trustee's name is whole on the card; of the owner's there is the beginning.
        let text = squeezed(&printed(&wide.card(1, paper)?[..1])?.text(1)?);
        assert!(text.contains(&format!("{}By", "Щ".repeat(60))) && text.contains("Щ…"), "{text}");
        let record = [ceremony.sealed.owners_record(&sheets, false, &Journal::default())];
        let text = squeezed(&printed(&record)?.text(1)?);
        for trustee in &ceremony.made.plan().trustees {
            assert!(text.contains(&squeezed(&trustee.name)), "{} in {text}", trustee.name);
        }
    }
    Ok(())
}

/// Every sheet of paper that there is, with its name.
fn everything_on(
    ceremony: &Ceremony,
    paper: Paper,
    sheet_behind: bool,
) -> Result<Vec<(&'static str, Vec<Page>)>> {
    let sheets = ceremony.on(paper);
    let record = |journal| ceremony.sealed.owners_record(&sheets, sheet_behind, &journal);
    let mut all = vec![
        ("record", vec![record(Journal::default()), record(ceremony.all_done(1))]),
        ("slips", ceremony.made.pin_slips(&sheets)),
        ("sheet", ceremony.sealed.backup_sheet(&sheets)?),
    ];
    for x in [1, 2] {
        all.push(("card", ceremony.sealed.share_card(&sheets, x, sheet_behind)?));
    }
    if paper.height().is_some() {
        all.push(("letter", letter(ceremony, &sheets)?));
        all.push(("booklet", ceremony.sealed.booklet(&sheets, sheet_behind, &ceremony.all_done(1))));
    }
    Ok(all)
}

/// Whatever names there are: what is smaller is neither printed by every printer nor read by every eye.
#[test]
fn no_type_on_any_page_is_smaller_than_seven_points_and_nothing_stands_beneath_it() -> Result<()> {
    for language in Texts::languages() {
        for (plan, needed, brought) in
            [(longest()?, 2, false), (longest()?, 16, true), (widest()?, 16, false), (widest()?, 2, true)]
        {
            let plan =
                Plan { language: language.into(), quorum: Quorum::new(needed, 16)?, ..plan }.checked()?;
            let ceremony = if brought { Ceremony::bringing(plan)? } else { Ceremony::of(plan)? };
            for paper in [Paper::A4, Paper::Letter, Paper::Receipt58] {
                for (what, pages) in everything_on(&ceremony, paper, needed == 2)? {
                    for (number, page) in (1..).zip(pages) {
                        let place = format!("{what}, page {number}, {language}, {paper:?}");
                        let numbers = |before: &str| -> Vec<f64> {
                            let found = page.svg().split(before).skip(1);
                            found.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
                        };
                        let least =
                            numbers("font-size=\"").into_iter().fold(f64::MAX, f64::min) / (25.4 / 72.0);
                        ensure!((6.99..99.0).contains(&least), "{least} points: {place}");
                        // And nothing is pushed off the page for it.
                        let lowest = numbers(" y=\"").into_iter().fold(0.0, f64::max);
                        let end = f64::from(page.size().1) - if paper.height().is_some() { 9.0 } else { 0.0 };
                        ensure!(lowest < end, "down to {lowest} of {end} mm: {place}");
                    }
                }
            }
        }
    }
    Ok(())
}

#[test]
fn an_identity_in_letters_that_the_font_lacks_is_never_empty() -> Result<()> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    for (user_ids, printed) in [
        (vec!["王小明 <w@example.org>"], "Identity w@example.org"),
        (
            vec!["王小明 <w@example.org>", "Ada <ada@example.org>"],
            "Identity w@example.org, Ada <ada@example.org>",
        ),
        (vec!["Ada <王@example.org>", "王"], "Identity Ada"),
    ] {
        plan.user_ids = user_ids.into_iter().map(Into::into).collect();
        let ceremony = Ceremony::of(plan.clone())?;
        for paper in [Paper::A4, Paper::Letter] {
            let record = ceremony.sealed.owners_record(&ceremony.on(paper), false, &Journal::default());
            let text = in_one_line(&[record])?;
            assert!(text.contains(&format!("{printed} Fingerprint")), "{text}");
        }
    }
    Ok(())
}
