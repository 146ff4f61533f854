//! Whole ceremonies, typed into the real program at a pseudo-terminal, with a real `pcscd`, virtual
//! Nitrokeys, sticks and a printer.

#[path = "typed_ceremony/straight.rs"]
mod straight;
