//! The monitors that every world starts with: a few of every sort in Acme, many in the organization `wall`.

mod acme;
pub mod course;
mod hosts;
mod wall;

pub use hosts::course_of;

use course::Course;
use glint_model::timestamp::Timestamp;
use serde::Serialize;
use std::sync::Arc;

/// A monitor with all that is set about it, and what happens to what it watches.
#[derive(Clone, Debug)]
pub struct Monitor {
    /// Its number.
    pub id: i64,
    /// The number of its organization.
    pub organization: i64,
    /// The number of its project.
    pub project: Option<i64>,
    /// The name of its environment.
    pub environment: Option<&'static str>,
    /// What it does.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What it asks; empty for a heartbeat.
    pub url: String,
    /// The status that counts as up.
    pub expected_status: Option<i64>,
    /// What the answer must contain.
    pub expected_body: String,
    /// How long it waits for an answer, in seconds.
    pub timeout: Option<i64>,
    /// When it was created.
    pub created: Timestamp,
    /// How often it checks: the pace it was created with, and those it was given later.
    pub eras: Vec<Era>,
    /// What happens to what it watches.
    pub course: Course,
}

/// A time during which a monitor checks at one pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    /// When it begins; the first check comes one interval later.
    pub start: Timestamp,
    /// Seconds between two checks.
    pub interval: i64,
}

/// What a monitor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// Asks with HEAD.
    Ping,
    /// Asks with GET.
    #[serde(rename = "GET")]
    Get,
    /// Asks with POST.
    #[serde(rename = "POST")]
    Post,
    /// Opens a connection.
    #[serde(rename = "TCP Port")]
    Port,
    /// Looks at a certificate.
    #[serde(rename = "SSL")]
    Ssl,
    /// Waits to be called.
    Heartbeat,
}

impl Kind {
    /// The kind with the server's name.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [
            Self::Ping,
            Self::Get,
            Self::Post,
            Self::Port,
            Self::Ssl,
            Self::Heartbeat,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// The server's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ping => "Ping",
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Port => "TCP Port",
            Self::Ssl => "SSL",
            Self::Heartbeat => "Heartbeat",
        }
    }
}

impl Monitor {
    /// Seconds between two checks, as it is set now.
    pub fn interval(&self) -> i64 {
        self.eras.last().map_or(60, |era| era.interval)
    }
}

/// All monitors, by rising number.
pub fn build(now: Timestamp) -> Vec<Arc<Monitor>> {
    acme::build(now)
        .into_iter()
        .chain(wall::build(now))
        .map(Arc::new)
        .collect()
}
