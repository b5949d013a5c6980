//! What has happened since a list was loaded, told from its first page as it is now; and when to ask for that again.

mod pace;
pub mod told;

pub use pace::Pace;

use crate::id::IssueId;
use crate::text::thousands;
use crate::wire::issue::{Issue, IssueStatus};
use std::borrow::Borrow;

/// What a list does not show yet; each issue once, in the order of the server.
///
/// Issues that no longer match are not among it: a row that is missing from page one may as well have been pushed to
/// page two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Issues that were first seen since.
    pub fresh: Vec<IssueId>,
    /// Issues that were resolved and are unresolved again.
    pub regressed: Vec<IssueId>,
    /// Other issues with new events.
    pub active: Vec<IssueId>,
}

/// Compares what a list holds with its first page as it is now. `loaded_at_ms` is when the list was asked for, best by
/// the server's clock, since that tells when an issue was first seen; `known` gives the status of an issue after what
/// the reader decided or saw elsewhere.
pub fn news(
    shown: &[impl Borrow<Issue>],
    polled: &[impl Borrow<Issue>],
    loaded_at_ms: i64,
    known: impl Fn(&IssueId) -> Option<IssueStatus>,
) -> News {
    let mut rows: Vec<&Issue> = shown.iter().map(Borrow::borrow).collect();
    rows.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    let mut told: Vec<&IssueId> = Vec::with_capacity(polled.len());
    let mut news = News::default();
    for issue in polled.iter().map(Borrow::borrow) {
        let Err(place) = told.binary_search(&&issue.id) else {
            continue;
        };
        told.insert(place, &issue.id);
        let row = rows
            .binary_search_by(|row| row.id.cmp(&issue.id))
            .ok()
            .and_then(|place| rows.get(place).copied());
        let list = match what(row, issue, loaded_at_ms, known(&issue.id)) {
            What::Fresh => &mut news.fresh,
            What::Regressed => &mut news.regressed,
            What::Active => &mut news.active,
            What::Nothing => continue,
        };
        list.push(issue.id.clone());
    }
    news
}

/// When a list was asked for, to compare with the server's times: by the reader's clock, or else by the newest event that
/// it shows, when that is earlier. A clock that is ahead then hides nothing.
pub fn asked_at(shown: &[impl Borrow<Issue>], own_clock_ms: i64) -> i64 {
    let newest = shown.iter().map(|issue| issue.borrow().last_seen.0).max();
    newest.map_or(own_clock_ms, |newest| newest.min(own_clock_ms))
}

enum What {
    Fresh,
    Regressed,
    Active,
    Nothing,
}

fn what(row: Option<&Issue>, issue: &Issue, loaded_at_ms: i64, known: Option<IssueStatus>) -> What {
    let has_new_events = match row {
        Some(row) => issue.last_seen > row.last_seen || issue.count > row.count,
        None => issue.last_seen.0 > loaded_at_ms,
    };
    let before = known.or(row.map(|row| row.status));
    let is_back = before == Some(IssueStatus::Resolved) && issue.status == IssueStatus::Unresolved;
    // A row that shows as unresolved and was resolved by the reader may just not be resolved on the server yet.
    let may_lag = row.is_some_and(|row| row.status == IssueStatus::Unresolved);
    if row.is_none() && issue.first_seen.0 > loaded_at_ms {
        What::Fresh
    } else if is_back && (has_new_events || !may_lag) {
        What::Regressed
    } else if has_new_events {
        What::Active
    } else {
        What::Nothing
    }
}

impl News {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.fresh.is_empty() && self.regressed.is_empty() && self.active.is_empty()
    }

    /// Whether an issue is new or regressed here that is not so in `other`: that brings news back which the reader has
    /// put away. New events of known issues do not.
    pub fn goes_beyond(&self, other: &Self) -> bool {
        let has_more = |these: &[IssueId], those: &[IssueId]| these.iter().any(|id| !those.contains(id));
        has_more(&self.fresh, &other.fresh) || has_more(&self.regressed, &other.regressed)
    }

    /// The news in words: `7 new, 2 regressed, 3 with new events`; empty when there is nothing to tell.
    pub fn label(&self) -> String {
        [
            (&self.fresh, "new"),
            (&self.regressed, "regressed"),
            (&self.active, "with new events"),
        ]
        .into_iter()
        .filter(|(ids, _)| !ids.is_empty())
        .map(|(ids, word)| format!("{} {word}", thousands(ids.len() as u64)))
        .collect::<Vec<_>>()
        .join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::{News, asked_at, news};
    use crate::id::IssueId;
    use crate::testing::issue;
    use crate::timestamp::Timestamp;
    use crate::wire::issue::Issue;
    use crate::wire::issue::IssueStatus::{self, Ignored, Resolved, Unresolved};
    use std::sync::Arc;

    const LOADED: i64 = 1_795_421_711_990;

    fn one(id: &str, count: u64, status: IssueStatus, last_seen: i64) -> Issue {
        Issue {
            count,
            status,
            last_seen: Timestamp(LOADED + last_seen),
            ..issue(id)
        }
    }

    fn new(id: &str) -> Issue {
        Issue {
            first_seen: Timestamp(LOADED + 1),
            ..one(id, 1, Unresolved, 1)
        }
    }

    #[test]
    fn one_issue_is_one_kind_of_news() {
        let row = |status| Some(one("1", 5, status, -9));
        for (shown, now, known, want) in [
            (row(Unresolved), one("1", 5, Unresolved, -9), None, ""),
            (row(Unresolved), one("1", 6, Unresolved, -9), None, "1 with new events"),
            (row(Unresolved), one("1", 5, Unresolved, -8), None, "1 with new events"),
            (row(Unresolved), one("1", 4, Unresolved, -9), None, ""),
            (row(Unresolved), one("1", 5, Resolved, -9), None, ""),
            (row(Resolved), one("1", 5, Unresolved, -9), None, "1 regressed"),
            (row(Resolved), one("1", 6, Unresolved, 9), None, "1 regressed"),
            (row(Resolved), one("1", 5, Unresolved, -9), Some(Unresolved), ""),
            (
                row(Resolved),
                one("1", 5, Unresolved, -9),
                Some(Resolved),
                "1 regressed",
            ),
            (row(Unresolved), one("1", 5, Unresolved, -9), Some(Resolved), ""),
            (
                row(Unresolved),
                one("1", 6, Unresolved, 9),
                Some(Resolved),
                "1 regressed",
            ),
            (
                row(Unresolved),
                one("1", 6, Unresolved, 9),
                Some(Ignored),
                "1 with new events",
            ),
            (row(Ignored), one("1", 5, Unresolved, -9), None, ""),
            (None, new("1"), None, "1 new"),
            (None, new("1"), Some(Resolved), "1 new"),
            (Some(new("1")), new("1"), None, ""),
            (None, one("1", 5, Unresolved, 1), None, "1 with new events"),
            (None, one("1", 5, Unresolved, 0), None, ""),
            (None, one("1", 5, Unresolved, 1), Some(Resolved), "1 regressed"),
            (None, one("1", 5, Unresolved, 0), Some(Resolved), "1 regressed"),
            (None, one("1", 5, Resolved, 0), Some(Resolved), ""),
        ] {
            let shown: Vec<Arc<Issue>> = shown.into_iter().map(Arc::new).collect();
            let was = shown.first().map(|row| row.status);
            let told = news(&shown, std::slice::from_ref(&now), LOADED, |_| known);
            assert_eq!(told.label(), want, "{was:?} {known:?} {} {:?}", now.count, now.status);
            assert_eq!(told.is_empty(), want.is_empty());
        }
    }

    #[test]
    fn each_issue_is_told_once_and_in_order() {
        let shown = [
            one("9", 1, Unresolved, 0),
            one("10", 1, Unresolved, 0),
            one("1", 1, Resolved, 0),
        ];
        let polled = [
            new("30"),
            one("9", 2, Unresolved, 5),
            new("4"),
            new("30"),
            one("1", 2, Unresolved, 4),
            one("10", 2, Unresolved, 3),
        ];
        let ids = |ids: &[&str]| ids.iter().copied().map(IssueId::from).collect::<Vec<_>>();
        let told = news(&shown, &polled, LOADED, |_| None);
        assert_eq!(
            told,
            News {
                fresh: ids(&["30", "4"]),
                regressed: ids(&["1"]),
                active: ids(&["9", "10"]),
            }
        );
        assert_eq!(told.label(), "2 new, 1 regressed, 2 with new events");
        let none: [Issue; 0] = [];
        assert!(news(&shown, &none, LOADED, |_| None).is_empty());
        assert!(news(&polled, &polled, LOADED, |_| None).is_empty());
    }

    #[test]
    fn a_clock_that_is_ahead_hides_nothing() {
        let rows = [one("1", 1, Unresolved, 20), one("2", 1, Unresolved, 40)];
        for (ahead, want) in [(90, 40), (40, 40), (30, 30)] {
            assert_eq!(asked_at(&rows, LOADED + ahead), LOADED + want);
        }
        let none: [Issue; 0] = [];
        assert_eq!(asked_at(&none, LOADED), LOADED);
    }

    #[test]
    fn only_more_of_what_matters_brings_news_back() {
        let of = |fresh: &[&str], regressed: &[&str], active: &[&str]| {
            let ids = |ids: &[&str]| ids.iter().copied().map(IssueId::from).collect();
            News {
                fresh: ids(fresh),
                regressed: ids(regressed),
                active: ids(active),
            }
        };
        let away = of(&["1"], &["2"], &["3"]);
        for (now, want) in [
            (News::default(), false),
            (away.clone(), false),
            (of(&["1"], &[], &["3", "4"]), false),
            (of(&["1", "4"], &[], &[]), true),
            (of(&[], &["1"], &[]), true),
            (of(&["2"], &["2"], &[]), true),
        ] {
            assert_eq!(now.goes_beyond(&away), want, "{now:?}");
        }
    }
}
