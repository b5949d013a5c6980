//! What of an issue is shown: the end of its path.

use glint_model::encode::encode_segment;
use glint_model::id::EventId;

/// A part of the issue page.
#[derive(Clone, Debug, PartialEq)]
pub enum IssuePart {
    /// Nothing more, or `/events/{event}`: one event; none means the newest.
    Event(Option<EventId>),
    /// `/events/{event}/json`: the event as the server has it.
    Json(EventId),
    /// `/events/{event}/compare?with=`: two events side by side.
    Compare(EventId),
    /// `/events`: the table of all events.
    Events,
    /// `/comments`.
    Comments,
    /// `/user-reports`.
    UserReports,
    /// `/merged`: the hashes that were merged into the issue.
    Merged,
}

impl IssuePart {
    /// Reads the segments after the issue's id.
    pub fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Event(None),
            ["events", event] => Self::Event(Some(EventId::new(*event))),
            ["events", event, "json"] => Self::Json(EventId::new(*event)),
            ["events", event, "compare"] => Self::Compare(EventId::new(*event)),
            ["events"] => Self::Events,
            ["comments"] => Self::Comments,
            ["user-reports"] => Self::UserReports,
            ["merged"] => Self::Merged,
            _ => return None,
        })
    }

    /// Puts the segments behind a path that ends with the issue's id.
    pub fn append_to(&self, path: &mut String) {
        let (event, end) = match self {
            Self::Event(None) => return,
            Self::Event(Some(event)) => (Some(event), ""),
            Self::Json(event) => (Some(event), "/json"),
            Self::Compare(event) => (Some(event), "/compare"),
            Self::Events => (None, "/events"),
            Self::Comments => (None, "/comments"),
            Self::UserReports => (None, "/user-reports"),
            Self::Merged => (None, "/merged"),
        };
        if let Some(event) = event {
            path.push_str("/events/");
            path.push_str(&encode_segment(event.as_str()));
        }
        path.push_str(end);
    }
}
