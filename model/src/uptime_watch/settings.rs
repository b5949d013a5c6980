//! What somebody wants to be told in this browser of an organization's monitors.

use crate::quiet_hours::QuietHours;

/// What is wanted; nothing to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoticeSettings {
    /// Whether the monitors are watched while another page than uptime is open.
    pub is_watching: bool,
    /// Whether changes are told by the desktop's own notifications; only while it is watching.
    pub is_notifying: bool,
    /// Whether the quiet hours are kept.
    pub is_quiet: bool,
    /// The quiet hours; kept also while nobody wants them.
    pub hours: QuietHours,
}

impl NoticeSettings {
    /// The text that is kept: `on notify quiet 22:00-07:00/1234567`. It begins with `on` when the monitors are watched.
    pub fn to_text(&self) -> String {
        let mut words = Vec::new();
        for (is_so, word) in [
            (self.is_watching, "on"),
            (self.is_notifying, "notify"),
            (self.is_quiet, "quiet"),
        ] {
            if is_so {
                words.push(word.to_owned());
            }
        }
        words.push(self.hours.to_text());
        words.join(" ")
    }

    /// Reads the text; what it does not know is left out.
    pub fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        for word in text.split_whitespace() {
            match word {
                "on" => settings.is_watching = true,
                "notify" => settings.is_notifying = true,
                "quiet" => settings.is_quiet = true,
                other => settings.hours = QuietHours::parse(other).unwrap_or(settings.hours),
            }
        }
        settings
    }

    /// Whether a kept text says that the monitors are watched.
    pub fn is_on(text: &str) -> bool {
        text.starts_with("on")
    }

    /// Turns watching on, or off with the notifications.
    pub fn watch(&mut self, is_on: bool) {
        self.is_watching = is_on;
        self.is_notifying &= is_on;
    }

    /// Turns the notifications off, or on with watching.
    pub fn notify(&mut self, is_on: bool) {
        self.is_notifying = is_on;
        self.is_watching |= is_on;
    }
}
