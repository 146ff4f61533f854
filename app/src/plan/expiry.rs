//! When keys expire.

use std::fmt;

use super::error::{Allowed, PlanError, field};

/// When the keys expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// Never.
    Never,
    /// This many years after they were made, 1 to 30.
    Years(u8),
}

impl Expiry {
    /// What an owner is offered; a plan that was written elsewhere may say another number of years.
    pub const OFFERED: [Expiry; 6] = [
        Expiry::Years(1),
        Expiry::Years(2),
        Expiry::Years(3),
        Expiry::Years(5),
        Expiry::Years(10),
        Expiry::Never,
    ];

    pub(super) fn parse(text: &str) -> Result<Self, PlanError> {
        let years = || {
            let (number, unit) = text.split_once(' ')?;
            let years = number.parse().ok().filter(|n| (1..=30).contains(n))?;
            matches!(unit, "year" | "years").then_some(Expiry::Years(years))
        };
        match text {
            "never" => Ok(Expiry::Never),
            _ => years().ok_or_else(|| field("expiry", text, Allowed::Expiry)),
        }
    }
}

impl fmt::Display for Expiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expiry::Never => f.write_str("never"),
            Expiry::Years(1) => f.write_str("1 year"),
            Expiry::Years(n) => write!(f, "{n} years"),
        }
    }
}
