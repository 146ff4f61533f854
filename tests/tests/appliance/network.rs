//! Between networks it is on none, and what it does not need stays off.

use anyhow::Result;
use coldspare_tests::bluetooth::Bluetooth;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::words::letters;

use crate::starts::start;
use crate::usb_keyboards::reads;

/// Network cards, also one at a USB port.
const NETWORK: [&str; 12] = [
    "-netdev",
    "user,id=a",
    "-device",
    "e1000,netdev=a",
    "-netdev",
    "user,id=b",
    "-device",
    "virtio-net-pci,netdev=b",
    "-netdev",
    "user,id=c",
    "-device",
    "usb-net,netdev=c,bus=xhci.0",
];
/// What else has no business there.
const OTHERS: [&str; 12] = [
    "-device",
    "usb-mouse,bus=xhci.0",
    "-audiodev",
    "none,id=d",
    "-device",
    "usb-audio,audiodev=d,bus=xhci.0",
    "-chardev",
    "null,id=e",
    "-device",
    "usb-serial,chardev=e,always-plugged=on,bus=xhci.0",
    "-device",
    "usb-mtp,rootdir=/usr/share,readonly=on,bus=xhci.0",
];
/// As they are named.
const OFF: [&str; 6] =
    ["(network adapter)", "(Bluetooth)", "(mouse)", "(sound)", "(serial line)", "(phone or tablet)"];

/// The self-check lists interfaces, and asks the kernel for a socket of the internet's.
#[test]
fn it_has_no_network_whatever_is_in_the_computer() -> Result<()> {
    let hardware = Hardware::from_stick(trial::image()?).with(&NETWORK).with(&OTHERS).usb_slots(1);
    let typist = start(hardware)?;
    let _bluetooth = Bluetooth::plug(&typist.console.usb_slot(0)?)?;
    typist.goes_home()?;
    typist.at("usb-notice")?;
    OFF.iter().try_for_each(|device| typist.sees(letters(device)).map(drop))?;
    typist.sees(letters(Bluetooth::NAME))?;
    reads(&typist, "usb-notice")?;
    typist.enter()?;
    typist.at("home")?;
    typist.chooses("setup")?;
    typist.at("self-check")?;
    typist.sees("self-check-offline")?;
    typist.sees("self-check-no-internet")?;
    typist.sees("self-check-usb")?;
    OFF.iter().try_for_each(|device| typist.sees(letters(device)).map(drop))
}
