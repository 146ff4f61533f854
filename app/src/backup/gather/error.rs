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
    #[error(
        "card {card} belongs to set {found}, and the backup to set {expected}. Put it aside and take a card of set {expected}; if all cards are of set {found}, it is the stick or the sheet that is the wrong one"
    )]
    OtherSet {
        /// The card's number.
        card: u8,
        /// Its set.
        found: SetId,
        /// The set of the others, of the sheet or of the bundle.
        expected: SetId,
    },
    /// Twice the same.
    #[error("{} was there already. Take another card of this set", .card.map_or("this card".into(), |card| format!("card {card}")))]
    Doubled {
        /// The card's number, if it is known.
        card: Option<u8>,
    },
    /// A number was typed that another card has.
    #[error(
        "there is a card {card} already, with other words. Look at the number of this one; if it cannot be read, leave it empty"
    )]
    SameNumber {
        /// The number.
        card: u8,
    },
    /// Read right, and not what the manifest says.
    #[error(
        "card {card} was read right, but it is not the card {card} of set {set} that the list on the stick names: either the card or the list is not the true one. Take another card; if that one is refused too, use another copy of the bundle, or the backup sheet"
    )]
    NotListed {
        /// The card's number.
        card: u8,
        /// The set that both name.
        set: SetId,
    },
    /// They were joined without it.
    #[error("one more card ({0}) is not needed: the backup is open. Go on")]
    NotNeeded(Cards),
    /// They were joined, and it does not fit to those.
    #[error(
        "this card ({0}) does not fit to those that opened the backup: it was misread, has a wrong number, is of another set, or is a forgery. It is not needed. Put it aside"
    )]
    Misfit(Cards),
    /// More than there can be of one set.
    #[error("{MOST} cards are here, and no set has so many. Take one out before another one comes")]
    Full,
    /// Not enough yet.
    #[error("{missing} more of {needed} cards are needed. Scan or type another card")]
    TooFew {
        /// How many are missing.
        missing: u8,
        /// k.
        needed: u8,
    },
    /// However they are taken together, they do not give the key of their set.
    #[error(
        "cards {cards} do not fit together: however they are taken, they do not give the key of set {set}. At least one was misread, has a wrong number, is of another set, or is a forgery. {}", if *.more { "Bring one more card, then it can be told which one" } else { "Read them again, and look at the set of each: it stands at the top right" }
    )]
    Unfit {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
        /// Whether the set has more of them.
        more: bool,
    },
    /// The same, though each is what the manifest says.
    #[error(
        "cards {cards} are those that the list on the stick names, and yet they do not give the key of set {set}: the list is not the true one. Use another copy of the bundle, or the backup sheet"
    )]
    ListUnfit {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
    },
    /// Too much would have to be tried.
    #[error(
        "cards {0} can be read and numbered in too many ways to try them all. Compare their numbers and words, and type again what is wrong, with its number. One more card helps too"
    )]
    NumbersNeeded(Cards),
    /// They fit together, and what they give does not open the backup.
    #[error(
        "cards {cards} fit together, and give the key of set {set}, but this backup does not open with it: it is not the one that belongs to these cards, whatever it says of itself. Use another copy of the bundle, or another backup sheet"
    )]
    NotThisBackup {
        /// Which cards.
        cards: Cards,
        /// Their set.
        set: SetId,
    },
    /// Two keys open the backup: no true one does that.
    #[error(
        "among these cards there are two keys, and both open the backup: somebody has made it so. Do not use what comes out. Take other cards and another copy of the backup"
    )]
    TwoKeys,
    /// Nobody waited for the end.
    #[error("the search was stopped. The cards are still here; go on when you like")]
    Stopped,
}
