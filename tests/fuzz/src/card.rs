//! A card that lies, over all that is done with one: it is listed, asked for random bytes, written, proven, and
//! its reset is finished. The fuzzer's bytes say of which model the key behind it is, and then, command after
//! command, what is made of its true answer.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use coldspare::backup::Share;
use coldspare::ceremony::{Recovery, Rehearsed};
use coldspare::language::shown::is_plain;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Bus, Erase, Found, NitrokeyError, Port, Unlock, challenges, finish_resets, list};
use coldspare::plan::Role;
use secrecy::SecretString;
use virtual_nitrokey::{Config, Error, Liar, Model, Truth, VirtualNitrokey};

/// The identity of the golden files: what would be written.
static REHEARSED: LazyLock<Option<Mutex<Rehearsed>>> = LazyLock::new(|| {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden/v1/curve25519");
    let mut recovery = Recovery::from_bundle(&Mounted::at(&golden), "coldspare-68F876F4").ok()?;
    let shares = std::fs::read_to_string(golden.join("shares.txt")).ok()?;
    for line in shares.lines().take(3) {
        recovery.add(Share::parse(line).ok()?).ok()?;
    }
    recovery.recover().ok().map(Mutex::new)
});

struct OneCard(Liar);

impl Bus for OneCard {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let card = self.0.clone();
        Ok(vec![Port::new("a reader\u{1b}[2J\u{202e}", move || Ok(card.into()))])
    }

    fn power_cycle(&self, _: &str) -> Result<(), NitrokeyError> {
        self.0.cycle_power();
        Ok(())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        Ok(vec![("a reader".into(), 1)])
    }
}

/// The lies, taken from the fuzzer's bytes one after the other; when there are no more, it is the truth.
struct Lies {
    bytes: Vec<u8>,
    at: AtomicUsize,
}

impl Lies {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at.fetch_add(1, Ordering::Relaxed)).copied()
    }

    fn number(&self) -> usize {
        self.next().map_or(0, usize::from)
    }

    fn some(&self, count: usize) -> Vec<u8> {
        (0..count).map_while(|_| self.next()).collect()
    }

    /// What is said to a command.
    fn say(&self, command: &[u8], truth: Truth<'_>) -> Result<Vec<u8>, Error> {
        let Some(lie) = self.next() else { return truth(command) };
        // The most are true, or it never comes far.
        if lie >= 24 {
            return truth(command);
        }
        // Commands that are not done are another lie than those whose answer is another one.
        let mut said = if lie % 2 == 0 { truth(command)? } else { vec![0x90, 0x00] };
        let (number, length) = (self.number(), said.len());
        let data = length.saturating_sub(2);
        match lie / 2 {
            // Another status word.
            0 => said.splice(data.., [number as u8, self.number() as u8]).for_each(drop),
            1 => said.truncate(number % (length + 1)),
            2 => said[number % length] ^= 1 << (self.number() % 8),
            // More is there, or another length is right.
            3 => said.splice(data.., [0x61, number as u8]).for_each(drop),
            4 => said.splice(data.., [0x6C, number as u8]).for_each(drop),
            5 => return Err(if number % 2 == 0 { Error::NoAnswer } else { Error::Unplugged }),
            6 => said.splice(..data, self.some(number)).for_each(drop),
            // As deep as a short answer can be.
            7 => said.splice(..data, nested(number * 64)).for_each(drop),
            // Well formed, and another value.
            8 => {
                let value = self.some(number % 32);
                let object = self.number();
                if let Some(changed) = changed(&said[..data], object, &value, 3) {
                    said.splice(..data, changed).for_each(drop);
                }
            }
            9 => said = said[..data].repeat(number).into_iter().chain([0x90, 0x00]).collect(),
            10 => said = self.some(number % 3),
            // Two lies in one.
            _ => {
                said.splice(data.., self.some(number % 40)).for_each(drop);
                said.extend([0x90, 0x00]);
            }
        }
        Ok(said)
    }
}

/// Objects in each other.
fn nested(levels: usize) -> Vec<u8> {
    let mut data = vec![0xC0, 0x00];
    for _ in 0..levels {
        let [high, low] = u16::try_from(data.len()).unwrap_or(u16::MAX).to_be_bytes();
        data.splice(..0, [0x73, 0x82, high, low]);
    }
    data
}

/// The same objects, the `nth` with another value; of those within objects as well.
fn changed(data: &[u8], nth: usize, value: &[u8], depth: usize) -> Option<Vec<u8>> {
    let mut objects = Vec::new();
    let mut rest = data;
    while let [first, ..] = *rest {
        let tag = if first & 0x1F == 0x1F { 2 } else { 1 };
        let (header, length) = match rest.get(tag..)? {
            [0x82, high, low, ..] => (3, usize::from(u16::from_be_bytes([*high, *low]))),
            [0x81, length, ..] => (2, usize::from(*length)),
            [length, ..] => (1, usize::from(*length)),
            [] => return None,
        };
        let (object, after) = rest.split_at_checked(tag + header + length)?;
        objects.push((&object[..tag], &object[tag + header..]));
        rest = after;
    }
    let at = nth % objects.len().max(1);
    let mut all = Vec::new();
    for (i, (tag, old)) in objects.into_iter().enumerate() {
        let inner = (i == at && tag[0] & 0x20 != 0 && depth > 0)
            .then(|| changed(old, nth / 7, value, depth - 1))
            .flatten();
        let new = match (i == at, &inner) {
            (true, Some(inner)) => inner,
            (true, None) => value,
            (false, _) => old,
        };
        let [high, low] = u16::try_from(new.len()).ok()?.to_be_bytes();
        all.extend(tag);
        all.extend([0x82, high, low]);
        all.extend(new);
    }
    Some(all)
}

/// A card, over all that is done with one.
pub fn card(data: &[u8]) {
    how_far(data);
}

/// How far it comes with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// Nothing was done with it.
    Nowhere,
    /// It was read, and no more.
    Read,
    /// It was erased and written.
    Written,
    /// It was proven, and once more as a spare.
    Proven,
}

/// The same, and how far that came.
pub fn how_far(data: &[u8]) -> Far {
    let mut far = Far::Nowhere;
    let Some(rehearsed) = &*REHEARSED else { return far };
    let (first, lies) = data.split_first().map_or((0, data), |(first, lies)| (*first, lies));
    let lies = Arc::new(Lies { bytes: lies.to_vec(), at: AtomicUsize::new(0) });
    let says = move |command: &[u8], truth: Truth<'_>| lies.say(command, truth);
    let model = match first % 16 {
        // Seldom: each of its PINs is hashed for a while.
        _ if first == 0 => Model::Start,
        1 => Model::Pro1,
        2 => Model::Pro2,
        _ => Model::Nitrokey3,
    };
    let Ok(key) = VirtualNitrokey::new(Config::new(model, 0x0A0B_0C01)) else { return far };
    let bus = OneCard(if first & 0x80 == 0 { Liar::over(&key, says) } else { Liar::alone(says) });
    let Ok(found) = list(&bus) else { return far };
    for found in found {
        let info = match found {
            Found::Nitrokey(info) => info,
            Found::HalfReset { reader } | Found::Unreadable { reader, .. } => {
                assert!(reader.chars().all(is_plain));
                let _ = finish_resets(&bus);
                continue;
            }
        };
        assert!(info.holder.chars().chain(info.reader.chars()).all(|c| is_plain(c) || c == '…'));
        far = Far::Read;
        let _ = (challenges(&bus, &[info.serial]), coldspare::nitrokey::info(&bus, info.serial));
        let Ok(erase) = Erase::confirm(&info, &info.serial.last_four()) else { continue };
        let start = match first & 0x60 {
            0x20 => Unlock::AdminPin(SecretString::from("12345678")),
            0x40 => Unlock::NewPin,
            0x60 => Unlock::ResetByNew,
            _ => Unlock::FactoryReset,
        };
        let mut rehearsed = rehearsed.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(pins) = rehearsed.pins(&Role::Primary, Some(&SecretString::from("123456"))) else { continue };
        let flashed = rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &start, &mut |_| ());
        let proven = match flashed {
            Ok(flashed) => {
                far = Far::Written;
                rehearsed.prove(&bus, &flashed, &pins, &mut |_| ()).is_ok()
            }
            Err(error) => {
                assert!(error.to_string().len() < 2000, "{error}");
                false
            }
        };
        if rehearsed.prove_spare(&bus, info.serial, &pins.user, &mut |_| ()).is_ok() && proven {
            far = Far::Proven;
        }
    }
    far
}
