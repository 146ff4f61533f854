//! Codes are read from worn paper and from a camera, at least as well as zbar reads them.

use std::collections::BTreeSet;

use anyhow::Result;
use coldspare::paper::{Picture, PictureError};
use coldspare_tests::reading::{Printed, read};
use coldspare_tests::worn::Wear;

#[test]
fn a_worn_card_is_read() -> Result<()> {
    let printed = Printed::new()?;
    let (page, share) = (printed.card(200)?, BTreeSet::from([printed.share()]));
    for wear in Wear::ALL {
        for seed in 0..2 {
            let read = read(page.worn(wear, seed), wear == Wear::Webcam)?;
            // All at once is too much now and then, for zbar nearly always.
            assert!(wear == Wear::All || read.ours == share, "{wear}, {seed}");
            assert!(read.zbar.is_subset(&read.ours), "{wear}, {seed}");
        }
    }
    Ok(())
}

#[test]
fn of_a_worn_backup_sheet_nothing_is_missed_that_zbar_reads() -> Result<()> {
    let page = Printed::new()?.backup_sheet(200)?;
    for wear in Wear::ALL {
        let read = read(page.worn(wear, 0), wear == Wear::Webcam)?;
        assert!(read.zbar.is_subset(&read.ours), "{wear}: {} of {}", read.ours.len(), read.zbar.len());
    }
    Ok(())
}

#[test]
fn of_a_clean_backup_sheet_every_code_is_read() -> Result<()> {
    let printed = Printed::new()?;
    for dpi in [200, 300] {
        let read = read(printed.backup_sheet(dpi)?.worn(Wear::Clean, 0), false)?;
        assert_eq!(read.ours.len(), 6, "{dpi} dpi");
    }
    Ok(())
}

#[test]
fn a_picture_without_a_code_has_none() -> Result<()> {
    assert!(Picture::from_grey(64, 64, vec![200; 64 * 64])?.codes().is_empty());
    assert!(Picture::from_grey(0, 0, Vec::new())?.codes().is_empty());
    assert!(matches!(Picture::from_grey(2, 2, vec![0]), Err(PictureError::Length { .. })));
    Ok(())
}
