//! Whole ceremonies, typed into the real program at a pseudo-terminal, with a real `pcscd`, virtual
//! Nitrokeys, sticks and a printer.

mod another;
mod back;
mod codes;
mod lost;
mod monkey;
mod names;
mod nitrokeys;
mod paper;
mod record;
mod resize;
mod scene;
mod spot_check;
mod stick;
mod straight;
mod trustees;
mod unplug;
