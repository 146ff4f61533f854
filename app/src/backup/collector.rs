//! The codes of a backup sheet that have come so far, and the sealed backup that they give.

use std::collections::BTreeSet;

use super::field;
use super::parts::{BackupPart, PartError, Sealing};

/// So much is done at the most to find forged codes, in products of bytes: about a second's work. One forged code of the
/// largest sheet, whichever eight others are lost, takes no more.
const WORK: usize = 1 << 29;

/// The codes that have come so far: all of one sealed backup.
#[derive(Debug, Default)]
pub struct Collector(Vec<BackupPart>);

impl Collector {
    /// Takes one code, in any order; the same one twice does no harm. Returns how many more are needed.
    ///
    /// # Errors
    /// [`PartError`]; what was there before stays.
    pub fn add(&mut self, part: BackupPart) -> Result<usize, PartError> {
        self.0.first().map_or(Ok(()), |first| part.fits(first))?;
        match self.0.iter().find(|there| there.number == part.number) {
            Some(there) if *there != part => {
                return Err(PartError::Different { number: part.number, set: part.sealing.set });
            }
            Some(_) => {}
            None => self.0.push(part),
        }
        Ok(self.missing())
    }

    /// What they are a part of, once there is one.
    pub fn sealing(&self) -> Option<Sealing> {
        self.0.first().map(|part| part.sealing)
    }

    /// How many are there.
    pub fn there(&self) -> usize {
        self.0.len()
    }

    /// How many are needed together; 0 while there is none.
    pub fn needed(&self) -> usize {
        self.0.first().map_or(0, |part| part.needed.into())
    }

    /// How many more are needed, any. 0: enough.
    pub fn missing(&self) -> usize {
        self.needed().saturating_sub(self.there())
    }

    /// The numbers of those that are none of this sealed backup's, though they name it: they are forged. How it was cut
    /// into chunks the codes say themselves: another version, or another program, may have cut it otherwise.
    pub fn forged(&self, sealed: &[u8]) -> Vec<u8> {
        let Some(first) = self.0.first() else { return Vec::new() };
        let (needed, chunk) = (first.needed, first.bytes.len().max(1));
        let mut padded = sealed.to_vec();
        padded.resize(chunk * usize::from(needed), 0);
        let points: Vec<(u8, &[u8])> = (1..=needed).zip(padded.chunks(chunk)).collect();
        let is_forged = |part: &BackupPart| {
            let names_it = Sealing::of(part.sealing.set, part.sealing.number, sealed) == part.sealing;
            !names_it || part.length != sealed.len() || part.bytes != field::at(part.number, &points)
        };
        let forged = self.0.iter().filter(|part| is_forged(part)).map(|part| part.number);
        forged.collect::<BTreeSet<u8>>().into_iter().collect()
    }

    /// The sealed backup. If there are more codes than needed, some of them may be forgeries: one is left out in turn,
    /// then two, as far as that takes no time that anybody notices.
    ///
    /// # Errors
    /// [`PartError::TooFew`], [`PartError::Unfit`]; the codes stay.
    pub fn join(&self) -> Result<Vec<u8>, PartError> {
        self.join_within(WORK)
    }

    fn join_within(&self, work: usize) -> Result<Vec<u8>, PartError> {
        let missing = self.missing();
        let Some(first) = self.0.first().filter(|_| missing == 0) else {
            return Err(PartError::TooFew { missing: missing.max(usize::from(self.0.is_empty())) });
        };
        let Sealing { set, number, .. } = first.sealing;
        let mut left = work;
        let affordable = self.choices().map_while(|kept| {
            left = left.checked_sub(self.cost(&kept))?;
            Some(kept)
        });
        let mut sealed = affordable.map(|kept| first.joined(&kept));
        let found = sealed.find(|sealed| Sealing::of(set, number, sealed) == first.sealing);
        found.ok_or(PartError::Unfit(self.there()))
    }

    /// As many codes as are needed, others each time.
    fn choices(&self) -> impl Iterator<Item = Vec<(u8, &[u8])>> {
        let mut points: Vec<(u8, &[u8])> = self.0.iter().map(|part| (part.number, &part.bytes[..])).collect();
        points.sort_by_key(|(number, _)| *number);
        let needed = self.needed();
        choices(needed, points.len()).map(move |left_out| {
            let mut left_out = left_out.into_iter().peekable();
            let kept = points.iter().enumerate().filter(|(at, _)| left_out.next_if_eq(at).is_none());
            kept.map(|(_, point)| *point).take(needed).collect()
        })
    }

    /// What it costs to join these: the weights of all points (Lagrange) and the sum of their bytes, for each chunk that
    /// is not there; and all of it is copied, and hashed.
    fn cost(&self, kept: &[(u8, &[u8])]) -> usize {
        let (needed, chunk) = (kept.len(), kept.first().map_or(0, |(_, bytes)| bytes.len()));
        let missing = kept.iter().filter(|(number, _)| usize::from(*number) > needed).count();
        missing * needed * (needed + chunk) + needed * chunk + self.there()
    }
}

/// Which of the points are left out: none at first, then each one, each two, and so on; so that those that are needed
/// are others each time, the first that are left.
fn choices(needed: usize, points: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..=points.saturating_sub(needed)).flat_map(move |count| {
        // The next point after these is always one of those that are taken.
        let of = (needed + count).saturating_sub(1);
        std::iter::successors(Some((0..count).collect::<Vec<_>>()), move |left_out| {
            let at = (0..count).rev().find(|at| left_out[*at] < of - count + at)?;
            let from = left_out[at] + 1;
            Some(left_out[..at].iter().copied().chain(from..from + count - at).collect())
        })
    })
}

impl BackupPart {
    /// Whether they are of one sheet, though their numbers differ.
    fn fits(&self, other: &BackupPart) -> Result<(), PartError> {
        let number = self.number;
        let (found, expected) = (self.sealing, other.sealing);
        if found.set != expected.set {
            return Err(PartError::OtherSet { number, found: found.set, expected: expected.set });
        }
        if found.number != expected.number {
            return Err(PartError::OtherSealing { number, found: found.number, expected: expected.number });
        }
        if found.id != expected.id {
            return Err(PartError::OtherBackup { number, found: found.id, expected: expected.id });
        }
        let alike = |part: &BackupPart| (part.needed, part.length, part.bytes.len());
        match alike(self) == alike(other) {
            true => Ok(()),
            false => Err(PartError::Different { number, set: found.set }),
        }
    }

    /// All chunks, from as many points as are needed.
    fn joined(&self, points: &[(u8, &[u8])]) -> Vec<u8> {
        let mut sealed = Vec::with_capacity(self.bytes.len() * usize::from(self.needed));
        for number in 1..=self.needed {
            match points.iter().find(|(there, _)| *there == number) {
                Some((_, bytes)) => sealed.extend_from_slice(bytes),
                None => sealed.extend(field::at(number, points)),
            }
        }
        sealed.truncate(self.length);
        sealed
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::backup::SetId;

    /// All codes of a backup, cut into so many chunks of so many bytes.
    fn codes(sealed: &[u8], needed: u8, chunk: usize, codes: u8) -> Vec<BackupPart> {
        let sealing = Sealing::of(SetId::parse("0011AABB").unwrap(), 1, sealed);
        let mut padded = sealed.to_vec();
        padded.resize(chunk * usize::from(needed), 0);
        let points: Vec<(u8, &[u8])> = (1..=needed).zip(padded.chunks(chunk)).collect();
        let code = |number| {
            let (length, bytes) = (sealed.len(), field::at(number, &points));
            BackupPart { sealing, number, needed, length, bytes }
        };
        (1..=codes).map(code).collect()
    }

    fn collected(codes: &[BackupPart]) -> Collector {
        let mut collector = Collector::default();
        for code in codes {
            collector.add(BackupPart::parse(&code.to_text()).unwrap()).unwrap();
        }
        collector
    }

    #[test]
    fn of_codes_that_are_cut_otherwise_than_ours_none_is_called_forged_and_a_forged_one_is() {
        let sealed: Vec<u8> = (0..1000u16).map(|i| (i % 251) as u8).collect();
        // Two chunks of 500 bytes are ours.
        for (needed, chunk, all) in [(2, 500, 9), (5, 200, 9), (5, 215, 7), (200, 5, 255), (4, 255, 4)] {
            let mut codes = codes(&sealed, needed, chunk, all);
            let collector = collected(&codes);
            assert_eq!(collector.join().unwrap(), sealed, "{needed} of {chunk}");
            assert_eq!(collector.forged(&sealed), [0; 0], "{needed} of {chunk}");
            codes[1].bytes[0] ^= 1;
            codes[3].bytes[chunk - 1] ^= 1;
            assert_eq!(collected(&codes).forged(&sealed), [2, 4], "{needed} of {chunk}");
        }
        // Of another backup they all are.
        let other = collected(&codes(&sealed, 5, 200, 6));
        assert_eq!(other.forged(&sealed[1..]), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn whatever_the_codes_say_of_themselves_forged_ones_are_looked_for_with_so_much_work_and_no_more() {
        const WORK: usize = 1 << 22;
        for (needed, chunk, numbers) in [(128, 5, 100..=255), (128, 550, 120..=255), (20, 5, 1..=255)] {
            let sealed = vec![7; chunk * usize::from(needed)];
            let mut all = codes(&sealed, needed, chunk, 255);
            all.iter_mut().for_each(|code| code.bytes[0] = code.number.wrapping_mul(91));
            all.retain(|code| numbers.contains(&code.number));
            let collector = collected(&all);
            let before = field::PRODUCTS.get();
            assert_eq!(collector.join_within(WORK), Err(PartError::Unfit(all.len())));
            let products = field::PRODUCTS.get() - before;
            assert!(products <= WORK, "{needed} of {chunk} bytes: {products}");
            assert!(collector.cost(&collector.choices().next().unwrap()) < super::WORK);
        }
    }

    #[test]
    fn one_forged_code_of_the_largest_sheet_is_within_it_whichever_others_are_lost() {
        let sealing = Sealing::of(SetId::parse("0011AABB").unwrap(), 1, b"");
        let (length, bytes) = (243 * 550, vec![0; 550]);
        // Those that are lost first are chunks, and have to be computed.
        let all =
            (9..=252).map(|number| BackupPart { sealing, number, needed: 243, length, bytes: bytes.clone() });
        let collector = Collector(all.collect());
        let one_left_out = collector.choices().take(1 + 244);
        assert!(one_left_out.map(|kept| collector.cost(&kept)).sum::<usize>() < WORK);
    }
}
