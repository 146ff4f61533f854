//! A GnuPG of its own.
