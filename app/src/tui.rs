//! The screens over the ceremony.

pub mod told;
