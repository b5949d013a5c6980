//! What a notification says.

use super::changes::{Change, What};
use super::{Known, Picture};
use crate::id::MonitorId;
use crate::text::{counted, thousands};
use crate::timestamp::Timestamp;

/// So many names are told of many.
const NAMES: usize = 3;

/// A notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What has happened.
    pub title: String,
    /// More about it, and whose monitor it is.
    pub body: String,
    /// Which monitor it is about; none when it is about several.
    pub monitor: Option<MonitorId>,
}

/// What the words need of the reader and the place.
pub struct Words<'a> {
    /// The organization's name.
    pub organization: &'a str,
    /// A time by the reader's clock: `14:03`.
    pub clock: &'a dyn Fn(Timestamp) -> String,
}

/// How often one must have changed to be called restless, and within how many minutes.
pub(super) const RESTLESS: (usize, i64) = (4, 15);

impl Words<'_> {
    /// What has happened to one monitor; nothing for what is not worth a word.
    pub(super) fn change(&self, change: &Change) -> Option<Notice> {
        let Change { what, monitor, before } = change;
        match what {
            What::WentDown => Some(self.down(monitor)),
            What::New if monitor.is_down() => Some(self.down(monitor)),
            What::CameUp => Some(self.up(monitor, before)),
            What::WasDown => {
                let text = self.since("Up again", monitor.since);
                Some(self.notice(monitor, "was down for a moment", text))
            }
            What::WasUp | What::New | What::Gone => None,
        }
    }

    pub(super) fn down(&self, monitor: &Known) -> Notice {
        let since = self.since("Down", monitor.since);
        let text = match &monitor.why {
            Some(why) => format!("{why}. {since}"),
            None => since,
        };
        self.notice(monitor, "is down", text)
    }

    fn up(&self, monitor: &Known, before: &Known) -> Notice {
        let text = match (before.since, monitor.since) {
            (Some(from), Some(to)) => format!("Down from {} to {}", (self.clock)(from), (self.clock)(to)),
            _ => "Up".to_owned(),
        };
        self.notice(monitor, "is up again", text)
    }

    /// The notice that the next changes of this one are not told.
    pub(super) fn restless(&self, monitor: &Known) -> Notice {
        let (changes, minutes) = RESTLESS;
        let text = format!(
            "At least {changes} changes in {minutes} minutes. The next notification comes when it has kept still that long"
        );
        self.notice(monitor, "keeps going up and down", text)
    }

    pub(super) fn settled(&self, monitor: &Known) -> Notice {
        let (what, state) = if monitor.is_down() {
            ("stays down", "Down")
        } else {
            ("stays up", "Up")
        };
        self.notice(monitor, what, self.since(state, monitor.since))
    }

    pub(super) fn still_down(&self, monitor: &Known) -> Notice {
        let text = self.since("It went down in the quiet hours. Down", monitor.since);
        self.notice(monitor, "is down", text)
    }

    /// One notice in place of many.
    pub(super) fn many(&self, notices: &[Notice], picture: &Picture) -> Notice {
        let is_told = |known: &&Known| notices.iter().any(|notice| notice.monitor == Some(known.id));
        let told = picture.monitors.iter().filter(is_told);
        let (down, up): (Vec<&Known>, Vec<&Known>) = told.partition(|known| known.is_down());
        let count = |list: &[&Known]| counted(list.len() as u64, "monitor is", "monitors are");
        let title = match (down.len(), up.len()) {
            (_, 0) => format!("{} down", count(&down)),
            (0, _) => format!("{} up again", count(&up)),
            (_, up) => format!("{} down, {} up again", count(&down), thousands(up as u64)),
        };
        let all = if down.is_empty() { up } else { down };
        let names: Vec<&str> = all.iter().take(NAMES).map(|known| known.name.as_str()).collect();
        let rest = all.len().saturating_sub(NAMES);
        let text = match rest {
            0 => names.join(", "),
            rest => format!("{} and {} more", names.join(", "), thousands(rest as u64)),
        };
        Notice {
            title,
            body: self.placed(&text),
            monitor: None,
        }
    }

    fn notice(&self, monitor: &Known, what: &str, text: String) -> Notice {
        Notice {
            title: format!("{} {what}", monitor.name),
            body: self.placed(&text),
            monitor: Some(monitor.id),
        }
    }

    fn since(&self, what: &str, since: Option<Timestamp>) -> String {
        match since {
            Some(since) => format!("{what} since {}", (self.clock)(since)),
            None => what.to_owned(),
        }
    }

    fn placed(&self, text: &str) -> String {
        format!("{text} · {}", self.organization)
    }
}

/// A notification to see what they look like.
pub fn test_notice(organization: &str) -> Notice {
    Notice {
        title: "Notifications work".to_owned(),
        body: format!("So it will look when a monitor goes down · {organization}"),
        monitor: None,
    }
}
