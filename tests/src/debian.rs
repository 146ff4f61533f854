//! Debian's own tools, run as an heir would.
