//! Between networks it is on none.

use anyhow::Result;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;

use crate::starts::start;

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

/// The self-check lists interfaces, and asks the kernel for a socket of the internet's.
#[test]
fn it_has_no_network_whatever_is_in_the_computer() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?).with(&NETWORK))?;
    typist.goes_home()?;
    typist.at("At the USB ports")?;
    typist.sees("(network adapter)")?;
    // What is typed before it can be read is not for it.
    std::thread::sleep(std::time::Duration::from_secs(2));
    typist.enter()?;
    typist.at("What do you want to do?")?;
    typist.chooses("Set up keys")?;
    typist.at("Is this computer fit for it?")?;
    typist.sees("It is offline: there is no network device.")?;
    typist.sees("The kernel knows no network at all.")?;
    typist.sees("these stay off")?;
    typist.sees("network adapter").map(drop)
}
