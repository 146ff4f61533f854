//! Which of trussed's backends answers which request of opcard's. The Nitrokey 3's own runner has the
//! same order, with its secure element in front.

use trussed::{
    backend::{Backend as _, BackendId},
    platform::Platform,
    serde_extensions::{ExtensionDispatch, ExtensionId, ExtensionImpl},
    service::ServiceResources,
    types::Context,
};
use trussed_auth::AuthExtension;
use trussed_auth_backend::{AuthBackend, AuthContext, FilesystemLayout, MAX_HW_KEY_LEN};
use trussed_chunked::ChunkedExtension;
use trussed_core::{
    Error,
    api::{Reply, Request, reply, request},
    types::{Bytes, Location},
};
use trussed_rsa_alloc::SoftwareRsa;
use trussed_staging::{StagingBackend, StagingContext};
use trussed_wrap_key_to_file::WrapKeyToFileExtension;

/// Asked in this order.
pub(crate) const BACKENDS: &[BackendId<Backend>] = &[
    BackendId::Custom(Backend::Staging),
    BackendId::Custom(Backend::Auth),
    BackendId::Custom(Backend::Rsa),
    BackendId::Core,
];

#[derive(Clone, Copy, Debug)]
pub(crate) enum Backend {
    Staging,
    Auth,
    Rsa,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Extension {
    Auth,
    WrapKeyToFile,
    Chunked,
}

impl From<Extension> for u8 {
    fn from(extension: Extension) -> u8 {
        extension as u8
    }
}

impl TryFrom<u8> for Extension {
    type Error = Error;

    fn try_from(id: u8) -> Result<Self, Error> {
        [Self::Auth, Self::WrapKeyToFile, Self::Chunked]
            .get(usize::from(id))
            .copied()
            .ok_or(Error::InternalError)
    }
}

pub(crate) struct Dispatch {
    auth: AuthBackend,
    staging: StagingBackend,
}

#[derive(Default)]
pub(crate) struct BackendContext {
    auth: AuthContext,
    staging: StagingContext,
}

impl Dispatch {
    /// `hardware_key` is what a real key has burnt in and mixes into its PINs.
    pub(crate) fn new(hardware_key: Bytes<MAX_HW_KEY_LEN>) -> Self {
        let location = Location::Internal;
        Self {
            auth: AuthBackend::with_hw_key(location, hardware_key, FilesystemLayout::V0),
            staging: StagingBackend::new(),
        }
    }
}

impl ExtensionDispatch for Dispatch {
    type BackendId = Backend;
    type Context = BackendContext;
    type ExtensionId = Extension;

    fn core_request<P: Platform>(
        &mut self,
        backend: &Backend,
        context: &mut Context<BackendContext>,
        request: &Request,
        resources: &mut ServiceResources<P>,
    ) -> Result<Reply, Error> {
        let (core, own) = (&mut context.core, &mut context.backends);
        match backend {
            Backend::Auth => self.auth.request(core, &mut own.auth, request, resources),
            Backend::Staging => self.staging.request(core, &mut own.staging, request, resources),
            Backend::Rsa => SoftwareRsa.request(core, &mut (), request, resources),
        }
    }

    fn extension_request<P: Platform>(
        &mut self,
        backend: &Backend,
        extension: &Extension,
        context: &mut Context<BackendContext>,
        request: &request::SerdeExtension,
        resources: &mut ServiceResources<P>,
    ) -> Result<reply::SerdeExtension, Error> {
        let (core, own) = (&mut context.core, &mut context.backends);
        let staging = &mut self.staging;
        match (backend, extension) {
            (Backend::Auth, Extension::Auth) => {
                self.auth.extension_request_serialized(core, &mut own.auth, request, resources)
            }
            (Backend::Staging, Extension::WrapKeyToFile) => {
                ExtensionImpl::<WrapKeyToFileExtension>::extension_request_serialized(
                    staging,
                    core,
                    &mut own.staging,
                    request,
                    resources,
                )
            }
            (Backend::Staging, Extension::Chunked) => {
                ExtensionImpl::<ChunkedExtension>::extension_request_serialized(
                    staging,
                    core,
                    &mut own.staging,
                    request,
                    resources,
                )
            }
            _ => Err(Error::RequestNotAvailable),
        }
    }
}

impl ExtensionId<AuthExtension> for Dispatch {
    type Id = Extension;
    const ID: Extension = Extension::Auth;
}

impl ExtensionId<WrapKeyToFileExtension> for Dispatch {
    type Id = Extension;
    const ID: Extension = Extension::WrapKeyToFile;
}

impl ExtensionId<ChunkedExtension> for Dispatch {
    type Id = Extension;
    const ID: Extension = Extension::Chunked;
}
