//! A device's folder in sysfs, held open: if the device is pulled out and another takes its place and its
//! name, nothing that was meant for the one reaches the other.

use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

#[cfg(test)]
use rustix::fs::Dir;
use rustix::fs::{CWD, Mode, OFlags, openat};

use crate::machine::console::font;

/// More than 8 configurations (`USB_MAXCONFIG`) of usual size.
const MOST: usize = 1 << 16;
/// As much of a name as is shown.
const LONGEST: usize = 40;

/// An open folder.
#[derive(Debug)]
pub(super) struct Folder(OwnedFd);

impl Folder {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Folder(openat(CWD, path, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?))
    }

    /// What a file below it holds.
    pub(super) fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        let file = openat(&self.0, file, OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?;
        let mut bytes = Vec::new();
        let mut block = [0; 4096];
        while bytes.len() < MOST {
            match rustix::io::read(&file, &mut block)? {
                0 => break,
                length => bytes.extend_from_slice(&block[..length]),
            }
        }
        Ok(bytes)
    }

    /// The same as text, without the line's end.
    pub(super) fn text(&self, file: &str) -> io::Result<String> {
        Ok(String::from_utf8_lossy(&self.read(file)?).trim().to_owned())
    }

    /// Whether the flag `file` is set.
    pub(super) fn is_set(&self, file: &str) -> bool {
        self.text(file).is_ok_and(|text| text == "1")
    }

    /// Writes to a file that is there.
    pub(super) fn write(&self, file: &str, text: &str) -> io::Result<()> {
        let flags = OFlags::WRONLY | OFlags::TRUNC | OFlags::CLOEXEC;
        let file = openat(&self.0, file, flags, Mode::empty())?;
        // The kernel takes it in one call or not at all.
        rustix::io::write(&file, text.as_bytes())?;
        Ok(())
    }

    /// What lies in a folder below it.
    #[cfg(test)]
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let entries = openat(&self.0, folder, flags, Mode::empty()).and_then(Dir::new);
        let entries = entries.into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.starts_with('.')).collect()
    }

    /// The same for one that has no maker's name: with its ids, which makers are given.
    pub(super) fn called_with_ids(&self, id: Option<(u16, u16)>) -> String {
        let called = self.called();
        let maker = self.text("manufacturer").is_ok_and(|maker| !clean(&maker).is_empty());
        match id.map(|(vendor, product)| format!("{vendor:04x}:{product:04x}")) {
            Some(ids) if called.is_empty() => ids,
            Some(ids) if !maker => format!("{called} ({ids})"),
            _ => called,
        }
    }

    /// What the device calls itself: nothing but letters, digits and plain signs, and not much of it, for it
    /// may call itself what it likes. Empty if it has no name.
    pub(super) fn called(&self) -> String {
        let [maker, product] =
            ["manufacturer", "product"].map(|file| clean(&self.text(file).unwrap_or_default()));
        let both = if product.starts_with(&maker) { product } else { format!("{maker} {product}") };
        let mut name: String = both.trim().chars().take(LONGEST).collect();
        if both.trim().chars().nth(LONGEST).is_some() {
            name = format!("{}…", name.trim_end());
        }
        name
    }
}

fn clean(text: &str) -> String {
    let plain = |c: char| font::shows(c) && (c.is_alphanumeric() || c.is_ascii_punctuation());
    let words = text.split(|c: char| !plain(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn called(maker: &str, product: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("manufacturer"), maker).unwrap();
        fs::write(folder.path().join("product"), product).unwrap();
        Folder::open(folder.path()).unwrap().called()
    }

    #[test]
    fn a_device_is_called_by_maker_and_product() {
        assert_eq!(called("Logitech\n", "USB Keyboard\n"), "Logitech USB Keyboard");
        assert_eq!(called("Nitrokey\n", "Nitrokey 3\n"), "Nitrokey 3");
        assert_eq!(called("", "Gerät ß\n"), "Gerät ß");
        assert_eq!(called("\n", " \n"), "");
    }

    #[test]
    fn no_name_can_draw_on_the_screen() {
        assert_eq!(called("A\u{1b}[2J", "x\r\n\u{202e}►y│\u{7}"), "A [2J x y");
        assert_eq!(called("", &"ab ".repeat(30)).chars().count(), 41);
    }

    #[test]
    fn a_folder_that_was_replaced_is_not_mistaken() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("1-1");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("authorized"), "0\n").unwrap();
        let folder = Folder::open(&path).unwrap();
        assert!(!folder.is_set("authorized"));
        fs::remove_dir_all(&path).unwrap();
        fs::create_dir(&path).unwrap();
        fs::write(path.join("authorized"), "0\n").unwrap();
        assert!(folder.write("authorized", "1").is_err());
        assert_eq!(fs::read(path.join("authorized")).unwrap(), b"0\n");
    }
}
