//! The numbers of the guide's sections. Screens and paper name some of them: a test looks that they name the right ones.

/// First use.
pub const START: u8 = 1;
/// Signing with git.
pub const GIT: u8 = 2;
/// SSH on Linux and macOS.
pub const SSH: u8 = 3;
/// Windows.
pub const WINDOWS: u8 = 4;
/// Thunderbird.
pub const THUNDERBIRD: u8 = 5;
/// Android.
pub const ANDROID: u8 = 6;
/// Encrypted disks.
pub const DISKS: u8 = 7;
/// Logging in to the computer.
pub const LOGIN: u8 = 8;
/// Web accounts.
pub const WEB: u8 = 9;
/// A PIN is forgotten or blocked.
pub const PIN: u8 = 10;
/// Lost or broken: the change to the spare.
pub const SPARE: u8 = 11;
/// Stolen.
pub const STOLEN: u8 = 12;
/// Recovery without Coldspare. Paper has it, too.
pub const DEBIAN_TOOLS: u8 = 13;
/// Without a Nitrokey, and back again.
pub const WITHOUT: u8 = 14;
/// Every year, and renewal.
pub const YEARLY: u8 = 15;
/// Moving over from other keys.
pub const MOVING: u8 = 16;
/// For the heirs.
pub const HEIRS: u8 = 17;
/// Keys on a disk, for owners who brought theirs.
pub const ON_DISK: u8 = 18;

/// Those that the printed booklet has: what to do when something has happened. It is kept with the spare; all others are
/// for a computer at which the stick is as well.
pub const IN_BOOKLET: [u8; 9] = [DISKS, WEB, PIN, SPARE, STOLEN, DEBIAN_TOOLS, WITHOUT, YEARLY, HEIRS];
