//! Choices that stand in `plan.toml` as words.

/// An enumeration that stands in `plan.toml` as one of a few words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $field:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it in `plan.toml`.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            pub(super) fn from_word(word: &str) -> Result<Self, crate::plan::error::PlanError> {
                Self::ALL.iter().copied().find(|v| v.word() == word).ok_or_else(|| {
                    crate::plan::error::field($field, word, crate::plan::error::Allowed::OneOf(&[$($word),+]))
                })
            }
        }
    };
}
pub(super) use words;
