//! The C code inside the program, which is OpenSSL, and with what the compiler hardened it: in the trial image, as it says
//! itself; in what is shipped, as the compiler is told.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use anyhow::{Result, ensure};
use coldspare_tests::trial;

const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../image/program.sh");
/// What has to be among the flags; the last one of its kind counts.
const FLAGS: [&str; 3] = ["-O2", "-fstack-protector-strong", "-D_FORTIFY_SOURCE=3"];
/// A program in the place of cargo that compiles C as cargo's build scripts do. It compiles only if the compiler hardens.
const CARGO: &str = r#"#!/bin/sh
set -e
"$CC_x86_64_unknown_linux_gnu" $CFLAGS_x86_64_unknown_linux_gnu -Werror -c -o "$WORK/object" -x c - <<EOF
#include <string.h>
#if !defined(__SSP_STRONG__) || !defined(__OPTIMIZE__) || _FORTIFY_SOURCE != 3
#error "it is not hardened"
#endif
EOF
"#;

fn has_flags(flags: &str) -> Result<()> {
    for flag in FLAGS {
        ensure!(flags.split(' ').any(|given| given == flag), "{flag} is not in: {flags}");
    }
    for (kind, least) in [("-O", "-O2"), ("-D_FORTIFY_SOURCE=", FLAGS[2])] {
        let last = flags.split(' ').rfind(|flag| flag.starts_with(kind));
        ensure!(last.is_some_and(|last| last >= least), "{last:?} counts in: {flags}");
    }
    ensure!(!flags.contains("-fno-stack-protector"), "{flags}");
    Ok(())
}

/// The tests have the same OpenSSL in them as the program beside them, which is the trial image's.
#[test]
fn in_the_trial_image_it_is_hardened() -> Result<()> {
    has_flags(openssl::version::c_flags())
}

/// What such code calls when something is wrong, it names in the list of what it needs.
#[test]
fn the_program_of_the_trial_image_checks_stacks_and_buffers() -> Result<()> {
    let mut readelf = Command::new("readelf");
    let readelf = readelf.args(["--dyn-syms", "--wide"]).arg(trial::folder()?.join("program")).output()?;
    ensure!(readelf.status.success(), "readelf (binutils): {}", String::from_utf8_lossy(&readelf.stderr));
    let symbols = String::from_utf8(readelf.stdout)?;
    for symbol in ["__stack_chk_fail@", "__memcpy_chk@"] {
        ensure!(symbols.contains(symbol), "{symbol} is not in it");
    }
    Ok(())
}

#[test]
fn what_is_shipped_is_hardened() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let cargo = folder.path().join("cargo");
    fs::write(&cargo, CARGO)?;
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755))?;
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH")?);
    let mut program = Command::new(PROGRAM);
    program.arg(folder.path().join("built")).env("PATH", path).env("WORK", folder.path());
    let compiled = program.output()?;
    ensure!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    ensure!(folder.path().join("object").exists(), "nothing was compiled");
    Ok(())
}

/// Nothing else in the program is compiled by a C compiler: of all its crates only OpenSSL's asks for one.
#[test]
fn there_is_no_other_c_code() -> Result<()> {
    let mut tree = Command::new(env!("CARGO"));
    tree.args(["tree", "--locked", "--offline", "--package", "coldspare", "--edges", "normal,build"]);
    let tree = tree.args(["--invert", "cc", "--depth", "1", "--prefix", "none"]).output()?;
    ensure!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let crates = String::from_utf8(tree.stdout)?;
    let crates: Vec<_> = crates.lines().filter_map(|line| line.split(' ').next()).collect();
    // openssl-sys compiles openssl-src.
    ensure!(crates == ["cc", "openssl-src", "openssl-sys"], "{crates:?}");
    Ok(())
}
