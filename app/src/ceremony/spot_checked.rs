//! Beside a rehearsal from paper: what a spot check of the cards is worth, and the owner's yes to it.

use super::may_write::{Enough, MayWrite};
use super::{CeremonyError, HowRead, Proven, Rehearsed};
use crate::language::Texts;

/// The sealed backup is proven, but with shares as they were printed: fewer than k cards were read whole.
///
/// That is no rehearsal from paper,
///
/// ```compile_fail,E0277
/// # use coldspare::ceremony::{Rehearsed, SpotChecked};
/// # fn from_paper(spot_checked: SpotChecked) -> Rehearsed {
/// spot_checked.into()
/// # }
/// ```
///
/// and it writes no Nitrokey
///
/// ```compile_fail,E0599
/// # use coldspare::ceremony::SpotChecked;
/// # use coldspare::nitrokey::{Bus, Erase, Unlock};
/// # use coldspare::pins::Pins;
/// # use coldspare::plan::Role;
/// # fn write(mut spot_checked: SpotChecked, bus: &dyn Bus, erase: &Erase, pins: &Pins, start: &Unlock) {
/// spot_checked.flash(bus, erase, &Role::Primary, pins, start, &mut |_| ());
/// # }
/// ```
///
/// before the owner has agreed to what it means, which cannot be made up either:
///
/// ```compile_fail,E0451
/// # use coldspare::ceremony::{Agreed, Ready, SpotChecked};
/// # fn unasked(spot_checked: SpotChecked) -> Option<Ready> {
/// let agreed = Agreed { sealed_backup: spot_checked.sealed_backup() };
/// spot_checked.accept(agreed).ok()
/// # }
/// ```
pub type SpotChecked = Proven<AsPrinted>;

/// Proven one way or the other, and the owner knows which: what writes Nitrokeys in a flow.
pub type Ready = Proven<Settled>;

/// Shares as they were printed opened the sealed backup; how the cards were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsPrinted(pub(super) HowRead);

/// How the cards were read, if the owner said yes to a spot check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled(Option<HowRead>);

/// The owner's yes to one spot check. It comes with the words that say what it means.
#[derive(Debug)]
pub struct Agreed {
    sealed_backup: [u8; 32],
}

impl Enough for Settled {}
impl MayWrite for Settled {}

impl HowRead {
    /// What it means if too few cards were read whole.
    pub fn warning(&self, texts: &Texts) -> String {
        let HowRead { needed, whole, spot_checked } = self;
        let cards = whole.len() + spot_checked.len();
        let values = [("whole", whole.len().into()), ("cards", cards.into()), ("needed", (*needed).into())];
        texts.say(key!("spot-check-only-warning"), &values)
    }
}

impl SpotChecked {
    /// How the cards were read.
    pub fn how(&self) -> &HowRead {
        &self.paper.0
    }

    /// What it means that nobody read enough cards whole; and the yes to it, once the owner has read that.
    pub fn warned(&self, texts: &Texts) -> (String, Agreed) {
        (self.how().warning(texts), Agreed { sealed_backup: self.sealed_backup() })
    }

    /// Goes on with it, after the owner's yes.
    ///
    /// # Errors
    /// [`CeremonyError::OtherBackup`] if the yes was to another one.
    pub fn accept(self, agreed: Agreed) -> Result<Ready, CeremonyError> {
        if agreed.sealed_backup != self.sealed_backup() {
            return Err(CeremonyError::OtherBackup);
        }
        let how = self.how().clone();
        Ok(self.with(Settled(Some(how))))
    }
}

impl Ready {
    /// How the cards were read, if they were spot-checked; `None`: it was proven from paper.
    pub fn spot_checked(&self) -> Option<&HowRead> {
        self.paper.0.as_ref()
    }
}

impl From<Rehearsed> for Ready {
    fn from(rehearsed: Rehearsed) -> Self {
        rehearsed.with(Settled(None))
    }
}
