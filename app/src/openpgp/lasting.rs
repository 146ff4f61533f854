//! What was sealed once opens for ever: the view of a certificate that no clock and no policy's cut-off date
//! changes.
//!
//! Whether a key is still safe enough is asked when it is made or imported. Years later the owner wants it back,
//! whatever has become of its algorithm: refusing it then protects nobody. And a clock that stands still, or that
//! somebody set to the year in which the battery was new, must not make a key look as if it did not exist yet.

use std::time::{Duration, SystemTime};

use openpgp::Cert;
use openpgp::packet::signature::subpacket::SubpacketTag;
use openpgp::policy::StandardPolicy;
use sequoia_openpgp as openpgp;

use super::view::{NOTATIONS, View};
use super::words;

/// Before any of the library's cut-off dates: MD5's, the first of them, is in 1997.
const BEFORE_ALL: Duration = Duration::from_secs(20 * 365 * 86_400);

/// What GnuPG does not know if it is critical (`can_handle_critical`), and the library does.
const STRANGE: [SubpacketTag; 2] = [SubpacketTag::KeyServerPreferences, SubpacketTag::SignersUserID];

/// Clocks differ by hours where nobody said which time zone it is.
pub(super) const A_DAY: Duration = Duration::from_secs(86_400);

impl View {
    /// As its owner made it: for a key that comes from a backup, or stands beside one. Of its own signatures the
    /// newest counts, even if the clock says that it has not been made yet.
    pub(super) fn lasting(cert: &Cert) -> Self {
        View { policy: policy(), time: newest(cert).max(SystemTime::now()) }
    }
}

fn policy() -> StandardPolicy<'static> {
    let mut policy = StandardPolicy::at(SystemTime::UNIX_EPOCH + BEFORE_ALL);
    policy.good_critical_notations(NOTATIONS);
    STRANGE.iter().for_each(|tag| policy.reject_critical_subpacket(*tag));
    policy
}

/// The newest that is said in it.
pub(super) fn newest(cert: &Cert) -> SystemTime {
    words::newest(cert, &policy())
}
