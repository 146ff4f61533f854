//! The journal of a sitting: each station notes what it did, and none of them a secret.

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Sealing, bundle};
use coldspare::ceremony::{Did, Fingerprint, Sheet, Source};
use coldspare::nitrokey::Serial;
use coldspare::plan::Role;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use coldspare_tests::words::said;
use ratatui::crossterm::event::KeyCode::{self, Char, Enter, F};
use virtual_nitrokey::{Fault, VirtualNitrokey};

use super::pins::{bundle_and_rehearse, write_both};
use super::straight::{self, print, scan};
use coldspare_tests::search::{Secrets, Shown};

pub(crate) fn done(in_process: &InProcess) -> Vec<Did> {
    in_process.app().context().journal.entries().into_iter().map(|entry| entry.did).collect()
}

/// The identity that is held, and how many times one was.
fn held(did: &[Did]) -> Vec<(Source, Fingerprint)> {
    did.iter()
        .filter_map(|did| if let Did::Held { from, of } = *did { Some((from, of)) } else { None })
        .collect()
}

/// The sealed backup that it names, made or opened.
fn backup(did: &[Did]) -> Option<Sealing> {
    did.iter().find_map(|did| match *did {
        Did::Sealed { backup, .. }
        | Did::WrittenAndProven { backup, .. }
        | Did::ForOldMail { backup, .. } => Some(backup),
        _ => None,
    })
}

/// That a Nitrokey was written: with the keys that it is said to have been written with, one with others in each slot.
pub(crate) fn written(did: &[Did], serial: Serial, nth: u8) -> Option<Did> {
    let (of, backup) = (held(did).first()?.1, backup(did)?);
    let is_it = |did: &Did| match *did {
        Did::WrittenAndProven { serial: is, keys, .. } if is == serial => Some(keys),
        _ => None,
    };
    let keys =
        did.iter().find_map(is_it).filter(|[a, b, c]| a != b && b != c && ![a, b, c].contains(&&of))?;
    Some(Did::WrittenAndProven { of, backup, keys, serial, nth: Some(nth) })
}

/// That the journal says just this, in this order, of the identity that is held and of the backup that was sealed.
/// What it says of the sealing itself stands in the tests below.
pub(crate) fn says(
    in_process: &InProcess,
    expected: impl FnOnce(Fingerprint, Option<Sealing>) -> Vec<Did>,
) -> Result<()> {
    let mut did = done(in_process);
    let backup = backup(&did);
    did.retain(|did| !matches!(did, Did::Sealed { .. }));
    let of = held(&did).first().context("nothing is held")?.1;
    assert_eq!(did, expected(of, backup));
    Ok(())
}

#[test]
fn after_a_whole_ceremony_the_journal_says_what_each_station_did_and_no_secret() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    let mut secrets = Secrets::default();
    ensure!(done(&in_process).is_empty(), "something was done before anything was");
    straight::to_paper(&mut in_process, &keys)?;
    in_process.each(&[Enter; 5])?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
        secrets.share(&share);
    }
    let before = in_process.pages(0)?.len();
    in_process.key(Enter)?;
    in_process.pages(before + 1)?;
    in_process.key(Enter)?;
    let slips = in_process.pages(before + 2)?[before + 1].clone();
    let text = Pdf::of(&std::fs::read(slips)?)?.text(1)?;
    let pins: Vec<_> = text
        .split_whitespace()
        .filter(|word| word.len() >= 8 && word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    ensure!(pins.len() == 6, "{pins:?} on the slips");
    pins.into_iter().for_each(|pin| secrets.text("PIN", pin));
    in_process.key(Enter)?;
    bundle_and_rehearse(&mut in_process)?;
    write_both(&mut in_process, &keys)?;

    let did = done(&in_process);
    let [(Source::Made, of)] = held(&did)[..] else { panic!("{did:?}") };
    let (backup, quorum) = did
        .iter()
        .find_map(
            |did| if let Did::Sealed { backup, quorum, .. } = *did { Some((backup, quorum)) } else { None },
        )
        .context("nothing was sealed")?;
    let set = backup.set;
    assert_eq!(backup.number, 1);
    let serial = |nth: usize| fixtures::serial(&keys[nth]);
    let mut expected = vec![Did::Held { from: Source::Made, of }, Did::Sealed { of, backup, quorum }];
    for card in 1..=3 {
        expected.extend([
            Did::Printed { backup, sheet: Sheet::Card(card) },
            Did::PrintedAgain { set, card },
            Did::ReadBack { set, card, whole: true },
        ]);
    }
    expected.extend([
        Did::Printed { backup, sheet: Sheet::Record },
        Did::Printed { backup, sheet: Sheet::PinSlips },
        Did::Written { backup },
        Did::Rehearsed { backup, from_paper: true },
    ]);
    for (serial, nth) in [(serial(0), 0), (serial(1), 1)] {
        expected.extend(written(&did, serial, nth));
    }
    assert_eq!(did, expected);
    let entries = in_process.app().context().journal.entries();
    assert!(entries.is_sorted_by_key(|entry| entry.moment));

    let mut shown = Shown::default();
    shown.debug("the journal", &in_process.app().context().journal);
    assert_eq!(shown.leaks(&secrets), Default::default());
    // And it would be found, if it were there.
    let share = secrets.names().into_iter().find(|name| name.starts_with("share"));
    assert!(share.is_some() && secrets.names().contains("PIN"));
    Ok(())
}

#[test]
fn each_sheet_that_is_printed_besides_is_noted_as_what_it_is() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_more_paper(&mut in_process, &keys)?;
    let before = done(&in_process);
    for line in '1'..='5' {
        in_process.each(&[Char(line), Enter])?;
    }
    let backup = backup(&before).context("nothing was sealed")?;
    let sheets = [Sheet::Record, Sheet::Booklet, Sheet::PinSlips, Sheet::Backup, Sheet::MoreCards];
    assert_eq!(done(&in_process)[before.len()..], sheets.map(|sheet| Did::Printed { backup, sheet }));
    Ok(())
}

/// The same sitting goes on: what was skipped and what was brought back is noted after what was done before.
#[test]
fn the_journal_goes_on_in_the_next_flow_and_says_what_was_skipped() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::brought_back(&mut in_process, &keys[0])?;
    in_process.key(Enter)?;
    in_process.at("proven")?;
    in_process.each(&[Enter])?;
    // The spare comes later.
    in_process.each(&[Char('2'), Enter])?;
    let did = done(&in_process);
    let [(Source::Opened, of)] = held(&did)[..] else { panic!("{did:?}") };
    assert_eq!(
        did[1..],
        [
            written(&did, fixtures::serial(&keys[0]), 0).context("it is not noted")?,
            Did::Later { of, nth: Some(1) },
        ]
    );
    Ok(())
}

/// The stick cannot be written, what is on it is damaged before the rehearsal, a Nitrokey is pulled out while it is written:
/// none of it is done, as long as it was not done again.
#[test]
fn what_did_not_succeed_is_not_noted() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_more_paper(&mut in_process, &keys)?;
    in_process.each(&[Enter; 3])?;
    in_process.at("bundle")?;
    let mut before = done(&in_process);
    let of = held(&before).first().context("nothing is held")?.1;
    let backup = backup(&before).context("nothing was sealed")?;

    let stick = in_process.plug_stick("COLDSPARE")?;
    let folder = bundle::folder(&format!("{of:?}"));
    let in_the_way = stick.join(format!("{folder}.new"));
    std::fs::write(&in_the_way, "no folder")?;
    in_process.key(Enter)?;
    in_process.at("bundle")?;
    assert_eq!(done(&in_process), before);
    std::fs::remove_file(in_the_way)?;
    in_process.key(Enter)?;
    before.push(Did::Written { backup });
    assert_eq!(done(&in_process), before);

    let sealed = stick.join(&folder).join(bundle::SEALED_BACKUP);
    let whole = std::fs::read(&sealed)?;
    std::fs::write(&sealed, &whole[1..])?;
    in_process.key(Enter)?;
    in_process.wait_for("No Nitrokey was written.")?;
    assert_eq!(done(&in_process), before);
    std::fs::write(&sealed, &whole)?;
    in_process.key(Enter)?;
    in_process.at("rehearse")?;
    before.push(Did::Rehearsed { backup, from_paper: true });
    assert_eq!(done(&in_process), before);

    in_process.key(Enter)?;
    let write = || said("write").with("role", Role::Primary);
    for pulled_out in [true, false] {
        in_process.at(write())?;
        in_process.key(Enter)?;
        in_process.keys(&fixtures::serial(&keys[0]).last_four())?;
        if pulled_out {
            keys[0].fault(Fault::CutAfter(30));
        }
        in_process.key(Enter)?;
        if pulled_out {
            in_process.at(write())?;
            assert_eq!(done(&in_process), before);
            in_process.plug(&keys[0])?;
        }
    }
    in_process.at("proven")?;
    let did = done(&in_process);
    before.extend(written(&did, fixtures::serial(&keys[0]), 0));
    assert_eq!(did, before);
    Ok(())
}

/// The straight way to the results, with Enter alone where it is enough: the owner's record as it was printed on it.
fn to_results(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<String> {
    straight::to_more_paper(in_process, keys)?;
    let record = last_page(in_process, Enter)?;
    last_page(in_process, Enter)?;
    in_process.key(Enter)?;
    bundle_and_rehearse(in_process)?;
    write_both(in_process, keys)?;
    in_process.at("results")?;
    Ok(record)
}

/// What stands on the one page that this key prints, without line breaks.
fn last_page(in_process: &mut InProcess, key: KeyCode) -> Result<String> {
    let before = in_process.pages(0)?.len();
    in_process.key(key)?;
    let pages = in_process.pages(before + 1)?;
    let text = Pdf::of(&std::fs::read(&pages[before])?)?.text(1)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn at_the_end_the_owners_record_is_printed_with_the_rehearsal_and_both_proven_nitrokeys() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    let early = to_results(&mut in_process, &keys)?;
    ensure!(!early.contains("rehearsed on") && !early.contains("proven on"), "{early}");
    in_process.wait_for("Since the owner’s record was printed, more was done")?;
    let record = last_page(&mut in_process, F(5))?;
    ensure!(record.contains("rehearsed on"), "nothing of the rehearsal: {record}");
    for key in &keys[..2] {
        let proven = format!("{}, proven on", fixtures::serial(key));
        ensure!(record.contains(&proven), "nothing of {proven}: {record}");
    }
    in_process.wait_for("The owner’s record is printed, with all that was")?;
    let sheets = |did: &[Did]| {
        did.iter().filter(|did| matches!(did, Did::Printed { sheet: Sheet::Record, .. })).count()
    };
    assert_eq!(sheets(&done(&in_process)), 2);
    // Enter alone goes on, as it does without it.
    in_process.key(Enter)?;
    in_process.at("done")
}

#[test]
fn whoever_does_without_the_last_record_or_whose_printer_is_gone_goes_on_all_the_same() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_results(&mut in_process, &keys)?;
    in_process.cut_off_printer()?;
    in_process.press(F(5))?;
    in_process.wait_for("Stop printing")?;
    in_process.press(Char('3'))?;
    in_process.press(Enter)?;
    in_process.at("results")?;
    in_process.wait_for("F5 prints it again")?;
    in_process.key(Enter)?;
    in_process.at("done")
}
