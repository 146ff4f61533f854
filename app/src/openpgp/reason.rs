//! Why a key is revoked.

use sequoia_openpgp::types::ReasonForRevocation;

use crate::language::Key;

/// Why a key is revoked (RFC 9580 § 5.2.3.31), with the name of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Somebody else may have the secret key.
    Compromised,
    /// There is a new one.
    Superseded,
    /// It is no longer used.
    Retired,
    /// None is given.
    Unspecified,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 4] =
        [Reason::Compromised, Reason::Superseded, Reason::Retired, Reason::Unspecified];

    /// The file's name, without `.asc`.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Compromised => "compromised",
            Reason::Superseded => "superseded",
            Reason::Retired => "retired",
            Reason::Unspecified => "unspecified",
        }
    }

    /// How it is said of a key that is revoked.
    pub fn said(self) -> Key {
        match self {
            Reason::Compromised => key!("revoked-compromised"),
            Reason::Superseded => key!("revoked-superseded"),
            Reason::Retired => key!("revoked-retired"),
            Reason::Unspecified => key!("revoked-unspecified"),
        }
    }

    pub(super) fn code(self) -> ReasonForRevocation {
        match self {
            Reason::Compromised => ReasonForRevocation::KeyCompromised,
            Reason::Superseded => ReasonForRevocation::KeySuperseded,
            Reason::Retired => ReasonForRevocation::KeyRetired,
            Reason::Unspecified => ReasonForRevocation::Unspecified,
        }
    }
}
