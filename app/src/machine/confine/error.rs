//! Why a process is not confined.

use std::io;

/// Why a process is not confined as it should be.
#[derive(Debug, thiserror::Error)]
pub enum ConfineError {
    /// This kernel has no Landlock, or one that is too old. What it has was used.
    #[error("Landlock off or too old")]
    TooOld,
    /// Landlock does not take what it is told.
    #[error("files not confined: {0}")]
    Files(#[from] landlock::RulesetError),
    /// A file that it needs is not there.
    #[error("file not there: {0}")]
    Missing(#[from] landlock::PathFdError),
    /// This kernel has no seccomp filters, or this processor has other numbers for its calls.
    #[error("calls not confined: {0}")]
    Calls(#[from] seccompiler::Error),
    /// What else the system refuses.
    #[error("not confined: {0}")]
    System(#[from] io::Error),
}
