//! Randomness: the kernel's, with dice, typing and the Nitrokeys' bytes mixed in.
//!
//! Mixing can only add: the kernel hashes what is written into its pool, so a bad die or a lying
//! Nitrokey takes nothing away. Afterwards both generators that keys are made from are told to
//! start afresh from that pool: the kernel's own, and OpenSSL's.

use std::{fs::File, io::Write, os::fd::AsFd};

use rustix::io::Errno;
use zeroize::Zeroizing;

/// Randomness could not be mixed in.
#[derive(Debug, thiserror::Error)]
pub enum EntropyError {
    /// `/dev/urandom` cannot be opened or written.
    #[error("/dev/urandom: {0}")]
    Device(#[from] std::io::Error),
    /// The kernel's generator did not start afresh.
    #[error("kernel's generator not reseeded: {0}")]
    Kernel(Errno),
    /// OpenSSL's generator did not start afresh.
    #[error("OpenSSL's generator not reseeded")]
    OpenSsl,
    /// A die shows 1 to 6.
    #[error("roll {position} is `{found}`, not 1 to 6")]
    NoRoll {
        /// Which roll, from 1.
        position: usize,
        /// What was typed.
        found: char,
    },
}

/// Rolls of a six-sided die.
pub struct Dice(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Dice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dice({} rolls)", self.0.len())
    }
}

impl Dice {
    /// From digits 1 to 6; white space between them does not count.
    ///
    /// # Errors
    /// [`EntropyError::NoRoll`] for the first other character.
    pub fn parse(typed: &str) -> Result<Self, EntropyError> {
        let mut rolls = Zeroizing::new(Vec::with_capacity(typed.len()));
        for found in typed.chars().filter(|c| !c.is_whitespace()) {
            match found {
                '1'..='6' => rolls.push(found as u8),
                _ => return Err(EntropyError::NoRoll { position: rolls.len() + 1, found }),
            }
        }
        Ok(Dice(rolls))
    }

    /// What these rolls can have given at the most, in whole bits: log2(6) for each, rounded down.
    pub fn bits(&self) -> u32 {
        // log2(6) = 2.5849625…; a factor that is a little too small never claims too much.
        u32::try_from(self.0.len() * 2584 / 1000).unwrap_or(u32::MAX)
    }

    /// Whether nobody rolled this: the same over and over, in order, or hardly a face but one or two. What
    /// dice really give is almost never refused: less than once in a million.
    pub fn looks_made_up(&self) -> bool {
        let rolls = &self.0[..];
        // That so many rolls repeat by chance happens once in 6^8, in 1.7 million times.
        let repeats = |period: usize| {
            let pairs = rolls.iter().skip(period).zip(rolls);
            rolls.len() >= period + 8 && pairs.into_iter().all(|(now, before)| now == before)
        };
        let mut faces = [0; 6];
        rolls.iter().for_each(|roll| faces[usize::from(roll - b'1')] += 1);
        faces.sort_unstable();
        let two_faces = rolls.len() >= 20 && (faces[4] + faces[5]) * 20 > rolls.len() * 19;
        two_faces || (1..=6).any(repeats)
    }

    /// The digits as they were typed.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Whether the kernel's generator was told to start afresh at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reseeded {
    /// Yes, at once.
    AtOnce,
    /// Only an administrator may ask for it (`CAP_SYS_ADMIN`). The bytes are in the pool, and the
    /// kernel takes them up by itself within a minute. On the appliance this does not happen.
    Later,
}

/// The kernel's pool.
#[derive(Debug)]
pub struct Pool(File);

impl Pool {
    /// Opens `/dev/urandom` for writing.
    ///
    /// # Errors
    /// [`EntropyError::Device`].
    pub fn open() -> Result<Self, EntropyError> {
        Ok(Pool(File::options().write(true).open("/dev/urandom")?))
    }

    /// Mixes `bytes` into the pool (random(4): "writing … will update the entropy pool with the
    /// data written"). No entropy is credited for it.
    ///
    /// # Errors
    /// [`EntropyError::Device`].
    pub fn mix(&mut self, bytes: &[u8]) -> Result<(), EntropyError> {
        Ok(self.0.write_all(bytes)?)
    }

    /// Makes the kernel's generator, then OpenSSL's, start afresh from the pool.
    ///
    /// # Errors
    /// [`EntropyError::Kernel`] or [`EntropyError::OpenSsl`].
    pub fn reseed(&mut self) -> Result<Reseeded, EntropyError> {
        let reseeded = match system::reseed_kernel(self.0.as_fd()) {
            Ok(()) => Reseeded::AtOnce,
            Err(Errno::PERM) => Reseeded::Later,
            Err(e) => return Err(EntropyError::Kernel(e)),
        };
        let mut fresh = Zeroizing::new([0u8; 32]);
        random(&mut fresh[..])?;
        if !system::reseed_openssl(&fresh) {
            return Err(EntropyError::OpenSsl);
        }
        Ok(reseeded)
    }
}

/// Fills `buffer` from the kernel's generator (getrandom(2)), which waits until it is seeded.
///
/// # Errors
/// [`EntropyError::Device`].
pub fn random(buffer: &mut [u8]) -> Result<(), EntropyError> {
    getrandom::fill(buffer).map_err(|e| EntropyError::Device(std::io::Error::other(e.to_string())))
}

/// The two calls for which no library has a safe form.
#[allow(unsafe_code)]
mod system {
    use std::os::fd::BorrowedFd;

    use rustix::io::Errno;
    use rustix::ioctl::{NoArg, ioctl, opcode};

    /// `RNDRESEEDCRNG`, random(4).
    pub(super) fn reseed_kernel(urandom: BorrowedFd<'_>) -> Result<(), Errno> {
        const RNDRESEEDCRNG: rustix::ioctl::Opcode = opcode::none(b'R', 0x07);
        // SAFETY: the request takes no argument and returns none; the descriptor is open.
        unsafe { ioctl(urandom, NoArg::<RNDRESEEDCRNG>::new()) }
    }

    /// RAND_add(3) reseeds OpenSSL's primary generator from the kernel, with `input` on top; the
    /// others follow at their next use.
    pub(super) fn reseed_openssl(input: &[u8; 32]) -> bool {
        openssl::init();
        // SAFETY: pointer and length are those of one live array; RAND_add only reads.
        unsafe {
            openssl_sys::RAND_add(input.as_ptr().cast(), input.len() as _, 0.0);
            openssl_sys::RAND_status() == 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roll_is_worth_no_more_than_log2_of_six_bits() {
        for n in [0, 1, 2, 50, 99, 100, 10_000] {
            let dice = Dice::parse(&"6".repeat(n)).unwrap();
            assert!(f64::from(dice.bits()) <= n as f64 * 6f64.log2());
            assert!(f64::from(dice.bits()) > n as f64 * 2.58 - 1.0);
        }
    }

    #[test]
    fn what_nobody_rolled_is_noticed() {
        let made_up = |rolls: &str| Dice::parse(rolls).unwrap().looks_made_up();
        for rolls in ["111111111", "12345612345612", "1212121212", "66666666666666666661"] {
            assert!(made_up(rolls), "{rolls}");
        }
        for rolls in ["", "111", "123456", "3615243312", "25631425361425136425"] {
            assert!(!made_up(rolls), "{rolls}");
        }
    }

    #[test]
    fn what_is_no_roll_is_named_with_its_place() {
        let error = Dice::parse("12 30").unwrap_err();
        assert!(matches!(error, EntropyError::NoRoll { position: 4, found: '0' }));
    }

    #[test]
    fn dice_and_bytes_reach_both_generators() {
        let mut pool = Pool::open().unwrap();
        pool.mix(Dice::parse("123456").unwrap().bytes()).unwrap();
        let expected = if rustix::process::geteuid().is_root() {
            vec![Reseeded::AtOnce, Reseeded::Later] // root without CAP_SYS_ADMIN, in a container
        } else {
            vec![Reseeded::Later]
        };
        assert!(expected.contains(&pool.reseed().unwrap()));
    }
}
