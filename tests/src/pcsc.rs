//! pcscd.
