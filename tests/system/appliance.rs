//! The appliance as its owner has it: the trial image on a stick, in a computer that QEMU emulates.

#[path = "appliance/clock.rs"]
mod clock;
#[path = "appliance/confined.rs"]
mod confined;
#[path = "appliance/keyboards.rs"]
mod keyboards;
#[path = "appliance/largest.rs"]
mod largest;
#[path = "appliance/memory.rs"]
mod memory;
#[path = "appliance/network.rs"]
mod network;
#[path = "appliance/power.rs"]
mod power;
#[path = "appliance/run.rs"]
mod run;
#[path = "appliance/secure_boot.rs"]
mod secure_boot;
#[path = "appliance/starts.rs"]
mod starts;
#[path = "appliance/sticks.rs"]
mod sticks;
#[path = "appliance/usb_keyboards.rs"]
mod usb_keyboards;
#[path = "appliance/whole.rs"]
mod whole;
