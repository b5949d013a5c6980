//! Two events side by side: what is the same, what is not, section by section.

mod align;
mod breadcrumbs;
mod facts;
mod flat;
mod stack;
#[cfg(test)]
mod tests;
mod words;

pub use words::{Piece, changed_words};

use crate::wire::event::Event;

/// A value of both events. Hostile text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedRow {
    /// What it is: `release`, `contexts.os.version`; empty where the values say it themselves.
    pub name: String,
    /// What the first event has; none when it has nothing.
    pub left: Option<String>,
    /// What the second event has.
    pub right: Option<String>,
}

impl ComparedRow {
    /// Whether both have the same.
    pub fn is_same(&self) -> bool {
        self.left == self.right
    }
}

/// Values that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedSection {
    /// Its heading.
    pub name: &'static str,
    /// The rows, in reading order. Never empty.
    pub rows: Vec<ComparedRow>,
    /// How many more values there are, beyond what one can read; they were not compared.
    pub left_out: usize,
}

impl ComparedSection {
    /// How many rows differ.
    pub fn differing(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_same()).count()
    }
}

/// So many rows of a section are compared.
const MOST_ROWS: usize = 3_000;

/// Compares two events. Sections of which neither has anything are left out.
pub fn compare(left: &Event, right: &Event) -> Vec<ComparedSection> {
    let pair = |of: fn(&Event) -> Vec<(String, String)>| align::by_name(of(left), of(right));
    let sections = [
        ("Facts", pair(facts::facts)),
        ("Stack trace", stack::frames(left, right)),
        ("Locals", stack::locals(left, right)),
        ("Tags", pair(facts::tags)),
        ("Breadcrumbs", breadcrumbs::crumbs(left, right)),
        ("Request", pair(facts::request)),
        ("User", pair(|event| flat::map(event.user.as_ref()))),
        ("Contexts", pair(|event| flat::map(event.contexts.as_ref()))),
        ("Extra", pair(|event| flat::map(event.context.as_ref()))),
        ("Modules", pair(|event| flat::map(event.packages.as_ref()))),
        ("SDK", pair(|event| flat::map(event.sdk.as_ref()))),
    ];
    sections
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(name, mut rows)| {
            let left_out = rows.len().saturating_sub(MOST_ROWS);
            rows.truncate(MOST_ROWS);
            ComparedSection { name, rows, left_out }
        })
        .collect()
}
