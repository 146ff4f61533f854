//! Whatever a reader of sticks or printers falls over, it is told, hides nothing else, and is over when its cause is gone.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use super::*;
use crate::machine::stick::discover::Condition;
use crate::paper::printer::{Language, PrintError, Printers};
use crate::tui::App;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;
use crate::tui::parts::stick::Pick;
use crate::unforeseen::UNFORESEEN;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody watches these sticks; what is seen.
fn watched(sticks: Sticks) -> (App, Receiver<Wake>) {
    let (wake, wakes) = channel();
    let context = Context::nowhere();
    start(context.nitrokeys.clone(), sticks, wake);
    (App::new(context), wakes)
}

/// What is seen next of sticks. The screens know it, too.
fn next(app: &mut App, wakes: &Receiver<Wake>) -> bool {
    loop {
        let wake = wakes.recv_timeout(PATIENCE).unwrap();
        let (seen, fault) = (matches!(wake, Wake::Sticks(_)), matches!(wake, Wake::NoSticks));
        app.wake(wake);
        if seen || fault {
            return seen;
        }
    }
}

/// What stands on the screen where a stick is to be chosen.
fn shown(app: &App) -> String {
    format!("{:?}", Pick::default().view(app.context(), View::default()).parts)
}

/// Plugs a disk into an appliance.
fn plug(root: &Path, port: &str, node: &str, content: &[u8]) {
    let disk = root.join("sys/devices/usb1").join(port).join("block").join(node);
    for folder in [&disk, &root.join("sys/class/block"), &root.join("dev")] {
        fs::create_dir_all(folder).unwrap();
    }
    fs::write(disk.join("size"), "2048\n").unwrap();
    fs::write(disk.join("diskseq"), "1\n").unwrap();
    fs::write(root.join("dev").join(node), [content, &vec![0; 1 << 20]].concat()).unwrap();
    symlink(&disk, root.join("sys/class/block").join(node)).unwrap();
}

#[test]
fn a_stick_over_which_the_program_falls_is_told_and_hides_no_other() {
    let root = tempfile::tempdir().unwrap();
    plug(root.path(), "1-1", "sda", UNFORESEEN.as_bytes());
    plug(root.path(), "1-2", "sdb", b"");
    let (mut app, wakes) = watched(Sticks::of_an_appliance(root.path()));
    assert!(next(&mut app, &wakes));
    let conditions: Vec<_> = app.context().plugged.iter().map(|stick| stick.condition()).collect();
    assert_eq!(conditions, [Condition::Unreadable, Condition::Unformatted { has: None }]);
    for (stick, note) in [("sda", key!("stick-unreadable")), ("sdb", key!("stick-unformatted"))] {
        let (shown, note) = (shown(&app), app.context().say(note));
        assert!(shown.contains(stick) && shown.contains(&note), "{shown}");
    }
    // It is not touched.
    assert!(app.context().plugged[0].open().is_err());
}

#[test]
fn a_fault_in_looking_for_sticks_is_told_until_it_is_over() {
    let root = tempfile::tempdir().unwrap();
    let table = root.path().join("proc/self/mountinfo");
    fs::create_dir_all(root.path().join("proc/self")).unwrap();
    fs::write(&table, UNFORESEEN).unwrap();
    let (mut app, wakes) = watched(Sticks::of_a_machine(root.path()));
    assert!(!next(&mut app, &wakes));
    assert!(shown(&app).contains(&app.context().say(key!("fault"))), "{}", shown(&app));
    // Once is enough: what comes next is that it is over.
    fs::write(&table, "").unwrap();
    assert!(next(&mut app, &wakes));
    assert!(!shown(&app).contains(&app.context().say(key!("fault"))), "{}", shown(&app));
}

#[test]
fn a_printer_over_whose_id_the_program_falls_is_listed_as_one_that_says_nothing_and_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (devices, class) = (folder.path().join("devices"), folder.path().join("class"));
    fs::create_dir(&devices).unwrap();
    let unforeseen = format!("MFG:Evil;CMD:POSTSCRIPT;MDL:{UNFORESEEN};");
    for (name, id) in [("lp0", unforeseen.as_str()), ("lp1", "MFG:HP;MDL:LaserJet;CMD:POSTSCRIPT;")] {
        fs::create_dir_all(class.join(name).join("device")).unwrap();
        fs::write(class.join(name).join("device/ieee1284_id"), id).unwrap();
        fs::write(devices.join(name), "").unwrap();
    }
    let printers = Printers::at(devices, class).list();
    let names: Vec<_> = printers.iter().map(|printer| printer.name()).collect();
    assert_eq!(names, ["lp0", "HP LaserJet"]);
    assert!(
        matches!(printers[0].language(), Err(PrintError::UnknownLanguage { printer, .. }) if printer == "lp0")
    );
    assert_eq!(printers[1].language(), Ok(Language::PostScript));
}
