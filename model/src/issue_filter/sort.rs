//! The orders in which the server lists issues.

/// An order. The server refuses any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The newest event first.
    #[default]
    LastSeen,
    /// The oldest newest event first.
    LastSeenAscending,
    /// The newest issue first.
    FirstSeen,
    /// The oldest issue first.
    FirstSeenAscending,
    /// The most events first.
    Count,
    /// The fewest events first.
    CountAscending,
    /// Much and lately first.
    Priority,
    /// Little and long ago first.
    PriorityAscending,
}

impl Sort {
    /// All orders, the default first.
    pub const ALL: [Self; 8] = [
        Self::LastSeen,
        Self::LastSeenAscending,
        Self::FirstSeen,
        Self::FirstSeenAscending,
        Self::Count,
        Self::CountAscending,
        Self::Priority,
        Self::PriorityAscending,
    ];

    /// The word of the wire and of the URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LastSeen => "-last_seen",
            Self::LastSeenAscending => "last_seen",
            Self::FirstSeen => "-first_seen",
            Self::FirstSeenAscending => "first_seen",
            Self::Count => "-count",
            Self::CountAscending => "count",
            Self::Priority => "-priority",
            Self::PriorityAscending => "priority",
        }
    }

    /// What the order is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::LastSeen => "Last seen",
            Self::LastSeenAscending => "Longest quiet",
            Self::FirstSeen => "Newest",
            Self::FirstSeenAscending => "Oldest",
            Self::Count => "Most events",
            Self::CountAscending => "Fewest events",
            Self::Priority => "Highest priority",
            Self::PriorityAscending => "Lowest priority",
        }
    }

    /// Reads the word of the wire.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text)
    }
}
