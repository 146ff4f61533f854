//! Reads QR codes (ISO/IEC 18004) from grey pictures: a scanner's, or a camera's, one after the other.
//!
//! What finds and decodes a code is `rxing`. What is ours is what each picture is looked at as: at several sizes, and
//! from picture to picture in another variant (sharpened, with even light, larger …), so that what one does not show,
//! the next one does. A package of its own, as it is compiled for speed wherever the program is compiled for size.

mod code;
mod grey;
mod looks;
mod threshold;
mod variant;

pub use code::Code;
pub use grey::Grey;
pub use looks::Looks;
