//! Where the copies of a sealed backup are to be.

/// Where the copies of a sealed backup are to be, besides the share cards. It is asked before it is sealed, for it stands
/// inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// How many sticks get the bundle.
    pub sticks: u8,
    /// How many backup sheets are printed.
    pub sheets: u8,
}
