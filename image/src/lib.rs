//! From root file system to bootable disk: [`disk`] lays out the file that is written to a stick.

pub mod disk;
