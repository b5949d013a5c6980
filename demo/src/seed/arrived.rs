//! Events that came in after the start: an issue with what it was laid out with, and what arrived in a world since.

use crate::seed::event_id;
use crate::seed::issues::IssueSeed;
use crate::seed::sent::Sent;
use glint_model::timestamp::Timestamp;
use std::sync::{Arc, OnceLock};

/// An event that arrived in a world.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// When it came.
    pub time: Timestamp,
    /// The id it was sent with, as 32 hex digits; without one it has the id that its number gives.
    pub id: Option<String>,
    /// What it was sent with; None for one that is made up like those of the seed.
    pub sent: Option<Arc<Sent>>,
}

impl Arrived {
    /// An event that is made up from its issue.
    pub fn made_up(time: Timestamp) -> Self {
        Self {
            time,
            id: None,
            sent: None,
        }
    }

    /// An event that an SDK sent.
    pub fn sent(time: Timestamp, sent: Sent) -> Self {
        Self {
            time,
            id: sent.id(),
            sent: Some(Arc::new(sent)),
        }
    }
}

impl IssueSeed {
    /// What arrived as event number `n`; None for an event that the issue was laid out with.
    pub fn arrived(&self, n: u64) -> Option<&Arrived> {
        let index = usize::try_from(n.checked_sub(self.laid_out)?).ok()?;
        self.arrived.get(index)
    }

    /// What event number `n` was sent with; None for one that is made up.
    pub fn sent(&self, n: u64) -> Option<&Sent> {
        self.arrived(n)?.sent.as_deref()
    }

    /// The id of event number `n`.
    pub fn event_id(&self, n: u64) -> String {
        self.arrived(n)
            .and_then(|arrived| arrived.id.clone())
            .unwrap_or_else(|| event_id::encode(self.id, n))
    }

    /// The same issue with one more event. One that is made up is like the newest that was sent here, if any was.
    pub fn with_event(&self, mut arrived: Arrived) -> Self {
        if arrived.sent.is_none() {
            arrived.sent = self.arrived.last().and_then(|newest| newest.sent.clone());
        }
        let mut issue = Self {
            count: self.count + 1,
            last_seen: self.last_seen.max(arrived.time),
            tags: OnceLock::new(),
            words: OnceLock::new(),
            ..self.clone()
        };
        issue.arrived.push(arrived);
        issue
    }
}

#[cfg(test)]
mod tests {
    use super::Arrived;
    use crate::seed::sent::Sent;
    use crate::seed::{Seed, event_id};
    use glint_model::timestamp::Timestamp;
    use serde_json::json;

    const NOW: Timestamp = Timestamp(1_795_435_200_000);
    const ID: &str = "1f9d100e084d44fe969720b64face499";

    #[test]
    fn older_events_stay_as_they_were() {
        let seed = Seed::new(NOW);
        for issue in seed.issues.iter().take(60) {
            let sent = Sent::new(json!({"event_id": ID, "tags": {"only": "here"}}));
            let more = issue
                .with_event(Arrived::made_up(Timestamp(NOW.0 - 10)))
                .with_event(Arrived::sent(NOW, sent));
            assert_eq!((more.count, more.last_seen), (issue.count + 2, NOW));
            for n in 0..issue.count {
                assert_eq!(more.event_time(n), issue.event_time(n), "{} {n}", issue.title);
                assert_eq!(more.event_id(n), event_id::encode(issue.id, n));
            }
            assert_eq!(more.event_time(issue.count), Timestamp(NOW.0 - 10));
            assert_eq!(more.event_id(issue.count), event_id::encode(issue.id, issue.count));
            assert_eq!(more.event_id(issue.count + 1), ID);
            assert!(seed.tags(&more).contains_key("only") && !seed.tags(issue).contains_key("only"));
        }
    }
}
