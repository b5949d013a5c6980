//! What is on the card: the issue, as the list knows it, and the top of its newest event, which is fetched for it. A
//! chunk of its own, since nobody needs it before they have rested on a row.

use super::{By, Preview};
use crate::chunk::PageView;
use crate::event_memory::{newest_event, peek};
use crate::load::{Load, Loader, load_from};
use crate::reactive::{changing, effect};
use crate::seen_tags;
use crate::ui::level::level_mark;
use crate::ui::time::{exact, long_time};
use glint_model::error::ApiError;
use glint_model::issue_title::{Heading, heading};
use glint_model::preview::{EventPreview, FrameLine, Frames, What, event_preview, short};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::Event;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the part about the newest event: it describes the row.
pub const NEWEST_ID: &str = "preview-newest";

/// The card of a row.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn list_preview(preview: Preview, issue: Arc<Issue>) -> PageView {
    let heading = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
    let event = load_event(preview, &issue);
    let said = heading.clone();
    read_out(preview, event, heading.clone());
    let view = view! {
        {about(&issue, heading)}
        <div class="newest" id=NEWEST_ID>
            {changing(move || event.with(|load| match load {
                Load::Loading | Load::Slow => waiting(),
                Load::Failed(error) => failed(&error, event),
                Load::Ready(event) => newest(event.date_created, event_preview(event, &said)),
            }))}
        </div>
    };
    Ok(view.into_any())
}

/// Asks once, and not at all for what is known; ended when another row is previewed, or none.
fn load_event(preview: Preview, issue: &Arc<Issue>) -> Loader<Arc<Event>> {
    let issue = Arc::clone(issue);
    load_from(peek(&issue.id), move |cancel| {
        let issue = Arc::clone(&issue);
        Box::pin(async move {
            let event = newest_event(&issue.id, Some(issue.last_seen), &cancel).await?;
            if let Some(organization) = preview.list.organization.try_get_value() {
                seen_tags::note(&organization, &event.tags);
            }
            Ok(event)
        })
    })
}

/// Says what has come, to who asked for it with a key; who only rests on a row is not talked to.
fn read_out(preview: Preview, event: Loader<Arc<Event>>, heading: Heading) {
    effect(move || {
        let said = event.with(|load| match load {
            Load::Loading | Load::Slow => None,
            Load::Failed(error) => Some(trouble(&error)),
            Load::Ready(event) => Some(event_preview(event, &heading).spoken()),
        });
        if let Some(said) = said.filter(|_| preview.by() == Some(By::Space)) {
            preview.spoken.set(said);
        }
    });
}

fn about(issue: &Issue, heading: Heading) -> AnyView {
    let Heading {
        title,
        detail,
        location,
    } = heading;
    // The older servers say 0 and mean "not known".
    let users = issue.user_count.filter(|users| *users > 0);
    let seen = |name: &'static str, at: Timestamp| {
        view! { <div><dt>{name}</dt><dd>{long_time(at)}" "<small>{exact(at)}</small></dd></div> }.into_any()
    };
    let count =
        |name: &'static str, count: u64| view! { <div><dt>{name}</dt><dd>{thousands(count)}</dd></div> }.into_any();
    view! {
        <p class="of">
            {level_mark(issue.level).into_any()}
            <span aria-hidden="true">{issue.level.as_str()}</span>
            <span>{issue.short_id.clone()}</span>
            <span>{issue.project.name.clone()}</span>
        </p>
        <h2>{short(&title)}</h2>
        {detail.map(|detail| view! { <p class="said">{short(&detail)}</p> }.into_any())}
        {location.map(|location| view! { <p class="where">{short(&reveal(&location))}</p> }.into_any())}
        <dl>
            {seen("Last seen", issue.last_seen)}
            {seen("First seen", issue.first_seen)}
            {count("Events", issue.count)}
            {users.map(|users| count("Users", users))}
        </dl>
    }
    .into_any()
}

/// As high as what is about to come, so that the card does not jump.
fn waiting() -> AnyView {
    view! {
        <h3>"Newest event"</h3>
        <div class="bones" aria-hidden="true">
            <i></i>
            <i></i>
            <i></i>
            <i></i>
            <i></i>
        </div>
        <p class="visually-hidden">"Loading"</p>
    }
    .into_any()
}

fn trouble(error: &ApiError) -> String {
    match error {
        ApiError::NotFound => {
            "There is no event to show. GlitchTip deletes events when they are older than it was told to \
                               keep them."
                .to_owned()
        }
        error => format!("The event could not be loaded. {}", error.sentence()),
    }
}

fn failed(error: &ApiError, event: Loader<Arc<Event>>) -> AnyView {
    let again = error.can_retry().then(|| {
        view! {
            <button class="btn small" type="button" on:click=move |_| event.reload()>"Try again"</button>
        }
        .into_any()
    });
    view! {
        <h3>"Newest event"</h3>
        <p class="none">{trouble(error)}</p>
        {again}
    }
    .into_any()
}

fn newest(at: Timestamp, preview: EventPreview) -> AnyView {
    let handled = preview.is_handled.map(|is_handled| {
        let (class, word) = if is_handled {
            ("tagbadge", "handled")
        } else {
            ("tagbadge unhandled", "unhandled")
        };
        view! { <span class=class>{word}</span> }.into_any()
    });
    let facts: Vec<AnyView> = preview
        .facts
        .into_iter()
        .map(|fact| view! { <span class="chip"><b>{fact.label}</b>" "{fact.value}</span> }.into_any())
        .collect();
    let what = match preview.what {
        What::Frames(frames) => top(frames),
        What::Text(text) => view! { <p class="text">{text}</p> }.into_any(),
        What::Nothing => view! { <p class="none">"It has no stack trace."</p> }.into_any(),
    };
    view! {
        <h3>"Newest event" <small>{long_time(at)}</small> {handled}</h3>
        {what}
        {(!facts.is_empty()).then(|| view! { <p class="chips">{facts}</p> }.into_any())}
    }
    .into_any()
}

fn top(frames: Frames) -> AnyView {
    let rest = frames.rest();
    let source = frames.source;
    let lines: Vec<AnyView> = frames
        .lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let source = source.as_ref().filter(|_| at == 0).cloned();
            frame(line, source)
        })
        .collect();
    view! {
        {frames.of.map(|of| view! { <p class="none">{of}</p> }.into_any())}
        <ol>{lines}</ol>
        {rest.map(|rest| view! { <p class="none">{rest}</p> }.into_any())}
    }
    .into_any()
}

fn frame(line: FrameLine, source: Option<String>) -> AnyView {
    let times =
        (line.times > 1).then(|| view! { <span class="times">{format!(" {} times", line.times)}</span> }.into_any());
    view! {
        <li class:own=line.is_app>
            <span class="fn">{line.function}</span>
            {line.place.map(|place| view! { " in "<span class="file">{place}</span> }.into_any())}
            {times}
            {source.map(|source| view! { <code>{source}</code> }.into_any())}
        </li>
    }
    .into_any()
}
