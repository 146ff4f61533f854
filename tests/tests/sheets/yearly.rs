//! The report of the yearly check.

use std::slice::from_ref;

use coldspare::ceremony::{
    CardCame, Findings, NitrokeyCame, NitrokeySeen, OnStick, Recovered, StickSeen, write_report,
};
use coldspare::paper::Mark;

use super::*;

const DAY: &str = "2027-11-29T12:00:00Z";

fn moment(text: &str) -> Result<Moment> {
    Moment::parse(text).context("no moment")
}

fn stick(found: OnStick) -> StickSeen {
    StickSeen { name: "COLDSPARE, 8 GB, SanDisk Ultra".into(), found: Ok(found) }
}

fn nitrokey(role: Role, name: &str, came: NitrokeyCame) -> NitrokeySeen {
    NitrokeySeen {
        serial: "000F 1A2B3C4D".into(),
        role: Some((role, name.into())),
        said_by_owner: false,
        came,
    }
}

/// All that can be found at once, the longest of it.
fn everything(sealed: &Sealed) -> Result<Findings> {
    let manifest = sealed.manifest().clone();
    let (sealing, moment) = (12, moment("2026-01-31T12:00:00Z")?);
    let long = "The file sealed-backup.pgp on the stick cannot be read: input/output error. ".repeat(2);
    let mut sticks: Vec<_> = [
        OnStick::Same,
        OnStick::Newer { sealing, moment },
        OnStick::Older { sealing, moment },
        OnStick::Kept { sealing, moment },
        OnStick::Revoked,
        OnStick::Apart { sealing, moment },
        OnStick::Differs,
        OnStick::Other,
        OnStick::Nothing,
    ]
    .map(stick)
    .into();
    sticks.push(StickSeen { found: Err(long.clone()), ..stick(OnStick::Same) });
    let mut cards = vec![CardCame::Mended(1), CardCame::OtherSet { card: 2, set: manifest.set }];
    cards.extend([CardCame::Wrong(Some(2)), CardCame::Wrong(None)]);
    cards.extend((2..manifest.quorum.cards()).map(CardCame::Good));
    let came = [
        NitrokeyCame::Proven,
        NitrokeyCame::WrongPin { left: 2 },
        NitrokeyCame::LastTry,
        NitrokeyCame::Blocked,
        NitrokeyCame::OldKeys,
        NitrokeyCame::OldMail,
        NitrokeyCame::NoKeys,
        NitrokeyCame::Failed(long),
    ];
    let mut nitrokeys: Vec<_> =
        (2..).zip(came).map(|(nth, came)| nitrokey(Role::nth(nth), "spare", came)).collect();
    nitrokeys
        .push(NitrokeySeen { said_by_owner: true, ..nitrokey(Role::nth(9), "spare", NitrokeyCame::Proven) });
    nitrokeys.push(NitrokeySeen { role: None, ..nitrokey(Role::nth(9), "", NitrokeyCame::NoKeys) });
    Ok(Findings {
        today: self::moment(DAY)?.into(),
        program: "0.1.0",
        backup: Some(manifest),
        clock_is_behind: false,
        sticks,
        cards,
        recovered: Recovered::Failed,
        is_contradicted: true,
        revoked: None,
        nitrokeys,
        roles: vec![(Role::nth(10), "spare 10".into())],
        expires: Some(self::moment("2028-03-01T12:00:00Z")?.into()),
    })
}

/// Nothing was brought but a stick.
fn little(sealed: &Sealed) -> Result<Findings> {
    Ok(Findings {
        sticks: vec![stick(OnStick::Same)],
        cards: Vec::new(),
        recovered: Recovered::Not,
        is_contradicted: false,
        nitrokeys: Vec::new(),
        roles: Vec::new(),
        expires: None,
        ..everything(sealed)?
    })
}

/// Without blanks: where its lines break does not matter.
fn squeezed(pages: &[Page]) -> Result<String> {
    let pdf = printed(pages)?;
    let texts = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?;
    Ok(texts.concat().chars().filter(|c| !c.is_whitespace()).collect())
}

#[test]
fn each_line_of_the_report_is_on_paper_in_every_language_and_on_every_paper() -> Result<()> {
    let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 16)? };
        let ceremony = Ceremony::of(plan)?;
        for findings in [everything(&ceremony.sealed)?, little(&ceremony.sealed)?] {
            let report = findings.report(&ceremony.texts);
            for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
                let text = squeezed(&ceremony.on(paper).yearly(&report))?;
                for line in &report.lines {
                    for said in [&line.what, &line.with] {
                        assert!(text.contains(&squeeze(said)), "{language} {paper:?}: {said}\n{text}");
                    }
                }
                assert!(text.contains(&squeeze(&report.next)), "{language} {paper:?}: {}", report.next);
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_of_it_overlaps_and_it_keeps_within_its_pages() -> Result<()> {
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 16)? };
        let ceremony = Ceremony::of(plan)?;
        for (findings, most) in [(everything(&ceremony.sealed)?, 4), (little(&ceremony.sealed)?, 1)] {
            for paper in [Paper::A4, Paper::Letter] {
                let pages = ceremony.on(paper).yearly(&findings.report(&ceremony.texts));
                assert!(pages.len() <= most, "{language} {paper:?}: {} pages", pages.len());
                // In points (1/72 inch).
                let bottom = f64::from(paper.height().context("a roll")?) * 72.0 / 25.4 - 20.0;
                let pdf = printed(&pages)?;
                for page in 1..=pages.len() {
                    let words = pdf.words(page)?;
                    for (i, word) in words.iter().enumerate() {
                        assert!(word.place[3] < bottom, "{language} {paper:?}: {word:?}");
                        let over = words[..i].iter().find(|other| word.overlap(other) > 0.6);
                        assert!(over.is_none(), "{language} {paper:?}: {word:?} over {over:?}");
                    }
                }
            }
        }
    }
    Ok(())
}

/// A stick that is pulled out while it is read once more was good before.
#[test]
fn a_stick_that_was_pulled_out_meanwhile_stays_what_it_was() {
    let (good, bad) = (stick(OnStick::Same), StickSeen { found: Err(String::new()), ..stick(OnStick::Same) });
    let none = stick(OnStick::Nothing);
    for (now, before, is_plugged, replaces) in [
        (&bad, &good, false, false),
        (&bad, &good, true, true),
        (&bad, &bad, false, true),
        (&none, &good, true, true),
        (&none, &good, false, true),
        (&good, &bad, false, true),
    ] {
        assert_eq!(
            StickSeen::replace(from_ref(now), from_ref(before), is_plugged),
            replaces,
            "{now:?} after {before:?}"
        );
    }
}

/// What the opened backup says that a Nitrokey is, is not what its owner has said; and one that it names was to have keys.
#[test]
fn what_a_nitrokey_is_shows_whether_it_was_to_have_keys() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let spare = |came| nitrokey(Role::SPARE, "spare", came);
    for (seen, mark, said) in [
        (spare(NitrokeyCame::NoKeys), Mark::Bad, "It has lost them"),
        (NitrokeySeen { role: None, ..spare(NitrokeyCame::NoKeys) }, Mark::Open, "It was not proven"),
        (
            NitrokeySeen { said_by_owner: true, ..spare(NitrokeyCame::Proven) },
            Mark::Good,
            "the owner has said",
        ),
        (spare(NitrokeyCame::OldKeys), Mark::Bad, "write it anew"),
        (
            NitrokeySeen { role: None, ..spare(NitrokeyCame::OldMail) },
            Mark::Open,
            "for old mail, that is right",
        ),
    ] {
        let roles = vec![(Role::SPARE, "spare".into()), (Role::nth(2), "spare 2".into())];
        let findings = Findings { nitrokeys: vec![seen], roles, ..little(&ceremony.sealed)? };
        let report = findings.report(&ceremony.texts);
        assert!(report.of(mark).any(|line| line.with.contains(said)), "{said}: {:?}", report.lines);
        assert!(report.of(Mark::Open).any(|line| line.what == "spare 2"), "{:?}", report.lines);
    }
    Ok(())
}

/// What was not compared with anything is called good nowhere.
#[test]
fn what_was_not_here_is_not_called_good() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let nothing = Findings { sticks: Vec::new(), backup: None, ..little(&ceremony.sealed)? };
    let good: Vec<_> = nothing.report(&ceremony.texts).of(Mark::Good).map(|line| line.what.clone()).collect();
    assert_eq!(good, ["The clock: 29 November 2027"]);
    let little = little(&ceremony.sealed)?.report(&ceremony.texts);
    let open: Vec<_> = little.of(Mark::Open).map(|line| line.what.as_str()).collect();
    assert_eq!(
        open[..4],
        ["Cards 1, 2, 3, 4, 5", "The whole recovery", "The spare", "The Nitrokey that is used every day"]
    );
    assert_eq!(little.next, "29 November 2028");
    Ok(())
}

#[test]
fn an_image_that_is_older_than_the_one_that_sealed_is_to_be_put_right() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    for (program, sealed_by, mark) in [
        ("0.1.0", "0.1.0", Mark::Good),
        ("0.10.0", "0.9.1", Mark::Good),
        ("0.9.1", "0.10.0", Mark::Bad),
        ("0.1.0", "1.0.0", Mark::Bad),
        ("1.0.0", "who knows", Mark::Good),
    ] {
        let mut findings = little(&ceremony.sealed)?;
        findings.program = program;
        findings.backup.as_mut().context("no backup")?.program = sealed_by.into();
        let report = findings.report(&ceremony.texts);
        let image = report.lines.iter().find(|line| line.what.contains("image")).context("no image")?;
        assert_eq!(image.mark, mark, "{program} and {sealed_by}: {}", image.what);
    }
    Ok(())
}

/// By the day of the check, whatever the clock of this computer says.
#[test]
fn when_the_keys_expire_is_looked_at_by_the_day_of_the_check() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    for (expires, mark, said) in [
        (None, Mark::Good, "never expire"),
        (Some("2028-11-29T12:00:00Z"), Mark::Good, "last until 29 November 2028"),
        (Some("2028-11-29T11:59:59Z"), Mark::Bad, "expire on 29 November 2028"),
        (Some("2027-11-29T12:00:01Z"), Mark::Bad, "expire on 29 November 2027"),
        (Some("2027-11-29T12:00:00Z"), Mark::Bad, "expired on 29 November 2027"),
    ] {
        let mut findings = little(&ceremony.sealed)?;
        findings.expires = expires.map(moment).transpose()?.map(Into::into);
        let report = findings.report(&ceremony.texts);
        assert!(report.of(mark).any(|line| line.what.contains(said)), "{expires:?}: {:?}", report.lines);
    }
    Ok(())
}

#[test]
fn it_is_written_as_a_folder_that_is_called_after_its_day() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    let name = write_report(&little(&ceremony.sealed)?, &ceremony.texts, &stick)?;
    let end = &ceremony.sealed.manifest().fingerprint[32..];
    assert_eq!(name, format!("yearly-check-{end}-2027-11-29"));
    let text = Pdf::of(&stick.read(&format!("{name}/yearly-check.pdf"), 1 << 20)?)?.text(1)?;
    assert!(text.contains("The yearly check"), "{text}");
    Ok(())
}

/// The owner's record has a box for each year, also for keys that never expire.
#[test]
fn the_record_has_a_box_for_each_year_also_for_keys_that_never_expire() -> Result<()> {
    use coldspare::plan::Expiry;
    for (expiry, years) in [(Expiry::Never, 10), (Expiry::Years(2), 2)] {
        let mut plan = fixtures::plan(Algorithm::Curve25519, 3, 5)?;
        plan.expiry = expiry;
        let ceremony = Ceremony::of(plan)?;
        let record = ceremony.sealed.owners_record(&ceremony.on(Paper::A4), false, &Journal::default());
        let text = printed(&[record])?.text(1)?;
        let made: u16 = ceremony.sealed.manifest().moment.day()[..4].parse()?;
        let has = |year: u16| text.split_whitespace().any(|word| word == year.to_string());
        assert!((made + 1..=made + years).all(has), "{expiry:?}: {text}");
    }
    Ok(())
}

/// Each in a picture, for who wants to look at it: `COLDSPARE_PICTURES=folder`.
#[test]
fn its_pictures_can_be_looked_at() -> Result<()> {
    let Ok(into) = std::env::var("COLDSPARE_PICTURES") else { return Ok(()) };
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 16)? };
        let ceremony = Ceremony::of(plan)?;
        for (name, findings) in
            [("all", everything(&ceremony.sealed)?), ("little", little(&ceremony.sealed)?)]
        {
            let report = findings.report(&ceremony.texts);
            for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
                let file = format!("{into}/yearly-{name}-{language}-{paper:?}.pdf");
                std::fs::write(file, &*pdf(&ceremony.on(paper).yearly(&report))?)?;
            }
        }
    }
    Ok(())
}
