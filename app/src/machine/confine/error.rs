//! Why a process is not confined.

use std::io;

/// Why a process is not confined as it should be.
#[derive(Debug, thiserror::Error)]
pub enum ConfineError {
    /// This kernel has no Landlock, or one that is too old. What it has was used.
    #[error("the kernel's Landlock is off, or too old, to keep all files from it")]
    TooOld,
    /// Landlock does not take what it is told.
    #[error("files cannot be kept from it: {0}")]
    Files(#[from] landlock::RulesetError),
    /// A file that it needs is not there.
    #[error("a file that it needs is not there: {0}")]
    Missing(#[from] landlock::PathFdError),
    /// This kernel has no seccomp filters, or this processor has other numbers for its calls.
    #[error("the kernel's calls cannot be kept from it: {0}")]
    Calls(#[from] seccompiler::Error),
    /// What else the system refuses.
    #[error("the system does not confine it: {0}")]
    System(#[from] io::Error),
}
