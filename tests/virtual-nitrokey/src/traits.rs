//! What cards and readers of other makers do otherwise, each a trait of its own over the same firmware. Where a fact
//! was measured on another maker's own firmware, its name stands there.

use crate::Error;
use hex_literal::hex;
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering::Relaxed},
};

/// Something that this card or its reader does otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The manufacturer's number in the AID (OpenPGP card 3.4.1 § 4.2.1) is another one, and so is the reader's
    /// name. SmartPGP says AFAF, CanoKey F1D0, ykneo-openpgp 0006.
    Maker(u16),
    /// It has no factory reset, and its life cycle byte says 05 all the same (§ 6): TERMINATE DF is answered 6982,
    /// with the admin PIN verified and with both PINs blocked. So SmartPGP 1.22 does, built without it.
    ResetRefused,
    /// Its reader takes short commands alone: of an extended one (ISO 7816-4 § 5.1) the card never hears, and PC/SC
    /// says `SCARD_E_NOT_TRANSACTED`. So do readers of the CCID's 'short APDU' level (CCID 1.1 § 5.1, dwFeatures).
    ShortReader,
    /// It takes neither extended nor chained commands, and says so in its card capabilities (§ 6.1): nothing longer
    /// than 255 bytes gets in. ISO 7816-4 § 5.6: 6700 and 6884.
    ShortCommands,
    /// It has no algorithm information (FA, 6A88): that is new in 3.4 (§ 4.4.3.11), and CanoKey's and SmartPGP's
    /// older versions have none.
    NoAlgorithmList,
    /// Extended capabilities, bit 04 clear (§ 4.4.3.7): what its slots are set to cannot be changed; PUT DATA C1 to
    /// C3 is answered 6A88. So ykneo-openpgp 1.0.11 (RSA 2048).
    FixedAttributes,
    /// It has 17 bits for an RSA key's public exponent (§ 4.4.3.9), enough for 65537 and no longer one. So YubiKey 5.
    ShortExponent,
    /// Extended capabilities, bit 20 clear (§ 4.4.3.7): it makes its keys itself and takes none; 6D00.
    NoImport,
    /// It answers SELECT, and 6F00 (ISO 7816-4 § 5.6: no precise diagnosis) when it is asked what belongs to its
    /// application (6E): an OpenPGP card is there, and cannot be read.
    TellsNothing,
    /// Terminated, it answers SELECT with 9000 all the same, and 6285 to whatever comes next. So CanoKey 2.0.
    LateTermination,
}

/// Those of one card.
#[derive(Debug, Default)]
pub(crate) struct Traits {
    all: Mutex<Vec<Trait>>,
    /// [`Trait::LateTermination`]: the last SELECT found it terminated.
    terminated: AtomicBool,
}

impl Traits {
    pub(crate) fn add(&self, new: Trait) {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).push(new);
    }

    pub(crate) fn has(&self, which: Trait) -> bool {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).contains(&which)
    }

    pub(crate) fn maker(&self) -> Option<u16> {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find_map(|one| if let Trait::Maker(maker) = one { Some(*maker) } else { None })
    }

    /// What is answered before the firmware hears of it.
    pub(crate) fn before(&self, command: &[u8]) -> Option<Result<Vec<u8>, Error>> {
        let [class, instruction, p1, p2, body @ ..] = command else { return None };
        let status = |status: [u8; 2]| Some(Ok(status.to_vec()));
        let extended = body.len() >= 3 && body[0] == 0;
        if extended && self.has(Trait::ShortReader) {
            return Some(Err(Error::NoAnswer));
        }
        if self.has(Trait::ShortCommands) {
            if extended {
                return status(hex!("6700"));
            }
            if class & 0x10 != 0 {
                return status(hex!("6884"));
            }
        }
        match (instruction, p1, p2) {
            (0xE6, ..) if self.has(Trait::ResetRefused) => status(hex!("6982")),
            (0xDB, 0x3F, 0xFF) if self.has(Trait::NoImport) => status(hex!("6D00")),
            (0xDA, 0x00, 0xC1..=0xC3) if self.has(Trait::FixedAttributes) => status(hex!("6A88")),
            (0xCA, 0x00, 0xFA) if self.has(Trait::NoAlgorithmList) => status(hex!("6A88")),
            (0xCA, 0x00, 0x6E) if self.has(Trait::TellsNothing) => status(hex!("6F00")),
            (0xA4 | 0x44, ..) => None,
            _ if self.terminated.load(Relaxed) => status(hex!("6285")),
            _ => None,
        }
    }

    /// What becomes of the firmware's answer.
    pub(crate) fn after(&self, command: &[u8], mut answer: Vec<u8>) -> Vec<u8> {
        if command.get(1) == Some(&0xA4) && self.has(Trait::LateTermination) {
            let terminated = answer.ends_with(&hex!("6285"));
            self.terminated.store(terminated, Relaxed);
            if terminated {
                answer = hex!("9000").to_vec();
            }
        }
        if command.get(1) == Some(&0x44) {
            self.terminated.store(false, Relaxed);
        }
        answer
    }

    /// The first byte of the extended capabilities (§ 4.4.3.7).
    pub(crate) fn capabilities(&self, said: u8) -> u8 {
        let clear = |which, bit: u8| if self.has(which) { !bit } else { !0 };
        said & clear(Trait::FixedAttributes, 0x04) & clear(Trait::NoImport, 0x20)
    }

    /// Algorithm attributes (§ 4.4.3.9): of RSA, behind the number of the algorithm, the lengths of modulus and exponent.
    /// `None`: they stay.
    pub(crate) fn attributes(&self, said: &[u8], room: u8) -> Option<Vec<u8>> {
        let mut attributes = said.to_vec();
        let [0x01, _, _, _, exponent, ..] = &mut attributes[..] else { return None };
        *exponent = room;
        self.has(Trait::ShortExponent).then_some(attributes)
    }

    /// The third byte of the card capabilities (ISO 7816-4 § 8.1.1.2.7): 80 command chaining, 40 extended length.
    pub(crate) fn lengths(&self, said: u8) -> u8 {
        if self.has(Trait::ShortCommands) { said & !0xC0 } else { said }
    }
}
