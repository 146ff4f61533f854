//! How the program is linked.

fn main() {
    // Addresses that are known only once it is loaded: packed, they take a sixteenth of the program less.
    println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    println!("cargo:rerun-if-changed=build.rs");
}
