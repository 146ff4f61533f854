//! `make bench`: our whole machine-side job beside the same done with GnuPG, on the same virtual
//! Nitrokeys, in one run; and how large our binary is, and how much memory it takes at the most.
//!
//! Then how long paper takes; codes from damaged paper beside others' reading of them, how many backup sheets
//! come back beside those of the layout before, and the time that a look at a camera's picture takes: `bench readers`
//! measures that alone, `bench sheets` the sheets.
//!
//! Then how soon the screens answer, as it is seen at a terminal; `bench screens` measures that alone. At last the
//! appliance: how small it is, how much memory it takes and how soon it is there; `bench appliance` measures that alone.
//!
//! Ours makes, seals, splits, writes, rehearses, resets and flashes two, proves two. GnuPG's makes the
//! keys, exports them, moves them to two cards with the key restored in between, and signs and
//! decrypts once with each.

mod appliance;
mod readers;
mod screens;
mod sheets;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use coldspare::plan::Algorithm;
use coldspare_tests::damage::Wear;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::paper::output_of;
use coldspare_tests::pcsc::{Pcscd, Readers};
use coldspare_tests::reading::{self, Printed};
use secrecy::SecretString;
use virtual_nitrokey::Model;

const RUNS: u32 = 5;
/// Each wear so many times.
const SEEDS: u64 = 5;
/// Wanted: at most so much of GnuPG's time.
const WANTED: [(Algorithm, [&str; 3], f64); 2] = [
    (Algorithm::Curve25519, ["ed25519", "ed25519", "cv25519"], 0.5),
    (Algorithm::Rsa4096, ["rsa4096", "rsa4096", "rsa4096"], 1.0),
];

fn main() -> Result<()> {
    if std::env::args().any(|argument| argument == "screens") {
        return screens::how_fast(&release_folder()?);
    }
    if std::env::args().any(|argument| argument == "readers") {
        return worn_paper(&release_folder()?);
    }
    if std::env::args().any(|argument| argument == "sheets") {
        return sheets::that_come_back();
    }
    if std::env::args().any(|argument| argument == "appliance") {
        return appliance::how_small_and_fast();
    }
    let Some(readers) = Readers::of_this_process()? else {
        let pcscd = Pcscd::start()?;
        let status = pcscd.command(std::env::current_exe()?).status()?;
        ensure!(status.success(), "the benchmark failed, see above");
        drop(pcscd);
        screens::how_fast(&release_folder()?)?;
        return appliance::how_small_and_fast();
    };
    let release = release_folder()?;
    let mut peak = 0;
    println!("{:12} {:>12} {:>12} {:>8} {:>8}", "", "coldspare", "GnuPG", "ratio", "wanted");
    let mut number = 0xBE00_0000;
    for (algorithm, names, wanted) in WANTED {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            number += 2;
            let (time, memory) = coldspare(&readers, &release, algorithm, number)?;
            ours.push(time);
            peak = peak.max(memory);
            number += 2;
            theirs.push(gnupg(&readers, names, number)?);
        }
        let (ours, theirs) = (median(&mut ours), median(&mut theirs));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        println!(
            "{:12} {:>9.2?} s {:>9.2?} s {ratio:>8.2} {wanted:>8.2}",
            algorithm.to_string(),
            ours.as_secs_f64(),
            theirs.as_secs_f64()
        );
    }
    let job = std::fs::metadata(release.join("examples/whole_job"))?.len();
    let program = std::fs::metadata(release.join("coldspare"))?.len();
    println!("\nthe whole job as one binary: {:.2} MB stripped (wanted: under 10)", job as f64 / 1e6);
    println!("the program as it is today:  {:.2} MB stripped", program as f64 / 1e6);
    println!("peak memory of the job:      {:.1} MiB (wanted: under 64)", peak as f64 / 1024.0);
    ready_for_the_printer(&release)?;
    worn_paper(&release)
}

/// Five share cards with the backup sheet behind each, in each printer's language.
fn ready_for_the_printer(release: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let output = output_of(Command::new(release.join("examples/paper")).arg(folder.path()))?;
    println!("\nfive share cards with backup sheet, ready for the printer (wanted: under 2000 ms, 64 MiB):");
    for line in String::from_utf8(output)?.lines() {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["VmHWM:", kib, _] => println!("peak memory of all: {:.1} MiB", kib.parse::<f64>()? / 1024.0),
            [language, time, bytes] => println!("{language:12} {time:>5} ms {bytes:>10} bytes"),
            _ => anyhow::bail!("paper: {line}"),
        }
    }
    Ok(())
}

/// Codes read from damaged paper, beside zbar; then damaged pages, and how long a look takes, beside others.
fn worn_paper(release: &Path) -> Result<()> {
    let printed = Printed::new()?;
    let (card, sheet) = (printed.card(200)?, printed.backup_sheet(200)?);
    println!("\n{:28} {:>18} {:>18}", "", "share card", "backup sheet");
    println!("{:28} {:>9}{:>9} {:>9}{:>9}", "codes read", "ours", "zbarimg", "ours", "zbarimg");
    for wear in Wear::ALL {
        let mut row = String::new();
        for (page, codes) in [(&card, 1), (&sheet, printed.parts()?)] {
            let (mut ours, mut zbar) = (0, 0);
            for seed in 0..SEEDS {
                let read = reading::read(page.damaged(wear, seed), wear == Wear::Webcam)?;
                ours += read.ours.len();
                zbar += read.zbar.len();
            }
            let all = codes * SEEDS as usize;
            row += &format!(" {:>9}{:>9}", format!("{ours}/{all}"), format!("{zbar}/{all}"));
        }
        println!("{:28}{row}", wear.to_string());
    }
    readers::beside_others(release)
}

/// Beside the folder of the debug build, which this program is in.
fn release_folder() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let folder = program.ancestors().nth(2).context("no target folder")?.join("release");
    ensure!(folder.join("examples/whole_job").exists(), "build the release first: make bench");
    Ok(folder)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// One job of ours; its time, and its peak memory in KiB.
fn coldspare(
    readers: &Readers,
    release: &Path,
    algorithm: Algorithm,
    number: u32,
) -> Result<(Duration, u64)> {
    let mut keys =
        [readers.nitrokey(Model::Nitrokey3, number), readers.nitrokey(Model::Nitrokey3, number + 1)];
    keys[0].plug(0)?;
    keys[1].plug(1)?;
    let folder = tempfile::tempdir()?;
    let plan = folder.path().join("plan.toml");
    std::fs::write(&plan, fixtures::plan(algorithm, 3, 5)?.to_toml())?;
    let start = Instant::now();
    let output = Command::new(release.join("examples/whole_job"))
        .args([&plan, &folder.path().to_path_buf(), &release.join("coldspare")])
        .args(keys.iter().map(|key| key.serial().to_string()))
        .output()?;
    let time = start.elapsed();
    let text = String::from_utf8_lossy(&output.stdout);
    if std::env::var_os("COLDSPARE_BENCH_STEPS").is_some() {
        println!("{text}");
    }
    ensure!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no peak memory")?;
    let peak = peak.trim().trim_end_matches(" kB").parse()?;
    keys.iter_mut().try_for_each(|key| key.unplug())?;
    Ok((time, peak))
}

/// The same with GnuPG; what is not its work (plugging) is not counted.
fn gnupg(readers: &Readers, [primary, sign, decrypt]: [&str; 3], number: u32) -> Result<Duration> {
    let mut keys =
        [readers.nitrokey(Model::Nitrokey3, number), readers.nitrokey(Model::Nitrokey3, number + 1)];
    keys[0].plug(0)?;
    let gnupg = GnuPg::with_reader(0)?;
    let start = Instant::now();
    let subkeys = [[sign, "sign"], [decrypt, "encr"], [sign, "auth"]];
    let (fingerprint, exported) = gnupg.generate([primary, "cert"], &subkeys, None)?;
    let mut time = start.elapsed();
    for i in 0..2 {
        if i == 1 {
            // The second card in the same reader, and the key restored from its export.
            keys[0].unplug()?;
            keys[1].plug(0)?;
            for file in std::fs::read_dir(gnupg.home().join("private-keys-v1.d"))? {
                std::fs::remove_file(file?.path())?;
            }
            gnupg.restart()?;
        }
        let start = Instant::now();
        if i == 1 {
            gnupg.import(&exported)?;
        }
        gnupg.types(&SecretString::from("12345678"))?;
        let script = "key 1\nkeytocard\n1\nkey 1\nkey 2\nkeytocard\n2\nkey 2\nkey 3\nkeytocard\n3\nsave\n";
        gnupg.gpg(&["--command-fd", "0", "--edit-key", &fingerprint], script.as_bytes())?;
        gnupg.types(&SecretString::from("123456"))?;
        let message = gnupg.encrypt(&fingerprint, b"benchmark")?;
        ensure!(gnupg.decrypt(&message)? == b"benchmark", "GnuPG decrypted something else");
        gnupg.sign(&fingerprint, b"benchmark")?;
        time += start.elapsed();
    }
    keys[1].unplug()?;
    Ok(time)
}
