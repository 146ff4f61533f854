use super::{RedirBus, protocol::Packet, state::State};
use std::{
    fmt::Display,
    io,
    net::Shutdown,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};
use usb_device::{
    LangID,
    bus::UsbBusAllocator,
    device::{StringDescriptors, UsbDevice, UsbDeviceBuilder, UsbVidPid},
};

/// QEMU may still be starting, or starting again.
const BETWEEN_TRIES: Duration = Duration::from_millis(100);
/// Of the control endpoint, at full speed.
const CONTROL_PACKET_SIZE: u8 = 64;

/// A device cannot be plugged in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RedirError {
    /// The system has no thread left.
    #[error("no thread for a virtual USB device could be started")]
    Thread(#[source] io::Error),
    /// Its descriptors are beyond what `usb-device` has room for.
    #[error("the descriptors of a virtual USB device are not possible: {0}")]
    Descriptors(String),
}

/// What a USB device says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// `idVendor`.
    pub vendor: u16,
    /// `idProduct`.
    pub product: u16,
    /// `bcdDevice`.
    pub release: u16,
    /// Class, subclass and protocol of the device; zeros if its interfaces say what it is for.
    pub class: [u8; 3],
    /// Those of each of its interfaces, from number 0 on.
    pub interfaces: &'static [[u8; 3]],
    /// `iManufacturer`.
    pub manufacturer: String,
    /// `iProduct`.
    pub name: String,
    /// `iSerialNumber`.
    pub serial: String,
}

#[derive(Default)]
pub(super) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    // A thread that panicked ends its device; what it leaves is thrown away with the next attach.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self) {
        self.state().news = true;
        self.changed.notify_all();
    }
}

/// A port of the emulated computer, at the end of a socket where QEMU listens.
pub struct Port {
    shared: Arc<Shared>,
    link: Option<JoinHandle<()>>,
}

impl Port {
    /// The port behind this socket. It need not be there yet, and it may go and come.
    ///
    /// # Errors
    /// [`RedirError::Thread`].
    pub fn new(socket: &Path) -> Result<Self, RedirError> {
        let shared = Arc::new(Shared::default());
        let link = {
            let (shared, socket) = (Arc::clone(&shared), PathBuf::from(socket));
            thread::Builder::new()
                .name("usbredir".into())
                .spawn(move || keep_connected(&shared, &socket))
                .map_err(RedirError::Thread)?
        };
        Ok(Self { shared, link: Some(link) })
    }

    /// For a new device, which may allocate endpoints; the one before is out.
    pub fn allocator(&self) -> UsbBusAllocator<RedirBus> {
        self.shared.state().clear();
        UsbBusAllocator::new(RedirBus(Arc::clone(&self.shared)))
    }

    /// Plugs in the device whose classes have allocated what they need.
    ///
    /// # Errors
    /// [`RedirError::Descriptors`].
    pub fn attach<'a>(
        &self,
        allocator: &'a UsbBusAllocator<RedirBus>,
        identity: &'a Identity,
    ) -> Result<UsbDevice<'a, RedirBus>, RedirError> {
        let strings = StringDescriptors::new(LangID::EN_US)
            .manufacturer(&identity.manufacturer)
            .product(&identity.name)
            .serial_number(&identity.serial);
        let impossible = |error| RedirError::Descriptors(format!("{error:?}"));
        let [class, subclass, protocol] = identity.class;
        let device = UsbDeviceBuilder::new(allocator, UsbVidPid(identity.vendor, identity.product))
            .strings(&[strings])
            .map_err(impossible)?
            .max_packet_size_0(CONTROL_PACKET_SIZE)
            .map_err(impossible)?
            .device_class(class)
            .device_sub_class(subclass)
            .device_protocol(protocol)
            .device_release(identity.release)
            .build();
        self.shared.state().attach(identity);
        Ok(device)
    }

    /// Pulls the device out.
    pub fn detach(&self) {
        self.shared.state().detach();
    }

    /// Whether the device still has power: it has none when the emulated computer has gone, and none
    /// after [`Waker::close`].
    pub fn is_connected(&self) -> bool {
        self.shared.state().is_connected()
    }

    /// Waits until the device is wanted or [`Waker::wake`] is called, but not longer than this.
    pub fn wait(&self, at_most: Duration) {
        let waited =
            self.shared.changed.wait_timeout_while(self.shared.state(), at_most, |state| !state.news);
        waited.unwrap_or_else(PoisonError::into_inner).0.news = false;
    }

    /// Ends a [`wait`](Self::wait) from another thread.
    pub fn waker(&self) -> Waker {
        Waker(Arc::clone(&self.shared))
    }

    /// Whether [`Waker::close`] was called.
    pub fn is_closed(&self) -> bool {
        self.shared.state().over
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.detach();
        self.waker().close();
        if let Some(link) = self.link.take() {
            // It panics nowhere; and if it did, there is nobody to tell.
            let _ = link.join();
        }
    }
}

/// Wakes a [`Port`] that waits.
#[derive(Clone)]
pub struct Waker(Arc<Shared>);

impl Waker {
    /// Something has happened that the device's loop should look at.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// The device is to leave its port for good.
    pub fn close(&self) {
        let mut state = self.0.state();
        state.over = true;
        state.hang_up();
        drop(state);
        self.0.wake();
    }
}

/// A device that a thread of its own keeps in a port. Dropping this takes it out.
pub struct Plugged {
    waker: Waker,
    works: Option<JoinHandle<()>>,
}

impl Plugged {
    /// Brings a device to the port behind QEMU's socket, which need not be there yet. `work` is what it does
    /// from one time that it gets power until it loses it, and is called again and again unless it fails.
    ///
    /// # Errors
    /// [`RedirError::Thread`].
    pub fn start<E: Display>(
        name: &str,
        socket: &Path,
        mut work: impl FnMut(&Port) -> Result<(), E> + Send + 'static,
    ) -> Result<Self, RedirError> {
        let port = Port::new(socket)?;
        let waker = port.waker();
        let called = name.to_owned();
        let works = thread::Builder::new().name(name.into()).spawn(move || {
            while !port.is_closed() {
                if let Err(error) = work(&port) {
                    eprintln!("{called}: {error}");
                    return;
                }
            }
        });
        Ok(Self { waker, works: Some(works.map_err(RedirError::Thread)?) })
    }

    /// Wakes the device in its port.
    pub fn wake(&self) {
        self.waker.wake();
    }

    /// Waits until it is in its port no more, which happens only if something goes wrong.
    pub fn wait(mut self) {
        self.join();
    }

    fn join(&mut self) {
        if let Some(works) = self.works.take() {
            // It may have panicked; its message is on standard error.
            let _ = works.join();
        }
    }
}

impl Drop for Plugged {
    fn drop(&mut self) {
        self.waker.close();
        self.join();
    }
}

fn keep_connected(shared: &Shared, socket: &Path) {
    while !shared.state().over {
        if let Ok(stream) = UnixStream::connect(socket) {
            // Why it ended is seen at the other side; here it only begins anew.
            let _ = converse(shared, stream);
            shared.state().disconnected();
            shared.changed.notify_all();
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

fn converse(shared: &Shared, mut stream: UnixStream) -> io::Result<()> {
    shared.state().connected(stream.try_clone()?);
    loop {
        let packet = Packet::read(&mut stream)?;
        let taken = shared.state().packet(&packet);
        shared.changed.notify_all();
        if taken.is_err() {
            stream.shutdown(Shutdown::Both)?;
            return taken;
        }
    }
}
