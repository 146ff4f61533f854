//! What is wrong with a share, or with those that are there together. Of none it is said that it is bad: what does not
//! fit may be the backup, the list, a number or a word.

use std::fmt;

use super::held::MOST;
use crate::backup::SetId;

/// Numbers of cards, `?` for one that is not known: `2, 3, ?`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cards(pub Vec<Option<u8>>);

impl fmt::Display for Cards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |card: &Option<u8>| card.map_or_else(|| "?".to_owned(), |card| card.to_string());
        f.write_str(&self.0.iter().map(name).collect::<Vec<_>>().join(", "))
    }
}

/// What is wrong with a share, or with those that are there together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GatherError {
    /// Of another set.
    #[error("card {card} of set {found}, the backup of set {expected}")]
    OtherSet {
        /// The card's number.
        card: u8,
        /// Its set.
        found: SetId,
        /// The set of the others, of the sheet or of the bundle.
        expected: SetId,
    },
    /// Twice the same.
    #[error("{} doubled", .card.map_or("card".into(), |card| format!("card {card}")))]
    Doubled {
        /// The card's number, if it is known.
        card: Option<u8>,
    },
    /// A number was typed that another card has.
    #[error("card {card} twice, with other words")]
    SameNumber {
        /// The number.
        card: u8,
    },
    /// Read right, and not what the manifest says.
    #[error("card {card} of set {set}: another share than listed")]
    NotListed {
        /// The card's number.
        card: u8,
        /// The set that both name.
        set: SetId,
    },
    /// The other cards were joined without this one.
    #[error("card not needed: {0}")]
    NotNeeded(Cards),
    /// The other cards were joined, and this one does not fit to them.
    #[error("card does not fit those that opened the backup: {0}")]
    Misfit(Cards),
    /// More than there can be of one set.
    #[error("{MOST} cards, and no set has more")]
    Full,
    /// Not enough yet.
    #[error("{missing} more of {needed} cards needed")]
    TooFew {
        /// How many are missing.
        missing: u8,
        /// k.
        needed: u8,
    },
    /// However they are taken together, they do not give the key of their set.
    #[error("cards {cards} do not give the key of set {set}{}", if *.more { "" } else { ", and no card is left" })]
    Unfit {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
        /// Whether the set has more of them.
        more: bool,
    },
    /// The same, though each is what the manifest says.
    #[error("cards {cards} are listed, and do not give the key of set {set}")]
    ListUnfit {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
    },
    /// Too much would have to be tried.
    #[error("cards {0} can be read or numbered in too many ways")]
    NumbersNeeded(Cards),
    /// They fit together, and what they give does not open the backup.
    #[error("cards {cards} give the key of set {set}, which does not open this backup")]
    NotThisBackup {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
    },
    /// Two keys open the backup: no true one does that.
    #[error("two keys in these cards, and both open the backup")]
    TwoKeys,
    /// Nobody waited for the end.
    #[error("search stopped")]
    Stopped,
}
