//! Our border to the card library: an answer that comes in pieces is put together here.
//!
//! `openpgp-card` 0.7 panics when a card that announces extended length answers 61xx (its GET
//! RESPONSE carries a short Le, which its own check forbids). So it never gets to see 61xx.

use card_backend::{CardBackend, CardCaps, CardTransaction, PinType, SmartcardError};

/// A card behind the border.
pub(super) struct Border(pub(super) Box<dyn CardBackend + Send + Sync>);

struct Transaction<'a>(Box<dyn CardTransaction + Send + Sync + 'a>);

/// ISO 7816-4 § 5.6: `61xx`, xx more bytes are there (00: 256 or more).
const MORE: u8 = 0x61;
/// An answer longer than any that a card gives: something is wrong with it.
const LONGEST: usize = 64 * 1024;

impl CardBackend for Border {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        self.0.limit_card_caps(caps)
    }

    fn transaction(
        &mut self,
        reselect: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        Ok(Box::new(Transaction(self.0.transaction(reselect)?)))
    }
}

impl CardTransaction for Transaction<'_> {
    fn transmit(&mut self, command: &[u8], size: usize) -> Result<Vec<u8>, SmartcardError> {
        let mut answer = self.0.transmit(command, size)?;
        while let [.., MORE, length] = answer[..] {
            if answer.len() > LONGEST {
                return Err(SmartcardError::Error("an answer without end".into()));
            }
            answer.truncate(answer.len() - 2);
            let next = self.0.transmit(&[0x00, 0xC0, 0x00, 0x00, length], size)?;
            if next.len() <= 2 && !next.ends_with(&[0x90, 0x00]) {
                return Ok(next);
            }
            answer.extend(next);
        }
        Ok(answer)
    }

    fn feature_pinpad_verify(&self) -> bool {
        self.0.feature_pinpad_verify()
    }

    fn feature_pinpad_modify(&self) -> bool {
        self.0.feature_pinpad_modify()
    }

    fn pinpad_verify(&mut self, pin: PinType, caps: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        self.0.pinpad_verify(pin, caps)
    }

    fn pinpad_modify(&mut self, pin: PinType, caps: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        self.0.pinpad_modify(pin, caps)
    }

    fn was_reset(&self) -> bool {
        self.0.was_reset()
    }
}
