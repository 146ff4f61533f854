//! The report, as it is on paper.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use ratatui::crossterm::event::KeyCode::{Enter, F};

/// What was found, in the order of the report, without what is said in any.
pub(super) fn report(in_process: &mut InProcess) -> Result<String> {
    in_process.presses_until_at(Enter, "yearly-report")?;
    let before = in_process.pages(0)?.len();
    in_process.key(F(5))?;
    in_process.wait_for("The report was printed")?;
    let page = |page: &Path| Pdf::of(&fs::read(page)?)?.text(1);
    let mut text = page(&in_process.pages(before + 1)?[before])?;
    let many = (2..5).find(|of| text.contains(&format!("Page 1 of {of}"))).unwrap_or(1);
    for next in in_process.pages(before + many)?.get(before + 1..).unwrap_or_default() {
        text += &page(next)?;
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What stands in the report below this heading, up to the next one.
pub(super) fn part<'a>(report: &'a str, heading: &str) -> Result<&'a str> {
    const HEADINGS: [&str; 3] = ["To be put right", "Not checked", "Good"];
    // The introduction says what each of them means.
    let (_, report) = report.split_once("keep this sheet with it.").context("no introduction")?;
    let Some((_, rest)) = report.split_once(heading) else { return Ok("") };
    let end = HEADINGS.iter().filter_map(|next| rest.find(&format!(" {next} "))).min();
    Ok(&rest[..end.unwrap_or(rest.len())])
}

pub(super) fn has(report: &str, heading: &str, expected: &[&str]) -> Result<()> {
    let part = part(report, heading)?;
    for expected in expected {
        ensure!(part.contains(expected), "{expected:?} not below {heading:?}:\n{part}\n\nin:\n{report}");
    }
    Ok(())
}
