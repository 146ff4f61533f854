//! Codes of damaged pages, read by us and by others, sheets that come back, and how long a look takes each.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::backup::is_code;
use coldspare::paper::Picture;
use coldspare_tests::camera::Held;
use coldspare_tests::damage::{Grey, Wear};
use coldspare_tests::damaged;
use coldspare_tests::paper::output_of;
use coldspare_tests::reading::{Printed, looked};

use super::sheets;

/// Wanted: one look without a variant takes at most so many times zxing-cpp's.
const WANTED: f64 = 2.0;
/// What a camera has taken in little more than a second.
const PICTURES: usize = 12;

/// What another reader made of a picture.
pub(crate) struct Other {
    milliseconds: f64,
    pub(crate) texts: BTreeSet<String>,
}

/// zxing-cpp's and zbar's reading of each picture.
pub(crate) fn others(files: &[PathBuf]) -> Result<Vec<[Other; 2]>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new("python3");
    python.arg(top.join("src/bin/bench/others.py")).args(files);
    let said = String::from_utf8(output_of(python.env("PYTHONPATH", top.join("../out/bench")))?)?;
    let line = |line: &str| -> Result<Other> {
        let mut words = line.split(' ').skip(1);
        let milliseconds = words.next().context("no time")?.parse()?;
        Ok(Other { milliseconds, texts: words.map(str::to_owned).collect() })
    };
    let lines = said.lines().map(line).collect::<Result<Vec<_>>>()?;
    ensure!(lines.len() == 2 * files.len(), "{said}");
    let mut lines = lines.into_iter();
    Ok(std::iter::from_fn(|| Some([lines.next()?, lines.next()?])).collect())
}

/// Prints all tables.
pub(crate) fn beside_others(release: &Path) -> Result<()> {
    read_of_damaged_pages()?;
    sheets::that_come_back()?;
    time_of_a_look(release)
}

fn read_of_damaged_pages() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (pages, texts) = (damaged::all()?, damaged::texts()?);
    let mut files = Vec::new();
    let mut ours = Vec::new();
    for page in &pages {
        let (file, grey) = (folder.path().join(format!("{}.pgm", page.name)), page.picture()?);
        grey.write(&file)?;
        files.push(file);
        let picture = Picture::from_grey(grey.width, grey.height, grey.pixels)?;
        let scanned: BTreeSet<String> = picture.codes(is_code).iter().map(|code| code.to_string()).collect();
        ours.push([
            scanned,
            looked([picture.grey()].into_iter()),
            looked(std::iter::repeat_n(picture.grey(), PICTURES)),
        ]);
    }
    println!(
        "\n{:26} {:>6} {:>9}{:>9}{:>9}{:>11}{:>9}",
        "damaged pages", "codes", "closely", "one look", "twelve", "zxing-cpp", "zbar"
    );
    let mut total = [0; 6];
    for ((page, ours), others) in pages.iter().zip(ours).zip(others(&files)?) {
        let [closely, once, twelve] = ours.map(|read| {
            assert!(read.is_subset(&texts), "{}: {read:?}", page.name);
            read.len()
        });
        let [zxing, zbar] = others.map(|other| other.texts.intersection(&texts).count());
        let row = [page.codes, closely, once, twelve, zxing, zbar];
        total.iter_mut().zip(row).for_each(|(total, read)| *total += read);
        print_row(&page.name, row);
    }
    print_row("all", total);
    Ok(())
}

fn print_row(name: &str, [codes, closely, once, twelve, zxing, zbar]: [usize; 6]) {
    println!("{name:26} {codes:>6} {closely:>9}{once:>9}{twelve:>9}{zxing:>11}{zbar:>9}");
}

fn time_of_a_look(release: &Path) -> Result<()> {
    let printed = Printed::new()?;
    let seen = |page: Grey| Held { turned: 12.0, ..Held::STILL }.seen(&page, 0);
    let frames = [
        ("a card", seen(printed.card(150)?.damaged(Wear::Clean, 0))),
        ("a backup sheet", seen(printed.backup_sheet(200)?.damaged(Wear::Clean, 0))),
        // A card's second page has text alone.
        ("no code", seen(printed.second_page(150)?.damaged(Wear::Clean, 0))),
    ];
    let folder = tempfile::tempdir()?;
    println!(
        "\n{:26} {:>12}{:>16}{:>11}{:>9}",
        "ms a look at 1280 x 720", "ours", "and a variant", "zxing-cpp", "zbar"
    );
    for (name, frame) in frames {
        let [pgm, png] = ["pgm", "png"].map(|kind| folder.path().join(format!("frame.{kind}")));
        frame.write(&pgm)?;
        frame.write_png(&png)?;
        let said =
            String::from_utf8(output_of(Command::new(release.join("examples/read_frame")).arg(&png))?)?;
        let (plain, varied) =
            said.lines().next().and_then(|line| line.split_once(' ')).context("no times")?;
        let (plain, varied): (f64, f64) = (plain.parse()?, varied.parse()?);
        let [zxing, zbar] = others(&[pgm])?.pop().context("no times")?.map(|other| other.milliseconds);
        let times = plain / zxing;
        println!(
            "{name:26} {plain:>12.1}{varied:>16.1}{zxing:>11.1}{zbar:>9.1}   {times:.2} of zxing-cpp's (wanted: at most {WANTED})"
        );
    }
    Ok(())
}
