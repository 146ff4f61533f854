//! Codes are read from damaged paper and from a camera: at least as many as are known to be readable, all that zbar
//! reads, and never one that is not there.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::backup::is_code;
use coldspare::paper::{Looks, Picture, PictureError};
use coldspare_tests::camera::Held;
use coldspare_tests::damage::{Grey, Wear};
use coldspare_tests::paper::output_of;
use coldspare_tests::reading::{Printed, looked, read};
use coldspare_tests::{damaged, fixtures};

/// This test, run by itself in a process whose memory is measured.
const ALONE: &str = "COLDSPARE_READS_A_LARGE_PICTURE";

fn picture(grey: Grey) -> Result<Picture> {
    Ok(Picture::from_grey(grey.width, grey.height, grey.pixels)?)
}

/// Every code that is seen in any variant, wanted or not.
fn everything(grey: Grey) -> Result<BTreeSet<String>> {
    Ok(picture(grey)?.codes(|_| true).iter().map(|code| code.to_string()).collect())
}

#[test]
fn of_damaged_pages_as_many_codes_are_read_as_ever_and_none_that_is_not_there() -> Result<()> {
    let texts = damaged::texts()?;
    ensure!(texts.iter().all(|text| is_code(text)), "{texts:?}");
    for page in damaged::all()? {
        let read = everything(page.picture()?)?;
        ensure!(read.is_subset(&texts), "{}: {read:?}", page.name);
        ensure!(read.len() >= page.read, "{}: {} of {}", page.name, read.len(), page.read);
        ensure!(read.len() <= page.codes, "{}: {} of {}", page.name, read.len(), page.codes);
    }
    Ok(())
}

/// One picture after the other: what one variant does not show, the next one does.
#[test]
fn before_a_camera_damaged_pages_give_within_a_dozen_pictures_what_they_give_at_all() -> Result<()> {
    for page in damaged::all()? {
        let picture = picture(page.picture()?)?;
        let read = looked(std::iter::repeat_n(picture.grey(), 12));
        ensure!(read.len() >= page.read, "{}: {} of {}", page.name, read.len(), page.read);
    }
    Ok(())
}

#[test]
fn a_worn_card_is_read() -> Result<()> {
    let printed = Printed::new()?;
    let (page, share) = (printed.card(200)?, BTreeSet::from([printed.share()]));
    for wear in Wear::ALL {
        for seed in 0..2 {
            let read = read(page.damaged(wear, seed), wear == Wear::Webcam)?;
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
        let read = read(page.damaged(wear, 0), wear == Wear::Webcam)?;
        assert!(read.zbar.is_subset(&read.ours), "{wear}: {} of {}", read.ours.len(), read.zbar.len());
    }
    Ok(())
}

#[test]
fn of_a_clean_backup_sheet_every_code_is_read() -> Result<()> {
    let printed = Printed::new()?;
    for dpi in [200, 300] {
        let read = read(printed.backup_sheet(dpi)?.damaged(Wear::Clean, 0), false)?;
        assert_eq!(read.ours.len(), printed.parts()?, "{dpi} dpi");
    }
    Ok(())
}

/// In one look, however it lies.
#[test]
fn a_card_and_a_sheet_are_read_at_every_angle() -> Result<()> {
    let printed = Printed::new()?;
    // Of the sheet, two of its spare codes are left at the least.
    let pages = [(printed.card(150)?, 1), (printed.backup_sheet(200)?, printed.enough()? + 2)];
    for (page, codes) in pages {
        let page = page.damaged(Wear::Clean, 0);
        // Room for its corners.
        let square = page.centred((page.width as f64).hypot(page.height as f64));
        for degrees in (0..360).step_by(5) {
            let picture = picture(square.turned(f64::from(degrees)))?;
            let read = Looks::new(is_code).look(picture.grey()).len();
            ensure!(read >= codes, "{degrees} degrees: {read} of {codes}");
        }
    }
    Ok(())
}

#[test]
fn a_card_is_read_that_is_tilted_before_a_camera_or_far_from_it() -> Result<()> {
    let printed = Printed::new()?;
    let (page, share) = (printed.card(150)?.damaged(Wear::Clean, 0), BTreeSet::from([printed.share()]));
    let still = Held::STILL;
    let small = Held { size: (640, 480), at: (0.25, 0.32), ..still };
    let held = [
        Held { tilted: (40.0, 0.0), ..still },
        Held { tilted: (0.0, -40.0), turned: 20.0, ..still },
        Held { tilted: (-25.0, 25.0), turned: 140.0, ..still },
        Held { fills: 0.35, turned: 45.0, ..still },
        Held { fills: 0.5, turned: 77.0, ..small },
        Held { fills: 0.9, blur: 2.0, ..small },
        Held { dim: 0.25, noise: 8.0, turned: 200.0, ..still },
    ];
    for (seed, held) in held.into_iter().enumerate() {
        let pictures = held.by_hand(4, seed as u64).zip(0..).map(|(held, i)| picture(held.seen(&page, i)));
        let pictures = pictures.collect::<Result<Vec<_>>>()?;
        ensure!(looked(pictures.iter().map(Picture::grey)) == share, "{held:?}");
    }
    Ok(())
}

/// No picture shows all of it, and hardly one shows each code that is in it well.
#[test]
fn the_whole_sheet_comes_together_from_one_picture_after_the_other() -> Result<()> {
    let printed = Printed::new()?;
    let page = printed.backup_sheet(200)?.damaged(Wear::Clean, 0);
    let still = Held { at: (0.5, 0.47), ..Held::STILL };
    for (seed, held) in [
        Held { fills: 0.85, ..still },
        Held { size: (1920, 1080), fills: 0.5, turned: 90.0, ..still },
        Held { size: (1920, 1080), fills: 0.6, tilted: (15.0, 10.0), turned: 37.0, ..still },
    ]
    .into_iter()
    .enumerate()
    {
        let pictures = held.by_hand(12, seed as u64).zip(0..).map(|(held, i)| picture(held.seen(&page, i)));
        let pictures = pictures.collect::<Result<Vec<_>>>()?;
        let read = looked(pictures.iter().map(Picture::grey));
        ensure!(read.len() >= printed.enough()?, "{held:?}: {}", read.len());
        ensure!(printed.comes_back(&read)?, "{held:?}: {read:?}");
    }
    Ok(())
}

#[test]
fn faded_ink_is_read() -> Result<()> {
    let printed = Printed::new()?;
    for (page, codes) in [(printed.card(150)?, 1), (printed.backup_sheet(150)?, printed.parts()?)] {
        for ink in [215.0, 225.0] {
            let read = everything(page.damaged(Wear::Clean, 0).faded(ink, 240.0))?;
            ensure!(read.len() == codes, "ink of {ink}: {} of {codes}", read.len());
        }
    }
    Ok(())
}

/// Another one that a camera sees, a web page's, and one of ours with a digit that is wrong, are nobody's business.
/// A clean picture of it alone.
fn drawn(code: &qrcode::QrCode) -> Result<Picture> {
    let side = code.width() + 8;
    let (colors, scale) = (code.to_colors(), 5);
    let dark = |x: usize, y: usize| {
        let inside = |at: usize| (4..side - 4).contains(&at);
        inside(x) && inside(y) && colors[(y - 4) * code.width() + x - 4] == qrcode::Color::Dark
    };
    let width = side * scale;
    let pixel = |i: usize| if dark(i % width / scale, i / width / scale) { 20 } else { 230 };
    Ok(Picture::from_grey(width, width, (0..width * width).map(pixel).collect())?)
}

/// Other readers see some of a few digits in damaged pages.
#[test]
fn micro_codes_are_not_read() -> Result<()> {
    for version in 1..=4 {
        let code =
            qrcode::QrCode::with_version("12345", qrcode::Version::Micro(version), qrcode::EcLevel::L)?;
        ensure!(drawn(&code)?.codes(|_| true).is_empty(), "M{version}");
    }
    Ok(())
}

#[test]
fn only_codes_are_given_that_are_wanted() -> Result<()> {
    let share = Printed::new()?.share();
    let mut wrong = share.clone();
    wrong.replace_range(25..26, if &share[25..26] == "7" { "6" } else { "7" });
    for (text, given) in
        [(share.as_str(), 1), (wrong.as_str(), 0), ("HTTPS://EXAMPLE.ORG/", 0), ("COLDSPARE10:X", 0)]
    {
        let picture = drawn(&qrcode::QrCode::new(text)?)?;
        ensure!(picture.codes(|_| true).len() == 1, "{text}");
        ensure!(picture.codes(is_code).len() == given, "{text}");
    }
    Ok(())
}

#[test]
fn a_picture_without_a_code_has_none() -> Result<()> {
    assert!(Picture::from_grey(64, 64, vec![200; 64 * 64])?.codes(|_| true).is_empty());
    for (width, height) in [(0, 0), (1, 1), (1, 4000), (4000, 1), (7, 7), (41, 39)] {
        let picture = Picture::from_grey(width, height, vec![0; width * height])?;
        assert!(picture.codes(|_| true).is_empty(), "{width} x {height}");
        let mut looks = Looks::new(|_: &str| true);
        assert!((0..20).all(|_| looks.look(picture.grey()).is_empty()), "{width} x {height}");
    }
    assert!(matches!(Picture::from_grey(2, 2, vec![0]), Err(PictureError::Length { .. })));
    Ok(())
}

/// A sheet of A4 at 600 dpi, in colour.
fn large() -> Result<Vec<u8>> {
    let page = Printed::new()?.backup_sheet(300)?.damaged(Wear::Clean, 0);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 2 * page.width as u32, 2 * page.height as u32);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer()?;
    for row in page.pixels.chunks_exact(page.width) {
        let row: Vec<u8> = row.iter().flat_map(|pixel| [*pixel; 6]).collect();
        std::io::Write::write_all(&mut stream, &row)?;
        std::io::Write::write_all(&mut stream, &row)?;
    }
    stream.finish()?;
    writer.finish()?;
    Ok(file)
}

#[test]
fn a_picture_of_a_whole_sheet_at_600_dpi_takes_little_memory() -> Result<()> {
    if let Some(file) = std::env::var_os(ALONE) {
        let picture = Picture::from_png(&std::fs::read(file)?)?;
        println!("{} codes", picture.codes(is_code).len());
        let status = std::fs::read_to_string("/proc/self/status")?;
        println!("{}", status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default());
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("large.png");
    std::fs::write(&file, large()?)?;
    let mut alone = Command::new(std::env::current_exe()?);
    alone.args(["--exact", "a_picture_of_a_whole_sheet_at_600_dpi_takes_little_memory", "--nocapture"]);
    let said = String::from_utf8(output_of(alone.env(ALONE, &file))?)?;
    ensure!(said.contains("9 codes"), "{said}");
    let kib = said.lines().find_map(|line| line.split_once("VmHWM:")).context("no peak memory")?.1;
    let mib = kib.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0;
    ensure!(mib < 96.0, "{mib:.0} MiB");
    Ok(())
}

#[test]
fn what_is_larger_is_refused_in_words() -> Result<()> {
    let too_large = Picture::from_grey(9000, 9000, Vec::new());
    ensure!(matches!(&too_large, Err(PictureError::TooLarge { width: 9000, height: 9000 })));
    ensure!(too_large.is_err_and(|error| fixtures::message(&error).contains("300 dpi")));
    Ok(())
}
