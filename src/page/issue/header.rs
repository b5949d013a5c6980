//! The bar with the way back, the ways to other events and the decisions; and below it what the issue is.

use super::event_data::EventData;
use super::event_links::event_links;
use super::list_links::list_links;
use super::place::Place;
use super::side::Counted;
use super::status::{StatusChange, status_buttons};
use crate::load::{Load, Loader};
use crate::ui::icon::{Icon, icon};
use crate::ui::level::level_mark;
use crate::ui::long_text::long_text;
use crate::ui::nav_drawer::nav_toggle;
use glint_model::id::EventId;
use glint_model::issue_title::{Heading, heading};
use glint_model::reveal::reveal;
use glint_model::wire::issue::{Issue, IssueStatus, IssueType};
use leptos::prelude::*;

/// The bar.
pub fn bar(
    place: &Place,
    issue: Loader<Issue>,
    event: Loader<EventData>,
    wanted: Memo<Option<EventId>>,
    change: StatusChange,
) -> impl IntoView + use<> {
    let back = place.list();
    let has_failed = Memo::new(move |_| issue.with(|load| matches!(load, Load::Failed(_))));
    let crumbs = Memo::new(move |_| {
        issue.with(|load| {
            load.ready()
                .map(|issue| (issue.project.name.clone(), issue.short_id.clone()))
        })
    });
    view! {
        <div class="bar">
            {nav_toggle()}
            <nav class="crumbs" aria-label="Path">
                <a href=back.href() aria-label="Back to the issues" title="Back to the issues">
                    {icon(Icon::Left, "")}
                    <span class="wide">"Issues"</span>
                </a>
                {move || crumbs.get().map(|(project, short_id)| view! {
                    <span class="faint wide" aria-hidden="true">"/"</span>
                    <span class="wide">{project}</span>
                    <span class="faint" aria-hidden="true">"/"</span>
                    <b>{short_id}</b>
                })}
            </nav>
            <div class="end">
                {list_links(place)}
                {event_links(place, event, wanted, has_failed)}
                {status_buttons(change)}
            </div>
        </div>
    }
}

/// Level, title, what it says and where; the heading of the page. Drawn anew only when one of these changes.
pub fn title(issue: Loader<Issue>, stats: Loader<Counted>) -> impl IntoView {
    let facts = Memo::new(move |_| {
        issue.with(|load| {
            load.ready().map(|issue| {
                let heading = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
                (issue.level, issue.kind, heading)
            })
        })
    });
    let status = Memo::new(move |_| issue.with(|load| load.ready().map(|issue| issue.status)));
    let is_unhandled = Memo::new(move |_| {
        stats.with(|load| {
            load.ready()
                .and_then(Option::as_ref)
                .is_some_and(|counted| counted.is_unhandled)
        })
    });
    view! {
        <div class="title">
            {move || match facts.get() {
                Some((level, kind, Heading { title, detail, location })) => view! {
                    <div class="line">
                        {level_mark(level)}
                        <h1>{title}</h1>
                        {move || status.get().map(status_badge)}
                        {move || is_unhandled.get().then(|| view! { <span class="tagbadge unhandled">"unhandled"</span> })}
                        {(kind == IssueType::Csp).then(|| view! { <span class="tagbadge">"csp"</span> })}
                    </div>
                    {detail.map(|detail| view! { <p class="detail">{long_text(detail)}</p> })}
                    {location.map(|location| view! { <p class="location">{reveal(&location)}</p> })}
                }
                .into_any(),
                None => view! { <h1 class="visually-hidden">"Issue"</h1><div class="wait" aria-hidden="true"><i></i><i></i></div> }
                    .into_any(),
            }}
        </div>
    }
}

fn status_badge(status: IssueStatus) -> impl IntoView {
    let class = match status {
        IssueStatus::Resolved => "tagbadge resolved",
        _ => "tagbadge",
    };
    view! { <span class=class>{status.as_str()}</span> }
}
