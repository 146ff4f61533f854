//! Reads what a Nitrokey says of itself.

use std::time::SystemTime;

use openpgp_card::Card;
use openpgp_card::ocard::KeyType;
use openpgp_card::state::Transaction;

use super::algorithms;
use super::info::{Info, Model, PinRules, Serial, Tries};
use super::raw::{Admin, Lengths};
use crate::language::shown::plain;

impl Info {
    /// Reads it all; nothing is written, no PIN is asked.
    pub(super) fn read(
        card: &mut Card<Transaction<'_>>,
        reader: &str,
        Admin { firmware, secure_element }: Admin,
        lengths: Lengths,
    ) -> Result<Self, openpgp_card::Error> {
        let aid = card.application_identifier()?;
        let serial = Serial::from(&aid);
        let [major, minor] = aid.version().to_be_bytes();
        let model = Model::of(serial, (major, minor), reader);
        // A transaction begins with reading 6E; these only take it apart.
        let status = card.pw_status_bytes()?;
        let length = |byte: u8| usize::from(byte & 0x7F);
        let prints = card.fingerprints()?;
        let prints = [prints.signature(), prints.decryption(), prints.authentication()];
        let times = said(card.key_generation_times())?;
        let times =
            times.as_ref().map(|times| [times.signature(), times.decryption(), times.authentication()]);
        let taken = algorithms::taken(card, model, secure_element, lengths)?;
        let import = card.card().extended_capabilities()?.key_import();
        Ok(Info {
            serial,
            reader: reader.into(),
            model,
            card_version: (major, minor),
            firmware,
            secure_element,
            // § 4.4.3.1: at most 39 letters.
            holder: plain(&said(card.cardholder_name())?.unwrap_or_default(), 39),
            fingerprints: prints.map(|print| print.map(|p| p.to_hex().to_ascii_uppercase())),
            key_times: times.unwrap_or_default().map(|time| time.map(SystemTime::from)),
            tries: Tries {
                user: status.err_count_pw1(),
                reset_code: status.err_count_rc(),
                admin: status.err_count_pw3(),
            },
            pin_rules: PinRules {
                user: (6, length(status.pw1_max_len())),
                admin: (8, length(status.pw3_max_len())),
                reset_code: (8, length(status.rc_max_len())),
            },
            touch_button: model.may_have_button() && card.user_interaction_flag(KeyType::Signing)?.is_some(),
            takes_kdf: card.extended_capabilities()?.kdf_do(),
            kdf: said(card.card().kdf_do())?.is_some_and(|kdf| kdf.kdf_algo() != 0),
            factory_reset: lengths.factory_reset,
            import,
            algorithms: taken.algorithms,
            algorithms_known: taken.known,
            withheld: taken.withheld,
            exponent_bits: taken.exponent,
        })
    }
}

/// What a card says that need not say it; only one that cannot be read at all is none.
fn said<T>(answer: Result<T, openpgp_card::Error>) -> Result<Option<T>, openpgp_card::Error> {
    match answer {
        Ok(said) => Ok(Some(said)),
        Err(error @ openpgp_card::Error::Smartcard(_)) => Err(error),
        Err(_) => Ok(None),
    }
}
