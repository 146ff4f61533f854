//! Commit subjects: at most 72 characters, with the area first.

use std::path::Path;
use std::process::Command;

/// Earlier commits are as they are.
const FROM: u64 = 1_795_971_600; // 2026-11-29T17:00Z
const LONGEST: usize = 72;

/// What is wrong with a subject.
fn wrong(subject: &str) -> Option<String> {
    // Git's own, or of whoever joins branches.
    if subject.starts_with("Merge ") {
        return None;
    }
    let length = subject.chars().count();
    if length > LONGEST {
        return Some(format!("{length} characters: {subject}"));
    }
    let is_of_an_area = |c: char| c.is_ascii_alphanumeric() || " ,._/-".contains(c);
    let has_area = subject.split_once(": ").is_some_and(|(area, what)| {
        area.starts_with(|c: char| c.is_ascii_lowercase())
            && area.chars().all(is_of_an_area)
            && !what.trim().is_empty()
    });
    (!has_area).then(|| format!("no area: {subject}"))
}

/// Days and subjects of all commits that are here; of a copy without them, why there are none.
fn log() -> Result<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        // Whoever builds may be another user than whoever has the files.
        command.args(["-c", "safe.directory=*", "-C"]).arg(&root).args(arguments);
        let output = command.output().map_err(|error| format!("there is no git: {error}"))?;
        let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() { Ok(words(&output.stdout)) } else { Err(words(&output.stderr)) }
    };
    // An unpacked archive may lie in a folder of somebody else's commits.
    match git(&["rev-parse", "--show-toplevel"])? {
        top if Path::new(&top) == root => git(&["log", "--format=%at %s"]),
        top => Err(format!("these are the commits of {top}")),
    }
}

/// What is wrong with those since that day.
fn all_wrong(log: &str) -> Vec<String> {
    let later = log.lines().filter_map(|line| {
        let (day, subject) = line.split_once(' ').unwrap_or((line, ""));
        (day.parse::<u64>().unwrap() > FROM).then_some(subject)
    });
    later.filter_map(wrong).collect()
}

#[test]
fn commit_subjects_are_short_and_name_their_area_first() {
    match log() {
        Ok(log) => assert_eq!(all_wrong(&log), [""; 0]),
        Err(why) => println!("no commits are looked at: {why}"),
    }
}

#[test]
fn a_subject_that_is_too_long_or_names_no_area_would_be_noticed() {
    let long = format!("tests: {}", "é".repeat(66));
    for subject in [
        long.as_str(),
        "Refuse a wrong PIN",
        "Nitrokey: refuse a wrong PIN",
        "nitrokey:refuse a wrong PIN",
        "nitrokey: ",
        ": refuse a wrong PIN",
        "refuse \"a: b\" in a name: say why",
        "",
    ] {
        let log = format!("{} {subject}\n{FROM} {subject}\n1 {subject}", FROM + 1);
        assert_eq!(all_wrong(&log).len(), 1, "{subject}");
    }
    for subject in [
        &long[..long.len() - "é".len()],
        "nitrokey: refuse a wrong PIN",
        "yearly check: say: in French too",
        "app, tests: call files by their names",
        "Merge branch 'main' into another one, which has a very long name that nobody can shorten",
    ] {
        assert_eq!(all_wrong(&format!("{} {subject}", FROM + 1)), [""; 0], "{subject}");
    }
}
