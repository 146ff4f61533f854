//! How a certificate is looked at.

use std::time::SystemTime;

use sequoia_openpgp::policy::StandardPolicy;

/// By which rules, and as of which time, a certificate is read.
pub(super) struct View {
    pub policy: StandardPolicy<'static>,
    pub time: SystemTime,
}
