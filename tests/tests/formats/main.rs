//! Everything that comes back from paper or a stick, by property: what was written is read, any
//! change is noticed, and nothing that anybody types, scans or inserts makes a panic.

#![allow(clippy::unwrap_used, clippy::panic)]

mod codes;
mod files;
mod forged;
mod typed;

use proptest::prelude::ProptestConfig;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) }
}

/// As it may come from a keyboard or a scanner: small letters, blanks anywhere.
fn carelessly(text: &str, seed: u64) -> String {
    let mut typed = String::new();
    for (i, c) in text.chars().enumerate() {
        let coin = seed.rotate_left(i as u32 * 7) & 7;
        typed.push_str(["", "\n", " \t", ""][coin as usize & 3]);
        typed.push(if coin & 4 == 4 { c.to_ascii_lowercase() } else { c });
    }
    typed
}
