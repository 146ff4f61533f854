//! The clock. A certificate bears the time at which it was made, and a computer that was long without
//! current or network has a wrong one; so the owner confirms it.

use rustix::io::Errno;
use rustix::time::{ClockId, Timespec, clock_settime};
use time::{Date, Duration, Month, OffsetDateTime, Time};

/// The day of this version's release (year, month, day), changed with it. The program knows no earlier
/// day; the day of its building would make every build another one.
const RELEASED: (i32, u8, u8) = (2026, 11, 1);
/// After that many years a date is not believed without a question. A stick of that age works as on the first day.
const YEARS: i32 = 10;
/// How far a date may be from what the clock says without a question.
const CLOSE: Duration = Duration::days(1);

/// The clock cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    /// Not an administrator.
    #[error("setting the clock not permitted")]
    NotPermitted,
    /// Anything else that the system said.
    #[error("clock not set: {0}")]
    System(Errno),
    /// Not a date and a time.
    #[error("`{0}` is no date and time")]
    NoTime(String),
}

/// The time, in UTC.
pub fn now() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}

/// The day of this version's release.
pub fn released() -> OffsetDateTime {
    let (year, month, day) = RELEASED;
    let date = Month::try_from(month).and_then(|month| Date::from_calendar_date(year, month, day));
    date.map_or(OffsetDateTime::UNIX_EPOCH, |date| date.midnight().assume_utc())
}

/// Whether to ask again: the date that was typed is far from what the clock says, or cannot be right.
pub fn is_doubtful(typed: OffsetDateTime, now: OffsetDateTime) -> bool {
    !plausible(typed) || (typed - now).abs() > CLOSE
}

/// Whether it can be this time: not before this version existed, nor many years after.
pub fn plausible(now: OffsetDateTime) -> bool {
    let (year, month, day) = RELEASED;
    let end = (year + YEARS, month, day);
    (RELEASED..end).contains(&(now.year(), now.month().into(), now.day()))
}

/// Sets the system's clock. What the computer remembers without current stays as it was.
///
/// # Errors
/// [`ClockError::NotPermitted`] for who is no administrator, else what the system said.
pub fn set(to: OffsetDateTime) -> Result<(), ClockError> {
    let time = Timespec { tv_sec: to.unix_timestamp(), tv_nsec: to.nanosecond().into() };
    clock_settime(ClockId::Realtime, time).map_err(|errno| match errno {
        Errno::PERM | Errno::ACCESS => ClockError::NotPermitted,
        other => ClockError::System(other),
    })
}

/// A time in UTC as [`parse`] reads it.
pub fn write(time: OffsetDateTime) -> String {
    let (month, day) = (u8::from(time.month()), time.day());
    format!("{}-{month:02}-{day:02} {:02}:{:02}", time.year(), time.hour(), time.minute())
}

/// A time in UTC as it is typed: `2026-11-24 17:05`.
///
/// # Errors
/// [`ClockError::NoTime`].
pub fn parse(typed: &str) -> Result<OffsetDateTime, ClockError> {
    read(typed.trim()).ok_or_else(|| ClockError::NoTime(typed.trim().to_owned()))
}

fn read(typed: &str) -> Option<OffsetDateTime> {
    let (date, time) = typed.split_once([' ', 'T'])?;
    let mut date = date.split('-');
    let (year, month, day) = (date.next()?, digits(date.next()?)?, digits(date.next()?)?);
    let (hour, minute) = time.trim_start().split_once(':')?;
    // Two digits for a year are more likely a day or a slip than the first century.
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) || date.next().is_some() {
        return None;
    }
    let date = Date::from_calendar_date(year.parse().ok()?, Month::try_from(month).ok()?, day).ok()?;
    let time = Time::from_hms(digits(hour)?, digits(minute)?, 0).ok()?;
    Some(date.with_time(time).assume_utc())
}

/// One or two digits.
fn digits(text: &str) -> Option<u8> {
    let plain = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_typed_as_people_write_it() {
        for typed in ["2026-11-24 17:05", " 2026-11-24T17:05 ", "2026-11-24  17:05"] {
            assert_eq!(parse(typed).unwrap().unix_timestamp(), 1_795_539_900, "{typed}");
        }
        assert_eq!(parse("2027-1-2 3:04"), parse("2027-01-02 03:04"));
    }

    #[test]
    fn what_is_no_time_is_no_date() {
        let wrong = [
            "",
            "2026-11-24",
            "17:05",
            "2026-13-01 00:00",
            "2026-02-29 12:00",
            "2026-11-24 24:00",
            "2026-11-24 17:60",
            "24-11-2026 17:05",
            "26-11-24 17:05",
            "2026-11-24-1 17:05",
            "2026-11-24 17:05:30",
            "2026-11-24 +7:05",
        ];
        for typed in wrong {
            let error = parse(typed).unwrap_err();
            assert_eq!(error, ClockError::NoTime(typed.into()), "{typed}");
        }
    }

    #[test]
    fn a_clock_that_stood_still_is_noticed() {
        for wrong in ["1970-01-01 00:00", "2026-10-31 23:59", "2036-11-01 00:00", "2062-01-01 00:00"] {
            assert!(!plausible(parse(wrong).unwrap()), "{wrong}");
        }
        for right in ["2026-11-01 00:00", "2026-11-24 17:05", "2031-01-01 00:00", "2036-10-31 23:59"] {
            assert!(plausible(parse(right).unwrap()), "{right}");
        }
    }
}
