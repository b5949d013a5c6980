//! The status of an answer, with the word that says what it means.

/// What a status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusClass {
    /// It went well, or goes on.
    Fine,
    /// It is elsewhere.
    Redirect,
    /// The client was wrong.
    ClientError,
    /// The server was.
    ServerError,
    /// No server answered.
    NoAnswer,
    /// No status of HTTP.
    Unknown,
}

impl StatusClass {
    /// Of a number.
    pub(super) fn of(status: i64) -> Self {
        match status {
            0 => Self::NoAnswer,
            100..=299 => Self::Fine,
            300..=399 => Self::Redirect,
            400..=499 => Self::ClientError,
            500..=599 => Self::ServerError,
            _ => Self::Unknown,
        }
    }

    /// The word that stands behind the number; empty when there is none.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Redirect => "redirect",
            Self::ClientError => "client error",
            Self::ServerError => "server error",
            Self::NoAnswer => "no answer",
            Self::Unknown => "",
        }
    }

    /// Whether something went wrong.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::ClientError | Self::ServerError | Self::NoAnswer)
    }
}
