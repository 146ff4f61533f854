//! A card that is read back without a camera: typed by a scanner, as words, as digits. Whatever is
//! mistyped is noticed and named; nothing is corrected by itself.

#![allow(clippy::unwrap_used, clippy::panic)]

mod cards;
mod keyboards;
mod near;
mod slips;

use std::path::{Path, PathBuf};

use coldspare::backup::{Manifest, Share, hexadecimal_lines, words};
use coldspare::ceremony::{Recovery, bundles};
use coldspare::machine::stick::folder::Mounted;

/// A set of cards that is the same in each run, and its bundle.
fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519")
}

fn recovery() -> Recovery {
    let stick = Mounted::at(golden());
    let folder = bundles(&stick).unwrap().remove(0);
    Recovery::from_bundle(&stick, &folder).unwrap()
}

fn manifest() -> Manifest {
    recovery().manifest().unwrap().clone()
}

fn shares() -> Vec<Share> {
    let lines = std::fs::read_to_string(golden().join("shares.txt")).unwrap();
    lines.lines().map(|line| Share::parse(line).unwrap()).collect()
}

/// A card's words, as somebody types them.
fn in_words(share: &Share) -> String {
    words(&share.y).join(" ")
}

/// A card's four lines, as somebody types them.
fn in_digits(share: &Share) -> String {
    hexadecimal_lines(&share.y).each_ref().map(|line| line.as_str()).join("\n")
}
