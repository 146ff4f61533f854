//! The self-check, with which a ceremony begins: is this computer offline, and has it room for secrets?

use std::fs;
use std::net::{Ipv4Addr, Ipv6Addr, UdpSocket};
use std::path::Path;

/// Bytes of memory that a ceremony needs at the most, with room to spare.
pub const ENOUGH_MEMORY: u64 = 64 << 20;

/// How the computer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfCheck {
    /// Network interfaces, by their names. There should be none.
    pub networks: Vec<String>,
    /// Whether the kernel knows the internet's protocols at all.
    pub internet: bool,
    /// Bytes of memory that programs can have; 0 if the system does not tell.
    pub memory: u64,
    /// Whether memory may be written to a disk.
    pub swap: bool,
}

impl SelfCheck {
    /// Whether there is no network that this computer could be on.
    pub fn is_offline(&self) -> bool {
        self.networks.is_empty()
    }

    /// Whether the memory suffices.
    pub fn has_memory(&self) -> bool {
        self.memory >= ENOUGH_MEMORY
    }
}

/// Looks at this computer.
pub fn check() -> SelfCheck {
    SelfCheck { internet: has_internet(), ..check_at(Path::new("/proc"), Path::new("/sys")) }
}

/// A socket of the internet's, towards nobody.
fn has_internet() -> bool {
    UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).is_ok() || UdpSocket::bind((Ipv6Addr::LOCALHOST, 0)).is_ok()
}

fn check_at(proc: &Path, sys: &Path) -> SelfCheck {
    SelfCheck { networks: networks(sys), internet: true, memory: memory(proc), swap: swap(proc) }
}

/// An interface counts even if it is down or without a cable: it takes one command, or a neighbour's
/// radio, to change that.
fn networks(sys: &Path) -> Vec<String> {
    let interfaces = fs::read_dir(sys.join("class/net")).into_iter().flatten().flatten();
    let mut names: Vec<_> = interfaces
        // `bonding_masters` lies there too, and is a file.
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "lo")
        .collect();
    names.sort();
    names
}

/// `MemAvailable`, proc_meminfo(5): what programs can have without swapping.
fn memory(proc: &Path) -> u64 {
    let table = fs::read_to_string(proc.join("meminfo")).unwrap_or_default();
    let line = table.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    let kilobytes = line.and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.map_or(0, |kilobytes| kilobytes.saturating_mul(1024))
}

/// `/proc/swaps` has a line of headings, then one for each. A kernel without swapping has no such file.
fn swap(proc: &Path) -> bool {
    fs::read_to_string(proc.join("swaps")).is_ok_and(|table| table.lines().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computer(files: &[(&str, &str)], interfaces: &[&str]) -> SelfCheck {
        let folder = tempfile::tempdir().unwrap();
        let (proc, sys) = (folder.path().join("proc"), folder.path().join("sys"));
        fs::create_dir_all(&proc).unwrap();
        for (name, text) in files {
            fs::write(proc.join(name), text).unwrap();
        }
        for interface in interfaces {
            fs::create_dir_all(sys.join("class/net").join(interface)).unwrap();
        }
        if !interfaces.is_empty() {
            fs::write(sys.join("class/net/bonding_masters"), "").unwrap();
        }
        check_at(&proc, &sys)
    }

    const HEADINGS: &str = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

    #[test]
    fn a_computer_that_is_fit_has_no_network_and_no_swap() {
        let meminfo = "MemTotal:  131072 kB\nMemFree:  1024 kB\nMemAvailable:   65536 kB\n";
        let check = computer(&[("meminfo", meminfo), ("swaps", HEADINGS)], &["lo"]);
        assert_eq!(check, SelfCheck { networks: vec![], internet: true, memory: ENOUGH_MEMORY, swap: false });
        assert!(check.is_offline() && check.has_memory());
    }

    #[test]
    fn networks_and_swap_are_named() {
        let swaps = format!("{HEADINGS}/dev/sda2  partition  975868  0  -2\n");
        let meminfo = "MemAvailable:   65535 kB\n";
        let check = computer(&[("meminfo", meminfo), ("swaps", &swaps)], &["wlp3s0", "lo", "enp0s25"]);
        assert_eq!(check.networks, ["enp0s25", "wlp3s0"]);
        assert!(check.swap && !check.is_offline() && !check.has_memory());
    }

    #[test]
    fn a_kernel_without_network_and_swapping_is_fit_too() {
        let check = computer(&[("meminfo", "MemAvailable:   70000 kB\n")], &[]);
        assert!(check.is_offline() && check.has_memory() && !check.swap);
    }

    #[test]
    fn memory_that_is_not_told_is_not_enough() {
        assert!(!computer(&[("meminfo", "MemAvailable: much\n")], &[]).has_memory());
        assert!(!computer(&[], &[]).has_memory());
    }

    #[test]
    fn this_computer_has_memory() {
        assert!(check().has_memory());
    }
}
