//! Whether a monitor is up, down, or neither is known.

/// Whether a monitor is up. The order is that of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Health {
    /// It is down.
    Down,
    /// It was not checked yet.
    Unknown,
    /// It is up.
    Up,
}

impl Health {
    /// All of them, in the order of urgency.
    pub const ALL: [Self; 3] = [Self::Down, Self::Up, Self::Unknown];

    /// What the server's `isUp` means.
    pub fn of(is_up: Option<bool>) -> Self {
        match is_up {
            Some(true) => Self::Up,
            Some(false) => Self::Down,
            None => Self::Unknown,
        }
    }

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Down => "Down",
            Self::Unknown => "No data",
            Self::Up => "Up",
        }
    }

    /// The word of a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Unknown => "unknown",
            Self::Up => "up",
        }
    }

    /// Reads the word of a URL.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|health| health.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::Health;

    #[test]
    fn statuses_are_read_as_they_are_written() {
        for health in Health::ALL {
            assert_eq!(Health::parse(health.as_str()), Some(health));
        }
        assert_eq!(Health::parse("Down"), None);
        assert!(Health::Down < Health::Unknown && Health::Unknown < Health::Up);
    }
}
