use std::{io, path::PathBuf};

/// Why a virtual key gave no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The key is not plugged in.
    #[error("the virtual key is not plugged in; plug it in again")]
    Unplugged,
    /// The command was lost on its way, as [`Fault::Drop`](crate::Fault::Drop) asked for.
    #[error("the virtual key gave no answer to this command; it is still plugged in")]
    NoAnswer,
    /// The firmware panicked. Its message is on standard error.
    #[error("the firmware of the virtual key crashed; plug the key in again")]
    Crashed,
    /// The file that holds a key's state cannot be read or written.
    #[error("the state file {} of a virtual key cannot be used", path.display())]
    State {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is there but holds no virtual key.
    #[error("{} is not the state of a virtual key; remove it or name another file", .0.display())]
    NotAState(PathBuf),
    /// The firmware did not come up.
    #[error("the firmware of the virtual key did not start: {0}")]
    Start(String),
}
