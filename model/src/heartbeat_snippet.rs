//! Ready text that sends a heartbeat: a `POST` without a body to the monitor's own address, from many places. The address
//! and the name are put into each as its language wants them, whatever is in them.

mod every;
mod quote;
mod write;

use crate::safe_url::SafeUrl;

/// From where a heartbeat is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// A shell.
    Curl,
    /// A line of a crontab.
    Cron,
    /// A service and a timer of systemd.
    Systemd,
    /// Python, without a package.
    Python,
    /// Node, without a package.
    Node,
    /// Go, without a module.
    Go,
    /// PowerShell, of Windows or newer.
    PowerShell,
    /// A CronJob of Kubernetes.
    Kubernetes,
}

/// A text to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// What it is, or the file that it belongs into.
    pub title: String,
    /// The text; it ends with a line break.
    pub text: String,
}

impl Sender {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Curl,
        Self::Cron,
        Self::Systemd,
        Self::Python,
        Self::Node,
        Self::Go,
        Self::PowerShell,
        Self::Kubernetes,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Cron => "cron",
            Self::Systemd => "systemd",
            Self::Python => "Python",
            Self::Node => "Node",
            Self::Go => "Go",
            Self::PowerShell => "PowerShell",
            Self::Kubernetes => "Kubernetes CronJob",
        }
    }

    /// What to know before using it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Curl => "Put it at the end of a script, after everything that must have worked.",
            Self::Cron => {
                "Replace /path/to/job with your command: only when it succeeds is the heartbeat sent. cron runs at most \
                 once a minute."
            }
            Self::Systemd => "Replace /path/to/job with your command: the heartbeat is sent only when it succeeds.",
            Self::Python | Self::Node | Self::Go => {
                "Call it when the work is done. A heartbeat that fails must not stop it."
            }
            Self::PowerShell => "Put it at the end of the script that the task scheduler runs.",
            Self::Kubernetes => {
                "Shows that the cluster starts jobs. In a job of your own, add the curl line at its end."
            }
        }
    }

    /// The texts for a monitor that wants a heartbeat every `interval_s` seconds. None when `endpoint` is no address that
    /// could be sent to.
    pub fn snippets(self, endpoint: &str, name: &str, interval_s: i64) -> Option<Vec<Snippet>> {
        let endpoint = SafeUrl::web(endpoint)?;
        Some(write::snippets(self, endpoint.as_str(), name, interval_s))
    }
}

#[cfg(test)]
mod tests;
