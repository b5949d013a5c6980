//! The bar with the way back and the decisions; and below it what the issue is.

use super::act::{IssueDialog, act_bar, issue_act_dialogs};
use super::issue_page::Counted;
use super::list_links::list_links;
use super::place::Place;
use super::status::StatusChange;
use crate::chunk::late_chunk;
use crate::load::Loader;
use crate::reactive::{changing, changing_text, maybe};
use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::level::level_mark;
use crate::ui::long_text::long_text;
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::time::long_time;
use glint_model::issue_title::{Heading, heading};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::{Issue, IssueStatus, IssueType};
use leptos::prelude::*;

/// The bar, and the dialogs of what it offers.
pub fn bar(place: &Place, issue: Loader<Issue>, change: StatusChange) -> impl IntoView + use<> {
    let back = place.list();
    let crumbs = Memo::new(move |_| {
        issue.with(|load| {
            load.ready()
                .map(|issue| (reveal(&issue.project.name), reveal(&issue.short_id)))
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
                {changing(move || crumbs.get().map(|(project, short_id)| view! {
                    <span class="faint wide" aria-hidden="true">"/"</span>
                    <span class="wide">{reveal(&project)}</span>
                    <span class="faint" aria-hidden="true">"/"</span>
                    <b>{short_id}</b>
                }.into_any()).unwrap_or_else(|| ().into_any()))}
            </nav>
            <div class="end">
                {list_links(place)}
                {act_bar(change)}
            </div>
        </div>
        {late_chunk(move || Box::pin(issue_act_dialogs(change)), || ().into_any())}
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
            {changing(move || match facts.get() {
                Some((level, kind, Heading { title, detail, location })) => view! {
                    <div class="line">
                        {level_mark(level)}
                        <h1>{title}</h1>
                        {maybe(move || status.get().map(status_badge))}
                        {maybe(move || is_unhandled.get().then(|| {
                            view! { <span class="tagbadge unhandled">"unhandled"</span> }.into_any()
                        }))}
                        {(kind == IssueType::Csp).then(|| view! { <span class="tagbadge">"csp"</span> })}
                    </div>
                    {detail.map(|detail| view! { <p class="detail">{long_text(detail)}</p> })}
                    {location.map(|location| view! { <p class="location">{reveal(&location)}</p> })}
                    {known(issue)}
                }
                .into_any(),
                None => view! { <h1 class="visually-hidden">"Issue"</h1><div class="wait" aria-hidden="true"><i></i><i></i></div> }
                    .into_any(),
            })}
        </div>
    }
}

fn status_badge(status: IssueStatus) -> AnyView {
    let class = match status {
        IssueStatus::Resolved => "tagbadge resolved",
        _ => "tagbadge",
    };
    view! { <span class=class>{status.as_str()}</span> }.into_any()
}

/// What of the issue changes while it is looked at: who looks after it, how often and since when.
#[derive(Clone, PartialEq)]
struct Known {
    short_id: String,
    project: String,
    assignee: Option<String>,
    counts: String,
    first_seen: Timestamp,
    last_seen: Timestamp,
}

fn known(issue: Loader<Issue>) -> AnyView {
    let known = Memo::new(move |_| {
        issue.with(|load| {
            load.ready().map(|issue| Known {
                short_id: issue.short_id.clone(),
                project: reveal(&issue.project.name),
                assignee: issue.assigned_to.as_ref().map(|to| reveal(&to.name)),
                counts: counts(issue),
                first_seen: issue.first_seen,
                last_seen: issue.last_seen,
            })
        })
    });
    maybe(move || {
        let known = known.get()?;
        let copied = known.short_id.clone();
        let view = view! {
            <ul class="known" aria-label="About the issue">
                <li>
                    <code>{reveal(&known.short_id)}</code>
                    {copy_button("btn quiet icon small", "Copy the short id", "Short id", move || copied.clone())}
                </li>
                <li>{icon(Icon::Project, "")}{known.project}</li>
                {assignee(known.assignee)}
                <li>{known.counts}</li>
                <li>"First seen "{long_time(known.first_seen)}</li>
                <li>"Last seen "{long_time(known.last_seen)}</li>
            </ul>
        };
        Some(view.into_any())
    })
}

/// `1 204 events, 33 users`. The older servers say 0 users and mean "not known".
fn counts(issue: &Issue) -> String {
    let events = counted(issue.count, "event", "events");
    match issue.user_count.filter(|users| *users > 0) {
        Some(users) => format!("{events}, {}", counted(users, "user", "users")),
        None => events,
    }
}

/// Who looks after it, where that can be said at all; a press gives it to somebody else.
fn assignee(name: Option<String>) -> Option<AnyView> {
    let change = StatusChange::of_page()?;
    let name = StoredValue::new(name);
    let view = maybe(move || {
        change.server.can_assign().then(|| {
            let said = move || name.get_value().unwrap_or_else(|| "Nobody looks after it".to_owned());
            view! {
                <li>
                    <button
                        class="btn quiet small"
                        type="button"
                        title="Assign (a)"
                        aria-haspopup="dialog"
                        on:click=move |_| {
                            change.open(IssueDialog::Assign);
                        }
                    >
                        {icon(Icon::Person, "")}
                        <span>{changing_text(said)}</span>
                    </button>
                </li>
            }
            .into_any()
        })
    });
    Some(view)
}
