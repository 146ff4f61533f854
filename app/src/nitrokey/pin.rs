//! Which of a card's PINs.

use std::fmt;

/// Which PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// PW1.
    User,
    /// PW3.
    Admin,
    /// RC.
    ResetCode,
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Pin::User => "user PIN",
            Pin::Admin => "admin PIN",
            Pin::ResetCode => "reset code",
        })
    }
}
