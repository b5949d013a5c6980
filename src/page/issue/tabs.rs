//! The parts of the issue, as links below its title.

use super::place::Place;
use crate::load::Loader;
use crate::reactive::changing;
use crate::route::{IssuePart, Route};
use glint_model::text::badge;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// A part of the page that stays when what is in it changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Tab {
    /// One event, whichever.
    Event,
    /// One event as JSON, whichever.
    Json,
    /// Two events side by side.
    Compare,
    /// All events.
    Events,
    /// Comments.
    Comments,
    /// What users wrote.
    UserReports,
    /// Merged hashes.
    Merged,
}

impl Tab {
    /// The tab that a part is in.
    pub fn of(part: &IssuePart) -> Self {
        match part {
            IssuePart::Event(_) => Self::Event,
            IssuePart::Json(_) => Self::Json,
            IssuePart::Compare(_) => Self::Compare,
            IssuePart::Events => Self::Events,
            IssuePart::Comments => Self::Comments,
            IssuePart::UserReports => Self::UserReports,
            IssuePart::Merged => Self::Merged,
        }
    }
}

/// The links. Two of them say how many there are.
pub fn tabs(place: &Place, issue: Loader<Issue>, tab: Memo<Tab>) -> impl IntoView + use<> {
    let counts = Memo::new(move |_| {
        issue.with(|load| {
            load.ready()
                .map(|issue| (issue.num_comments, issue.user_report_count.unwrap_or_default()))
                .unwrap_or_default()
        })
    });
    let link = move |to: Route, own: Tab, name: &'static str, count: AnyView| {
        let is_here = move || {
            let here = tab.get();
            here == own || (own == Tab::Event && matches!(here, Tab::Json | Tab::Compare))
        };
        view! {
            <a href=to.href() aria-current=move || is_here().then_some("page")>{name}{count}</a>
        }
        .into_any()
    };
    let count = move |of: fn((u64, u64)) -> u64| {
        changing(move || match of(counts.get()) {
            0 => ().into_any(),
            many => view! { <span class="count">{badge(many)}</span> }.into_any(),
        })
    };
    view! {
        <nav class="tabs" aria-label="Parts of the issue">
            {link(place.newest(), Tab::Event, "Event", ().into_any())}
            {link(place.part(IssuePart::Events), Tab::Events, "All events", ().into_any())}
            {link(place.part(IssuePart::Comments), Tab::Comments, "Comments", count(|(comments, _)| comments))}
            {link(place.part(IssuePart::UserReports), Tab::UserReports, "User reports", count(|(_, reports)| reports))}
            {link(place.part(IssuePart::Merged), Tab::Merged, "Merged", ().into_any())}
        </nav>
    }
}
