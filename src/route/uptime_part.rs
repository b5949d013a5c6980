//! What of an organization's uptime is shown: the end of its path.

use glint_model::id::MonitorId;

/// A page of the uptime area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UptimePart {
    /// Nothing more: all monitors.
    Monitors,
    /// `/new`: a form for one, `?from=` another.
    New,
    /// `/new/many`: many from a pasted list.
    NewMany,
    /// `/screen`: the status of all, for a screen on the wall.
    Screen,
    /// `/status-pages`.
    StatusPages,
    /// `/{monitor}`.
    Monitor(MonitorId),
    /// `/{monitor}/update`: a form that changes it.
    Update(MonitorId),
}

impl UptimePart {
    /// Reads the segments after `uptime-monitors`.
    pub fn parse(segments: &[&str]) -> Option<Self> {
        let number = |text: &str| text.parse().ok().map(MonitorId);
        Some(match segments {
            [] => Self::Monitors,
            ["new"] => Self::New,
            ["new", "many"] => Self::NewMany,
            ["screen"] => Self::Screen,
            ["status-pages"] => Self::StatusPages,
            [monitor] => Self::Monitor(number(monitor)?),
            [monitor, "update"] => Self::Update(number(monitor)?),
            _ => return None,
        })
    }

    /// Puts the segments behind a path that ends with `uptime-monitors`.
    pub fn append_to(self, path: &mut String) {
        match self {
            Self::Monitors => {}
            Self::New => path.push_str("/new"),
            Self::NewMany => path.push_str("/new/many"),
            Self::Screen => path.push_str("/screen"),
            Self::StatusPages => path.push_str("/status-pages"),
            Self::Monitor(monitor) => path.push_str(&format!("/{monitor}")),
            Self::Update(monitor) => path.push_str(&format!("/{monitor}/update")),
        }
    }
}
