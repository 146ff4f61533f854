//! What the program is made of: which OpenSSL, which crates, under which licences, and what is pinned where.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use spdx::{Expression, ParseMode};
use toml::{Table, Value};

/// OpenSSL's lines with long-term support, and the year until which it lasts (openssl-library.org/policies/releasestrat).
const LONG_TERM: [(&str, &str); 1] = [("3.5", "2030")];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(top().join(file)).context(file.to_owned())
}

fn toml(file: &str) -> Result<Table> {
    Ok(read(file)?.parse()?)
}

/// A list of words at a path of tables.
fn words(table: &Table, path: [&str; 2]) -> Vec<String> {
    let list = table[path[0]][path[1]].as_array().unwrap();
    list.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// What Cargo.lock holds of a crate.
fn locked(lock: &Table, name: &str) -> Vec<String> {
    let of =
        |package: &Value| (package["name"].as_str() == Some(name)).then(|| package["version"].to_string());
    let all = lock["package"].as_array().unwrap().iter().filter_map(of);
    all.map(|version| version.trim_matches('"').to_owned()).collect()
}

/// The crates that become part of the program or build it: name and version, and the licence.
fn program() -> Result<BTreeMap<(String, String), String>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--package", "coldspare", "--edges", "normal,build"])
        .args([
            "--target",
            "x86_64-unknown-linux-gnu",
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}|{l}",
        ])
        .current_dir(top())
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let line = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let mut words = package.split(' ');
        Some((
            (words.next()?.to_owned(), words.next()?.trim_start_matches('v').to_owned()),
            licence.to_owned(),
        ))
    };
    let crates: BTreeMap<_, _> = text.lines().filter_map(line).collect();
    ensure!(crates.len() > 100, "{text}");
    Ok(crates)
}

#[test]
fn openssl_is_built_from_a_line_with_long_term_support() -> Result<()> {
    let versions = locked(&toml("Cargo.lock")?, "openssl-src");
    let [version] = &versions[..] else { anyhow::bail!("{versions:?}") };
    let (_, openssl) = version.split_once('+').unwrap();
    ensure!(LONG_TERM.iter().any(|(line, _)| openssl.starts_with(&format!("{line}."))), "OpenSSL {openssl}");
    let built = openssl::version::version();
    ensure!(built.starts_with(&format!("OpenSSL {openssl} ")), "{built} is not OpenSSL {openssl}");
    // A `cargo update` must not leave the line.
    let wanted = toml("app/Cargo.toml")?["target"]["cfg(any())"]["dependencies"]["openssl-src"].to_string();
    ensure!(wanted.contains("300.5"), "{wanted}");
    Ok(())
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() -> Result<()> {
    let allowed = words(&toml("deny.toml")?, ["licenses", "allow"]);
    for ((name, version), licence) in program()? {
        let expression = Expression::parse_mode(&licence, ParseMode::LAX)?;
        let fits = expression.evaluate(|requirement| {
            let word = requirement.to_string();
            // An exception only takes away conditions.
            allowed.iter().any(|licence| word.split(" WITH ").next() == Some(licence))
        });
        ensure!(fits, "{name} {version} is under {licence}, which deny.toml does not allow");
    }
    Ok(())
}

#[test]
fn no_crate_comes_twice_but_those_that_are_known() -> Result<()> {
    let skip = words(&toml("deny.toml")?, ["bans", "skip"]);
    let known = |name: &str, version: &str| {
        skip.iter().filter_map(|skip| skip.split_once('@')).any(|(crate_, prefix)| {
            crate_ == name && (version == prefix || version.starts_with(&format!("{prefix}.")))
        })
    };
    let mut by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, version) in program()?.into_keys() {
        by_name.entry(name).or_default().insert(version);
    }
    for (name, versions) in by_name {
        let unknown: Vec<_> = versions.iter().filter(|version| !known(&name, version)).collect();
        ensure!(unknown.len() <= 1, "{name} comes as {versions:?}: see deny.toml");
    }
    // And none is known that is not there any more.
    let lock = toml("Cargo.lock")?;
    for skip in &skip {
        let (name, prefix) = skip.split_once('@').unwrap();
        let there = locked(&lock, name).iter().any(|version| version.starts_with(&format!("{prefix}.")));
        ensure!(there, "deny.toml knows {skip}, which is gone");
    }
    Ok(())
}

#[test]
fn every_crate_comes_from_crates_io() -> Result<()> {
    let allowed = words(&toml("deny.toml")?, ["sources", "allow-registry"]);
    for package in toml("Cargo.lock")?["package"].as_array().unwrap() {
        let Some(source) = package.get("source").and_then(Value::as_str) else { continue };
        let registry = source.strip_prefix("registry+").map(str::to_owned);
        ensure!(registry.is_some_and(|registry| allowed.contains(&registry)), "{package}");
        ensure!(package.get("checksum").is_some(), "{package} has no checksum");
    }
    Ok(())
}

/// One place says which Rust is the oldest: whoever raises it raises it for all.
#[test]
fn the_oldest_rust_stands_in_one_place() -> Result<()> {
    let root = toml("Cargo.toml")?;
    let rust = root["workspace"]["package"]["rust-version"].as_str().unwrap().to_owned();
    for member in root["workspace"]["members"].as_array().unwrap() {
        let file = format!("{}/Cargo.toml", member.as_str().unwrap());
        if let Some(version) = toml(&file)?["package"].get("rust-version") {
            ensure!(version.get("workspace") == Some(&Value::Boolean(true)), "{file} has its own");
        }
    }
    ensure!(!read("Makefile")?.contains(&rust), "the Makefile has its own");
    // Under `make test` this make is a nested one, which would also say where it works.
    let made = Command::new("make")
        .args(["--no-print-directory", "--eval", "say:; @echo $(RUST)", "say"])
        .env_remove("MAKEFLAGS")
        .current_dir(top())
        .output()?;
    assert_eq!(String::from_utf8(made.stdout)?.trim(), rust);
    Ok(())
}

#[test]
fn make_versions_shows_where_release_and_trial_differ() -> Result<()> {
    let trial = tempfile::tempdir()?;
    for folder in ["debian/packages", "debian/sources"] {
        fs::create_dir_all(trial.path().join(folder))?;
    }
    let of_buildroot = read("buildroot-config/versions")?;
    let ccid = of_buildroot.lines().find_map(|line| line.strip_prefix("ccid ")).context("no ccid")?;
    for file in [
        "packages/libc6_2.41-12+deb13u5_amd64.deb",
        &format!("packages/libccid_{ccid}-1_amd64.deb"),
        "packages/linux-source-6.12_6.12.7-1_all.deb",
        "sources/libusb-1.0_1.0.1.orig.tar.bz2",
    ] {
        fs::write(trial.path().join("debian").join(file), "")?;
    }
    let output = Command::new(top().join("image/versions.sh")).arg(trial.path()).output()?;
    let table = String::from_utf8(output.stdout)?;
    let row = |name: &str| -> Vec<String> {
        let line = table.lines().find(|line| line[2..].starts_with(&format!("{name} ")));
        line.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
    };
    let config = read("buildroot-config/configs/coldspare_x86_64_defconfig")?;
    let kernel = config.lines().find_map(|line| line.strip_prefix("BR2_LINUX_KERNEL_CUSTOM_VERSION_VALUE="));
    assert_eq!(row("kernel"), ["*", "kernel", kernel.unwrap().trim_matches('"'), "6.12.7"], "{table}");
    assert_eq!(row("glibc")[3], "2.41", "{table}");
    assert_eq!(row("libusb")[3], "1.0.1", "{table}");
    // What is the same has no mark; what was not fetched says so.
    assert_eq!(row("ccid"), ["ccid", ccid, ccid], "{table}");
    ensure!(table.contains("Debian 13's"), "{table}");
    for name in ["openssl-src", "sequoia-openpgp", "openpgp-card"] {
        let version = locked(&toml("Cargo.lock")?, name).remove(0);
        assert_eq!(row(name), [name, &version, &version], "{table}");
    }
    Ok(())
}

/// Which release of it is the newest, nobody here can ask; that it is of the line that is maintained longest, and that what
/// is fetched has the published sum, can be.
#[test]
fn the_releases_kernel_is_of_a_line_with_long_term_support_and_comes_with_its_sum() -> Result<()> {
    /// Kept up until the end of 2026 or longer (kernel.org/releases.html).
    const LONG_TERM: [&str; 1] = ["6.12"];
    let config = read("buildroot-config/configs/coldspare_x86_64_defconfig")?;
    let kernel = config.lines().find_map(|line| line.strip_prefix("BR2_LINUX_KERNEL_CUSTOM_VERSION_VALUE="));
    let kernel = kernel.context("no kernel")?.trim_matches('"');
    let (line, release) = kernel.rsplit_once('.').context("a kernel without a release")?;
    ensure!(LONG_TERM.contains(&line) && release.parse::<u16>()? > 100, "{kernel}");
    for sums in ["linux", "linux-headers"] {
        let sums = read(&format!("buildroot-config/board/coldspare/patches/{sums}/{sums}.hash"))?;
        let fetched = format!("  linux-{kernel}.tar.xz");
        let sum =
            sums.lines().filter_map(|line| line.strip_suffix(fetched.as_str())?.strip_prefix("sha256  "));
        ensure!(sum.filter(|sum| sum.len() == 64).count() == 1, "{sums}");
    }
    ensure!(read("README.md")?.contains(&format!("kernel {kernel} ")), "the README names another one");
    Ok(())
}

#[test]
fn that_no_microcode_is_in_the_image_is_said_and_so() -> Result<()> {
    ensure!(read("README.md")?.contains("No microcode is in the image, on purpose"));
    let kernel = read("buildroot-config/board/coldspare/linux.config")?;
    ensure!(kernel.contains("# Microcode can be loaded, and none is in the image, on purpose"));
    let built_in = kernel.lines().find(|line| line.starts_with("CONFIG_EXTRA_FIRMWARE="));
    ensure!(built_in.is_none_or(|line| line.ends_with("=\"\"")), "{built_in:?}");
    let buildroot = read("buildroot-config/configs/coldspare_x86_64_defconfig")?.to_lowercase();
    for package in ["microcode", "linux_firmware"] {
        ensure!(!buildroot.contains(package), "{package}");
    }
    Ok(())
}
