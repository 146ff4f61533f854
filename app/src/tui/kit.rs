//! What every screen is made of. It knows no flow.

pub mod context;
pub(super) mod controls;
pub mod draw;
pub mod events;
pub(super) mod flow;
pub(super) mod holds;
pub(super) mod jobs;
pub mod messages;
pub(super) mod screen;
pub(super) mod view;
