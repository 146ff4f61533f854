//! What a bundle says of itself, before any card has proven it: enough to tell which of two was made from the other.

use sequoia_openpgp::Cert;

use super::CeremonyError;
use crate::backup::{Manifest, Moment, SetId, bundle, id_of};
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
    /// The first bytes of the sealed backup's SHA-256.
    pub id: [u8; 4],
    /// Those that it was made from, by theirs.
    pub before: Vec<[u8; 4]>,
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
        let Manifest { fingerprint, set, sealing, moment, sealed_backup_sha256, before, .. } =
            manifest.clone();
        Claim { fingerprint, set, sealing, moment, id: id_of(sealed_backup_sha256), before }
    }

    /// Whether the other one was made from it, whatever clocks say. Of two that were made apart none is; nor of two that
    /// each name the other, or where a set's numbers go backwards: one of those lies. One that names none at all goes by
    /// its set's numbers.
    pub fn is_older_than(&self, other: &Claim) -> bool {
        let is_one_set = self.set == other.set;
        let is_named = match other.before.is_empty() {
            true => is_one_set,
            false => other.before.contains(&self.id) && !self.before.contains(&other.id),
        };
        let counts_on = !is_one_set || self.sealing < other.sealing;
        is_named && counts_on && self.fingerprint == other.fingerprint
    }

    /// Whether the other one is of the same keys, and none of the two was made from the other.
    pub fn is_apart_from(&self, other: &Claim) -> bool {
        let is_one_line = self.id == other.id || self.is_older_than(other) || other.is_older_than(self);
        !is_one_line && self.fingerprint == other.fingerprint
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
    fn what_was_made_from_it_is_newer_and_nothing_else() {
        let of_set = |set: &str, fingerprint: &str, sealing, year: u16, (id, before): (u8, &[u8])| Claim {
            fingerprint: fingerprint.into(),
            set: SetId::parse(set).unwrap(),
            sealing,
            moment: Moment::parse(&format!("{year}-01-01T12:00:00Z")).unwrap(),
            id: [id; 4],
            before: before.iter().map(|id| [*id; 4]).collect(),
        };
        let claim =
            |fingerprint: &str, sealing, year, ids| of_set("0011AABB", fingerprint, sealing, year, ids);
        let one = claim("A", 2, 2026, (2, &[1]));
        for (other, is_older) in [
            (claim("A", 3, 2026, (3, &[1, 2])), true),
            // A clock that was behind, and cards that are new.
            (of_set("CCDDEEFF", "A", 1, 2020, (3, &[1, 2])), true),
            // It names none: the numbers of its set tell.
            (claim("A", 3, 2027, (3, &[])), true),
            (of_set("CCDDEEFF", "A", 3, 2027, (3, &[])), false),
            // An old one that was signed again, to pass for today's.
            (claim("A", 1, 2025, (1, &[2])), false),
            (of_set("CCDDEEFF", "A", 9, 2030, (1, &[2])), false),
            // It was made from the one before, too.
            (claim("A", 2, 2027, (3, &[1])), false),
            (claim("A", 3, 2027, (4, &[1, 3])), false),
            (claim("A", 2, 2026, (2, &[1])), false),
            (claim("A", 1, 2025, (1, &[])), false),
            // Somebody else's tells nothing.
            (claim("B", 3, 2027, (3, &[1, 2])), false),
        ] {
            assert_eq!(one.is_older_than(&other), is_older, "{other:?}");
        }
    }
}
