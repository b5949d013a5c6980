//! Which two events stand side by side.

use super::pair::Side;
use crate::browser::intl;
use crate::page::issue::issue_page::IssueContext;
use crate::route::{IssuePart, Route};
use crate::ui::time::long_time;
use glint_model::id::EventId;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// Both events, the way back, and what is shown of them.
pub fn head(context: &IssueContext, left: &Side, right: Option<&Side>, shows_all: Memo<bool>) -> AnyView {
    let place = &context.place;
    let with = context
        .query
        .get_untracked()
        .into_iter()
        .find(|(name, _)| name == "with");
    let show = |all: bool| {
        let mut query: Vec<(String, String)> = with.iter().cloned().collect();
        if all {
            query.push(("show".to_owned(), "all".to_owned()));
        }
        place.part_with(IssuePart::Compare(left.event.event_id.clone()), query)
    };
    let seg = |all: bool, name: &'static str, to: Route| {
        view! {
            <a href=to.href() data-noscroll="" aria-current=move || (shows_all.get() == all).then_some("true")>{name}</a>
        }
        .into_any()
    };
    let swap = right.map(|right| {
        let to = Route::Issue {
            organization: place.organization.clone(),
            issue: right.issue.clone(),
            part: IssuePart::Compare(right.event.event_id.clone()),
            query: with_query(&left.event.event_id),
        };
        view! { <a class="btn" href=to.href()>"Swap"</a> }.into_any()
    });
    view! {
        <div class="compare-head">
            <a class="btn" href=place.event(&left.event.event_id).href()>"Back to the event"</a>
            <nav class="seg" aria-label="What is shown">
                {seg(false, "Differences only", show(false))}
                {seg(true, "All", show(true))}
            </nav>
            {swap}
        </div>
        <div class="compare-sides">
            {side(context, "First event", left)}
            {right.map(|right| side(context, "Second event", right))}
        </div>
    }
    .into_any()
}

/// The query that puts an event on the other side.
pub fn with_query(event: &EventId) -> Vec<(String, String)> {
    vec![("with".to_owned(), event.to_string())]
}

fn side(context: &IssueContext, name: &'static str, side: &Side) -> AnyView {
    let event = &side.event;
    let id = event.event_id.to_string();
    let short: String = id.chars().take(8).collect();
    let to = Route::event(&context.place.organization, &side.issue, &event.event_id);
    let is_of_another = side.issue != context.place.issue;
    let tag = |key: &str| {
        let tag = event.tags.iter().find(|tag| tag.key == key)?;
        tag.value.as_deref().filter(|value| !value.is_empty()).map(reveal)
    };
    let facts: Vec<String> = [tag("release"), tag("environment")].into_iter().flatten().collect();
    let at = event.date_created;
    view! {
        <section class="panel" aria-label=name>
            <p class="faint">{name}</p>
            <p><a href=to.href() title=id><code>{short}</code></a>" "{long_time(at)}" "<span class="faint">{intl::local(at)}</span></p>
            <p class="title">{reveal(event.title.as_deref().unwrap_or("(no title)"))}</p>
            {(!facts.is_empty()).then(|| view! { <p class="muted">{facts.join(" · ")}</p> })}
            {is_of_another.then(|| view! { <p class="muted">"Of another issue"</p> })}
        </section>
    }
    .into_any()
}
