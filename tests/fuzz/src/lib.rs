//! What reads what comes from outside (paper, sticks, typing, cards, printers, USB devices), for a fuzzer to call: each function takes any bytes, and must
//! neither panic nor take a long time nor much memory. What is accepted must come out again as it was.
//!
//! With cargo-fuzz and a nightly compiler, from the workspace's folder:
//!
//! ```text
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz share
//! ```
//!
//! What it finds, `target/debug/share FILE` runs again. Without them, `cargo test -p coldspare-fuzz` feeds each function its corpus, and what is near it.

pub mod card;

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

pub use card::card;
use coldspare::backup::{
    BackupKey, BackupPart, Collector, Contents, Manifest, PartError, Sealing, Share, hexadecimal_lines,
    is_code, is_line, open, parse_hexadecimal, parse_words, word, words,
};
use coldspare::ceremony::{self, OnPaper};
use coldspare::language::shown::is_plain;
use coldspare::machine::readers;
use coldspare::openpgp::{Identity, inventory, read_signed};
use coldspare::paper::printer::DeviceId;
use coldspare::paper::{Looks, Picture};
use coldspare::plan::{Plan, PrimaryKey};
use secrecy::SecretString;
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;

/// What a fuzzer calls.
pub type Target = fn(&[u8]);

/// Every target: its name, which is its binary's and its corpus's too, and what it calls.
pub const TARGETS: &[(&str, Target)] = &[
    ("share", share),
    ("part", part),
    ("words", typed_words),
    ("hexadecimal", hexadecimal),
    ("manifest", manifest),
    ("signed_manifest", signed_manifest),
    ("plan", plan),
    ("contents", contents),
    ("sealed", sealed),
    ("secret_key", secret_key),
    ("picture", picture),
    ("modules", modules),
    ("card", card),
    ("certificate", certificate),
    ("typing", typing),
    ("scanned", scanned),
    ("stick", stick),
    ("printer", printer),
    ("usb", usb),
];

/// Feeds a target the files that the command line names, to look at what a fuzzer found.
///
/// # Errors
/// If a file cannot be read.
pub fn feed(target: Target) -> std::io::Result<()> {
    for file in std::env::args_os().skip(1) {
        target(&std::fs::read(file)?);
    }
    Ok(())
}

/// A share card's line.
pub fn share(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(share) = Share::parse(&text) {
        let printed = text.split_whitespace().collect::<String>().to_ascii_uppercase();
        assert_eq!(*share.to_text(), printed);
        assert!((1..=share.quorum.cards()).contains(&share.x));
    }
}

/// Lines of a backup sheet, one after the other.
pub fn part(data: &[u8]) {
    let mut collector = Collector::default();
    for line in String::from_utf8_lossy(data).lines() {
        if let Ok(part) = BackupPart::parse(line) {
            let printed = line.split_whitespace().collect::<String>().to_ascii_uppercase();
            assert_eq!(part.to_text(), printed);
            let (needed, there) = (collector.needed(), collector.there());
            match collector.add(part.clone()) {
                Ok(missing) => {
                    assert_eq!(collector.missing(), missing);
                    assert_eq!(missing, collector.needed().saturating_sub(collector.there()));
                }
                Err(PartError::Different { .. }) => assert_eq!(collector.needed(), part.needed.into()),
                Err(_) => assert_eq!((needed, there), (collector.needed(), collector.there())),
            }
        }
    }
    if let Ok(sealed) = collector.join() {
        // Whatever is given is what the codes name.
        let named = collector.sealing().map(|named| Sealing::of(named.set, named.number, &sealed));
        assert_eq!(named, collector.sealing());
    }
}

/// A card's words.
pub fn typed_words(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(y) = parse_words(&text) {
        let typed = text.to_lowercase();
        assert!(words(&y).iter().zip(typed.split_whitespace()).all(|(word, typed)| word.starts_with(typed)));
    }
}

/// A card's hexadecimal lines.
pub fn hexadecimal(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(y) = parse_hexadecimal(&text) {
        let printed = hexadecimal_lines(&y).iter().map(|line| line.to_string()).collect::<String>();
        let typed = text.split_whitespace().collect::<String>().to_ascii_uppercase();
        assert_eq!(printed.replace(' ', ""), typed);
    }
}

/// A manifest whose signature was taken off.
pub fn manifest(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(manifest) = Manifest::from_toml(&text) {
        assert_eq!(Manifest::from_toml(&manifest.to_toml()), Ok(manifest));
    }
}

static CERT: LazyLock<Option<Cert>> = LazyLock::new(|| {
    Cert::from_bytes(include_bytes!("../../golden/v1/curve25519/coldspare-68F876F4/public-key.asc")).ok()
});
const SIGNED: &[u8] = include_bytes!("../../golden/v1/curve25519/coldspare-68F876F4/manifest.toml.asc");

/// A signed manifest, beside the golden public key: only what that key signed is read.
pub fn signed_manifest(data: &[u8]) {
    let Some(cert) = &*CERT else { return };
    if let Ok(signed) = read_signed(cert, data) {
        let golden = read_signed(cert, SIGNED).map(|golden| golden.text);
        assert_eq!(
            Some(Manifest::from_toml(&signed.text)),
            golden.ok().map(|text| Manifest::from_toml(&text))
        );
    }
}

/// `plan.toml`.
pub fn plan(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(plan) = Plan::from_toml(&text) {
        assert_eq!(plan.roles().len(), usize::from(plan.nitrokeys));
        let _ = plan.owner();
        assert_eq!(Plan::from_toml(&plan.to_toml()), Ok(plan));
    }
}

/// The tar in a sealed backup. No name in it leads out of its folder.
pub fn contents(data: &[u8]) {
    if let Ok(read) = Contents::from_tar(data) {
        let names = read.revocations.iter().chain(&read.vault).map(|(name, _)| name);
        names.for_each(|name| assert!(!name.contains('/') && !name.starts_with('.') && !name.is_empty()));
        let tar = read.to_tar();
        assert!(tar.is_ok());
        assert_eq!(tar.clone().and_then(|tar| Contents::from_tar(&tar)?.to_tar()), tar);
    }
}

/// A sealed backup, with the golden backup key.
pub fn sealed(data: &[u8]) {
    let key = std::array::from_fn(|i| i as u8);
    if let Ok(contents) = open(data, &BackupKey::from_bytes(key)) {
        assert!(contents.to_tar().is_ok());
    }
}

/// A secret key as somebody exported it, with and without a passphrase.
pub fn secret_key(data: &[u8]) {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let Ok(plan) = Plan::new("Ada Lovelace <ada@example.org>") else { return };
    let passphrase = SecretString::from("a passphrase of the fuzzer's");
    for passphrase in [None, Some(&passphrase)] {
        let brought = inventory(data, passphrase, now);
        let identity = brought.and_then(|brought| brought.identity(&brought.preset(&plan)?, &plan, now));
        if let Ok(identity) = identity {
            assert_eq!(identity.fingerprint().len(), 40);
        }
    }
    if let Ok(identity) = Identity::from_secret_key(data, None, PrimaryKey::Offline) {
        // A signature of a kind that nobody knows is read, but not written again.
        let _ = (identity.secret_armored(), identity.public_armored(), identity.algorithm());
    }
}

/// A picture: as a PNG file, and its bytes as they are, as grey pixels and as a camera's.
pub fn picture(data: &[u8]) {
    if let Ok(picture) = Picture::from_png(data) {
        let (width, height) = (picture.grey().width(), picture.grey().height());
        // The fuzzer's time is for small ones.
        if width * height < 250_000 {
            let codes = picture.codes(|_| true);
            let mut looks = Looks::new(|_| true);
            let looked = looks.look(picture.grey());
            assert!(looked.iter().all(|code| codes.contains(&code.text)));
            assert!(
                looks
                    .look(picture.grey())
                    .iter()
                    .all(|code| !code.new || !looked.iter().any(|old| old.text == code.text))
            );
        }
    }
    let width = usize::from(data.first().copied().unwrap_or(1)).max(1);
    let height = data.len() / width;
    let _ = Picture::from_grey(width, height, data[..width * height].to_vec()).map(|p| p.codes(is_code));
    let _ = Picture::from_yuyv(width, height / 2, &data[..height / 2 * width * 2]).map(|p| p.codes(is_code));
}

/// A code module by module: the first byte says how large it is, then there is a bit for each module. Finder patterns
/// are drawn over it, so that it is taken for a code; what is decoded is the fuzzer's.
pub fn modules(data: &[u8]) {
    const MODULE: usize = 3;
    const QUIET: usize = 4;
    let Some((version, bits)) = data.split_first() else { return };
    // A code's side is 17 + 4 modules for each version (ISO/IEC 18004 § 6.3.2); the largest take the fuzzer's time.
    let side = 21 + 4 * usize::from(version % 20);
    let bit = |i: usize| bits.get(i / 8).is_some_and(|byte| byte >> (i % 8) & 1 == 1);
    let dark = |x: usize, y: usize| {
        let ring = |left: usize, top: usize| (x + 7).abs_diff(left + 10).max((y + 7).abs_diff(top + 10));
        let finders = [ring(0, 0), ring(side - 7, 0), ring(0, side - 7)];
        match finders.into_iter().min() {
            Some(ring) if ring <= 4 => !matches!(ring, 2 | 4),
            // Timing, § 6.3.5: without it few are taken for a code.
            _ if x == 6 || y == 6 => (x + y).is_multiple_of(2),
            _ => bit(y * side + x),
        }
    };
    let width = (side + 2 * QUIET) * MODULE;
    let pixel = |i: usize| {
        let at = |pixel: usize| (pixel / MODULE).checked_sub(QUIET).filter(|at| *at < side);
        match at(i % width).zip(at(i / width)) {
            Some((x, y)) if dark(x, y) => 0,
            _ => 255,
        }
    };
    let pixels = (0..width * width).map(pixel).collect();
    let picture = Picture::from_grey(width, width, pixels);
    let looked = picture.map(|picture| Looks::new(|_: &str| true).look(picture.grey()).len());
    assert!(looked.is_ok_and(|codes| codes <= 1));
}

/// A public key from a bundle.
pub fn certificate(data: &[u8]) {
    if let Ok(cert) = Cert::from_bytes(data) {
        let _ = (cert.fingerprint(), read_signed(&cert, SIGNED));
    }
}

/// What was typed of a code, as a scanner types it with any layout.
pub fn scanned(data: &[u8]) {
    if let Ok(OnPaper::Share(share)) = ceremony::scanned(&String::from_utf8_lossy(data)) {
        assert!((1..=share.quorum.cards()).contains(&share.x));
    }
}

/// Words and lines while they are typed: what is said of them.
pub fn typing(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for typed in text.split_whitespace() {
        let _ = word(typed);
    }
    for number in 0..5 {
        is_line(number, &text);
    }
}

/// The first bytes of a stick, its partition table, and the system's table of mounts.
pub fn stick(data: &[u8]) {
    for label in readers::stick(data) {
        assert!(!label.is_empty() && label.chars().all(is_plain), "{label:?}");
    }
}

/// What a printer says of itself.
pub fn printer(data: &[u8]) {
    let id = DeviceId::parse(data);
    assert!(id.name().chars().all(is_plain));
    let _ = id.languages();
}

/// What a USB device says of itself, and the report descriptor of a Nitrokey's own interface.
pub fn usb(data: &[u8]) {
    readers::usb(data);
}
