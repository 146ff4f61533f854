use crate::{
    Error, Model,
    admin::{Admin, FirmwareVersion},
    dispatch::{BACKENDS, Backend, BackendContext, Dispatch},
    flash::Flash,
    personality::Personality,
    start::{Start, Wiring},
    touch::{Button, Panel},
    traits::Traits,
};
use apdu_dispatch::{
    app::App,
    dispatch::ApduDispatch,
    interchanges::{Channel, Data},
};
use littlefs2::{fs::Filesystem, io};
use opcard::{Card, Options};
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng as _;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
        mpsc,
    },
    thread,
};
use trussed::{
    ClientImplementation,
    pipe::{ServiceEndpoint, TrussedChannel},
    platform::{self, Syscall},
    service::Service,
    types::CoreContext,
    virt::Store,
};
use trussed_core::types::{Bytes, Location, PathBuf};

/// The firmware's own recursion and its big buffers live on the stack.
const STACK: usize = 16 << 20;
/// Any constant will do: it stands for what is burnt into a chip.
const HARDWARE_KEY: &[u8] = b"virtual hw key 0123456789abcdef";

/// What is soldered to the board, and stays when the power goes.
pub(crate) struct Board {
    pub(crate) model: Model,
    /// Changed by a [firmware update](crate::VirtualNitrokey::update_firmware).
    pub(crate) serial: AtomicU32,
    pub(crate) flash: Flash,
    pub(crate) button: Arc<Button>,
    pub(crate) version: Arc<FirmwareVersion>,
    /// See [`Personality`].
    pub(crate) unfiltered: Arc<AtomicBool>,
    pub(crate) wiring: Wiring,
    pub(crate) traits: Arc<Traits>,
}

impl Board {
    pub(crate) fn serial(&self) -> u32 {
        self.serial.load(Relaxed)
    }

    pub(crate) fn manufacturer(&self) -> u16 {
        self.traits.maker().unwrap_or_else(|| self.model.manufacturer())
    }
}

type Command = (Vec<u8>, mpsc::Sender<Vec<u8>>);

/// A firmware that is running. Dropping it cuts the power.
pub(crate) struct Firmware {
    commands: Option<mpsc::Sender<Command>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Firmware {
    /// Switches the power on.
    pub(crate) fn start(board: &Arc<Board>) -> Result<Self, Error> {
        let (commands, incoming) = mpsc::channel();
        let board = Arc::clone(board);
        let thread = thread::Builder::new()
            .name(format!("nitrokey {:08X}", board.serial()))
            .stack_size(STACK)
            .spawn(move || {
                // Whoever waits for an answer learns of a failure by the channel's end.
                if let Err(error) = boot(&board, &incoming) {
                    eprintln!("virtual key {:08X}: {error:?}", board.serial());
                }
            })
            .map_err(|error| Error::Start(error.to_string()))?;
        Ok(Self { commands: Some(commands), thread: Some(thread) })
    }

    /// One command, one answer.
    pub(crate) fn command(&self, apdu: &[u8]) -> Result<Vec<u8>, Error> {
        let (answer, answered) = mpsc::channel();
        let commands = self.commands.as_ref().ok_or(Error::Crashed)?;
        commands.send((apdu.to_vec(), answer)).map_err(|_| Error::Crashed)?;
        answered.recv().map_err(|_| Error::Crashed)
    }
}

impl Drop for Firmware {
    fn drop(&mut self) {
        self.commands = None;
        if let Some(thread) = self.thread.take() {
            // A panic was reported as `Error::Crashed` to whoever sent the command.
            let _ = thread.join();
        }
    }
}

/// Mounts the memory and serves commands until the power goes. Only the internal flash lasts.
fn boot(board: &Board, commands: &mpsc::Receiver<Command>) -> io::Result<()> {
    let mut internal = board.flash.clone();
    let (mut external, mut volatile) = (Flash::blank()?, Flash::blank()?);
    Filesystem::mount_and_then(&mut internal, |internal| {
        Filesystem::mount_and_then(&mut external, |external| {
            Filesystem::mount_and_then(&mut volatile, |volatile| {
                run(board, Store { internal, external, volatile }, commands)
            })
        })
    })
}

fn run(board: &Board, store: Store<'_>, commands: &mpsc::Receiver<Command>) -> io::Result<()> {
    let channel = TrussedChannel::new();
    let (requester, responder) = channel.split().ok_or(io::Error::IO)?;
    let client_id = PathBuf::try_from("opcard").map_err(|_| io::Error::IO)?;
    let kernel = Kernel {
        service: Service::with_dispatch(
            Platform { rng: ChaCha8Rng::from_entropy(), store, panel: Panel::new(Arc::clone(&board.button)) },
            Dispatch::new(Bytes::try_from(HARDWARE_KEY).map_err(|_| io::Error::IO)?),
        ),
        endpoints: [ServiceEndpoint::new(responder, CoreContext::new(client_id), BACKENDS)],
    };
    let client = ClientImplementation::<_, Dispatch>::new(requester, kernel, None);
    let card = Card::new(client, options(board));
    let mut card =
        Personality::new(card, board.model, Arc::clone(&board.unfiltered), Arc::clone(&board.traits));
    let mut admin =
        Admin::new(Arc::clone(&board.version), board.serial(), board.model == Model::Nitrokey3SecureElement);
    match board.model {
        Model::Nitrokey3 | Model::Nitrokey3SecureElement => serve(&mut [&mut card, &mut admin], commands),
        Model::Pro1 | Model::Pro2 => serve(&mut [&mut card], commands),
        Model::Start => serve(&mut [&mut Start::new(card, store, &board.wiring)], commands),
    }
}

fn options(board: &Board) -> Options {
    let mut options = Options::default();
    options.manufacturer = board.manufacturer().to_be_bytes();
    options.serial = board.serial().to_be_bytes();
    options.storage = Location::Internal;
    options.button_available = board.model.is_nitrokey3();
    options.allowed_imports = board.model.algorithms();
    options.allowed_generation = board.model.algorithms();
    options
}

fn serve(apps: &mut [&mut dyn App], commands: &mpsc::Receiver<Command>) -> io::Result<()> {
    let (contact, contactless) = (Channel::new(), Channel::new());
    let (mut requester, responder) = contact.split().ok_or(io::Error::IO)?;
    let (_, unused) = contactless.split().ok_or(io::Error::IO)?;
    let mut dispatch = ApduDispatch::new(responder, unused);
    for (apdu, answer) in commands {
        let reply = match Data::try_from(apdu.as_slice()) {
            Ok(data) => {
                requester.request(data).map_err(|_| io::Error::IO)?;
                dispatch.poll(apps);
                requester.take_response().ok_or(io::Error::IO)?.to_vec()
            }
            // Longer than the buffer of the device: wrong length (ISO 7816-4 § 5.1.3).
            Err(_) => vec![0x67, 0x00],
        };
        // Nobody is waiting any more: that is no concern of a card's.
        let _ = answer.send(reply);
    }
    Ok(())
}

/// trussed, called within the card's own thread. Its virtual platform has a second thread that looks
/// for requests every millisecond, which makes a card slow that asks for hundreds.
struct Kernel<'a> {
    service: Service<Platform<'a>, Dispatch>,
    endpoints: [ServiceEndpoint<'a, Backend, BackendContext>; 1],
}

impl Syscall for Kernel<'_> {
    fn syscall(&mut self) {
        self.service.process(&mut self.endpoints);
    }
}

struct Platform<'a> {
    rng: ChaCha8Rng,
    store: Store<'a>,
    panel: Panel,
}

impl<'a> platform::Platform for Platform<'a> {
    type R = ChaCha8Rng;
    type S = Store<'a>;
    type UI = Panel;

    fn rng(&mut self) -> &mut ChaCha8Rng {
        &mut self.rng
    }

    fn store(&self) -> Store<'a> {
        self.store
    }

    fn user_interface(&mut self) -> &mut Panel {
        &mut self.panel
    }
}
