//! The secret key for a life without a Nitrokey: under a passphrase, as `gpg --import` takes it.

use openpgp::cert::amalgamation::key::PrimaryKey as _;
use openpgp::crypto::Password;
use openpgp::packet::Key;
use openpgp::packet::key::{SecretParts, UnspecifiedRole};
use openpgp::serialize::SerializeInto;
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

use super::keys::packet;
use super::{Identity, Making, OpenPgpError, at, left_out};

/// The transferable secret key, armored, every secret protected by `passphrase`: one that could not be, since the
/// library does not know its version, is not in it.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn protected_secret_key(identity: &Identity, passphrase: &SecretString) -> Result<Vec<u8>, OpenPgpError> {
    protected(identity, passphrase, true, |_| true)
}

/// Which subkeys come into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subkeys {
    /// Each that there is.
    All,
    /// Those of before: what replaced them stays on the Nitrokeys.
    Old,
}

/// The same, but for the primary key's secret: in its place stands what says that it is elsewhere, as GnuPG writes it
/// (`doc/DETAILS`, 'GNU extensions to the S2K algorithm').
///
/// # Errors
/// As [`protected_secret_key`].
pub fn protected_subkeys(
    identity: &Identity,
    passphrase: &SecretString,
    which: Subkeys,
) -> Result<Vec<u8>, OpenPgpError> {
    let (primary, kept) = (identity.fingerprint(), identity.kept());
    protected(identity, passphrase, false, move |print| {
        *print != primary && (which == Subkeys::All || kept.contains(print))
    })
}

fn protected(
    identity: &Identity,
    passphrase: &SecretString,
    has_primary: bool,
    is_in_it: impl Fn(&String) -> bool + Send + Sync,
) -> Result<Vec<u8>, OpenPgpError> {
    let protect = || {
        let password = Password::from(passphrase.expose_secret());
        let mut locked = Vec::new();
        for key in identity.cert().keys().unencrypted_secret() {
            let secret = key.key().clone().encrypt_secret(&password)?;
            locked.push(packet(secret, key.primary()));
        }
        let cert = identity.cert().clone().insert_packets(locked)?.0;
        let cert = left_out::without_unknown_secrets(&cert)?;
        let filter = |key: &Key<SecretParts, UnspecifiedRole>| is_in_it(&key.fingerprint().to_hex());
        cert.as_tsk().set_filter(filter).emit_secret_key_stubs(!has_primary).armored().to_vec()
    };
    protect().map_err(at(Making::ProtectedSecretKey))
}
