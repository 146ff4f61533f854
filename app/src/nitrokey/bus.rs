//! Where Nitrokeys are plugged in: PC/SC, in tests also a virtual bus.

use std::ffi::CString;
use std::time::Duration;

use card_backend::CardBackend;
use card_backend_pcsc::PcscBackend;
use pcsc::{Context, ReaderState, Scope, ShareMode, State};

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

    /// Every reader with a card, without touching the card: the reader's name, and a number that is
    /// another one when the card was pulled out meanwhile. Cheap enough to ask twice a second.
    ///
    /// # Errors
    /// [`NitrokeyError::NoService`].
    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError>;
}

/// `pcscd`.
#[derive(Debug, Clone, Copy, Default)]
pub struct PcscBus;

impl Bus for PcscBus {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let service = |e: pcsc::Error| NitrokeyError::NoService(e.to_string());
        let context = Context::establish(Scope::User).map_err(service)?;
        let ports = readers(&context).map_err(service)?.into_iter().filter_map(|reader| {
            // A reader without a card, or one that was pulled out just now, is none.
            let card = PcscBackend::from_pcsc_reader(&context, &reader, Some(ShareMode::Shared)).ok()?;
            Some(Port { reader: reader.to_string_lossy().into_owned(), card: Box::new(card) })
        });
        Ok(ports.collect())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        let service = |e: pcsc::Error| NitrokeyError::NoService(e.to_string());
        let context = Context::establish(Scope::User).map_err(service)?;
        let readers = readers(&context).map_err(service)?;
        let mut states: Vec<_> =
            readers.into_iter().map(|reader| ReaderState::new(reader, State::UNAWARE)).collect();
        if !states.is_empty() {
            // Nobody waits: the state of now is told at once (SCardGetStatusChange).
            context.get_status_change(Duration::ZERO, &mut states).map_err(service)?;
        }
        let present = states.iter().filter(|state| state.event_state().contains(State::PRESENT));
        Ok(present.map(|s| (s.name().to_string_lossy().into_owned(), s.event_count())).collect())
    }
}

fn readers(context: &Context) -> Result<Vec<CString>, pcsc::Error> {
    match context.list_readers_owned() {
        Err(pcsc::Error::NoReadersAvailable) => Ok(Vec::new()),
        readers => readers,
    }
}
