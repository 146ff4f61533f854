//! What lies below the program: the kernel's randomness, keyboards, and sticks.

pub mod entropy;
pub mod keyboard;
pub mod stick;
