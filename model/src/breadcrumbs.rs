//! Breadcrumbs as one timeline that ends in the event: rows that can be read at a glance, and what a reader can ask of
//! them. Every text that is shown has been through [`crate::reveal`].

mod choice;
mod crumb;
mod filter;
mod http;
mod kind;
mod line;
mod marks;
mod time;

pub use choice::{CrumbChoice, CrumbOrder, CrumbTime};
pub use crumb::{Crumb, NO_WORD};
pub use filter::{Counted, CrumbFilter};
pub use http::StatusClass;
pub use kind::CrumbKind;
pub use line::{Piece, Role};
pub use marks::{excerpt, marks};
pub use time::{clock, distance};

use crate::issue_title::heading;
use crate::reveal::reveal;
use crate::timestamp::Timestamp;
use crate::wire::breadcrumb::{Breadcrumb, BreadcrumbsData};
use crate::wire::entry::Entry;
use crate::wire::event::Event;
use crate::wire::issue::{IssueType, Level};
use serde::Deserialize;
use serde_json::Value;
use std::sync::OnceLock;

/// The breadcrumbs of an event.
#[derive(Debug)]
pub struct Timeline {
    /// The crumbs that could be read, the oldest first.
    pub crumbs: Vec<Crumb>,
    /// The others, as they were sent.
    pub unreadable: Vec<Unreadable>,
    /// What they led to.
    pub ending: Ending,
    /// What a search looks in, a text for each crumb; made when somebody searches.
    haystacks: OnceLock<Vec<String>>,
}

/// A crumb that is no object, or is nested too deeply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its place among those that were sent, from 1.
    pub number: usize,
    /// What was sent; hidden characters are named.
    pub sent: String,
    /// What is wrong with it.
    pub problem: String,
}

/// The event itself, as the last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// When it happened, by the sender's clock.
    pub at: Timestamp,
    /// What it is: `error`, `message`, `CSP report`.
    pub word: &'static str,
    /// How bad it is; none where the event does not say.
    pub level: Option<Level>,
    /// One line.
    pub title: String,
    /// The rest of what it says.
    pub detail: Option<String>,
}

/// Reads a `breadcrumbs` entry. An error says what is wrong with an entry that is no list of anything.
pub fn timeline(entry: &Entry, event: &Event) -> Result<Timeline, String> {
    let data: BreadcrumbsData = entry
        .read()
        .or_else(|problem| {
            entry
                .read()
                .map(|values| BreadcrumbsData { values })
                .map_err(|_| problem)
        })
        .map_err(|problem| reveal(&problem.to_string()))?;
    let mut crumbs = Vec::with_capacity(data.values.len());
    let mut unreadable = Vec::new();
    for (at, row) in data.values.iter().enumerate() {
        match read(row.get()) {
            Ok(crumb) => crumbs.push(Crumb::new(crumb)),
            Err(problem) => unreadable.push(Unreadable {
                number: at + 1,
                sent: reveal(row.get()),
                problem: reveal(&problem.to_string()),
            }),
        }
    }
    sort(&mut crumbs);
    Ok(Timeline {
        crumbs,
        unreadable,
        ending: ending(event),
        haystacks: OnceLock::new(),
    })
}

/// A list would do for an object, field by field; it is none.
fn read(row: &str) -> Result<Breadcrumb, serde_json::Error> {
    let value: Value = serde_json::from_str(row)?;
    Breadcrumb::deserialize(value)
}

/// By time, as far as it is known: two parts of an application may each have sent their own. Those without a time stay
/// behind the one that they were sent behind.
fn sort(crumbs: &mut Vec<Crumb>) {
    let mut last = Timestamp(i64::MIN);
    let mut timed: Vec<(Timestamp, Crumb)> = Vec::with_capacity(crumbs.len());
    for crumb in crumbs.drain(..) {
        last = crumb.at.unwrap_or(last);
        timed.push((last, crumb));
    }
    timed.sort_by_key(|(at, _)| *at);
    crumbs.extend(timed.into_iter().map(|(_, crumb)| crumb));
}

fn ending(event: &Event) -> Ending {
    let heading = heading(
        event.kind,
        &event.metadata,
        event.title.as_deref().unwrap_or_default(),
        event.culprit.as_deref(),
    );
    let (word, level) = match event.kind {
        IssueType::Error => ("error", Some(Level::Error)),
        IssueType::Csp => ("CSP report", None),
        IssueType::Default | IssueType::Unknown => ("message", None),
    };
    let told = event.tags.iter().find(|tag| tag.key == "level");
    let told = told.and_then(|tag| crumb::level_of(tag.value.as_deref()?));
    Ending {
        at: event.date_created,
        word,
        level: told.or(level),
        title: reveal(&heading.title),
        detail: heading.detail.as_deref().map(reveal),
    }
}

#[cfg(test)]
mod tests;
