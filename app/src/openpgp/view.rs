//! How a certificate is looked at.

use std::time::SystemTime;

use sequoia_openpgp::policy::StandardPolicy;

/// Notations that GnuPG takes for known if they are critical (`can_handle_critical_notation`): PGP Desktop wrote them.
pub(super) const NOTATIONS: &[&str] = &["preferred-email-encoding@pgp.com"];

/// By which rules, and as of which time, a certificate is read.
pub(super) struct View {
    pub policy: StandardPolicy<'static>,
    pub time: SystemTime,
}
