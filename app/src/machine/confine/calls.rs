//! Which of the kernel's calls a process makes, by seccomp(2): those that are named here. Every other one is answered
//! with `EPERM`, as if an administrator had to make it.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::SeccompCmpArgLen::Dword;
use seccompiler::SeccompCmpOp::{Eq, MaskedEq};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, apply_filter,
};

use super::error::ConfineError;

/// What a process needs that reads, writes, computes and ends.
const ALL: &[c_long] = &[
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_readv,
    libc::SYS_writev,
    libc::SYS_pread64,
    libc::SYS_close,
    libc::SYS_openat,
    libc::SYS_fstat,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_lseek,
    libc::SYS_getdents64,
    libc::SYS_fcntl,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_restart_syscall,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// What pcscd needs besides: it starts with its libraries, makes its sockets, waits for several things in several threads,
/// and ends itself where USB is not there yet (Landlock keeps its signals from others). The last ones make it what it is.
const PCSCD: &[c_long] = &[
    libc::SYS_mmap,
    libc::SYS_mprotect,
    libc::SYS_set_tid_address,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_prlimit64,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_readlinkat,
    libc::SYS_statfs,
    libc::SYS_umask,
    libc::SYS_mkdirat,
    libc::SYS_unlinkat,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_getsockname,
    libc::SYS_getsockopt,
    libc::SYS_setsockopt,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_recvfrom,
    libc::SYS_recvmsg,
    libc::SYS_shutdown,
    libc::SYS_ppoll,
    libc::SYS_pselect6,
    libc::SYS_pipe2,
    libc::SYS_eventfd2,
    libc::SYS_timerfd_create,
    libc::SYS_timerfd_settime,
    libc::SYS_clone3,
    libc::SYS_getuid,
    libc::SYS_geteuid,
    libc::SYS_getgid,
    libc::SYS_getegid,
    libc::SYS_uname,
    libc::SYS_chdir,
    libc::SYS_kill,
    libc::SYS_tgkill,
    libc::SYS_execve,
    libc::SYS_setgroups,
    libc::SYS_setgid,
    libc::SYS_setuid,
];

/// The older names of some, which the C library uses where a processor has them.
#[cfg(target_arch = "x86_64")]
const PCSCD_OLD: &[c_long] = &[
    libc::SYS_alarm,
    libc::SYS_arch_prctl,
    libc::SYS_access,
    libc::SYS_stat,
    libc::SYS_readlink,
    libc::SYS_mkdir,
    libc::SYS_unlink,
    libc::SYS_chmod,
    libc::SYS_poll,
    libc::SYS_select,
];
#[cfg(not(target_arch = "x86_64"))]
const PCSCD_OLD: &[c_long] = &[];

/// `linux/usbdevice_fs.h`: by which calls libusb uses a reader: control, bulk; submit, discard and reap requests; claim
/// and release an interface; clear a halt, capabilities, speed. What is not here: taking an interface from the kernel's
/// own driver, such as that of a keyboard (18, 22, 27), another configuration (5); and another setting of an interface
/// (4) with a reset (20), after which the kernel chooses a driver anew, by the setting that the interface has then: a
/// reader that was let in could become a keyboard. The driver of card readers does neither.
const USB: [u64; 13] = [0, 2, 8, 10, 11, 12, 13, 15, 16, 17, 21, 26, 31];
/// The type of these calls, in their second byte (ioctl(2)).
const OF_USB: u64 = (b'U' as u64) << 8;

/// Commands of fcntl(2) for who computes: a copy that nobody inherits, and flags.
const FILE: [i32; 5] = [libc::F_DUPFD_CLOEXEC, libc::F_GETFD, libc::F_SETFD, libc::F_GETFL, libc::F_SETFL];

/// What who computes says of its own memory by madvise(2), as allocators do: it is not needed for now. Other advice has
/// pages taken from everybody who has them (MADV_HWPOISON), or compared with those of others (MADV_MERGEABLE).
const MEMORY: [i32; 2] = [libc::MADV_DONTNEED, libc::MADV_FREE];

/// Calls, each with what must be so of its arguments, one way or another; always, if nothing is said.
pub(super) type Calls = BTreeMap<c_long, Vec<SeccompRule>>;

/// Those of pcscd.
pub(super) fn pcscd() -> Result<Calls, ConfineError> {
    let mut calls = always(&[ALL, PCSCD, PCSCD_OLD]);
    let is = |argument, value| condition(argument, Eq, value);
    // A thread, but no process. (What clone3 is told, no filter can see: see `confine`.)
    calls.insert(libc::SYS_clone, vec![rule([has(0, libc::CLONE_THREAD)?])?]);
    // Sockets with a file for a name; and the kernel's word that something was plugged in.
    let kernel = [is(0, libc::AF_NETLINK)?, is(2, libc::NETLINK_KOBJECT_UEVENT)?];
    calls.insert(libc::SYS_socket, vec![rule([is(0, libc::AF_UNIX)?])?, rule(kernel)?]);
    let usb = |number| rule([condition(1, MaskedEq(0xffff), OF_USB | number)?]);
    calls.insert(libc::SYS_ioctl, USB.into_iter().map(usb).collect::<Result<_, _>>()?);
    calls.insert(libc::SYS_prctl, vec![rule([is(0, libc::PR_SET_NAME)?])?]);
    Ok(calls)
}

/// Those of a process that computes, as a rehearsal does. It gets no new code, and starts nothing.
pub(super) fn computing() -> Result<Calls, ConfineError> {
    let mut calls = always(&[ALL]);
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        calls.insert(call, vec![rule([has_not(2, libc::PROT_EXEC)?])?]);
    }
    // Of what can be done with an open file, only this: the others have signals sent, also to other processes
    // (F_SETOWN, F_SETSIG), or leases and locks taken.
    let one_of = |argument, values: &[i32]| -> Result<_, ConfineError> {
        values.iter().map(|value| rule([condition(argument, Eq, *value)?])).collect()
    };
    calls.insert(libc::SYS_fcntl, one_of(1, &FILE)?);
    calls.insert(libc::SYS_madvise, one_of(2, &MEMORY)?);
    Ok(calls)
}

fn always(lists: &[&[c_long]]) -> Calls {
    lists.iter().copied().flatten().map(|call| (*call, Vec::new())).collect()
}

fn rule<const N: usize>(conditions: [SeccompCondition; N]) -> Result<SeccompRule, ConfineError> {
    Ok(SeccompRule::new(conditions.into()).map_err(seccompiler::Error::from)?)
}

fn condition(
    argument: u8,
    how: SeccompCmpOp,
    value: impl TryInto<u64>,
) -> Result<SeccompCondition, ConfineError> {
    let value = value.try_into().unwrap_or(u64::MAX);
    Ok(SeccompCondition::new(argument, Dword, how, value).map_err(seccompiler::Error::from)?)
}

fn has(argument: u8, flag: i32) -> Result<SeccompCondition, ConfineError> {
    condition(argument, MaskedEq(flag.unsigned_abs().into()), flag)
}

fn has_not(argument: u8, flag: i32) -> Result<SeccompCondition, ConfineError> {
    condition(argument, MaskedEq(flag.unsigned_abs().into()), 0)
}

/// From now on this thread, and whatever it starts, makes these calls alone.
pub(super) fn confine(calls: Calls) -> Result<(), ConfineError> {
    // The C library makes threads by the older call if this one is not there; that one's flags can be seen. Of two
    // filters the one that refuses counts.
    let without = [(libc::SYS_clone3, Vec::new())].into();
    apply(without, SeccompAction::Allow, refuse(libc::ENOSYS))?;
    apply(calls, refuse(libc::EPERM), SeccompAction::Allow)
}

fn refuse(with: i32) -> SeccompAction {
    SeccompAction::Errno(with.unsigned_abs())
}

fn apply(calls: Calls, others: SeccompAction, these: SeccompAction) -> Result<(), ConfineError> {
    let processor = std::env::consts::ARCH.try_into().map_err(seccompiler::Error::from)?;
    let filter = SeccompFilter::new(calls, others, these, processor).map_err(seccompiler::Error::from)?;
    let program: BpfProgram = filter.try_into().map_err(seccompiler::Error::from)?;
    Ok(apply_filter(&program)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pcscd_has_the_kernel_choose_no_driver_anew() {
        // SETINTERFACE, SETCONFIGURATION, IOCTL (with DISCONNECT and CONNECT), RESET, DISCONNECT_CLAIM.
        for call in [4, 5, 18, 20, 22, 23, 27] {
            assert!(!USB.contains(&call), "{call}");
        }
    }
}
