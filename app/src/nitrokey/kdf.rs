//! KDF-DO (OpenPGP card 3.4 § 4.3.2): PINs are hashed before they are sent.

use openpgp::crypto::{Password, S2K};
use openpgp::types::HashAlgorithm;
use openpgp_card::Card;
use openpgp_card::ocard::data::KdfDo;
use openpgp_card::state::Transaction;
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;

/// The number of the hash in a KDF-DO, and how long the hash is.
const SHA256: (u8, usize) = (0x08, 32);
/// How many bytes are hashed; the card library's choice for a new KDF-DO.
const HASHED_BYTES: u32 = 0x0300_0000;

/// Writes a KDF-DO (iterated and salted SHA-256) to a card on which no key is yet, and whose admin
/// PIN was given. Afterwards the same admin PIN holds, hashed.
///
/// A Gnuk takes its PINs' new form from the object itself. Other cards only keep the object, and
/// would from then on refuse every PIN: their admin PIN is changed to its hashed form by hand. The
/// user PIN is set by the admin PIN later.
pub(super) fn set(card: &mut Card<Transaction<'_>>, admin: &SecretString) -> Result<(), openpgp_card::Error> {
    let [user_salt, reset_salt, admin_salt] = salts().map_err(library)?;
    let object = KdfDo::iter_salted(SHA256.0, user_salt.into(), reset_salt.into(), admin_salt.into())?;
    card.card().set_kdf_do(&object)?;
    card.invalidate_cache()?;
    match card.verify_admin_pin(admin.clone()) {
        Err(openpgp_card::Error::CardStatus(_)) => {}
        taken_over => return taken_over,
    }
    let plain = || admin.expose_secret().as_bytes().to_vec().into();
    let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: admin_salt, hash_bytes: HASHED_BYTES };
    let hashed = s2k.derive_key(&Password::from(admin.expose_secret()), SHA256.1).map_err(library)?;
    card.card().verify_pw3(plain())?;
    card.card().change_pw3(plain(), hashed.to_vec().into())?;
    card.verify_admin_pin(admin.clone())
}

fn salts() -> openpgp::Result<[[u8; 8]; 3]> {
    let mut salts = [[0; 8]; 3];
    for salt in &mut salts {
        openpgp::crypto::random(salt)?;
    }
    Ok(salts)
}

fn library(error: anyhow::Error) -> openpgp_card::Error {
    openpgp_card::Error::InternalError(error.to_string())
}
