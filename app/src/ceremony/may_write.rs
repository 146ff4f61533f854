//! With which proof of the paper a Nitrokey may be written.

/// What is known of the paper is enough to write a Nitrokey. Nobody adds to these two:
///
/// ```compile_fail,E0603
/// # struct Mine;
/// impl coldspare::ceremony::may_write::Enough for Mine {}
/// ```
pub trait MayWrite: Enough {}

/// Keeps [`MayWrite`] in here.
pub trait Enough {}
