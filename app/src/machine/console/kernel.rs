//! The kernel's calls for keyboard and font of a virtual console (ioctl_console(2), `linux/kd.h`), for
//! which no library has a safe form.
//!
//! Each is safe to call with any terminal: on what is no virtual console the kernel answers `ENOTTY`, and
//! what it reads or writes lies in the arguments.
#![allow(unsafe_code)]

use std::os::fd::AsFd;

use rustix::io::Errno;
use rustix::ioctl::{Getter, IntegerSetter, Opcode, Setter, Updater, ioctl};

const KDGKBTYPE: Opcode = 0x4b33;
const KDSKBMODE: Opcode = 0x4b45;
const KDGKBENT: Opcode = 0x4b46;
const KDSKBENT: Opcode = 0x4b47;
const KDSKBDIACRUC: Opcode = 0x4bfb;
const PIO_UNIMAP: Opcode = 0x4b67;
const PIO_UNIMAPCLR: Opcode = 0x4b68;
const KDFONTOP: Opcode = 0x4b72;

const KB_84: u8 = 1;
const KB_101: u8 = 2;
const K_UNICODE: usize = 3;
const KD_FONT_OP_SET: u32 = 0;
const KD_FONT_OP_GET: u32 = 1;

/// Whether this is a virtual console.
pub(in crate::machine) fn is_virtual_console(fd: impl AsFd) -> bool {
    // Other devices may take the request for one of their own; other terminals do not.
    if !rustix::termios::isatty(&fd) {
        return false;
    }
    // SAFETY: the kernel writes one byte (`put_user` to a `char *`), which is what `Getter` provides.
    let kind = unsafe { ioctl(fd, Getter::<KDGKBTYPE, u8>::new()) };
    matches!(kind, Ok(KB_84 | KB_101))
}

/// Has keys give UTF-8.
pub(in crate::machine) fn unicode_keys(fd: impl AsFd) -> Result<(), Errno> {
    // SAFETY: the argument is a number, not a pointer.
    unsafe { ioctl(fd, IntegerSetter::<KDSKBMODE>::new_usize(K_UNICODE)) }
}

/// `struct kbentry`.
#[repr(C)]
struct KbEntry {
    table: u8,
    index: u8,
    value: u16,
}

/// An entry of a keymap table.
pub(in crate::machine) fn entry(fd: impl AsFd, table: u8, code: u8) -> Result<u16, Errno> {
    let mut entry = KbEntry { table, index: code, value: 0 };
    // SAFETY: the kernel reads a `struct kbentry` and writes its value.
    unsafe { ioctl(fd, Updater::<KDGKBENT, _>::new(&mut entry)) }?;
    Ok(entry.value)
}

/// Changes an entry of a keymap table; a table that does not exist comes into being, empty.
pub(in crate::machine) fn set_entry(fd: impl AsFd, table: u8, code: u8, value: u16) -> Result<(), Errno> {
    // SAFETY: the kernel reads a `struct kbentry`.
    unsafe { ioctl(fd, Setter::<KDSKBENT, _>::new(KbEntry { table, index: code, value })) }
}

/// `struct kbdiacrsuc`: how many, then accent, base and result of each. `MAX_DIACR` is 256.
#[repr(C)]
struct KbDiacrsUc {
    count: u32,
    entries: [[u32; 3]; 256],
}

/// Replaces the accent table. Of more than 256 compositions the first ones are taken.
pub(in crate::machine) fn set_compositions(fd: impl AsFd, compositions: &[[u32; 3]]) -> Result<(), Errno> {
    let mut table = KbDiacrsUc { count: 0, entries: [[0; 3]; 256] };
    for (entry, composition) in table.entries.iter_mut().zip(compositions) {
        *entry = *composition;
        table.count += 1;
    }
    // SAFETY: the kernel reads a `struct kbdiacrsuc`, of whose entries no more than there are.
    unsafe { ioctl(fd, Setter::<KDSKBDIACRUC, _>::new(table)) }
}

/// `struct console_font_op`.
#[repr(C)]
struct FontOp {
    op: u32,
    flags: u32,
    width: u32,
    height: u32,
    count: u32,
    data: *mut u8,
}

/// Width and height of the characters, in pixels.
pub(in crate::machine) fn font_size(fd: impl AsFd) -> Result<(u32, u32), Errno> {
    // The largest font that any kernel has; without data, the kernel tells the size alone.
    let (width, height, count) = (64, 128, 512);
    let mut op = FontOp { op: KD_FONT_OP_GET, flags: 0, width, height, count, data: std::ptr::null_mut() };
    // SAFETY: the kernel reads and writes a `struct console_font_op`; its data pointer is null, so no
    // glyphs are written.
    unsafe { ioctl(fd, Updater::<KDFONTOP, _>::new(&mut op)) }?;
    Ok((op.width, op.height))
}

/// Replaces the font by glyphs of this size, each of 32 lines of whole bytes, as many as `glyphs` has.
pub(in crate::machine) fn set_font(
    fd: impl AsFd,
    (width, height): (u32, u32),
    glyphs: &mut [u8],
) -> Result<(), Errno> {
    let glyph = width.div_ceil(8) * 32;
    let length = u32::try_from(glyphs.len()).map_err(|_| Errno::INVAL)?;
    if width == 0 || height > 32 || length % glyph != 0 {
        return Err(Errno::INVAL);
    }
    let data = glyphs.as_mut_ptr();
    let mut op = FontOp { op: KD_FONT_OP_SET, flags: 0, width, height, count: length / glyph, data };
    // SAFETY: the kernel reads `count` glyphs of `glyph` bytes, which is the slice's length, checked above;
    // the slice is alive until the call returns.
    unsafe { ioctl(fd, Updater::<KDFONTOP, _>::new(&mut op)) }
}

/// `struct unipair`.
#[repr(C)]
#[derive(Clone, Copy)]
pub(in crate::machine) struct UniPair {
    /// The character's number.
    pub(in crate::machine) unicode: u16,
    /// The glyph's place in the font.
    pub(in crate::machine) glyph: u16,
}

/// `struct unimapdesc`.
#[repr(C)]
struct UniMapDesc {
    count: u16,
    pairs: *const UniPair,
}

/// `struct unimapinit`.
#[repr(C)]
struct UniMapInit {
    advised: [u16; 3],
}

/// Replaces the table that says which glyph shows which character.
pub(in crate::machine) fn set_unicode_map(fd: impl AsFd, pairs: &[UniPair]) -> Result<(), Errno> {
    let count = u16::try_from(pairs.len()).map_err(|_| Errno::INVAL)?;
    let fd = fd.as_fd();
    // SAFETY: the kernel reads a `struct unimapinit`, or nothing.
    unsafe { ioctl(fd, Setter::<PIO_UNIMAPCLR, _>::new(UniMapInit { advised: [0; 3] })) }?;
    let map = UniMapDesc { count, pairs: pairs.as_ptr() };
    // SAFETY: the kernel reads a `struct unimapdesc` and `count` pairs behind its pointer, which is the
    // length of a slice that is alive until the call returns.
    unsafe { ioctl(fd, Setter::<PIO_UNIMAP, _>::new(map)) }
}
