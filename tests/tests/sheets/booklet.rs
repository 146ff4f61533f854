//! The booklet that is kept with the spare.

use coldspare::backup::{headings, sections};

use super::*;

fn guide(ceremony: &Ceremony) -> Result<&str> {
    Ok(std::str::from_utf8(file(ceremony, bundle::GUIDE)?)?)
}

/// Without any blank, and without the signs that only paper or only the file has before a line.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"-–$".contains(*c)).collect()
}

#[test]
fn the_booklet_has_the_owners_numbers_and_where_things_are_and_no_secret() -> Result<()> {
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? };
        let ceremony = Ceremony::of(plan)?;
        let serial = Serial { manufacturer: 0x000F, number: 0x0A0B_0C01 };
        for paper in [Paper::A4, Paper::Letter] {
            let journal = ceremony.written(&[serial]);
            let pages = ceremony.sealed.booklet(&ceremony.on(paper), true, &journal);
            ensure!((4..=9).contains(&pages.len()), "{language}: {} pages are no booklet", pages.len());
            let pdf = printed(&pages)?;
            let first = squeezed(&pdf.text(1)?);
            let manifest = ceremony.sealed.manifest();
            let day = ceremony.texts.day(&manifest.moment.day());
            let trustees = ceremony.made.plan().trustees.iter().map(|trustee| trustee.name.clone());
            let numbers = [
                manifest.fingerprint.clone(),
                manifest.set.to_string(),
                serial.to_string(),
                day,
                "Ada Lovelace <ada@example.org>".into(),
            ];
            for expected in numbers.into_iter().chain(trustees) {
                assert!(first.contains(&squeezed(&expected)), "{language}, {paper:?}: {expected} in {first}");
            }
            let all: String =
                (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?.concat();
            let all: String = all.chars().filter(|c| !c.is_whitespace()).collect();
            for pins in ceremony.made.pins() {
                for secret in pins.pins.user.iter().chain([&pins.pins.admin, &pins.pins.reset_code]) {
                    assert!(!all.contains(secret.expose_secret()), "{language}: a PIN");
                }
            }
            for share in ceremony.sealed.shares() {
                assert!(!all.contains(&squeezed(&words(&share.y).join(" "))), "{language}: a card's words");
            }
        }
    }
    Ok(())
}

/// Whole, word for word, and where the first page says.
#[test]
fn the_booklet_has_the_guides_sections_on_what_has_happened_where_it_says() -> Result<()> {
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? };
        let ceremony = Ceremony::of(plan)?;
        let guide = guide(&ceremony)?;
        for paper in [Paper::A4, Paper::Letter] {
            let pages = ceremony.sealed.booklet(&ceremony.on(paper), true, &Journal::default());
            let pdf = printed(&pages)?;
            let texts = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?;
            // What stands at the top of each page comes between.
            let body = |text: &String| squeezed(&text.lines().skip(3).collect::<Vec<_>>().join("\n"));
            let all: String = texts.iter().skip(1).map(body).collect();
            for (number, heading) in headings(guide) {
                let here = sections::IN_BOOKLET.contains(&number);
                let titled = squeezed(&format!("{number}. {heading}"));
                assert_eq!(all.contains(&titled), here, "{language}, {paper:?}: {heading}");
                if !here {
                    continue;
                }
                let text = section(guide, number);
                for paragraph in text.split("\n\n") {
                    let last: String = squeezed(paragraph).chars().rev().take(60).collect();
                    let last: String = last.chars().rev().collect();
                    // One that goes on upon the next page has that page's head within.
                    let whole = all.contains(&last);
                    ensure!(whole, "{language}, {paper:?}, section {number}: {last}");
                }
                let listed = texts[0].lines().find(|line| {
                    line.trim_start().starts_with(&format!("{number} "))
                        && line.contains(&heading.chars().take(8).collect::<String>())
                });
                let listed = listed.with_context(|| format!("{language}: {heading} is not listed"))?;
                let page: usize = listed.split_whitespace().next_back().context("no page")?.parse()?;
                ensure!(squeezed(&texts[page - 1]).contains(&titled), "{language}: {heading} on {page}");
            }
        }
    }
    Ok(())
}
