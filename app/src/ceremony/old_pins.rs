//! The PINs of Nitrokeys that stay as they are when the backup gets new ones for their roles: a note in the vault, for their
//! owner to read, and for the program, which knows by the keys on a Nitrokey that it has these still.

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::Made;
use crate::pins::{KeyPins, Pins};
use crate::plan::{Role, Slot};

/// What such a note is called begins so.
pub(super) const PREFIX: &str = "old-pins-";
/// No Nitrokey takes more than three PINs of 127 bytes (OpenPGP card 3.4 § 4.3), and the rest is as long each time.
const LONGEST: usize = 1024;

/// What stands before each of them; which keys it has, so that nobody takes the PINs of one theft for those of another.
const KEYS: &str = "keys: ";
const USER: &str = "user: ";
const ADMIN: &str = "admin: ";
const RESET: &str = "reset: ";

/// The PINs of all of them, and the keys that they have until they are written anew.
pub(super) fn note(made: &Made) -> Zeroizing<Vec<u8>> {
    // As large as it gets, so that it never moves and leaves no copy behind.
    let mut note = Zeroizing::new(Vec::with_capacity(LONGEST * made.pins.len()));
    let keys = Slot::ALL.map(|slot| made.identity.slot_fingerprint(slot).to_hex()).join(" ");
    for key in &made.pins {
        let serial = key.serial.as_deref().unwrap_or_default();
        note.extend_from_slice(format!("{} {serial}\n{KEYS}{keys}\n", key.role).as_bytes());
        let pins = [
            (USER, key.pins.user.as_ref()),
            (ADMIN, Some(&key.pins.admin)),
            (RESET, Some(&key.pins.reset_code)),
        ];
        for (name, pin) in pins {
            let Some(pin) = pin else { continue };
            for part in [name, pin.expose_secret(), "\n"] {
                note.extend_from_slice(part.as_bytes());
            }
        }
    }
    note
}

/// The Nitrokeys of a note that have these keys. Its owner may have changed it: what is not whole is not there.
fn read(note: &str, prints: &[Option<String>; 3]) -> Vec<KeyPins> {
    let lines: Vec<_> = note.lines().collect();
    let begins = (1..lines.len()).filter(|at| lines[*at].starts_with(KEYS)).map(|at| at - 1);
    let begins: Vec<_> = begins.chain([lines.len()]).collect();
    let nitrokeys = begins.windows(2).filter_map(|ends| lines.get(ends[0]..ends[1]));
    let one = |lines: &[&str]| {
        let of = |name: &str| lines.iter().skip(1).find_map(|line| line.strip_prefix(name));
        let keys = of(KEYS)?.split_whitespace().map(Some);
        let is = |(key, print): (Option<&str>, Option<&str>)| {
            key.zip(print).is_some_and(|(key, print)| key.eq_ignore_ascii_case(print))
        };
        let same =
            keys.clone().count() == prints.len() && keys.zip(prints.iter().map(Option::as_deref)).all(is);
        // Who edits it may leave a blank at the end of the line away.
        let first = lines.first()?;
        let (role, serial) = first.rsplit_once(' ').unwrap_or((first, ""));
        let pins = Pins {
            user: of(USER).map(SecretString::from),
            admin: SecretString::from(of(ADMIN)?),
            reset_code: SecretString::from(of(RESET)?),
        };
        let serial = Some(serial.to_owned()).filter(|serial| !serial.is_empty());
        same.then(|| KeyPins { role: Role::from(role), serial, pins })
    };
    nitrokeys.filter_map(one).collect()
}

impl Made {
    /// The PINs that a Nitrokey with these keys may have, which were replaced since: one for each role, or the one whose serial
    /// it is. None if the vault does not have them.
    pub fn pins_of_before(&self, prints: &[Option<String>; 3], serial: &str) -> Vec<KeyPins> {
        let notes = self.vault.iter().rev().filter(|(name, _)| name.starts_with(PREFIX));
        let texts = notes.filter_map(|(_, note)| std::str::from_utf8(note).ok());
        let found = texts.map(|note| read(note, prints)).find(|found| !found.is_empty());
        let mut all = found.unwrap_or_default();
        if all.iter().any(|key| key.serial.as_deref() == Some(serial)) {
            all.retain(|key| key.serial.as_deref() == Some(serial));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prints(digit: &str) -> [Option<String>; 3] {
        [1, 2, 3].map(|slot| Some(format!("{digit}{slot}").repeat(20)))
    }

    fn block(role: &str, digit: &str, rest: &str) -> String {
        let keys = prints(digit).map(Option::unwrap_or_default).join(" ");
        format!("{role} 000F:0000000{digit}\nkeys: {keys}\n{rest}")
    }

    fn said(note: &str, digit: &str) -> Vec<String> {
        let pin = |pin: &SecretString| pin.expose_secret().to_owned();
        let one = |KeyPins { role, serial, pins }: KeyPins| {
            let user = pins.user.as_ref().map(pin);
            format!("{role} {serial:?} {user:?} {} {}", pin(&pins.admin), pin(&pins.reset_code))
        };
        read(note, &prints(digit)).into_iter().map(one).collect()
    }

    #[test]
    fn a_nitrokey_is_known_by_its_keys_and_half_a_note_is_none() {
        let whole = "user: 123456\nadmin: a b: c\nreset: 87654321\n";
        let note = block("primary", "a", whole)
            + &block("spare", "a", "admin: 12345678\nreset: 87654321\n")
            + &block("spare-2", "b", whole)
            + &block("spare-3", "a", "admin: 12345678\n");
        let primary = r#"primary Some("000F:0000000a") Some("123456") a b: c 87654321"#;
        let spare = r#"spare Some("000F:0000000a") None 12345678 87654321"#;
        assert_eq!(said(&note, "a"), [primary, spare]);
        assert_eq!(said(&note, "b").len(), 1);
        assert_eq!(said(&note, "A"), said(&note, "a"), "a card says them in other letters");
        for broken in ["", "keys: ", "primary\n", "\n\n", &note[..30], "spare\nkeys: a\nadmin: b\nreset: c\n"]
        {
            assert!(said(broken, "a").is_empty(), "{broken}");
        }
        let none = [None, None, None];
        assert!(read(&note, &none).is_empty());
    }
}
