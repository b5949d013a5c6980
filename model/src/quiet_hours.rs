//! Hours of the day in which nobody wants to be disturbed, by the reader's own clock.

use crate::local_time::LocalTime;

const MINUTES_OF_DAY: u16 = 24 * 60;

/// From one time of the day to another, on some days of the week. When the end is not after the start, it is on the next
/// day; so equal times are a whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: u16,
    to: u16,
    days: [bool; 7],
}

impl Default for QuietHours {
    /// From 22:00 to 07:00, every day.
    fn default() -> Self {
        Self {
            from: 22 * 60,
            to: 7 * 60,
            days: [true; 7],
        }
    }
}

impl QuietHours {
    /// Whether it is quiet when the reader's clock shows this. What begins on a chosen day goes on into the day after,
    /// chosen or not.
    pub fn is_quiet(&self, at: LocalTime) -> bool {
        let (minute, today) = (at.minute_of_day(), usize::from(at.weekday()));
        let begins_on = |day: usize| self.days.get(day % 7).copied().unwrap_or_default();
        if self.from < self.to {
            return begins_on(today) && (self.from..self.to).contains(&minute);
        }
        begins_on(today) && minute >= self.from || begins_on(today + 6) && minute < self.to
    }

    /// When they begin: `22:00`.
    pub fn from(&self) -> String {
        clock(self.from)
    }

    /// When they end: `07:00`.
    pub fn to(&self) -> String {
        clock(self.to)
    }

    /// Sets when they begin; a text that is no time of the day changes nothing.
    pub fn set_from(&mut self, text: &str) {
        self.from = minutes(text).unwrap_or(self.from);
    }

    /// Sets when they end; a text that is no time of the day changes nothing.
    pub fn set_to(&mut self, text: &str) {
        self.to = minutes(text).unwrap_or(self.to);
    }

    /// Whether they begin on this day of the week, 0 for Monday to 6 for Sunday.
    pub fn has_day(&self, day: usize) -> bool {
        self.days.get(day).copied().unwrap_or_default()
    }

    /// Chooses a day of the week, or not.
    pub fn set_day(&mut self, day: usize, is_chosen: bool) {
        if let Some(one) = self.days.get_mut(day) {
            *one = is_chosen;
        }
    }

    /// One word, to be kept: `22:00-07:00/1234567`.
    pub fn to_text(&self) -> String {
        let days: String = ('1'..='7')
            .zip(self.days)
            .filter(|(_, is_chosen)| *is_chosen)
            .map(|(day, _)| day)
            .collect();
        format!("{}-{}/{days}", self.from(), self.to())
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, chosen) = text.split_once('/')?;
        let (from, to) = hours.split_once('-')?;
        let mut days = [false; 7];
        for (day, digit) in days.iter_mut().zip('1'..='7') {
            *day = chosen.contains(digit);
        }
        Some(Self {
            from: minutes(from)?,
            to: minutes(to)?,
            days,
        })
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads what a `time` field holds: `22:00`, some browsers add seconds.
fn minutes(text: &str) -> Option<u16> {
    let (hours, rest) = text.split_once(':')?;
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<u16>().ok()).flatten();
    let minutes = number(rest.get(..2)?).filter(|minutes| *minutes < 60)?;
    let all = number(hours)? * 60 + minutes;
    (all < MINUTES_OF_DAY).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::QuietHours;
    use crate::local_time::LocalTime;
    use crate::testing::texts;

    fn hours(text: &str) -> QuietHours {
        QuietHours::parse(text).expect("quiet hours")
    }

    fn is_quiet(hours: &QuietHours, at: &str) -> bool {
        hours.is_quiet(LocalTime::parse(at).expect("a time"))
    }

    #[test]
    fn they_begin_on_time_and_are_over_on_time() {
        let night = QuietHours::default();
        for (at, want) in [
            ("2026-11-23T21:59", false),
            ("2026-11-23T22:00", true),
            ("2026-11-23T23:59", true),
            ("2026-11-24T00:00", true),
            ("2026-11-24T06:59", true),
            ("2026-11-24T07:00", false),
        ] {
            assert_eq!(is_quiet(&night, at), want, "{at}");
        }
        let noon = hours("12:30-13:30/1234567");
        for (at, want) in [
            ("12:29", false),
            ("12:30", true),
            ("13:29", true),
            ("13:30", false),
            ("00:00", false),
        ] {
            assert_eq!(is_quiet(&noon, &format!("2026-11-23T{at}")), want, "{at}");
        }
    }

    #[test]
    fn a_night_belongs_to_the_day_it_begins_on() {
        // Fridays and Saturdays; 27 November 2026 is a Friday.
        let weekend = hours("22:00-09:00/56");
        for (at, want) in [
            ("2026-11-27T08:00", false),
            ("2026-11-27T22:30", true),
            ("2026-11-28T08:59", true),
            ("2026-11-28T12:00", false),
            ("2026-11-29T08:00", true),
            ("2026-11-29T22:30", false),
            ("2026-11-30T08:00", false),
        ] {
            assert_eq!(is_quiet(&weekend, at), want, "{at}");
        }
        // From Sunday into Monday, over the end of the week.
        let sunday = hours("22:00-07:00/7");
        assert!(is_quiet(&sunday, "2026-11-30T06:59"));
        assert!(!is_quiet(&sunday, "2026-11-29T06:59"));
    }

    #[test]
    fn equal_times_are_a_whole_day() {
        let sundays = hours("00:00-00:00/7");
        assert!(is_quiet(&sundays, "2026-11-29T00:00"));
        assert!(is_quiet(&sundays, "2026-11-29T23:59"));
        assert!(!is_quiet(&sundays, "2026-11-30T00:00"));
        let from_noon = hours("12:00-12:00/7");
        assert!(!is_quiet(&from_noon, "2026-11-29T11:59"));
        assert!(is_quiet(&from_noon, "2026-11-30T11:59"));
    }

    #[test]
    fn no_day_is_never_quiet() {
        let never = hours("22:00-07:00/");
        assert!(!is_quiet(&never, "2026-11-23T23:00") && !is_quiet(&never, "2026-11-23T03:00"));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for text in ["22:00-07:00/1234567", "00:00-23:59/", "12:30-13:30/67"] {
            assert_eq!(hours(text).to_text(), text);
        }
        for text in ["", "22:00", "22-7/1", "24:00-07:00/1", "22:60-07:00/1", "22:00-07:00"] {
            assert_eq!(QuietHours::parse(text), None, "{text}");
        }
        for text in texts(2000) {
            let _ = QuietHours::parse(&format!("{text}-07:00/1"));
            let _ = QuietHours::parse(&text);
        }
    }

    #[test]
    fn only_a_time_of_the_day_is_taken_over() {
        let mut hours = QuietHours::default();
        hours.set_from("20:15:30");
        hours.set_to("");
        hours.set_day(6, false);
        hours.set_day(7, false);
        assert_eq!(hours.to_text(), "20:15-07:00/123456");
        assert!(hours.has_day(0) && !hours.has_day(6) && !hours.has_day(7));
    }
}
