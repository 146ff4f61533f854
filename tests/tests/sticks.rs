//! Sticks that are full, read-only, pulled out, or return other bytes than were written.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use coldspare::backup::bundle;
use coldspare::ceremony::{CeremonyError, Planned, Recovery, Rehearsed, Sealed, bundles, look_at};
use coldspare::machine::stick::folder::{Mounted, Stick, StickError};
use coldspare::plan::Algorithm;
use coldspare_tests::faulty_stick::{Fault, Faulty};
use coldspare_tests::{VirtualBus, fixtures};

fn sealed() -> Sealed {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap().sealed
}

fn stick_error(result: Result<coldspare::ceremony::Written, CeremonyError>) -> StickError {
    match result.unwrap_err() {
        CeremonyError::Stick(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Runs the test `name` again in a mount namespace of its own, where the stick is a small file
/// system with these options; there it calls `inside`.
fn on_a_small_file_system(name: &str, options: &str, inside: fn(&Mounted)) {
    if let Some(stick) = std::env::var_os("COLDSPARE_TEST_STICK") {
        return inside(&Mounted::at(stick));
    }
    let folder = tempfile::tempdir().unwrap();
    let script =
        "mount -t tmpfs -o \"$1\" none \"$2\" && COLDSPARE_TEST_STICK=\"$2\" exec \"$3\" --exact \"$4\"";
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh", options])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .arg(name)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_full_stick_is_told_and_nothing_half_written_stays() {
    on_a_small_file_system("a_full_stick_is_told_and_nothing_half_written_stays", "size=8k", |stick| {
        assert!(matches!(stick_error(sealed().write(stick, &mut |_| ())), StickError::Full { .. }));
        assert_eq!(stick.list("").unwrap(), [""; 0]);
    });
}

#[test]
fn a_full_stick_gets_no_signature_and_says_so() {
    on_a_small_file_system("a_full_stick_gets_no_signature_and_says_so", "size=8k", |stick| {
        std::fs::write(stick.root().join("file"), [7; 8192]).unwrap();
        let place = tempfile::tempdir().unwrap();
        let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
        let keys = fixtures::prepare(plan, &VirtualBus::default(), &[], place.path(), &mut |_| ()).unwrap();
        let looked = look_at(stick, "file").unwrap();
        let signed = keys.rehearsed.sign(stick, &looked, SystemTime::now()).unwrap();
        assert!(matches!(signed.write(stick), Err(StickError::Full { .. })));
        assert_eq!(stick.list("").unwrap(), ["file"]);
    });
}

#[test]
fn a_read_only_stick_is_told() {
    on_a_small_file_system("a_read_only_stick_is_told", "ro,size=1m", |stick| {
        assert!(matches!(stick_error(sealed().write(stick, &mut |_| ())), StickError::ReadOnly { .. }));
    });
}

#[test]
fn a_stick_that_is_gone_is_told() {
    let gone = Mounted::at("/nonexistent/stick");
    let error = stick_error(sealed().write(&gone, &mut |_| ()));
    assert!(matches!(error, StickError::Gone { .. }));
    assert!(error.to_string().contains("/nonexistent/stick"));
}

/// The system says of one that is pulled out in the middle what it says of one with a bad place: to insert it again for ever is
/// no way out.
#[test]
fn a_stick_with_a_bad_place_is_told_as_one_that_may_be_damaged() {
    let sealed = sealed();
    for n in 1.. {
        let folder = tempfile::tempdir().unwrap();
        let stick = Mounted::at(folder.path());
        sealed.write(&stick, &mut |_| ()).unwrap();
        match sealed.write(&Faulty::at(&stick, Fault::Damaged, n), &mut |_| ()) {
            Ok(_) => {
                assert!(n > 10);
                break;
            }
            Err(CeremonyError::Stick(StickError::Damaged { .. })) => recovers(folder.path(), &sealed),
            Err(other) => panic!("operation {n}: {other:?}"),
        }
    }
}

fn recovers(root: &Path, sealed: &Sealed) {
    let stick = Mounted::at(root);
    for folder in bundles(&stick).unwrap() {
        let mut recovery = Recovery::from_bundle(&stick, &folder).unwrap();
        for share in &sealed.shares()[..2] {
            recovery.add(share.clone()).unwrap();
        }
        recovery.recover().unwrap();
    }
}

#[test]
fn a_stick_pulled_out_at_any_moment_never_bears_half_a_bundle_and_never_loses_an_earlier_one() {
    let sealed = sealed();
    for fault in [Fault::Gone, Fault::PowerCut] {
        for earlier in [false, true] {
            for n in 1.. {
                let folder = tempfile::tempdir().unwrap();
                let stick = Mounted::at(folder.path());
                if earlier {
                    sealed.write(&stick, &mut |_| ()).unwrap();
                }
                let faulty = Faulty::at(&stick, fault, n);
                let written = sealed.write(&faulty, &mut |_| ());
                let there = bundles(&stick).unwrap();
                assert!(!earlier || !there.is_empty(), "operation {n}: the earlier bundle is gone");
                recovers(folder.path(), &sealed);
                match written {
                    Ok(_) => {
                        assert!(n > 10);
                        break;
                    }
                    Err(CeremonyError::Stick(StickError::Gone { .. })) => {}
                    Err(other) => panic!("operation {n}: {other:?}"),
                }
                sealed.write(&stick, &mut |_| ()).unwrap();
                assert_eq!(stick.list("").unwrap().len(), 1, "operation {n}: not tidied up");
            }
        }
    }
}

/// Where copies of a later sealing are to be.
const PLANNED: Planned = Planned { sticks: 1, sheets: 0 };

/// Opens the only bundle on a stick with these cards.
fn opened(stick: &Mounted, sealed: &Sealed) -> Rehearsed {
    let [folder] = &bundles(stick).unwrap()[..] else { panic!("not one bundle") };
    let mut recovery = Recovery::from_bundle(stick, folder).unwrap();
    for share in &sealed.shares()[..2] {
        recovery.add(share.clone()).unwrap();
    }
    recovery.recover().unwrap()
}

/// SHA-256 of the sealed backup in each bundle that is listed, by its name; each of them is whole.
fn there(stick: &Mounted) -> Vec<(String, [u8; 32])> {
    let one = |folder: String| {
        Recovery::from_bundle(stick, &folder).unwrap();
        let sealed = std::fs::read(stick.root().join(&folder).join(bundle::SEALED_BACKUP)).unwrap();
        (folder, openssl::sha::sha256(&sealed))
    };
    bundles(stick).unwrap().into_iter().map(one).collect()
}

fn hash(sealed: &Sealed) -> [u8; 32] {
    sealed.manifest().sealed_backup_sha256
}

/// A backup; what opened it; and two sealings that came of that, the second without the first one being rehearsed.
fn sealed_again() -> (Sealed, Rehearsed, [Sealed; 2]) {
    let first = sealed();
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    first.write(&stick, &mut |_| ()).unwrap();
    let back = opened(&stick, &first);
    let made = back.made();
    let second = Sealed::seal(made, made.split().unwrap(), PLANNED, &mut |_| ()).unwrap();
    let third = second.again(made, PLANNED, &mut |_| ()).unwrap();
    (first, back, [second, third])
}

/// Does something with a stick that is pulled out at each of its operations in turn, until it is through without; after
/// each time it is looked at what is there, and then done without a fault.
fn at_each_operation<T>(
    begin: impl Fn(&Mounted),
    act: impl Fn(&dyn Stick) -> Result<T, CeremonyError>,
    holds: impl Fn(&[[u8; 32]]) -> bool,
    end: &[(&str, [u8; 32])],
) {
    for fault in [Fault::Gone, Fault::PowerCut] {
        for n in 1.. {
            let folder = tempfile::tempdir().unwrap();
            let stick = Mounted::at(folder.path());
            begin(&stick);
            let done = act(&Faulty::at(&stick, fault, n));
            let hashes: Vec<_> = there(&stick).into_iter().map(|(_, hash)| hash).collect();
            assert!(holds(&hashes), "operation {n}");
            let is_through = match done {
                Ok(_) => true,
                Err(CeremonyError::Stick(StickError::Gone { .. })) => act(&stick).is_err(),
                Err(other) => panic!("operation {n}: {other:?}"),
            };
            let now = there(&stick);
            assert!(now.iter().map(|(name, hash)| (name.as_str(), *hash)).eq(end.iter().copied()));
            assert_eq!(stick.list("").unwrap().len(), end.len(), "operation {n}: not tidied up");
            if is_through {
                assert!(n > 4);
                break;
            }
        }
    }
}

#[test]
fn the_bundle_before_is_kept_whole_until_the_next_one_is_rehearsed_whenever_the_stick_is_pulled_out() {
    let (first, _, [second, third]) = sealed_again();
    let folder = bundle::folder(&first.manifest().fingerprint);
    let kept = format!("{folder}.old");
    let write = |sealed: &Sealed, stick: &dyn Stick| sealed.write(stick, &mut |_| ());
    let begin = |stick: &Mounted| assert!(!write(&first, stick).unwrap().keeps);
    let both = [(&*folder, hash(&second)), (&*kept, hash(&first))];
    at_each_operation(begin, |stick| write(&second, stick), |there| there.contains(&hash(&first)), &both);
    // Nobody has rehearsed the second one: what was opened is kept, and not that.
    let begin = |stick: &Mounted| {
        write(&first, stick).unwrap();
        assert!(write(&second, stick).unwrap().keeps);
    };
    let both = [(&*folder, hash(&third)), (&*kept, hash(&first))];
    at_each_operation(begin, |stick| write(&third, stick), |there| there.contains(&hash(&first)), &both);
}

#[test]
fn the_bundle_before_goes_when_the_next_one_is_proven_and_that_is_there_at_every_moment() {
    let (first, _, [second, _]) = sealed_again();
    let folder = tempfile::tempdir().unwrap();
    let only = Mounted::at(folder.path());
    second.write(&only, &mut |_| ()).unwrap();
    let proven = opened(&only, &first);
    let begin = |stick: &Mounted| {
        first.write(stick, &mut |_| ()).unwrap();
        second.write(stick, &mut |_| ()).unwrap();
    };
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    first.write(&stick, &mut |_| ()).unwrap();
    let written = second.write(&stick, &mut |_| ()).unwrap();
    let alone = [(&*written.folder, hash(&second))];
    let settle = |stick: &dyn Stick| proven.settle(&written, stick);
    at_each_operation(begin, settle, |there| there.contains(&hash(&second)), &alone);
}

#[test]
fn no_bundle_goes_for_the_proof_of_another_one() {
    let (first, back, [second, third]) = sealed_again();
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    first.write(&stick, &mut |_| ()).unwrap();
    let written = second.write(&stick, &mut |_| ()).unwrap();
    let before = there(&stick);
    // What was opened is the first; and a bundle that was written is not that on another stick.
    assert!(matches!(back.settle(&written, &stick), Err(CeremonyError::OtherBackup)));
    let other = tempfile::tempdir().unwrap();
    second.write(&Mounted::at(other.path()), &mut |_| ()).unwrap();
    let proven = opened(&Mounted::at(other.path()), &first);
    third.write(&stick, &mut |_| ()).unwrap();
    assert!(matches!(proven.settle(&written, &stick), Err(CeremonyError::OtherBackup)));
    assert_eq!(there(&stick)[1], before[1]);
}

#[test]
fn a_bundle_that_was_left_from_before_makes_room_for_the_one_that_was_opened() {
    let (first, _, [second, _]) = sealed_again();
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    second.write(&stick, &mut |_| ()).unwrap();
    let back = opened(&stick, &first);
    let next = Sealed::seal(back.made(), back.made().split().unwrap(), PLANNED, &mut |_| ()).unwrap();
    // This stick was not there when the second one was rehearsed, and still has both.
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    first.write(&stick, &mut |_| ()).unwrap();
    second.write(&stick, &mut |_| ()).unwrap();
    next.write(&stick, &mut |_| ()).unwrap();
    let hashes: Vec<_> = there(&stick).into_iter().map(|(_, hash)| hash).collect();
    assert_eq!(hashes, [hash(&next), hash(&second)]);
}

#[test]
fn a_stick_that_returns_other_bytes_than_were_written_is_not_trusted() {
    let sealed = sealed();
    let mut told = 0;
    for n in 1..20 {
        let folder = tempfile::tempdir().unwrap();
        let stick = Mounted::at(folder.path());
        let faulty = Faulty::at(&stick, Fault::Flips, n);
        match sealed.write(&faulty, &mut |_| ()) {
            Ok(_) => recovers(folder.path(), &sealed),
            Err(CeremonyError::Stick(StickError::Differs { file, .. })) => {
                assert!(sealed.files().iter().any(|(name, _)| *name == file));
                assert!(bundles(&stick).unwrap().is_empty());
                told += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(told >= sealed.files().len());
}
