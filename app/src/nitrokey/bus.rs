//! Where Nitrokeys are plugged in: PC/SC, in tests also a virtual bus.

use std::ffi::CString;
use std::time::Duration;

use card_backend::{CardBackend, SmartcardError};
use card_backend_pcsc::PcscBackend;
use pcsc::{Context, Disposition, Error, Protocols, ReaderState, Scope, ShareMode, State};

use super::NitrokeyError;
use super::checked_answers::{CheckedCard, Unreadable, caught};
use crate::language::shown::plain;

/// A card, no application selected.
pub type AnyCard = Box<dyn CardBackend + Send + Sync>;

/// A reader, perhaps with a card in it. It is opened by who is ready to wait: a card may never answer.
pub struct Port {
    reader: String,
    open: Box<dyn FnOnce() -> Result<AnyCard, SmartcardError> + Send>,
}

impl Port {
    /// A reader of this name, and what opens the card in it.
    pub fn new(
        reader: impl Into<String>,
        open: impl FnOnce() -> Result<AnyCard, SmartcardError> + Send + 'static,
    ) -> Self {
        Port { reader: reader.into(), open: Box::new(open) }
    }

    /// The reader's name, as it may be shown.
    pub(super) fn name(&self) -> String {
        plain(&self.reader, CheckedCard::NAME)
    }

    /// Opens it; nobody has the card but with its answers checked. `None`: there is none, or it was pulled out just now.
    pub(super) fn open(self) -> Result<Option<CheckedCard>, Unreadable> {
        let Port { reader, open } = self;
        Ok(caught(open)?.ok().map(|card| CheckedCard::new(&reader, card)))
    }
}

/// All that is plugged in.
pub trait Bus {
    /// Every reader, each time anew.
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

    /// Takes the power from the card in this reader and gives it back, as if it was pulled out and put back: what it
    /// keeps in its RAM alone is gone. A reader that is gone is no error: who looks for the card then says so.
    ///
    /// # Errors
    /// [`NitrokeyError::NoService`], or [`NitrokeyError::Unreadable`] if the card does not come back.
    fn power_cycle(&self, reader: &str) -> Result<(), NitrokeyError>;

    /// How long a card may take to say who it is. A slow one does it within a second or two, a slow computer in
    /// some more.
    fn patience(&self) -> Duration {
        Duration::from_secs(20)
    }
}

/// `pcscd`.
#[derive(Debug, Clone, Copy, Default)]
pub struct PcscBus;

impl Bus for PcscBus {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let service = |e: pcsc::Error| NitrokeyError::NoService(e.to_string());
        let context = Context::establish(Scope::User).map_err(service)?;
        let ports = readers(&context).map_err(service)?.into_iter().map(|reader| {
            Port::new(reader.to_string_lossy().into_owned(), move || {
                // One of its own: PC/SC does one thing after the other for each, and a card may never answer.
                let context = Context::establish(Scope::User)
                    .map_err(|error| SmartcardError::ContextError(error.to_string()))?;
                let card = PcscBackend::from_pcsc_reader(&context, &reader, Some(ShareMode::Shared))?;
                Ok(Box::new(card) as AnyCard)
            })
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

    fn power_cycle(&self, reader: &str) -> Result<(), NitrokeyError> {
        let service = |e: pcsc::Error| NitrokeyError::NoService(e.to_string());
        let context = Context::establish(Scope::User).map_err(service)?;
        let named = |name: &CString| plain(&name.to_string_lossy(), CheckedCard::NAME) == reader;
        let Some(name) = readers(&context).map_err(service)?.into_iter().find(named) else { return Ok(()) };
        let cycled = context.connect(&name, ShareMode::Shared, Protocols::ANY).and_then(|mut card| {
            // SCardReconnect: power off, then on. A connection of its own, because the card library hides its own.
            card.reconnect(ShareMode::Shared, Protocols::ANY, Disposition::UnpowerCard)?;
            card.disconnect(Disposition::LeaveCard).map_err(|(_, error)| error)
        });
        match cycled {
            Ok(())
            | Err(
                Error::NoSmartcard | Error::RemovedCard | Error::ReaderUnavailable | Error::UnknownReader,
            ) => Ok(()),
            Err(_) => Err(NitrokeyError::Unreadable { reader: reader.into(), cause: Unreadable::Silent }),
        }
    }
}

fn readers(context: &Context) -> Result<Vec<CString>, pcsc::Error> {
    match context.list_readers_owned() {
        Err(pcsc::Error::NoReadersAvailable) => Ok(Vec::new()),
        readers => readers,
    }
}
