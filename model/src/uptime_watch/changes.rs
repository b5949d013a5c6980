//! What has changed between two lists of monitors.

use super::Known;
use std::collections::BTreeMap;

/// What has happened to a monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was up, or not checked yet, and is down.
    WentDown,
    /// It was down and is up.
    CameUp,
    /// It is up as before, but was down between.
    WasDown,
    /// It is down as before, but was up between.
    WasUp,
    /// It was not in the list before.
    New,
    /// It is not in the list any more.
    Gone,
}

/// Something that has happened to a monitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub what: What,
    /// The monitor as it is now, or as it was before it went.
    pub monitor: Known,
    /// As it was before; the same for one that is new or gone.
    pub before: Known,
}

/// What is different between two whole lists. Those that changed come first, in the order of the second list.
pub(super) fn between(before: &[Known], after: &[Known]) -> Vec<Change> {
    let mut found = of_known(before, after);
    found.extend(only_in(after, before, What::New));
    found.extend(only_in(before, after, What::Gone));
    found
}

/// What is different about those that are in both lists.
pub(super) fn of_known(before: &[Known], after: &[Known]) -> Vec<Change> {
    let known = by_id(before);
    after
        .iter()
        .filter_map(|now| {
            let before = *known.get(&now.id)?;
            Some(Change {
                what: what(before, now)?,
                monitor: now.clone(),
                before: before.clone(),
            })
        })
        .collect()
}

fn only_in<'a>(list: &'a [Known], other: &'a [Known], what: What) -> impl Iterator<Item = Change> + 'a {
    let known = by_id(other);
    list.iter()
        .filter(move |one| !known.contains_key(&one.id))
        .map(move |one| Change {
            what,
            monitor: one.clone(),
            before: one.clone(),
        })
}

fn by_id(list: &[Known]) -> BTreeMap<crate::id::MonitorId, &Known> {
    list.iter().map(|one| (one.id, one)).collect()
}

fn what(before: &Known, now: &Known) -> Option<What> {
    // An answer that was overtaken by another one says nothing new.
    if now.since < before.since {
        return None;
    }
    match (before.is_up, now.is_up) {
        (Some(true) | None, Some(false)) => Some(What::WentDown),
        (Some(false), Some(true)) => Some(What::CameUp),
        (Some(was), Some(is)) if was == is && before.since.is_some() && now.since > before.since => {
            Some(if is { What::WasDown } else { What::WasUp })
        }
        _ => None,
    }
}
