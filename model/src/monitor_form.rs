//! The form for a monitor: what is typed, what is wrong with it, and what is sent. The limits are those of the server
//! (`contract/server-notes.md`, sections 5 and 8; `MonitorIn` in `contract/openapi.json`).

mod address;
mod check;
mod refusal;

pub use address::{completed_web, host_port_of};
pub use check::{field_problem, interval_problem, problems};
pub use refusal::{Refusal, refusal};

use crate::id::ProjectId;
use crate::wire::monitor::{Monitor, MonitorType, WriteMonitor};
use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest address, in characters.
pub const LONGEST_URL: usize = 2_000;
/// The longest text that can be looked for in an answer, in characters.
pub const LONGEST_BODY: usize = 2_000;
/// The longest that a check may wait, in seconds.
pub const LONGEST_TIMEOUT_S: i64 = 60;
/// How long a check waits when nothing is said, in seconds.
pub const USUAL_TIMEOUT_S: i64 = 20;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// How the monitor looks.
    Kind,
    /// Its name.
    Name,
    /// What it looks at.
    Url,
    /// The status code that counts as up.
    ExpectedStatus,
    /// The text that has to be in the answer.
    ExpectedBody,
    /// Seconds between two checks.
    Interval,
    /// Seconds until a check gives up.
    Timeout,
    /// The project whose recipients are told.
    Project,
}

impl Field {
    /// The field that the server calls so.
    pub fn of_server(name: &str) -> Option<Self> {
        Some(match name {
            "monitorType" | "monitor_type" => Self::Kind,
            "name" => Self::Name,
            "url" => Self::Url,
            "expectedStatus" | "expected_status" => Self::ExpectedStatus,
            "expectedBody" | "expected_body" => Self::ExpectedBody,
            "interval" => Self::Interval,
            "timeout" => Self::Timeout,
            "project" | "projectID" | "project_id" => Self::Project,
            _ => return None,
        })
    }
}

/// The fields that a monitor of this type has, in the order of the form.
pub fn fields(kind: MonitorType) -> &'static [Field] {
    match kind {
        MonitorType::Get | MonitorType::Post => &[
            Field::Kind,
            Field::Name,
            Field::Url,
            Field::ExpectedStatus,
            Field::ExpectedBody,
            Field::Interval,
            Field::Timeout,
            Field::Project,
        ],
        MonitorType::Heartbeat => &[Field::Kind, Field::Name, Field::Interval, Field::Project],
        MonitorType::Ping | MonitorType::Port | MonitorType::Ssl | MonitorType::Unknown => &[
            Field::Kind,
            Field::Name,
            Field::Url,
            Field::Interval,
            Field::Timeout,
            Field::Project,
        ],
    }
}

/// What a type does, in a sentence.
pub fn help(kind: MonitorType) -> &'static str {
    match kind {
        MonitorType::Ping => "Sends an HTTP HEAD request: is anybody there? Asks for no content.",
        MonitorType::Get => "Sends a GET request; can expect a status code and a text in the answer.",
        MonitorType::Post => "Sends a POST request without a body; can expect a status code and a text in the answer.",
        MonitorType::Port => "Opens a TCP connection to a host and port: databases, mail, anything that listens.",
        MonitorType::Ssl => "Looks at the certificate of an HTTPS address.",
        MonitorType::Heartbeat => "Waits for your job or service to report. It is down when it stays silent.",
        MonitorType::Unknown => "A type that this Glint does not know.",
    }
}

/// What is typed. The two kinds of address are apart, and what a type does not have stays as it is, so that changing the
/// type back and forth loses nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonitorForm {
    /// How it looks.
    pub kind: MonitorType,
    /// Its name.
    pub name: String,
    /// The address, for all that speak HTTP and for SSL.
    pub web: String,
    /// `host:port`, for TCP Port.
    pub host_port: String,
    /// The status code that counts as up.
    pub expected_status: String,
    /// The text that has to be in the answer.
    pub expected_body: String,
    /// Seconds between two checks.
    pub interval: String,
    /// Seconds until a check gives up; empty for the server's own.
    pub timeout: String,
    /// The project whose recipients are told.
    pub project: Option<ProjectId>,
}

impl Default for MonitorForm {
    fn default() -> Self {
        Self {
            kind: MonitorType::Ping,
            name: String::new(),
            web: String::new(),
            host_port: String::new(),
            expected_status: "200".to_owned(),
            expected_body: String::new(),
            interval: "60".to_owned(),
            timeout: String::new(),
            project: None,
        }
    }
}

impl MonitorForm {
    /// What the form begins with for a monitor that is there. None for a type that this build does not know: it could not
    /// send it back.
    pub fn of(monitor: &Monitor) -> Option<Self> {
        if monitor.monitor_type == MonitorType::Unknown {
            return None;
        }
        let url = monitor.url.clone().unwrap_or_default();
        let (web, host_port) = match monitor.monitor_type {
            MonitorType::Port => (String::new(), url),
            _ => (url, String::new()),
        };
        Some(Self {
            kind: monitor.monitor_type,
            name: monitor.name.clone(),
            web,
            host_port,
            expected_status: monitor
                .expected_status
                .map_or("200".to_owned(), |status| status.to_string()),
            expected_body: monitor.expected_body.clone().unwrap_or_default(),
            interval: monitor.interval.to_string(),
            timeout: monitor.timeout.map_or(String::new(), |timeout| timeout.to_string()),
            project: monitor.project_id.clone(),
        })
    }

    /// The same for one that is to be another one: only its name differs.
    pub fn copy_of(monitor: &Monitor) -> Option<Self> {
        let form = Self::of(monitor)?;
        let name: String = format!("Copy of {}", form.name).chars().take(LONGEST_NAME).collect();
        Some(Self { name, ..form })
    }

    /// The same with another type. Where the address of that type is still empty, it is made of the one that is there.
    pub fn with_kind(mut self, kind: MonitorType) -> Self {
        self.kind = kind;
        if kind == MonitorType::Port && self.host_port.trim().is_empty() {
            self.host_port = host_port_of(&self.web).unwrap_or_default();
        }
        self
    }

    /// The address that its type looks at.
    pub fn url(&self) -> &str {
        match self.kind {
            MonitorType::Port => &self.host_port,
            MonitorType::Heartbeat => "",
            _ => &self.web,
        }
    }

    /// Changes the address that its type looks at.
    pub fn set_url(&mut self, url: String) {
        match self.kind {
            MonitorType::Port => self.host_port = url,
            _ => self.web = url,
        }
    }

    /// What is sent, or what is wrong, in the order of the form. Only what the type has is sent.
    pub fn to_send(&self) -> Result<WriteMonitor, Vec<(Field, String)>> {
        let wrong = problems(self);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let has = |field| fields(self.kind).contains(&field);
        let number = |text: &str| text.trim().parse::<i64>().ok();
        Ok(WriteMonitor {
            monitor_type: self.kind,
            name: self.name.trim().to_owned(),
            url: self.url().trim().to_owned(),
            interval: interval_s(&self.interval).unwrap_or_default(),
            timeout: number(&self.timeout).filter(|_| has(Field::Timeout)),
            expected_status: number(&self.expected_status).filter(|_| has(Field::ExpectedStatus)),
            expected_body: if has(Field::ExpectedBody) {
                self.expected_body.clone()
            } else {
                String::new()
            },
            project: self.project.clone(),
        })
    }
}

/// The interval that was typed, in seconds, when the server can store it.
pub fn interval_s(text: &str) -> Option<i64> {
    text.trim().parse().ok().filter(|_| interval_problem(text).is_none())
}

/// Whether these scopes of a role (`access` of an organization) let somebody create, change and delete monitors.
pub fn may_write(access: &[String]) -> bool {
    let wanted = ["project:write", "project:admin", "org:write", "org:admin"];
    access.iter().any(|scope| wanted.contains(&scope.as_str()))
}

#[cfg(test)]
mod tests;
