//! Whole ceremonies, typed into the real program at a pseudo-terminal, with a real `pcscd`, virtual
//! Nitrokeys, sticks and a printer.

#[path = "typed_ceremony/another.rs"]
mod another;
#[path = "typed_ceremony/back.rs"]
mod back;
#[path = "typed_ceremony/codes.rs"]
mod codes;
#[path = "typed_ceremony/lost.rs"]
mod lost;
#[path = "typed_ceremony/monkey.rs"]
mod monkey;
#[path = "typed_ceremony/names.rs"]
mod names;
#[path = "typed_ceremony/nitrokeys.rs"]
mod nitrokeys;
#[path = "typed_ceremony/paper.rs"]
mod paper;
#[path = "typed_ceremony/resize.rs"]
mod resize;
#[path = "typed_ceremony/scene.rs"]
mod scene;
#[path = "typed_ceremony/spot_check.rs"]
mod spot_check;
#[path = "typed_ceremony/stick.rs"]
mod stick;
#[path = "typed_ceremony/straight.rs"]
mod straight;
#[path = "typed_ceremony/unplug.rs"]
mod unplug;
