//! When something was done, to the second, in UTC: as it stands in files (RFC 3339), and its day.

use std::fmt;
use std::time::SystemTime;

use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime, UtcOffset};

/// A second in UTC: `2026-01-01T12:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// Reads the one form in which it is written.
    pub fn parse(text: &str) -> Option<Self> {
        let read = Moment(OffsetDateTime::parse(text, &Rfc3339).ok()?);
        (read.0.nanosecond() == 0 && read.to_string() == text).then_some(read)
    }

    /// Its day in UTC, `2026-01-01`.
    pub fn day(self) -> String {
        self.0.date().to_string()
    }

    /// The second after it.
    #[must_use]
    pub fn next(self) -> Self {
        Moment(self.0.saturating_add(Duration::SECOND))
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        let time = OffsetDateTime::from(time);
        // 0 is a nanosecond that there is.
        Moment(time.replace_nanosecond(0).unwrap_or(time))
    }
}

impl From<Moment> for SystemTime {
    fn from(moment: Moment) -> Self {
        moment.0.into()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_offset(UtcOffset::UTC).format(&Rfc3339).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_one_form() {
        let moment = Moment::parse("2026-01-01T12:00:00Z").unwrap();
        assert_eq!(
            (moment.to_string().as_str(), moment.day().as_str()),
            ("2026-01-01T12:00:00Z", "2026-01-01")
        );
        assert_eq!(Moment::from(SystemTime::from(moment)), moment);
        assert_eq!(moment.next().to_string(), "2026-01-01T12:00:01Z");
        for other in
            ["2026-01-01", "2026-01-01T13:00:00+01:00", "2026-01-01T12:00:00.5Z", "2026-01-01t12:00:00z", ""]
        {
            assert_eq!(Moment::parse(other), None, "{other}");
        }
    }
}
