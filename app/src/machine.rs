//! What lies below the program: the kernel's randomness, the console and its keyboard, and sticks.

pub mod console;
pub mod entropy;
pub mod keyboard;
pub mod stick;
