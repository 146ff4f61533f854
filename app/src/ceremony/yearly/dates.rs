//! A year from a day.

use std::time::SystemTime;

use time::OffsetDateTime;

/// The same moment a year later; of a 29th of February the 28th.
pub(super) fn a_year_after(today: SystemTime) -> SystemTime {
    let today = OffsetDateTime::from(today);
    let next = today.year() + 1;
    let same = |day: u8| today.replace_day(day).and_then(|today| today.replace_year(next));
    same(today.day()).or_else(|_| same(28)).map_or(today.into(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::Moment;

    #[test]
    fn a_year_later_it_is_the_same_day_if_there_is_one() {
        for (today, next) in [
            ("2026-11-29T12:00:00Z", "2027-11-29T12:00:00Z"),
            ("2027-12-31T23:59:59Z", "2028-12-31T23:59:59Z"),
            ("2028-02-29T12:00:00Z", "2029-02-28T12:00:00Z"),
            ("2027-02-28T12:00:00Z", "2028-02-28T12:00:00Z"),
        ] {
            let today = SystemTime::from(Moment::parse(today).unwrap());
            assert_eq!(Moment::from(a_year_after(today)).to_string(), next);
        }
    }
}
