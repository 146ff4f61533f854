//! A card that lies: what a key says is changed on its way out, or there is no key behind it at all.

use crate::{Error, Model, VirtualNitrokey};
use card_backend::{CardBackend, CardCaps, CardTransaction, PinType, SmartcardError};
use std::sync::Arc;
use vpicc::VSmartCard;

/// What the key itself says to a command.
pub type Truth<'a> = &'a dyn Fn(&[u8]) -> Result<Vec<u8>, Error>;
/// What a lying card says to a command: the truth, what it makes of it, or something else.
pub type Script = dyn Fn(&[u8], Truth<'_>) -> Result<Vec<u8>, Error> + Send + Sync;

/// A card that says what its script says. Clones are the same card.
#[derive(Clone)]
pub struct Liar {
    key: Option<VirtualNitrokey>,
    script: Arc<Script>,
}

impl Liar {
    /// With a key behind it, which does what it is told, whatever is said of it.
    pub fn over(
        key: &VirtualNitrokey,
        script: impl Fn(&[u8], Truth<'_>) -> Result<Vec<u8>, Error> + Send + Sync + 'static,
    ) -> Self {
        Self { key: Some(key.clone()), script: Arc::new(script) }
    }

    /// With nothing behind it: the truth is that it knows no command (6D00).
    pub fn alone(
        script: impl Fn(&[u8], Truth<'_>) -> Result<Vec<u8>, Error> + Send + Sync + 'static,
    ) -> Self {
        Self { key: None, script: Arc::new(script) }
    }

    /// Takes the power from the key behind it, and gives it back.
    pub fn cycle_power(&self) {
        if let Some(key) = &self.key {
            key.cycle_power();
        }
    }
}

impl CardBackend for Liar {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        caps
    }

    fn transaction(
        &mut self,
        reselect: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        // Whether it was started again, and has to be selected again, is the reader's knowledge.
        if let Some(key) = &mut self.key {
            key.transaction(reselect)?;
        }
        Ok(Box::new(Transaction(self)))
    }
}

impl Liar {
    /// What it says to a command.
    fn says(&self, command: &[u8]) -> Result<Vec<u8>, Error> {
        let truth = |command: &[u8]| match &self.key {
            Some(key) => key.transmit(command),
            None => Ok(vec![0x6D, 0x00]),
        };
        (self.script)(command, &truth)
    }
}

/// In a reader of vsmartcard's. It stays in, whatever the reader does.
impl VSmartCard for Liar {
    fn atr(&self) -> &[u8] {
        self.key.as_ref().map_or(Model::Nitrokey3, VirtualNitrokey::model).atr()
    }

    fn power_off(&mut self) {}

    fn power_on(&mut self) {}

    fn reset(&mut self) {}

    fn execute(&mut self, apdu: &[u8]) -> Vec<u8> {
        self.says(apdu).unwrap_or_default()
    }
}

impl From<Liar> for Box<dyn CardBackend + Send + Sync> {
    fn from(liar: Liar) -> Self {
        Box::new(liar)
    }
}

struct Transaction<'a>(&'a Liar);

impl CardTransaction for Transaction<'_> {
    fn transmit(&mut self, command: &[u8], _: usize) -> Result<Vec<u8>, SmartcardError> {
        Ok(self.0.says(command)?)
    }

    fn feature_pinpad_verify(&self) -> bool {
        false
    }

    fn feature_pinpad_modify(&self) -> bool {
        false
    }

    fn pinpad_verify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::NotTransacted)
    }

    fn pinpad_modify(&mut self, _: PinType, _: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        Err(SmartcardError::NotTransacted)
    }

    fn was_reset(&self) -> bool {
        false
    }
}
