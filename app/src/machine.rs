//! What lies below the program: the kernel's randomness, and sticks.

pub mod entropy;
pub mod stick;
