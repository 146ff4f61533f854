//! The two ways in: the `card-backend` traits in the same process, and `vpcd`.

use crate::{Error, Model, VirtualNitrokey};
use card_backend::{CardBackend, CardCaps, CardTransaction, PinType, SmartcardError};
use vpicc::VSmartCard;

impl From<Error> for SmartcardError {
    // The same words as `card-backend-pcsc` has for a key that is gone and for one that is silent.
    fn from(error: Error) -> Self {
        match error {
            Error::NoAnswer => Self::NotTransacted,
            other => Self::Error(format!("Transmit failed: {other}")),
        }
    }
}

impl CardBackend for VirtualNitrokey {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        caps
    }

    /// As PC/SC does: the application is selected again when the key was started again meanwhile.
    fn transaction(
        &mut self,
        reselect_application: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        if !self.is_plugged() {
            return Err(SmartcardError::SmartCardConnectionError(Error::Unplugged.to_string()));
        }
        let was_reset = self.take_reset();
        let mut transaction = Transaction { key: self, was_reset };
        if let (true, Some(application)) = (was_reset, reselect_application) {
            transaction.select(application)?;
        }
        Ok(Box::new(transaction))
    }
}

impl From<VirtualNitrokey> for Box<dyn CardBackend + Send + Sync> {
    fn from(key: VirtualNitrokey) -> Self {
        Box::new(key)
    }
}

struct Transaction<'a> {
    key: &'a VirtualNitrokey,
    was_reset: bool,
}

impl CardTransaction for Transaction<'_> {
    fn transmit(&mut self, command: &[u8], _: usize) -> Result<Vec<u8>, SmartcardError> {
        Ok(self.key.transmit(command)?)
    }

    fn feature_pinpad_verify(&self) -> bool {
        false
    }

    fn feature_pinpad_modify(&self) -> bool {
        false
    }

    fn pinpad_verify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(no_pinpad())
    }

    fn pinpad_modify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(no_pinpad())
    }

    fn was_reset(&self) -> bool {
        self.was_reset
    }
}

fn no_pinpad() -> SmartcardError {
    SmartcardError::Error("a virtual key has no PIN pad".into())
}

impl VSmartCard for VirtualNitrokey {
    fn atr(&self) -> &[u8] {
        self.model().atr()
    }

    fn power_off(&mut self) {
        self.unplug();
    }

    fn power_on(&mut self) {
        self.plug();
    }

    /// A Start goes on as if nothing was: only its power ends its application (`icc_power_on` in `usb-ccid.c`).
    fn reset(&mut self) {
        if self.model() != Model::Start {
            self.cycle_power();
        }
    }

    /// No answer at all is an empty one, which vpcd takes for a failure of the reader.
    fn execute(&mut self, apdu: &[u8]) -> Vec<u8> {
        self.transmit(apdu).unwrap_or_default()
    }
}
