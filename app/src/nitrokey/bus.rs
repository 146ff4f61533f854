//! Where Nitrokeys are plugged in: PC/SC, in tests also a virtual bus.

use card_backend::CardBackend;
use card_backend_pcsc::PcscBackend;
use pcsc::{Context, Scope, ShareMode};

use super::NitrokeyError;

/// A reader with a card in it.
pub struct Port {
    /// The reader's name.
    pub reader: String,
    /// The card, no application selected.
    pub card: Box<dyn CardBackend + Send + Sync>,
}

/// All that is plugged in.
pub trait Bus {
    /// Every reader with a card, each time anew.
    ///
    /// # Errors
    /// [`NitrokeyError::NoService`].
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError>;
}

/// `pcscd`.
#[derive(Debug, Clone, Copy, Default)]
pub struct PcscBus;

impl Bus for PcscBus {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let service = |e: pcsc::Error| NitrokeyError::NoService(e.to_string());
        let context = Context::establish(Scope::User).map_err(service)?;
        let readers = match context.list_readers_owned() {
            Err(pcsc::Error::NoReadersAvailable) => Vec::new(),
            readers => readers.map_err(service)?,
        };
        let ports = readers.into_iter().filter_map(|reader| {
            // A reader without a card, or one that was pulled out just now, is none.
            let card = PcscBackend::from_pcsc_reader(&context, &reader, Some(ShareMode::Shared)).ok()?;
            Some(Port { reader: reader.to_string_lossy().into_owned(), card: Box::new(card) })
        });
        Ok(ports.collect())
    }
}
