//! What it takes to write keys to a file.

use secrecy::SecretString;

use crate::ceremony::Ready;
use crate::openpgp::Subkeys;

/// How far that is.
#[derive(Default)]
pub(in crate::tui) struct Exporting {
    /// What protects the keys that are written to a stick.
    pub(super) passphrase: Option<SecretString>,
    /// The folder and the stick where they are now.
    pub(super) exported: Option<(String, String)>,
}

/// A flow that writes keys to a file.
pub(in crate::tui) trait Exports {
    /// How far that is.
    fn exporting(&self) -> &Exporting;
    /// The same, to go on.
    fn exporting_mut(&mut self) -> &mut Exporting;
    /// Which subkeys are written, if they are without the primary key.
    fn only_subkeys(&self) -> Option<Subkeys> {
        None
    }
    /// The keys.
    fn keys(&self) -> Option<&Ready>;
    /// Their place: while they are written they are not there.
    fn keys_mut(&mut self) -> &mut Option<Ready>;
}
