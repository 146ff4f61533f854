//! What a bundle says of itself, before any card has proven it: enough to tell the newer of two.

use sequoia_openpgp::Cert;

use super::CeremonyError;
use crate::backup::{Manifest, Moment, SealingRecord, SetId, bundle};
use crate::limits::FileKind;
use crate::machine::stick::folder::{Stick, read_file};
use crate::openpgp::{Signed, read_public, read_signed};

/// What the manifest of a bundle says, which its public key has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Whose keys.
    pub fingerprint: String,
    /// For which cards.
    pub set: SetId,
    /// Which sealing of that set.
    pub sealing: u32,
    /// When that was.
    pub moment: Moment,
}

impl Claim {
    /// Reads it.
    ///
    /// # Errors
    /// [`CeremonyError`] names the file at fault.
    pub fn read(stick: &dyn Stick, folder: &str) -> Result<Self, CeremonyError> {
        let (_, _, manifest) = listed(stick, folder)?;
        Ok(Claim::of(&manifest))
    }

    pub(super) fn of(manifest: &Manifest) -> Self {
        let Manifest { fingerprint, set, sealing, moment, .. } = manifest;
        Claim { fingerprint: fingerprint.clone(), set: *set, sealing: *sealing, moment: *moment }
    }

    /// What a backup says of itself, once cards have opened it.
    pub(super) fn inside(fingerprint: String, inside: SealingRecord) -> Self {
        let SealingRecord { set, number, moment, .. } = inside;
        Claim { fingerprint, set, sealing: number, moment }
    }

    /// Whether the other one is of the same keys, and newer: of one set a later sealing, whatever any clock has said.
    pub fn is_older_than(&self, other: &Claim) -> bool {
        let is_older = match self.set == other.set {
            true => (self.sealing, self.moment) < (other.sealing, other.moment),
            false => self.moment < other.moment,
        };
        is_older && self.fingerprint == other.fingerprint
    }
}

/// A bundle's public key, and its manifest that is signed by it.
pub(super) fn listed(stick: &dyn Stick, folder: &str) -> Result<(Cert, Signed, Manifest), CeremonyError> {
    let file = |name: &str, kind| read_file(stick, &format!("{folder}/{name}"), kind);
    let cert = read_public(&file(bundle::PUBLIC_KEY, FileKind::PublicKey)?)
        .map_err(|e| CeremonyError::PublicKey(e.to_string()))?;
    let signed = read_signed(&cert, &file(bundle::MANIFEST, FileKind::Manifest)?)?;
    let manifest = Manifest::from_toml(&signed.text)?;
    if manifest.fingerprint != cert.fingerprint().to_hex() {
        return Err(CeremonyError::Tampered { file: bundle::PUBLIC_KEY, other: bundle::MANIFEST });
    }
    Ok((cert, signed, manifest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_set_the_number_counts_and_of_two_the_moment() {
        let claim = |fingerprint: &str, set: &str, sealing, year: u16| Claim {
            fingerprint: fingerprint.into(),
            set: SetId::parse(set).unwrap(),
            sealing,
            moment: Moment::parse(&format!("{year}-01-01T12:00:00Z")).unwrap(),
        };
        let one = claim("A", "0011AABB", 1, 2026);
        for (other, is_older) in [
            (claim("A", "0011AABB", 2, 2026), true),
            // A clock that was behind.
            (claim("A", "0011AABB", 2, 2020), true),
            (claim("A", "0011AABB", 1, 2027), true),
            (claim("A", "0011AABB", 1, 2026), false),
            (claim("A", "CCDDEEFF", 1, 2027), true),
            (claim("A", "CCDDEEFF", 9, 2025), false),
            // Somebody else's tells nothing.
            (claim("B", "0011AABB", 2, 2027), false),
        ] {
            assert_eq!(one.is_older_than(&other), is_older, "{other:?}");
        }
    }
}
