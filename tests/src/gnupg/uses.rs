//! What an owner does with GnuPG, checked by somebody who knows the public key alone.

use anyhow::{Context, Result, ensure};
use coldspare::openpgp::{Identity, ssh_public_key};
use coldspare::plan::Slot;

use super::ssh::without_comment;
use super::{GnuPg, ssh_keygen_signs};

impl GnuPg {
    /// Learns whose identity it is, and which of its keys are on the Nitrokey. What the card says.
    ///
    /// # Errors
    /// GnuPG's, or which key is not there.
    pub fn learn(&self, identity: &Identity) -> Result<String> {
        self.import(&identity.public_armored()?)?;
        self.trust(&identity.fingerprint())?;
        let card = self.card_status()?;
        let on_it = card.replace([' ', '\n'], "");
        for slot in Slot::ALL {
            let key = identity.slot_fingerprint(slot).to_hex();
            ensure!(on_it.contains(&key), "GnuPG does not find the {slot} key {key}:\n{card}");
        }
        Ok(card)
    }

    /// Signs; somebody else verifies.
    ///
    /// # Errors
    /// GnuPG's, or by which other key it was signed.
    pub fn shows_signing(&self, identity: &Identity) -> Result<()> {
        let message = b"signed through GnuPG";
        let signature = self.sign(&identity.fingerprint(), message)?;
        let by = somebody_else(identity)?.verify(&signature, message)?;
        let expected = [identity.slot_fingerprint(Slot::Signature).to_hex(), identity.fingerprint()];
        ensure!(by == expected, "signed by {by:?} instead of {expected:?}");
        Ok(())
    }

    /// Somebody else encrypts; it decrypts.
    ///
    /// # Errors
    /// GnuPG's, or that another message came back.
    pub fn shows_decryption(&self, identity: &Identity) -> Result<()> {
        let message = b"encrypted to the owner";
        let sealed = somebody_else(identity)?.encrypt(&identity.fingerprint(), message)?;
        ensure!(self.decrypt(&sealed)? == message, "another message came back");
        Ok(())
    }

    /// Offers the login that stands in `ssh.pub`, and makes an SSH signature with it.
    ///
    /// # Errors
    /// OpenSSH's, or that the login is not offered.
    pub fn shows_ssh(&self, identity: &Identity) -> Result<()> {
        let login = ssh_public_key(identity)?.context("SSH does not know this algorithm")?;
        let offered = self.ssh_logins()?;
        ensure!(offered.contains(&without_comment(&login)), "{login} is not among {offered:?}");
        ssh_keygen_signs(self, &login)
    }
}

fn somebody_else(identity: &Identity) -> Result<GnuPg> {
    let gnupg = GnuPg::new()?;
    gnupg.import(&identity.public_armored()?)?;
    Ok(gnupg)
}
