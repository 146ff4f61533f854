//! The root file system inside the trial image's kernel, unpacked: no program is there but those of a committed list, and
//! nothing that is there could be more than it seems.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare_tests::trial;
use tempfile::TempDir;

const EXECUTABLES: &str = include_str!("executables.txt");
/// All files of both images, programs first, then a blank line.
const RELEASE: &str = include_str!("../../../buildroot-config/board/coldspare/files");
/// The only other one of the trial image.
const TRIAL: &str = "etc/coldspare/trial";

/// What goes into the kernel, unpacked by Debian's `cpio`; device nodes are left out.
fn unpacked() -> Result<TempDir> {
    let archive = trial::folder()?.join("kernel/usr/initramfs_data.cpio");
    let file = fs::File::open(&archive).with_context(|| format!("{} is missing", archive.display()))?;
    let folder = tempfile::tempdir()?;
    let made = Command::new("cpio")
        .args(["--extract", "--quiet", "--make-directories", "--no-absolute-filenames"])
        .args(["--nonmatching", "dev/console"])
        .current_dir(&folder)
        .stdin(Stdio::from(file))
        .output()?;
    ensure!(made.status.success(), "cpio: {}", String::from_utf8_lossy(&made.stderr));
    Ok(folder)
}

/// Every entry below `folder`, by its path from there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    let mut to_do = vec![folder.to_owned()];
    while let Some(folder) = to_do.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if fs::symlink_metadata(&path)?.is_dir() {
                to_do.push(path.clone());
            }
            all.push(path);
        }
    }
    all.sort();
    ensure!(all.len() > 20, "only {} files", all.len());
    Ok(all)
}

/// Whether the kernel would start it: by its mode, as a script, or as a program that names its loader (a shared
/// library's code is not started).
fn is_executable(path: &Path) -> Result<bool> {
    let metadata = fs::metadata(path)?;
    let mut start = [0; 2];
    let read = fs::File::open(path)?.read(&mut start)?;
    Ok(metadata.permissions().mode() & 0o111 != 0 || &start[..read] == b"#!")
}

fn lines(list: &str) -> Vec<&str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

#[test]
fn executables_are_those_of_the_list() -> Result<()> {
    let folder = unpacked()?;
    let mut there = Vec::new();
    for path in entries(folder.path())? {
        if fs::symlink_metadata(&path)?.is_file() && is_executable(&path)? {
            there.push(path.strip_prefix(&folder)?.to_string_lossy().into_owned());
        }
    }
    ensure!(there == lines(EXECUTABLES), "executables are {there:#?}");
    Ok(())
}

/// Links lead to files that are there; nothing runs with another user's rights; only the kernel's own folders and
/// files, links and folders are there.
#[test]
fn nothing_is_more_than_it_seems() -> Result<()> {
    let folder = unpacked()?;
    for path in entries(folder.path())? {
        let metadata = fs::symlink_metadata(&path)?;
        let mode = metadata.permissions().mode();
        if metadata.is_symlink() {
            // From the root, where the kernel follows it.
            let to = fs::read_link(&path)?;
            ensure!(to.is_relative() && path.exists(), "{} leads to {}", path.display(), to.display());
            continue;
        }
        ensure!(mode & 0o6000 == 0, "{} has another user's rights", path.display());
        ensure!(mode & 0o022 == 0, "{} can be written by others", path.display());
        let kind = metadata.file_type();
        ensure!(!kind.is_block_device() && !kind.is_char_device() && !kind.is_fifo() && !kind.is_socket());
    }
    Ok(())
}

/// Each is named in the list by which Buildroot keeps files, or says that this is a trial.
#[test]
fn files_are_those_of_the_release() -> Result<()> {
    let folder = unpacked()?;
    let patterns = lines(RELEASE);
    for path in entries(folder.path())? {
        let name = path.strip_prefix(&folder)?.to_string_lossy().into_owned();
        let listed = patterns.iter().any(|pattern| matches(&name, pattern));
        let link_of_folders = ["bin", "sbin", "lib", "lib64"].contains(&&*name);
        ensure!(path.is_dir() || listed || link_of_folders || name == TRIAL, "{name} is in no list");
    }
    Ok(())
}

/// Whether a name is that of a pattern, where `*` stands for anything.
fn matches(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => name == pattern,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            name.char_indices().map(|(at, _)| at).chain([name.len()]).any(|at| matches(&name[at..], rest))
        }),
    }
}

#[test]
fn there_are_two_programs_and_no_shell() {
    let programs = RELEASE.split("\n\n").next().map(lines).unwrap_or_default();
    assert_eq!(programs, ["usr/bin/coldspare", "usr/sbin/pcscd"]);
    for file in lines(RELEASE) {
        let name = file.rsplit('/').next().unwrap_or(file);
        let starts = programs.contains(&file);
        assert!(
            starts
                || file.starts_with("etc/")
                || file == "init"
                || name.starts_with("lib")
                || name.starts_with("ld-linux")
                || name == "Info.plist",
            "{file}: what is it?"
        );
    }
}
