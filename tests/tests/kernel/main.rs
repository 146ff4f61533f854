//! The kernel's whole configuration, as it came out of `linux.config` for the kernel that the trial image has:
//! nothing of what must not be there, everything that is needed, and what hardens it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare_tests::trial;

const WANTED: &str = include_str!("../../../buildroot-config/board/coldspare/linux.config");
const HARDENING: &str = include_str!("hardening.txt");

/// What would carry data away, keep it, reach the computer's own disks, or change the kernel: every option with one of
/// these beginnings has to be off.
const FORBIDDEN: &[&str] = &[
    // Networks. (NET and UNIX are sockets between programs.)
    "INET",
    "IPV6",
    "PACKET",
    "NETDEVICES",
    "ETHERNET",
    "WLAN",
    "WIRELESS",
    "CFG80211",
    "MAC80211",
    "BT",
    "CAN",
    "NFC",
    "RFKILL",
    "TUN",
    "PPP",
    "USB_NET",
    "USB_USBNET",
    "VSOCKETS",
    "XDP_SOCKETS",
    "WWAN",
    "IEEE802154",
    "HAMRADIO",
    // Devices that nothing uses.
    "HIDRAW",
    "USB_HIDDEV",
    "INPUT_EVDEV",
    "INPUT_MOUSEDEV",
    "USB_ACM",
    "USB_SERIAL",
    "USB_WDM",
    "USB_TMC",
    "MEDIA",
    "VIDEO_DEV",
    "USB_VIDEO_CLASS",
    "SOUND",
    // Disks of the computer, and storage on other ways.
    "BLK_DEV_NVME",
    "NVME",
    "ATA",
    "SATA",
    "MMC",
    "FIREWIRE",
    "USB4",
    "THUNDERBOLT",
    "VIRTIO",
    "SCSI_LOWLEVEL",
    "BLK_DEV_LOOP",
    "BLK_DEV_RAM",
    "MTD",
    "MD",
    "NETWORK_FILESYSTEMS",
    "NFS_FS",
    "FUSE_FS",
    // Another kernel, other code in this one, other people's programs.
    "MODULES",
    "KEXEC",
    "BPF_SYSCALL",
    "BPF_JIT",
    "IO_URING",
    "KPROBES",
    "FTRACE",
    "BINFMT_SCRIPT",
    "BINFMT_MISC",
    "IA32_EMULATION",
    "X86_X32",
    "USER_NS",
    "USERFAULTFD",
    "CHECKPOINT_RESTORE",
    "LIVEPATCH",
    // What looks into memory, or keeps it.
    "DEBUG_FS",
    "MAGIC_SYSRQ",
    "COREDUMP",
    "ELF_CORE",
    "ALLOW_DEV_COREDUMP",
    "SWAP",
    "ZSWAP",
    "HIBERNATION",
    "SUSPEND",
    "DEVMEM",
    "DEVPORT",
    "DEVKMEM",
    "PROC_KCORE",
    "PROC_VMCORE",
    "CRASH_DUMP",
    "PSTORE",
    "EFI_VARS_PSTORE",
    "KALLSYMS",
    "IKCONFIG",
    "X86_MSR",
    "X86_CPUID",
    "ACPI_TABLE_UPGRADE",
    "FW_LOADER",
];

/// Beginnings that a longer name shares by chance.
const BY_CHANCE: &[&str] = &[
    "MMCONF_FAM10H",
    "ATA_",
    "CANNOT",
    "BTT",
    "BTREE",
    "MDIO",
    "MTD_",
    "SWAPHACK",
    "SWAP_",
    "CAN_",
    "MODULES_USE",
];

type Options = BTreeMap<String, String>;

/// `NAME` to `y`, a number, or a text in quotes; what is off is not there.
fn options(text: &str) -> Options {
    let set = text.lines().filter_map(|line| line.strip_prefix("CONFIG_")?.split_once('='));
    set.filter(|(_, value)| *value != "n").map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn generated() -> Result<Options> {
    let file = trial::folder()?.join("kernel/.config");
    let text = fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
    Ok(options(&text))
}

#[test]
fn nothing_forbidden_is_there() -> Result<()> {
    let generated = generated()?;
    let is_forbidden = |name: &str| {
        FORBIDDEN.iter().any(|forbidden| name == *forbidden || name.starts_with(&format!("{forbidden}_")))
            && !BY_CHANCE.iter().any(|chance| name.starts_with(chance))
    };
    let there: Vec<_> = generated.keys().filter(|name| is_forbidden(name)).collect();
    ensure!(there.is_empty(), "the kernel has {there:?}");
    Ok(())
}

#[test]
fn nothing_wanted_was_lost() -> Result<()> {
    let generated = generated()?;
    for (name, value) in options(WANTED) {
        ensure!(generated.get(&name) == Some(&value), "{name}={value} became {:?}", generated.get(&name));
    }
    let off = WANTED.lines().filter_map(|line| line.strip_prefix("# CONFIG_")?.strip_suffix(" is not set"));
    for name in off {
        ensure!(!generated.contains_key(name), "{name} is on");
    }
    Ok(())
}

#[test]
fn it_is_hardened_as_the_report_says() -> Result<()> {
    let generated = generated()?;
    let mut compared = 0;
    for line in HARDENING.lines() {
        let Some((name, value)) = line.strip_prefix("CONFIG_").and_then(|line| line.split_once(' ')) else {
            continue;
        };
        let there = generated.get(name).map_or("off", String::as_str);
        ensure!(there == value, "{name} is {there}, but {value} is what the report found good");
        compared += 1;
    }
    ensure!(compared > 200, "only {compared} options were compared");
    Ok(())
}

#[test]
fn every_exception_has_its_reason() {
    let exceptions: Vec<_> = HARDENING.lines().filter_map(|line| line.strip_prefix("!CONFIG_")).collect();
    assert!(!exceptions.is_empty());
    for exception in exceptions {
        let reason = exception.split_once("): ").map_or("", |(_, reason)| reason);
        assert!(reason.len() > 10, "no reason: {exception}");
    }
}

/// A boot loader's command line is not heard.
#[test]
fn the_command_line_is_fixed() -> Result<()> {
    let generated = generated()?;
    ensure!(generated.get("CMDLINE_OVERRIDE").is_some_and(|value| value == "y"));
    let line = &generated["CMDLINE"];
    for word in
        ["usbcore.authorized_default=0", "init_on_alloc=1", "init_on_free=1", "mitigations=auto,nosmt"]
    {
        ensure!(line.contains(word), "{word} is not in {line}");
    }
    Ok(())
}
