//! The search of a computer's whole memory, for secrets in every form that they had in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use aho_corasick::AhoCorasick;
use anyhow::{Result, bail};
use coldspare::backup::{BackupKey, Share, words};
use coldspare_tests::qemu::Computer;
use data_encoding::{BASE32_NOPAD, HEXLOWER, HEXUPPER};
use memchr::memmem;
use secrecy::ExposeSecret;
use sequoia_openpgp::Cert;
use sequoia_openpgp::crypto::mpi::SecretKeyMaterial as Mpis;
use sequoia_openpgp::packet::key::SecretKeyMaterial;
use sequoia_openpgp::parse::Parse;

/// Between two looks for what is there for a moment alone, and how often is looked.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
const LOOKS: usize = 500;
/// Bytes that stand together in memory by no accident.
const PIECE: usize = 8;
/// How letters look on the console: grey, white, inverted.
const ATTRIBUTES: [u8; 3] = [0x07, 0x0f, 0x70];

/// The secrets of one ceremony: a name, the form, and the bytes to look for.
#[derive(Default)]
pub(crate) struct Secrets(Vec<(String, Vec<u8>)>);

impl Secrets {
    fn add(&mut self, name: &str, form: &str, bytes: impl Into<Vec<u8>>) {
        self.0.push((format!("{name}, {form}"), bytes.into()));
    }

    /// A text: as bytes, as the kernel keeps what is on the console, and as it draws it.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.add(name, "text", text);
        self.add(name, "UTF-32", utf32(text));
        for attribute in ATTRIBUTES {
            let cells: Vec<u8> = text.bytes().flat_map(|letter| [letter, attribute]).collect();
            self.add(name, "on the console", cells);
        }
    }

    /// Bytes: as they are, in either order, hexadecimal, and base 32.
    pub(crate) fn bytes(&mut self, name: &str, bytes: &[u8]) {
        let backwards: Vec<u8> = bytes.iter().rev().copied().collect();
        for piece in bytes.chunks_exact(PIECE).chain(backwards.chunks_exact(PIECE)) {
            self.add(name, "raw", piece);
        }
        for piece in bytes.chunks_exact(PIECE) {
            self.add(name, "hexadecimal", HEXLOWER.encode(piece));
            self.add(name, "hexadecimal", HEXUPPER.encode(piece));
        }
        let base32 = BASE32_NOPAD.encode(bytes);
        for piece in base32.as_bytes().chunks_exact(2 * PIECE) {
            self.add(name, "base 32", piece);
            self.add(name, "base 32", piece.to_ascii_lowercase());
        }
    }

    /// The backup key.
    pub(crate) fn backup_key(&mut self, key: &BackupKey) -> Result<()> {
        self.bytes("backup key", &bytes_of(key)?);
        Ok(())
    }

    /// A share: its bytes, its words, what a scanner types.
    pub(crate) fn share(&mut self, share: &Share) {
        let name = format!("share {}", share.x);
        self.bytes(&name, &share.y[..]);
        for three in words(&share.y).windows(3) {
            self.text(&name, &three.join(" "));
            self.add(&name, "words in lines", three.join("\n"));
        }
        let text = share.to_text();
        self.text(&name, &text[text.len() - 2 * PIECE..]);
    }

    /// Each scalar and each prime of the secret key, and the lines of its armor.
    pub(crate) fn secret_key(&mut self, armored: &[u8]) -> Result<()> {
        for key in Cert::from_bytes(armored)?.keys().unencrypted_secret() {
            let SecretKeyMaterial::Unencrypted(secret) = key.key().secret() else { continue };
            secret.map(|mpis| match mpis {
                Mpis::EdDSA { scalar } | Mpis::ECDH { scalar } | Mpis::ECDSA { scalar } => {
                    self.bytes("secret scalar", scalar.value());
                }
                Mpis::RSA { d, p, q, u } => {
                    [d, p, q, u].into_iter().for_each(|number| self.bytes("secret number", number.value()));
                }
                _ => {}
            });
        }
        Ok(())
    }

    /// Those that are in it, by name and form.
    pub(crate) fn found(&self, memory: &[u8]) -> Result<BTreeSet<String>> {
        let all = AhoCorasick::new(self.0.iter().map(|(_, bytes)| bytes))?;
        let there: BTreeSet<_> = all.find_overlapping_iter(memory).map(|found| found.pattern()).collect();
        Ok(there.into_iter().map(|pattern| self.0[pattern].0.clone()).collect())
    }
}

/// The passphrase is its hexadecimal.
fn bytes_of(key: &BackupKey) -> Result<Vec<u8>> {
    Ok(HEXLOWER.decode(key.passphrase().expose_secret().as_bytes())?)
}

/// Looks into the memory until the backup key is in it, which is there for moments alone, and keeps what was there
/// then. The computer's time stands still meanwhile: what it needs the key for takes longer than it runs between
/// two looks.
pub(crate) fn dump_with(computer: &Computer, key: &BackupKey, file: &Path) -> Result<()> {
    let key = bytes_of(key)?;
    for _ in 0..LOOKS {
        let there = computer.stands_still(|| {
            computer.dump_memory(file)?;
            Ok(memmem::find(&fs::read(file)?, &key).is_some())
        })?;
        if there {
            return Ok(());
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    bail!("the backup key is never there: {}", computer.rows()?.join("\n"))
}

fn utf32(text: &str) -> Vec<u8> {
    text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect()
}
