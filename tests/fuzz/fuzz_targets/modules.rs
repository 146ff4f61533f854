//! Fuzzes `coldspare_fuzz::modules`. Built by another than cargo-fuzz, it feeds it the files that are named.

#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| coldspare_fuzz::modules(data));

#[cfg(not(fuzzing))]
fn main() -> std::io::Result<()> {
    coldspare_fuzz::feed(coldspare_fuzz::modules)
}
