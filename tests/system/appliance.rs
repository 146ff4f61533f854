//! The appliance as its owner has it: the trial image on a stick, in a computer that QEMU emulates.

#[path = "appliance/starts.rs"]
mod starts;
