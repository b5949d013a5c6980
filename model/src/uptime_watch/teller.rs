//! Which of the changes are told, and when: one by one, many at once in one, those that never end only now and then, and
//! in the quiet hours none.

use super::changes::{Change, What};
use super::notice::{Notice, RESTLESS, Words};
use super::{Known, Picture};
use crate::id::MonitorId;

/// More at once than these are told in one.
const MOST_AT_ONCE: usize = 3;
const MINUTE_MS: i64 = 60_000;

/// What was told of late.
#[derive(Clone, Debug, Default)]
pub struct Teller {
    /// When monitors changed, in milliseconds since the epoch; no longer ago than a restless one has to keep still.
    changed: Vec<(MonitorId, i64)>,
    /// Those whose changes are not told any more.
    restless: Vec<MonitorId>,
    /// Those that would have been told of in the quiet hours.
    held: Vec<MonitorId>,
}

impl Teller {
    /// What is to be told now that these changes have made the picture what it is. To be asked whenever the monitors were
    /// heard of, also when nothing has changed: what was held back may be due.
    pub fn tell(
        &mut self,
        changes: &[Change],
        picture: &Picture,
        now_ms: i64,
        is_quiet: bool,
        words: &Words,
    ) -> Vec<Notice> {
        let (most, minutes) = RESTLESS;
        self.changed.retain(|(_, at_ms)| *at_ms > now_ms - minutes * MINUTE_MS);
        let mut notices = Vec::new();
        for change in changes {
            let id = change.monitor.id;
            self.note(change, now_ms);
            if self.restless.contains(&id) {
                continue;
            }
            if self.changed.iter().filter(|(of, _)| *of == id).count() >= most {
                self.restless.push(id);
                notices.push(words.restless(&change.monitor));
            } else {
                notices.extend(words.change(change));
            }
        }
        notices.extend(self.settled(picture).iter().map(|known| words.settled(known)));
        if is_quiet {
            self.hold(&notices);
            return Vec::new();
        }
        let held = std::mem::take(&mut self.held);
        let is_new = |known: &&Known| !notices.iter().any(|notice| notice.monitor == Some(known.id));
        let is_due = |known: &&Known| known.is_down() && held.contains(&known.id);
        let due: Vec<Notice> = picture
            .monitors
            .iter()
            .filter(is_due)
            .filter(is_new)
            .map(|known| words.still_down(known))
            .collect();
        notices.extend(due);
        if notices.len() > MOST_AT_ONCE {
            return vec![words.many(&notices, picture)];
        }
        notices
    }

    fn note(&mut self, change: &Change, now_ms: i64) {
        let id = change.monitor.id;
        match change.what {
            What::WentDown | What::CameUp => self.changed.push((id, now_ms)),
            // There and back.
            What::WasDown | What::WasUp => self.changed.extend([(id, now_ms); 2]),
            What::New => {}
            What::Gone => {
                self.changed.retain(|(of, _)| *of != id);
                self.restless.retain(|of| *of != id);
                self.held.retain(|of| *of != id);
            }
        }
    }

    /// Those that were restless and have kept still since.
    fn settled<'p>(&mut self, picture: &'p Picture) -> Vec<&'p Known> {
        let changed = &self.changed;
        let (restless, still): (Vec<MonitorId>, Vec<MonitorId>) = self
            .restless
            .iter()
            .partition(|id| changed.iter().any(|(of, _)| of == *id));
        self.restless = restless;
        picture
            .monitors
            .iter()
            .filter(|known| still.contains(&known.id))
            .collect()
    }

    fn hold(&mut self, notices: &[Notice]) {
        for id in notices.iter().filter_map(|notice| notice.monitor) {
            if !self.held.contains(&id) {
                self.held.push(id);
            }
        }
    }
}
