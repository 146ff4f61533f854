//! A Start's PINs (`ac.c`, `openpgp.c`). A PIN that is right is given to the card beneath as the factory's, and one that is
//! wrong as a wrong one, so that it is the firmware that counts.

use super::{KDF_DO, PUT_DATA, RESET_RETRY_COUNTER, RESETTING_CODE, Start, VERIFY};
use apdu_dispatch::{
    app::{App, CommandView, Result, VecView},
    iso7816::Status,
};

/// Numbers in the data pool; nothing is there as long as it has the first one.
pub(super) const USER: u16 = 0x81;
pub(super) const CODE: u16 = RESETTING_CODE;
pub(super) const ADMIN: u16 = 0x83;
/// `SIZE_OF_KDF_DO_MAX`. (Without salts for reset code and admin PIN it may have 90.)
pub(super) const KDF_DO_LENGTH: usize = 110;

const FIRST_USER: &[u8] = b"123456";
const FIRST_ADMIN: &[u8] = b"12345678";
const BENEATH_USER: &[u8] = FIRST_USER;
const BENEATH_CODE: &[u8] = b"12345678";
pub(super) const BENEATH_ADMIN: &[u8] = FIRST_ADMIN;
const WRONG: &[u8] = b"this is none of its PINs";
/// `USER_PASSWD_MINLEN` and `ADMIN_PASSWD_MINLEN`, of a PIN that is set. With a KDF-DO it is a hash, and longer.
const SHORTEST: usize = 14;

impl<C: App> Start<'_, C> {
    /// `gpg_do_kdf_check`: how long a hash is, it reads in the KDF-DO itself, before the user PIN's. Where that is not
    /// written, erased flash says 255.
    fn counts(&self, length: usize, how_many: usize) -> bool {
        let hash = self.memory.get(KDF_DO).and_then(|kdf| kdf.get(43)).map(|hash| usize::from(*hash));
        hash.is_none_or(|hash| length == hash * how_many || length == hash)
    }

    fn right(&self, pin: u16) -> Vec<u8> {
        let kdf = self.memory.get(KDF_DO);
        match (self.memory.get(pin), kdf, pin) {
            (Some(set), ..) => set.to_vec(),
            (None, Some(kdf), ADMIN) => kdf[78..110].to_vec(),
            (None, Some(kdf), _) => kdf[44..76].to_vec(),
            (None, None, ADMIN) => FIRST_ADMIN.to_vec(),
            (None, None, _) => FIRST_USER.to_vec(),
        }
    }

    /// 'Admin-less': who has set a user PIN and no admin PIN is the admin by it (nitrokey-start-firmware issue 77).
    fn is_admin_less(&self) -> bool {
        self.memory.get(ADMIN).is_none() && self.memory.get(USER).is_some()
    }

    /// Gives the card beneath a right PIN or a wrong one; 81 and 82 the user's, 83 the admin's.
    fn give(&mut self, which: u8, right: bool, reply: &mut VecView<u8>) -> Result {
        let [user, _, admin] = self.tries(reply);
        if (if which == 0x83 { admin } else { user }) == 0 {
            return Err(Status::OperationBlocked);
        }
        let beneath = match (right, which) {
            (false, _) => WRONG,
            (true, 0x83) => BENEATH_ADMIN,
            (true, _) => BENEATH_USER,
        };
        // GPG_SECURITY_FAILURE, and never how many tries are left.
        self.ask([VERIFY, 0x00, which], beneath, reply).map_err(|_| Status::SecurityStatusNotSatisfied)
    }

    pub(super) fn forget_verified(&mut self, reply: &mut VecView<u8>) {
        self.admin = false;
        for which in [0x81, 0x82, 0x83] {
            self.ask([VERIFY, 0xFF, which], &[], reply).ok();
        }
    }

    pub(super) fn verify(&mut self, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let (pin, which) = (command.data(), command.p2);
        if pin.is_empty() {
            self.admin &= !(command.p1 == 0xFF && which == 0x83);
            return self.ask([VERIFY, command.p1, which], &[], reply);
        }
        if !self.counts(pin.len(), 1) {
            return Err(Status::ConditionsOfUseNotSatisfied);
        }
        if which != 0x83 {
            return self.give(which, self.right(USER) == pin, reply);
        }
        if self.is_admin_less() {
            self.give(0x81, self.right(USER) == pin, reply)?;
        }
        self.give(0x83, self.is_admin_less() || self.right(ADMIN) == pin, reply)?;
        self.admin = true;
        Ok(())
    }

    /// `cmd_change_password`: the user PIN's only with a key to encrypt to it.
    pub(super) fn change(&mut self, part: u8, command: CommandView<'_>, reply: &mut VecView<u8>) -> Result {
        let (data, which) = (command.data(), command.p2);
        if !self.counts(data.len(), 2) {
            return Err(Status::ConditionsOfUseNotSatisfied);
        }
        let slot = if which == 0x83 { ADMIN } else { USER };
        let old = self.right(slot);
        self.give(which, data.starts_with(&old), reply)?;
        let new = data.get(old.len()..).unwrap_or_default();
        if new.len() < SHORTEST || slot == USER && !self.has_keys() {
            return Err(Status::ConditionsOfUseNotSatisfied);
        }
        self.memory.put(slot, &Self::written(new, part));
        self.forget_verified(reply);
        Ok(())
    }

    /// `cmd_reset_user_password`.
    pub(super) fn reset_user(
        &mut self,
        part: u8,
        command: CommandView<'_>,
        reply: &mut VecView<u8>,
    ) -> Result {
        let data = command.data();
        let by_code = command.p1 == 0x00;
        if !by_code && !self.admin {
            return Err(Status::SecurityStatusNotSatisfied);
        }
        if !self.counts(data.len(), 1 + usize::from(by_code)) {
            return Err(Status::ConditionsOfUseNotSatisfied);
        }
        let (beneath, new) = match self.memory.get(CODE) {
            _ if !by_code => (BENEATH_USER.to_vec(), data),
            None => return Err(Status::SecurityStatusNotSatisfied),
            Some(code) if data.starts_with(code) => {
                ([BENEATH_CODE, BENEATH_USER].concat(), data.get(code.len()..).unwrap_or_default())
            }
            Some(_) => {
                self.ask([RESET_RETRY_COUNTER, 0x00, 0x81], &[WRONG, BENEATH_USER].concat(), reply).ok();
                return Err(Status::SecurityStatusNotSatisfied);
            }
        };
        if new.len() < SHORTEST || !self.has_keys() {
            return Err(Status::ConditionsOfUseNotSatisfied);
        }
        let new = Self::written(new, part);
        self.ask([RESET_RETRY_COUNTER, command.p1, 0x81], &beneath, reply)?;
        self.memory.put(USER, &new);
        Ok(())
    }

    /// `proc_resetting_code`: only with a key to encrypt to it.
    pub(super) fn put_resetting_code(&mut self, part: u8, code: &[u8], reply: &mut VecView<u8>) -> Result {
        if code.is_empty() {
            self.memory.forget(CODE);
            return self.ask([PUT_DATA, 0x00, 0xD3], &[], reply);
        }
        if !self.counts(code.len(), 1) || !self.has_keys() {
            return Err(super::REFUSED.into());
        }
        self.ask([PUT_DATA, 0x00, 0xD3], BENEATH_CODE, reply)?;
        self.memory.put(CODE, &Self::written(code, part));
        Ok(())
    }
}
