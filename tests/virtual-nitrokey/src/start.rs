//! What a Nitrokey Start does otherwise than the firmware of the Nitrokey 3 that stands in for it. Facts: Nitrokey's
//! `nitrokey-start-firmware` (Gnuk 1.2.19 with Nitrokey's changes; the files are named at each), and what its GNU/Linux
//! emulation answered. Not imitated: everything below what a command can show.
//!
//! What it keeps in flash is its own [`Memory`]; PINs are its own as well ([`pins`]), and the card beneath has the
//! factory's for ever.

mod memory;
mod pins;

use crate::tlv;
use apdu_dispatch::{
    Command,
    app::{App, CommandView, Interface, Result, VecView},
    iso7816::{self, Aid, Status},
};
use hex_literal::hex;
use memory::Memory;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::Relaxed};
use trussed::virt::Store;

const SELECT: u8 = 0xA4;
const VERIFY: u8 = 0x20;
const CHANGE_REFERENCE_DATA: u8 = 0x24;
const RESET_RETRY_COUNTER: u8 = 0x2C;
const PSO: u8 = 0x2A;
const GENERATE: u8 = 0x47;
const GET_CHALLENGE: u8 = 0x84;
const INTERNAL_AUTHENTICATE: u8 = 0x88;
const GET_DATA: u8 = 0xCA;
const PUT_DATA: u8 = 0xDA;
const IMPORT: u8 = 0xDB;
const TERMINATE: u8 = 0xE6;
const ACTIVATE: u8 = 0x44;

const APPLICATION_RELATED_DATA: u16 = 0x6E;
const GENERAL_FEATURE_MANAGEMENT: u16 = 0x7F74;
const DISCRETIONARY_DATA_OBJECTS: u16 = 0x73;
const EXTENDED_CAPABILITIES: u16 = 0xC0;
const PW_STATUS_BYTES: u16 = 0xC4;
const RESETTING_CODE: u16 = 0xD3;
const TOUCH: std::ops::RangeInclusive<u16> = 0xD6..=0xD8;
const KDF_DO: u16 = 0xF9;
const ALGORITHM_INFORMATION: u16 = 0xFA;
/// The control reference templates of the three keys (OpenPGP card 3.4.1 § 4.4.3.12); in [`Memory`]: it is there.
const KEYS: [u16; 3] = [0xB6, 0xB8, 0xA4];

/// GPG_ERROR: 'no precise diagnosis', for all that a data object's own function refuses (`gpg_do_put_data`).
const REFUSED: u16 = 0x6F00;
/// GPG_ACK_TIMEOUT (`usb-ccid.c`): the button was not pressed within 13 seconds. It has none.
const NO_TOUCH: u16 = 0x6600;

/// What of a Start does not go with its power, beside its flash; and what a test wants of it.
#[derive(Default)]
pub(crate) struct Wiring {
    /// RTM.2 to RTM.5: before the KDF-DO and the touch settings.
    pub(crate) old: AtomicBool,
    /// After how many 256ths of the next command the power fails; 0: not in it.
    pub(crate) cut: AtomicU8,
}

/// An OpenPGP card application that behaves as a Start's. It lasts as long as the power.
pub(crate) struct Start<'a, C> {
    card: C,
    memory: Memory<'a>,
    wiring: &'a Wiring,
    /// `uif_flags` (`openpgp-do.c`): in RAM, read from flash when it gets its power, and not forgotten by
    /// TERMINATE DF (`gpg_do_terminate`).
    touch: [u8; 3],
    /// It was terminated when it got its power: `gpg_data_scan` ends before it sets `last_p`.
    began_terminated: bool,
    /// `last_p` (`flash.c`), where it would write next, is nowhere: after ACTIVATE FILE in a power cycle that
    /// began terminated. What it then does is undefined; here, nothing that writes is done (6581).
    lost: bool,
    /// The admin PIN was given.
    admin: bool,
}

impl<'a, C: App> Start<'a, C> {
    pub(crate) fn new(card: C, store: Store<'a>, wiring: &'a Wiring) -> Self {
        let memory = Memory::read(store.internal);
        let touch =
            [0xD6, 0xD7, 0xD8].map(|tag| memory.get(tag).and_then(<[u8]>::first).copied().unwrap_or(0));
        let began_terminated = memory.is_terminated();
        Self { card, memory, wiring, touch, began_terminated, lost: false, admin: false }
    }

    /// A command of our own to the card beneath; only its status counts.
    fn ask(&mut self, header: [u8; 3], data: &[u8], reply: &mut VecView<u8>) -> Result {
        let mut apdu = vec![0x00, header[0], header[1], header[2]];
        if !data.is_empty() {
            let length = u16::try_from(data.len()).map_err(|_| Status::WrongLength)?;
            apdu.push(0);
            apdu.extend(length.to_be_bytes());
            apdu.extend(data);
        }
        let command = Command::try_from(&apdu).map_err(|_| Status::WrongLength)?;
        let answer = self.card.call(Interface::Contact, command.as_view(), reply);
        reply.clear();
        answer
    }

    /// Tries left, as the card beneath counts them: user PIN, reset code, admin PIN.
    fn tries(&mut self, reply: &mut VecView<u8>) -> [u8; 3] {
        let command = Command::try_from(&[0x00, GET_DATA, 0x00, 0xC4, 0x00]);
        let said = command.map(|command| self.card.call(Interface::Contact, command.as_view(), reply));
        let tries = match (said, &reply[..]) {
            (Ok(Ok(())), [_, _, _, _, user, code, admin]) => [*user, *code, *admin],
            _ => [0; 3],
        };
        reply.clear();
        tries
    }

    fn has_keys(&self) -> bool {
        KEYS.iter().any(|key| self.memory.get(*key).is_some())
    }

    /// As much of a value as is written when the power fails: its length stands before it, and the rest is as
    /// erased flash has it (`flash_do_write_internal`).
    fn written(value: &[u8], part: u8) -> Vec<u8> {
        let whole = if part == 0 { value.len() } else { value.len() * usize::from(part) / 256 };
        value.iter().enumerate().map(|(at, byte)| if at < whole { *byte } else { 0xFF }).collect()
    }

    fn said(&self, tag: u16, value: &[u8]) -> Option<Vec<u8>> {
        let old = self.wiring.old.load(Relaxed);
        match tag {
            APPLICATION_RELATED_DATA | DISCRETIONARY_DATA_OBJECTS => {
                let mut out = Vec::new();
                for (tag, value) in tlv::parse(value)? {
                    let said = self.said(tag, value);
                    tlv::push(&mut out, tag, said.as_deref().unwrap_or(value));
                }
                match tag {
                    _ if old => {}
                    DISCRETIONARY_DATA_OBJECTS => {
                        for (tag, touch) in TOUCH.zip(self.touch) {
                            tlv::push(&mut out, tag, &[touch, 0x20]);
                        }
                    }
                    // `feature_mngmnt`: a button, which the board has not.
                    _ => tlv::push(&mut out, GENERAL_FEATURE_MANAGEMENT, &hex!("810120")),
                }
                Some(out)
            }
            // The counter of a reset code that is not set says 3 (`gpg_pw_get_retry_counter`).
            PW_STATUS_BYTES => {
                let mut status = value.to_vec();
                if self.memory.get(RESETTING_CODE).is_none() {
                    *status.get_mut(5)? = 3;
                }
                Some(status)
            }
            EXTENDED_CAPABILITIES if old => {
                let mut capabilities = value.to_vec();
                *capabilities.first_mut()? = 0x74;
                Some(capabilities)
            }
            _ => None,
        }
    }

    fn get_data(&mut self, on: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let old = self.wiring.old.load(Relaxed);
        let tag = u16::from_be_bytes([command.p1, command.p2]);
        let own = match tag {
            KDF_DO | GENERAL_FEATURE_MANAGEMENT | 0xD6..=0xD8 if old => {
                return Err(Status::KeyReferenceNotFound);
            }
            // Without one: 9000, and nothing.
            KDF_DO => self.memory.get(KDF_DO).unwrap_or_default().to_vec(),
            GENERAL_FEATURE_MANAGEMENT => hex!("810120").to_vec(),
            0xD6..=0xD8 => vec![self.touch[usize::from(tag - 0xD6)], 0x20],
            ALGORITHM_INFORMATION => algorithms(),
            _ => {
                self.card.call(on, command, reply)?;
                match self.said(tag, reply) {
                    Some(said) => said,
                    None => return Ok(()),
                }
            }
        };
        reply.clear();
        reply.extend_from_slice(&own).map_err(|_| Status::NotEnoughMemory)
    }

    fn put_data(
        &mut self,
        part: u8,
        on: Interface,
        command: CommandView<'_>,
        reply: &mut VecView<u8>,
    ) -> Result {
        let tag = u16::from_be_bytes([command.p1, command.p2]);
        let value = command.data();
        let ours = TOUCH.contains(&tag) || tag == KDF_DO || tag == RESETTING_CODE;
        if ours && self.wiring.old.load(Relaxed) && tag != RESETTING_CODE {
            return Err(Status::KeyReferenceNotFound);
        }
        if ours && !self.admin {
            return Err(Status::SecurityStatusNotSatisfied);
        }
        match tag {
            0xD6..=0xD8 => {
                let at = usize::from(tag - 0xD6);
                let [touch @ 0..=2, 0x20] = *value else { return Err(REFUSED.into()) };
                // Permanent (`rw_uif`).
                if self.touch[at] == 2 {
                    return Err(REFUSED.into());
                }
                self.touch[at] = touch;
                self.memory.put(tag, &[touch]);
                Ok(())
            }
            KDF_DO => {
                // `rw_kdf`: on an empty card alone; of 110 bytes; its hashes are the PINs from now on.
                if self.has_keys() || !(value.is_empty() || value.len() == pins::KDF_DO_LENGTH) {
                    return Err(REFUSED.into());
                }
                self.memory.forget_pins();
                if value.is_empty() {
                    self.memory.forget(KDF_DO);
                } else {
                    self.memory.put(KDF_DO, &Self::written(value, part));
                }
                self.forget_verified(reply);
                Ok(())
            }
            RESETTING_CODE => self.put_resetting_code(part, value, reply),
            0xC1..=0xC4 => self.card.call(on, command, reply),
            _ => self.ask([PUT_DATA, command.p1, command.p2], &Self::written(value, part), reply),
        }
    }

    /// A key comes onto it, from outside or made within: user PIN and reset code are the first ones again
    /// (`gpg_do_write_prvkey`). Garbage collection writes the touch settings from RAM to flash.
    fn key(&mut self, part: u8, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        if !self.admin {
            return Err(Status::SecurityStatusNotSatisfied);
        }
        let data = command.data();
        let instruction = u8::from(command.instruction());
        let which = match instruction {
            GENERATE => data.first().copied().map(u16::from),
            _ => tlv::parse(data).and_then(|all| Some(tlv::parse(all.first()?.1)?.first()?.0)),
        };
        let which = which.filter(|which| KEYS.contains(which)).ok_or(Status::IncorrectDataParameter)?;
        self.memory.forget_user_pins();
        for (tag, touch) in TOUCH.zip(self.touch) {
            self.memory.put(tag, &[touch]);
        }
        if part != 0 {
            // What was written of it is no key (`key_available_at`).
            return Ok(());
        }
        match instruction {
            GENERATE => self.card.call(Interface::Contact, command, reply)?,
            _ => self.ask([instruction, command.p1, command.p2], &with_its_exponent(data), reply)?,
        }
        self.memory.put(which, &[]);
        Ok(())
    }

    /// `cmd_terminate_df`: with the admin PIN given, or with the PIN blocked that is the admin's.
    fn terminate(&mut self, part: u8, reply: &mut VecView<u8>) -> Result {
        let [user, _, admin] = self.tries(reply);
        let has_admin = self.memory.get(pins::ADMIN).is_some();
        if !(self.admin || has_admin && admin == 0 || !has_admin && user == 0) {
            return Err(Status::SecurityStatusNotSatisfied);
        }
        if (1..128).contains(&part) {
            // The pages with the keys are erased, and not yet the one with the rest: no PIN opens what is gone.
            self.memory.ruin_pins();
            return Ok(());
        }
        // It is refused only if neither is so, and then the other one is.
        self.ask([VERIFY, 0x00, 0x83], pins::BENEATH_ADMIN, reply).ok();
        self.ask([TERMINATE, 0x00, 0x00], &[], reply)?;
        self.memory.terminate();
        (self.admin, self.lost, self.began_terminated) = (false, false, false);
        Ok(())
    }

    fn activate(&mut self, reply: &mut VecView<u8>) -> Result {
        if !self.memory.is_terminated() {
            return Err(Status::RecordNotFound);
        }
        self.ask([ACTIVATE, 0x00, 0x00], &[], reply)?;
        self.memory.activate();
        self.lost = self.began_terminated;
        Ok(())
    }

    /// Whether it waits for a button now; opcard asks nobody, because it was told that there is none.
    fn waits(&self, command: CommandView<'_>) -> bool {
        match (u8::from(command.instruction()), command.p1) {
            (PSO, 0x9E) => self.touch[0] != 0,
            (PSO, _) => self.touch[1] != 0,
            (INTERNAL_AUTHENTICATE, _) => self.touch[2] != 0,
            // `cmd_get_challenge`: if any of them is on.
            (GET_CHALLENGE, _) => self.touch != [0; 3],
            _ => false,
        }
    }
}

impl<C: iso7816::App> iso7816::App for Start<'_, C> {
    fn aid(&self) -> Aid {
        self.card.aid()
    }
}

impl<C: App> App for Start<'_, C> {
    fn select(&mut self, on: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        self.card.select(on, command, reply)
    }

    fn deselect(&mut self) {
        self.card.deselect();
    }

    fn call(&mut self, on: Interface, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let instruction = u8::from(command.instruction());
        let part = self.wiring.cut.swap(0, Relaxed);
        if self.memory.is_terminated() && !matches!(instruction, SELECT | ACTIVATE | GET_CHALLENGE) {
            return Err(Status::SelectedFileInTerminationState);
        }
        let writes = matches!(
            instruction,
            PUT_DATA | IMPORT | CHANGE_REFERENCE_DATA | RESET_RETRY_COUNTER | TERMINATE
        ) || instruction == GENERATE && command.p1 == 0x80;
        if writes && self.lost && instruction != TERMINATE {
            return Err(Status::MemoryFailure);
        }
        // What writes no more than a halfword is done or not; so are attributes and flags (`flash_enum_write`).
        let flag = matches!(command.p2, 0xC1..=0xC4 | 0xD6..=0xD8) && instruction == PUT_DATA;
        if (1..128).contains(&part) && (!writes || flag) {
            return Ok(());
        }
        match instruction {
            VERIFY => self.verify(command, reply),
            CHANGE_REFERENCE_DATA => self.change(part, command, reply),
            RESET_RETRY_COUNTER => self.reset_user(part, command, reply),
            GET_DATA => self.get_data(on, command, reply),
            PUT_DATA => self.put_data(part, on, command, reply),
            IMPORT => self.key(part, command, reply),
            GENERATE if command.p1 == 0x80 => self.key(part, command, reply),
            TERMINATE => self.terminate(part, reply),
            ACTIVATE => self.activate(reply),
            _ => {
                self.card.call(on, command, reply)?;
                if self.waits(command) {
                    reply.clear();
                    return Err(NO_TOUCH.into());
                }
                Ok(())
            }
        }
    }
}

/// `do_alg_info`: for each slot RSA 2048 and 4096, P-256, secp256k1, 25519, in one list (§ 4.4.3.11). That a curve's key is
/// to come with its public key (FF) is what the card beneath wants; a Start computes it.
fn algorithms() -> Vec<u8> {
    let mut all = Vec::new();
    for (slot, ecdsa, curve25519) in [
        (0xC1, 0x13, &hex!("16 2B06010401DA470F01 FF")[..]),
        (0xC2, 0x12, &hex!("12 2B060104019755010501 FF")),
        (0xC3, 0x13, &hex!("16 2B06010401DA470F01 FF")),
    ] {
        tlv::push(&mut all, slot, &hex!("01 0800 0020 00"));
        tlv::push(&mut all, slot, &hex!("01 1000 0020 00"));
        tlv::push(&mut all, slot, &[&[ecdsa][..], &hex!("2A8648CE3D030107 FF")].concat());
        tlv::push(&mut all, slot, &[&[ecdsa][..], &hex!("2B8104000A FF")].concat());
        tlv::push(&mut all, slot, curve25519);
    }
    all
}

/// `proc_key_import` skips the four bytes of an RSA key's public exponent, and takes 65537.
fn with_its_exponent(list: &[u8]) -> Vec<u8> {
    let replaced = || {
        let objects = tlv::parse(tlv::parse(list)?.first()?.1)?;
        let template = objects.iter().find(|(tag, _)| *tag == 0x7F48)?.1;
        // Lengths without numbers: 91, how many bytes the exponent has, and so on. A curve's key has none.
        let [0x91, exponent, ..] = *template else { return None };
        let numbers = objects.iter().find(|(tag, _)| *tag == 0x5F48)?.1;
        let (exponent, start) = (usize::from(exponent), list.len() - numbers.len());
        let mut list = list.to_vec();
        let (leading, last) = list.get_mut(start..start + exponent)?.split_last_chunk_mut()?;
        leading.fill(0);
        *last = [1, 0, 1];
        Some(list)
    };
    replaced().unwrap_or_else(|| list.to_vec())
}
