//! One row of the list, read at a glance.

use super::list::{IssueList, row_link_id};
use crate::browser::intl;
use crate::reactive::{maybe, truth};
use crate::route::Route;
use crate::ui::level::level_mark;
use crate::ui::time::short_time;
use glint_model::id::IssueId;
use glint_model::issue_title::{Heading, heading};
use glint_model::text::{counted, thousands};
use glint_model::wire::issue::{Issue, IssueStatus, IssueType};
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;

/// An issue that began within this time is marked as new.
const NEW_MS: i64 = 24 * 3_600_000;

/// Shows an issue as a row.
pub fn row(list: IssueList, issue: &Issue, has_users: Signal<bool>) -> AnyView {
    let id = issue.id.clone();
    let Heading {
        title,
        detail,
        location,
    } = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
    let href = Route::issue(&list.organization.get_value(), &id).href();
    let tooltip = full_title(&title, detail.as_deref());
    let is_new = intl::now_ms() - issue.first_seen.0 < NEW_MS;
    let (status_id, given) = (id.clone(), issue.status);
    let status = Signal::derive(move || list.status(&status_id, given));
    let is_selected = {
        let id = id.clone();
        truth(move || list.selected.with(|selected| selected.contains(&id)))
    };
    let is_unhandled = {
        let id = id.clone();
        move || {
            list.with_stats(|stats| of(stats, &id).is_some_and(|stats| stats.is_unhandled))
                .unwrap_or_default()
        }
    };
    let comments = (issue.num_comments > 0).then(|| counted(issue.num_comments, "comment", "comments"));
    let users = issue.user_count.unwrap_or_default();
    let (on_toggle, on_focus, trend_id) = (id.clone(), id.clone(), id.clone());
    let mut facts = vec![issue.project.name.clone()];
    facts.extend(location);
    facts.extend(
        issue
            .first_release
            .as_ref()
            .map(|release| release.short_version.clone()),
    );
    facts.extend(issue.assigned_to.as_ref().map(|assignee| assignee.name.clone()));
    facts.extend(comments);
    view! {
        <li
            class="row"
            class:sel=is_selected
            class:done=truth(move || status.get() != IssueStatus::Unresolved)
            on:focusin=move |_| list.focused.set(Some(on_focus.clone()))
        >
            <label class="check">
                <input
                    type="checkbox"
                    aria-label=format!("Select {}", issue.short_id)
                    prop:checked=is_selected
                    on:change=move |_| list.toggle(&on_toggle)
                />
            </label>
            {level_mark(issue.level).into_any()}
            <div>
                <div class="t">
                    <a id=row_link_id(&id) href=href title=tooltip>
                        {title}
                        {detail
                            .map(|detail| view! { <span class="d">{format!(": {}", first_line(&detail))}</span> }.into_any())}
                    </a>
                    {maybe(move || match status.get() {
                        IssueStatus::Resolved => Some(badge("tagbadge resolved", "resolved")),
                        IssueStatus::Ignored => Some(badge("tagbadge", "ignored")),
                        _ => None,
                    })}
                    {is_new.then(|| badge("tagbadge new", "new"))}
                    {maybe(move || is_unhandled().then(|| badge("tagbadge unhandled", "unhandled")))}
                    {(issue.kind == IssueType::Csp).then(|| badge("tagbadge", "csp"))}
                </div>
                <div class="s">
                    {facts
                        .into_iter()
                        .enumerate()
                        .map(|(index, fact)| {
                            let dot = (index > 0).then(|| view! { <i aria-hidden="true">"·"</i> }.into_any());
                            view! {
                                {dot}
                                {fact}
                            }
                                .into_any()
                        })
                        .collect::<Vec<_>>()}
                    <span class="narrow">
                        <i aria-hidden="true">"·"</i>
                        {counted(issue.count, "event", "events")}
                    </span>
                </div>
            </div>
            <div class="trend">{maybe(move || (list.tools.get()?.trend)(list, &trend_id))}</div>
            <div class="num">
                {thousands(issue.count)}
                <span class="visually-hidden">{if issue.count == 1 { " event" } else { " events" }}</span>
            </div>
            {maybe(move || {
                let count = thousands(users);
                let users = view! {
                    <div class="num users muted">
                        {count}
                        <span class="visually-hidden">" users"</span>
                    </div>
                };
                has_users.get().then(|| users.into_any())
            })}
            <div class="when">
                <b>
                    <span class="visually-hidden">"last seen "</span>
                    {short_time(issue.last_seen)}
                </b>
                <br />
                <span class="visually-hidden">"first seen "</span>
                {short_time(issue.first_seen)}
            </div>
        </li>
    }
    .into_any()
}

fn badge(class: &'static str, text: &'static str) -> AnyView {
    view! { <span class=class>{text}</span> }.into_any()
}

fn of<'a>(stats: &'a [IssueStats], id: &IssueId) -> Option<&'a IssueStats> {
    stats.iter().find(|one| one.id == *id)
}

fn first_line(text: &str) -> String {
    glint_model::text::first_line(text)
}

fn full_title(title: &str, detail: Option<&str>) -> String {
    match detail {
        Some(detail) => format!("{title}: {detail}"),
        None => title.to_owned(),
    }
}
