//! The appliance as its owner has it: the trial image on a stick, in a computer that QEMU emulates.

mod clock;
mod confined;
mod keyboards;
mod largest;
mod memory;
mod network;
mod power;
mod run;
mod secure_boot;
mod starts;
mod sticks;
mod usb_keyboards;
mod whole;
