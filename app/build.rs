//! How the program is linked, and which texts there are.

use std::path::Path;
use std::{env, fs, io};

/// The English catalogue: what stands in no part of it does not compile as a key.
const CATALOGUE: &str = "src/language/en";

fn main() -> io::Result<()> {
    // Addresses that are known only once it is loaded: packed, they take a sixteenth of the program less.
    println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={CATALOGUE}");
    let mut keys = Vec::new();
    for part in fs::read_dir(CATALOGUE)? {
        keys.extend(keys_of(&fs::read_to_string(part?.path())?));
    }
    keys.sort();
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("keys.rs"), format!("&{keys:#?}\n"))
}

/// The keys of the messages, and those of their attributes as `message.attribute`. A unit test compares them with what
/// Fluent finds.
fn keys_of(part: &str) -> Vec<String> {
    let mut message = "";
    let mut keys = Vec::new();
    for line in part.lines() {
        let Some((name, _)) = line.split_once(" =") else { continue };
        if name.starts_with(|c: char| c.is_ascii_lowercase()) {
            message = name;
            keys.push(name.to_owned());
        } else if name.starts_with(' ') && name.trim_start().starts_with('.') {
            keys.push(format!("{message}{}", name.trim_start()));
        }
    }
    keys
}
