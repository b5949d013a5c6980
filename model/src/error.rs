//! What can go wrong with a request. The only file that reads refusals, whatever their shape
//! (`contract/server-notes.md`, sections 2 and 3); [`sentence`] words them.

mod answer;
mod sentence;

pub use sentence::sign_in_sentence;

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The server could not be reached.
    Offline,
    /// The server was too slow.
    Timeout,
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// The request did not carry the token that proves it came from this page.
    Csrf,
    /// The signed-in user may not do this; with the server's reason, if it gave one.
    Forbidden(Option<String>),
    /// It is not there, or not for this user.
    NotFound,
    /// The server did not accept what was sent; empty when it did not say why.
    Invalid(Vec<FieldProblem>),
    /// It clashes with what is there; with the server's reason, if it gave one.
    Conflict(Option<String>),
    /// Too many requests.
    TooMany {
        /// Seconds to wait, if the server said so.
        retry_after: Option<u32>,
    },
    /// The server failed, or refused in a way of which only the HTTP status is known.
    Server(u16),
    /// The answer could not be read; with what was wrong with it.
    Unreadable(String),
}

/// One thing that is wrong with what was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, with its path where fields are nested (`alertRecipients.0.url`); none when it is about the
    /// whole.
    pub field: Option<String>,
    /// What is wrong, in the server's words and in the language of the request.
    pub message: String,
    /// The server's code for it, such as `email_password_mismatch` or `missing`: decide by this.
    pub code: Option<String>,
}

impl ApiError {
    /// Reads a refusal: its status, its `Retry-After` header and its body. For success there is nothing to
    /// read: the caller keeps those away.
    pub fn from_answer(status: u16, retry_after: Option<&str>, body: &str) -> Self {
        answer::read(status, retry_after, body)
    }

    /// Whether the same request may succeed when it is sent again as it is.
    pub fn can_retry(&self) -> bool {
        match self {
            Self::Offline | Self::Timeout | Self::Csrf | Self::TooMany { .. } | Self::Unreadable(_) => true,
            Self::Server(status) => *status >= 500,
            Self::SignedOut | Self::Forbidden(_) | Self::NotFound | Self::Invalid(_) | Self::Conflict(_) => false,
        }
    }

    /// One sentence or two for people: what happened and what to do. Never markup.
    pub fn sentence(&self) -> String {
        sentence::of(self)
    }

    /// What is wrong with this field, in the server's words.
    pub fn of_field(&self, name: &str) -> Option<&str> {
        let Self::Invalid(problems) = self else {
            return None;
        };
        problems
            .iter()
            .find(|problem| problem.field.as_deref() == Some(name))
            .map(|problem| problem.message.as_str())
    }

    /// Whether the server gave this code.
    pub fn has_code(&self, code: &str) -> bool {
        matches!(self, Self::Invalid(problems) if problems.iter().any(|problem| problem.code.as_deref() == Some(code)))
    }
}
