//! Feeds each fuzz target its corpus, whole and damaged in a few hundred fixed ways; with
//! `COLDSPARE_TESTS=all` in fifty times as many.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use coldspare_fuzz::card::{Far, how_far};
use coldspare_fuzz::{TARGETS, Target};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(here(folder)).unwrap();
    entries.map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let seeds = fs::read_dir(here("corpus").join(target)).unwrap();
    let seeds: Vec<_> = seeds.map(|seed| fs::read(seed.unwrap().path()).unwrap()).collect();
    assert!(seeds.len() >= 3, "{target} has {} seeds", seeds.len());
    seeds
}

fn function(name: &str) -> Target {
    TARGETS.iter().find(|(target, _)| *target == name).unwrap().1
}

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % limit.max(1)
    }
}

fn damaged(seed: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut data = seed.to_vec();
    for _ in 0..=numbers.below(3) {
        let (at, other) = (numbers.below(data.len()), numbers.below(data.len()));
        match (numbers.below(5), data.is_empty()) {
            (0, false) => data[at] = numbers.below(256) as u8,
            (1, false) => data[at] ^= 1 << numbers.below(8),
            (2, _) => data.truncate(at),
            (3, false) => data.swap(at, other),
            _ => drop(data.splice(at..at, seed[..other.min(seed.len())].iter().copied())),
        }
    }
    data
}

fn feed(name: &str, ways: usize) {
    let (target, mut numbers) = (function(name), Numbers(0x9E37_79B9_7F4A_7C15));
    let all = std::env::var("COLDSPARE_TESTS").is_ok_and(|tests| tests == "all");
    let ways = if all { ways * 50 } else { ways };
    for seed in corpus(name) {
        target(&seed);
        (0..ways).for_each(|_| target(&damaged(&seed, &mut numbers)));
    }
}

#[test]
fn each_target_has_its_binary_and_its_corpus() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz_targets"), targets);
    assert_eq!(names("corpus"), targets);
    let manifest = fs::read_to_string(here("Cargo.toml")).unwrap();
    for target in &targets {
        assert!(manifest.contains(&format!("name = \"{target}\"\npath = \"fuzz_targets/{target}.rs\"")));
    }
}

/// Without a lie in front of it nothing is ever tried that comes late.
#[test]
fn a_card_that_does_not_lie_is_written_and_proven_by_its_target() {
    for (model, far) in [(0, Far::Proven), (1, Far::Read), (2, Far::Read), (3, Far::Proven)] {
        assert_eq!(how_far(&[model]), far, "{model}");
    }
}

macro_rules! fed {
    ($($name:ident: $ways:literal),+ $(,)?) => {
        $(#[test]
        fn $name() {
            feed(stringify!($name), $ways);
        })+

        #[test]
        fn every_target_is_fed() {
            let fed = [$(stringify!($name)),+];
            assert!(TARGETS.iter().all(|(name, _)| fed.contains(name)));
        }
    };
}

// A secret key that lacks a subkey gets a new one, which takes its time.
fed! {
    share: 400, part: 400, words: 100, hexadecimal: 400, manifest: 300, signed_manifest: 100, plan: 300,
    contents: 300, sealed: 300, secret_key: 60, picture: 40, modules: 200, card: 3, certificate: 60, typing: 100, scanned: 60,
    stick: 300, printer: 300, usb: 300,
}
