//! Backup sheets that come back after the same damage: today's layout, nine codes any m of which are enough, beside the
//! one before it, six smaller codes that were all needed. Read by us, and by zxing-cpp.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use coldspare::backup::{BackupPart, Sealing, SetId, is_code};
use coldspare::paper::Picture;
use coldspare_tests::camera::Held;
use coldspare_tests::damage::{Chance, Grey, Spot, Wear};
use coldspare_tests::reading::{Printed, looked};
use qrcode::{Color, EcLevel, QrCode};

use super::readers::others;

/// A page's width and height, in millimetres.
const PAGE: (f64, f64) = (210.0, 297.0);
const DPI: u32 = 200;
/// Of each damage so many sheets, each hurt in other places.
const SHEETS: u64 = 10;
/// Pictures of a sheet that somebody holds before a camera.
const PICTURES: u64 = 12;

/// A sheet, and how many of its codes are needed.
struct Sheet {
    page: Grey,
    needed: usize,
}

/// What happens to both.
#[derive(Clone, Copy)]
enum Damage {
    Worn,
    Folded,
    Copied,
    Blots,
    Torn,
    Camera { size: (usize, usize) },
}

const DAMAGES: [(&str, Damage); 7] = [
    ("crooked, pale, stained", Damage::Worn),
    ("folded, coffee on it", Damage::Folded),
    ("copied, pale, 100 dpi", Damage::Copied),
    ("blots of ink", Damage::Blots),
    ("a corner and an edge torn", Damage::Torn),
    ("camera, 1280 x 720", Damage::Camera { size: (1280, 720) }),
    ("camera, 640 x 480", Damage::Camera { size: (640, 480) }),
];

/// Prints how many come back.
pub(crate) fn that_come_back() -> Result<()> {
    let printed = Printed::new()?;
    let page = printed.backup_sheet(DPI)?.damaged(Wear::Clean, 0);
    let sheets = [before()?, Sheet { page, needed: printed.enough()? }];
    println!("\n{:26} {:>20}{:>24}", "sheets that come back", "six codes, all", "nine, any of them");
    println!(
        "{:26} {:>9}{:>11}{:>13}{:>11}",
        "after the same damage", "ours", "zxing-cpp", "ours", "zxing-cpp"
    );
    let (mut all, mut total) = (0, [0; 4]);
    for (name, damage) in DAMAGES {
        let folder = tempfile::tempdir()?;
        let row =
            [back(&sheets[0], damage, folder.path())?, back(&sheets[1], damage, folder.path())?].concat();
        print_row(name, SHEETS, &row);
        all += SHEETS;
        total.iter_mut().zip(row).for_each(|(total, back)| *total += back);
    }
    print_row("all", all, &total);
    Ok(())
}

fn print_row(name: &str, of: u64, back: &[usize]) {
    let row: Vec<_> = back.iter().map(|back| format!("{back}/{of}")).collect();
    println!("{name:26} {:>9}{:>11}{:>13}{:>11}", row[0], row[1], row[2], row[3]);
}

/// Of one sheet after one damage, in as many ways: how many come back, read by us and by zxing-cpp.
fn back(sheet: &Sheet, damage: Damage, folder: &Path) -> Result<Vec<usize>> {
    let (mut ours, mut files) = (0, Vec::new());
    for seed in 0..SHEETS {
        let mut greys = Vec::new();
        for (i, seen) in damage.seen(&sheet.page, seed).into_iter().enumerate() {
            files.push(folder.join(format!("{seed}-{i}.pgm")));
            seen.write(files.last().context("no file")?)?;
            greys.push(Picture::from_grey(seen.width, seen.height, seen.pixels)?);
        }
        let read = match &greys[..] {
            [scanned] => scanned.codes(is_code).iter().map(|code| code.to_string()).collect(),
            several => looked(several.iter().map(Picture::grey)),
        };
        ours += usize::from(read.len() >= sheet.needed);
    }
    let each = files.len() / SHEETS as usize;
    let theirs = others(&files)?;
    let read = |of: &[[super::readers::Other; 2]]| {
        let texts: BTreeSet<_> =
            of.iter().flat_map(|[zxing, _]| &zxing.texts).filter(|text| is_code(text)).collect();
        texts.len() >= sheet.needed
    };
    Ok(vec![ours, theirs.chunks(each).filter(|of| read(of)).count()])
}

impl Damage {
    /// Its pictures after it.
    fn seen(self, page: &Grey, seed: u64) -> Vec<Grey> {
        let mut chance = Chance::of(seed);
        let mut between = |from: f64, to: f64| from + (to - from) * chance.part();
        // Somewhere on the page, for both layouts at the same place.
        let spot = Spot {
            corner: (between(15.0, 195.0), between(80.0, 270.0)),
            middle: (PAGE.0 / 2.0, between(90.0, 260.0)),
        };
        match self {
            Damage::Worn => {
                let pale = Wear::Grey.of(page, DPI, spot, seed);
                let stained = Wear::Coffee.of(&pale, DPI, spot, seed);
                vec![Wear::Turned.of(&stained, DPI, spot, seed)]
            }
            Damage::Folded => {
                let folded = Wear::Folded.of(page, DPI, spot, seed);
                vec![Wear::Coffee.of(&folded, DPI, spot, seed)]
            }
            Damage::Copied => {
                let pale = Wear::Grey.of(page, DPI, spot, seed);
                vec![Wear::Coarse.of(&pale, DPI, spot, seed)]
            }
            Damage::Blots => {
                let blots: Vec<_> = (0..6)
                    .map(|_| [between(15.0, 195.0), between(80.0, 285.0), between(5.0, 12.0)])
                    .collect();
                let is_in = |x: f64, y: f64| blots.iter().any(|[a, b, wide]| (x - a).hypot(y - b) < *wide);
                vec![covered(page, 50, is_in)]
            }
            Damage::Torn => {
                let (wide, high, edge) = (between(25.0, 70.0), between(25.0, 70.0), between(3.0, 18.0));
                let (left, below) = (between(0.0, 1.0) < 0.5, between(0.0, 1.0) < 0.5);
                let is_off = |x: f64, y: f64| {
                    let (from_side, from_end) =
                        (if left { x } else { PAGE.0 - x }, if below { PAGE.1 - y } else { y - 80.0 });
                    from_side / wide + from_end.max(0.0) / high < 1.0 || PAGE.0 - from_side < edge
                };
                vec![covered(page, 90, is_off)]
            }
            Damage::Camera { size } => (0..PICTURES)
                .flat_map(|i| {
                    let at = (0.5, 0.3 + 0.4 * i as f64 / (PICTURES - 1) as f64);
                    let held = Held { size, at, fills: 0.9, ..Held::STILL };
                    held.by_hand(1, seed * PICTURES + i).map(move |held| held.seen(page, seed * PICTURES + i))
                })
                .collect(),
        }
    }
}

/// The page with something over it, wherever that is (in millimetres).
fn covered(page: &Grey, with: u8, is_there: impl Fn(f64, f64) -> bool) -> Grey {
    let millimetre = f64::from(DPI) / 25.4;
    let mut pixels = page.pixels.clone();
    for (i, pixel) in pixels.iter_mut().enumerate() {
        let (x, y) = ((i % page.width) as f64 / millimetre, (i / page.width) as f64 / millimetre);
        if is_there(x, y) {
            *pixel = with;
        }
    }
    Grey { pixels, ..*page }
}

/// The sheet as it was: 500 bytes a code and what is left in the sixth, level M, so version 19 (93 modules of 0.573 mm);
/// three columns and two rows under the same head. As many bytes as any five codes of today's bear.
fn before() -> Result<Sheet> {
    const BYTES: usize = 2750;
    const CODES: u8 = 6;
    const SIDE: f64 = 53.3;
    const COLUMN: f64 = 178.0 / 3.0;
    const ROW: f64 = SIDE + 11.5;
    const FIRST: (f64, f64) = (16.0 + (COLUMN - SIDE) / 2.0, 84.0);
    /// Of each pixel so many by so many points are looked at.
    const POINTS: usize = 4;
    let mut chance = Chance::of(0);
    let bytes: Vec<u8> = (0..BYTES).map(|_| (chance.part() * 256.0) as u8).collect();
    let sealing = Sealing::of(SetId::parse("0BADC0DE").context("no set")?, 1, &bytes);
    let code = |(number, chunk): (u8, &[u8])| {
        let part = BackupPart { sealing, number, needed: CODES, length: BYTES, bytes: chunk.to_vec() };
        QrCode::with_error_correction_level(part.to_text(), EcLevel::M)
    };
    let codes = (1..=CODES).zip(bytes.chunks(500)).map(code).collect::<Result<Vec<_>, _>>()?;
    let is_dark = |x: f64, y: f64| {
        let (x, y) = (x - FIRST.0, y - FIRST.1);
        if x < 0.0 || y < 0.0 {
            return false;
        }
        let (column, row) = ((x / COLUMN) as usize, (y / ROW) as usize);
        let Some(code) = codes.get(row * 3 + column).filter(|_| column < 3) else { return false };
        let module = SIDE / code.width() as f64;
        let (x, y) = (((x % COLUMN) / module) as usize, ((y % ROW) / module) as usize);
        x < code.width() && y < code.width() && code[(x, y)] == Color::Dark
    };
    let millimetre = f64::from(DPI) / 25.4;
    let [width, height] = [PAGE.0, PAGE.1].map(|side| (side * millimetre).round() as usize);
    let pixel = |i: usize| {
        let place = |of: usize, point: usize| (of as f64 + (point as f64 + 0.5) / POINTS as f64) / millimetre;
        let points =
            (0..POINTS * POINTS).map(|p| (place(i % width, p % POINTS), place(i / width, p / POINTS)));
        let dark = points.filter(|(x, y)| is_dark(*x, *y)).count();
        (255 - 255 * dark / (POINTS * POINTS)) as u8
    };
    let pixels = (0..width * height).map(pixel).collect();
    Ok(Sheet { page: Grey { width, height, pixels }, needed: CODES.into() })
}
